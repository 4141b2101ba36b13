"""A list of what waits for a decision, taken one after the other; the last can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType

from tui.screens.form import Dialog
from tui.widgets.rows import ListSource, Rows

T = TypeVar("T")


class Deciding(Dialog[T], Generic[T]):
    """Shows what waits, and more of the one under the cursor. Dismisses with the one to open, or None.

    Who extends it yields a `Rows` among its content, and does `show_more` and `key`.

    Args:
        load: Reads all that wait, in a thread.
        undo: Takes the last decision back in the store.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("q", "cancel", show=False),
    ]
    NOTHING: ClassVar[str] = ""
    """What is said when nothing waits."""

    def __init__(self, load: Callable[[], Sequence[T]], undo: Callable[[], None]) -> None:
        super().__init__()
        self._load = load
        self._waiting: list[T] = []
        self._undo = undo
        self._decided: list[tuple[int, T]] = []

    @staticmethod
    def key(item: T) -> Hashable:
        """What tells one that waits from another."""
        raise NotImplementedError

    def show_more(self, item: T | None) -> None:
        """Show more of the one under the cursor, None where nothing waits."""
        raise NotImplementedError

    @property
    def list(self) -> Rows[T]:
        """The list."""
        return self.query_one(Rows)

    def on_mount(self) -> None:
        """Show the first as soon as they are read; the keys go to the list at once."""
        self.show_more(None)
        self.list.focus()
        self._read()

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        self._waiting = [*self._load()]
        self.app.call_from_thread(self._show)

    def _show(self) -> None:
        self.list.empty = self.NOTHING
        self.list.show(ListSource[T](tuple(self._waiting), self.key))
        self.query_one("#box").border_title = f"{self.HEADING}: {len(self._waiting):,}"
        self.show_more(self.list.row)

    @on(Rows.Moved)
    def _moved(self) -> None:
        self.show_more(self.list.row)

    def take_out(self, item: T) -> None:
        """It is decided: go on to the next."""
        index = self._waiting.index(item)
        self._decided.append((index, self._waiting.pop(index)))
        self._show()

    def action_undo(self) -> None:
        """Take the last decision made here back."""
        if self._decided:
            index, item = self._decided.pop()
            self._undo()
            self._waiting.insert(index, item)
            self._show()
            self.list.go_to(self.key(item))

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the one under the cursor."""
        if self.list.row is not None:
            self.dismiss(self.list.row)
