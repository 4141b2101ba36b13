"""Putting words on record: what the reading screen does for quotes, speakers, commitments and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from store.deferred import deferred
from store.events import OWNER
from tui import describe
from tui.record_places import RecordPlaces
from tui.screens.knowing import Knowing, day_of
from tui.widgets.page import Page

if TYPE_CHECKING:
    from store import articles, history, records, speakers
    from store.articles import Reading
    from store.events import Change
    from store.model import Record, RecordKind, Span
    from tui.screens.deciding import Answer
    from tui.screens.form import Form
    from tui.screens.record_form import RecordForm, RecordValues
    from tui.widgets.speaker_field import SpeakerChoice
else:
    articles, history, records, speakers = deferred(
        "store.articles", "store.history", "store.records", "store.speakers"
    )

TAGGING = set("quote speaker commitment repeat_tag add_span edit note delete select_quotation".split())
"""Actions on the open article's words and records."""


class LastTag(NamedTuple):
    """What `.` does again: the kind and all it was given."""

    kind: RecordKind
    fields: dict[str, Any]
    note: str = ""


class LastRecord(NamedTuple):
    """The record made last, to which spans of its article can be added."""

    uid: str
    article: str


def nothing(*_: object) -> None:
    """Nobody waits for what came of it."""


class Tagging(Knowing):
    """The part of the reading screen that makes, edits and deletes records, and takes changes back."""

    def __init__(self) -> None:
        super().__init__()
        self._places: RecordPlaces | None = None
        self._last_tag: LastTag | None = None
        self.last_record: LastRecord | None = None
        self._from_register: tuple[str, int] | None = None
        """The uid of the record that a list opened last, and where: with the cursor there, it is the one meant."""

    @property
    def page(self) -> Page:
        """The page beside the list."""
        return self.query_one(Page)

    # What is meant

    def chosen_words(self) -> Span | None:
        """The selection without blanks at its ends; without one the quotation around the cursor."""
        span = self.page.selected or self.text_map.quotation_at(self.page.place)
        return self.text_map.without_blanks(span) if span else None

    def _chosen_name(self) -> Span | None:
        """The selection without the signs at its ends."""
        return self.text_map.without_signs(self.page.selected) if self.page.selected else None

    def record_here(self) -> Record | None:
        """The record under the cursor, the shortest where several overlap; copies stand for their record.

        Where a list has opened one there, it is that one.
        """
        places = self.record_places
        return places.at(self.page.place, self.opened_by_list) if places else None

    @property
    def opened_by_list(self) -> str:
        """The uid of the record that a list has opened at the cursor; empty where none has."""
        uid, place = self._from_register or ("", -1)
        return uid if place == self.page.place else ""

    @property
    def record_places(self) -> RecordPlaces | None:
        """Where the records of the open article are."""
        if self.reading is None:
            return None
        if self._places is None or self._places.reading is not self.reading:
            self._places = RecordPlaces(self.reading)
        return self._places

    def why_not_tag(self, name: str) -> str:
        """Why a tagging action cannot be done now; empty when it can."""
        if name not in TAGGING:
            return ""
        if self.reading is None:
            return "Open an article first: enter on the list."
        if name == "speaker" and self._chosen_name() is None:
            return "Select the name first: v, then w."
        if name in ("quote", "commitment", "repeat_tag", "add_span") and self.chosen_words() is None:
            return "Select the words first: v, then w, ) or p; i selects a quotation."
        if name == "repeat_tag" and self._last_tag is None:
            return "Nothing has been tagged since On Record was opened."
        if name == "add_span" and (self.last_record is None or self.last_record.article != self.reading.row.uid):
            return "No record has been made here yet to which a span could be added."
        if name == "select_quotation" and self.text_map.quotation_at(self.page.place) is None:
            return "There is no quotation around the cursor; v begins a selection."
        if name in ("edit", "delete") and self.record_here() is None:
            return "There is no record under the cursor; ] goes to the next."
        if name == "note" and self.record_here() is None and self.chosen_words() is None:
            return "Put the cursor on a record, or select words to write a note on."
        return ""

    # Tagging

    def action_select_quotation(self) -> None:
        """Select the quotation around the cursor."""
        quotation = self.text_map.quotation_at(self.page.place)
        if quotation:
            self.page.select(quotation)

    def action_quote(self) -> None:
        """Ask who said the chosen words, then put them on record."""
        from tui.screens.quote_form import QuoteForm

        span = self.chosen_words()
        if span is None or self.reading is None:
            return
        self._ask_for_record(QuoteForm, "quote", span, {"form": "direct" if self._quoted(span) else "indirect"})

    def action_commitment(self) -> None:
        """Ask who promised what, then put it on record."""
        from tui.screens.commitment_form import CommitmentForm

        span = self.chosen_words()
        if span is None or self.reading is None:
            return
        self._ask_for_record(CommitmentForm, "commitment", span, {"strength": "hard", "status": "open"})

    def _ask_for_record(
        self, form_class: type[RecordForm], kind: RecordKind, span: Span, usual: dict[str, Any]
    ) -> None:
        reading = self.reading
        assert reading is not None
        guess, new = self.guess(kind, span)
        known = usual | guess
        form = form_class(
            self._words(span),
            self._speakers_here(),
            records.parse_date,
            known,
            day=self._day(),
            proposed=new,
            text=reading.text,
            names=self._names_in(reading.row.uid),
            guessed=bool(guess),
        )

        def tag(values: RecordValues) -> bool:
            uid, along = self._settle(values.speaker)
            fields = {**values.fields, OWNER[kind]: uid}
            self._keep_tag(LastTag(kind, fields, values.note), reading, span, along, form)
            return True

        form.ask(self.app, tag)

    def guess(self, kind: str, span: Span) -> tuple[dict[str, Any], str]:
        """What the form of such a record on a span begins with, by its columns; the name of who is not known yet."""
        return {}, ""

    def action_speaker(self) -> None:
        """Ask who is meant by the selected name, then put the mention on record."""
        from tui.screens.speaker_picker import SpeakerPicker

        span, reading = self._chosen_name(), self.reading
        if span is None or reading is None:
            return

        def picked(choice: SpeakerChoice) -> bool:
            uid, along = self._settle(choice)
            tag = LastTag("mention", {"role": choice.role, "speaker": uid})
            self._keep_tag(tag, reading, span, along, picker)
            return True

        names = self._names_in(reading.row.uid)
        picker = SpeakerPicker(self._speakers_here(), self._words(span), day=self._day(), names=names)
        picker.ask(self.app, picked)

    def _keep_tag(
        self,
        tag: LastTag,
        reading: Reading,
        span: Span,
        along: Sequence[Change] = (),
        form: Form[Any] | None = None,
    ) -> None:
        """Put words on record, of the text in which they were chosen: by now another may be on the page."""
        article, text = reading.row.uid, reading.text_sha256
        release = self._release_later(reading)

        def work() -> str:
            return records.tag(
                self.collection, tag.kind, article, [("content", *span)], tag.fields, tag.note, along, text
            )

        def kept(uid: str) -> None:
            self._last_tag = tag
            release()
            self.made(uid, article, tag.kind)

        self.app.keep(work, kept, form=form)

    def _release_later(self, reading: Reading) -> Callable[[], None]:
        """What lets go of the words selected now, once they are kept; others may have been selected by then."""
        selected = self.page.selected

        def release() -> None:
            if self.is_open(reading) and self.page.selected == selected:
                self.page.release()

        return release

    def made(self, uid: str, article: str, kind: RecordKind) -> None:
        """A record was made: spans can be added to it. Say so, where its words stand again, and whose they are too."""
        self.last_record = LastRecord(uid, article)
        record = records.get(self.collection, uid)
        self.app.say(describe.made(records.NAMES[kind], record, self._also_of(record)))

    def _also_of(self, record: Record) -> list[str]:
        """Who is on record with the very words of a record that was just made: another each time."""
        if record.kind not in OWNER:
            return []
        owners = [one.owner for one in records.on_same_words(self.collection, record)]
        names = {one.uid: one.name for one in speakers.speakers(self.collection, owners)}
        return [names.get(owner, "nobody named") for owner in owners]

    def _settle(self, choice: SpeakerChoice) -> tuple[str | None, list[Change]]:
        """The uid of the chosen speaker, and the changes that make or complete it."""
        if choice.uid is None:
            return (
                speakers.new_speaker(choice.name, choice.kind, choice.role, (choice.alias,) if choice.alias else ())
                if choice.name
                else (None, [])
            )
        return choice.uid, speakers.known_as(self.collection, choice.uid, choice.alias, choice.role)

    def action_repeat_tag(self) -> None:
        """Tag the chosen words as the last ones were."""
        span, last = self.chosen_words(), self._last_tag
        if span is None or last is None or self.reading is None:
            return
        owner = last.fields.get(OWNER.get(last.kind, ""))
        if owner and self.speaker(owner) is None:
            self._last_tag = None
            self.app.say("Who was named then is not on file any more: name somebody with 1, 2 or 3.")
            return
        self._keep_tag(last, self.reading, span)

    def action_add_span(self) -> None:
        """Add the chosen words to the record made last, as a further part of it."""
        span, reading, last = self.chosen_words(), self.reading, self.last_record
        if span is None or reading is None or last is None or last.article != reading.row.uid:
            return
        release = self._release_later(reading)

        def added(_: None) -> None:
            release()
            self.app.say("Added to the record made last")

        text = reading.text_sha256
        self.app.keep(lambda: records.add_span(self.collection, last.uid, "content", *span, text), added)

    # Changing

    def action_edit(self) -> None:
        """Edit the record under the cursor."""
        record = self.record_here()
        if record is not None:
            self.edit_record(record)

    def edit_record(self, record: Record) -> None:
        """Show the form of a record, of any article."""
        if self.refuses():
            return
        if record.kind == "note":
            self._edit_note(record)
            return
        if record.kind == "mention":
            self._edit_mention(record)
            return
        from tui.screens.commitment_form import CommitmentForm
        from tui.screens.quote_form import QuoteForm

        form_class = QuoteForm if record.kind == "quote" else CommitmentForm
        form = form_class(
            record.words,
            self._speakers_here(),
            records.parse_date,
            record.fields,
            record.note,
            day=day_of(articles.find(self.collection, record.article)),
            editing=True,
            names=self._names_in(record.article),
        )

        def done(values: RecordValues) -> bool:
            uid, along = self._settle(values.speaker)
            self._keep_edit(record, values.fields | {OWNER[record.kind]: uid}, values.note, along, form)
            return True

        form.ask(self.app, done)

    def _edit_mention(self, record: Record) -> None:
        from tui.screens.speaker_picker import SpeakerPicker

        def picked(choice: SpeakerChoice) -> bool:
            uid, along = self._settle(choice)
            self._keep_edit(record, {"speaker": uid, "role": choice.role}, None, along, picker)
            return True

        chosen = record.fields["speaker"]
        day = day_of(articles.find(self.collection, record.article))
        picker = SpeakerPicker(
            self._speakers_here(),
            record.words,
            str(chosen) if chosen else None,
            str(record.fields["role"]),
            day,
            self._names_in(record.article),
        )
        picker.ask(self.app, picked)

    def action_note(self) -> None:
        """Write a note on the record under the cursor, else on the chosen words."""
        record = self.record_here() if self.page.selected is None else None
        if record is not None:
            self._edit_note(record)
            return
        from tui.screens.note_form import NoteForm

        span, reading = self.chosen_words(), self.reading
        if span is None or reading is None:
            return

        def written(note: str) -> bool:
            self._keep_tag(LastTag("note", {}, note), reading, span, form=form)
            return True

        form = NoteForm(self._words(span))
        form.ask(self.app, written)

    def _edit_note(self, record: Record) -> None:
        from tui.screens.note_form import NoteForm

        def written(note: str) -> bool:
            self._keep_edit(record, {}, note, (), form)
            return True

        form = NoteForm(record.words, record.note)
        form.ask(self.app, written)

    def _keep_edit(
        self, record: Record, fields: dict[str, Any], note: str | None, along: Sequence[Change], form: Form[Any]
    ) -> None:
        """Keep what was changed in the form of a record; say what of it another program had changed since it opened."""

        def told(values: dict[str, Any]) -> None:
            owner = OWNER.get(record.kind, "")
            speaker = self.speaker(values[owner]) if values.get(owner) else None
            if said := describe.overwritten(values | ({owner: speaker.name} if speaker else {})):
                self.app.say(said)

        self.app.keep(lambda: records.edit(self.collection, record.uid, fields, note, along, record), told, form=form)

    def action_delete(self) -> None:
        """Take the record under the cursor off the record; undo brings it back."""
        record = self.record_here()
        if record is None:
            return
        name = records.NAMES[record.kind]
        self.app.keep(
            lambda: records.delete(self.collection, record.uid), lambda _: self.app.say(f"Deleted: {name} — u undoes")
        )

    def action_undo(self) -> None:
        """Take back the last change."""
        self.take_back()

    def take_back(self, made: str = "", undone: Answer = nothing, failed: Answer = nothing) -> None:
        """Take back the last change, or only the one that made the target of that uid; say it, and call back."""

        def told(action: history.TakenBack) -> None:
            self.last_record = None  # it may be the one that is gone
            undone()
            self.app.say(f"Undone (yours): {self._told(action)}")

        self.app.keep(lambda: history.undo(self.collection, made), told, failed=failed)

    def action_redo(self) -> None:
        """Do again what was taken back."""

        def told(action: history.TakenBack) -> None:
            self.app.say(f"Done again (yours): {self._told(action)}")

        self.app.keep(lambda: history.redo(self.collection), told)

    def _told(self, action: history.TakenBack) -> str:
        """An action that was taken back or done again, and in which articles, where that cannot be seen."""
        seen = self.reading.row.uid if self.reading is not None and self.page_shown else ""
        elsewhere = [title for uid, title in action.titles.items() if uid != seen]
        return describe.action(action.op, action.about, elsewhere)
