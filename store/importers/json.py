"""JSON: lists of articles as wallabag exports them, or with our own fields."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from store.importers.blocks import lines_of_html
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import known_fields
from store.importers.files import part_of
from store.model import SavedArticle

LARGEST_LIST = 64 << 20
"""Bytes of a list, at most; longer ones are for JSON Lines."""


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the articles of a list, or of an object that is one; those that hold an address only are one failure."""
    file.seek(0)
    data = file.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise UnreadableFile(path, f"The list is longer than {LARGEST_LIST >> 20} MB", "write it as JSON Lines")
    found = _parsed(data, path)
    sha256 = hashlib.sha256(data).hexdigest()
    addresses = 0
    for number, said in enumerate(found, 1):
        try:
            if article := _article(said, part_of(path, number), sha256):
                yield article
            else:
                addresses += 1
        except (UnreadableFile, ValueError) as failure:
            yield UnreadableFile.of_part(path, f"Item {number}", failure)
    if addresses or not found:
        what = f"{addresses or 'All'} of its {len(found)} items hold no text"
        raise UnreadableFile(path, what, "save their pages and import those")


def _parsed(data: bytes, path: Path) -> list[Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        what = f"It is not JSON: {str(error)[:80]}"
        raise UnreadableFile(path, what, "it may be cut short; export it again") from None
    return found if isinstance(found, list) else [found]


def _article(said: object, path: Path, sha256: str) -> SavedArticle | None:
    """The article of an item; None where it has no words."""
    if not isinstance(said, dict):
        return None
    fields = {name: _words(value) for name, value in said.items()}
    text = fields.get("text", "")
    markup = fields.get("content") or fields.get("html") or ""
    if not text.strip():
        text = "\n".join(lines_of_html(markup)) if markup else ""
    if not text.strip():
        return None
    return saved_article(text, path, sha256, "json", known_fields(fields))


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""
