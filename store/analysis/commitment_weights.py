"""How much each trait of a cue speaks for a commitment: log-odds that are added up to a confidence.

Fitted by logistic regression to 3,457 labelled sentences of news and 720 invented ones in the styles of agencies and
papers, with a Gaussian prior around 0, but for a few traits that say by themselves what they mean. The bias is where
precision and recall are alike on articles left out of the fit (tests/benchmarks/fit_commitments.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

BIAS = -0.96

WEIGHTS: dict[str, float] = {
    # kind of cue
    "cue pledge": 2.0, "cue pledge tail": 1.8, "cue commit": 1.7, "cue promise": 1.5, "cue agreement": 1.4,
    "cue pledge noun": 1.2, "cue agree on": 1.0, "cue threaten noun": 1.0, "cue agree": 0.9, "cue propose": 0.8,
    "cue rule out": 0.8, "cue plan": 0.7, "cue plan noun": 0.6, "cue oblige": 0.5, "cue agreement to": 0.2,
    "cue commit noun": 0.2, "cue intention": 0.2, "cue threaten": 0.2, "cue goal": 0.1, "cue proposal": 0.1,
    "cue expect": -0.1, "cue offer": -0.3, "cue offer noun": -0.3, "cue purpose": -0.3, "cue decide": -0.5,
    "cue headline": -0.5, "cue ready": -0.6, "cue schedule": -0.8, "cue would": -1.0, "cue will": -1.1,
    "cue seek": -2.2,
    # who acts
    "reporter's own": 1.6, "subject actor": 0.9, "subject first": 0.7, "subject name": 0.7, "subject patient": 0.7,
    "subject third": 0.2, "subject it": 0.1, "subject noun": -0.3, "subject none": -0.7, "subject thing": -0.9,
    "subject nobody": -1.3,
    # what they do
    "quantity": 1.5, "deadline": 1.2, "verb action": 1.0, "verb passive": 0.9, "time": 0.4, "verb none": 0.2,
    "thing acts": -0.3, "verb be": -0.3, "vague": -0.4, "light verb": -0.5, "talk": -0.5, "verb other": -0.6,
    "verb uncontrolled": -1.2, "no comment": -3.2,
    # what stands around the cue
    "promise in sentence": 1.3, "under a plan": 1.3, "reported before": 1.0, "plan subject": 0.9,
    "passive reported": 0.6, "reported after": 0.6, "negated": 0.5, "plan before": 0.5, "perfect": 0.4, "also": 0.3,
    "condition reported": 0.3, "plan in sentence": 0.3, "in quotes": -0.2, "condition": -0.3, "duty": -0.3,
    "others": -0.3, "relative clause": -0.5, "analyst": -0.6, "modal before": -0.6, "alleged": -0.7, "asking": -0.8,
    "past wish": -1.0, "doubt": -1.1, "in wh-clause": -1.2, "infinitive cue": -1.2, "request": -1.2, "opinion": -1.7,
    "past perfect": -1.8, "analyst would": -2.1, "denied": -3.0, "in if-clause": -3.0, "not said": -3.1,
    "question": -3.3, "past": -3.4,
}  # fmt: skip


def probability(traits: Iterable[str]) -> float:
    """The confidence (0..1) that the traits add up to; a trait that is not in the table weighs nothing."""
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS.get(trait, 0.0) for trait in traits)))
