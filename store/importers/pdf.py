"""PDF: the text layer of a document, by pypdfium2; lines are joined to paragraphs, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_ushort
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import BinaryIO

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium

from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import labels_in
from store.importers.files import sha256_of
from store.model import SavedArticle, SavedHighlight

MOST_PAGES = 500
"""Pages of an article, at most; a long report has 300."""

RUNNING = 0.1
"""Share of a page's height at its top and bottom where running heads and page numbers stand."""

SMALL_PRINT = 0.8
"""Height of lines, by the usual one, below which they are no part of an article where they stand in a margin."""

GAP = 1.35
"""Distance of lines, by their usual distance, from which a paragraph begins."""

SINGLE_SPACED = 1.3
"""Distance of lines by their height, at most, where nothing tells it."""

COLUMN = 24.0
"""Points by which lines of a column may begin apart, an indent wide."""

MOST_MARKS = 1_000
"""Marks on one page, and lines of one mark, at most."""

LONGEST_NOTE = 1 << 20
"""Bytes of a note, at most."""

_MARKS = frozenset(
    [
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_TEXT,
    ]
)

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]$")
_END_OF_LINE = 10
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text, where it stands on its page (points from the bottom left), and its height."""

    words: str
    left: float
    right: float
    bottom: float
    height: float
    running: bool


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle]:
    """Read the document as one article, what is marked in it as notes.

    Dates in a PDF say when it was made, not when it was published.
    """
    sha256 = sha256_of(file)
    file.seek(0)
    try:
        document = PdfDocument(file)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "It is locked with a password" if locked else "It is a damaged PDF"
        raise UnreadableFile(path, what, "save it without one" if locked else "save it again") from None
    if len(document) > MOST_PAGES:
        raise UnreadableFile(path, f"It has more than {MOST_PAGES} pages", "save the article's pages alone")
    pages = [_lines(page) for page in document]
    text = "\n".join(_paragraphs(_without_running(pages)))
    if len(text.split()) < len(pages):
        raise UnreadableFile(path, "It has no text layer", "it is scanned; recognise its text first, with ocrmypdf")
    about = document.get_metadata_dict()
    given = {
        "title": _title(about.get("Title", "")),
        "author": about.get("Author", ""),
        "language": _language(document),
    }
    article = saved_article(text, path, sha256, "pdfium", given, labels=labels_in(about.get("Keywords", "")))
    yield replace(article, highlights=tuple(mark for page in document for mark in _marks(page)))


def _title(said: str) -> str:
    """A document's title, unless it is the name of a file or a program's placeholder."""
    return "" if re.search(r"\.\w{2,5}$|^untitled|^microsoft|^about:|^https?:", said.strip(), re.I) else said


def _language(document: PdfDocument) -> str:
    """What a document says its language is."""
    return _utf16(partial(pdfium.FPDFCatalog_GetLanguage, document))


def _marks(page: PdfPage) -> Iterator[SavedHighlight]:
    """What somebody marked on a page or wrote on it, with their notes."""
    layer = page.get_textpage()
    for number in range(min(MOST_MARKS, pdfium.FPDFPage_GetAnnotCount(page))):
        mark = pdfium.FPDFPage_GetAnnot(page, number)
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        if kind in _MARKS:
            words = _under(mark, layer) if kind != pdfium.FPDF_ANNOT_TEXT else ""
            note = _utf16(partial(pdfium.FPDFAnnot_GetStringValue, mark, b"Contents"))
            if words or note:
                yield SavedHighlight(words, note.replace("\r\n", "\n").replace("\r", "\n").strip())
        pdfium.FPDFPage_CloseAnnot(mark)


def _under(mark: pdfium.FPDF_ANNOTATION, layer: PdfTextPage) -> str:
    """The words under a mark, which has a rectangle for each line."""
    words = ""
    for number in range(min(MOST_MARKS, pdfium.FPDFAnnot_CountAttachmentPoints(mark))):
        corners = pdfium.FS_QUADPOINTSF()
        if pdfium.FPDFAnnot_GetAttachmentPoints(mark, number, corners):
            across = corners.x1, corners.x2, corners.x3, corners.x4
            along = corners.y1, corners.y2, corners.y3, corners.y4
            line = layer.get_text_bounded(min(across), min(along), max(across), max(along)).strip()
            words = _joined(words, line) if words else line
    return " ".join(words.split())


def _utf16(written: Callable[[object, int], int]) -> str:
    """A string that PDFium writes into room given for it, and tells the bytes of; "" where there is none."""
    size = written(None, 0)
    if not 2 < size <= LONGEST_NOTE:
        return ""
    room = (c_ushort * (size // 2))()
    written(room, size)
    return bytes(room)[:-2].decode("utf-16-le", "replace")


def _lines(page: PdfPage) -> list[_Line]:
    """The lines of a page in the order in which it says them."""
    height = page.get_height()
    layer = page.get_textpage()
    lines: list[_Line] = []
    letters: list[int] = []
    first = last = 0
    count = layer.count_chars()
    for number in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(layer, number) if number < count else _END_OF_LINE
        if code != _END_OF_LINE:
            if not letters:
                first = number
            if code not in (0, 13) and (letters or code != 32):
                letters.append(code)
                last = number if code != 32 else last
            continue
        if letters:
            left, bottom, _, top = layer.get_charbox(first, loose=True)
            right = layer.get_charbox(last, loose=True)[2]
            running = top > height * (1 - RUNNING) or bottom < height * RUNNING
            lines.append(_Line(_text(letters), left, right, bottom, top - bottom, running))
        letters = []
    return lines


def _text(codes: list[int]) -> str:
    """Characters of their code points, or of UTF-16 units."""
    return "".join(map(chr, codes)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_running(pages: list[list[_Line]]) -> list[_Line]:
    """All lines but those in the margins that are a page's number or in small print, or stand there on most pages."""
    usual = median(line.height for page in pages for line in page) if any(pages) else 0
    counted = Counter(key for page in pages for key in {_key(line) for line in page if line.running})
    often = {key for key, times in counted.items() if len(pages) > 1 and times > len(pages) / 2}
    return [
        line
        for page in pages
        for line in page
        if not line.running
        or not (_key(line) in often or _key(line)[0] in ("#", "#/#") or line.height < SMALL_PRINT * usual)
    ]


def _key(line: _Line) -> tuple[str, int]:
    """What is the same of a running head on every page: its words but for numbers, and its height on the page."""
    return _NUMBER.sub("#", line.words.strip()), round(line.bottom / 4)


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    """Join lines that follow one another closely."""
    if not lines:
        return
    begins = _beginnings(lines)
    paragraph = lines[0].words.strip()
    for line, begin in zip(lines[1:], begins, strict=True):
        words = line.words.strip()
        if begin:
            yield " ".join(paragraph.split())
            paragraph = words
        else:
            paragraph = _joined(paragraph, words)
    yield " ".join(paragraph.split())


def _joined(before: str, line: str) -> str:
    """Words and the line that follows them; a word that a hyphen parts between them is made whole."""
    parted = _HYPHEN.search(before) and line[:1].islower()
    return _HYPHEN.sub("", before) + line if parted else f"{before} {line}"


def _beginnings(lines: list[_Line]) -> list[bool]:
    """Whether each line but the first begins a paragraph.

    It does where it stands farther below the last line than lines usually do, is of another size, is indented, or has a
    first word that there was room for in the last line.
    """
    edges = _right_edges(lines)
    room = [_has_room(before, line, edges) for before, line in pairwise(lines)]
    steps = sorted(
        a.bottom - b.bottom for a, b in pairwise(lines) if 0.8 * a.height < a.bottom - b.bottom < 4 * a.height
    )
    usual = steps[len(steps) // 5] if steps else 0.0
    if sum(room) > len(room) / 2:  # mostly paragraphs of one line, whose distance says nothing of that of lines
        usual = min(usual, SINGLE_SPACED * median(line.height for line in lines))
    return [
        _begins(before, line, usual) or has_room for (before, line), has_room in zip(pairwise(lines), room, strict=True)
    ]


def _right_edges(lines: list[_Line]) -> dict[int, float]:
    """How far lines reach to the right, by where they begin, in steps of COLUMN."""
    edges: dict[int, float] = {}
    for line in lines:
        step = round(line.left / COLUMN)
        edges[step] = max(edges.get(step, 0), line.right)
    return edges


def _has_room(before: _Line, line: _Line, edges: dict[int, float]) -> bool:
    """Whether the first word of a line would have fitted into the one before, as wide as its column is."""
    step = round(before.left / COLUMN)
    right = max(edges.get(near, 0) for near in (step - 1, step, step + 1))
    first, _, _ = line.words.strip().partition(" ")
    width = (line.right - line.left) * (len(first) + 2) / max(1, len(line.words))
    return right - before.right > width


def _begins(before: _Line, line: _Line, usual: float) -> bool:
    step = before.bottom - line.bottom
    if max(before.height, line.height) > 1.25 * min(before.height, line.height):
        return True
    if step <= 0 or step > 4 * usual:  # another column or page
        return before.words.rstrip().endswith((".", "!", "?", "”", "»", ":"))
    return step > GAP * usual or line.left > before.left + 0.8 * line.height
