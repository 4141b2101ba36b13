"""REFI-QDA projects (.qdpx) of NVivo, ATLAS.ti, MAXQDA, QualCoder: their plain texts with the coded selections.

Places are code points of the text in the archive. Only texts inside the archive are read: what a project names outside
of it is told, not opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from store.importers.archive import Archive
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.files import part_of
from store.importers.labels import MOST, Misplaced, Places
from store.importers.xml import local, parse
from store.model import Labelled, LabelledArticle

INTERNAL = "internal://"


def is_project(archive: Archive) -> bool:
    """Whether an archive holds a project."""
    return _project(archive) is not None


def read_archive(archive: Archive, path: Path, sha256: str) -> Iterator[LabelledArticle | UnreadableFile]:
    """Read each plain text of a project; selections that do not fit are failures of their own."""
    root = parse(archive.read(_project(archive) or ""), path)
    codes = {code.get("guid", "").lower(): code.get("name", "") for code in root.iter("{*}Code")}
    found = False
    for number, source in enumerate(root.iter("{*}TextSource"), 1):
        found = True
        try:
            yield from _source(archive, source, codes, path, number, sha256)
        except UnreadableFile as failure:
            yield UnreadableFile.of_part(path, f"Source {number}", failure)
    if not found:
        raise UnreadableFile(path, "The project has no plain text", "only texts are taken in, no PDF, picture or sound")


def _project(archive: Archive) -> str | None:
    return next((name for name in archive.names if name.lower().endswith(".qde") and "/" not in name), None)


def _source(
    archive: Archive, source: _Element, codes: dict[str, str], path: Path, number: int, sha256: str
) -> Iterator[LabelledArticle | UnreadableFile]:
    text = _text(archive, source, path)
    title = source.get("name", "")
    article = saved_article(text, part_of(path, number), sha256, "qdpx", {"title": title})
    places = Places(text)
    labels = []
    for selection in source.iterchildren("{*}PlainTextSelection"):
        names = [codes.get(ref.get("targetGUID", "").lower(), "") for ref in selection.iter("{*}CodeRef")]
        note = _description(selection) or selection.get("name", "")
        try:
            span = places.span(_number(selection.get("startPosition")), _number(selection.get("endPosition")))
        except Misplaced as wrong:
            what = f"Source {number} ({title[:40]}): a selection cannot be placed: {wrong}"
            yield UnreadableFile(path, what, "export the project again")
            continue
        labels += [Labelled(name, (span,), note=note) for name in names or [""]]
        if len(labels) > MOST:
            raise UnreadableFile(path, f"It has more than {MOST} selections", "split the text")
    yield LabelledArticle(article, tuple(labels))


def _text(archive: Archive, source: _Element, path: Path) -> str:
    content = next(source.iterchildren("{*}PlainTextContent"), None)
    if content is not None:
        return "".join(content.itertext())
    named = source.get("plainTextPath", "")
    if not named.startswith(INTERNAL):
        raise UnreadableFile(path, "Its text is not in the project", "export the project with its sources inside")
    wanted = named.removeprefix(INTERNAL)
    inside = next((name for name in archive.names if name.lower() == f"sources/{wanted}".lower()), "")
    data = archive.read(inside)
    if not data:
        raise UnreadableFile(path, "Its text is missing from the project", "export the project again")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(path, "Its text is not UTF-8", "export the project again") from None


def _description(selection: _Element) -> str:
    for child in selection.iterchildren():
        if local(child) == "description":
            return "".join(child.itertext())
    return ""


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 12 else None
