"""Documents that are ZIP files: which kind one is, by the parts that it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers import docx, epub, odt, omnivore, qdpx
from store.importers.archive import Archive
from store.importers.failure import UnreadableFile
from store.importers.files import sha256_of
from store.model import LabelledArticle, SavedArticle


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle | LabelledArticle | UnreadableFile]:
    """Read the articles of a document."""
    sha256 = sha256_of(file)
    archive = Archive(file, path)
    if "word/document.xml" in archive.names:
        yield from docx.read_archive(archive, path, sha256)
    elif "META-INF/container.xml" in archive.names:
        yield from epub.read_archive(archive, path, sha256)
    elif "content.xml" in archive.names:
        yield from odt.read_archive(archive, path, sha256)
    elif any(name.startswith("metadata_") for name in archive.names):
        yield from omnivore.read_archive(archive, path, sha256)
    elif qdpx.is_project(archive):
        yield from qdpx.read_archive(archive, path, sha256)
    else:
        what = "It is a ZIP of no document that is known"
        raise UnreadableFile(path, what, "DOCX, ODT, EPUB, QDPX and WACZ are; else unpack it and import the folder")
