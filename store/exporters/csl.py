"""CSL-JSON (the schema of the Citation Style Language): an item an article, its records in the note."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from store.collection import Collection
from store.exporters.documents import Document
from store.exporters.files import replaced
from store.exporters.references import date_parts, one_line, references
from store.exporters.rows import Selection


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one list of items. Returns it with its number of items."""
    count = 0
    with replaced(out) as file:
        file.write("[")
        for document, notes in references(collection, selection):
            file.write((",\n" if count else "\n") + json.dumps(_item(document, notes), ensure_ascii=False))
            count += 1
        file.write("\n]\n")
    return {out: count}


def _item(document: Document, notes: list[str]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": document.uid,
        "type": "article-newspaper",
        "title": one_line(document.title),
        "container-title": one_line(document.outlet),
        "URL": document.url,
        "language": document.language,
        "publisher-place": one_line(document.place),
        "note": "\n".join(notes),
    }
    if document.author:
        item["author"] = [{"literal": one_line(document.author)}]
    if parts := date_parts(document.published):
        item["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in item.items() if value}
