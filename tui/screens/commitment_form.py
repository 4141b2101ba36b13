"""The form of a commitment: who promised what, to whom, how much, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual import on

from store.model import STATUSES, STRENGTHS
from store.records import parse_amount
from tui.screens.form import FieldError, Row
from tui.screens.record_form import RecordForm, RecordValues
from tui.screens.speaker_rows import chosen_speaker
from tui.widgets.fields import NO_DATE, Cycle, QuantityField, TextField

PLAIN = ("role", "beneficiary", "action", "quantity", "unit", "deadline_text", "condition", "strength", "status")


class CommitmentForm(RecordForm):
    """Asks what is to be known of a commitment. The speaker of its values is the promisor."""

    HEADING = "Commitment"
    SPEAKER = ("promisor", "promisor")

    def rows(self) -> Iterator[Row]:
        """Promisor first, what became of it last; the day and reason of a status unless it is open."""
        yield from self.speaker
        yield self.line("beneficiary", "beneficiary", "whom it is promised")
        yield self.line("action", "action", "what will be done")
        amount = QuantityField("quantity", self.given.get("quantity"), parse_amount)
        yield Row("quantity", amount, TextField("unit", self.text("unit")), between="unit")
        yield Row("deadline", self.date("deadline", self.text("deadline_precision")))
        yield self.line("in words", "deadline_text", "as “by the end of next year”")
        yield Row("strength", Cycle("strength", STRENGTHS, self.text("strength")))
        yield self.line("condition", "condition", "as “if …”, “unless …”, “subject to …”")
        yield Row("status", Cycle("status", STATUSES, self.text("status")))
        since = self.date("status_date", "day", "as 2026-11-30")
        outcome = Row("since", since, TextField("status_note", self.text("status_note")), between="because")
        outcome.display = self.text("status") not in ("", "open")
        yield outcome
        yield self.note()

    @on(Cycle.Changed)
    def _turned(self, event: Cycle.Changed) -> None:
        if event.cycle.name == "status":
            self.row_of("status_date").display = event.cycle.read() != "open"

    def result(self, values: dict[str, Any]) -> RecordValues:
        """The commitment's columns, its promisor and its note."""
        columns: dict[str, str | float | None] = {name: values[name] for name in PLAIN}
        columns["quantity"], unit = values["quantity"]
        columns["unit"] = unit or values["unit"]
        columns["deadline"], columns["deadline_precision"] = values["deadline"]
        columns["status_date"], precision = values.get("status_date", NO_DATE)
        if precision not in ("day", "none"):
            raise FieldError("status_date", "What became of it is dated to the day, such as 2026-11-30.")
        columns["status_note"] = values.get("status_note", "")
        return RecordValues(chosen_speaker(values), columns, values["note"])
