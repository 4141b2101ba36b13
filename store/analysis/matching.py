"""Which words of one token sequence are which of another: a word diff that stays fast on long texts.

Equal ends are stripped, then runs of tokens that stand once in each sequence become anchors (patience diff), and what
lies between them is matched the same way, small gaps by longest common subsequence.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from store.analysis.chains import equal_run
from store.analysis.seeds import grams
from store.analysis.tokens import Hashes, Offsets

ANCHORS = (6, 3, 1)
"""Lengths of the runs that are tried as anchors, one after the other."""
SMALL = 1024
"""Up to this product of lengths a gap is matched cell by cell."""
MOST_CELLS = 1 << 16
"""A gap without anchors is left unmatched above this."""

Block = tuple[int, int, int]
"""Tokens [i, i + size) of the one are tokens [j, j + size) of the other."""


def match(one: Hashes, other: Hashes) -> Offsets:
    """Return for each token of `one` its place in `other`, or -1. Places increase; equal tokens only."""
    answer = np.full(len(one), -1, np.int64)
    for i, j, size in _blocks(one, other):
        answer[i : i + size] = np.arange(j, j + size)
    return answer


def _blocks(one: Hashes, other: Hashes) -> list[Block]:
    blocks: list[Block] = []
    gaps = [(0, len(one), 0, len(other), 0)]
    while gaps:
        i, i_end, j, j_end, level = gaps.pop()
        ahead = equal_run(one, other, i, j, 1, min(i_end - i, j_end - j))
        if ahead:
            blocks.append((i, j, ahead))
            i, j = i + ahead, j + ahead
        behind = equal_run(one, other, i_end - 1, j_end - 1, -1, min(i_end - i, j_end - j))
        if behind:
            i_end, j_end = i_end - behind, j_end - behind
            blocks.append((i_end, j_end, behind))
        cells = (i_end - i) * (j_end - j)
        if not cells:
            continue
        if cells > SMALL and level < len(ANCHORS):
            anchors = _anchors(one[i:i_end], other[j:j_end], ANCHORS[level])
            p, q = i, j
            for a, b, size in anchors:
                gaps.append((p, i + a, q, j + b, level + 1))
                blocks.append((i + a, j + b, size))
                p, q = i + a + size, j + b + size
            gaps.append((p, i_end, q, j_end, level + 1))
        elif cells <= MOST_CELLS:
            found = _subsequence(one[i:i_end].tolist(), other[j:j_end].tolist())
            blocks += [(i + a, j + b, 1) for a, b in found]
    return blocks


def _anchors(one: Hashes, other: Hashes, length: int) -> list[Block]:
    """Runs of `length` tokens that stand once in each sequence, those in the same order, joined where they touch."""
    left, right = grams(one, length), grams(other, length)
    both = np.concatenate((left, right))
    order = np.argsort(both, kind="stable")
    both = both[order]
    new = np.concatenate(([True], both[1:] != both[:-1], [True]))
    twice = np.flatnonzero(new[:-2] & ~new[1:-1] & new[2:])
    i, j = order[twice], order[twice + 1] - len(left)
    chosen = (i < len(left)) & (j >= 0)
    i, j = i[chosen], j[chosen]
    order = np.argsort(i)
    i, j = i[order], j[order]
    if len(j) and not (np.diff(j) > 0).all():
        kept = _longest_increasing(j.tolist())
        i, j = i[kept], j[kept]
    blocks: list[Block] = []
    for a, b in zip(i.tolist(), j.tolist(), strict=True):
        if blocks:
            p, q, size = blocks[-1]
            if a - p == b - q and a <= p + size:
                blocks[-1] = (p, q, a + length - p)
                continue
            if a < p + size or b < q + size:
                continue
        blocks.append((a, b, length))
    return blocks


def _longest_increasing(values: list[int]) -> list[int]:
    """Indices of a longest increasing subsequence, by patience sorting."""
    tops: list[int] = []
    top_index: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(top_index[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        top_index[pile : pile + 1] = [index]
    answer = []
    index = top_index[-1]
    while index >= 0:
        answer.append(index)
        index = before[index]
    return answer[::-1]


def _subsequence(one: list[int], other: list[int]) -> list[tuple[int, int]]:
    """A longest common subsequence as pairs of places; of several, that with words kept on one diagonal."""
    if len(one) == len(other):
        diagonal = [(k, k) for k, (x, y) in enumerate(zip(one, other, strict=True)) if x == y]
        if len(diagonal) * 2 >= len(one):
            return diagonal
    places = set(other)
    if places.isdisjoint(one):
        return []
    width = len(other)
    table = [[0] * (width + 1)]
    for x in reversed(one):
        below = table[-1]
        row = [0] * (width + 1)
        for k in range(width - 1, -1, -1):
            if x == other[k]:
                row[k] = below[k + 1] + 1
            else:
                row[k] = below[k] if below[k] > row[k + 1] else row[k + 1]
        table.append(row)
    table.reverse()
    pairs = []
    i = j = 0
    while i < len(one) and j < width:
        if one[i] == other[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
