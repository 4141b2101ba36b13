"""The review queue: the suggestions of all articles, one after the other, each with its context."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.signal import Signal
from textual.widgets import Static

from store.errors import OnRecordError
from store.model import Suggestion
from store.suggestions import QUEUE, Context
from tui.actions import shared
from tui.describe import suggestion_parts, undertaking
from tui.display import safe, safe_line
from tui.screens.deciding import Answer, Ask, Deciding, Kept, Undo
from tui.screens.form import Hint
from tui.widgets.rows import Part, Rows, fit


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the queue asks for: `accept` and `reject` keep a decision on a suggestion and call back.

    `correct` shows the form of a suggestion, and hands on what keeps the decision once that is saved; it is told
    whether that was asked for.
    """

    accept: Callable[[Suggestion, Kept, Answer], None]
    reject: Callable[[Suggestion, Kept, Answer], None]
    correct: Callable[[Suggestion, Callable[[Ask], bool]], None]
    undo: Undo


class SuggestionRows(Rows[Suggestion]):
    """A line a suggestion: how sure, what it would be, who, and the words."""

    DEFAULT_CSS = "SuggestionRows { height: 2fr; min-height: 4; background: $surface; }"

    def parts(self, row: Suggestion, line: int, width: int) -> list[Part]:
        """Confidence, kind and owner in columns, then the words."""
        owner = min(24, width // 4)
        facts = f"{row.confidence:4.0%}  {row.kind[:6]:6}  {fit(row.owner or '—', owner)}  "
        return [(facts, ""), (fit(" ".join(row.exact.split()), width - len(facts)), "")]


class Review(Deciding[Suggestion]):
    """Shows each suggestion in its context and takes the decision. Dismisses with the one to open, or None.

    Args:
        load: Reads those that wait, the most valuable first, in a thread.
        context: Where a suggestion stands, and the words around it; raises OnRecordError where that is gone.
        decisions: What is done about them.
        changed: Published when something was kept, with True where another program did it.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("accept"),
        shared("reject"),
        shared("edit", "correct"),
    ]
    HEADING = "Review, likeliest and fullest first"
    MOST = QUEUE
    NOTHING = "No suggestion waits for a decision."
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a", "accept", "accept"),
        ("x", "reject", "reject"),
        ("e", "correct", "correct"),
        ("j", "later", ""),
        ("u", "undo", "undo"),
        ("enter", "open", "open"),
        ("esc", "back", "cancel"),
    )

    def __init__(
        self,
        load: Callable[[], Sequence[Suggestion]],
        context: Callable[[Suggestion], Context],
        decisions: Decisions,
        changed: Signal[bool],
    ) -> None:
        super().__init__(load, decisions.undo, changed)
        self._surroundings = context
        self._decisions = decisions

    def content(self) -> ComposeResult:
        """The list, and below it the suggestion in its context, then what it would say and why."""
        yield SuggestionRows()
        with Vertical(id="context"):
            yield Static(id="place", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(id="passage", markup=False)
            yield Static(id="why", markup=False)

    @staticmethod
    def key(item: Suggestion) -> Hashable:
        """The suggestion's uid."""
        return item.uid

    def show_more(self, item: Suggestion | None) -> None:
        """Show the suggestion in its context."""
        self.query_one("#context").display = item is not None
        if item is None:
            return
        try:
            context = self._surroundings(item)
        except OnRecordError as error:
            context = Context(str(error), "", item.exact, "")
        words = Content.assemble(safe(context.before), (safe(context.words), "bold underline"), safe(context.after))
        self.query_one("#place", Static).update(Content(safe_line(context.place)))
        self.query_one("#passage", Static).update(words)
        said = suggestion_parts(item, undertaking(item))
        self.query_one("#why", Static).update(Content(safe_line(" · ".join(said))))

    def action_accept(self) -> None:
        """Put the suggestion on record and go on to the next."""
        self._settle(self._decisions.accept)

    def action_reject(self) -> None:
        """Take the suggestion away and go on to the next."""
        self._settle(self._decisions.reject)

    def _settle(self, decide: Callable[[Suggestion, Kept, Answer], None]) -> None:
        suggestion = self.list.row
        if suggestion is not None:
            self.decide(suggestion, partial(decide, suggestion))

    def action_correct(self) -> None:
        """Correct the suggestion and put it on record."""
        suggestion = self.list.row
        if suggestion is not None:
            self._decisions.correct(suggestion, partial(self.decide, suggestion))
