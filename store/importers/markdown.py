"""Markdown, as it stands: the text keeps its marks and its front matter, so that offsets are those of the file."""

from __future__ import annotations

import re
from pathlib import Path

from store.importers.details import saved_article
from store.importers.fields import known_fields, known_list
from store.model import SavedArticle

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*)$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(.+)$", re.MULTILINE)
_BLOCK_SCALAR = re.compile(r"^[>|][-+1-9]{0,2}(?:[ \t]+#.*)?$")
_INDENTED = re.compile(r"^[ \t]+(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^(?:#{1,3}[ \t]+(.+)$|([^\n]{1,200})\n=+[ \t]*$)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_BEFORE_HEADING = 2_000


def read(text: str, path: Path, sha256: str) -> SavedArticle:
    """Read an article in Markdown; its front matter and its first heading say what it is."""
    found = _FRONT_MATTER.match(text)
    said = _front_matter(found[1]) if found else {}
    given = known_fields(said)
    start = found.end() if found else 0
    heading = _HEADING.search(text, start, start + _BEFORE_HEADING)
    if heading:
        given.setdefault("title", plain(heading[2] or heading[1].rstrip("# \t")))
        if not text[start : heading.start()].strip():
            start = heading.end()
    return saved_article(text, path, sha256, "markdown", given, start, **known_list(said))


def plain(marked: str) -> str:
    """A line without the marks of links, emphasis and code."""
    words = _LINK.sub(lambda link: link[1] or link[2] or "", marked)
    return re.sub(r"[*`]+|(?<!\w)_+|(?<!_)_++(?!\w)", "", words).strip()


def _front_matter(block: str) -> dict[str, str]:
    """What front matter names, on one line; of a list the items, joined."""
    said: dict[str, str] = {}
    fields = list(_FIELD.finditer(block))
    for n, field in enumerate(fields):
        value = field[2].strip()
        below = block[field.end() : fields[n + 1].start() if n + 1 < len(fields) else len(block)]
        if value:
            value = " ".join([_BLOCK_SCALAR.sub("", value), *_INDENTED.findall(below)])
        else:
            value = ", ".join(_unquoted(item) for item in _ITEM.findall(below))
        said[field[1]] = plain(_unquoted(value))
    return said


def _unquoted(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return ", ".join(_unquoted(item) for item in value[1:-1].split(","))
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
