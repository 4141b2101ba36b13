"""What On Record itself has exported without loss: JSON Lines and pages of web annotations, an entry a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers.failure import UnreadableFile
from store.importers.files import LARGEST, part_of
from store.model import SavedEntry


def read(file: BinaryIO, path: Path) -> Iterator[SavedEntry | UnreadableFile]:
    """Read entry by entry, holding one line at a time.

    Args:
        file: The file; it is read from its beginning.
        path: Its name.
    """
    file.seek(0)
    number = found = 0
    while line := file.readline(4 * LARGEST):
        number += 1
        told = _object(line)
        value = told if "onrecord" in told else told.get("record")
        if isinstance(value, dict) and isinstance(value.get("onrecord"), str):
            found += 1
            yield SavedEntry(str(part_of(path, number)), value)
        elif line.startswith(b'{"onrecord"'):
            yield UnreadableFile.of_part(path, f"Line {number}", UnreadableFile(path, "It is cut off", "export again"))
    if not found:
        yield UnreadableFile(path, "There is no entry of On Record in it", "export it again, an entry a line")


def _object(line: bytes) -> dict[str, object]:
    """The object that a line holds, empty where it holds none."""
    try:
        value = json.loads(line.strip().removesuffix(b",").decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
