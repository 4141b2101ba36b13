"""CSV: a table of articles with the columns of JSON Lines, or with others that are mapped onto them."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import shorten
from typing import Any, BinaryIO

from store.importers.decoding import decode
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import NO_COLUMNS, Columns, known_fields, known_list
from store.importers.files import LARGEST, part_of
from store.model import SavedArticle

LARGEST_TABLE = 64 << 20
"""Bytes of a table, at most."""

_TEXTS = ("text", "content", "body", "article", "full_text", "fulltext")
_DELIMITERS = ",;\t|"


def read(file: BinaryIO, path: Path, columns: Columns = NO_COLUMNS) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the articles of a table's rows.

    Args:
        file: The open table, in any encoding, parted by comma, semicolon, tab or bar.
        path: Its name.
        columns: The table's own names, by field.
    """
    rows, sha256 = open_table(file, path)
    try:
        names = _names(rows.fieldnames or [], columns, path)
        for number, row in enumerate(rows, 2):
            yield _article(row, names, part_of(path, number), sha256, number)
    except csv.Error as error:
        yield UnreadableFile(path, f"It is no table from line {rows.line_num} on ({error})", "export it again as CSV")


def open_table(file: BinaryIO, path: Path) -> tuple[csv.DictReader[str], str]:
    """Return the rows of a table, which may raise csv.Error, and the file's digest. Raises UnreadableFile."""
    file.seek(0)
    data = file.read(LARGEST_TABLE + 1)
    if len(data) > LARGEST_TABLE:
        raise UnreadableFile(path, f"The table is longer than {LARGEST_TABLE >> 20} MB", "split it")
    text = decode(data, path)
    csv.field_size_limit(LARGEST)
    first = text.split("\n", 1)[0]
    rows = csv.DictReader(_lines(text), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    return rows, hashlib.sha256(data).hexdigest()


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, without a copy of the whole."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _names(found: object, columns: Columns, path: Path) -> dict[str, str]:
    """What each of the table's columns is called here. Raises UnreadableFile where none holds the text."""
    header = [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
    for field, name in columns.items():
        if name not in header:
            raise UnreadableFile(
                path, f"The table has no column {name}, mapped to {field}", f"it has {', '.join(header)}"
            )
    ours = {name: field for field, name in columns.items()}
    names = {name: ours.get(name, name.strip().lower().replace(" ", "_")) for name in header}
    if "text" not in names.values():
        own = next((name for name in header if names[name] in _TEXTS), None)
        if own is None:
            what = "The table holds no text of articles"
            held = shorten(", ".join(header), 200, placeholder=" …")
            hint = f"it has {held}; name the column with --map text=NAME, or save the pages themselves"
            raise UnreadableFile(path, what, hint)
        names[own] = "text"
    return names


def check_width(row: Mapping[Any, Any], path: Path) -> None:
    """Raise UnreadableFile where a row has words in more cells than the table has columns."""
    if any(cell.strip() for cell in row.get(None, ())):
        what = "It has more cells than the table has columns"
        raise UnreadableFile(path, what, "put texts that hold what parts the cells in quotation marks")


def _article(
    row: dict[str, str], names: dict[str, str], path: Path, sha256: str, number: int
) -> SavedArticle | UnreadableFile:
    said = {names[name]: value for name, value in row.items() if name in names and isinstance(value, str)}
    text = said.pop("text", "")
    try:
        check_width(row, path)
        if not text.strip():
            raise UnreadableFile(path, "There is no text", "save its page")
        return saved_article(text, path, sha256, "csv", known_fields(said), **known_list(said))
    except UnreadableFile as failure:
        return UnreadableFile.of_part(path, f"Row {number}", failure)
