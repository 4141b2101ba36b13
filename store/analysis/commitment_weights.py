"""How much each trait of a cue speaks for a commitment: log-odds that are added up to a confidence.

Fitted by logistic regression to 17,613 labelled sentences of news and 720 invented ones in the styles of agencies and
papers, with a Gaussian prior around 0, but for a few traits that say by themselves what they mean; a concluded
agreement is one by definition. The bias is where precision and recall are alike on news left out of the fit
(tests/benchmarks/fit_commitments.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import exp, sqrt

from store.analysis.commitment_words import WORD, WORDS

BIAS = -2.49

WEIGHTS: dict[str, float] = {
    # kind of cue
    "cue pledge": 2.7, "cue pledge tail": 2.0, "cue agree": 1.9, "cue commit": 1.9, "cue goal": 1.9,
    "cue agreement": 1.8, "cue promise": 1.4, "cue plan": 1.2, "cue plan noun": 1.2, "cue pledge noun": 1.1,
    "cue rule out": 1.1, "cue threaten noun": 1.0, "cue agree on": 0.9, "cue commit noun": 0.9, "cue oblige": 0.8,
    "cue pledge that": 0.7, "cue propose": 0.5, "cue threaten": 0.5, "cue decide": 0.2, "cue intention": 0.2,
    "cue will": 0.2, "cue agreement to": 0.0, "cue headline": 0.0, "cue proposal": -0.1, "cue ready": -0.1,
    "cue offer": -0.2, "cue would": -0.2, "cue schedule": -0.3, "cue purpose": -0.5, "cue offer noun": -0.8,
    "cue decision": -1.1, "cue expect": -1.5, "cue attempt": -2.0, "cue seek": -2.5,
    # who acts
    "reporter's own": 1.9, "subject first": 0.8, "subject actor": 0.5, "subject name": 0.5, "subject patient": 0.4,
    "subject third": 0.3, "subject it": 0.1, "I": -0.4, "subject none": -0.5, "subject noun": -0.6,
    "subject thing": -0.6, "subject nobody": -0.9,
    # what they do
    "verb action": 1.0, "quantity": 0.6, "deadline": 0.4, "verb passive": 0.4, "time": 0.3, "verb none": -0.1,
    "thing acts": -0.3, "verb be": -0.3, "verb other": -0.3, "light verb": -0.5, "verb uncontrolled": -0.6,
    "outcome": -1.1, "vague": -2.5, "no comment": -2.9,
    # what stands around the cue
    "perfect": 1.5, "promise in sentence": 1.2, "under a plan": 1.2, "announced": 1.0, "passive reported": 1.0,
    "plan subject": 0.6, "reported before": 0.5, "also": 0.4, "reported after": 0.3, "past wish": -0.3,
    "passive will": -0.4, "past perfect": -0.5, "past state": -0.5, "says": -0.5, "thing undergoes": -0.5,
    "analyst": -0.6, "duty": -0.6, "asking": -0.7, "in quotes": -0.7, "others": -0.7, "contraction": -0.8,
    "relative clause": -0.9, "on a condition": -1.0, "request": -1.0, "analyst would": -1.2, "doubt": -1.2,
    "in wh-clause": -1.2, "modal before": -1.3, "infinitive cue": -1.4, "opinion": -1.7, "past": -2.6,
    "in if-clause": -2.8, "denied": -2.9, "not said": -3.0, "question": -3.0,
}  # fmt: skip


COMPANY = 2.6
"""How much the commitments around a sentence speak for one in it: an article that tells of one tells of more."""
_FADING = 0.8
"""What a commitment counts for from one sentence to the next."""
_MOST = 1.5
"""What company counts for at most: what is no commitment is none in a manifesto either."""
TAKEN_BACK = frozenset(("question", "denied", "in if-clause", "past", "vague", "not said", "no comment"))
"""Traits by which a cue tells of no commitment, whatever its company."""
_USUAL = 0.03
"""The chance that is taken for sentences before and after a text, which may be cut off or one sentence alone."""
_BEYOND = _USUAL / (1 - _FADING)
"""What all sentences on one side of a text add up to."""
ALONE = sqrt(2 * _BEYOND)
"""The company of a sentence that is a text of its own."""


def probability(traits: Collection[str], company: float = 0.0) -> float:
    """The confidence (0..1) that the traits add up to; a trait that is not in the table weighs nothing.

    Args:
        traits: Keys of the table, and words behind WORD.
        company: What stands around the sentence, as `companies` tells it; 0 for the chances that `companies` asks for.
    """
    return 1 / (1 + exp(-BIAS - COMPANY * counted(traits, company) - sum(map(weight, traits))))


def counted(traits: Collection[str], company: float) -> float:
    """The company that counts for a cue: if it is taken back, no more than that of a sentence alone."""
    return company if TAKEN_BACK.isdisjoint(traits) else min(company, ALONE)


def weight(trait: str) -> float:
    """How much a trait weighs: one of the table, or a word behind WORD."""
    return WORDS.get(trait.removeprefix(WORD), 0.0) if trait.startswith(WORD) else WEIGHTS.get(trait, 0.0)


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
