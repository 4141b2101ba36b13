"""What the reader needs to know of a text to move and select in it: paragraphs, sentences, words, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter
from typing import Literal

from store.analysis.quotations import quotation_spans
from store.analysis.sentences import front_matter_end, paragraph_spans, sentence_spans
from store.model import Span

Unit = Literal["word", "sentence", "paragraph"]

KEPT_PARTS = 64
PART = 1 << 15
"""Code points of a paragraph above which it is looked through in parts, so that a key need not wait for all of it."""

_HEADING = re.compile(r"##{0,5} +\S.*")  # not anchored, which would have each line looked at, not each #
_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*|[^\w\s]+")
_INK = re.compile(r"\S")
_LETTER = re.compile(r"\w")
_AFTER_BLANKS = re.compile(r"(?<=\s)\S*\Z")
_OFTEN = 100
"""Words found so often have no one place; no more of their hits are looked at."""
_CLUSTER_REACH = 64
"""Code points around an offset in which its grapheme cluster is looked for."""
_SENTENCE_REACH = 400
"""Code points in which the end of a sentence is looked for, to end a part with it."""


class TextMap:
    """The units of one text, worked out as they are needed, a paragraph or a part of a long one at a time.

    A sentence or quotation that would go beyond the part that it begins in ends with it. Offsets are code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._units = lru_cache(maxsize=KEPT_PARTS)(self._units_of)
        self._quotations = lru_cache(maxsize=KEPT_PARTS)(self._quotations_of)

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
        found = (heading.span() for heading in _HEADING.finditer(self.text))
        return [(start, end) for start, end in found if not start or self.text[start - 1] == "\n"]

    @cached_property
    def _short(self) -> Sequence[Span]:
        """The paragraphs, those that are long in parts."""
        return [part for paragraph in self.paragraphs for part in self._parts_of(*paragraph)]

    def next_start(self, unit: Unit, offset: int) -> int:
        """Where the next unit begins; the text's length where there is none."""
        for number in range(max(0, self._part(unit, offset)), len(self._parts(unit))):
            starts, _ = self._units(unit, number)
            at = bisect_right(starts, offset)
            if at < len(starts):
                return starts[at]
        return len(self.text)

    def prev_start(self, unit: Unit, offset: int) -> int:
        """Where the unit around `offset`, or the one before if it begins there, begins; 0 where there is none."""
        for number in range(self._part(unit, offset), -1, -1):
            starts, _ = self._units(unit, number)
            at = bisect_left(starts, offset)
            if at:
                return starts[at - 1]
        return 0

    def span_at(self, unit: Unit, offset: int) -> Span:
        """The unit around `offset`; the one before it where it stands between two, else the first one."""
        if not self.paragraphs:
            return (0, 0)
        starts, ends = self._units(unit, max(0, self._part(unit, offset)))
        at = max(0, bisect_right(starts, offset) - 1)
        return starts[at], ends[at]

    def quotation_at(self, offset: int) -> Span | None:
        """The innermost quotation around `offset`, marks included, in its paragraph."""
        around = [span for span in self._quotations(self._part("sentence", offset)) if span[0] <= offset < span[1]]
        return min(around, key=lambda span: span[1] - span[0], default=None)

    def only_place(self, words: str) -> Span | None:
        """Where words stand as they are and not inside others, if they do so once."""
        # An end is no letter, or stands beside none; "500" is no part of "1,500", nor "1" of "1.5".
        begins = r"(?<!\d[.,])" if words[:1].isdigit() else ""
        ends = r"(?![.,]\d)" if words[-1:].isdigit() else ""
        once = rf"(?:\b|(?!\w)){begins}(?=({re.escape(words)})(?:\b|(?<!\w)){ends})"
        found = [hit.span(1) for hit in islice(re.finditer(once, self.text), _OFTEN)]
        whole = [span for span in found if self.snap(span) == span]
        return whole[0] if len(whole) == 1 and len(found) < _OFTEN else None

    def snap(self, span: Span) -> Span:
        """The span widened so that it splits no grapheme cluster."""
        start, end = span
        return self._cluster_start(start), self._cluster_end(end)

    def without_blanks(self, span: Span) -> Span | None:
        """The span without the blanks at its ends; None where it has nothing else."""
        return self._between(_INK, span)

    def without_signs(self, span: Span) -> Span | None:
        """The span from its first letter or digit to its last, as a name is written; None where it has none."""
        return self._between(_LETTER, span)

    def _between(self, what: re.Pattern[str], span: Span) -> Span | None:
        """The span from the first to the last character of a kind."""
        first = what.search(self.text, *span)
        last = next((end for end in range(span[1], span[0], -1) if what.match(self.text, end - 1, end)), 0)
        return self.snap((first.start(), last)) if first else None

    def _parts(self, unit: Unit) -> Sequence[Span]:
        """What is looked through at a time for a unit."""
        return self.paragraphs if unit == "paragraph" else self._short

    def _part(self, unit: Unit, offset: int) -> int:
        """The number of the part around or before an offset, -1 before the first."""
        return bisect_right(self._parts(unit), offset, key=itemgetter(0)) - 1

    def _units_of(self, unit: Unit, number: int) -> tuple[list[int], list[int]]:
        start, end = self._parts(unit)[number]
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
        start, end = self._short[number]
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

    def _parts_of(self, start: int, end: int) -> Iterator[Span]:
        """A paragraph, in parts where it is long. Each begins with no blank, most end with a sentence."""
        while end - start > PART:
            cut = _INK.search(self.text, self._cut(start + PART), end)
            if cut is None:
                break
            yield start, cut.start()
            start = cut.start()
        yield start, end

    def _cut(self, at: int) -> int:
        """Where a part is to end, `at` or a little before it: with a sentence, else a word, else a grapheme cluster."""
        low = at - _SENTENCE_REACH
        sentences = sentence_spans(self.text, low, at)
        if len(sentences) > 1:
            return sentences[-1][0]
        rest = _AFTER_BLANKS.search(self.text, low, at)
        return rest.start() if rest else self._cluster_start(at)
