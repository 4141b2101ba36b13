"""Which repeats are one passage, in the collection's tables.

The sides of repeats are parts. Two parts belong together when they are sides of one repeat, or lie in one text and
are alike. A passage is what hangs together so. The rule knows no order, so that of import changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from store.model import Span
from store.passage_places import (
    ALIKE,
    Place,
    Side,
    alike,
    forget_implied,
    imply,
    imply_between,
    lots,
    write_occurrences,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that say the same words. Where whole texts are one and the same, both sides are that text."""

    one: Side
    other: Side
    identity: float


def join(db: sqlite3.Connection, pairs: Iterable[Pair]) -> tuple[set[int], set[int]]:
    """Take the repeats of a text in, their first side in it, uniting passages that they connect.

    Returns the passages that changed, and those of them that were several before or stand otherwise in other texts.
    """
    pairs = list(pairs)
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
    implied = imply(db, stale) | imply_between(db, ((pair.one, pair.other) for pair in pairs), stale)
    moved = {passage for passage, text in write_occurrences(db, stale | implied) if text != pairs[0].one[0]}
    united |= {passage for passage in moved if _stands_in_several(db, passage, pairs[0].one[0])}
    return {passage for passage, _ in stale | implied}, united


def _new_passage(db: sqlite3.Connection) -> int:
    return int(db.execute("INSERT INTO passage DEFAULT VALUES RETURNING id").fetchone()[0])


def _new_part(db: sqlite3.Connection, passage: int, text: int, span: Span) -> bool:
    """Take a part in. Returns whether it was not there yet."""
    row = [passage, text, *span]
    inserted = db.execute('INSERT OR IGNORE INTO part (passage, text, "start", "end") VALUES (?, ?, ?, ?)', row)
    return bool(inserted.rowcount)


def _stands_in_several(connection: sqlite3.Connection, passage: int, but: int) -> bool:
    """Whether a passage stands in two texts or more besides one."""
    query = "SELECT min(text) < max(text) FROM occurrence WHERE passage = ? AND text <> ?"
    return bool(connection.execute(query, [passage, but]).fetchone()[0])


def _part_at(connection: sqlite3.Connection, text: int, span: Span) -> int:
    row = connection.execute('SELECT id FROM part WHERE text = ? AND "start" = ? AND "end" = ?', [text, *span])
    return int(row.fetchone()[0])


def _passages_at(connection: sqlite3.Connection, text: int, span: Span) -> list[int]:
    start, size = span[0], span[1] - span[0]
    rows = connection.execute(  # what begins further off than this is not alike, see ALIKE
        'SELECT passage, "start", "end" FROM part WHERE text = ? AND "start" BETWEEN ? AND ?',
        [text, start - size * (1 / ALIKE - 1) - 1, start + size * (1 - ALIKE) + 1],
    )
    return [passage for passage, start, end in rows if alike(span, (start, end))]


def _unite(db: sqlite3.Connection, passage: int, merged: int) -> set[Place]:
    """Make one passage of two. Returns what of it has to be written anew."""
    texts = db.execute(
        "SELECT text FROM part WHERE passage = ?1 UNION SELECT text FROM implied WHERE passage = ?1", [merged]
    ).fetchall()
    db.execute("UPDATE part SET passage = ? WHERE passage = ?", [passage, merged])
    db.execute("UPDATE OR REPLACE implied SET passage = ? WHERE passage = ?", [passage, merged])
    db.execute("DELETE FROM occurrence WHERE passage = ?", [merged])
    db.execute("DELETE FROM passage WHERE id = ?", [merged])
    return {(passage, text) for (text,) in texts}


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
    implied = forget_implied(db, text, chosen)
    db.executemany("DELETE FROM pair WHERE one = ? AND other = ?", rows)
    for end in ends:
        stale.add(db.execute("SELECT passage, text FROM part WHERE id = ?", end).fetchone())
        db.execute(
            """DELETE FROM part WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM pair WHERE one = ?1)
            AND NOT EXISTS (SELECT 1 FROM pair WHERE other = ?1)""",
            end,
        )
    texts = _texts(db, stale)
    for passage in {passage for passage, _ in stale}:
        stale |= _break_up(db, passage)
    implied |= imply(db, stale)
    texts |= _texts(db, implied)
    write_occurrences(db, stale | implied)
    return texts


def _texts(connection: sqlite3.Connection, places: Iterable[Place]) -> set[int]:
    """All texts in which the passages of these places stand."""
    query = "SELECT text FROM occurrence WHERE passage = ?"
    return {text for passage in {p for p, _ in places} for (text,) in connection.execute(query, [passage])}


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
    by_text: dict[int, dict[Span, int]] = defaultdict(dict)
    for part, text, start, end in rows:
        by_text[text][start, end] = part
    for parts in by_text.values():
        for lot in lots(parts):
            for span in lot[1:]:
                root[find(parts[span])] = find(parts[lot[0]])
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part, text, _, _ in rows:
        found[find(part)].append((part, text))
    return sorted(found.values(), key=len, reverse=True)
