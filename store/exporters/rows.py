"""What is exported: the rows of store/views.py that a selection asks for, streamed in document order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from store import published
from store.articles import find, ids
from store.collection import Collection
from store.merged import root
from store.speakers import NoSuchSpeaker
from store.views import EXACT

KINDS = {"quote": "quotes", "speaker": "speakers", "commitment": "commitments"}
"""What can be exported: kind -> the name of its file and, with `_flat`, its view."""

WHO = {"quote": "speaker", "speaker": "speaker", "commitment": "promisor"}
"""The column that names who said it, is named or promised; with `_id`, the one that tells namesakes apart."""

DATES = ("published", "date_said", "deadline", "status_date")
"""Columns that hold a day, month or year (ISO); a day without its year is such as --11-09."""

NEEDS_LOOK = "needs a look: the article may say this otherwise now"
"""What formats for people say of a record of which a part may not be what its article says."""

AT_ONCE = 200
"""Rows held in memory."""

MOST_MEANT = 3
"""So many names are offered in the place of one that nobody has."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records: all, or those that meet every condition given.

    `since` is a day (ISO) on which or after which their articles were published (see store/published.py); `speaker` a
    name, alias or uid; `article` a number, uid or address; `words` a query of the search language (see store/query.py)
    for articles.
    `only` are uids of records, or of speakers, who stand for all their records.
    `suggestions` asks for suggestions too, apart from the records.

    Not a condition: `read` is called with how many records were read since the last call, and may raise to stop.
    """

    kinds: tuple[str, ...] = tuple(KINDS)
    since: str = ""
    speaker: str = ""
    article: str = ""
    words: str = ""
    only: frozenset[str] = frozenset()
    suggestions: bool = False
    read: Callable[[int], None] = field(default=lambda _: None, compare=False)

    @property
    def unconditional(self) -> bool:
        """Whether every record meets it."""
        return replace(self, suggestions=False) == Selection()


def in_words(value: object) -> str:
    """A value as a cell of text, a whole number without a point."""
    if isinstance(value, float) and abs(value) < EXACT and value.is_integer():
        return str(int(value))
    return str(value)


@contextmanager
def one_state(collection: Collection, selection: Selection) -> Iterator[None]:
    """Read everything inside as it is now, whatever others write meanwhile; what `condition` asks for is at hand."""
    collection.read.create_function("chosen", 1, selection.only.__contains__, deterministic=True)
    collection.read.execute("BEGIN")
    try:
        yield
    finally:
        collection.read.execute("ROLLBACK")


def columns(collection: Collection, kind: str) -> list[str]:
    """The names of a kind's columns, in order."""
    with closing(collection.read.execute(f"SELECT * FROM {KINDS[kind]}_flat LIMIT 0")) as empty:
        return [column[0] for column in empty.description]


def rows(collection: Collection, kind: str, selection: Selection, order: str = "") -> Iterator[Row]:
    """The selected rows of a kind, in document order or by the columns of `order`.

    Raises NoSuchSpeaker, NoSuchArticle.
    """
    names = columns(collection, kind)
    listed = ", ".join(f'"{name}"' for name in names)
    where, values = condition(collection, kind, selection)
    by = f"ORDER BY {order}" if order else ""
    query = f"SELECT {listed} FROM {KINDS[kind]}_flat WHERE {where} {by}"
    with closing(collection.read.execute(query, values)) as cursor:
        while some := cursor.fetchmany(AT_ONCE):
            selection.read(len(some))
            for row in some:
                yield dict(zip(names, row, strict=True))


def left_out(collection: Collection, selection: Selection) -> int:
    """How many records a selection by day leaves out for no other reason than that their article has no year."""
    undated = f"id IS NOT NULL AND {published.UNKNOWN}"  # a speaker who is mentioned nowhere has no article
    return count(collection, replace(selection, since=""), undated) if selection.since else 0


def count(collection: Collection, selection: Selection, besides: str = "TRUE") -> int:
    """How many records are selected of which a condition on their rows is true as well."""
    total = 0
    for kind in selection.kinds:
        where, values = condition(collection, kind, selection)
        query = f"SELECT count(*) FROM {KINDS[kind]}_flat WHERE {where} AND {besides}"
        total += collection.read.execute(query, values).fetchone()[0]
    return total


def condition(collection: Collection, kind: str, selection: Selection) -> tuple[str, list[object]]:
    """A selection as the WHERE of a query on a kind's view, with its values; for inside `one_state`."""
    parts: list[str] = []
    values: list[object] = []
    inside, given = _articles(collection, selection)
    if inside:
        if kind == "speaker":
            inside, given = _or_named(inside, given)
        parts.append(inside)
        values += given
    if selection.speaker:
        speakers = called(collection, selection.speaker)
        parts.append(f"{WHO[kind]}_id IN ({', '.join('?' * len(speakers))})")
        values += speakers
    if selection.only:
        parts.append(f"(chosen(id) OR chosen({WHO[kind]}_id))")
    return " AND ".join(parts) or "TRUE", values


def _articles(collection: Collection, selection: Selection) -> tuple[str, list[object]]:
    """What a selection asks of a record's article, "" for nothing."""
    parts: list[str] = []
    values: list[object] = []
    if selection.since:
        since, given = published.since(selection.since)
        parts.append(since)
        values += given
    if selection.article:
        parts.append("article_id = ?")
        values.append(find(collection, selection.article).uid)
    if selection.words:
        parts.append("article_number IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(ids(collection, words=selection.words).tolist()))
    return " AND ".join(parts), values


def _or_named(inside: str, values: list[object]) -> tuple[str, list[object]]:
    """The same for speakers: one mentioned nowhere is in no article, but a quote or commitment in one names them."""
    named = " UNION ".join(
        f"SELECT {WHO[kind]}_id FROM {KINDS[kind]}_flat WHERE {inside}" for kind in ("quote", "commitment")
    )
    return f"({inside} OR id IS NULL AND speaker_id IN ({named}))", values * 3


def called(collection: Collection, wanted: str) -> list[str]:
    """The uids of the speakers with this name, alias or uid, after all merges. Raises NoSuchSpeaker."""
    found = collection.read.execute(
        f"""SELECT DISTINCT {root("speaker.uid")} FROM speaker
        LEFT JOIN alias ON alias.speaker = speaker.uid AND alias.state = 'live'
        WHERE speaker.state = 'live' AND (speaker.uid = ?1 OR speaker.name = ?1 COLLATE NOCASE
            OR alias.name = ?1 COLLATE NOCASE)""",
        [wanted],
    ).fetchall()
    if not found:
        part = re.compile(rf"\b{re.escape(wanted)}\b", re.IGNORECASE)
        names = collection.read.execute("SELECT DISTINCT name FROM speaker WHERE state = 'live' ORDER BY name")
        meant = [name for (name,) in names if part.search(name)][:MOST_MEANT]
        hint = f"{' or '.join(meant)} may be meant" if meant else "the list of speakers has their names"
        raise NoSuchSpeaker("No such speaker", f"nobody here is called {wanted}; {hint}")
    return [uid for (uid,) in found]
