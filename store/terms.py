"""What counts in a commitment: what will be done, how much of it and by when, and whether two of them say the same."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from store.analysis.currencies import may_be_one
from store.analysis.meaning import essence

MUCH_ALIKE = 0.7
"""Share of equal words from which two actions are one in other words."""


def same_terms(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two commitments, by their columns, say the same; what one of them leaves open tells nothing apart.

    One sentence may hold several promises of the same body, each with an action, an amount or a deadline of its own.
    """
    return (
        same_action(one, other)
        and _same(one.get("quantity"), other.get("quantity"))
        and _same_unit(one, other)
        and _same(one.get("deadline"), other.get("deadline"))
    )


def same_action(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether what two commitments undertake is much the same words, or one says in fewer what the other does."""
    fewer, more = sorted((_words(one, "action"), _words(other, "action")), key=len)
    alike = SequenceMatcher(None, fewer, more, autojunk=False).ratio() >= MUCH_ALIKE
    return alike or set(fewer) <= set(more)


def _same_unit(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    named = may_be_one(str(one.get("unit") or ""), str(other.get("unit") or ""))
    return named or _same(_words(one, "unit"), _words(other, "unit"))


def _words(fields: Mapping[str, Any], column: str) -> list[str]:
    return essence(str(fields.get(column) or "")).split()


def _same(one: object, other: object) -> bool:
    return one in (None, "", []) or other in (None, "", []) or one == other
