"""Brackets among words."""

from __future__ import annotations

from collections.abc import Sequence


def before_brackets(words: Sequence[str], end: int) -> int:
    """Where the brackets open that close right before word `end`; else `end`: "Doe | (Lab, Tarn) | said"."""
    if words[end - 1 : end] != [")"]:
        return end
    return next((k for k in range(end - 2, 0, -1) if words[k] == "("), end)
