"""Finds the records at a place of an article, however many it has, and those whose place is doubtful."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.articles import Reading
    from store.model import Anchor, Place, Record


class RecordPlaces:
    """The places of an article's records, in order; a look takes those that begin no further off than any is long."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._records = {record.uid: record for record in reading.records}
        self._places = sorted(
            (place for place in reading.places if place.record in self._records), key=lambda place: place.start
        )
        self._starts = [place.start for place in self._places]
        self.doubtful: dict[str, tuple[Record, Anchor]] = {
            one.uid: (record, one)
            for record in filter(reading.doubts, reading.records)
            for one in record.anchors
            if one.needs_look
        }
        """The article's own spans whose place in the current text is not certain, by uid."""
        self._longest = max((place.end - place.start for place in self._places), default=0)

    def around(self, offset: int) -> list[Place]:
        """The places around an offset, those of content first, the shorter before the longer."""
        first, beyond = bisect_right(self._starts, offset - self._longest), bisect_right(self._starts, offset)
        here = [place for place in self._places[first:beyond] if offset < place.end]
        return sorted(here, key=lambda place: (place.role != "content", place.end - place.start))

    def content_of(self, place: Place) -> list[Place]:
        """The record's spans of content in text order, where a place is one of them or of its speaker, say."""
        same = (place.record, place.number, "content")
        return [other for other in self._places if (other.record, other.number, other.role) == same]

    def record_of(self, place: Place) -> Record:
        """The record that stands at one of its places."""
        return self._records[place.record]

    def place_at(self, offset: int, meant: str = "") -> Place | None:
        """The first of the places around an offset: of those of a record's uid, else of all."""
        here = self.around(offset)
        return next((place for place in here if place.record == meant), here[0] if here else None)

    def at(self, offset: int, meant: str = "") -> Record | None:
        """The record around an offset: the one of a uid, else that with the shortest span of content."""
        place = self.place_at(offset, meant)
        return self.record_of(place) if place else None

    def others_at(self, offset: int) -> int:
        """How many records stand around an offset besides the one that is meant there."""
        return max(len({place.record for place in self.around(offset)}) - 1, 0)
