"""The virtual list: it reads only what it shows, keeps its cursor, and answers keys and mouse."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.widgets import Input

from tui.widgets.rows import BLOCK, ListSource, Part, Rows, fit


class Numbers:
    """A source of `count` numbers, from `first`, that remembers what was asked of it."""

    def __init__(self, count: int, first: int = 0) -> None:
        self.count = count
        self.first = first
        self.fetched: list[int] = []

    def key(self, index: int) -> int:
        return self.first + index

    def find(self, key: int) -> int | None:
        return key - self.first if 0 <= key - self.first < self.count else None

    def fetch(self, first: int, n: int) -> Sequence[int | None]:
        self.fetched.append(first)
        return [self.first + i for i in range(first, min(first + n, self.count))]


class NumberRows(Rows[int]):
    lines = 1

    def height_at(self, width: int) -> int:
        return self.lines

    def parts(self, row: int, line: int, width: int) -> list[Part]:
        return [(f"row {row} line {line}", "")]


class ListApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.posted: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield NumberRows()
        yield Input()

    @property
    def rows(self) -> NumberRows:
        return self.query_one(NumberRows)

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self.posted.append(("moved", event.index))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.posted.append(("chosen", event.index))


def shown(rows: Rows[int]) -> list[str]:
    height = rows.scrollable_content_region.height
    return [rows.render_line(y).text.rstrip() for y in range(height)]


async def test_a_million_rows_are_read_a_block_at_a_time() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 13)) as pilot:
        source = Numbers(1_000_000)
        app.rows.show(source)
        app.rows.focus()
        await pilot.press("G")
        assert app.rows.cursor == 999_999
        assert shown(app.rows)[-1] == "▌ row 999999 line 0"
        assert len(source.fetched) <= 3
        await pilot.press("g", "j", "j", "k")
        assert app.rows.cursor == 1
        assert shown(app.rows)[:2] == ["  row 0 line 0", "▌ row 1 line 0"]


@pytest.mark.parametrize("lines", [1, 2, 3])
async def test_pages_move_the_cursor_and_keep_it_in_sight(lines: int) -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.lines = lines
        app.rows.show(Numbers(500))
        app.rows.focus()
        page = app.rows.scrollable_content_region.height // lines - 1
        await pilot.press("ctrl+d", "pagedown")
        assert app.rows.cursor == 2 * page
        assert f"▌ row {2 * page} line 0" in shown(app.rows)
        await pilot.press("ctrl+u")
        assert app.rows.cursor == page
        for key, cursor in (("G", 499), ("ctrl+d", 499), ("down", 499), ("g", 0), ("ctrl+u", 0), ("up", 0)):
            await pilot.press(key)
            assert app.rows.cursor == cursor
            assert f"▌ row {cursor} line 0" in shown(app.rows)


async def test_the_cursor_stays_on_its_row_and_its_line_when_the_rows_change() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.show(Numbers(500))
        app.rows.focus()
        app.rows.cursor = 300
        await pilot.press("up", "up")
        await pilot.pause()
        line = shown(app.rows).index("▌ row 298 line 0")
        app.posted.clear()
        app.rows.show(Numbers(600, first=-100))
        await pilot.pause()
        assert app.rows.cursor == 398
        assert app.rows.row == 298
        assert shown(app.rows).index("▌ row 298 line 0") == line
        assert app.posted == []


async def test_where_the_row_is_gone_the_cursor_keeps_its_place() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.show(Numbers(500))
        app.rows.cursor = 300
        await pilot.pause()
        app.posted.clear()
        app.rows.show(Numbers(100, first=1000))
        await pilot.pause()
        assert (app.rows.cursor, app.rows.row) == (99, 1099)
        assert app.posted == [("moved", 99)]
        app.rows.show(Numbers(0))
        await pilot.pause()
        assert app.rows.row is None
        assert app.posted[-1] == ("moved", -1)
        app.rows.show(Numbers(5))
        await pilot.pause()
        assert app.rows.row == 0
        app.rows.cursor = 3
        app.rows.show(Numbers(5, first=2), follow=False)
        assert app.rows.row == 2


async def test_an_empty_list_says_why_and_answers_no_key() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.empty = "No articles yet.\nPress \x1b[31mI."
        app.rows.focus()
        await pilot.press("j", "G", "ctrl+d", "enter")
        assert [line for line in shown(app.rows) if line] == ["  No articles yet.", "  Press ␛[31mI."]
        assert not [posted for posted in app.posted if posted[0] == "chosen"]


async def test_enter_and_a_double_click_open_a_row() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.show(Numbers(50))
        app.rows.focus()
        await pilot.press("j", "enter")
        await pilot.click(NumberRows, offset=(5, 4))
        assert app.rows.cursor == 4
        await pilot.double_click(NumberRows, offset=(5, 6))
        assert [posted for posted in app.posted if posted[0] == "chosen"] == [("chosen", 1), ("chosen", 6)]


async def test_a_click_below_the_last_row_does_nothing() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.show(Numbers(3))
        await pilot.double_click(NumberRows, offset=(5, 8))
        assert app.rows.cursor == 0
        assert ("chosen", 0) not in app.posted


async def test_the_wheel_scrolls_and_a_key_comes_back_to_the_cursor() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)) as pilot:
        app.rows.show(Numbers(200))
        app.rows.focus()
        await pilot.pause()
        for _ in range(20):
            app.rows.post_message(MouseScrollDown(app.rows, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert app.rows.cursor == 0
        assert app.rows.scroll_offset.y > 10
        await pilot.press("j")
        assert "▌ row 1 line 0" in shown(app.rows)


async def test_a_removed_row_is_said_to_be_gone() -> None:
    class Holes(Numbers):
        def fetch(self, first: int, n: int) -> Sequence[int | None]:
            return [None if row == 2 else row for row in super().fetch(first, n)]

    app = ListApp()
    async with app.run_test(size=(40, 15)):
        app.rows.show(Holes(5))
        assert shown(app.rows)[2] == "  · no longer there"


async def test_forgetting_reads_the_rows_again() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)):
        values = ["a", "b"]
        source = ListSource(values, values.index)
        app.rows.show(source)
        assert "row a" in shown(app.rows)[0]
        values[0] = "changed"
        assert "row a" in shown(app.rows)[0]
        app.rows.forget()
        assert "row changed" in shown(app.rows)[0]


async def test_the_cursor_is_told_by_a_sign_as_well_as_by_colour() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)):
        app.rows.show(Numbers(5))
        app.query_one(Input).focus()
        assert shown(app.rows)[0].startswith("▌")


async def test_a_smaller_window_keeps_the_cursor_in_sight() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 30)) as pilot:
        app.rows.show(Numbers(300))
        app.rows.cursor = 20
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert "▌ row 20 line 0" in shown(app.rows)


async def test_long_lists_keep_little_in_memory() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 15)):
        app.rows.show(Numbers(100_000))
        for index in range(0, 100_000, BLOCK):
            app.rows.cursor = index
            shown(app.rows)
        assert len(app.rows._blocks) <= 16
        assert len(app.rows._strips) <= 1024


@given(st.text(), st.integers(0, 60))
def test_fitting_gives_exactly_the_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_what_is_cut_is_marked_and_what_fits_is_whole() -> None:
    assert fit("Harbour council", 20) == "Harbour council     "
    assert fit("Harbour council", 8) == "Harbour…"
    assert fit("港湾の新しい計画", 8) == "港湾の …"
    assert fit("\x1b[31m\n", 8) == "␛[31m␊  "
