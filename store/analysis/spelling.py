"""How words are compared in a search: accents and vowel signs that writers leave out make no difference.

The search index (FTS5, tokenizer `unicode61 remove_diacritics 2`) folds case everywhere but accents in Latin script
only, and takes a run of letters as one word. `searchable` does the rest before a text is indexed: other scripts'
optional signs go, and letters of scripts that put no blanks between words stand apart, so that any run of them is
a phrase. `pattern` finds in the text itself what the index would find.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SIGNS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
)
"""Hebrew points, Arabic vowel signs and the Arabic stretching stroke."""

_APART = (
    "\u0e01-\u0e2e\u0e30-\u0e45\u0e81-\u0ec6\u1000-\u109f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
    "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana and Chinese characters
)

_SPELT = {"ё": "е", "Ё": "Е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي"}
"""Letters that are letters of their own only in careful writing."""

_GREEK = {
    chr(code): parts[0]
    for code in (*range(0x386, 0x3D0), *range(0x1F00, 0x2000))
    if len(parts := unicodedata.normalize("NFD", chr(code))) > 1
}

_FOLDED = _SPELT | _GREEK
_UNLIKE = re.compile(f"[{_SIGNS}{''.join(_FOLDED)}]")
_ALONE = re.compile(f"[{_APART}]")
_WORD = re.compile(f"[{_APART}]|[^\\W_{_APART}]+")
_MARKS = f"[\u0300-\u036f{_SIGNS}]*"


def searchable(text: str) -> str:
    """The text as the search index takes it in, and as a query for it is spelt."""
    if text.isascii():
        return text
    return _ALONE.sub(r" \g<0> ", _plain(text))


def words(text: str) -> list[str]:
    """The words of a text as the search index tells them apart, folded but for case."""
    return _WORD.findall(searchable(text))


def alone(letter: str) -> bool:
    """Whether a word is a letter of a script without blanks, which no further letters can finish."""
    return _ALONE.match(letter) is not None


def pattern(typed: str, *, unfinished: bool = False, inside: bool = False) -> str:
    """A regular expression, for use with IGNORECASE, for the typed words one after the other; "" for no words.

    Args:
        unfinished: the last word may be the beginning of a word.
        inside: the first word may be the end of a word, and signs between the words count.
    """
    if inside:
        return r"\s+".join("".join(map(_letter, piece)) for piece in _plain(typed).split())
    found = words(typed)
    if not found:
        return ""
    between = r"[\W_]*?" if any(map(alone, found)) else r"[\W_]+"
    spelt = between.join("".join(map(_letter, word)) for word in found)
    before = "" if alone(found[0]) else r"(?<![^\W_])"
    after = "" if unfinished or alone(found[-1]) else r"(?![^\W_])"
    return before + spelt + after


def _plain(text: str) -> str:
    """The text without signs and accents that its script can do without."""
    return _UNLIKE.sub(lambda found: _FOLDED.get(found[0], ""), unicodedata.normalize("NFC", text))


@cache
def _letter(char: str) -> str:
    """A pattern for a letter, with or without accents whichever way it was typed."""
    plain = base(char)
    alike = _alike().get(plain.lower(), "")
    return f"[{re.escape(plain)}{alike}]{_MARKS}" if plain.isalpha() else re.escape(char)


@cache
def _alike() -> dict[str, str]:
    """The accented letters of each small base letter."""
    alike: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x386, 0x482), *range(0x621, 0x6D4), *range(0x1E00, 0x2000)):
        char = chr(code)
        if (plain := base(char)) != char:
            alike[plain.lower()] = alike.get(plain.lower(), "") + char
    return alike


def base(char: str) -> str:
    """A letter without its accents: Latin, Greek and what `_SPELT` names; й, ї and ў are letters of their own."""
    if char in _FOLDED:
        return _FOLDED[char]
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isascii() and first.isalpha() else char
