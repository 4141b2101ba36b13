"""Draws the rows of a page: gutter and text, with styles by what is marked there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from tui.widgets.highlights import BARRED, COPIES, KINDS, REPEATS, SIGNS, Highlights, mask_of
from tui.widgets.layout import Layout, RowKind, Span
from tui.widgets.rows import fit

SELECTED = 1 << len(KINDS)
CURSOR = SELECTED << 1
LABEL = CURSOR << 1
GUTTER = LABEL << 1
"""Further bits of a style's mask: selected characters, the cursor's, words of ours beside the text, the gutter."""

_SIGNED = mask_of(*SIGNS)
_BARS = ((mask_of("copy", "hidden", "fields"), "┃"), (mask_of("recycled"), "│"), (REPEATS, "╎"))
"""The bar in the gutter, the more telling first."""


class Painter:
    """Draws the rows of one layout and remembers those it drew.

    Args:
        layout: The rows.
        highlights: What is marked in the text.
        style_of: The style for a mask of kinds and the further bits above.
    """

    def __init__(self, layout: Layout, highlights: Highlights, style_of: Callable[[int], Style]) -> None:
        self.layout = layout
        self._highlights = highlights
        self._style_of = style_of
        self._number_width = _number_width(layout.paragraph_count)
        self._drawn: dict[tuple[int, Span, Span], list[Segment]] = {}

    def row(self, row: int, cursor: Span, selection: Span) -> list[Segment]:
        """The segments of a row: the gutter, the text, and a cell more for a cursor behind the text."""
        start, end = self.layout.starts[row], self.layout.ends[row]
        # The cursor may stand between this row's paragraph and the next, where no row is.
        reach = self.layout.starts[row + 1] if row + 1 < len(self.layout) else cursor[1]
        key = (row, _clip(cursor, start, reach), _clip(selection, start, end))
        segments = self._drawn.get(key)
        if segments is None:
            if len(self._drawn) > 2000:
                self._drawn.clear()
            segments = self._drawn[key] = self._draw(*key)
        return segments

    def _draw(self, row: int, cursor: Span, selection: Span) -> list[Segment]:
        kind = self.layout.kinds[row]
        if kind == RowKind.GAP:
            label = self._labels(row)
            over = BARRED & self._highlights.mask_at(self.layout.starts[row])
            going_on = over if label else over & self._highlights.mask_at(self.layout.starts[row] - 1)
            return [*self._gutter(row, going_on), self._line_of_ours(label, LABEL)]
        if kind == RowKind.FOLD:
            state = CURSOR if cursor != (0, 0) else SELECTED if selection != (0, 0) else LABEL
            return [*self._gutter(row, mask_of("copy")), self._line_of_ours(self._fold_label(row), state)]
        return self._text(row, cursor, selection)

    def _text(self, row: int, cursor: Span, selection: Span) -> list[Segment]:
        """A row of the text itself."""
        start, width = self.layout.starts[row], self.layout.width
        shown = self.layout.shown(row)
        begins, cells = self.layout.columns(row)
        fitting = max(bisect_right(cells, width) - 1, 0)  # blanks at the end hang over
        end, used = start + begins[fitting], cells[fitting]
        stretches = dict(self._highlights.stretches(start, end))
        edges = {offset for offset in (*cursor, *selection) if start < offset < end}
        over = mask = 0
        segments = []
        for at, stop in pairwise(sorted({*stretches, *edges, end})):
            mask = stretches.get(at, mask)
            over |= mask
            state = SELECTED * (selection[0] <= at < selection[1]) | CURSOR * (cursor[0] <= at < cursor[1])
            segments.append(Segment(shown[at - start : stop - start], self._style_of(mask | state)))
        if cursor[1] > end:
            segments.append(Segment(" ", self._style_of(CURSOR)))
            used += 1
        segments.append(Segment(" " * (width + 1 - used), self._style_of(0)))
        return [*self._gutter(row, over), *segments]

    def _gutter(self, row: int, over: int) -> Iterator[Segment]:
        """A paragraph's number, the signs of what begins in the row, and the bar of what is `over` it."""
        number = ""
        if self.layout.begins_paragraph(row):
            number = f"¶{self.layout.paragraph_of(self.layout.starts[row]) + 1}"
        yield Segment(f"{number:>{self._number_width}} ", self._style_of(GUTTER))
        begins: list[int] = []
        if self.layout.kinds[row] == RowKind.TEXT:
            beginning = self._highlights.beginning(self.layout.starts[row], self.layout.ends[row], _SIGNED)
            begins = sorted({KINDS.index(one.kind) for one in beginning})
        begins = [*begins[:1], *begins[1:][-1:]]  # the last tells what is carried over or in doubt
        for index in begins:
            yield Segment(SIGNS[KINDS[index]], self._style_of(GUTTER | 1 << index))
        bar = next((bar for kinds, bar in _BARS if over & kinds), " ")
        yield Segment(" " * (2 - len(begins)), self._style_of(GUTTER))
        yield Segment(f"{bar} ", self._style_of(GUTTER | over & BARRED))

    def _line_of_ours(self, words: str, state: int) -> Segment:
        return Segment(fit(words, self.layout.width + 1), self._style_of(state))

    def _labels(self, row: int) -> str:
        """The labels of what has a bar, begins in the paragraph after a gap and is not folded."""
        start, end = self.layout.paragraph(self.layout.paragraph_of(self.layout.starts[row]))
        barred = self._highlights.beginning(start, end, BARRED)
        barred.sort(key=lambda one: (one.start, one.end))
        labels = [one.label for one in barred if one.label and not self.layout.fold_around(one.start)]
        return " · ".join(dict.fromkeys(labels))

    def _fold_label(self, row: int) -> str:
        start, end = self.layout.starts[row], self.layout.ends[row]
        labels = [one.label for one in self._highlights.at(start, COPIES) if one.label]
        return f"⋯ {labels[-1] if labels else 'copy'}, {end - start:,} characters"


def gutter_width(paragraphs: int) -> int:
    """The cells that the gutter takes beside a text with so many paragraphs."""
    return _number_width(paragraphs) + 5


def _number_width(paragraphs: int) -> int:
    return max(3, len(f"¶{paragraphs}"))


def _clip(span: Span, start: int, end: int) -> Span:
    """The part of a span in [start, end), (0, 0) if none."""
    low, high = max(span[0], start), min(span[1], end)
    return (low, high) if low < high else (0, 0)
