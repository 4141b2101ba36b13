"""Which of many texts have so much in common with one that comparing them is worth it; all are looked at together.

Of five texts that share a fingerprint with another, four have a turn of phrase in common with it and no more. Where
words are changed here and there, long passages have no long run in common, but several fingerprints.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from store.analysis.fingerprints import HASH_BITS, Lot, cut_together, fingerprints_of_lot
from store.analysis.repeats import Prepared
from store.analysis.seeds import grams
from store.analysis.sentences import without_front_matter
from store.analysis.tokens import Hashes, Offsets

Flags = npt.NDArray[np.bool_]

RUN = 7
"""Tokens in a row that two texts must have in common, or else PRINTS."""
PRINTS = 2
"""Fingerprints that two texts must have in common, or else a run."""


def akin(text: Prepared, prints: Hashes, others: Sequence[str]) -> Flags:
    """For each of some texts whether it is worth comparing with one; the answer is the same the other way round.

    Args:
        prints: the one text's fingerprints, sorted, each once.
    """
    runs = grams(text.tokens.hash, RUN)
    runs.sort()
    answer = np.zeros(len(others), np.bool_)
    for lot in cut_together([without_front_matter(other) for other in others]):
        answer[_with_run(lot, runs)] = True
        answer[_with_prints(lot, prints)] = True
    return answer


def _with_run(lot: Lot, runs: Hashes) -> Offsets:
    """The numbers of texts with one of the runs, which must not lie across two texts."""
    there = np.flatnonzero(_among(grams(lot.tokens.hash, RUN), runs))
    texts: Offsets = lot.text[there[lot.text[there] == lot.text[there + RUN - 1]]]
    return texts


def _with_prints(lot: Lot, prints: Hashes) -> Offsets:
    """The numbers of texts with enough of the fingerprints."""
    found = fingerprints_of_lot(lot)
    shared = _among(found.hash, prints)
    each = np.unique((found.text[shared] << HASH_BITS) | found.hash[shared].astype(np.int64)) >> HASH_BITS
    return np.flatnonzero(np.bincount(each) >= PRINTS)


def _among(hashes: Hashes, known: Hashes) -> Flags:
    """Whether each hash is one of some that are sorted."""
    if not len(known):
        return np.zeros(len(hashes), np.bool_)
    found: Flags = known.take(known.searchsorted(hashes), mode="clip") == hashes
    return found
