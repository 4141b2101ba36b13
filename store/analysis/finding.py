"""Where words that were copied out of a text stand in it, whatever became of their case, blanks and quotation marks."""

from __future__ import annotations

import numpy as np

from store.analysis.tokens import Hashes, Tokens, tokenize
from store.model import Span

CONTEXT = 6
"""Words before and after that are compared."""


def find_words(text: str, exact: str, prefix: str = "", suffix: str = "") -> Span | None:
    """Return the one place of words in a text.

    Args:
        text: Where they are looked for.
        exact: The words.
        prefix: What stood before them, where that is known; it decides where they stand more than once.
        suffix: What stood after them.

    Returns:
        Their span, from the first letter to the last; None where they stand nowhere, or at two places alike.
    """
    there, words = tokenize(text), tokenize(exact).hash
    places = _places(there.hash, words)
    if len(places) > 1:
        before, after = tokenize(prefix).hash[-CONTEXT:], tokenize(suffix).hash[:CONTEXT]
        fits = [_fit(there, place, len(words), before, after) for place in places]
        places = [place for place, fit in zip(places, fits, strict=True) if fit == max(fits)]
    if len(places) != 1:
        return None
    return int(there.start[places[0]]), int(there.end[places[0] + len(words) - 1])


def _places(there: Hashes, words: Hashes) -> list[int]:
    if not 0 < len(words) <= len(there):
        return []
    places = np.flatnonzero(there[: len(there) - len(words) + 1] == words[0])
    for n in range(1, len(words)):
        places = places[there[places + n] == words[n]]
    return [int(place) for place in places]


def _fit(there: Tokens, place: int, size: int, before: Hashes, after: Hashes) -> int:
    """How many words next to a place are those expected, counted outwards until one differs."""
    left, right = there.hash[max(0, place - len(before)) : place], there.hash[place + size :]
    return _equal(left[::-1], before[::-1]) + _equal(right, after)


def _equal(one: Hashes, other: Hashes) -> int:
    size = min(len(one), len(other))
    differ = np.flatnonzero(one[:size] != other[:size])
    return int(differ[0]) if len(differ) else size
