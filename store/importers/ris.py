"""RIS: references as Zotero, EndNote and databases write them, by rispy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, BinaryIO

import rispy

from store.importers.blocks import lines_of_html
from store.importers.decoding import decode
from store.importers.details import first_date, read_date
from store.importers.failure import UnreadableFile
from store.importers.files import part_of, read_whole
from store.importers.listed import Items, entry_of, names_of
from store.model import SavedArticle, SavedHighlight

_YEAR = re.compile(r"\d{4}\b")
_DATE = re.compile(r"(\d{4}|(?=/\d\d/\d\d))(?:/(\d\d)?(?:/(\d\d)?(?:/.*)?)?)?")


def read(file: BinaryIO, path: Path) -> Items:
    """Read the references."""
    data, sha256 = read_whole(file, path)
    text = decode(data, path)
    if not re.search(r"^ER  -", text, re.M):
        raise UnreadableFile(path, "No reference in it has an end", "it may be cut short; export it again")
    try:
        found = rispy.loads(text)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(path, f"It is damaged ({type(error).__name__})", "export it again") from None
    for number, said in enumerate(found, 1):
        try:
            yield _entry(said, part_of(path, number), sha256)
        except (UnreadableFile, ValueError) as failure:
            yield UnreadableFile.of_part(path, f"Reference {number}", failure)
    if text[text.rfind("\nER  -") + 1 :].count("\nTY  -"):
        yield UnreadableFile(path, "Its last reference has no end", "it may be cut short; export it again")


def _entry(said: dict[str, Any], path: Path, sha256: str) -> SavedArticle:
    given = {
        "title": _first(said, "title", "primary_title"),
        "outlet": _first(said, "journal_name", "secondary_title", "alternate_title3", "alternate_title1", "publisher"),
        "author": names_of(_all(said, "authors", "first_authors")),
        "url": _first(said, "urls", "url"),
        "published": first_date(_iso(one) for one in _all(said, "date", "year", "publication_year")),
        "language": _first(said, "language"),
    }
    notes = [SavedHighlight(note="\n".join(lines_of_html(note))) for note in _all(said, "notes", "research_notes")]
    files = _all(said, "file_attachments1", "file_attachments2")
    saved = _iso(_first(said, "access_date"))
    labels = _all(said, "keywords")
    return entry_of(path, sha256, "ris", given, saved=saved, labels=labels, highlights=notes, snapshots=files)


def _all(said: dict[str, Any], *names: str) -> list[str]:
    """The values of these fields, each of which may be one or several."""
    values = [said.get(name) or [] for name in names]
    return [one for value in values for one in ([value] if isinstance(value, str) else value)]


def _first(said: dict[str, Any], *names: str) -> str:
    return next(iter(_all(said, *names)), "")


def _iso(written: str) -> str:
    """A date as RIS writes it, 2031/06/03/ with parts left empty and other words last, as ISO; others as written.

    Of one that nobody can read, "2031 Spring", the year is left.
    """
    if found := _DATE.fullmatch(written):
        return "-".join(filter(None, (found[1] or "-", found[2], found[3])))
    year = None if read_date(written)[0] else _YEAR.match(written)
    return year[0] if year else written
