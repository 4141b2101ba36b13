"""What a text has in common with the rest of the collection.

Of the texts that have a fingerprint, the FEW whose sha256 is smallest stand for it: every other is compared with these
(a min-wise choice: Broder, On the resemblance and containment of documents, 1997). Which texts are compared so follows
from the texts alone, not from the order in which they came, and stays few however often a passage is recycled.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from store.analysis.fingerprints import GUARANTEE, fingerprints_of
from store.analysis.kinship import akin
from store.analysis.repeats import Prepared, compare_prepared, prepare
from store.model import Repeat, Span
from store.passage_groups import Pair
from store.passage_index import PassageIndex, distinct, key_of
from store.passage_places import Side

FEW = 1
"""One is enough, as a passage has several fingerprints and a text of its own may stand for each."""
KEPT_BYTES = 32_000_000
"""How much memory texts that are kept ready to be compared may take."""
READ_AT_ONCE = 200
"""Texts that are looked at together: a passage that is recycled everywhere stands in thousands."""
TOKEN_BYTES = 28
"""Bytes of a token, with its share of the fingerprints."""

Chosen = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


class Text:
    """A text of the collection, ready to be compared.

    `prints` are its fingerprints, sorted, each once; `size` is what it takes in memory, in bytes, about.
    """

    def __init__(self, number: int, sha256: str, prepared: Prepared, prints: Hashes) -> None:
        self.number, self.sha256, self.prepared, self.prints = number, sha256, prepared, prints
        self.key = key_of(sha256)
        self.size = len(prepared.text) + TOKEN_BYTES * len(prepared.tokens)


class Finder:
    """Finds with which linked texts others are to be compared, and what they share. `linked`: a flag for each key."""

    def __init__(self, connection: sqlite3.Connection, index: PassageIndex, linked: Chosen) -> None:
        self._connection, self._index, self.linked = connection, index, linked
        self._kept: dict[int, Text] = {}
        self._room = KEPT_BYTES

    def text(self, number: int) -> Text:
        """A text by its number; those asked for last are kept."""
        text = self._kept.get(number)
        if text is None:
            sha256, body = self._connection.execute("SELECT sha256, body FROM text WHERE id = ?", [number]).fetchone()
            prepared = prepare(body)
            text = Text(number, sha256, prepared, distinct(fingerprints_of(prepared.tokens).hash))
        self._keep(text)
        return text

    def _keep(self, text: Text) -> None:
        """Keep a text as that asked for last, in the place of those asked for longest ago."""
        if not self._kept.pop(text.number, None):
            self._room -= text.size
        self._kept[text.number] = text
        while self._room < 0 and len(self._kept) > 1:
            oldest = self._kept.pop(next(iter(self._kept)))
            self._room += oldest.size

    def neighbours(self, text: Text) -> tuple[set[int], set[int]]:
        """For a linked text: the texts that it is to be compared with, and those next in line to it.

        A text is next in line where it would stand for a fingerprint if this one did not.
        """
        hashes = text.prints
        which, keys = self._index.lookup(hashes, self.linked, FEW + 1)
        rank = np.arange(len(which)) - np.searchsorted(which, which)
        mine = np.zeros(len(hashes), np.bool_)
        mine[which[(keys == text.key) & (rank < FEW)]] = True
        beyond = (rank == FEW) & mine[which]
        others = self._texts(text, hashes[which[rank < FEW]], keys[rank < FEW])
        if not beyond.any():
            return others, set()
        own = hashes[which[beyond]]  # it stands for these, so that all who have them are compared with it
        more, keys_of_all = self._index.lookup(own, self.linked)
        others |= self._texts(text, own[more], keys_of_all)
        return others, self._texts(text, own, keys[beyond])

    def strangers(self, text: Text, others: Iterable[int]) -> set[int]:
        """Those of some linked texts with which a linked one is no longer to be compared."""
        common = {n: np.intersect1d(text.prints, self.text(n).prints, assume_unique=True) for n in others}
        hashes = distinct(np.concatenate(list(common.values())))
        which, keys = self._index.lookup(hashes, self.linked, FEW)
        found = set()
        for number, shared in common.items():
            either = (keys == text.key) | (keys == self.text(number).key)
            if not np.isin(hashes[which[either]], shared).any():
                found.add(number)
        return found

    def _texts(self, text: Text, hashes: npt.NDArray[np.uint64], keys: Numbers) -> set[int]:
        """The other linked texts with these keys. Of several with one key those that have a hash found under it."""
        rows = self._connection.execute(
            "SELECT key, text FROM compared WHERE linked > 0 AND key IN (SELECT value FROM json_each(?))",
            [json.dumps(distinct(keys).tolist())],
        ).fetchall()
        by_key: dict[int, list[int]] = {}
        for key, number in rows:
            by_key.setdefault(key, []).append(number)
        found = {numbers[0] for numbers in by_key.values() if len(numbers) == 1}
        for key, numbers in by_key.items():
            if len(numbers) > 1:
                sought = hashes[keys == key]
                found.update(n for n in numbers if np.isin(sought, self.text(n).prints).any())
        return found - {text.number}

    def pairs(self, text: Text, others: Iterable[int]) -> list[Pair]:
        """The passages that a text shares with others."""
        return [pair for other in self._akin(text, others) for pair in _shared(text, other)]

    def _akin(self, text: Text, others: Iterable[int]) -> Iterator[Text]:
        """Those of some texts with which comparing one is worth it."""
        rows = self._connection.execute(
            "SELECT id, sha256, body FROM text WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [json.dumps(list(others))],
        )
        while some := rows.fetchmany(READ_AT_ONCE):
            for place, prepared, prints in akin(text.prepared, text.prints, [body for _, _, body in some]):
                number, sha256, _ = some[place]
                other = Text(number, sha256, prepared, prints)
                self._keep(other)
                yield other


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
