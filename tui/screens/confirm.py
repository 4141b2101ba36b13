"""A question that is answered with yes or no."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tui.display import safe, safe_line
from tui.screens.form import Dialog, keys_line


class Confirm(Dialog[bool]):
    """Asks a question; enter gives the marked answer, which is no at first. Dismisses with a bool."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "confirm.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n,q", "answer(False)", show=False),
        Binding("left,right,tab,shift+tab,h,l", "turn", show=False),
        Binding("enter", "take", show=False),
    ]

    yes = reactive(False)

    def __init__(self, question: str, explanation: str, yes: str, no: str) -> None:
        super().__init__()
        self._question = question
        self._explanation = explanation
        self._answers = {True: yes, False: no}

    def compose(self) -> ComposeResult:
        """The question, the explanation and the two answers with their keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(safe_line(self._question))
            yield Static(Content(safe(self._explanation)), id="explanation")
            yield Static(id="answers")

    def watch_yes(self) -> None:
        """Mark the other answer."""
        hints = [
            (
                f"{'▸ ' if self.yes is answer else '  '}{key}",
                safe_line(self._answers[answer]),
                f"answer({answer})",
            )
            for key, answer in (("y", True), ("n", False))
        ]
        self.query_one("#answers", Static).update(keys_line([*hints, ("enter", "takes ▸", "take")]))

    def action_turn(self) -> None:
        """Mark the other answer."""
        self.yes = not self.yes

    def action_take(self) -> None:
        """Give the marked answer."""
        self.dismiss(self.yes)

    def action_answer(self, answer: bool) -> None:
        """Give this answer."""
        self.dismiss(answer)

    def action_cancel(self) -> None:
        """Leaving is a no."""
        self.dismiss(False)
