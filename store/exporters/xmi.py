"""UIMA CAS XMI 1.0, as INCEpTION imports it: a ZIP with TypeSystem.xml and a .xmi a text.

Types are custom.Quote, custom.Mention, custom.Commitment, custom.Part (sources and cues) and, where
asked for, custom.Suggestion. Offsets are UTF-16 code
units, as UIMA counts. What XML 1.0 cannot hold is U+FFFD in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from store.collection import Collection
from store.exporters.documents import Document, documents, file_name, names, note_of, owner_of, utf16
from store.exporters.files import whole
from store.exporters.rows import Selection
from store.model import Record, Span
from store.xml_text import holdable

TYPES = {"quote": "Quote", "mention": "Mention", "commitment": "Commitment"}
FEATURES = {
    "Quote": ("uid", "speaker", "note", "form"),
    "Mention": ("uid", "speaker", "note"),
    "Commitment": ("uid", "speaker", "note", "action", "deadline", "strength", "status"),
    "Part": ("uid", "role"),
    "Suggestion": ("kind", "speaker", "confidence", "why"),
}

_NAMESPACES = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:custom="http:///custom.ecore" xmi:version="2.0"'
)


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one archive. Returns it with its number of records."""
    called = names(collection)
    count = 0
    with whole(out) as part, ZipFile(part, "w", ZIP_DEFLATED) as archive:
        archive.writestr("TypeSystem.xml", "".join(_type_system()))
        for document in documents(collection, selection):
            archive.writestr(f"{file_name(document)}.xmi", "".join(_cas(document, called)))
            count += len(document.records)
    return {out: count}


def _type_system() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>'
    for name, features in FEATURES.items():
        yield f"<typeDescription><name>custom.{name}</name><description/>"
        yield "<supertypeName>uima.tcas.Annotation</supertypeName><features>"
        for feature in features:
            yield f"<featureDescription><name>{feature}</name><description/>"
            yield "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
        yield "</features></typeDescription>"
    yield "</types></typeSystemDescription>\n"


def _cas(document: Document, called: dict[str, str]) -> Iterator[str]:
    text = holdable(document.text)
    members = []
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI {_NAMESPACES}><cas:NULL xmi:id="0"/>'
    for number, (name, span, features) in enumerate(_annotations(document, called), start=2):
        begin, end = (utf16(text, offset) for offset in span)
        told = "".join(f" {feature}={_attribute(value)}" for feature, value in features.items() if value)
        yield f'<custom:{name} xmi:id="{number}" sofa="1" begin="{begin}" end="{end}"{told}/>'
        members.append(str(number))
    yield '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" '
    yield f"sofaString={_attribute(text)}/>"
    yield f'<cas:View sofa="1" members="{" ".join(members)}"/></xmi:XMI>\n'


def _annotations(document: Document, called: dict[str, str]) -> Iterator[tuple[str, Span, dict[str, str]]]:
    for record in document.records:
        for anchor in record.anchors:
            if anchor.role == "content":
                yield TYPES[record.kind], (anchor.start, anchor.end), _features(record, document, called)
            else:
                yield "Part", (anchor.start, anchor.end), {"uid": record.uid, "role": anchor.role}
    for suggestion in document.suggestions:
        told = {"kind": suggestion.kind, "speaker": suggestion.owner, "why": suggestion.why}
        for span in suggestion.content:
            yield "Suggestion", span, told | {"confidence": f"{suggestion.confidence:.2f}"}


def _features(record: Record, document: Document, called: dict[str, str]) -> dict[str, str]:
    told = {"uid": record.uid, "speaker": called.get(owner_of(record) or "", ""), "note": note_of(record, document)}
    own = {name: str(record.fields[name] or "") for name in FEATURES[TYPES[record.kind]] if name in record.fields}
    return own | told


def _attribute(value: str) -> str:
    return quoteattr(holdable(value))
