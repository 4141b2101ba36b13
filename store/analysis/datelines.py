"""The dateline that opens a wire article: where, on which day, by whom; and the slugs before its headline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from store.analysis.months import MONTHS
from store.model import Span

LINES_LOOKED_AT = 6
"""A headline, a byline and a kicker may stand above the dateline."""

RECENT = 60
"""Days from publishing to saving within which the day of import may tell the year."""

_LONGEST = 160

_ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d", re.ASCII)

_MONTH = r"(?P<{}>[^\W\d_]{{3,12}})\.?"
_YEAR = r"(?:(?:,\s*|\s+)(?P<{}>(?:19|20)\d\d)(?:\s*г\.)?)?"
_DATE = re.compile(
    rf"\b(?P<day1>[0-3]?\d)\.?\s+{_MONTH.format('month1')}{_YEAR.format('year1')}(?!\w)"
    rf"|\b{_MONTH.format('month2')}\s+(?P<day2>[0-3]?\d){_YEAR.format('year2')}(?!\w)"
    r"|(?<![\w.])(?P<day3>[0-3]?\d)\.(?P<month3>[01]?\d)\.(?P<year3>(?:19|20)\d\d)(?!\w)"
)
_PLACE_WORDS = r"[^\W\d_][\w'’.]*(?:[ \-][^\W\d_][\w'’.]*){0,4}(?:,(?: [^\W\d_][\w'’.]*){1,3}){0,2}"
_OUTLET = re.compile(r"[\s.,]*(?:\((?P<round>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,60})/\.?)")
_AFTER_DAY = re.compile(
    rf"(?:,?\s+(?P<place>{_PLACE_WORDS}))?\s*"
    r"(?:\((?P<round>[^()\n]{2,60})\)(?:\.|\s*[–—―]|\s--?)|/(?P<slash>[^/\n]{2,60})/(?:\.|\s*[–—―]|\s--?)?)(?=\s|$)"
)
_CORRESPONDENT = re.compile(r"(?:Корр|Corr)\.\s*")
_OUTLET_FIRST = re.compile(r"\s*\((?P<outlet>[^()\n]{2,60})\),?\s*")
_OUTLET_BARE = re.compile(r"(?:\.|(?<=\.))\s+(?P<outlet>[^\W\d_][\w. ]{1,30}?)(?=\s+[–—―-]\s)")
_DASH = re.compile(r"[\s.]*(?:[–—―]|(?<=[\s.])--?)(?=\s|$)")
_STOP = re.compile(r"\.(?=\s|$)")
_FULL_STOP = re.compile(r"(?<=\w\w\w)\.$")
_PLACE_END = re.compile(r",?\s*(?:\(|/|[–—―]|\s--?\s)")
_PLACE = re.compile(_PLACE_WORDS)
_ABBREVIATED = re.compile(r"[a-z]{2,4}(?:[/-][a-z]{2,4})?|AFP|AP|EFE|ANSA|APA|ATS|Reuters|TASS|Xinhua")
"""Outlets whose dateline may be without a day in small letters: "Berlin (dpa) -"."""
_RUSSIAN_AGENCY = re.compile(r"\s*(РИА [А-ЯЁ]\w+|ТАСС|Интерфакс|БелТА|БЕЛТА)(?=[.,\s])\.?")
_SLUGS = re.compile(
    r"(?:(?:ADVISORY|ANALYSIS|CORRECTED|EXCLUSIVE|EXPLAINER|FACTBOX|FEATURE|FOCUS|INSIGHT|INTERVIEW|NEWSMAKER|OFFICIAL"
    r"|PREVIEW|REFILE|RPT|TIMELINE|UPDATE|URGENT|WRAPUP)(?: \d{1,2})?-(?:\([A-Z ]{2,20}\)-)?){1,3}"
)
_CHINESE = re.compile(
    r"(?P<outlet>[\u4e00-\u9fff]{2,6}?[社网報报])(?P<place>[\u4e00-\u9fff]{2,8}?)"
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:电|電|讯|訊)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; parts it does not say are "" or None. `span` covers it without the words that follow."""

    place: str
    day: int | None
    month: int | None
    year: int | None
    outlet: str
    span: Span


def slug_end(text: str, start: int) -> int:
    """Where a headline begins after an agency's slugs at an offset, "RPT-UPDATE 2-"; there where there are none."""
    found = _SLUGS.match(text, start)
    return found.end() if found else start


def parse_dateline(text: str) -> Dateline | None:
    """Find the dateline at the start of one of the first lines.

    Knows "MINSK, 11 November (BelTA) –", "LONDON, Nov 11 (Reuters) -", "MOSCOW, November 11. /TASS/.",
    "WASHINGTON (AP) —", "Berlin (dpa) -", "Madrid, 11 nov (EFE).-", "МИНСК, 11 ноября. /ТАСС/.",
    "MINSK, 11 November (BelTA).", "11 ноября, Минск /Корр. БЕЛТА/.", "Минск. 11 ноября. ИНТЕРФАКС -",
    "新华社北京11月11日电". A place alone counts only in capitals before a dash; with
    both a date and an outlet small letters do, or before the abbreviated name of an agency.
    """
    start = 0
    for _ in range(LINES_LOOKED_AT):
        while start < len(text) and text[start] in " \t\n\ufeff\u3000":
            start += 1
        end = text.find("\n", start)
        line = text[start : min(start + _LONGEST, end if end >= 0 else len(text))]
        if found := _chinese(line, start) or _western(line, start):
            return found
        if end < 0:
            break
        start = end
    return None


def whole_day(words: str) -> str:
    """The day that some words are and nothing else, in ISO; "" for others."""
    if _ISO_DAY.fullmatch(words):
        year, month, day = map(int, words.split("-"))
    elif (found := _DATE.fullmatch(words)) and (known := _day(found)) and known[2]:
        day, month, year = known[0], known[1], known[2]
    else:
        return ""
    return f"{year}-{month:02}-{day:02}" if _possible(day, month, year) else ""


def _western(line: str, start: int) -> Dateline | None:
    when = _date_in(line)
    if when and not when.start():
        return _day_first(line, when, start)
    place_end = _PLACE_END.search(line)
    first = None
    if when and place_end and place_end.start() < when.start():
        first = _OUTLET_FIRST.fullmatch(line, place_end.start(), when.start())
        when = when if first else None
    if not (when or place_end):
        return None
    ends = when.start() if when and not first else place_end.start() if place_end else 0
    place = _FULL_STOP.sub("", line[:ends].rstrip(" ,"))
    outlet, closed, end = _closing(line, when.end() if when else len(place), dated=bool(when))
    outlet = outlet or (first["outlet"].strip() if first else "")
    if not _PLACE.fullmatch(place) or not _opens(place, bool(when), outlet, closed):
        return None
    day, month, year = (when and _day(when)) or (None, None, None)
    return Dateline(place, day, month, year, outlet, (start, start + end))


def _day_first(line: str, when: re.Match[str], start: int) -> Dateline | None:
    """The dateline that begins with its day: "11 November, MINSK /BelTA/.", in capitals without a place "(TNA)."."""
    found, known = _AFTER_DAY.match(line, when.end()), _day(when)
    if not (found and known):
        return None
    place, outlet = found["place"] or "", _CORRESPONDENT.sub("", (found["round"] or found["slash"]).strip())
    agency = outlet.isupper() or _ABBREVIATED.fullmatch(outlet)
    sure = agency or (place and (found["slash"] or place.isupper()))  # not "January 6, Washington (the Capitol) -"
    if not sure or place[:1].islower():
        return None
    return Dateline(place, *known, outlet, (start, start + found.end()))


def _closing(line: str, position: int, *, dated: bool) -> tuple[str, bool, int]:
    """Read what follows place and date: the outlet, whether slashes, a dash or a full stop close the dateline, the end.

    A full stop does so behind an outlet in brackets, where there is a date, and the outlet or the place is in capitals.
    """
    outlet, closed = "", False
    if named := _OUTLET.match(line, position):
        outlet, closed, position = (named["round"] or named["slash"]).strip(), bool(named["slash"]), named.end()
        one = outlet[:1].isupper() and " " not in outlet  # not "PARIS, July 14 (Bastille Day)."
        capitals = outlet.isupper() or (one and line.partition(",")[0].isupper())
        if dated and capitals and _STOP.match(line, position):
            return outlet, True, position + 1
    elif (bare := _OUTLET_BARE.match(line, position)) and all(word[0].isupper() for word in bare["outlet"].split()):
        outlet, position = bare["outlet"], bare.end()
    dash = _DASH.match(line, position)
    if dash:
        position = dash.end()
        if not outlet and (agency := _RUSSIAN_AGENCY.match(line, position)):
            outlet, position = agency[1], agency.end()
    return outlet, closed or bool(dash), position


def _opens(place: str, dated: bool, outlet: str, closed: bool) -> bool:
    """Whether such a beginning is a dateline and not the start of a sentence."""
    city = place.split(",")[0]
    if city.isupper() and len(city) > 2:
        return closed
    named = bool(outlet) if dated else _ABBREVIATED.fullmatch(outlet) is not None
    return place[0].isupper() and named and closed


def _date_in(line: str) -> re.Match[str] | None:
    """The first date of a line; what looks like one may overlap it: "Lest. 4 March"."""
    found = _DATE.search(line)
    while found and not _day(found):
        found = _DATE.search(line, found.start() + 1)
    return found


def _day(found: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Day, month and year of a match, if there is such a day."""
    n = next(n for n in "123" if found["day" + n])
    named = found["month" + n].lower()
    month = int(named) if named.isdecimal() else MONTHS.get(named)
    day = int(found["day" + n])
    year = int(found["year" + n]) if found["year" + n] else None
    return (day, month, year) if month and _possible(day, month, year) else None


def _chinese(line: str, start: int) -> Dateline | None:
    found = _CHINESE.match(line)
    if not found:
        return None
    day, month = int(found["day"]), int(found["month"])
    year = int(found["year"]) if found["year"] else None
    if not _possible(day, month, year):
        return None
    return Dateline(found["place"], day, month, year, found["outlet"], (start, start + found.end()))


def _possible(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day; 29 February needs no year to be one."""
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


_YEARS = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/]|[.,]\d|-\d)")


def infer_year(day: int, month: int, text: str, latest: date) -> int | None:
    """Return the year of a dateline's day, or None where it has to be left open.

    A full date of the same day in the text decides. Else it is the latest such day not after `latest`, if that is
    recent and the text names no year or names this one too. (The latest year that a text names was the year it
    was published in for only 30% of 97 news articles, so a named year alone decides nothing.)

    Args:
        day: Day of the month, from 1.
        month: Month, from 1.
        text: The article.
        latest: The day after which it cannot have been published, such as the day of import.
    """
    for found in _DATE.finditer(text):
        said = _day(found)
        if said and said[2] and said[:2] == (day, month) and date(said[2], month, day) <= latest:
            return said[2]
    for year in (latest.year, latest.year - 1):
        if _possible(day, month, year) and 0 <= (latest - date(year, month, day)).days <= RECENT:
            named = {int(found[0]) for found in _YEARS.finditer(text)}
            return year if not named or year in named else None
    return None
