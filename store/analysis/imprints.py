"""The imprint above an article: the day it was published, alone on a line, and its outlet before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.analysis.datelines import LINES_LOOKED_AT
from store.analysis.dates import parse_date
from store.analysis.genders import gender_of_name
from store.analysis.months import MONTHS
from store.analysis.roles import COUNTRIES, TWO_WORD_PLACES

HEAD = 2_000
"""Characters in which no second day may stand alone: of two, nothing tells which is meant."""

_LONGEST = 160
"""Characters from which a line is a paragraph."""

_LONGEST_OUTLET = 50

_MARKS = " \t*_#>\u3000\ufeff"
_LABEL = r"(?:(?:date|dated|published|posted|дата|опубликовано)(?: on)?:?\s+)?"
_WEEKDAY = (
    r"(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?\s+)?"
)
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = (
    r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
)
_LINE = re.compile(rf"(?:(?P<name>.+?)\s*(?:,|\||·|•|\s[–—-])\s+)??{_LABEL}{_WEEKDAY}(?P<day>{_DAY})", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,5}")
_BYLINES = frozenset("by von par por di автор text words story".split())


class Imprint(NamedTuple):
    """The day an article was published, in ISO, and its outlet, "" where that is not sure."""

    published: str
    outlet: str


class _Dated(NamedTuple):
    """A line that holds a day, and at most a name before it."""

    number: int
    name: str
    day: str


def parse_imprint(text: str, title: str) -> Imprint | None:
    """Find the one day that stands alone, or after a name, on one of the first lines, above the first paragraph.

    Knows "June 10, 2025", "Date: 2025-08-14", "Sunday, 17 August 2025", "The Morning Ledger, 12 March 2025". The
    outlet is the name in the same line or the line before, unless that may be a person or a place.

    Args:
        text: The article, from its headline on, or from what follows it.
        title: Its headline, which is no outlet and dates nothing.
    """
    lines = [line for raw in text[:HEAD].split("\n") if (line := " ".join(raw.strip(_MARKS).split()))]
    found = [dated for dated in _dated(lines) if lines[dated.number] != title or not dated.name]
    if not found or len({dated.day for dated in found}) > 1 or not _stands_above(lines, found[0].number):
        return None
    first = found[0]
    if first.name:
        outlet = first.name if " " in first.name and _may_be_outlet(first.name) else ""
    else:
        before = lines[first.number - 1] if first.number else ""
        outlet = before if before != title and _may_be_outlet(before) else ""
    return Imprint(first.day, outlet)


def _dated(lines: list[str]) -> Iterator[_Dated]:
    for number, line in enumerate(lines):
        found = _LINE.fullmatch(line) if len(line) <= _LONGEST and line[-1].isdigit() else None
        name = (found["name"] or "").strip(_MARKS) if found else ""
        if found and (not name or _is_name(name)) and (day := _day(found["day"])):
            yield _Dated(number, name, day)


def _day(written: str) -> str:
    """A day in ISO; "" where there is no such day."""
    try:
        return parse_date(written)[0]
    except ValueError:
        return ""


def _stands_above(lines: list[str], number: int) -> bool:
    """Whether a line is one of the first, and no paragraph stands above it."""
    above = lines[:number]
    return number < LINES_LOOKED_AT and not any(len(one) > _LONGEST or one.endswith((".", "…")) for one in above)


def _is_name(words: str) -> bool:
    """Whether words are written as a name is: with capitals, but for little ones, and without a full stop."""
    capital = all(word[0].isupper() or len(word) < 4 for word in words.split())
    return bool(_NAME.fullmatch(words)) and words[0].isupper() and capital


def _may_be_outlet(words: str) -> bool:
    """Whether words name an outlet, as far as can be told: no byline, person, country or city that is known."""
    lower = words.lower()
    first = lower.partition(" ")[0]
    person = first in _BYLINES or gender_of_name(first)
    place = lower in COUNTRIES or lower in TWO_WORD_PLACES
    return len(words) <= _LONGEST_OUTLET and _is_name(words) and not person and not place
