"""Words of a text as numbers that can be compared at once, with the way back to their places.

A token is a run of letters and digits, folded: NFKD base letters, casefolded, so that case, accents, ligatures and
full-width forms do not matter. Punctuation, marks and blanks separate; combining marks and format characters drop.
In scripts that are written without blanks every character is a token.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int64]

BLOCK = 1 << 15
PAGE = 256
UNKNOWN, SEPARATOR = 0, 1
"""What a character folds to before its page is worked out, and what marks and blanks fold to: codes of no letter."""
DROPPED = 0x110000
"""Codes from here on stand for no letter of their own: DROPPED, then the spellings of several letters."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x30FF),  # CJK radicals and punctuation, kana
    (0x3100, 0x312F),  # Bopomofo
    (0x31A0, 0x31FF),
    (0x3400, 0x9FFF),  # CJK ideographs
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, in order; token k stands at [start[k], end[k]), in code points.

    `single` is true for tokens of a script without blanks: one character each, so they say less than a word.
    """

    hash: Hashes
    start: Offsets
    end: Offsets
    numeric: npt.NDArray[np.bool_]
    single: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.hash)


class _Folding:
    """What each character folds to, worked out a page of 256 characters at a time, as texts need them."""

    def __init__(self) -> None:
        self._codes = np.full(0x110000, UNKNOWN, np.uint32)
        self.spellings: list[npt.NDArray[np.uint32]] = [np.zeros(0, np.uint32)]

    def codes(self, points: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """What some characters fold to: a letter, SEPARATOR, DROPPED, or DROPPED and the number of a spelling."""
        found = self._codes.take(points)
        if found.min() == UNKNOWN:
            for page in np.unique(points[found == UNKNOWN] // PAGE).tolist():
                self._learn(page)
            found = self._codes.take(points)
        return found

    def _learn(self, page: int) -> None:
        """Fill in the characters of one page."""
        for code in range(page * PAGE, (page + 1) * PAGE):
            self._codes[code] = self._fold(chr(code))

    def _fold(self, character: str) -> int:
        category = unicodedata.category(character)
        if category in ("Mn", "Mc", "Me", "Cf"):
            return DROPPED
        spelt = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        letters = [ord(c) for c in spelt if c.isalnum()]
        if not letters:
            return SEPARATOR
        if len(letters) == 1:
            return letters[0]
        self.spellings.append(np.array(letters, np.uint32))
        return DROPPED + len(self.spellings) - 1


@functools.cache
def _folding() -> _Folding:
    return _Folding()


@functools.cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """The first `size` powers of the hash's base, and of its inverse (modulo 2^64)."""
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    up, down = np.full(size, _BASE), np.full(size, inverse)
    up[0] = down[0] = 1
    return np.cumprod(up), np.cumprod(down)


@functools.cache
def _unspaced() -> npt.NDArray[np.bool_]:
    """For each code point, whether it is of a script written without blanks."""
    table = np.zeros(DROPPED + 1, np.bool_)
    for low, high in _UNSPACED:
        table[low : high + 1] = True
    return table


def tokenize(text: str) -> Tokens:
    """Return the tokens of `text`. Works a block at a time, so memory beside the result stays small."""
    parts = [_tokenize_block(text[low:high], low) for low, high in _blocks(text)]
    if len(parts) == 1:
        return parts[0]
    return Tokens(
        np.concatenate([p.hash for p in parts]),
        np.concatenate([p.start for p in parts]),
        np.concatenate([p.end for p in parts]),
        np.concatenate([p.numeric for p in parts]),
        np.concatenate([p.single for p in parts]),
    )


def _blocks(text: str) -> list[tuple[int, int]]:
    """Cut the text after blanks; a run without any is cut where it must be."""
    size, low, blocks = len(text), 0, []
    while size - low > BLOCK:
        high = max(text.rfind(" ", low, low + BLOCK), text.rfind("\n", low, low + BLOCK)) + 1 or low + BLOCK
        blocks.append((low, high))
        low = high
    blocks.append((low, size))
    return blocks


def _tokenize_block(text: str, offset: int) -> Tokens:
    folding = _folding()
    # A blank at either end lets every token have a separator on both sides.
    points = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    codes, places = folding.codes(points), None
    if codes.max() >= DROPPED:
        codes, places = _spell_out(codes, folding.spellings)
    return _cut(codes, places, offset)


def _spell_out(
    codes: npt.NDArray[np.uint32], spellings: list[npt.NDArray[np.uint32]]
) -> tuple[npt.NDArray[np.uint32], Offsets]:
    """Drop what drops and write letters that fold to several; also say where each code stood."""
    places = np.flatnonzero(codes != DROPPED)
    codes = codes.take(places)
    several = np.flatnonzero(codes > DROPPED)
    if not len(several):
        return codes, places
    spelt = [spellings[k] for k in (codes[several] - DROPPED).tolist()]
    counts = np.ones(len(codes), np.int64)
    counts[several] = [len(letters) for letters in spelt]
    codes, places = np.repeat(codes, counts), np.repeat(places, counts)
    codes[codes > DROPPED] = np.concatenate(spelt)
    return codes, places


def _cut(codes: npt.NDArray[np.uint32], places: Offsets | None, offset: int) -> Tokens:
    """Find the tokens in folded codes and hash each: a polynomial in its letters, by prefix sums."""
    inside = codes != SEPARATOR
    if codes.max() >= _UNSPACED[0][0]:
        alone = _unspaced()[codes]
        opens = inside[1:] & (~inside[:-1] | alone[1:] | alone[:-1])
        closes = inside[:-1] & (~inside[1:] | alone[1:] | alone[:-1])
        if places is not None:  # letters spelt out of one character stay together
            apart = places[1:] != places[:-1]
            opens &= apart
            closes &= apart
        start, end = np.flatnonzero(opens) + 1, np.flatnonzero(closes) + 1
        single = _unspaced()[codes[start]]
    else:
        edges = np.flatnonzero(inside[1:] != inside[:-1])
        edges += 1
        start, end = edges[0::2], edges[1::2]
        single = np.zeros(len(start), np.bool_)
    # One size serves nearly every block; letters that fold to many can make a block longer.
    up, down = _powers(max(2 * BLOCK, 1 << len(codes).bit_length()))
    sums = np.cumsum(codes * up[: len(codes)])
    hashes = sums[end - 1]
    hashes -= sums[start - 1]
    hashes *= down[start]
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    numeric = (codes[start] - np.uint32(48)) < 10
    if places is not None:
        start, end = places[start], places[end]
    return Tokens(hashes, start + (offset - 1), end + (offset - 1), numeric, single)
