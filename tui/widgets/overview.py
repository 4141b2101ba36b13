"""The column at the page's right edge: the whole text from top to bottom, what is marked where, and what is seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.widgets.highlights import Highlight, Kind

_GLYPHS: dict[Kind, str] = {
    "original": "╎",
    "copy": "┃",
    "recycled": "│",
    "hidden": "⋯",
    "fields": "⋯",
    "suggested": "~",
    "speaker": "·",
    "source": "·",
    "note": "*",
    "quote": "•",
    "commitment": "!",
    "variant": "≠",
    "needs_look": "?",
    "hit": "━",
}
"""What stands for each kind, the more important later: it covers those before. Other kinds do not show."""

_RANK = {kind: rank for rank, kind in enumerate(_GLYPHS)}


class Mark(NamedTuple):
    """A cell of the overview: the most important kind there, None where nothing is marked, and its glyph."""

    kind: Kind | None = None
    glyph: str = " "


def overview(highlights: Iterable[Highlight], length: int, height: int) -> list[Mark]:
    """The `height` cells that stand for a text of `length` characters.

    Where a copy covers many cells, the records in it stay visible, as they rank higher.
    """
    cells: list[Kind | None] = [None] * height
    if not height or not length:
        return [Mark()] * height
    for one in highlights:
        if one.kind not in _RANK:
            continue
        rank = _RANK[one.kind]
        first, last = cell_of(one.start, length, height), cell_of(max(one.end - 1, one.start), length, height)
        for cell in range(first, last + 1):
            kind = cells[cell]
            if kind is None or _RANK[kind] < rank:
                cells[cell] = one.kind
    return [Mark(kind, _GLYPHS[kind]) if kind else Mark() for kind in cells]


def cell_of(offset: int, length: int, height: int) -> int:
    """The cell of the overview that stands for an offset."""
    return min(offset * height // max(length, 1), height - 1)
