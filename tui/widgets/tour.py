"""The first-run lesson: one line that names the next key, and goes on once it has done its work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

LOOK = 0.2
"""Seconds between two looks whether a step is done."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try: what is said of it, in which `[key]` stands for a key, and whether it has been done."""

    words: str
    done: Callable[[], bool]


class Tour(Static):
    """Says what to press next, step by step. A click, or the end, takes it away."""

    DEFAULT_CSS = """
    Tour { height: auto; padding: 0 1; background: $primary 30%; color: $text; }
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self._steps = steps
        self._at = 0

    def on_mount(self) -> None:
        """Begin."""
        self._say()
        self.set_interval(LOOK, self._look)

    def on_click(self) -> None:
        """Go away."""
        self.remove()

    def _look(self) -> None:
        if self._at < len(self._steps) and self._steps[self._at].done():
            self._at += 1
            self._say()

    def _say(self) -> None:
        if self._at == len(self._steps):
            self.remove()
            return
        parts: list[str | tuple[str, str]] = [(f"{self._at + 1} of {len(self._steps)}  ", "dim")]
        for number, part in enumerate(self._steps[self._at].words.replace("]", "[").split("[")):
            parts.append((part, "bold reverse") if number % 2 else part)
        self.update(Content.assemble(*parts))
