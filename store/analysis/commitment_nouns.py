"""Cues that are nouns: "its pledge to", "signed a deal", "a decision was taken to", "a goal was set"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.analysis import commitment_language as language
from store.analysis.action_verbs import Verb, verb_after
from store.analysis.commitment_cues import ARTICLES, INFINITIVE_REACH, Cue, governing, past_mark
from store.analysis.commitment_headlines import is_titled
from store.analysis.commitment_verbs import promised_clause
from store.analysis.grammar import NO_SUBJECT, POSSESSIVES, Words, owner_of, subject_of

_ENDS_OBJECT = frozenset(". ; : ” that who which it he she they was were is are".split())
_SETTING = frozenset("set sets setting adopted reaffirmed pursue pursuing announced".split())
_GIVING = frozenset(
    "made make makes gave give gives given extended extends reaffirmed reaffirms reiterated reiterates renewed renews "
    "expressed confirmed have".split()
)
_RELATIVE = frozenset(("that", "which"))
"""After an agreement: "a contract that was signed" tells which, not that it was."""
_DECIDING = frozenset("taken made took reached".split())
_CONCLUDING = frozenset("reached signed struck made concluded".split())
_PLANS_CONCLUDED = frozenset("worked hammered drew drafted signed adopted approved".split())
_CIRCUMSTANCES = frozenset("during at on after before as when while last this".split())
_OCCASIONS = frozenset("during at in on this last".split())
"""Words after a promise that tell when or where it was made, before what it is."""
_WITH_PURPOSE = frozenset("attempt bid campaigning decision drive effort fight meeting move talks vote".split())
"""Occasions whose "to" tells what they are for, as of any that is new: "on a visit to open a bridge"."""
_VAGUE = frozenset("of no any without with kind sort".split())
"""Words before a promise of which nobody gave any: "no promise of help", "a land of promise"."""
_NO_THING = frozenset("sorts course it this that its his her their my our".split())
_GIVEN = frozenset("give gives gave given giving have has".split())
"""Verbs with which somebody's word is a promise."""
_WORD_REACH = 8
_OBJECT_REACH = 9
_PURPOSE_REACH = 14


def noun_cues(words: Words, index: int) -> Iterator[Cue]:
    """A promise or plan as a noun: "its pledge to build", "plans to cut", "a promise she made"."""
    word = words.at(index)
    if action := _told_action(words, index):
        verb = verb_after(words, action)
        if verb.kind != "none":
            intended = "attempt" if word in language.ATTEMPTS else "intention"
            kind = "promise" if word in language.PROMISES else intended
            yield Cue(index, kind, f"{word} to", action, owner_of(words, index), verb)
    elif word in language.PROMISES and (promised := _promised_thing(words, index)):
        yield Cue(index, "promise of", f"{word} of", promised, owner_of(words, index), Verb(promised, "none", ""))
    elif words.at(index + 1) in _CIRCUMSTANCES:
        return  # "made the pledge during a visit"
    elif word in language.PROMISES and (made := _made(words, index)):
        given = governing(words, index, "promise made", f"{word} made", index + 1)
        yield given if made < index else replace(given, subject=subject_of(words, made))


def _made(words: Words, noun: int) -> int:
    """The verb that makes a promise: "| made a promise", "a promise she | made"; 0 for none."""
    near = (i for i in range(max(1, noun - 4), min(noun + 8, len(words))) if words.at(i) in _GIVING)
    return next(near, 0)


def _told_action(words: Words, noun: int) -> int:
    """Where the action begins that a noun tells, 0 for none: "a plan for | building", "its pledge to | build"."""
    first = past_mark(words, noun + 1)
    following, deed = words.at(first), first + 1 + (words.at(first + 1) == "not")
    if following in ("for", "of") and words.at(deed).endswith("ing"):
        return first + 1
    if following == "not" and words.at(first + 1) == "to":
        return first + 2
    if following in ("to", "by", "from") and not (words.at(noun) in ("bid", "effort") and words.at(noun - 2) == "in"):
        return _promised(words, noun, first)
    promised = words.at(noun) in language.PROMISES and following in _OCCASIONS
    return _past_occasion(words, noun) if promised else 0


def _past_occasion(words: Words, noun: int) -> int:
    """Where the action begins past when or where a promise was made: "a pledge on Monday to | build"; 0 for none."""
    for to in range(noun + 3, min(noun + 3 + INFINITIVE_REACH, len(words))):
        if words.at(to) == "to":
            led = words.at(to - 1) in _WITH_PURPOSE or words.at(noun + 2) in ("a", "an")
            return 0 if led or verb_after(words, to + 1).kind != "action" else to + 1
        if words.at(to) in _ENDS_OBJECT:
            break
    return 0


def word_given(words: Words, index: int) -> Iterator[Cue]:
    """Somebody's word: "gave his word to return it", "you have my word that no school will close"."""
    if words.at(index - 1) not in POSSESSIVES:
        return
    given = next((i for i in range(index - 2, max(-1, index - _WORD_REACH), -1) if words.at(i) in _GIVEN), -1)
    if given < 0:
        return
    giver = owner_of(words, index) if words.at(index - 1) in ("my", "our") else subject_of(words, given)
    if words.at(index + 1) == "to":
        yield Cue(index, "pledge", "word given", index + 2, giver, verb_after(words, index + 2))
    elif cue := promised_clause(words, index):
        yield replace(cue, form="word given", subject=giver)


def _promised_thing(words: Words, noun: int) -> int:
    """Where begins what a noun promises, if that is no deed: "the pledge of | $3 million"; 0 for none."""
    of = past_mark(words, noun + 1)
    given = words.at(noun - 1) not in _VAGUE and words.at(of + 1) not in _NO_THING
    return of + 1 if words.at(of) == "of" and given and of + 1 < len(words) else 0


def _promised(words: Words, noun: int, to: int) -> int:
    """Where what a noun promises begins: after the "to" that follows it, past whom it is given or who gives it.

    So of "a pledge to Lest to | build", "a pledge from Lest to | build". The end of the sentence where it only tells
    to whom; a commitment may be to a thing.
    """
    given = words.at(to + 1) in ARTICLES or (words.capital(to + 1) and not is_titled(words))
    if words.at(to) == "to" and (not given or words.at(noun).startswith("commitment")):
        return to + 1
    reach = range(to + 2, min(to + 2 + INFINITIVE_REACH, len(words)))
    verbs = (i + 1 for i in reach if words.at(i) == "to" and verb_after(words, i + 1).kind == "action")
    return next(verbs, len(words))


def concluded_cues(words: Words, index: int) -> Iterator[Cue]:
    """An agreement or plan that was concluded, in the active or the passive."""
    said = words.at(index)
    if said == "drew" and words.at(index + 1) != "up":
        return
    for place in range(index + 1, min(index + 1 + _OBJECT_REACH, len(words))):
        word = words.at(place)
        if word in language.AGREEMENTS or word in language.PLANS:
            agreed = word in language.AGREEMENTS or said in _PLANS_CONCLUDED
            kind = "agreement" if agreed else "proposal"
            yield Cue(index, kind, f"{said} … {word}", index, subject_of(words, index), Verb(index, "concluded", said))
            return
        if word in _ENDS_OBJECT or word in language.CUE_VERBS:
            break
    if words.at(index - 1) in ("was", "were", "been"):
        for place in range(max(0, index - 5), index - 1):
            if words.at(place) in language.AGREEMENTS and words.at(place + 1) not in _RELATIVE:
                done = Verb(index, "concluded", said)
                yield Cue(index, "agreement", f"{words.at(place)} was {said}", place, NO_SUBJECT, done)
                return


def agreement_cues(words: Words, index: int) -> Iterator[Cue]:
    """An agreement that says to what end it was made: "a deal reached in May to end the strike"."""
    concluded = False
    for place in range(index + 1, min(index + _PURPOSE_REACH, len(words) - 1)):
        word = words.at(place)
        if word in (".", ";", '"', "”"):
            return
        concluded = concluded or word in _CONCLUDING
        if word == "to" and (concluded or place == index + 1):
            verb = verb_after(words, place + 1)
            if verb.kind in ("action", "other"):
                yield Cue(index, "agreement to", f"{words.at(index)} to", place + 1, subject_of(words, index), verb)
                return


def decision_cues(words: Words, index: int) -> Iterator[Cue]:
    """A decision that was made: "a decision was taken to replace", "took the decision to end", "its decision to"."""
    made = _DECIDING.intersection(words.lower[max(0, index - 4) : index + 4])
    for place in range(index + 1, min(index + 5, len(words))):
        if words.at(place) == "to" and (made or place == index + 1):
            verb = verb_after(words, place + 1)
            if made:
                yield Cue(index, "agreement to", f"{words.at(index)} to", place + 1, owner_of(words, index), verb)
            elif verb.kind != "none":
                yield Cue(index, "decision", f"{words.at(index)} to", place + 1, owner_of(words, index), verb)
            return


def goal_cues(words: Words, index: int) -> Iterator[Cue]:
    """A goal that was set, or that somebody set."""
    for place in range(max(0, index - 6), min(len(words), index + 4)):
        if words.at(place) in _SETTING:
            action = max(place, index) + 1
            action += words.at(action) in ("to", "of", "for")
            subject = subject_of(words, place) if place < index else NO_SUBJECT
            yield Cue(place, "goal", f"{words.at(index)} was set", action, subject, verb_after(words, action))
            return
