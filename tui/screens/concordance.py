"""The concordance: every place where words stand in the collection, a line each, the words one below the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import PurePath
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from store.citation import show_date
from store.concordance import MOST, Line, by_left, by_right
from store.model import RecordKind
from tui.actions import shared
from tui.display import safe_line
from tui.screens.form import Dialog, Hint
from tui.widgets.fields import TextField
from tui.widgets.rows import ListSource, Part, Rows, fit

ABOUT = 30
"""Cells for date and outlet, on a screen of `WIDE` cells or more."""
WIDE = 120

Find = Callable[[str, Callable[[], bool]], Iterable[Sequence[Line]]]
"""find(typed, cancelled) -> lines in batches; called in a thread."""

ORDERS: dict[str, Callable[[Line], list[str]] | None] = {
    "last added first": None,
    "by what stands before": by_left,
    "by what follows": by_right,
}


def key_of(line: Line) -> Hashable:
    """What tells one line from another."""
    return line.uid, line.start


class ConcordanceRows(Rows[Line]):
    """The lines, their hits in one column; marked ones have a sign. On a wide screen date and outlet stand before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--hit", "line--aside", "line--mark"}
    DEFAULT_CSS = """
    ConcordanceRows { height: 1fr; background: $surface; }
    ConcordanceRows > .line--hit { color: $text-accent; text-style: bold underline; }
    ConcordanceRows > .line--aside { color: $foreground-muted; }
    ConcordanceRows > .line--mark { color: $text-warning; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[Hashable] = set()

    def parts(self, row: Line, line: int, width: int) -> list[Part]:
        """Mark, date and outlet, the words before, the hit, the words after."""
        about = ABOUT if width >= WIDE else 0
        room = width - 2 - about
        left = room * 2 // 5
        hit = safe_line(row.hit)
        aside = f"{show_date(row.published) or 'no date':10}  {row.outlet}"
        return [
            ("● " if key_of(row) in self.marked else "  ", "line--mark"),
            (fit(aside, about - 2) + "  " if about else "", "line--aside"),
            (fit_end(row.left, left), ""),
            (fit(hit, min(cell_len(hit), room - left)), "line--hit"),
            (fit(row.right, max(0, room - left - cell_len(hit))), ""),
        ]


def fit_end(text: str, width: int) -> str:
    """The end of `text`, made safe, in exactly `width` cells, blanks before it; nothing in less than one."""
    shown = safe_line(text)[-width:] if width else ""
    while shown and cell_len(shown) > width:
        shown = shown[1:]
    return " " * (width - cell_len(shown)) + shown


class Concordance(Dialog[Line]):
    """Shows the lines of what is typed. Dismisses with the line to open, or None.

    Args:
        typed: What to begin with; with nothing, the field waits for words.
        find: Finds the lines.
        tag: Asks for what is needed and puts lines on record as a kind; calls back once they are.
        undo: Takes the last change back.
        redo: Does it again.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "concordance.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("search", "type"),
        shared("sort"),
        shared("mark"),
        shared("mark_all"),
        shared("quote", "tag('quote')"),
        shared("speaker", "tag('mention')"),
        shared("note", "tag('note')"),
        shared("undo"),
        shared("redo"),
        shared("back", "cancel"),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "open", "open"),
        ("S", "sort", "sort"),
        ("space", "mark", "mark"),
        ("^a", "all", "mark_all"),
        ("1 2 t", "tag marked", ""),
        ("/", "words", "type"),
        ("esc", "back", "cancel"),
    )

    def __init__(
        self,
        typed: str,
        find: Find,
        tag: Callable[[RecordKind, Sequence[Line], Callable[[], None]], None],
        undo: Callable[[], None],
        redo: Callable[[], None],
    ) -> None:
        super().__init__()
        self._typed = typed
        self._find = find
        self._tag = tag
        self._undo = undo
        self._redo = redo
        self._lines: Sequence[Line] = ()
        self._found_for = self._shown_for = ""
        """The words that the lines were found for, and those whose lines are shown."""
        self._order = next(iter(ORDERS))
        self._searching = bool(typed)

    def content(self) -> ComposeResult:
        """The words, the lines, and what the line under the cursor is from."""
        yield TextField("words", self._typed, 'words or a "phrase"', id="typed", select=False)
        yield ConcordanceRows()
        yield Static(id="from", markup=False)

    @property
    def list(self) -> ConcordanceRows:
        """The lines."""
        return self.query_one(ConcordanceRows)

    def on_mount(self) -> None:
        """Search for what it began with, or wait for words."""
        self._show()
        (self.list if self._typed else self.query_one("#typed")).focus()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self.list.marked.clear()
        self._searching = True
        self._load(event.value)

    @work(thread=True, exclusive=True, group="concordance", exit_on_error=False)
    def _load(self, typed: str) -> None:
        worker = get_current_worker()
        lines: list[Line] = []
        shown = 0
        for batch in self._find(typed, lambda: bool(worker.is_cancelled)):
            lines = [*lines, *batch]
            if worker.is_cancelled:
                return
            if len(lines) >= 2 * shown:  # to sort all of them at each batch would take longer than to find them
                shown = len(lines)
                self.app.call_from_thread(self._take, typed, lines, searching=True)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, typed, lines, searching=False)

    def _take(self, typed: str, lines: Sequence[Line], *, searching: bool) -> None:
        self._found_for, self._lines, self._searching = typed, lines, searching
        self._show()

    def _show(self) -> None:
        typed = self.query_one("#typed", TextField).value.strip()
        found = "One moment …" if self._searching else "These words stand nowhere."
        self.list.empty = found if typed else "Type a word or a phrase."
        self._show_title()
        self._sort()

    @work(thread=True, exclusive=True, group="sorting", exit_on_error=False)
    def _sort(self) -> None:
        """Bring the lines into their order, off the screen's thread."""
        worker, order = get_current_worker(), ORDERS[self._order]
        lines = sorted(self._lines, key=order) if order else self._lines
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_lines, lines)

    def _show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines in this order; the cursor stays on its line, and begins at the top where the words are new."""
        self.list.show(ListSource[Line](lines, key_of), follow=self._found_for == self._shown_for)
        self._shown_for = self._found_for

    def _show_title(self) -> None:
        count = f"{len(self._lines):,}" + ("+" if len(self._lines) == MOST else "")
        marked = f" · {len(self.list.marked):,} marked" if self.list.marked else ""
        self.query_one("#box").border_title = Content(f"Concordance: {count} · {self._order}{marked}")

    @on(Rows.Moved)
    def _show_from(self) -> None:
        line = self.list.row
        about = (show_date(line.published) or "no date", line.outlet, line.title) if line else ()
        self.query_one("#from", Static).update(Content(safe_line(" · ".join(filter(None, about)))))

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.list.focus()

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the line under the cursor."""
        if self.list.row is not None:
            self.dismiss(self.list.row)

    def action_type(self) -> None:
        """Type other words."""
        self.query_one("#typed").focus()

    def key_down(self) -> None:
        """From the field into the list."""
        if not self.list.has_focus:
            self.list.focus()

    def action_sort(self) -> None:
        """Sort by the next order: the last added first, by the words before the hit, by those after it."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._show()

    def action_mark(self) -> None:
        """Mark the line, or take its mark away, and go on to the next."""
        if self.list.row is not None:
            self.list.marked ^= {key_of(self.list.row)}
            self._show_marks()
            self.list.action_down()

    def action_mark_all(self) -> None:
        """Mark all lines; when all are marked, none."""
        every = {key_of(line) for line in self._lines}
        self.list.marked = set() if self.list.marked == every else every
        self._show_marks()

    def _show_marks(self) -> None:
        self.list.forget()
        self._show_title()

    def action_tag(self, kind: RecordKind) -> None:
        """Put the marked lines on record, or the one under the cursor where none is marked."""
        marked = [line for line in self._lines if key_of(line) in self.list.marked]
        lines = marked or ([self.list.row] if self.list.row is not None else [])
        if lines:
            self._tag(kind, lines, self._tagged)

    def action_undo(self) -> None:
        """Take the last change back, such as a tagging of lines."""
        self._undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._redo()

    def _tagged(self) -> None:
        if self.is_attached:  # else it was left before they were on record
            self.list.marked = set()
            self._show_marks()

    def action_cancel(self) -> None:
        """From the field back to the lines, then let go of the marks, then leave."""
        if self.query_one("#typed").has_focus and self._lines:
            self.list.focus()
        elif self.list.marked:
            self._tagged()
        else:
            self.dismiss(None)
