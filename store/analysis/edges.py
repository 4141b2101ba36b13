"""Where a passage begins and ends to the character: sentence and paragraph edges, quotation marks, full stops."""

from __future__ import annotations

import re

from store.analysis.tokens import Tokens
from store.model import Span

SNAP = 3
"""Tokens by which an end may move to the edge of a sentence or paragraph."""

_SENTENCE_END = re.compile(r"[.!?…‽؟۔।][^\s\w]*\s|[。！？]")
_AFTER_BLANK = re.compile(r"\S*\Z")
_BEFORE_BLANK = re.compile(r"\S*")
_QUOTES = dict.fromkeys(map(ord, "“”„‟‘’‚‛«»‹›`´′″「」『』＂＇"), '"') | {ord("'"): '"'}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
_BLANKS = dict.fromkeys(map(ord, "\n\t\u00a0\u2009\u202f\u3000"), " ")
_ALIKE = _QUOTES | _DASHES | _BLANKS


class Edges:
    """The gaps between the tokens of one text. Gap k stands before token k; the last one ends the text."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text, self._start, self._end = text, tokens.start, tokens.end
        self.count = len(tokens)

    def gap(self, k: int) -> str:
        """The characters before token k."""
        low = int(self._end[k - 1]) if k else 0
        return self._text[low : int(self._start[k])] if k < self.count else self._text[low:]

    def rank(self, k: int) -> int:
        """2 where a paragraph may begin, 1 where a sentence may, else 0."""
        if not 0 < k < self.count:
            return 2 if k in (0, self.count) else 0
        gap = self.gap(k)
        if "\n" in gap:
            return 2
        return 1 if _SENTENCE_END.search(gap) else 0

    def trailing(self, k: int) -> str:
        """The characters of gap k that belong to what stands before it."""
        gap = self.gap(k)
        if k == self.count or "\n" in gap:
            return gap.partition("\n")[0].rstrip()
        return _BEFORE_BLANK.match(gap)[0]  # type: ignore[index]

    def leading(self, k: int) -> str:
        """The characters of gap k that belong to what stands after it."""
        gap = self.gap(k)
        if k == 0 or "\n" in gap:
            return gap.rpartition("\n")[2].lstrip()
        return _AFTER_BLANK.search(gap)[0]  # type: ignore[index]

    def span(self, first: int, last: int, leading: int, trailing: int) -> Span:
        """Tokens [first, last) with so many characters of the gaps around them."""
        return int(self._start[first]) - leading, int(self._end[last - 1]) + trailing


def snap(one: Edges, i: int, other: Edges, j: int, low: int, high: int, inward: int) -> tuple[int, int]:
    """Move a common end of two passages, gap i of one and gap j of the other, to a near edge that both have.

    `low` and `high` bound the move (tokens to the left as a negative number, and to the right); `inward` is 1 where the
    passages begin and -1 where they end.
    """
    if one.rank(i) and other.rank(j):
        return i, j
    moves = range(max(low, -SNAP), min(high, SNAP) + 1)
    near = [k for k in moves if one.rank(i + k)]
    if not near:
        return i, j
    beside = [k for k in moves if other.rank(j + k)]
    # Never shorten one side without the other: the words that go are equal.
    best = min(
        (
            (max(abs(k), abs(m)), abs(k - m), k, m)
            for k in near
            for m in beside
            if k == m or max(k * inward, m * inward) <= 0
        ),
        default=(0, 0, 0, 0),
    )
    return i + best[2], j + best[3]


def span_pair(one: Edges, a: int, a_end: int, other: Edges, b: int, b_end: int) -> tuple[Span, Span]:
    """The characters of two passages, with the punctuation at their ends that both have or an edge gives them."""
    lead_a, lead_b = one.leading(a), other.leading(b)
    if not (one.rank(a) and other.rank(b)):
        lead_a, lead_b = common_end(lead_a, lead_b)
    trail_a, trail_b = one.trailing(a_end), other.trailing(b_end)
    if not (one.rank(a_end) and other.rank(b_end)):
        trail_a, trail_b = common_start(trail_a, trail_b)
    return (
        one.span(a, a_end, len(lead_a), len(trail_a)),
        other.span(b, b_end, len(lead_b), len(trail_b)),
    )


def first_quote(marks: str) -> int | None:
    """Where some marks have their first quotation mark, of any style; None where they have none."""
    at = marks.translate(_QUOTES).find('"')
    return at if at >= 0 else None


def common_start(x: str, y: str) -> tuple[str, str]:
    """How both strings begin alike; quotation marks, dashes and blanks of any style are."""
    size = 0
    for p, q in zip(x.translate(_ALIKE), y.translate(_ALIKE), strict=False):
        if p != q:
            break
        size += 1
    return x[:size], y[:size]


def common_end(x: str, y: str) -> tuple[str, str]:
    """How both strings end alike."""
    p, q = common_start(x[::-1], y[::-1])
    return p[::-1], q[::-1]
