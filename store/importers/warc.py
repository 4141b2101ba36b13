"""WARC: the pages of a web archive, by warcio."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from store.importers.failure import UnreadableFile
from store.importers.files import LARGEST, part_of
from store.importers.html import PAGES, read_page
from store.model import SavedArticle

Items = Iterator[SavedArticle | UnreadableFile | None]

MOST_PASSED = 20_000
"""Records in a row that are passed over, at most: pictures, requests and the like."""


def read(file: BinaryIO, path: Path) -> Items:
    """Read the articles of an archive's pages, one by one; None for each record that is no page."""
    file.seek(0)
    yield from read_pages(file, path, 0)


def read_pages(file: BinaryIO | IO[bytes], path: Path, number: int) -> Items:
    """Read the articles of pages, counting on from a number."""
    passed = 0
    try:
        for record in ArchiveIterator(file):
            if not _is_page(record):
                passed += 1
                if passed > MOST_PASSED:
                    what = f"Behind page {number} more than {MOST_PASSED:,} records in a row are no pages"
                    yield UnreadableFile(path, what, "it may be built to be; save the pages again")
                    return
                yield None
                continue
            number += 1
            passed = 0
            yield _article(record, path, number)
    except (ArchiveLoadFailed, AttributeError, EOFError, OSError, ValueError) as failure:  # warcio raises all of them
        yield UnreadableFile.of_part(path, f"Behind page {number}", failure)


def _is_page(record: ArcWarcRecord) -> bool:
    answer = record.http_headers
    if record.rec_type not in ("response", "resource") or (answer and answer.get_statuscode() != "200"):
        return False
    kind = (answer or record.rec_headers).get_header("Content-Type") or ""
    return kind.partition(";")[0].strip().lower() in PAGES


def _article(record: ArcWarcRecord, path: Path, number: int) -> SavedArticle | UnreadableFile:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        data = record.content_stream().read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UnreadableFile(path, f"It is longer than {LARGEST >> 20} MB", "an article is not")
        sha256 = hashlib.sha256(data).hexdigest()
        saved = record.rec_headers.get_header("WARC-Date") or ""
        return read_page(data, part_of(path, number), sha256, {"url": address}, _charset(record), saved)
    except UnreadableFile as failure:
        return UnreadableFile.of_part(path, f"Page {address[:200]}", failure)


def _charset(record: ArcWarcRecord) -> str:
    kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
    return kind.partition("charset=")[2].strip(" \"'").partition(";")[0]
