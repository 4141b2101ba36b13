"""What must be in order before it is taken in, since files come from anyone.

That is an entry of an export (store/exchange.py), or an event of another collection (store/incoming.py).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from store.analysis.dates import exists
from store.events import Change, Event, Value
from store.model import FORMS, PRECISIONS, STATUSES, STRENGTHS, SpanRole

CHOICES: dict[str, Sequence[str]] = {
    "form": FORMS,
    "strength": STRENGTHS,
    "status": STATUSES,
    "published_precision": PRECISIONS,
    "date_said_precision": PRECISIONS,
    "deadline_precision": PRECISIONS,
    "state": ("live", "deleted", "same"),
}
"""Fields that say one of a few things."""

CHOICES_OF: dict[tuple[str, str], Sequence[str]] = {
    ("span", "role"): get_args(SpanRole),
    ("decision", "verdict"): ("joined", "parted"),
    ("verdict", "verdict"): ("accepted", "rejected", "forgotten"),
}
"""The same for fields, by kind, whose name means something else elsewhere."""

UIDS = ("article", "annotation", "speaker", "promisor", "same_as", "by")
"""Fields that name something by its uid, or nothing."""

PLACED = ("span", "decision", "hidden")
"""Kinds that say a place in a text."""

DATES = ("published", "date_said", "deadline", "status_date", "since", "until", "saved")

_DATE = re.compile(r"(\d{4}(-\d\d){0,2}|--\d\d-\d\d)?", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?", re.ASCII)
_UID = re.compile("[0-9a-f]{32}")
_HASH = re.compile("[0-9a-f]{64}")


def require_uid(value: object) -> str:
    """The value, which names files and lines in exports too. Raises ValueError where it is no uid."""
    if not (isinstance(value, str) and _UID.fullmatch(value)):
        raise ValueError(f"{_shown(value)} is no uid")
    return value


def require_hash(value: object) -> str:
    """The value. Raises ValueError where it is no SHA-256 in hexadecimal digits."""
    if not (isinstance(value, str) and _HASH.fullmatch(value)):
        raise ValueError(f"{_shown(value)} is no hash")
    return value


def _shown(value: object) -> str:
    return repr(value)[:40]


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


def require_spans(spans: Sequence[tuple[str, Value]]) -> None:
    """Refuse spans outside their text, of other words, or none with content. Raises ValueError.

    Each comes with the text that it stands in.
    """
    for body, span in spans:
        require_words(body, span)
    if not any(span["role"] == "content" for _, span in spans):
        raise ValueError("it has no words")


def require_words(body: str, placed: Value) -> None:
    """Refuse a place that is outside its text, or where other words stand. Raises ValueError."""
    require_place(placed)
    if placed["end"] > len(body):
        raise ValueError("its place is not inside the text")
    if body[placed["start"] : placed["end"]] != placed["exact"]:
        raise ValueError("its words do not stand where it says")


def require_place(placed: Value) -> None:
    """Refuse what is no place in a text. Raises ValueError."""
    start, end = placed["start"], placed["end"]
    if not (type(start) is type(end) is int and 0 <= start < end and isinstance(placed["exact"], str)):
        raise ValueError(f"from {_shown(start)} to {_shown(end)} is no place in a text")


def require_known_values(changes: Iterable[Change], *, days: bool = True) -> None:
    """Refuse what no form of On Record keeps in a field, and a uid that is none or used twice. Raises ValueError.

    Without `days` a date must have its form, but the calendar need not have it.
    """
    used: set[str] = set()
    for change in changes:
        if require_uid(change.target) in used:
            raise ValueError("a uid is used twice")
        used.add(change.target)
        for name, value in change.fields.items():
            _require_known(change.kind, name, value)
            if days and name in (*DATES, "added") and value and not exists(value[:10]):
                raise ValueError(f"{name} is {value[:10]}, a day that the calendar does not have")


def _require_known(kind: str, name: str, value: Any) -> None:
    choices = CHOICES_OF.get((kind, name)) or CHOICES.get(name)
    if choices and value not in choices:
        raise ValueError(f"{name} is {_shown(value)}")
    if name in UIDS and value:
        require_uid(value)
    if name == "text" and value is not None:
        require_hash(value)
    if (name in DATES and not _DATE.fullmatch(value)) or (name == "added" and not _TIME.fullmatch(value)):
        raise ValueError(f"{name} is no date")


def require_event(event: Event) -> None:
    """Refuse an event that On Record would not have made. Raises ValueError, TypeError or KeyError.

    It has made roles since and until days that the calendar does not have: their dates need only have the form of one.
    """
    fields = json.loads(event.value)
    for uid in (event.id, event.action, event.actor, *filter(None, [event.undoes])):
        require_uid(uid)
    if event.prev_hash:
        require_hash(event.prev_hash)
    require_plain(fields)
    require_known_values([Change(event.kind, event.target, fields)], days=event.kind != "role")
    if event.kind in PLACED and not fields.keys().isdisjoint(("text", "start", "end", "exact")):
        require_hash(fields["text"])
        require_place(fields)
