"""Keeping what was done, undo and redo. What was done is never forgotten: taking it back is a further action.

Undo writes the earlier values of the fields that an action set, as events whose `undoes` names the action;
redo takes such an action back in the same way. Both are for this replica's own actions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

from store.collection import Collection
from store.errors import OnRecordError
from store.events import IMPORT, OWNER, UNITE, Change, Event, Value, append, defaults, merged, of_target, standing
from store.naming import bring_back_named
from store.projection import project_touched
from store.same_article import living


class NothingToUndo(OnRecordError):
    """There is no action left to take back, or none to do again."""

    harmless = True


class UndoConflict(OnRecordError):
    """Someone else, or an action of one's own that stands, has changed the same field since: nothing was done."""


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
        """INSERT INTO action (hlc, uid, op, "first", "last", depth, head)
        VALUES (?1, ?2, ?3, (SELECT max(number) FROM event) - ?4 + 1, (SELECT max(number) FROM event), ?5, ?6)""",
        [done.hlc, done.uid, op, done.events, depth, done.head],
    )
    project_touched(db, changes)


def overwritten(now: Value, seen: Value, changed: Value) -> Value:
    """The values of changed fields that stood until now, where they are others than whoever changed them has seen."""
    return {name: now[name] for name in changed if name in seen and now[name] != seen[name]}


class TakenBack(NamedTuple):
    """The op of an action that was taken back or done again, and the words that it was about, or the name or title.

    `titles` are those of the articles, by uid, whose records or suggestions it was about.
    """

    op: str
    about: str
    titles: Mapping[str, str]


def undo(collection: Collection, made: str = "") -> TakenBack:
    """Take back this replica's latest action, and say which. Raises NothingToUndo, UndoConflict.

    What is refused once, since others have changed the same, is passed over from then on.
    `made` names a target: only the action that made it is taken back, where that is the latest.
    """
    return _take_back(collection, partial(_latest_that_made, made) if made else _latest_done, "undo")


def redo(collection: Collection) -> TakenBack:
    """Do again what was last taken back, and say what. Raises NothingToUndo, UndoConflict."""
    return _take_back(collection, _latest_undone, "redo")


def _take_back(collection: Collection, choose: Callable[[sqlite3.Connection], _Action | None], verb: str) -> TakenBack:
    with collection.write() as db:
        chosen = choose(db)
        if chosen is None:
            raise NothingToUndo(f"Nothing to {verb}", "there is no action of yours left for it")
        db.execute("UPDATE action SET taken_back = 1 WHERE hlc = ?", [chosen.hlc])  # also where it is refused for good
        try:
            changes = _compensations(db, chosen, verb)
        except UndoConflict as error:
            refused = error
        else:
            keep(db, chosen.op, changes, chosen.uid, chosen.depth + 1)
            _settle_united(db, changes)
            if any(change.kind in OWNER for change in changes):
                bring_back_named(db, UNITE)
            return TakenBack(chosen.op, _about(db, changes), _titles(db, changes))
    raise refused


_PASSED_OVER = "nothing was changed; the next time it is passed over"


def _compensations(db: sqlite3.Connection, chosen: _Action, verb: str) -> list[Change]:
    """What takes an action back. Raises UndoConflict."""
    rows = db.execute(
        "SELECT DISTINCT target FROM event WHERE number BETWEEN ? AND ? AND action = ?",
        [chosen.first, chosen.last, chosen.uid],
    ).fetchall()
    changes = [_marked(db, _compensation(db, chosen.uid, target, verb)) for (target,) in rows]
    changes = list(_without_named(db, changes))
    if not changes:
        raise UndoConflict(f"Cannot {verb} “{chosen.op}”", f"a record names the speaker by now; {_PASSED_OVER}")
    return changes


_WORDS = "SELECT exact FROM span WHERE annotation = ? AND role = 'content' ORDER BY ordinal LIMIT 1"
_TOLD_BY = {
    **dict.fromkeys((*OWNER, "note"), _WORDS),
    **{kind: f"SELECT exact FROM {kind} WHERE uid = ?" for kind in ("span", "decision", "hidden", "verdict")},
    **{kind: f"SELECT name FROM {kind} WHERE uid = ?" for kind in ("speaker", "alias")},
    **{kind: f"SELECT title FROM {kind} WHERE uid = ?" for kind in ("role", "article")},
}
"""By kind of target what tells a person which one it is, the kinds first that tell most of an action."""


def _about(db: sqlite3.Connection, changes: Sequence[Change]) -> str:
    kinds = list(_TOLD_BY)
    telling = sorted((c for c in changes if c.kind in _TOLD_BY), key=lambda c: kinds.index(c.kind))
    found = (db.execute(_TOLD_BY[c.kind], [c.target]).fetchone() for c in telling)
    return next((row[0] for row in found if row and row[0]), "")


_ARTICLE_OF = {
    **dict.fromkeys((*OWNER, "note"), "SELECT article FROM annotation WHERE uid = ?"),
    **{
        kind: f"SELECT article FROM annotation WHERE uid = (SELECT annotation FROM {kind} WHERE uid = ?)"
        for kind in ("span", "decision")
    },
    "verdict": "SELECT article FROM verdict WHERE uid = ?",
}
"""By kind of target what names the article that it stands in."""


def _titles(db: sqlite3.Connection, changes: Sequence[Change]) -> dict[str, str]:
    found = (
        db.execute(f"SELECT uid, title FROM article WHERE uid = ({_ARTICLE_OF[c.kind]})", [c.target]).fetchone()
        for c in changes
        if c.kind in _ARTICLE_OF
    )
    return dict(filter(None, found))


def _settle_united(db: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Let the articles follow that those which were changed have become by uniting."""
    for change in changes:
        if change.kind == "article" and (stays := living(db, change.target)) != change.target:
            from store.joining import settle

            settle(db, stays)


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


def _latest_that_made(target: str, db: sqlite3.Connection) -> _Action:
    latest = _latest_done(db)
    maker = db.execute("SELECT action FROM event WHERE target = ? ORDER BY number LIMIT 1", [target]).fetchone()
    if latest is None or maker != (latest.uid,):
        raise UndoConflict("Not undone", "something else was done after that decision; undo it first, in the list")
    return latest


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
        _refuse_conflict(event, fields, [e for e in since if e.actor != event.actor and e.op != UNITE], verb)
        return Change(event.kind, target, {"state": "deleted"})
    earlier, now, unset = merged(before), merged(events), defaults(event.kind)
    back = {name: earlier.get(name, unset[name]) for name in fields}
    changed = {name: value for name, value in back.items() if now[name] != value}
    passed_over = {e.id for e in standing(events)} if verb == "undo" else set()  # of one's own, since
    others = [e for e in since if e.actor != event.actor or e.op in _WHO or e.id in passed_over]
    _refuse_conflict(event, changed, others, verb)
    return Change(event.kind, target, back)


def _without_named(db: sqlite3.Connection, changes: Sequence[Change]) -> Iterator[Change]:
    """The changes but those that would take away a speaker, with names and roles, whom others name by now."""
    gone = {change.target for change in changes if change.fields == {"state": "deleted"}}
    named = {change.target for change in changes if change.kind == "speaker" and change.target in gone}
    leaving = gone | {change.target for change in changes if OWNER.get(change.kind) in change.fields}
    named = {speaker for speaker in named if _is_named(db, speaker, leaving)}
    for change in changes:
        of = change.target
        if change.kind in ("alias", "role") and change.target in gone:
            (of,) = db.execute(f"SELECT speaker FROM {change.kind} WHERE uid = ?", [change.target]).fetchone()
        if of not in named:
            yield change


def _is_named(db: sqlite3.Connection, speaker: str, leaving: Set[str]) -> bool:
    """Whether a live record, or a speaker merged with this one, names it and will go on to."""
    naming = " UNION ALL ".join(
        f"SELECT uid FROM {table} JOIN annotation USING (uid) WHERE {column} = ?1 AND state = 'live'"
        for table, column in OWNER.items()
    )
    rows = db.execute(f"{naming} UNION ALL SELECT uid FROM speaker WHERE same_as = ?1 AND state = 'live'", [speaker])
    return any(uid not in leaving for (uid,) in rows)


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


_WHO = {IMPORT: "An import", UNITE: "Uniting collections"}
"""By op, what has changed something, where not a person."""


def _refuse_conflict(event: Event, fields: Value, others: Sequence[Event], verb: str) -> None:
    """Refuse to take back a field that one of the other events, all later, has written."""
    for other in others:
        common = sorted(set(json.loads(other.value)) & set(fields))
        if common:
            who = _WHO.get(other.op, "Someone else" if other.actor != event.actor else "A later action of yours")
            raise UndoConflict(
                f"Cannot {verb} “{event.op}”",
                f"{who} has changed the same {event.kind} since ({', '.join(common)}); {_PASSED_OVER}",
            )
