"""Makes outside text safe to show: what could steer a terminal or hide becomes a visible mark.

Every string that comes from a file, a title, a name or a setting passes through here before it is shown. Each
character is replaced by exactly one other, so offsets in the shown text are offsets in the text.
"""

from __future__ import annotations

import re

MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that has no picture of its own: C1, bidi, zero-width, surrogate, noncharacter."""

_RANGES = (
    (0x0000, 0x0009),  # C0 but for the line feed
    (0x000B, 0x001F),  # C0: escape sequences begin here
    (0x007F, 0x009F),  # delete and C1: one-character CSI, OSC, DCS
    (0x00AD, 0x00AD),  # soft hyphen: a cell in one terminal, none in the next
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B),  # zero-width space; ZWNJ and ZWJ (200C, 200D) spell words and stay
    (0x200E, 0x200F),  # left-to-right and right-to-left marks
    (0x2028, 0x202E),  # line and paragraph separators, bidi embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, bidi isolates, deprecated formats
    (0xD800, 0xDFFF),  # lone surrogates: no encoder takes them
    (0xFDD0, 0xFDEF),  # noncharacters
    (0xFEFF, 0xFEFF),  # zero-width no-break space
    (0xFFF0, 0xFFFB),  # interlinear annotation and unassigned specials
    (0xFFFE, 0xFFFF),  # noncharacters
    (0xE0000, 0xE00FF),  # tags: invisible ASCII
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)),
)


def _mark(code: int) -> str:
    """The one visible character that stands for the character `code`."""
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)  # control pictures: ␀ … ␛ … ␟
    return {0x7F: "␡", 0xAD: "¬", 0x2028: "␤", 0x2029: "␤"}.get(code, MARK)


_PATTERN = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _RANGES)
_UNSAFE = f"[{_PATTERN}]"
_UNSAFE_IN_LINE = f"[\n{_PATTERN}]"


def safe(text: str) -> str:
    """`text` as it may be shown: same length, unsafe characters replaced by marks, line feeds kept.

    A tab becomes one blank, other control characters their pictures (␛), a soft hyphen ¬ and everything that
    is invisible or turns the writing direction �. Combining marks, variation selectors, ZWJ and ZWNJ stay.
    """
    return text if text.isprintable() else re.sub(_UNSAFE, lambda found: _mark(ord(found[0])), text)


def safe_line(text: str) -> str:
    """`text` as it may be shown on one line: as `safe`, and line feeds become ␊."""
    return text if text.isprintable() else re.sub(_UNSAFE_IN_LINE, lambda found: _mark(ord(found[0])), text)


def shortened(text: str, most: int) -> str:
    """`text` in so many characters at most; what is cut ends with an ellipsis."""
    return f"{text[: max(most - 1, 0)].rstrip()}…" if len(text) > most else text
