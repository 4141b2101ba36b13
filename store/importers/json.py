"""JSON: lists of articles as wallabag exports them, or with our own fields; of references, annotations and tasks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from store.importers import csljson, hypothesis, labelstudio
from store.importers.blocks import lines_of_html
from store.importers.failure import UnreadableFile
from store.importers.fields import known_fields, known_list, labels_in
from store.importers.files import part_of
from store.importers.listed import entry_of
from store.model import LabelledArticle, SavedArticle, SavedHighlight

LARGEST_LIST = 64 << 20
"""Bytes of a list, at most; longer ones are for JSON Lines."""


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle | LabelledArticle | UnreadableFile]:
    """Read the articles of a list, or of an object that is one."""
    file.seek(0)
    data = file.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise UnreadableFile(path, f"The list is longer than {LARGEST_LIST >> 20} MB", "write it as JSON Lines")
    found = _parsed(data, path)
    sha256 = hashlib.sha256(data).hexdigest()
    annotations = hypothesis.annotations_in(found)
    items: list[Any] = found if isinstance(found, list) else [found]
    items = annotations or items
    for number, said in enumerate(items, 1):
        part = part_of(path, number)
        try:
            if annotations:
                yield hypothesis.entry(said, part, sha256)
            elif not isinstance(said, dict):
                raise UnreadableFile(path, "It is not an object", "an article is")
            elif labelstudio.is_task(said):
                yield from labelstudio.read_task(said, path, number, sha256)
            elif csljson.is_reference(said):
                yield csljson.entry(said, part, sha256)
            else:
                yield _article(said, part, sha256)
        except (UnreadableFile, ValueError) as failure:
            yield UnreadableFile.of_part(path, f"Item {number}", failure)


def _parsed(data: bytes, path: Path) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        what = f"It is not JSON: {str(error)[:80]}"
        raise UnreadableFile(path, what, "it may be cut short; export it again") from None


def _article(said: dict[str, Any], path: Path, sha256: str) -> SavedArticle:
    """The article of an item, whose text may be left out; its tags and annotations are named as wallabag does."""
    fields = {name: _words(value) for name, value in said.items()}
    text = fields.get("text", "")
    markup = fields.get("content") or fields.get("html") or ""
    if not text.strip():
        text = "\n".join(lines_of_html(markup)) if markup else ""
    saved = known_list(fields)["saved"]
    labels = [label for name in ("tags", "labels", "keywords") for label in _labels(said.get(name))]
    noted = [one for one in _list(said.get("annotations")) if isinstance(one, dict)]
    highlights = [SavedHighlight(_words(one.get("quote")), _words(one.get("text"))) for one in noted]
    given = known_fields(fields)
    return entry_of(path, sha256, "json", given, text=text, saved=saved, labels=labels, highlights=highlights)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _labels(said: object) -> list[str]:
    return labels_in(said) if isinstance(said, str) else [_label(one) for one in _list(said)]


def _label(said: object) -> str:
    return _words(said.get("label") or said.get("name")) if isinstance(said, dict) else _words(said)


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""
