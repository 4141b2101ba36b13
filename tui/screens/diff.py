"""Two copies of a passage beside each other, what differs between them marked by what it is."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.actions import shared
from tui.display import safe, safe_line
from tui.screens.form import Dialog, Hint
from tui.word_diff import Span, differences

Nature = Literal["figure", "date", "name", "qualifier", "word"]

STYLES: dict[Nature, str] = {
    "figure": "bold reverse $warning",
    "date": "bold reverse $warning",
    "name": "bold underline $accent",
    "qualifier": "bold reverse $error",
    "word": "underline $warning",
}
"""How a difference is marked: what analysts hunt stands out most, without colours too."""

_QUALIFIERS = frozenset(
    "no not never none neither nor without hardly barely only may might could would should can cannot reportedly "
    "allegedly possibly probably perhaps likely unlikely about around nearly almost some most if unless until "
    "не нет ни без возможно якобы вероятно около почти только nicht kein keine ohne etwa fast nur ne pas sans "
    "peut environ seulement no sin quizá casi solo".split()
)
_DATES = frozenset((*month_name[1:], *day_name))
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Telling:
    """One copy: where it stands ("Umber Herald, 2024-06-05, ¶2") and its words."""

    place: str
    words: str


def nature(text: str, span: Span) -> Nature:
    """What a difference is, judged by the weightiest word in it."""
    words = _WORD.findall(text[slice(*span)])
    if any(any(char.isdigit() for char in word) for word in words):
        return "figure"
    if not _DATES.isdisjoint(words):
        return "date"
    if any(word.casefold() in _QUALIFIERS for word in words):
        return "qualifier"
    opens = not text[: span[0]].strip() or text[: span[0]].rstrip()[-1] in '.!?“"«'
    named = words[1:] if opens else words
    return "name" if any(word[0].isupper() for word in named) else "word"


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in the one copy, and in its stead in the other; an empty span where nothing does."""

    one: Span
    other: Span
    nature: Nature


def natures(one: str, other: str) -> list[Difference]:
    """The differences of two copies, each as what the weightier of its sides is."""
    weight = list(STYLES).index
    return [
        Difference(a, b, min((nature(text, span) for text, span in ((one, a), (other, b)) if span[1]), key=weight))
        for a, b in differences(one, other)
    ]


def summary(found: Sequence[Difference]) -> str:
    """How two copies differ, in a line."""
    kinds = Counter(difference.nature for difference in found)
    if not kinds:
        return "The words are the same."
    named = [f"{kinds[kind]} {kind}{'s' if kinds[kind] > 1 else ''}" for kind in STYLES if kinds[kind]]
    return f"Different: {', '.join(named)}."


class Diff(Dialog[int]):
    """Shows the first copy and one of the others. Dismisses with the number of the copy to open, or None.

    Args:
        tellings: The copies, at least two; the first is compared with the others in turn.
        other: Which of them is shown first.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "diff.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("other_copy", "turn(1)"),
        shared("other_pane", "turn(1)"),
        shared("next_hit", "turn(1)"),
        shared("previous_hit", "turn(-1)"),
        Binding("shift+tab", "turn(-1)", show=False),
        shared("down", "scroll(1)"),
        shared("up", "scroll(-1)"),
        shared("page_down", "scroll(10)"),
        shared("page_up", "scroll(-10)"),
        shared("open"),
        shared("back", "cancel"),
        shared("diff", "cancel"),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("= n", "next copy", "turn(1)"),
        ("j k", "scroll", ""),
        ("enter", "open the copy", "open"),
        ("esc ^g", "back", "cancel"),
    )

    def __init__(self, tellings: Sequence[Telling]) -> None:
        super().__init__()
        self._tellings = tellings
        self._other = 1

    def compared(self) -> tuple[int, int]:
        """Which telling stands on the left, and which on the right."""
        return 0, self._other

    def told(self, number: int, of: int) -> str:
        """The title, where one of several others is shown."""
        return f"Copies, copy {number} of {of}" if of > 1 else "Copies"

    def content(self) -> ComposeResult:
        """Both copies, and a line that says how they differ."""
        with Horizontal(id="tellings"):
            for side in ("one", "other"):
                with VerticalScroll(classes="telling", can_focus=False):
                    yield Static(id=f"{side}-place", classes="place", markup=False)
                    yield Static(id=f"{side}-words", markup=False)
        yield Static(id="summary", markup=False)

    def on_mount(self) -> None:
        """Show the copies."""
        self._show()

    def _show(self) -> None:
        one, other = (self._tellings[number] for number in self.compared())
        found = natures(one.words, other.words)
        for side, telling in (("one", one), ("other", other)):
            words = Content(safe(telling.words))
            for difference in found:
                words = words.stylize(STYLES[difference.nature], *getattr(difference, side))
            self.query_one(f"#{side}-place", Static).update(Content(safe_line(telling.place)))
            self.query_one(f"#{side}-words", Static).update(words)
        self.query_one("#summary", Static).update(Content(summary(found)))
        self.call_after_refresh(self._show_first, found[:1])
        self.query_one("#box").border_title = self.told(self._other, len(self._tellings) - 1)

    def _show_first(self, first: Sequence[Difference]) -> None:
        """Bring the first difference into view; what stands before it is as long on both sides."""
        if len(self.query("#one-words, #other-words")) < 2:
            return  # left meanwhile
        row = 0
        for number, side in zip(self.compared(), ("one", "other"), strict=True):
            for start, end in (getattr(difference, side) for difference in first):
                before = Content(safe(self._tellings[number].words[:start]))
                row = max(row, before.get_height({}, self.query_one(f"#{side}-words").size.width) if end else 0)
        for scroll in self.query(VerticalScroll):
            scroll.scroll_to(y=row - scroll.size.height // 3, animate=False)

    def action_turn(self, steps: int) -> None:
        """Compare with the next copy, the first after the last."""
        self._other = (self._other - 1 + steps) % (len(self._tellings) - 1) + 1
        self._show()

    def action_scroll(self, rows: int) -> None:
        """Scroll both copies together."""
        for side in self.query(VerticalScroll):
            side.scroll_relative(y=rows, animate=False)

    def action_open(self) -> None:
        """Leave for the place of the copy."""
        self.dismiss(self._other)


class Versions(Diff):
    """Shows a version of a text beside the one before it: what changed, the last change first.

    Args:
        tellings: The versions, at least two, the newest first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [shared("versions", "cancel")]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("= n", "the change before", "turn(1)"),
        ("j k", "scroll", ""),
        ("esc ^g", "back", "cancel"),
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No version is opened: it is no article's text any more, or the one that stands open below."""
        return False if action == "open" else super().check_action(action, parameters)

    def compared(self) -> tuple[int, int]:
        """The earlier one of a change stands on the left."""
        return self._other, self._other - 1

    def told(self, number: int, of: int) -> str:
        """The title; changes are counted from the first on."""
        return f"Versions, change {of + 1 - number} of {of}" if of > 1 else "Versions"
