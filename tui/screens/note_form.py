"""The form of a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, ClassVar

from tui.screens.form import FieldError, Form, Hint, Row
from tui.widgets.note_field import NoteField


class NoteForm(Form[str]):
    """Asks for a note on `words`. Dismisses with its text or None; an empty text takes a `note` on file away."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "note_form.tcss"]
    HEADING = "Note"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "save", "save"),
        ("^j", "new line", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(self, words: str, note: str = "") -> None:
        super().__init__(words)
        self._note = note

    def rows(self) -> Iterator[Row]:
        """The note, over the whole width."""
        yield Row("", NoteField("note", self._note))

    def result(self, values: dict[str, Any]) -> str:
        """The note's text."""
        note: str = values["note"]
        if not note and not self._note:
            raise FieldError("note", "There is nothing to keep yet: write something, or leave with esc.")
        return note
