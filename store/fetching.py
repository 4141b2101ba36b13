"""Fetching articles from the web, only when asked: addresses, and what reading lists name but do not hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from store import importers
from store.importers.decoding import decode_as
from store.importers.snapshots import filed
from store.importing import Summary, import_items
from store.listings import listed_article
from store.model import Progress, SavedArticle

if TYPE_CHECKING:
    from store.collection import Collection
    from store.web import Page, Web

_ADDRESS = re.compile(r"https?://\S+", re.I)
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
KINDS = frozenset(_SUFFIXES)
"""Content types of articles."""


def fetch(
    collection: Collection,
    named: Iterable[str],
    web: Web,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Summary:
    """Fetch addresses and the entries of reading lists, and import what comes.

    An entry whose article is here already is not fetched again; an address that is named itself is. What fails is
    noted with its reason, the rest goes on.

    Args:
        collection: Where they go.
        named: Addresses, and files: reading lists, or texts with an address a line.
        web: What fetches.
        progress: Told before each fetch.
        cancelled: Asked before each fetch.
    """
    return import_items(collection, _items(collection, list(named), web, progress), cancelled)


def _items(
    collection: Collection, named: list[str], web: Web, progress: Callable[[Progress], None]
) -> Iterator[importers.Item]:
    for done, name in enumerate(named):
        if _ADDRESS.fullmatch(name):
            progress(Progress(done, len(named), name))
            yield from _fetched(SavedArticle("", url=name), web)
            continue
        for item in _entries(Path(name)):
            missing = isinstance(item, SavedArticle) and not item.text and item.url
            if not isinstance(item, SavedArticle) or not missing or listed_article(collection.read, item):
                yield item
                continue
            progress(Progress(done, len(named), item.url))
            yield from _fetched(item, web)


def _entries(path: Path) -> Iterator[importers.Item]:
    """What a file names: an address a line, or the entries of a list."""
    for item in importers.read(path):
        lines = item.text.split("\n") if isinstance(item, SavedArticle) else []
        addresses = [line.strip() for line in lines if line.strip()]
        if addresses and all(_ADDRESS.fullmatch(address) for address in addresses):
            yield from (SavedArticle("", url=address) for address in dict.fromkeys(addresses))
        else:
            yield item


def _fetched(entry: SavedArticle, web: Web) -> Iterator[importers.Item]:
    """The articles of an entry's page, with what the entry says of it, or why there is none."""
    from store.web import NotFetched

    try:
        page = web.get(entry.url, KINDS)
    except NotFetched as failure:
        yield importers.UnreadableFile(entry.url, failure.title, failure.hint)
        return
    sha256 = hashlib.sha256(page.data).hexdigest()
    for item in importers.read_stream(BytesIO(_marked(page)), f"page{_SUFFIXES[page.kind]}"):
        if not isinstance(item, SavedArticle):
            what, hint = (item.what, item.hint) if isinstance(item, importers.UnreadableFile) else ("No article", "")
            yield importers.UnreadableFile(entry.url, what, hint)
            continue
        url, title = item.url or page.url, item.title or entry.title
        yield replace(filed(item, entry), url=url, title=title, file_sha256=sha256)


def _marked(page: Page) -> bytes:
    """The bytes of a page; as UTF-8 that says so where the answer's head names another character set."""
    if page.charset in ("", "utf-8", "utf8") or not page.kind.startswith("text/"):
        return page.data
    try:
        return b"\xef\xbb\xbf" + decode_as(page.data, page.charset).encode()
    except (LookupError, UnicodeError):
        return page.data
