"""The variants that wait for a decision: copies of a record whose words differ from those on record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.display import safe, safe_line
from tui.screens.form import Dialog, Hint
from tui.widgets.rows import ListSource, Part, Rows, fit
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


def _key(variant: Variant) -> Hashable:
    return variant.uid, variant.number


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


class Variants(Dialog[Variant]):
    """Shows each variant beside the words on record, the changed words marked, and takes the decision.

    Dismisses with the variant to open, or None; decisions go to `decide` at once, `undo` takes the last one back.

    Args:
        load: Reads all that wait, in a thread.
        decide: decide(variant, "joined" or "parted").
        undo: Takes the last decision back in the store.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "variants.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('joined')", show=False),
        Binding("x", "decide('parted')", show=False),
        Binding("u", "undo", show=False),
        Binding("q", "cancel", show=False),
    ]
    HEADING = "Variants"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("a", "the same", "decide('joined')"),
        ("x", "not the same", "decide('parted')"),
        ("j", "later", ""),
        ("u", "undo", "undo"),
        ("enter", "open", "open"),
        ("esc ^g", "back", "cancel"),
    )

    def __init__(
        self, load: Callable[[], Sequence[Variant]], decide: Callable[[Variant, str], None], undo: Callable[[], None]
    ) -> None:
        super().__init__()
        self._load = load
        self._waiting: list[Variant] = []
        self._decide = decide
        self._undo = undo
        self._decided: list[tuple[int, Variant]] = []

    def content(self) -> ComposeResult:
        """The list, and below it both tellings side by side."""
        yield VariantRows()
        with Horizontal(id="tellings"):
            for side in ("home", "variant"):
                with VerticalScroll(classes="telling", can_focus=False):
                    yield Static(id=f"{side}-place", classes="place", markup=False)
                    yield Static(id=f"{side}-words", markup=False)

    @property
    def list(self) -> VariantRows:
        """The list."""
        return self.query_one(VariantRows)

    def on_mount(self) -> None:
        """Show the first as soon as they are read; the keys go to the list at once."""
        self.query_one("#tellings").display = False
        self.list.focus()
        self._read()

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        self._waiting = list(self._load())
        self.app.call_from_thread(self._show)

    def _show(self) -> None:
        self.list.empty = "No copy waits for a decision."
        self.list.show(ListSource[Variant](tuple(self._waiting), _key))
        self.query_one("#box").border_title = f"{self.HEADING}: {len(self._waiting):,}"
        self._show_tellings()

    @on(Rows.Moved)
    def _show_tellings(self) -> None:
        variant = self.list.row
        self.query_one("#tellings").display = variant is not None
        if variant is None:
            return
        ours, theirs = changed_words(variant.home, variant.words)
        for side, place, words, spans in (
            ("home", f"on record: {variant.home_place}", variant.home, ours),
            ("variant", f"differs: {variant.place}", variant.words, theirs),
        ):
            self.query_one(f"#{side}-place", Static).update(Content(safe_line(place)))
            self.query_one(f"#{side}-words", Static).update(marked(words, spans))

    def action_decide(self, verdict: str) -> None:
        """Join the variant to its record, or part it, and go on to the next."""
        if self.list.row is not None:
            index = self.list.cursor
            variant = self._waiting.pop(index)
            self._decided.append((index, variant))
            self._decide(variant, verdict)
            self._show()

    def action_undo(self) -> None:
        """Take the last decision made here back."""
        if self._decided:
            index, variant = self._decided.pop()
            self._undo()
            self._waiting.insert(index, variant)
            self._show()
            self.list.go_to(_key(variant))

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the variant."""
        if self.list.row is not None:
            self.dismiss(self.list.row)
