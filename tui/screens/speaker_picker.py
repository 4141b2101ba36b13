"""The picker of speakers: who is named here, in which role, and whether the words become an alias."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from textual import on

from store.model import Speaker
from tui.matching import fold
from tui.screens.form import FieldError, Form, Hint, Row
from tui.screens.speaker_rows import CALLED_SO, SpeakerRows, called_so, chosen_speaker
from tui.widgets.fields import Cycle
from tui.widgets.speaker_field import SpeakerChoice, SpeakerField

LONGEST_ALIAS = 60
KEEP, LEAVE = "keep as an alias", "leave"

_PRONOUNS = """
    i he she it we you they him her them his hers its their who this that these those
    il elle ils elles on lui eux er sie es ihr wir el ella ellos ellas ele ela eles elas
    он она оно они я мы вы він вона воно вони ми ви ён яна яно яны
"""


def worth_keeping(words: str) -> bool:
    """Whether words that name a speaker look like a name: no pronoun, no small letter first."""
    return bool(words) and not words[0].islower() and words.casefold() not in _PRONOUNS.split()


class SpeakerPicker(Form[SpeakerChoice]):
    """Picks or creates the speaker behind `words`: two letters, enter, enter. Dismisses with a SpeakerChoice.

    Args:
        speakers: All speakers, those in this article and recent ones first.
        words: The words in the text that name the speaker.
        chosen: Uid of the speaker that stands there already, when editing.
        role: The role that stands there already.
        day: ISO date of the article, for the role at the time.
        names: Those that stand in the article, on file or not.
    """

    HEADING = "Speaker"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "save", "save"),
        ("tab", "role, alias", ""),
        ("^n", "create", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(
        self,
        speakers: Sequence[Speaker],
        words: str = "",
        chosen: str | None = None,
        role: str = "",
        day: str = "",
        names: Sequence[str] = (),
    ) -> None:
        super().__init__(words)
        self._alias = " ".join(words.split())
        named = worth_keeping(self._alias) and len(self._alias) <= LONGEST_ALIAS
        self._known = speakers
        said = self._alias if named else ""
        self._speakers = SpeakerRows("speaker", speakers, chosen, role, day, named=said, names=names)
        self._keep = Cycle("alias", (KEEP, LEAVE), KEEP if worth_keeping(self._alias) else LEAVE)
        self._alias_row = Row("these words", self._keep)

    def rows(self) -> Iterator[Row]:
        """Speaker, kind of a new one, role, alias."""
        yield from self._speakers
        self._alias_row.display = 0 < len(self._alias) <= LONGEST_ALIAS
        yield self._alias_row

    @on(SpeakerField.Settled)
    def _settled(self, event: SpeakerField.Settled) -> None:
        self._speakers.follow(event.speaker)
        names = (event.field.choice.name, *(event.speaker.aliases if event.speaker else ()))
        known = fold(self._alias) in map(fold, names)
        self._alias_row.display = bool(event.field.choice.name) and not known and len(self._alias) <= LONGEST_ALIAS
        taken = called_so(self._alias, self._known, event.field.choice.uid)
        self._alias_row.say(CALLED_SO if taken else "")
        if taken:
            self._keep.index = self._keep.options.index(LEAVE)

    def result(self, values: dict[str, Any]) -> SpeakerChoice:
        """The speaker taken; the words as an alias only where that row shows and says so."""
        alias = self._alias if values.get("alias") == KEEP else ""
        choice = chosen_speaker(values, alias)
        if not (choice.uid or choice.name):
            raise FieldError("speaker", "Somebody must be named here: type a name, or leave with esc.")
        return choice
