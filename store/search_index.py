"""Keeping the search index in step with articles that come in; triggers do so for those that change or go."""

from __future__ import annotations

import sqlite3

_INDEXED = ("title", "outlet", "author", "body")
_ASCII = "length({0}) = length(CAST({0} AS BLOB))"
"""Each character is a byte."""


def teach_spelling(writer: sqlite3.Connection) -> None:
    """Let the view and the triggers that feed the index spell texts as it takes them in."""

    def searchable(text: str | None) -> str | None:
        from store.analysis import spelling  # when the first text comes, not when a collection is opened

        return spelling.searchable(text) if text else text

    writer.create_function("searchable", 1, searchable, deterministic=True)


def index_new(db: sqlite3.Connection) -> None:
    """Index the articles that came in since it was last called, in the same transaction as they.

    In bulk: an insert trigger would make FTS5 flush its work at every row, which takes four times as long.
    The rows are those of the view `article_words`, but nobody asks how plain ASCII is spelt.
    """
    columns = ", ".join(f"CASE WHEN {_ASCII.format(c)} THEN {c} ELSE searchable({c}) END" for c in _INDEXED)
    db.execute(
        f"""INSERT INTO article_fts (rowid, {", ".join(_INDEXED)}) SELECT article.id, {columns}
        FROM article LEFT JOIN text ON text.sha256 = article.text
        WHERE article.id > (SELECT coalesce(max(id), 0) FROM article_fts_docsize)"""
    )
