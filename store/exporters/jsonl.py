"""JSON Lines without loss: one object a line, first the speakers, then each article with its records.

    {"onrecord": "speaker", "uid", "name", "kind", "country", "wikidata", "note", "added", "same_as",
     "aliases": [{"uid", "name"}], "roles": [{"uid", "title", "since", "until"}]}
    {"onrecord": "article", "uid", "title", "outlet", "author", "url", "place", "published",
     "published_precision", "language", "added", "text", "text_sha256", "starred", "labels": [names],
     "listings": [{"list", "saved"}], "version": {"extractor", "file_sha256", "added"}}: paths are left out, for they
     name people
    {"onrecord": "quote" | "mention" | "commitment" | "note", "uid", "article", "text_sha256", "note", "added", "by",
     "fields": {the kind's own columns; speakers by uid}, "speaker_name",
     "spans": [{"uid", "role", "ordinal", "start", "end", "exact", "prefix", "suffix", "method", "score",
                "needs_look", "text_sha256" where it is another text than the record's}],
     "decisions": [{"uid", "text", "start", "end", "exact", "verdict"}]: which copies are the same, and which not}

    {"onrecord": "suggestion", …}: see store/exporters/suggested.py; only where asked for, and not taken back in

Without conditions every article comes, else those that have selected records. One comes once for each text that its
records stand on, the current one first; the texts of copies that were
decided about come last where they have no records. Offsets are Unicode code points of the text that a span stands in.
`onrecord import` takes such a file back in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.collection import Collection
from store.exporters.documents import Document, names, owner_of, texts_decided_about, whole_articles
from store.exporters.files import replaced
from store.exporters.rows import Selection
from store.exporters.suggested import suggested_rows
from store.merged import root
from store.model import Anchor, Record

ABOUT = (
    "uid", "title", "outlet", "author", "url", "place", "published", "published_precision", "language", "added",
    "text", "text_sha256",
)  # fmt: skip
"""What is told of an article."""

VERSION = ("extractor", "file_sha256", "added")
"""What is told of how a text came in."""

ANCHOR = ("uid", "role", "ordinal", "start", "end", "exact", "prefix", "suffix", "method", "score", "needs_look")
"""What is told of a span."""

SPEAKER = ("uid", "name", "kind", "country", "wikidata", "note", "added", "same_as")
ALIAS = ("uid", "name")
ROLE = ("uid", "title", "since", "until")
RECORD = ("note", "added", "by")
DECISION = ("uid", "text", "start", "end", "exact", "verdict")
"""What is told of a speaker, their other names and their roles, any record, and a decision about its copies."""


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one file. Returns it with its number of lines."""
    count = 0
    with replaced(out) as file:
        for entry in entries(collection, selection):
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            count += 1
        if selection.suggestions:
            for row in suggested_rows(collection, selection):
                file.write(json.dumps({"onrecord": "suggestion", **row}, ensure_ascii=False) + "\n")
    return {out: count}


def entries(collection: Collection, selection: Selection) -> Iterator[dict[str, Any]]:
    """The lines as objects."""
    yield from speakers(collection, selection)
    called = names(collection)
    decided: set[str] = set()
    for versions in whole_articles(collection, selection):
        yield from (article(collection, document) for document in versions)
        for document in versions:
            for record in document.records:
                entry = recorded(record, document, called, decisions(collection, record.uid))
                decided.update(decision["text"] for decision in entry["decisions"])
                yield entry
    for document in texts_decided_about(collection, selection, decided):
        yield article(collection, document)


def speakers(collection: Collection, selection: Selection) -> Iterator[dict[str, Any]]:
    """All live speakers, with what they are known as; of a narrower selection those whom its records name.

    Those merged with them come too.
    """
    read = collection.read
    query = f"SELECT {', '.join(SPEAKER)} FROM speaker WHERE state = 'live'"
    if selection.unconditional:
        rows = read.execute(f"{query} ORDER BY uid")
    else:
        chosen = json.dumps(sorted(_named(collection, selection)))
        rows = read.execute(
            f"{query} AND {root('speaker.uid')} IN (SELECT value FROM json_each(?)) ORDER BY uid", [chosen]
        )
    for row in rows:
        aliases, roles = (
            read.execute(
                f"SELECT {', '.join(told)} FROM {kind} WHERE speaker = ? AND state = 'live' ORDER BY uid", row[:1]
            )
            for kind, told in (("alias", ALIAS), ("role", ROLE))
        )
        yield {
            "onrecord": "speaker",
            **dict(zip(SPEAKER, row, strict=True)),
            "aliases": [dict(zip(ALIAS, alias, strict=True)) for alias in aliases],
            "roles": [dict(zip(ROLE, role, strict=True)) for role in roles],
        }


def _named(collection: Collection, selection: Selection) -> set[str]:
    """The speakers whom the selected records name, those of merged ones that they are."""
    chosen = whole_articles(collection, selection)
    return {
        owner
        for versions in chosen
        for document in versions
        for record in document.records
        if (owner := owner_of(record))
    }


def article(collection: Collection, document: Document) -> dict[str, Any]:
    """What is told of an article, its text with it."""
    read, uid = collection.read, document.uid
    (starred,) = read.execute("SELECT starred FROM article WHERE uid = ?", [uid]).fetchone()
    labels = read.execute("SELECT name FROM label WHERE article = ? AND state = 'live' ORDER BY name", [uid])
    listings = read.execute(
        "SELECT list, saved FROM listing WHERE article = ? AND state = 'live' ORDER BY saved, list", [uid]
    )
    version = read.execute(
        """SELECT extractor, file_sha256, added FROM version WHERE article = ? AND text = ? AND state = 'live'
        ORDER BY added, uid""",
        [uid, document.text_sha256],
    ).fetchone()
    return {
        "onrecord": "article",
        **{name: getattr(document, name) for name in ABOUT},
        "starred": bool(starred),
        "labels": [name for (name,) in labels],
        "listings": [dict(zip(("list", "saved"), row, strict=True)) for row in listings],
        "version": dict(zip(VERSION, version, strict=True)),
    }


def decisions(collection: Collection, record: str) -> list[dict[str, Any]]:
    """What was decided about copies of a record."""
    rows = collection.read.execute(
        """SELECT uid, text, "start", "end", exact, verdict FROM decision
        WHERE annotation = ? AND state = 'live' ORDER BY uid""",
        [record],
    )
    return [dict(zip(DECISION, row, strict=True)) for row in rows]


def recorded(
    record: Record, document: Document, called: dict[str, str], decided: list[dict[str, Any]]
) -> dict[str, Any]:
    """What is told of a record. `called` names speakers by uid."""
    return {
        "onrecord": record.kind,
        "uid": record.uid,
        "article": document.uid,
        "text_sha256": document.text_sha256,
        **{name: getattr(record, name) for name in RECORD},
        "fields": record.fields,
        "speaker_name": called.get(owner_of(record) or "", ""),
        "spans": [_span(anchor, document) for anchor in record.anchors],
        "decisions": decided,
    }


def _span(anchor: Anchor, document: Document) -> dict[str, Any]:
    elsewhere = {} if anchor.text == document.text_sha256 else {"text_sha256": anchor.text}
    return {name: getattr(anchor, name) for name in ANCHOR} | elsewhere
