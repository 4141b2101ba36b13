"""Undo, redo and uniting histories. What was done is never forgotten: taking it back is a further action.

Undo writes the earlier values of the fields that an action set, as events whose `undoes` names the action;
redo takes such an action back in the same way. Both are for this replica's own actions.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from store.collection import Collection
from store.errors import OnRecordError
from store.events import IMPORT, Change, Event, Value, append, defaults, fold_target, insert_events, merged, of_target
from store.projection import project_touched
from store.search_index import index_new

MAX_AHEAD = 24 * 3600 * 1000 << 16
"""How far ahead a clock of another replica may be (hybrid logical clock units: 24 hours)."""


class NothingToUndo(OnRecordError):
    """There is no action left to take back, or none to do again."""


class UndoConflict(OnRecordError):
    """Someone else has changed the same field since, so nothing was done."""


class ForeignHistory(OnRecordError):
    """Events from elsewhere that cannot be taken in."""


def act(collection: Collection, op: str, changes: Sequence[Change]) -> None:
    """Keep one action that depends on nothing read before."""
    with collection.write() as db:
        keep(db, op, changes)


def keep(db: sqlite3.Connection, op: str, changes: Sequence[Change], undoes: str | None = None, depth: int = 0) -> None:
    """Keep one action, inside a transaction: its events, the tables folded from them, the places it shows at.

    `undoes` and `depth` are given where it takes another one back.
    """
    done = append(db, op, changes, undoes)
    db.execute(
        """INSERT INTO action (hlc, uid, op, "first", "last", depth)
        SELECT ?1, ?2, ?3, max(number) - ?4 + 1, max(number), ?5 FROM event""",
        [done.hlc, done.uid, op, done.events, depth],
    )
    project_touched(db, changes)


def undo(collection: Collection) -> str:
    """Take back this replica's latest action. Returns its op. Raises NothingToUndo, UndoConflict."""
    return _take_back(collection, _latest_done, "undo")


def redo(collection: Collection) -> str:
    """Do again what was last taken back. Returns its op. Raises NothingToUndo, UndoConflict."""
    return _take_back(collection, _latest_undone, "redo")


def _take_back(collection: Collection, choose: Callable[[sqlite3.Connection], _Action | None], verb: str) -> str:
    with collection.write() as db:
        chosen = choose(db)
        if chosen is None:
            raise NothingToUndo(f"Nothing to {verb}", "there is no action of yours left for it")
        rows = db.execute(
            "SELECT DISTINCT target FROM event WHERE number BETWEEN ? AND ? AND action = ?",
            [chosen.first, chosen.last, chosen.uid],
        ).fetchall()
        changes = [_marked(db, _compensation(db, chosen.uid, target, verb)) for (target,) in rows]
        db.execute("UPDATE action SET taken_back = 1 WHERE hlc = ?", [chosen.hlc])
        keep(db, chosen.op, changes, chosen.uid, chosen.depth + 1)
    return chosen.op


class _Action(NamedTuple):
    """A row of the local table of actions. `depth` is odd where the action takes another one back."""

    hlc: int
    uid: str
    op: str
    first: int
    last: int
    depth: int


def _latest_done(db: sqlite3.Connection) -> _Action | None:
    return _latest(db, "depth % 2 = 0")


def _latest_undone(db: sqlite3.Connection) -> _Action | None:
    """The latest action that took one back, unless something new was done after it."""
    undone = _latest(db, "depth % 2 = 1")
    newer = undone and db.execute("SELECT 1 FROM action WHERE depth = 0 AND hlc > ? LIMIT 1", [undone.hlc]).fetchone()
    return None if newer else undone


def _latest(db: sqlite3.Connection, which: str) -> _Action | None:
    row = db.execute(
        f"""SELECT hlc, uid, op, "first", "last", depth FROM action
        WHERE taken_back = 0 AND {which} ORDER BY hlc DESC LIMIT 1"""
    ).fetchone()
    return row and _Action._make(row)


def _compensation(db: sqlite3.Connection, action: str, target: str, verb: str) -> Change:
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


def _marked(db: sqlite3.Connection, change: Change) -> Change:
    """The change; a span that it leaves live on an earlier version of its article is marked: it needs a look."""
    if change.kind != "span":
        return change
    state, text, current = db.execute(
        """SELECT span.state, span.text, article.text FROM span JOIN annotation ON annotation.uid = span.annotation
        JOIN article ON article.uid = annotation.article WHERE span.uid = ?""",
        [change.target],
    ).fetchone()
    stays = change.fields.get("state", state) == "live" and change.fields.get("text", text) != current
    return Change("span", change.target, change.fields | {"needs_look": 1}) if stays else change


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
    """Take in other replicas' events; every order of arrival gives one state. Returns how many were new.

    Of each replica its events must come without a gap after those known; what they name must be known or come
    along, and the texts be in the collection already. What was purged here stays away. Raises ForeignHistory.
    """
    with refusing_foreign(), collection.write() as db:
        return len(take_in(db, events))


@contextmanager
def refusing_foreign() -> Iterator[None]:
    """Raise ForeignHistory for what SQLite or the events themselves refuse inside."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ForeignHistory(_REFUSED, f"it names texts or records that did not come with it ({error})") from error
    except (sqlite3.ProgrammingError, ValueError, TypeError, KeyError, OverflowError) as error:
        raise ForeignHistory(_REFUSED, f"an event of it is not one that On Record makes ({error})") from error


def take_in(
    db: sqlite3.Connection,
    events: Iterable[Event],
    gaps: Iterable[str] = (),
    bring: Callable[[Sequence[Event]], None] = lambda _: None,
) -> list[Event]:
    """Take in events inside a transaction (see `unite`). Returns the new ones.

    Args:
        db: The collection.
        events: In any order.
        gaps: Hashes of events that were purged where these come from.
        bring: Brings the texts that new events name into the collection.
    """
    incoming = sorted({event.id: event for event in events}.values(), key=lambda event: (event.actor, event.hlc))
    _refuse_clocks_ahead(incoming)
    _note_gaps(db, gaps)
    new = [event for event in incoming if not _known(db, event)]
    _refuse_broken_chains(db, new)
    _refuse_changed_kinds(db, new)
    _refuse_nul(new)
    gone = _about_purged(db, incoming, new)
    _note_gaps(db, (event.hash for event in new if event.target in gone))
    _note_replicas(db, new)
    new = [event for event in new if event.target not in gone]
    bring(new)
    insert_events(db, new)
    for target in dict.fromkeys(event.target for event in new):
        fold_target(db, target)
    index_new(db)
    project_touched(db, [Change(e.kind, e.target, {}) for e in new])
    return new


_REFUSED = "The history cannot be taken in"


def _refuse_clocks_ahead(incoming: Sequence[Event]) -> None:
    limit = (time.time_ns() // 1_000_000 << 16) + MAX_AHEAD
    ahead = next((event for event in incoming if event.hlc > limit), None)
    if ahead:
        raise ForeignHistory(
            _REFUSED,
            f"the clock of replica {ahead.actor} is more than 24 hours ahead; set it right there and export again",
        )


def _refuse_broken_chains(db: sqlite3.Connection, new: Sequence[Event]) -> None:
    """Refuse events that do not follow one another, or what is known of their replica, hash by hash."""
    heads: dict[str, str] = dict(db.execute("SELECT uid, head FROM replica").fetchall())
    gaps = {gap for (gap,) in db.execute("SELECT prev_hash FROM event_gap").fetchall()}
    for event in new:
        if event.prev_hash != heads.get(event.actor, "") and event.prev_hash not in gaps:
            raise ForeignHistory(
                _REFUSED,
                f"events of replica {event.actor} are missing or altered before {event.id}; export them all again",
            )
        heads[event.actor] = event.hash


def _refuse_changed_kinds(db: sqlite3.Connection, new: Sequence[Event]) -> None:
    """Refuse an event that makes something else of its target, such as a note of a quote."""
    kinds: dict[str, str] = {}
    for event in new:
        if event.target not in kinds:
            row = db.execute("SELECT kind FROM event WHERE target = ? LIMIT 1", [event.target]).fetchone()
            kinds[event.target] = row[0] if row else event.kind
        if event.kind != kinds[event.target]:
            raise ForeignHistory(_REFUSED, f"event {event.id} makes a {event.kind} of a {kinds[event.target]}")


def _refuse_nul(new: Sequence[Event]) -> None:
    """Refuse a text with a NUL in it, which C and so SQLite's own functions take for its end."""
    if any("\\u0000" in event.value for event in new):
        raise ForeignHistory(_REFUSED, "a text of it holds a NUL, which On Record never writes")


def _known(db: sqlite3.Connection, event: Event) -> bool:
    """Whether the event is here, or was and has been purged."""
    found = db.execute(
        "SELECT 1 FROM event WHERE target = ? AND id = ? UNION ALL SELECT 1 FROM event_gap WHERE prev_hash = ?",
        [event.target, event.id, event.hash],
    )
    return found.fetchone() is not None


def _note_gaps(db: sqlite3.Connection, hashes: Iterable[str]) -> None:
    """Note that the events of these hashes are purged, so that the history goes on without them."""
    note = "INSERT OR IGNORE INTO event_gap VALUES (?, strftime('%Y-%m-%dT%H:%M:%SZ'))"
    db.executemany(note, [(value,) for value in hashes])


def _about_purged(db: sqlite3.Connection, incoming: Sequence[Event], new: Sequence[Event]) -> set[str]:
    """What was purged here, of all that the incoming events are about, and what belongs to it."""
    ids = {event.id for event in new}
    here = "SELECT 1 FROM event WHERE target = ? LIMIT 1"
    gone = {e.target for e in incoming if e.id not in ids and not db.execute(here, [e.target]).fetchone()}
    found = bool(gone)
    while found:
        belong = {e.target for e in new if e.target not in gone and gone & _owners(e)}
        gone |= belong
        found = bool(belong)
    return gone


def _owners(event: Event) -> set[str]:
    """What a target cannot be without, as far as this event of it says."""
    names = ("speaker",) if event.kind in ("alias", "role") else ("article", "annotation")
    fields = json.loads(event.value)
    return {str(fields[name]) for name in names if fields.get(name)}


def _note_replicas(db: sqlite3.Connection, new: Sequence[Event]) -> None:
    """Keep each replica's latest clock and hash, also this one's, which gets back what a restored backup lacks."""
    for event in {event.actor: event for event in new}.values():
        db.execute(
            "INSERT INTO replica (uid, head, hlc) VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE "
            "SET head = excluded.head, hlc = excluded.hlc",
            [event.actor, event.hash, event.hlc],
        )
