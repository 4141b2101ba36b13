"""Keeping spans and decisions in place when an article is imported again with a changed text.

A span moves only where its place is certain, and where its sentence still says the amount and the deadline that the
record has from it, and no other. Otherwise it stays on the version it was made on and is marked: it needs a look. What
was decided about a place (that it is no copy, that its passage is hidden) moves alike.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from store.events import Change, Value, new_uid
from store.model import Span
from store.records import words_of


def reanchored(db: sqlite3.Connection, article: str, sha256: str, body: str) -> list[Change]:
    """The changes that bring an article's live spans, and what was decided about its places, onto its new text."""
    texts = db.execute(
        """SELECT span.text FROM span JOIN annotation ON annotation.uid = span.annotation
            WHERE annotation.article = ?1 AND span.state = 'live' AND span.text <> ?2
        UNION SELECT version.text FROM version WHERE article = ?1 AND text <> ?2 AND (
            EXISTS (SELECT 1 FROM decision WHERE decision.text = version.text AND decision.state = 'live')
            OR EXISTS (SELECT 1 FROM hidden WHERE hidden.text = version.text AND hidden.state = 'live'))""",
        [article, sha256],
    ).fetchall()
    return [change for (old,) in texts for change in _from_version(db, article, old, sha256, body)]


def _from_version(db: sqlite3.Connection, article: str, old: str, sha256: str, body: str) -> Iterator[Change]:
    from store.analysis.anchoring import reanchor

    (old_body,) = db.execute("SELECT body FROM text WHERE sha256 = ?", [old]).fetchone()
    spans, decided = _spans(db, article, old), _decided(db, old)
    places = [(one.fields["start"], one.fields["end"]) for one in (*spans, *decided)]
    placed = [one if one and one.certain else None for one in reanchor(old_body, body, places)]
    promised = _promised(db, article)
    before, after = _Sentences(old_body), _Sentences(body)
    for number, (span, at) in enumerate(zip(spans, placed, strict=False)):
        known = promised.get(span.fields["annotation"])
        if known and at and known.differs(before.around(places[number]), after.around((at.start, at.end))):
            placed[number] = None
    left = set()
    for span, at in zip(spans, placed, strict=False):
        if at is not None:
            moved = {"text": sha256, "start": at.start, "end": at.end, "needs_look": 0}
            how = {"method": at.method, "score": at.score}
            yield Change("span", span.target, moved | how | words_of(body, at.start, at.end))
            continue
        left.add(span.fields["annotation"])
        if not span.fields["needs_look"]:
            yield Change("span", span.target, {"needs_look": 1})
    shown = _is_shown(db, old, article)
    for one, at in zip(decided, placed[len(spans) :], strict=True):
        if at is not None:
            place = {"text": sha256, "start": at.start, "end": at.end, "exact": body[at.start : at.end]}
            yield from _moved(db, one, place, stays=shown or one.fields.get("annotation") in left)


class _Sentences:
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


class _Promised(NamedTuple):
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

    def _said(self, sentences: Sequence[str]) -> set[object]:
        """Its amount, the amounts in its unit and the deadlines, its own and sure ones, that sentences tell."""
        from store.analysis.amounts import find_amounts, find_bare_amounts
        from store.analysis.deadlines import find_deadlines

        said: set[object] = set()
        for sentence in sentences:
            if self.quantity is not None:
                amounts = [*find_amounts(sentence), *find_bare_amounts(sentence)]
                said |= {(amount.value, amount.unit) for amount in amounts if amount.unit == self.unit}
                said |= {amount.value for amount in amounts if amount.value == self.quantity}  # in words not the text's
            if self.deadline or self.deadline_text:
                found = find_deadlines(sentence, self.published or None)
                said |= {one.date for one in found if one.date == self.deadline or (one.date and one.force == 3)}
            if self.deadline_text and self.deadline_text.casefold() in sentence.casefold():
                said.add(self.deadline_text)
        return said


def _promised(db: sqlite3.Connection, article: str) -> dict[str, _Promised]:
    """The live commitments of an article, by uid."""
    rows = db.execute(
        """SELECT commitment.uid, quantity, unit, deadline, deadline_text, published FROM commitment
        JOIN annotation ON annotation.uid = commitment.uid AND annotation.state = 'live'
        JOIN article ON article.uid = annotation.article WHERE article.uid = ?""",
        [article],
    )
    return {uid: _Promised(*promised) for uid, *promised in rows}


def reread(db: sqlite3.Connection, article: str, body: str) -> None:
    """Let an article be unread that is about to get a new text, and carry over where it was left and marked.

    All of that is local, so there are no events.
    """
    db.execute("UPDATE reading SET read = 0 WHERE article = ?", [article])
    for table, key in (("reading", "article"), ("mark", "letter")):
        places = dict(db.execute(f"SELECT {key}, position FROM {table} WHERE article = ? AND position > 0", [article]))
        if places:
            (old,) = db.execute(
                "SELECT body FROM text JOIN article ON article.text = sha256 WHERE article.uid = ?", [article]
            ).fetchone()
            moved = zip(carried(old, body, list(places.values())), places, strict=True)
            db.executemany(f"UPDATE {table} SET position = ? WHERE {key} = ?", moved)


def carried(old: str, new: str, places: Sequence[int]) -> list[int]:
    """For each place (code points) in a text, that of the nearest word in another version that has the word too.

    The beginning stays the beginning, also where no word does.
    """
    import numpy as np

    from store.analysis.matching import match
    from store.analysis.tokens import tokenize

    one, other = tokenize(old), tokenize(new)
    matched = match(one.hash, other.hash)
    kept = np.flatnonzero(matched >= 0)
    if not len(kept):
        return [0] * len(places)
    nearest = (kept[np.abs(one.start[kept] - place).argmin()] for place in places)
    return [int(other.start[matched[k]]) if place else 0 for place, k in zip(places, nearest, strict=True)]


def _is_shown(db: sqlite3.Connection, text: str, but: str) -> bool:
    """Whether another article has a text now."""
    query = "SELECT 1 FROM article WHERE text = ? AND state = 'live' AND uid <> ?"
    return db.execute(query, [text, but]).fetchone() is not None


def _spans(db: sqlite3.Connection, article: str, text: str) -> list[Change]:
    """The live spans of an article's records in one of its texts, as they stand."""
    rows = db.execute(
        """SELECT span.uid, annotation, "start", "end", needs_look FROM span
        JOIN annotation ON annotation.uid = span.annotation
        WHERE annotation.article = ? AND span.text = ? AND span.state = 'live' ORDER BY span.uid""",
        [article, text],
    )
    names = ("annotation", "start", "end", "needs_look")
    return [Change("span", uid, dict(zip(names, values, strict=True))) for uid, *values in rows]


def _decided(db: sqlite3.Connection, text: str) -> list[Change]:
    """What was decided about places in a text, as it stands."""
    found: list[Change] = []
    for kind, more in (("decision", ("annotation", "verdict")), ("hidden", ())):
        names = ("start", "end", "state", *more)
        columns = ", ".join(f'"{name}"' for name in names)
        rows = db.execute(f"SELECT uid, {columns} FROM {kind} WHERE text = ? AND state = 'live' ORDER BY uid", [text])
        found += [Change(kind, uid, dict(zip(names, values, strict=True))) for uid, *values in rows]
    return found


def _moved(db: sqlite3.Connection, decided: Change, place: Value, *, stays: bool) -> Iterator[Change]:
    """A decision at its new place; where the text it was made in is needed still, one like it is made there.

    A passage is hidden by any of its places, so one that is needed still is enough.
    """
    if not stays:
        yield Change(decided.kind, decided.target, place)
    elif decided.kind == "decision":
        fields = decided.fields | place
        known = db.execute(
            'SELECT 1 FROM decision WHERE annotation = ? AND text = ? AND "start" = ?',
            [fields["annotation"], fields["text"], fields["start"]],
        ).fetchone()
        if not known:
            yield Change("decision", new_uid(), fields)
