"""MHTML: a page that a browser saved with its parts in one file."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import BinaryIO

from store.importers.failure import UnreadableFile
from store.importers.files import read_whole
from store.importers.html import LARGEST_PAGE, PAGES, read_page
from store.importers.mail import header
from store.model import SavedArticle


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle]:
    """Read the article of the page that the snapshot is of; what it says about itself fills the page's gaps."""
    data, sha256 = read_whole(file, path, LARGEST_PAGE)
    snapshot = BytesParser().parsebytes(data)
    page = _page(snapshot)
    if page is None:
        raise UnreadableFile(path, "The snapshot holds no page", "save the page again")
    if not data.rstrip().endswith(b"--"):
        raise UnreadableFile(path, "The snapshot is cut short", "save the page again")
    address = header(snapshot, "Snapshot-Content-Location") or header(page, "Content-Location")
    given = {"title": header(snapshot, "Subject"), "url": address if address.startswith("http") else ""}
    content = page.get_payload(decode=True)
    body = content if isinstance(content, bytes) else b""
    yield read_page(body, path, sha256, given, page.get_content_charset() or "", header(snapshot, "Date"))


def _page(snapshot: Message) -> Message | None:
    return next((part for part in snapshot.walk() if part.get_content_type() in PAGES), None)
