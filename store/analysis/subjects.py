"""The subject of a sentence: the first noun phrase that may do what its verb says, and what may stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_WORDS,
    COMMANDS,
    DAYS,
    DETERMINERS,
    MONTH_NAMES,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
)
from store.analysis.name_words import is_month
from store.analysis.noun_phrases import OF_ADVERBS, is_past, phrase_after
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import QUOTED, Sentence, Words

_TIMES = frozenset(
    "minute hour morning afternoon evening night day today yesterday tonight week weekend month season year decade "
    "century".split()
)
"""What neither speaks nor owns speech: "last month's speech"."""
_OPENING_ADVERBS = frozenset(
    """
    accordingly additionally allegedly angrily apparently clearly consequently crucially currently eventually
    finally formerly fortunately frankly generally importantly indeed initially interestingly ironically lastly lately
    newly notably obviously officially originally predictably presumably previously privately publicly recently
    reportedly sadly secondly separately shortly significantly similarly simply subsequently suddenly supposedly
    surprisingly unexpectedly unfortunately unsurprisingly usually
    """.split()
)
"""Adverbs in -ly that open sentences: others with a capital may be names, as Reilly is."""
NOUNS_IN_LY = frozenset(
    "ally anomaly assembly bully daily elderly family homily monopoly monthly quarterly reply supply weekly".split()
)
"""Nouns that look like adverbs: "the family said"."""
_COMPARED = frozenset("more less fewer".split())
FINITE = frozenset("cut hit led left put said set shut told".split())
_IS = frozenset("are has have is was were will would 's ’s".split())
"""What follows "there" where it is no place."""
_SELVES = frozenset("himself herself itself themselves".split())
JOINING = frozenset(("and", "or", "but", "then", "yet"))
_LEADING = frozenset("as when while whilst after before since speaking asked".split())
_LEADS = frozenset(
    "while as when if after before although though because since once until whereas asked according due thanks back "
    "based compared faced given like provided rather tired unlike whilst".split()
)
_BEFORE_SUBJECT = ADVERBS - _LEADS - {"all", "both", "each"}
"""Adverbs that open a sentence before its subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name a speaker beside a verb; `stands_for` is the noun phrase that a relative pronoun takes up."""

    words: Words
    stands_for: Words | None = None


def is_time(low: str) -> bool:
    """Whether a word in lower case is a stretch of time, or several: "week", "days"."""
    return low in _TIMES or low.rstrip("s") in _TIMES


def slips_in(sentence: Sentence, k: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    low = sentence.lower[k]
    if sentence.words[k] in ("May", "Will"):
        return False
    if low in ADVERBS and k > 0 and sentence.words[k][0].isupper() and sentence.words[k - 1][0].isupper():
        return False  # "the group Rights Now"
    if low == "long" and sentence.lower[k - 1 : k] and sentence.lower[k - 1] in AUXILIARIES:
        return True
    if low in ADVERBS or low in AUXILIARIES or low in _SELVES or low == "to" or low in DAYS or is_month(sentence, k):
        return True
    if low in ("on", "in") and k + 1 < len(sentence) and (sentence.lower[k + 1] in DAYS or is_month(sentence, k + 1)):
        return True
    if (k == 0 and low in _OPENING_ADVERBS) or (
        k > 0 and low in ("here", "there") and sentence.words[k - 1][0].isalpha()
    ):
        return True
    return low.endswith("ly") and sentence.words[k][0].islower() and low != "only" and low not in NOUNS_IN_LY


def begins_clause(sentence: Sentence, k: int) -> bool:
    """Whether a clause may begin with word k: nothing before it governs it."""
    if k == 0:
        return True
    before = sentence.lower[k - 1]
    return before in CLAUSE_WORDS or not before[0].isalnum()


def leads_up(sentence: Sentence, k: int) -> bool:
    """Whether what begins with word k is no clause that might be told, but tells when, where or how."""
    low = sentence.lower[k] if k < len(sentence) else ""
    return low in PREPOSITIONS or low in _LEADING or low.endswith("ing")


def main_subject(sentence: Sentence, before: int | None = None) -> Subject | None:
    """The first noun phrase of a sentence that no preposition or conjunction governs, if it ends before a word."""
    lower, words = sentence.lower, sentence.words
    limit = len(words) if before is None else before
    k = after_dateline(sentence)
    for _ in range(6):
        if k >= limit:
            return None
        low = lower[k]
        if k == 0 and low in COMMANDS and _is_command(sentence):
            return None
        if low == "there" and not _IS.isdisjoint(lower[k + 1 : k + 2]):
            return None
        if _is_before_subject(sentence, k):
            k += 1
            continue
        if low in _COMPARED and lower[k + 1 : k + 2] == ["than"] and k + 2 < len(lower):  # "more than 120 admirals"
            k += 2
        if low in PREPOSITIONS or low in _LEADS or _is_participle(sentence, k):
            comma = next((m for m in range(k, limit) if words[m] == ","), -1)
            if comma < 0:
                end = phrase_after(sentence, k + 1)
                k = end if low in PREPOSITIONS and end > k + 1 else k + 1
            else:
                k = comma + 1
            continue
        end = min(phrase_after(sentence, k), limit)
        if end > k and not is_time(lower[end - 1]):
            return Subject((k, end))
        k = max(end, k + 1)
    return None


def _is_command(sentence: Sentence) -> bool:
    """Whether the verb that opens a sentence tells somebody to do something: "Take the bus", "Subscribe, and"."""
    low = sentence.lower[1] if len(sentence) > 1 else "."
    return low == "," or low in DETERMINERS or low in PREPOSITIONS or low in OBJECT_PRONOUNS or low.endswith("ing")


def _is_before_subject(sentence: Sentence, k: int) -> bool:
    """Whether word k is no part of a subject that opens a sentence: a mark, a number, a month, an adverb."""
    word, low = sentence.words[k], sentence.lower[k]
    if word == QUOTED or not word[0].isalnum() or (low[0].isdigit() and not any(map(str.isalpha, low))):
        return True
    adverb = low in _BEFORE_SUBJECT or low in _OPENING_ADVERBS
    adverb = adverb or (low.endswith(OF_ADVERBS) and sentence.words[k + 1 : k + 2] == [","])
    return adverb or low in JOINING or (low in MONTH_NAMES and low != "may")


def _is_participle(sentence: Sentence, k: int) -> bool:
    """Whether a word in -ing is a participle, and no name before its verb: "Keating smiled"."""
    low = sentence.lower[k]
    if not low.endswith("ing") or low in ("king", "beijing", "nothing"):
        return False
    following = sentence.lower[k + 1] if k + 1 < len(sentence) else ""
    finite = is_past(following) or following in AUXILIARIES or following in FINITE
    return sentence.words[k][0].islower() or not finite or low in AUXILIARIES
