"""A list of what waits for a decision, taken one after the other; the last can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.display import safe_line
from tui.screens.form import Dialog
from tui.widgets.rows import ListSource, Rows

T = TypeVar("T")

Answer = Callable[[], None]
Ask = Callable[[Answer, Answer], None]
"""ask(kept, failed) has a decision kept, and calls one of the two once it was, or could not be."""


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
        self._asked = 0
        self._undo_next = False

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
        self.list.empty = "One moment …"
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

    def decide(self, item: T, ask: Ask) -> None:
        """Ask for a decision on what waits, and go on to the next; it comes back where the decision failed."""
        if item not in self._waiting or self._undo_next or not self.is_attached:
            return
        index = self._waiting.index(item)
        self._asked += 1
        self._take_out(index)

        def kept() -> None:
            self._decided.append((index, item))
            self._answered()

        def failed() -> None:
            self._put_back(index, item)
            self._answered()

        ask(kept, failed)

    def notify(self, message: str, **how: Any) -> None:
        """Show a short message in the frame, where it hides nothing, until there is another; warnings as ever."""
        if how.get("severity", "information") == "information":
            self.query_one("#box").border_subtitle = Content(safe_line(message))
        else:
            super().notify(message, **how)

    def _answered(self) -> None:
        self._asked -= 1
        if not self._asked and self._undo_next:
            self._undo_next = False
            self.action_undo()

    def _take_out(self, index: int) -> None:
        del self._waiting[index]
        self._show()

    def _put_back(self, index: int, item: T) -> None:
        self._waiting.insert(index, item)
        if self.is_attached:
            self._show()
            self.list.go_to(self.key(item))

    def action_undo(self) -> None:
        """Take the last decision made here back, once it is kept."""
        if self._asked:
            self._undo_next = True
        elif self._decided:
            index, item = self._decided.pop()
            self._undo()
            self._put_back(index, item)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the one under the cursor."""
        if self.list.row is not None:
            self.dismiss(self.list.row)
