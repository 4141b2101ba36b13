"""Finds the records at a place of an article, however many it has."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model import Reading, Record


class RecordPlaces:
    """The places of an article's records, in order; a look takes those that begin no further off than any is long."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._records = {record.uid: record for record in reading.records}
        self._places = sorted(
            (place for place in reading.places if place.record in self._records), key=lambda place: place.start
        )
        self._starts = [place.start for place in self._places]
        self._longest = max((place.end - place.start for place in self._places), default=0)

    def at(self, offset: int) -> Record | None:
        """The record around an offset, the one with the shortest span of content where several overlap."""
        first, beyond = bisect_right(self._starts, offset - self._longest), bisect_right(self._starts, offset)
        here = [place for place in self._places[first:beyond] if offset < place.end]
        nearest = min(here, key=lambda place: (place.role != "content", place.end - place.start), default=None)
        return self._records[nearest.record] if nearest else None
