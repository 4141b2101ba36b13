"""Which words differ between two tellings of the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Span = tuple[int, int]

MOST_WORDS = 1500
"""Longer texts are compared from both ends only: difflib takes quadratic time."""

_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
"""Quotation marks and dashes, which say the same in every shape."""

_WORD = re.compile(r"\w+|[^\w\s]")


def changed_words(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """The spans of `one` and of `other` that the other does not have, each a run of words or signs."""
    pairs = differences(one, other)
    return [a for a, _ in pairs if a[0] < a[1]], [b for _, b in pairs if b[0] < b[1]]


def differences(one: str, other: str) -> list[tuple[Span, Span]]:
    """What stands in `one` and what in its stead in `other`, each a run of words or signs, empty where nothing does.

    Other shapes of quotation marks and dashes are no difference.
    """
    first, second = _words(one), _words(other)
    a, b = ([text[slice(*span)].translate(_PLAIN) for span in words] for text, words in ((one, first), (other, second)))
    if max(len(a), len(b)) > MOST_WORDS:
        pieces = [_between_equal_ends(a, b)]
    else:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        pieces = [(i, j, k, m) for tag, i, j, k, m in codes if tag != "equal"]
    return [(_span(first, i, j), _span(second, k, m)) for i, j, k, m in pieces if j > i or m > k]


def _span(words: list[Span], first: int, last: int) -> Span:
    return (words[first][0], words[last - 1][1]) if last > first else (0, 0)


def _words(text: str) -> list[Span]:
    return [found.span() for found in _WORD.finditer(text)]


def _between_equal_ends(a: list[str], b: list[str]) -> tuple[int, int, int, int]:
    shorter = min(len(a), len(b))
    begin = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    end = next((i for i in range(shorter - begin) if a[-1 - i] != b[-1 - i]), shorter - begin)
    return begin, len(a) - end, begin, len(b) - end
