"""Where a sentence turns from an action to something else: "…, while Norrin said", "hours after", "…, adding that"."""

from __future__ import annotations

from collections.abc import Iterator

from store.analysis import commitment_language as language
from store.analysis.action_verbs import lemma_of
from store.analysis.cues import DETERMINERS, cue_kind
from store.analysis.elapsed import AFTER, COUNTS, LEADS, UNITS, begins_with_time_since
from store.analysis.grammar import PREPOSITIONS, Words, is_adverb, is_past
from store.model import Span

_CLAUSES = frozenset("while whereas although though because".split())
"""Words that begin a clause about somebody or something else."""
_TIMED = _CLAUSES | {"after", "since"}
_CIRCUMSTANCES = frozenset("despite notwithstanding amid following after".split())
"""Words that after a comma tell in what circumstances somebody acts or speaks."""
_YEAR = 4
"""Digits of a year, which counts no days: "by 2028 days before the vote"."""
_LED = COUNTS | PREPOSITIONS | DETERMINERS | {"within"}
"""Words before a unit of time that count it, or lead to it."""
_DEEDS = frozenset("move step decision measure development announcement shift departure".split())
"""Nouns that stand for the whole of what was told: "…, a move that will hit 300 firms"."""
_CLAIMED = frozenset(
    "accusation accusations allegation allegations appeal appeals argument arguments assertion assertions claim claims "
    "complaint complaints concern concerns criticism doubt doubts fear fears forecast forecasts objection objections "
    "opposition prediction predictions pressure protest protests report reports suggestion suggestions threat threats "
    "view warning warnings".split()
)
"""What others say or feel, of which a participle tells that it is answered."""
_OF_CLAIM = frozenset(("that", "from", "of", "by"))
_CLAIM_REACH = 6
_GONE = frozenset("was were had did said went died fell grew ran rose saw won".split())
_TELLING = _GONE | {"would"}
_STILL_AHEAD = frozenset("is are be been being has have to".split())
_ENDS_CLAUSE = frozenset(", that which who of in for to with".split())
_COMPARED = 5
"""Words before the second "as" of a comparison among which the first stands."""
_HOW_FAR = frozenset("falling well far still slightly way much".split())
_COMPARES = frozenset(("short", "below", "above"))
_RELATIVE = frozenset("which who whom whose where".split())
_ENDS_ASIDE = frozenset(', ; . ” "'.split())
_RESUMES = PREPOSITIONS | {"and", "or", "but"}
_TOLD = 10
"""Words after "while" or "after" among which what was then is told."""


def turn_of(words: Words, begin: int, end: int) -> int:
    """Where among the words [begin, end) that follow an action's verb something else is told; the end if nowhere."""
    for index in range(begin, end):
        if words.quoted(index) == words.quoted(begin - 1) and _turns(words, index, begin, end):
            return index
    return end


def asides(words: Words, begin: int) -> Iterator[tuple[Span, bool]]:
    """The clauses between commas from a word on that tell of something named ("…, which lost 300 men, …").

    Each with whether it tells of the past.
    """
    for comma in range(begin, len(words)):
        first = comma + 1 + (words.at(comma + 1) in PREPOSITIONS)
        if words.at(comma) != "," or words.at(first) not in _RELATIVE:
            continue
        end = next((i for i in range(first, len(words)) if words.at(i) in _ENDS_ASIDE), len(words) - 1)
        told = any(is_past(words, i) and words.at(i - 1) not in _STILL_AHEAD for i in range(first + 1, end))
        gone = told or not _GONE.isdisjoint(words.lower[first:end])
        yield (words.spans[comma][0], words.spans[end][1]), gone


def _turns(words: Words, index: int, begin: int, end: int) -> bool:
    """Whether at a word something else begins to be told; the first is the verb's own: "go after the rich"."""
    comma = words.at(index) == ","
    first = index + comma
    while words.at(first) in LEADS or (comma and is_adverb(words.at(first))):
        first += 1
    if not comma:
        return index > begin and (
            words.at(index) == "amid" or _is_told_of(words, first, end) or _is_vague(words, first)
        )
    word = words.at(first)
    if word in _CLAUSES or word == "having" or _is_told_of(words, first, end):
        return True
    if word in _CIRCUMSTANCES:
        return not _resumed(words, first, end)
    compares = _falls_short(words, first)
    return (
        compares or _reports(words, first, end) or _is_deed(words, first) or begins_with_time_since(words.lower[first:])
    )


def _is_told_of(words: Words, index: int, end: int) -> bool:
    """Whether a clause tells what was before or meanwhile: "after a storm killed 30", "while Norrin said"."""
    reach = range(index + 2, min(end, index + _TOLD))
    if words.at(index) == "as":
        compared = "as" in words.lower[max(0, index - _COMPARED) : index]  # "as many new homes as Umber built"
        if words.at(index + 1) in ("a", "an", "well") or compared:
            return False
        reach = range(index + 2, next((i for i in reach if words.at(i) in _ENDS_CLAUSE), reach.stop))
    elif words.at(index) not in _TIMED:
        return False
    told = any(is_past(words, i) and words.at(i - 1) not in _STILL_AHEAD for i in reach)
    return told or any(words.at(i) in _TELLING for i in reach)


def _is_vague(words: Words, index: int) -> bool:
    """Whether a time without a number tells when somebody spoke: "hours after the vote", not "within days after"."""
    plural = words.at(index) in UNITS and words.at(index).endswith("s")
    before = words.at(index - 1)
    led = (before.isdigit() and len(before) < _YEAR) or before in _LED
    return plural and words.at(index + 1) in AFTER and not led


def _resumed(words: Words, first: int, end: int) -> bool:
    """Whether the action goes on after a circumstance between commas: "sell, despite its debts, to Norrin"."""
    comma = next((i for i in range(first, end) if words.at(i) == ","), end)
    return words.at(comma + 1) in _RESUMES


def _reports(words: Words, first: int, end: int) -> bool:
    """Whether a participle tells what somebody says or answers: "adding that", "citing costs", "rejecting claims"."""
    participle = words.at(first)
    if not participle.endswith("ing") or words.capital(first):
        return False
    lemma = lemma_of(participle)
    deed = lemma in language.ACTIONS or lemma in language.NO_CONTROL
    if cue_kind(participle) and (not deed or words.at(first + 1) == "that"):
        return True
    near = range(first + 1, min(end, first + _CLAIM_REACH))
    return any(words.at(i) in _CLAIMED and words.at(i + 1) in _OF_CLAIM for i in near)


def _falls_short(words: Words, first: int) -> bool:
    """Whether an amount is compared with another: "falling short of", "well below", "far less than"."""
    while words.at(first) in _HOW_FAR:
        first += 1
    return words.at(first) in _COMPARES or (
        words.at(first) in ("fewer", "less", "more") and words.at(first + 1) == "than"
    )


def _is_deed(words: Words, first: int) -> bool:
    """Whether a noun for the whole of what was told stands here: "a move that", "a further step which"."""
    if words.at(first) not in ("a", "an", "the"):
        return False
    return any(words.at(i) in _DEEDS and words.at(i + 1) in ("that", "which") for i in (first + 1, first + 2))
