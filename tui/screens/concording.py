"""What the reading screen does with the concordance: opens it on the words meant, and tags its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.deferred import deferred
from tui.screens.listing import Listing

if TYPE_CHECKING:
    from store import concordance, records
    from store.concordance import Line
    from store.model import RecordKind
    from tui.widgets.speaker_field import SpeakerChoice
else:
    concordance, records = deferred("store.concordance", "store.records")


class Concording(Listing):
    """The part of the reading screen that shows words in all texts, line by line."""

    def action_concordance(self) -> None:
        """Show the selection, the word under the cursor or what the list was searched for in all texts."""
        from tui.screens.concordance import Concordance

        def chosen(line: Line | None) -> None:
            if line is not None:
                self.go_to(line.article, line.start)

        find = partial(concordance.concordance, self.collection)
        screen = Concordance(self._words_meant(), find, self._tag_lines, self.action_undo, self.action_redo)
        self.app.push_screen(screen, chosen)

    def _words_meant(self) -> str:
        if self.reading is None or not self.page.has_focus:
            return self.wanted.words.strip()
        span = self.page.selected or self.text_map.span_at("word", self.page.place)
        words = " ".join(self.reading.text[slice(*span)].replace('"', " ").split())
        return f'"{words}"' if words else ""

    def _tag_lines(self, kind: RecordKind, lines: Sequence[Line], done: Callable[[], None]) -> None:
        if self.refuses():
            return
        if kind == "note":
            self._note_lines(lines, done)
        else:
            self._tag_with_speaker(kind, lines, done)

    def _note_lines(self, lines: Sequence[Line], done: Callable[[], None]) -> None:
        from tui.screens.note_form import NoteForm

        def written(note: str) -> bool:
            work = partial(concordance.tag_lines, self.collection, "note", lines, note=note)
            self.app.keep(work, partial(self._say_tagged, "note", done), form=form)
            return True

        form = NoteForm(_excerpt(lines))
        form.ask(self.app, written)

    def _tag_with_speaker(self, kind: RecordKind, lines: Sequence[Line], done: Callable[[], None]) -> None:
        from tui.screens.speaker_picker import SpeakerPicker

        def picked(choice: SpeakerChoice) -> bool:
            uid, along = self._settle(choice)
            fields = {"speaker": uid, "role": choice.role}
            work = partial(concordance.tag_lines, self.collection, kind, lines, fields, along=along)
            self.app.keep(work, partial(self._say_tagged, kind, done), form=picker)
            return True

        words = lines[0].hit if kind == "mention" else ""
        picker = SpeakerPicker(self._speakers_here(), words)
        picker.ask(self.app, picked)

    def _say_tagged(self, kind: RecordKind, done: Callable[[], None], counts: tuple[int, int]) -> None:
        made, already = counts
        self.last_record = None  # of several, none is the last
        name = records.NAMES[kind] + ("" if made == 1 else "s")
        known = f"; {already:,} were already, or are copies" if already else ""
        self.app.say(f"On record: {made:,} {name}{known} — u undoes all")
        done()


def _excerpt(lines: Sequence[Line]) -> str:
    more = f" (and {len(lines) - 1:,} more)" if len(lines) > 1 else ""
    return f"{lines[0].left[-40:]}{lines[0].hit}{lines[0].right[:40]}{more}"
