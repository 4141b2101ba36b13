"""Fuzzy matching of what a person types against names: case, accents and missing letters do not matter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_PLAIN = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
}
_TABLE = str.maketrans(_PLAIN)

NAMES, TYPED = 50_000, 1_024
"""So many names are kept as they are compared, at 700 bytes each those of a large collection; and so many other words:
what is typed, of which there is no end, is not kept among them."""
WHOLE_WORDS = 0.8
"""From so good a match on, each word typed begins a word of the name."""


class Match(NamedTuple):
    """How well a name fits (0..1, 1 is equal) and which of its characters were hit, in order."""

    score: float
    hits: tuple[int, ...]


class _Folded(NamedTuple):
    text: str
    source: tuple[int, ...]
    starts: tuple[int, ...]


def _folding(text: str) -> _Folded:
    """Base letters without case; others become blanks. `source[i]` is where i came from."""
    letters: list[str] = []
    source: list[int] = []
    for index, char in enumerate(text):
        for base in unicodedata.normalize("NFKD", char).casefold():
            if unicodedata.category(base).startswith(("M", "Cf")):
                continue
            for letter in _PLAIN.get(base, base):
                letters.append(letter if letter.isalnum() else " ")
                source.append(index)
    plain = "".join(letters)
    starts = tuple(i for i, char in enumerate(plain) if char != " " and (i == 0 or plain[i - 1] == " "))
    return _Folded(plain, tuple(source), starts)


_folded = lru_cache(NAMES)(_folding)
"""Of a name: each is compared with what was typed at every key."""


@lru_cache(TYPED)
def fold(text: str) -> str:
    """The text as it is compared: base letters, no case, single blanks between words."""
    return " ".join(_folding(text).text.split())


def match(query: str, name: str) -> Match | None:
    """How `name` answers to `query`, or None.

    In order of worth: the same words; each typed word begins a word of the name, in any order; the letters
    typed begin successive words ("jsmi" is John Smith); the letters stand inside the name.
    """
    typed, folded = fold(query), _folded(name)
    if not typed:
        return Match(0.0, ())
    words = typed.split()
    if words == folded.text.split():
        return Match(1.0, tuple(range(len(name))))
    for worth, hits in (
        (WHOLE_WORDS, _word_starts(words, folded)),
        (0.6, _successive(typed.replace(" ", ""), folded)),
        (0.4, _inside(typed, folded)),
    ):
        if hits:
            share = len(hits) / max(1, len(folded.text))
            return Match(worth + 0.15 * share, tuple(sorted({folded.source[i] for i in hits})))
    return None


def _word_starts(words: list[str], name: _Folded) -> list[int]:
    hits: list[int] = []
    free = list(name.starts)
    for word in sorted(words, key=len, reverse=True):
        start = next((start for start in free if name.text.startswith(word, start)), None)
        if start is None:
            return []
        free.remove(start)
        hits.extend(range(start, start + len(word)))
    return hits


def _successive(typed: str, name: _Folded) -> list[int]:
    """Places of the typed letters as beginnings of words in order; tried longest beginning first."""
    starts = name.starts[:40]  # initials of longer names are not typed
    failed: set[tuple[int, int]] = set()

    def place(letter: int, word: int) -> list[int] | None:
        if letter == len(typed):
            return []
        if word == len(starts) or (letter, word) in failed:
            return None
        start = starts[word]
        length = 0
        while (
            letter + length < len(typed)
            and start + length < len(name.text)
            and typed[letter + length] == name.text[start + length]
        ):
            length += 1
        for taken in range(length, -1, -1):
            rest = place(letter + taken, word + 1)
            if rest is not None:
                return [*range(start, start + taken), *rest]
        failed.add((letter, word))
        return None

    return place(0, 0) or []


def _inside(typed: str, name: _Folded) -> list[int]:
    start = name.text.find(typed)
    return [] if start < 0 else list(range(start, start + len(typed)))


def plain(text: str) -> str:
    """Base letters without case, punctuation kept: for finding words in many long texts quickly."""
    if text.isascii():
        return text.casefold()
    bases = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return "".join(bases).casefold().translate(_TABLE)
