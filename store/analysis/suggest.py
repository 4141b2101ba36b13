"""Everything that is suggested for one text, each repeated passage of it once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from store.analysis.commitments import suggest_commitments
from store.analysis.markdown_marks import Unmarked, without_marks
from store.analysis.quotes import Reader
from store.analysis.sentences import front_matter_end
from store.model import CommitmentSuggestion, QuoteSuggestion, Repeat, Span, Suggestions

Suggested = TypeVar("Suggested", QuoteSuggestion, CommitmentSuggestion)

NEAR = 200
"""Characters between a quote and the words that report it, for them to be a part of it."""
PULLED = 20
"""Letters and digits that a quote must have to be told for another's pull quote."""
MOST_PLACES = 16
"""Places of the same words that a suggestion is compared with."""

_SURELY_BROKEN = re.compile(
    r"\"(?:(?<=[a-z]n\")(?=t\b)|(?<=[a-z]\")(?=(?:ve|re|ll)\b)|(?:(?<=\bI\")|(?<=\b(?:he|it|we)\")|"
    r"(?<=\b(?:she|you|who|let)\")|(?<=\b(?:they|that|what)\")|(?<=\bthere\"))(?=[smd]\b))",
    re.IGNORECASE,
)
"""A quotation mark that can only stand for an apostrophe, as some exports have it: don"t.

The mark comes first in the pattern, so that what stands before it is looked at only where one stands.
"""
_BROKEN_APOSTROPHE = re.compile(r"\"(?<=[a-z]\")(?=(?:t|s|ve|re|ll|d|m)\b)", re.IGNORECASE)
"""Any that may, where a text has one that can only."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s")


def suggest(text: str, published: str | None = None) -> Suggestions:
    """Return what is suggested for a text, its front matter aside; deadlines count from the ISO date `published`."""
    plain = without_marks(_BROKEN_APOSTROPHE.sub("’", text) if _SURELY_BROKEN.search(text) else text)
    found = _suggest(plain.text, published)
    return _placed(found, plain) if plain.gaps else found


def _placed(found: Suggestions, plain: Unmarked) -> Suggestions:
    """Suggestions for a text without its marks, at their places in the one with them."""
    quotes = (
        replace(
            quote,
            content=tuple(map(plain.original, quote.content)),
            speaker_span=quote.speaker_span and plain.original(quote.speaker_span),
            cue_span=quote.cue_span and plain.original(quote.cue_span),
        )
        for quote in found.quotes
    )
    spans = (plain.original((commitment.start, commitment.end)) for commitment in found.commitments)
    commitments = (
        replace(commitment, start=start, end=end)
        for commitment, (start, end) in zip(found.commitments, spans, strict=True)
    )
    return Suggestions(tuple(quotes), tuple(commitments))


def _suggest(text: str, published: str | None) -> Suggestions:
    """What is suggested for a text without marks."""
    head = front_matter_end(text)
    reader = Reader(text)
    every = [quote for quote in reader.quotes() if quote.content[0][0] >= head]
    pulled = _pull_quotes(text, every)
    quotes = [quote for quote in every if quote.content[0] not in pulled]
    found = suggest_commitments(text, published, every, reader)
    commitments = [one for one in found if one.start >= head and not any(s <= one.start < e for s, e in pulled)]
    copies = _Copies(text)
    return Suggestions(
        _once(quotes, lambda quote: (*quote.content, *_near(quote)), text, copies),
        _once(commitments, lambda commitment: ((commitment.start, commitment.end),), text, copies),
    )


def _pull_quotes(text: str, quotes: Iterable[QuoteSuggestion]) -> set[Span]:
    """Where quotes set apart say again what a verb attributes before them."""
    pulled: set[Span] = set()
    attributed: set[str] = set()
    for quote in quotes:
        words = _words(text, quote.content)
        if _has_own_cue(text, quote):
            attributed.update((words, *_parts(text, quote)))
        elif len(words) >= PULLED and words in attributed and _is_set_apart(text, quote):
            pulled.add(quote.content[0])
    return pulled


def _parts(text: str, quote: QuoteSuggestion) -> Iterator[str]:
    """The words of each piece, paragraph and sentence of a quote, which alone may be said again."""
    for start, end in quote.content:
        for paragraph in text[start:end].split("\n"):
            yield _letters(paragraph)
            yield from map(_letters, _SENTENCE_END.split(paragraph))


def _has_own_cue(text: str, quote: QuoteSuggestion) -> bool:
    """Whether what reports a quote stands in its paragraph or after it, as who signs it may: “…”⏎— Jane Doe."""
    return quote.cue_span is not None and "\n" not in text[quote.cue_span[1] : quote.content[0][0]]


def _is_set_apart(text: str, quote: QuoteSuggestion) -> bool:
    """Whether nothing but marks stands in the paragraph of a quote beside it."""
    before = text[: quote.content[0][0]].rpartition("\n")[2]
    after = text[quote.content[-1][1] :].partition("\n")[0]
    return not any(map(str.isalnum, before + after))


def _near(quote: QuoteSuggestion) -> list[Span]:
    """What reports a quote, if it stands beside it: the same words reported by another are another quote."""
    low, high = quote.content[0][0] - NEAR, quote.content[-1][1] + NEAR
    return [span for span in (quote.speaker_span, quote.cue_span) if span and low <= span[0] <= high]


def _once(
    suggestions: Sequence[Suggested], spans_of: Callable[[Suggested], tuple[Span, ...]], text: str, copies: _Copies
) -> tuple[Suggested, ...]:
    """The suggestions without those that say again, in the copy of a passage, what one says in the first."""
    kept: list[Suggested] = []
    said: dict[str, list[int]] = {}
    for suggestion in suggestions:
        spans = spans_of(suggestion)
        places = said.setdefault(_words(text, spans), [])
        around = min(span[0] for span in spans), max(span[1] for span in spans)
        if not any(copies.has(place, around) for place in places):
            kept.append(suggestion)
            if len(places) < MOST_PLACES:
                places.append(spans[0][0])
    return tuple(kept)


def _words(text: str, spans: tuple[Span, ...]) -> str:
    """The letters and digits of some spans, in one case."""
    return _letters("".join(text[start:end] for start, end in spans))


def _letters(words: str) -> str:
    """The letters and digits of some words, in one case."""
    return "".join(filter(str.isalnum, words.casefold()))


class _Copies:
    """The repeats of one text, looked for when the same words are suggested twice: most texts have none."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _repeats(self) -> Sequence[Repeat]:
        """The repeats in the order of their copies, of which none overlap."""
        from store.analysis.repeats import find_repeats

        return sorted(find_repeats(self._text), key=lambda repeat: repeat.b)

    def has(self, first: int, copy: Span) -> bool:
        """Whether a span stands in the copy of a passage in whose first place `first` lies."""
        at = bisect_right(self._repeats, copy[0], key=lambda repeat: repeat.b[0]) - 1
        if at < 0:
            return False
        repeat = self._repeats[at]
        return repeat.a[0] <= first < repeat.a[1] and copy[1] <= repeat.b[1]
