"""The bodies of a text by the nouns that may stand for them: "council" for Sarn Borough Council, "company" for Norgaz.

A body is called by the head of its name, by the noun beside it ("research firm Velmo", "Velmo, a maker of rails"), or
company where somebody is its chief executive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from store.analysis.cues import CLAUSE_WORDS
from store.analysis.names import Mention
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.people import GOVERNING, Person, head_of
from store.analysis.roles import BODY_WORDS, BUSINESSES, COUNTRIES, DEMONYMS, FIRMS, TWO_WORD_PLACES
from store.analysis.sentence_words import Sentence

_APPOSED = 8
"""Words after "Velmo, a" among which the noun stands that tells what Velmo is."""
COMPANY = frozenset(("company", "firm"))
_TRADES = COMPANY | BUSINESSES | frozenset("carrier distributor giant maker miner producer start-up subsidiary".split())
"""Nouns for companies, which "the company" stands for too."""
_APPOSED_TO = _TRADES | frozenset(
    "agency alliance association bank charity club foundation group hospital institute league network newspaper "
    "organisation organization party union".split()
)
"""Those that stand right before a name: "research firm Velmo", where "the government Norrin" tells of two."""
NOUNS = (
    (BODY_WORDS - FIRMS - {"government"})
    | _TRADES
    | {"group", "charity", "hospital", "monitor", "regulator", "watchdog"}
)
"""Nouns that a body may be called by."""
_COMMON = NOUNS | BODY_WORDS | DEMONYMS | COUNTRIES
"""Words that alone are no body's name."""
_PAST_OFFICE = frozenset(("former", "then", "ex"))
_ORGANISATIONS = frozenset(
    "alliance association campaign foundation league movement network society trust watch".split()
)
"""What "the organisation" may be by its name."""
_QUALIFYING = frozenset("acting deputy interim new incoming former".split())
"""Words that qualify an office, and are no company's."""
_LEGAL = frozenset("ag corp gmbh inc llc ltd plc sa".split())
"""What stands after the name of a firm, in small letters too."""
_OFFICE = r"(?:chief (?:executive|financial|operating)|ceo|cfo|managing director)(?: officer)?"
_NAME = r"[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3}"
_OWNER = re.compile(rf"(?P<before>{_NAME}?)(?: ?[’']s?)? (?i:{_OFFICE})$|(?i:{_OFFICE}) (?:of|at) (?P<after>{_NAME})")
"""The company of whom a role makes its head: "Norgaz Chief Executive", "chief executive of Norgaz"."""


class Called(NamedTuple):
    """A body that a noun may stand for after a word of a sentence, `named` where the noun is the head of its name."""

    sentence: int
    word: int
    body: Person
    named: bool


def bodies_called(
    sentences: Sequence[Sentence], mentions: Iterable[tuple[Mention, Person]], known: Callable[[str], Person | None]
) -> Mapping[str, Sequence[Called]]:
    """The bodies of a text by the nouns that may stand for them, each where it is named first, in text order.

    Args:
        sentences: The text.
        mentions: Every name in it, and whom it names.
        known: Finds the body of a written name, if the text names it by itself.
    """
    found: dict[str, dict[Person, Called]] = {}
    firms: dict[str, Person] = {}
    for mention, person in mentions:
        place = mention.sentence, mention.first
        opens = mention.first == 0 or (mention.first == 1 and sentences[mention.sentence].lower[0] == "the")
        for noun in _heads(person, opens) if person.body else ():
            found.setdefault(noun, {}).setdefault(person, Called(*place, person, True))
        if is_common(person.name):
            continue
        firm = _firm_of(mention.role)
        if firm and firm not in firms:
            firms[firm] = known(firm) or Person(tuple(firm.split()), body=True)
        body = firms[firm] if firm else person
        nouns = COMPANY if firm else _nouns_of(sentences[mention.sentence], mention, person)
        for noun in nouns:
            found.setdefault(noun, {}).setdefault(body, Called(*place, body, False))
    return {noun: [*bodies.values()] for noun, bodies in found.items()}


def _heads(body: Person, opens: bool) -> Iterator[str]:
    """What a body is by its name of several words: "council" of "Sarn Borough Council", "bank" of "Bank of Lest".

    Any that opens a sentence may be "the organisation" in the next.
    """
    name = [word.lower() for word in body.name]
    whose = next((k for k, word in enumerate(name) if word in GOVERNING), len(name))
    head = name[whose - 1]
    if len(name) == 1 or " ".join(name) in TWO_WORD_PLACES:
        return
    if head in NOUNS:
        yield head
    if opens and head in _ORGANISATIONS:
        yield from ("organisation", "organization")


def _firm_of(role: str) -> str:
    """The company whose chief executive has a role, "" for none, or one of the past."""
    owner = _OWNER.search(role)
    if owner is None or not _PAST_OFFICE.isdisjoint(role.lower().replace("-", " ").split()):
        return ""
    name = next(filter(None, owner.groups()))
    return name if _may_be_firm(name.split()) else ""


def _nouns_of(sentence: Sentence, mention: Mention, person: Person) -> frozenset[str]:
    """The nouns that may stand for a name by what stands beside it, "company" for every trade."""
    if mention.gender:
        return frozenset()
    beside = {head_of(mention.role)} & _TRADES if mention.role else {*_nouns_beside(sentence, mention)} & NOUNS
    nouns = frozenset(beside)
    return nouns if nouns.isdisjoint(_TRADES) and not _is_of_a_firm(sentence, mention, person) else nouns | COMPANY


def _may_be_firm(name: Sequence[str]) -> bool:
    """Whether a name before or after an office may be a company's: "Norgaz", not "Deputy", "Tarn Council"."""
    other = name[-1].lower() in BODY_WORDS - FIRMS or name[0].lower() in _QUALIFYING
    return not (other or is_common(name))


def is_common(name: Sequence[str]) -> bool:
    """Whether a name is no body's own: "Group", "Dutch", "Norway"."""
    return all(word.lower() in _COMMON for word in name)


def _is_of_a_firm(sentence: Sentence, mention: Mention, person: Person) -> bool:
    """Whether a name is that of a firm by its form or by its shares: "Norgaz plc", "shares in Norgaz"."""
    lower = sentence.lower
    formed = person.name[-1].lower() in FIRMS or not _LEGAL.isdisjoint(lower[mention.last : mention.last + 1])
    return formed or lower[max(0, mention.first - 2) : mention.first] in (["shares", "of"], ["shares", "in"])


def _nouns_beside(sentence: Sentence, mention: Mention) -> Iterator[str]:
    """The nouns that tell what a name is: the one right before it, and the head of what stands after it and a comma."""
    lower, last = sentence.lower, mention.last
    if mention.first and lower[mention.first - 1] in _APPOSED_TO:
        yield lower[mention.first - 1]
    if sentence.words[last : last + 1] == [","] and lower[last + 1 : last + 2] in (["a"], ["an"], ["the"]):
        reach = range(last + 2, min(last + 2 + _APPOSED, len(sentence)))
        end = next((k for k in reach if _ends_phrase(lower[k])), 0)
        if end > last + 2 and not (lower[last + 1] == "the" and lower[end].endswith("ed")):  # ", the bank noted"
            yield lower[end - 1]


def _ends_phrase(low: str) -> bool:
    """Whether a noun phrase ends before a word: "a maker | of rails", "a firm | based in", "a group | that"."""
    return low in GOVERNING or low in CLAUSE_WORDS or low.endswith("ed") or not (low[0].isalpha() or low in POSSESSIVE)
