"""The review queue: the suggestions of all articles, one after the other, each with its context."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.model import Suggestion
from store.suggestions import Context
from tui.describe import suggestion_line
from tui.display import safe, safe_line
from tui.screens.form import Dialog, Hint
from tui.widgets.rows import ListSource, Part, Rows, fit


def _key(suggestion: Suggestion) -> Hashable:
    return suggestion.uid


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the queue asks for: each takes a suggestion; `correct` shows its form and calls back once it is kept."""

    accept: Callable[[Suggestion], None]
    reject: Callable[[Suggestion], None]
    correct: Callable[[Suggestion, Callable[[], None]], None]
    undo: Callable[[], None]


class SuggestionRows(Rows[Suggestion]):
    """A line a suggestion: how sure, what it would be, who, and the words."""

    DEFAULT_CSS = "SuggestionRows { height: 1fr; min-height: 4; background: $surface; }"

    def parts(self, row: Suggestion, line: int, width: int) -> list[Part]:
        """Confidence, kind and owner in columns, then the words."""
        owner = min(24, width // 4)
        facts = f"{row.confidence:4.0%}  {row.kind[:6]:6}  {fit(row.owner or '—', owner)}  "
        return [(facts, ""), (fit(" ".join(row.exact.split()), width - len(facts)), "")]


class Review(Dialog[Suggestion]):
    """Shows each suggestion in its context and takes the decision. Dismisses with the one to open, or None.

    Args:
        suggestions: Those that wait, the most valuable first.
        context: Where a suggestion stands, and the words around it.
        decisions: What is done about them.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", show=False),
        Binding("x", "reject", show=False),
        Binding("e", "correct", show=False),
        Binding("u", "undo", show=False),
        Binding("q", "cancel", show=False),
    ]
    HEADING = "Review"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a", "accept", "accept"),
        ("x", "reject", "reject"),
        ("e", "correct", "correct"),
        ("j", "later", ""),
        ("u", "undo", "undo"),
        ("enter", "open", "open"),
        ("esc ^g", "back", "cancel"),
    )

    def __init__(
        self, suggestions: Sequence[Suggestion], context: Callable[[Suggestion], Context], decisions: Decisions
    ) -> None:
        super().__init__()
        self._waiting = list(suggestions)
        self._surroundings = context
        self._decisions = decisions
        self._decided: list[tuple[int, Suggestion]] = []

    def content(self) -> ComposeResult:
        """The list, and below it the suggestion in its context."""
        yield SuggestionRows()
        with VerticalScroll(id="context", can_focus=False):
            yield Static(id="place", markup=False)
            yield Static(id="passage", markup=False)
            yield Static(id="why", markup=False)

    @property
    def list(self) -> SuggestionRows:
        """The list."""
        return self.query_one(SuggestionRows)

    def on_mount(self) -> None:
        """Show the first."""
        self.list.empty = "No suggestion waits for a decision."
        self._show()
        self.list.focus()

    def _show(self) -> None:
        self.list.show(ListSource[Suggestion](tuple(self._waiting), _key))
        self.query_one("#box").border_title = f"{self.HEADING}: {len(self._waiting):,}"
        self._show_context()

    @on(Rows.Moved)
    def _show_context(self) -> None:
        suggestion = self.list.row
        self.query_one("#context").display = suggestion is not None
        if suggestion is None:
            return
        context = self._surroundings(suggestion)
        words = Content.assemble(safe(context.before), (safe(context.words), "bold underline"), safe(context.after))
        self.query_one("#place", Static).update(Content(safe_line(context.place)))
        self.query_one("#passage", Static).update(words)
        self.query_one("#why", Static).update(Content(suggestion_line(suggestion)))

    def action_accept(self) -> None:
        """Put the suggestion on record and go on to the next."""
        self._settle(self._decisions.accept)

    def action_reject(self) -> None:
        """Take the suggestion away and go on to the next."""
        self._settle(self._decisions.reject)

    def _settle(self, decide: Callable[[Suggestion], None]) -> None:
        if self.list.row is not None:
            decide(self.list.row)
            self._take_out(self.list.row)

    def action_correct(self) -> None:
        """Correct the suggestion and put it on record."""
        suggestion = self.list.row
        if suggestion is not None:
            self._decisions.correct(suggestion, lambda: self._take_out(suggestion))

    def _take_out(self, suggestion: Suggestion) -> None:
        index = self._waiting.index(suggestion)
        self._decided.append((index, self._waiting.pop(index)))
        self._show()

    def action_undo(self) -> None:
        """Take the last decision made here back."""
        if self._decided:
            index, suggestion = self._decided.pop()
            self._decisions.undo()
            self._waiting.insert(index, suggestion)
            self._show()
            self.list.go_to(_key(suggestion))

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the suggestion."""
        if self.list.row is not None:
            self.dismiss(self.list.row)
