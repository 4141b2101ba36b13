"""The verb of an action that an auxiliary or "to" governs: its kind and its base form."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.analysis.grammar import IRREGULAR, TIMES, WHEN, Words, is_adverb

_SKIPPED = frozenset("“\"'‘,")
_PARTICLES = {
    "get": ("rid", "away", "out", "back"),
    "look": ("into",),
    "come": ("up",),
    "see": ("to",),
    "go": ("to", "ahead", "after", "into"),
    "deal": ("with",),
    "break": ("ground",),
}
"""What makes an action of a verb that is none alone: "look into the incident"."""
_TAKES = frozenset("place time some several many at a years months weeks days hours".split())
"""Words before which "take" tells what happens, or how long: "it will take several days"."""
_IN_SERVICE = frozenset("online operational service operation".split())
"""What works are that somebody has put there: "the line will be back in service"."""
_RULED = frozenset("require allow permit exempt entitle oblige".split())
"""What is done to somebody by who sets the rules: "cars will be required to use it"."""
_CHANGES = frozenset(
    "increase decrease improve double triple drop grow shrink continue change ease slow weaken".split()
)
_LONGEST_INSERTION = 10
"""Words among which a comma ends what another one opened."""
_AFTER_CHANGE = frozenset("by to from at as . , ;".split())
"""Words before which such a verb has no object, so that it tells what befalls: "demand will double by 2050"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """An action's verb at an index, and its base form.

    `kind` is "action" (what an actor can decide to do), "uncontrolled" (what befalls), "passive", "be", "concluded" (an
    agreement), "other" (a verb of no list) or "none".
    """

    index: int
    kind: str
    lemma: str


def verb_after(words: Words, index: int) -> Verb:
    """The verb that follows an auxiliary or "to" standing before `index`; passives by their participle."""
    index = _skip_adverbs(words, index)
    word = words.at(index)
    if not word[:1].isalpha():
        return Verb(index, "none", word)
    if word == "do" and words.at(index + 1) in ("well", "better"):
        return Verb(index, "uncontrolled", word)
    if words.at(index + 1) in _PARTICLES.get(word, ()):
        return Verb(index, "action", word)
    if word in ("continue", "begin", "start") and words.at(index + 1) == "to":
        return verb_after(words, index + 2)
    if word == "take" and (words.at(index + 1) in _TAKES or words.at(index + 1).isdigit()):
        return Verb(index, "uncontrolled", word)
    if word in _CHANGES and words.at(index + 1) in _AFTER_CHANGE:
        return Verb(index, "uncontrolled", word)
    if word == "be":
        after = _skip_adverbs(words, index + 1)
        state = after + (words.at(after) == "back")
        if words.at(state) in _IN_SERVICE or (words.at(state) == "in" and words.at(state + 1) in _IN_SERVICE):
            return Verb(state, "passive", "restore")
        lemma = lemma_of(words.at(after))
        if words.at(after).endswith("ing") and len(lemma) > 2:
            return Verb(after, _control(lemma), lemma)
        if (lemma and lemma != words.at(after)) or words.at(after) in ("put", "cut", "set", "shut"):
            befalls = _control(lemma) == "uncontrolled" and lemma not in _RULED
            return Verb(after, "uncontrolled" if befalls else "passive", lemma)
        return Verb(index, "be", "be")
    if word.endswith("ing") and lemma_of(word):
        return Verb(index, _control(lemma_of(word)), lemma_of(word))
    return Verb(index, _control(word), word)


def past_insertion(words: Words, index: int) -> int:
    """Where an action begins, after what is inserted before it between commas: "will, by May, | open"."""
    if words.at(index) != ",":
        return index
    begin = next((i + 1 for i in range(index + 2, index + _LONGEST_INSERTION) if words.at(i) == ","), index)
    verb = words.at(begin + is_adverb(words.at(begin)))
    return begin if verb == "be" or _control(verb) != "other" else index


def _skip_adverbs(words: Words, index: int) -> int:
    """Where what follows an auxiliary or "to" stands, past adverbs, marks, insertions and words for when."""
    while True:
        following = words.at(index + 1)
        if (words.at(index) in WHEN and following in TIMES) or (words.at(index) == "no" and following == "longer"):
            index += 2
        elif (begin := past_insertion(words, index)) > index:
            index = begin
        elif words.at(index) in _SKIPPED or is_adverb(words.at(index)):
            index += 1
        else:
            return index


def _control(lemma: str) -> str:
    """Whether an actor can decide to do what a verb in its base form says."""
    if lemma in language.ACTIONS:
        return "action"
    return "uncontrolled" if lemma in language.NO_CONTROL else "other"


def lemma_of(word: str) -> str:
    """The base form of a participle, "" for a word that is none."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if word.endswith("ied"):
                stem = stem[:-1] + "y"
            for base in (stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem):
                if base in language.ACTIONS or base in language.NO_CONTROL:
                    return base
            return stem
    return ""
