"""The history as events, and the tables folded from them.

One event per target and action; `value` holds the fields set. The state of a target is its events merged
in the order (hlc, actor, id): the last writer of each field wins, so every order of arrival gives one state.
A local event comes after all that this collection has seen, so it is folded by writing its fields; events
from elsewhere are folded by merging their target's events anew.

Clock: hybrid logical clocks (Kulkarni et al., 2014), milliseconds << 16 | counter.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from store.kept_tables import FOLDED
from store.schema import statements

Value = dict[str, Any]

SPAN_COLUMNS = (
    "annotation", "text", "role", "ordinal", "start", "end", "exact", "prefix", "suffix", "method", "score",
    "needs_look", "state",
)  # fmt: skip
_ANNOTATION = ("article", "note", "added", "by", "state")

KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "article": {"article": (
        "text", "title", "outlet", "author", "url", "canonical_url", "place", "published",
        "published_precision", "language", "starred", "added", "same_as", "state",
    )},
    "version": {"version": ("article", "text", "extractor", "path", "file_sha256", "added", "state")},
    "quote": {"annotation": _ANNOTATION, "quote": (
        "speaker", "role", "form", "addressee", "venue", "date_said", "date_said_precision", "translation",
    )},
    "mention": {"annotation": _ANNOTATION, "mention": ("speaker", "role")},
    "commitment": {"annotation": _ANNOTATION, "commitment": (
        "promisor", "role", "beneficiary", "action", "quantity", "unit", "deadline", "deadline_precision",
        "deadline_text", "strength", "condition", "status", "status_date", "status_note",
    )},
    "note": {"annotation": _ANNOTATION},
    "span": {"span": SPAN_COLUMNS},
    "speaker": {"speaker": ("name", "kind", "country", "wikidata", "note", "added", "same_as", "state")},
    "alias": {"alias": ("speaker", "name", "state")},
    "role": {"role": ("speaker", "title", "since", "until", "state")},
    "decision": {"decision": ("annotation", "text", "start", "end", "exact", "verdict", "state")},
    "label": {"label": ("article", "name", "state")},
    "listing": {"listing": ("article", "list", "saved", "state")},
    "hidden": {"hidden": ("text", "start", "end", "exact", "state")},
    "verdict": {"verdict": (
        "article", "kind", "exact", "prefix", "suffix", "words", "confidence", "why", "verdict", "added", "state",
    )},
}  # fmt: skip
"""What events are about: kind -> the tables it folds into -> their columns besides uid."""

OWNER = {"quote": "speaker", "mention": "speaker", "commitment": "promisor"}
"""By kind of record, the column that names who is behind it."""

IMPORT, UNITE = "import", "unite"
"""The ops of imports, and of what follows from uniting collections. No key takes them back."""

_encode = json.JSONEncoder(
    check_circular=False, allow_nan=False, sort_keys=True, ensure_ascii=False, separators=(",", ":")
).encode

FOLDED_AT_ONCE = 1000
"""Events held in memory while a history is folded."""

RECORD_KINDS = ("quote", "mention", "commitment", "note")
FOLDED_TABLES = tuple(dict.fromkeys(table for tables in KINDS.values() for table in tables))


class Event(NamedTuple):
    """One row of the event table; `value` as canonical JSON."""

    id: str
    action: str
    hlc: int
    actor: str
    kind: str
    target: str
    op: str
    value: str
    undoes: str | None
    prev_hash: str

    @property
    def hash(self) -> str:
        """What the replica's next event names as its `prev_hash`."""
        return hashlib.sha256(canonical(list(self)).encode("utf-8", "surrogatepass")).hexdigest()


COLUMNS = ", ".join(Event._fields)
_INSERT_EVENT = f"INSERT INTO event ({COLUMNS}) VALUES ({', '.join('?' * len(Event._fields))})"


class Appended(NamedTuple):
    """An action that was written: its uid, the clock and hash of its last event, and how many events it has."""

    uid: str
    hlc: int
    head: str
    events: int


@dataclass(frozen=True, slots=True)
class Change:
    """Fields to set on one target in one action."""

    kind: str
    target: str
    fields: Value


_one_by_one = threading.Lock()
_latest = 0
"""Milliseconds and count of the uid made last."""


def canonical(value: object) -> str:
    """JSON with one spelling, as hashed. Raises ValueError for a number that is none: SQLite cannot read it again."""
    return _encode(value)


def new_uid() -> str:
    """A UUID version 7 (RFC 9562) as 32 hexadecimal digits: names no machine, and sorts in the order of making.

    The twelve bits after the version count on where several are made in a millisecond (RFC 9562, method 1); 60 bits
    are left to chance.
    """
    global _latest
    with _one_by_one:
        count = _latest = max(time.time_ns() // 1_000_000 << 12, _latest + 1)
    return f"{count >> 12:012x}7{count & 0xFFF:03x}8{os.urandom(8).hex()[1:]}"


_HEADS = """SELECT replica.uid, file,
        coalesce(newer.head, replica.head) AS head, coalesce(newer.hlc, replica.hlc) AS hlc
    FROM replica LEFT JOIN action AS newer
        ON file IS NOT NULL AND newer.hlc > replica.hlc AND newer.hlc = (SELECT max(hlc) FROM action)"""
"""Each replica with the hash and clock of its last event: this file's own may stand with its latest action."""


def heads(connection: sqlite3.Connection) -> dict[str, str]:
    """The hash of each replica's last event."""
    return {uid: head for uid, _, head, _ in connection.execute(_HEADS)}


def latest(connection: sqlite3.Connection) -> tuple[str, int] | None:
    """This file's own replica and the clock of its last event; None before it has become one."""
    row = connection.execute(f"SELECT uid, hlc FROM ({_HEADS}) WHERE file IS NOT NULL").fetchone()
    return row and (row[0], row[1])


def keep_head(db: sqlite3.Connection) -> None:
    """Keep the hash and clock of the own replica's last event with the replica, before its actions are forgotten."""
    db.execute(
        f"""UPDATE replica SET (head, hlc) = (SELECT head, hlc FROM ({_HEADS}) WHERE file IS NOT NULL)
        WHERE file IS NOT NULL"""
    )


def append(db: sqlite3.Connection, op: str, changes: Sequence[Change], undoes: str | None = None) -> Appended:
    """Write one action's events, one a target, and fold them, inside the caller's transaction.

    The caller keeps the hash and clock of the last event: with the action, or with the replica.
    """
    actor, head, clock = db.execute(
        f"SELECT uid, head, max(hlc, (SELECT max(hlc) FROM replica)) FROM ({_HEADS}) WHERE file IS NOT NULL"
    ).fetchone()
    action = new_uid()
    hlc = max(time.time_ns() // 1_000_000 << 16, clock + 1)
    events = []
    for change in changes:
        value = canonical(change.fields)
        event = Event(new_uid(), action, hlc, actor, change.kind, change.target, op, value, undoes, head)
        head = event.hash
        events.append(event)
        hlc += 1
    insert_events(db, events)
    write_fields(db, changes)
    return Appended(action, hlc - 1, head, len(events))


def append_imported(db: sqlite3.Connection, changes: Sequence[Change], op: str = IMPORT) -> None:
    """Write what an import (or uniting) brings, which no key takes back, inside the caller's transaction."""
    done = append(db, op, changes)
    db.execute("UPDATE replica SET head = ?, hlc = ? WHERE file IS NOT NULL", [done.head, done.hlc])


def insert_events(db: sqlite3.Connection, events: Sequence[Event]) -> None:
    """Put events at the end of the history; their numbers follow one another."""
    db.executemany(_INSERT_EVENT, events)


def write_fields(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Set fields of targets, each named once, making their rows where they are missing.

    Most are new. An upsert would serve both, but SQLite copies each page first that one touches.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[Change]] = {}
    for change in changes:
        alike.setdefault((change.kind, tuple(change.fields)), []).append(change)
    for (kind, given), group in alike.items():
        if kind == "article":
            _write_articles(db, given, group)
            continue
        for insert, update, names in _statements(kind, given):
            made = db.executemany(insert, _rows(group, names)).rowcount
            if made < len(group) and names:
                db.executemany(update, _rows(group, names))


def _rows(group: Iterable[Change], names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    return ((change.target, *map(change.fields.__getitem__, names)) for change in group)


@cache
def _statements(kind: str, given: tuple[str, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """For each table of a kind, how a row is made unless it is there, how it is changed, and its given fields."""
    found = []
    for table, known in KINDS[kind].items():
        names = tuple(name for name in known if name in given)
        columns = "".join(f', "{name}"' for name in names)
        kinds = (", kind", f", '{kind}'") if table == "annotation" else ("", "")
        into = f"{table} (uid{kinds[0]}{columns}) VALUES (?{kinds[1]}{', ?' * len(names)})"
        found.append((f"INSERT INTO {into} ON CONFLICT (uid) DO NOTHING", _update(table, names), names))
    return found


def _update(table: str, names: Sequence[str]) -> str:
    """The statement that sets fields of a row; the uid comes first."""
    fields = ", ".join(f'"{name}" = ?{number}' for number, name in enumerate(names, 2))
    return f"UPDATE {table} SET {fields} WHERE uid = ?1"


def _write_articles(db: sqlite3.Connection, given: tuple[str, ...], group: Sequence[Change]) -> None:
    """The same for articles: an insert's conflict would use up a number, which are given once only."""
    names = tuple(name for name in KINDS["article"]["article"] if name in given)
    wanted = json.dumps([change.target for change in group])
    known = {
        u for (u,) in db.execute("SELECT uid FROM article WHERE uid IN (SELECT value FROM json_each(?))", [wanted])
    }
    if known and names:
        here = (change for change in group if change.target in known)
        db.executemany(_update("article", names), _rows(here, names))
    columns, marks = "".join(f', "{name}"' for name in names), ", ?" * len(names)
    new = (change for change in group if change.target not in known)
    db.executemany(f"INSERT INTO article (uid{columns}) VALUES (?{marks})", _rows(new, names))


@cache
def defaults(kind: str) -> Value:
    """The value of each field of a kind that no event has set, as the tables declare it."""
    found: Value = {}
    scratch = sqlite3.connect(":memory:")
    for statement in statements(FOLDED):
        scratch.execute(statement)
    for table, columns in KINDS[kind].items():
        for name, literal in scratch.execute("SELECT name, dflt_value FROM pragma_table_info(?)", [table]):
            if name in columns:
                found[name] = None if literal is None else scratch.execute(f"SELECT {literal}").fetchone()[0]
    scratch.close()
    return found


def require_columns(connection: sqlite3.Connection, *, history_alone: bool = False) -> None:
    """See that the history and the tables it folds into have the columns that are written.

    The history alone is asked for in an earlier version, which must have had it as it is.

    Raises sqlite3.OperationalError, which names the table or column that is missing.
    """
    written: list[tuple[str, tuple[str, ...]]] = [("event", ("number", *Event._fields))]
    if not history_alone:
        written.append(("action", ("hlc", "uid", "op", "first", "last", "depth", "head")))
        written += [(table, ("uid", *columns)) for tables in KINDS.values() for table, columns in tables.items()]
    for table, columns in written:
        connection.execute(f"SELECT {', '.join(f'[{name}]' for name in columns)} FROM {table} LIMIT 0")


def of_target(db: sqlite3.Connection, target: str) -> list[Event]:
    """The events of one target, in the order that decides."""
    rows = db.execute(f"SELECT {COLUMNS} FROM event WHERE target = ? ORDER BY hlc, actor, id", [target])
    return [Event(*row) for row in rows]


def merged(events: Iterable[Event]) -> Value:
    """The state that events of one target, in order, leave behind."""
    state: Value = {}
    for event in events:
        state.update(json.loads(event.value))
    return state


def standing(events: Iterable[Event]) -> list[Event]:
    """Those of the events of one target, in order, that do something and were not taken back."""
    events = list(events)
    taken = {event.undoes for event in events}
    depth: dict[str | None, int] = {}
    for event in events:  # odd where it takes back what was done, even where it does something, or does it again
        depth[event.action] = depth.get(event.undoes, -1) + 1
    return [event for event in events if event.action not in taken and depth[event.action] % 2 == 0]


def fold_target(db: sqlite3.Connection, target: str) -> None:
    """Write the row of a target that has events anew from all of them."""
    events = of_target(db, target)
    write_fields(db, [Change(events[0].kind, target, merged(events))])


def forget_purged_speakers(db: sqlite3.Connection) -> None:
    """Leave the records without a speaker that name one who was purged here: elsewhere they may be named still."""
    for table, column in OWNER.items():
        db.execute(
            f"""UPDATE {table} SET {column} = NULL WHERE {column} IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM speaker WHERE speaker.uid = {table}.{column})"""
        )


def fold_all(db: sqlite3.Connection, history: sqlite3.Connection) -> None:
    """Fold every event of a history into empty tables, kind by kind in the order that decides."""
    rows = history.execute("SELECT kind, target, value FROM event ORDER BY kind, hlc, actor, id")
    while batch := rows.fetchmany(FOLDED_AT_ONCE):
        states: dict[tuple[str, str], Value] = {}
        for kind, target, value in batch:
            states.setdefault((kind, target), {}).update(json.loads(value))
        write_fields(db, [Change(kind, target, fields) for (kind, target), fields in states.items()])
    forget_purged_speakers(db)
