"""Reads saved articles out of files. Nothing here knows the collection or opens the network; of paths named in a file
those of pages that a reading list keeps beside it are opened (snapshots), no other.

A file is known by its content before its name (kinds). Each format has a module with a function read(file, path); all
but plain text, Markdown, tables, JSON Lines and brat's annotations are read in a child process with limits (sandbox).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from store.importers import brat, jsonl, markdown, own, sandbox, table, text
from store.importers.decoding import decode
from store.importers.failure import UnreadableFile
from store.importers.fields import NO_COLUMNS, Columns
from store.importers.files import LARGEST, SUFFIXES, find_files, opened, read_whole
from store.importers.kinds import HEAD, kind_of
from store.importers.snapshots import beside, with_page
from store.model import LabelledArticle, SavedArticle, SavedEntry

Item = SavedArticle | LabelledArticle | SavedEntry | UnreadableFile
"""What a file gives."""

__all__ = [
    "LARGEST",
    "NO_COLUMNS",
    "SUFFIXES",
    "Columns",
    "Item",
    "UnreadableFile",
    "find_files",
    "read",
    "read_article",
    "read_stream",
]


def read(path: Path, columns: Columns = NO_COLUMNS) -> Iterator[Item]:
    """Read the articles of one file, in order.

    A failure is yielded, not raised, so that one bad line leaves the others standing; a file gives at least one item.
    Nothing is yielded of an article that could not be read whole.

    Args:
        path: The file.
        columns: What tables and lists call the fields of an article, where they have names of their own for them.
    """
    try:
        with opened(path) as file:
            for item in _read(file, path, columns):
                yield _with_page(item, path) if isinstance(item, SavedArticle) and item.snapshots else item
    except UnreadableFile as failure:
        yield failure
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield UnreadableFile(
            path, "The file cannot be read", f"{reason}; check that it is there and that you may read it"
        )


def _with_page(entry: SavedArticle, path: Path) -> SavedArticle:
    """An entry of a list with the text of a page that is kept beside the list, where one is."""
    for page in beside(path.absolute().parent, entry):
        with suppress(UnreadableFile, OSError), opened(page) as file:
            first = next(_read(file, page, NO_COLUMNS))
            if isinstance(first, SavedArticle) and first.text:
                return with_page(entry, first)
    return entry


def read_article(path: Path) -> SavedArticle:
    """Read the first article of a file. Raises UnreadableFile."""
    item = next(iter(read(path)))
    if isinstance(item, UnreadableFile):
        raise item
    if isinstance(item, SavedArticle) and not item.text:
        raise UnreadableFile(path, "The file lists articles and holds no text", "fetch them with `onrecord fetch`")
    if isinstance(item, SavedEntry):
        raise UnreadableFile(path, "The file is an export of On Record", "import it into a collection")
    return item.article if isinstance(item, LabelledArticle) else item


def read_stream(stream: BinaryIO, name: str, columns: Columns = NO_COLUMNS) -> Iterator[Item]:
    """Read the articles of what comes without a file, as on standard input; `name` stands for its name."""
    path = Path(name)
    with TemporaryFile() as file:
        copyfileobj(stream, file)
        file.seek(0)
        try:
            for item in _read(file, path, columns):
                yield _without_path(item)
        except UnreadableFile as failure:
            yield failure


def _without_path(item: Item) -> Item:
    if isinstance(item, LabelledArticle):
        return replace(item, article=replace(item.article, path=""))
    return replace(item, path="") if isinstance(item, SavedArticle) else item


def _read(file: BinaryIO, path: Path, columns: Columns) -> Iterator[Item]:
    """The items of a file. Raises UnreadableFile where it gives none and where a reader breaks down, and OSError."""
    empty = True
    try:
        for item in _items(file, path, columns):
            empty = False
            yield item
    except (UnreadableFile, OSError):
        raise
    except Exception as fault:
        raise UnreadableFile.of_fault(path, fault) from fault
    if empty:
        raise UnreadableFile(path, "The file holds no article", "save the article again")


def _items(file: BinaryIO, path: Path, columns: Columns) -> Iterator[Item]:
    head = file.read(HEAD)
    kind = kind_of(head, path)
    if kind == "jsonl":
        yield from jsonl.read(file, head, path, columns)
    elif kind == "brat":
        yield from brat.read(file, path)
    elif kind == "own":
        yield from own.read(file, path)
    elif kind == "table":
        yield from table.read(file, path, columns)
    elif kind in ("markdown", "text"):
        data, sha256 = read_whole(file, path)
        reader = markdown if kind == "markdown" else text
        yield reader.read(decode(data, path), path, sha256)
    else:
        yield from sandbox.read(kind, file, path)
