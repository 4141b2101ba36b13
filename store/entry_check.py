"""What an entry of an export must hold before it is taken in (store/exchange.py): files come from anyone."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from store.analysis.dates import exists
from store.events import Change
from store.model import FORMS, PRECISIONS, STATUSES, STRENGTHS, SpanRole

CHOICES: dict[str, Sequence[str]] = {
    "form": FORMS,
    "strength": STRENGTHS,
    "status": STATUSES,
    "published_precision": PRECISIONS,
    "date_said_precision": PRECISIONS,
    "deadline_precision": PRECISIONS,
    "verdict": ("joined", "parted"),
}
"""Fields that say one of a few things."""

DATES = ("published", "date_said", "deadline", "status_date", "since", "until", "saved")

_DATE = re.compile(r"(\d{4}(-\d\d){0,2}|--\d\d-\d\d)?", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?", re.ASCII)


def require_plain(entry: dict[str, Any]) -> None:
    """Refuse texts with a NUL, which C and so SQLite's own functions take for their end, and numbers without an end.

    Raises ValueError.
    """
    waiting: list[Any] = [entry]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and "\0" in value:
            raise ValueError("a text holds a NUL")
        elif isinstance(value, float) and not math.isfinite(value):
            raise ValueError("a number is not finite")


def require_spans(spans: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Refuse spans outside their text, of other words, without a known role or without content. Raises ValueError.

    Each comes with the text that it stands in.
    """
    for body, span in spans:
        start, end = span["start"], span["end"]
        if not (type(start) is type(end) is int and 0 <= start < end <= len(body)):
            raise ValueError("a span is not inside the text")
        if body[start:end] != span["exact"]:
            raise ValueError("its words do not stand where it says")
        if span["role"] not in get_args(SpanRole):
            raise ValueError("the role of a span")
    if not any(span["role"] == "content" for _, span in spans):
        raise ValueError("it has no words")


def require_place(decision: dict[str, Any]) -> None:
    """Refuse a decision about something that is no place in a text. Raises ValueError."""
    start, end = decision["start"], decision["end"]
    if not (type(start) is type(end) is int and 0 <= start < end):
        raise ValueError("a decision about no place")
    if not (isinstance(decision["text"], str) and isinstance(decision["exact"], str)):
        raise ValueError("a decision about no words")


def require_known_values(changes: Iterable[Change]) -> None:
    """Refuse what no form of On Record keeps in a field, and a uid that is used twice. Raises ValueError."""
    used: set[str] = set()
    for change in changes:
        if change.target in used:
            raise ValueError("a uid is used twice")
        used.add(change.target)
        for name, value in change.fields.items():
            if name in CHOICES and value not in CHOICES[name]:
                raise ValueError(name)
            if (name in DATES and not _DATE.fullmatch(value)) or (name == "added" and not _TIME.fullmatch(value)):
                raise ValueError(f"{name} is no date")
            if name in (*DATES, "added") and value and not exists(value[:10]):
                raise ValueError(f"{name} is {value[:10]}, a day that the calendar does not have")
