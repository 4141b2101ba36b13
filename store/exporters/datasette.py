"""A database to publish with Datasette: a table a kind, with full-text search, and metadata with facets beside it.

Open it with `datasette FILE.db --metadata FILE-metadata.json`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from store.collection import Collection
from store.exporters.csv import NUMBERS
from store.exporters.files import replaced, whole
from store.exporters.rows import AT_ONCE, KINDS, Selection, columns, rows
from store.exporters.suggested import COLUMNS, suggested_rows

FACETS = {
    "quote": ("speaker", "outlet", "form"),
    "speaker": ("speaker", "outlet", "speaker_kind"),
    "commitment": ("promisor", "status", "strength", "outlet"),
}
SEARCHED = {
    "quote": ("exact", "speaker", "article_title", "note"),
    "speaker": ("exact", "speaker", "article_title", "note"),
    "commitment": ("exact", "promisor", "action", "article_title", "note"),
}
DESCRIPTIONS = {
    "id": "the record",
    "exact": "the words on record, several spans joined by […]",
    "words_before": "32 characters before them",
    "words_after": "32 characters after them",
    "start": "where they begin in the text, in Unicode code points",
    "end": "where they end",
    "text_sha256": "the text they stand in",
    "copies_here": "how often they stand again in the same text",
    "copies_elsewhere": "how often they stand in other articles",
    "variants": "copies whose words differ and that nobody has decided about",
    "places": "where the copies stand: article_number:start-end, of the first span of words",
    "published": "when the article was published, as far as known",
    "needs_look": "1 where the article may say a part of it otherwise now",
    "article_number": "the number of the article, by which places name it",
    "speaker_id": "the speaker, as in the table of speakers",
    "promisor_id": "the promisor, as speaker_id in the table of speakers",
}


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write the database and its metadata. Returns the one with its number of rows, the other with its tables."""
    count = 0
    with whole(out) as part, closing(sqlite3.connect(part, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("BEGIN")
        for kind in selection.kinds:
            count += _table(database, collection, kind, selection)
        if selection.suggestions:
            names = ", ".join(f'"{name}"' for name in COLUMNS)
            database.execute(f"CREATE TABLE suggestions ({names})")
            found = (list(row.values()) for row in suggested_rows(collection, selection))
            database.executemany(f"INSERT INTO suggestions VALUES ({', '.join('?' * len(COLUMNS))})", found)
        database.execute("COMMIT")
    metadata = _metadata_of(out)
    with replaced(metadata) as file:
        json.dump(_metadata(out.stem, collection, selection.kinds), file, indent=2)
    return {out: count, metadata: len(selection.kinds)}


def targets(collection: Collection, out: Path, selection: Selection) -> list[Path]:
    """The files that an export writes."""
    return [out, _metadata_of(out)]


def _metadata_of(out: Path) -> Path:
    return out.with_name(f"{out.stem}-metadata.json")


def _table(database: sqlite3.Connection, collection: Collection, kind: str, selection: Selection) -> int:
    table, names = KINDS[kind], columns(collection, kind)
    typed = ", ".join(f'"{name}" {"NUMERIC" if name in NUMBERS else "TEXT"}' for name in names)
    database.execute(f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, {typed})")
    insert = f"INSERT INTO {table} VALUES (NULL, {', '.join('?' * len(names))})"
    count = 0
    batch: list[list[Any]] = []
    for row in rows(collection, kind, selection):
        batch.append(list(row.values()))
        count += 1
        if len(batch) == AT_ONCE:
            database.executemany(insert, batch)
            batch.clear()
    database.executemany(insert, batch)
    for column in FACETS[kind]:
        database.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
    searched = ", ".join(SEARCHED[kind])
    database.execute(
        f'CREATE VIRTUAL TABLE {table}_fts USING fts5 ({searched}, content="{table}", content_rowid="number", '
        "tokenize = 'unicode61 remove_diacritics 2')"
    )
    database.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
    return count


def _metadata(name: str, collection: Collection, kinds: Sequence[str]) -> dict[str, Any]:
    tables = {
        KINDS[kind]: {
            "description": f"{KINDS[kind].capitalize()} on record, one a row, in the order of their articles",
            "facets": list(FACETS[kind]),
            "label_column": "exact",
            "columns": {name: DESCRIPTIONS[name] for name in columns(collection, kind) if name in DESCRIPTIONS},
        }
        for kind in kinds
    }
    return {"title": "On Record", "databases": {name: {"tables": tables}}}
