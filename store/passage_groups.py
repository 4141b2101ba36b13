"""Which repeats are one passage, in the collection's tables.

The sides of repeats are parts. Two parts belong together when they are sides of one repeat, or lie in one text and
overlap by half or more of both. A passage is what hangs together so; its occurrences are the stretches of text that
its parts cover. The rule knows no order, so that of import changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.model import Span

Side = tuple[int, Span]
"""A text by its number, and a span of it."""
Place = tuple[int, int]
"""A passage and a text by their numbers: what one has of the other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that say the same words. Where whole texts are one and the same, both sides are that text."""

    one: Side
    other: Side
    identity: float


def join(db: sqlite3.Connection, pairs: Iterable[Pair]) -> tuple[set[int], set[int]]:
    """Take repeats in, uniting passages that they connect.

    Returns the passages that changed, and those of them that were several before.
    """
    stale: set[Place] = set()
    united: set[int] = set()
    for pair in pairs:
        sides = dict.fromkeys((pair.one, pair.other))
        known = sorted({passage for text, span in sides for passage in _passages_at(db, text, span)})
        passage = known[0] if known else _new_passage(db)
        for merged in known[1:]:
            stale = {(passage if p == merged else p, text) for p, text in stale}
            stale |= _unite(db, passage, merged)
            united = united - {merged} | {passage}
        stale |= {(passage, text) for text, span in sides if _new_part(db, passage, text, span)}
        ends = [_part_at(db, *side) for side in (pair.one, pair.other)]
        db.execute("INSERT OR IGNORE INTO pair VALUES (?, ?, ?)", [*sorted(ends), pair.identity])
    _write_occurrences(db, stale)
    return {passage for passage, _ in stale}, united


def _new_passage(db: sqlite3.Connection) -> int:
    return int(db.execute("INSERT INTO passage DEFAULT VALUES RETURNING id").fetchone()[0])


def _new_part(db: sqlite3.Connection, passage: int, text: int, span: Span) -> bool:
    """Take a part in. Returns whether it was not there yet."""
    row = [passage, text, *span]
    inserted = db.execute('INSERT OR IGNORE INTO part (passage, text, "start", "end") VALUES (?, ?, ?, ?)', row)
    return bool(inserted.rowcount)


def _part_at(connection: sqlite3.Connection, text: int, span: Span) -> int:
    row = connection.execute('SELECT id FROM part WHERE text = ? AND "start" = ? AND "end" = ?', [text, *span])
    return int(row.fetchone()[0])


def _passages_at(connection: sqlite3.Connection, text: int, span: Span) -> list[int]:
    rows = connection.execute('SELECT passage, "start", "end" FROM part WHERE text = ?', [text])
    return [passage for passage, start, end in rows if alike(span, (start, end))]


def alike(one: Span, other: Span) -> bool:
    """Whether two spans overlap by half or more of both."""
    return 2 * (min(one[1], other[1]) - max(one[0], other[0])) >= max(one[1] - one[0], other[1] - other[0])


def _unite(db: sqlite3.Connection, passage: int, merged: int) -> set[Place]:
    """Make one passage of two. Returns what of it has to be written anew."""
    texts = db.execute("SELECT DISTINCT text FROM part WHERE passage = ?", [merged]).fetchall()
    db.execute("UPDATE part SET passage = ? WHERE passage = ?", [passage, merged])
    db.execute("DELETE FROM occurrence WHERE passage = ?", [merged])
    db.execute("DELETE FROM passage WHERE id = ?", [merged])
    return {(passage, text) for (text,) in texts}


def _write_occurrences(db: sqlite3.Connection, stale: Iterable[Place]) -> None:
    """Derive anew where passages stand in texts; a passage that stands nowhere goes."""
    for passage, text in stale:
        parts = db.execute('SELECT "start", "end" FROM part WHERE passage = ? AND text = ?', [passage, text]).fetchall()
        db.execute("DELETE FROM occurrence WHERE passage = ? AND text = ?", [passage, text])
        spans = [(passage, text, *span) for span in covered(parts)]
        db.executemany("INSERT INTO occurrence VALUES (?, ?, ?, ?)", spans)
    for passage in {passage for passage, _ in stale}:
        (members,) = db.execute("SELECT count(*) FROM occurrence WHERE passage = ?", [passage]).fetchone()
        if members:
            db.execute("UPDATE passage SET members = ? WHERE id = ?", [members, passage])
        else:
            db.execute("DELETE FROM passage WHERE id = ?", [passage])


def covered(parts: Sequence[Span]) -> list[Span]:
    """The stretches that parts in one text cover: of each lot that hangs together, from its first to its last."""
    lots: list[list[Span]] = []
    for part in sorted(set(parts)):
        near = [lot for lot in lots if any(alike(part, other) for other in lot)]
        lots = [lot for lot in lots if lot not in near] + [[part, *(span for lot in near for span in lot)]]
    return sorted((min(s for s, _ in lot), max(e for _, e in lot)) for lot in lots)


def partners(connection: sqlite3.Connection, text: int) -> set[int]:
    """The texts that one is paired with."""
    return {partner for _, _, partner in connection.execute(_PAIRED, [text])} - {text}


_PAIRED = """
    SELECT one, other, there.text FROM part AS here JOIN pair ON one = here.id JOIN part AS there ON there.id = other
        WHERE here.text = ?1
    UNION
    SELECT one, other, there.text FROM part AS here JOIN pair ON other = here.id JOIN part AS there ON there.id = one
        WHERE here.text = ?1"""
"""The pairs of a text, and the text at the other end of each."""


def part_with(db: sqlite3.Connection, text: int, others: Iterable[int] | None = None) -> set[int]:
    """Take a text out of all passages, or only what pairs it with some others, and leave what still hangs together.

    Returns the texts of the passages that changed.
    """
    chosen = None if others is None else set(others)
    rows = [
        (one, other)
        for one, other, partner in db.execute(_PAIRED, [text]).fetchall()
        if chosen is None or partner in chosen
    ]
    ends = {(end,) for row in rows for end in row}
    stale: set[Place] = set()
    db.executemany("DELETE FROM pair WHERE one = ? AND other = ?", rows)
    for end in ends:
        stale.add(db.execute("SELECT passage, text FROM part WHERE id = ?", end).fetchone())
        db.execute(
            """DELETE FROM part WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM pair WHERE one = ?1)
            AND NOT EXISTS (SELECT 1 FROM pair WHERE other = ?1)""",
            end,
        )
    texts: set[int] = set()
    for passage in {passage for passage, _ in stale}:
        texts.update(text for (text,) in db.execute("SELECT text FROM occurrence WHERE passage = ?", [passage]))
        stale |= _break_up(db, passage)
    _write_occurrences(db, stale)
    return texts


def _break_up(db: sqlite3.Connection, passage: int) -> set[Place]:
    """Make several passages of one where its parts no longer hang together. Returns what has to be written anew."""
    stale: set[Place] = set()
    for lot in _lots(db, passage)[1:]:
        new = _new_passage(db)
        db.executemany("UPDATE part SET passage = ? WHERE id = ?", [(new, part) for part, _ in lot])
        stale |= {place for _, text in lot for place in ((passage, text), (new, text))}
    return stale


def _lots(connection: sqlite3.Connection, passage: int) -> list[list[tuple[int, int]]]:
    """What of a passage hangs together, as lots of parts with their texts; the largest first."""
    rows = connection.execute('SELECT id, text, "start", "end" FROM part WHERE passage = ?', [passage]).fetchall()
    pairs = connection.execute(
        "SELECT one, other FROM part JOIN pair ON one = part.id WHERE passage = ?", [passage]
    ).fetchall()
    root = {part: part for part, _, _, _ in rows}

    def find(part: int) -> int:
        while root[part] != part:
            root[part] = root[root[part]]
            part = root[part]
        return part

    for one, other in pairs:
        root[find(one)] = find(other)
    by_text: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for part, text, start, end in rows:
        for other, span in by_text[text]:
            if alike((start, end), span):
                root[find(part)] = find(other)
        by_text[text].append((part, (start, end)))
    lots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part, text, _, _ in rows:
        lots[find(part)].append((part, text))
    return sorted(lots.values(), key=len, reverse=True)
