"""What the reader needs to know of a text to move and select in it: paragraphs, sentences, words, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Literal

from store.analysis.quotations import quotation_spans
from store.analysis.sentences import front_matter_end, paragraph_spans, sentence_spans
from store.model import Span

Unit = Literal["word", "sentence", "paragraph"]

KEPT_PARAGRAPHS = 64

_HEADING = re.compile(r"^#{1,6} +\S.*", re.MULTILINE)
_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*|[^\w\s]+")
_CLUSTER_REACH = 64
"""Code points around an offset in which its grapheme cluster is looked for."""


class TextMap:
    """The units of one text, worked out a paragraph at a time as they are needed. Offsets are code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._units = lru_cache(maxsize=KEPT_PARAGRAPHS)(self._units_of)
        self._quotations = lru_cache(maxsize=KEPT_PARAGRAPHS)(self._quotations_of)

    @cached_property
    def paragraphs(self) -> Sequence[Span]:
        """The spans of the paragraphs, in order."""
        return paragraph_spans(self.text)

    @cached_property
    def front_matter(self) -> Span:
        """The block of fields that a Markdown file may open with; empty where there is none."""
        return 0, len(self.text[: front_matter_end(self.text)].rstrip())

    @cached_property
    def headings(self) -> Sequence[Span]:
        """The lines that are headings in Markdown ("## Trade"), in order."""
        return [found.span() for found in _HEADING.finditer(self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def next_start(self, unit: Unit, offset: int) -> int:
        """Where the next unit begins; the text's length where there is none."""
        for number in range(max(0, self._paragraph(offset)), len(self.paragraphs)):
            starts, _ = self._units(unit, number)
            at = bisect_right(starts, offset)
            if at < len(starts):
                return starts[at]
        return len(self.text)

    def prev_start(self, unit: Unit, offset: int) -> int:
        """Where the unit around `offset`, or the one before if it begins there, begins; 0 where there is none."""
        for number in range(self._paragraph(offset), -1, -1):
            starts, _ = self._units(unit, number)
            at = bisect_left(starts, offset)
            if at:
                return starts[at - 1]
        return 0

    def span_at(self, unit: Unit, offset: int) -> Span:
        """The unit around `offset`; the one before it where it stands between two, else the first one."""
        if not self.paragraphs:
            return (0, 0)
        starts, ends = self._units(unit, max(0, self._paragraph(offset)))
        at = max(0, bisect_right(starts, offset) - 1)
        return starts[at], ends[at]

    def quotation_at(self, offset: int) -> Span | None:
        """The innermost quotation around `offset`, marks included, in its paragraph."""
        around = [span for span in self._quotations(self._paragraph(offset)) if span[0] <= offset < span[1]]
        return min(around, key=lambda span: span[1] - span[0], default=None)

    def snap(self, span: Span) -> Span:
        """The span widened so that it splits no grapheme cluster."""
        start, end = span
        return self._cluster_start(start), self._cluster_end(end)

    def _paragraph(self, offset: int) -> int:
        """The number of the paragraph around or before an offset, -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def _units_of(self, unit: Unit, number: int) -> tuple[list[int], list[int]]:
        start, end = self.paragraphs[number]
        if unit == "paragraph":
            spans: Sequence[Span] = [(start, end)]
        elif unit == "sentence":
            spans = sentence_spans(self.text, start, end)
        else:
            spans = [found.span() for found in _WORD.finditer(self.text, start, end)]
        return [a for a, _ in spans], [b for _, b in spans]

    def _quotations_of(self, number: int) -> list[Span]:
        if number < 0:
            return []
        start, end = self.paragraphs[number]
        return [(start + a, start + b) for a, b in quotation_spans(self.text[start:end])]

    def _cluster_start(self, offset: int) -> int:
        if self._is_boundary(offset):
            return offset
        return max((b for b in self._boundaries(offset) if b <= offset), default=offset)

    def _cluster_end(self, offset: int) -> int:
        if self._is_boundary(offset):
            return offset
        return min((b for b in self._boundaries(offset) if b >= offset), default=offset)

    def _is_boundary(self, offset: int) -> bool:
        """Whether it is plain that a cluster begins here: most text is."""
        here = self.text[max(0, offset - 1) : offset + 1]
        return not 0 < offset < len(self.text) or (here.isascii() and here != "\r\n")

    def _boundaries(self, offset: int) -> list[int]:
        """Where grapheme clusters (Unicode Annex 29) begin around an offset, from the last sure boundary before it."""
        import regex

        low = max(0, offset - _CLUSTER_REACH)
        sure = next((k for k in range(offset - 1, low, -1) if self._is_boundary(k)), low)
        high = min(len(self.text), offset + _CLUSTER_REACH)
        return [sure, *(found.end() for found in regex.finditer(r"\X", self.text[:high], pos=sure))]
