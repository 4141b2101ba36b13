"""An installed spaCy pipeline as a back end: reported clauses by its dependency parse. Nothing leaves the machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from store.backends import NEVER, Answer, BackendFailed, Cost, Stopped
from store.model import Form, QuoteSuggestion, Span, Suggestions

CONFIDENCE = 0.55
"""How sure a suggestion is that only the parse made."""

SUBJECTS = ("nsubj", "nsubjpass")
OPENING, CLOSING = '“"„«‘「', '”"“»’」'


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A spaCy pipeline by the name under which it is installed, such as "en_core_web_sm"."""

    pipeline: str

    @property
    def name(self) -> str:
        """The pipeline's name."""
        return self.pipeline

    def prompt(self, text: str, published: str | None) -> str:
        """Nothing is sent."""
        return ""

    def suggest(self, text: str, published: str | None, cancelled: Callable[[], bool] = NEVER) -> Answer:
        """Parse a text, paragraph by paragraph. Raises BackendFailed, Stopped."""
        began = time.monotonic()
        parse = _loaded(self.pipeline)
        quotes: list[QuoteSuggestion] = []
        offset = 0
        for line in text.splitlines(keepends=True):
            if cancelled():
                raise Stopped
            quotes += _reported(parse(line), text, offset, self.name) if line.strip() else []
            offset += len(line)
        return Answer(Suggestions(tuple(quotes), ()), (), Cost(0, 0, 0, time.monotonic() - began))


def _loaded(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise BackendFailed("spaCy is not installed", "pip install spacy, into the environment of onrecord") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise BackendFailed(
            "There is no such pipeline", f"{name!r} is not installed; install it beside onrecord, or name another"
        ) from error


def _reported(parsed: Any, text: str, offset: int, source: str) -> Iterator[QuoteSuggestion]:
    """What a verb with a subject reports, in one parsed paragraph that begins at an offset of the text."""
    for clause in parsed:
        verb = clause.head
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if clause.dep_ != "ccomp" or verb.pos_ != "VERB" or subject is None:
            continue
        content = _with_marks(text, _span(clause.subtree, offset))
        who = _span(subject.subtree, offset)
        if content[0] < who[1] and who[0] < content[1]:
            continue
        yield QuoteSuggestion(
            content=(content,),
            form=_form(text, content),
            speaker=text[slice(*who)] if subject.pos_ == "PROPN" else None,
            role="",
            speaker_span=who,
            cue_span=(offset + verb.idx, offset + verb.idx + len(verb.text)),
            confidence=CONFIDENCE,
            why=f"{source}: clause under *{verb.text}*",
        )


def _span(tokens: Any, offset: int) -> Span:
    words = [token for token in tokens if not token.is_space]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    return offset + words[0].idx, offset + words[-1].idx + len(words[-1].text)


def _with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks around it, and the comma or stop before the closing one."""
    start, end = span
    if start and text[start - 1] in OPENING:
        closing = next((k for k in range(end, min(end + 3, len(text))) if text[k] in CLOSING), None)
        if closing is not None:
            return start - 1, closing + 1
    return span


def _form(text: str, span: Span) -> Form:
    words = text[slice(*span)]
    if words[0] in OPENING and words[-1] in CLOSING:
        return "direct"
    return "partial" if any(mark in words for mark in '“"„«「') else "indirect"
