"""Which words differ between two tellings of the same."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

Span = tuple[int, int]

MOST_WORDS = 1500
"""Longer stretches without an equal line are compared from both ends only: difflib takes quadratic time."""

MOST_PAIRS = 35_000
"""Equal parts, each with each, from which those that repeat are not sought: difflib takes up all of them each time."""

OFTEN = 10
"""Times that a part stands in both texts from which it is equal only beside others that are, where there are many."""

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
    begin, end = _equal_ends(a, b)
    a, first = a[begin : len(a) - end], first[begin : len(first) - end]
    b, second = b[begin : len(b) - end], second[begin : len(second) - end]
    if max(len(a), len(b)) > MOST_WORDS:
        return [(first, second)]
    codes = SequenceMatcher(_repeated(a, b).__contains__, a, b, autojunk=False).get_opcodes()
    return [(first[i:j], second[k:m]) for tag, i, j, k, m in codes if tag != "equal"]


def _repeated(a: list[str], b: list[str]) -> set[str]:
    """The parts that repeat too often to be compared each with each."""
    here, there = Counter(a), Counter(b)
    pairs = {part: count * there[part] for part, count in here.items()}
    return {part for part, count in pairs.items() if count > OFTEN**2} if sum(pairs.values()) > MOST_PAIRS else set()


def _whole(parts: list[Span]) -> Span:
    return (parts[0][0], parts[-1][1]) if parts else (0, 0)


def _spans(part: re.Pattern[str], text: str, among: list[Span] | None = None) -> list[Span]:
    """Where a text has such parts, of all of it or of a run of others."""
    start, end = (0, len(text)) if among is None else _whole(among)
    return [found.span() for found in part.finditer(text, start, end)]


def _equal_ends(a: list[str], b: list[str]) -> tuple[int, int]:
    """How many parts at the beginnings of both are equal, and how many of the others at the ends."""
    shorter = min(len(a), len(b))
    begin = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    end = next((i for i in range(shorter - begin) if a[-1 - i] != b[-1 - i]), shorter - begin)
    return begin, end
