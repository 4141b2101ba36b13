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
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from store.schema import FOLDED, statements

if TYPE_CHECKING:
    from sqlite_utils import Database

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
}  # fmt: skip
"""What events are about: kind -> the tables it folds into -> their columns besides uid."""

_COLUMNS = "id, action, hlc, actor, kind, target, op, value, undoes, prev_hash"
IMPORT = "import"
"""The op of imports, which no key takes back."""

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


@dataclass(frozen=True, slots=True)
class Change:
    """Fields to set on one target in one action."""

    kind: str
    target: str
    fields: Value


def canonical(value: object) -> str:
    """JSON with one spelling, as hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def new_uid() -> str:
    """A UUID version 7 (RFC 9562) as 32 hexadecimal digits: sorts by time, names no machine."""
    moment = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    high, low = random >> 62 & 0xFFF, random & (1 << 62) - 1
    return f"{moment << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}"


def append(db: Database, op: str, changes: Sequence[Change], undoes: str | None = None) -> str:
    """Write one action's events and fold them, inside the caller's transaction. Returns the action's uid."""
    actor, head, last = db.execute(
        "SELECT uid, head, (SELECT max(hlc) FROM replica) FROM replica WHERE file IS NOT NULL"
    ).fetchone()
    action = new_uid()
    hlc = max(time.time_ns() // 1_000_000 << 16, last + 1)
    events = []
    for change in changes:
        value = canonical(change.fields)
        event = Event(new_uid(), action, hlc, actor, change.kind, change.target, op, value, undoes, head)
        head = event.hash
        events.append(event)
        hlc += 1
    db.conn.executemany(f"INSERT INTO event VALUES ({_marks(len(Event._fields))})", events)
    for change in changes:
        write_fields(db, change.kind, change.target, change.fields)
    db.execute("UPDATE replica SET head = ?, hlc = ? WHERE uid = ?", [head, hlc - 1, actor])
    if op != IMPORT:
        _note_action(db, action, hlc - 1, actor, op, undoes)
    return action


def _note_action(db: Database, action: str, hlc: int, actor: str, op: str, undoes: str | None) -> None:
    """Keep the local table of actions, from which undo and redo choose."""
    depth = 0
    if undoes:
        db.execute("UPDATE action SET taken_back = 1 WHERE uid = ?", [undoes])
        (depth,) = db.execute("SELECT depth + 1 FROM action WHERE uid = ?", [undoes]).fetchone()
    db.execute(
        "INSERT INTO action (uid, hlc, actor, op, undoes, depth) VALUES (?, ?, ?, ?, ?, ?)",
        [action, hlc, actor, op, undoes, depth],
    )


def write_fields(db: Database, kind: str, target: str, fields: Value) -> None:
    """Set fields of a target's row or rows, making them where they are missing."""
    for table, columns in KINDS[kind].items():
        names = tuple(name for name in columns if name in fields)
        values = [fields[name] for name in names]
        extra = (kind,) if table == "annotation" else ()
        db.conn.execute(_upsert(table, names), (target, *extra, *values))


@cache
def _upsert(table: str, names: tuple[str, ...]) -> str:
    fixed = ("uid", "kind") if table == "annotation" else ("uid",)
    columns = ", ".join(f'"{name}"' for name in (*fixed, *names))
    update = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    do = f"UPDATE SET {update}" if names else "NOTHING"
    return f"INSERT INTO {table} ({columns}) VALUES ({_marks(len(fixed) + len(names))}) ON CONFLICT (uid) DO {do}"


def _marks(count: int) -> str:
    return ", ".join("?" * count)


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


def of_target(db: Database, target: str) -> list[Event]:
    """The events of one target, in the order that decides."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM event WHERE target = ? ORDER BY hlc, actor, id", [target])
    return [Event(*row) for row in rows]


def merged(events: Iterable[Event]) -> Value:
    """The state that events of one target, in order, leave behind."""
    state: Value = {}
    for event in events:
        state.update(json.loads(event.value))
    return state


def fold_target(db: Database, target: str) -> None:
    """Write a target's row anew from all its events."""
    events = of_target(db, target)
    if events:
        write_fields(db, events[0].kind, target, merged(events))


def fold_all(db: Database, history: sqlite3.Connection) -> None:
    """Fold every event of a history into empty tables, in one pass in the order that decides."""
    for event in map(Event._make, history.execute(f"SELECT {_COLUMNS} FROM event ORDER BY hlc, actor, id")):
        write_fields(db, event.kind, event.target, json.loads(event.value))
