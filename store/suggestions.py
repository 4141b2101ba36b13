"""Suggestions: what the rules propose for the articles, kept beside them until an analyst decides."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.collection import Collection
from store.model import CommitmentSuggestion, QuoteSuggestion, Span, Suggestion, Suggestions
from store.verdicts import decided, ranker, words_key

if TYPE_CHECKING:
    from sqlite_utils import Database

RULES = 1
"""Raised whenever the rules change what they suggest, so that articles are looked at anew."""

BATCH_SECONDS = 0.25

AROUND = 300
"""Characters before and after a suggestion that the review queue shows."""

QUEUE = 500
"""Suggestions that the review queue takes from the collection, the likeliest by the rules."""


def suggest_file(path: Path, published: str | None = None) -> tuple[str, Suggestions]:
    """The text of a file's first article and what is suggested for it.

    Args:
        path: The file.
        published: The ISO date from which deadlines count; None takes the day that the file gives.

    Raises:
        UnreadableFile: If the file cannot be read.
    """
    from store.analysis.suggest import suggest
    from store.importers import UnreadableFile, read

    article = next(iter(read(path)))
    if isinstance(article, UnreadableFile):
        raise article
    known = article.published if article.published_precision == "day" and article.published[:1].isdigit() else None
    return article.text, suggest(article.text, published or known)


def suggestions_for(collection: Collection, article: str) -> list[Suggestion]:
    """What is suggested for an article (uid) and not decided yet, in text order; looked for now if it was not."""
    for uid, text, published, body in _pending(collection.read, "AND article.uid = ?", [article]):
        found = _found(uid, text, published, body)
        if collection.read_only:
            return [_suggestion(*row) for row in found]
        _keep_all(collection, [(uid, text, published, found)])
    rows = collection.read.execute(f'{_SELECT} WHERE suggestion.article = ? ORDER BY suggestion."start"', [article])
    return list(_open(collection, rows))


def suggest_all(
    collection: Collection,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Look through every article that has not been looked at by these rules. Returns how many were.

    Work is kept as it goes, so that a stop loses nothing; the next call goes on.
    """
    (total,) = collection.read.execute(f"SELECT count(*) {_PENDING}", [RULES]).fetchone()
    done, batch, began = 0, [], time.monotonic()
    for uid, text, published, body in _pending(collection.read):
        if cancelled():
            break
        batch.append((uid, text, published, _found(uid, text, published, body)))
        if time.monotonic() - began > BATCH_SECONDS:
            _keep_all(collection, batch)
            done += len(batch)
            progress(done, total)
            batch, began = [], time.monotonic()
    _keep_all(collection, batch)
    progress(done + len(batch), total)
    return done + len(batch)


def review_queue(collection: Collection, least: float = 0.0) -> list[Suggestion]:
    """Undecided suggestions of all articles, the most valuable first, each passage's once.

    Commitments that can be checked (by a date or a number) come before others that are as likely.
    """
    rows = collection.read.execute(f"{_SELECT} ORDER BY suggestion.confidence DESC, uid LIMIT ?", [QUEUE])
    once = {words_key(s.exact): s for s in reversed(list(_open(collection, rows))) if s.confidence >= least}
    return sorted(once.values(), key=lambda s: (-_value(s), s.article, s.content))


@dataclass(frozen=True, slots=True)
class Context:
    """A suggestion in its surroundings: the article's source and title, and the words before and after."""

    place: str
    before: str
    words: str
    after: str


def context(collection: Collection, suggestion: Suggestion) -> Context:
    """The surroundings of a suggestion, within a paragraph or two."""
    outlet, published, title = collection.read.execute(
        "SELECT outlet, published, title FROM article WHERE uid = ?", [suggestion.article]
    ).fetchone()
    body = _body(collection, suggestion.text)
    start, end = suggestion.content[0][0], suggestion.content[-1][1]
    before, after = body[max(0, start - AROUND) : start], body[end : end + AROUND]
    return Context(", ".join(filter(None, (outlet, published, title))), before, body[start:end], after)


def _value(suggestion: Suggestion) -> float:
    checkable = suggestion.fields.get("deadline") or suggestion.fields.get("quantity")
    return suggestion.confidence + (0.1 if checkable else 0.0)


# Looking

_PENDING = """FROM article JOIN text ON sha256 = article.text WHERE state = 'live' AND NOT EXISTS (
    SELECT 1 FROM suggested WHERE suggested.article = article.uid AND suggested.text = article.text
        AND suggested.published = article.published AND rules = ?)"""


def _pending(reader: sqlite3.Connection, more: str = "", values: Iterable[str] = ()) -> Iterator[tuple[str, ...]]:
    """Articles to be looked at, newest first: uid, text, published, body."""
    numbers = reader.execute(f"SELECT article.id {_PENDING} {more} ORDER BY article.id DESC", [RULES, *values])
    for (number,) in numbers.fetchall():
        row = reader.execute(
            "SELECT uid, article.text, published, body FROM article JOIN text ON sha256 = article.text "
            "WHERE article.id = ?",
            [number],
        ).fetchone()
        if row:
            yield row


_Row = tuple[str, str, str, str, int, int, str, str, float, str]


def _found(article: str, text: str, published: str, body: str) -> list[_Row]:
    """The rows of an article's suggestions."""
    from store.analysis.suggest import suggest

    found = suggest(body, published if len(published) == len("2024-11-11") else None)
    row = partial(_row, article, text, body)
    quotes = [row("quote", q.content, _quote_fields(q), q.confidence, q.why) for q in found.quotes]
    commitments = [
        row("commitment", ((c.start, c.end),), _commitment_fields(c), c.confidence, c.why) for c in found.commitments
    ]
    return quotes + commitments


def _row(
    article: str, text: str, body: str, kind: str, content: tuple[Span, ...], fields: str, confidence: float, why: str
) -> _Row:
    start, end = content[0][0], content[-1][1]
    exact = _exact(body, content)
    return f"{article}-{kind}-{start}-{end}", article, text, kind, start, end, words_key(exact), fields, confidence, why


def _exact(body: str, content: Iterable[Span]) -> str:
    return " […] ".join(body[start:end] for start, end in content)


def _quote_fields(quote: QuoteSuggestion) -> str:
    columns = {"form": quote.form, "role": quote.role}
    spans = {"content": quote.content, "source": quote.speaker_span, "cue": quote.cue_span}
    return json.dumps({"owner": quote.speaker or "", "columns": columns, **spans})


def _commitment_fields(commitment: CommitmentSuggestion) -> str:
    columns = {
        "beneficiary": commitment.beneficiary,
        "action": commitment.action,
        "quantity": commitment.quantity,
        "unit": commitment.unit,
        "deadline": commitment.deadline or "",
        "deadline_precision": commitment.deadline_precision if commitment.deadline else "none",
        "deadline_text": commitment.deadline_text,
        "strength": commitment.strength,
        "condition": commitment.condition,
        "status": "open",
    }
    content = [[commitment.start, commitment.end]]
    return json.dumps({"owner": commitment.promisor or "", "columns": columns, "content": content})


def _keep_all(collection: Collection, batch: list[tuple[str, str, str, list[_Row]]]) -> None:
    if not batch:
        return
    with collection.write() as db:
        for article, text, published, found in batch:
            _keep(db, article, text, published, found)


def _keep(db: Database, article: str, text: str, published: str, found: list[_Row]) -> None:
    db.execute("DELETE FROM suggestion WHERE article = ?", [article])
    if not db.execute("SELECT 1 FROM article WHERE uid = ? AND text = ?", [article, text]).fetchone():
        return  # purged or changed since it was read
    db.conn.executemany("INSERT OR IGNORE INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", found)
    db.execute("INSERT OR REPLACE INTO suggested VALUES (?, ?, ?, ?)", [article, text, published, RULES])


# Reading

_SELECT = """SELECT suggestion.uid, suggestion.article, suggestion.text, suggestion.kind, suggestion."start",
    suggestion."end", words, fields, confidence, why FROM suggestion
    JOIN article ON article.uid = suggestion.article AND article.text = suggestion.text"""


def _open(collection: Collection, rows: Iterable[_Row]) -> Iterator[Suggestion]:
    """The suggestions that nobody has decided on, with what was learnt from the other decisions."""
    learnt = ranker(collection)
    bodies: dict[str, str] = {}
    for row in rows:
        suggestion = _suggestion(*row)
        body = bodies.get(suggestion.text)
        if body is None:
            bodies.clear()
            body = _body(collection, suggestion.text)
            bodies[suggestion.text] = body
        suggestion = replace(suggestion, exact=_exact(body, suggestion.content))
        if not decided(collection, suggestion, body):
            moved = learnt.confidence(suggestion.kind, suggestion.exact, suggestion.why, suggestion.confidence)
            yield replace(suggestion, confidence=moved)


def _body(collection: Collection, text: str) -> str:
    return str(collection.read.execute("SELECT body FROM text WHERE sha256 = ?", [text]).fetchone()[0])


def _suggestion(
    uid: str, article: str, text: str, kind: str, start: int, end: int, words: str, fields: str, confidence: float,
    why: str,
) -> Suggestion:  # fmt: skip
    known = json.loads(fields)
    return Suggestion(
        uid=uid,
        kind="quote" if kind == "quote" else "commitment",
        article=article,
        text=text,
        content=tuple((a, b) for a, b in known["content"]),
        source=_span(known.get("source")),
        cue=_span(known.get("cue")),
        owner=known["owner"],
        fields=known["columns"],
        confidence=confidence,
        why=why,
        exact="",
    )


def _span(given: list[int] | None) -> Span | None:
    return (given[0], given[1]) if given else None
