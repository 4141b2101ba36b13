"""Help, and the palette: what works here and now, what is against the rest, what signs mean; enter does an action."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from tui.available import Available, available, in_dialog
from tui.display import safe_line
from tui.keynames import show_key
from tui.legend import LEGEND, Sign
from tui.matching import fold
from tui.screens.form import Dialog, Hint
from tui.widgets.cells import wrapped
from tui.widgets.fields import TextField
from tui.widgets.rows import ListSource, Part, Rows, fit

KEYS = 20
"""Cells for an action's keys."""


class Entry(NamedTuple):
    """An action or a sign; its title and group; what it does or means; what is against it."""

    keys: tuple[str, ...]
    title: str
    group: str
    words: str
    against: str = ""
    action: Available | None = None


def _of_action(one: Available) -> Entry:
    keys = tuple(map(show_key, one.keys))
    return Entry(keys, one.action.title, one.action.group, one.action.help, one.why_not, one)


def _of_sign(one: Sign) -> Entry:
    return Entry((one.sign,), one.where, "Signs", one.means)


class Entries(Rows[Entry]):
    """Keys, title and group; below them what it does, or why it cannot be done, as many lines for each."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--keys", "help--title", "help--aside", "help--against"}
    DEFAULT_CSS = """
    Entries {
        height: 1fr;
        background: $surface;
        & > .help--keys { color: $accent; text-style: bold; }
        & > .help--title { text-style: bold; }
        & > .help--aside { color: $foreground-muted; }
        & > .help--against { color: $foreground-muted; text-style: italic; }
    }
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._heights: dict[int, int] = {}

    def height_at(self, width: int) -> int:
        """A line, and as many as the longest sentence takes."""
        if width not in self._heights:
            self._heights[width] = 1 + max(len(_sentence(one, width - 2)) for one in self._entries)
        return self._heights[width]

    def parts(self, row: Entry, line: int, width: int) -> list[Part]:
        """Keys, title and group; then the sentence, in lines."""
        if line:
            words = dict(enumerate(_sentence(row, width), 1)).get(line, "")
            indent = _indent(width)
            return [(" " * indent, ""), (fit(words, width - indent), "help--against" if row.against else "")]
        keys = (fit("  ".join(row.keys), KEYS), "help--keys" if not row.against else "help--aside")
        title = fit(row.title, width - KEYS - len(row.group))
        return [keys, (title, "help--aside" if row.against else "help--title"), (row.group, "help--aside")]


def _indent(width: int) -> int:
    """Cells before a sentence: those of the keys, where enough is left for the sentence."""
    return KEYS if width >= 3 * KEYS else 2


def _sentence(entry: Entry, width: int) -> list[str]:
    """What an entry says, in lines of so many cells with the indent."""
    words = safe_line(f"✗ {entry.against}" if entry.against else entry.words)
    return wrapped(words, width - _indent(width))


class Help(Dialog[None]):
    """All actions as they stand on a screen: those that work there, what signs mean, then the others.

    Of a dialog it tells the actions that it has.
    Words typed leave those that have them; enter does the action under the cursor on that screen.
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
        found = in_dialog(asked_on) if isinstance(asked_on, Dialog) else available(asked_on)
        actions = [_of_action(one) for one in found]
        working, others = ([one for one in actions if bool(one.against) is against] for against in (False, True))
        self._entries = [*working, *map(_of_sign, LEGEND), *others]

    def content(self) -> ComposeResult:
        """The words to find, and the entries."""
        yield TextField("words", placeholder="words or a key; “signs” explains the marks", id="words")
        rows = Entries(self._entries)
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
        by_key = [one for one in self._entries if words.strip() in one.keys]
        by_words = [one for one in self._entries if one not in by_key and _has(one, words)]
        source: ListSource[Entry] = ListSource([*by_key, *by_words], _key)
        self.query_one(Entries).show(source, follow=False)

    def action_move(self, way: str) -> None:
        """Move the cursor of the list; the words keep the focus."""
        getattr(self.query_one(Entries), f"action_{way}")()

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def action_do(self) -> None:
        """Close, and do the action under the cursor, if it can be done."""
        chosen = self.query_one(Entries).row
        if chosen is None or chosen.action is None:
            return
        self.dismiss(None)
        chosen.action.run(self.app)


def _key(one: Entry) -> tuple[str, ...]:
    return one.keys[:1] + one[1:4]


def _has(one: Entry, words: str) -> bool:
    said = fold(f"{one.title} {one.words} {one.group}")
    return bool(not words.strip() or fold(words)) and all(word in said for word in fold(words).split())
