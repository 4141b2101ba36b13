"""Spans of one version of a text placed in the next version: exactly, or with a question.

The word diff of the two versions says where each span went. Where its words stand more than once, in the old text or
in the new, that answer counts only if the surroundings leave no other, or if all these places went over one by one in
their order. A span is never moved to a look-alike silently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from store.analysis.alignment import Alignment, carry, same_words, token_range
from store.analysis.chains import equal_run
from store.analysis.matching import match
from store.analysis.seeds import grams
from store.analysis.tokens import Hashes, Offsets, tokenize
from store.model import Span

WORDS, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2
"""Weights of what agrees (Hypothesis' client, anchoring/match-quote)."""
CONTEXT = 6
"""Words before and after a span that are compared: about 32 characters."""
LONG = 8
"""Words in a row that hardly agree by chance: so many more must a place have around it than a look-alike, and a span
that stands once and has so many needs no support by its surroundings."""
LEAST_CONTEXT = 0.25
TAKEN = 0.65
"""Share of its words above which the diff has taken a look-alike elsewhere; others of a kind share half by chance."""
RIVALS = 64
"""Above so many look-alikes the surroundings are not weighed against one another."""
SHORT, KEY = 1, 4
"""Lengths of the runs of words by which look-alikes are looked up."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a span belongs in the new text. Only if `certain` may it be moved there without asking.

    `method` is "unchanged" (the text is), "diff" (the words stand there alone), "surroundings" (they tell it from its
    look-alikes), "occurrence" (all look-alikes went over in order), "moved" (elsewhere, unique), "ambiguous" (two
    places fit alike) or "changed" (words differ). `score` is 0..1, from words, words before and after, and position.
    """

    start: int
    end: int
    method: str
    score: float
    certain: bool


def reanchor(old: str, new: str, spans: Sequence[Span]) -> list[Placement | None]:
    """Place each span of text `old` in text `new`; None for a span whose words are gone.

    The texts are compared once for all spans. A span without any word has no place unless the text is unchanged.
    """
    if old == new:
        return [Placement(start, end, "unchanged", 1.0, True) for start, end in spans]
    versions = _Versions(old, new)
    return [versions.place(span) for span in spans]


class _Occurrences:
    """Where a run of tokens stands in a text, by an index of short runs."""

    def __init__(self, hashes: Hashes) -> None:
        self._hashes = hashes
        self._index: dict[int, tuple[Hashes, Offsets]] = {}

    def of(self, words: Hashes) -> Offsets:
        """The places of `words`, in order."""
        length = KEY if len(words) >= KEY else SHORT
        if length not in self._index:
            runs = grams(self._hashes, length)
            order = np.argsort(runs, kind="stable")
            self._index[length] = runs[order], order
        runs, order = self._index[length]
        key = grams(words[:length], length)[0]
        low, high = runs.searchsorted(key, "left"), runs.searchsorted(key, "right")
        places: Offsets = order[low:high]
        for k in range(length, len(words)):
            places = places[places + k < len(self._hashes)]
            places = places[self._hashes[places + k] == words[k]]
            if len(places) == 1:
                at = int(places[0])
                whole = np.array_equal(self._hashes[at : at + len(words)], words)
                return places[: int(whole)]
        return places


class _Versions:
    """Two versions of a text, their words matched."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        one, other = tokenize(old), tokenize(new)
        self._aligned = Alignment(one, other, match(one.hash, other.hash))
        matched = np.flatnonzero(self._aligned.place >= 0)
        self._origin = np.full(len(other), -1, np.int64)
        self._origin[self._aligned.place[matched]] = matched
        self._in_old, self._in_new = _Occurrences(one.hash), _Occurrences(other.hash)

    def place(self, span: Span) -> Placement | None:
        """The place of one span in the new text."""
        first, last = token_range(self._aligned.one, span)
        if first >= last:
            return None
        words = self._aligned.one.hash[first:last]
        carried = carry(self._aligned, self._old, self._new, span)
        if carried is None or not carried.same:
            return self._changed(span, first, last) or self._elsewhere(span, first, last)
        at = (carried.start, carried.end)
        begin = int(self._aligned.place[first])
        context = self._context(first, last, begin, begin + last - first)
        score = self._score(1.0, context, span, at)
        if not same_words(self._old, span, self._new, at):
            return Placement(*at, "changed", score, False)
        method = self._evidence(first, last, begin, words, context)
        return Placement(*at, method or "ambiguous", score, method is not None)

    def _evidence(self, first: int, last: int, begin: int, words: Hashes, context: float) -> str | None:
        """Why the place that the diff gave is the only one, or None."""
        olds, news = self._in_old.of(words), self._in_new.of(words)
        if len(olds) == 1 and len(news) == 1:
            return "diff" if context >= LEAST_CONTEXT or last - first >= LONG else None
        if len(olds) == len(news) and (self._aligned.place[olds] == news).all():
            return "occurrence" if context >= LEAST_CONTEXT else None
        if len(olds) + len(news) > RIVALS:
            return None
        size = last - first
        mine = self._reach(first, begin, size)
        others = [self._reach(k, begin, size) for k in _open(olds, first, size, self._aligned.place)]
        others += [self._reach(first, k, size) for k in _open(news, begin, size, self._origin)]
        # No look-alike is left open, or this place is much better than each, and not worse on either side.
        if all(mine[0] >= o[0] and mine[1] >= o[1] and sum(mine) - sum(o) >= LONG for o in others):
            return "surroundings"
        return None

    def _reach(self, first: int, begin: int, size: int) -> tuple[int, int]:
        """How many words agree without a break before, and after, two places of the same words."""
        one, other = self._aligned.one.hash, self._aligned.other.hash
        before = equal_run(one, other, first - 1, begin - 1, -1, min(first, begin))
        room = min(len(one) - first, len(other) - begin) - size
        return before, equal_run(one, other, first + size, begin + size, 1, room)

    def _elsewhere(self, span: Span, first: int, last: int) -> Placement | None:
        """A span that the diff lost, if its words still stand in the new text."""
        size = last - first
        places = self._in_new.of(self._aligned.one.hash[first:last])
        if not len(places):
            return None
        contexts = [self._context(first, last, int(k), int(k) + size) for k in places[:RIVALS]]
        best = int(np.argmax(contexts))
        begin = int(places[best])
        other = self._aligned.other
        lead = int(self._aligned.one.start[first]) - span[0]
        trail = span[1] - int(self._aligned.one.end[last - 1])
        at = int(other.start[begin]), int(other.end[begin + size - 1])
        # Marks around the words come along where the new text has the very same.
        wide = max(0, at[0] - lead), at[1] + trail
        if self._old[span[0] : span[1]] == self._new[wide[0] : wide[1]]:
            at = wide
        alone = len(places) == 1 and len(self._in_old.of(self._aligned.one.hash[first:last])) == 1
        certain = alone and contexts[best] >= 0.5 and same_words(self._old, span, self._new, at)
        method = "moved" if alone else "ambiguous"
        return Placement(*at, method, self._score(1.0, contexts[best], span, at), certain)

    def _changed(self, span: Span, first: int, last: int) -> Placement | None:
        """A span whose words are partly gone: where the rest stands, if that is at least half."""
        kept = float((self._aligned.place[first:last] >= 0).mean())
        carried = carry(self._aligned, self._old, self._new, span)
        if carried is None or kept < 0.5:
            return None
        at = (carried.start, carried.end)
        begin, finish = token_range(self._aligned.other, at)
        return Placement(*at, "changed", self._score(kept, self._context(first, last, begin, finish), span, at), False)

    def _context(self, first: int, last: int, begin: int, finish: int) -> float:
        """The share of words before and after a span that also stand before and after its place (0..1)."""
        one, other = self._aligned.one.hash, self._aligned.other.hash
        before = one[max(0, first - CONTEXT) : first], other[max(0, begin - CONTEXT) : begin]
        after = one[last : last + CONTEXT], other[finish : finish + CONTEXT]
        return (_shared(*before) * PREFIX + _shared(*after) * SUFFIX) / (PREFIX + SUFFIX)

    def _score(self, words: float, context: float, span: Span, at: Span) -> float:
        moved = abs(span[0] / max(1, len(self._old)) - at[0] / max(1, len(self._new)))
        whole = WORDS * words + (PREFIX + SUFFIX) * context + POSITION * (1 - min(1.0, moved))
        return round(whole / (WORDS + PREFIX + SUFFIX + POSITION), 3)


def _open(places: Offsets, here: int, size: int, partner: Offsets) -> list[int]:
    """The look-alikes of a place that the diff did not take, for the most part, to a place of their own."""
    return [
        k
        for k in places.tolist()
        if k != here and (abs(k - here) < size or (partner[k : k + size] >= 0).mean() <= TAKEN)
    ]


def _shared(one: Hashes, other: Hashes) -> float:
    """The share of the longer run's words that both have; two empty runs (the text's edge) agree."""
    if not len(one) and not len(other):
        return 1.0
    left, right = one.tolist(), other.tolist()
    return len(set(left) & set(right)) / max(len(set(left)), len(set(right)))
