"""What the forms of quotes and commitments share: who is behind the words, the record's columns and its note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on

from store.model import Speaker
from tui.screens.form import Form, Hint, Row
from tui.screens.speaker_rows import SpeakerRows
from tui.widgets.fields import DateField, ParseDate, TextField
from tui.widgets.speaker_field import SpeakerChoice, SpeakerField


@dataclass(frozen=True, slots=True)
class RecordValues:
    """A record's values as a form leaves them.

    `fields` are by the record's column names, but for the speaker (promisor), who may be new.
    """

    speaker: SpeakerChoice
    fields: dict[str, str | float | None]
    note: str


class RecordForm(Form[RecordValues]):
    """Asks for the speaker first: two letters and enter take one, enter again saves. Dismisses with its values or None.

    Args:
        words: The record's words.
        speakers: All speakers, those in this article and recent ones first.
        parse_date: Reads a date as people type it.
        fields: The record's columns as they stand, or guesses for a new one.
        note: The record's note.
        day: ISO date of the article, for the speaker's role at the time.
        editing: The record is on file: its speaker, or nobody, stands.
        proposed: The name of a speaker who is not on file yet.
        text: The article's, which may tell what a new speaker is.
        names: Those that stand in the article, on file or not.
        around: What stands before and after the words in their sentences.
        guessed: The columns are those of a suggestion on the words that somebody has chosen, which is told.
    """

    SPEAKER: ClassVar[tuple[str, str]] = ("speaker", "speaker")
    """The column that holds the speaker, and its label."""

    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "save", "save"),
        ("tab", "more fields", ""),
        ("← →", "change", ""),
        ("^n", "new speaker", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(
        self,
        words: str,
        speakers: Sequence[Speaker],
        parse_date: ParseDate,
        fields: Mapping[str, Any] | None = None,
        note: str = "",
        day: str = "",
        editing: bool = False,
        proposed: str = "",
        text: str = "",
        names: Sequence[str] = (),
        around: tuple[str, str] = ("", ""),
        guessed: bool = False,
    ) -> None:
        super().__init__(words, around)
        self.given = dict(fields or {})
        self._guessed = guessed
        self._note = note
        self._parse = parse_date
        column, label = self.SPEAKER
        chosen, role = self.given.get(column), self.text("role")
        self.speaker = SpeakerRows(label, speakers, chosen, role, day, editing, proposed, text=text, names=names)

    @property
    def heading(self) -> str:
        """The kind of record, and whether the form is filled in by a suggestion."""
        return f"{self.HEADING}, filled in as suggested" if self._guessed else self.HEADING

    def text(self, column: str) -> str:
        """What stands in a column of text, "" where nothing does."""
        return str(self.given.get(column) or "")

    def line(self, label: str, column: str, placeholder: str = "") -> Row:
        """A row for a column of text."""
        return Row(label, TextField(column, self.text(column), placeholder))

    def date(self, column: str, precision: str, placeholder: str = "as 2026-11-30, Nov 2026, Q3 2026") -> DateField:
        """The field of a column that holds a date."""
        return DateField(column, self.text(column), precision, self._parse, placeholder)

    def note(self) -> Row:
        """The row of the note."""
        return Row("note", TextField("note", self._note))

    @on(SpeakerField.Settled)
    def _settled(self, event: SpeakerField.Settled) -> None:
        self.speaker.follow(event.speaker)
