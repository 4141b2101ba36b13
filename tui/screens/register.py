"""A register: all quotes, speakers or commitments of the collection in one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.signal import Signal
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.actions import shared
from tui.display import safe_line
from tui.matching import plain
from tui.screens.form import Dialog, Hint
from tui.screens.register_rows import (
    GROUPS,
    LAST_FIRST,
    Column,
    RegisterRow,
    RegisterRows,
    grouped,
    sorted_rows,
    uid_of,
)
from tui.widgets.fields import TextField
from tui.widgets.rows import ListSource, Rows

OPENING: Sequence[Hint] = (
    ("enter", "open", "open"),
    ("e", "edit", "edit"),
    ("/", "filter", "filter"),
    ("S", "sort", "sort"),
)
LEAVING: Sequence[Hint] = (("E", "export", "export"), ("esc", "back", "cancel"))
"""The keys that every register tells of, first and last."""


@dataclass(frozen=True, slots=True)
class Does:
    """What a register asks for, as far as it can: of marked entries, or of the one under the cursor.

    `export` takes those marked, or all that are shown; `places` lists where the words of an entry stand, `copy` copies
    it with its source. `open` opens
    an entry over the register, which is left for it where that is None. `changed` is published when entries may have
    changed.
    """

    edit: Callable[[str], None] | None = None
    delete: Callable[[Sequence[str]], None] | None = None
    export: Callable[[Sequence[str]], None] | None = None
    undo: Callable[[], None] | None = None
    redo: Callable[[], None] | None = None
    places: Callable[[str], None] | None = None
    changed: Signal[bool] | None = None
    open: Callable[[str], None] | None = None
    copy: Callable[[str], None] | None = None


class Register(Dialog[str]):
    """Lists entries; typing in the filter narrows them. Dismisses with the uid of the entry to open, or None.

    Args:
        heading: "Quotes", "Speakers" or "Commitments".
        columns: The columns, one of them of width 0.
        load: Reads the entries, in a thread.
        does: What is done with entries; what came of it is shown, and what others change.
        empty: What is said when there are no entries.
        groups: What the entries can be grouped by, of `GROUPS` or `PROMISED`.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "register.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        shared("search", "filter"),
        shared("filter"),
        shared("sort"),
        shared("group"),
        shared("mark"),
        shared("mark_all"),
        shared("edit"),
        shared("delete"),
        shared("export"),
        shared("copy"),
        shared("undo"),
        shared("redo"),
        shared("other_copy", "places"),
        shared("back", "cancel"),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        *OPENING,
        ("b", "group", "group"),
        ("space", "mark", "mark"),
        ("y", "copy", "copy"),
        ("=", "places", "places"),
        ("X", "delete", "delete"),
        *LEAVING,
    )

    def __init__(
        self,
        heading: str,
        columns: Sequence[Column],
        load: Callable[[], Sequence[RegisterRow]],
        does: Does,
        empty: str = "",
        groups: Sequence[str] = GROUPS,
    ) -> None:
        super().__init__()
        self._heading = heading
        self._columns = columns
        self._all: Sequence[RegisterRow] = ()
        self._shown: Sequence[RegisterRow] = ()
        self._load = load
        self._does = does
        self._empty = empty
        self._orders = ("", LAST_FIRST, *(column.heading for column in columns))
        self._order = ""
        self._groups = ("", *groups)
        self._group = ""

    def content(self) -> ComposeResult:
        """The filter, the headings and the list."""
        yield TextField("filter", placeholder="filter: words in any column", id="filter")
        yield Static(id="headings", markup=False)
        yield RegisterRows(self._columns)

    @property
    def list(self) -> RegisterRows:
        """The list."""
        return self.query_one(RegisterRows)

    def on_mount(self) -> None:
        """Show all entries as soon as they are read; the keys go to the list at once."""
        self.query_one("#box").border_title = Content(safe_line(self._heading))
        self.list.focus()
        if self._does.changed is not None:
            self._does.changed.subscribe(self, lambda _: self.reload())
        self.reload()

    def on_resize(self) -> None:
        """Show headings where there is room for columns."""
        self.call_after_refresh(self._show_headings)

    def _show_headings(self) -> None:
        if not (self.query(RegisterRows) and self.query("#headings")):
            return  # the list was left meanwhile
        size: Size = self.list.scrollable_content_region.size
        headings = self.query_one("#headings", Static)
        headings.display = self.list.height_at(size.width) == 1
        headings.update(Content(safe_line(self.list.headings(size.width))))

    @work(thread=True, exclusive=True, group="entries", exit_on_error=False)
    def reload(self) -> None:
        """Read the entries again and show them, under the same filter, the cursor on the same one."""
        worker = get_current_worker()
        found = self._load()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, found)

    def _take(self, found: Sequence[RegisterRow]) -> None:
        self._all = found
        self.list.marked &= {row.uid for row in found}
        self._arrange_again()

    def _arrange_again(self) -> None:
        self._arrange(self.query_one("#filter", TextField).value)

    @work(thread=True, exclusive=True, group="rows", exit_on_error=False)
    def _arrange(self, typed: str) -> None:
        """Filter, sort and group the entries, and show them."""
        worker = get_current_worker()
        words = plain(typed).split()
        found: list[RegisterRow] = []
        for row in self._all:
            if worker.is_cancelled:
                return
            text = plain("\n".join(row.cells)) if words else ""
            if all(word in text for word in words):
                found.append(row)
        rows = grouped(sorted_rows(found, self._columns, self._order), self._group)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, rows, len(found))

    def _show(self, rows: Sequence[RegisterRow], count: int) -> None:
        self._shown = [row for row in rows if not row.heading]
        self.list.empty = "Nothing here has these words." if self._all else self._empty
        self.list.show(ListSource[RegisterRow](rows, uid_of))
        self._show_title(count)

    def _show_title(self, count: int) -> None:
        of_all = f" of {len(self._all):,}" if count != len(self._all) else ""
        parts = [f"{self._heading}: {count:,}{of_all}"]
        parts += [f"by {self._group}"] if self._group else []
        parts += [f"sorted by {self._order}" if self._order != LAST_FIRST else LAST_FIRST] if self._order else []
        parts += [f"{len(self.list.marked):,} marked"] if self.list.marked else []
        self.query_one("#box").border_title = Content(safe_line(" · ".join(parts)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._arrange(event.value)

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self.list.focus()

    def key_down(self) -> None:
        """From the filter into the list."""
        if not self.list.has_focus:
            self.list.focus()

    # What a person does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be asked for here has no key, nor has a mark that nothing would be done with."""
        does = self._does
        offered = {
            "edit": does.edit,
            "delete": does.delete,
            "export": does.export,
            "undo": does.undo,
            "redo": does.redo,
            "places": does.places,
            "copy": does.copy,
            "group": self._groups[1:],
            "mark": does.export,
            "mark_all": does.export,
        }
        return bool(offered.get(action, True)) and super().check_action(action, parameters)

    @property
    def entry(self) -> RegisterRow | None:
        """The entry under the cursor; None on a heading."""
        row = self.list.row
        return None if row is None or row.heading else row

    @property
    def chosen(self) -> Sequence[RegisterRow]:
        """The marked entries in the order shown; where none is marked, the one under the cursor."""
        if self.list.marked:
            return [row for row in self._shown if row.uid in self.list.marked]
        return [self.entry] if self.entry else []

    def _meant(self, rows: Sequence[RegisterRow]) -> Sequence[str]:
        """Their uids; where there are none although some are marked, say where those are."""
        if not rows and self.list.marked:
            self.app.notify("What is marked is filtered away: esc shows it again.", markup=False)
        return [row.uid for row in rows]

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Leave for the place of the entry under the cursor, or open it over the register."""
        if self.entry is None:
            return
        if self._does.open is not None:
            self._does.open(self.entry.uid)
        else:
            self.dismiss(self.entry.uid)

    def action_edit(self) -> None:
        """Edit the entry under the cursor."""
        if self._does.edit is not None and self.entry is not None:
            self._does.edit(self.entry.uid)

    def action_delete(self) -> None:
        """Take the chosen entries off the record."""
        if self._does.delete is not None and (uids := self._meant(self.chosen)):
            self._does.delete(uids)

    def action_places(self) -> None:
        """List where the words of the entry under the cursor stand."""
        if self._does.places is not None and self.entry is not None:
            self._does.places(self.entry.uid)

    def action_copy(self) -> None:
        """Copy the record under the cursor with its source."""
        if self._does.copy is not None and self.entry is not None:
            self._does.copy(self.entry.uid)

    def action_undo(self) -> None:
        """Take back the last change."""
        if self._does.undo is not None:
            self._does.undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self._does.redo is not None:
            self._does.redo()

    def action_export(self) -> None:
        """Export the marked entries, or all that are shown."""
        rows = self.chosen if self.list.marked else self._shown
        if self._does.export is not None and (uids := self._meant(rows)):
            self._does.export(uids)

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._order = self._orders[(self._orders.index(self._order) + 1) % len(self._orders)]
        self._arrange_again()

    def action_group(self) -> None:
        """Group by the next thing, or not at all."""
        self._group = self._groups[(self._groups.index(self._group) + 1) % len(self._groups)]
        self._arrange_again()

    def action_mark(self) -> None:
        """Mark the entry, or all of a group on its heading, or take the marks away, and go on to the next."""
        row = self.list.row
        if row is not None:
            self._toggle(row.members or [row.uid])
            self.list.action_down()

    def action_mark_all(self) -> None:
        """Mark all entries shown; when all are marked, none."""
        self._toggle([row.uid for row in self._shown])

    def _toggle(self, uids: Sequence[str]) -> None:
        new = {*uids}
        self.list.marked = self.list.marked - new if new <= self.list.marked else self.list.marked | new
        self.list.forget()
        self._show_title(len(self._shown))

    def action_filter(self) -> None:
        """Type words to narrow the list by."""
        self.query_one("#filter").focus()

    def action_cancel(self) -> None:
        """Empty the filter first, then let go of the marks, then leave."""
        field = self.query_one("#filter", TextField)
        if field.value:
            field.value = ""
            self.list.focus()
        elif field.has_focus:
            self.list.focus()
        elif self.list.marked:
            self._toggle([*self.list.marked])
        else:
            self.dismiss(None)
