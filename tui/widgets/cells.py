"""How many terminal cells a text takes, and where it may be broken into lines.

All functions take text that is safe to show (`tui.display.safe`) and holds no line feed. A *cluster* is what the
terminal shows as one picture: a base character with its marks, an emoji sequence, a flag. No line break, cursor
or selection stands inside one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from rich.cells import cell_len, get_character_cell_size

Columns = tuple[Sequence[int], Sequence[int]]
"""Where each cluster begins, as an index and as a cell; both end with the end of the text."""

_NARROW = (
    " -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037b-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0620-\u064a\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\ufffd"
)
_WIDE = "\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_ALL_NARROW = f"[{_NARROW}]*"
_ALL_SINGLE = f"[{_NARROW}{_WIDE}]*"
"""Compiled when first asked for, which many a start is not."""
_ZERO_WIDTH_JOINER = "\u200d"
_FIRST_PICTURE = "\u2190"
"""Pictures, which alone a joiner joins, come from here on; letters that one stands between stay apart."""
_NEVER_FIRST = frozenset("、。，．！？：；）］｝〉》」』】〕・ー々…’”»)]}.,:;!?")
_NEVER_LAST = frozenset("（［｛〈《「『【〔‘“«([{")


def all_narrow(shown: str) -> bool:
    """Whether every character is a cluster of its own, one cell wide. May say no to rare text that is."""
    return shown.isascii() or re.fullmatch(_ALL_NARROW, shown) is not None


def columns(shown: str) -> Columns:
    """The clusters of a text, as begin of each and the cell where it stands."""
    if all_narrow(shown):
        return range(len(shown) + 1), range(len(shown) + 1)
    if re.fullmatch(_ALL_SINGLE, shown):
        widths = (2 if "\u3000" <= char < "\ufffd" else 1 for char in shown)
        return range(len(shown) + 1), list(accumulate(widths, initial=0))
    starts: list[int] = [0]
    joined = paired = False
    visible = False  # marks before the first base character go with it: a cluster takes a cell
    for index, char in enumerate(shown):
        flag = "\U0001f1e6" <= char <= "\U0001f1ff"
        mark = get_character_cell_size(char) == 0
        joined = joined and char >= _FIRST_PICTURE
        if visible and not (mark or joined or (flag and paired)):
            starts.append(index)
            paired = flag
        else:
            paired = flag and not visible
        visible = visible or not (mark or joined)
        joined = char == _ZERO_WIDTH_JOINER
    starts.append(len(shown))
    cells = [0]
    for start, end in pairwise(starts):
        cells.append(cells[-1] + cell_len(shown[start:end]))
    return starts, cells


def line_ends(shown: str, width: int, *, whole: bool = True) -> list[int]:
    """Break a text into lines of at most `width` cells; blanks at a line's end hang over and do not count.

    Breaks stand after blanks and, in scripts written without blanks, between wide characters but for
    punctuation that must not begin or end a line; a longer word is cut between clusters.

    Returns:
        The index where each line ends, in order. With `whole=False` the text goes on after `shown`, and its last
        line, which may be unfinished, is left out unless it is the only one.
    """
    break_at = _break_narrow if all_narrow(shown) else _Breaker(shown)
    ends: list[int] = []
    at = 0
    while at < len(shown):
        at = _after_blanks(shown, break_at(shown, at, width), width)
        ends.append(at)
    if not ends or (not whole and len(ends) > 1):
        return ends[:-1]
    return ends


def wrapped(shown: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells, one at least."""
    return [shown[start:end].rstrip() for start, end in pairwise([0, *line_ends(shown, max(width, 1))])]


def _after_blanks(shown: str, at: int, width: int) -> int:
    """Where the text goes on after the blanks at `at`; no more of them than a line's width are skipped."""
    limit = min(len(shown), at + width)
    while at < limit and shown[at] == " ":
        at += 1
    return at


def _break_narrow(shown: str, at: int, width: int) -> int:
    """The end of the line that begins at `at`, where all characters are one cell wide."""
    limit = at + width
    if limit >= len(shown):
        return len(shown)
    return min(shown.rfind(" ", at, limit + 1) + 1, limit) or limit


class _Breaker:
    """Breaks text whose characters differ in width."""

    def __init__(self, shown: str) -> None:
        self.starts, self.cells = columns(shown)

    def __call__(self, shown: str, at: int, width: int) -> int:
        """The end of the line that begins at `at`."""
        first = bisect_right(self.starts, at) - 1
        limit = bisect_right(self.cells, self.cells[first] + width) - 1
        if limit >= len(self.starts) - 1:
            return len(shown)
        for index in range(limit, first, -1):
            if self._may_break(shown, index):
                return self.starts[index]
        return self.starts[max(limit, first + 1)]

    def _may_break(self, shown: str, index: int) -> bool:
        start = self.starts[index]
        before, after = shown[start - 1], shown[start]
        if before == " " or after == " ":
            return True
        if before in _NEVER_LAST or after in _NEVER_FIRST:
            return False
        return get_character_cell_size(before) == 2 or get_character_cell_size(after) == 2
