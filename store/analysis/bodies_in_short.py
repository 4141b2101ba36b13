"""The body that a common noun stands for: "the council" is Sarn Borough Council, "the company" Norgaz, a gas producer.

A body is called by the head of its name, by the noun beside it ("research firm Velmo", "Velmo, a maker of rails"), or
company where somebody is its chief executive. Where two bodies of a text may be called so, neither is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from store.analysis.cues import CLAUSE_WORDS
from store.analysis.names import Mention
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.people import GOVERNING, Person
from store.analysis.roles import BODY_WORDS, BUSINESSES, COUNTRIES, DEMONYMS, FIRMS, TWO_WORD_PLACES
from store.analysis.sentence_words import Sentence
from store.analysis.speakers import Speakers

_LOOK_BACK = 120
"""Mentions before a noun among which others are looked for that are named more often."""
_APPOSED = 8
"""Words after "Velmo, a" among which the noun stands that tells what Velmo is."""
_COMPANY = frozenset(("company", "firm"))
_MORE = 2
"""How many times as often another is named for "the company" to be likelier that one."""
_VAGUE = _COMPANY | {"group"}
"""Nouns of bodies that may stand for one whose name tells nothing of it."""
_TRADES = (
    _COMPANY | BUSINESSES | frozenset("carrier distributor giant maker miner producer start-up subsidiary".split())
)
"""Nouns for companies, which "the company" stands for too."""
_APPOSED_TO = _TRADES | frozenset(
    "agency alliance association bank charity club foundation group hospital institute league network newspaper "
    "organisation organization party union".split()
)
"""Those that stand right before a name: "research firm Velmo", where "the government Norrin" tells of two."""
_NOUNS = (
    (BODY_WORDS - FIRMS - {"government"})
    | _TRADES
    | {"group", "charity", "hospital", "monitor", "regulator", "watchdog"}
)
"""Nouns that a body may be called by."""
_COMMON = _NOUNS | BODY_WORDS | DEMONYMS | COUNTRIES
"""Words that alone are no body's name."""
_PAST_OFFICE = frozenset(("former", "then", "ex"))
_QUALIFYING = frozenset("acting deputy interim new incoming former".split())
"""Words that qualify an office, and are no company's."""
_OFFICE = r"(?:chief (?:executive|financial|operating)|ceo|cfo|managing director)(?: officer)?"
_NAME = r"[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3}"
_OWNER = re.compile(rf"(?P<before>{_NAME}?)(?: ?[’']s?)? (?i:{_OFFICE})$|(?i:{_OFFICE}) (?:of|at) (?P<after>{_NAME})")
"""The company of whom a role makes its head: "Norgaz Chief Executive", "chief executive of Norgaz"."""
_HEADS = re.compile(
    rf"(?i:head|chairman|chairwoman|chair|founder|owner|director|spokes\w+) (?:of|at|for) (?P<of>{_NAME})"
)
"""Whoever else speaks for a company beside it: "the head of Norgaz said the company"."""
_OF_ROLE = re.compile(r"\b(?:of|at) (?:the )?([A-Z]\S*)|([A-Z]\S*?) ?[’']s? ")
"""A name in a role, of which somebody has it."""


def body_meant(speakers: Speakers, number: int, first: int, said: Sequence[str]) -> Person | None:
    """The only body named before word `first` of a sentence that the words of a phrase (lower case) may stand for."""
    if said[-1] not in _NOUNS:
        return None
    meant: Person | None = None
    for called in _called(speakers).get(said[-1], ()):
        if (called.sentence, called.word) >= (number, first):
            break
        fits = called.named and _is_short_for(called.body, said) if len(said) > 1 else True
        if not fits or called.body is meant or (called.beside and called.sentence != number):
            continue
        if meant is not None:
            return None
        meant = called.body
    return meant if meant and not _is_of_another(speakers, number, first, said[0], meant) else None


def _is_of_another(speakers: Speakers, number: int, first: int, noun: str, body: Person) -> bool:
    """Whether "the company" is likelier another: whose somebody beside it is, or who is named far more often."""
    if noun not in _VAGUE:
        return False
    owners = {*_owners(mention for mention, _ in speakers.mentions_in(number, 0, first))}
    others = (person for _, person in speakers.before(number, first, _LOOK_BACK) if person is not body)
    nameable = (one for one in others if not (one.human or one.gender or _is_common(one.name)))
    return not owners <= {*body.name} or any(one.mentions >= _MORE * body.mentions for one in nameable)


class _Called(NamedTuple):
    """A body that a noun may stand for after a word of a sentence: as the head of its name, or by what is beside it.

    `beside` tells that it may in that sentence alone.
    """

    sentence: int
    word: int
    body: Person
    named: bool
    beside: bool


@lru_cache(maxsize=1)  # of the text that is read: its phrases ask one after the other
def _called(speakers: Speakers) -> dict[str, list[_Called]]:
    """The bodies of a text by the nouns that may stand for them, in text order."""
    found: dict[str, list[_Called]] = {}
    firms: dict[str, Person] = {}
    for mention, person in speakers.all():
        place = mention.sentence, mention.first
        if person.body and (noun := _head(person)):
            found.setdefault(noun, []).append(_Called(*place, person, True, False))
        if _is_common(person.name):
            continue
        firm, beside = _firm_of(mention.role)
        if firm and firm not in firms:
            firms[firm] = speakers.by_full_name(firm).person or Person(tuple(firm.split()), body=True)
        body = firms[firm] if firm else person
        nouns = _COMPANY if firm else _nouns_of(speakers.sentences[mention.sentence], mention, person)
        for noun in nouns:
            found.setdefault(noun, []).append(_Called(*place, body, False, beside))
    return found


def _head(body: Person) -> str:
    """What a body is by its name of several words: "council" of "Sarn Borough Council", "bank" of "Bank of Lest"."""
    name = [word.lower() for word in body.name]
    whose = next((k for k, word in enumerate(name) if word in GOVERNING), len(name))
    head = name[whose - 1]
    return head if len(name) > 1 and head in _NOUNS and " ".join(name) not in TWO_WORD_PLACES else ""


def _firm_of(role: str) -> tuple[str, bool]:
    """The company whose chief executive has a role, or who else speaks for one; whether only beside it."""
    for office, beside in ((_OWNER, False), (_HEADS, True)) if role else ():
        if owner := office.search(role):
            name = next(filter(None, owner.groups()))
            past = not _PAST_OFFICE.isdisjoint(role.lower().replace("-", " ").split())
            return (name, beside) if _may_be_firm(name.split()) and not past else ("", False)
    return "", False


def _nouns_of(sentence: Sentence, mention: Mention, person: Person) -> frozenset[str]:
    """The nouns that may stand for a name by what stands beside it, "company" for every trade."""
    if mention.gender:
        return frozenset()
    trade = frozenset(mention.role.lower().split()[-1:]) & _TRADES
    nouns = trade if mention.role else frozenset(_nouns_beside(sentence, mention)) & _NOUNS
    return nouns if nouns.isdisjoint(_TRADES) and not _is_of_a_firm(sentence, mention, person) else nouns | _COMPANY


def _may_be_firm(name: Sequence[str]) -> bool:
    """Whether a name before or after an office may be a company's: "Norgaz", not "Deputy", "Tarn Council"."""
    other = name[-1].lower() in BODY_WORDS - FIRMS or name[0].lower() in _QUALIFYING
    return not (other or _is_common(name))


def _is_common(name: Sequence[str]) -> bool:
    """Whether a name is no body's own: "Group", "Dutch", "Norway"."""
    return all(word.lower() in _COMMON for word in name)


def _is_short_for(body: Person, said: Sequence[str]) -> bool:
    """Whether several words name a body in short: "the central bank" the Norrin Central Bank.

    "The Norrish army" is not the Free Norrish Army.
    """
    return len(said) < len(body.name) and {*said} <= {*map(str.lower, body.name)} and DEMONYMS.isdisjoint(said)


def _is_of_a_firm(sentence: Sentence, mention: Mention, person: Person) -> bool:
    """Whether a name is that of a firm by its form or by its shares: "Norgaz plc", "shares in Norgaz"."""
    lower = sentence.lower
    formed = person.name[-1].lower() in FIRMS or not FIRMS.isdisjoint(lower[mention.last : mention.last + 1])
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


def _owners(mentions: Iterator[Mention]) -> Iterator[str]:
    """The last words of those of whom the roles of some names are: "president of Norgaz", "Norgaz’s engineer"."""
    for mention in mentions:
        for owner in _OF_ROLE.finditer(mention.role):
            yield next(filter(None, owner.groups()))
