"""The variants that wait for a decision: copies of a record whose words differ from those on record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.signal import Signal
from textual.widgets import Static

from store.citation import show_date
from store.registers import VariantEntry
from tui.actions import shared
from tui.describe import SIGN
from tui.display import safe, safe_line
from tui.screens.deciding import Answer, Deciding, Kept, Undo
from tui.screens.form import Hint
from tui.widgets.rows import Part, Rows, fit
from tui.word_diff import Span, changed_words

Decide = Callable[[VariantEntry, str, Kept, Answer], None]


def place_line(source: str, published: str, paragraph: int) -> str:
    """Where words stand: "Lest Herald, 2026-11-11, ¶3"."""
    return f"{source}, {show_date(published) or 'no date'}, ¶{paragraph}"


def home_place(entry: VariantEntry) -> str:
    """Where the words on record stand."""
    return place_line(entry.home_outlet or entry.home_title, entry.home_published, entry.home_paragraph)


def variant_place(entry: VariantEntry) -> str:
    """Where the words that differ stand."""
    return place_line(entry.outlet or entry.title, entry.published, entry.paragraph)


def marked(text: str, spans: Sequence[Span]) -> Content:
    """The text, safe to show, with the changed words bold and underlined."""
    shown = Content(safe(text))
    for start, end in spans:
        shown = shown.stylize("bold underline $warning", start, end)
    return shown


class VariantRows(Rows[VariantEntry]):
    """A line a variant: the sign of its record's kind, where it stands and what it says."""

    DEFAULT_CSS = "VariantRows { height: 1fr; min-height: 4; background: $surface; }"

    def parts(self, row: VariantEntry, line: int, width: int) -> list[Part]:
        """The sign and the place, then the words."""
        place = min(36, width // 3)
        return [
            (f"{SIGN[row.kind]} ", ""),
            (fit(variant_place(row), place), ""),
            ("  ", ""),
            (fit(" ".join(row.words.split()), width - place - 4), ""),
        ]


class Variants(Deciding[VariantEntry]):
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
    READS_AGAIN = True
    NOTHING = "No copy waits for a decision."
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a", "the same", "decide('joined')"),
        ("x", "not the same", "decide('parted')"),
        ("j", "later", ""),
        ("/", "filter", "filter"),
        ("u", "undo", "undo"),
        ("enter", "open", "open"),
        ("esc", "back", "cancel"),
    )

    def __init__(
        self,
        load: Callable[[], Sequence[VariantEntry]],
        decide: Decide,
        undo: Undo,
        changed: Signal[bool] | None = None,
    ) -> None:
        super().__init__(load, undo, changed)
        self._decide = decide

    def content(self) -> ComposeResult:
        """The list, and below it both tellings side by side."""
        yield from super().content()
        yield VariantRows()
        with Horizontal(id="tellings"):
            for side in ("home", "variant"):
                with VerticalScroll(classes="telling", can_focus=False):
                    yield Static(id=f"{side}-place", classes="place", markup=False)
                    yield Static(id=f"{side}-words", markup=False)

    @staticmethod
    def key(item: VariantEntry) -> Hashable:
        """The record, and the text and offset of the place: what a decision is on, and stays the same after others."""
        return item.uid, item.text, item.start

    @staticmethod
    def told(item: VariantEntry) -> str:
        """Where it stands, its words, and those on record."""
        return f"{variant_place(item)} {item.words} {item.home}"

    def show_more(self, item: VariantEntry | None) -> None:
        """Show both tellings."""
        self.query_one("#tellings").display = item is not None
        if item is None:
            return
        ours, theirs = changed_words(item.home, item.words)
        for side, place, words, spans in (
            ("home", f"{SIGN[item.kind]} on record: {home_place(item)}", item.home, ours),
            ("variant", f"differs: {variant_place(item)}", item.words, theirs),
        ):
            self.query_one(f"#{side}-place", Static).update(Content(safe_line(place)))
            self.query_one(f"#{side}-words", Static).update(marked(words, spans))

    def action_decide(self, verdict: str) -> None:
        """Join the variant to its record, or part it, and go on to the next."""
        variant = self.list.row
        if variant is not None:
            self.decide(variant, partial(self._decide, variant, verdict))
