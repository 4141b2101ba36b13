"""Which of many texts have so much in common with one that comparing them is worth it; all are looked at together.

Of five texts that share a fingerprint with another, four have a turn of phrase in common with it and no more. Where
words are changed here and there, long passages have no long run in common, but several fingerprints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from store.analysis.edges import Edges
from store.analysis.fingerprints import HASH_BITS, Fingerprints, Lot, cut_together, fingerprints_of_lot
from store.analysis.repeats import Prepared
from store.analysis.seeds import grams
from store.analysis.sentences import without_front_matter
from store.analysis.tokens import Hashes, Offsets

RUN = 7
"""Tokens in a row that two texts must have in common, or else PRINTS."""
PRINTS = 2
"""Fingerprints that two texts must have in common, or else a run."""
SIFTED = 16
"""Bits of a hash that tell at once of most that they are not among some hundreds."""


class Kin(NamedTuple):
    """One of several texts that is worth comparing: its number among them, ready to be compared, and fingerprints."""

    number: int
    prepared: Prepared
    prints: Hashes


def akin(text: Prepared, prints: Hashes, others: Sequence[str]) -> Iterator[Kin]:
    """Those of some texts that are worth comparing with one; the answer is the same the other way round.

    Args:
        prints: the one text's fingerprints, sorted, each once.
    """
    runs = grams(text.tokens.hash, RUN)
    runs.sort()
    articles = [without_front_matter(other) for other in others]
    for lot in cut_together(articles):
        found = fingerprints_of_lot(lot)
        worth = np.union1d(_with_run(lot, runs), _with_prints(found, prints))
        for number in worth.tolist():
            tokens = lot.alone(number)
            prepared = Prepared(others[number], tokens, Edges(articles[number], tokens))
            yield Kin(number, prepared, np.unique(found.hash[found.text == number]))


def _with_run(lot: Lot, runs: Hashes) -> Offsets:
    """The numbers of texts with one of the runs, which must not lie across two texts."""
    there = _among(grams(lot.tokens.hash, RUN), runs)
    texts: Offsets = lot.text[there[lot.text[there] == lot.text[there + RUN - 1]]]
    return texts


def _with_prints(found: Fingerprints, prints: Hashes) -> Offsets:
    """The numbers of texts with enough of some fingerprints."""
    shared = _among(found.hash, prints)
    each = np.unique((found.text[shared] << HASH_BITS) | found.hash[shared].astype(np.int64)) >> HASH_BITS
    return np.flatnonzero(np.bincount(each) >= PRINTS)


def _among(hashes: Hashes, known: Hashes) -> Offsets:
    """The places of hashes that are some of others, which are sorted.

    Most are not, as a look at SIFTED bits of them shows in a tenth of the time.
    """
    if not len(known):
        return np.zeros(0, np.int64)
    sieve = np.zeros(1 << SIFTED, np.bool_)
    bits = np.uint64(len(sieve) - 1)
    sieve[known & bits] = True
    maybe = np.flatnonzero(sieve.take((hashes & bits).astype(np.int64)))
    left = hashes[maybe]
    places: Offsets = maybe[known.take(known.searchsorted(left), mode="clip") == left]
    return places
