"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, thing: str, things: str = "") -> str:
    """So many of a thing: "1 quote", "2 quotes", "1,200 quotes"; `things` where no "s" makes it many."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
