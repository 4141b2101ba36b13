"""Kindle's My Clippings.txt: what was marked and noted, with the title of what it stands in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from store.importers.decoding import decode
from store.importers.failure import UnreadableFile
from store.importers.files import part_of, read_whole
from store.importers.listed import Items, entry_of
from store.model import SavedHighlight

_END = "=========="
_TITLE = re.compile(r"(.*?)(?: \(([^()]*)\)| - ([^-]+))?$")
_IS_NOTE = re.compile(r"- [^|]{0,30}?\b(?:note|notiz|nota|notitie|заметка|notatka)\b", re.I)
_PLACES = re.compile(r"(\d+)(?:-(\d+))?(?= *(?:\||$))")


def read(file: BinaryIO, path: Path) -> Items:
    """Read the clippings; a note goes with what was marked at its place."""
    data, sha256 = read_whole(file, path)
    text = decode(data, path)
    noted: dict[tuple[str, str], str] = {}
    marked: list[tuple[int, str, str, str]] = []
    *clippings, rest = text.split(f"\n{_END}")
    for number, clipping in enumerate(clippings, 1):
        title, _, body = clipping.lstrip("\ufeff\n ").partition("\n")
        about, _, words = body.partition("\n")
        if not words.strip():
            continue  # a bookmark
        if _IS_NOTE.match(about):
            before = noted.get((title, _end_of(about)))
            noted[title, _end_of(about)] = "\n".join(filter(None, (before, words.strip())))
        else:
            marked.append((number, title, _end_of(about), " ".join(words.split())))
    for number, title, place, words in marked:
        note = noted.pop((title, place), "")
        yield entry_of(part_of(path, number), sha256, "kindle", _about(title), highlights=[SavedHighlight(words, note)])
    for (title, _), note in noted.items():
        yield entry_of(path, sha256, "kindle", _about(title), highlights=[SavedHighlight(note=note)])
    if rest.strip("=\n "):
        yield UnreadableFile(path, "Its last clipping has no end", "it may be cut short; copy it again")


def _about(title: str) -> dict[str, str]:
    found = _TITLE.match(title.strip())
    return {"title": found[1], "author": found[2] or found[3] or ""} if found else {"title": title}


def _end_of(about: str) -> str:
    """The last place that a clipping counts, at which its note stands too."""
    places = _PLACES.findall(about.split(" | ", 2)[1] if about.count(" | ") > 1 else about.split(" | ")[0])
    return (places[-1][1] or places[-1][0]) if places else about
