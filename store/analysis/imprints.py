"""The imprint above an article: the day it was published, on a line with its outlet or with what document it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.analysis.datelines import LINES_LOOKED_AT, whole_day
from store.analysis.dates import parse_date
from store.analysis.genders import gender_of_name
from store.analysis.markdown_marks import without_marks
from store.analysis.months import MONTHS
from store.analysis.roles import BODY_WORDS

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
_TIME = r"(?:(?:,| at|\s[–—-]|\s\|)?\s+\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,5}))?)?"
_BETWEEN = r"\s*(?:,|\||·|•|\s[–—-])\s+"
_LINE = re.compile(
    rf"(?:(?P<name>.+?){_BETWEEN})??{_LABEL}{_WEEKDAY}(?P<day>{_DAY})(?P<time>{_TIME})(?:{_BETWEEN}(?P<after>\D+))?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,5}")
_BYLINES = frozenset("by von par por di автор text words story".split())


_EVENTS = frozenset(
    "born died birth death meeting hearing session deadline due closes close closing ends opens until till from next "
    "valid expires event events starts applications application copyright".split()
)
"""Words beside a day that say what else than publishing was on it."""
_NOT_OF_DOCUMENTS = _EVENTS | {"embargo", "embargoed", "updated"}
_DOCUMENTS = frozenset(
    "release communiqué communique statement report hansard debates proceedings minutes transcript speech remarks "
    "address commentary comment editorial opinion op column analysis essay letter interview".split()
)
"""Words that say what kind of document a line heads."""
_DOCUMENT_WORDS = _DOCUMENTS | set("press news media official joint public for immediate use publication".split())
"""Words of a line that says no more than what kind of document follows."""
_LONGEST_DOCUMENT = 100
SEPARATORS = re.compile(r"\s*\|\s*|\s+[–—·•-]\s+|:\s+|(?<!\w\w\w \d)(?<!\w\w\w \d\d),\s+")
"""What parts a line that names a document, or who wrote; the comma of "June 14, 2025" does not."""


_OUTLETS = frozenset(
    """
    advertiser agency argus bulletin bureau chronicle courier daily dispatch echo examiner express gazette globe herald
    independent inquirer journal ledger magazine mail mercury mirror monitor news newspaper observer online post press
    radio record register report review sentinel standard star sun telegraph times today tribune tv voice weekly wire
    world агентство вестник вести время газета журнал известия комсомолка курьер новости правда радио труд бюллетень
    allgemeine anzeiger blatt tagblatt tageblatt tageszeitung zeitung nachrichten courrier figaro journal monde presse
    diario periódico prensa correo noticias jornal folha estado corriere gazzetta giornale gazeta wiadomości
    """.split()
)
"""Words of which outlets have one in their name."""

_SECTIONS = frozenset(
    "breaking business culture economy europe exclusive feature features finance guardian health international live "
    "local national opinion politics science sport sports technology travel updated video".split()
)
"""Words in capitals beside a day that say which section it stands in, and no place."""
_AGENCIES = frozenset(
    "afp ansa ap apa belta dpa efe interfax reuters tass upi xinhua белта интерфакс тасс 新华社".split()
)
"""Agencies whose name is one word."""


class Imprint(NamedTuple):
    """The day an article was published, in ISO, its outlet and where it was written, "" where that is not sure."""

    published: str = ""
    outlet: str = ""
    place: str = ""


class _Dated(NamedTuple):
    """A line that holds a day, and at most a name before it, or that of an outlet after it."""

    number: int
    name: str
    day: str


def parse_imprint(text: str, title: str) -> Imprint | None:
    """Find the one day that stands alone, or after a name, on one of the first lines, above the first paragraph.

    A name in capitals before the day is the place, unless it says that it is something else.

    Knows "June 10, 2025", "Date: 2025-08-14", "Sunday, 17 August 2025, 10:15 GMT", "The Morning Ledger, 12 March 2025"
    and "2025-03-12 | The Morning Ledger". The outlet is the name in the same line or the line before, where one of its
    words says that it is one.

    Args:
        text: The article, from its headline on, or from what follows it.
        title: Its headline, which is no outlet and dates nothing.
    """
    lines = head_lines(text)
    found = [dated for dated in _dated(lines) if lines[dated.number] != title or not dated.name]
    if not found or len({dated.day for dated in found}) > 1 or not stands_above(lines, found[0].number):
        return None
    first = found[0]
    above = lines[first.number - 1] if first.number else ""
    if not _EVENTS.isdisjoint(re.findall(r"\w+", f"{first.name} {above if above != title else ''}".lower())):
        return None
    named = first.name or (above if above != title else "")
    return Imprint(first.day, named if is_outlet(named) else "", first.name if _is_place(first.name) else "")


def head_lines(text: str) -> list[str]:
    """The lines that an article begins with, without marks and empty ones."""
    return [line for raw in text[:HEAD].split("\n") if (line := _bare(raw))]


def document_day(text: str) -> str:
    """The day, in ISO, of the first of the first lines that says what document this is, on which day; "" for none.

    Knows "PRESS RELEASE | 20 February 2031 | For immediate release", "House of Deputies: Official Report, 14 June
    2025", "*Commentary by Ann Lee — 9 April 2031*". Such a line is short, has one whole date between its separators and
    no other number, names its kind of document and no event, and stands above the first paragraph.
    """
    for line in head_lines(text)[:LINES_LOOKED_AT]:
        if len(line) > _LONGEST or line.endswith((".", "!", "?", "…")):
            return ""
        if len(line) <= _LONGEST_DOCUMENT and (day := _day_of_document(line)):
            return day
    return ""


def _day_of_document(line: str) -> str:
    """The day of a line that names a document and one whole date, in ISO; "" for others."""
    read = [(part, whole_day(part)) for part in (piece.strip(_MARKS) for piece in SEPARATORS.split(line))]
    days = [day for _, day in read if day]
    others = " ".join(part for part, day in read if not day)
    words = set(re.findall(r"[^\W\d_]+", others.lower()))
    named = not words.isdisjoint(_DOCUMENTS) and words.isdisjoint(_NOT_OF_DOCUMENTS)
    return days[0] if len(days) == 1 and named and not any(map(str.isdecimal, others)) else ""


def imprint_end(text: str) -> int:
    """Where the article begins whose imprint is the first line; 0 where it is not.

    That is a day alone, or with an outlet, a place in capitals or no more than the kind of document.
    The name of an agency alone may be the first line, and such a day the next.
    """
    line, end = _line_at(text, 0)
    if line.lower() in _AGENCIES:
        line, end = _line_at(text, end)
    first = next(_dated([line]), None)
    named = first and (not first.name or closes_as_outlet(first.name) or _is_place(first.name))
    sure = named or _only_names_document(line)  # most first lines are headlines
    return end if sure and text[end:].strip() else 0


def _only_names_document(line: str) -> bool:
    """Whether a line tells a kind of document, a day and no more: "PRESS RELEASE | 20 February 2031"."""
    words = re.findall(r"[^\W\d_]+", " ".join(part for part in SEPARATORS.split(line) if not whole_day(part)).lower())
    return bool(_day_of_document(line)) and _DOCUMENT_WORDS.issuperset(words)


def _is_place(words: str) -> bool:
    """Whether a name beside a day is likely to be where that was: it is in capitals, and no body and no document."""
    kinds = _OUTLETS | BODY_WORDS | _DOCUMENTS | _EVENTS | _SECTIONS | {"the"}
    lower = words.lower().split()
    named = words.isupper() and len(words) > 3 and is_name(words)  # "NPR" is none
    person = len(lower) > 1 and gender_of_name(lower[0])  # "VICTORIA" alone is none
    return named and kinds.isdisjoint(lower) and not person


def _line_at(text: str, start: int) -> tuple[str, int]:
    """The first line with words from an offset on, without marks, and where the next begins; "" for a last line."""
    begun = start + len(text[start:]) - len(text[start:].lstrip())
    end = text.find("\n", begun, begun + HEAD)
    return (_bare(text[begun:end]), end + 1) if end >= 0 else ("", start)


def _bare(line: str) -> str:
    """A line without marks, those of Markdown among them, and with single spaces."""
    return " ".join(without_marks(line).text.strip(_MARKS).split())


def _dated(lines: list[str]) -> Iterator[_Dated]:
    for number, line in enumerate(lines):
        found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
        if not found:
            continue
        name, after = ((found[group] or "").strip(_MARKS) for group in ("name", "after"))
        named = not name or (is_outlet(name) if found["time"] else is_name(name))
        if named and (not after or closes_as_outlet(after)) and (day := _day(found["day"])):
            yield _Dated(number, after or name, day)


def closes_as_outlet(words: str) -> bool:
    """Whether words name an outlet for sure: their last says so, as of "Lake Wire", not "World Health Day"."""
    return is_outlet(words) and words.partition(" of ")[0].split()[-1].lower() in _OUTLETS


def _day(written: str) -> str:
    """A day in ISO; "" where there is no such day."""
    try:
        return parse_date(written)[0]
    except ValueError:
        return ""


def stands_above(lines: list[str], number: int) -> bool:
    """Whether a line is one of the first, and no paragraph stands above it."""
    above = lines[:number]
    ended = (len(one) > _LONGEST or one.rstrip('”"’»)').endswith((".", "…", "!", "?")) for one in above)
    return number < LINES_LOOKED_AT and not any(ended)


def is_name(words: str) -> bool:
    """Whether words are written as a name is: with capitals, but for little ones, and without a full stop."""
    capital = all(word[0].isupper() or len(word) < 4 for word in words.split())
    return bool(_NAME.fullmatch(words)) and words[0].isupper() and capital


def is_outlet(words: str) -> bool:
    """Whether words name an outlet: an agency, or a name of several words of which one says so, and no byline."""
    if words.lower() in _AGENCIES:
        return True
    lower = words.lower().split()
    said = len(lower) > 1 and len(words) <= _LONGEST_OUTLET and is_name(words) and not _OUTLETS.isdisjoint(lower)
    byline = said and (lower[0] in _BYLINES or gender_of_name(lower[0]))
    return said and not byline and lower[-1] not in _DOCUMENTS  # as "press release" is one
