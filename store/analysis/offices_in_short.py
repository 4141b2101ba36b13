"""Whom an office in a noun phrase without a name means: the minister who was named before."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from store.analysis.cues import CLAIM_NOUNS, PREPOSITIONS
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.people import GOVERNING, Person
from store.analysis.roles import TITLES, WRITTEN_OUT, is_title
from store.analysis.sentence_words import Sentence, Words
from store.analysis.speakers import Speakers

_NO_ROLE = frozenset("head state top former republican democratic conservative labour liberal socialist".split())
_DIPLOMATS = (
    *("ambassador", "envoy", "consul", "consul-general"),
    *("permanent representative", "special representative", "high representative"),
    *("foreign minister", "foreign affairs minister", "vice-foreign minister", "foreign secretary"),
    *("minister of foreign affairs", "minister for foreign affairs"),
    *("foreign ministry", "foreign ministry's", "foreign ministry’s", "foreign office"),
)
"""Offices of diplomats, as they stand in their roles."""
_QUALIFYING = frozenset("acting deputy elect ex former incoming vice".split())
"""Words that make another office of one."""
_JOINED = re.compile(r"\b(?:brigadier|colonel|lieutenant|lt|maj|major)-(?=general\b)|-in-(?=chief\b)")
"""What is joined to an office of which one is a kind: the Colonel-General is "the general", not the Vice-President."""
_RANKING = ("prime minister", "first minister", "minister of state", "minister without portfolio", "general secretary")
"""Offices that a bare title stands for only where nobody has it alone: "the minister" is no prime minister."""
_LOOK_BACK = 120
"""Mentions before a role in which who has it is looked for."""


@dataclass(frozen=True, slots=True)
class _Office:
    """An office as a phrase tells it: its titles, what else is said of it, its rank and what makes another of it."""

    titles: Sequence[str]
    further: Set[str]
    rank: str
    qualified: Set[str]

    def fit(self, written: str) -> str:
        """How a role fits: "full", as one of "another rank", "bare" where its titles leave it open; else ""."""
        role = _in_full(written).lower()
        spoken = role.split()
        within = f" {_JOINED.sub(' ', role)} "
        if _QUALIFYING.intersection(spoken) != self.qualified or not any(f" {one} " in within for one in self.titles):
            return ""
        if not self.further or not self.further.isdisjoint(spoken):
            return "full" if _ranked(role) == self.rank else "another rank"
        return "bare" if TITLES.issuperset(spoken) else ""


def holder_meant(speakers: Speakers, number: int, words: Words) -> Person | None:
    """The person named last before whose role has the head of this phrase, and no word that contradicts."""
    office = _office(speakers.sentences[number], words)
    if office is None:
        return None
    fits: dict[str, list[Person]] = {"another rank": [], "full": [], "bare": []}
    seen: list[Person] = []
    for _, person in speakers.before(number, words[0], _LOOK_BACK):
        if person in seen or person.body:
            continue
        seen.append(person)
        fit = {office.fit(role) for role in person.roles}
        if "full" in fit and "diplomat" not in office.titles:
            return person
        for how in fit & fits.keys():
            fits[how].append(person)
    if fits["another rank"]:
        return fits["another rank"][0]
    only = fits["full"] or fits["bare"]  # of two diplomats it may be either
    return only[0] if len(only) == 1 else None


def _office(sentence: Sentence, words: Words) -> _Office | None:
    """The office that a phrase tells; none in "the prime minister's spokesman", who is no holder of one."""
    first, last = words
    said = _in_full(" ".join(low for low in sentence.lower[first:last] if low[0].isalnum())).split()
    owned = any(sentence.lower[k] in POSSESSIVE and is_title(sentence.lower[k - 1]) for k in range(first + 1, last))
    titles = _titles(said)
    if not titles or (owned and sentence.lower[last - 1] not in CLAIM_NOUNS):
        return None
    further = {low for low in said if low not in TITLES and low not in _NO_ROLE and low not in PREPOSITIONS}
    further -= {"government"} if said[-2:] == ["of", "government"] else set()
    return _Office(titles, further, _ranked(" ".join(said)), _QUALIFYING.intersection(said))


def _in_full(role: str) -> str:
    """A role with its abbreviated titles written out: "Governor" for "Gov."."""
    return " ".join(WRITTEN_OUT.get(word.rstrip(".").lower(), word) for word in role.split())


def _ranked(role: str) -> str:
    """Which office of another rank a role in lower case is, if it is one: "prime minister"; else ""."""
    return next((office for office in _RANKING if office in role), "")


def _titles(said: Sequence[str]) -> list[str]:
    """The titles in the words of a role before what they are of, a head of state's being those that one may have."""
    governor = next((k for k, low in enumerate(said) if low in GOVERNING), len(said))
    titles = [low for low in said[:governor] if is_title(low)]
    if "head" in titles and said[-2:] == ["of", "state"]:
        return ["president", "king", "emir", "queen"]
    if "head" in titles and said[-2:] == ["of", "government"]:
        return ["prime minister", "premier", "chancellor", "taoiseach"]
    if titles and titles[-1] == "diplomat":
        return [*titles, *_DIPLOMATS]
    return titles or (["president"] if said[-3:] == ["head", "of", "state"] else [])
