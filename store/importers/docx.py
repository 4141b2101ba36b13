"""DOCX: the paragraphs of a Word document. Footnotes, comments and what was struck out are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from store.importers.archive import Archive
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import labels_in
from store.importers.xml import find_text, parse
from store.model import SavedArticle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PIECES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle]:
    """Read the document as one article; its title is the paragraph in that style, or what its properties say."""
    document = parse(archive.read("word/document.xml"), path)
    for twin in list(document.iter(_FALLBACK)):
        twin.getparent().remove(twin)
    paragraphs = [(_style(paragraph), _words(paragraph).strip()) for paragraph in document.iter(f"{_W}p")]
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
    yield saved_article(text, path, sha256, "docx", given, labels=labels)


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val", "")).lower() if style is not None else ""


def _words(paragraph: _Element) -> str:
    """A paragraph's own words, without those of paragraphs in a box inside it."""
    own = (e for e in paragraph.iter(f"{_W}t", *_PIECES) if next(e.iterancestors(f"{_W}p")) is paragraph)
    return "".join(_PIECES.get(element.tag, element.text or "") for element in own)
