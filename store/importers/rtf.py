"""RTF: the words of a rich text document, by striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from striprtf.striprtf import rtf_to_text

from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import labels_in
from store.importers.files import read_whole
from store.model import SavedArticle

_ABOUT = re.compile(r"{\\(title|author|keywords)\s((?:[^{}\\]|\\'[0-9a-f]{2}|\\[{}\\]|\\u-?\d+\s?\??)*)}")

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""RTF writes characters beyond the basic plane as two."""


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle]:
    """Read the document as one article."""
    data, sha256 = read_whole(file, path)
    if not data.rstrip(b"\0 \r\n\t").endswith(b"}"):
        raise UnreadableFile(path, "The document is cut short", "save it again")
    source = data.decode("latin-1")
    lines = (line.strip() for line in _plain(source).splitlines())
    text = "\n".join(line for line in lines if line)
    if not text:
        raise UnreadableFile(path, "The document holds no text", "save the article again")
    given = {name: _plain(f"{{\\rtf1 {words}}}") for name, words in _ABOUT.findall(source[:20_000])}
    labels = labels_in(given.pop("keywords", ""))
    yield saved_article(text, path, sha256, "rtf", given, labels=labels)


def _plain(source: str) -> str:
    words = str(rtf_to_text(source, errors="strict"))  # type: ignore[no-untyped-call]
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), words)
