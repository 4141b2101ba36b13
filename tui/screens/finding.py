"""What the reading screen does with words that are searched for in the open article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from store.deferred import deferred
from tui import describe
from tui.screens.listing import Listing
from tui.screens.tagging import nothing

if TYPE_CHECKING:
    from textual.widgets import Input

    from store import search
    from store.articles import Reading
    from store.model import Span
    from store.query import Query
else:
    (search,) = deferred("store.search")


class Finding(Listing):
    """The part of the reading screen that searches the page; `/` searches all texts where the list has the focus."""

    sought_anew = False
    """Whether the list was searched since an article was last opened from it."""

    def show_detail(self) -> None:
        """Say what is under the cursor, what was found, and how far one has read."""
        raise NotImplementedError

    def action_search(self) -> None:
        """Search in the page, or in all texts where the list has the focus."""
        if self.article_list.has_focus:
            self.search_collection()
        else:
            self.open_field("find")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Mark in the page what is typed in its field; Textual asks the list's part as well."""
        if event.input.id == "find":
            self.show_hits()
        elif event.input.id == "search":
            self.sought_anew = True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps what was typed; an empty field closes. Textual asks the list's part as well."""
        if not event.value:
            event.input.remove_class("-open")
        if event.input.id == "find":
            self.page.focus()
            self.show_hits(self.page.next_hit)  # what was typed last may be looked for still
            return
        if event.input.id == "search":
            self.sought_anew = True
            self.close_field("find")  # it would hide the hits of these words in the page
        self.article_list.focus()

    @property
    def _searched(self) -> str:
        """What the page is searched for."""
        find = self.fields.get("find")
        return find.value if find else ""

    def show_hits(self, then: Callable[[], object] = nothing) -> None:
        """Mark what is searched for in the page; without that, what the list was searched for. Call back once found."""
        if self.reading is not None:
            self._find(self.reading, self._searched, self.wanted.query, then)

    @work(thread=True, exclusive=True, group="hits", exit_on_error=False)
    def _find(self, reading: Reading, typed: str, query: Query, then: Callable[[], object]) -> None:
        worker = get_current_worker()
        hits = search.find_in_text(reading.text, typed) if typed else search.hits_in(reading.text, query)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._found_hits, reading, hits, then)

    def _found_hits(self, reading: Reading, hits: Sequence[Span], then: Callable[[], object]) -> None:
        if self.is_open(reading):
            self.page.set_hits(hits)
            then()
            self.show_detail()

    def show_first_hit(self) -> None:
        """Mark what is searched for in the article that is opened; go to the first, unless the reader goes on."""
        start = self.page.place

        def go() -> None:
            if self.page.hits and self.page.place == start:
                self.page.go_to(self.page.hits[0][0])

        self.show_hits(go)

    @property
    def found(self) -> str:
        """Which of the places found the cursor is at, or how many there are."""
        return describe.hits(self.page.hit_here, len(self.page.hits), searched=bool(self._searched))

    def action_next_hit(self) -> None:
        """Go to the next place that was searched for."""
        self.page.next_hit()

    def action_previous_hit(self) -> None:
        """Go to the previous place that was searched for."""
        self.page.next_hit(forward=False)

    def why_not_find(self, name: str) -> str:
        """Why there is no next or previous hit to go to; empty when there is."""
        if name not in ("next_hit", "previous_hit") or (self.page_shown and self.page.hits):
            return ""
        if not self.page_shown:
            return "Open an article first: enter on the list."
        if self._searched:
            return "What was searched for does not stand in this article: / searches."
        return "Nothing has been searched for in this article: / searches."
