"""A text field with a list of known words under it: type freely, or go down the list and take one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.display import safe_line
from tui.matching import Match, match
from tui.widgets.choices import Choices
from tui.widgets.fields import TextField


def lit(text: str, found: Match) -> Content:
    """The text, safe to show, with the characters that were hit underlined."""
    shown = Content(safe_line(text))
    for hit in found.hits:
        shown = shown.stylize("underline", hit, hit + 1)
    return shown


class PickField(Vertical):
    """Free text with suggestions. Typing or ↓ opens the list; enter and tab take its marked line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("tab", "leave(1)", show=False),
        Binding("shift+tab", "leave(-1)", show=False),
    ]
    DEFAULT_CSS = "PickField { height: auto; width: 1fr; }"

    def __init__(self, name: str, value: str = "", options: Iterable[str] = (), placeholder: str = "") -> None:
        super().__init__(name=name)
        self._input = TextField(name, value, placeholder)
        self._choices = Choices()
        self._choices.display = False
        self._options: tuple[str, ...] = tuple(options)
        self._found: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """The input with its list."""
        yield self._input
        yield self._choices

    def offer(self, options: Iterable[str], value: str | None = None) -> None:
        """Put other words into the list, and `value` into the field unless a person typed there."""
        self._options = tuple(options)
        if value is not None and not self.changed:
            self._input.initial = value
            self._put(value)

    def _put(self, text: str) -> None:
        with self._input.prevent(Input.Changed):
            self._input.value = text
        if self._input.has_focus:
            self._input.select_all()
        self._close()

    def _close(self) -> None:
        self._found = ()
        self._choices.show((), None)

    def _open(self, typed: str) -> None:
        found = [
            (hit, option) for option in self._options if (hit := match(typed, option)) and option != self._input.value
        ]
        found.sort(key=lambda pair: -pair[0].score)
        self._found = [option for _, option in found]
        self._choices.show([lit(option, hit) for hit, option in found], None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._input.has_focus:
            self._open(event.value)

    @on(Choices.Clicked)
    def _clicked(self, event: Choices.Clicked) -> None:
        event.stop()
        self._put(self._found[event.index])
        self._input.focus()

    def action_move(self, steps: int) -> None:
        """Move in the list; ↓ opens all of it, and where there is none goes to the next field."""
        if self._found:
            self._choices.move(steps)
            return
        if steps > 0:
            self._open("")
        if not self._found:
            self.action_leave(steps)

    def settle(self) -> None:
        """Take the marked line, if one is marked, and close the list."""
        marked = self._choices.marked
        self._put(self._found[marked] if marked is not None else self._input.value)

    def action_leave(self, steps: int) -> None:
        """Settle and go to the next field, or the one before."""
        self.settle()
        if steps > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def focus(self, scroll_visible: bool = True) -> PickField:
        """Put the cursor into the input."""
        self._input.focus(scroll_visible)
        return self

    def read(self) -> str:
        """The text, or the marked line."""
        marked = self._choices.marked
        return (self._found[marked] if marked is not None else self._input.value).strip()

    @property
    def changed(self) -> bool:
        """Whether a person changed the text."""
        return self._input.changed

    @property
    def remark(self) -> str:
        """Nothing, for plain text."""
        return ""
