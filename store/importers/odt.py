"""ODT: the paragraphs of an OpenDocument text. Notes, comments and what was struck out are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from store.importers.archive import Archive
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.xml import find_all, find_text, local, parse
from store.model import SavedArticle

_LEFT_OUT = ("tracked-changes", "annotation", "note", "sequence-decls")
_TITLE = ("title",)


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle]:
    """Read the document as one article; its title is the paragraph in that style, or what its properties say."""
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableFile(path, "It is locked with a password", "save it without one")
    content = parse(archive.read("content.xml"), path)
    body = next(content.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"), None)
    paragraphs = [] if body is None else list(_paragraphs(body))
    text = "\n".join(words for _, words in paragraphs if words)
    if not text:
        raise UnreadableFile(path, "The document holds no text", "save the article again")
    given = {"title": next((words for style, words in paragraphs if style in _TITLE), "")}
    labels: list[str] = []
    if properties := archive.read("meta.xml"):
        about = parse(properties, path)
        labels = find_all(about, "keyword")
        given["author"] = find_text(about, "creator", "initial-creator")
        given["language"] = find_text(about, "language")
        given["title"] = given["title"] or find_text(about, "title")
    yield saved_article(text, path, sha256, "odt", given, labels=labels)


def _paragraphs(body: _Element) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph and heading, in order, those in tables and boxes too."""
    for element in body.iter():
        if local(element) in ("p", "h") and not _is_left_out(element):
            style = next((value for name, value in element.attrib.items() if name.endswith("}style-name")), "")
            yield style.lower(), "".join(_pieces(element)).strip()


def _is_left_out(element: _Element) -> bool:
    return any(local(parent) in _LEFT_OUT for parent in element.iterancestors())


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "s":
            count = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
            yield " " * min(int(count), 100) if count.isdecimal() else " "
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name not in ("p", "h", "frame", *_LEFT_OUT):
            yield from _pieces(child)
        yield child.tail or ""
