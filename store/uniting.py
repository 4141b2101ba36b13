"""Uniting collections: texts, history and kept files of another one come into this; the other stays as it is.

Articles that both have under ids of their own become one: the earlier id stays, and the other's versions, records,
labels and reading lists move to it, so that it is the same on both sides, whoever unites first.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from store.borrowing import borrowed
from store.collection import Collection
from store.errors import OnRecordError
from store.events import RECORD_KINDS, Change, Event, append_imported
from store.incoming import ForeignHistory, refusing_foreign, take_in
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
    with refusing_foreign(), collection.write() as db, borrowed(path, collection.path.parent) as other:
        events = map(Event._make, other.execute(f"SELECT {', '.join(Event._fields)} FROM event"))
        gaps = (gap for (gap,) in other.execute("SELECT prev_hash FROM event_gap"))
        before = take_in(db, events, gaps, lambda wanted: _bring_texts(db, other, wanted))
        made = _made(db, before)
        same = sum(_join(db, uid) for uid in made)
        records = _records_since(db, before)
        originals = carry_originals(db, other)
    return United(len(made) - same, records, same, originals)


def _made(db: sqlite3.Connection, before: int) -> list[str]:
    """The articles that all events since then are of, in the order in which they came."""
    rows = db.execute(
        """SELECT target FROM event WHERE number > ?1 AND kind = 'article' AND NOT EXISTS (
            SELECT 1 FROM event AS earlier WHERE earlier.target = event.target AND earlier.number <= ?1)
        GROUP BY target ORDER BY min(number)""",
        [before],
    )
    return [uid for (uid,) in rows.fetchall()]


def _bring_texts(db: sqlite3.Connection, other: sqlite3.Connection, wanted: Iterable[str]) -> None:
    """Bring the texts that are not here. Raises ForeignHistory where one was altered."""
    for sha256 in wanted:
        if db.execute("SELECT 1 FROM text WHERE sha256 = ?", [sha256]).fetchone():
            continue
        row = other.execute("SELECT sha256, body, words, added FROM text WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            continue  # the history refuses what needs it
        if hashlib.sha256(row[1].encode()).hexdigest() != sha256:
            raise ForeignHistory("The collection cannot be taken in", "a text of it was altered; `onrecord check` it")
        db.execute("INSERT INTO text (sha256, body, words, added) VALUES (?, ?, ?, ?)", row)


def _records_since(db: sqlite3.Connection, before: int) -> int:
    """How many records the events since then are about."""
    kinds = ", ".join(f"'{kind}'" for kind in RECORD_KINDS)
    query = f"SELECT count(DISTINCT target) FROM event WHERE number > ? AND kind IN ({kinds})"
    return int(db.execute(query, [before]).fetchone()[0])


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
    append_imported(db, changes)
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
