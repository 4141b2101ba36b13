"""Looking again at records whose place in the text is in doubt: found by their words, or anchored where one says."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from store.deferred import deferred
from tui import describe
from tui.screens.tagging import Tagging

if TYPE_CHECKING:
    from store import records
    from store.articles import Reading
    from store.model import Anchor, Record, Span
else:
    (records,) = deferred("store.records")


_COMPARED = 400
"""Characters of a record that are compared with what is selected."""

_NOT_SAID = "Not all said here: {}. e corrects it, L confirms."


class Looking(Tagging):
    """The part of the reading screen that anchors doubtful records."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[str, Span | None] = "", None
        """The uid of the doubtful span chosen last, and where it stands for all that is known: that was selected."""

    def _doubtful(self) -> dict[str, tuple[Record, Anchor]]:
        """The spans whose place in the current text is not certain, by uid."""
        return self.record_places.doubtful if self.record_places else {}

    def why_not_look(self, name: str) -> str:
        """Why no record can be looked for now; empty when one can."""
        if name == "look" and self.reading is None:
            return "Open an article first: enter on the list."
        if name == "look" and not self._doubtful():
            return "No record of this article needs a look."
        return ""

    def action_look(self) -> None:
        """Anchor a doubtful record at the selected words; without a selection, choose which and say its words.

        Where its words stand once, they are selected, so that the same key anchors it.
        """
        from tui.screens.destinations import Destinations
        from tui.screens.register import Does
        from tui.screens.register_rows import Column, RegisterRow

        doubtful, span, reading = self._doubtful(), self.page.selected, self.reading
        if reading is None:
            return

        def place(uid: str | None) -> None:
            if uid is None:
                return
            if span is None:
                self._seek(*doubtful[uid], reading)
            else:
                self._anchor(*doubtful[uid], span, reading)

        last, there = self._offered
        if len(doubtful) == 1 or (last in doubtful and span == there is not None):
            place(last if last in doubtful else next(iter(doubtful)))
            return
        chosen = reading.text[slice(*span)] if span else ""

        def likeness(uid: str) -> tuple[bool, float]:
            record, anchor = doubtful[uid]
            placed = anchor.in_doubt and not _is_unfound(record, anchor)
            return uid == last and not (chosen and placed), _likeness(_sought(record, anchor), chosen)

        likely_first = sorted(doubtful, key=likeness, reverse=True)
        rows = [RegisterRow(uid, _row(*doubtful[uid])) for uid in likely_first]
        columns = [Column("words on record"), Column("part", 10)]
        self.app.push_screen(Destinations("Needs a look", columns, lambda: rows, Does(), groups=()), place)

    def _seek(self, record: Record, anchor: Anchor, reading: Reading) -> None:
        """Select the words of an earlier version where they stand once in the text, or say which words to select."""
        promised, here = describe.promised(record), anchor.text == reading.text_sha256
        stands = here and bool(promised)
        at = (anchor.start, anchor.end) if stands else None if here else self.text_map.only_place(anchor.exact)
        self._offered = anchor.uid, at
        if at is None:
            words = _sought(record, anchor)[:200]
            self.app.say(f"Select these words, or what stands for them now, and press L: {words}")
            return
        self.page.select(at)
        if stands:
            self.app.say(_NOT_SAID.format(promised))
            return
        was = f"On record with {promised}" if promised else "On record"
        self.app.say(f"{was}, but what is said around it may have changed: L anchors it here.")

    def _anchor(self, record: Record, anchor: Anchor, span: Span, reading: Reading) -> None:
        """Anchor a doubtful span of a record at words of the text in which they were chosen."""
        text, release, promised = reading.text_sha256, self._release_later(reading), describe.promised(record)

        def placed(settled: bool) -> None:
            if settled:
                release()
                most = describe.FEWER_WORDS if promised else describe.FIRST_WORDS
                words = describe.first_words(_sought(record, anchor), most)
                self.app.say(f"Anchored here: “{words}”{f', with {promised}' if promised else ''}.")
                return
            self._offered = anchor.uid, span
            self.app.say(_NOT_SAID.format(promised))

        self.app.keep(lambda: records.place_span(self.collection, anchor.uid, *span, text), placed)


def _row(record: Record, anchor: Anchor) -> tuple[str, str]:
    """The cells of a doubtful span: its words behind the sign of its record's kind, and which part they are of it."""
    part = "" if anchor.role == "content" else anchor.role
    return f"{describe.SIGN[record.kind]} {_sought(record, anchor)}", part


def _likeness(words: str, chosen: str) -> float:
    """How many words of a record are among those chosen, in their order, 0 where none are chosen."""
    one, other = (said[:_COMPARED].casefold().split() for said in (words, chosen))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if chosen else 0.0


def _sought(record: Record, anchor: Anchor) -> str:
    """The words that a doubtful span had, in one line; a note on words that an import did not find says them itself."""
    return " ".join((record.note if _is_unfound(record, anchor) else anchor.exact).split())


def _is_unfound(record: Record, anchor: Anchor) -> bool:
    """Whether it is a note on words that an import did not find; what else is in doubt was placed by hand."""
    return record.kind == "note" and anchor.in_doubt
