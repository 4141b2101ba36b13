"""Which words differ between two tellings of the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Span = tuple[int, int]

MOST_WORDS = 1500
"""Longer stretches without an equal line are compared from both ends only: difflib takes quadratic time."""

_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
"""Quotation marks and dashes, which say the same in every shape."""

_WORD = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"\S.*")
"""A line, but for the blanks before it; empty ones stand for nothing."""


def changed_words(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """The spans of `one` and of `other` that the other does not have, each a run of words or signs."""
    pairs = differences(one, other)
    return [a for a, _ in pairs if a[0] < a[1]], [b for _, b in pairs if b[0] < b[1]]


def differences(one: str, other: str) -> list[tuple[Span, Span]]:
    """What stands in `one` and what in its stead in `other`, each a run of words or signs, empty where nothing does.

    Other shapes of quotation marks and dashes are no difference. Lines that are equal are compared no further.
    """
    found = []
    for lines, others in _unequal(one, _spans(_LINE, one), other, _spans(_LINE, other)):
        first, second = _spans(_WORD, one, lines), _spans(_WORD, other, others)
        found += [(_whole(a), _whole(b)) for a, b in _unequal(one, first, other, second)]
    return found


def _unequal(one: str, first: list[Span], other: str, second: list[Span]) -> list[tuple[list[Span], list[Span]]]:
    """The runs of parts of two texts in whose stead the other has others, or none."""
    a, b = ([text[slice(*span)].translate(_PLAIN) for span in parts] for text, parts in ((one, first), (other, second)))
    if max(len(a), len(b)) > MOST_WORDS:
        pieces = [_between_equal_ends(a, b)]
    else:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        pieces = [(i, j, k, m) for tag, i, j, k, m in codes if tag != "equal"]
    return [(first[i:j], second[k:m]) for i, j, k, m in pieces if j > i or m > k]


def _whole(parts: list[Span]) -> Span:
    return (parts[0][0], parts[-1][1]) if parts else (0, 0)


def _spans(part: re.Pattern[str], text: str, among: list[Span] | None = None) -> list[Span]:
    """Where a text has such parts, of all of it or of a run of others."""
    start, end = (0, len(text)) if among is None else _whole(among)
    return [found.span() for found in part.finditer(text, start, end)]


def _between_equal_ends(a: list[str], b: list[str]) -> tuple[int, int, int, int]:
    shorter = min(len(a), len(b))
    begin = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    end = next((i for i in range(shorter - begin) if a[-1 - i] != b[-1 - i]), shorter - begin)
    return begin, len(a) - end, begin, len(b) - end
