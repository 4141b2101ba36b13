"""The dialog of marks: a letter goes to its place, or marks this one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.model import Mark
from tui.screens.form import Dialog, Hint
from tui.widgets.rows import ListSource, Part, Rows, fit

BACK = "'"
"""Stands for the place that the last jump left."""


class MarkRows(Rows[Mark], can_focus=False):
    """A line a mark: its letter, its article, the words at the place."""

    DEFAULT_CSS = "MarkRows { height: auto; min-height: 2; max-height: 16; background: $surface; }"

    def parts(self, row: Mark, line: int, width: int) -> list[Part]:
        """Letter, title, words."""
        title = min(40, width // 2)
        about = f"{row.letter} {fit(row.title, title)}  "
        return [(about, ""), (fit(row.words, width - title - 4), "rows--empty")]


class Marks(Dialog[str]):
    """Shows all marks and takes a letter. Dismisses with it, with BACK for the place before, or None.

    Args:
        found: The marks.
        remove: Takes a mark away, by its letter.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = "form.tcss"
    HEADING = "Marks"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('down')", show=False),
        Binding("up", "move('up')", show=False),
        Binding("enter", "take", show=False),
        Binding("delete,backspace", "remove", show=False),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a–z 0–9", "go there, or mark here", ""),
        ("'", "back", f'take("{BACK}")'),
        ("delete", "remove", "remove"),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(self, found: Sequence[Mark], remove: Callable[[str], None]) -> None:
        super().__init__()
        self._found = found
        self._remove = remove

    def content(self) -> ComposeResult:
        """The marks."""
        rows = MarkRows()
        rows.empty = "No marks yet: a letter marks the place under the cursor."
        yield rows

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def _show(self) -> None:
        source: ListSource[Mark] = ListSource(self._found, lambda mark: mark.letter)
        self.query_one(MarkRows).show(source)

    def on_key(self, event: events.Key) -> None:
        """Take a letter or digit of any script."""
        if event.character and (event.character.isalnum() or event.character == BACK):
            event.stop()
            event.prevent_default()
            self.dismiss(event.character)

    def action_move(self, way: str) -> None:
        """Move the cursor."""
        getattr(self.query_one(MarkRows), f"action_{way}")()

    @on(Rows.Chosen)
    def action_take(self, letter: str = "") -> None:
        """Take the letter under the cursor."""
        mark = self.query_one(MarkRows).row
        if taken := letter or (mark.letter if mark else ""):
            self.dismiss(taken)

    def action_remove(self) -> None:
        """Take the mark under the cursor away."""
        mark = self.query_one(MarkRows).row
        if mark is not None:
            self._remove(mark.letter)
            self._found = [one for one in self._found if one != mark]
            self._show()
