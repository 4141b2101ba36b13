"""Tells what a file is by its first bytes, and by its name only where they leave it open."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path

from store.importers.failure import UnreadableFile

HEAD = 64 << 10
"""Bytes that are looked at."""

LEAST = 4
"""Bytes that tell the beginning of another kind of file where they are letters and signs of a text too."""

AS_TEXT = (".txt", ".text", ".md", ".markdown")
"""Names of files that are read as they stand, unless they are a page or a list."""

_MAGIC = ((b"PK\x03\x04", "packed"), (b"{\\rtf", "rtf"), (b"WARC/", "warc"))
_FOREIGN = (
    (b"PK\x05\x06", "an empty ZIP"),
    (b"PK\x07\x08", "a part of a divided ZIP"),
    (b"PK\x01\x02", "a ZIP without its beginning"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"%!PS-Adobe", "PostScript"),
    (b"bplist00", "a property list or Safari's web archive"),
)
_SAVE_ANEW = "save the article as a page (.html) or as text (.txt)"
_SIGNATURES = (b"%PDF-", *(signature for signature, _ in (*_MAGIC, *_FOREIGN)))
_WORD = re.compile(rb"[\t\n\r -~]*")
_LISTS = (
    (re.compile(rb"\s*<!DOCTYPE NETSCAPE-Bookmark-file", re.I), "bookmarks"),
    (re.compile(rb"[^\0]{0,200}<title>\s*(?:Pocket Export|Instapaper: Export)", re.I), "bookmarks"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*TY  - [A-Z]{3,5}\s*\n[A-Z][A-Z0-9]  - "), "ris"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:%[^\n]*\n\s*)*@[a-z]{4,15}\{[^,\s]{1,80},[^\S\n]*\n\s*\w+\s*=", re.I),
        "bibtex",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?[^\r\n]{1,300}\r?\n- [^\r\n]{5,300}\r?\n\r?\n.{0,20000}?\n={10}\r?\n", re.S),
        "kindle",
    ),
)
"""How lists of references, links and marked words begin."""

_HEADERS_OF_LISTS = {
    "pocket": {"title", "url", "time_added", "status"},
    "instapaper": {"url", "title", "selection", "folder"},
    "readwise": {"highlight", "book title", "book author"},
    "reader": {"title", "url", "document tags", "saved date"},
    "zotero": {"key", "item type", "publication title", "url"},
}
"""Columns by which the tables of reading lists are known."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BEFORE_ROOT = rb"(?>(?:\s|\xef\xbb\xbf|<\?.{0,500}?\?>|<!--.{0,20000}?-->)*)"
"""Atomic: one comment may be read as many, so that giving back what was taken would try them in every way."""

_OWN = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{(?:[^\n]*[{,])?\s*"(?:onrecord"\s*:\s*"|@context"\s*:\s*\[.{0,2000}?urn:x-onrecord:)', re.S
)
"""A line with an entry, whatever its order, or a page of them; within a text its quotation marks are escaped."""

_ANN = re.compile(rb"(?:\xef\xbb\xbf)?[TREAMN#*]\S*\t")
_HTML = re.compile(_BEFORE_ROOT + rb"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(rb"</?(?:p|div|span|a|br|h[1-6]|title|article|section|table|ul|ol)\b[^<>]{0,2000}>", re.I)
_ROOT = re.compile(_BEFORE_ROOT + rb"(?:<!doctype[^>\[]{0,1000}+(?:\[.{0,20000}?\])?\s*>\s*)?<([\w.:-]+)", re.I | re.S)
_ROOTS = {
    b"rss": "feed",
    b"feed": "feed",
    b"rdf": "feed",
    b"nitf": "newswire",
    b"newsitem": "newswire",
    b"newsmessage": "newswire",
}
_HEADERS = re.compile(rb"(?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_OF_MAIL = re.compile(rb"^(?:from|date|subject|message-id|mime-version|received|return-path):", re.I | re.M)


def kind_of(head: bytes, path: Path) -> str:
    """Return what a file is: the name of the module that reads it.

    Args:
        head: Its first HEAD bytes.
        path: Its name.

    Raises:
        UnreadableFile: If it is empty or of a kind that holds no article.
    """
    if path.suffix.lower() == ".ann" and (not head or _ANN.match(head)):
        return "brat"
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(path, "The file is empty", "save the article again")
    _refuse_foreign(head, path)
    by_beginning = next((kind for beginning, kind in _LISTS if beginning.match(head)), "")
    return by_beginning or _by_magic(head, path) or _by_markup(head, path) or _by_shape(head, path) or _by_name(path)


def _refuse_foreign(head: bytes, path: Path) -> None:
    """Raise UnreadableFile for what holds no article by its signature, and for what is no more than one's beginning."""
    for signature, name in _FOREIGN:
        if head.startswith(signature):
            raise UnreadableFile(path, f"The file is {name}", _SAVE_ANEW)
    stump = head.rstrip(b"\r\n")
    told = len(stump) >= LEAST or stump == b"PK" or (len(stump) > 1 and not _WORD.fullmatch(stump))
    if told and any(known != stump and known.startswith(stump) for known in _SIGNATURES):
        raise UnreadableFile(path, "The file ends after its first bytes", "it was cut short; save it again")


def _by_magic(head: bytes, path: Path) -> str:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"\x1f\x8b"):
        if not _unzipped(head).startswith(b"WARC/"):
            raise UnreadableFile(path, "The file is a gzip archive", "unpack it and import what is in it")
        return "warc"
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    return "wacz" if kind == "packed" and path.suffix.lower() == ".wacz" else kind


def _unzipped(head: bytes) -> bytes:
    """The first bytes inside a gzip archive; none where it is damaged."""
    try:
        return zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return b""


def _by_markup(head: bytes, path: Path) -> str:
    plain = head.replace(b"\0", b"") if b"\0" in head[:400] and head.startswith(_BOMS) else head
    if plain.startswith(_BOMS[1:]):
        plain = plain[2:]
    if _HTML.match(plain):
        return "html"
    root = _ROOT.match(plain)
    name = root[1].rpartition(b":")[2].lower() if root else b""
    if name in _ROOTS:
        return _ROOTS[name]
    suffix = path.suffix.lower()
    if suffix == ".svg" and name == b"svg":
        raise UnreadableFile(path, "The file is a picture", _SAVE_ANEW)
    if suffix in (".html", ".htm", ".xhtml") and _TAG.search(plain):
        return "html"
    if suffix in (".xml", ".rss", ".atom") and name:
        hint = "RSS, Atom, NITF and NewsML-G2 are; save the article as a page (.html)"
        raise UnreadableFile(path, "The file is XML of a kind that is not known", hint)
    return ""


def _by_shape(head: bytes, path: Path) -> str:
    if _OWN.match(head):
        return "own"
    if _is_line_of_json(head):
        return "jsonl"
    suffix = path.suffix.lower()
    if suffix in AS_TEXT:
        return ""
    if kind := _by_header(head):
        return kind
    is_json = re.match(rb"\s*(?:\[\s*)?\{\s*\"", head.removeprefix(_BOMS[0])) and suffix not in (".jsonl", ".ndjson")
    if is_json or suffix == ".json":
        return "json"
    lines = head.replace(b"\r\n", b"\n")
    if lines.startswith(b"From ") and _HEADERS.match(lines.partition(b"\n")[2]):
        return "mbox"
    headers = _HEADERS.match(lines.lstrip(b"\n"))
    if headers and len(_OF_MAIL.findall(headers[0])) >= 2:
        return (
            "mhtml" if re.search(rb"multipart/related", headers[0], re.I) and _is_snapshot(headers[0], path) else "mail"
        )
    return ""


def _by_header(head: bytes) -> str:
    """The reading list whose columns a table has, if any."""
    line = head.removeprefix(_BOMS[0]).split(b"\n", 1)[0].decode("utf-8", "replace")
    names = {name.strip().strip('"').lower() for name in line.split(",")}
    return next((kind for kind, columns in _HEADERS_OF_LISTS.items() if columns <= names), "")


def _is_snapshot(headers: bytes, path: Path) -> bool:
    saved = re.search(rb"^snapshot-content-location:|^from:.{0,40}saved by", headers, re.I | re.M)
    return bool(saved) or path.suffix.lower() in (".mhtml", ".mht")


def _by_name(path: Path) -> str:
    kinds = {
        ".md": "markdown",
        ".markdown": "markdown",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".csv": "table",
        ".tsv": "table",
    }
    return kinds.get(path.suffix.lower(), "text")


_TEXT_FIELD = re.compile(rb'[{,]\s*"text"\s*:\s*"')


def _is_line_of_json(head: bytes) -> bool:
    """Whether the first line is a JSON object with a text in it."""
    line, end, _ = head.removeprefix(_BOMS[0]).lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not end and len(head) == HEAD:
        return bool(_TEXT_FIELD.search(line))
    try:
        return "text" in json.loads(line)
    except (ValueError, RecursionError):
        return False
