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
from textual.events import Resize
from textual.signal import Signal
from textual.widgets import Static

from store.errors import OnRecordError
from store.model import Suggestion
from store.suggestions import QUEUE, Context
from tui.actions import shared
from tui.describe import figures, fitted, suggestion_parts
from tui.display import safe, safe_line
from tui.screens.deciding import Answer, Ask, Deciding, Kept, Undo
from tui.screens.form import Hint
from tui.widgets.rows import Part, Rows, fit

LINES = ((20, 5), (12, 2), (0, 1))
"""From how many lines of the window on what a suggestion would say has how many, so that its context has some too."""


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
    """A line a suggestion: how sure, what it would be, who, how much by when, and the words."""

    DEFAULT_CSS = "SuggestionRows { height: 2fr; min-height: 2; background: $surface; }"

    def parts(self, row: Suggestion, line: int, width: int) -> list[Part]:
        """Confidence, kind and owner in columns, then what is promised in figures and the words."""
        owner = min(24, width // 4)
        facts = f"{row.confidence:4.0%}  {row.kind[:6]:6}  {fit(row.owner or '—', owner)}  "
        words = ": ".join(filter(None, (figures(row.fields), " ".join(row.exact.split()))))
        return [(facts, ""), (fit(words, width - len(facts)), "")]


class Surroundings(VerticalScroll):
    """A suggestion's words among those around them, scrolled so that the words are seen, as far as they have room."""

    DEFAULT_CSS = """
    Surroundings { height: 1fr; min-height: 2; scrollbar-size-vertical: 1; }
    Surroundings:focus { background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("down", "scroll_down"),
        shared("up", "scroll_up"),
        shared("page_down", "page_down"),
        shared("page_up", "page_up"),
        shared("first", "scroll_home"),
        shared("last", "scroll_end"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._text = Content("")
        self._shown = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._shown

    def show(self, before: str, words: str, after: str) -> None:
        """Show words between others."""
        self._text = Content.assemble(safe(before), (safe(words), "bold underline"), safe(after))
        self._shown.update(self._text)
        self.call_after_refresh(self._reveal)

    def on_resize(self, event: Resize) -> None:
        """Show the words where there is other room."""
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Scroll until as much is above the words as below, or they begin on the first line where they fill all."""
        if not self.is_attached:
            return  # the queue was left meanwhile
        lines = self._text.wrap(max(self._shown.size.width, 1))
        marked = [number for number, line in enumerate(lines) if line.spans] or [0]
        room = self.scrollable_content_region.height - (marked[-1] - marked[0] + 1)
        self.scroll_to(y=marked[0] - max(room // 2, 0), animate=False, force=True)


class Proposal(Static):
    """What a suggestion would say and why, as much of it as has room."""

    def __init__(self) -> None:
        super().__init__(id="why", markup=False)
        self._parts: list[str] = []

    def show(self, suggestion: Suggestion) -> None:
        """Show what a suggestion would say."""
        self._parts = [*map(safe_line, suggestion_parts(suggestion))]
        self._fit()

    def on_resize(self, event: Resize) -> None:
        """Show what has room now."""
        self._fit()

    def _fit(self) -> None:
        lines = next(lines for height, lines in LINES if self.screen.size.height >= height)
        self.update(fitted(self._parts, self.size.width, lines))


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
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 - as Textual declares it
    HEADING = "Review, likeliest and fullest first"
    MOST = QUEUE
    NOTHING = "No suggestion waits for a decision."
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a", "accept", "accept"),
        ("x", "reject", "reject"),
        ("e", "correct", "correct"),
        ("/", "filter", "filter"),
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
        yield from super().content()
        yield SuggestionRows()
        with Vertical(id="context"):
            yield Static(id="place", markup=False)
            yield Surroundings()
            yield Proposal()

    @staticmethod
    def key(item: Suggestion) -> Hashable:
        """The suggestion's uid."""
        return item.uid

    @staticmethod
    def told(item: Suggestion) -> str:
        """Its kind, who it is of and its words."""
        return f"{item.kind} {item.owner or ''} {item.exact}"

    def show_more(self, item: Suggestion | None) -> None:
        """Show the suggestion in its context."""
        self.query_one("#context").display = item is not None
        if item is None:
            return
        try:
            context = self._surroundings(item)
        except OnRecordError as error:
            context = Context(str(error), "", item.exact, "")
        self.query_one("#place", Static).update(Content(safe_line(context.place)))
        self.query_one(Surroundings).show(context.before, context.words, context.after)
        self.query_one(Proposal).show(item)

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
