"""What the reading screen does with registers: lists all quotes, speakers and commitments, and changes them there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from store.citation import show_date
from store.deferred import deferred
from tui import describe
from tui.counts import amount, counted
from tui.describe import SIGN
from tui.screens.exporting import Exporting

if TYPE_CHECKING:
    from store import history, records, registers, speakers
    from store.model import Speaker
    from tui.screens.register import Does, Register
    from tui.screens.register_rows import RegisterRow
else:
    history, records = deferred("store.history", "store.records")
    registers, speakers = deferred("store.registers", "store.speakers")


class Registering(Exporting):
    """The part of the reading screen that shows the registers."""

    def action_quotes(self) -> None:
        """List all quotes."""
        from tui.screens.register import Register
        from tui.screens.register_rows import Column, RegisterRow

        def rows() -> list[RegisterRow]:
            return [
                RegisterRow(
                    e.uid,
                    (
                        show_date(e.published),
                        e.outlet,
                        e.speaker,
                        e.form,
                        describe.copies(e.copies),
                        _line(e.words, e.needs_look),
                    ),
                    e.speaker,
                    e.outlet,
                    _month(e.published),
                )
                for e in registers.quotes(self.collection)
            ]

        columns = [Column("date", 10), Column("outlet", 14), Column("speaker", 24), Column("form", 8)]
        columns += [Column("copies", 10, numeric=True), Column("words")]
        empty = "No quotes yet: select one in an article with i, then press 1."
        self._show_register(Register("Quotes", columns, rows, self._record_doings("quote"), empty))

    def action_commitments(self) -> None:
        """List all commitments."""
        from tui.screens.register import Register
        from tui.screens.register_rows import PROMISED, Column, RegisterRow

        def rows() -> list[RegisterRow]:
            return [
                RegisterRow(
                    e.uid,
                    (
                        f"by {e.deadline}" if e.deadline else _line(e.deadline_text),
                        e.promisor,
                        _line(e.action or e.words, e.needs_look),
                        amount(e.quantity, e.unit),
                        e.status,
                        describe.copies(e.copies),
                        show_date(e.published),
                        e.outlet,
                    ),
                    e.promisor,
                    e.outlet,
                    _month(e.published),
                    _month(e.deadline),
                )
                for e in registers.commitments(self.collection)
            ]

        columns = [
            Column("deadline", 13),
            Column("promisor", 22),
            Column("what"),
            Column("how much", 22, numeric=True),
            Column("status", 11),
            Column("copies", 10, numeric=True),
            Column("date", 10),
            Column("outlet", 14),
        ]
        empty = "No commitments yet: select one in an article, then press 3."
        self._show_register(Register("Commitments", columns, rows, self._record_doings("commitment"), empty, PROMISED))

    def _show_register(self, register: Register) -> None:
        def chosen(uid: str | None) -> None:
            place = registers.place_of(self.collection, uid) if uid else None
            if uid and place is not None:
                self._from_register = uid, place[1] or 0
                self._open_at(*place)

        self.app.push_screen(register, chosen)

    def _open_at(self, number: int, offset: int | None) -> None:
        """Open an article where a record stands, at the top where it stood in an earlier version.

        The registers that stand over each other before it are left.
        """
        while self.app.screen is not self:
            self.app.screen.dismiss(None)
        self.go_to(number, offset or 0)
        if offset is None:
            self.app.say("These words stood in an earlier version: L finds them again or places them.")

    # Speakers

    def action_speakers(self) -> None:
        """List all speakers; opening one shows all that is on record of them."""
        from tui.screens.register_rows import Column, RegisterRow
        from tui.screens.speaker_register import SpeakerRegister

        def rows() -> list[RegisterRow]:
            return [
                RegisterRow(s.uid, (s.name, s.kind, _roles(s), ", ".join(s.aliases), _counts(s)))
                for s in speakers.speakers(self.collection)
            ]

        columns = [Column("name"), Column("kind", 7), Column("roles", 36), Column("aliases", 24)]
        columns.append(Column("on record", 18, numeric=True))
        empty = "No speakers yet: select a name in an article, then press 2."
        does = self._doings(("speaker", "quote", "commitment"), self._edit_speaker, self._delete_speakers)
        does = replace(does, open=self._show_speaker)
        merges = (self._merge, self._part)
        self.app.push_screen(SpeakerRegister("Speakers", columns, rows, does, empty, merges))

    def _show_speaker(self, uid: str) -> None:
        """Show a speaker's page over the register, which is there again after it."""
        from tui.screens.register_rows import Column, RegisterRow
        from tui.screens.speaker_page import SpeakerPage

        def rows() -> list[RegisterRow]:
            return [
                RegisterRow(
                    e.uid,
                    (show_date(e.published), e.outlet, SIGN[e.kind], e.role, e.said, _told(e)),
                    outlet=e.outlet,
                    month=_month(e.published),
                )
                for e in registers.of_speaker(self.collection, uid)
            ]

        columns = [Column("date", 10), Column("outlet", 14), Column("", 1), Column("role", 20), Column("is", 11)]
        columns.append(Column("words"))
        speaker = partial(self.speaker, uid)
        does = self._record_doings("quote", "commitment", "speaker")
        self._show_register(SpeakerPage(speaker, columns, rows, does, partial(self._edit_speaker, uid)))

    def _edit_speaker(self, uid: str) -> None:
        from tui.screens.speaker_form import SpeakerForm, SpeakerValues

        speaker = self.speaker(uid)
        if speaker is None or self.refuses():
            return

        def done(values: SpeakerValues) -> bool:
            added = values.alias, values.role, values.since, values.until
            work = partial(speakers.edit, self.collection, uid, values.columns, *added, speaker)
            self.app.keep(work, told, form=form)
            return True

        def told(values: dict[str, Any]) -> None:
            if said := describe.overwritten(values):
                self.app.say(said)

        form = SpeakerForm(speaker, speakers.speakers(self.collection))
        form.ask(self.app, done)

    def _delete_speakers(self, uids: Sequence[str]) -> None:
        said = f"Deleted: {counted(len(uids), 'speaker')} — u undoes"
        self.app.keep(lambda: speakers.delete(self.collection, uids), lambda _: self.app.say(said))

    def _merge(self, uids: Sequence[str], into: str, done: Callable[[], None]) -> None:
        from store.naming import gone
        from tui.screens.confirm import Confirm

        names = {one.uid: _apart(one) for one in speakers.speakers(self.collection, [*uids, into])}
        if {*uids, into} - names.keys():
            raise gone()
        others = [uid for uid in uids if uid != into]

        def merged() -> None:
            self.app.say(f"One speaker now: {names[into]} — u undoes")
            done()

        def answered(sure: bool | None) -> None:
            if sure:
                self.app.keep(lambda: speakers.merge(self.collection, others, into), lambda _: merged())

        listed = ", ".join(names[uid] for uid in others)
        words = f"{listed}\nwould be {names[into]}, with all that is on record of them. P parts them again."
        self.app.push_screen(Confirm("Are these one speaker?", words, "merge", "keep apart"), answered)

    def _part(self, uid: str) -> None:
        def parted(count: int) -> None:
            said = (
                f"{counted(count, 'speaker')} parted again — u undoes"
                if count
                else "Nobody was merged into this speaker."
            )
            self.app.say(said)

        self.app.keep(lambda: speakers.part(self.collection, uid), parted)

    # What all registers do

    def _record_doings(self, *kinds: str) -> Does:
        def edit(uid: str) -> None:
            self.edit_record(records.get(self.collection, uid))

        def delete(uids: Sequence[str]) -> None:
            said = f"Deleted: {counted(len(uids), 'record')} — u undoes"
            self.app.keep(lambda: records.delete_all(self.collection, uids), lambda _: self.app.say(said))

        return replace(self._doings(kinds, edit, delete, self._show_places), copy=self.copy_record)

    def _show_places(self, uid: str) -> None:
        """List where a record's words stand, over the register."""
        from tui.screens.destinations import Destinations
        from tui.screens.register import Does
        from tui.screens.register_rows import Column, RegisterRow

        found: dict[str, registers.PlaceEntry] = {}

        def rows() -> list[RegisterRow]:
            found.update((f"{number}", e) for number, e in enumerate(registers.places(self.collection, uid)))
            return [
                RegisterRow(key, (PLACE[e.kind], show_date(e.published), e.outlet, e.title, _line(e.words)))
                for key, e in found.items()
            ]

        def chosen(key: str | None) -> None:
            if key is not None:
                self._open_at(found[key].article, found[key].start)

        columns = [Column("is", 9), Column("date", 10), Column("outlet", 14), Column("title", 40), Column("words")]
        self.app.push_screen(Destinations("Places", columns, rows, Does(), groups=()), chosen)

    def _doings(
        self,
        kinds: Sequence[str],
        edit: Callable[[str], None],
        delete: Callable[[Sequence[str]], None] | None = None,
        places: Callable[[str], None] | None = None,
    ) -> Does:
        from tui.screens.register import Does

        export = partial(self.ask_export, kinds)
        return Does(edit, delete, export, self.action_undo, self.action_redo, places, self.app.changed)


PLACE = {"home": "on record", "copy": "copy", "variant": "differs"}
"""What the list of a record's places calls each kind."""


def _line(words: str, needs_look: bool = False) -> str:
    """Words in one line, behind the sign of a doubtful place where they have one."""
    line = " ".join(words.split())
    return f"? {line}" if needs_look else line


def _told(entry: registers.SpeakerEntry) -> str:
    """The words of an entry of a speaker's page, behind what is promised in figures; its place may be doubtful."""
    promised = {name: getattr(entry, name) for name in ("quantity", "unit", "deadline", "deadline_text")}
    words = ": ".join(filter(None, (describe.figures(promised), entry.words)))
    return _line(words, entry.needs_look)


def _month(published: str) -> str:
    return published[:7] if published[:1].isdigit() else ""


def _roles(speaker: Speaker) -> str:
    """The roles; of an unnamed source, also where it was first on record, which tells it from others."""
    seen = f"first in {speaker.seen}" if speaker.seen else ""
    return "; ".join(filter(None, (*(role.title for role in speaker.roles), seen)))


def _apart(speaker: Speaker) -> str:
    return f"{speaker.name} ({speaker.seen})" if speaker.seen else speaker.name


def _counts(speaker: Speaker) -> str:
    return f"{speaker.quotes} ❝  {speaker.commitments} ⚑  {speaker.mentions} @"
