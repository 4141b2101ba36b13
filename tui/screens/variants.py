"""The variants that wait for a decision: copies of a record whose words differ from those on record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.signal import Signal
from textual.widgets import Static

from tui.actions import shared
from tui.display import safe, safe_line
from tui.screens.deciding import Answer, Deciding, Kept, Undo
from tui.screens.form import Hint
from tui.widgets.rows import Part, Rows, fit
from tui.word_diff import Span, changed_words


@dataclass(frozen=True, slots=True)
class Variant:
    """A place where a record's words stand changed. `uid` and `number` name it to the store.

    `home` and `words` are what is on record and what stands there, `home_place` and `place` where ("Lest Herald,
    2026-11-11, ¶3").
    """

    uid: str
    number: int
    home: str
    words: str
    home_place: str
    place: str


Decide = Callable[[Variant, str, Kept, Answer], None]


def marked(text: str, spans: Sequence[Span]) -> Content:
    """The text, safe to show, with the changed words bold and underlined."""
    shown = Content(safe(text))
    for start, end in spans:
        shown = shown.stylize("bold underline $warning", start, end)
    return shown


class VariantRows(Rows[Variant]):
    """A line a variant: where it stands and what it says."""

    DEFAULT_CSS = "VariantRows { height: 1fr; min-height: 4; background: $surface; }"

    def parts(self, row: Variant, line: int, width: int) -> list[Part]:
        """The place, then the words."""
        place = min(36, width // 3)
        return [(fit(row.place, place), ""), ("  ", ""), (fit(" ".join(row.words.split()), width - place - 2), "")]


class Variants(Deciding[Variant]):
    """Shows each variant beside the words on record, the changed words marked, and takes the decision.

    Dismisses with the variant to open, or None; decisions go to `decide` at once.

    Args:
        load: Reads all that wait, in a thread.
        decide: decide(variant, "joined" or "parted", kept, failed).
        undo: Takes a decision back.
        changed: Published when something was kept, with True where another program did it.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "variants.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("accept", "decide('joined')"),
        shared("reject", "decide('parted')"),
    ]
    HEADING = "Variants"
    NOTHING = "No copy waits for a decision."
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a", "the same", "decide('joined')"),
        ("x", "not the same", "decide('parted')"),
        ("j", "later", ""),
        ("u", "undo", "undo"),
        ("enter", "open", "open"),
        ("esc", "back", "cancel"),
    )

    def __init__(
        self, load: Callable[[], Sequence[Variant]], decide: Decide, undo: Undo, changed: Signal[bool] | None = None
    ) -> None:
        super().__init__(load, undo, changed)
        self._decide = decide

    def content(self) -> ComposeResult:
        """The list, and below it both tellings side by side."""
        yield VariantRows()
        with Horizontal(id="tellings"):
            for side in ("home", "variant"):
                with VerticalScroll(classes="telling", can_focus=False):
                    yield Static(id=f"{side}-place", classes="place", markup=False)
                    yield Static(id=f"{side}-words", markup=False)

    @staticmethod
    def key(item: Variant) -> Hashable:
        """The record's uid and the place's number."""
        return item.uid, item.number

    def show_more(self, item: Variant | None) -> None:
        """Show both tellings."""
        self.query_one("#tellings").display = item is not None
        if item is None:
            return
        ours, theirs = changed_words(item.home, item.words)
        for side, place, words, spans in (
            ("home", f"on record: {item.home_place}", item.home, ours),
            ("variant", f"differs: {item.place}", item.words, theirs),
        ):
            self.query_one(f"#{side}-place", Static).update(Content(safe_line(place)))
            self.query_one(f"#{side}-words", Static).update(marked(words, spans))

    def action_decide(self, verdict: str) -> None:
        """Join the variant to its record, or part it, and go on to the next."""
        variant = self.list.row
        if variant is not None:
            self.decide(variant, partial(self._decide, variant, verdict))
