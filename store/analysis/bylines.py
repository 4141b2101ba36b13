"""The byline above an article: who wrote it, and the outlet, place and day that may stand with the name."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.analysis.cues import DAYS
from store.analysis.datelines import LINES_LOOKED_AT, whole_day
from store.analysis.genders import gender_of_name
from store.analysis.imprints import SEPARATORS, closes_as_outlet, head_lines, is_outlet, stands_above
from store.analysis.months import MONTHS
from store.analysis.ordinary_words import ORDINARY_WORDS

_LONGEST = 100

_SMALL = "al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|van|von|y|zu"
_INSIDE = frozenset((*_SMALL.split("|"), "and", "&"))
"""Words in small letters among names."""
_NAME = r"(?!(?:and|in) )[^\W\d_][\w'’.-]*"
_PERSON = rf"{_NAME}(?: (?:(?:{_SMALL}) )*{_NAME}){{1,3}}"
_PLACE = r"(?P<place>[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,3})"
_WRITER = r"(?:correspondent|editor|reporter|writer|columnist|bureau chief)s?"
_FUNCTION = rf"(?:[^\W\d_]+(?:['’]s)?[ -]){{0,3}}{_WRITER}"
"""What somebody who wrote is at the outlet: "political editor"."""
_AUTHORS = re.compile(
    rf"By (?:{_FUNCTION} )?(?P<authors>{_PERSON}(?:(?:, {_PERSON})*,? (?:and|&) {_PERSON})?)(?:,? in {_PLACE})?",
    re.IGNORECASE,
)
_CORRESPONDENT = re.compile(
    rf"(?:From|By) (?:our|a)(?: own| special| staff)? correspondents? in {_PLACE}", re.IGNORECASE
)
_SPECIAL = re.compile(r"Special to (?:the )?", re.IGNORECASE)
_TELLS_FUNCTION = re.compile(rf"(?:.*[ -])?{_WRITER}(?: (?:at|for|in|of) .+)?", re.IGNORECASE)

_NOBODY = frozenset(
    """
    afp ap associated association columnist correspondent desk editor editorial our reporter reuters service staff tass
    the writer
    """.split()
)
"""Words of what is no person's name after "By"."""
_ORDINARY = ORDINARY_WORDS | DAYS | MONTHS.keys() | {"midnight"}


class Byline(NamedTuple):
    """Who wrote an article, where, for which outlet and on which day, in ISO; "" for what its byline does not say."""

    author: str = ""
    place: str = ""
    outlet: str = ""
    published: str = ""


def parse_byline(text: str) -> Byline:
    """Read the first byline among the first lines, below the headline and above the first paragraph.

    Knows "By Ann Lee, political editor", "By Ann Lee & Bo Roe", "By Ann Lee and Bo Roe, Harbour Herald, 22 May 2031"
    and "From our correspondent in Lest, 9 February 2031". The name of who wrote is in capitals or begins with them, as
    does what else stands in the line, but for what somebody is at the outlet.
    """
    lines = head_lines(text)
    for number in range(1, min(len(lines), LINES_LOOKED_AT)):
        if not stands_above(lines, number) or lines[number].endswith((".", "!", "?", "…")):
            return Byline()
        if len(lines[number]) <= _LONGEST and (found := _byline(lines[number])):
            return found
    return Byline()


def is_byline(line: str) -> bool:
    """Whether a line tells who wrote, so that nobody speaks or is told of in it: "By Ann Lee & Bo Roe"."""
    return len(line) <= _LONGEST and _byline(line) is not None


def _byline(line: str) -> Byline | None:
    if not (found := _CORRESPONDENT.match(line) or _AUTHORS.match(line)):
        return None
    before, *parts = SEPARATORS.split(line[found.end() :])
    rest = [part for part in parts if not _TELLS_FUNCTION.fullmatch(part)]
    author, place = found.groupdict().get("authors", ""), found["place"] or ""
    if before or not _has_capitals(f"{author} {place}") or _is_nobody(author):
        return None
    if not all(part[:1].isupper() or whole_day(part) for part in rest):
        return None
    outlet = next(filter(is_outlet, (_SPECIAL.sub("", part) for part in rest)), "")
    return Byline(author, place, outlet, next(filter(None, map(whole_day, rest)), ""))


def _is_nobody(author: str) -> bool:
    """Whether words after "By" name nobody: an agency, a desk, a day, or ordinary words ("By Popular Demand")."""
    lower = [word for word in author.lower().split() if word not in _INSIDE]
    ordinary = _ORDINARY.issuperset(lower) and not (lower and gender_of_name(lower[0]))  # "Faith Hope"
    return bool(lower) and (ordinary or closes_as_outlet(author) or not _NOBODY.isdisjoint(lower))


def _has_capitals(name: str) -> bool:
    """Whether a name is written as one: each word has a capital, but for the small ones inside."""
    return all(word[0].isupper() or word in _INSIDE for word in name.split())
