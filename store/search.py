"""Queries for the search index, built from what people type; FTS5 itself never sees raw input."""

from __future__ import annotations

import re


def match_expression(typed: str) -> str:
    """An FTS5 expression that finds all the words typed, the last as the beginning of a word.

    "Double quotes" hold a phrase together. Whatever else is typed counts as words, never as syntax.
    """
    parts = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', typed)]
    quoted = ['"' + part.replace('"', " ").replace("\0", " ") + '"' for part in parts]
    if not quoted:
        return '""'
    unfinished = not typed.rstrip().endswith('"')
    return " AND ".join(quoted) + ("*" if unfinished else "")


def find_in_text(text: str, typed: str) -> list[tuple[int, int]]:
    """Where the typed words stand in a text, one after the other, upper or lower case and whatever blanks between."""
    words = typed.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]
