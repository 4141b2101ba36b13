"""Keeping the search index in step with articles that come in; triggers do so for those that change or go."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def teach_spelling(writer: sqlite3.Connection) -> None:
    """Let the view and the triggers that feed the index spell texts as it takes them in."""

    def searchable(text: str | None) -> str | None:
        from store.analysis import spelling  # when the first text comes, not when a collection is opened

        return spelling.searchable(text) if text else text

    writer.create_function("searchable", 1, searchable, deterministic=True)


def index_new(db: Database) -> None:
    """Index the articles that came in since it was last called, in the same transaction as they.

    In bulk: an insert trigger would make FTS5 flush its work at every row, which takes four times as long.
    """
    db.execute(
        "INSERT INTO article_fts (rowid, title, outlet, author, body) SELECT id, title, outlet, author, body "
        "FROM article_words WHERE id > (SELECT coalesce(max(id), 0) FROM article_fts_docsize)"
    )
