"""A list of any length that reads only the rows it shows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.actions import bindings
from tui.display import safe_line
from tui.painting import LineView

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Part = tuple[str, str]
"""Words of a line and the component class they are shown in ("" for none); already safe to show."""

BLOCK = 64
"""So many rows are read at once."""
BLOCKS = 16
"""So many blocks of rows are kept."""
STRIPS = 1024
"""So many finished lines are kept."""


class RowSource(Protocol[R_co]):
    """Where rows come from. It does not change; a changed list is another source."""

    @property
    def count(self) -> int:
        """How many rows there are."""

    def key(self, index: int) -> Hashable:
        """What tells the row at `index` from all others, in every source."""

    def find(self, key: Hashable) -> int | None:
        """Where the row with this key stands, if it does."""

    def fetch(self, first: int, n: int) -> Sequence[R_co | None]:
        """The rows from `first`, at most `n`; None for one that is gone. Called from the screen's thread: quick."""


class ListSource(Generic[R]):
    """Rows from a sequence in memory."""

    def __init__(self, rows: Sequence[R], key: Callable[[R], Hashable]) -> None:
        self._rows = rows
        self._key = key

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def key(self, index: int) -> Hashable:
        """The key of the row at `index`."""
        return self._key(self._rows[index])

    def find(self, key: Hashable) -> int | None:
        """Where the row with this key stands, if it does."""
        return next((index for index, row in enumerate(self._rows) if self._key(row) == key), None)

    def fetch(self, first: int, n: int) -> Sequence[R]:
        """The rows from `first`, at most `n`."""
        return self._rows[first : first + n]


class Rows(LineView, Generic[R], can_focus=True):
    """Shows the rows of a source, one under the cursor; a subclass says what a row's lines are.

    Posts `Moved` when another row comes under the cursor and `Chosen` when enter or a double click opens it.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("rows")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--cursor-away", "rows--empty"}
    DEFAULT_CSS = """
    Rows {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
        & > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        & > .rows--cursor-away { background: $block-cursor-blurred-background; text-style: bold; }
        & > .rows--empty { color: $foreground-muted; }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row under the cursor, from 0."""
    empty: reactive[str] = reactive("")
    """What is said in place of rows when there are none."""

    class Moved(Message):
        """Another row is under the cursor; `index` is its place, -1 when there are no rows."""

        def __init__(self, rows: Rows[Any], index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows[Any]:
            """The list it happened in."""
            return self.rows

    class Chosen(Moved):
        """The row under the cursor was opened."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._source: RowSource[R] = ListSource([], hash)
        self._width = 0
        self._blocks: OrderedDict[int, Sequence[R | None]] = OrderedDict()
        self._strips: OrderedDict[tuple[int, int, int, int], Strip] = OrderedDict()
        self._styles: dict[tuple[str, ...], Style] = {}

    # What a subclass says

    def height_at(self, width: int) -> int:
        """How many lines a row takes when the list is `width` cells wide."""
        return 1

    def parts(self, row: R, line: int, width: int) -> list[Part]:
        """The parts of one line of a row, `width` cells in all; what is too long is cut."""
        raise NotImplementedError

    # What is shown

    @property
    def source(self) -> RowSource[R]:
        """Where the rows come from."""
        return self._source

    @property
    def row(self) -> R | None:
        """The row under the cursor; None when there is none, or it is gone."""
        return self._row(self.cursor) if self._source.count else None

    def show(self, source: RowSource[R], *, follow: bool = True) -> None:
        """Show other rows, or the same after a change; the cursor stays on its row and its line of the screen.

        Where the row is no longer there, or with `follow` false, the cursor keeps its place in the list, or goes
        to the beginning.
        """
        old, line = self._source, self.cursor * self.row_height - self.scroll_offset.y
        key = old.key(self.cursor) if follow and old.count else None
        found = None if key is None else source.find(key)
        self._source = source
        self.forget()
        self._resize_rows()
        index = (self.cursor if follow else 0) if found is None else found
        index = max(0, min(index, source.count - 1))
        if follow:
            self.scroll_to(y=index * self.row_height - line, animate=False, force=True)
        moved = not source.count or key is None or source.key(index) != key
        if index != self.cursor:
            self.set_reactive(Rows.cursor, index)
        self._reveal()
        if moved:
            self.post_message(self.Moved(self, index if source.count else -1))

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on the row with this key. Returns whether it is in the list."""
        index = self._source.find(key)
        if index is not None:
            self.cursor = index
        return index is not None

    def forget(self) -> None:
        """Read the rows again: what they say has changed, their order has not."""
        self._blocks.clear()
        self._strips.clear()
        self.refresh()

    @property
    def row_height(self) -> int:
        """How many lines a row takes now."""
        return self.height_at(self._width)

    def _row(self, index: int) -> R | None:
        first = index // BLOCK * BLOCK
        block = self._blocks.get(first)
        if block is None:
            block = self._blocks[first] = self._source.fetch(first, BLOCK)
            if len(self._blocks) > BLOCKS:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(first)
        return block[index - first]

    # Rendering

    def draw_lines(self, lines: range) -> Iterator[Strip]:
        """Lines of what can be seen."""
        width, height, top = self._width, self.row_height, self.scroll_offset.y
        under_cursor = 2 if self.has_focus else 1
        for y in lines:
            index, line = divmod(y + top, height)
            if index < self._source.count:
                yield self._line(index, line, under_cursor if index == self.cursor else 0, width)
            else:
                yield self._nothing(y, width)

    def _line(self, index: int, line: int, look: int, width: int) -> Strip:
        """One line of a row, drawn only where it looks different from when it was last shown."""
        key = (index, line, look, width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._strip(*key)
            if len(self._strips) > STRIPS:
                self._strips.popitem(last=False)
        return strip

    def _strip(self, index: int, line: int, look: int, width: int) -> Strip:
        under = ("", "rows--cursor-away", "rows--cursor")[look]
        row = self._row(index)
        parts = self.parts(row, line, width - 2) if row is not None else [("· no longer there", "")]
        sign = "▌" if look and line == 0 else " "
        segments = [Segment(f"{sign} ", self._style(under))]
        segments += [Segment(words, self._style(component, under)) for words, component in parts]
        return Strip(segments).adjust_cell_length(width, self._style(under))

    def _nothing(self, y: int, width: int) -> Strip:
        lines = self.empty.split("\n") if not self._source.count else []
        if not 1 <= y <= len(lines):
            return Strip.blank(width, self._style(""))
        words = Segment(f"  {safe_line(lines[y - 1])}", self._style("", "rows--empty"))
        return Strip([words]).adjust_cell_length(width, self._style(""))

    def _style(self, *components: str) -> Style:
        style = self._styles.get(components)
        if style is None:
            style = self.rich_style
            for component in filter(None, components):
                style += self.get_component_rich_style(component, partial=True)
            style = self._styles[components] = self.shown(style)
        return style

    def notify_style_update(self) -> None:
        """Colours may have changed: finished lines no longer hold."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    # Moving

    def validate_cursor(self, index: int) -> int:
        """Keep the cursor inside the list."""
        return max(0, min(index, self._source.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Show the cursor where it is now; two rows are drawn, unless the list has to scroll."""
        for index in (old, new):
            self.refresh_lines(index * self.row_height, self.row_height)
        self._reveal()
        self.post_message(self.Moved(self, new))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor looks different with the focus elsewhere."""
        super().watch_has_focus(has_focus)
        self.refresh_lines(self.cursor * self.row_height, self.row_height)

    def _reveal(self) -> None:
        top, height = self.cursor * self.row_height, self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)
        elif top + self.row_height > self.scroll_offset.y + height > 0:
            self.scroll_to(y=top + self.row_height - height, animate=False, force=True)

    def _resize_rows(self) -> None:
        self._width = self.scrollable_content_region.width
        self.virtual_size = Size(self._width, self._source.count * self.row_height)

    def _on_resize(self, event: Resize) -> None:
        self._resize_rows()
        self._reveal()

    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height // self.row_height - 1)

    def _turn(self, rows: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + rows * self.row_height, animate=False, force=True)
        self.cursor += rows

    def action_down(self) -> None:
        """One row down."""
        self.cursor += 1

    def action_up(self) -> None:
        """One row up."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """One screen down."""
        self._turn(self._page())

    def action_page_up(self) -> None:
        """One screen up."""
        self._turn(-self._page())

    def action_first(self) -> None:
        """To the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last row."""
        self.cursor = self._source.count - 1

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self._source.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on a row, a double click opens it."""
        offset = event.get_content_offset(self)
        index = (offset.y + self.scroll_offset.y) // self.row_height if offset is not None else self._source.count
        if index < self._source.count:
            self.cursor = index
            if event.chain == 2:
                self.action_open()


def fit(text: str, width: int) -> str:
    """`text` made safe and cut or filled to exactly `width` cells; what is cut ends with an ellipsis."""
    shown = safe_line(text[: width * 8])  # no title makes more than so many characters of so few cells
    if shown.isascii() and width > 0:  # a cell each
        return shown.ljust(width) if len(shown) <= width else f"{shown[: width - 1]}…"
    if cell_len(shown) > width > 0:
        shown = f"{set_cell_size(shown, width - 1)}…"
    return set_cell_size(shown, max(0, width))
