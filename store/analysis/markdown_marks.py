"""A text without the marks of Markdown within its lines, of emphasis and of links, and where its parts stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from store.model import Span

_LINK = re.compile(
    r"(?<!\\)(?P<open>!?\[)[^\[\]\n]{1,300}(?P<close>\]\((?=[^\s()]*[./#])(?:[^\s()]|\([^\s()]*\)){1,2000}"
    r"(?:\ \"[^\"\n]{0,300}\")?\))",
    re.VERBOSE,
)
_EMPHASIS = [
    re.compile(
        rf"(?<![\w\\{one}])(?P<open>{mark})(?![\s{one}])(?:[^\n{one}]|{inner}){{1,300}}(?<![\s{one}])(?P<close>{mark})"
        rf"(?![\w{one}])"
    )
    for one in "*_"
    for mark, inner in (
        (re.escape(one), rf"{re.escape(one * 2)}(?!{re.escape(one)})"),
        (re.escape(one * 2), rf"(?<!{re.escape(one)}){re.escape(one)}(?!{re.escape(one)})"),
        (re.escape(one * 3), "(?!)"),
    )
]
"""One to three asterisks or underlines about words of a line, which may have the other number of them inside."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text without its marks; `gaps` are the places in it where some were, `removed` how many up to each."""

    text: str
    gaps: tuple[int, ...]
    removed: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Where in the marked text a span stands, the marks about it left out."""
        return self._place(span[0]), self._place(span[1] - 1) + 1

    def _place(self, place: int) -> int:
        before = bisect_right(self.gaps, place)
        return place + (self.removed[before - 1] if before else 0)


def without_marks(text: str) -> Unmarked:
    """Return a text without the marks of emphasis, and of links without all but their words."""
    marks = sorted(
        {
            match.span(part)
            for pattern in (_LINK, *_EMPHASIS)
            for match in pattern.finditer(text)
            for part in ("open", "close")
        }
    )
    kept, gaps, removed = [], [], []
    end = gone = 0
    for start, stop in marks:
        if start < end:
            continue  # an underline in an address
        kept.append(text[end:start])
        gone += stop - start
        gaps.append(stop - gone)
        removed.append(gone)
        end = stop
    return Unmarked("".join([*kept, text[end:]]), tuple(gaps), tuple(removed))
