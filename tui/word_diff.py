"""Which words differ between two tellings of the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Span = tuple[int, int]

MOST_WORDS = 1500
"""Longer texts are compared from both ends only: difflib takes quadratic time."""

_WORD = re.compile(r"\w+|[^\w\s]")


def changed_words(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """The spans of `one` and of `other` that the other does not have, each a run of words or signs."""
    first, second = _words(one), _words(other)
    a, b = [one[slice(*span)] for span in first], [other[slice(*span)] for span in second]
    if max(len(a), len(b)) > MOST_WORDS:
        pieces = [_between_equal_ends(a, b)]
    else:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        pieces = [(i, j, k, m) for tag, i, j, k, m in codes if tag != "equal"]
    return (
        [(first[i][0], first[j - 1][1]) for i, j, _, _ in pieces if j > i],
        [(second[k][0], second[m - 1][1]) for _, _, k, m in pieces if m > k],
    )


def _words(text: str) -> list[Span]:
    return [found.span() for found in _WORD.finditer(text)]


def _between_equal_ends(a: list[str], b: list[str]) -> tuple[int, int, int, int]:
    shorter = min(len(a), len(b))
    begin = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    end = next((i for i in range(shorter - begin) if a[-1 - i] != b[-1 - i]), shorter - begin)
    return begin, len(a) - end, begin, len(b) - end
