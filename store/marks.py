"""Marks: places in articles under a letter of the reader's choice. They are this machine's own, not events."""

from __future__ import annotations

from store.collection import Collection
from store.model import Mark

EXCERPT = 60
"""So many characters of the text come with a mark."""


def marks(collection: Collection) -> list[Mark]:
    """All marks, by letter."""
    rows = collection.read.execute(
        f"""SELECT letter, article.id, article.title, min(position, length(body)),
            substr(body, position + 1, {EXCERPT})
        FROM mark JOIN article ON article.uid = mark.article AND article.state = 'live'
        JOIN text ON text.sha256 = article.text ORDER BY letter"""
    )
    return [Mark(*row) for row in rows]


def set_mark(collection: Collection, letter: str, article: str, position: int) -> None:
    """Put a mark at a place (code points) of an article (uid); one of the same letter moves here."""
    with collection.write() as db:
        db.execute(
            "INSERT OR REPLACE INTO mark (letter, article, position) VALUES (?, ?, ?)", [letter, article, position]
        )


def remove_mark(collection: Collection, letter: str) -> None:
    """Take a mark away."""
    with collection.write() as db:
        db.execute("DELETE FROM mark WHERE letter = ?", [letter])
