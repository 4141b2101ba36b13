"""Quotations: the spans of a paragraph that stand in quotation marks."""

from __future__ import annotations

from store.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "‘": "’"}
_CLOSING = frozenset("”»›」』")


def quotation_spans(paragraph: str) -> list[Span]:
    """The quotations of one paragraph, marks included, inner ones too; one left open goes to the paragraph's end."""
    spans: list[Span] = []
    opened: list[tuple[int, str]] = []
    for place, char in enumerate(paragraph):
        if opened and char in opened[-1][1] and not _apostrophe(paragraph, place):
            spans.append((opened.pop()[0], place + 1))
        elif char in _PAIRS and not _apostrophe(paragraph, place):
            opened.append((place, _PAIRS[char]))
        elif char == '"':
            opened.append((place, '"'))
    spans += [(start, len(paragraph)) for start, _ in opened]
    return sorted(spans)


def _apostrophe(paragraph: str, place: int) -> bool:
    """Whether a single mark is an apostrophe: letters stand on both its sides."""
    if paragraph[place] not in "‘’":
        return False
    return place > 0 and paragraph[place - 1].isalnum() and paragraph[place + 1 : place + 2].isalnum()
