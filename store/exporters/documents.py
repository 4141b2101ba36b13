"""Articles with the records in them, for formats that mark words in texts. Streamed article by article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace

from store.collection import Collection
from store.events import OWNER
from store.exporters.rows import AT_ONCE, KINDS, Selection, condition
from store.exporters.suggested import suggestions
from store.model import Record, Suggestion
from store.records import records_of
from store.verdicts import ranker


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its records, those in text order. Anchors are on this text only, but in formats without loss."""

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
    suggestions: tuple[Suggestion, ...] = ()
    parted: frozenset[str] = frozenset()
    """The uids of those of its records that have anchors on another text too, which were left out here."""


PARTED = "a part of this stands in another version of the text"
"""What formats that mark words in a text say of such a record, where they have notes."""

_NOTES = """SELECT annotation.uid FROM annotation JOIN
    (SELECT uid AS article_id, published, id AS article_number FROM article) ON article_id = annotation.article
    WHERE article_id = ? AND kind = 'note' AND state = 'live'"""

_ABOUT = [field.name for field in fields(Document)][:-3]


def documents(collection: Collection, selection: Selection) -> Iterator[Document]:
    """The texts that have selected records or, where asked for, suggestions, in the order of their dates.

    Records that stand on an earlier version of an article's text come with that text, as a document of its own.
    """
    learnt = ranker(collection) if selection.suggestions else None
    for article, ids in _chosen(collection, selection, notes=False):
        waiting = tuple(suggestions(collection, selection, article, learnt)) if learnt else ()
        by_text = _by_text(collection, article, ids)
        for suggestion in waiting[:1]:
            by_text.setdefault(suggestion.text, [])
        for sha256, records in by_text.items():
            here = [replace(record, anchors=tuple(a for a in record.anchors if a.text == sha256)) for record in records]
            parted = frozenset(one.uid for one, whole in zip(here, records, strict=True) if one != whole)
            there = tuple(suggestion for suggestion in waiting if suggestion.text == sha256)
            yield replace(_document(collection, article, sha256, here), suggestions=there, parted=parted)


def whole_articles(collection: Collection, selection: Selection) -> Iterator[list[Document]]:
    """All of each article that has selected records, for formats without loss, in the order of their dates.

    Without conditions every article comes, also one that has no record. An article's current text comes first, then the
    earlier ones on which its records stand. Records keep all their anchors, also those on another text, and notes come
    too where all kinds are selected and nothing else than articles.
    """
    for article, ids in _chosen(collection, selection, notes=True):
        yield _whole(collection, article, ids)


def texts_decided_about(collection: Collection, selection: Selection, texts: set[str]) -> Iterator[Document]:
    """Those of the texts (sha256) that `whole_articles` leaves out, without records, in the order of their dates."""
    listed = json.dumps(sorted(texts))
    rows = collection.read.execute(
        """SELECT DISTINCT article.uid, version.text FROM version JOIN article ON article.uid = version.article
        WHERE version.state = 'live' AND article.state = 'live' AND version.text IN (SELECT value FROM json_each(?))
        ORDER BY sort_date, id, version.text""",
        [listed],
    ).fetchall()
    conditions = _conditions(collection, selection, notes=True)
    for article, sha256 in rows:
        ids = _ids(collection, article, conditions)
        told = ids or selection.unconditional
        if not told or sha256 not in _texts(collection, article, _by_text(collection, article, ids)):
            yield _document(collection, article, sha256, [])


Conditions = list[tuple[str, list[object]]]
"""Queries for the uids of selected records of an article, with their values but the article's."""


def _conditions(collection: Collection, selection: Selection, *, notes: bool) -> Conditions:
    chosen = [
        (f"SELECT id FROM {KINDS[kind]}_flat WHERE article_id = ? AND {where}", values)
        for kind in selection.kinds
        for where, values in [condition(collection, kind, selection)]
    ]
    if notes and set(selection.kinds) == set(KINDS) and not (selection.speaker or selection.only):
        where, values = condition(collection, "quote", selection)
        chosen.append((f"{_NOTES} AND {where}", values))
    return chosen


def _chosen(collection: Collection, selection: Selection, *, notes: bool) -> Iterator[tuple[str, set[str]]]:
    """The articles that have selected records, with the uids of those."""
    suggested = not notes and selection.suggestions
    everything = notes and selection.unconditional
    query = f"""SELECT uid FROM article WHERE state = 'live' AND (
        EXISTS (SELECT 1 FROM annotation WHERE article = article.uid AND state = 'live')
        OR {int(suggested)} AND EXISTS (SELECT 1 FROM suggestion WHERE suggestion.article = article.uid)
        OR {int(everything)})
        ORDER BY sort_date, id"""
    conditions = _conditions(collection, selection, notes=notes)
    with closing(collection.read.execute(query)) as cursor:
        while some := cursor.fetchmany(AT_ONCE):
            for (article,) in some:
                ids = _ids(collection, article, conditions)
                if ids or suggested or everything:
                    selection.read(len(ids))
                    yield article, ids


def _ids(collection: Collection, article: str, conditions: Conditions) -> set[str]:
    return {uid for sql, values in conditions for (uid,) in collection.read.execute(sql, [article, *values])}


def _by_text(collection: Collection, article: str, ids: set[str]) -> dict[str, list[Record]]:
    """The records of an article by the text that their words stand in."""
    by_text: dict[str, list[Record]] = {}
    for record in records_of(collection, article):
        if record.uid in ids:
            by_text.setdefault(record.anchors[0].text, []).append(record)
    return by_text


def _whole(collection: Collection, article: str, ids: set[str]) -> list[Document]:
    by_text = _by_text(collection, article, ids)
    return [
        _document(collection, article, sha256, by_text.get(sha256, []))
        for sha256 in _texts(collection, article, by_text)
    ]


def _texts(collection: Collection, article: str, by_text: dict[str, list[Record]]) -> list[str]:
    """The current text of an article, then the others on which its records have spans."""
    (current,) = collection.read.execute("SELECT text FROM article WHERE uid = ?", [article]).fetchone()
    others = {anchor.text for records in by_text.values() for record in records for anchor in record.anchors}
    return [current, *sorted(others - {current})]


def _document(collection: Collection, article: str, sha256: str, records: list[Record]) -> Document:
    row = collection.read.execute(
        """SELECT article.uid, title, outlet, author, url, place, published, published_precision, language,
            article.added, sha256, body FROM article JOIN text ON sha256 = ? WHERE article.uid = ?""",
        [sha256, article],
    ).fetchone()
    placed = tuple(sorted(records, key=lambda record: (record.anchors[0].start, record.uid)))
    return Document(**dict(zip(_ABOUT, row, strict=True)), records=placed)


def file_name(document: Document) -> str:
    """What a file of a document is called, without its ending; never a path, also where the uid was not made here."""
    return f"{re.sub('[^0-9a-z]', '_', document.uid)}-{document.text_sha256[:8]}"


def note_of(record: Record, document: Document) -> str:
    """The note of a record, and whether the document has all of it, for formats that have notes."""
    return "; ".join(filter(None, (record.note, PARTED if record.uid in document.parted else "")))


def owner_of(record: Record) -> str | None:
    """The uid of who said, is named or promised it."""
    return record.fields.get(OWNER.get(record.kind, ""))  # type: ignore[return-value]


def names(collection: Collection) -> dict[str, str]:
    """The name of every speaker by uid."""
    return dict(collection.read.execute("SELECT uid, name FROM speaker").fetchall())


def as_file(text: str) -> str:
    """A text as a file holds it: readers take a U+FEFF at its beginning for a byte order mark, so one more is set."""
    return f"\ufeff{text}" if text.startswith("\ufeff") else text


def utf16(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
