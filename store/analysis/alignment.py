"""A span of one passage shown on the other passage that repeats it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from store.analysis.edges import common_end, common_start, first_quote
from store.analysis.matching import match
from store.analysis.meaning import essence
from store.analysis.tokens import Offsets, Tokens, tokenize
from store.model import Span

KEPT_ALIGNMENTS = 16
GLUED = 32
"""How far from a figure the marks and figures that belong to it are looked for."""

_GLUED_BEFORE = re.compile(r"(?:[^\w\s]\s?|\d)*\Z")
_GLUED_AFTER = re.compile(r"(?:\s?[^\w\s]|\d)*")
_WORD = re.compile(r"\w")
_MARKS = re.compile(r"\W*")
_LAST_IS_FIGURE = re.compile(r"\d\W*\Z")


@dataclass(frozen=True, slots=True)
class Projection:
    """Where a span's words stand in the other passage; `same` only if they say exactly the same there."""

    start: int
    end: int
    same: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """The tokens of two passages, and for each token of the first its place in the second or -1."""

    one: Tokens
    other: Tokens
    place: Offsets


@functools.lru_cache(maxsize=KEPT_ALIGNMENTS)
def align(passage_a: str, passage_b: str) -> Alignment:
    """Match the words of two passages. The last few answers are kept: many spans are asked of one passage."""
    one, other = tokenize(passage_a), tokenize(passage_b)
    return Alignment(one, other, match(one.hash, other.hash))


def project(text_a: str, a: Span, text_b: str, b: Span, span: Span) -> Projection | None:
    """Return where `span` of text_a, inside its passage `a`, stands in passage `b` of text_b.

    None if none of its words do, or if it lies for the most part outside `a`. `same` is true only when every word is
    there, nothing stands between them, and figures, signs, currency, percent and decimal marks agree; quotation
    marks, dashes, blanks, case and commas between words may differ.
    """
    low, high = max(span[0], a[0]), min(span[1], a[1])
    if low >= high or (high - low) * 2 < span[1] - span[0]:
        return None
    passage_a, passage_b = text_a[a[0] : a[1]], text_b[b[0] : b[1]]
    found = carry(align(passage_a, passage_b), passage_a, passage_b, (low - a[0], high - a[0]))
    if found is None:
        return None
    start, end = b[0] + found.start, b[0] + found.end
    whole = not _WORD.search(text_a[span[0] : low] + text_a[high : span[1]])
    return Projection(start, end, whole and found.same and same_words(text_a, span, text_b, (start, end)))


def carry(aligned: Alignment, one: str, other: str, span: Span) -> Projection | None:
    """Return where a span of the one passage stands in the other, by words alone; `same` if none is changed or moved.

    None where the span has no word, or none that stands in the other passage.
    """
    first, last = token_range(aligned.one, span)
    places = aligned.place[first:last]
    if not (places >= 0).any():
        return None
    begin, finish = _range_in_other(aligned.place, first, last, len(aligned.other))
    start = _start(aligned, one, other, span[0], first, begin)
    end = _end(aligned, one, other, span[1], last, finish)
    return Projection(start, end, finish - begin == last - first and bool((places >= 0).all()))


def token_range(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The tokens [first, last) that a span touches."""
    return int(tokens.end.searchsorted(span[0], "right")), int(tokens.start.searchsorted(span[1], "left"))


def _range_in_other(place: Offsets, first: int, last: int, count: int) -> tuple[int, int]:
    """The tokens of the other passage that stand for tokens [first, last), changed words at the ends included."""
    left, right = first, last - 1
    while place[left] < 0:
        left += 1
    while place[right] < 0:
        right -= 1
    begin, finish = int(place[left]), int(place[right]) + 1
    if left > first:
        before = first - 1
        while before >= 0 and place[before] < 0:
            before -= 1
        floor = int(place[before]) + 1 if before >= 0 else 0
        begin = floor if before == first - 1 else max(floor, begin - (left - first))
    if right < last - 1:
        after = last
        while after < len(place) and place[after] < 0:
            after += 1
        ceiling = int(place[after]) if after < len(place) else count
        finish = ceiling if after == last else min(ceiling, finish + (last - 1 - right))
    return begin, finish


def _start(aligned: Alignment, passage_a: str, passage_b: str, low: int, first: int, begin: int) -> int:
    """The offset in passage b where a span starts: in its first token, or before it with the marks both have."""
    token_a, token_b = int(aligned.one.start[first]), int(aligned.other.start[begin])
    if low > token_a:
        return min(token_b + low - token_a, int(aligned.other.end[begin]) - 1)
    gap = passage_b[int(aligned.other.end[begin - 1]) if begin else 0 : token_b]
    return token_b - len(common_end(passage_a[low:token_a], gap)[1])


def _end(aligned: Alignment, passage_a: str, passage_b: str, high: int, last: int, finish: int) -> int:
    """The offset in passage b where a span ends."""
    token_a, token_b = int(aligned.one.end[last - 1]), int(aligned.other.end[finish - 1])
    if high < token_a:
        return max(token_b - (token_a - high), int(aligned.other.start[finish - 1]) + 1)
    gap = passage_b[token_b : int(aligned.other.start[finish]) if finish < len(aligned.other) else None]
    return token_b + len(common_start(passage_a[token_a:high], gap)[1])


def same_words(text_a: str, a: Span, text_b: str, b: Span) -> bool:
    """Whether two spans say the same, down to the marks of their figures; typesetting aside (see `essence`).

    Where the first opens or closes with a quotation mark, the second is taken from one and to one too: what was put in
    between would else be left outside, unseen.
    """
    quoted = _quoted_alike(text_a, a, text_b, b)
    if quoted is None:
        return False
    one, other = _with_marks(text_a, *a), _with_marks(text_b, *quoted)
    return one == other or essence(one) == essence(other)


def _quoted_alike(text_a: str, a: Span, text_b: str, b: Span) -> Span | None:
    """Span b widened to the quotation marks around its words as span a has them; None where they are missing."""
    start, end = b
    if first_quote(_leading(text_a, a)) is not None:
        at = _words(text_b, b)[0]
        before = _marks(text_b[max(0, at - GLUED) : at][::-1])[::-1]
        quote = first_quote(before)
        if quote is None:
            return None
        start = min(start, at - len(before) + quote)
    if first_quote(_trailing(text_a, a)) is not None:
        at = _words(text_b, b)[1]
        after = _marks(text_b[at : at + GLUED])
        quote = first_quote(after[::-1])
        if quote is None:
            return None
        end = max(end, at + len(after) - quote)
    return start, end


def _leading(text: str, span: Span) -> str:
    return text[span[0] : _words(text, span)[0]]


def _trailing(text: str, span: Span) -> str:
    return text[_words(text, span)[1] : span[1]]


def _words(text: str, span: Span) -> Span:
    """A span without the marks and blanks at its ends."""
    inside = text[slice(*span)]
    end = span[1] - len(_marks(inside[::-1]))
    return min(end, span[0] + len(_marks(inside))), end


def _marks(text: str) -> str:
    """The marks and blanks with which a text begins."""
    return _MARKS.match(text)[0]  # type: ignore[index]


def _with_marks(text: str, start: int, end: int) -> str:
    """A stretch, with what is glued to a figure at its ends: sign, currency, percent, decimals."""
    first = _WORD.search(text, start, end)
    if first and first[0].isdigit():
        glued = _GLUED_BEFORE.search(text[max(0, start - GLUED) : start])
        start -= len(glued[0]) if glued else 0
    if first and _LAST_IS_FIGURE.search(text[max(start, end - GLUED) : end]):
        glued = _GLUED_AFTER.match(text[end : end + GLUED])
        end += len(glued[0]) if glued else 0
    return text[start:end]
