"""Which articles the list shows: searched, filtered and sorted, as one types, off the screen's thread."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual import work
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from store import articles
from store.deferred import deferred
from store.query import Query, ask, parse
from tui import describe
from tui.screens.tagging import Tagging, nothing
from tui.widgets.article_list import ArticleSource
from tui.widgets.rows import BLOCK

if TYPE_CHECKING:
    from textual.widgets import Input

    from store import completions, search
    from store.completions import Completions
    from tui.widgets.fields import TextField
else:
    completions, search = deferred("store.completions", "store.search")

SORTS = ("published", "outlet", "title", "added")
DESCENDING = {"published", "added"}
FIELDS = {
    "search": 'words, "phrases", outlet: has:quote …',
    "filter": "words in title or outlet",
    "find": "words in this article",
}
"""The fields of the screen, and what stands in each until something is typed."""
RANKING = 0.15
"""Seconds that typing rests before all hits are ranked."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles the list shows, and in which order: `sort` is "" for the newest first, or the best hit first.

    `refused` says what of the words, which were entered, cannot be understood: none are shown then, since without that
    part more would be found than was asked for.
    """

    sort: str = ""
    words: str = ""
    refused: str = ""
    named: str = ""
    unread: bool = False
    new: bool = False
    starred: bool = False

    @property
    def query(self) -> Query:
        """All that an article must fulfil."""
        return ask(self.words, self.named, unread=self.unread, starred=self.starred, new=self.new)

    @property
    def orders(self) -> tuple[str, ...]:
        """The orders to choose from, the usual one first."""
        return ("best", *SORTS) if parse(self.words).words else SORTS

    @property
    def order(self) -> str:
        """The order that is meant."""
        return self.sort if self.sort in self.orders else self.orders[0]


class Listing(Tagging):
    """The part of the reading screen that lists articles."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Wanted()
        self._listed = 0
        self._meant = ""
        self._completions: Completions | None = None
        self.fields: dict[str, TextField] = {}
        """Those of FIELDS that were opened before."""

    def show_hits(self, then: Callable[[], object] = nothing) -> None:
        """Mark in the page what is searched for; call back once that is found."""
        raise NotImplementedError

    def show_first(self) -> None:
        """Show the first articles at once, before the first frame; the rest of the list comes from a worker."""
        first = articles.ids(self.collection, self.wanted.order, limit=BLOCK)
        self._show_list(self.wanted, first)
        if len(first) == BLOCK:
            self.call_after_refresh(self.load_list)

    def want(self, **changed: Any) -> None:
        """List other articles, or the same in another order."""
        self.wanted = replace(self.wanted, **changed)
        self._meant = ""
        self.load_list()
        self.show_hits()

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def load_list(self) -> None:
        """Find the articles wanted: the newest hits at once, then all, and what was meant where there are none."""
        worker, wanted = get_current_worker(), self.wanted
        if wanted.refused:
            self.app.call_from_thread(self._show_list, wanted, array("q"))
            return
        if wanted.order == "best" and not self._show_newest(worker, wanted):
            return
        found = articles.ids(
            self.collection,
            wanted.order,
            descending=wanted.order in DESCENDING,
            words=wanted.words,
            named=wanted.named,
            unread=wanted.unread,
            starred=wanted.starred,
            new=wanted.new,
            cancelled=lambda: worker.is_cancelled,
        )
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_list, wanted, found)
        if wanted.words and not found and not worker.is_cancelled:
            meant = search.did_you_mean(self.collection, wanted.words, self._known_words())
            self.app.call_from_thread(self._show_meant, wanted, meant)

    def _show_newest(self, worker: Worker[None], wanted: Wanted) -> bool:
        """Show the newest hits, then wait until typing rests. Returns whether they are wanted still."""
        found = search.newest(
            self.collection, wanted.query, BLOCK, self._known_words(), lambda: bool(worker.is_cancelled)
        )
        if not worker.is_cancelled and found:
            self.app.call_from_thread(self._show_list, wanted, found, first=True)
            time.sleep(RANKING)
        return not worker.is_cancelled

    def _known_words(self) -> Completions:
        if self._completions is None:
            self._completions = completions.learn(self.collection)
        return self._completions

    @work(thread=True, exclusive=True, group="completions", exit_on_error=False)
    def _learn_words(self) -> None:
        self._known_words()

    def _show_list(self, wanted: Wanted, numbers: array[int], *, first: bool = False) -> None:
        """List these articles; the newest hits keep the cursor at the top, and so does their ranking while typing."""
        if wanted != self.wanted:
            return
        self._listed = len(numbers)
        self.article_list.empty = describe.EMPTY_FILTERED if wanted != Wanted(wanted.sort) else describe.EMPTY
        self.article_list.show(self._source(wanted, numbers), follow=not (first or self._typing))
        self._show_list_line(first=first)

    @property
    def _typing(self) -> bool:
        return self.focused is not None and self.focused.id in ("search", "filter")

    def _source(self, wanted: Wanted, numbers: array[int]) -> ArticleSource:
        query = parse(wanted.words)
        if not query.words:
            return ArticleSource(numbers, lambda ids: articles.rows(self.collection, ids))
        return ArticleSource(
            numbers,
            lambda ids: articles.rows(self.collection, ids),
            lambda ids: search.contexts(self.collection, query, ids),
        )

    def _show_list_line(self, *, first: bool = False) -> None:
        wanted = self.wanted
        shown = f"{self._listed:,}{'+' if first and self._listed == BLOCK else ''}"
        order = "newest" if first else wanted.order
        choices = (("unread", wanted.unread), ("with new text", wanted.new), ("starred", wanted.starred))
        chosen = [name for name, on_now in choices if on_now]
        typed = [typed for typed in (wanted.words.strip(), wanted.named.strip()) if typed]
        remark = wanted.refused or parse(wanted.words).remark
        line = self.query_one("#list-line", Static)
        where = describe.SAMPLES if self.app.touring else ""
        line.update(describe.list_line(shown, order, typed, chosen, remark or where))
        line.set_class(bool(remark), "-remark")

    def _show_meant(self, wanted: Wanted, meant: str) -> None:
        if wanted == self.wanted and meant:
            self._meant = meant
            self.article_list.empty = describe.did_you_mean(meant)

    # What a person does

    def action_sort(self) -> None:
        """Sort by the next order."""
        orders = self.wanted.orders
        self.want(sort=orders[(orders.index(self.wanted.order) + 1) % len(orders)])

    def action_only_unread(self) -> None:
        """Show unread articles only, then those alone that have text not read anywhere, then all again."""
        self.want(unread=not (self.wanted.unread or self.wanted.new), new=self.wanted.unread)

    def action_only_starred(self) -> None:
        """Show starred articles only, or all again."""
        self.want(starred=not self.wanted.starred)

    def action_filter(self) -> None:
        """Open the field that filters the list by title and outlet as one types."""
        self.open_field("filter")

    def search_collection(self) -> None:
        """Open the field that searches all texts as one types."""
        self._learn_words()
        self.open_field("search")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search or filter as one types."""
        if event.input.id == "search":
            self.want(words=event.value, refused="")
        elif event.input.id == "filter":
            self.want(named=event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter where nothing was found searches for what was meant; it tells what cannot be understood."""
        if event.input.id != "search":
            return
        query = parse(event.value, finished=True)
        if query.lacking:
            self.want(refused=query.remark)
        elif query.remark:
            self.app.say(query.remark)
        if self._meant:
            event.input.value = self._meant
            event.input.cursor_position = len(self._meant)

    def forget_words(self) -> None:
        """Articles came in: learn their words at the next search."""
        self._completions = None

    def open_field(self, name: str) -> None:
        """Show a field and type in it, its old words selected: what is typed replaces them, an arrow key keeps them.

        It is made the first time: the first frame does without.
        """
        from tui.widgets.fields import TextField

        field = self.fields.get(name)
        if field is None:
            field = self.fields[name] = TextField(name, placeholder=FIELDS[name], id=name, select=False)
            pane = self.query_one("#right" if name == "find" else "#left")
            pane.mount(field, before=None if name == "find" else self.article_list)
        field.add_class("-open")
        field.select_all()  # now: on focus, it would select what was typed ahead
        field.focus()

    def close_field(self, name: str) -> bool:
        """Empty a field and hide it. Returns whether it was open."""
        field = self.fields.get(name)
        if field is None or not field.has_class("-open"):
            return False
        field.value = ""
        field.remove_class("-open")
        return True
