"""Days and periods that a sentence names, as first and last day: "30 June 2025", "next month", "the second half"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from store.analysis.months import MONTHS
from store.model import Precision, Span

SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}
"""The last month of each season in the north; winter's is in the year after it began."""

PARTS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
"""Which quarter of a year a word names; halves are the first and any other."""

_ORDINALS = {"first": 1, "second": 2, "third": 3}


@dataclass(frozen=True, slots=True)
class Period:
    """A named day or period at [start, end) of a sentence, from its first to its last day.

    The days are None where they cannot be told, as without a day to count from. `guessed` is true where the year
    was not said, `range` where it is the later of two ends that are named, and the span takes in both.
    """

    days: tuple[date, date] | None
    precision: Precision
    span: Span
    guessed: bool = False
    range: bool = False


Days = tuple[date, date] | None
Reader = Callable[[re.Match[str], date | None], Days]


def month_days(year: int, month: int, months: int = 1) -> Days:
    """The first and last day of one or more months, counted on from a month (which may be over 12)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last_month = year + (month + months - 2) // 12, (month + months - 2) % 12 + 1
    if not date.min.year <= year <= last_year <= date.max.year:
        return None
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def slashed_day(first: int, second: int) -> tuple[int, int] | None:
    """Day and month of a date with slashes, written in either order; None where both orders make a date."""
    if first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else None


def _slashed(found: re.Match[str], _: date | None) -> Days:
    read = slashed_day(int(found["first"]), int(found["second"]))
    return _day(int(found["year"]), read[1], read[0]) if read else None


def _day(year: int, month: int, day: int) -> Days:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _year(found: re.Match[str], today: date | None) -> int | None:
    """The year that a phrase gives in figures or by "this year" and "next year"; None where it gives none."""
    said = found["year"]
    if not said:
        return None
    if said[-4:].isdigit():
        return int(said[-4:])
    return today.year + ("next" in said or "following" in said) if today else None


def _coming(today: date | None, make: Callable[[int], Days], prefix: str | None = None) -> Days:
    """The first of a yearly period that is not over yet; with "next" the one of the next calendar year."""
    if not today:
        return None
    if prefix and prefix.lower() == "next":
        return make(today.year + 1)
    this = make(today.year)
    return this if this and this[1] >= today else make(today.year + 1)


def _yearly(found: re.Match[str], today: date | None, make: Callable[[int], Days], prefix: str | None = None) -> Days:
    """A period of the year that the phrase gives, or the coming one."""
    if found["year"]:
        year = _year(found, today)
        return make(year) if year else None
    return _coming(today, make, prefix)


def _dated(found: re.Match[str], today: date | None) -> Days:
    return _yearly(found, today, lambda year: _day(year, MONTHS[found["month"].lower()], int(found["day"])))


def _ordinal_day(found: re.Match[str], today: date | None) -> Days:
    return _yearly(
        found, today, lambda year: _day(year, MONTHS[found["month"].lower()], _ORDINALS[found["ordinal"].lower()])
    )


def _month(found: re.Match[str], today: date | None) -> Days:
    return _yearly(found, today, lambda year: month_days(year, MONTHS[found["month"].lower()]), found["prefix"])


def _week_of_month(found: re.Match[str], today: date | None) -> Days:
    month = _yearly(found, today, lambda year: month_days(year, MONTHS[found["month"].lower()]))
    if not month:
        return None
    number = ("first", "second", "third").index(found["which"]) if found["which"] != "last" else 3
    first = month[0] + timedelta(days=7 * number)
    return first, month[1] if number == 3 else first + timedelta(days=6)


def _quarter(found: re.Match[str], today: date | None) -> Days:
    digit = found["digit"] or found["before"]
    number = int(digit) if digit else PARTS[found["which"].lower()]
    return _yearly(found, today, lambda year: month_days(year, 3 * number - 2, 3))


def _half(found: re.Match[str], today: date | None) -> Days:
    number = int(found["digit"]) if found["digit"] else min(2, PARTS[found["which"].lower()])
    return _yearly(found, today, lambda year: month_days(year, 6 * number - 5, 6))


def _season(found: re.Match[str], today: date | None) -> Days:
    name = found["season"].lower()
    if name == "winter":
        # A winter belongs to the year it began in; in January and February that is the year before.
        begun = today and today.replace(year=today.year - 1, month=12, day=1) if today and today.month < 3 else today
        return _yearly(found, begun, lambda year: month_days(year, 12, 3), found["prefix"])
    return _yearly(found, today, lambda year: month_days(year, SEASON_ENDS[name] - 2, 3), found["prefix"])


def _years(found: re.Match[str], today: date | None) -> Days:
    year = found["year"]
    return month_days(int(year if len(year) == 4 else found["from"][:2] + year), 1, 12)


def _decade(found: re.Match[str], today: date | None) -> Days:
    return month_days(int(found["year"]), 1, 120)


def _this_or_next(found: re.Match[str], today: date | None) -> Days:
    """This day, week, month, quarter, year, decade or century, the next or the one after next."""
    if not today:
        return None
    ahead = 2 if found["after"] else found["prefix"].lower().split()[-1] in ("next", "following")
    unit = found["unit"]
    if unit == "day":
        return today, today
    if unit in ("week", "weekend"):
        monday = today + timedelta(days=7 * ahead - today.weekday())
        return monday + timedelta(days=5 * (unit == "weekend")), monday + timedelta(days=6)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    start = (today.year * 12 + today.month - 1) // months * months + ahead * months
    return month_days(start // 12, start % 12 + 1, months)


_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def _weekday(found: re.Match[str], today: date | None) -> Days:
    if not today:
        return None
    number = _WEEKDAYS.index(found["day"].lower())
    if (found["prefix"] or "").lower() == "next" or found["week"]:
        day = today + timedelta(days=7 - today.weekday() + number)
    else:
        day = today + timedelta(days=(number - today.weekday()) % 7)
    return day, day


def _named_day(found: re.Match[str], today: date | None) -> Days:
    if not today:
        return None
    day = today + timedelta(days=found["day"] == "tomorrow")
    return day, day


def _holiday(found: re.Match[str], today: date | None) -> Days:
    day = 25 if found["name"].startswith("Christmas") else 31
    return _yearly(found, today, lambda year: _day(year, 12, day))


_NAME = "|".join(sorted({name.capitalize() for name in MONTHS if name != "mar"}, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAME})(?!\w)(?:\.(?=\ ?[\da-z,]))?"
_NUMBER = r"(?P<day>[0-3]?\d)(?!\d)"
_DAYS_TO = r"(?:[0-3]?\d(?:st|nd|rd|th)?(?:\ ?[–-]\ ?|\ to\ |\ and\ ))?"
"""The first day of a range within a month: 1-15 June."""
_YEAR_WORD = r"(?:(?:(?:fiscal|financial)\ )?years?\ |(?:fiscal|financial)\ |FY\ ?)?"
_SAID_YEAR = (
    rf"(?:,?\ (?:of\ |in\ )?(?:the\ )?(?P<year>{_YEAR_WORD}(?:19|20|21)\d\d(?![\w%]|[,.]\d)"
    r"|(?:next|this|current|following|same|coming)\ year))?"
)
_OCCASION = r"\ (?:recess|break|holidays?|vacation|term|session|games|olympics|festival)\b"
"""What makes a season the name of something else, whose day it does not tell: "before the summer recess"."""
_PREFIX = r"(?:(?P<prefix>[Nn]ext|[Tt]his|coming)\ )?"
_WHICH = r"(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|1st|2nd|3rd|4th)"


_BEGINNING = re.compile(
    r"(?=[\dA-Zacflnstwy])(?<![\w.,/€$£])(?!(?<=(?<!\d{3})\d-)\d)"
    r"(?:[\dA-Z]|autumn|coming|current|fall|final|financial|first|fiscal|following|fourth|last|next|same|second|spring|"
    r"summer|the|third|this|today|tomorrow|tonight|winter|year)"
)
"""Where a period may begin, by what stands before it and by its first word."""


def _form(pattern: str, precision: Precision, read: Reader) -> tuple[re.Pattern[str], Precision, Reader]:
    return re.compile(pattern, re.VERBOSE), precision, read


_FORMS: tuple[tuple[re.Pattern[str], Precision, Reader], ...] = (
    _form(
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        "day",
        lambda m, _: _day(int(m["year"]), int(m["month"]), int(m["day"])),
    ),
    _form(
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        "day",
        lambda m, _: _day(int(m["year"]), int(m["month"]), int(m["day"])),
    ),
    _form(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?![\d/])", "day", _slashed),
    _form(rf"{_DAYS_TO}{_NUMBER}(?:st|nd|rd|th)?\.?\ (?:of\ )?{_MONTH}{_SAID_YEAR}", "day", _dated),
    _form(rf"{_MONTH}\ {_DAYS_TO}{_NUMBER}(?:st|nd|rd|th)?(?!\w){_SAID_YEAR}", "day", _dated),
    _form(rf"(?P<ordinal>first|second|third)\ of\ {_MONTH}{_SAID_YEAR}", "day", _ordinal_day),
    _form(rf"(?P<which>first|second|third|last)\ week\ (?:of|in)\ {_MONTH}{_SAID_YEAR}", "day", _week_of_month),
    _form(rf"(?:{_WHICH}\ quarter|Q(?P<digit>[1-4])(?!\w)|(?P<before>[1-4])Q(?!\w)){_SAID_YEAR}", "quarter", _quarter),
    _form(rf"(?:{_WHICH}\ half|H(?P<digit>[12])(?!\w)){_SAID_YEAR}", "quarter", _half),
    _form(
        rf"{_PREFIX}(?P<season>spring|summer|autumn|fall|winter)(?!\w|{_OCCASION}){_SAID_YEAR}(?:[/–-]\d\d(?:\d\d)?)?",
        "season",
        _season,
    ),
    _form(rf"{_PREFIX}{_MONTH}{_SAID_YEAR}", "month", _month),
    _form(
        _YEAR_WORD + r"(?P<from>20\d\d)(?:\ ?[–/-]\ ?(?=\d)|\ (?:to|and)\ (?=20\d\d))(?P<year>20\d\d|\d\d)(?!\d)",
        "year",
        _years,
    ),
    _form(r"(?P<year>20[2-9]0)s(?!\w)", "year", _decade),
    _form(
        _YEAR_WORD + r"(?P<year>20\d\d|21\d\d)(?![\w%]|[,.]\d|-\w)",
        "year",
        lambda m, _: month_days(int(m["year"]), 1, 12),
    ),
    _form(
        r"(?P<prefix>[Tt]his|[Nn]ext|(?:the\ )?(?:current|following|same|next)|the)\ "
        r"(?P<unit>day|weekend|week|month|quarter|year|decade|century)(?P<after>\ after\ next)?(?![\w’'-])",
        "day",
        _this_or_next,
    ),
    _form(
        r"(?:(?P<prefix>[Nn]ext|[Tt]his|coming)\ )?"
        r"(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?P<week>\ (?:of\ )?next\ week)?(?![\w’'])",
        "day",
        _weekday,
    ),
    _form(r"(?P<day>[Tt]oday|[Tt]onight|tomorrow)(?![\w’'])", "day", _named_day),
    _form(r"(?P<name>Christmas|New\ Year(?:[’']s\ (?:Eve|Day))?)(?!\ [A-Z])(?!\w)" + _SAID_YEAR, "day", _holiday),
)
_UNITS: dict[str, Precision] = {
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "year",
    "century": "year",
}


_TO = re.compile(r"\ ?[–-]\ ?|\ (?:to|until|till|through|and|or)\ (?:(?:the\ )?(?:late|end\ of)\ )?(?:the\ )?")
_BETWEEN = re.compile(r"\bbetween (?:[\w-]+ ){0,3}$")
_REACH = 48
"""Characters looked at before a range for its "between"."""


def find_periods(sentence: str, today: date | None) -> list[Period]:
    """Return the named days and periods in order, none overlapping; `today` is the day from which they count."""
    found: list[Period] = []
    places = [place.start() for place in _BEGINNING.finditer(sentence)]
    for pattern, precision, read in _FORMS:
        for match in _matches(pattern, sentence, places):
            span = match.span()
            if any(span[0] < other.span[1] and other.span[0] < span[1] for other in found):
                continue
            groups = match.groupdict()
            exact = _UNITS.get(groups.get("unit") or "", precision)
            found.append(Period(read(match, today), exact, span, "year" in groups and not groups["year"]))
    return _ranges_joined(sentence, sorted(found, key=lambda period: period.span))


def _matches(pattern: re.Pattern[str], sentence: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at some of the places, none overlapping."""
    reached = 0
    for place in places:
        if place >= reached and (match := pattern.match(sentence, place)):
            reached = match.end()
            yield match


def _ranges_joined(sentence: str, periods: list[Period]) -> list[Period]:
    """The periods with both ends of each range made one, its later end."""
    joined: list[Period] = []
    for period in periods:
        if joined and _one_range(sentence, joined[-1], period):
            period = replace(period, span=(joined.pop().span[0], period.span[1]), range=True)
        joined.append(period)
    return joined


def _one_range(sentence: str, first: Period, last: Period) -> bool:
    """Whether two periods are the ends of one range: "between June and August 2032", "Monday to Friday"."""
    link = sentence[first.span[1] : last.span[0]]
    if not _TO.fullmatch(link) or (not first.guessed and first.days and last.days and last.days[1] < first.days[0]):
        return False
    start = first.span[0]
    return not link.startswith(" and") or bool(_BETWEEN.search(sentence, max(0, start - _REACH), start))
