"""Drawing only what changed: what a terminal ends up showing is what a picture of the whole screen shows."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyte
import pytest
from rich.style import Style
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widgets import Static

from tui.actions import bindings
from tui.available import Explains
from tui.painting import LineScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.page import Page
from tui.widgets.rows import ListSource, Part, Rows, fit

SIZE = (60, 16)


class Names(Rows[str]):
    """A list of names."""

    DEFAULT_CSS = "Names { width: 20; height: 1fr; } Names.-framed { border: round red; padding: 0 1; }"

    def parts(self, row: str, line: int, width: int) -> list[Part]:
        return [(fit(row, width), "")]


class Whole(Explains, LineScreen[None]):
    """A list, a text, a line of words above both, and the keys."""

    BINDINGS = bindings("reading")
    CSS = "Screen { layout: horizontal; layers: base above; } #above { layer: above; width: 30; height: 2; offset: 12 3; }"

    def compose(self) -> ComposeResult:
        yield Names()
        yield Page()
        yield Static("words above\nthe others, 一個 wide", id="above")
        yield KeyBar()


class Terminal(HeadlessDriver):
    """A driver that writes to a terminal in memory."""

    is_headless = False  # type: ignore[assignment]


class Painted(App[None]):
    """Shows the screen and remembers how many characters it wrote."""

    BINDINGS = bindings("app")

    def __init__(self) -> None:
        super().__init__()
        self.terminal = pyte.Screen(*SIZE)
        self.stream = pyte.Stream(self.terminal)
        self.written = 0

    def get_default_screen(self) -> Screen[None]:
        return Whole()

    def watch_writing(self) -> None:
        """Send all that is written from now on to the terminal."""
        self.screen.query_one(Names).show(ListSource([f"name {n} 名前" for n in range(300)], hash))
        assert self._driver is not None
        self._driver.__class__ = Terminal
        self._driver.write = self._write  # type: ignore[method-assign]
        self.screen.refresh(layout=True)

    def _write(self, data: str) -> None:
        self.written += len(data)
        self.stream.feed(data)

    def whole(self) -> list[str]:
        """What Textual's own drawing of the whole screen shows, a line each."""
        return [strip.text.rstrip() for strip in Compositor.render_strips(self.screen._compositor)]

    def shown(self) -> list[str]:
        """What the terminal shows; the cell behind a wide character is not counted."""
        return [line.rstrip() for line in self.terminal.display]


KEYS = [
    "j",
    "j",
    "ctrl+d",
    "G",
    "k",
    "g",
    "tab",
    "j",
    "ctrl+d",
    "v",
    "w",
    "w",
    "f4",
    "ctrl+u",
    "escape",
    "G",
    "k",
    "tab",
]


@pytest.mark.parametrize("framed", [False, True])
async def test_a_terminal_shows_what_the_whole_screen_would(framed: bool) -> None:
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        page, names = app.screen.query_one(Page), app.screen.query_one(Names)
        names.set_class(framed, "-framed")
        await pilot.pause()
        app.watch_writing()
        text = "\n".join(f"Line {n} says 一二三 that the lock of Lest opens." for n in range(120))
        page.show(text, [(0, len(text))], (), ("A title", "Lest Herald"), 0)
        for key in KEYS:
            if key == "tab":
                app.screen.set_focus(page if names.has_focus else names)
            else:
                await pilot.press(key)
            app.screen.query_one("#above").display = key != "ctrl+d"
            await pilot.pause(0.05)
            assert app.shown() == app.whole(), key


async def test_a_move_in_a_list_writes_only_its_two_rows() -> None:
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        app.screen.set_focus(app.screen.query_one(Names))
        app.watch_writing()
        await pilot.pause(0.2)
        app.written = 0
        await pilot.press("j")
        await pilot.pause(0.2)
        assert 0 < app.written < 400


class Box(ModalScreen[None], LineScreen[None]):
    """Words in a box, over what stands below."""

    CSS = "Box { align: center middle; background: black 60%; } Box Static { width: 20; height: 5; background: red; }"

    def compose(self) -> ComposeResult:
        yield Static("words in a box")


def cells(strips: Iterable[Strip]) -> list[tuple[str, object, object, bool]]:
    """Each cell: its character, its colour unless it is blank, the colour behind it, whether it is bold."""
    styled = [(segment.text, segment.style or Style.null()) for strip in strips for segment in strip]
    return [
        (char, char != " " and style.color, style.bgcolor, bool(style.bold)) for text, style in styled for char in text
    ]


async def test_what_is_below_a_box_looks_as_textual_would_draw_it() -> None:
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        text = "The lock opens. 一二三\n" * 9
        app.screen.query_one(Page).show(text, [(0, len(text))], (), ("A title", "Lest Herald"), 0)
        box = Box()
        await app.push_screen(box)
        await pilot.pause()
        ours = cells(box.render_lines(box.region))
        visible_screen_stack.set(app._background_screens)
        theirs = cells(Screen.render_lines(box, box.region))
        assert ours == theirs
        assert "A title" in "".join(char for char, *_ in ours)


class Keys(Explains, LineScreen[None]):
    """Nothing but keys, of which one can be refused."""

    BINDINGS = bindings("page") + bindings("app")
    against = ""

    def compose(self) -> ComposeResult:
        yield KeyBar()

    def why_not(self, name: str) -> str:
        return self.against if name == "quote" else ""


class KeysApp(App[None]):
    """Remembers which keys were pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def get_default_screen(self) -> Screen[None]:
        return Keys()

    def simulate_key(self, key: str) -> None:
        self.pressed.append(key)


async def test_a_click_on_a_key_presses_it() -> None:
    app = KeysApp()
    async with app.run_test(size=(80, 4)) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(KeyBar)
        line = bar.render_line(0).text
        await pilot.click(KeyBar, offset=(line.index("quote"), 0))
        await pilot.click(KeyBar, offset=(79, 0))
        assert app.pressed == ["1"]


async def test_help_is_told_of_however_narrow_the_screen() -> None:
    app = KeysApp()
    async with app.run_test(size=(26, 4)) as pilot:
        await pilot.pause()
        line = app.screen.query_one(KeyBar).render_line(0).text
        assert line.split() == ["v", "select", "?", "help"]


async def test_a_key_that_can_be_pressed_again_is_drawn_again_and_nothing_beside_it() -> None:
    app = KeysApp()
    async with app.run_test(size=(80, 4)) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(KeyBar)
        assert [hint.enabled for hint in bar.hints if hint.word == "quote"] == [True]
        drawn: list[int] = []
        refresh = bar.refresh
        bar.refresh = lambda *regions, **how: (
            drawn.extend(region.width for region in regions),
            refresh(*regions, **how),
        )[1]  # type: ignore
        app.screen.against = "Select words first."  # type: ignore[attr-defined]
        app.screen.refresh_bindings()
        await pilot.pause()
        assert [hint.enabled for hint in bar.hints if hint.word == "quote"] == [False]
        assert drawn == [len(" 1 quote ")]


async def test_a_picture_of_the_screen_shows_all_its_lines() -> None:
    app = Painted()
    async with app.run_test(size=SIZE) as pilot:
        text = "The lock opens.\n" * 9
        app.screen.query_one(Page).show(text, [(0, len(text))], (), ("A title", "Lest Herald"), 0)
        app.screen.query_one(Names).show(ListSource(["Ada", "Lovelace"], hash))
        await pilot.pause()
        picture = app.export_screenshot()
        for words in ("Ada", "Lovelace", "Herald", "opens", "above"):
            assert words in picture
        assert len(set(re.findall(r'<text [^>]* y="([0-9.]+)"', picture))) >= 10
