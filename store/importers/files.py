"""Finds and opens files, without ever waiting on a pipe or a device."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers.failure import UnreadableFile

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
"""Names that are taken from a folder. A file that is named itself is looked at whatever its name."""

LARGEST = 16 << 20
"""Bytes of one article's file, at most, and of one line of a .jsonl. A long novel has 3 MB."""


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files named and those in the folders named, recursively, in the order of their names.

    Hidden files and folders inside a folder are left out, links to folders are not followed. What cannot be listed is
    given as it is, so that reading it tells why.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    unlisted: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: unlisted.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Path(parent, name)
        yield from unlisted
        unlisted.clear()


def opened(path: Path) -> BinaryIO:
    """Open a regular file for reading. Raises UnreadableFile for anything else, OSError where the system refuses."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except ValueError:
        raise UnreadableFile(path, "The file's name holds a NUL", "rename it") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableFile(path, "This is not a file", "name a file, or a folder of files")
    return open(descriptor, "rb")  # noqa: PTH123


def read_whole(file: BinaryIO, path: Path) -> bytes:
    """Return what is in a file, from its start. Raises UnreadableFile if it is longer than an article's may be."""
    file.seek(0)
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableFile(
            path,
            f"The file is longer than {LARGEST >> 20} MB",
            "split it, or give a .jsonl of articles",
        )
    return data
