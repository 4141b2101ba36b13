"""CSL-JSON: references as Zotero and citation processors write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from store.importers.listed import entry_of
from store.model import SavedArticle, SavedHighlight


def is_reference(said: dict[str, Any]) -> bool:
    """Whether an item of a list in JSON is a reference."""
    return isinstance(said.get("type"), str) and "id" in said and bool({"title", "URL", "issued"} & said.keys())


def entry(said: dict[str, Any], path: Path, sha256: str) -> SavedArticle:
    """Make an entry of a reference. Raises UnreadableFile where it names nothing."""
    given = {
        "title": _words(said.get("title")),
        "outlet": _words(said.get("container-title")) or _words(said.get("publisher")),
        "author": ", ".join(filter(None, map(_name, _list(said.get("author"))))),
        "url": _words(said.get("URL")),
        "published": _date(said.get("issued")),
        "place": _words(said.get("publisher-place")),
        "language": _words(said.get("language")),
    }
    labels = _words(said.get("keyword")).replace(";", ",").split(",")
    notes = [SavedHighlight(note=_words(said.get("note")))]
    return entry_of(path, sha256, "csl", given, saved=_date(said.get("accessed")), labels=labels, highlights=notes)


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(said: object) -> str:
    if not isinstance(said, dict):
        return ""
    parts = [said.get("given"), said.get("non-dropping-particle"), said.get("family")]
    return _words(said.get("literal")) or " ".join(part for part in parts if isinstance(part, str) and part)


def _date(said: object) -> str:
    """A date in parts, or as somebody wrote it, as ISO or as written."""
    if not isinstance(said, dict):
        return ""
    parts = _list(next(iter(_list(said.get("date-parts"))), None))
    numbers = [int(part) for part in parts if str(part).isdecimal()][:3]
    if numbers:
        return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
    return _words(said.get("raw")) or _words(said.get("literal"))
