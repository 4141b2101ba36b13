"""Readwise Reader's export: title, address, tags and when it was saved. It holds no text."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import BinaryIO

from store.importers.listed import Items, Row, entry_of, read_rows
from store.model import SavedArticle


def read(file: BinaryIO, path: Path) -> Items:
    """Read the entries."""
    return read_rows(file, path, _entry)


def _entry(row: Row, path: Path, sha256: str) -> SavedArticle:
    given = {"title": row.get("Title", ""), "url": row.get("URL", "")}
    labels = _tags(row.get("Document tags", ""))
    return entry_of(path, sha256, "reader", given, saved=row.get("Saved date", ""), labels=labels)


def _tags(written: str) -> list[str]:
    """The tags of a list, which is written as in Python, or with commas."""
    if written.startswith("["):
        try:
            found = ast.literal_eval(written)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return []
        return [str(tag) for tag in found] if isinstance(found, list) else []
    return written.split(",")
