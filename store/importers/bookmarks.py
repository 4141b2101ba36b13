"""Bookmarks of a browser, and reading lists that Pocket and Instapaper once wrote as such: links, no text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from store.importers.blocks import parsed
from store.importers.files import part_of, read_whole, sha256_of
from store.importers.listed import Items, entry_of


def read(file: BinaryIO, path: Path) -> Items:
    """Read the links to pages of the web."""
    tree = parsed(read_whole(file, path))
    sha256 = sha256_of(file)
    links = (link for link in tree.iter("a") if link.get("href", "").lower().startswith(("http://", "https://")))
    for number, link in enumerate(links, 1):
        given = {"title": " ".join(link.text_content().split()), "url": link.get("href")}
        saved = link.get("time_added") or link.get("add_date") or ""
        labels = (link.get("tags") or "").split(",")
        yield entry_of(part_of(path, number), sha256, "bookmarks", given, saved=saved, labels=labels)
