"""Which replica a collection's file is: a copy of it, or an earlier state that is put back in its place, is another.

Otherwise two histories would go on from one event, and whoever took the one in could never take in the other.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from store.events import keep_head, latest, new_uid

if TYPE_CHECKING:
    from store.collection import Collection
    from store.lock import WriterLock


def claim(collection: Collection, lock: WriterLock, writer: sqlite3.Connection) -> str:
    """See to it that this very file has a replica of its own. Returns its uid.

    A file is known by its place and inode, hashed; device numbers change when a machine starts again. One that is
    copied over keeps both, but lacks what was noted beside it.
    """
    place = f"{collection.path}\0{collection.path.stat().st_ino}"
    file = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()
    return _replica_of(writer, file, lock) or _new_replica(collection, file, lock)


def note_latest(lock: WriterLock, writer: sqlite3.Connection) -> None:
    """Note beside the collection how far its history goes, while the lock is held, after what was written is kept.

    It is kept anyway: where the note fails, or the program ends before it, an earlier one stands, which is true too.
    """
    with suppress(OSError, sqlite3.Error):
        if now := latest(writer):
            lock.note(f"{now[0]} {now[1]:020d}\n")


def _replica_of(connection: sqlite3.Connection, file: str, lock: WriterLock) -> str | None:
    """The replica of a file, None where it has none, or another was noted beside it, or events that this one made."""
    noted, _, clock = lock.noted().strip().partition(" ")  # first: a history is never behind its note
    row = connection.execute("SELECT uid FROM replica WHERE file = ?", [file]).fetchone()
    now = latest(connection)
    if row is None or now is None or (clock.isdecimal() and (noted != now[0] or int(clock) > now[1])):
        return None
    return now[0]


def _new_replica(collection: Collection, file: str, lock: WriterLock) -> str:
    """Make a replica for a file, unless another program has just done so. Returns its uid."""
    with collection.write() as db:
        if known := _replica_of(db, file, lock):
            return known
        uid = new_uid()
        keep_head(db)
        name = db.execute("SELECT name FROM replica WHERE file IS NOT NULL").fetchone()
        db.execute("UPDATE replica SET file = NULL")
        db.execute("DELETE FROM action")
        db.execute("INSERT INTO replica (uid, name, file) VALUES (?, ?, ?)", [uid, name[0] if name else "", file])
        return uid
