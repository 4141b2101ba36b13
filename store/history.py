"""Undo, redo and uniting histories. What was done is never forgotten: taking it back is a further action.

Undo writes the earlier values of the fields that an action set, as events whose `undoes` names the action;
redo takes such an action back in the same way. Both are for this replica's own actions.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from store.collection import Collection
from store.errors import OnRecordError
from store.events import IMPORT, Change, Event, Value, append, defaults, fold_target, merged, of_target
from store.projection import project_touched

if TYPE_CHECKING:
    from sqlite_utils import Database

MAX_AHEAD = 24 * 3600 * 1000 << 16
"""How far ahead a clock of another replica may be (hybrid logical clock units: 24 hours)."""


class NothingToUndo(OnRecordError):
    """There is no action left to take back, or none to do again."""


class UndoConflict(OnRecordError):
    """Someone else has changed the same field since, so nothing was done."""


class ForeignHistory(OnRecordError):
    """Events from elsewhere that cannot be taken in."""


def act(collection: Collection, op: str, changes: Sequence[Change]) -> str:
    """Keep one action: its events, the tables folded from them and the places they show at. Returns its uid."""
    with collection.write() as db:
        action = append(db, op, changes)
        project_touched(db, changes)
    return action


def undo(collection: Collection) -> str:
    """Take back this replica's latest action. Returns its op. Raises NothingToUndo, UndoConflict."""
    return _take_back(collection, _latest_done, "undo")


def redo(collection: Collection) -> str:
    """Do again what was last taken back. Returns its op. Raises NothingToUndo, UndoConflict."""
    return _take_back(collection, _latest_undone, "redo")


def _take_back(collection: Collection, choose: Callable[[Database], tuple[str, str] | None], verb: str) -> str:
    with collection.write() as db:
        chosen = choose(db)
        if chosen is None:
            raise NothingToUndo(f"Nothing to {verb}", "there is no action of yours left for it")
        action, op = chosen
        rows = db.execute("SELECT DISTINCT target FROM event WHERE action = ?", [action]).fetchall()
        changes = [change for (target,) in rows if (change := _compensation(db, action, target, verb))]
        append(db, op, changes, undoes=action)
        project_touched(db, changes)
    return op


def _latest_done(db: Database) -> tuple[str, str] | None:
    row = db.execute(
        f"SELECT uid, op FROM action WHERE {_OWN} AND depth % 2 = 0 ORDER BY hlc DESC LIMIT 1"
    ).fetchone()
    return row and (row[0], row[1])


def _latest_undone(db: Database) -> tuple[str, str] | None:
    """The latest action taken back, unless something new was done after it."""
    row = db.execute(
        f"SELECT uid, op, hlc FROM action WHERE {_OWN} AND depth % 2 = 1 ORDER BY hlc DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    newer = db.execute(
        f"SELECT 1 FROM action WHERE {_OWN} AND depth = 0 AND hlc > ? LIMIT 1", [row[2]]
    ).fetchone()
    return None if newer else (row[0], row[1])


_OWN = "taken_back = 0 AND actor = (SELECT uid FROM replica WHERE file IS NOT NULL)"


def _compensation(db: Database, action: str, target: str, verb: str) -> Change | None:
    """The fields of a target as they were before the action. Raises UndoConflict."""
    events = of_target(db, target)
    position = next(i for i, event in enumerate(events) if event.action == action)
    event, before, since = events[position], events[:position], events[position + 1 :]
    fields: Value = json.loads(event.value)
    if not before:
        _refuse_conflict(event, fields, [e for e in since if e.actor != event.actor], verb)
        return Change(event.kind, target, {"state": "deleted"})
    _refuse_conflict(event, fields, [e for e in since if e.actor != event.actor or e.op == IMPORT], verb)
    earlier = merged(before)
    unset = defaults(event.kind)
    return Change(event.kind, target, {name: earlier.get(name, unset[name]) for name in fields})


def _refuse_conflict(event: Event, fields: Value, others: Sequence[Event], verb: str) -> None:
    """Refuse to take back a field that one of the others' events, all later, has written."""
    for other in others:
        common = sorted(set(json.loads(other.value)) & set(fields))
        if common:
            who = "An import" if other.op == IMPORT else "Someone else"
            raise UndoConflict(
                f"Cannot {verb} “{event.op}”",
                f"{who} has changed the same {event.kind} since ({', '.join(common)}); nothing was changed",
            )


def unite(collection: Collection, events: Iterable[Event]) -> int:
    """Take in another replica's events; every order of arrival gives one state. Returns how many were new.

    The texts that the events name must be in the collection already. Raises ForeignHistory.
    """
    incoming = list(events)
    limit = (time.time_ns() // 1_000_000 << 16) + MAX_AHEAD
    ahead = next((event for event in incoming if event.hlc > limit), None)
    if ahead:
        raise ForeignHistory(
            "The history cannot be taken in",
            f"the clock of replica {ahead.actor} is more than 24 hours ahead; set it right there and export again",
        )
    with collection.write() as db:
        new = [event for event in incoming if not _known(db, event)]
        db.conn.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", new)
        for target in dict.fromkeys(event.target for event in new):
            fold_target(db, target)
        _note_replicas(db, new)
        project_touched(db, [Change(e.kind, e.target, {}) for e in new])
    return len(new)


def _known(db: Database, event: Event) -> bool:
    return db.execute("SELECT 1 FROM event WHERE id = ?", [event.id]).fetchone() is not None


def _note_replicas(db: Database, events: Sequence[Event]) -> None:
    latest = {event.actor: event for event in sorted(events, key=lambda e: e.hlc)}
    for event in latest.values():
        db.execute(
            "INSERT INTO replica (uid, head, hlc) VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE "
            "SET head = excluded.head, hlc = excluded.hlc WHERE excluded.hlc > hlc AND file IS NULL",
            [event.actor, event.hash, event.hlc],
        )
