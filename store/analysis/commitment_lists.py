"""Lists of deeds: "The department will:" and its items, each of which goes on with the words before the list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.model import Span

_LEADS = re.compile(r"(?P<lead>\b(?:will|would|shall|to))\s?:$")
"""The end of what leads to a list of deeds."""
_MARK = re.compile(r"[ \t]*(?:[-–—*+•·▪◦→]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})\.")
"""A mark that is taken for a sentence where a capital follows it: "1. Build 300 homes"."""
_VERB = re.compile(r"(?:(?:not|never|also|\w{2,20}ly) )?(?P<verb>[^\W\d_][\w-]*)(?= )", re.IGNORECASE)
_JOIN = re.compile(r"\s(?:and|or)\Z")


@dataclass(slots=True)
class DeedList:
    """A list that has begun: where its lead stands, whether its items have marks, and where the last of them ends.

    `lines` is how many lines lie between its items at most, `stops` whether the first of them ends with a full stop.
    """

    lead: Span
    marked: bool = False
    end: int = 0
    lines: int = 0
    stops: bool = False

    def item(self, text: str, begin: int, end: int) -> Span | None:
        """Where the words of an item stand that fills a line; None where the list has ended."""
        line = text.rfind("\n", self.lead[1], begin) + 1
        mark = _MARK.match(text, line, end)
        if mark and mark.end() < begin:
            mark = None  # a further sentence of an item
        start = mark.end() if mark else begin
        first = _VERB.match(text, start, end)
        acts = first is not None and first["verb"].lower() in language.ACTIONS
        if not acts or (self.end and not self._goes_on(text, begin, mark is not None)):
            return None
        said = _JOIN.sub("", text[start:end].rstrip()).rstrip(" ,;")
        if self.end:
            self.lines = max(self.lines, text.count("\n", self.end, begin))
        else:
            self.marked, self.stops = mark is not None, said.endswith(".")
        self.end = end
        return start, start + max(1, len(said))

    def _goes_on(self, text: str, begin: int, marked: bool) -> bool:
        """Whether the list goes on with a line that begins like an item of it.

        It ends with a wider gap than it had between its items and with the only full stop before a gap; without marks
        with the first full stop or gap.
        """
        lines = text.count("\n", self.end, begin)
        ended = text[self.end - 1] == "."
        if not self.marked:
            return not (marked or ended or lines > 1)
        return marked and not (self.lines and lines > self.lines) and not (ended and lines > 1 and not self.stops)


def list_after(text: str, start: int, end: int) -> DeedList | None:
    """The list to which a sentence leads."""
    led = _LEADS.search(text, start, end) if text[end - 1] == ":" else None
    return DeedList((start, led.end("lead"))) if led else None


def is_number(text: str, begin: int, end: int) -> bool:
    """Whether a sentence is no more than the mark of an item."""
    return _NUMBER.fullmatch(text, begin, end) is not None
