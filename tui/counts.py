"""Numbers of things in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tui.display import safe_line

ENDINGS = 6
"""So many endings are named of files that were not looked at."""

MOST_LISTED = 8
"""So many files are named of those that an export writes or replaces."""


def counted(number: int, thing: str, things: str = "") -> str:
    """So many of a thing: "1 quote", "2 quotes", "1,200 quotes"; `things` where no "s" makes it many."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"


def listed(files: Sequence[object]) -> list[str]:
    """Files, or what is said of them, a line each; of many the first, and how many more there are."""
    more = len(files) - MOST_LISTED
    return [*map(str, files[:MOST_LISTED]), *([f"and {counted(more, 'file')} more"] if more > 0 else [])]


def amount(quantity: float | None, unit: str) -> str:
    """A quantity with its unit, in full: "2,500,000,000,000 USD", "12.5 km"; empty for none."""
    if quantity is None:
        return ""
    return f"{Decimal(repr(quantity)).normalize():,f} {unit}".strip()


def lasted(days: int, dates: Sequence[str], places: int) -> str:
    """How long something went on: "over 12 days", "on two days", "on one day"; "no date" where `dates` tells none.

    Where fewer than all of the `places` have a day known, it may be more: "over 12+ days", and nothing for one day.
    """
    if not dates:
        return "no date"
    whole = len(dates) == places
    if not days:
        return "on one day" if whole else ""
    if days == 1 and whole:
        return "on two days"
    return f"over {days:,} days" if whole else f"over {days:,}+ days"


def first_seen(day: str, *, undated: bool) -> str:
    """What stands before where words were first; with copies that have no date it is known only of those that do."""
    return "first dated" if undated and day else "first seen"


def passed_over(passed: Mapping[str, int]) -> str:
    """How many files an import did not look at because of their endings, a sentence; empty where there were none."""
    if not passed:
        return ""
    endings = ", ".join(f"{number:,} {ending}" for ending, number in list(passed.items())[:ENDINGS])
    more = ", …" if len(passed) > ENDINGS else ""
    left = counted(sum(passed.values()), "file")
    return safe_line(f"{left} not looked at ({endings}{more}): name a file itself to have it read.")


def without_date(undated: int) -> str:
    """How many articles that an import added have no date, a sentence; empty where all have one."""
    has = "has" if undated == 1 else "have"
    return f"{undated:,} {has} no date: A in the app adds it." if undated else ""


def dated_ahead(ahead: int) -> str:
    """How many articles that an import added have a day after today, a sentence; empty where none has."""
    is_dated = "is" if ahead == 1 else "are"
    return f"{ahead:,} {is_dated} dated after today: A in the app corrects a date." if ahead else ""


def left_out(undated: int) -> str:
    """How many records an export since some day leaves out for want of one; empty where there are none."""
    whose = "its" if undated == 1 else "their"
    return f"{undated:,} left out: the year of {whose} article is not known" if undated else ""
