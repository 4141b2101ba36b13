"""What a quotation in its sentence looks like: a title, a thing's name, a part of the sentence or one by itself."""

from __future__ import annotations

from store.analysis.attribution import Attribution
from store.analysis.cues import cue_kind
from store.analysis.sentence_words import QUOTED, Sentence

SCARE = 4
"""Words from which a quotation in a sentence is taken for speech without a verb beside it."""
_SMALL = frozenset("a an the of and or in on at to for with from by is as".split())


def is_title(inner: str) -> bool:
    """Whether words are written as a title is: a capital at every word but the small ones, and no end of a sentence."""
    words = inner.rstrip(",").split()
    if not words or inner[-1:] in ".!?" or len(words) > 8:
        return False
    long = [word for word in words if word.lower() not in _SMALL]
    return len(long) > 1 and all(word[0].isupper() or word[0].isdigit() or not word[0].isalpha() for word in long)


def names_what_stands_before(sentence: Sentence, word: int, inner: str) -> bool:
    """Whether words in Cyrillic letters name the thing before them, by their capital: "газете «Берег»"."""
    before = sentence.words[word - 1] if word else "."
    return "Ѐ" <= inner[0] <= "Я" and before[0].isalpha() and not cue_kind(before.lower())


def only_quoted(sentence: Sentence) -> bool:
    """Whether a sentence holds nothing but a quotation."""
    return all(word == QUOTED or not word[0].isalnum() for word in sentence.words)


def stands_alone(sentence: Sentence, inner: str) -> bool:
    """Whether a quotation is all of its sentence, and more than two words or a sentence by how it ends."""
    return only_quoted(sentence) and (len(inner.split()) > 2 or inner[-1:] in ".!?…。！？")


def introduces(sentence: Sentence, word: int, inner: str, found: Attribution | None) -> bool:
    """Whether a quotation is the whole object of its verb: a sentence, not a part of one."""
    if word == 0 or sentence.words[word - 1] in (",", ":", "—", "–", "-", "--", "，", "："):
        return inner[:1].isupper() or bool(found and found.after) or not inner[:1].isalpha() or not inner.isascii()
    return inner[:1].isupper() and inner[-1:] in ".!?" and len(inner.split()) > SCARE
