"""Keys typed faster than the app answers arrive where they were meant, in a real terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminal import ONRECORD, Terminal
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, Static

from tui.launch import make_demo
from tui.typeahead import TypeAheadApp


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The sample articles."""
    path = tmp_path / "demo.db"
    make_demo(path)
    return path


def test_words_typed_with_the_key_that_opens_a_field_go_into_it(demo: Path) -> None:
    with Terminal([*ONRECORD, "--db", str(demo)], 110, 30) as terminal:
        terminal.shows("8 articles")
        terminal.send("fchancellor ilse\r")
        terminal.shows("1 article ")
        terminal.shows("“chancellor ilse”")


def test_a_whole_record_typed_in_one_burst_is_kept(demo: Path) -> None:
    with Terminal([*ONRECORD, "--db", str(demo)], 160, 50) as terminal:
        terminal.shows("8 articles")
        terminal.send("fchancellor ilse\r\r")
        terminal.shows("¶1")
        terminal.send("g}ppi1Ilse Taverne")
        terminal.shows("Ilse Taverne")
        terminal.send("\rChancellor of Norrin\r")
        terminal.send("s")
        terminal.shows("Speakers: 1")
        terminal.shows("Chancellor of Norrin")


class Dialog(Screen[None]):
    """A field, and keys that no field took."""

    def compose(self) -> ComposeResult:
        yield Input()


class Opens(TypeAheadApp[None]):
    """`o` opens a dialog; other keys are noted."""

    BINDINGS = [Binding("o", "open", "Open")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("below")

    def action_open(self) -> None:
        """Open the dialog."""
        self.push_screen(Dialog())

    def on_key(self, event: Key) -> None:
        """Note what nobody took."""
        self.noted.append(event.key)


def _burst(app: App[None], keys: str) -> None:
    for key in keys:
        app.post_message(Key(key, key))


async def test_keys_wait_for_the_screen_that_the_first_opens() -> None:
    app = Opens()
    async with app.run_test() as pilot:
        _burst(app, "xotarn")
        for _ in range(250):
            await pilot.pause(0.02)
            if isinstance(app.screen, Dialog) and app.screen.query_one(Input).value == "tarn":
                break
        assert app.screen.query_one(Input).value == "tarn"
        assert app.noted == ["x", "o"]
