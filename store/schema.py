"""The schema of a collection, as a list of migrations. Each is SQL: `transform()` would drop triggers.

The tables are in store/kept_tables.py (truth, and what is folded from events) and store/derived_tables.py.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from store.derived_tables import COMPARED_TRIGGERS, DERIVED, FTS_TRIGGERS, LEFT_TEXTS, PASSAGES
from store.kept_tables import FIRST_FOLDED, LISTED, ORIGINALS, TRUTH, UNITED
from store.views import VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4F6E5265  # "OnRe"

GUARDS = {
    "event_no_update": "BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    "event_no_delete": "BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    "text_no_update": "BEFORE UPDATE OF sha256, body, words, added ON text "
    "BEGIN SELECT RAISE(ABORT, 'a text is never altered'); END",
    "text_no_delete": "BEFORE DELETE ON text BEGIN SELECT RAISE(ABORT, 'a text is only ever purged'); END",
}
"""Triggers that keep the truth; only a purge lifts them, inside its own transaction."""


def guard(db: sqlite3.Connection) -> None:
    """Put the guarding triggers in place."""
    for name, body in GUARDS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")


def unguard(db: sqlite3.Connection) -> None:
    """Lift the guarding triggers, for a purge that puts them back before it commits."""
    for name in GUARDS:
        db.execute(f"DROP TRIGGER {name}")


def _first_tables(db: Database) -> None:
    for script in (TRUTH, FIRST_FOLDED, DERIVED, COMPARED_TRIGGERS, FTS_TRIGGERS):
        for statement in statements(script):
            db.execute(statement)
    guard(db.conn)
    for name, select in VIEWS.items():
        db.create_view(name, select)


def _labels_and_listings(db: Database) -> None:
    for statement in statements(LISTED):
        db.execute(statement)


def _originals(db: Database) -> None:
    for statement in statements(ORIGINALS):
        db.execute(statement)


def _passages(db: Database) -> None:
    """Passages are derived: what an earlier version kept of them is made anew from the texts."""
    for table in ("representative", "implied", "pair", "part", "occurrence", "passage", "compared"):
        db.execute(f"DROP TABLE IF EXISTS {table}")
    db.execute("DELETE FROM passage_segment")
    for statement in statements(PASSAGES):
        db.execute(statement)
    db.execute("DELETE FROM changed_text")
    db.execute("INSERT INTO changed_text SELECT DISTINCT text FROM article WHERE state = 'live' AND text IS NOT NULL")


def _heads(db: Database) -> None:
    """The hash of its last event stands with each action: the replica's row, a page more, is not written for it."""
    db.execute("ALTER TABLE action ADD COLUMN head TEXT NOT NULL DEFAULT ''")


def _views(db: Database) -> None:
    """Put the views as they are now in the place of those before."""
    for name, select in VIEWS.items():
        db.create_view(name, select, replace=True)


def _united(db: Database) -> None:
    for statement in statements(UNITED):
        db.execute(statement)


def _occurrences(db: Database) -> None:
    """Where a passage stands in one text is found without looking at all the others."""
    db.execute("DROP INDEX occurrence_passage")
    db.execute("CREATE INDEX occurrence_passage ON occurrence (passage, text)")


def _published(db: Database) -> None:
    """Whether an article's date is known stands in the index too, so that a list by date looks at no article."""
    db.execute("DROP INDEX article_published")
    db.execute("CREATE INDEX article_published ON article (sort_date, id, published) WHERE state = 'live'")


def _new_noted_in_bulk(db: Database) -> None:
    """The texts of articles that come in are noted together, by store/search_index.py."""
    db.execute("DROP TRIGGER article_compared_insert")


def _left_texts(db: Database) -> None:
    """Texts that no article has any more stay with the passages of records that are left on them."""
    for statement in statements(LEFT_TEXTS):
        db.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The single statements of a script, so that they run inside the caller's transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


MIGRATIONS: list[Callable[[Database], None]] = [
    _first_tables, _labels_and_listings, _originals, _passages, _passages, _heads, _views, _united,
    _views, _passages, _occurrences, _published, _new_noted_in_bulk, _views, _views,
    _left_texts,
]  # fmt: skip
"""The step from `user_version` n to n + 1 is MIGRATIONS[n]. Versions 5 and 10 keep passages by another rule; in version
7 copies are counted by article, also in those with the very same text, version 9 names articles and speakers so
that rows can be joined, in version 14 a row has all words of a record of which a part lost its place, and in version 15
whole quantities have no point, and an office that merged speakers both had is told once.
"""


def migrate(writer: sqlite3.Connection) -> None:
    """Bring an open collection, inside a write transaction, to the newest version."""
    from sqlite_utils import Database  # takes longer to import than all the rest, and is needed here only

    db = Database(writer, recursive_triggers=False, execute_plugins=False)
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for step in MIGRATIONS[version:]:
        step(db)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
