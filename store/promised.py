"""What a commitment says of how much and by when, held against the sentences that it stands in."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from store.model import Span

PROMISED = frozenset(("quantity", "unit", "deadline", "deadline_text"))
"""The columns that tell how much, and by when."""


class Sentences:
    """The sentences of a text, found when they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def around(self, span: Span) -> list[str]:
        """Those that a span touches."""
        first = bisect_right(self._spans, span[0], key=lambda sentence: sentence[1])
        last = bisect_left(self._spans, span[1], key=lambda sentence: sentence[0])
        return [self._text[start:end] for start, end in self._spans[first:last]]

    @cached_property
    def _spans(self) -> list[Span]:
        from store.analysis.sentences import sentence_spans

        return sentence_spans(self._text)


class Promised(NamedTuple):
    """What a commitment says of how much and by when, in its words too; the day from which deadlines count."""

    quantity: float | None
    unit: str
    deadline: str
    deadline_text: str
    published: str

    def differs(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether sentences say something of it no more that others said, or say what those did not."""
        told, tells = self._said(before), self._said(after)
        own = {self.quantity, (self.quantity, self.unit), self.deadline, self.deadline_text}
        return bool(told & own - tells or tells - told)

    def corrected(self, fields: Mapping[str, Any]) -> Promised:
        """What it says once columns are changed."""
        return self._replace(**{name: value for name, value in fields.items() if name in self._fields})

    def stands_in(self, sentences: Sequence[str]) -> bool:
        """Whether sentences say all of it."""
        own = {self.quantity, self.deadline, self.deadline_text} - {None, ""}
        return own <= self._said(sentences)

    def _said(self, sentences: Sequence[str]) -> set[object]:
        """Its amount, the amounts in its unit and the deadlines, its own and sure ones, that sentences tell."""
        from store.analysis.amounts import find_amounts, find_bare_amounts
        from store.analysis.currencies import may_be_one
        from store.analysis.deadlines import find_deadlines
        from store.analysis.markdown_marks import without_marks

        said: set[object] = set()
        for sentence in (without_marks(one).text for one in sentences):
            if self.quantity is not None:
                amounts = [*find_amounts(sentence), *find_bare_amounts(sentence)]
                said |= {(one.value, self.unit) for one in amounts if may_be_one(one.unit, self.unit)}
                said |= {amount.value for amount in amounts if amount.value == self.quantity}  # in words not the text's
            if self.deadline or self.deadline_text:
                found = find_deadlines(sentence, self.published or None)
                said |= {one.date for one in found if one.date == self.deadline or (one.date and one.force == 3)}
            if self.deadline_text and self.deadline_text.casefold() in sentence.casefold():
                said.add(self.deadline_text)
        return said


def promised_in(db: sqlite3.Connection, article: str) -> dict[str, Promised]:
    """The live commitments of an article, by uid."""
    rows = db.execute(
        """SELECT commitment.uid, quantity, unit, deadline, deadline_text, published FROM commitment
        JOIN annotation ON annotation.uid = commitment.uid AND annotation.state = 'live'
        JOIN article ON article.uid = annotation.article WHERE article.uid = ?""",
        [article],
    )
    return {uid: Promised(*promised) for uid, *promised in rows}
