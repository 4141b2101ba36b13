"""Why a file could not be taken in."""

from __future__ import annotations

from pathlib import Path

from store.errors import OnRecordError


class UnreadableFile(OnRecordError):
    """A file, or a line of one, that is not imported: its path, what is wrong, and what to do. str() names no path."""

    def __init__(self, path: Path, what: str, hint: str) -> None:
        super().__init__(what, hint)
        self.path = path
        self.what = what
