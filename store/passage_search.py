"""What a text has in common with the rest of the collection: candidates from the index, aligned with it one by one.

A candidate shares two fingerprints, or one that few texts have, or one with a text that represents a passage.
Fingerprints of more than COMMON texts are left out: what is recycled so often is found by its representatives.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from store.analysis.fingerprints import GUARANTEE, Fingerprints, fingerprints_of
from store.analysis.repeats import Prepared, compare_prepared, prepare
from store.model import Repeat, Span
from store.passage_groups import Pair, Side
from store.passage_index import PassageIndex

COMMON = 64
RARE = 0.3
"""Sum of 1 / (texts that have it) over the fingerprints in common: one that 3 texts have is enough."""
MOST_ALIGNED = 50
MOST_CHARACTERS = 2_000_000
"""Candidates, and characters of them, that one text is compared with; only enormous tables meet the second."""
ENOUGH = 3
"""Copies of a passage after which more of it are not looked for: they hang together with these."""

Chosen = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


class Text:
    """A text of the collection, ready to be compared."""

    def __init__(self, number: int, sha256: str, body: str) -> None:
        self.number, self.sha256 = number, sha256
        self.prepared: Prepared = prepare(body)

    @cached_property
    def prints(self) -> Fingerprints:
        """The text's fingerprints."""
        return fingerprints_of(self.prepared.tokens)


class Finder:
    """Finds what texts have in common with those that are linked (a flag for each text number)."""

    def __init__(self, connection: sqlite3.Connection, index: PassageIndex, linked: Chosen) -> None:
        self._connection, self._index, self.linked = connection, index, linked
        self.text = lru_cache(maxsize=64)(self._read)

    def _read(self, number: int) -> Text:
        row = self._connection.execute("SELECT id, sha256, body FROM text WHERE id = ?", [number]).fetchone()
        return Text(*row)

    def pairs(self, text: Text) -> list[Pair]:
        """The passages that a text shares with linked texts."""
        found: list[Pair] = []
        shared: list[set[int]] = []
        aligned, room = 0, MOST_CHARACTERS
        for number, which in self._candidates(text):
            if _enough(which, shared):
                continue
            other = self.text(number)
            before = len(found)
            found += _shared(text, other)
            if len(found) > before:
                shared.append(which)
            aligned, room = aligned + 1, room - len(other.prepared.text)
            if aligned == MOST_ALIGNED or room < 0:
                break
        return found

    def _candidates(self, text: Text) -> Iterator[tuple[int, set[int]]]:
        """Numbers of the texts to compare, the most promising first, and which fingerprints they share with it."""
        hashes = np.unique(text.prints.hash)
        which, texts = self._index.lookup(hashes)
        known = self.linked[texts] & (texts != text.number)
        which, texts = which[known], texts[known]
        holders = np.bincount(which, minlength=len(hashes))
        rare = holders[which] <= COMMON
        standing = self._representatives(hashes[holders > 0])
        which = np.concatenate((which[rare], np.searchsorted(hashes, [hashed for hashed, _ in standing])))
        texts = np.concatenate((texts[rare], np.array([number for _, number in standing], np.int64)))
        weight = 1 / holders[which]
        weight[len(which) - len(standing) :] = 1  # a representative is worth a look by itself
        numbers, member = np.unique(texts, return_inverse=True)
        hits, score = np.bincount(member), np.bincount(member, weight)
        good = np.flatnonzero((hits >= 2) | (score >= RARE))
        for k in good[np.lexsort((numbers[good], -score[good]))].tolist():
            yield int(numbers[k]), set(which[member == k].tolist())

    def _representatives(self, hashes: npt.NDArray[np.uint64]) -> list[tuple[int, int]]:
        """Representatives with one of these hashes: the hash, number of the text."""
        return self._connection.execute(
            "SELECT hash, text FROM representative WHERE hash IN (SELECT value FROM json_each(?))",
            [json.dumps(hashes.tolist())],
        ).fetchall()


def _enough(hits: set[int], shared: Sequence[set[int]]) -> bool:
    """Whether each of the fingerprints shared with one text is shared with ENOUGH others in passages like its own.

    What is shared with them must be as long, give or take a quarter: a passage inside a longer one is another.
    """
    size = len(hits)
    like = [
        others
        for others in shared
        if 2 * len(hits & others) >= max(size, len(others)) and 4 * min(size, len(others)) >= 3 * max(size, len(others))
    ]
    return all(sum(hit in others for others in like) >= ENOUGH for hit in hits)


def _shared(text: Text, other: Text) -> Iterator[Pair]:
    """What two texts share, `text` first; found alike whichever of them asks."""
    turned = other.sha256 < text.sha256
    repeats = _compare(other, text) if turned else _compare(text, other)
    for repeat in repeats:
        here, there = (repeat.b, repeat.a) if turned else (repeat.a, repeat.b)
        yield Pair((text.number, here), (other.number, there), repeat.identity)


def _compare(first: Text, second: Text) -> list[Repeat]:
    return compare_prepared(first.prepared, second.prepared, GUARANTEE)


def inner_pairs(number: int, repeats: Iterable[Repeat]) -> list[Pair]:
    """The repeats inside one text as pairs."""

    def side(span: Span) -> Side:
        return number, span

    return [Pair(side(repeat.a), side(repeat.b), repeat.identity) for repeat in repeats]
