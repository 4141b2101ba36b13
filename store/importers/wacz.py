"""WACZ: web archives in a ZIP file."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from store.importers.archive import Archive
from store.importers.failure import UnreadableFile
from store.importers.warc import Items, read_pages


def read(file: BinaryIO, path: Path) -> Items:
    """Read the articles of the pages of each archive inside."""
    archive = Archive(file, path)
    names = [name for name in archive.names if name.endswith((".warc", ".warc.gz"))]
    if not names:
        raise UnreadableFile(path, "It holds no web archive", "save the pages again")
    number = 0
    for name in names:
        with archive.open(name) as part:
            for item in read_pages(part, path, number):
                number += item is not None
                yield item
