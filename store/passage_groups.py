"""Which repeats are one passage, in the collection's tables.

The sides of repeats are parts. Two parts belong together when they are sides of one repeat, or lie in one text and
overlap by half or more of both. A passage is what hangs together so; its occurrences are the stretches of text that
its parts cover. The rule knows no order, so that of import changes nothing, and adding a text only joins.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.model import Span

if TYPE_CHECKING:
    from sqlite_utils import Database

Side = tuple[int, Span]
"""A text by its number, and a span of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that say the same words. Where whole texts are one and the same, both sides are that text."""

    one: Side
    other: Side
    identity: float


def join(db: Database, pairs: Iterable[Pair]) -> tuple[set[int], set[int]]:
    """Take repeats in, uniting passages that they connect.

    Returns the passages that changed, and those of them that were several before.
    """
    (last,) = db.execute("SELECT coalesce(max(pair), 0) FROM part").fetchone()
    stale: set[tuple[int, int]] = set()
    united: set[int] = set()
    for number, pair in enumerate(pairs, last + 1):
        sides = dict.fromkeys((pair.one, pair.other))
        known = sorted({passage for text, span in sides for passage in _passages_at(db.conn, text, span)})
        passage = known[0] if known else _new_passage(db)
        for merged in known[1:]:
            stale = {(passage if p == merged else p, text) for p, text in stale}
            stale |= _unite(db, passage, merged)
            united = united - {merged} | {passage}
        db.conn.executemany(
            "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)",
            [(number, passage, text, *span, pair.identity) for text, span in sides],
        )
        stale |= {(passage, text) for text, _ in sides}
    _write_occurrences(db, stale)
    return {passage for passage, _ in stale}, united


def _new_passage(db: Database) -> int:
    return int(db.execute("INSERT INTO passage DEFAULT VALUES RETURNING id").fetchone()[0])


def _passages_at(connection: sqlite3.Connection, text: int, span: Span) -> list[int]:
    rows = connection.execute('SELECT DISTINCT passage, "start", "end" FROM part WHERE text = ?', [text])
    return [passage for passage, start, end in rows if alike(span, (start, end))]


def alike(one: Span, other: Span) -> bool:
    """Whether two spans overlap by half or more of both."""
    return 2 * (min(one[1], other[1]) - max(one[0], other[0])) >= max(one[1] - one[0], other[1] - other[0])


def _unite(db: Database, passage: int, merged: int) -> set[tuple[int, int]]:
    """Make one passage of two. Returns what of it has to be written anew."""
    texts = db.execute("SELECT DISTINCT text FROM part WHERE passage = ?", [merged]).fetchall()
    db.execute("UPDATE part SET passage = ? WHERE passage = ?", [passage, merged])
    db.execute(
        "UPDATE passage SET representatives = representatives + (SELECT representatives FROM passage WHERE id = ?) "
        "WHERE id = ?",
        [merged, passage],
    )
    db.execute("DELETE FROM occurrence WHERE passage = ?", [merged])
    db.execute("DELETE FROM passage WHERE id = ?", [merged])
    return {(passage, text) for (text,) in texts}


def _write_occurrences(db: Database, stale: Iterable[tuple[int, int]]) -> None:
    """Derive anew where passages stand in texts: (passage, text)."""
    for passage, text in stale:
        parts = db.execute('SELECT "start", "end" FROM part WHERE passage = ? AND text = ?', [passage, text]).fetchall()
        db.execute("DELETE FROM occurrence WHERE passage = ? AND text = ?", [passage, text])
        spans = [(passage, text, *span) for span in covered(parts)]
        db.conn.executemany("INSERT INTO occurrence VALUES (?, ?, ?, ?)", spans)
    for passage in {passage for passage, _ in stale}:
        db.execute(
            "UPDATE passage SET members = (SELECT count(*) FROM occurrence WHERE passage = ?1) WHERE id = ?1", [passage]
        )


def covered(parts: Sequence[Span]) -> list[Span]:
    """The stretches that parts in one text cover: of each lot that hangs together, from its first to its last."""
    lots: list[list[Span]] = []
    for part in sorted(set(parts)):
        near = [lot for lot in lots if any(alike(part, other) for other in lot)]
        lots = [lot for lot in lots if lot not in near] + [[part, *(span for lot in near for span in lot)]]
    return sorted((min(s for s, _ in lot), max(e for _, e in lot)) for lot in lots)


@dataclass(slots=True)
class Parted:
    """What taking texts out of their passages has changed.

    `again` are texts to be compared anew, as they had been compared with a representative that went; `texts` are all
    those of passages that changed, `passages` what is left of these.
    """

    again: set[int] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    passages: set[int] = field(default_factory=set)


def part_with(db: Database, texts: Iterable[int]) -> Parted:
    """Take texts out of all passages, and leave what still hangs together."""
    parted = Parted()
    waiting = list(texts)
    while waiting:
        text = waiting.pop()
        if text in parted.texts:
            continue
        parted.texts.add(text)
        if db.execute("SELECT 1 FROM representative WHERE text = ?", [text]).fetchone():
            partners = db.execute(
                "SELECT DISTINCT other.text FROM part JOIN part AS other ON other.pair = part.pair WHERE part.text = ?",
                [text],
            ).fetchall()
            parted.again.update(partner for (partner,) in partners)
            waiting += [partner for (partner,) in partners]
            db.execute("DELETE FROM representative WHERE text = ?", [text])
    affected: set[int] = set()
    for text in parted.texts:
        rows = db.execute("SELECT DISTINCT pair, passage FROM part WHERE text = ?", [text]).fetchall()
        affected.update(passage for _, passage in rows)
        db.conn.executemany("DELETE FROM part WHERE pair = ?", [(pair,) for pair, _ in rows])
    for passage in affected:
        parted.texts.update(text for (text,) in db.execute("SELECT text FROM part WHERE passage = ?", [passage]))
        parted.passages |= _regroup(db, passage)
    return parted


def _regroup(db: Database, passage: int) -> set[int]:
    """Write a passage anew from its parts, as several where they no longer hang together. Returns what there is now."""
    rows = db.execute('SELECT rowid, pair, text, "start", "end" FROM part WHERE passage = ?', [passage]).fetchall()
    db.execute("DELETE FROM occurrence WHERE passage = ?", [passage])
    if not rows:
        db.execute("DELETE FROM passage WHERE id = ?", [passage])
        return set()
    first, *others = _lots(rows)
    stale = {(passage, text) for _, text in first}
    for lot in others:
        new = _new_passage(db)
        db.conn.executemany("UPDATE part SET passage = ? WHERE rowid = ?", [(new, row) for row, _ in lot])
        stale |= {(new, text) for _, text in lot}
    _write_occurrences(db, stale)
    return {passage for passage, _ in stale}


def _lots(rows: Sequence[tuple[int, int, int, int, int]]) -> list[list[tuple[int, int]]]:
    """Parts (row, pair, text, start, end) that hang together, as lots of (row, text)."""
    root = list(range(len(rows)))

    def find(k: int) -> int:
        while root[k] != k:
            root[k] = root[root[k]]
            k = root[k]
        return k

    by_pair: dict[int, int] = {}
    by_text: dict[int, list[int]] = defaultdict(list)
    for k, (_, pair, text, start, end) in enumerate(rows):
        root[find(k)] = find(by_pair.setdefault(pair, k))
        for other in by_text[text]:
            if alike((start, end), rows[other][3:]):
                root[find(k)] = find(other)
        by_text[text].append(k)
    lots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for k, row in enumerate(rows):
        lots[find(k)].append((row[0], row[2]))
    return list(lots.values())
