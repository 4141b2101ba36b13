"""Lists of deeds: "The department will:" and its items, each of which goes on with the words before the list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.model import Span

_LEADS = re.compile(r"(?P<lead>\b(?:will|would|shall|to))\s?:\s*$")
"""The end of what leads to a list of deeds."""
_MARK = re.compile(r"[ \t]*(?:[-–—*+•·▪◦→]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?=[ ])")
_JOINS = re.compile(r"[;,]?(?:\s+(?:and|or))?\s*\Z")
"""What joins an item to the next."""


@dataclass(slots=True)
class DeedList:
    """A list that has begun: where its lead stands, whether its items have marks, and where the last of them ends."""

    lead: Span
    marked: bool = False
    end: int = 0

    def item(self, text: str, begin: int, end: int) -> Span | None:
        """Where the words of an item stand that fills a line; None where the list has ended.

        A list whose items have no marks ends with the first full stop or blank line.
        """
        mark = _MARK.match(text, begin)
        start = mark.end() if mark else begin
        word = _FIRST_WORD.match(text, start, end)
        acts = word is not None and (mark is not None or word[0].lower() in language.ACTIONS)
        goes_on = (
            not self.end or mark or not (self.marked or text[self.end - 1] == "." or "\n\n" in text[self.end : begin])
        )
        if not (acts and goes_on):
            return None
        self.marked, self.end = self.marked or mark is not None, end
        return start, max(start + 1, _JOINS.search(text, start, end).start())  # type: ignore[union-attr]


def list_after(text: str, start: int, end: int) -> DeedList | None:
    """The list to which a sentence leads."""
    led = _LEADS.search(text, start, end)
    return DeedList((start, led.end("lead"))) if led else None
