"""Saved pages: what a page says of its article, and the article. Read in a child process only (see sandbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lxml.etree import ParserError
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from store.importers.blocks import NestedTooDeep, parsed
from store.importers.declared import declared
from store.importers.decoding import decode
from store.importers.details import read_date, saved_article
from store.importers.extraction import EXTRACTOR, article_text
from store.importers.failure import UnreadableFile
from store.importers.fields import labels_in
from store.importers.files import LARGEST, read_whole
from store.model import SavedArticle

PAGES = ("text/html", "application/xhtml+xml")
"""Types of what is sent that are pages."""

LARGEST_PAGE = 64 << 20
"""Bytes of a saved page with its pictures in it, at most; without them it may have no more than any article's file."""

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.:-]+)""", re.I
)
_OPENED = re.compile(r"<(/?)(?:article|main|div)\b", re.I)
_SAVED_FROM = re.compile(r"<!--\s*(?:Page saved with SingleFile\s+url:\s*|saved from url=\(\d+\))(https?://\S+)", re.I)
_SAVED_ON = re.compile(r"<!--[^>]{0,4000}?^\s*saved date:\s*\w{3} (\w{3}) (\d\d) (\d{4})\b", re.I | re.M)
_EMBEDDED = re.compile(rb"data:[\w/+.-]{0,100};base64,[\w+/=%\s]{200,}")
_END = re.compile(r"</(?:body|html)\s*>", re.I)
_NO_ARTICLE = ("No article is found in the page", "save the article as text (.txt)")


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle]:
    """Read the article of a page. Raises UnreadableFile where there is none, or not all of it."""
    data, sha256 = read_whole(file, path, LARGEST_PAGE)
    yield read_page(data, path, sha256)


def read_page(
    data: bytes, path: Path, sha256: str, given: dict[str, str] | None = None, charset: str = "", saved: str = ""
) -> SavedArticle:
    """Read the article of a page's bytes.

    Args:
        data: The page in any encoding.
        path: Where it came from.
        sha256: Of the file that it stands in.
        given: What is known about the article otherwise; the page's own words win.
        charset: What it was sent as, which wins over what it declares.
        saved: When it was saved, as its frame says.
    """
    data = _EMBEDDED.sub(b"data:,", data)
    if len(data) > LARGEST:
        raise UnreadableFile(path, f"The page is longer than {LARGEST >> 20} MB", "save the article as text (.txt)")
    found = _CHARSET.search(data[:8192])
    named = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    page = decode(data, path, charset or named)
    if _is_cut_short(page):
        raise UnreadableFile(path, "The page is cut short", "save it again")
    tree = _tree_of(page, path)
    about = extract_metadata(tree, extensive=False)
    besides = declared(tree)
    said = {name: value for name, value in _fields(about).items() if value}
    saved_from = _SAVED_FROM.search(page[:4096])
    known = {"url": saved_from[1]} if saved_from else {}
    if saved_on := _SAVED_ON.search(page[:8192]):
        month, day, year = saved_on.groups()
        saved = f"{day} {month} {year}"
    text = article_text(tree, page)
    if not text.strip():
        raise UnreadableFile(path, *_NO_ARTICLE)
    labels = labels_in(*(about.tags or ()), *besides.labels)
    day, _ = read_date(besides.published)
    if day and ("published" not in said or day > date.today().isoformat()):
        said["published"] = day
    known |= {"language": besides.language} | ({"url": besides.url} if besides.url else {}) | (given or {}) | said
    return saved_article(text, path, sha256, EXTRACTOR, known, saved=saved, labels=labels)


def _is_cut_short(page: str) -> bool:
    """Whether a page ends inside a tag, or without its end and with blocks that only their end tags can close."""
    if page.rfind("<") > page.rfind(">"):
        return True
    if _END.search(page):
        return False
    return sum(-1 if found[1] else 1 for found in _OPENED.finditer(page)) > 0


def _tree_of(page: str, path: Path) -> HtmlElement:
    try:
        return parsed(page.encode("utf-8", "replace"))
    except ParserError:
        raise UnreadableFile(path, *_NO_ARTICLE) from None
    except NestedTooDeep:
        what = "The page is nested too deep or has parts too long"
        raise UnreadableFile(path, what, "save the article as text (.txt)") from None


def _fields(found: Document) -> dict[str, str]:
    return {
        "title": found.title or "",
        "outlet": found.sitename or "",
        "author": found.author or "",
        "url": found.url or "",
        "published": found.date or "",
    }
