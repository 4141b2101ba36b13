"""Omnivore's export: lists of what was saved, and the text of each as a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.importers.archive import Archive
from store.importers.blocks import lines_of_html
from store.importers.failure import UnreadableFile
from store.importers.fields import known_fields
from store.importers.files import part_of
from store.importers.listed import entry_of
from store.model import SavedArticle, SavedHighlight

_HIGHLIGHT = re.compile(r"((?:^>.*\n?)+)((?:^(?!>).*\n?)*)", re.M)
_LINK = re.compile(r"\[[^\[\]]*\]\(https?://[^()]*\)\s*$")


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the entries of the export, each with its text where its page is there."""
    number = 0
    for name in archive.names:
        if not (name.startswith("metadata_") and name.endswith(".json")):
            continue
        for said in json.loads(archive.read(name)):
            number += 1
            try:
                yield _entry(archive, said, part_of(path, number), sha256)
            except UnreadableFile as failure:
                yield UnreadableFile.of_part(path, f"Item {number}", failure)


def _entry(archive: Archive, said: dict[str, Any], path: Path, sha256: str) -> SavedArticle:
    slug = str(said.get("slug", ""))
    page, marked = (
        archive.read(name).decode("utf-8", "replace") for name in (f"content/{slug}.html", f"highlights/{slug}.md")
    )
    return entry_of(
        path,
        sha256,
        "omnivore",
        known_fields({key: value for key, value in said.items() if isinstance(value, str)}),
        text="\n".join(lines_of_html(page)) if page.strip() else "",
        saved=str(said.get("savedAt") or ""),
        labels=[str(label) for label in said.get("labels") or []],
        highlights=_highlights(marked),
    )


def _highlights(written: str) -> Iterator[SavedHighlight]:
    """What was marked: each a quotation in Markdown, with the note that stands below it."""
    for found in _HIGHLIGHT.finditer(written):
        words = " ".join(line.lstrip(">").strip() for line in found[1].splitlines())
        yield SavedHighlight(_LINK.sub("", words).strip(), found[2].strip())
