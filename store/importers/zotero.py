"""Zotero's CSV: an item a row, with its tags, notes and the files kept for it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from store.importers.blocks import lines_of_html
from store.importers.details import first_date
from store.importers.listed import Items, Row, entry_of, names_of, read_rows
from store.model import SavedArticle, SavedHighlight


def read(file: BinaryIO, path: Path) -> Items:
    """Read the items; their notes become notes on the article."""
    return read_rows(file, path, _entry)


def _entry(row: Row, path: Path, sha256: str) -> SavedArticle:
    given = {
        "title": row.get("Title", ""),
        "outlet": row.get("Publication Title") or row.get("Publisher", ""),
        "author": names_of(row.get("Author", "").split(";")),
        "url": row.get("Url", ""),
        "published": first_date((row.get("Date", ""), row.get("Publication Year", ""))),
        "language": row.get("Language", ""),
    }
    notes = "\n".join(lines_of_html(row["Notes"])) if row.get("Notes") else ""
    return entry_of(
        path,
        sha256,
        "zotero",
        given,
        saved=row.get("Date Added", ""),
        labels=[*row.get("Manual Tags", "").split("; "), *row.get("Automatic Tags", "").split("; ")],
        highlights=[SavedHighlight(note=notes)],
        snapshots=row.get("File Attachments", "").split("; "),
    )
