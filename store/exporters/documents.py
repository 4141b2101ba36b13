"""Articles with the records in them, for formats that mark words in texts. Streamed article by article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace

from store.collection import Collection
from store.exporters.rows import AT_ONCE, KINDS, Selection, condition
from store.model import Anchor, Record
from store.records import records_of

RECORD_KIND = {"quote": "quote", "speaker": "mention", "commitment": "commitment"}
"""A kind as people name it -> as records have it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its records, those in text order. Anchors are on this text only."""

    uid: str
    title: str
    outlet: str
    author: str
    url: str
    place: str
    published: str
    published_precision: str
    language: str
    added: str
    text_sha256: str
    text: str
    records: tuple[Record, ...]


_NOTES = """SELECT annotation.uid FROM annotation JOIN
    (SELECT uid AS article_id, published, id AS article_order FROM article) ON article_id = annotation.article
    WHERE article_id = ? AND kind = 'note' AND state = 'live'"""

_ABOUT = [field.name for field in fields(Document)][:-1]


def documents(collection: Collection, selection: Selection, *, notes: bool = False) -> Iterator[Document]:
    """The texts that have selected records, in the order of their dates.

    Records that stand on an earlier version of an article's text come with that text, as a document of its own.
    With `notes`, an analyst's notes come too where all kinds are selected and no speaker.
    """
    query = (
        "SELECT uid FROM article WHERE state = 'live' AND EXISTS "
        "(SELECT 1 FROM annotation WHERE article = article.uid AND state = 'live') ORDER BY sort_date, id"
    )
    chosen = [
        (f"SELECT id FROM {KINDS[kind]}_flat WHERE article_id = ? AND {where}", values)
        for kind in selection.kinds
        for where, values in [condition(collection, kind, selection)]
    ]
    if notes and set(selection.kinds) == set(KINDS) and not selection.speaker:
        where, values = condition(collection, "quote", selection)
        chosen.append((f"{_NOTES} AND {where}", values))
    with closing(collection.read.execute(query)) as cursor:
        while some := cursor.fetchmany(AT_ONCE):
            for (article,) in some:
                ids: set[str] = set()
                for sql, values in chosen:
                    ids.update(uid for (uid,) in collection.read.execute(sql, [article, *values]))
                if ids:
                    yield from _documents_of(collection, article, ids)


def _documents_of(collection: Collection, article: str, ids: set[str]) -> Iterator[Document]:
    by_text: dict[str, list[Record]] = {}
    for record in records_of(collection, article):
        if record.uid in ids:
            by_text.setdefault(record.anchors[0].text, []).append(record)
    for sha256, records in by_text.items():
        row = collection.read.execute(
            """SELECT article.uid, title, outlet, author, url, place, published, published_precision, language,
                article.added, sha256, body FROM article JOIN text ON sha256 = ? WHERE article.uid = ?""",
            [sha256, article],
        ).fetchone()
        here = [replace(record, anchors=tuple(a for a in record.anchors if a.text == sha256)) for record in records]
        placed = tuple(sorted(here, key=lambda record: (record.anchors[0].start, record.uid)))
        yield Document(**dict(zip(_ABOUT, row, strict=True)), records=placed)


def content(record: Record) -> list[Anchor]:
    """The content spans of a record, in order."""
    return [anchor for anchor in record.anchors if anchor.role == "content"]


def owner_of(record: Record) -> str | None:
    """The uid of who said, is named or promised it."""
    return record.fields.get("promisor" if record.kind == "commitment" else "speaker")  # type: ignore[return-value]


def names(collection: Collection) -> dict[str, str]:
    """The name of every speaker by uid."""
    return dict(collection.read.execute("SELECT uid, name FROM speaker").fetchall())


def utf16(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
