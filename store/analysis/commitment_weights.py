"""How much each trait of a cue speaks for a commitment: log-odds that are added up to a confidence.

Fitted by logistic regression to 46,644 labelled sentences of news and 720 invented ones in the styles of agencies and
papers, with a Gaussian prior around 0, but for a few traits that say by themselves what they mean; a concluded
agreement is one by definition. The bias is where precision and recall are alike on news left out of the fit
(tests/benchmarks/fit_commitments.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import exp, sqrt

from store.analysis.commitment_words import WORD, WORDS

BIAS = -2.83

WEIGHTS: dict[str, float] = {
    # kind of cue
    "cue pledge": 3.2, "cue agreement": 2.3, "cue commit": 2.0, "cue goal": 2.0, "cue pledge noun": 2.0,
    "cue pledge tail": 2.0, "cue promise": 2.0, "cue plan": 1.8, "cue agree": 1.5, "cue threaten": 1.3,
    "cue forecast": 1.0, "cue pledge that": 1.0, "cue propose": 1.0, "cue commit noun": 0.9, "cue promise made": 0.9,
    "cue agree on": 0.5, "cue document": 0.5, "cue oblige": 0.5, "cue planned": 0.5, "cue rule out": 0.5,
    "cue intention": 0.4, "cue order": 0.3, "cue promise of": 0.3, "cue will": 0.3, "cue proposal": 0.2,
    "cue threaten noun": 0.2, "cue offer": 0.1, "cue plan noun": 0.1, "cue headline": 0.0, "cue prepare": 0.0,
    "cue aim": -0.1, "cue schedule": -0.1, "cue agreement to": -0.2, "cue would": -0.2, "cue decide": -0.4,
    "cue ready": -0.4, "cue decision": -0.9, "cue purpose": -0.9, "cue offer noun": -1.1, "cue vote": -1.1,
    "cue willing": -1.1, "cue expect": -1.2, "cue progressive": -2.1, "cue attempt": -2.4, "cue seek": -2.7,
    # who acts
    "reporter's own": 1.8, "subject first": 1.2, "subject patient": 0.6, "subject name": 0.4, "subject third": 0.4,
    "subject actor": 0.3, "I": -0.2, "subject it": -0.3, "subject none": -0.6, "subject noun": -0.6,
    "subject thing": -0.6, "subject nobody": -0.8,
    # what they do
    "verb action": 0.9, "deadline": 0.8, "quantity": 0.6, "time": 0.4, "verb passive": 0.1, "verb none": 0.0,
    "verb other": -0.3, "light verb": -0.5, "thing acts": -0.7, "verb be": -0.8, "verb uncontrolled": -0.8,
    "outcome": -1.0, "vague": -2.3, "no comment": -3.0,
    # what stands around the cue
    "announced": 1.5, "under a plan": 1.1, "plan subject": 0.9, "promise in sentence": 0.9, "perfect": 0.7,
    "passive reported": 0.6, "reported before": 0.6, "also": 0.4, "reported after": 0.3, "modal before": 0.2,
    "past perfect": 0.0, "asking": -0.3, "says": -0.3, "contraction": -0.4, "past wish": -0.4, "analyst": -0.5,
    "in quotes": -0.5, "duty": -0.6, "passive will": -0.6, "past state": -0.6, "relative clause": -0.6,
    "in wh-clause": -0.9, "infinitive cue": -0.9, "doubt": -1.0, "gerund": -1.0, "others": -1.0, "request": -1.1,
    "on a condition": -1.2, "analyst would": -1.3, "thing undergoes": -1.3, "opinion": -2.0, "in if-clause": -3.0,
    "not said": -3.0, "past": -5.6, "denied": -5.8, "question": -6.8,
}  # fmt: skip


COMPANY = 1.6
"""How much the commitments around a sentence speak for one in it: an article that tells of one tells of more."""
_FADING = 0.8
"""What a commitment counts for from one sentence to the next."""
_MOST = 1.5
"""What company counts for at most: what is no commitment is none in a manifesto either."""
_ALL = WEIGHTS | {WORD + word: weight for word, weight in WORDS.items()}
TAKEN_BACK = frozenset(("question", "denied", "in if-clause", "past", "vague", "not said", "no comment"))
"""Traits by which a cue tells of no commitment, whatever its company and the words about it."""
_USUAL = 0.03
"""The chance that is taken for sentences before and after a text, which may be cut off or one sentence alone."""
_BEYOND = _USUAL / (1 - _FADING)
"""What all sentences on one side of a text add up to."""
ALONE = sqrt(2 * _BEYOND)
"""The company of a sentence that is a text of its own."""


def probability(traits: Collection[str], company: float = 0.0, phrases: float = 0.0) -> float:
    """The confidence (0..1) that the traits add up to; a trait that is not in the table weighs nothing.

    Args:
        traits: Keys of the table, and words behind WORD.
        company: What stands around the sentence, as `companies` tells it; 0 for the chances that `companies` asks for.
        phrases: What the words about the cue add by their order, as `phrase_odds` tells it.
    """
    if not TAKEN_BACK.isdisjoint(traits):
        company, phrases = min(company, ALONE), min(phrases, 0.0)
    return 1 / (1 + exp(-BIAS - COMPANY * company - phrases - sum(map(weight, traits))))


def weight(trait: str) -> float:
    """How much a trait weighs: one of the table, or a word behind WORD."""
    return _ALL.get(trait, 0.0)


def companies(chances: Sequence[float]) -> list[float]:
    """The square root of how many commitments to expect around each sentence of a text, those nearby counting most.

    Args:
        chances: The confidence of each sentence alone, in order; 0 for one without a cue.
    """
    before, after = ([*_faded(chances)], [*_faded(chances[::-1])][::-1])
    return [min(_MOST, sqrt(left + right)) for left, right in zip(before, after, strict=True)]


def _faded(chances: Iterable[float]) -> Iterator[float]:
    """For each sentence the sum of those before it, each fading with its distance."""
    sum_before = _BEYOND
    for chance in chances:
        yield sum_before
        sum_before = sum_before * _FADING + chance
