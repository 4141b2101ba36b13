"""Articles: listing them in any order, opening one, and what is noted about them."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from store.collection import Collection
from store.copies import recycled
from store.deferred import deferred
from store.errors import OnRecordError
from store.query import ask
from store.search import conditions, matching, select_numbers

if TYPE_CHECKING:
    from store import addresses, events, history, projection, records
    from store.events import Value
    from store.model import Place, Precision, Record, Repeat
else:
    addresses, events, history = deferred("store.addresses", "store.events", "store.history")
    projection, records = deferred("store.projection", "store.records")

SORTS = {
    "published": "sort_date {way}, id {way}",
    "outlet": "outlet COLLATE NOCASE {way}, sort_date {way}, id {way}",
    "title": "title COLLATE NOCASE {way}, id {way}",
    "added": "added {way}, id {way}",
}
"""The orders of the list, each with an index of its own."""

BEST = "bm25(article_fts, 8.0, 4.0, 4.0, 1.0), article_fts.rowid DESC"
"""Best match first: words in the title weigh eight times as much as in the text."""

LISTED = 1000
"""So many articles are asked at once whether they were read."""

CORRECTABLE = ("title", "outlet", "author", "place", "published", "published_precision", "url", "language")
"""What an analyst may correct about an article."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list.

    `repeated` is the share of the text that repeats itself (0..1), None until known; `recycled` the share that other
    articles have too.
    """

    id: int
    uid: str
    title: str
    outlet: str
    author: str
    place: str
    published: str
    published_precision: Precision
    added: str
    starred: bool
    read: bool
    quotes: int
    commitments: int
    mentions: int
    repeated: float | None
    words: int
    recycled: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """An article opened for reading: its current text and all that is known of it.

    `labels` are those that reading lists gave it, `saved` the first day that it was saved in one (ISO, or empty).
    """

    row: ArticleRow
    url: str
    language: str
    text_sha256: str
    text: str = field(repr=False)  # Textual describes a worker by what it is given
    versions: int
    position: int
    repeats: tuple[Repeat, ...]
    records: tuple[Record, ...]
    places: tuple[Place, ...]
    labels: tuple[str, ...] = ()
    saved: str = ""

    def doubts(self, record: Record) -> bool:
        """Whether a record of its own needs a look, not one that shows on a copy here."""
        return record.needs_look and record.article == self.row.uid


class NoSuchArticle(OnRecordError):
    """The article is not, or no longer, in the collection."""


def ids(
    collection: Collection,
    sort: str = "published",
    *,
    descending: bool = True,
    words: str = "",
    named: str = "",
    unread: bool = False,
    starred: bool = False,
    new: bool = False,
    limit: int = -1,
    cancelled: Callable[[], bool] = lambda: False,
) -> array[int]:
    """Numbers of the articles in the order asked for, those that match only.

    Args:
        sort: one of SORTS or, where words are searched for, "best" for the best match first.
        words: a query in the search language (see store/query.py).
        named: words of title, outlet or author; the last may be unfinished.
        new: leave out articles all of whose text was read, there or in others (see `store.copies.nothing_new`).
        limit: at most so many; -1 for all.
        cancelled: asked now and then from this thread; when true, what was found so far comes back.
    """
    query = ask(words, named, unread=unread, starred=starred, new=new)
    if sort == "best" and query.wanted():
        return matching(collection, query, BEST, limit, cancelled=cancelled)
    order = SORTS.get(sort, SORTS["published"]).format(way="DESC" if descending else "ASC")
    where, values = conditions(collection, query)
    where.append("state = 'live'")
    if query.wanted():
        where.append("article.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)")
        values.append(query.wanted())
    sql = f"SELECT id FROM article WHERE {' AND '.join(where)} ORDER BY {order} LIMIT {limit}"
    return select_numbers(collection, sql, values, cancelled)


_ROW = """
    SELECT article.id, article.uid, title, outlet, author, place, published, published_precision, article.added,
        starred, coalesce(reading.read, 0),
        (SELECT count(*) FROM annotation WHERE article = article.uid AND kind = 'quote' AND state = 'live'),
        (SELECT count(*) FROM annotation WHERE article = article.uid AND kind = 'commitment' AND state = 'live'),
        (SELECT count(*) FROM annotation WHERE article = article.uid AND kind = 'mention' AND state = 'live'),
        text.repeated, text.words
    FROM article JOIN text ON text.sha256 = article.text
    LEFT JOIN reading ON reading.article = article.uid
    WHERE article.state = 'live' AND """


def rows(collection: Collection, numbers: Sequence[int]) -> list[ArticleRow]:
    """The list's lines for these articles, in this order; those that are gone are left out."""
    marks = ",".join("?" * len(numbers))
    found = {row[0]: _row(row) for row in collection.read.execute(f"{_ROW} article.id IN ({marks})", list(numbers))}
    shares = recycled(collection, list(found))
    return [replace(found[n], recycled=shares.get(n, 0.0)) for n in numbers if n in found]


def _row(row: Sequence[object]) -> ArticleRow:
    values = list(row)
    values[9], values[10] = bool(values[9]), bool(values[10])
    return ArticleRow(*values)  # type: ignore[arg-type]


def find(collection: Collection, name: str) -> ArticleRow:
    """The article of a number, uid (or the beginning of one) or url. Raises NoSuchArticle."""
    number = int(name) if name.isdecimal() and len(name) < 18 else -1
    start = name if re.fullmatch("[0-9a-f]{8,}", name) else None
    found = collection.read.execute(
        f"{_ROW} (article.id = ? OR article.uid = ? OR url = ? OR article.uid GLOB ? || '*')",
        [number, name, name, start],
    ).fetchall()
    if len(found) != 1:
        why = "no article has it" if not found else f"{len(found)} articles begin with it"
        raise NoSuchArticle("No such article", f"{name}: {why}; `onrecord articles` lists numbers and ids")
    return _row(found[0])


VERSIONS = """(SELECT added, uid, text FROM
    (SELECT added, uid, text, lag(text) OVER (ORDER BY added, uid) AS before FROM version
        WHERE article = {} AND state = 'live')
    WHERE text IS NOT before)"""
"""The versions of an article (the expression put in tells its uid), but those whose text is that of the one before."""


def open_reading(collection: Collection, number: int) -> Reading:
    """All that the page shows of an article. Raises NoSuchArticle."""
    found = rows(collection, [number])
    if not found:
        raise NoSuchArticle("The article is gone", "it has been removed from the collection since the list was made")
    row = found[0]
    url, language, sha256, body, versions, position = collection.read.execute(
        f"""SELECT url, language, text, body, (SELECT count(*) FROM {VERSIONS.format("article.uid")}),
            coalesce((SELECT position FROM reading WHERE article = article.uid), 0)
        FROM article JOIN text ON text.sha256 = article.text WHERE article.id = ?""",
        [number],
    ).fetchone()
    places = records.places_in(collection, sha256)
    return Reading(
        row=row,
        url=url,
        language=language,
        text_sha256=sha256,
        text=body,
        versions=versions,
        position=min(position, len(body)),
        repeats=tuple(projection.repeats_of(collection.read, sha256)),
        records=tuple(_records_in(collection, row.uid, places)),
        places=tuple(places),
        labels=tuple(_listed(collection, "SELECT DISTINCT name FROM label WHERE {} ORDER BY name", row.uid)),
        saved=next(_listed(collection, "SELECT saved FROM listing WHERE {} ORDER BY saved LIMIT 1", row.uid), ""),
    )


def _listed(collection: Collection, query: str, article: str) -> Iterator[str]:
    """What reading lists say of an article."""
    return (value for (value,) in collection.read.execute(query.format("article = ? AND state = 'live'"), [article]))


def _records_in(collection: Collection, article: str, places: Sequence[Place]) -> list[Record]:
    """The records of an article, then those that are carried over onto it from others."""
    own = records.records_of(collection, article)
    carried = dict.fromkeys(place.record for place in places)
    for record in own:
        carried.pop(record.uid, None)
    return own + [records.get(collection, uid) for uid in carried]


def set_read(collection: Collection, uid: str, read: bool) -> None:
    """Note an article as read or unread, on this machine only."""
    _note(collection, uid, "read", int(read))


def toggle_read(collection: Collection, uid: str) -> None:
    """Note an article as read, or as unread again, as it is when this is kept; on this machine only."""
    with collection.write() as db:
        db.execute(
            "INSERT INTO reading (article, read) VALUES (?, 1) ON CONFLICT (article) DO UPDATE SET read = 1 - read",
            [uid],
        )


def first_unread(collection: Collection, numbers: Iterable[int]) -> int | None:
    """The first of these articles that is there and was not read; None where all were. Takes no more than it needs."""
    rest = iter(numbers)
    while listed := list(islice(rest, LISTED)):
        found = collection.read.execute(
            """SELECT article.id FROM json_each(?) AS listed CROSS JOIN article ON article.id = listed.value
            LEFT JOIN reading ON reading.article = article.uid
            WHERE state = 'live' AND read IS NOT 1 ORDER BY listed.key LIMIT 1""",
            [json.dumps(listed)],
        ).fetchone()
        if found:
            return int(found[0])
    return None


def save_position(collection: Collection, uid: str, position: int) -> None:
    """Note where in its text an article was left (code points), on this machine only."""
    _note(collection, uid, "position", position)


def _note(collection: Collection, uid: str, column: str, value: int) -> None:
    with collection.write() as db:
        db.execute(
            f"INSERT INTO reading (article, {column}) VALUES (?, ?) "
            f"ON CONFLICT (article) DO UPDATE SET {column} = excluded.{column}",
            [uid, value],
        )


def star(collection: Collection, uid: str, starred: bool) -> None:
    """Star an article or take its star away. Raises NoSuchArticle."""
    _change(collection, uid, "star" if starred else "unstar", {"starred": int(starred)}, {})


def toggle_star(collection: Collection, uid: str) -> None:
    """Star an article, or take its star away, as it is when this is kept. Raises NoSuchArticle."""
    with collection.write() as db:
        found = db.execute("SELECT starred FROM article WHERE uid = ? AND state = 'live'", [uid]).fetchone()
        if found is None:
            raise gone()
        (starred,) = found
        change = events.Change("article", uid, {"starred": int(not starred)})
        history.keep(db, "unstar" if starred else "star", [change])


def correct(collection: Collection, uid: str, seen: Value | None = None, **fields: str) -> Value:
    """Correct what is known of an article (the names in CORRECTABLE); its text cannot be changed.

    Returns the values that were written over, by name, which are not those that whoever corrects them has `seen`.

    Raises ValueError, NoSuchArticle.
    """
    unknown = set(fields) - set(CORRECTABLE)
    if unknown:
        raise ValueError(f"not correctable: {', '.join(sorted(unknown))}")
    address = {"canonical_url": addresses.canonical_url(fields["url"])} if "url" in fields else {}
    return _change(collection, uid, "correct article", fields | address, seen or {})


def _change(collection: Collection, uid: str, op: str, fields: Value, seen: Value) -> Value:
    with collection.write() as db:
        columns = ", ".join(fields)
        row = db.execute(f"SELECT {columns} FROM article WHERE uid = ? AND state = 'live'", [uid]).fetchone()
        if row is None:
            raise gone()
        history.keep(db, op, [events.Change("article", uid, fields)])
        now = dict(zip(fields, row, strict=True))
        return {name: old for name, old in history.overwritten(now, seen, fields).items() if old != fields[name]}


def gone() -> NoSuchArticle:
    """What is raised where an article has been removed."""
    return NoSuchArticle("The article is gone", "it has been removed from the collection")


def correctable(collection: Collection, uid: str) -> dict[str, str]:
    """What an analyst may correct about an article, as it stands. Raises NoSuchArticle."""
    row = collection.read.execute(f"SELECT {', '.join(CORRECTABLE)} FROM article WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise gone()
    return dict(zip(CORRECTABLE, row, strict=True))
