"""Uniting collections: texts, history and kept files of another one come into this; the other stays as it is.

Articles that both have under ids of their own become one: the earlier id stays, and the other's versions, records,
labels and reading lists move to it, so that it is the same on both sides, whoever unites first.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from store.collection import Collection, open_collection
from store.errors import OnRecordError
from store.events import IMPORT, RECORD_KINDS, Change, Event, append
from store.history import ForeignHistory, refusing_foreign, take_in
from store.originals import carry_originals
from store.projection import project_touched
from store.same_article import by_text, by_url
from store.search_index import index_new


@dataclass(frozen=True, slots=True)
class United:
    """What came in: articles and records that were not here, articles that were under another id, kept files."""

    articles: int
    records: int
    same: int
    originals: int


def unite_with(collection: Collection, path: Path) -> United:
    """Take in another collection, all of it or nothing. Again, or the other way round, it brings what is new since.

    Raises OnRecordError where the file is no other collection, ForeignHistory where its history is damaged.
    """
    if not path.is_file():
        raise OnRecordError("There is no such collection", f"{path} is no file; name another collection")
    if path.samefile(collection.path):
        raise OnRecordError("It is this collection", f"{path} is the one that is open; name another")
    with closing(open_collection(path)) as other, refusing_foreign(), collection.write() as db:
        columns = ", ".join(Event._fields)
        events = map(Event._make, other.read.execute(f"SELECT {columns} FROM event").fetchall())
        gaps = [gap for (gap,) in other.read.execute("SELECT prev_hash FROM event_gap").fetchall()]
        new = take_in(db, events, gaps, lambda wanted: _bring_texts(db, other.read, wanted))
        came = list(dict.fromkeys(event.target for event in new if event.kind == "article"))
        made = [uid for uid in came if not _was_here(db, uid, new)]
        same = sum(_join(db, uid) for uid in made)
        records = {event.target for event in new if event.kind in RECORD_KINDS}
        originals = carry_originals(db, other.read)
    return United(len(made) - same, len(records), same, originals)


def _was_here(db: sqlite3.Connection, uid: str, new: Sequence[Event]) -> bool:
    ids = {event.id for event in new if event.target == uid}
    return any(id_ not in ids for (id_,) in db.execute("SELECT id FROM event WHERE target = ?", [uid]).fetchall())


def _bring_texts(db: sqlite3.Connection, other: sqlite3.Connection, events: Sequence[Event]) -> None:
    """Bring the texts that events name and that are not here. Raises ForeignHistory where one was altered."""
    named = (json.loads(event.value).get("text") for event in events if event.kind != "verdict")
    for sha256 in dict.fromkeys(text for text in named if text):
        if db.execute("SELECT 1 FROM text WHERE sha256 = ?", [sha256]).fetchone():
            continue
        row = other.execute("SELECT sha256, body, words, added FROM text WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            continue  # the history refuses what needs it
        if hashlib.sha256(row[1].encode()).hexdigest() != sha256:
            raise ForeignHistory("The collection cannot be taken in", "a text of it was altered; `onrecord check` it")
        db.execute("INSERT INTO text (sha256, body, words, added) VALUES (?, ?, ?, ?)", row)


def _join(db: sqlite3.Connection, uid: str) -> bool:
    """Make an article that came in and the same one here, if there is one, a single article."""
    row = db.execute(
        """SELECT text, canonical_url, outlet, body FROM article JOIN text ON sha256 = text
        WHERE article.uid = ? AND state = 'live'""",
        [uid],
    ).fetchone()
    if row is None:
        return False
    sha256, canonical, outlet, body = row
    other = by_text(db, sha256, canonical, outlet, but=uid) or by_url(db, canonical, body, but=uid)[0]
    if other is None:
        return False
    stays, goes = sorted([uid, other])
    changes = list(_moved(db, goes, stays))
    append(db, IMPORT, changes)
    for table in ("reading", "mark", "original_of"):
        db.execute(f"UPDATE OR IGNORE {table} SET article = ? WHERE article = ?", [stays, goes])
        db.execute(f"DELETE FROM {table} WHERE article = ?", [goes])
    index_new(db)
    project_touched(db, changes)
    return True


def _moved(db: sqlite3.Connection, goes: str, stays: str) -> Iterator[Change]:
    """What is needed for an article to become another."""
    yield Change("article", goes, {"state": "same", "same_as": stays})
    (current,) = db.execute("SELECT text FROM article WHERE uid = ?", [stays]).fetchone()
    for table in ("version", "verdict"):
        for (uid,) in db.execute(f"SELECT uid FROM {table} WHERE article = ?", [goes]).fetchall():
            yield Change(table, uid, {"article": stays})
    for table, said in (("label", "name"), ("listing", "list || ' ' || saved")):
        known = f"EXISTS (SELECT 1 FROM {table} AS other WHERE other.article = ? AND {said} = one.said)"
        query = f"SELECT uid, {known} FROM (SELECT uid, {said} AS said FROM {table} WHERE article = ?) AS one"
        for uid, twice in db.execute(query, [stays, goes]).fetchall():
            yield Change(table, uid, {"state": "deleted"} if twice else {"article": stays})
    for uid, kind in db.execute("SELECT uid, kind FROM annotation WHERE article = ?", [goes]).fetchall():
        yield Change(kind, uid, {"article": stays})
        query = "SELECT uid FROM span WHERE annotation = ? AND text <> ? AND state = 'live'"
        for (span,) in db.execute(query, [uid, current]).fetchall():
            yield Change("span", span, {"needs_look": 1})
