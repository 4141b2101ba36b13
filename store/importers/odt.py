"""ODT: the paragraphs of an OpenDocument text, comments as notes. Footnotes and what was struck out are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml.etree import _Element

from store.importers.archive import Archive
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.remarks import Remarks
from store.importers.xml import find_all, find_text, local, parse
from store.model import SavedArticle, SavedHighlight

_LEFT_OUT = ("tracked-changes", "annotation", "note", "sequence-decls")
_TITLE = ("title",)
_NAME = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}name"


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle]:
    """Read the document as one article; its title is the paragraph in that style, or what its properties say."""
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableFile(path, "It is locked with a password", "save it without one")
    content = parse(archive.read("content.xml"), path)
    body = next(content.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"), None)
    paragraphs = [] if body is None else list(_paragraphs(body))
    text = "\n".join(words for _, pieces in paragraphs if (words := _words(pieces)))
    if not text:
        raise UnreadableFile(path, "The document holds no text", "save the article again")
    given = {"title": next((_words(pieces) for style, pieces in paragraphs if style in _TITLE), "")}
    labels: list[str] = []
    if properties := archive.read("meta.xml"):
        about = parse(properties, path)
        labels = find_all(about, "keyword")
        given["author"] = find_text(about, "initial-creator", "creator")
        given["language"] = find_text(about, "language")
        given["title"] = given["title"] or find_text(about, "title")
    article = saved_article(text, path, sha256, "odt", given, labels=labels)
    yield replace(article, highlights=tuple(_comments(pieces for _, pieces in paragraphs)))


def _paragraphs(body: _Element) -> Iterator[tuple[str, list[str | _Element]]]:
    """Style and pieces of each paragraph and heading, in order, those in tables and boxes too."""
    for element in body.iter():
        if local(element) in ("p", "h") and not _is_left_out(element):
            style = next((value for name, value in element.attrib.items() if name.endswith("}style-name")), "")
            yield style.lower(), list(_pieces(element))


def _is_left_out(element: _Element) -> bool:
    return any(local(parent) in _LEFT_OUT for parent in element.iterancestors())


def _words(pieces: Iterable[str | _Element]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str)).strip()


def _pieces(element: _Element) -> Iterator[str | _Element]:
    """The words of an element, and between them the elements at which comments begin and end."""
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "s":
            count = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
            yield " " * min(int(count), 100) if count.isdecimal() else " "
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name in ("annotation", "annotation-end"):
            yield child
        elif name not in ("p", "h", "frame", *_LEFT_OUT):
            yield from _pieces(child)
        yield child.tail or ""


def _comments(paragraphs: Iterable[list[str | _Element]]) -> Iterator[SavedHighlight]:
    """The comments, each with the words that it is about; one without a name is about a point between words."""
    remarks = Remarks()
    notes: dict[str, str] = {}
    for pieces in paragraphs:
        for piece in pieces:
            if isinstance(piece, str):
                remarks.words(piece)
            elif local(piece) == "annotation":
                name = piece.get(_NAME, f"point {len(notes)}")
                remarks.begin(name)
                notes[name] = "\n".join(" ".join("".join(line.itertext()).split()) for line in piece.iter("{*}p"))
            else:
                remarks.end(piece.get(_NAME, ""))
        remarks.words("\n")
    yield from remarks.highlights(notes)
