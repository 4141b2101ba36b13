"""Taking in other replicas' events. They are staged in a temporary table, so that a long history needs no memory.

Of each replica its events must come in their chain after those known, but for gaps that a purge has left here or there;
what they name must be known or come along. What was purged here stays away, with all that belongs to it.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from store.entry_check import PLACED, require_event, require_hash, require_words
from store.errors import OnRecordError
from store.events import Change, Event, fold_target, forget_purged_speakers, heads
from store.projection import project_touched
from store.search_index import index_new

YEARS_AHEAD = 300
"""How far ahead another replica's clock may be. A machine's may have been years ahead for a moment, and the replica's
goes on from there ever after, so that to wait, or to set it right, would help nobody: all who unite with it go on from
there too, and still agree. No machine's clock says more than 2262, and what is far beyond leaves no room to count on.
"""

_COLUMNS = ", ".join(Event._fields)
_STAGES = (
    """CREATE TEMP TABLE incoming (
        id TEXT PRIMARY KEY, action TEXT NOT NULL, hlc INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
        target TEXT NOT NULL, op TEXT NOT NULL, value TEXT NOT NULL, undoes TEXT, prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL, text TEXT, owner TEXT, other_owner TEXT, known INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX temp.incoming_in_order ON incoming (actor, hlc)",
    "CREATE INDEX temp.incoming_by_target ON incoming (target)",
    "CREATE INDEX temp.incoming_versions ON incoming (text) WHERE kind = 'version'",
    "CREATE TEMP TABLE gone (target TEXT PRIMARY KEY) STRICT",
    "CREATE TEMP TABLE gap (hash TEXT PRIMARY KEY) STRICT",
)
"""Events that come in, what they name, whether they are known; what was purged here of what they are about; gaps."""


class ForeignHistory(OnRecordError):
    """Events from elsewhere that cannot be taken in."""


@contextmanager
def refusing_foreign(path: Path) -> Iterator[None]:
    """Raise ForeignHistory, with where the events come from, for what they or SQLite refuse inside."""
    try:
        yield
    except ForeignHistory as error:
        raise ForeignHistory(error.title, f"nothing of {path} came in, since {error.hint}") from error
    except sqlite3.IntegrityError as error:
        why = f"it names texts or records that did not come with it ({error})"
        raise ForeignHistory(_REFUSED, f"nothing of {path} came in, since {why}") from error
    except (sqlite3.ProgrammingError, *_NOT_AS_MADE) as error:
        raise ForeignHistory(_REFUSED, f"nothing of {path} came in, since {_unlike(error)}") from error


_NOT_AS_MADE = (ValueError, TypeError, KeyError, OverflowError, RecursionError)
"""What is raised for events that On Record would not have made."""

_REFUSED = "The history cannot be taken in"

_INSTEAD = "export that collection as JSON Lines and import the file: what is in order comes in, all else is named"


def _unlike(error: Exception) -> str:
    return f"an event of it is not one that On Record makes ({error}); {_INSTEAD}"


def take_in(
    db: sqlite3.Connection,
    events: Iterable[Event],
    gaps: Iterable[str] = (),
    bring: Callable[[Iterable[str]], None] = lambda _: None,
) -> int:
    """Take in events inside a transaction. Returns the number after which the new ones stand in the history.

    Args:
        db: The collection.
        events: In any order.
        gaps: Hashes of events that were purged where these come from, or of which that was told there.
        bring: Brings the texts (sha256) of new versions of articles into the collection.
    """
    (before,) = db.execute("SELECT coalesce(max(number), 0) FROM event").fetchone()
    _stage(db, events)
    _note_gaps(db, map(require_hash, gaps))
    _mark_known(db)
    _refuse_unlike(db)
    _refuse_clocks_ahead(db)
    _refuse_broken_chains(db)
    _refuse_changed_kinds(db)
    _leave_purged(db)
    bring(text for (text,) in db.execute("SELECT DISTINCT text FROM incoming WHERE kind = 'version'"))
    _refuse_misplaced(db)
    db.execute(f"INSERT INTO event ({_COLUMNS}) SELECT {_COLUMNS} FROM incoming ORDER BY actor, hlc")
    for (target,) in db.execute(
        "SELECT target FROM event WHERE number > ? GROUP BY target ORDER BY min(number)", [before]
    ):
        fold_target(db, target)
    forget_purged_speakers(db)
    index_new(db)
    project_touched(db, (Change(kind, target, {}) for kind, target in db.execute("SELECT kind, target FROM incoming")))
    _drop_stages(db)
    return int(before)


def _stage(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Put the events on the stage. Raises ValueError for a value that is no JSON object of plain fields."""
    _drop_stages(db)
    for statement in _STAGES:
        db.execute(statement)
    marks = ", ".join("?" * (len(Event._fields) + 4))
    rows = ((*event, event.hash, *_named(event)) for event in events)
    db.executemany(
        f"INSERT INTO incoming ({_COLUMNS}, hash, text, owner, other_owner) VALUES ({marks}) "
        "ON CONFLICT (id) DO NOTHING",  # OR IGNORE would pass over an event that lacks something
        rows,
    )


def _drop_stages(db: sqlite3.Connection) -> None:
    for table in ("incoming", "gone", "gap"):
        db.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _named(event: Event) -> tuple[object, object, object]:
    """The text that an event names, and what its target cannot be without, as far as this event says."""
    fields = json.loads(event.value, parse_constant=_refuse_constant)
    if not isinstance(fields, dict) or any(isinstance(field, dict | list) for field in fields.values()):
        raise ValueError(f"event {event.id} is no object of plain fields")
    text = fields.get("text") if event.kind != "verdict" else None
    if event.kind in ("alias", "role"):
        return text or None, fields.get("speaker") or None, None
    if event.kind == "article":
        return text or None, fields.get("same_as") or None, None
    return text or None, fields.get("article") or None, fields.get("annotation") or None


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _refuse_clocks_ahead(db: sqlite3.Connection) -> None:
    limit = time.time_ns() // 1_000_000 + YEARS_AHEAD * 365 * 24 * 3600 * 1000 << 16
    ahead = db.execute("SELECT actor FROM incoming WHERE hlc > ? AND NOT known LIMIT 1", [limit]).fetchone()
    if ahead:
        raise ForeignHistory(
            _REFUSED, f"the clock of replica {ahead[0]} is {YEARS_AHEAD} years ahead, as no machine's is; {_INSTEAD}"
        )


def _note_gaps(db: sqlite3.Connection, hashes: Iterable[str]) -> None:
    """Note that the events of these hashes are purged, so that the history goes on without them.

    Not of those that come: whoever sends them was told of a purge elsewhere and has kept them.
    """
    db.executemany("INSERT OR IGNORE INTO gap VALUES (?)", ((value,) for value in hashes))
    db.execute(
        """INSERT OR IGNORE INTO event_gap SELECT hash, strftime('%Y-%m-%dT%H:%M:%SZ')
        FROM (SELECT hash FROM gap EXCEPT SELECT hash FROM incoming)"""
    )


def _mark_known(db: sqlite3.Connection) -> None:
    """Mark the events that are here, or were and have been purged."""
    db.execute(
        """UPDATE incoming SET known = 1
        WHERE EXISTS (SELECT 1 FROM event WHERE event.target = incoming.target AND event.id = incoming.id)
        OR EXISTS (SELECT 1 FROM event_gap WHERE event_gap.prev_hash = incoming.hash)"""
    )


def _refuse_broken_chains(db: sqlite3.Connection) -> None:
    """Refuse events that do not follow one another, or what is known of their replica, hash by hash."""
    latest = heads(db)
    rows = db.execute(
        """SELECT actor, id, hash, prev_hash, EXISTS (SELECT 1 FROM event_gap AS gap
            WHERE gap.prev_hash = incoming.prev_hash) FROM incoming WHERE NOT known ORDER BY actor, hlc"""
    )
    for actor, event, own_hash, prev_hash, is_gap in rows:
        if prev_hash != latest.get(actor, "") and not is_gap:
            raise ForeignHistory(
                _REFUSED, f"events of replica {actor} are missing or altered before {event}; {_INSTEAD}"
            )
        latest[actor] = own_hash


def _refuse_changed_kinds(db: sqlite3.Connection) -> None:
    """Refuse an event that makes something else of its target, such as a note of a quote."""
    found = db.execute(
        """SELECT id, kind, was FROM (SELECT id, kind, coalesce(
            (SELECT event.kind FROM event WHERE event.target = new.target LIMIT 1),
            (SELECT first.kind FROM incoming AS first WHERE first.target = new.target AND NOT first.known
                ORDER BY first.actor, first.hlc LIMIT 1)) AS was FROM incoming AS new WHERE NOT known)
        WHERE kind <> was LIMIT 1"""
    ).fetchone()
    if found:
        raise ForeignHistory(_REFUSED, f"event {found[0]} makes a {found[1]} of a {found[2]}")


def _refuse_unlike(db: sqlite3.Connection) -> None:
    """Refuse new events that On Record would not have made: their ids name files, their values go into exports.

    What is here already stays as it is, also where it was taken in before all this was asked of it.
    """
    for event in map(Event._make, db.execute(f"SELECT {_COLUMNS} FROM incoming WHERE NOT known")):
        try:
            require_event(event)
        except _NOT_AS_MADE as error:
            raise ForeignHistory(_REFUSED, _unlike(error)) from error


def _refuse_misplaced(db: sqlite3.Connection) -> None:
    """Refuse a place in a text that is here where other words stand there."""
    kinds = ", ".join(f"'{kind}'" for kind in PLACED)
    rows = db.execute(
        f"SELECT text, value FROM incoming WHERE kind IN ({kinds}) AND text IN (SELECT sha256 FROM main.text) "
        "ORDER BY text"
    )
    for sha256, placed in groupby(rows, itemgetter(0)):
        (body,) = db.execute("SELECT body FROM main.text WHERE sha256 = ?", [sha256]).fetchone()
        for _, value in placed:
            require_words(body, json.loads(value))


def _leave_purged(db: sqlite3.Connection) -> None:
    """Leave the new events on the stage that are about nothing purged here, and note the hashes of the others.

    A decision about a text (that a passage there is hidden, say) is about nothing where no article has it any more.
    """
    db.execute(
        """INSERT INTO gone SELECT DISTINCT target FROM incoming
        WHERE known AND NOT EXISTS (SELECT 1 FROM event WHERE event.target = incoming.target)"""
    )
    belonging = """INSERT OR IGNORE INTO gone SELECT target FROM incoming WHERE NOT known
        AND (owner IN (SELECT target FROM gone) OR other_owner IN (SELECT target FROM gone))"""
    while db.execute(belonging).rowcount > 0:
        pass
    db.execute(
        """INSERT OR IGNORE INTO gone SELECT target FROM incoming
        WHERE NOT known AND kind IN ('decision', 'hidden') AND text NOT IN (SELECT sha256 FROM main.text)
        AND NOT EXISTS (SELECT 1 FROM incoming AS version WHERE version.text = incoming.text
            AND version.kind = 'version' AND NOT version.known AND version.target NOT IN (SELECT target FROM gone))"""
    )
    db.execute(
        """INSERT OR IGNORE INTO event_gap SELECT hash, strftime('%Y-%m-%dT%H:%M:%SZ') FROM incoming
        WHERE NOT known AND target IN (SELECT target FROM gone)"""
    )
    _note_replicas(db)
    db.execute("DELETE FROM incoming WHERE known OR target IN (SELECT target FROM gone)")


def _note_replicas(db: sqlite3.Connection) -> None:
    """Keep each replica's latest clock and hash, also this one's, which gets back what a restored backup lacks."""
    db.execute(
        """INSERT INTO replica (uid, head, hlc)
        SELECT actor, hash, max(hlc) FROM incoming WHERE NOT known GROUP BY actor
        ON CONFLICT (uid) DO UPDATE SET head = excluded.head, hlc = excluded.hlc"""
    )
