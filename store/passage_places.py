"""Where passages stand in texts, derived from the sides of repeats that belong to them (parts).

In one text the parts of a passage that are alike cover one place. More follows from a passage that lies inside a longer
one: where the longer stands, the shorter does too, though no text was found to share just the shorter with it. Such
places are implied: they follow from one text's parts and pairs alone, so no order matters.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import TYPE_CHECKING

from store.deferred import deferred
from store.model import Span

if TYPE_CHECKING:
    from store.analysis import alignment
else:
    (alignment,) = deferred("store.analysis.alignment")  # with numpy, which no reader of an article needs

ALIKE = 0.75
"""Two paragraphs of a passage of three are a passage of their own, where more articles have them. From 0.5 to 0.9 all
planted passages of the benchmarks' corpus keep together; from 0.8 on some short ones with 5% edits part."""

Side = tuple[int, Span]
"""A text by its number, and a span of it."""
Place = tuple[int, int]
"""A passage and a text by their numbers: what one has of the other."""


def alike(one: Span, other: Span) -> bool:
    """Whether two spans overlap by ALIKE of both or more."""
    return min(one[1], other[1]) - max(one[0], other[0]) >= ALIKE * max(one[1] - one[0], other[1] - other[0])


def lots(parts: Iterable[Span]) -> list[list[Span]]:
    """The parts in one text by what hangs together, each part once, through likeness to any other of the lot.

    A sweep from left to right that looks only at lots which may still grow: of spans that overlap in a stretch and are
    not alike there are but few.
    """
    growing: list[_Lot] = []
    done: list[_Lot] = []
    for part in sorted(set(parts)):
        near: list[_Lot] = []
        apart: list[_Lot] = []
        for lot in growing:
            if lot.reach < part[0]:
                done.append(lot)
            else:
                (near if lot.takes(part) else apart).append(lot)
        growing = [*apart, _united(near, part)]
    return [lot.spans for lot in (*done, *growing)]


class _Lot:
    """Spans of one text that hang together, with their shortest and longest; none further right than `reach` joins."""

    def __init__(self, part: Span) -> None:
        self.spans = [part]
        self.least = self.most = part[1] - part[0]
        self.reach = part[1] - ALIKE * self.least

    def takes(self, part: Span) -> bool:
        """Whether a span is alike to one of the lot; the last ones first, as the parts come in order."""
        size = part[1] - part[0]
        fits = self.least * ALIKE <= size and size * ALIKE <= self.most
        return fits and any(alike(part, span) for span in reversed(self.spans))

    def take_in(self, other: _Lot) -> None:
        """Make one lot of two."""
        self.spans += other.spans
        self.least, self.most = min(self.least, other.least), max(self.most, other.most)
        self.reach = max(self.reach, other.reach)


def _united(near: list[_Lot], part: Span) -> _Lot:
    """One lot of several and a span; the largest takes the others in."""
    new = _Lot(part)
    if not near:
        return new
    largest = max(near, key=lambda lot: len(lot.spans))
    for lot in near:
        if lot is not largest:
            largest.take_in(lot)
    largest.take_in(new)
    return largest


def covered(parts: Iterable[Span]) -> list[Span]:
    """The stretches that parts in one text cover: of each lot that hangs together, from its first to its last."""
    return sorted((min(s for s, _ in lot), max(e for _, e in lot)) for lot in lots(parts))


def write_occurrences(db: sqlite3.Connection, stale: Iterable[Place]) -> set[Place]:
    """Derive anew where passages stand in texts; a passage that stands nowhere goes. Returns what is otherwise now."""
    stale = set(stale)
    changed: set[Place] = set()
    for place in stale:
        implied = db.execute('SELECT "start", "end" FROM implied WHERE passage = ? AND text = ?', place).fetchall()
        spans = covered([*_parts(db, place), *implied])
        before = db.execute('SELECT "start", "end" FROM occurrence WHERE passage = ? AND text = ?', place).fetchall()
        if sorted(before) != spans:
            changed.add(place)
            db.execute("DELETE FROM occurrence WHERE passage = ? AND text = ?", place)
            db.executemany("INSERT INTO occurrence VALUES (?, ?, ?, ?)", [(*place, *span) for span in spans])
    for passage in {passage for passage, _ in stale}:
        (members,) = db.execute("SELECT count(*) FROM occurrence WHERE passage = ?", [passage]).fetchone()
        if members:
            db.execute("UPDATE passage SET members = ? WHERE id = ?", [members, passage])
        else:
            db.execute("DELETE FROM passage WHERE id = ?", [passage])
    return changed


def _parts(connection: sqlite3.Connection, place: Place) -> list[Span]:
    return connection.execute('SELECT "start", "end" FROM part WHERE passage = ? AND text = ?', place).fetchall()


def imply(db: sqlite3.Connection, places: Iterable[Place]) -> set[Place]:
    """Derive anew what follows from the parts of passages in texts. Returns the places that this changes."""
    stale: set[Place] = set()
    asked: dict[int, _Asked] = defaultdict(dict)
    for passage, source in places:
        gone = db.execute(
            "DELETE FROM implied WHERE passage = ? AND source = ? RETURNING passage, text", [passage, source]
        )
        stale.update(gone.fetchall())
        asked[source][passage] = None
    return stale.union(*(_follow(db, source, passages) for source, passages in asked.items()))


def imply_between(db: sqlite3.Connection, pairs: Iterable[tuple[Side, Side]], known: Set[Place]) -> set[Place]:
    """Take in what follows from new pairs: of each side's text what lies inside it stands on the other side too.

    Of `known` places all that follows was taken in with the pairs already there.
    """
    asked: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for one, other in pairs:
        for (source, (start, end)), (text, _) in ((one, other), (other, one)):
            inside = db.execute(
                'SELECT passage FROM part WHERE text = ?1 AND "start" BETWEEN ?2 AND ?3 AND "end" <= ?3',
                [source, start, end],
            )
            for passage in {passage for (passage,) in inside}:
                if (passage, source) not in known:
                    asked[source][passage].add(text)
    return set().union(*(_follow(db, source, passages) for source, passages in asked.items()))


def forget_implied(db: sqlite3.Connection, text: int, others: Set[int] | None) -> set[Place]:
    """Drop what followed from the pairs of a text with some others, or with all. Returns the places that changed."""
    rows = db.execute("SELECT rowid, passage, text, source FROM implied WHERE text = ?1 OR source = ?1", [text])
    gone = [
        (row, (passage, at))
        for row, passage, at, source in rows.fetchall()
        if others is None or (source if at == text else at) in others
    ]
    db.executemany("DELETE FROM implied WHERE rowid = ?", [(row,) for row, _ in gone])
    return {place for _, place in gone}


_Asked = dict[int, set[int] | None]
"""Passages in a text, and the other texts to carry each over to: None for all."""

_ENDS = """
    SELECT there.text, there."start", there."end" FROM part AS there
    JOIN (SELECT other AS id FROM pair WHERE one = ?1 UNION ALL SELECT one FROM pair WHERE other = ?1) AS pair
        ON there.id = pair.id
    WHERE there.id <> ?1 AND (?2 IS NULL OR there.text IN (SELECT value FROM json_each(?2)))"""
"""The parts with which one is paired, in all texts or in some."""


def _follow(db: sqlite3.Connection, source: int, asked: Mapping[int, Set[int] | None]) -> set[Place]:
    """Take in where else passages stand because they lie inside longer ones in a text."""
    stale: set[Place] = set()
    bodies: dict[int, str] = {}
    for (start, end, part, _), inside in _around(db, source, asked).items():
        texts = [asked[passage] for passage, _ in inside]
        only = None if None in texts else json.dumps(sorted(set().union(*(t for t in texts if t))))
        for text, *there in db.execute(_ENDS, [part, only]).fetchall():
            for number in {source, text} - bodies.keys():
                (bodies[number],) = db.execute("SELECT body FROM text WHERE id = ?", [number]).fetchone()
            for passage, span in inside:
                wanted = asked[passage]
                if wanted is not None and text not in wanted:
                    continue
                found = alignment.project(bodies[source], (start, end), bodies[text], (there[0], there[1]), span)
                if found and alike((0, found.end - found.start), (0, span[1] - span[0])):
                    row = [passage, text, found.start, found.end, source]
                    if db.execute("INSERT OR IGNORE INTO implied VALUES (?, ?, ?, ?, ?)", row).rowcount:
                        stale.add((passage, text))
    return stale


_Part = tuple[int, int, int, int]
"""Start, end, number and passage of a part."""


def _around(db: sqlite3.Connection, source: int, passages: Iterable[int]) -> dict[_Part, list[tuple[int, Span]]]:
    """The parts of a text that have places of some passages inside them and are longer, with these places."""
    query = 'SELECT "start", "end", id, passage FROM part WHERE text = ? ORDER BY "start" DESC'
    waiting: list[_Part] = db.execute(query, [source]).fetchall()
    places = sorted((span, passage) for passage in passages for span in covered(_parts(db, (passage, source))))
    found: dict[_Part, list[tuple[int, Span]]] = defaultdict(list)
    reaching: list[_Part] = []
    for span, passage in places:
        while waiting and waiting[-1][0] <= span[0]:
            reaching.append(waiting.pop())
        reaching = [part for part in reaching if part[1] > span[0]]
        for part in reaching:
            if part[1] >= span[1] and part[3] != passage and not alike(span, part[:2]):
                found[part].append((passage, span))
    return found
