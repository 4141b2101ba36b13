"""What the words about a cue say of a commitment by their order: log-odds of a small convolutional network.

Its detectors look at each three words in a row; the most that each finds before the cue, and from the cue on, is
weighed (Kim 2014, with one layer). What a word gives to a detector as the first, second or third of three was worked
out beforehand from its vector, so that words rare among the labels are judged as those that are used like them
(tests/benchmarks/fit_phrases.py).
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Sequence
from functools import cache
from pkgutil import get_data
from typing import Any

from store.analysis.commitment_cues import Cue
from store.analysis.commitment_word_traits import unnamed
from store.analysis.grammar import Words

BEFORE, AFTER = 10, 15
"""How many words before and after a cue are read."""
UNREAD = frozenset(("agreement", "forecast", "headline"))
"""Kinds of cue that are a commitment, or none, by definition, and one of which too few are labelled to learn from."""


def phrase_odds(words: Words, cue: Cue) -> float:
    """The log-odds that the words about a cue add to its traits."""
    return 0.0 if cue.kind in UNREAD else _network().log_odds(window(words, cue), cue.kind)


def window(words: Words, cue: Cue) -> list[str]:
    """The words about a cue, BEFORE + 1 + AFTER; names and figures only as such, "" outside the sentence."""
    return [unnamed(words, cue.subject, cue.at + away) for away in range(-BEFORE, AFTER + 1)]


class _Network:
    """A network: what each word gives to the detectors, as signed bytes, and what each of these weighs."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._weights: list[float] = told["weights"]
        self._kinds: dict[str, float] = told["kinds"]
        self._bias: float = told["bias"]
        self._places: list[list[int]] = told["places"]
        self._given = memoryview(b64decode(told["given"])).cast("b")
        self._row = {word: number for number, word in enumerate(told["words"], 1)}
        self._detectors = len(self._places[0])
        self._outside = (bytes(self._detectors),) * 3

    def log_odds(self, around: Sequence[str], kind: str) -> float:
        """What the words of a window say about a cue of a kind."""
        rows = [self._outside, *map(self._rows, around), self._outside]
        none = [0] * self._detectors
        most = [none, none]
        for place, word in enumerate(around):
            if word:
                three = zip(rows[place][0], rows[place + 1][1], rows[place + 2][2], self._places[place], strict=True)
                side = place >= BEFORE
                most[side] = [*map(max, most[side], map(sum, three))]
        found = sum(weight * value for weight, value in zip(self._weights, most[0] + most[1], strict=True))
        return self._bias + self._kinds.get(kind, 0.0) + found

    def _rows(self, word: str) -> Sequence[Sequence[int]]:
        """What a word gives to each detector as the first, the second and the third of three."""
        if not word:
            return self._outside
        size = self._detectors
        start = self._row.get(word, 0) * 3 * size
        return [self._given[start + k * size : start + (k + 1) * size] for k in range(3)]


@cache
def _network() -> _Network:
    """The network that is installed with the program."""
    table = get_data(__name__, "commitment_phrases.json")
    return _Network(json.loads(table or b""))
