"""The page: one article to read, with a cursor, a selection and ways to move by what the text consists of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer

from tui.actions import bindings
from tui.messages import take_away
from tui.widgets.caret import Caret, EmptyText, Span, TextMap, Unit
from tui.widgets.highlights import RECORDS, REPEATS, SUGGESTED, Highlight
from tui.widgets.text_view import MODES, Step, TextView

_WHEEL_ROWS = 3
_DRAG_SECONDS = 0.05
"""How often a drag beyond the edge scrolls by a row."""

_CLICKS: dict[int, Unit] = {2: "word", 3: "sentence", 4: "paragraph"}


def same_words(here: Span, other: Span, place: int) -> int:
    """The offset in another copy that stands for a place in this one, as their lengths tell."""
    share = (place - here[0]) / max(here[1] - here[0], 1)
    return min(other[0] + round(share * (other[1] - other[0])), max(other[1] - 1, other[0]))


class Page(TextView, inherit_bindings=False, can_focus=True):
    """One article: its text with what is marked in it, a cursor that is always seen, and a selection.

    Does those actions of the registry's "page" that move and select; who puts words on record extends it. Posts
    `Moved`.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("page")

    @dataclass
    class Moved(Message):
        """The cursor is at another place, or other words are selected."""

        page: Page

        @property
        def control(self) -> Page:
            """The page, for `@on` with a selector."""
            return self.page

    def __init__(self) -> None:
        self._caret = Caret(EmptyText(), self.fold_around)
        self._map: TextMap = EmptyText()
        self._known: list[Highlight] = []
        self._hits: list[Span] = []
        self._goal: int | None = None
        self._said: Span | None = None
        self._meant = -1, ""
        self._pressed: int | None = None
        self._dragging: Timer | None = None
        super().__init__()

    # What is shown

    def load(
        self, text_map: TextMap, highlights: Iterable[Highlight] = (), header: Iterable[str] = (), offset: int = 0
    ) -> None:
        """Show an article: its text, what is marked in it, the lines above it (title first), and where to begin."""
        self._map, self._known, self._hits, self._goal = text_map, list(highlights), [], None
        self._caret = Caret(text_map, self.fold_around)
        self.show(text_map.text, text_map.paragraphs, self._known, header, offset)
        self._caret.go(offset)
        self._meant = -1, ""
        self.mark(self._caret.cursor, None)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark other spans of the same text; hits, cursor and selection stay."""
        self._known = list(highlights)
        self._mark_all()

    @property
    def hits(self) -> Sequence[Span]:
        """The places that were searched for, in order."""
        return self._hits

    @property
    def hit_here(self) -> int:
        """Which of the places that were searched for the cursor is in, from 1; 0 where it is in none."""
        number = bisect_right(self._hits, self.place, key=itemgetter(0))
        return number if number and self.place < self._hits[number - 1][1] else 0

    def set_hits(self, spans: Iterable[Span]) -> None:
        """Mark the places that a search found; none clears them."""
        self._hits = sorted(spans)
        self._mark_all()

    def _lay_out_in_place(self) -> None:
        """Lay out anew; the cursor may be on other words then, on a copy that was folded or unfolded."""
        super()._lay_out_in_place()
        self._show_caret()

    def _mark_all(self) -> None:
        super().set_highlights([*self._known, *(Highlight(start, end, "hit") for start, end in self._hits)])

    # Where the reader is

    @property
    def place(self) -> int:
        """The cursor's offset, in code points."""
        return self._caret.cursor[0]

    @property
    def selected(self) -> Span | None:
        """The selected span, None where nothing is selected."""
        return self._caret.selection

    def marks_here(self, kinds: int = -1) -> list[Highlight]:
        """What is marked at the cursor, the shortest first."""
        return self._highlights.at(self.place, kinds)

    @property
    def meant(self) -> str:
        """The uid of the suggestion or record at the cursor that was gone to or decided there; empty where none was."""
        place, uid = self._meant
        return uid if place == self.place else ""

    def mean(self, uid: str) -> None:
        """Mean the suggestion or record of a uid, for as long as the cursor is where it is now."""
        self._meant = self.place, uid

    def go_to(self, offset: int) -> None:
        """Go to a place, unfolding the copy that hides it; nothing stays selected."""
        folded = self.fold_around(offset)
        if folded and offset > folded[0]:
            self.toggle_fold(offset)
        self._caret.release()
        self._caret.go(offset)
        self._moved(step="jump")

    def select(self, span: Span) -> None:
        """Select a span and go to its end."""
        self._caret.select(span)
        self._moved()

    def release(self) -> bool:
        """Select nothing any more. False where nothing was selected."""
        if self.selected is None:
            return False
        self._caret.release()
        self._moved()
        return True

    def next_hit(self, forward: bool = True) -> bool:
        """Go to the next place that the search found, or the one before, round the end. False where it found none."""
        if not self._hits:
            return False
        beyond = [hit for hit in self._hits if (hit[0] > self.place if forward else hit[0] < self.place)]
        ahead = beyond or self._hits
        self.go_to(ahead[0 if forward else -1][0])
        return True

    # Moving

    def action_down(self) -> None:
        """Go one line down."""
        self._by_rows(1)

    def action_up(self) -> None:
        """Go one line up; from the first line, to the header."""
        self._by_rows(-1)

    def action_page_down(self) -> None:
        """Go one screen down, two rows less to keep the thread."""
        self._by_rows(max(self.size.height - 2, 1))

    def action_page_up(self) -> None:
        """Go one screen up, two rows less to keep the thread."""
        self._by_rows(-max(self.size.height - 2, 1))

    def action_first(self) -> None:
        """Go to the beginning of the text, and show its header."""
        self._caret.go(0)
        self._moved()
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Go to the end of the text."""
        self._caret.go(len(self._map.text))
        self._moved()

    def action_right(self) -> None:
        """Go one character on."""
        self._caret.go(self._caret.cursor[1])
        self._moved(step="unit")

    def action_left(self) -> None:
        """Go one character back."""
        self._caret.go(self.place - 1)
        self._moved(step="unit")

    def action_next_word(self) -> None:
        """Go to the next word."""
        self._by_unit("word", forward=True)

    def action_previous_word(self) -> None:
        """Go to the word before."""
        self._by_unit("word", forward=False)

    def action_next_sentence(self) -> None:
        """Go to the next sentence."""
        self._by_unit("sentence", forward=True)

    def action_previous_sentence(self) -> None:
        """Go to the sentence before."""
        self._by_unit("sentence", forward=False)

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._by_unit("paragraph", forward=True)

    def action_previous_paragraph(self) -> None:
        """Go to the paragraph before."""
        self._by_unit("paragraph", forward=False)

    def action_next_record(self) -> None:
        """Go to the next suggestion or record. Of the suggestions that begin at one place, the shorter come first."""
        ahead = self._suggested_ahead()
        if ahead:
            self._to_other_here(ahead[0])
            return
        self._to_record(self._highlights.after(self.place, RECORDS | SUGGESTED), 0, "No suggestion or record below.")

    def action_previous_record(self) -> None:
        """Go to the suggestion or record before."""
        here = self._suggested_here()
        behind = here[: len(here) - len(self._suggested_ahead()) - 1]
        if behind:
            self._to_other_here(behind[-1])
            return
        self._to_record(self._highlights.before(self.place, RECORDS | SUGGESTED), -1, "No suggestion or record above.")

    def more_here(self) -> int:
        """How many suggestions begin at the cursor after the one that is meant there."""
        return len(self._suggested_ahead())

    def _suggested_here(self) -> list[Highlight]:
        """The suggestions that begin at the cursor, the shorter before the longer."""
        return sorted(self._highlights.beginning(self.place, self.place + 1, SUGGESTED), key=lambda mark: mark.end)

    def _suggested_ahead(self) -> list[Highlight]:
        """Those of them that come after the one meant: all, where that was decided; else the first is meant."""
        here = self._suggested_here()
        uids = [mark.uid for mark in here]
        if self.meant:
            return here[uids.index(self.meant) + 1 :] if self.meant in uids else here
        return here[1:]

    def _to_other_here(self, mark: Highlight) -> None:
        take_away(self.app, errors=False)
        self.mean(mark.uid)
        self.post_message(self.Moved(self))
        self.notify("Another suggestion at the same place.", markup=False)

    def _to_record(self, highlight: Highlight | None, which: int, none: str) -> None:
        """Go to where a record or suggestion is marked, and mean the first or the last suggestion there."""
        self._to_highlight(highlight, none)
        if highlight:
            self.mean((self._suggested_here() or [highlight])[which].uid)

    def action_next_repeat(self) -> None:
        """Go to the next repeated passage."""
        self._to_highlight(self._highlights.after(self.place, REPEATS), "No repeated passage below.")

    def action_previous_repeat(self) -> None:
        """Go to the repeated passage before."""
        self._to_highlight(self._highlights.before(self.place, REPEATS), "No repeated passage above.")

    def repeats_here(self) -> bool:
        """Whether a repeated passage is under the cursor."""
        return bool(self.marks_here(REPEATS))

    def go_to_next_place(self) -> None:
        """Go to the same words, as near as their share of the passage tells, in the passage's next copy here."""
        for here in self.marks_here(REPEATS):
            other = self._highlights.next_place(here)
            if other:
                self.go_to(same_words((here.start, here.end), (other.start, other.end), self.place))
                return

    def action_show_copies(self) -> None:
        """Highlight, dim or fold the copies, in turn."""
        self.mode = MODES[(MODES.index(self.mode) + 1) % len(MODES)]

    def action_open(self) -> None:
        """Unfold the copy under the cursor, or fold it again."""
        self.toggle_fold(self.place)

    # Selecting

    def action_select(self) -> None:
        """Begin a selection that moving extends, or give it up."""
        if not self.release():
            self._caret.select_from_here()
            self._moved()

    def action_swap_ends(self) -> None:
        """Go to the selection's other end."""
        self._caret.swap_ends()
        self._moved()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Set the cursor; from here a drag selects. On the overview, go to that part of the text."""
        if event.button != 1:
            return
        if event.x >= self.size.width - 1:
            self.go_to(len(self._map.text) * event.y // max(self.size.height, 1))
            return
        self._pressed = self.offset_at(event.x, event.y)
        self._caret.release()
        self._caret.go(self._pressed)
        self._moved()
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down to here; beyond the edge, scroll."""
        if self._pressed is None:
            return
        self._drag_to(event.x, event.y)
        beyond = -1 if event.y < 0 else 1 if event.y >= self.size.height else 0
        self._stop_scrolling()
        if beyond:
            x = event.x
            self._dragging = self.set_interval(_DRAG_SECONDS, lambda: self._drag_beyond(x, beyond))

    def on_mouse_up(self) -> None:
        """End a drag."""
        self._pressed = None
        self._stop_scrolling()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Two clicks select the word, three the sentence, four the paragraph; two unfold a folded copy."""
        unit = _CLICKS.get(event.chain)
        if unit is None or event.x >= self.size.width - 1:
            return
        if event.chain == 2 and self.fold_around(self.place):
            self.toggle_fold(self.place)
        else:
            self.select(self._map.span_at(unit, self.place if self.selected is None else self.selected[0]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays in sight."""
        self._wheel(event, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the cursor stays in sight."""
        self._wheel(event, -_WHEEL_ROWS)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)
        if self.selected is None and (offset := self.nearest_seen(self.place)) != self.place:
            self._caret.go(offset)
            self._moved()

    def _drag_to(self, x: int, y: int) -> None:
        offset = self.offset_at(x, min(max(y, 0), self.size.height - 1))
        if self.selected is None:
            if offset == self._pressed:
                return
            self._caret.select(self._caret.cursor)
        self._caret.go(offset)
        self._moved()

    def _drag_beyond(self, x: int, rows: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)
        self._drag_to(x, 0 if rows < 0 else self.size.height - 1)

    def _stop_scrolling(self) -> None:
        if self._dragging is not None:
            self._dragging.stop()
            self._dragging = None

    # How it is done

    def _by_rows(self, rows: int) -> None:
        """Go some rows of text down or up, in the same column; by more than one, scroll as far."""
        goal = self.column_of(self.place) if self._goal is None else self._goal
        offset = self.offset_rows_away(self.place, rows, goal)
        if abs(rows) > 1:
            self.scroll_to(y=self.scroll_offset.y + rows, animate=False)
        self._caret.go(offset)
        self._moved(goal)

    def _by_unit(self, unit: Unit, *, forward: bool) -> None:
        if forward:
            self._caret.forward(unit)
        else:
            self._caret.backward(unit)
        self._moved(step="unit")

    def _to_highlight(self, highlight: Highlight | None, none: str) -> None:
        """Go to where something is marked, or say that there is none."""
        if highlight:
            self.go_to(highlight.start)
        else:
            self.notify(none, markup=False)

    def _moved(self, goal: int | None = None, step: Step = "row") -> None:
        """Show where the caret is now and say what changed; `goal` is the column that moving by rows keeps to.

        What was said of the place before goes.
        """
        take_away(self.app, errors=False)
        self._goal = goal
        self._show_caret()
        self.bring_into_view(self.place, step)

    def _show_caret(self) -> None:
        before = self._cursor[0]
        self.mark(self._caret.cursor, self._caret.selection)
        selected = self.selected
        if self.place != before or self._said != selected:
            self._said = selected
            self.post_message(self.Moved(self))
