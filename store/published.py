"""When articles were published, as SQL conditions on `published`, for whoever asks by date.

Only a date whose year is known counts, never the day of the import. One that is known to its month or year only counts
where it may be meant.
"""

from __future__ import annotations

_KNOWN = "published GLOB '[0-9]*'"
"""A day without its year is such as --11-09."""

UNKNOWN = f"NOT {_KNOWN}"
"""What neither `since` nor `before` finds, whatever the day."""


def since(date: str) -> tuple[str, list[str]]:
    """Published on the first day of a date (ISO, perhaps cut to its month or year) or later, with the values."""
    return f"{_KNOWN} AND published >= substr(?, 1, length(published))", [date]


def before(date: str) -> tuple[str, list[str]]:
    """Published before the first day of a date, with the values."""
    # in the order of letters 2031 comes before 2031-01-01, which is its first day
    return f"{_KNOWN} AND published < ?", [date.removesuffix("-01").removesuffix("-01")]
