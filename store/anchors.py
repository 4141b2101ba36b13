"""Keeping spans and decisions in place when an article is imported again with a changed text.

A span moves only where its place is certain, and where its sentence still says the amount and the deadline that the
record has from it, and no other. Otherwise it stays on the version it was made on and is marked: it needs a look. One
that never was certain, of score 0, moves along and goes on asking, until its sentence says what is on record. What
was decided about a place (that it is no copy, that its passage is hidden) moves alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from store.events import Change, Value, new_uid
from store.model import IN_DOUBT, in_doubt
from store.promised import Sentences, promised_in
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
    settled = [
        Change("span", span.target, {"needs_look": 0})
        for span in _spans(db, article, sha256)
        if span.fields["needs_look"] and not _is_in_doubt(span)
    ]  # the text is again what it was when they were left on it
    return settled + [change for (old,) in texts for change in _from_version(db, article, old, sha256, body)]


def _from_version(db: sqlite3.Connection, article: str, old: str, sha256: str, body: str) -> Iterator[Change]:
    from store.analysis.anchoring import reanchor

    (old_body,) = db.execute("SELECT body FROM text WHERE sha256 = ?", [old]).fetchone()
    spans, decided = _spans(db, article, old), _decided(db, old)
    places = [(one.fields["start"], one.fields["end"]) for one in (*spans, *decided)]
    placed = [one if one and one.certain else None for one in reanchor(old_body, body, places)]
    promised = promised_in(db, article)
    before, after = Sentences(old_body), Sentences(body)
    left = set()
    for span, stood, at in zip(spans, places, placed, strict=False):
        known = promised.get(span.fields["annotation"])
        told, tells = (before.around(stood), after.around((at.start, at.end))) if known and at else ([], [])
        if at is None or (known and known.differs(told, tells)):
            left.add(span.fields["annotation"])
            if not span.fields["needs_look"]:
                yield Change("span", span.target, {"needs_look": 1})
            continue
        settles = known is not None and told != tells and known.stands_in(tells)
        certain = {"method": at.method, "needs_look": 0, "score": at.score}
        how = certain | IN_DOUBT if _is_in_doubt(span) and not settles else certain
        moved = {"text": sha256, "start": at.start, "end": at.end} | words_of(body, at.start, at.end)
        yield Change("span", span.target, moved | how)
    shown = _is_shown(db, old, article)
    for one, at in zip(decided, placed[len(spans) :], strict=True):
        if at is not None:
            place = {"text": sha256, "start": at.start, "end": at.end, "exact": body[at.start : at.end]}
            yield from _moved(db, one, place, stays=shown or one.fields.get("annotation") in left)


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
