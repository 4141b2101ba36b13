"""A quote with its source, by a template: `“quote” — Name, role, Outlet, date, url`."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
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


def cite(template: str, parts: Mapping[str, str], *, reported: bool = False) -> str:
    """Fill a template. Parts that are empty or missing are left out, with the punctuation that would stand alone.

    Marks that touch a field, as in `“{quote}”` or `({role})`, go with it; a quote that opens with marks of its own gets
    no others, and one in the words of who reported it gets none. Of the separators around what was left out, the one
    with more signs stays, of equals the first. The title stands for an outlet that is not known, unless the template
    names it anyway. Raises ValueError when the template is wrong.
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
            head, tail = _around(slot, value, reported=reported)
            written += f"{max(separators, key=_signs, default='')}{head}{value}{tail}"
        if value or not written:
            separators.clear()
    return written + ending if written else ""


def _around(slot: _Slot, value: str, *, reported: bool) -> tuple[str, str]:
    """The marks before and after a field, without quotation marks where the words have their own or want none."""
    marked = slot.head[-1:] in _PAIRS and slot.tail[:1] in _CLOSING
    own = value[0] in _PAIRS and value[0] not in _APOSTROPHES
    if slot.field == "quote" and marked and (own or reported):
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


def is_reported(kind: str, form: object) -> bool:
    """Whether a record is in the words of who reported it: a commitment (kind), a quote in indirect speech (form)."""
    return kind == "commitment" or form == "indirect"


def attributed(name: str, kind: str, form: object) -> str:
    """Who is behind a record, with what tells that its words are not verbatim theirs; nothing without a name."""
    if not name or not is_reported(kind, form):
        return name
    return f"promised by {name}" if kind == "commitment" else f"{name} (indirect speech)"


def quoted(spans: Sequence[str]) -> str:
    """The words of a quote's spans in one piece, without the marks around each, or those that only one end has."""
    return OMISSION.join(_without_lone_marks(without_marks(span)) for span in spans)


def _without_lone_marks(words: str) -> str:
    """The words without a mark that opens and is never closed, and one at the end that closes what is not open.

    What may be an apostrophe is left: that of “'90s” begins no quotation.
    """
    opening = words[:1]
    if opening in _PAIRS and opening not in _APOSTROPHES and not _meets(words[1:], opening, _PAIRS[opening]):
        words = _without_reopening(words[1:], opening).strip()
    closing = words[-1:]
    openings = [mark for mark, closings in _PAIRS.items() if closing and closing in closings]
    inches = closing == '"' and words[-2:-1].isdigit()
    if openings and not inches and closing not in _APOSTROPHES and not _meets(words[-2::-1], closing, openings):
        words = words[:-1].strip()
    return words


def without_marks(words: str) -> str:
    """The words without one pair of quotation marks around them, nor those that open later paragraphs again."""
    words = words.strip()
    opening, inside, closing = words[:1], words[1:-1], words[-1:]
    if not closing or closing not in _PAIRS.get(opening, ""):
        return words
    inside = _without_reopening(inside, opening)
    return words if _meets(inside, opening, closing) else inside.strip()  # else two, with something between them


def _without_reopening(words: str, opening: str) -> str:
    """The words without the marks that open later paragraphs again."""
    return re.sub(rf"(\n\s*){re.escape(opening)}", r"\1", words)


def _meets(words: str, mark: str, others: Container[str]) -> bool:
    """Whether a mark before the words meets its counterpart, one of `others`, in them; both may nest."""
    depth = 0
    for char in words:
        depth += -1 if char in others else 1 if char == mark else 0
        if depth < 0:
            return True
    return False


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
