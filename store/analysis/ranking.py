"""What an analyst accepts and rejects, learnt: a small logistic model over words, with the rule's score as prior.

One step of gradient descent on the logistic loss for each decision, in their order, so that the same decisions always
give the same model. A step is as long as the model was wrong: what comes as expected moves little. What it has not seen
it leaves at the rule's score.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RATE = 2.0
"""How far the log-odds of a suggestion move when it is decided on otherwise than was all but certain."""
SURE = 0.02
"""A prior is never nearer to 0 or 1, so that decisions can always move it."""
MOST_WORDS = 60
"""Words of a span that are looked at."""

_WORD = re.compile(r"[^\W\d_]{4,24}")
"""Shorter words are in nearly all suggestions, and tell few apart."""
_FIGURES = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Decision:
    """One suggestion that was accepted or rejected: its kind, its words, the rule's reason and score (0..1)."""

    kind: str
    words: str
    why: str
    confidence: float
    accepted: bool


class Ranker:
    """The model after some decisions."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._weights: dict[str, float] = {}
        self.count = 0
        """Decisions it has learnt from."""
        for decision in decisions:
            self._learn(decision)

    def confidence(self, kind: str, words: str, why: str, prior: float) -> float:
        """How likely the analyst is to accept a suggestion (0..1); the rule's score where nothing was learnt."""
        if not self.count:
            return prior
        return self._estimate(list(features(kind, words, why)), prior)

    def strongest(self, count: int) -> list[tuple[str, float]]:
        """The features that weigh most, strongest first: positive ones speak for a suggestion."""
        return sorted(self._weights.items(), key=lambda item: (-abs(item[1]), item[0]))[:count]

    def _estimate(self, found: list[str], prior: float) -> float:
        moved = sum(self._weights.get(feature, 0.0) for feature in found) / math.sqrt(len(found))
        return _logistic(_log_odds(prior) + moved)

    def _learn(self, decision: Decision) -> None:
        found = list(features(decision.kind, decision.words, decision.why))
        wrong = (1.0 if decision.accepted else 0.0) - self._estimate(found, decision.confidence)
        step = RATE * wrong / math.sqrt(len(found))
        for feature in found:
            self._weights[feature] = self._weights.get(feature, 0.0) + step
        self.count += 1


def features(kind: str, words: str, why: str) -> Iterator[str]:
    """What a suggestion is judged by: its kind, its rule, whether it has figures, and each of its first words once."""
    yield kind
    yield f"{kind} by {_rule(why)}"
    if _FIGURES.search(words):
        yield f"{kind} that has figures"
    for word in dict.fromkeys(_WORD.findall(words.casefold())[:MOST_WORDS]):
        yield f"{kind} with {word}"


def _rule(why: str) -> str:
    """The reason without the words of the text that it cites between stars."""
    return re.sub(r"\*[^*]{0,200}\*", "…", why)


def _log_odds(share: float) -> float:
    share = min(max(share, SURE), 1 - SURE)
    return math.log(share / (1 - share))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
