"""A collection of invented articles that recycle passages, made anew from a seed.

Each article is a mix of sentences, most of whose words are others of the same stock, so that common turns of phrase
recur as in news. Passages of two to eight sentences are planted in several articles each, a share of their words
edited and their quotation marks, dashes and blanks changed. The stock is the articles in ../shared/data where that
folder is beside the project, else sentences of our own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHARED = Path(__file__).parents[2].parent / "shared" / "data"

OWN = (
    "The minister of waterways said on Monday that the new lock at Harrowgate will open before the first frost. "
    "Farmers in the eastern provinces of Norrin expect a poor harvest of barley and rye after the long drought. "
    "The central bank of Sutheria left its main rate unchanged and warned that prices may rise again in autumn. "
    "Ambassador Pell Orrin told reporters that work on every point of the plan goes on without a pause. "
    "The two governments agreed to build a second bridge over the Umber and to share its cost in equal parts. "
    "A court in Veldmar ordered the shipping company to pay for the damage that the oil spill had caused. "
    "Members of the upper house asked the chancellor why the report on the railway had not been published. "
    "The union of tram drivers voted against the new timetable and called for talks with the city council. "
    "Scientists of the national observatory measured the highest level of the river since records began. "
    "According to the statistics office the number of people in work rose by three thousand in the spring."
)


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a planted passage stands in an article, and how many percent of its words are edited there."""

    passage: int
    start: int
    end: int
    edited: int


@dataclass(frozen=True, slots=True)
class Made:
    """One article of the corpus."""

    text: str
    planted: tuple[Planted, ...]


def stock() -> tuple[str, list[list[str]]]:
    """Where the words come from, and the sentences as lists of words."""
    texts = [
        *(path.read_text(encoding="utf-8", errors="replace") for path in sorted(SHARED.glob("polnear/**/*.txt"))),
        *(path.read_text(encoding="utf-8") for path in sorted(SHARED.glob("articles/*.txt"))),
    ]
    quotes = SHARED / "gum" / "quotes.jsonl"
    if quotes.exists():
        texts += [json.loads(line).get("text", "") for line in quotes.read_text(encoding="utf-8").splitlines()]
    source = f"{len(texts)} articles of ../shared/data" if texts else "own sentences (../shared/data is absent)"
    sentences = [s.split() for text in texts or [OWN] for s in re.split(r"(?<=[.!?])\s+", text)]
    return source, [words for words in sentences if 6 <= len(words) <= 60]


@dataclass(frozen=True, slots=True)
class Doubled:
    """A text with a block that stands in it twice, the second time edited; spans of both."""

    text: str
    first: tuple[int, int]
    copy: tuple[int, int]


class Corpus:
    """Articles from a seed; the same seed gives the same articles."""

    def __init__(self, seed: int = 1) -> None:
        self.source, self._sentences = stock()
        self._random = np.random.default_rng(seed)
        words, counts = np.unique([w for s in self._sentences for w in s], return_counts=True)
        # Half the draws from all words alike, so that rare words and names are not rarer than in news.
        self._words = np.concatenate((np.repeat(words, np.minimum(counts, 200)), np.tile(words, 4))).tolist()

    def articles(self, count: int) -> Iterator[Made]:
        """So many articles, each tenth with one or two recycled passages."""
        passages: list[list[str]] = []
        members: list[int] = []
        for _ in range(count):
            parts: list[tuple[int, list[str], int]] = []
            for _ in range(int(self._random.integers(1, 3)) if self._random.random() < 0.1 else 0):
                if not passages or self._random.random() < 0.35:
                    passages.append(self._block(int(self._random.integers(2, 9))))
                    members.append(0)
                # One in ten goes to one of the most recycled passages.
                often = self._random.random() < 0.1
                chosen = int(self._random.integers(min(4, len(passages)) if often else len(passages)))
                if all(chosen != part[0] for part in parts):
                    members[chosen] += 1
                    parts.append((chosen, passages[chosen], int(self._random.choice([0, 0, 2, 5, 10]))))
            yield self._article(parts)

    def carrying(self, passages: list[str]) -> Iterator[Made]:
        """For each passage an article of its own words that has it, a few percent of its words edited."""
        for passage, text in enumerate(passages):
            yield self._article([(passage, text.split(), int(self._random.choice([0, 2, 5])))])

    def doubled(self, percent: int) -> Doubled:
        """A text of some 5 KB with a block twice, so many percent of the copy's words edited, its typesetting changed."""
        block = " ".join(self._block(int(self._random.integers(2, 9))))
        copy = self._restyled(" ".join(self._edited(block.split(), percent)))
        before, between, after = (" ".join(self._block(6)) + "\n" for _ in range(3))
        first = len(before)
        second = first + len(block) + 1 + len(between)
        text = f"{before}{block}\n{between}{copy}\n{after}"
        return Doubled(text, (first, first + len(block)), (second, second + len(copy)))

    def plain(self, size: int) -> str:
        """A text of so many characters in which nothing is planted."""
        text = ""
        while len(text) < size:
            text += " ".join(self._block(5)) + "\n"
        return text[:size]

    def _article(self, parts: list[tuple[int, list[str], int]]) -> Made:
        paragraphs: list[tuple[str, int, int]] = [
            (" ".join(self._block(int(self._random.integers(2, 6)))), -1, 0)
            for _ in range(int(self._random.integers(3, 10)))
        ]
        for passage, words, percent in parts:
            edited = self._edited(words, percent) if percent else words
            at = int(self._random.integers(len(paragraphs) + 1))
            paragraphs.insert(at, (self._restyled(" ".join(edited)), passage, percent))
        text, planted = "", []
        for words, passage, percent in paragraphs:
            if passage >= 0:
                planted.append(Planted(passage, len(text), len(text) + len(words), percent))
            text += words + "\n"
        return Made(text, tuple(planted))

    def _block(self, sentences: int) -> list[str]:
        """The words of some sentences, most of them others."""
        words: list[str] = []
        for k in self._random.integers(len(self._sentences), size=sentences).tolist():
            words += self._sentences[k]
        return self._edited(words, 65)

    def _edited(self, words: list[str], percent: int) -> list[str]:
        changed = np.flatnonzero(self._random.random(len(words)) * 100 < percent).tolist()
        others = self._random.integers(len(self._words), size=len(changed)).tolist()
        words = words.copy()
        for k, other in zip(changed, others, strict=True):
            words[k] = self._words[other]
        return words

    def _restyled(self, text: str) -> str:
        """Other quotation marks, dashes and blanks, or none of it."""
        way = int(self._random.integers(3))
        if way == 0:
            return text
        changes = {"“": '"', "”": '"', " – ": " - ", "’": "'"} if way == 1 else {'"': "”", "'": "’", " ": "\u00a0"}
        for old, new in changes.items():
            text = text.replace(old, new)
        return text
