"""The passages screen: the most recycled passages of the collection, how they spread, and where they stand."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from store import copies
from store.citation import show_date
from store.collection import Collection
from store.copies import ORDERS, Member, PassageRow
from tui.actions import shared
from tui.counts import lasted
from tui.display import safe
from tui.screens.form import Dialog, Hint
from tui.widgets.rows import ListSource, Part, Rows, fit

MOST = 500
"""So many passages are listed."""

BARS = " ▁▂▃▄▅▆▇█"
SPREAD = 12
"""Cells of the picture of a passage's spread over time."""


def spread(days: Sequence[str], cells: int = SPREAD) -> str:
    """A picture of how many places fell into each part of the time from the first to the last of ISO days."""
    ordinals = sorted(date.fromisoformat(day).toordinal() for day in days if len(day) == 10)
    if not ordinals:
        return " " * cells
    first, span = ordinals[0], max(ordinals[-1] - ordinals[0], 1)
    counts = [0] * cells
    for ordinal in ordinals:
        counts[min((ordinal - first) * cells // span, cells - 1)] += 1
    most = max(counts)
    return "".join(BARS[-(-count * (len(BARS) - 1) // most)] for count in counts)


def _many(number: int, width: int, noun: str) -> str:
    """A number and what it counts, as wide for one as for many."""
    return f"{number:>{width}} {noun}{' ' if number == 1 else 's'}"


class PassageRows(Rows[PassageRow]):
    """Two lines a passage: how often and where, then where first or whose boilerplate, and its words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"passages--words"}
    DEFAULT_CSS = """
    PassageRows { height: 2fr; background: $surface; }
    PassageRows > .passages--words { color: $text-muted; }
    """

    def height_at(self, width: int) -> int:
        """A line of figures and one of words."""
        return 2

    def parts(self, row: PassageRow, line: int, width: int) -> list[Part]:
        """The figures and the picture of the spread, or the words."""
        if line:
            told = f"{show_date(row.first.published) or 'no date'} {row.first.outlet}"
            named = (
                f"boilerplate of {row.boilerplate}"
                if row.boilerplate
                else f"first {'dated ' if row.undated and row.first.day else ''}{told}"
            )
            words = f"{'hidden · ' if row.hidden else ''}{named} · {' '.join(row.text.split())}"
            return [(fit(f"  {words}", width), "passages--words")]
        counts = _many(row.articles, 3, "article"), _many(row.outlets, 3, "outlet")
        time = f"{lasted(row.days, row.dates, row.members):>13} ▕{spread(row.dates)}▏"
        figures = f"×{row.members:<4} in {' '.join(counts)} {time} {_many(row.words, 4, 'word')}"
        return [(fit(figures, width), "")]


class MemberRows(Rows[Member]):
    """A line a place of the passage under the cursor."""

    DEFAULT_CSS = "MemberRows { height: 1fr; background: $surface; }"

    def parts(self, row: Member, line: int, width: int) -> list[Part]:
        """Day, outlet and title."""
        about = f"{fit(show_date(row.published), 10)}  {fit(row.outlet, 20)}  "
        return [(about, ""), (fit(row.title, width - 34), "")]


def _passage_key(row: PassageRow) -> Hashable:
    return row.id


def _member_key(member: Member) -> Hashable:
    return member.article, member.start


class Passages(Dialog[Member]):
    """Lists passages above, and below them the places of the one under the cursor. Dismisses with a place to open.

    Args:
        collection: Read in threads, never written.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "passages.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("sort"),
        shared("hide_passage", "hidden"),
        shared("other_pane", "other_list"),
        shared("back", "cancel"),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("S", "sort", "sort"),
        ("H", "hidden too", "hidden"),
        ("tab", "places", "other_list"),
        ("enter", "open", ""),
        ("esc ^g", "back", "cancel"),
    )

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._order = next(iter(ORDERS))
        self._hidden = False

    def content(self) -> ComposeResult:
        """Both lists, and the words of the passage between them."""
        yield PassageRows()
        with Vertical(id="chosen"):
            yield Static(id="passage", markup=False)
            yield MemberRows()

    def on_mount(self) -> None:
        """Show the passages as soon as they are read; the keys go to the list at once."""
        self.query_one(PassageRows).focus()
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        worker = get_current_worker()
        numbers = copies.ranked(self._collection, self._order, MOST, hidden=self._hidden)
        found = list(copies.rows(self._collection, numbers))
        count = copies.count(self._collection)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found, count)

    def _show(self, found: Sequence[PassageRow], count: int) -> None:
        passages = self.query_one(PassageRows)
        passages.empty = "No passage stands in two places, as far as is known."
        passages.show(ListSource[PassageRow](found, _passage_key))
        of = f" of {count:,}" if count > len(found) else ""
        hidden = ", hidden ones too" if self._hidden else ""
        self.query_one("#box").border_title = f"Passages: {len(found):,}{of}, by {self._order}{hidden}"
        self._show_members()

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if isinstance(event.rows, PassageRows):
            self._show_members()

    def _show_members(self) -> None:
        row = self.query_one(PassageRows).row
        self.query_one("#chosen").display = row is not None
        if row is not None:
            self.query_one("#passage", Static).update(Content(safe(row.text)))
            self.query_one(MemberRows).show(ListSource[Member](copies.members(self._collection, row.id), _member_key))

    def action_sort(self) -> None:
        """Sort by places, outlets or days, in turn."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._read()

    def action_hidden(self) -> None:
        """Show hidden passages too, or leave them out again."""
        self._hidden = not self._hidden
        self._read()

    def action_other_list(self) -> None:
        """Go to the places of the passage, or back."""
        members, passages = self.query_one(MemberRows), self.query_one(PassageRows)
        (passages if members.has_focus else members).focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """From the passages to the places; from there, leave for the place."""
        if isinstance(event.rows, PassageRows):
            self.query_one(MemberRows).focus()
        elif (member := self.query_one(MemberRows).row) is not None:
            self.dismiss(member)
