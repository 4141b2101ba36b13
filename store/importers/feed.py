"""Saved RSS and Atom feeds: the entries that hold their article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lxml.etree import QName, _Element, tostring

from store.importers.blocks import lines_of_html
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.files import part_of, read_whole
from store.importers.xml import find_text, language_of, local, parse
from store.model import SavedArticle

SUMMARY = 600
"""Characters below which a description is the summary of an article and not the article."""

MOST_ENTRIES = 10_000

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_MODULES = ("http://purl.org/rss/1.0/modules/content/", "http://purl.org/dc/elements/1.1/")
_PLAIN = ("text", "text/plain")
"""Types of Atom's texts in which a < is no more than that."""
_MARKUP = re.compile(r"</\w|<\w+ ?/>|&#?\w+;")
"""What tells that a text is HTML where its type is left out: it should then be plain, but many feeds forget to say."""


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the entries of a feed; one that holds a summary only is a failure that names its page."""
    data, sha256 = read_whole(file, path)
    feed = parse(data, path)
    outlet = next((" ".join(e.itertext()) for e in feed.iter("{*}title") if not _entry_above(e)), "")
    language = next((e.text or "" for e in feed.iter("{*}language") if not _entry_above(e)), "") or language_of(feed)
    author = next((find_text(e, "name") for e in feed if local(e) == "author"), "")
    entries = [element for element in feed.iter() if local(element) in ("item", "entry")]
    if not entries:
        raise UnreadableFile(path, "The feed has no entries", "save its articles as pages")
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFile(path, f"The feed has more than {MOST_ENTRIES:,} entries", "split it")
    for number, entry in enumerate(entries, 1):
        try:
            yield _article(entry, path, number, sha256, {"outlet": outlet, "author": author, "language": language})
        except (UnreadableFile, ValueError) as failure:
            yield UnreadableFile.of_part(path, f"Entry {number}", failure)


def _entry_above(element: _Element) -> bool:
    return any(local(parent) in ("item", "entry", "image", "textinput") for parent in element.iterancestors())


def _article(entry: _Element, path: Path, number: int, sha256: str, feed: dict[str, str]) -> SavedArticle:
    address = _address(entry)
    content = _lines(entry, "encoded", "content")
    lines = content or _lines(entry, "description", "summary")
    if not content and sum(map(len, lines)) < SUMMARY:
        raise UnreadableFile(path, "It holds no article but a summary", f"save its page {address}".rstrip())
    given = {
        "title": " ".join(_lines(entry, "title")),
        "outlet": _source(entry) or feed["outlet"],
        "author": find_text(entry, "creator")
        or find_text(entry, "name")
        or find_text(entry, "author")
        or feed["author"],
        "url": address,
        "published": find_text(entry, "pubDate", "published", "date", "updated"),
    }
    given["language"] = find_text(entry, "language") or language_of(entry) or feed["language"]
    labels = [e.get("label") or e.get("term") or e.text or "" for e in entry if local(e) in ("category", "subject")]
    return saved_article("\n".join(lines), part_of(path, number), sha256, "feed", given, labels=labels)


def _source(entry: _Element) -> str:
    """The feed that an entry was taken over from, where it says so."""
    source = next((child for child in entry if local(child) == "source"), None)
    return "" if source is None else find_text(source, "title") or (source.text or "").strip()


def _lines(entry: _Element, *names: str) -> list[str]:
    """The lines of the first child of one of these names that has any; what speaks of its pictures is left out."""
    vocabularies = (QName(entry).namespace, *_MODULES, *_ATOM)
    for name in names:
        for child in entry:
            if local(child) == name and QName(child).namespace in vocabularies and (lines := _lines_of(child)):
                return lines
    return []


def _lines_of(element: _Element) -> list[str]:
    """The lines of an element that holds HTML, written as text or as elements, or, as Atom has it, plain text."""
    text = element.text or ""
    if QName(element).namespace in _ATOM and not len(element) and _is_plain(element, text):
        return [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return lines_of_html(text + "".join(tostring(part, encoding="unicode") for part in element))


def _is_plain(element: _Element, text: str) -> bool:
    kind = element.get("type")
    return not _MARKUP.search(text) if kind is None else kind in _PLAIN


def _address(entry: _Element) -> str:
    links = [e for e in entry if local(e) == "link"]
    for link in sorted(links, key=lambda e: e.get("rel", "alternate") != "alternate"):
        if address := (link.get("href") or link.text or "").strip():
            return str(address)
    return ""
