"""What the page marks in an article: the places of repeats and records, as highlights."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING

from store.citation import show_date
from tui.counts import counted, first_seen
from tui.widgets.highlights import Highlight, Kind

if TYPE_CHECKING:
    from store.articles import Reading
    from store.copies import Region
    from store.model import Record, Repeat, Span, Speaker, Suggestion

KIND: Mapping[str, Kind] = {
    "quote": "quote",
    "mention": "speaker",
    "commitment": "commitment",
    "note": "note",
}


def highlights_of(
    reading: Reading, regions: Sequence[Region], speakers: Mapping[str, Speaker], paragraphs: Sequence[Span]
) -> list[Highlight]:
    """All highlights of an article. `paragraphs` are its paragraphs' spans, from which copies are named.

    `regions` are what of it stands elsewhere too; until that is known, what it repeats itself is shown.
    """
    repeated = _regions(reading, regions, paragraphs) if regions else _repeats(reading.repeats, paragraphs)
    return [*repeated, *_records(reading, speakers)]


def suggestion_highlights(suggestions: Iterable[Suggestion]) -> list[Highlight]:
    """The words of suggestions."""
    return [Highlight(*span, "suggested", one.uid) for one in suggestions for span in one.content]


def paragraph_name(span: Span, paragraphs: Sequence[Span]) -> str:
    """The paragraphs that a span stands in: "¶2" or "¶2–8"."""
    first, last = _paragraphs_of(span, paragraphs)
    return f"¶{first}" if first == last else f"¶{first}–{last}"


def _paragraphs_of(span: Span, paragraphs: Sequence[Span]) -> tuple[int, int]:
    """The first and the last paragraph that a span stands in, counted from 1."""
    first, last = (bisect_right(paragraphs, at, key=itemgetter(0)) for at in (span[0], max(span[0], span[1] - 1)))
    return max(1, first), max(1, last)


def _repeats(repeats: Sequence[Repeat], paragraphs: Sequence[Span]) -> Iterator[Highlight]:
    """The first place of each repeated passage and its copies; a place has the passage's first span as its uid."""
    originals: dict[Span, list[Span]] = {}
    for repeat in repeats:
        originals.setdefault(repeat.a, []).append(repeat.b)
    for first, copies in originals.items():
        uid = f"{first[0]}-{first[1]}"
        again = ", ".join(paragraph_name(copy, paragraphs) for copy in copies)
        yield Highlight(*first, "original", uid, f"again in {again}")
        for copy in copies:
            yield Highlight(*copy, "copy", uid, f"copy of {paragraph_name(first, paragraphs)}")


def _regions(reading: Reading, regions: Sequence[Region], paragraphs: Sequence[Span]) -> Iterator[Highlight]:
    """The places of passages, of the text itself and of the collection."""
    again: dict[int, list[str]] = {}
    for region in regions:
        if region.copy_of:
            again.setdefault(region.passage, []).append(paragraph_name((region.start, region.end), paragraphs))
    beginning = Counter(_paragraphs_of((region.start, region.end), paragraphs)[0] for region in regions)
    for region, following in zip_longest(regions, regions[1:]):
        here = [] if region.copy_of else again.get(region.passage, [])
        said = [f"again in {', '.join(here)}" if here else "", region_line(region, reading, paragraphs)]
        label = ", ".join(filter(None, said))
        span = region.start, region.end
        holds_another = following and following.end <= region.end and not (region.copy_of or here)
        if holds_another or beginning[_paragraphs_of(span, paragraphs)[0]] > 1:
            label = f"{_extent(span, paragraphs)}: {label}"
        yield Highlight(region.start, region.end, _region_kind(region, reading), str(region.passage), label)
        if region.edited:
            yield Highlight(region.start, region.end, "edited")


def _extent(span: Span, paragraphs: Sequence[Span]) -> str:
    """The paragraphs that a span covers, or of which it covers a part: "¶2", "part of ¶2"."""
    first, last = _paragraphs_of(span, paragraphs)
    whole = span[0] <= paragraphs[first - 1][0] and span[1] >= paragraphs[last - 1][1]
    return f"{'' if whole else 'part of '}{paragraph_name(span, paragraphs)}"


def _region_kind(region: Region, reading: Reading) -> Kind:
    if region.hidden:
        return "hidden"
    if region.copy_of:
        return "copy"
    return "original" if region.first.article == reading.row.id else "recycled"


def region_line(region: Region, reading: Reading, paragraphs: Sequence[Span]) -> str:
    """Whose boilerplate a passage is, and where else it stands: in this text, in others, where first."""
    boilerplate = f"boilerplate of {region.boilerplate}" if region.boilerplate else ""
    parts = [" ".join(filter(None, ("hidden" if region.hidden else "", boilerplate)))]
    parts += [f"copy of {paragraph_name(region.copy_of, paragraphs)}"] if region.copy_of else []
    if region.articles:
        first = region.first
        source = first.outlet or first.title
        known = (show_date(first.published), "" if source == region.boilerplate else source)
        told = "here" if first.article == reading.row.id else ", ".join(filter(None, known))
        seen = first_seen(first.day, undated=region.undated)
        parts += [f"also in {counted(region.articles, 'article')}", f"{seen} {told}" if told else ""]
    parts += ["not word for word"] if region.edited else []
    return ", ".join(filter(None, parts))


def _records(reading: Reading, speakers: Mapping[str, Speaker]) -> Iterator[Highlight]:
    records = {record.uid: record for record in reading.records}
    for place in reading.places:
        record = records.get(place.record)
        if record is None:
            continue
        span = (place.start, place.end)
        if place.role == "cue":
            yield Highlight(*span, "cue", record.uid)
            continue
        kind = "variant" if place.kind == "variant" else _kind(record, place.role)
        yield Highlight(*span, kind, record.uid, _owner(record, speakers))
        if place.kind == "copy":
            yield Highlight(*span, "carried", record.uid)
        doubtful = reading.doubts(record) and any(one.uid == place.span and one.needs_look for one in record.anchors)
        if place.kind == "home" and doubtful:
            yield Highlight(*span, "needs_look", record.uid)


def _kind(record: Record, role: str) -> Kind:
    return "source" if role == "source" else KIND[record.kind]


def _owner(record: Record, speakers: Mapping[str, Speaker]) -> str:
    owner = record.fields.get("speaker") or record.fields.get("promisor")
    speaker = speakers.get(str(owner)) if owner else None
    return speaker.name if speaker else ""
