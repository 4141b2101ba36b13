"""What On Record itself has exported without loss: JSON Lines and pages of web annotations, an entry a line."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from store.importers.failure import UnreadableFile
from store.importers.files import LARGEST, part_of
from store.model import SavedEntry

LARGEST_PAGE = 64 << 20
"""Bytes of a page that another program has laid out anew, at most; it is read whole."""

_END_OF_PAGE = b"]}"


def read(file: BinaryIO, path: Path) -> Iterator[SavedEntry | UnreadableFile]:
    """Read entry by entry, holding one line at a time; a page that is laid out otherwise is read whole.

    Args:
        file: The file; it is read from its beginning.
        path: Its name.
    """
    file.seek(0)
    number = found = 0
    is_page, last = False, b""
    while line := file.readline(4 * LARGEST).removeprefix(BOM_UTF8):
        number += 1
        last = line.strip() or last
        told = _object(line)
        if entry := _entry(told):
            found += 1
            yield SavedEntry(str(part_of(path, number)), entry)
        elif line.startswith(b'{"@context"'):
            is_page = True
        elif line.startswith(b"{") and not told and last != b"{":  # a brace alone begins a page laid out otherwise
            failure = UnreadableFile(path, "It is cut off or damaged", "export again")
            yield UnreadableFile.of_part(path, f"Line {number}", failure)
    if found and is_page and last != _END_OF_PAGE:
        yield UnreadableFile(path, "The page has no end", "it was cut short; export it again")
    elif not found:
        yield from _of_page(file, path)


def _of_page(file: BinaryIO, path: Path) -> Iterator[SavedEntry | UnreadableFile]:
    """The entries of a page, however its lines are laid out."""
    file.seek(0)
    page = _object(file.read(LARGEST_PAGE).removeprefix(BOM_UTF8))
    told = [one for name in ("onrecord", "items") if isinstance(listed := page.get(name), list) for one in listed]
    entries = [entry for one in told if isinstance(one, dict) and (entry := _entry(one))]
    for number, entry in enumerate(entries, 1):
        yield SavedEntry(str(part_of(path, number)), entry)
    if not entries:
        yield UnreadableFile(path, "There is no entry of On Record in it", "export it again, an entry a line")


def _entry(told: dict[str, Any]) -> dict[str, Any]:
    """What an object says of an article, a speaker or a record, itself or as an annotation; empty where it does not."""
    value = told if "onrecord" in told else told.get("record")
    return value if isinstance(value, dict) and isinstance(value.get("onrecord"), str) else {}


def _object(written: bytes) -> dict[str, Any]:
    """The object that a line or a page holds, empty where it holds none."""
    try:
        value = json.loads(written.strip().removesuffix(b",").decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
