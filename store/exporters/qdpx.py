"""REFI-QDA project exchange (.qdpx, version 1.0), for programs of qualitative analysis: a ZIP with the texts.

Kinds of records are codes, each record a coded selection whose note names its speaker; positions are code points.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from store.collection import Collection
from store.exporters.documents import Document, as_file, documents, names, note_of, owner_of
from store.exporters.files import whole
from store.exporters.references import one_line
from store.exporters.rows import Selection
from store.model import Record
from store.xml_text import holdable

CODES = {
    "quote": ("Quote", "#4477AA"),
    "mention": ("Speaker", "#228833"),
    "commitment": ("Commitment", "#EE6677"),
    "source": ("Source", "#66CCEE"),
    "cue": ("Cue", "#CCBB44"),
    "suggested quote": ("Suggested quote", "#BBBBBB"),
    "suggested commitment": ("Suggested commitment", "#BBBBBB"),
}


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one project. Returns it with its number of records."""
    count = 0
    with whole(out) as part, ZipFile(part, "w", ZIP_DEFLATED) as archive:
        for document in documents(collection, selection):
            archive.writestr(_entry(f"Sources/{_source(document)}.txt"), as_file(document.text).encode())
            count += len(document.records)
        with archive.open(_entry("project.qde"), "w", force_zip64=True) as project:
            for piece in _project(collection, selection):
                project.write(piece.encode())
    return {out: count}


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, datetime.now(UTC).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _project(collection: Collection, selection: Selection) -> Iterator[str]:
    called = names(collection)
    user = _guid("user")
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<Project xmlns="urn:QDA-XML:project:1.0" name="On Record" origin="On Record">\n'
    yield f'<Users><User guid="{user}" name="On Record"/></Users>\n<CodeBook><Codes>\n'
    for key, (name, colour) in CODES.items():
        yield f'<Code guid="{_guid(key)}" name="{name}" isCodable="true" color="{colour}"/>\n'
    yield "</Codes></CodeBook>\n"
    opening = "<Sources>\n"  # an empty one is not valid
    for document in documents(collection, selection):
        guid, title = _source(document), _attribute(document.title or document.uid)
        yield f'{opening}<TextSource guid="{guid}" name={title} plainTextPath="internal://{guid}.txt">\n'
        opening = ""
        for record in document.records:
            yield from _selections(record, document, called, user)
        for suggestion in document.suggestions:
            about = "; ".join(filter(None, (suggestion.owner, f"{suggestion.why} ({suggestion.confidence:.0%})")))
            for number, (start, end) in enumerate(suggestion.content):
                guid = _guid(f"{suggestion.uid} {number}")
                yield _selection(guid, start, end, f"suggested {suggestion.kind}", about, user, "")
        yield "</TextSource>\n"
    yield "</Project>\n" if opening else "</Sources>\n</Project>\n"


def _source(document: Document) -> str:
    return _guid(document.uid + document.text_sha256)


def _selections(record: Record, document: Document, called: dict[str, str], user: str) -> Iterator[str]:
    for anchor in record.anchors:
        code = record.kind if anchor.role == "content" else anchor.role
        if code in CODES:
            about = _about(record, document, called)
            yield _selection(anchor.uid, anchor.start, anchor.end, code, about, user, record.added)


def _selection(uid: str, start: int, end: int, code: str, about: str, user: str, added: str) -> str:
    made = f' creatingUser="{user}" creationDateTime={_attribute(added)}' if added else f' creatingUser="{user}"'
    return (
        f'<PlainTextSelection guid="{_guid(uid)}" name={_attribute(about)} '
        f'startPosition="{start}" endPosition="{end}"{made}>'
        f'<Coding guid="{_guid(uid + code)}"{made}><CodeRef targetGUID="{_guid(code)}"/></Coding>'
        "</PlainTextSelection>\n"
    )


def _about(record: Record, document: Document, called: dict[str, str]) -> str:
    return "; ".join(part for part in (called.get(owner_of(record) or ""), note_of(record, document)) if part)


def _attribute(text: str) -> str:
    return quoteattr(one_line(holdable(text)))


def _guid(name: str) -> str:
    """A uid as a GUID; of other names one that is always the same."""
    return str(uuid.UUID(name)) if re.fullmatch("[0-9a-f]{32}", name) else str(uuid.uuid5(uuid.NAMESPACE_OID, name))
