"""Indirect speech: what a sentence says that somebody said, without quotation marks."""

from __future__ import annotations

from dataclasses import replace

from store.analysis.cues import ANSWERING, AUXILIARIES, CLAUSE_VERBS, TELLING
from store.analysis.name_words import is_month
from store.analysis.noun_phrases import phrase_before, whole_phrase
from store.analysis.reporting import Cue
from store.analysis.sentence_words import QUOTED, Sentence, Words
from store.analysis.subjects import slips_in
from store.analysis.told import Told, negated_from, told_by
from store.analysis.told_after import QUESTIONS, told_after
from store.analysis.told_before import REASONS, told_before
from store.analysis.told_ends import end_of_told, past_whom

_UNREAL = frozenset("would could should will shall may might can cannot must won't won’t ’ll 'll if".split())
_LEARNING = frozenset(("learned", "learnt"))
_LONGEST_END = 14
_LONGEST_OUTLET = 14
_JOINING = frozenset(("and", "but"))
_SELVES = frozenset(("i", "we", "you", "there"))


def told_in(sentence: Sentence, cues: list[Cue]) -> list[Told]:
    """The indirect speech of a sentence, in order; none inside another."""
    last = _at_the_end(sentence, cues)
    inner = _without_outlet(sentence, cues, last)
    if inner is not None:
        return told_in(inner, [cue for cue in cues if _stands_in(cue, len(inner))])
    found: list[Told] = []
    reached = 0
    for cue in [last] if last else cues:
        if cue.subject is None or cue.passive or cue.first < reached:
            continue
        if sentence.lower[cue.subject.words[0]] in _SELVES or _is_unreal(sentence, cue):
            continue
        if _is_denied(sentence, cue):
            asked = not QUESTIONS.isdisjoint(sentence.lower[cue.last : cue.last + 1])
            if asked and (unsaid := told_after(sentence, cue, cues)):
                reached = unsaid.content[-1][1]  # "has not said whether he plans to leave"
            continue
        told = told_before(sentence, cues, cue, reached) or told_after(sentence, cue, cues)
        if told is None or any(_holds_quote(sentence, words) for words in told.content):
            told = _after_quotation(sentence, cues, cue)
        if told is not None:
            found.append(told)
            reached = max(told.content[-1][1], cue.last)
    return found


def _after_quotation(sentence: Sentence, cues: list[Cue], cue: Cue) -> Told | None:
    """What a verb reports after a quotation and another "that": "said it was “a pity” and that he would go"."""
    lower, last = sentence.lower, cue.last
    if cue.kind != "say" or cue.inverted or QUOTED not in sentence.words[last:]:
        return None
    quoted = sentence.words.index(QUOTED, last)
    that = next((k for k in range(quoted + 1, len(sentence)) if lower[k] == "that" and lower[k - 1] in _JOINING), 0)
    nearer = lower[last] != "that" and any(last <= other.first < that and other.kind == "say" for other in cues)
    if not that or nearer:
        return None
    content = that, end_of_told(sentence, cues, that + 1)
    told = told_by(sentence, (content,), cue, 0.8, f"“{lower[cue.first]} … that”")
    return None if _holds_quote(sentence, content) else told


def _without_outlet(sentence: Sentence, cues: list[Cue], outer: Cue | None) -> Sentence | None:
    """A sentence without the outlet that ends it, after who told it: "…, the Lake Wire has learned", "…, S said, …"."""
    tail = range(len(sentence) - 1, max(0, len(sentence) - _LONGEST_OUTLET), -1)
    end = learned = next((k for k in tail if sentence.lower[k] in _LEARNING), 0)
    while end > 0 and slips_in(sentence, end - 1):
        end -= 1
    begin = whole_phrase(sentence, phrase_before(sentence, end)) if learned else 0
    if 1 < begin < end and sentence.words[begin - 1] == "," and "," not in sentence.words[learned:]:
        return _cut(sentence, begin - 1)
    if outer is None or outer.subject is None:
        return None
    begin = outer.first if outer.inverted else whole_phrase(sentence, outer.subject.words[0])
    cut = _cut(sentence, begin - 1) if begin > 1 and sentence.words[begin - 1] == "," else None
    return cut if cut and _at_the_end(cut, [cue for cue in cues if _stands_in(cue, len(cut))]) else None


def _cut(sentence: Sentence, end: int) -> Sentence:
    """The words of a sentence before a word."""
    return replace(
        sentence,
        end=sentence.ends[end - 1],
        words=sentence.words[:end],
        lower=sentence.lower[:end],
        starts=sentence.starts[:end],
        ends=sentence.ends[:end],
    )


def _stands_in(cue: Cue, end: int) -> bool:
    """Whether a cue stands with its subject before a word."""
    return cue.last <= end and (cue.subject is None or cue.subject.words[1] <= end)


def _is_unreal(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb stands after "to" or a modal: nobody has said it. But who "went on to say" has."""
    before = sentence.lower[max(0, cue.first - 3) : cue.first]
    if before[-1:] == ["to"]:
        return before[-2:-1] != ["on"] and not (len(before) > 1 and before[-2] in AUXILIARIES)
    assert cue.subject is not None
    near = [k for k in range(max(0, cue.first - 2), cue.first) if k not in range(*cue.subject.words)]  # "S May said"
    months = [k for k in near if sentence.words[k][0].isupper() and is_month(sentence, k)]  # "by May, said"
    return any(sentence.lower[k] in _UNREAL and k not in months for k in near)


def _is_denied(sentence: Sentence, cue: Cue) -> bool:
    """Whether what follows a verb is denied to be said: "did not say that", "has not said why", "did not reply to"."""
    if sentence.lower[cue.first] in CLAUSE_VERBS:
        return cue.unsaid
    return negated_from(sentence, cue) < cue.first and sentence.lower[cue.first] in ANSWERING


def _at_the_end(sentence: Sentence, cues: list[Cue]) -> Cue | None:
    """The verb of speech that ends a sentence, and so reports all of it: "…, S said"."""
    for cue in reversed(cues):
        if cue.kind == "say" and cue.subject is not None and not cue.passive:
            last = max(cue.last, cue.subject.words[1])
            if sentence.lower[cue.first] in TELLING and not cue.inverted:
                last = past_whom(sentence, last)
            goes_on = sentence.lower[cue.first] == "according" and _goes_on_alone(sentence, last)
            ends = len(sentence) - last <= _LONGEST_END and "," not in sentence.words[last:]
            if not (ends or goes_on) or _holds_quote(sentence, (0, cue.first)):
                return None
            told = told_before(sentence, cues, cue, 0)
            return cue if told is not None and (goes_on or len(told.content) == 1) else None
    return None


def _goes_on_alone(sentence: Sentence, end: int) -> bool:
    """Whether only a condition or who the source is follows "according to" it: "…, according to S, provided that"."""
    following = sentence.lower[end + 1 : end + 2]
    beside = following == ["who"] and "," not in sentence.words[end + 1 :]
    return sentence.words[end : end + 1] == [","] and (beside or not REASONS.isdisjoint(following))


def _holds_quote(sentence: Sentence, words: Words) -> bool:
    """Whether a quotation stands among words."""
    return QUOTED in sentence.words[words[0] : words[1]]
