"""Where two stretches of tokens start to look alike: equal 4-grams, gathered along diagonals.

A seed is a pair of places (a, b) whose four tokens are equal; seeds of one diagonal b - a that stand close together
make a segment. All of it is numpy on whole arrays, and no input makes more than about two seeds a token.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from store.analysis.tokens import Hashes, Offsets

SEED = 4
BRIDGE = 3
"""Changed tokens that a segment may step over on its diagonal."""
REACH = 12
"""How far around a short segment its surroundings must support it."""
LONG = 10
"""Tokens from which a segment needs no support."""
NOISE, KEPT = 8, 96
"""A segment every 8 tokens is chance (articles have one every 24 to 50): then one every 96 stays, the longest."""

_AROUND = np.arange(1, REACH + 1)
_SHIFTS = np.arange(-2, 3)[:, None]

_MULTIPLIER = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Segments:
    """Pairs of token ranges [a, a + size) and [b, b + size), a < b, mostly equal token by token."""

    a: Offsets
    b: Offsets
    size: Offsets

    def __len__(self) -> int:
        return len(self.a)

    def where(self, chosen: npt.NDArray[np.bool_]) -> Segments:
        """Only the chosen ones."""
        return Segments(self.a[chosen], self.b[chosen], self.size[chosen])


def find_segments(hashes: Hashes, numeric: npt.NDArray[np.bool_], border: int | None = None) -> Segments:
    """Return the segments of a text with itself, or with `border`, those from before it to after it.

    Each run of SEED tokens is paired with its first and its previous occurrence, which keeps the number of seeds
    linear. Rows of numbers alone make no seed. Of too many segments (random letters make them) the longest stay.
    """
    a, b = _seeds(hashes, numeric, border)
    if not len(a):
        return Segments(a, a, a)
    keys = ((b - a) << 32) | a
    keys.sort()
    breaks = np.flatnonzero(np.diff(keys) > SEED + BRIDGE)
    first = keys[np.concatenate(([0], breaks + 1))]
    last = keys[np.concatenate((breaks, [len(keys) - 1]))]
    low = first & 0xFFFFFFFF
    found = Segments(low, low + (first >> 32), last - first + SEED)
    if len(found) > len(hashes) // NOISE + 64:
        kept = len(hashes) // KEPT + 64
        found = found.where(found.size > np.partition(found.size, -kept)[-kept])
    return found


def grams(hashes: Hashes, length: int) -> Hashes:
    """The hash of every run of `length` tokens, in order."""
    count = max(0, len(hashes) - length + 1)
    answer = hashes[:count].copy()
    for k in range(1, length):
        answer *= _MULTIPLIER
        answer += hashes[k : k + count]
    return answer


def _seeds(hashes: Hashes, numeric: npt.NDArray[np.bool_], border: int | None) -> tuple[Offsets, Offsets]:
    """Pairs of places, a < b, with equal 4-grams: a is the first or the previous occurrence of b's."""
    count = len(hashes) - SEED + 1
    if count < 2:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    hashed = grams(hashes, SEED)
    # The high bits of the hash and the place in one number: one plain sort groups equal grams in text order.
    low = (1 << count.bit_length()) - 1
    hashed &= np.uint64(~low & 0xFFFFFFFFFFFFFFFF)
    hashed |= np.arange(count, dtype=np.uint64)
    hashed.sort()
    equal = np.flatnonzero((hashed[1:] ^ hashed[:-1]) <= low)
    if not len(equal):
        return equal, equal
    places = hashed & np.uint64(low)
    previous, place = places[equal].astype(np.int64), places[equal + 1].astype(np.int64)
    group = np.arange(len(equal))
    group[1:][equal[1:] == equal[:-1] + 1] = 0
    first = previous[np.maximum.accumulate(group)]
    worded = ~numeric[place]
    for k in range(1, SEED):
        worded |= ~numeric[place + k]
    near = worded if border is None else worded & (previous < border) & (place >= border)
    far = worded & (first != previous)
    if border is not None:
        far &= (first < border) & (place >= border)
    return np.concatenate((previous[near], first[far])), np.concatenate((place[near], place[far]))


def supported(hashes: Hashes, found: Segments, needed: int) -> npt.NDArray[np.bool_]:
    """Which segments are long, or have enough equal tokens around them, a token or two aside allowed.

    Most segments of a long text are phrases that happen to stand twice; this drops them all at once.
    """
    answer = found.size >= LONG
    weak = np.flatnonzero(~answer)
    if not len(weak):
        return answer
    padded = np.concatenate((hashes, np.zeros(2 * REACH + 4, np.uint64)))
    a, b, size = found.a[weak, None], found.b[weak, None], found.size[weak, None]
    before, after = a - _AROUND, a + size - 1 + _AROUND
    score = found.size[weak]
    for left, right in ((before, b - _AROUND), (after, b + size - 1 + _AROUND)):
        equal = padded[left][:, None] == padded[right[:, None] + _SHIFTS]
        if left is before:
            equal &= (left >= 0)[:, None]
        score = score + np.count_nonzero(equal, axis=2).max(axis=1)
    answer[weak] = score >= needed
    return answer
