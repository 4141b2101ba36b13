"""The form of a speaker: name, kind, country, and a further alias or role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from store.model import Speaker
from store.records import parse_date
from tui.screens.form import FieldError, Form, Row
from tui.screens.speaker_rows import CALLED_SO, KINDS, called_so
from tui.widgets.fields import Cycle, TextField

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
COLUMNS = ("name", "kind", "country", "wikidata", "note")


@dataclass(frozen=True, slots=True)
class SpeakerValues:
    """The columns that were changed, and an alias and a role with its dates to add ("" for none)."""

    columns: dict[str, str]
    alias: str
    role: str
    since: str = ""
    until: str = ""


class NameField(TextField):
    """A field for a name of a speaker, which tells where another of `speakers` has it."""

    def __init__(self, name: str, value: str, placeholder: str, speaker: Speaker, speakers: Sequence[Speaker]) -> None:
        super().__init__(name, value, placeholder)
        self._speaker = speaker
        self._speakers = speakers

    @property
    def remark(self) -> str:
        """Says when another speaker is called so."""
        return CALLED_SO if called_so(self.value, self._speakers, self._speaker.uid) else ""


class SpeakerForm(Form[SpeakerValues]):
    """Asks what is to be known of a speaker, one of `speakers`. Dismisses with SpeakerValues, or None."""

    HEADING = "Speaker"

    def __init__(self, speaker: Speaker, speakers: Sequence[Speaker]) -> None:
        names = f"also {', '.join(speaker.aliases)}" if speaker.aliases else ""
        roles = "; ".join(role.title for role in speaker.roles)
        super().__init__(" · ".join(filter(None, (speaker.name, speaker.seen, names, roles))))
        self._speaker = speaker
        self._speakers = speakers

    def rows(self) -> Iterator[Row]:
        """A row a column, then what can be added."""
        speaker = self._speaker
        yield Row("name", NameField("name", speaker.name, "", speaker, self._speakers))
        yield Row("kind", Cycle("kind", KINDS, speaker.kind))
        yield Row("country", TextField("country", speaker.country))
        yield Row("Wikidata", TextField("wikidata", speaker.wikidata, "Q42"))
        yield Row("add alias", NameField("alias", "", "another name", speaker, self._speakers))
        yield Row("add role", TextField("role", "", "what they are or were"))
        dates = (TextField("since", "", "since, 2029-01"), TextField("until", "", "until"))
        yield Row("in office", *dates, between="to")
        yield Row("note", TextField("note", speaker.note))

    def result(self, values: dict[str, Any]) -> SpeakerValues:
        """What was changed and added."""
        if not values["name"]:
            raise FieldError("name", "A speaker needs a name.")
        for name in filter(values.get, ("since", "until")):
            if not DATE.fullmatch(values[name]):
                raise FieldError(name, "Type a date as 2029, 2029-01 or 2029-01-20.")
            try:
                parse_date(values[name])
            except ValueError:
                raise FieldError(name, f"The calendar does not have {values[name]}.") from None
            if not values["role"]:
                raise FieldError("role", "Name the role that these dates are of.")
        columns = {name: values[name] for name in COLUMNS if values[name] != getattr(self._speaker, name)}
        return SpeakerValues(columns, values["alias"], values["role"], values["since"], values["until"])
