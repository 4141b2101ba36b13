"""Label Studio's JSON: a list of tasks with their annotations. Offsets are UTF-16 code units, as its text tag counts.

The labelling configuration to use with it: <View><Labels name="label" toName="text">…</Labels><Text name="text"
value="$text"/></View>, with a Label for quote, mention, commitment and, as needed, quote-source, quote-cue and so on.
Suggestions are predictions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from store.collection import Collection
from store.exporters.documents import PARTED, Document, utf16
from store.exporters.files import replaced
from store.exporters.labels import SUGGESTED, Label, labelled, meta
from store.exporters.rows import Selection


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one list of tasks. Returns it with their number."""
    count = 0
    with replaced(out) as file:
        file.write("[")
        for document, found in labelled(collection, selection):
            count += 1
            task = {
                "id": count,
                "data": {"text": document.text, **meta(document)},
                "annotations": [
                    {"result": [_result(document, at) for at in found if not at.label.startswith(SUGGESTED)]}
                ],
            }
            if waiting := [_result(document, at) for at in found if at.label.startswith(SUGGESTED)]:
                task["predictions"] = [{"model_version": "onrecord", "result": waiting}]
            file.write((",\n" if count > 1 else "\n") + json.dumps(task, ensure_ascii=False))
        file.write("\n]\n")
    return {out: count}


def _result(document: Document, at: Label) -> dict[str, Any]:
    return {
        "id": at.uid,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": utf16(document.text, at.start),
            "end": utf16(document.text, at.end),
            "text": document.text[at.start : at.end],
            "labels": [at.label],
        },
        "meta": {"text": [at.record, *([PARTED] if at.record in document.parted else [])]},
    }
