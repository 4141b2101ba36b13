"""DOCX: the paragraphs of a Word document, comments as notes. Footnotes and what was struck out are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml.etree import _Element

from store.importers.archive import Archive
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import labels_in
from store.importers.remarks import Remarks
from store.importers.xml import find_text, parse
from store.model import SavedArticle, SavedHighlight

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (_FALLBACK, f"{_W}del", f"{_W}moveFrom")
"""What stands elsewhere too, or no more."""
_P, _ID, _BEGINS, _ENDS = f"{_W}p", f"{_W}id", f"{_W}commentRangeStart", f"{_W}commentRangeEnd"
_PIECES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle]:
    """Read the document as one article; its title is the paragraph in that style, or what its properties say."""
    document = parse(archive.read("word/document.xml"), path)
    for gone in list(document.iter(*_GONE)):
        gone.getparent().remove(gone)
    paragraphs = [(_style(paragraph), _words(paragraph).strip()) for paragraph in document.iter(_P)]
    text = "\n".join(words for _, words in paragraphs if words)
    if not text:
        raise UnreadableFile(path, "The document holds no text", "save the article again")
    title = next((words for style, words in paragraphs if style == "title" and words), "")
    given = {"title": title}
    labels: list[str] = []
    if properties := archive.read("docProps/core.xml"):
        about = parse(properties, path)
        labels = labels_in(find_text(about, "keywords"))
        given |= {"author": find_text(about, "creator"), "language": find_text(about, "language")}
        given["title"] = title or find_text(about, "title")
    article = saved_article(text, path, sha256, "docx", given, labels=labels)
    yield replace(article, highlights=tuple(_comments(archive, document, path)))


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val", "")).lower() if style is not None else ""


def _words(paragraph: _Element) -> str:
    """A paragraph's own words, without those of paragraphs in a box inside it."""
    own = (e for e in paragraph.iter(f"{_W}t", *_PIECES) if next(e.iterancestors(_P)) is paragraph)
    return "".join(_PIECES.get(element.tag, element.text or "") for element in own)


def _comments(archive: Archive, document: _Element, path: Path) -> Iterator[SavedHighlight]:
    """The comments, each with the words that it is about."""
    written = archive.read("word/comments.xml")
    if not written:
        return
    remarks = Remarks()
    for element in document.iter(_BEGINS, _ENDS, _P, f"{_W}t", *_PIECES):
        if element.tag == _BEGINS:
            remarks.begin(element.get(_ID, ""))
        elif element.tag == _ENDS:
            remarks.end(element.get(_ID, ""))
        else:
            remarks.words("\n" if element.tag == _P else _PIECES.get(element.tag, element.text or ""))
    comments = parse(written, path).iter(f"{_W}comment")
    notes = {one.get(_ID, ""): "\n".join(_words(paragraph).strip() for paragraph in one.iter(_P)) for one in comments}
    yield from remarks.highlights(notes)
