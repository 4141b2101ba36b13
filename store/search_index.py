"""Keeping what is derived in step with articles that come in; triggers do so for those that change or go.

That is the search index, and which texts' passages have to be looked for (store/passage_building.py).
"""

from __future__ import annotations

import sqlite3

_INDEXED = ("title", "outlet", "author", "body")
_ASCII = "length({0}) = length(CAST({0} AS BLOB))"
"""Each character is a byte."""
_NEW = "article.id > (SELECT coalesce(max(id), 0) FROM article_fts_docsize)"


def teach_spelling(writer: sqlite3.Connection) -> None:
    """Let the view and the triggers that feed the index spell texts as it takes them in."""

    def searchable(text: str | None) -> str | None:
        from store.analysis import spelling  # when the first text comes, not when a collection is opened

        return spelling.searchable(text) if text else text

    writer.create_function("searchable", 1, searchable, deterministic=True)


def index_new(db: sqlite3.Connection) -> None:
    """Index the articles that came in since it was last called, in the same transaction as they; note their texts.

    In bulk: an insert trigger would make FTS5 flush its work at every row, which takes four times as long, and any
    trigger makes SQLite copy each page before a row is put in, a seventh of an import's time.
    The rows are those of the view `article_words`, but nobody asks how plain ASCII is spelt.
    """
    db.execute(f"INSERT OR IGNORE INTO changed_text SELECT text FROM article WHERE {_NEW} AND text IS NOT NULL")
    columns = ", ".join(f"CASE WHEN {_ASCII.format(c)} THEN {c} ELSE searchable({c}) END" for c in _INDEXED)
    db.execute(
        f"""INSERT INTO article_fts (rowid, {", ".join(_INDEXED)}) SELECT article.id, {columns}
        FROM article LEFT JOIN text ON text.sha256 = article.text WHERE {_NEW}"""
    )
