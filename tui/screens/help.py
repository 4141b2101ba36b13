"""Help, and the palette: what works here and now, with its keys, and what is against the rest; enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from tui.available import Available, available
from tui.keynames import show_key
from tui.matching import fold
from tui.screens.form import Dialog, Hint
from tui.widgets.rows import ListSource, Part, Rows, fit

KEYS = 20
"""Cells for an action's keys."""


class ActionRows(Rows[Available]):
    """Two lines an action: its keys, title and group; what it does, or why it cannot be done."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--keys", "help--title", "help--aside", "help--against"}
    DEFAULT_CSS = """
    ActionRows {
        height: 1fr;
        background: $surface;
        & > .help--keys { color: $accent; text-style: bold; }
        & > .help--title { text-style: bold; }
        & > .help--aside { color: $foreground-muted; }
        & > .help--against { color: $foreground-muted; text-style: italic; }
    }
    """

    def height_at(self, width: int) -> int:
        """Always two lines."""
        return 2

    def parts(self, row: Available, line: int, width: int) -> list[Part]:
        """Keys, title and group; then the sentence."""
        against = row.why_not
        if line == 1:
            words = f"✗ {against}" if against else row.action.help
            return [(" " * KEYS, ""), (fit(words, width - KEYS), "help--against" if against else "")]
        keys = (fit("  ".join(map(show_key, row.keys)), KEYS), "help--keys" if not against else "help--aside")
        group = row.action.group
        title = fit(row.action.title, width - KEYS - len(group))
        return [keys, (title, "help--aside" if against else "help--title"), (group, "help--aside")]


class Help(Dialog[None]):
    """All actions as they stand on a screen, those that work there first; words typed leave those that have them.

    enter does the action under the cursor on that screen.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["form.tcss", "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('down')", show=False),
        Binding("up", "move('up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("type", "to find", ""),
        ("↑ ↓", "move", ""),
        ("enter", "do it", "do"),
        ("esc", "close", "cancel"),
    )

    def __init__(self, asked_on: Screen[Any], heading: str = "What works here") -> None:
        super().__init__()
        self._heading = heading
        self._actions = sorted(available(asked_on), key=lambda one: bool(one.why_not))

    def content(self) -> ComposeResult:
        """The words to find, and the actions."""
        yield Input(placeholder="words or a key", id="words")
        rows = ActionRows()
        rows.can_focus = False
        rows.empty = "No action has these words."
        yield rows

    def on_mount(self) -> None:
        """Show them all."""
        self.query_one("#box").border_title = self._heading
        self._show("")

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, words: str) -> None:
        by_key = [one for one in self._actions if words.strip() in map(show_key, one.keys)]
        by_words = [one for one in self._actions if one not in by_key and _has(one, words)]
        source: ListSource[Available] = ListSource([*by_key, *by_words], _name)
        self.query_one(ActionRows).show(source, follow=False)

    def action_move(self, way: str) -> None:
        """Move the cursor of the list; the words keep the focus."""
        getattr(self.query_one(ActionRows), f"action_{way}")()

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def action_do(self) -> None:
        """Close, and do the action under the cursor, if it can be done."""
        chosen = self.query_one(ActionRows).row
        if chosen is None:
            return
        self.dismiss(None)
        chosen.run(self.app)


def _name(one: Available) -> str:
    return one.action.name


def _has(one: Available, words: str) -> bool:
    said = fold(f"{one.action.title} {one.action.help} {one.action.group}")
    return bool(not words.strip() or fold(words)) and all(word in said for word in fold(words).split())
