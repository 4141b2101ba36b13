"""Segments joined over edits into pairs of passages, and the growing of their ends."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from store.analysis.seeds import Segments
from store.analysis.tokens import Hashes
from store.model import Span

GAP = 25
"""Tokens between two segments of one chain, at most."""
SLANT = 10
"""How much longer one side of such a gap may be than the other."""
BAND = 32
"""Diagonals that are looked through together for a chain to join; more than SLANT."""
DROP = 16
"""A chain ends where its equal tokens have fallen this far behind the changed ones."""
COST = 1
END_DROP = 8
"""The same for an end that grows, where each changed token counts COST."""
STEP = 6
"""Tokens that one edit may put in, take out or change while an end grows."""
EDITS = 12
"""Edits that an end may grow over. Seeds have found the rest, and without a bound listings would cost squares."""

JUMPS = sorted(
    ((i, j) for i in range(STEP + 1) for j in range(STEP + 1) if i or j),
    key=lambda jump: (max(jump), abs(jump[0] - jump[1])),
)


class Pair(NamedTuple):
    """Two token ranges [a, a_end) and [b, b_end), a before b, and how many of their tokens are equal in order."""

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int

    @property
    def size(self) -> int:
        """The tokens of the longer side."""
        return max(self.a_end - self.a, self.b_end - self.b)


def chain(hashes: Hashes, segments: Segments) -> list[Pair]:
    """Join segments that follow one another on both sides, and return what each chain spans."""
    order = np.lexsort((segments.b, segments.a))
    open_chains: dict[int, list[list[Pair]]] = {}
    chains: list[list[Pair]] = []
    rows = zip(segments.a[order].tolist(), segments.b[order].tolist(), segments.size[order].tolist(), strict=True)
    for a, b, size in rows:
        home = _best_chain(open_chains, a, b, size)
        if home is None:
            chains.append(home := [])
        else:
            overlap = max(0, home[-1].a_end - a, home[-1].b_end - b)
            if overlap >= size:
                continue
            a, b, size = a + overlap, b + overlap, size - overlap
        equal = int(np.count_nonzero(hashes[a : a + size] == hashes[b : b + size]))
        home.append(Pair(a, a + size, b, b + size, equal))
        # A chain is looked up where its last segment is.
        open_chains.setdefault((b - a) // BAND, []).append(home)
    return [pair for pieces in chains for pair in _join(hashes, pieces)]


def _best_chain(open_chains: dict[int, list[list[Pair]]], a: int, b: int, size: int) -> list[Pair] | None:
    """The chain that a segment continues with the smallest gap, if any. Forgets chains that were left behind."""
    best, least = None, GAP + SLANT + 1
    band = (b - a) // BAND
    for key in (band - 1, band, band + 1):
        members = open_chains.get(key)
        if not members:
            continue
        live = [pieces for pieces in members if a - pieces[-1].a_end <= GAP]
        open_chains[key] = live
        for pieces in live:
            last = pieces[-1]
            skip_a, skip_b = a - last.a_end, b - last.b_end
            if a < last.a or b < last.b or not -size < min(skip_a, skip_b) or max(skip_a, skip_b) > GAP:
                continue
            if a + size > pieces[0].b:
                continue
            reach = max(skip_a, skip_b, 0) + abs(skip_a - skip_b)
            if abs(skip_a - skip_b) <= SLANT and reach < least:
                best, least = pieces, reach
    return best


def _join(hashes: Hashes, pieces: list[Pair]) -> list[Pair]:
    """Join the pieces of a chain from left to right, and part them where too many words differ between them."""
    joined: list[Pair] = []
    whole = best = pieces[0]
    score = top = whole.equal
    for piece in pieces[1:]:
        between = _equal_between(hashes, whole, piece)
        skipped = max(piece.a - whole.a_end, piece.b - whole.b_end)
        if score - (skipped - between) <= max(0, top - DROP):
            joined.append(best)
            whole = best = piece
            score = top = piece.equal
            continue
        score += piece.equal - (skipped - between)
        whole = Pair(whole.a, piece.a_end, whole.b, piece.b_end, whole.equal + between + piece.equal)
        if score > top:
            best, top = whole, score
    joined.append(best)
    return joined


def _equal_between(hashes: Hashes, before: Pair, after: Pair) -> int:
    """Equal tokens between two pieces: those that follow the one and those that lead to the other."""
    room = min(after.a - before.a_end, after.b - before.b_end)
    if room <= 0:
        return 0
    following = hashes[before.a_end : before.a_end + room] == hashes[before.b_end : before.b_end + room]
    leading = hashes[after.a - room : after.a] == hashes[after.b - room : after.b]
    splits = np.concatenate(([0], np.cumsum(following))) + np.concatenate((np.cumsum(leading[::-1])[::-1], [0]))
    return int(splits.max())


def grow(hashes: Hashes, pair: Pair, a_room: Span, b_room: Span) -> Pair:
    """Move both ends of a pair outwards over equal tokens and small edits.

    Each side stays inside its room (token range), and the two never meet.
    """
    a_limit, b_limit = min(a_room[1], pair.b), b_room[1]
    more_a, more_b, equal = _reach(hashes, pair.a_end, pair.b_end, 1, a_limit - pair.a_end, b_limit - pair.b_end)
    b_limit = max(b_room[0], pair.a_end + more_a)
    less_a, less_b, equal_before = _reach(hashes, pair.a - 1, pair.b - 1, -1, pair.a - a_room[0], pair.b - b_limit)
    return Pair(
        pair.a - less_a, pair.a_end + more_a, pair.b - less_b, pair.b_end + more_b, pair.equal + equal + equal_before
    )


def _reach(hashes: Hashes, x: int, y: int, step: int, most_x: int, most_y: int) -> tuple[int, int, int]:
    """How many tokens to take from x and from y on in direction `step`, and how many of them are equal."""
    i = j = equal = score = top = 0
    best = (0, 0, 0)
    for _ in range(EDITS + 1):
        run = equal_run(hashes, hashes, x + step * i, y + step * j, step, min(most_x - i, most_y - j))
        i, j, equal, score = i + run, j + run, equal + run, score + run
        if score > top:
            best, top = (i, j, equal), score
        jump = _next_agreement(hashes, x + step * i, y + step * j, step, most_x - i, most_y - j)
        if jump is None:
            break
        i, j, score = i + jump[0], j + jump[1], score - COST * max(jump)
        if score <= top - END_DROP:
            break
    return best


def equal_run(one: Hashes, other: Hashes, x: int, y: int, step: int, most: int) -> int:
    """How many tokens from x of the one and y of the other on are equal one by one, in direction `step`."""
    if most <= 0 or one[x] != other[y]:
        return 0
    done, window = 1, 8
    while done < most:
        size = min(window, most - done)
        p, q = x + step * done, y + step * done
        if step > 0:
            differs = one[p : p + size] != other[q : q + size]
        else:
            differs = (one[p - size + 1 : p + 1] != other[q - size + 1 : q + 1])[::-1]
        first = int(differs.argmax())
        if differs[first]:
            return done + first
        done, window = done + size, window * 4
    return done


def _next_agreement(hashes: Hashes, x: int, y: int, step: int, most_x: int, most_y: int) -> tuple[int, int] | None:
    """The smallest edit after which two tokens running agree again."""
    room_x, room_y = min(most_x, STEP + 2), min(most_y, STEP + 2)
    if step > 0:
        one, other = hashes[x : x + room_x].tolist(), hashes[y : y + room_y].tolist()
    else:
        one = hashes[x - room_x + 1 : x + 1].tolist()[::-1]
        other = hashes[y - room_y + 1 : y + 1].tolist()[::-1]
    for i, j in JUMPS:
        if i + 2 <= room_x and j + 2 <= room_y and one[i] == other[j] and one[i + 1] == other[j + 1]:
            return i, j
    return None
