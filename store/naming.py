"""Whom a record names is there: nobody is named who was removed, and who was removed but is named comes back.

A speaker can be removed where no record names it. Another collection may name it meanwhile, or a record that was
deleted may come back: then the speaker comes back too, with those merged with it, so that no record loses who said it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.errors import OnRecordError
from store.events import OWNER, Change, append_imported
from store.merged import root


class NoSuchSpeaker(OnRecordError):
    """The speaker is not, or no longer, there."""


def gone() -> NoSuchSpeaker:
    """What is raised where a speaker is not there any more."""
    return NoSuchSpeaker("The speaker is gone", "it was removed, or is one with another by now")


def speaker_meant(db: sqlite3.Connection, named: str | None, along: Iterable[Change]) -> str | None:
    """The speaker that a named one is, after all merges. Raises NoSuchSpeaker unless it is there or comes along."""
    if named is None or any(change.target == named and change.kind == "speaker" for change in along):
        return named
    row = db.execute(f"SELECT {root('speaker.uid')} FROM speaker WHERE uid = ? AND state = 'live'", [named]).fetchone()
    if row is None:
        raise gone()
    return str(row[0])


_NAMED = " OR ".join(
    f"""EXISTS (SELECT 1 FROM {table} JOIN annotation AS record USING (uid)
        WHERE {table}.{column} = removed.uid AND record.state = 'live')"""
    for table, column in OWNER.items()
)


def bring_back_named(db: sqlite3.Connection, op: str) -> None:
    """Bring back the speakers that are removed and named by a record, with those they are one with; `op` says why."""
    rows = db.execute(
        f"""WITH RECURSIVE back (uid, same_as, state) AS (
            SELECT uid, same_as, state FROM speaker AS removed WHERE state <> 'live' AND ({_NAMED})
            UNION SELECT other.uid, other.same_as, other.state FROM back JOIN speaker AS other
                ON other.uid = back.same_as OR other.same_as = back.uid)
        SELECT uid FROM back WHERE state <> 'live' ORDER BY uid"""
    ).fetchall()
    if rows:
        append_imported(db, [Change("speaker", uid, {"state": "live"}) for (uid,) in rows], op)
