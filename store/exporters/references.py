"""Articles as references, with the words on record in them as notes: what CSL-JSON and RIS have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from store.citation import attributed
from store.collection import Collection
from store.exporters.documents import Document, documents, names, owner_of
from store.exporters.rows import NEEDS_LOOK, Selection
from store.records import records_of
from store.versions import about_then

_CONTROLS = re.compile("[\x00-\x1f\x7f]+")


def references(collection: Collection, selection: Selection) -> Iterator[tuple[Document, list[str]]]:
    """Each text with selected records, under the headline that it had, and a note a record.

    A note tells its kind, all its words, who is behind it.
    """
    called = names(collection)
    for document in documents(collection, selection):
        whole = {record.uid: record for record in records_of(collection, document.uid)}  # on every version of the text
        notes = []
        for record in (whole[placed.uid] for placed in document.records):
            name = called.get(owner_of(record) or "", "")
            speaker = attributed(name, record.kind, record.fields.get("form"))
            caution = f"({NEEDS_LOOK})" if record.needs_look else ""
            parts = (f"{record.kind}: {record.words}", f"— {speaker}" if speaker else "", record.note, caution)
            notes.append(one_line(" ".join(part for part in parts if part)))
        then = about_then(collection, document.uid, document.text_sha256, ("title", "outlet", "author", "published"))
        yield replace(document, **then), notes


def one_line(text: str) -> str:
    """Text without line ends and other control characters."""
    return _CONTROLS.sub(" ", text).strip()


def authors(line: str) -> list[str]:
    """The authors whom a line names, one after another; a comma parts names of several words, not "Steen, Mara"."""
    several = all(" " in part.strip() for part in line.split(","))
    return [name for part in re.split("[,;]" if several else ";", line) if (name := one_line(part))]


def date_parts(published: str) -> list[int]:
    """The year, month and day of a date as far as it goes; none where the year is not known."""
    return [int(part) for part in published.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", published) else []
