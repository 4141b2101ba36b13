"""The deadline that a sentence sets, as the last day of the period it names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from store.analysis.numerals import NUMBER, number
from store.analysis.periods import Period, find_periods, month_days
from store.model import Precision, Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline at [start, end) of a sentence.

    `date` is the ISO date of the period's last day, None where the words do not tell it ("before the summit").
    `force` says how surely the words set a deadline: 3 "by", "within", 2 "in", "next year", 1 a bare day or an event.
    `due` is false of from when something is to hold ("from May"), and of how long ("for three years").
    """

    date: str | None
    precision: Precision
    span: Span
    force: int
    due: bool = True


def find_deadlines(sentence: str, published: str | None) -> list[Deadline]:
    """Return all phrases of a sentence that may set a deadline, those about the past left out, in order.

    Args:
        sentence: One sentence.
        published: ISO date of the day from which "next month" counts; without it only full dates are known.
    """
    today = _day(published)
    found = [*_counted(sentence, today), *_year_ends(sentence, today)]
    for period in find_periods(sentence, today):
        if not _meets(period.span, found) and (deadline := _of_period(sentence, period, today)):
            found.append(deadline)
    found += [event for event in _events(sentence) if not _meets(event.span, found)]
    return sorted(found, key=lambda deadline: deadline.span)


def _meets(span: Span, found: list[Deadline]) -> bool:
    return any(span[0] < other.span[1] and other.span[0] < span[1] for other in found)


def _day(published: str | None) -> date | None:
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return None
    return day if day.year in _COUNTABLE else None


_COUNTED = re.compile(
    rf"""(?<![\w.,-])(?:(?:(?P<low>{NUMBER})(?:\ to\ |\ or\ |\ ?[-–]\ ?))?
    (?P<count>{NUMBER}|couple\ of|several|few|many)[\ -](?:more\ |working\ |business\ |calendar\ |short\ )?)?
    (?P<unit>minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade)(?P<many>s?)(?:[’'](?:s(?!\w))?)?
    (?P<half>\ and\ a\ half)?(?P<now>\ (?:from\ (?:now|today)|hence)\b)?(?:\ time\b|[\ -]period\b)?(?![\w-])""",
    re.VERBOSE,
)
_AHEAD = re.compile(
    r"""(?:\b(?:within|in|over|during|throughout|for|across|by)\ )?(?:the\ (?:course|space|span)\ of\ )?
    (?:\b(?:the|its|their|his|her|our|these)\ (?:very\ )?(?:next|coming|following|subsequent)
    |\bfor\ another|\bcoming)\ $""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHIN = re.compile(
    r"""\b(?:(?:within|inside)\ (?:a\ |the\ )?|in\ (?:less|fewer|no\ more)\ than\ |in\ under\ )
    (?:(?:period|maximum|matter|space)\ of\ |about\ |around\ |at\ most\ |no\ more\ than\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
_LATER = re.compile(
    r"\b(?:in|over|for)\ (?:about\ |around\ |roughly\ |some\ |just\ |only\ |a\ |the\ space\ of\ |a\ period\ of\ )?$",
    re.IGNORECASE | re.VERBOSE,
)
_LASTING = re.compile(
    r"for\b(?!\ (?:\w+\ )?(?:very\ )?(?:next|coming|following|subsequent)\b)", re.IGNORECASE | re.VERBOSE
)
"""Opens how long something lasts: "for three years", not "for the next three years", by whose end all is done."""
_SINCE = re.compile(r"\ (?:of|after|following|from|before|ago|earlier|later|old|since|into)\b", re.VERBOSE)
_AGO = re.compile(r"\ (?:ago|old)\b", re.VERBOSE)
_RECORD = re.compile(
    r"\b(?:time|first|ever|once|twice|\w{2,12}est|only|most|times|down|up|than)\ $"
    r"|(?:\b(?:first|worst)|\b(?:the|its|his|her|their|[\w’']{2,20}[’']s?)\ \w{1,12}est)\ (?:[\w-]{1,20}\ ){1,3}$",
    re.VERBOSE,
)
"""Words before a stretch of time that make it that of a record: "its first dividend in a decade"."""
_SO_FAR = re.compile(r"\b(?:has|have|had)\b(?!.*\b(?:will|would|to)\b)|[’']ve\b(?!.*\b(?:will|would|to)\b)", re.VERBOSE)
"""Words before "over two weeks" or "for a year" that make it what went by."""
_END_OF = re.compile(r"\bend\ of\ $", re.VERBOSE)
_REACH = 48
"""Characters looked at before a phrase for the words that lead it in."""
_DAYS = {"night": 1, "day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_PRECISIONS: dict[str, Precision] = {"month": "month", "quarter": "quarter", "year": "year", "decade": "year"}


def _counted(sentence: str, today: date | None) -> Iterator[Deadline]:
    """Stretches of time ahead: "within six months", "over the next two years", "a year from now"."""
    for found in _COUNTED.finditer(sentence):
        if led := _led(sentence, found):
            start, force = led
            # "within 90 days of signing" counts from a day that the sentence does not tell.
            day = None if _SINCE.match(sentence, found.end()) else _after(found, today)
            yield Deadline(
                day.isoformat() if day else None,
                _PRECISIONS.get(found["unit"], "day"),
                (start, found.end()),
                force,
                not _LASTING.match(sentence, start),
            )


def _led(sentence: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Where the words that make a stretch of time a deadline begin, and with what force; None without such words."""
    low = max(0, found.start() - _REACH)
    before = sentence[low : found.start()]
    if lead := _AHEAD.search(before):
        bare = not found["count"] and (" " not in lead[0].strip() or lead[0].lower().startswith("the "))
        return None if bare or _END_OF.search(before[: lead.start()]) else (low + lead.start(), 3)
    if lead := _WITHIN.search(before):
        return (low + lead.start(), 3) if found["count"] or found["many"] else None
    if lead := _LATER.search(before) if found["count"] else None:
        force = 1 if lead[0].lower().startswith("for") else 2
        told = before[: lead.start()]
        gone = _AGO.match(sentence, found.end()) or (lead[0][0] in "fo" and _SO_FAR.search(told))
        return None if gone or _RECORD.search(told) else (low + lead.start(), force)
    return (found.start(), 3) if found["now"] else None


def _after(found: re.Match[str], today: date | None) -> date | None:
    """The day that a stretch of time from today ends on; None for "several years"."""
    count = found["count"] or ("a" if not found["many"] else "several")
    if count in ("several", "few", "many") or not today:
        return None
    value = 2.0 if count.startswith("couple") else number(count)
    value += 0.5 if found["half"] else 0
    unit = found["unit"]
    if unit in _MONTHS:
        return _months_after(today, round(value * _MONTHS[unit]))
    days = value * _DAYS[unit] if unit in _DAYS else value / 24 if unit == "hour" else value / 1440
    return today + timedelta(days=ceil(days)) if days < _FAR else None


def _months_after(today: date, months: int) -> date | None:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


_COUNTABLE = range(1000, 9000)
"""Years from which a deadline can be counted without leaving the calendar."""
_FAR = 366 * 900
"""Days: no deadline lies farther ahead."""
_COMING = 300
"""Days: what lies farther ahead, by a name that comes round every year, was rather the last one of it."""
_LEAD = re.compile(
    r"""(?:\b(?:(?P<strong>by|between\ now\ and|no\ later\ than|not\ later\ than|until|till|through|come|as\ early\ as
    |as\ soon\ as|within|over|during|throughout)|(?P<before>before|prior\ to|ahead\ of)
    |(?P<weak>in|on|at|for|to|between)
    |(?P<from>from|starting(?:\ in|\ on)?|beginning(?:\ in|\ on)?|as\ of)
    |(?P<since>since|after|following))\ )?(?:the\ )?(?:\b(?:very\ )?
    (?:(?P<end>(?:end|close|turn|latter\ part)(?=\ of\ |-|\ $)|late|later)|(?P<start>(?:start|beginning)(?=\ of\ ))
    |(?P<early>early)|(?P<middle>mid|middle))(?:\ (?:of|in|on)\ |[\ -])(?:the\ )?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_BYGONE = re.compile(r"\b(?:last|past|previous|every|each|earlier)\ (?:the\ )?$", re.IGNORECASE | re.VERBOSE)
_REPORTED = re.compile(
    r"(?:^|\b(?:\w{2,20}ed|said|says|told|met|held|spoke|wrote|made|began|signed)\ (?:[a-z]{2,9}\ )?|,\ )$", re.VERBOSE
)
_DISASTER = re.compile(
    r"\ (?:(?!(?:after|against|amid|and|at|by|despite|during|for|from|in|of|on|or|since|to|with)\ )\w+\ )?"
    r"(?:attacks?|blasts?|blaze|bombings?|clashes|coup|crash|crisis|cyclone|drought|(?:earth)?quake"
    r"|eruption|explosions?|fires?|floods?|flooding|heatwave|hurricane|killings?|landslides?|massacre|outbreak|protests"
    r"|raids?|riots|shelling|shootings?|storms?|tornado|tsunami|typhoon|unrest|war|wildfires?)(?![\w-])"
)
"""What follows a month and its article where it tells of what befell: "hit by the October floods"."""
_ARTICLES = frozenset(("the", "a", "an"))
_UNDERGOES = re.compile(r"\b(?:will|would|to|shall) be \w{2,20} $")
"""Words before a day that do not report: "the minutes will be published on 5 August"."""
_AIM = re.compile(r"\ (?:deadline|target|goal)\b", re.VERBOSE)
_YEARS = re.compile(r"\D*20\d\d\D+\d+")
"""Years of which a period is the later: "2028 to 2030"."""
_OWNS = re.compile(
    r"[’']s\ (?!(?:\w+\ ){0,2}"
    r"(?:elections?|votes?|polls?|referendum|ballot|summit|meeting|conference|congress|budget)\b)"
)
"""What follows "May" where that is a person."""
_YEAR_END = re.compile(
    r"\b(?:(?:by|before|until|at)\ )?(?:the\ )?(?:(?P<next>next\ )?(?P<unit>year|month)(?:[’']s)?[\ -]end"
    r"|end\ of\ (?P<plain>year|month)|(?P<out>year|month)\ is\ out)\b(?:\ (?:of\ |in\ )?(?P<year>20\d\d)(?!\w))?",
    re.IGNORECASE | re.VERBOSE,
)


def _of_period(sentence: str, period: Period, today: date | None) -> Deadline | None:
    """The deadline that a named period sets, by the words before it; None where it tells of the past or of no aim."""
    low = max(0, period.span[0] - _REACH)
    before = sentence[low : period.span[0]]
    lead = _LEAD.search(before)
    words = lead.groupdict() if lead else {}
    start = low + lead.start() if lead else period.span[0]
    force = _force(sentence, period, words, before[: lead.start()] if lead else before)
    day = _last_day(period, words, today)
    if not force or (day and today and day < today):
        return None
    if period.guessed and force < 3 and day and today and (day - today).days > _COMING:
        return None
    part = words.get("early") or words.get("start") or words.get("middle")
    precision: Precision = "quarter" if part and period.precision == "year" and _years(period) < 2 else period.precision
    due = not words.get("from") or period.range or bool(_YEARS.fullmatch(sentence, *period.span))
    return Deadline(day.isoformat() if day else None, precision, (start, period.span[1]), force, due)


def _force(sentence: str, period: Period, words: dict[str, str | None], before: str) -> int:
    """How surely a period sets a deadline, by its lead; 0 where it sets none."""
    said = sentence[slice(*period.span)].lower()
    bygone = _BYGONE.search(before) and not words.get("strong")  # "500 marks each by May"
    if words.get("since") or bygone or _names_person(sentence, period) or _names_disaster(sentence, period):
        return 0
    if words.get("strong") or words.get("before"):
        return 3
    if _names_event(sentence, period):
        return 0
    if words.get("end") or words.get("start") or words.get("early") or words.get("middle"):
        return 2
    relative = said.startswith(("next", "this", "the next", "the following", "the current")) or "after next" in said
    if period.precision == "day" and not relative and _REPORTED.search(before) and not _UNDERGOES.search(before):
        return 0
    if words.get("from"):
        return 1
    if words.get("weak") or relative:
        return 2 if not said.startswith("the ") or relative else 0
    return 1 if period.precision == "day" or _AIM.match(sentence, period.span[1]) else 0


def _names_event(sentence: str, period: Period) -> bool:
    """Whether a year is part of a name: "at the 2017 Song Contest"."""
    start, end = period.span
    led = sentence[max(0, start - 4) : start].lower() == "the "
    named = sentence[end : end + 1] == " " and sentence[end + 1 : end + 2].isupper()
    return period.precision == "year" and led and named


def _names_disaster(sentence: str, period: Period) -> bool:
    """Whether a month tells which disaster is meant: "the October floods", not "by May after storms"."""
    start, end = period.span
    led = sentence[max(0, start - len(" the ")) : start].lower().split()
    named = period.precision == "month" and not _ARTICLES.isdisjoint(led[-1:])
    return named and _DISASTER.match(sentence, end) is not None


def _names_person(sentence: str, period: Period) -> bool:
    """Whether a month is somebody’s name: "May’s cabinet", not "May’s election"."""
    start, end = period.span
    return sentence[start:end] == "May" and bool(_OWNS.match(sentence, end))


def _years(period: Period) -> int:
    """How many years a period covers; 0 where it is no year, or its days are unknown."""
    return period.days[1].year - period.days[0].year + 1 if period.days and period.precision == "year" else 0


def _last_day(period: Period, words: dict[str, str | None], today: date | None) -> date | None:
    """The last day of the part of a period that the words before it name."""
    if not period.days:
        return None
    first, last = period.days
    if period.range:
        return last
    years = _years(period)
    if words.get("start") and (words.get("strong") or words.get("before")):
        return first - timedelta(days=bool(words.get("before")))
    if words.get("start") or words.get("early"):
        if period.precision == "month":
            return first + timedelta(days=9)
        if years > 1:
            return date(first.year + years // 3, 12, 31)  # the first third of a decade
        return date(first.year, 3, 31) if years else last
    if words.get("middle"):
        if period.precision == "month":
            return first + timedelta(days=14)
        return date(first.year, 6, 30) if years == 1 else date(first.year + years // 2 - 1, 12, 31) if years else last
    if words.get("before") and not words.get("end") and first != last and not (today and first <= today):
        return first - timedelta(days=1)
    return last


def _year_ends(sentence: str, today: date | None) -> Iterator[Deadline]:
    """ "by year end", "by next year's end", "before the year is out": of this year or month, the next, or one named."""
    for found in _YEAR_END.finditer(sentence):
        unit = found["unit"] or found["plain"] or found["out"]
        yearly = unit.lower() == "year"
        days = None
        if yearly and found["year"]:
            days = month_days(int(found["year"]), 1, 12)
        elif today:
            months = 12 if yearly else 1
            days = month_days(today.year, (1 if yearly else today.month) + months * bool(found["next"]), months)
        yield Deadline(days[1].isoformat() if days else None, "year" if yearly else "month", found.span(), 3)


_EVENT = re.compile(
    r"\b(?:by\ the\ (?=time|end|start|next)|before\ |until\ |ahead\ of\ |prior\ to\ |in\ time\ for\ )"
    r"(?:(?:the|its|his|her|their|next)\ )?"
    r"(?P<event>[\w’'-]{2,30}"
    r"(?:\ (?:of\ )?(?!(?:about|and|because|but|if|or|that|the|when|which|who)\b)[\w’'-]{2,30}){0,4})(?!\w)(?<!\bthe)",
    re.VERBOSE,
)
_NO_TIME = re.compile(
    r"(?:.*\ )?(?:committee|commission|court|judge|panel|board|house|senate|parliament|council|cameras?|press|"
    r"government|ministry|company|public|nation|world|people|media|party|jury|way|hands?|president|ministers?|"
    r"lawmakers?|legislators?|senators?|congress|magistrates?|judges|prosecutors?|investigators?|officials?|reporters?|"
    r"journalists?|deputies|mps|being|us|them|him|me)\b",
    re.IGNORECASE | re.VERBOSE,
)
"""Who is appeared before, and other words that are no time."""
_RIVALS = re.compile(r"(?:schedule|time|plan|others|rivals|competitors|us|it|them|him|her|me)\b", re.VERBOSE)
"""What is no event after "ahead of"."""


def _events(sentence: str) -> Iterator[Deadline]:
    """Deadlines that an event sets, whose day the sentence does not tell: "before the summit"."""
    for found in _EVENT.finditer(sentence):
        led, event = found[0].lower(), found["event"]
        people = led.startswith(("by", "before")) and _NO_TIME.match(event.partition(" ")[0])
        if not (people or (led.startswith("ahead") and _RIVALS.match(event))):
            yield Deadline(None, "none", found.span(), 1)
