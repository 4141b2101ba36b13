"""The line at the bottom of a screen that tells the most used keys, and which of them do something now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import MouseDown, MouseMove
from textual.geometry import Region
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class Hint(NamedTuple):
    """A key, as it is pressed and as it is shown, what it does in a word and in a sentence, and whether it does so."""

    key: str
    shown: str
    word: str
    sentence: str
    enabled: bool

    @property
    def width(self) -> int:
        """The cells that it takes, with a blank around the key and one after the word."""
        return cell_len(self.shown) + cell_len(self.word) + 3


class KeyBar(Widget):
    """Shows those bindings of its screen that ask to be shown, and presses a key that is clicked.

    Draws itself, and no more than what changed: Textual's Footer makes a widget of each key anew whenever one of them
    can or cannot be pressed, which takes longer than what most keys do.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--word", "key-bar--pointed", "key-bar--disabled"}
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        & > .key-bar--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        & > .key-bar--word { color: $footer-description-foreground; background: $footer-description-background; }
        & > .key-bar--pointed { color: $footer-key-foreground; background: $block-hover-background; }
        & > .key-bar--disabled { text-style: dim; }
    }
    """

    hints: reactive[tuple[Hint, ...]] = reactive((), repaint=False)
    """What may be shown, the most useful first; the last, which is help, is shown in any case."""
    pointed: reactive[Hint | None] = reactive(None, repaint=False)
    """What the mouse points at."""

    def on_mount(self) -> None:
        """Be told when other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and self.app.app_focus:
            self.hints = tuple(self._hints_of(screen))

    def _hints_of(self, screen: Screen[object]) -> Iterator[Hint]:
        """A hint for each action to be shown, with the first of its keys."""
        told = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in told:
                told.add(binding.action)
                shown = self.app.get_key_display(binding)
                yield Hint(binding.key, shown, binding.description, active.tooltip, active.enabled)

    # Where the hints are

    def _placed(self, hints: Sequence[Hint]) -> Iterator[tuple[int, Hint]]:
        """Those of the hints that have room, each with the cell where it begins."""
        *others, last = hints or (None,)
        if last is None:
            return
        at = 0
        for hint in others:
            if at + hint.width + last.width > self.size.width:
                break
            yield at, hint
            at += hint.width
        yield at, last

    def _hint_at(self, x: int) -> Hint | None:
        return next((hint for at, hint in self._placed(self.hints) if at <= x < at + hint.width), None)

    # Drawing

    def watch_hints(self, before: tuple[Hint, ...], after: tuple[Hint, ...]) -> None:
        """Draw what looks different."""
        self._refresh_hints(set(self._placed(before)) ^ set(self._placed(after)))

    def watch_pointed(self, before: Hint | None, after: Hint | None) -> None:
        """Draw what was pointed at and what is now."""
        self.tooltip = after.sentence if after else None
        self._refresh_hints({(at, hint) for at, hint in self._placed(self.hints) if hint in (before, after)})

    def _refresh_hints(self, placed: set[tuple[int, Hint]]) -> None:
        if placed:
            start = min(at for at, _ in placed)
            self.refresh(Region(start, 0, max(at + hint.width for at, hint in placed) - start, 1))

    def render_line(self, y: int) -> Strip:
        """The line."""
        segments = [segment for _, hint in self._placed(self.hints) for segment in self._drawn(hint)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _drawn(self, hint: Hint) -> Iterator[Segment]:
        ways = [name for name, way in (("pointed", hint == self.pointed), ("disabled", not hint.enabled)) if way]
        for name, words in (("key", f" {hint.shown} "), ("word", f"{hint.word} ")):
            style = self.rich_style
            for part in (name, *ways):
                style += self.get_component_rich_style(f"key-bar--{part}", partial=True)
            yield Segment(words, style)

    # The mouse

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what the mouse points at."""
        self.pointed = self._hint_at(event.x)

    def on_leave(self) -> None:
        """It points elsewhere."""
        self.pointed = None

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the key that is clicked."""
        hint = self._hint_at(event.x)
        if hint is not None:
            self.app.simulate_key(hint.key)
