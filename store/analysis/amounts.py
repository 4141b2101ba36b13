"""Amounts in a sentence: money, shares, people and things, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.analysis.currencies import SYMBOLS, currency_after, currency_before
from store.analysis.months import MONTHS
from store.analysis.numerals import NUMBER, number, sum_of_money
from store.model import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units at [start, end) of a sentence. Of a range ("5 to 7 percent") it is the upper end.

    `unit` is an ISO 4217 code, "%", "percentage points" or the noun as written ("cubic metres", "jobs"), also of money
    that the sentence does not tell whose it is ("lira").
    """

    value: float
    unit: str
    span: Span


_NUMBER = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?:(?P<m>m)(?!\w))?", re.IGNORECASE | re.VERBOSE)
_SCALED = re.compile(r"(?:illion|bn|mln)$", re.IGNORECASE)
_IN_NAME = re.compile(r"[^\W\d_]-$")
"""What a number is a part of: F-16, COVID-19."""
_SHORT = re.compile(r"(?:\ ?[MBT]|[mbt])(?!\w)", re.VERBOSE)
_SHORT_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}
"""Scales by the letter that stands for them after money."""
_TO = re.compile(r"(?:\ ?[-–—]\ ?|\ (?:to|or|and)\ )[^\w\s.,;:()]?(?=\d|\w)", re.VERBOSE)
_MARKS = "".join(SYMBOLS)
_LED = 9
"""Characters before a number among which "between" or "from" opens a range."""
_OF_MONEY = frozenset("bonds contracts deals fines funds grants investments loans packages payments projects".split())
"""What a sum of money may be the size of."""
_SHARE = re.compile(
    r"[\ \u00a0-]?(?:(?P<points>percentage[\ -]points?|pp\b)|(?P<basis>basis\ points?)"
    r"|(?:%|percent\b|per\ cent\b|pct\b|процент\w{0,3}|Prozent\b))",
    re.IGNORECASE | re.VERBOSE,
)
_MEASURE = re.compile(
    r"[\ \u00a0-]?(?P<unit>(?:(?:square|cubic|metric|nautical)[\ -])?(?:(?:kilo|mega|giga|tera|milli|centi)?"
    r"(?:watt[\ -]hours?|watts?|met(?:re|er)s?|lit(?:re|er)s?|tons?|tonnes?|grams?|bits?|bytes?)"
    r"|hectares?|acres?|miles?|barrels?|bushels?|gallons?|feet|ounces?|degrees?)"
    r"|[kMGT]Wh?p?|[kcm]?m[²³]?|kg|ha|[MGk]t|bcm|TEU)(?!\w)",
    re.VERBOSE,
)
_WORD = re.compile(r"[\ \u00a0]([^\W\d_][\w’'-]{0,30})")
_LONGEST_PHRASE = 4
_STOPS = frozenset(
    "of in by for to from with on at and or that which who whom whose will would can could shall should may might must "
    "has have had is are was were be been being each per a an the this next last over within before until till after "
    "during across throughout into onto through under against among between because if when while as than then "
    "worth annually yearly monthly weekly daily today tomorrow now here there not no about around it they he she we "
    "you i its their his her our your said says level levels".split()
)
_MORE = frozenset("more additional new extra further other".split())
_COLLECTIVE = frozenset(
    "people persons children men women aircraft troops personnel staff police sheep fish cattle poultry deer "
    "infantry spacecraft percent".split()
)
_NOT_PLURAL = re.compile(
    r"(?!(?:clinics|critics|fabrics|(?:para)?medics|picnics|relics|topics)$)"
    r"(?:.*(?:ss|us|is|ous|ics|ies’|’s|'s)$|always|perhaps|across|plus$)",
    re.IGNORECASE,
)
_NUMBERED = (
    "Airbus Block Boeing Category Challenger Channel Flight Gate Highway Leopard Line Mark Phase Platform Route "
    "Section Stage Tier Type Unit"
).split()
"""Words with a capital after which a number is the name of one: "Boeing 737 jets", "Phase 2 trials"."""
_KINDS = "category phase route section tier type".split()
"""The same in small letters, where they are no verbs."""
_NAME = re.compile(r"[\ \u00a0]\d[\w-]*")
_POINTING = re.compile(
    rf"(?:\b(?:these|those|its|their|his|her|our|both|no\.?|number|page|article|resolution|chapter|aged?|room|"
    rf"(?-i:{'|'.join(_NUMBERED)})|(?<!to\ )(?<!will\ )(?<!and\ )(?<!would\ )(?:{'|'.join(_KINDS)})|"
    r"than|top|group\ of|(?:\d|one|two|three|four|five|six|seven|eight|nine)\ (?:in|out\ of))|[#§:/])\ ?$",
    re.IGNORECASE | re.VERBOSE,
)
"""Words before a number that is no count of what follows: "these 12", "page 12", "one in 12"."""
_GONE = re.compile(r"\b(?:last|past|previous|first|recent|in|over|every)\ $", re.IGNORECASE | re.VERBOSE)
_TIME = ("years", "months", "weeks", "days", "hours", "decades", "centuries")
"""Units that count no amount after such a word: "over the last three decades", "the worst floods in 40 years"."""
_YEAR_WORDS = re.compile(
    r"\b(?:in|by|until|since|of|from|to|before|early|late|mid|year|spring|summer|autumn|fall|winter)[ -]$", re.I
)
_YEARS = range(1900, 2101)


def find_amounts(sentence: str) -> list[Amount]:
    """Return the amounts in order. Dates, ages, clock times, ordinals, scores and bare numbers are none."""
    found: list[Amount] = []
    for match, start, code in _numbers(sentence):
        if (amount := _read(sentence, match, start, code)) and (not found or found[-1].span[1] <= start):
            found.append(amount)
    return found


def find_bare_amounts(sentence: str) -> list[Amount]:
    """Return millions and more of what the sentence does not name, as amounts without a unit: "300 million to Lest"."""
    return [
        Amount(number(match["number"]), "", (start, match.end()))
        for match, start, code in _numbers(sentence)
        if _SCALED.search(match["number"])
        and not _POINTING.search(sentence[max(0, start - 13) : start])
        and not _read(sentence, match, start, code)
    ]


def _numbers(sentence: str) -> Iterator[tuple[re.Match[str], int, str]]:
    """Each number, of a range its upper end, with where the amount starts and the currency written before it."""
    upper_at, start, code = -1, 0, ""
    for match in _NUMBER.finditer(sentence):
        if match.start() != upper_at:
            if _IN_NAME.search(sentence, max(0, match.start() - 2), match.start()):
                continue
            start, code = match.start(), ""
        if mark := currency_before(sentence, match.start()):
            code, start = mark[0], min(start, mark[1])
        link = _TO.match(sentence, match.end())
        upper = link and _NUMBER.match(sentence, link.end())
        if upper and _one_range(sentence, match, upper, bool(code)):
            upper_at = upper.start()
        else:
            yield match, start, code


def _one_range(sentence: str, low: re.Match[str], high: re.Match[str], money: bool) -> bool:
    """Whether two numbers joined by a dash, "to", "or" or "and" are the ends of one range: "from $40 to 30".

    Not those of an amount and of whom it goes to: "$25 million to a fund", "$300 to 400 farmers".
    """
    joined = sentence[low.end() : high.start()].strip()
    if _is_year(sentence, low) or high["number"].lower() in ("a", "an"):
        return False
    before = sentence[max(0, low.start() - _LED) : low.start()].lower()
    if joined.startswith("and"):
        return before.rstrip(f"{_MARKS} ").endswith("between")
    if before.rstrip(_MARKS).endswith("from ") and joined == "to":
        return True
    falls = _value(high) < _value(low) and joined[-1:] not in SYMBOLS
    return not (falls or (money and joined == "to" and _is_of_others(sentence, high)))


def _is_of_others(sentence: str, found: re.Match[str]) -> bool:
    """Whether a number that may be of money counts others: "$300 to | 400 farmers", not "$3 to | 5 million loans"."""
    things = _things(sentence, 0, found.start(), found.end())
    return bool(things and not currency_after(sentence, found.end()) and things.unit.split()[-1] not in _OF_MONEY)


def _value(found: re.Match[str]) -> float:
    """The value of a number as it is written: "25m", "3 million"."""
    return number(found["number"]) * (1e6 if found["m"] else 1)


def _is_year(sentence: str, found: re.Match[str]) -> bool:
    """Whether a number is a year by the word before it: "by 2035 to 500 euros"."""
    written, start = found["number"], found.start()
    return (
        written.isdigit() and int(written) in _YEARS and bool(_YEAR_WORDS.search(sentence, max(0, start - 10), start))
    )


def _read(sentence: str, match: re.Match[str], start: int, code: str) -> Amount | None:
    """The amount of a number, by what stands around it."""
    written, end = match["number"], match.end()
    if code:
        short = _SHORT.match(sentence, match.end("number"))
        value = sum_of_money(written) * (_SHORT_SCALES[short[0].strip().lower()] if short else 1)
        return Amount(value, code, (start, short.end() if short else end))
    if named := currency_after(sentence, end):
        return Amount(sum_of_money(written) * (1e6 if match["m"] else 1), named[0], (start, named[1]))
    value = number(written)
    if match["m"]:
        return _things(sentence, value * 1e6, start, end) or Amount(value, "m", (start, end))
    if share := _SHARE.match(sentence, end):
        unit = "percentage points" if share["points"] else "basis points" if share["basis"] else "%"
        return Amount(value, unit, (start, share.end()))
    if measure := _MEASURE.match(sentence, end):
        return Amount(value, measure["unit"], (start, measure.end()))
    if written.lower() in ("a", "an", "one"):
        return None
    if _is_year(sentence, match):
        return None
    return _things(sentence, value, start, end)


def _things(sentence: str, value: float, start: int, end: int) -> Amount | None:
    """An amount of what the noun after a number names, if that is a plural."""
    before = sentence[max(0, start - 13) : start]
    if _POINTING.search(before) or (sentence[start].isalpha() and before.lower().endswith("the ")):
        return None
    unit: Span | None = None
    first = 0
    for _ in range(_LONGEST_PHRASE):
        word = _WORD.match(sentence, end)
        if not word or (said := word[1].lower()) in _STOPS or (not first and said in MONTHS):
            break
        end = word.end()
        if (word[1] in _NUMBERED or said in _KINDS) and (name := _NAME.match(sentence, end)):
            end = name.end()
        if said in _MORE and not unit:
            continue
        first = first or word.start(1)
        if said in _COLLECTIVE or (len(said) > 3 and said.endswith("s") and not _NOT_PLURAL.match(said)):
            unit = first, end
        elif unit:
            break
    if not unit or (_GONE.search(before) and sentence[: unit[1]].endswith(_TIME)):
        return None
    return Amount(value, sentence[slice(*unit)], (start, unit[1]))
