"""What a sentence tells that somebody said: its words, by which verb, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis.cues import ADVERBS, DENYING
from store.analysis.denial import ONLY
from store.analysis.noun_phrases import whole_phrase
from store.analysis.reporting import Cue
from store.analysis.sentence_words import Sentence, Words

LEAST = 3
"""Words that something said has at least."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told: words of the sentence, its cue, how sure that is, and why."""

    content: tuple[Words, ...]
    cue: Cue
    score: float
    why: str


def negated_from(sentence: Sentence, cue: Cue) -> int:
    """Where "not" or "never" stands before a verb, past adverbs ("did not immediately reply"); the verb without one."""
    lower, k = sentence.lower, cue.first - 1
    while k > 0 and lower[k] not in _NOT | ONLY and (lower[k] in _BETWEEN or lower[k].endswith("ly")):
        k -= 1
    return k if k >= 0 and lower[k] in _NOT else cue.first


_BETWEEN = ADVERBS | {"yet"}
_NOT = frozenset("not n't n’t never didn't didn’t don't don’t doesn't doesn’t won't won’t wouldn't wouldn’t".split())


def told_by(sentence: Sentence, content: tuple[Words, ...], cue: Cue, score: float, why: str) -> Told | None:
    """What a cue tells in some words, with the verb where it is denied; None where that is too little."""
    if sum(last - first for first, last in content) < LEAST or any(last <= first for first, last in content):
        return None
    verb = sentence.lower[cue.first]
    begin = negated_from(sentence, cue)
    if (begin < cue.first or verb in DENYING) and cue.last <= content[0][0]:
        content = ((begin, content[0][1]), *content[1:])
    return Told(content, cue, score, why)


def before_subject(sentence: Sentence, cue: Cue) -> str:
    """The word before the subject of a verb, in lower case; "" where the sentence begins with it."""
    assert cue.subject is not None
    begin = whole_phrase(sentence, cue.subject.words[0])
    return sentence.lower[begin - 1] if begin else ""
