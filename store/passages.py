"""Repeated passages, looked for once in each text and kept beside it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from store.collection import Collection
from store.model import Repeat
from store.projection import project_text

if TYPE_CHECKING:
    from sqlite_utils import Database


def look_for_repeats(collection: Collection, sha256: str) -> None:
    """Find a text's repeats and keep them, unless that was done. In a read-only collection nothing happens."""
    if collection.read_only or _known(collection.read, sha256):
        return
    from store.analysis.repeats import find_repeats

    (body,) = collection.read.execute("SELECT body FROM text WHERE sha256 = ?", [sha256]).fetchone()
    repeats = find_repeats(body)
    with collection.write() as db:
        if not _known(db.conn, sha256):
            _keep(db, sha256, repeats, len(body))
            project_text(db, sha256)


def pending(collection: Collection, limit: int = 100) -> list[str]:
    """Current texts whose repeats have not been looked for, newest first."""
    rows = collection.read.execute("SELECT sha256 FROM text WHERE repeated IS NULL ORDER BY id DESC LIMIT ?", [limit])
    return [sha256 for (sha256,) in rows]


def _known(connection: sqlite3.Connection, sha256: str) -> bool:
    return connection.execute("SELECT repeated FROM text WHERE sha256 = ?", [sha256]).fetchone()[0] is not None


def _keep(db: Database, sha256: str, repeats: list[Repeat], length: int) -> None:
    db.conn.executemany(
        "INSERT INTO repeat VALUES (?, ?, ?, ?, ?, ?)", [(sha256, *r.a, *r.b, r.identity) for r in repeats]
    )
    db.execute("UPDATE text SET repeated = ? WHERE sha256 = ?", [_covered(repeats) / max(1, length), sha256])


def _covered(repeats: list[Repeat]) -> int:
    """Characters that stand in a later copy."""
    total, reached = 0, 0
    for start, end in sorted(repeat.b for repeat in repeats):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
