"""iCalendar (RFC 5545): the deadline of each commitment as an all-day event. What has no deadline is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from store.collection import Collection
from store.exporters.dossier import source
from store.exporters.files import replaced
from store.exporters.rows import NEEDS_LOOK, Row, Selection, rows

LONGEST = 75
"""Bytes of a line; longer ones are folded (section 3.1)."""

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one calendar. Returns it with its number of events."""
    count = 0
    with replaced(out) as file:
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//On Record//onrecord//EN\r\nCALSCALE:GREGORIAN\r\n")
        for row in rows(collection, "commitment", selection):
            if due := last_day(row["deadline"]):
                file.writelines(_folded(line) for line in _event(row, due))
                count += 1
        file.write("END:VCALENDAR\r\n")
    return {out: count}


def last_day(deadline: str) -> date | None:
    """The day on which a date, perhaps cut to its month or year, ends; None where there is none."""
    parts = deadline.split("-")
    try:
        if len(parts) == 1:
            day = date(int(parts[0]), 12, 31)
        elif len(parts) == 2:
            year, month = int(parts[0]), int(parts[1])
            day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            day = date.fromisoformat(deadline)
    except ValueError:
        return None
    return day if day < date.max else None  # an event ends on the day after


def _event(row: Row, due: date) -> Iterator[str]:
    what = row["action"] or row["exact"]
    amount = " ".join(part for part in (_number(row["quantity"]), row["unit"]) if part)
    summary = f"{row['promisor'] or 'Promised'}: {what}" + (f" ({amount})" if amount and amount not in what else "")
    cited = ", ".join(filter(None, (row["article_title"], source(row))))
    said = [
        row["exact"],
        f"— {cited}" if cited else "",
        row["deadline_text"],
        row["condition"],
        row["note"],
        NEEDS_LOOK if row["needs_look"] else "",
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(row['id'])}@onrecord"
    yield f"DTSTAMP:{_text(re.sub('[-:]', '', row['added'])) or '19700101T000000Z'}"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(chr(10).join(part for part in said if part))}"
    if re.fullmatch(r"https?://[\x21-\x7e]+", row["article_url"]):
        yield f"URL:{row['article_url']}"
    yield f"CATEGORIES:{_text(row['status'])},{_text(row['strength'])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.15g}"


def _text(value: str) -> str:
    """A text value (section 3.3.11)."""
    for char in ("\\", ";", ","):
        value = value.replace(char, "\\" + char)
    return _CONTROLS.sub(" ", value).replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most LONGEST bytes, no character torn."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return "\r\n".join([*pieces, piece]) + "\r\n"
