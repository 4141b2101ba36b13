"""doccano's JSONL for sequence labelling: {"text", "label": [[start, end, label]], and what is told of the article}."""

from __future__ import annotations

import json
from pathlib import Path

from store.collection import Collection
from store.exporters.files import replaced
from store.exporters.labels import labelled, meta
from store.exporters.rows import Selection


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one file. Returns it with its number of texts."""
    count = 0
    with replaced(out) as file:
        for document, found in labelled(collection, selection):
            line = {"text": document.text, "label": [[at.start, at.end, at.label] for at in found], **meta(document)}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    return {out: count}
