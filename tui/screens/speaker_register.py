"""The register of speakers, in which several can be made one, and parted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.actions import shared
from tui.screens.form import Hint
from tui.screens.register import LEAVING, OPENING, Does, Register
from tui.screens.register_rows import Column, RegisterRow

Merges = tuple[Callable[[Sequence[str], str, Callable[[], None]], None], Callable[[str], None]]
"""merge(uids, into, merged) asks, makes one of several and calls merged; part(uid) parts those merged into one."""


class SpeakerRegister(Register):
    """The register of speakers. `M` merges the marked ones into the one under the cursor, `P` parts it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        shared("merge"),
        shared("part_speakers", "part"),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        *OPENING,
        ("space", "mark", "mark"),
        ("M", "merge", "merge"),
        ("P", "part", "part"),
        *LEAVING,
    )

    def __init__(
        self,
        heading: str,
        columns: Sequence[Column],
        load: Callable[[], Sequence[RegisterRow]],
        does: Does,
        empty: str,
        merges: Merges,
    ) -> None:
        super().__init__(heading, columns, load, does, empty, groups=())
        self._merge, self._part = merges

    def action_merge(self) -> None:
        """Make the marked speakers one with the one under the cursor."""
        marked = [row.uid for row in self._all if row.uid in self.list.marked]  # what the filter hides too
        if self.entry is None or not {*marked} - {self.entry.uid}:
            self.app.notify("Mark who is the same with space, go to the one to keep, then press M.", markup=False)
        else:
            self._merge(marked, self.entry.uid, self._unmark)

    def _unmark(self) -> None:
        if self.is_attached:  # else it was left before they were merged
            self.list.marked = set()

    def action_part(self) -> None:
        """Part those that were merged into the speaker under the cursor."""
        if self.entry is not None:
            self._part(self.entry.uid)
