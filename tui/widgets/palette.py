"""The styles of a page, by what is marked at a place and what of the view is drawn there."""

from __future__ import annotations

from rich.style import Style
from textual.style import Style as VisualStyle

from tui.painting import LineView
from tui.widgets.highlights import BARRED, BIT, COPIES, KINDS, Kind
from tui.widgets.painter import CURSOR, GUTTER, LABEL, SELECTED

SEEN, TITLE, HEADER = LABEL << 2, LABEL << 3, LABEL << 4
"""Further bits of a style's mask: the part of the overview that is seen, the header's lines."""

_OURS = ((GUTTER, "gutter"), (LABEL, "label"), (SEEN, "seen"), (TITLE, "title"), (HEADER, "header"))


class Palette:
    """Makes each style of a view once, from its component classes; a view of other colours has another palette.

    Args:
        view: The view.
        tinted: Whether repeated passages are tinted, rather than copies greyed.
    """

    def __init__(self, view: LineView, tinted: bool) -> None:
        self._view = view
        self._tinted = tinted
        self._styles: dict[int, Style] = {}

    def style_of(self, mask: int) -> Style:
        """The style for a mask of kinds and of the painter's further bits."""
        style = self._styles.get(mask)
        if style is None:
            style = self._styles[mask] = self._view.shown(self._combined(mask))
        return style

    def _combined(self, mask: int) -> Style:
        names = [name for bit, name in _OURS if mask & bit]
        names += [name for kind in KINDS if mask & BIT[kind] and (name := self._class_of(kind, mask))]
        names += [name for bit, name in ((SELECTED, "selected"), (CURSOR, "cursor")) if mask & bit]
        visual = self._view.visual_style
        for name in names:
            visual += self._part(name)
        # In the gutter a sign has its kind's colour, and no underline that would join it to its neighbours.
        return visual.rich_style + Style(underline=False) if mask & GUTTER else visual.rich_style

    def _class_of(self, kind: Kind, mask: int) -> str:
        """What draws a kind; tints are for the text alone, and for repeated passages only while highlighted."""
        if BIT[kind] & BARRED and not self._tinted:
            return "dimmed" if BIT[kind] & COPIES and not mask & GUTTER else ""
        if (BIT[kind] & BARRED or kind == "hit") and mask & GUTTER:
            return ""
        return kind.replace("_", "-")

    def _part(self, name: str) -> VisualStyle:
        """What a component class adds. Unlike Textual's own partial style this keeps `reverse`, and alpha as it is."""
        styles = self._view.get_component_styles(f"page--{name}")
        words = styles.text_style
        return VisualStyle(
            styles.background if styles.has_rule("background") else None,
            styles.color if styles.has_rule("color") else None,
            bold=words.bold,
            italic=words.italic,
            underline=words.underline,
            reverse=words.reverse,
        )
