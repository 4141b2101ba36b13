"""Words that look like a part of a name, and the months and surnames that are written alike."""

from __future__ import annotations

from store.analysis.cues import MONTH_NAMES, cue_kind
from store.analysis.roles import BODY_WORDS, PARTICLES, is_title
from store.analysis.sentence_words import QUOTED, Sentence

_MONTHS_TOO = frozenset("may march april june august jan mar jun".split())
_BEFORE_MONTH = frozenset(
    "in of since until till by last next this early late mid from between and through before after".split()
)
_ARTICLES = frozenset(("der", "des", "den"))
"""Particles that are only so after another: "von der"."""
_PORTUGUESE = frozenset("da das do dos".split())

_BODIES_FOR = frozenset(
    "agency bureau campaign center centers centre centres coalition council department institute ministry "
    "office".split()
)
"""Bodies that are for something: "Department for Leaving the Union"."""


def is_name_word(word: str) -> bool:
    """Whether a word is written as a part of a name."""
    return word[0].isupper() or (word[0].islower() and len(word) > 2 and word[:2] in ("al", "el") and "-" in word[2:3])


def joins_name(sentence: Sentence, k: int) -> bool:
    """Whether word k is a small one inside a name: "van", "d’Almeida", "von und zu", "dos Santos e Silva"."""
    words = sentence.words
    return (
        (words[k] in PARTICLES and (words[k] not in _ARTICLES or sentence.lower[k - 1] in PARTICLES))
        or is_elided(words[k])
        or (words[k] == "und" and k > 0 and words[k - 1] in PARTICLES)
        or (words[k] == "e" and k > 1 and words[k - 2] in _PORTUGUESE)
    )


def joins_body(sentence: Sentence, k: int) -> bool:
    """Whether word k joins a body or saint to what it is of: "Bank of Umber", "Office for Leaving the Sea"."""
    lower, words = sentence.lower, sentence.words
    if k + 1 >= len(words) or (is_title(lower[k + 1]) and words[k + 2 : k + 3] and words[k + 2][0].isupper()):
        return False  # "Government of President S"
    if words[k] == "the":
        return (k > 1 and joins_body(sentence, k - 1)) or (
            k > 2 and lower[k - 2] == "for" and lower[k - 1][-3:] == "ing"
        )
    head = lower[k - 1] if k and words[k - 1][0].isupper() else ""
    of = words[k] == "of" and (head in BODY_WORDS or (head and lower[max(0, k - 2)].rstrip(".") == "st"))
    return bool(of) or (words[k] == "for" and head in _BODIES_FOR)


def is_elided(word: str) -> bool:
    """Whether a word is a name with a particle that has lost its vowel: "d’Almeida"."""
    return word[:2] in ("d'", "d’") and word[2:3].isupper()


def is_month(sentence: Sentence, k: int) -> bool:
    """Whether a word is a month and not Theresa May or Jan Doe: a number or preposition stands beside those."""
    low = sentence.lower[k]
    if low not in MONTH_NAMES:
        return False
    if low not in _MONTHS_TOO:
        return True
    beside = [*sentence.lower[k - 1 : k], *sentence.lower[k + 1 : k + 2]]
    return any(word.isdigit() for word in beside) or (k > 0 and beside[0] in _BEFORE_MONTH)


def opens_with_verb(sentence: Sentence) -> bool:
    """Whether a sentence begins with a verb of speech before who speaks: "Added Ivo Roe: “…”"."""
    low, words = sentence.lower[0], sentence.words
    past = (low.endswith("ed") or low == "said") and cue_kind(low) == "say"
    return past and words[1:] != [] and words[1][0].isupper() and ":" in words and QUOTED in words


def is_surname(sentence: Sentence, k: int) -> bool:
    """Whether May or Will, as the first word of a sentence, is a person: a verb of speech or an apostrophe follows."""
    following = sentence.lower[k + 1] if k + 1 < len(sentence) else ""
    return bool(cue_kind(following)) or following in ("'s", "’s", "has", "had", "was", "is")
