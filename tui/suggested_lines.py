"""What `onrecord suggest FILE` prints of a suggestion: all that it would put on record, a line a field."""

from __future__ import annotations

from collections.abc import Iterable

from store.model import CommitmentSuggestion, QuoteSuggestion
from tui.counts import amount
from tui.display import safe_line, shortened

MOST_WORDS = 200
"""So many characters of the words themselves."""

NOBODY = "nobody named"


def quote_lines(quote: QuoteSuggestion, text: str) -> list[str]:
    """The lines of a quote, its words as they stand in the text."""
    words = " … ".join(text[start:end] for start, end in quote.content)
    return _lines(f"{quote.form} quote, {quote.speaker or NOBODY}", words, [("role", quote.role)], quote)


def commitment_lines(promise: CommitmentSuggestion, text: str) -> list[str]:
    """The lines of a commitment, its words as they stand in the text."""
    due = f"{promise.deadline} ({promise.deadline_text})" if promise.deadline else promise.deadline_text
    fields = [
        ("role", promise.role),
        ("action", promise.action),
        ("quantity", amount(promise.quantity, promise.unit)),
        ("deadline", due),
        ("condition", promise.condition),
        ("beneficiary", promise.beneficiary),
    ]
    title = f"{promise.strength} commitment, {promise.promisor or NOBODY}"
    return _lines(title, text[promise.start : promise.end], fields, promise)


def _lines(
    title: str, words: str, fields: Iterable[tuple[str, str]], found: QuoteSuggestion | CommitmentSuggestion
) -> list[str]:
    told = [f"    {name}: {value}" for name, value in fields if value]
    said = f"    {shortened(' '.join(words.split()), MOST_WORDS)}"
    return [safe_line(line) for line in (f"  {title} ({found.confidence:.0%}: {found.why})", said, *told)]
