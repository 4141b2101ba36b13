"""The body that a common noun stands for: "the council" is Sarn Borough Council, "the company" Norgaz, a gas producer.

Where two bodies of a text may be called so, neither is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

from store.analysis.bodies_called import COMPANY, NOUNS, Called, is_common
from store.analysis.cues import DETERMINERS
from store.analysis.names import Mention
from store.analysis.people import Person
from store.analysis.roles import COUNTRIES, DEMONYMS
from store.analysis.speakers import Speakers

_LOOK_BACK = 120
"""Mentions before a noun among which others are looked for that are named more often."""
_MORE = 2
"""How many times as often another is named for "the company" to be likelier that one."""
_VAGUE = COMPANY | {"group"}
"""Nouns of bodies that may stand for one whose name tells nothing of it."""
_BASED = "-based"
"""Ends a word that tells where a body is, and not what: "the Lest-based company"."""
_OF_ROLE = re.compile(r"\b(?:of|at) (?:the )?([A-Z]\S*)|([A-Z]\S*?) ?[’']s? ")
"""A name in a role, of which somebody has it."""
_OF_HEAD = re.compile(r"(?i:\b(?:head|director|chair|chairman|chairwoman|chief) (?:of|at) (?:the )?)([A-Z]\S*)")
"""The same where the role makes them its head."""
_OF_MINISTERS = frozenset(("department", "ministry"))
_NO_MATTERS = frozenset(
    "a and by cabinet chief deputy first former general government junior new or permanent press prime regional senior "
    "state then to vice with".split()
)
"""Words beside "minister" that tell of no matter."""


def body_meant(speakers: Speakers, number: int, first: int, said: Sequence[str]) -> Person | None:
    """The only body named before word `first` of a sentence that the words of a phrase (lower case) may stand for."""
    short = [low for low in said if not low.endswith(_BASED)]
    if not short or short[-1] not in NOUNS:
        return None
    nouns = {short[-1], "company"} if short == ["group"] != said else {short[-1]}
    meant: Person | None = None
    for one in _called_before(speakers, nouns, (number, first)):
        if one.body is meant or (len(short) > 1 and not (one.named and _is_short_for(one.body, short))):
            continue
        if meant is not None:
            return None
        meant = one.body
    return meant if meant and not _is_of_another(speakers, number, first, short[0], meant) else None


def _called_before(speakers: Speakers, nouns: Iterable[str], place: tuple[int, int]) -> Iterator[Called]:
    """The bodies named before a word of a sentence that some nouns may stand for."""
    for noun in nouns:
        for one in speakers.called.get(noun, ()):
            if (one.sentence, one.word) >= place:
                break
            yield one


def _is_of_another(speakers: Speakers, number: int, first: int, noun: str, body: Person) -> bool:
    """Whether a noun is likelier another: whose head or minister was named, for "the company" who is far more often."""
    if noun in _OF_MINISTERS and _is_of_another_minister(speakers, number, first, body):
        return True
    owner_of = _OF_ROLE if noun in _VAGUE else _OF_HEAD
    if not {*_owners(owner_of, (mention for mention, _ in speakers.mentions_in(number, 0, first)))} <= {*body.name}:
        return True
    others = (person for _, person in speakers.before(number, first, _LOOK_BACK) if person is not body)
    nameable = (one for one in others if not (one.human or one.gender or is_common(one.name)))
    return noun in _VAGUE and any(one.mentions >= _MORE * body.mentions for one in nameable)


def _is_of_another_minister(speakers: Speakers, number: int, first: int, body: Person) -> bool:
    """Whether a minister of another matter comes after a body: "the farm minister" after the Ministry of Trade."""
    since = takewhile(lambda pair: pair[1] is not body, speakers.before(number, first, _LOOK_BACK))
    roles = [person.role.lower().split() for _, person in since]
    matters = chain.from_iterable(map(_matters, [speakers.sentences[number].lower[:first], *roles]))
    return not {*matters} <= {word.lower() for word in body.name}


def _matters(lower: Sequence[str]) -> Iterator[str]:
    """What the ministers among some words are of: "trade" in "minister of trade", "trade minister"."""
    for k, low in enumerate(lower):
        if low not in ("minister", "secretary"):
            continue
        word = next(iter(lower[max(0, k - 1) : k]), "")
        if lower[k + 1 : k + 2] in (["of"], ["for"]):
            word = next((one for one in lower[k + 2 : k + 4] if one != "the"), "")
        if word.isalpha() and word not in _NO_MATTERS | DETERMINERS | DEMONYMS | COUNTRIES:
            yield word


def _is_short_for(body: Person, said: Sequence[str]) -> bool:
    """Whether several words name a body in short: "the central bank" the Norrin Central Bank.

    "The Norrish army" is not the Free Norrish Army.
    """
    return len(said) < len(body.name) and {*said} <= {*map(str.lower, body.name)} and DEMONYMS.isdisjoint(said)


def _owners(pattern: re.Pattern[str], mentions: Iterator[Mention]) -> Iterator[str]:
    """The names of whom the roles of some are, by a pattern: "president of Norgaz", "Norgaz’s engineer"."""
    for mention in mentions:
        for owner in pattern.finditer(mention.role):
            yield next(filter(None, owner.groups()))
