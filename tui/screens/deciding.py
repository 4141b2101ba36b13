"""A list of what waits for a decision, taken one after the other; the last can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.signal import Signal
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.actions import shared
from tui.display import safe_line
from tui.matching import plain
from tui.screens.form import Dialog
from tui.widgets.fields import TextField
from tui.widgets.rows import ListSource, Rows

T = TypeVar("T")

Answer = Callable[[], None]
Kept = Callable[[str], None]
Ask = Callable[[Kept, Answer], None]
"""ask(kept, failed) has a decision kept, and calls `kept` with the uid of what that made, or `failed`."""

Undo = Callable[[str, Answer, Answer], None]
"""undo(made, undone, failed) takes back the decision that made that, and calls one of the two."""


@dataclass(frozen=True, slots=True)
class Decided(Generic[T]):
    """A decision taken here: on what, where that stood in the list, and the uid of what the decision made."""

    item: T
    index: int
    made: str


class Deciding(Dialog[T], Generic[T]):
    """Shows what waits, and more of the one under the cursor. Dismisses with the one to open, or None.

    What waits is read again where another program changed the collection, and where a decision could not be kept.

    Typing in the filter narrows the list. Who extends it yields a `Rows` after what is its content, and does
    `show_more`, `key` and `told`.

    Args:
        load: Reads all that wait, in a thread.
        undo: Takes a decision back.
        changed: Published when something was kept, with True where another program did it.
    """

    DEFAULT_CSS = """
    Deciding #filter { width: 100%; display: none; }
    Deciding #filter.-open { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("search", "filter"),
        shared("filter"),
        shared("undo"),
        shared("back", "cancel"),
    ]
    NOTHING: ClassVar[str] = ""
    """What is said when nothing waits."""
    MOST: ClassVar[int | None] = None
    """How many are read at most, where that is bounded."""
    READS_AGAIN: ClassVar[bool] = False
    """Whether a decision may settle others that wait."""

    def __init__(self, load: Callable[[], Sequence[T]], undo: Undo, changed: Signal[bool] | None = None) -> None:
        super().__init__()
        self._load = load
        self._waiting: list[T] = []
        self._found = 0
        self._undo = undo
        self._changed = changed
        self._decided: list[Decided[T]] = []
        self._gone: set[Hashable] = set()
        """The keys of what was decided here, or is being decided."""
        self._asked = 0
        self._undo_next = False

    def content(self) -> ComposeResult:
        """The filter, which takes room once it is asked for."""
        yield TextField("filter", placeholder="filter: words of it", id="filter")

    @staticmethod
    def key(item: T) -> Hashable:
        """What tells one that waits from another."""
        raise NotImplementedError

    @staticmethod
    def told(item: T) -> str:
        """What the filter finds one by."""
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
        if self._changed is not None:
            self._changed.subscribe(self, lambda elsewhere: self._read() if elsewhere or self.READS_AGAIN else None)
        self._read()

    @work(thread=True, exclusive=True, group="waiting", exit_on_error=False)
    def _read(self) -> None:
        worker = get_current_worker()
        found = self._load()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, found)

    def _take(self, found: Sequence[T]) -> None:
        """Show what was read, without what was decided here while it was."""
        self._found = len(found)
        self._waiting = [item for item in found if self.key(item) not in self._gone]
        self._show()

    def _show(self) -> None:
        words = plain(self.query_one("#filter", TextField).value).split()
        shown = [item for item in self._waiting if all(word in plain(self.told(item)) for word in words)]
        self.list.empty = "Nothing here has these words." if self._waiting else self.NOTHING
        self.list.show(ListSource[T](shown, self.key))
        count = f"{len(shown):,} of {len(self._waiting):,}" if words else f"{len(shown):,}"
        more = ", and more" if self.MOST is not None and self._found >= self.MOST else ""
        self.query_one("#box").border_title = f"{self.HEADING}: {count}{more}"
        self.show_more(self.list.row)

    # The filter

    def action_filter(self) -> None:
        """Type words to narrow the list by."""
        self.query_one("#filter").add_class("-open").focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show()

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self._to_list()

    def key_down(self) -> None:
        """From the filter into the list."""
        if self.query_one("#filter").has_focus:
            self._to_list()

    def _to_list(self) -> None:
        """Give the keys back to the list; an empty filter takes no room."""
        field = self.query_one("#filter", TextField)
        field.set_class(bool(field.value), "-open")
        self.list.focus()

    def action_cancel(self) -> None:
        """Empty the filter first, then leave."""
        field = self.query_one("#filter", TextField)
        if field.has_class("-open"):
            field.value = ""
            self._to_list()
        elif not self.list.has_focus:
            self.list.focus()
        else:
            self.dismiss(None)

    # What is decided

    @on(Rows.Moved)
    def _moved(self) -> None:
        self.show_more(self.list.row)

    def decide(self, item: T, ask: Ask) -> bool:
        """Ask for a decision on what waits, and go on to the next; it comes back where the decision failed.

        False where nothing was asked: it is decided already, or one is to be taken back first. Once the list was left,
        the decision is kept without it.
        """
        key = self.key(item)
        if key in self._gone or self._undo_next:
            return False
        if not self.is_attached:
            ask(lambda _: None, lambda: None)
            return True
        index = next((at for at, one in enumerate(self._waiting) if self.key(one) == key), 0)
        self._asked += 1
        self._gone.add(key)
        self._waiting = [one for one in self._waiting if self.key(one) != key]
        self._show()

        def kept(made: str) -> None:
            self._decided.append(Decided(item, index, made))
            self._answered()

        def failed() -> None:
            self._put_back(index, item)
            if self.is_attached:
                self._read()
            self._answered()

        ask(kept, failed)
        return True

    def notify(self, message: str, **how: Any) -> None:
        """Show a short message in the frame, where it hides nothing, until there is another; warnings as ever."""
        if self.is_mounted and how.get("severity", "information") == "information":
            self.query_one("#box").border_subtitle = Content(safe_line(message))
        else:
            super().notify(message, **how)

    def _answered(self) -> None:
        self._asked -= 1
        if not self._asked and self._undo_next:
            self._undo_next = False
            self.action_undo()

    def _put_back(self, index: int, item: T) -> None:
        self._gone.discard(self.key(item))
        self._waiting.insert(index, item)
        if self.is_attached:
            self._show()
            self.list.go_to(self.key(item))

    def action_undo(self) -> None:
        """Take the last decision made here back, once it is kept."""
        if self._asked:
            self._undo_next = True
        elif self._decided:
            last = self._decided.pop()
            self._undo(last.made, lambda: self._put_back(last.index, last.item), lambda: self._decided.append(last))

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the one under the cursor."""
        if self.list.row is not None:
            self.dismiss(self.list.row)
