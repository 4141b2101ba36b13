"""Tells what a file is by its first bytes, and by its name only where they leave it open."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal

from store.importers.failure import UnreadableFile

Kind = Literal["html", "jsonl", "markdown", "text"]

HEAD = 64 << 10
"""Bytes that are looked at."""

_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP, such as DOCX, ODT or EPUB"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<\?xml[^>]{0,200}\?>|<!--.{0,20000}?-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(rb"</?(?:p|div|span|a|br|h[1-6]|title|article|section|table|ul|ol)\b[^<>]{0,2000}>", re.I)


def kind_of(head: bytes, path: Path) -> Kind:
    """Return what a file is. Raises UnreadableFile where it is empty or of a kind that holds no plain text.

    Args:
        head: Its first HEAD bytes.
        path: Its name.
    """
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(path, "The file is empty", "save the article again")
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            raise UnreadableFile(path, f"The file is {name}", "save the article as a page (.html) or as text (.txt)")
    suffix = path.suffix.lower()
    plain = head.replace(b"\0", b"") if b"\0" in head[:400] and head.startswith(_BOMS) else head
    if _HTML.match(plain[2:] if plain.startswith(_BOMS[1:]) else plain):
        return "html"
    if _is_json(head) or suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if suffix in (".html", ".htm", ".xhtml") and _TAG.search(plain):
        return "html"
    return "markdown" if suffix in (".md", ".markdown") else "text"


def _is_json(head: bytes) -> bool:
    """Whether the first line is a JSON object with a text in it."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return False
    try:
        return "text" in json.loads(line)
    except (ValueError, RecursionError):
        return False
