"""Repeated passages: stretches of one text, or of two, that say the same words, also lightly edited.

Seeds of four equal tokens make segments; segments are chained over edits, the ends of each chain grow as long as
words keep agreeing, and spans take in the punctuation at their edges. A stretch of text is called the copy of one
earlier place only.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass

import numpy as np

from store.analysis.chains import Pair, chain, grow
from store.analysis.edges import Edges, snap, span_pair
from store.analysis.seeds import Segments, find_segments, supported
from store.analysis.sentences import without_front_matter
from store.analysis.tokens import Tokens, tokenize
from store.model import Repeat, Span

LEAST = 10
"""Equal words that make a passage; a numeral counts for nothing, a character of an unspaced script for half."""
IDENTITY = 0.6
MOST = 2000
"""Pairs at most of one text: where a listing has more, the longest."""
ALIKE = 0.8
"""Two pairs with so much of their later side in common are rivals: that with the earlier first side wins."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text with its tokens, for comparing it with several."""

    text: str
    tokens: Tokens
    edges: Edges

    @property
    def words(self) -> int:
        """How many words it has that count for a passage (see LEAST)."""
        return _counted(self.tokens, 0, len(self.tokens))


def prepare(text: str) -> Prepared:
    """Take a text apart, once. The fields that a Markdown file opens with, its title among them, repeat nothing."""
    article = without_front_matter(text)
    tokens = tokenize(article)
    return Prepared(text, tokens, Edges(article, tokens))


def find_repeats(text: str) -> list[Repeat]:
    """Return the repeats inside `text`, `a` before `b`, longest first.

    Three and more copies come as pairs of the first with each; no stretch of text is a copy of two places.
    """
    return repeats_within(prepare(text))


def repeats_within(text: Prepared) -> list[Repeat]:
    """Return the repeats inside a text as `find_repeats` does."""
    return _spelt(_passages(text.tokens, text.edges, None, LEAST), text.edges, text.edges, 0)


def compare_prepared(one: Prepared, other: Prepared, least: int) -> list[Repeat]:
    """Return the repeats of `least` equal words and more between two texts, longest first."""
    first, second = one.tokens, other.tokens
    # A token of its own between the two, so that no seed or run crosses.
    both = Tokens(
        np.concatenate((first.hash, np.zeros(1, np.uint64), second.hash)),
        np.concatenate((first.start, [0], second.start)),
        np.concatenate((first.end, [0], second.end)),
        np.concatenate((first.numeric, [False], second.numeric)),
        np.concatenate((first.single, [False], second.single)),
    )
    border = len(first) + 1
    return _spelt(_passages(both, one.edges, border, least), one.edges, other.edges, border)


def _passages(tokens: Tokens, edges: Edges, border: int | None, least: int) -> list[Pair]:
    """Pairs of token ranges that repeat, the longest first."""
    segments = find_segments(tokens.hash, tokens.numeric, border)
    pairs: list[Pair] = []
    if border is None and len(segments):
        segments, pairs = _unroll(segments, edges)
    if len(segments):
        segments = segments.where(supported(tokens.hash, segments, least - 1))
        pairs += chain(tokens.hash, segments)
    return _settle(tokens, pairs, border, least)


def _unroll(segments: Segments, edges: Edges) -> tuple[Segments, list[Pair]]:
    """Take out segments that overlap themselves: a block that follows itself at once, twice or more.

    Returns the other segments, and pairs of the first block with each. A block shorter than a passage (one word
    again and again) gives none. Segments inside such a row of blocks say nothing more and go too.
    """
    period = segments.b - segments.a
    rolled = np.flatnonzero(segments.size > period)
    pairs: list[Pair] = []
    inside = np.zeros(len(segments), np.bool_)
    for k in rolled.tolist():
        if inside[k]:
            continue
        low, length, size = int(segments.a[k]), int(period[k]), int(segments.size[k])
        high = low + length + size
        inside |= (segments.a >= low) & (segments.b + segments.size <= high)
        if length >= LEAST:
            start = low + max(range(min(size - length, length - 1) + 1), key=lambda s: edges.rank(low + s))
            pairs += [
                Pair(start, start + part, copy, copy + part, part)
                for copy in range(start + length, high, length)
                if (part := min(length, high - copy)) >= LEAST
            ]
    return segments.where(~inside), pairs


def _worth(tokens: Tokens, pair: Pair, least: int) -> bool:
    """Whether a pair has enough equal words to be called a passage."""
    share = pair.equal / pair.size
    return share >= IDENTITY and _counted(tokens, pair.a, pair.a_end) * share >= least


def _counted(tokens: Tokens, first: int, end: int) -> int:
    """How many words a range of tokens counts for."""
    numerals = int(np.count_nonzero(tokens.numeric[first:end]))
    return end - first - numerals - int(np.count_nonzero(tokens.single[first:end])) // 2


def _settle(tokens: Tokens, pairs: list[Pair], border: int | None, least: int) -> list[Pair]:
    """Grow the pairs and choose so that no stretch is the copy of two places.

    The longest come first; of rivals that with the earliest original. No side grows into a copy that is settled (else
    four copies in a row would come as a pair of two and two), and after many pairs that came to nothing the rest,
    shorter still, is left.
    """
    pairs.sort(key=lambda p: (-p.size, p.a))
    by_copy = sorted(pairs, key=lambda p: p.b)
    copies = [p.b for p in by_copy]
    taken: list[Span] = []
    settled = []
    patience = (len(tokens) - int(np.count_nonzero(tokens.single)) // 2) // 64 + 64
    a_text, b_text = ((0, len(tokens)),) * 2 if border is None else ((0, border - 1), (border, len(tokens)))
    for pair in pairs:
        if _covered(taken, pair) * 2 > pair.b_end - pair.b:
            continue
        slack = int(pair.size * (1 - ALIKE))
        near = by_copy[bisect_left(copies, pair.b - slack) : bisect_left(copies, pair.b + slack + 1)]
        chosen = min((p for p in near if p.equal >= ALIKE * pair.equal and p.size <= pair.size), key=lambda p: p.a)
        a_room = _free(taken, (chosen.a, chosen.a_end), a_text)
        b_room = _free(taken, (chosen.b, chosen.b_end), b_text)
        grown = grow(tokens.hash, chosen, a_room, b_room)
        if _worth(tokens, grown, least):
            settled.append(grown)
            insort(taken, (grown.b, grown.b_end))
            if len(settled) == MOST:
                break
            continue
        patience -= 1
        if not patience:
            break
    return settled


def _covered(taken: list[Span], pair: Pair) -> int:
    """How many tokens of the pair's later side are copies already."""
    at = bisect_left(taken, (pair.b, pair.b))
    covered = 0
    for low, high in taken[max(0, at - 1) :]:
        if low >= pair.b_end:
            break
        covered += max(0, min(high, pair.b_end) - max(low, pair.b))
    return covered


def _free(taken: list[Span], side: Span, text: Span) -> Span:
    """The stretch of a text around one side of a pair that holds no settled copy."""
    before = bisect_left(taken, side)
    after = bisect_left(taken, (side[1], side[1]))
    low = max(text[0], min(taken[before - 1][1], side[0])) if before else text[0]
    high = min(text[1], taken[after][0]) if after < len(taken) else text[1]
    return low, high


def _spelt(pairs: list[Pair], one: Edges, other: Edges, border: int) -> list[Repeat]:
    """Token ranges as spans of characters, their ends moved to near edges; the tokens of b begin at `border`."""
    repeats = []
    for pair in pairs:
        room = pair.b - pair.a_end if one is other else one.count
        start = snap(one, pair.a, other, pair.b - border, -room, pair.a_end - pair.a - 1, 1)
        end = snap(one, pair.a_end, other, pair.b_end - border, start[0] - pair.a_end + 1, room, -1)
        a, b = span_pair(one, start[0], end[0], other, start[1], end[1])
        if one is other:
            b = max(b[0], a[1]), b[1]
        cut = max(0, start[0] - pair.a) + max(0, pair.a_end - end[0])  # of both sides alike
        identity = (pair.equal - cut) / max(end[0] - start[0], end[1] - start[1])
        repeats.append(Repeat(a, b, round(identity, 4)))
    repeats.sort(key=lambda r: (r.a[0] - r.a[1], r.a, r.b))
    return repeats
