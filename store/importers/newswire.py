"""NITF and NewsML-G2: articles as news agencies send them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lxml.etree import _Element

from store.importers.blocks import lines_of, lines_of_html
from store.importers.details import first_date, saved_article
from store.importers.failure import UnreadableFile
from store.importers.files import part_of, read_whole
from store.importers.xml import find_text, language_of, local, parse
from store.model import SavedArticle

_NARROWEST = ("detail", "matter", "type")
"""How NITF names a subject, from the narrowest to the widest."""


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the news items of a message; one without words, such as a picture, is a failure if it stands alone."""
    data, sha256 = read_whole(file, path)
    root = parse(data, path)
    items = [root] if local(root) == "nitf" else [e for e in root.iter() if local(e) == "newsitem"]
    with_words = [(item, lines) for item in items if (lines := _lines(item))]
    if not with_words:
        raise UnreadableFile(path, "The message holds no text", "it may be a picture; save the article as text (.txt)")
    for number, (item, lines) in enumerate(with_words, 1):
        name = path if len(with_words) == 1 else part_of(path, number)
        yield saved_article("\n".join(lines), name, sha256, "newswire", _about(item), labels=_labels(item))


def _lines(item: _Element) -> list[str]:
    for name in ("body.content", "body"):
        if (body := next(item.iter(f"{{*}}{name}"), None)) is not None:
            return lines_of(body)
    for inline in item.iter("{*}inlineXML", "{*}inlineData"):
        words = "".join(inline.itertext())
        return lines_of_html(words) if "<p" in words else words.split("\n") if not len(inline) else lines_of(inline)
    return []


def _about(item: _Element) -> dict[str, str]:
    dates = [e.get("norm", "") for e in item.iter("{*}story.date", "{*}date.issue", "{*}date.release")]
    dates += [find_text(item, "contentCreated"), find_text(item, "versionCreated"), find_text(item, "firstCreated")]
    publication = next((e.get("name", "") for e in item.iter("{*}pubdata")), "")
    return {
        "title": find_text(item, "hl1", "headline", "title"),
        "author": _below(item, "byline", "person") or find_text(item, "byline", "by"),
        "outlet": publication or _below(item, "provider", "name") or find_text(item, "distributor"),
        "place": _below(item, "dateline", "city", "location") or _below(item, "located", "name"),
        "published": first_date(dates),
        "language": next((e.get("tag", "") for e in item.iter("{*}language")), "") or language_of(item),
    }


def _labels(item: _Element) -> list[str]:
    """What an agency files a report under: key words, and the subjects that it writes a name for."""
    words = [element.get("key") or " ".join(element.itertext()) for element in item.iter("{*}keyword")]
    subjects = [find_text(subject, "name") for subject in item.iter("{*}subject")]
    topics = [
        next((topic.get(f"tobject.subject.{how}", "") for how in _NARROWEST if topic.get(f"tobject.subject.{how}")), "")
        for topic in item.iter("{*}tobject.subject")
    ]
    return [*words, *subjects, *topics]


def _below(item: _Element, frame: str, *names: str) -> str:
    """The words of an element of one of these names inside the first frame."""
    found = next(item.iter(f"{{*}}{frame}"), None)
    return "" if found is None else find_text(found, *names)
