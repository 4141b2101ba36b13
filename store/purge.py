"""Removing an article for good, to protect a source: text, records, speakers, events, search index and free pages."""

from __future__ import annotations

import json
import sqlite3

from store.backups import remove_copies
from store.collection import Collection
from store.events import COLUMNS, Event
from store.merged import group, root
from store.originals import remove_originals
from store.records import now
from store.same_article import ids_of
from store.schema import guard, unguard


def purge(collection: Collection, article: str) -> None:
    """Remove an article (uid), its texts, records and all their events, and with it the articles that have become it.

    Nothing brings them back, but somebody else's article with the same text is another one, which may still come.
    The hash of each removed event stays, so that the rest of the history can still be verified. A text that
    another article has too stays with that one. Speakers whom its records have named go with their aliases and roles,
    unless a record of another article names them, or has done so, or names one that is merged with them. The copies
    made before migrations go altogether, as the article may stand in them; other copies are for people to remove.

    Raises VacuumFailed and CopiesLeft where all is removed but not yet overwritten; `overwrite` does so later.
    """
    from store.passage_building import remove_texts

    with collection.write() as db:
        db.execute("PRAGMA secure_delete = ON")
        unguard(db)
        uids = ids_of(db, article)
        texts = _texts_of(db, uids)
        annotations = _of_each(db, "annotation", "article", uids)
        named = _named(db, annotations)
        _remove_events(db, _targets(db, uids, annotations, texts))
        _remove_rows(db, uids, annotations, texts)
        _remove_speakers(db, named)
        remove_texts(collection, db, texts)
        db.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")  # deleted words linger in its segments
        guard(db)
    overwrite(collection)


def overwrite(collection: Collection) -> None:
    """Overwrite what removed articles have left in the file, and remove the copies made before migrations.

    Raises VacuumFailed, CopiesLeft.
    """
    try:
        collection.vacuum()
    finally:
        remove_copies(collection.path)


def _named(db: sqlite3.Connection, annotations: list[str]) -> set[str]:
    """The speakers whom these records name or have named, with all that are one with them."""
    found: set[str] = set()
    for annotation in annotations:
        for speaker in _column(db, f"{_SPEAKERS} AND target = ?", [annotation]):
            found.update(_one_with(db, speaker))
    return found


def _one_with(db: sqlite3.Connection, speaker: str) -> list[str]:
    """A speaker and all that are merged with it."""
    ends = _column(db, f"SELECT {root('speaker.uid')} FROM speaker WHERE uid = ?", [speaker])
    return [uid for end in ends for uid in _column(db, f"SELECT uid FROM speaker WHERE uid IN {group('?1')}", [end])]


_SPEAKERS = """SELECT DISTINCT json_each.value FROM event, json_each(event.value)
    WHERE json_each.key IN ('speaker', 'promisor') AND json_each.type = 'text'
    AND kind IN ('quote', 'mention', 'commitment')"""
"""Whom events about records name."""


def _remove_speakers(db: sqlite3.Connection, named: set[str]) -> None:
    """Remove those of these speakers, once the article is gone, whom nobody names who is one with them."""
    still = set(_column(db, _SPEAKERS, []))
    kept = {one for uid in still & named for one in _one_with(db, uid)}
    for speaker in named - kept:
        targets = {speaker}
        for table in ("alias", "role"):
            targets.update(_column(db, f"SELECT uid FROM {table} WHERE speaker = ?", [speaker]))
            db.execute(f"DELETE FROM {table} WHERE speaker = ?", [speaker])
        _remove_events(db, targets)
        db.execute("DELETE FROM speaker WHERE uid = ?", [speaker])


def _texts_of(db: sqlite3.Connection, articles: list[str]) -> list[str]:
    """The texts that only these articles have had."""
    return _column(
        db,
        """WITH own (uid) AS (SELECT value FROM json_each(?))
        SELECT DISTINCT text FROM version WHERE article IN own AND NOT EXISTS
            (SELECT 1 FROM version AS other WHERE other.text = version.text AND other.article NOT IN own)""",
        [json.dumps(articles)],
    )


def _targets(db: sqlite3.Connection, articles: list[str], annotations: list[str], texts: list[str]) -> set[str]:
    """What is said in events of these articles, their records, and passages that they have in common with others."""
    targets = {*articles, *annotations}
    for table in ("version", "verdict", "label", "listing"):
        targets.update(_of_each(db, table, "article", articles))
    for table in ("span", "decision"):
        targets.update(_of_each(db, table, "annotation", annotations))
    for table in ("decision", "hidden"):
        targets.update(_of_each(db, table, "text", texts))
    return targets


def _of_each(db: sqlite3.Connection, table: str, column: str, values: list[str]) -> list[str]:
    return [uid for value in values for uid in _column(db, f"SELECT uid FROM {table} WHERE {column} = ?", [value])]


def _column(db: sqlite3.Connection, sql: str, values: list[str]) -> list[str]:
    return [value for (value,) in db.execute(sql, values).fetchall()]


def _remove_events(db: sqlite3.Connection, targets: set[str]) -> None:
    for target in targets:
        rows = db.execute(
            f"SELECT {COLUMNS} FROM event WHERE target = ?",
            [target],
        ).fetchall()
        for event in map(Event._make, rows):
            db.execute("INSERT OR IGNORE INTO event_gap VALUES (?, ?)", [event.hash, now()])
        db.execute("DELETE FROM event WHERE target = ?", [target])
    db.execute(
        """UPDATE action SET taken_back = 1 WHERE NOT EXISTS (
            SELECT 1 FROM event WHERE number BETWEEN "first" AND "last" AND event.action = action.uid)"""
    )


def _remove_rows(db: sqlite3.Connection, articles: list[str], annotations: list[str], texts: list[str]) -> None:
    for annotation in annotations:
        for table in ("place", "span", "decision"):
            db.execute(f"DELETE FROM {table} WHERE annotation = ?", [annotation])
        for table in ("quote", "mention", "commitment", "annotation"):
            db.execute(f"DELETE FROM {table} WHERE uid = ?", [annotation])
    for article in articles:
        remove_originals(db, article)
        for table in ("reading", "mark", "version", "verdict", "label", "listing", "suggestion", "suggested"):
            db.execute(f"DELETE FROM {table} WHERE article = ?", [article])
        db.execute("DELETE FROM article WHERE uid = ?", [article])
    for text in texts:
        for table in ("repeat", "place", "decision", "hidden", "changed_text"):
            db.execute(f"DELETE FROM {table} WHERE text = ?", [text])
