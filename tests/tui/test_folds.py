"""A selection on a page with folded copies: it has the whole of one or nothing, however it was made."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from store.textmap import TextMap
from tui.widgets.highlights import Highlight
from tui.widgets.page import Page

COPIED = "The ministers agreed that the water of the river would be shared. Nobody said how much."
TEXT = f"Harbour\n\n{COPIED}\n\nA line of its own.\n\n{COPIED}\n\n{COPIED}\n\nAnother one.\n\n{COPIED}"
MOVES = (
    "down up page_down page_up first last right left next_word previous_word next_sentence previous_sentence "
    "next_paragraph previous_paragraph swap_ends"
).split()


def copies() -> list[Highlight]:
    starts = [at for at in range(len(TEXT)) if TEXT.startswith(COPIED, at)]
    return [Highlight(at, at + len(COPIED), "copy", f"copy {at}") for at in starts]


class Reader(App[None]):
    CSS = "Page { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def on_page_moved(self, event: Page.Moved) -> None:
        self.told.append(event.page.place)

    def compose(self) -> ComposeResult:
        yield Page()

    def fold(self) -> Page:
        """The page, its copies folded."""
        page = self.query_one(Page)
        page.load(TextMap(TEXT), copies())
        page.mode = "fold"
        return page


def whole(page: Page) -> bool:
    """Whether what is selected, if anything is, cuts no folded copy in two."""
    start, end = page.selected or (0, 0)
    return not any(
        one.start < edge < one.end and page.fold_around(one.start) for one in copies() for edge in (start, end)
    )


async def test_no_way_of_moving_selects_a_part_of_a_folded_copy() -> None:
    app = Reader()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        page = app.fold()
        await pilot.pause()

        @settings(max_examples=200, deadline=None)
        @given(st.integers(0, len(TEXT) - 1), st.lists(st.sampled_from(MOVES), max_size=12))
        def moves(place: int, names: list[str]) -> None:
            page.release()
            folded = page.fold_around(place)
            page.go_to(folded[0] if folded else place)
            page.action_select()
            for name in names:
                getattr(page, f"action_{name}")()
                assert whole(page), (name, page.selected)

        moves()


@pytest.mark.parametrize(("begin", "to"), [("A line of", COPIED), (COPIED, "Another"), (COPIED, "A line of")])
async def test_a_drag_onto_or_from_a_folded_copy_selects_all_of_it(begin: str, to: str) -> None:
    app = Reader()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        page = app.fold()
        await pilot.pause()
        rows = [page._y_of(TEXT.index(words, TEXT.index("A line")) + 2) for words in (begin, to)]
        await pilot.mouse_down(offset=(12, rows[0]))
        await pilot.hover(offset=(14, rows[1]))
        await pilot.mouse_up(offset=(14, rows[1]))
        assert page.selected is not None
        assert COPIED in TEXT[slice(*page.selected)]
        assert whole(page)


async def test_the_end_of_a_text_is_its_folded_copy_not_a_letter_in_it() -> None:
    app = Reader()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        page = app.fold()
        await pilot.pause()
        page.action_last()
        assert page.place == TEXT.rindex(COPIED)
        page.action_select()
        page.action_select()
        assert page.selected is None
        assert page.place == TEXT.rindex(COPIED)


async def test_where_a_copy_is_folded_over_the_cursor_it_is_told_that_it_is_on_the_copy() -> None:
    app = Reader()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        page = app.fold()
        page.mode = "dim"
        page.go_to(TEXT.index("river"))
        await pilot.pause()
        app.told.clear()
        page.mode = "fold"
        await pilot.pause()
        assert app.told == [page.place] == [TEXT.index(COPIED)]
        page.action_open()
        await pilot.pause()
        assert page._cursor == (TEXT.index("river"), TEXT.index("river") + 1)
