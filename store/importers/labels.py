"""Labelled words of other programs: their places made code points of the text as it is kept, their words compared.

A place is taken only where it lies inside the text and holds the words that the file gives for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from store.model import Span

MOST = 100_000
"""Labels of one text, at most."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""What takes two code units in UTF-16."""

_WORDS_OF_LABEL = re.compile(r"[\s_-]+")


class Misplaced(ValueError):
    """A place that is none in its text, said in a few words."""


class Places:
    """Places in a text as a file counts them, in code points or UTF-16 code units, its line ends as they stand there.

    Args:
        text: The text as the file has it.
        utf16: Whether places count UTF-16 code units.
    """

    def __init__(self, text: str, *, utf16: bool = False) -> None:
        self._text = text
        self._breaks = [found.start() for found in re.finditer("\r\n", text)]
        self._pairs = [n + found.start() for n, found in enumerate(_ASTRAL.finditer(text))] if utf16 else []

    def span(self, start: object, end: object, words: object = None) -> Span:
        """The place as code points of the text with `\\n` line ends. Raises Misplaced.

        Args:
            start: Where it begins, in the file's own unit.
            end: Where it ends.
            words: What stands there as the file says, or None.
        """
        if not (type(start) is type(end) is int and 0 <= start < end):
            raise Misplaced("its place is none")
        first, last = self._points(start), self._points(end)
        if last > len(self._text):
            raise Misplaced(f"it ends at {end}, behind the text")
        stands = self._text[first:last]
        if words is not None and stands != words:
            raise Misplaced(f"its words are “{str(words)[:40]}”, the text has “{stands[:40]}” there")
        return self._kept(first), self._kept(last)

    def _points(self, units: int) -> int:
        """An offset in the file's own unit as one in code points. Raises Misplaced inside a character."""
        before = bisect_left(self._pairs, units)
        if before and self._pairs[before - 1] == units - 1:
            raise Misplaced("it begins or ends inside a character; are its places UTF-16?")
        return units - before

    def _kept(self, offset: int) -> int:
        return offset - bisect_left(self._breaks, offset)


def joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans in text order, those in one where only a line end parts them."""
    found: list[Span] = []
    for start, end in sorted(set(spans)):
        if found and "\n" in text[found[-1][1] : start] and not text[found[-1][1] : start].strip("\n"):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def words_of_label(label: str) -> str:
    """A label in small letters, its words parted by a blank: "Quote_Source" is "quote source"."""
    return _WORDS_OF_LABEL.sub(" ", label).strip().casefold()
