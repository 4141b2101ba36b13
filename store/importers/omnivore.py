"""Omnivore's export: lists of what was saved, and the text of each as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from store.importers.archive import Archive
from store.importers.blocks import lines_of_html
from store.importers.failure import UnreadableFile
from store.importers.fields import known_fields
from store.importers.files import part_of
from store.importers.listed import entry_of
from store.model import SavedArticle


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the entries of the export, each with its text where its page is there."""
    number = 0
    for name in archive.names:
        if not (name.startswith("metadata_") and name.endswith(".json")):
            continue
        for said in json.loads(archive.read(name)):
            number += 1
            slug = str(said.get("slug", ""))
            page = archive.read(f"content/{slug}.html").decode("utf-8", "replace")
            text = "\n".join(lines_of_html(page)) if page.strip() else ""
            given = known_fields({key: value for key, value in said.items() if isinstance(value, str)})
            labels = [str(label) for label in said.get("labels") or []]
            saved = str(said.get("savedAt") or "")
            part = part_of(path, number)
            try:
                yield entry_of(part, sha256, "omnivore", given, text=text, saved=saved, labels=labels)
            except UnreadableFile as failure:
                yield UnreadableFile.of_part(path, f"Item {number}", failure)
