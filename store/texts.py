"""Texts as they are kept: each once, under the SHA-256 of its characters, and never altered."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

_SHAPES = bytes(ord(" " if chr(code).isspace() else "x") for code in range(256))


def text_sha256(text: str) -> str:
    """The name of a text: the SHA-256 of its characters as UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def body_of(connection: sqlite3.Connection, sha256: str) -> str:
    """The characters of the text of this name, "" where there is none."""
    row = connection.execute("SELECT body FROM text WHERE sha256 = ?", [sha256]).fetchone()
    return str(row[0]) if row else ""


def count_words(text: str) -> int:
    """How many words a text has, between blanks: `len(text.split())`, without making the words of plain ASCII."""
    if not text.isascii():
        return len(text.split())
    shapes = text.encode().translate(_SHAPES)
    return shapes.count(b" x") + shapes.startswith(b"x")


def keep_texts(db: sqlite3.Connection, texts: Iterable[tuple[str, str, int, str]]) -> None:
    """Keep those of the texts that are not here: name, characters, number of words, when they came in.

    Raises ValueError for a NUL, which C and so SQLite's own functions take for a text's end.
    """
    db.executemany(
        "INSERT OR IGNORE INTO text (sha256, body, words, added) VALUES (?, ?, ?, ?)", map(_without_nul, texts)
    )


def _without_nul(row: tuple[str, str, int, str]) -> tuple[str, str, int, str]:
    if "\0" in row[1]:
        raise ValueError("a text holds a NUL")
    return row
