"""What the reading screen knows of the open article, and of the speakers that a form offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.deferred import deferred
from tui.painting import LineScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.caret import EmptyText, TextMap

if TYPE_CHECKING:
    from store import corrected, speakers
    from store.articles import ArticleRow, Reading
    from store.collection import Collection
    from store.model import Span, Speaker
    from tui.app import OnRecord
else:
    corrected, speakers = deferred("store.corrected", "store.speakers")


READ_ONLY = "This collection can only be read."


class Knowing(LineScreen[None]):
    """The part of the reading screen that forms are given their words, days and speakers by."""

    app: OnRecord
    collection: Collection
    reading: Reading | None

    def __init__(self) -> None:
        super().__init__()
        self.text_map: TextMap = EmptyText()
        self.known_speakers: dict[str, Speaker] = {}
        """Those who are on record in the open article."""

    @property
    def article_list(self) -> ArticleList:
        """The list beside the page."""
        return self.query_one(ArticleList)

    def go_to(self, number: int, offset: int) -> None:
        """Open an article at a place, as from a list of records."""
        raise NotImplementedError

    def is_open(self, reading: Reading) -> bool:
        """Whether an article that was read is the one on the page, in the same text; its records may be others."""
        here = self.reading
        return here is not None and (here.row.uid, here.text_sha256) == (reading.row.uid, reading.text_sha256)

    def copy_record(self, uid: str) -> None:
        """Copy a record of any article with its source."""
        raise NotImplementedError

    @property
    def page_shown(self) -> bool:
        """Whether the page can be seen."""
        raise NotImplementedError

    def open_meant(self) -> Reading | None:
        """The article that is open; where the list alone is seen, the one under its cursor, once opened."""
        raise NotImplementedError

    def refuses(self) -> bool:
        """Whether nothing can be changed here, which is said."""
        if self.collection.read_only:
            self.app.say(READ_ONLY)
        return self.collection.read_only

    def _words(self, span: Span) -> str:
        assert self.reading is not None
        return self.reading.text[slice(*span)]

    def _quoted(self, span: Span) -> bool:
        """Whether the span stands in quotation marks or holds some."""
        quotation = self.text_map.quotation_at(span[0]) or self.text_map.quotation_at(span[1] - 1)
        return quotation is not None

    def know_speakers(self) -> None:
        """Read anew who is on record in the open article."""
        owners = {record.owner for record in self.reading.records if record.owner} if self.reading else ()
        self.known_speakers = {speaker.uid: speaker for speaker in speakers.speakers(self.collection, owners)}

    def speaker(self, uid: str) -> Speaker | None:
        """A speaker; None for one who is gone, or is another by now."""
        return next((one for one in speakers.speakers(self.collection, [uid]) if one.uid == uid), None)

    def _day(self) -> str:
        assert self.reading is not None
        return day_of(self.reading.row)

    def _speakers_here(self) -> list[Speaker]:
        """All speakers: those on record in this article first, then by how often they are on record."""
        here: dict[str, None] = {}
        for record in reversed(self.reading.records if self.reading else ()):
            if record.owner:
                here[record.owner] = None
        known = {speaker.uid: speaker for speaker in speakers.speakers(self.collection)}
        rest = sorted(known.values(), key=lambda s: -(s.quotes + s.commitments + s.mentions))
        first = [known[uid] for uid in here if uid in known]
        return first + [speaker for speaker in rest if speaker.uid not in here]

    def _names_in(self, article: str) -> list[str]:
        """The names that stand in an article (uid) as far as suggestions tell, on file or not."""
        return corrected.names_in(self.collection, article)


def day_of(row: ArticleRow) -> str:
    """The day an article was published, "" where it is not known so precisely."""
    return row.published if row.published_precision == "day" and row.published[:1].isdigit() else ""
