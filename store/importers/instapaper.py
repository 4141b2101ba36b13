"""Instapaper's export: address, title, selected words, folder, when it was saved, and tags. It holds no text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from store.importers.listed import Items, Row, entry_of, read_rows
from store.model import SavedArticle, SavedHighlight

_OWN_FOLDERS = ("", "unread", "archive", "starred")


def read(file: BinaryIO, path: Path) -> Items:
    """Read the entries of instapaper-export.csv."""
    return read_rows(file, path, _entry)


def _entry(row: Row, path: Path, sha256: str) -> SavedArticle:
    folder = row.get("Folder", "")
    labels = [*_tags(row.get("Tags", "")), "" if folder.lower() in _OWN_FOLDERS else folder]
    return entry_of(
        path,
        sha256,
        "instapaper",
        {"title": row.get("Title", ""), "url": row.get("URL", "")},
        saved=row.get("Timestamp", ""),
        labels=labels,
        highlights=[SavedHighlight(row.get("Selection", ""))],
    )


def _tags(written: str) -> list[str]:
    """The tags of a list that is written as JSON, or with commas."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return written.strip("[]").split(",")
    return [str(tag) for tag in found] if isinstance(found, list) else []
