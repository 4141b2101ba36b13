"""What counts in a commitment: what will be done, how much of it and by when, and whether two of them say the same."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from store.analysis.meaning import essence

MUCH_ALIKE = 0.7
"""Share of equal words from which two actions are one in other words."""


def same_terms(one: Mapping[str, Any], other: Mapping[str, Any], *, only_action: bool = False) -> bool:
    """Whether two commitments, by their columns, say the same; what one of them leaves open tells nothing apart.

    One sentence may hold several promises of the same body, each with an action, an amount or a deadline of its own.
    """
    if not _same_action(_words(one, "action"), _words(other, "action")):
        return False
    return only_action or (
        _same(one.get("quantity"), other.get("quantity"))
        and _same(_words(one, "unit"), _words(other, "unit"))
        and _same(one.get("deadline"), other.get("deadline"))
    )


def _words(fields: Mapping[str, Any], column: str) -> list[str]:
    return essence(str(fields.get(column) or "")).split()


def _same(one: object, other: object) -> bool:
    return one in (None, "", []) or other in (None, "", []) or one == other


def _same_action(one: list[str], other: list[str]) -> bool:
    """Whether two actions are much the same words, or one of them says in fewer what the other does."""
    fewer, more = sorted((one, other), key=len)
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio() >= MUCH_ALIKE
    return alike or set(fewer) <= set(more)
