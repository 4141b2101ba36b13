"""Lays a text out in rows of a given width, lazily: long texts are broken into rows only as far as needed.

Offsets are code points of the text, columns are terminal cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import accumulate
from operator import itemgetter

from tui.display import safe_line
from tui.widgets.cells import Columns, columns, line_ends

Span = tuple[int, int]

_PIECE = 4096
"""Characters broken into lines at a time, so that a text of one long line is laid out lazily too."""


class RowKind(IntEnum):
    """What a row shows: the gap before a paragraph, a line of text, or one line that stands for a folded span."""

    GAP = 0
    TEXT = 1
    FOLD = 2


class Layout:
    """The rows of a text at one width.

    A row holds the span [`starts[row]`, `ends[row]`) of the text, blanks and line feed at its end included; a gap
    row holds nothing and begins where its paragraph does. Rows are in the order of the text.

    Args:
        text: The text.
        width: Cells in a row.
        paragraphs: Spans of the paragraphs, in order; a line feed inside one begins a row without a gap.
        folds: Spans that are shown as one row each, in order and apart from each other.
    """

    def __init__(self, text: str, width: int, paragraphs: Sequence[Span], folds: Sequence[Span] = ()) -> None:
        self.text = text
        self.width = max(width, 4)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds = bytearray()
        self._paragraphs = paragraphs
        self._paragraph_starts = list(map(itemgetter(0), paragraphs))
        self.folds = folds
        self._fold_ends_before = list(accumulate(map(itemgetter(1), folds), max))
        self._flow = self._rows()
        self.complete = False

    def __len__(self) -> int:
        return len(self.starts)

    def extend(self, offset: int) -> None:
        """Lay out until the row that holds `offset` is there."""
        for kind, start, end in self._flow:
            self.kinds.append(kind)
            self.starts.append(start)
            self.ends.append(end)
            if end > offset:
                return
        self.complete = True

    @property
    def laid_out(self) -> int:
        """The offset up to which rows are there."""
        return self.ends[-1] if self.ends else 0

    @property
    def height(self) -> int:
        """The number of rows of the whole text: estimated from the rows so far until `complete`."""
        if self.complete or not self.laid_out:
            return len(self)
        return len(self) * len(self.text) // self.laid_out

    def row_of(self, offset: int) -> int:
        """The row that shows `offset`, laid out if need be; the last row for the end of the text."""
        if offset >= self.laid_out:
            self.extend(offset)
        return max(bisect_right(self.starts, offset) - 1, 0)

    def text_row(self, row: int, step: int) -> int | None:
        """The nearest row to `row`, or to the end of the text before it, that is no gap, looking on by `step`.

        Where none is on that side, the nearest on the other; None in an empty text.
        """
        while row >= len(self) and not self.complete:
            self.extend(self.laid_out)
        row = min(max(row, 0), len(self) - 1)
        for way in (step, -step):
            at = row
            while 0 <= at < len(self):
                if self.kinds[at] != RowKind.GAP:
                    return at
                at += way
        return None

    def paragraph_of(self, offset: int) -> int:
        """The number, from 0, of the paragraph that `offset` is in or after."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    @property
    def paragraph_count(self) -> int:
        """The number of paragraphs of the whole text."""
        return len(self._paragraphs)

    def paragraph(self, number: int) -> Span:
        """The span of a paragraph."""
        return self._paragraphs[number]

    def begins_paragraph(self, row: int) -> bool:
        """Whether the row shows a paragraph's beginning."""
        start = self.starts[row]
        return self.kinds[row] != RowKind.GAP and self._paragraph_starts[self.paragraph_of(start)] == start

    def fold_around(self, offset: int) -> Span | None:
        """The folded span that hides `offset`."""
        index = bisect_right(self._fold_ends_before, offset)
        if index < len(self.folds) and self.folds[index][0] <= offset:
            return self.folds[index]
        return None

    def shown(self, row: int) -> str:
        """The text of a row as it is shown: safe, as long as the row but for its line feed."""
        return safe_line(self.text[self.starts[row] : self.ends[row]].removesuffix("\n"))

    def columns(self, row: int) -> Columns:
        """The clusters of a row, their indexes counted from the row's start."""
        return columns(self.shown(row))

    def column_of(self, row: int, offset: int) -> int:
        """The cell where `offset` stands in its row."""
        starts, cells = self.columns(row)
        return cells[max(bisect_right(starts, offset - self.starts[row]) - 1, 0)]

    def offset_at(self, row: int, column: int) -> int:
        """The offset of the cluster at a cell of a row; the row's last cluster for a cell behind it."""
        starts, cells = self.columns(row)
        if self.kinds[row] != RowKind.TEXT or len(starts) < 2:
            return self.starts[row]
        index = min(max(bisect_right(cells, column) - 1, 0), len(starts) - 2)
        return self.starts[row] + starts[bisect_left(cells, cells[index])]  # of those in one cell the first

    def _rows(self) -> Iterator[tuple[RowKind, int, int]]:
        """All rows of the text, in order."""
        folds = iter(self.folds)
        fold = next(folds, None)
        done = 0
        for start, end in self._paragraphs:
            if end <= done:
                continue
            at = max(start, done)
            if at == start:
                yield RowKind.GAP, start, start
            while at < end:
                while fold is not None and fold[1] <= at:  # nothing but the gap between paragraphs
                    fold = next(folds, None)
                if fold is None or fold[0] >= end:
                    yield from self._lines(at, end)
                    break
                if at < fold[0]:
                    yield from self._lines(at, fold[0])
                yield RowKind.FOLD, max(at, fold[0]), fold[1]
                at = done = fold[1]

    def _lines(self, start: int, end: int) -> Iterator[tuple[RowKind, int, int]]:
        """The rows of a stretch of text."""
        while start < end:
            feed = self.text.find("\n", start, min(end, start + _PIECE))
            stop = feed if feed >= 0 else min(end, start + _PIECE)
            shown = safe_line(self.text[start:stop])
            at = start
            for line in line_ends(shown, self.width, whole=feed >= 0 or stop == end):
                yield RowKind.TEXT, at, start + line + (start + line == feed)
                at = start + line
            if at == feed:
                if at == start:
                    yield RowKind.TEXT, at, at + 1
                at += 1
            start = at
