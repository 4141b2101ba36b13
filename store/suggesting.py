"""Looking for suggestions: in a file, in an article, in all articles, and with another back end."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.analysis.meaning import essence
from store.articles import gone
from store.collection import BATCH_SECONDS, Collection
from store.model import OMISSION, CommitmentSuggestion, Progress, QuoteSuggestion, Span, Suggestions

if TYPE_CHECKING:
    from store.backends import Answer, Backend

RULES = 21
"""Raised whenever the rules change what they suggest, so that articles are looked at anew."""

Row = tuple[str, str, str, str, int, int, str, str, float, str]
"""A row of the table of suggestions: uid, article, text, kind, start, end, words, fields, confidence, why."""


def suggest_file(path: Path, published: str | None = None) -> tuple[str, Suggestions]:
    """The text of a file's first article and what is suggested for it.

    Args:
        path: The file.
        published: The ISO date from which deadlines count; None takes the day that the file gives.

    Raises:
        UnreadableFile: If the file cannot be read.
    """
    from store.analysis.suggest import suggest
    from store.importers import read_article

    article = read_article(path)
    known = article.published if article.published_precision == "day" and article.published[:1].isdigit() else None
    return article.text, suggest(article.text, published or known)


def look(collection: Collection, article: str) -> list[Row] | None:
    """Look for suggestions in an article (uid) that was not looked at, and keep them.

    Returns them only where the collection cannot be written; None where they stand in it.
    """
    for uid, text, published, body in _pending(collection.read, "AND article.uid = ?", [article]):
        found = _rows(uid, text, body, _suggest(body, published))
        if collection.read_only:
            return found
        _keep_all(collection, [(uid, text, published, found)])
    return None


def pending(collection: Collection) -> int:
    """How many articles have not been looked at by these rules; none where nothing can be kept."""
    if collection.read_only:
        return 0
    return int(collection.read.execute(f"SELECT count(*) {_PENDING}", [RULES]).fetchone()[0])


def suggest_all(
    collection: Collection,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Look through every article that has not been looked at by these rules. Returns how many were.

    Work is kept as it goes, so that a stop loses nothing; the next call goes on.
    """
    total = pending(collection)
    if not total:
        return 0
    done, batch, began = 0, [], time.monotonic()
    for uid, text, published, body in _pending(collection.read):
        if cancelled():
            break
        batch.append((uid, text, published, _rows(uid, text, body, _suggest(body, published))))
        if time.monotonic() - began > BATCH_SECONDS:
            _keep_all(collection, batch)
            done += len(batch)
            progress(Progress(done, total))
            batch, began = [], time.monotonic()
    _keep_all(collection, batch)
    progress(Progress(done + len(batch), total))
    return done + len(batch)


def ask(
    collection: Collection, article: str, backend: Backend, cancelled: Callable[[], bool] = lambda: False
) -> Answer:
    """Ask another back end about an article (uid); keep what the rules did not find.

    Raises NoSuchArticle, BackendFailed, Stopped.
    """
    from store.backends import merged

    found = collection.read.execute(
        "SELECT text, published, body FROM article JOIN text ON sha256 = article.text WHERE uid = ?", [article]
    ).fetchone()
    if found is None:
        raise gone()
    text, published, body = found
    answer = backend.suggest(body, _day(published), cancelled)
    both = merged(_suggest(body, published), answer.suggestions)
    _keep_all(collection, [(article, text, published, _rows(article, text, body, both))])
    return answer


def words_key(exact: str) -> str:
    """A hash by which spans that say the same words are found."""
    return hashlib.sha256(essence(exact).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def exact_words(body: str, content: Iterable[Span]) -> str:
    """The words of content spans, an omission between two."""
    return OMISSION.join(body[start:end] for start, end in content)


def _suggest(body: str, published: str) -> Suggestions:
    from store.analysis.suggest import suggest

    return suggest(body, _day(published))


def _day(published: str) -> str | None:
    """The day of publishing, None where it is not known to the day."""
    return published if len(published) == len("2024-11-11") else None


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


def _rows(article: str, text: str, body: str, found: Suggestions) -> list[Row]:
    """What the table of suggestions holds for an article."""
    row = partial(_row, article, text, body)
    quotes = [row("quote", q.content, _quote_fields(q), q.confidence, q.why) for q in found.quotes]
    commitments = [
        row("commitment", ((c.start, c.end),), _commitment_fields(c), c.confidence, c.why) for c in found.commitments
    ]
    return quotes + commitments


def _row(
    article: str, text: str, body: str, kind: str, content: tuple[Span, ...], fields: str, confidence: float, why: str
) -> Row:
    start, end = content[0][0], content[-1][1]
    exact = exact_words(body, content)
    return f"{article}-{kind}-{start}-{end}", article, text, kind, start, end, words_key(exact), fields, confidence, why


def _quote_fields(quote: QuoteSuggestion) -> str:
    columns = {"form": quote.form, "role": quote.role}
    spans = {"content": quote.content, "source": quote.speaker_span, "cue": quote.cue_span}
    return json.dumps({"owner": quote.speaker or "", "columns": columns, **spans})


def _commitment_fields(commitment: CommitmentSuggestion) -> str:
    columns = {
        "role": commitment.role,
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


def _keep_all(collection: Collection, batch: list[tuple[str, str, str, list[Row]]]) -> None:
    if not batch:
        return
    with collection.write() as db:
        for article, text, published, found in batch:
            _keep(db, article, text, published, found)


def _keep(db: sqlite3.Connection, article: str, text: str, published: str, found: list[Row]) -> None:
    db.execute("DELETE FROM suggestion WHERE article = ?", [article])
    if not db.execute("SELECT 1 FROM article WHERE uid = ? AND text = ?", [article, text]).fetchone():
        return  # purged or changed since it was read
    db.executemany("INSERT OR IGNORE INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", found)
    db.execute("INSERT OR REPLACE INTO suggested VALUES (?, ?, ?, ?)", [article, text, published, RULES])
