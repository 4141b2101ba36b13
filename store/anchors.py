"""Keeping spans and decisions in place when an article is imported again with a changed text.

A span moves only where its place is certain, and where its sentence still says the amount and the deadline that the
record has from it, and no other. Otherwise it stays on the version it was made on and is marked: it needs a look. One
that never was certain, of score 0, moves along and goes on asking, until its sentence says what is on record. What
was decided about a place (that it is no copy, that its passage is hidden) moves alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from store.events import Change, Value, new_uid
from store.model import IN_DOUBT, in_doubt
from store.promised import Promised, Sentences, promised_in
from store.records import words_of

if TYPE_CHECKING:
    from store.analysis.anchoring import Placement


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
    settled = [
        Change("span", span.target, {"needs_look": 0})
        for span in _spans(db, article, sha256)
        if span.fields["needs_look"] and not _is_in_doubt(span)
    ]  # the text is again what it was when they were left on it
    return settled + [change for (old,) in texts for change in _from_version(db, article, old, sha256, body)]


def _from_version(db: sqlite3.Connection, article: str, old: str, sha256: str, body: str) -> Iterator[Change]:
    """The changes that bring what stands in an earlier text of an article onto its new one, or mark what stays."""
    (old_body,) = db.execute("SELECT body FROM text WHERE sha256 = ?", [old]).fetchone()
    spans, decided = _spans(db, article, old), _decided(db, old)
    placed = _placed(old_body, body, [*spans, *decided])
    terms = _Terms(promised_in(db, article), Sentences(old_body), Sentences(body))
    kept = [at if at and not terms.differ(span, at) else None for span, at in zip(spans, placed, strict=False)]
    for span, at in zip(spans, kept, strict=True):
        if at:
            yield _brought(span, at, sha256, body, settled=terms.settle(span, at))
        elif not span.fields["needs_look"]:
            yield Change("span", span.target, {"needs_look": 1})
    left = {span.fields["annotation"] for span, at in zip(spans, kept, strict=True) if at is None}
    shown = _is_shown(db, old, article)
    for one, at in zip(decided, placed[len(spans) :], strict=True):
        if at:
            place = {"text": sha256, "start": at.start, "end": at.end, "exact": body[at.start : at.end]}
            yield from _moved(db, one, place, stays=shown or one.fields.get("annotation") in left)


def _placed(old_body: str, body: str, standing: Sequence[Change]) -> list[Placement | None]:
    """Where each of what stands in an old text stands in a new one; None where that is not certain."""
    from store.analysis.anchoring import reanchor

    places = [(one.fields["start"], one.fields["end"]) for one in standing]
    return [at if at and at.certain else None for at in reanchor(old_body, body, places)]


class _Terms(NamedTuple):
    """The terms of an article's commitments (by uid), and the sentences of two of its texts that may tell them."""

    promised: Mapping[str, Promised]
    before: Sentences
    after: Sentences

    def differ(self, span: Change, at: Placement) -> bool:
        """Whether the sentence of a span tells other terms at its new place than it told."""
        known = self.promised.get(span.fields["annotation"])
        return known is not None and known.differs(*self._sentences(span, at))

    def settle(self, span: Change, at: Placement) -> bool:
        """Whether the sentence of a span was another one, and tells now what is on record."""
        known = self.promised.get(span.fields["annotation"])
        if known is None:
            return False
        told, tells = self._sentences(span, at)
        return told != tells and known.stands_in(tells)

    def _sentences(self, span: Change, at: Placement) -> tuple[list[str], list[str]]:
        stood = span.fields["start"], span.fields["end"]
        return self.before.around(stood), self.after.around((at.start, at.end))


def _brought(span: Change, at: Placement, sha256: str, body: str, *, settled: bool) -> Change:
    """A span at its place in a new text; one in doubt goes on asking unless it is settled there."""
    certain = {"method": at.method, "needs_look": 0, "score": at.score}
    how = certain | IN_DOUBT if _is_in_doubt(span) and not settled else certain
    moved = {"text": sha256, "start": at.start, "end": at.end} | words_of(body, at.start, at.end)
    return Change("span", span.target, moved | how)


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


def _is_in_doubt(span: Change) -> bool:
    return in_doubt(span.fields["needs_look"], span.fields["score"])


def _spans(db: sqlite3.Connection, article: str, text: str) -> list[Change]:
    """The live spans of an article's records in one of its texts, as they stand."""
    rows = db.execute(
        """SELECT span.uid, annotation, "start", "end", score, needs_look FROM span
        JOIN annotation ON annotation.uid = span.annotation
        WHERE annotation.article = ? AND span.text = ? AND span.state = 'live' ORDER BY span.uid""",
        [article, text],
    )
    names = ("annotation", "start", "end", "score", "needs_look")
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
