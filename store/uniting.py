"""Uniting collections: texts, history and kept files of another one come into this; the other stays as it is.

Articles that both have under ids of their own become one (see store/joining.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from store.borrowing import borrowed
from store.collection import Collection
from store.errors import OnRecordError
from store.events import RECORD_KINDS, UNITE, Event
from store.incoming import ForeignHistory, refusing_foreign, take_in
from store.joining import join
from store.naming import bring_back_named
from store.originals import carry_originals
from store.own_files import refuse_own
from store.same_article import ids_of, living
from store.texts import count_words, keep_texts, text_sha256


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
    refuse_own(path, collection.path)
    with refusing_foreign(path), collection.write() as db, borrowed(path, collection.path.parent) as other:
        events = map(Event._make, other.execute(f"SELECT {', '.join(Event._fields)} FROM event"))
        gaps = (gap for (gap,) in other.execute("SELECT prev_hash FROM event_gap"))
        before = take_in(db, events, gaps, lambda wanted: _bring_texts(db, other, wanted))
        made, records = _new(db, before, ["article"]), _new(db, before, RECORD_KINDS)
        join(db, made, before)
        bring_back_named(db, UNITE)
        _carry_names(db, other)
        originals = carry_originals(db, other)
        new, same = _counted(db, made)
    return United(new, len(records), same, originals)


def _new(db: sqlite3.Connection, before: int, kinds: Sequence[str]) -> list[str]:
    """The targets of these kinds that all events since then are of, in the order in which they came."""
    rows = db.execute(
        f"""SELECT target FROM event WHERE number > ?1 AND kind IN ({", ".join(f"'{kind}'" for kind in kinds)})
        AND NOT EXISTS (SELECT 1 FROM event AS earlier WHERE earlier.target = event.target AND earlier.number <= ?1)
        GROUP BY target ORDER BY min(number)""",
        [before],
    )
    return [uid for (uid,) in rows.fetchall()]


def _counted(db: sqlite3.Connection, made: Sequence[str]) -> tuple[int, int]:
    """How many of the articles that came in are new here, and how many are one with another that was here."""
    new = set(made)
    groups = [(uid, ids_of(db, living(db, uid))) for uid in made]
    same = [uid for uid, ids in groups if not new.issuperset(ids)]
    return len({ids[0] for uid, ids in groups} - {ids[0] for uid, ids in groups if uid in same}), len(same)


def _carry_names(db: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Bring the names under which others' records go; that of the other collection's own replica is the latest."""
    for uid, name, own in other.execute("SELECT uid, name, file IS NOT NULL FROM replica WHERE name <> ''"):
        db.execute(
            "UPDATE replica SET name = ?2 WHERE uid = ?1 AND file IS NULL AND (?3 OR name = '')", [uid, name, own]
        )


def _bring_texts(db: sqlite3.Connection, other: sqlite3.Connection, wanted: Iterable[str]) -> None:
    """Bring the texts that are not here. Raises ForeignHistory where one was altered."""
    for sha256 in wanted:
        if db.execute("SELECT 1 FROM text WHERE sha256 = ?", [sha256]).fetchone():
            continue
        row = other.execute("SELECT body, added FROM text WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            continue  # the history refuses what needs it
        body, added = map(str, row)
        if text_sha256(body) != sha256:
            raise ForeignHistory("The collection cannot be taken in", "a text of it was altered; `onrecord check` it")
        keep_texts(db, [(sha256, body, count_words(body), added)])
