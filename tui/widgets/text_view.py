"""Shows one text in rows: header, gutter, highlights, folded copies, overview. Scrolls; knows nothing of keys.

Long texts are laid out as far as they are seen, and the rest a slice at a time when the screen is idle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui.display import safe_line
from tui.painting import LineView
from tui.widgets.cells import line_ends
from tui.widgets.highlights import BIT, COPIES, HIDDEN, KINDS, Highlight, Highlights
from tui.widgets.layout import Layout, Span
from tui.widgets.overview import Mark, cell_of, overview
from tui.widgets.painter import GUTTER, Painter, gutter_width
from tui.widgets.palette import HEADER, SEEN, TITLE, Palette

Mode = Literal["highlight", "dim", "fold"]
"""How repeated passages show: tinted, copies grey, or each copy as one line."""

Step = Literal["row", "unit", "jump"]
"""How the cursor came where it is: by a row, a unit of text such as a sentence, or from anywhere."""

MODES: tuple[Mode, ...] = ("highlight", "dim", "fold")

_SLICE = 1 << 17
"""Characters laid out at a time in the background."""

_LINES = 2000
"""So many finished lines of the screen are kept."""

_TITLE_ROWS = 3
"""Rows that a header line may take."""


class TextView(LineView):
    """One text, laid out to a measure. What is marked, selected and where the cursor is, it is told."""

    ALLOW_SELECT = False  # the terminal-wide selection of Textual would compete with ours

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"page--{kind.replace('_', '-')}" for kind in KINDS),
        *("page--dimmed", "page--selected", "page--cursor", "page--label", "page--gutter", "page--seen"),
        *("page--title", "page--header"),
    }

    DEFAULT_CSS = """
    TextView {
        scrollbar-size: 0 0;
        overflow-x: hidden;
        & > .page--title { text-style: bold; }
        & > .page--header { color: $foreground 70%; }
        & > .page--gutter { color: $foreground 45%; }
        & > .page--label { color: $foreground 70%; text-style: italic; }
        & > .page--seen { background: $foreground 18%; }
        & > .page--heading { text-style: bold; }
        & > .page--original { background: $warning 8%; }
        & > .page--copy { background: $warning 18%; }
        & > .page--recycled { background: $accent 12%; }
        & > .page--hidden { background: $warning 8%; }
        & > .page--fields { background: $warning 8%; }
        & > .page--dimmed { color: $foreground 50%; }
        & > .page--suggested { color: $text-accent; text-style: italic; }
        & > .page--cue { text-style: italic; }
        & > .page--carried { text-style: italic; }
        & > .page--note { color: $text-secondary; text-style: italic; }
        & > .page--quote { color: $text-success; text-style: underline; }
        & > .page--commitment { color: $text-warning; text-style: bold underline; }
        & > .page--speaker, & > .page--source { color: $text-primary; text-style: bold; }
        & > .page--variant { color: $text-error; text-style: underline; }
        & > .page--needs-look { color: $text-error; text-style: bold; }
        & > .page--hit { background: $accent 40%; text-style: bold underline; }
        & > .page--selected { background: $primary 55%; }
        & > .page--cursor { text-style: reverse; }
    }
    """

    measure: reactive[int] = reactive(88, init=False)
    """The widest that the text may be, in cells."""

    mode: reactive[Mode] = reactive[Mode]("dim", init=False)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._paragraphs: Sequence[Span] = ()
        self._header: tuple[str, ...] = ()
        self._header_rows: list[tuple[str, int]] = []
        self._highlights = Highlights()
        self._unfolded: set[int] = set()
        self._cursor: Span = (0, 0)
        self._selection: Span = (0, 0)
        self._palette = Palette(self, tinted=False)
        self._overview: list[Mark] = []
        self._lay_out()

    # What is shown

    def show(
        self, text: str, paragraphs: Sequence[Span], highlights: Iterable[Highlight], header: Iterable[str], offset: int
    ) -> None:
        """Show another text from its top, or from around `offset` where that is further down than one screen."""
        self._text, self._paragraphs, self._header = text, paragraphs, tuple(header)
        self._highlights = Highlights(highlights)
        self._unfolded.clear()
        self._cursor = self._selection = (offset, offset)
        self._lay_out()
        self.scroll_to(y=0, animate=False)
        self.bring_into_view(offset)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark other spans; the text stays where it is."""
        self._highlights = Highlights(highlights)
        if self._folds() != self._layout.folds:
            self._lay_out_in_place()
            return
        self._draw_anew()
        self._overview = []
        self.refresh()

    def set_header(self, header: Iterable[str]) -> None:
        """Show other lines above the text, the first as its title; the text stays where it is."""
        self._header = tuple(header)
        before = len(self._header_rows)
        self._header_rows = list(self._wrapped_header(self._layout.width))
        self._fit_height()
        if self.scroll_offset.y:
            self.scroll_to(y=self.scroll_offset.y + len(self._header_rows) - before, animate=False)
        self.refresh()

    def mark(self, cursor: Span, selection: Span | None) -> None:
        """Draw the cursor and the selection there; only rows that look different are drawn again."""
        old = (self._cursor, self._selection)
        self._cursor, self._selection = cursor, selection or (cursor[0], cursor[0])
        before, after = old[1], self._selection
        if before[1] <= after[0] or after[1] <= before[0]:
            changed = [before, after]
        else:
            changed = [tuple(sorted(ends)) for ends in zip(before, after, strict=True)]  # type: ignore[misc]
        rows: set[int] = set()
        seen = self._rows_seen()
        for start, end in (old[0], cursor, *(span for span in changed if span[0] < span[1])):
            first, last = self._layout.row_of(start), self._layout.row_of(max(end - 1, start))
            rows.update(range(max(first, seen.start), min(last + 1, seen.stop)))
        for row in rows:
            self.refresh_line(row + len(self._header_rows))

    def watch_mode(self) -> None:
        """Show repeated passages another way, every copy as that way has it."""
        self._unfolded.clear()
        self._palette = Palette(self, self.mode == "highlight")
        self._lay_out_in_place()

    def watch_measure(self) -> None:
        """Lay the text out to another measure."""
        self._lay_out_in_place()

    def notify_style_update(self) -> None:
        """Take over colours of another theme."""
        super().notify_style_update()
        self._palette = Palette(self, self.mode == "highlight")
        self._draw_anew()

    def fold_around(self, offset: int) -> Span | None:
        """The folded copy that hides `offset`, None where it is shown."""
        return self._layout.fold_around(offset)

    def toggle_fold(self, offset: int) -> bool:
        """Unfold the copy around `offset`, or fold it again. False where no copy is that this mode folds."""
        copies = self._highlights.at(offset, self._folding)
        if not copies:
            return False
        folded = self.fold_around(offset)
        if folded:
            self._unfolded.update(one.start for one in self._highlights.beginning(*folded, self._folding))
        else:
            self._unfolded.difference_update(one.start for one in copies)
        self._lay_out_in_place()
        return True

    # Rows

    def row_of(self, offset: int) -> int:
        """The row of the text that shows `offset`."""
        return self._layout.row_of(offset)

    def column_of(self, offset: int) -> int:
        """The cell of its row, gutter not counted, where `offset` is shown."""
        return self._layout.column_of(self._layout.row_of(offset), offset) if len(self._layout) else 0

    def offset_at(self, x: int, y: int) -> int:
        """The offset of what is shown at a cell of the screen, or of what is nearest to it."""
        row = min(max(y + self.scroll_offset.y - len(self._header_rows), 0), len(self._layout) - 1)
        text_row = self._layout.text_row(row, 1)
        return 0 if text_row is None else self._layout.offset_at(text_row, x - self._indent)

    def offset_rows_away(self, offset: int, rows: int, column: int) -> int:
        """The offset in `column`, some rows below or above that of `offset`, or as far as the text goes."""
        row = self._layout.text_row(self._layout.row_of(offset) + rows, 1 if rows > 0 else -1)
        return offset if row is None else self._layout.offset_at(row, column)

    def nearest_seen(self, offset: int) -> int:
        """`offset` where it is seen, else the first or last offset that is, in the same column."""
        row, seen = self._layout.row_of(offset), self._rows_seen()
        if row in seen or not len(self._layout):
            return offset
        nearest = self._layout.text_row(seen.start, 1) if row < seen.start else self._layout.text_row(seen.stop - 1, -1)
        return offset if nearest is None else self._layout.offset_at(nearest, self.column_of(offset))

    def bring_into_view(self, offset: int, step: Step = "row") -> None:
        """Scroll so that the row of `offset` and one beside it are seen, if they are not.

        After a step by a row no further than needed, after one by a unit of text a third of the screen more, so that
        the next units need no scrolling, after a jump so far that a third of the screen is shown above the row.
        """
        height, top = self.size.height, self.scroll_offset.y
        if not height:
            return
        y = self._y_of(offset)
        beside = 1 if height > 4 else 0
        above, below = y - beside < top, y + beside >= top + height
        beyond = height // 3 if step == "unit" else beside
        if step == "jump" and (above or below):
            top = y - height // 3
        elif above:
            top = y - beyond if y - beyond > len(self._header_rows) else 0
        elif below:
            top = y + beyond - height + 1
        self._fit_height()
        self.scroll_to(y=max(top, 0), animate=False)

    def _y_of(self, offset: int) -> int:
        return self.row_of(offset) + len(self._header_rows)

    def _rows_seen(self) -> range:
        top = self.scroll_offset.y - len(self._header_rows)
        return range(max(top, 0), max(top + self.size.height, 0))

    # Laying out

    def on_resize(self, event: Resize) -> None:
        """Lay out to a new width, around the same words."""
        if self._room != self.size.width:
            self._lay_out_in_place()
        else:
            self._fit_height()
        self.bring_into_view(self._cursor[0])

    def _lay_out_in_place(self) -> None:
        """Lay out anew; the cursor's row, or else the first row seen, stays at its height on the screen."""
        seen = self._rows_seen()
        offset = self._cursor[0]
        if self._layout.row_of(offset) not in seen and seen.start < len(self._layout):
            offset = self._layout.starts[seen.start]
        height = self._y_of(offset) - self.scroll_offset.y
        at_top = self.scroll_offset.y == 0
        self._lay_out()
        y = self._y_of(offset)
        self._fit_height()
        if self.size.height:
            self.scroll_to(y=0 if at_top and y < self.size.height else max(y - height, 0), animate=False)

    def _lay_out(self) -> None:
        """Begin a new layout for the widget's width."""
        gutter = gutter_width(len(self._paragraphs))
        # Not shown yet it will have the whole screen: its first picture waits for no other layout then.
        self._room = self.size.width or (self.screen.size.width if self.is_attached else 0)
        available = self._room - gutter - 2  # a blank after the text, and the overview
        width = max(min(self.measure, available), 8)
        self._layout = Layout(self._text, width, self._paragraphs, self._folds())
        self._draw_anew()
        self._margin = max((available - width) // 2, 0)
        self._indent = self._margin + gutter
        self._header_rows = list(self._wrapped_header(width))
        self._overview = []
        self._layout.extend(self._cursor[0])
        self._lay_out_slice(self._layout)
        self.refresh()

    def _lay_out_slice(self, layout: Layout) -> None:
        """Lay out some more, and go on when idle, unless another layout has taken its place."""
        if layout is not self._layout:
            return
        layout.extend(layout.laid_out + _SLICE)
        self._fit_height()
        if not layout.complete and self.is_attached:
            self.set_timer(0.01, lambda: self._lay_out_slice(layout))

    def _fit_height(self) -> None:
        """Tell how high all rows are together, as far as is known."""
        height = len(self._header_rows) + self._layout.height + 1
        self.virtual_size = Size(self._room, height)

    @property
    def _folding(self) -> int:
        """The kinds that this mode folds; what is hidden is folded in any."""
        return COPIES if self.mode == "fold" else HIDDEN

    def _folds(self) -> list[Span]:
        """The copies that show as one line each."""
        folds: list[Span] = []
        for one in self._highlights:
            if BIT[one.kind] & self._folding and one.start not in self._unfolded:
                start = max(one.start, folds[-1][1] if folds else 0)
                if start < one.end:
                    folds.append((start, one.end))
        return folds

    def _wrapped_header(self, width: int) -> Iterable[tuple[str, int]]:
        """The header's rows, each with the bit of its style."""
        for number, line in enumerate(self._header):
            shown = safe_line(line)
            at = 0
            for end in line_ends(shown, width)[:_TITLE_ROWS]:
                yield shown[at:end].rstrip(), HEADER if number else TITLE
                at = end

    # Drawing

    def draw_lines(self, lines: range) -> Iterator[Strip]:
        """Lines of the screen."""
        width, top, seen = self.size.width, self.scroll_offset.y - len(self._header_rows), self._cells_seen()
        for y in lines:
            row = y + top
            while row >= len(self._layout) and not self._layout.complete:
                self._layout.extend(self._layout.laid_out)
            beside = self._overview_cell(y, seen)
            if 0 <= row < len(self._layout):
                yield self._text_line(row, width, beside)
            else:
                yield self._line(self._header_line(row) if row < 0 else [], width, beside)

    def _draw_anew(self) -> None:
        """Forget the lines that were drawn: layout, highlights or colours are others."""
        self._painter = Painter(self._layout, self._highlights, self._palette.style_of)
        self._lines: dict[tuple[int, Segment], tuple[list[Segment], Strip]] = {}

    def _text_line(self, row: int, width: int, beside: Segment) -> Strip:
        """The line of a row of the text, drawn only where it looks different from when it was last shown."""
        drawn = self._painter.row(row, self._cursor, self._selection)
        kept = self._lines.get((row, beside))
        if kept is None or kept[0] is not drawn:
            if len(self._lines) > _LINES:
                self._lines.clear()
            margin = Segment(" " * self._margin, self._palette.style_of(0))
            kept = self._lines[row, beside] = (drawn, self._line([margin, *drawn], width, beside))
        return kept[1]

    def _header_line(self, row: int) -> list[Segment]:
        words, state = self._header_rows[row]
        return [Segment(" " * self._indent, self._palette.style_of(0)), Segment(words, self._palette.style_of(state))]

    def _line(self, segments: Iterable[Segment], width: int, beside: Segment) -> Strip:
        """A line as wide as the view, with a cell of the overview at its end."""
        strip = Strip(segments).adjust_cell_length(max(width - 1, 0), self._palette.style_of(0))
        return Strip([*strip, beside], width)

    def _overview_cell(self, y: int, seen: Span) -> Segment:
        if len(self._overview) != self.size.height:
            self._overview = overview(self._highlights, len(self._text), self.size.height)
        mark = self._overview[y] if y < len(self._overview) else Mark()
        looked_at = SEEN if seen[0] <= y <= seen[1] else 0
        return Segment(mark.glyph, self._palette.style_of(GUTTER | looked_at | (BIT[mark.kind] if mark.kind else 0)))

    def _cells_seen(self) -> Span:
        """The first and the last cell of the overview that stand for what is seen."""
        seen, rows, length = self._rows_seen(), len(self._layout), len(self._text)
        if seen.start >= rows:
            return (0, -1)
        first, last = self._layout.starts[seen.start], self._layout.starts[min(seen.stop, rows) - 1]
        return (cell_of(first, length, self.size.height), cell_of(last, length, self.size.height))
