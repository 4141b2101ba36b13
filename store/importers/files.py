"""Finds and opens files, without ever waiting on a pipe or a device."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers.failure import UnreadableFile

SUFFIXES = tuple(
    ".txt .text .md .markdown .html .htm .xhtml .mhtml .mht .warc .warc.gz .wacz .pdf .docx .odt .epub .rtf .eml .mbox "
    ".rss .atom .xml .jsonl .ndjson .ris .bib .ann .qdpx".split()
)
"""Names that are taken from a folder. A file that is named itself is looked at whatever its name."""

LINK_OUT = "link out of the folder"
"""What a link that is left out is counted under, in the place of its ending."""

_PARTS = re.compile(r"(?:_files|_archivos|_fichiers|_file|-Dateien|_bestanden|_pliki|_arquivos|-filer|\.files)$")

LARGEST = 16 << 20
"""Bytes of one article's file, at most, and of one line of a .jsonl. A long novel has 3 MB."""


def find_files(paths: Iterable[Path], passed: Counter[str] | None = None) -> Iterator[Path]:
    """Give the files named and those in the folders named, recursively, in the order of their names.

    Hidden files and folders inside a folder are left out, as are links that lead out of it: what is no part of it may
    be anybody's. Links to folders are not followed. What cannot be listed is given as it is, so that reading it tells
    why. `passed` counts, by their endings, those whose names are not taken, and the links that lead out.
    """
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError:  # such as a name too long
            is_folder = False
        if is_folder:
            yield from _in_folder(path, Counter() if passed is None else passed)
        else:
            yield path


def _in_folder(folder: Path, passed: Counter[str]) -> Iterator[Path]:
    unlisted: list[Path] = []
    whole = folder.resolve()
    for parent, folders, names in os.walk(folder, onerror=lambda error: unlisted.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or _belongs_to_page(name, names)))
        passed.update(LINK_OUT for name in folders if _leads_out(Path(parent, name), whole))
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            if _leads_out(path, whole):
                passed[LINK_OUT] += 1
            elif path.name.lower().endswith(SUFFIXES):
                yield path
            else:
                passed[path.suffix.lower() or "no ending"] += 1
        yield from unlisted
        unlisted.clear()


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to something that is not in a folder (resolved)."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(folder)


def _belongs_to_page(folder: str, names: list[str]) -> bool:
    """Whether a browser saved the parts of a page in this folder, as it does beside the page."""
    page = _PARTS.sub("", folder)
    return page != folder and any(f"{page}{suffix}" in names for suffix in (".html", ".htm", ".xhtml"))


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


def read_whole(file: BinaryIO, path: Path, largest: int = LARGEST) -> tuple[bytes, str]:
    """Return what is in a file, from its start, and its SHA-256. Raises UnreadableFile above `largest` bytes."""
    file.seek(0)
    data = file.read(largest + 1)
    if len(data) > largest:
        raise UnreadableFile(
            path,
            f"The file is longer than {largest >> 20} MB",
            "split it, or give a .jsonl of articles",
        )
    return data, hashlib.sha256(data).hexdigest()


def part_of(path: Path, number: int) -> Path:
    """The name by which the n-th article in a file is known again: the file's, with the number behind it."""
    return path.with_name(f"{path.name}:{number}")


def sha256_of(file: BinaryIO) -> str:
    """The digest of a whole file, read bit by bit."""
    file.seek(0)
    digest = hashlib.sha256()
    while data := file.read(1 << 20):
        digest.update(data)
    return digest.hexdigest()
