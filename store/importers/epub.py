"""EPUB: the articles of a book, such as news readers make; each chapter with words in it is one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml.etree import _Element
from lxml.html import HtmlElement

from store.importers.archive import Archive
from store.importers.blocks import NestedTooDeep, lines_of, parsed
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.files import part_of
from store.importers.xml import find_all, find_text, local, parse
from store.model import SavedArticle

SHORTEST = 200
"""Characters below which a chapter is a cover, a contents page or a dedication, if there are longer ones."""


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle | UnreadableFile]:
    """Read a book's chapters; what the book says about itself is true of each."""
    package, folder = _package(archive, path)
    metadata = next((element for element in package.iter() if local(element) == "metadata"), package)
    said = {
        "author": find_text(metadata, "creator"),
        "published": find_text(metadata, "date"),
        "language": find_text(metadata, "language"),
        "url": find_text(metadata, "source"),
    }
    labels = find_all(metadata, "subject")
    book, publisher = find_text(metadata, "title"), find_text(metadata, "publisher")
    chapters = [(_title(tree), "\n".join(lines_of(tree))) for tree in _chapters(archive, package, folder, path)]
    longest = max((len(text) for _, text in chapters), default=0)
    articles = [(title, text) for title, text in chapters if text and len(text) >= min(SHORTEST, longest)]
    if not articles:
        raise UnreadableFile(path, "The book holds no text", "it may be protected; save its articles as text (.txt)")
    if len(articles) == 1:
        given = said | {"title": book or articles[0][0], "outlet": publisher}
        yield saved_article(articles[0][1], path, sha256, "epub", given, labels=labels)
        return
    for number, (title, text) in enumerate(articles, 1):
        given = said | {"title": title, "outlet": publisher or book, "url": ""}
        yield saved_article(text, part_of(path, number), sha256, "epub", given, labels=labels)


def _package(archive: Archive, path: Path) -> tuple[_Element, str]:
    """The description of the book, and the folder that its names count from."""
    if "META-INF/encryption.xml" in archive.names and b"EncryptedKey" in archive.read("META-INF/encryption.xml"):
        raise UnreadableFile(path, "The book is protected", "save its articles as text (.txt)")
    container = parse(archive.read("META-INF/container.xml"), path)
    name = next((str(e.get("full-path")) for e in container.iter() if local(e) == "rootfile"), "")
    if name not in archive.names:
        raise UnreadableFile(path, "The book says nothing of what is in it", "it is damaged; save it again")
    return parse(archive.read(name), path), posixpath.dirname(name)


def _chapters(archive: Archive, package: _Element, folder: str, path: Path) -> Iterator[HtmlElement]:
    items = {str(e.get("id")): e for e in package.iter() if local(e) == "item"}
    for reference in package.iter():
        item = items.get(str(reference.get("idref"))) if local(reference) == "itemref" else None
        if item is None or "nav" in str(item.get("properties", "")).split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href", "")))))
        data = archive.read(name)
        if not data.strip():
            continue
        try:
            yield parsed(data)
        except NestedTooDeep:
            raise UnreadableFile(path, "The book is nested too deep", "save its articles as text (.txt)") from None


def _title(tree: HtmlElement) -> str:
    return find_text(tree, "h1", "h2", "h3") or find_text(tree, "title")
