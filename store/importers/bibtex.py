"""BibTeX and BibLaTeX: references, by bibtexparser."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry

from store.importers.decoding import decode
from store.importers.details import first_date
from store.importers.failure import UnreadableFile
from store.importers.files import part_of, read_whole
from store.importers.listed import Items, entry_of, names_of
from store.model import SavedArticle, SavedHighlight

LARGEST_LIST = 4 << 20
"""Bytes of a list, at most: about 10,000 references."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read(file: BinaryIO, path: Path) -> Items:
    """Read the references; each that is damaged is a failure."""
    data, sha256 = read_whole(file, path, LARGEST_LIST)
    text = decode(data, path)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    for number, found in enumerate(library.entries, 1):
        try:
            yield _entry(found, part_of(path, number), sha256)
        except (UnreadableFile, ValueError) as failure:
            yield UnreadableFile.of_part(path, f"Reference {number}", failure)
    for block in library.failed_blocks:
        what = f"The reference at line {(block.start_line or 0) + 1} is damaged"
        yield UnreadableFile(path, what, "it may be cut short; export it again")


def _entry(found: Entry, path: Path, sha256: str) -> SavedArticle:
    said = {
        field.key.lower(): " ".join(str(field.value).replace("{", "").replace("}", "").split())
        for field in found.fields
    }
    given = {
        "title": said.get("title", ""),
        "outlet": next((said[name] for name in ("journaltitle", "journal", "publisher") if said.get(name)), ""),
        "author": names_of(said.get("author", "").split(" and ")),
        "url": said.get("url", ""),
        "published": first_date((said.get("date", ""), said.get("date", "").partition("/")[0]))
        or _date(said.get("year", ""), said.get("month", ""), said.get("day", "")),
        "language": said.get("langid") or said.get("language", ""),
    }
    notes = [SavedHighlight(note=said[name]) for name in ("note", "annote", "annotation") if said.get(name)]
    labels = said.get("keywords", "").replace(";", ",").split(",")
    saved = said.get("urldate", "")
    files = [_name(one) for one in said.get("file", "").split(";")]
    return entry_of(path, sha256, "bibtex", given, saved=saved, labels=labels, highlights=notes, snapshots=files)


def _date(year: str, month: str, day: str) -> str:
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else int(month or 0)
    parts = [year, f"{number:02}" if number else "", f"{int(day):02}" if number and day.isdecimal() else ""]
    return "-".join(filter(None, parts))


def _name(written: str) -> str:
    """The name of a file, written alone or between a title and a type: `Snapshot:files/12/page.html:text/html`."""
    parts = written.split(":")
    return parts[1] if len(parts) == 3 else written
