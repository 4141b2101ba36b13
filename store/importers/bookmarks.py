"""Bookmarks of a browser, and reading lists that Pocket and Instapaper once wrote as such: links, and notes on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lxml.html import HtmlElement

from store.importers.blocks import parsed
from store.importers.files import part_of, read_whole
from store.importers.listed import Items, entry_of
from store.model import SavedHighlight

_OF_THE_BROWSER = frozenset(["personal_toolbar_folder", "unfiled_bookmarks_folder"])
"""What a folder is marked with that nobody made."""


def read(file: BinaryIO, path: Path) -> Items:
    """Read the links to pages of the web."""
    data, sha256 = read_whole(file, path)
    tree = parsed(data)
    links = (link for link in tree.iter("a") if link.get("href", "").lower().startswith(("http://", "https://")))
    for number, link in enumerate(links, 1):
        given = {"title": " ".join(link.text_content().split()), "url": link.get("href")}
        saved = link.get("time_added") or link.get("add_date") or ""
        labels = [*(link.get("tags") or "").split(","), *_folders(link)]
        note = [SavedHighlight(note=_note(link))]
        yield entry_of(part_of(path, number), sha256, "bookmarks", given, saved=saved, labels=labels, highlights=note)


def _folders(link: HtmlElement) -> Iterator[str]:
    """The folders that a link lies in, the innermost first."""
    for folder in link.iterancestors("dl"):
        before = folder.getprevious()
        heading = None if before is None else next(before.iter("h3"), None)
        if heading is not None and not _OF_THE_BROWSER.intersection(heading.keys()):
            yield heading.text_content()


def _note(link: HtmlElement) -> str:
    """What is written about a link: the description that follows its term."""
    after = link.getparent().getnext()
    return "" if after is None or after.tag != "dd" else " ".join(after.text_content().split())
