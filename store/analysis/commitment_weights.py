"""How much each trait of a cue speaks for a commitment: log-odds that are added up to a confidence.

Set by hand from what the traits mean, then moved towards 2,451 labelled sentences of news by logistic regression with
a Gaussian prior around the hand-set values (so a rare trait stays where it was set).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

BIAS = -1.5

WEIGHTS: dict[str, float] = {
    # kind of cue
    "cue pledge": 3.1, "cue pledge tail": 2.4, "cue commit": 2.4, "cue agree": 2.3, "cue agreement": 2.1,
    "cue pledge that": 2.0, "cue pledge noun": 2.0, "cue plan": 1.8, "cue commit noun": 1.5, "cue promise": 1.5,
    "cue goal": 1.2, "cue offer": 1.1, "cue agree on": 1.0, "cue agreement to": 0.9, "cue propose": 0.7,
    "cue threaten": 0.5, "cue will": 0.5, "cue intention": 0.4, "cue proposal": 0.1, "cue offer noun": -0.1,
    "cue plan noun": -0.5, "cue ready": -0.6, "cue decide": -0.9, "cue schedule": -0.9, "cue purpose": -0.9,
    "cue seek": -1.4,
    # who acts
    "reporter's own": 1.0, "subject actor": 0.7, "subject name": 0.6, "subject third": 0.5, "subject first": 0.4,
    "subject it": -0.1, "subject noun": -0.5, "subject none": -0.6, "subject thing": -0.8, "subject nobody": -1.6,
    # what they do
    "verb action": 1.1, "deadline": 0.9, "quantity": 0.9, "verb passive": 0.4, "verb concluded": 0.3, "time": 0.1,
    "verb other": -0.2, "verb be": -1.2, "vague": -1.3, "verb uncontrolled": -1.8,
    # what stands around the cue
    "promise in sentence": 1.1, "plan subject": 0.9, "plan before": 0.6, "under a plan": 0.5, "plan in sentence": 0.5,
    "reported before": 0.5, "also": 0.4, "condition reported": 0.2, "reported after": 0.2, "several cues": 0.1,
    "past": -0.1, "negated": -0.2, "analyst": -0.3, "in quotes": -0.3, "past perfect": -0.5, "relative clause": -0.5,
    "condition": -0.5, "asking": -0.6, "analyst would": -0.7, "in wh-clause": -0.7, "duty": -0.8, "doubt": -0.9,
    "request": -1.0, "modal before": -1.0, "opinion": -1.1, "infinitive cue": -1.4, "in if-clause": -1.5,
    "negation before": -1.6, "question": -3.0, "denied": -3.0,
}  # fmt: skip


def probability(traits: Iterable[str]) -> float:
    """The confidence (0..1) that the traits add up to; a trait that is not in the table weighs nothing."""
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS.get(trait, 0.0) for trait in traits)))
