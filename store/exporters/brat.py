"""brat standoff: a folder with a .txt and .ann an article, and the annotation.conf that brat needs for it.

A record is a text-bound annotation (T), its source and cue are others, tied to it by relations (R); its form or
strength is an attribute (A), its note, speaker, amount and deadline a comment (#). Offsets are code points, as brat's
own; a span that goes over line ends comes in fragments, since brat's may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from store.collection import Collection
from store.exporters.documents import Document, as_file, documents, file_name, names, note_of, owner_of
from store.exporters.files import replaced
from store.exporters.references import one_line
from store.exporters.rows import Selection, in_words
from store.model import FORMS, STATUSES, STRENGTHS, Record, Span

LABELS = {"quote": "Quote", "mention": "Speaker", "commitment": "Commitment"}
SUGGESTED = {"quote": "SuggestedQuote", "commitment": "SuggestedCommitment"}
PARTS = {"source": "Source", "cue": "Cue"}
ATTRIBUTES = {"quote": {"Form": "form"}, "commitment": {"Strength": "strength", "Status": "status"}}

CONFIGURED_BY = "annotation.conf"
_WRITTEN = re.compile(r"(.+)-[0-9a-f]{8}\.(?:txt|ann)")
"""The names of files of articles: the article's uid, and what its text's hash begins with."""

CONFIGURATION = f"""[entities]
Quote
Speaker
Commitment
Source
Cue
SuggestedQuote
SuggestedCommitment
[relations]
HasSource Arg1:Quote|Speaker|Commitment, Arg2:Source
HasCue Arg1:Quote|Speaker|Commitment, Arg2:Cue
<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Form Arg:Quote, Value:{"|".join(FORMS)}
Strength Arg:Commitment, Value:{"|".join(STRENGTHS)}
Status Arg:Commitment, Value:{"|".join(status.replace(" ", "-") for status in STATUSES)}
"""


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write a folder. Returns its .ann files with their number of records."""
    called = names(collection)
    written = {}
    with replaced(out / CONFIGURED_BY) as file:
        file.write(CONFIGURATION)
    for document in documents(collection, selection):
        name = out / f"{file_name(document)}.txt"
        with replaced(name) as file:
            file.write(as_file(document.text))
        with replaced(name.with_suffix(".ann")) as file:
            file.writelines(f"{line}\n" for line in _lines(document, called))
        written[name.with_suffix(".ann")] = len(document.records)
    return written


def targets(collection: Collection, out: Path, selection: Selection) -> list[Path]:
    """The configuration, and what an earlier export wrote of articles: those have the names that are written again."""
    return [out / CONFIGURED_BY, *sorted(path for path in out.glob("*") if _is_written(collection, path))]


def _is_written(collection: Collection, path: Path) -> bool:
    found = _WRITTEN.fullmatch(path.name)
    query = "SELECT 1 FROM article WHERE uid = ? AND state = 'live'"
    return bool(found and collection.read.execute(query, [found[1]]).fetchone())


def _lines(document: Document, called: dict[str, str]) -> Iterator[str]:
    bound = relations = attributes = 0
    for record in document.records:
        bound += 1
        home = f"T{bound}"
        yield _bound(home, LABELS[record.kind], [(a.start, a.end) for a in record.content], document.text)
        for anchor in record.anchors:
            if part := PARTS.get(anchor.role):
                bound, relations = bound + 1, relations + 1
                yield _bound(f"T{bound}", part, [(anchor.start, anchor.end)], document.text)
                yield f"R{relations}\tHas{part} Arg1:{home} Arg2:T{bound}"
        for attribute, field in ATTRIBUTES.get(record.kind, {}).items():
            attributes += 1
            yield f"A{attributes}\t{attribute} {home} {one_line(str(record.fields[field])).replace(' ', '-')}"
        yield f"#{home[1:]}\tAnnotatorNotes {home}\t{_comment(record, document, called)}"
    for number, suggestion in enumerate(document.suggestions, bound + 1):
        yield _bound(f"T{number}", SUGGESTED[suggestion.kind], suggestion.content, document.text)
        why = "; ".join(filter(None, (suggestion.owner, f"{suggestion.why} ({suggestion.confidence:.0%})")))
        yield f"#{number}\tAnnotatorNotes T{number}\t{one_line(why)}"


def _bound(name: str, label: str, spans: Sequence[Span], text: str) -> str:
    fragments = [fragment for start, end in spans for fragment in _fragments(text, start, end)]
    mark = len(as_file(text)) - len(text)  # brat counts it
    places = ";".join(f"{start + mark} {end + mark}" for start, end in fragments)
    return f"{name}\t{label} {places}\t{' '.join(text[start:end] for start, end in fragments)}"


def _fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a span between line ends."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def _comment(record: Record, document: Document, called: dict[str, str]) -> str:
    speaker = called.get(owner_of(record) or "", "")
    told = (speaker, *_terms(record), note_of(record, document), f"id {record.uid}")
    return one_line("; ".join(filter(None, told)))


def _terms(record: Record) -> tuple[str, ...]:
    """How much a commitment promises and by when; nothing of other records."""
    quantity, unit, deadline = (record.fields.get(name) for name in ("quantity", "unit", "deadline"))
    amount = "" if quantity is None else f"quantity: {in_words(quantity)} {unit}".rstrip()
    return amount, f"deadline: {deadline}" if deadline else ""
