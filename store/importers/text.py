"""Plain text, as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from store.importers.details import saved_article
from store.importers.fields import known_fields, known_list
from store.model import SavedArticle

_HEADER_BLOCK = re.compile(
    r"\s*((?:^(?:title|headline|author|by|source|outlet|url|link|date|published|place|language|saved|tags|keywords):[^\n]+\n)+)\n",
    re.I | re.M,
)


def read(text: str, path: Path, sha256: str) -> SavedArticle:
    """Read an article of plain text.

    Headline, dateline and a block of lines such as "Title: ..." are read from its beginning and stay in the text.
    """
    block = _HEADER_BLOCK.match(text)
    if not block:
        return saved_article(text, path, sha256, "text", {})
    said = dict(line.split(":", 1) for line in block[1].rstrip("\n").split("\n"))
    return saved_article(text, path, sha256, "text", known_fields(said), block.end(), **known_list(said))
