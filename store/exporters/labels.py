"""Texts with labelled spans, for the programs that train and review models.

spaCy, Prodigy and doccano count code points. Label Studio counts UTF-16 code units, as browsers do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.collection import Collection
from store.exporters.documents import Document, documents
from store.exporters.rows import Selection

SUGGESTED = "suggested-"


class Label(NamedTuple):
    """One span of a record (its uid): its label is the record's kind, or kind-role for source and cue.

    Those of suggestions are "suggested-" and the kind.
    """

    uid: str
    start: int
    end: int
    label: str
    record: str


def labelled(collection: Collection, selection: Selection) -> Iterator[tuple[Document, list[Label]]]:
    """Each text with its labelled spans in text order."""
    for document in documents(collection, selection):
        found = [
            Label(
                anchor.uid,
                anchor.start,
                anchor.end,
                record.kind if anchor.role == "content" else f"{record.kind}-{anchor.role}",
                record.uid,
            )
            for record in document.records
            for anchor in record.anchors
        ]
        found += [
            Label(f"{suggestion.uid}-{start}", start, end, f"{SUGGESTED}{suggestion.kind}", suggestion.uid)
            for suggestion in document.suggestions
            for start, end in suggestion.content
        ]
        yield document, sorted(found, key=lambda label: (label.start, label.end, label.uid))


def meta(document: Document) -> dict[str, str]:
    """What is told of the article beside its text."""
    told = ("uid", "title", "outlet", "url", "published", "language", "text_sha256")
    return {name: getattr(document, name) for name in told if getattr(document, name)}
