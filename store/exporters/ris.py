"""RIS: a reference an article, a note (N1) a record. Lines end with CR LF and hold no other line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from store.collection import Collection
from store.exporters.documents import Document
from store.exporters.files import replaced
from store.exporters.references import authors, one_line, references
from store.exporters.rows import Selection


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one file. Returns it with its number of references."""
    count = 0
    with replaced(out) as file:
        for document, notes in references(collection, selection):
            for tag, value in _lines(document, notes):
                if value or tag == "ER":
                    file.write(f"{tag}  - {one_line(value)}\r\n")
            file.write("\r\n")
            count += 1
    return {out: count}


def _lines(document: Document, notes: list[str]) -> Iterator[tuple[str, str]]:
    year = document.published[:4]
    yield "TY", "NEWS"
    yield "TI", document.title
    yield "T2", document.outlet
    yield from (("AU", author) for author in authors(document.author))
    yield "PY", year if year.isdecimal() else ""
    yield "DA", _date(document.published)
    yield "PP", document.place
    yield "UR", document.url
    yield "LA", document.language
    yield "ID", document.uid
    yield from (("N1", note) for note in notes)
    yield "ER", ""


def _date(published: str) -> str:
    """A date as YYYY/MM/DD/, in which each part may be empty and every slash must stand (the RIS specification)."""
    found = re.fullmatch(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?", published)
    return "/".join([*(part or "" for part in found.groups()), ""]).lstrip("-") if found else ""
