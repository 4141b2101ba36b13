"""What is shown of a text changes around it: the words that are read stay where they are."""

import pytest
from textual.app import App, ComposeResult

from store.textmap import TextMap
from tui.widgets.highlights import Highlight
from tui.widgets.page import Page

TEXT = "\n\n".join(f"Paragraph {number} says a few words about the river." for number in range(60))


class Reader(App[None]):
    CSS = "Page { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Page()

    @property
    def page(self) -> Page:
        return self.query_one(Page)

    @property
    def lines(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def line_of(self, words: str) -> int:
        """The row of the screen that shows these words."""
        rows = [y for y, line in enumerate(self.lines) if words in line]
        assert rows, "\n".join(self.lines)
        return rows[0]


async def test_a_longer_header_moves_no_line_that_is_read() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.page.load(TextMap(TEXT), (), ["A title"])
        await pilot.pause()
        app.page.go_to(TEXT.index("Paragraph 30"))
        await pilot.pause()
        before = app.line_of("Paragraph 30")
        app.page.set_header(["A title", "Norrin Wire", "2 quotes"])
        await pilot.pause()
        assert app.line_of("Paragraph 30") == before
        app.page.action_first()
        await pilot.pause()
        assert [app.line_of(words) for words in ("A title", "Norrin Wire", "2 quotes")] == [0, 1, 2]
        app.page.set_header(["A title"])
        await pilot.pause()
        assert app.line_of("Paragraph 0") == 2


async def test_marks_that_fold_nothing_lay_nothing_out_anew() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.load(TextMap(TEXT), (), ["A title"], 0)
        await pilot.pause()
        layout = app.page._layout
        start = TEXT.index("Paragraph 1")
        app.page.set_highlights([Highlight(start, start + 11, "quote", "q")])
        await pilot.pause()
        assert app.page._layout is layout
        row = app.line_of("Paragraph 1 says")
        assert "“" in app.lines[row], "the sign in the gutter"
        app.page.set_highlights([Highlight(start, TEXT.index("Paragraph 3"), "hidden", "h", "boilerplate")])
        await pilot.pause()
        assert "boilerplate" in "".join(app.lines)
        assert not any("Paragraph 1 says" in line for line in app.lines)


async def test_a_text_that_is_loaded_before_it_shows_is_laid_out_once() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.display = False
        await pilot.pause()
        app.page.load(TextMap(TEXT), (), ["A title"], TEXT.index("Paragraph 30"))
        layout, extent = app.page._layout, app.page.virtual_size
        app.page.display = True
        await pilot.pause()
        assert app.page._layout is layout
        assert app.page.virtual_size == extent, "another would have the screen laid out again"
        assert app.page.max_scroll_y > 24
        assert "Paragraph 30 says a few words about the river." in "\n".join(app.lines)
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert app.page._layout is not layout


KEYS = {")": "right_parenthesis"}
SPOKEN = "The river rose.\n\nHe spoke of locks. The tolls would be dropped, he said. Nobody asked why.\n\nThe end came."


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("v p", "He spoke of locks. The tolls would be dropped, he said. Nobody asked why."),
        ("v )", "The tolls would be dropped, he said."),
        ("v w", "dropped,"),
        ("v ) )", "The tolls would be dropped, he said. Nobody asked why."),
        ("v l )", "pped, he said."),
        ("v w )", "dropped, he said."),
        ("v p p", "He spoke of locks. The tolls would be dropped, he said. Nobody asked why.\n\nThe end came."),
        ("v P", "He spoke of locks. The tolls would be dropped"),
        ("v v v )", "The tolls would be dropped, he said."),
    ],
)
async def test_a_selection_just_begun_takes_whole_what_first_extends_it(keys: str, selected: str) -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.load(TextMap(SPOKEN), (), ["A title"])
        app.page.focus()
        app.page.go_to(SPOKEN.index("pped"))
        await pilot.press(*(KEYS.get(key, key) for key in keys.split()))
        assert app.page.selected is not None
        assert SPOKEN[slice(*app.page.selected)].strip() == selected


async def test_the_last_sentence_of_a_paragraph_is_selected_without_the_next_from_its_last_word() -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.load(TextMap(SPOKEN), (), ["A title"])
        app.page.focus()
        app.page.go_to(SPOKEN.index("why."))
        await pilot.press("v", "p")
        assert app.page.selected is not None
        assert SPOKEN[slice(*app.page.selected)].strip() == SPOKEN.split("\n\n")[1]


@pytest.mark.parametrize(
    ("keys", "selected"),
    [("v P", SPOKEN.split("\n\n")[1]), ("v (", "Nobody asked why."), ("v P P", SPOKEN.rpartition("\n\n")[0])],
)
async def test_a_selection_begun_where_a_paragraph_begins_goes_back_without_its_first_word(keys, selected) -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.load(TextMap(SPOKEN), (), ["A title"])
        app.page.focus()
        app.page.go_to(SPOKEN.index("The end"))
        await pilot.press(*({"(": "left_parenthesis"}.get(key, key) for key in keys.split()))
        assert app.page.selected is not None
        assert SPOKEN[slice(*app.page.selected)].strip() == selected
