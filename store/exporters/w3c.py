"""W3C Web Annotation (JSON-LD): one AnnotationPage, an Annotation a record, selectors by quote and by position.

A body of purpose "tagging" says the kind, one of purpose "describing" who said it; positions are code points, as the
model asks. `record` and `onrecord` hold what the model has no words for, so that `onrecord import` takes the page back
in without loss: the fields of a record, the speakers, and the texts.

W3C Recommendation "Web Annotation Data Model", 23 February 2017.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.collection import Collection
from store.exporters import jsonl
from store.exporters.documents import Document, names, owner_of, whole_articles
from store.exporters.files import replaced
from store.exporters.rows import NEEDS_LOOK, Selection
from store.exporters.suggested import suggestions
from store.model import Anchor, Record, Suggestion

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "record": {"@id": "urn:x-onrecord:record", "@type": "@json"},
        "onrecord": {"@id": "urn:x-onrecord:onrecord", "@type": "@json"},
    },
]


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one page. Returns it with its number of annotations."""
    called = names(collection)
    count = 0
    with replaced(out) as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT)},\n"id": "urn:x-onrecord:page", "type": "AnnotationPage",\n')
        file.write('"onrecord": [')
        for number, entry in enumerate(_texts_and_speakers(collection, selection)):
            file.write(_line(entry, number))
        file.write('\n],\n"items": [')
        for versions in whole_articles(collection, selection):
            current = versions[0].text_sha256
            for document in versions:
                for record in document.records:
                    decided = jsonl.decisions(collection, record.uid)
                    file.write(_line(annotation(record, document, current, called, decided), count))
                    count += 1
        if selection.suggestions:
            for number, suggestion in enumerate(suggestions(collection, selection), count):
                file.write(_line(suggested(suggestion), number))
        file.write("\n]}\n")
    return {out: count}


def _line(entry: dict[str, Any], number: int) -> str:
    return (",\n" if number else "\n") + json.dumps(entry, ensure_ascii=False)


def _texts_and_speakers(collection: Collection, selection: Selection) -> Iterator[dict[str, Any]]:
    return (entry for entry in jsonl.entries(collection, selection) if entry["onrecord"] in ("speaker", "article"))


def annotation(
    record: Record, document: Document, current: str, called: dict[str, str], decided: list[dict[str, Any]]
) -> dict[str, Any]:
    """A record as an Annotation; one with several spans has several targets. `current` is the article's text now."""
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": record.kind}]
    if speaker := called.get(owner_of(record) or ""):
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": speaker})
    if record.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": record.note})
    if record.needs_look:
        bodies.append({"type": "TextualBody", "purpose": "assessing", "value": NEEDS_LOOK})
    targets = [_target(anchor, document, current) for anchor in record.content]
    return {
        "id": urn(record.uid),
        "type": "Annotation",
        "motivation": "tagging",
        "created": record.added,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
        "record": jsonl.recorded(record, document, called, decided),
    }


def suggested(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion as an Annotation that assesses the words, apart from those that tag what is on record."""
    why = f"{suggestion.why} ({suggestion.confidence:.0%})"
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": f"suggested {suggestion.kind}"},
        {"type": "TextualBody", "purpose": "assessing", "value": why},
    ]
    places = [{"type": "TextPositionSelector", "start": start, "end": end} for start, end in suggestion.content]
    source = {"id": urn(suggestion.article), "type": "Text", "format": "text/plain"}
    targets = [{"type": "SpecificResource", "source": source, "selector": [place]} for place in places]
    identity = urn(hashlib.sha256(suggestion.uid.encode()).hexdigest()[:32])
    return {"id": identity, "type": "Annotation", "motivation": "assessing", "body": bodies, "target": targets}


def _target(anchor: Anchor, document: Document, current: str) -> dict[str, Any]:
    """Words of an article; those of an earlier version of its text have no position."""
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    ]
    if anchor.text == current:
        selectors.append({"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end})
    source = {"id": document.url or urn(document.uid), "type": "Text", "format": "text/plain"}
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def urn(uid: str) -> str:
    """A uid as the address that RFC 4122 gives it."""
    return f"urn:uuid:{uid[:8]}-{uid[8:12]}-{uid[12:16]}-{uid[16:20]}-{uid[20:]}"
