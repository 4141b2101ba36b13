"""Where the reader is in a text, and what they have selected. Knows no screen; the text's rules are a `TextMap`'s."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, Protocol

Span = tuple[int, int]
Unit = Literal["word", "sentence", "paragraph"]


class TextMap(Protocol):
    """What moving in a text needs to know of it. All offsets are code points."""

    text: str

    @property
    def paragraphs(self) -> Sequence[Span]:
        """The spans of the paragraphs, in order."""

    @property
    def front_matter(self) -> Span:
        """The block of fields that the text opens with; empty where there is none."""

    @property
    def headings(self) -> Sequence[Span]:
        """The lines that are headings, in order."""

    def next_start(self, unit: Unit, offset: int) -> int:
        """Where the next unit begins; the text's length where there is none."""

    def prev_start(self, unit: Unit, offset: int) -> int:
        """Where the unit around `offset`, or the one before if it begins there, begins; 0 where there is none."""

    def span_at(self, unit: Unit, offset: int) -> Span:
        """The unit around `offset`, or the one beside it."""

    def quotation_at(self, offset: int) -> Span | None:
        """The quotation around `offset`, marks included."""

    def only_place(self, words: str) -> Span | None:
        """Where words stand as they are and not inside others, if they do so once."""

    def snap(self, span: Span) -> Span:
        """The span widened so that it splits no grapheme cluster."""

    def without_blanks(self, span: Span) -> Span | None:
        """The span without the blanks at its ends; None where it has nothing else."""

    def without_signs(self, span: Span) -> Span | None:
        """The span from its first letter or digit to its last; None where it has none."""


class Caret:
    """A cursor on one grapheme cluster of a text, and the selection that it extends.

    A selection grows from an *origin*, the span it began with, to the *head*; moving back shrinks it to the origin
    and then extends it the other way, so that the origin stays selected whatever the direction. Moving into the
    origin itself by characters makes it smaller. A folded copy counts as one cluster: whatever moves, it is passed or
    selected as a whole.

    Args:
        text_map: The text; the cursor is at its beginning.
        folded: The folded copy that hides an offset, None where the offset is shown.
    """

    def __init__(self, text_map: TextMap, folded: Callable[[int], Span | None]) -> None:
        self._map = text_map
        self._length = len(text_map.text)
        self._folded = folded
        self._snapped = lru_cache(8)(lambda at: text_map.snap((at, min(at + 1, self._length))))
        self._origin: Span | None = None
        self._head = 0
        self._begun = False
        """Whether the selection was just begun, and nothing has moved since."""

    @property
    def cursor(self) -> Span:
        """The cluster that the cursor is on; empty only in an empty text."""
        return self._cluster(self._head - 1 if self._origin and self._head >= self._origin[1] else self._head)

    @property
    def selection(self) -> Span | None:
        """What is selected, None where nothing is."""
        if self._origin is None:
            return None
        return self._whole((min(self._origin[0], self._head), max(self._origin[1], self._head)))

    def go(self, offset: int) -> None:
        """Put the cursor on the cluster at `offset`; a selection is extended to take it in."""
        self._begun = False
        offset = self._cluster(offset)[0]
        if self._origin is None:
            self._head = offset
            return
        start, end = self._origin
        if start <= offset < end:
            kept = self._cluster(start if self._head >= end else end - 1)
            self._origin = (min(kept[0], offset), kept[1]) if self._head < end else kept
            start, end = self._origin
        self._head = offset if offset < start else max(self._cluster(offset)[1], end)

    def forward(self, unit: Unit) -> None:
        """Go to where the next unit begins; a selection is extended to where one ends."""
        begun, self._begun = self._begun, False
        if begun and self._take_from_beginning(unit):
            return
        following = self._map.next_start(unit, max(self.cursor[1] - 1, 0))
        if self._origin is None:
            self.go(following)
        elif self._head < self._origin[0]:
            self._head = following if following < self._origin[0] else self._origin[1]
        else:
            self._head = self._end_after(unit, self.cursor[1])

    def backward(self, unit: Unit) -> None:
        """Go to where a unit begins; a selection is shrunk to where one ends, or extended to where one begins."""
        begun, self._begun = self._begun, False
        if self._origin is None:
            self.go(self._map.prev_start(unit, self.cursor[0]))
        elif begun and unit != "word" and self._map.span_at(unit, self._origin[0])[0] == self._origin[0] > 0:
            self._head = self._map.prev_start(unit, self._origin[0])  # the unit before, without the word after it
            self._origin = self._cluster(self._map.span_at(unit, self._head)[1] - 1)
        elif self._head > self._origin[1]:
            last = min(self._map.prev_start(unit, self._head), self.cursor[0])
            end = min(self._map.span_at(unit, self._map.prev_start(unit, last))[1], last)
            self._head = max(end, self._origin[1]) if end < self._head else self._origin[1]
        else:
            self._head = self._map.prev_start(unit, self._cluster(min(self._head, self._origin[0]))[0])

    def select(self, span: Span) -> None:
        """Select a span; moving extends it."""
        start, end = self._whole(span)
        self._origin, self._head, self._begun = (start, end), end, False

    def select_from_here(self) -> None:
        """Select from the cursor to the end of the word that it is in."""
        start, end = self.cursor
        word = self._map.span_at("word", start)
        self.select((start, word[1] if word[0] <= start < word[1] else end))
        self._begun = True

    def release(self) -> None:
        """Select nothing any more; the cursor stays."""
        self._head = self.cursor[0]
        self._origin, self._begun = None, False

    def swap_ends(self) -> None:
        """Go to the selection's other end."""
        if self.selection is None or self._origin is None:
            return
        self._begun = False
        start, end = self.selection
        if self._head >= self._origin[1]:
            self._origin, self._head = self._cluster(end - 1), start
        else:
            self._origin, self._head = self._cluster(start), end

    def _take_from_beginning(self, unit: Unit) -> bool:
        """Have the selection begin with the unit it is in. Returns whether it ends with it too: words go on."""
        if self._origin is None:
            return False
        (here, kept), (start, end) = self._origin, self._map.span_at(unit, self._origin[0])
        if not start <= here < end:
            return False
        self._origin = (self._cluster(start)[0], kept)
        if unit == "word":
            return False
        self._head = max(end, kept)
        return True

    def _end_after(self, unit: Unit, offset: int) -> int:
        """The end of the first unit that ends after `offset`."""
        end = self._map.span_at(unit, offset)[1] if offset < self._length else self._length
        if end > offset:
            return end
        following = self._map.next_start(unit, offset)
        return max(self._map.span_at(unit, following)[1], offset) if following < self._length else offset

    def _cluster(self, offset: int) -> Span:
        """The cluster at the offset, or the first or last one."""
        offset = min(max(offset, 0), max(self._length - 1, 0))
        return self._folded(offset) or self._snapped(offset)

    def _whole(self, span: Span) -> Span:
        """The span widened to whole clusters."""
        return self._cluster(span[0])[0], self._cluster(span[1] - 1)[1]


class EmptyText:
    """The map of a page that shows nothing."""

    text = ""
    paragraphs: Sequence[Span] = ()
    front_matter = (0, 0)
    headings: Sequence[Span] = ()

    def next_start(self, unit: Unit, offset: int) -> int:
        """No unit begins anywhere."""
        return 0

    def prev_start(self, unit: Unit, offset: int) -> int:
        """No unit begins anywhere."""
        return 0

    def span_at(self, unit: Unit, offset: int) -> Span:
        """Nothing."""
        return (0, 0)

    def quotation_at(self, offset: int) -> Span | None:
        """Nothing."""
        return None

    def only_place(self, words: str) -> Span | None:
        """Nothing."""
        return None

    def snap(self, span: Span) -> Span:
        """The span."""
        return span

    def without_blanks(self, span: Span) -> Span | None:
        """Nothing."""
        return None

    def without_signs(self, span: Span) -> Span | None:
        """Nothing."""
        return None
