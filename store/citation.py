"""A quote with its source, by a template: `“quote” — Name, role, Outlet, date, url`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from store.model import OMISSION

TEMPLATE = "“{quote}” — {speaker}, {role}, {outlet}, {date}, {url}"

TEMPLATES = {
    "full": TEMPLATE,
    "short": "“{quote}” — {speaker}, {outlet}, {date}",
    "footnote": "{speaker}, quoted in {author}, “{title}”, {outlet}, {date}, {url}: “{quote}”",
    "markdown": "> {quote} — {speaker}, {role}, [{title}]({url}), {outlet}, {date}",
}
"""Built-in templates by name."""

STYLE = ".csl"
"""How the name of a citation style's file ends; it can stand in the place of a template."""

STYLED = "“{quote}” — {speaker}, {role}. "
"""What stands before a reference that a citation style writes."""

FIELDS = ("quote", "speaker", "role", "outlet", "title", "author", "place", "date", "url")
"""What a template can name."""

DATE_STYLES = ("iso", "day first", "month first")
"""2024-11-09, 9 November 2024 or November 9, 2024."""

_OPENING = "“„‟‘‚‛«‹»›「『\"'([{<"
_CLOSING = "”“’‘»›«‹」』\"')]}>"
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "'": "'", "‘": "’", "‚": "‘’"}

_APOSTROPHES = {"'", "‘", "’"}

_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]


@dataclass(slots=True)
class _Slot:
    before: str
    head: str
    field: str
    tail: str = ""


def cite(template: str, parts: Mapping[str, str]) -> str:
    """Fill a template. Parts that are empty or missing are left out, with the punctuation that would stand alone.

    Marks that touch a field, as in `“{quote}”` or `({role})`, go with it; a quote that opens with marks of its own gets
    no others. Of the separators around what was left
    out, the one with more signs stays, of equals the first. The title stands for an outlet that is not known, unless
    the template names it anyway. Raises ValueError when the template is wrong.
    """
    slots, ending = _parse(template)
    if not parts.get("outlet") and not any(slot.field == "title" for slot in slots):
        parts = {**parts, "outlet": parts.get("title", "")}
    written = ""
    separators: list[str] = []
    for index, slot in enumerate(slots):
        value = " ".join(parts.get(slot.field, "").split())
        if written or index == 0:
            separators.append(slot.before)
        if value:
            head, tail = _around(slot, value)
            written += f"{max(separators, key=_signs, default='')}{head}{value}{tail}"
        if value or not written:
            separators.clear()
    return written + ending if written else ""


def _around(slot: _Slot, value: str) -> tuple[str, str]:
    """The marks before and after a field, without quotation marks where the words have their own."""
    marked = slot.head[-1:] in _PAIRS and slot.tail[:1] in _CLOSING
    if slot.field == "quote" and marked and value[0] in _PAIRS and value[0] not in _APOSTROPHES:
        return slot.head[:-1], slot.tail[1:]
    return slot.head, slot.tail


def _parse(template: str) -> tuple[list[_Slot], str]:
    slots: list[_Slot] = []
    literal = ""
    for text, field, form, conversion in Formatter().parse(template):
        literal += text
        if field is None:
            continue
        if field not in FIELDS or form or conversion:
            raise ValueError(f"{{{field}}} is not a part of a quote; there are {', '.join(FIELDS)}")
        before, head = _cut_end(_close(slots, literal))
        slots.append(_Slot(before, head, field))
        literal = ""
    return slots, _close(slots, literal)


def _close(slots: list[_Slot], literal: str) -> str:
    """Give the marks that the literal begins with to the slot before it; return the rest."""
    rest = literal.lstrip(_CLOSING) if slots else literal
    if slots:
        slots[-1].tail = literal[: len(literal) - len(rest)]
    return rest


def _cut_end(literal: str) -> tuple[str, str]:
    before = literal.rstrip(_OPENING)
    return before, literal[len(before) :]


def _signs(separator: str) -> int:
    return sum(not char.isspace() for char in separator)


def quoted(spans: Sequence[str]) -> str:
    """The words of a quote's spans in one piece, without the marks around each, or around all of several.

    Around several, what may be an apostrophe is left: that of “'90s” begins no quotation.
    """
    words = OMISSION.join(without_marks(span) for span in spans)
    across = len(spans) > 1 and _APOSTROPHES.isdisjoint((words[:1], words[-1:]))
    return without_marks(words) if across else words


def without_marks(words: str) -> str:
    """The words without one pair of quotation marks around them, nor those that open later paragraphs again."""
    words = words.strip()
    opening, inside, closing = words[:1], words[1:-1], words[-1:]
    if not closing or closing not in _PAIRS.get(opening, ""):
        return words
    inside = re.sub(rf"(\n\s*){re.escape(opening)}", r"\1", inside)
    depth = 0
    for char in inside:
        depth += -1 if char == closing else 1 if char == opening else 0
        if depth < 0:
            return words  # two quotations with something between them
    return inside.strip()


def show_time(added: str) -> str:
    """A time as it is kept ("2031-05-01T10:03:07Z") to the minute: "2031-05-01, 10:03 UTC"."""
    return f"{added[:10]}, {added[11:16]} UTC"


def show_date(published: str, style: str = "iso") -> str:
    """An ISO date of any precision ("2024-11-09", "2024-11", "2024", "--11-09") in one of DATE_STYLES.

    In ISO style a year that is not known shows as "????-11-09".
    """
    found = re.fullmatch(r"(\d{4}|-)(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", published)
    if style == "iso" or not found or not found[2]:
        return f"????{published[1:]}" if published.startswith("--") else published
    year = "" if found[1] == "-" else found[1]
    month = _MONTHS[int(found[2]) - 1]
    if not found[3]:
        return f"{month} {year}".strip()
    day = str(int(found[3]))
    if style == "month first":
        return f"{month} {day}, {year}" if year else f"{month} {day}"
    return f"{day} {month} {year}".strip()
