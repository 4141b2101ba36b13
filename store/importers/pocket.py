"""Pocket's export: title, address, when it was saved, and tags. It holds no text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from store.importers.listed import Items, Row, entry_of, read_rows
from store.model import SavedArticle


def read(file: BinaryIO, path: Path) -> Items:
    """Read the entries of part_000000.csv."""
    return read_rows(file, path, _entry)


def _entry(row: Row, path: Path, sha256: str) -> SavedArticle:
    address = row.get("url", "")
    title = row.get("title", "")
    given = {"title": title if title != address else "", "url": address}
    return entry_of(
        path, sha256, "pocket", given, saved=row.get("time_added", ""), labels=row.get("tags", "").split("|")
    )
