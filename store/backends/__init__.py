"""Other back ends that suggest, beside the rules. Off unless the settings name one, and used only when asked for.

A back end takes an article's text and gives suggestions. Its spans count only where their words stand in the text,
and what the rules found stays as it is: `merged` adds what they did not find.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from store.errors import OnRecordError
from store.model import CommitmentSuggestion, QuoteSuggestion, Span, Suggestions

NEVER: Callable[[], bool] = lambda: False  # noqa: E731 - a constant that reads as what it says

SAME = 0.5
"""Share of what two spans cover together from which they are the same suggestion."""


class BackendFailed(OnRecordError):
    """A back end gave no answer that can be used. The rules' suggestions are not touched by that."""


class Stopped(OnRecordError):
    """The user stopped a back end before it answered."""

    def __init__(self) -> None:
        super().__init__("Stopped", "nothing was added")


@dataclass(frozen=True, slots=True)
class Cost:
    """What an answer took: characters sent, tokens in and out as the server counts them, seconds, and money.

    `money` is in the currency of the prices in the settings; None where no price is given.
    """

    sent: int
    tokens_in: int
    tokens_out: int
    seconds: float
    money: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a back end proposes, what it refused of its own answer (a reason each), and what it cost."""

    suggestions: Suggestions
    refused: tuple[str, ...]
    cost: Cost


class Backend(Protocol):
    """Something that suggests."""

    @property
    def name(self) -> str:
        """What it is called on the screen and in each suggestion's reason."""

    def prompt(self, text: str, published: str | None) -> str:
        """What would be sent for an article, to be shown before; empty where nothing leaves this process."""

    def suggest(self, text: str, published: str | None, cancelled: Callable[[], bool] = NEVER) -> Answer:
        """Suggest for one article. Raises BackendFailed, Stopped."""


def configured(values: Mapping[str, Any]) -> Backend:
    """The back end that settings name: a server by its `address`, or an installed spaCy pipeline by its name."""
    if "pipeline" in values:
        from store.backends.spacy_pipeline import Pipeline

        return Pipeline(**values)
    from store.backends.endpoint import Endpoint

    return Endpoint(**values)


def merged(rules: Suggestions, others: Suggestions) -> Suggestions:
    """The rules' suggestions, and those of another back end that none of them stands for, in text order."""
    quotes = [q for q in others.quotes if not any(_alike(_span(q), _span(known)) for known in rules.quotes)]
    commitments = [c for c in others.commitments if not any(_alike(_span(c), _span(k)) for k in rules.commitments)]
    return Suggestions(
        tuple(sorted([*rules.quotes, *quotes], key=_span)), tuple(sorted([*rules.commitments, *commitments], key=_span))
    )


def _span(suggestion: QuoteSuggestion | CommitmentSuggestion) -> Span:
    if isinstance(suggestion, QuoteSuggestion):
        return suggestion.content[0][0], suggestion.content[-1][1]
    return suggestion.start, suggestion.end


def _alike(one: Span, other: Span) -> bool:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both >= SAME * (max(one[1], other[1]) - min(one[0], other[0]))
