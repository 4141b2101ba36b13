"""Failures that a person can do something about."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_OF_THE_FILE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
"""What SQLite reports where a file or its disk is at fault, not what was asked of it."""


class OnRecordError(Exception):
    """An expected failure: a short title, and a hint that says what is wrong and what to do. str() is a sentence.

    `problems` are sentences for each thing that is wrong where there may be several, to be told a line each; `harmless`
    says that nothing is wrong, only that there was nothing to do.
    """

    problems: Sequence[str] = ()
    harmless = False

    def __init__(self, title: str, hint: str) -> None:
        super().__init__(f"{title}: {hint.rstrip('.')}.")
        self.title = title
        self.hint = hint


def damage(error: BaseException | None) -> OnRecordError | None:
    """The same failure in words where a damaged collection or its disk is behind it, else None."""
    if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_FILE:
        return OnRecordError(
            "The collection cannot be read",
            f"SQLite says: {error}; `onrecord check` tells what is damaged; restore a backup, or look at the disk",
        )
    return None
