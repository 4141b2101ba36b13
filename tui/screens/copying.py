"""Copying a quote with its source, or the words alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.citation import STYLE, STYLED, attributed, cite, is_reported, quoted, show_date
from store.deferred import deferred
from store.model import OMISSION
from tui.screens.suggesting import Suggesting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from store import records, speakers
    from store.model import Place, Record, Speaker
else:
    records, speakers = deferred("store.records", "store.speakers")


class Copying(Suggesting):
    """The part of the reading screen that copies."""

    def why_not_copy(self, name: str) -> str:
        """Why nothing can be copied now; empty when something can."""
        if name in ("copy", "copy_words") and self.reading is None:
            return "Open an article first: enter on the list."
        if name in ("copy", "copy_words") and self.record_here() is None and self.chosen_words() is None:
            if self.suggestion_here() is not None:
                return "This is only suggested: a puts it on record, then it can be copied; or select words with v."
            return "Put the cursor on a record or into a quotation, or select words with v."
        return ""

    def action_copy(self) -> None:
        """Copy the selection, the record or the quotation under the cursor, with its source."""
        if self.reading is None:
            return
        if self.app.settings.citation.endswith(STYLE):
            self._copy_styled(Path(self.app.settings.citation))
            return
        row = self.reading.row
        date = show_date(row.published, self.app.settings.date_style)
        source = {"outlet": row.outlet, "title": row.title, "author": row.author, "place": row.place, "date": date}
        self._copy_some(self._cited(self.app.settings.citation, source | {"url": self.reading.url}))

    def _copy_styled(self, style: Path) -> None:
        """Copy the words with a reference that a citation style writes."""
        assert self.reading is not None
        row = self.reading.row
        said = self._cited(STYLED, {})
        about = {name: getattr(row, name) for name in ("uid", "title", "outlet", "author", "place", "published")}
        about |= {"url": self.reading.url, "language": self.reading.language}
        if said:
            self._copy(lambda: said + _reference(style, about))

    def copy_record(self, uid: str) -> None:
        """Copy a record of any article with its source."""
        from store.exporters.citing import source_of

        record = records.get(self.collection, uid)
        spans = [anchor.exact for anchor in record.content]
        about = source_of(self.collection, record.article, record.content[0].text)
        named = {
            one.uid: one for one in speakers.speakers(self.collection, [str(record.owner)] if record.owner else [])
        }
        owner = named.get(record.owner or "")
        template = self.app.settings.citation
        if template.endswith(STYLE):
            said = _said(STYLED, {}, record, owner, spans)
            self.app.copy_words(lambda: said + _reference(Path(template), about))
        else:
            date = show_date(about["published"], self.app.settings.date_style)
            self.app.copy_words(lambda: _said(template, about | {"date": date}, record, owner, spans))

    def action_copy_words(self) -> None:
        """Copy the words alone."""
        self._copy_some(OMISSION.join(self._spans()))

    def _copy_some(self, words: str) -> None:
        if not words.strip():
            self.app.say("There is nothing to copy here.")
        else:
            self._copy(lambda: words)

    def _copy(self, words: Callable[[], str]) -> None:
        """Copy words, and tell it where a part of the record that they are of does not stand here."""
        place, places = self._place(), self.record_places
        part = place and places and len(places.content_of(place)) < len(places.record_of(place).content)
        self.app.copy_words(words, "A part of what is on record does not stand here." if part else "")

    def _place(self) -> Place | None:
        """Where the record under the cursor stands; None where words are selected."""
        places = self.record_places
        if self.page.selected is not None or places is None:
            return None
        return places.place_at(self.page.place, self.opened_by_list)

    def _spans(self) -> list[str]:
        """The words that are meant: of a record all, of a copy or variant of it what the open article has."""
        place, places = self._place(), self.record_places
        if place is not None and places is not None and place.kind == "home":
            return [anchor.exact for anchor in places.record_of(place).content]
        if place is not None and places is not None:
            return [self._words((one.start, one.end)) for one in places.content_of(place)]
        span = self.chosen_words()
        return [self._words(span)] if span else []

    def _cited(self, template: str, source: dict[str, str]) -> str:
        """The words by a template, with who said them or, who need not have said them, promised what they tell."""
        place, places, spans = self._place(), self.record_places, self._spans()
        record = places.record_of(place) if place is not None and places is not None else self._quote_around()
        if record is None:
            return cite(template, source | {"quote": quoted(spans)})
        return _said(template, source, record, self.known_speakers.get(record.owner), spans)

    def _quote_around(self) -> Record | None:
        """The quote on record that has all the selected words."""
        span = self.page.selected
        if self.reading is None or span is None:
            return None
        around = {place.record for place in self.reading.places if place.start <= span[0] and span[1] <= place.end}
        return next((r for r in self.reading.records if r.uid in around and r.kind == "quote"), None)


def _said(template: str, source: dict[str, str], record: Record, owner: Speaker | None, spans: Sequence[str]) -> str:
    """The words of a record by a template, with who said them or, as the words need not be theirs, promised it."""
    form = record.fields.get("form")
    reported = is_reported(record.kind, form)
    parts = source | {"quote": OMISSION.join(spans) if reported else quoted(spans)}
    if owner:
        parts["speaker"] = attributed(owner.name, record.kind, form)
        parts["role"] = str(record.fields.get("role") or "")
    return cite(template, parts, reported=reported)


def _reference(style: Path, about: dict[str, str]) -> str:
    """The reference to an article that a citation style writes. Raises UnusableStyle."""
    from store.citation_style import reference
    from store.exporters.csl import item

    return reference(style, item(**about))
