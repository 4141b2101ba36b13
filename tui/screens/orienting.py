"""Finding one's way: how wide the lines are, how far one has read, marks, and the next unread article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.deferred import deferred
from tui.screens.tagging import Tagging
from tui.settings import MEASURES
from tui.widgets.article_list import ArticleSource

if TYPE_CHECKING:
    from store import articles, marks
    from tui.widgets.tour import Tour
else:
    articles, marks = deferred("store.articles", "store.marks")


class Orienting(Tagging):
    """The part of the reading screen that helps to find one's way."""

    _before: tuple[int, int] | None = None
    """The article and the offset that the last jump to a mark left."""

    def read_listed(self) -> None:
        """Open the article under the list's cursor, which counts as reading it."""
        raise NotImplementedError

    def tour(self) -> Tour:
        """The lesson of the first run: to read, tag and copy in six keys."""
        from tui.widgets.tour import Step, Tour

        def in_quotation() -> bool:
            return self.page.has_focus and self.text_map.quotation_at(self.page.place) is not None

        def copied() -> bool:
            return bool(self.app.words_copier.words)

        steps = [
            Step("Press [enter] to open the article under the cursor. [ctrl+q] leaves.", self._in_page),
            Step("[p] goes to the next paragraph: press it until one begins with “.", in_quotation),
            Step("[i] selects the quotation under the cursor.", lambda: self.page.selected is not None),
            Step("[1] puts it on record: type who said it, enter till the form is gone.", self._has_record),
            Step("[y] copies it with its source.", copied),
            Step("[q] goes back to the list. That is all! [?] shows more, [I] imports.", self._in_list),
        ]
        return Tour(steps)

    def _has_record(self) -> bool:
        return self.reading is not None and bool(self.reading.records)

    def _in_page(self) -> bool:
        return self.page.has_focus

    def _in_list(self) -> bool:
        return self.article_list.has_focus

    def action_measure(self) -> None:
        """Make the text's lines wider, the widest narrow again."""
        wider = (measure for measure in MEASURES[::10] if measure > self.page.measure)
        self.page.measure = next(wider, MEASURES[0])
        self.app.say(f"Lines of up to {self.page.measure} columns")
        self.app.remember("measure", self.page.measure)

    def action_next_unread(self) -> None:
        """Go to the next unread article below in the list, or from its top."""
        rows = self.article_list
        listed = rows.source
        assert isinstance(listed, ArticleSource)
        there = self.reading is not None and rows.row is not None and rows.row.id == self.reading.row.id
        below = ((rows.cursor + step) % listed.count for step in range(there, listed.count + there))
        number = articles.first_unread(self.collection, map(listed.key, below))
        if number is None:
            self.app.say("Every article listed here has been read.")
        else:
            rows.go_to(number)
            self.read_listed()

    # Marks

    def action_marks(self) -> None:
        """Go to a mark, or mark this place."""
        from tui.screens.marks import Marks

        def remove(letter: str) -> None:
            self.app.keep(lambda: marks.remove_mark(self.collection, letter), silently=True)

        self.app.push_screen(Marks(marks.marks(self.collection), remove), self._marked)

    def _marked(self, letter: str | None) -> None:
        from tui.screens.marks import BACK

        found = {mark.letter: mark for mark in marks.marks(self.collection)}
        if letter is None:
            return
        if letter == BACK:
            self._jump(self._before)
        elif letter in found:
            self._jump((found[letter].number, found[letter].position))
        else:
            self._set_mark(letter)

    def _set_mark(self, letter: str) -> None:
        reading = self.open_meant()
        if reading is None:
            self.app.say(f"There is no mark {letter}; open an article to set it.")
        else:
            uid, place = reading.row.uid, self.page.place
            self.app.keep(
                lambda: marks.set_mark(self.collection, letter, uid, place),
                lambda _: self.app.say(f"Mark {letter} is here. ' and {letter} come back to it."),
                silently=True,
            )

    def _jump(self, place: tuple[int, int] | None) -> None:
        if place is None:
            self.app.say("No jump to a mark has been made yet.")
            return
        here = (self.reading.row.id, self.page.place) if self.reading is not None else None
        self.go_to(*place)
        self._before = here
