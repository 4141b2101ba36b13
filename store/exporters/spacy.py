"""JSONL for spaCy and Prodigy: {"text", "spans": [{"start", "end", "label", "id"}], "meta"}; spans may overlap."""

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
            spans = [{"start": at.start, "end": at.end, "label": at.label, "id": at.record} for at in found]
            file.write(json.dumps({"text": document.text, "spans": spans, "meta": meta(document)}, ensure_ascii=False))
            file.write("\n")
            count += 1
    return {out: count}
