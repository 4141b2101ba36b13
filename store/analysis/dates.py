"""Dates as people type them into a field: a day, or a period that ends on its last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from store.analysis.months import MONTHS
from store.analysis.periods import PARTS, SEASON_ENDS, Days, month_days, slashed_day
from store.model import Precision

Answer = tuple[date, Precision]

_YEAR = r"(\d{4})(?: ?(?:г|год|года|р|року)\.?)?"
_MONTH = r"([^\W\d_]+)\.?"
_ORDINAL = r"(?:st|nd|rd|th|er|[.º°])?"
_OF = r"(?:of |del? )?"
_LEAD = re.compile(r"^(?:by|until|till|before|in|the|on|(?:the\s+)?end\s+of)\s+", re.IGNORECASE)
_WRITTEN: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}
"""Characters of a date that is written as precisely."""
_YEAR_PARTS = {"early": 3, "mid": 6, "middle of": 6, "late": 12}


def parse_date(typed: str) -> tuple[str, Precision]:
    """Read a typed date. A period gives its last day, since that is when a deadline has passed.

    Knows 2026-11-11, 2026/11/11, 20261111, 2026-11, 2026, 11.11.2026, 25/11/2026, 11 Nov 2026, Nov 11, 2026, 1er
    novembre 2026, 11 de noviembre de 2026, 11 ноября 2026 г., 2026年11月11日, November 2026, Q3 2026, third quarter of
    2026, H1 2026, autumn 2026, early, mid and late 2026, each with "by", "the end of" and the like before it. Seasons
    are northern; winter 2026 ends in February 2027, winter 2026/27 too.

    Returns:
        An ISO date and how precise it is.

    Raises:
        ValueError: With a sentence that says what to type instead.
    """
    words = " ".join(typed.split()).lower()
    while words != (words := _LEAD.sub("", words)):
        pass
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(words):
            answer = read(found)
            if answer:
                return answer[0].isoformat(), answer[1]
    if (slashed := _SLASHED.fullmatch(words)) and max(int(slashed[1]), int(slashed[2])) <= 12:
        raise ValueError("Day and month could be either: type 2026-11-09 or 9 Nov 2026.")
    raise ValueError("Not a date: type 2026-11-09, 9 Nov 2026, 2026-11, 2026, Q3 2026 or autumn 2026.")


def exists(day: str) -> bool:
    """Whether what is written as an ISO day, month, year, or day of a year not known is one of the calendar.

    Args:
        day: 2026-11-11, 2026-11, 2026 or --11-11.
    """
    try:
        date.fromisoformat((day.replace("--", "2024-") + "-01-01")[:10])
    except ValueError:
        return False
    return True


def parse_published(typed: str) -> tuple[str, Precision]:
    """Read a typed day, month or year, cut to it as dates of publishing are: 2026-11-11, 2026-11 or 2026.

    Raises:
        ValueError: Also for a quarter or a season.
    """
    day, precision = parse_date(typed)
    if precision not in _WRITTEN:
        raise ValueError("A day, a month or a year: type 2026-11-30, Nov 2026 or 2026.")
    return day[: _WRITTEN[precision]], precision


def _day(year: str, month: int, day: str) -> Answer | None:
    days = _month(year, month)
    if days and not 1 <= int(day) <= days[1].day:
        raise ValueError(f"There is no day {int(day)} in {days[0]:%B %Y}.")
    return (days[0].replace(day=int(day)), "day") if days else None


def _month(year: str | int, month: int) -> Days:
    """The first and last day of a month; None for what is none."""
    return month_days(int(year), month) if 1 <= month <= 12 else None


def _slashed(found: re.Match[str]) -> Answer | None:
    """Day and month in either order, where only one makes a date."""
    read = slashed_day(int(found[1]), int(found[2]))
    return _day(found[3], read[1], str(read[0])) if read else None


def _period(year: str | int, month: int, precision: Precision) -> Answer | None:
    """Return the last day of a month, as the end of a period of the given precision."""
    days = _month(year, month)
    return (days[1], precision) if days else None


def _quarter(found: re.Match[str]) -> Answer | None:
    number = found["digit"] or found["again"] or PARTS[found["word"]]
    return _period(found["after"] or found["before"], 3 * int(number), "quarter")


def _half(found: re.Match[str]) -> Answer | None:
    number = found["digit"] or PARTS[found["word"]]
    return _period(found["year"], 6 * int(number), "quarter")


_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Answer | None]], ...] = (
    (re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"), lambda m: _day(m[1], int(m[3]), m[4])),
    (re.compile(r"(\d{4})(\d\d)(\d\d)"), lambda m: _day(m[1], int(m[2]), m[3])),
    (re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日"), lambda m: _day(m[1], int(m[2]), m[3])),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), lambda m: _day(m[3], int(m[2]), m[1])),
    (_SLASHED, _slashed),
    (re.compile(r"(\d{4})-(\d{1,2})"), lambda m: _period(m[1], int(m[2]), "month")),
    (re.compile(_YEAR), lambda m: _period(m[1], 12, "year")),
    (
        re.compile(rf"(\d{{1,2}}){_ORDINAL} {_OF}{_MONTH},? {_OF}{_YEAR}"),
        lambda m: _day(m[3], MONTHS.get(m[2], 0), m[1]),
    ),
    (
        re.compile(rf"{_MONTH} (\d{{1,2}}){_ORDINAL},? {_YEAR}"),
        lambda m: _day(m[3], MONTHS.get(m[1], 0), m[2]),
    ),
    (
        re.compile(
            r"(?:(?P<before>\d{4}) ?)?(?:q ?(?P<digit>[1-4])|(?P<again>[1-4])q|(?P<word>first|second|third|fourth|"
            r"1st|2nd|3rd|4th) quarter)(?(before)|,? (?:of )?(?P<after>\d{4}))"
        ),
        _quarter,
    ),
    (
        re.compile(r"(?:h ?(?P<digit>[12])|(?P<word>first|second|1st|2nd) half),? (?:of )?(?P<year>\d{4})"),
        _half,
    ),
    (
        re.compile(rf"(spring|summer|autumn|fall),? (?:of )?{_YEAR}"),
        lambda m: _period(m[2], SEASON_ENDS[m[1]], "season"),
    ),
    (
        re.compile(rf"winter,? (?:of )?{_YEAR}(?:[/-]\d\d(?:\d\d)?)?"),
        lambda m: _period(int(m[1]) + 1, 2, "season"),
    ),
    (
        re.compile(rf"(early|mid|middle of|late)(?: in|-| )? ?{_YEAR}"),
        lambda m: _period(m[2], _YEAR_PARTS[m[1]], "year" if m[1] == "late" else "quarter"),
    ),
    (re.compile(rf"{_MONTH},? {_OF}{_YEAR}"), lambda m: _period(m[2], MONTHS.get(m[1], 0), "month")),
)
