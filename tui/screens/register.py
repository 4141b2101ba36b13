"""A register: all quotes, speakers or commitments of the collection in one list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.display import safe_line
from tui.matching import plain
from tui.screens.form import Dialog, Hint
from tui.widgets.fields import TextField
from tui.widgets.rows import ListSource, Part, Rows, fit

ONE_LINE = 110
"""From so many cells on a row is one line under a line of headings; below, it is two lines."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its width in cells; the one of width 0 takes what is left, and the first line."""

    heading: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One entry: its record's or speaker's uid, and a cell a column."""

    uid: str
    cells: tuple[str, ...]


def uid_of(row: RegisterRow) -> Hashable:
    """What tells one entry from another."""
    return row.uid


class RegisterRows(Rows[RegisterRow]):
    """The entries; on a narrow screen the main cell on one line and the others on the next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"register--detail"}
    DEFAULT_CSS = """
    RegisterRows { height: 1fr; background: $surface; }
    RegisterRows > .register--detail { color: $foreground-muted; text-style: italic; }
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._main = next(index for index, column in enumerate(columns) if not column.width)

    def height_at(self, width: int) -> int:
        """One line where the columns find room."""
        return 1 if width >= ONE_LINE else 2

    def headings(self, width: int) -> str:
        """The line of headings, where rows are one line."""
        return "  " + self._in_columns([column.heading for column in self._columns], width - 2)

    def parts(self, row: RegisterRow, line: int, width: int) -> list[Part]:
        """The cells side by side, or the main cell above the others."""
        if self.height_at(width + 2) == 1:
            return [(self._in_columns(row.cells, width), "")]
        if line == 0:
            return [(fit(row.cells[self._main], width), "")]
        others = (cell for index, cell in enumerate(row.cells) if index != self._main and cell)
        return [(fit("  " + " · ".join(others), width), "register--detail")]

    def _in_columns(self, cells: Sequence[str], width: int) -> str:
        left = width - sum(column.width + 2 for column in self._columns if column.width)
        return "  ".join(fit(cell, column.width or left) for cell, column in zip(cells, self._columns, strict=True))


class Register(Dialog[str]):
    """Lists entries; typing in the filter narrows them. Dismisses with the uid of the entry to open, or None.

    Args:
        heading: "Quotes", "Speakers" or "Commitments".
        columns: The columns, one of them of width 0.
        load: Reads the entries, in a thread.
        edit: Opens the form of an entry on top; `reload` shows what came of it.
        empty: What is said when there are no entries.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "register.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,f,ctrl+f", "filter", show=False),
        Binding("e", "edit", show=False),
        Binding("q", "cancel", show=False),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "open", "open"),
        ("e", "edit", "edit"),
        ("/", "filter", "filter"),
        ("j k", "move", ""),
        ("esc ^g", "back", "cancel"),
    )

    def __init__(
        self,
        heading: str,
        columns: Sequence[Column],
        load: Callable[[], Sequence[RegisterRow]],
        edit: Callable[[str], None],
        empty: str = "",
    ) -> None:
        super().__init__()
        self._heading = heading
        self._columns = columns
        self._all: Sequence[RegisterRow] = ()
        self._load = load
        self._edit = edit
        self._empty = empty

    def content(self) -> ComposeResult:
        """The filter, the headings and the list."""
        yield TextField("filter", placeholder="filter: words in any column", id="filter")
        yield Static(id="headings", markup=False)
        yield RegisterRows(self._columns)

    @property
    def list(self) -> RegisterRows:
        """The list."""
        return self.query_one(RegisterRows)

    def on_mount(self) -> None:
        """Show all entries as soon as they are read; the keys go to the list at once."""
        self.query_one("#box").border_title = Content(safe_line(self._heading))
        self.list.focus()
        self.reload()

    def on_resize(self) -> None:
        """Show headings where there is room for columns."""
        self.call_after_refresh(self._show_headings)

    def _show_headings(self) -> None:
        size: Size = self.list.scrollable_content_region.size
        headings = self.query_one("#headings", Static)
        headings.display = size.width >= ONE_LINE
        headings.update(Content(safe_line(self.list.headings(size.width))))

    @work(thread=True, exclusive=True, group="rows", exit_on_error=False)
    def reload(self) -> None:
        """Read the entries again and show them, under the same filter, the cursor on the same one."""
        self._all = self._load()
        self.app.call_from_thread(self._narrow_again)

    def _narrow_again(self) -> None:
        self._narrow(self.query_one("#filter", TextField).value)

    def _show(self, rows: Sequence[RegisterRow]) -> None:
        self.list.empty = "Nothing here has these words." if self._all else self._empty
        self.list.show(ListSource[RegisterRow](rows, uid_of))
        of_all = f" of {len(self._all):,}" if len(rows) != len(self._all) else ""
        self.query_one("#box").border_title = Content(safe_line(f"{self._heading}: {len(rows):,}{of_all}"))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    @work(thread=True, exclusive=True, group="rows", exit_on_error=False)
    def _narrow(self, typed: str) -> None:
        worker = get_current_worker()
        words = plain(typed).split()
        rows: list[RegisterRow] = []
        for row in self._all:
            if worker.is_cancelled:
                return
            text = plain("\n".join(row.cells)) if words else ""
            if all(word in text for word in words):
                rows.append(row)
        self.app.call_from_thread(self._show, rows)

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self.list.focus()

    def key_down(self) -> None:
        """From the filter into the list."""
        if not self.list.has_focus:
            self.list.focus()

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the entry under the cursor."""
        if self.list.row is not None:
            self.dismiss(self.list.row.uid)

    def action_edit(self) -> None:
        """Edit the entry under the cursor."""
        if self.list.row is not None:
            self._edit(self.list.row.uid)

    def action_filter(self) -> None:
        """Type words to narrow the list by."""
        self.query_one("#filter").focus()

    def action_cancel(self) -> None:
        """Empty the filter first, then leave."""
        field = self.query_one("#filter", TextField)
        if field.value:
            field.value = ""
            self.list.focus()
        elif field.has_focus:
            self.list.focus()
        else:
            self.dismiss(None)
