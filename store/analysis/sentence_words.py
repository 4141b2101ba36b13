"""Sentences as words, each quotation in them being one word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.analysis.cues import DAYS, cue_kind
from store.analysis.datelines import slug_end
from store.analysis.quotations import Quotation
from store.analysis.roles import ABBREVIATED
from store.analysis.sentences import mark_end, sentence_spans
from store.model import Span

QUOTED = "\ue000"
"""Stands for a quotation among the words of a sentence."""
DASHES = frozenset(("—", "–", "-", "--", "―"))
Words = tuple[int, int]
"""[first, last) words of a sentence."""
_TERMINAL = frozenset(".!?…。！？")
_WORD = re.compile(
    r"[^\W_]++(?=\s)"  # most words: the rest is tried at the others only
    + rf"|{QUOTED}+(?:[.!?…。！？]”)?"
    + r"|(?:[^\W\d_]\.){2,8}"
    + r"|(?<!\w)(?:"
    + "|".join(sorted(ABBREVIATED, key=len, reverse=True))
    + r")\."
    + r"|(?<!\w)(?-i:[A-Z]\.(?=\s?[A-Z]))"
    + r"|[’']s\b"
    + r"|[^\W_]+(?:[-‐.&/][^\W_]+|[’'](?!s\b)[^\W_]+){0,12}"
    + r"|--|[^\w\s]",
    re.IGNORECASE,
)
_SPEAKS_NEXT = re.compile(r"[\s,–—-]{0,4}(?:[\w’'.-]{1,24}\s{1,2}){0,5}?([a-zà-ÿа-яё]{3,14})\b")
_AFTER_THAT = re.compile(r"\s{1,2}(?:[A-Z][\w’'.-]{0,24}\s{1,2}){0,3}([a-zà-ÿа-яё]{2,14})\b")
LONGEST = 160
"""Words from which a sentence is cut, so that what is looked for in it stays quick."""


@dataclass(slots=True)
class Sentence:
    """One sentence. `words[k]` stands at [starts[k], ends[k]); if it is `QUOTED`, `quoted[k]` numbers the quotation."""

    start: int
    end: int
    paragraph: int
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quoted: dict[int, int] = field(default_factory=dict)
    headline: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The characters of the words [first, last)."""
        return self.starts[first], self.ends[last - 1]


def joined(sentence: Sentence, first: int, last: int) -> str:
    """Words as text, with the blanks that they stand with."""
    blanks = [" " if sentence.starts[k] > sentence.ends[k - 1] else "" for k in range(first + 1, last)]
    return "".join(map(str.__add__, ["", *blanks], sentence.words[first:last]))


def split(text: str, quotations: Sequence[Quotation]) -> list[Sentence]:
    """Return the sentences of a text, in order. A quotation inside a sentence does not divide it."""
    masked = _masked(text, quotations)
    starts = [quotation.start for quotation in quotations]
    sentences = []
    paragraph, reached = 0, 0
    for begin, high in sentence_spans(masked):
        low = mark_end(masked, slug_end(masked, begin))
        paragraph += masked.find("\n", reached, low) >= 0
        reached = low
        spans = [found.span() for found in _WORD.finditer(masked, low, high)]
        for first in range(0, max(len(spans), 1), LONGEST):
            some = spans[first : first + LONGEST]
            cut = first + LONGEST < len(spans)
            sentence = Sentence(some[0][0] if first else low, some[-1][1] if cut else high, paragraph)
            _read(sentence, masked, some, starts)
            sentence.headline = not cut and _is_headline(sentence.words)
            if "He" in sentence.words and not sentence.headline:
                _tell_surnames(sentence)
            sentences.append(sentence)
    return sentences


def _read(sentence: Sentence, masked: str, spans: Sequence[Span], quotations: Sequence[int]) -> None:
    """Take the words at some spans of a masked text, and which of the quotations that begin at offsets they hold."""
    for k, (start, end) in enumerate(spans):
        word = masked[start:end]
        if word[0] == QUOTED:
            sentence.quoted[k] = bisect_left(quotations, start)
            word = QUOTED
        sentence.words.append(word)
    sentence.lower = [word.lower() for word in sentence.words]
    sentence.starts = [start for start, _ in spans]
    sentence.ends = [end for _, end in spans]


def _tell_surnames(sentence: Sentence) -> None:
    """Set what is the Chinese surname He apart from the pronoun: a capital follows, as in "He Lifeng"."""
    for k, word in enumerate(sentence.words[:-1]):
        following = sentence.words[k + 1]
        given = following[0].isupper() and following[1:].islower() and following.split("-")[0][1:].isalpha()
        if word == "He" and given and following.lower() not in DAYS:
            sentence.lower[k] = "he·"


def _is_headline(words: list[str]) -> bool:
    """Whether nearly every long word begins with a capital, as in a title, and no verb of speech is written small."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(long) < 4 or sum(word[0].isupper() for word in long) < 0.85 * len(long):
        return False
    return not any(word == QUOTED or (word[0].islower() and cue_kind(word)) for word in words)


def _masked(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with every quotation filled with `QUOTED`, but for a full stop that ends the sentence around it."""
    parts, reached = [], 0
    for quotation in quotations:
        parts.append(text[reached : quotation.start])
        size = quotation.end - quotation.start
        last = text[quotation.end - 3 : quotation.end - 1].rstrip()[-1:] if quotation.closed and size > 3 else ""
        if last in _TERMINAL and last and not (last in "?!…" and _is_attributed(text, quotation.end)):
            parts.append(QUOTED * (size - 2) + last + "”")
        else:
            parts.append(QUOTED * size)
        reached = quotation.end
    parts.append(text[reached:])
    return "".join(parts)


def _is_attributed(text: str, end: int) -> bool:
    """Whether the words after a quotation that ends with ? or ! soon hold a verb of speech."""
    found = _SPEAKS_NEXT.match(text, end, end + 80)
    while found:
        if cue_kind(found[1]) == "say":
            return True
        following = found.end(1)
        if following - end > 60:
            return False
        found = _AFTER_THAT.match(text, following, end + 80)
    return False
