"""The form of a quote: who said it, in which form, to whom, where and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from store.model import FORMS
from tui.screens.form import Row
from tui.screens.record_form import RecordForm, RecordValues
from tui.screens.speaker_rows import chosen_speaker
from tui.widgets.fields import Cycle


class QuoteForm(RecordForm):
    """Asks what is to be known of a quote."""

    HEADING = "Quote"

    def rows(self) -> Iterator[Row]:
        """Speaker and role, then form, then the rest."""
        yield from self.speaker
        yield Row("form", Cycle("form", FORMS, self.text("form")))
        yield self.line("addressee", "addressee", "as reporters, parliament")
        yield self.line("venue", "venue", "as a summit, a channel")
        yield Row("date said", self.date("date_said", self.text("date_said_precision")))
        yield self.line("translation", "translation")
        yield self.note()

    def result(self, values: dict[str, Any]) -> RecordValues:
        """The quote's columns, its speaker and its note."""
        said, precision = values["date_said"]
        columns = {name: values[name] for name in ("role", "form", "addressee", "venue", "translation")}
        columns |= {"date_said": said, "date_said_precision": precision}
        return RecordValues(chosen_speaker(values), columns, values["note"])
