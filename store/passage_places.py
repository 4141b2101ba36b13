"""Where passages stand in texts, derived from the sides of repeats that belong to them (parts).

In one text the parts of a passage that are alike cover one place. More follows from a passage that lies inside a longer
one: where the longer stands, the shorter does too, though no text was found to share just the shorter with it. Such
places are implied: they follow from one text's parts and pairs alone, so no order matters.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Set
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


def covered(parts: Iterable[Span]) -> list[Span]:
    """The stretches that parts in one text cover: of each lot that hangs together, from its first to its last."""
    lots: list[list[Span]] = []
    for part in sorted(set(parts)):
        near = [lot for lot in lots if any(alike(part, other) for other in lot)]
        lots = [lot for lot in lots if lot not in near] + [[part, *(span for lot in near for span in lot)]]
    return sorted((min(s for s, _ in lot), max(e for _, e in lot)) for lot in lots)


def write_occurrences(db: sqlite3.Connection, stale: Iterable[Place]) -> None:
    """Derive anew where passages stand in texts; a passage that stands nowhere goes."""
    stale = set(stale)
    for place in stale:
        implied = db.execute('SELECT "start", "end" FROM implied WHERE passage = ? AND text = ?', place).fetchall()
        db.execute("DELETE FROM occurrence WHERE passage = ? AND text = ?", place)
        spans = [(*place, *span) for span in covered([*_parts(db, place), *implied])]
        db.executemany("INSERT INTO occurrence VALUES (?, ?, ?, ?)", spans)
    for passage in {passage for passage, _ in stale}:
        (members,) = db.execute("SELECT count(*) FROM occurrence WHERE passage = ?", [passage]).fetchone()
        if members:
            db.execute("UPDATE passage SET members = ? WHERE id = ?", [members, passage])
        else:
            db.execute("DELETE FROM passage WHERE id = ?", [passage])


def _parts(connection: sqlite3.Connection, place: Place) -> list[Span]:
    return connection.execute('SELECT "start", "end" FROM part WHERE passage = ? AND text = ?', place).fetchall()


def imply(db: sqlite3.Connection, places: Iterable[Place]) -> set[Place]:
    """Derive anew what follows from the parts of passages in texts. Returns the places that this changes."""
    stale: set[Place] = set()
    for passage, source in places:
        gone = db.execute(
            "DELETE FROM implied WHERE passage = ? AND source = ? RETURNING passage, text", [passage, source]
        )
        stale.update(gone.fetchall())
        stale |= _follow(db, passage, source)
    return stale


def imply_between(db: sqlite3.Connection, one: Side, other: Side) -> set[Place]:
    """Take in what follows from a new pair: of each side's text what lies inside it stands on the other side too."""
    stale: set[Place] = set()
    for (source, (start, end)), (text, _) in ((one, other), (other, one)):
        inside = db.execute(
            'SELECT DISTINCT passage FROM part WHERE text = ? AND "start" >= ? AND "end" <= ?', [source, start, end]
        )
        for (passage,) in inside.fetchall():
            stale |= _follow(db, passage, source, text)
    return stale


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


_AROUND = """
    SELECT here."start", here."end", there.text, there."start", there."end", target.body FROM part AS here
    JOIN (SELECT one, other FROM pair UNION ALL SELECT other, one FROM pair) AS pair
        ON pair.one = here.id AND pair.other <> here.id
    JOIN part AS there ON there.id = pair.other JOIN text AS target ON target.id = there.text
    WHERE here.text = ?1 AND here."start" <= ?2 AND here."end" >= ?3 AND here.passage <> ?4
        AND (?5 IS NULL OR there.text = ?5)"""
"""The pairs one side of which lies around a stretch of a text, with the words at their other end."""


def _follow(db: sqlite3.Connection, passage: int, source: int, only: int | None = None) -> set[Place]:
    """Take in where else a passage stands because it lies inside longer ones in a text: in all texts, or in one."""
    stale: set[Place] = set()
    body = ""
    for span in covered(_parts(db, (passage, source))):
        for row in db.execute(_AROUND, [source, *span, passage, only]).fetchall():
            around, text, there, target = (row[0], row[1]), row[2], (row[3], row[4]), row[5]
            if alike(span, around):
                continue
            body = body or db.execute("SELECT body FROM text WHERE id = ?", [source]).fetchone()[0]
            found = alignment.project(body, around, target, there, span)
            if found and alike((0, found.end - found.start), (0, span[1] - span[0])):
                row = [passage, text, found.start, found.end, source]
                if db.execute("INSERT OR IGNORE INTO implied VALUES (?, ?, ?, ?, ?)", row).rowcount:
                    stale.add((passage, text))
    return stale
