"""The concordance: every place where words stand in the collection, each with what stands before and after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from store import records
from store.collection import Collection
from store.events import Change, Value
from store.model import RecordKind, Span
from store.query import parse
from store.search import hits_in, newest

MOST = 20_000
"""So many lines are shown; nobody reads more."""
AROUND = 120
"""Characters before and after a hit."""
BATCH = 200
"""Articles read at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """One hit: its article (number, uid, text, what is known), where it stands, its words and those around it."""

    article: int
    uid: str
    text: str
    title: str
    outlet: str
    published: str
    start: int
    end: int
    left: str
    hit: str
    right: str


def concordance(
    collection: Collection, typed: str, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[list[Line]]:
    """The lines of what a query's words and phrases find, the articles added last first, in batches.

    At most `MOST`; a query that wants no words has none.
    """
    query = parse(typed)
    if not query.words:
        return
    numbers = newest(collection, query, MOST, cancelled=cancelled)
    found = 0
    for first in range(0, len(numbers), BATCH):
        if cancelled() or found >= MOST:
            return
        batch = [
            Line(number, uid, text, title, outlet, published, start, end, *_around(body, start, end))
            for number, uid, text, title, outlet, published, body in _texts(collection, numbers[first : first + BATCH])
            for start, end in hits_in(body, query)
        ]
        yield batch[: MOST - found]
        found += len(batch)


def _texts(collection: Collection, numbers: Sequence[int]) -> list[tuple[int, str, str, str, str, str, str]]:
    marks = ", ".join("?" * len(numbers))
    return collection.read.execute(
        f"""SELECT article.id, uid, sha256, title, outlet, published, body FROM article JOIN text ON sha256 = text
        WHERE article.id IN ({marks}) ORDER BY article.id DESC""",
        list(numbers),
    ).fetchall()


def _around(body: str, start: int, end: int) -> tuple[str, str, str]:
    parts = body[max(0, start - AROUND) : start], body[start:end], body[end : end + AROUND]
    left, hit, right = (re.sub(r"\s+", " ", part) for part in parts)
    return left, hit, right


def by_left(line: Line) -> list[str]:
    """Sorts lines by the words before the hit, the nearest first."""
    return re.findall(r"\w+", line.left.casefold())[::-1]


def by_right(line: Line) -> list[str]:
    """Sorts lines by the words after the hit."""
    return re.findall(r"\w+", line.right.casefold())


def tag_lines(
    collection: Collection,
    kind: RecordKind,
    lines: Sequence[Line],
    fields: Value | None = None,
    note: str = "",
    along: Sequence[Change] = (),
) -> tuple[int, int]:
    """Put every line's hit on record, as one action. Returns how many were, and how many were already.

    A quote is the quotation that the hit stands in, where there is one. For `along` see `records.tag`. Raises
    TextChanged, NoSuchRecord, NoSuchSpeaker.
    """
    choose = partial(_quotation, collection) if kind == "quote" else _hit
    return records.tag_all(collection, kind, list(dict.fromkeys(map(choose, lines))), fields, note, along)


def _hit(line: Line) -> tuple[str, str, Span]:
    return line.uid, line.text, (line.start, line.end)


def _quotation(collection: Collection, line: Line) -> tuple[str, str, Span]:
    from store.textmap import TextMap

    row = collection.read.execute("SELECT body FROM text WHERE sha256 = ?", [line.text]).fetchone()
    if row is None:
        raise records.TextChanged
    return line.uid, line.text, TextMap(row[0]).quotation_at(line.start) or (line.start, line.end)
