"""No colours at all for those who set NO_COLOR: bold, dim, underline and reverse tell things apart.

Textual (8.2.8) sends greys then, which a terminal shows as the colours that they are.
"""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes the colours out of what is drawn, and leaves all else."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        return [Segment(text, style and _without_colours(style), control) for text, style, control in segments]


@lru_cache(4096)
def _without_colours(style: Style) -> Style:
    return style.without_color + Style(meta=style.meta) if style.meta else style.without_color
