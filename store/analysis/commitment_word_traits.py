"""The words of a sentence that speak for or against a commitment: which stand in it, and where about a cue."""

from __future__ import annotations

from store.analysis.commitment_cues import Cue
from store.analysis.commitment_words import FIGURE, NAME, WORD
from store.analysis.grammar import Subject, Words, head_of
from store.analysis.roles import COUNTRIES, DEMONYMS

_PLACES = {"before3": -3, "before2": -2, "before": -1, "cue": 0, "after": 1, "after2": 2, "after3": 3}
"""The places about a cue of which words are told, in words from it."""


def word_traits(words: Words) -> list[str]:
    """The different words of a sentence behind WORD, sorted, but figures and those that begin with a capital."""
    return sorted(
        {
            WORD + word
            for index, word in enumerate(words.lower)
            if word.isascii() and word.isalpha() and (len(word) == 1 or not words.capital(index))
        }
    )


def placed_words(words: Words, cue: Cue) -> list[str]:
    """The words at and about a cue behind WORD and their place: "before:they"; names and figures only as such."""
    placed = [(place, cue.at + away) for place, away in _PLACES.items()]
    if cue.subject.end:
        placed += [("first", cue.subject.start), ("head", head_of(words, cue.subject.start, cue.subject.end))]
    found = [f"{WORD}{place}:{unnamed(words, cue.subject, index)}" for place, index in placed]
    verb = NAME if cue.verb.index > 0 and words.capital(cue.verb.index) else cue.verb.lemma
    return [*found, f"{WORD}verb:{verb}"]


def unnamed(words: Words, subject: Subject, index: int) -> str:
    """The word at an index, NAME for a name and FIGURE for a figure; "" outside the sentence.

    A capital that opens the sentence is a name's where the word is of a country, or a subject that may be a name.
    """
    word = words.at(index)
    if word[:1].isdigit():
        return FIGURE
    if index > 0:
        return NAME if words.capital(index) else word
    named = subject.start == 0 and subject.end == 1 and subject.kind == "name"
    return NAME if index == 0 and (named or word in COUNTRIES or word in DEMONYMS) else word
