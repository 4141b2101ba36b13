"""Verifying a collection: the file, each span's words against its text, the history against the state."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from store.collection import Collection
from store.events import COLUMNS, FOLDED_TABLES, Event, fold_all, heads
from store.kept_tables import FOLDED
from store.originals import damaged_originals
from store.passage_check import passage_findings
from store.schema import MIGRATIONS, migrate, statements
from store.texts import body_of, text_sha256


def check(collection: Collection) -> Iterator[str]:
    """Say what is wrong, a sentence each; nothing when all is well. Reads only."""
    reader = collection.read
    reader.execute("BEGIN")
    try:
        yield from _integrity(reader)
        yield from _schema(reader)
        yield from _texts(reader)
        yield from _spans(reader)
        yield from _chains(reader)
        yield from _state(reader)
        yield from _search_index(reader)
        yield from (f"the original {name} has been altered" for name in damaged_originals(reader))
        yield from passage_findings(collection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield f"the file cannot be read through: {error}; restore a backup"
    finally:
        reader.execute("ROLLBACK")


def _integrity(reader: sqlite3.Connection) -> Iterator[str]:
    for (message,) in reader.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield f"SQLite finds the file damaged: {message}"
    for table, _, parent, _ in reader.execute("PRAGMA foreign_key_check"):
        yield f"a row of {table} names a {parent} that is not there"
    (version,) = reader.execute("PRAGMA user_version").fetchone()
    if version != len(MIGRATIONS):
        yield f"the schema has version {version}, not {len(MIGRATIONS)}"


def _schema(reader: sqlite3.Connection) -> Iterator[str]:
    """Compare tables, indexes, views and triggers with those of a new collection."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    migrate(fresh)
    query = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    ours, expected = dict(reader.execute(query)), dict(fresh.execute(query))
    fresh.close()
    for name, sql in expected.items():
        if ours.get(name) != sql:
            yield f"the {name} is {'altered' if name in ours else 'missing'}"


def _texts(reader: sqlite3.Connection) -> Iterator[str]:
    for sha256, body in reader.execute("SELECT sha256, body FROM text"):
        if text_sha256(body) != sha256:
            yield f"the text {sha256[:12]} has been altered"


def _spans(reader: sqlite3.Connection) -> Iterator[str]:
    rows = reader.execute(
        """SELECT text, uid, "start", "end", exact FROM span WHERE state = 'live' AND text IS NOT NULL ORDER BY text"""
    )
    for sha256, spans in groupby(rows, itemgetter(0)):
        body = body_of(reader, sha256)
        for _, uid, start, end, exact in spans:
            if body[start:end] != exact:
                yield f"span {uid} says “{exact[:40]}”, its text has “{body[start:end][:40]}” there"


def _chains(reader: sqlite3.Connection) -> Iterator[str]:
    """Each replica's events name their predecessor's hash; a purge leaves a noted gap."""
    gaps = {gap for (gap,) in reader.execute("SELECT prev_hash FROM event_gap")}
    last: dict[str, str] = {}
    rows = reader.execute(f"SELECT {COLUMNS} FROM event ORDER BY actor, hlc, id")
    for event in map(Event._make, rows):
        if event.prev_hash != last.get(event.actor, "") and event.prev_hash not in gaps:
            yield f"the history of replica {event.actor} has been altered before event {event.id}"
        last[event.actor] = event.hash
    for actor, head in heads(reader).items():
        if head != last.get(actor, "") and head not in gaps:
            yield f"the history of replica {actor} does not end where it should"


def _state(reader: sqlite3.Connection) -> Iterator[str]:
    """Fold every event anew beside the collection and compare each table."""
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    for statement in statements(FOLDED):
        scratch.execute(statement)
    scratch.execute("BEGIN")
    try:
        fold_all(scratch, reader)
    except (ValueError, TypeError, KeyError, sqlite3.IntegrityError, sqlite3.ProgrammingError) as error:
        yield f"the history cannot be folded: {error}"
        return
    for table in FOLDED_TABLES:
        yield from _differences(table, reader, scratch)
    scratch.close()


def _differences(table: str, kept: sqlite3.Connection, folded: sqlite3.Connection) -> Iterator[str]:
    names = [name for (name,) in kept.execute("SELECT name FROM pragma_table_info(?) WHERE name <> 'id'", [table])]
    query = f"SELECT {', '.join(chr(34) + name + chr(34) for name in names)} FROM {table} ORDER BY uid"
    ours, theirs = kept.execute(query), folded.execute(query)
    while True:
        left, right = ours.fetchone(), theirs.fetchone()
        if left is None and right is None:
            return
        if left != right:
            yield f"the table {table} is not what the history says (at {(left or right)[0]})"
            return


def _search_index(reader: sqlite3.Connection) -> Iterator[str]:
    (articles,) = reader.execute("SELECT count(*) FROM article").fetchone()
    (indexed,) = reader.execute("SELECT count(*) FROM article_fts_docsize").fetchone()
    if articles != indexed:
        yield f"the search index knows {indexed} of {articles} articles"
