"""The main screen: the list of articles and the page, side by side when wide, one at a time when narrow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from store import articles
from store.deferred import deferred
from store.errors import OnRecordError
from tui import describe
from tui.actions import FOOTER, WRITING, bindings
from tui.available import Explains
from tui.failures import TellsFailures, tell
from tui.highlighting import highlights_of, suggestion_highlights
from tui.painting import LineRow, LineStatic
from tui.screens.collecting import Collecting
from tui.screens.concording import Concording
from tui.screens.copying import Copying
from tui.screens.finding import Finding
from tui.screens.knowing import READ_ONLY
from tui.screens.listing import FIELDS
from tui.screens.looking import Looking
from tui.screens.orienting import Orienting
from tui.screens.registering import Registering
from tui.widgets.article_list import ArticleList
from tui.widgets.caret import EmptyText
from tui.widgets.highlights import BARRED, Highlight
from tui.widgets.key_bar import KeyBar
from tui.widgets.page import Page
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from store import anchors, copies, passage_building, passages
    from store.articles import ArticleRow, Reading
    from store.collection import Collection
    from store.model import Suggestion
else:
    anchors, copies = deferred("store.anchors", "store.copies")
    passages, passage_building = deferred("store.passages", "store.passage_building")

SETTLE = 0.06
"""Seconds that the list's cursor rests before the page follows it."""
LOOK_AFTER = 0.5
"""Seconds from the start until what is pending is looked for."""
DETAIL_LINES = 2
"""Lines below the page for what is under the cursor."""
KEEP_PLACE = 5.0
"""Seconds between two looks at where the reader is, so that a terminal that goes away loses no more."""


class ReadingScreen(Explains, TellsFailures, Finding, Concording, Registering, Collecting, Copying, Looking, Orienting):
    """Coordinates the list and the page: what is listed, what is open, and what the line below says of it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reading")
    AUTO_FOCUS = "ArticleList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as Textual declares it
    """Of this screen alone, not of the app: all others would be styled twice whenever they open."""

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self.reading: Reading | None = None
        self._possible: list[bool] = []
        self._follow: Timer | None = None

    def compose(self) -> ComposeResult:
        """The list with its line and filter, the page with its search, the detail line, the footer."""
        with LineRow(id="panes"):
            with Vertical(id="left"):
                yield Static(id="list-line", markup=False)
                yield ArticleList()
            with Vertical(id="right"):
                yield Page()
        if self.app.touring:
            yield self.tour()
        with LineRow(id="below"):
            yield LineStatic(id="detail", markup=False)
            yield LineStatic(id="where", markup=False)
        yield KeyBar()

    def update_node_styles(self, animate: bool = True) -> None:
        """Style all widgets anew; before the first frame they have just taken their styles, as they came."""
        if self.outer_size:
            super().update_node_styles(animate)

    def on_mount(self) -> None:
        """Show the first articles at once; the rest of the list, and what is pending, come from workers."""
        self.page.measure = self.app.settings.measure
        self.show_first()
        self.app.changed.subscribe(self, self._show_changes)
        self.watch(self.page, "mode", lambda mode: self.app.say(describe.COPIES[mode]), init=False)
        self.set_timer(LOOK_AFTER, self._look_for_repeats)
        self.set_interval(KEEP_PLACE, self.leave_article)
        if self.collection.notice:
            self.app.say(self.collection.notice)

    # The list

    @on(Rows.Moved)
    def _list_moved(self, event: Rows.Moved) -> None:
        if not isinstance(event.rows, ArticleList) or isinstance(event, Rows.Chosen):
            return
        self._follow_list()

    def on_resize(self) -> None:
        """Show the article under the list's cursor where there is room for the page now, and what has room below."""
        self.call_later(self._follow_list)
        self.call_later(self.show_detail)

    def _follow_list(self) -> None:
        self._stop_following()
        in_page = self.focused is not None and (self.focused is self.page or self.focused.id == "find")
        if not self.narrow and not in_page:
            self._follow = self.set_timer(SETTLE, self._open_listed)

    def _stop_following(self) -> None:
        if self._follow is not None:
            self._follow.stop()

    @on(Rows.Chosen)
    def read_listed(self) -> None:
        """Open the article under the list's cursor, which counts as reading it."""
        before = self.reading
        reading = self._open_listed()
        if reading is not None:
            if reading is before and self.sought_anew:
                self.show_first_hit()
            self.sought_anew = False
            self._show_page()
            self._begin_reading(reading)

    def _begin_reading(self, reading: Reading) -> None:
        """The article was opened, whatever from, which counts as reading it."""
        uid = reading.row.uid
        if not reading.row.read and not self.collection.read_only:
            self.app.keep(lambda: articles.set_read(self.collection, uid, True), lambda _: self.look_for_nothing_new())

    # The page

    @property
    def narrow(self) -> bool:
        """Whether list and page are shown one at a time."""
        return self.has_class("-narrow")

    @property
    def page_shown(self) -> bool:
        """Whether the page can be seen."""
        return not self.narrow or self.has_class("-page")

    def open_meant(self) -> Reading | None:
        """The article that is open; where the list alone is seen, the one under its cursor, once opened."""
        return self.reading if self.page_shown else self._open_listed()

    def _show_page(self) -> None:
        """Give the page the keys; what becomes of the list no longer changes what is read."""
        self._stop_following()
        self.add_class("-page")
        self.set_focus(self.page)
        self.show_detail()

    def _open_listed(self) -> Reading | None:
        """The article under the list's cursor, shown on the page; None where there is none, or none any more."""
        row = self.article_list.row
        if row is None:
            return None
        if self.reading is not None and self.reading.row.id == row.id:
            return self.reading
        return self.open_article(row.id)

    def open_article(self, number: int, offset: int | None = None) -> Reading | None:
        """Show an article on the page, at the place where it was left or at an offset (code points).

        Where it is gone, that is said and None comes back; the page stays as it is.
        """
        self.leave_article()
        try:
            reading = articles.open_reading(self.collection, number)
        except OnRecordError as error:
            tell(self.app, error)
            return None
        self._show_article(reading, offset)
        return reading

    def _show_article(self, reading: Reading, offset: int | None) -> None:
        from store.textmap import TextMap

        self.reading = reading
        self.regions, self.suggestions = [], []
        self.know_speakers()
        self.text_map = TextMap(reading.text)
        start = reading.position if offset is None else offset
        self.page.load(self.text_map, self._highlights(), self._header(reading), start)
        if offset is None:
            self.show_first_hit()
        else:
            self.show_hits()
        self.show_detail()
        if reading.row.repeated is None:
            self._look_for_repeats_in(reading)
        self.look_for_regions(reading)
        self.look_for_suggestions(reading)

    def leave_article(self) -> None:
        """Note where the reader is in the open article."""
        if self.reading is not None and not self.collection.read_only and self.page.place != self.reading.position:
            uid, position = self.reading.row.uid, self.page.place
            self.reading = replace(self.reading, position=position)
            self.app.keep(lambda: articles.save_position(self.collection, uid, position), silently=True)

    def go_to(self, number: int, offset: int) -> None:
        """Open an article at a place, as from a list of records."""
        self.article_list.go_to(number)
        stays = self.reading is not None and self.reading.row.id == number
        opens = not stays or self.focused is not self.page  # who moves within the page may have marked it unread
        if stays:
            self.page.go_to(offset)
        reading = self.reading if stays else self.open_article(number, offset)
        if reading is None:
            return
        self._show_page()
        if opens:
            self._begin_reading(reading)

    def _header(self, reading: Reading) -> list[str]:
        return describe.header(reading, nothing_new=reading.row.id in self.article_list.nothing_new)

    def _highlights(self) -> list[Highlight]:
        assert self.reading is not None
        marks = highlights_of(self.reading, self.regions, self.known_speakers, self.text_map.paragraphs)
        start, end = self.text_map.front_matter
        if end > start:
            marks.append(Highlight(start, end, "fields", label="front matter"))
        marks += (Highlight(start, end, "heading") for start, end in self.text_map.headings)
        return marks + suggestion_highlights(self.likely)

    def show_marks(self) -> None:
        """Mark in the page what is known of it now."""
        if self.reading is not None:
            self.page.set_highlights(self._highlights())
            self.show_detail()

    def go_to_suggestion(self, suggestion: Suggestion) -> None:
        """Open the article of a suggestion, at its place."""
        self.go_to(articles.find(self.collection, suggestion.article).id, suggestion.content[0][0])
        self.page.mean(suggestion.uid)

    def refresh_reading(self) -> None:
        """Read what is known of the open article again; cursor and selection stay."""
        if self.reading is None:
            return
        try:
            reading = articles.open_reading(self.collection, self.reading.row.id)
        except OnRecordError:
            self._close_article()
            return
        if reading.text_sha256 != self.reading.text_sha256:
            self._follow_version(self.reading, reading, self.page.place)
            return
        self.reading = reading
        self.know_speakers()
        self.page.set_header(self._header(reading))
        self.show_marks()
        self.look_for_regions(reading)
        self.look_for_suggestions(reading)

    @work(thread=True, exclusive=True, group="new version", exit_on_error=False)
    def _follow_version(self, old: Reading, new: Reading, place: int) -> None:
        """Find where a place of the open text is in its new version, off the screen's thread, and go on there."""
        worker = get_current_worker()
        (there,) = anchors.carried(old.text, new.text, [place])
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_version, old, new, there)

    def _show_version(self, old: Reading, new: Reading, place: int) -> None:
        if self.is_open(old):
            self._show_article(new, place)
            self.app.say("The text of this article has changed: this is its new version.")

    def _close_article(self) -> None:
        """The open article was removed: show none."""
        self.reading, self.text_map = None, EmptyText()
        self.regions, self.suggestions = [], []
        self.page.load(self.text_map)
        if self.page.has_focus:
            self.action_to_list()
        self.show_detail()
        self.app.say("The article that was open has been removed from the collection.")

    @on(Page.Moved)
    def show_detail(self) -> None:
        """Say what is under the cursor, what was found, and how far one has read."""
        if not self.page_shown:
            self._say("#detail", Content(""))
            self._say("#where", Content(""))
            return
        about = [mark.label for mark in self.page.marks_here(BARRED) if mark.label]
        record, suggestion = self.record_here(), self.suggestion_here()
        corrects, more = self.corrigible_here() is not None, self.page.more_here() if suggestion else 0
        others = self.record_places.others_at(self.page.place) if self.record_places else 0
        doubtful = record is not None and self.reading is not None and self.reading.doubts(record)
        parts = describe.detail(
            record,
            self.known_speakers,
            about,
            suggestion,
            self.carried_here(),
            corrects=corrects,
            more=more,
            others=others,
            doubtful=doubtful,
        )
        briefly = self.narrow and bool(parts)
        where = describe.where(self.reading, self.text_map.paragraphs, self.page.place, self.found, briefly=briefly)
        room = self.size.width - where.cell_length - 4  # a blank on both sides of each
        self._say("#detail", describe.fitted(parts, room, DETAIL_LINES, describe.spared(suggestion)))
        self._say("#where", where)
        possible = [not self.why_not(name) for names in FOOTER.values() for name in names]
        if possible != self._possible:  # the footer is made anew each time, which costs more than the rest
            self._possible = possible
            self.refresh_bindings()

    def _say(self, name: str, content: Content) -> None:
        """Show words in a line of the screen, which is drawn again only where they are others."""
        line = self.query_one(name, Static)
        said = line.content
        if said != content:
            same_width = isinstance(said, Content) and said.cell_length == content.cell_length
            line.update(content, layout=not same_width)

    @work(thread=True, exclusive=True, group="repeats", exit_on_error=False)
    def _look_for_repeats_in(self, reading: Reading) -> None:
        passages.look_for_repeats(self.collection, reading.text_sha256)
        self.app.call_from_thread(self.refresh_reading)

    @work(thread=True, exclusive=True, group="pending repeats", exit_on_error=False)
    def _look_for_repeats(self) -> None:
        worker = get_current_worker()
        if passages.look_for_pending(self.collection, lambda: worker.is_cancelled):
            self.app.call_from_thread(self.article_list.forget)
        if passages.passages_pending(self.collection):  # only then numpy is imported, and its memory taken
            notice = passage_building.update_passages(self.collection, cancelled=lambda: worker.is_cancelled)
            if notice:
                self.app.call_from_thread(self.app.say, notice)
        if not worker.is_cancelled:
            self.app.call_from_thread(self.look_for_nothing_new)

    @work(thread=True, exclusive=True, group="nothing new", exit_on_error=False)
    def look_for_nothing_new(self) -> None:
        """Read which unread articles have nothing new, off the screen's thread."""
        worker = get_current_worker()
        found = copies.nothing_new(self.collection, lambda: bool(worker.is_cancelled))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_nothing_new, found)

    def _show_nothing_new(self, found: set[int]) -> None:
        if found != self.article_list.nothing_new:
            self.article_list.nothing_new = found
            self.article_list.forget()
            if self.reading is not None:
                self.page.set_header(self._header(self.reading))

    # Leaving

    def action_other_pane(self) -> None:
        """Go to the other pane."""
        if self.page.has_focus:
            self.action_to_list()
        elif not self.page_shown:
            self.read_listed()
        elif self.reading is not None:
            self._show_page()
            self._begin_reading(self.reading)

    def action_to_list(self) -> None:
        """Go back to the list."""
        self.remove_class("-page")
        self.article_list.focus()
        self.show_detail()

    def action_back(self) -> None:
        """Let go of the nearest thing: a field, the selection, the hits, the page, the filter."""
        focused = self.focused
        if focused is not None and focused.id in FIELDS:
            self.close_field(focused.id)
            (self.page if focused.id == "find" else self.article_list).focus()
        elif not self.page.has_focus:
            self.close_field("filter") or self.close_field("search")
        elif self.page.selected is not None:
            self.page.release()
        elif not self.close_field("find"):
            self.action_to_list()

    def chosen_article(self) -> ArticleRow | None:
        """The article meant: under the list's cursor there, else the one that is open."""
        if self.article_list.has_focus or self.reading is None:
            return self.article_list.row
        return self.reading.row

    def reload_list(self) -> None:
        """Read anew which articles there are, and look for repeats in new ones."""
        self.forget_words()
        self.load_list()
        self._look_for_repeats()

    def _show_changes(self, elsewhere: bool) -> None:
        """Something was kept, here or by another program: show it."""
        self.article_list.forget()
        self.refresh_reading()
        if elsewhere or self.wanted.unread or self.wanted.starred:
            self.load_list()

    def why_not(self, name: str) -> str:
        """Why an action cannot be done now."""
        if name in WRITING and self.collection.read_only:
            return READ_ONLY
        seen = self.reading if self.page_shown else self.article_list.row
        if name in ("other_pane", "alike", "versions", "ask") and seen is None:
            return "Open an article first: enter on the list."
        whys = (self.why_not_find, self.why_not_collect, self.why_not_suggest, self.why_not_compare, self.why_not_tag)
        return next((why for why_not in (*whys, self.why_not_copy, self.why_not_look) if (why := why_not(name))), "")
