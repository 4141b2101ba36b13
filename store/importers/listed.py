"""Entries of reading lists: what they have in common, whichever program wrote the list."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.files import part_of
from store.importers.table import check_width, open_table
from store.model import SavedArticle, SavedHighlight

Items = Iterator[SavedArticle | UnreadableFile]
Row = Mapping[str, str]


def read_rows(file: BinaryIO, path: Path, entry: Callable[[Row, Path, str], SavedArticle]) -> Items:
    """Read a reading list that is a table, an entry a row.

    Args:
        file: The open table.
        path: Its name.
        entry: Makes an entry of a row, its name and the table's digest; raises UnreadableFile where it names nothing.
    """
    rows, sha256 = open_table(file, path)
    try:
        for number, row in enumerate(rows, 2):
            said = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
            try:
                check_width(row, path)
                yield entry(said, part_of(path, number), sha256)
            except (UnreadableFile, ValueError) as failure:
                yield UnreadableFile.of_part(path, f"Row {number}", failure)
    except csv.Error as error:
        yield UnreadableFile(path, f"It is no table from line {rows.line_num} on ({error})", "export it again as CSV")


def entry_of(
    path: Path,
    sha256: str,
    list_name: str,
    given: Mapping[str, str],
    *,
    text: str = "",
    saved: str = "",
    labels: Iterable[str] = (),
    highlights: Iterable[SavedHighlight] = (),
    snapshots: Iterable[str] = (),
) -> SavedArticle:
    """Put an entry together.

    Args:
        path: Where it came from.
        sha256: Of the list's file.
        list_name: What kind of list it is.
        given: Fields of SavedArticle that it says, `published` as written.
        text: The article, where the list holds it.
        saved: When it was saved, as the list writes it.
        labels: What the reader filed it under; empty ones are left out.
        highlights: What was marked in it.
        snapshots: Names of files beside the list that may hold its page, the likeliest first.

    Raises:
        UnreadableFile: If it has neither text nor address nor title.
    """
    if not (text.strip() or given.get("url") or given.get("title")):
        raise UnreadableFile(path, "It names no article", "it has neither address nor title")
    return replace(
        saved_article(text, path, sha256, list_name, given, saved=saved, labels=labels),
        highlights=tuple(one for one in highlights if one.exact.strip() or one.note.strip()),
        snapshots=tuple(name for name in snapshots if name),
    )


def names_of(authors: Iterable[str]) -> str:
    """Authors in one line, those that are written "Sandrel, Ivo" with the given name first."""
    return ", ".join(" ".join(reversed(name.strip().split(", ", 1))) for name in authors if name.strip())
