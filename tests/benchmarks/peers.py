"""Other ways to find what repeats, as their users would call them. One that is not installed is said and left out.

Install them with `pip install -e '.[bench]'`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec

SHINGLE = 5
"""Words of a shingle for MinHash."""
PERMUTATIONS, THRESHOLD, BANDS = 128, 0.5, 32
SHORTEST = 6
"""Words of an equal run that word matchers count; SHORTEST_CHARACTERS is the same for the suffix array."""
SHORTEST_CHARACTERS = 36

Span = tuple[int, int]
Matcher = Callable[[str, str], list[tuple[Span, Span]]]
_WORD = re.compile(r"\w+")


def missing(*packages: str) -> list[str]:
    """Those of some packages that are not installed."""
    return [package for package in packages if find_spec(package) is None]


def _words(text: str) -> tuple[list[str], list[Span]]:
    found = list(_WORD.finditer(text.casefold()))
    return [word.group() for word in found], [word.span() for word in found]


def _runs(
    blocks: Iterable[tuple[int, int, int]], one: Sequence[Span], other: Sequence[Span]
) -> list[tuple[Span, Span]]:
    """Equal runs of words (start in each, length) as spans of characters."""
    return [
        ((one[a][0], one[a + size - 1][1]), (other[b][0], other[b + size - 1][1]))
        for a, b, size in blocks
        if size >= SHORTEST
    ]


def with_difflib(first: str, second: str) -> list[tuple[Span, Span]]:
    """Matching blocks of words, the standard library's way."""
    (one, spans), (other, places) = _words(first), _words(second)
    return _runs(difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks(), spans, places)


def with_rapidfuzz(first: str, second: str) -> list[tuple[Span, Span]]:
    """Equal runs of a longest common subsequence of words."""
    from rapidfuzz.distance import LCSseq

    (one, spans), (other, places) = _words(first), _words(second)
    found = LCSseq.opcodes(one, other)
    blocks = [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in found if code.tag == "equal"]
    return _runs(blocks, spans, places)


def with_suffix_array(first: str, second: str) -> list[tuple[Span, Span]]:
    """Common substrings of characters."""
    from pydivsufsort import common_substrings

    one, other = first.encode("utf-32-le"), second.encode("utf-32-le")
    found = common_substrings(one, other, limit=4 * SHORTEST_CHARACTERS)
    return [((a // 4, (a + size) // 4), (b // 4, (b + size) // 4)) for a, b, size in found]


def with_sentences(first: str, second: str) -> list[tuple[Span, Span]]:
    """Equal sentences, by a table of them."""
    sentences = re.compile(r"[^.!?\n]+[.!?]?")
    known = {found.group().strip(): found.span() for found in sentences.finditer(first)}
    return [
        (known[found.group().strip()], found.span())
        for found in sentences.finditer(second)
        if found.group().strip() in known and len(found.group().split()) >= SHORTEST
    ]


MATCHERS: dict[str, tuple[str, Matcher]] = {
    "sentence table": ("re", with_sentences),
    "difflib": ("difflib", with_difflib),
    "rapidfuzz LCSseq": ("rapidfuzz", with_rapidfuzz),
    "pydivsufsort": ("pydivsufsort", with_suffix_array),
}
"""Name, package and function of each."""


def shingles(text: str) -> set[str]:
    """What MinHash is fed with: runs of words."""
    words = _WORD.findall(text.casefold())
    return {" ".join(words[k : k + SHINGLE]) for k in range(max(1, len(words) - SHINGLE + 1))}


class Rensa:
    """MinHash and LSH of whole articles by rensa."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)

    def _hash(self, text: str) -> object:
        from rensa import RMinHash

        hashed = RMinHash(num_perm=PERMUTATIONS, seed=1)
        hashed.update(list(shingles(text)))
        return hashed

    def add(self, number: int, text: str) -> None:
        """Put an article into the index."""
        self._index.insert(number, self._hash(text))

    def alike(self, text: str) -> set[int]:
        """Numbers of the articles that share a band."""
        return set(self._index.query(self._hash(text)))


class Datasketch:
    """The same by datasketch."""

    def __init__(self) -> None:
        from datasketch import MinHashLSH

        self._index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)

    def _hash(self, text: str) -> object:
        from datasketch import MinHash

        hashed = MinHash(num_perm=PERMUTATIONS)
        hashed.update_batch([shingle.encode() for shingle in shingles(text)])
        return hashed

    def add(self, number: int, text: str) -> None:
        """Put an article into the index."""
        self._index.insert(number, self._hash(text), check_duplication=False)

    def alike(self, text: str) -> set[int]:
        """Numbers of the articles that share a band."""
        return set(self._index.query(self._hash(text)))


DOCUMENTS: dict[str, tuple[str, type[Rensa] | type[Datasketch]]] = {
    "rensa MinHash LSH": ("rensa", Rensa),
    "datasketch MinHash LSH": ("datasketch", Datasketch),
}
