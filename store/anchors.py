"""Keeping spans in place when an article is imported again with a changed text.

A span moves only where its place is certain. Otherwise it stays on the version it was made on and is
marked: it needs a look.
"""

from __future__ import annotations

import sqlite3

from store.events import Change
from store.records import words_of


def reanchored(db: sqlite3.Connection, article: str, sha256: str, body: str) -> list[Change]:
    """The changes that bring an article's live spans onto its new text."""
    texts = db.execute(
        "SELECT DISTINCT span.text FROM span JOIN annotation ON annotation.uid = span.annotation "
        "WHERE annotation.article = ? AND span.state = 'live' AND span.text <> ?",
        [article, sha256],
    ).fetchall()
    return [change for (old,) in texts for change in _from_version(db, article, old, sha256, body)]


def _from_version(db: sqlite3.Connection, article: str, old: str, sha256: str, body: str) -> list[Change]:
    from store.analysis.anchoring import reanchor

    (old_body,) = db.execute("SELECT body FROM text WHERE sha256 = ?", [old]).fetchone()
    spans = db.execute(
        """SELECT span.uid, span."start", span."end", span.needs_look FROM span
        JOIN annotation ON annotation.uid = span.annotation
        WHERE annotation.article = ? AND span.text = ? AND span.state = 'live' ORDER BY span.uid""",
        [article, old],
    ).fetchall()
    placements = reanchor(old_body, body, [(start, end) for _, start, end, _ in spans])
    changes = []
    for (uid, _, _, needs_look), placed in zip(spans, placements, strict=True):
        if placed is not None and placed.certain:
            moved = {"text": sha256, "start": placed.start, "end": placed.end, "needs_look": 0}
            how = {"method": placed.method, "score": placed.score}
            changes.append(Change("span", uid, moved | how | words_of(body, placed.start, placed.end)))
        elif not needs_look:
            changes.append(Change("span", uid, {"needs_look": 1}))
    return changes
