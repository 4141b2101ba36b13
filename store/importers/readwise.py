"""Readwise's export of highlights: a row for each, with the title and author of what it stands in."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from store.importers.listed import Items, Row, entry_of, read_rows
from store.model import SavedArticle, SavedHighlight


def read(file: BinaryIO, path: Path) -> Items:
    """Read the highlights, each as an entry of its own."""
    return read_rows(file, path, _entry)


def _entry(row: Row, path: Path, sha256: str) -> SavedArticle:
    words = " ".join(row.get("Highlight", "").split())
    note = "\n".join(filter(None, [row.get("Note", ""), _tagged(row.get("Tags", ""))]))
    given = {"title": row.get("Book Title", ""), "author": row.get("Book Author", "")}
    labels = row.get("Document tags", "").split(",")
    return entry_of(path, sha256, "readwise", given, labels=labels, highlights=[SavedHighlight(words, note)])


def _tagged(tags: str) -> str:
    """Tags of a highlight, as words of its note."""
    return " ".join(f"#{'-'.join(tag.split())}" for tag in tags.split(",") if tag.strip())
