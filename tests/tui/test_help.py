"""Help, which is the palette too: made of the table of actions, true of the screen below, and able to do what they list."""

from typing import Any

import pytest
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tui.actions import ACTIONS, bindings
from tui.available import Explains
from tui.keyboard import KeyboardApp
from tui.screens.help import Entries, Help
from tui.widgets.rows import Rows

SIZES = [(80, 24), (160, 50)]


class Page(Explains, Widget, can_focus=True):
    BINDINGS = bindings("page")

    def action_next_record(self) -> None:
        self.app.done.append("next_record")


class Reading(Explains, Screen[None]):
    BINDINGS = bindings("reading")

    def compose(self) -> ComposeResult:
        yield Page()

    def why_not(self, name: str) -> str:
        return "Select [/words] first.\x1b" if name == "quote" else ""

    def action_commitment(self) -> None:
        self.app.done.append("commitment")


class HelpApp(KeyboardApp[None]):
    BINDINGS = bindings("app")

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.said: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(Reading())

    def action_help(self) -> None:
        self.push_screen(Help(self.screen))

    def notify(self, message: str, **options: Any) -> None:  # type: ignore[override]
        self.said.append(message)


def listed(app: HelpApp) -> list[str]:
    rows = app.screen.query_one(Entries)
    found = rows.source.fetch(0, rows.source.count)
    return [one.action.action.name for one in found if one is not None and one.action is not None]


def lines(app: HelpApp) -> list[str]:
    rows = app.screen.query_one(Entries)
    return [rows.render_line(y).text.strip() for y in range(rows.size.height)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_action_is_listed_and_what_works_comes_first(size: tuple[int, int]) -> None:
    app = HelpApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        names = listed(app)
        assert sorted(names) == sorted(action.name for action in ACTIONS)
        elsewhere = {action.name for action in ACTIONS if {*action.where} & {"list", "dialog"}}
        works = [name for name in names if name not in {"quote"} | elsewhere]
        assert names[: len(works)] == works
        assert "down" in lines(app)[0]
        assert "Go one line down." in lines(app)[1]
        assert lines(app)[0].endswith("Moving")


async def test_words_find_actions_and_a_key_finds_its_own() -> None:
    app = HelpApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", *"undo")
        assert listed(app) == ["undo", "redo"]
        for words in ("threshold", "likely"):
            await pilot.press(*["backspace"] * 10, *words)
            assert listed(app) == ["fewer_suggestions", "more_suggestions"]
        for words in ("version", "earlier"):
            await pilot.press(*["backspace"] * 10, *words)
            assert "versions" in listed(app)
        await pilot.press(*["backspace"] * 10, "right_square_bracket")
        assert listed(app) == ["next_record"]
        await pilot.press(*"zzz")
        assert listed(app) == []
        assert "No action has these words." in lines(app)


async def test_what_cannot_be_done_says_why() -> None:
    app = HelpApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", *"as a quote")
        assert listed(app) == ["quote"]
        assert "✗ Select [/words] first.␛" in lines(app)[1]
        await pilot.press(*["backspace"] * 10, *"that have the words")
        assert "✗ Works in the list of articles: q goes there." in lines(app)[1]


@pytest.mark.parametrize("size", [(40, 10), *SIZES])
async def test_no_sentence_is_cut(size: tuple[int, int]) -> None:
    app = HelpApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("f1", *"not read anywhere")
        assert listed(app) == ["only_unread"]
        entry = app.screen.query_one(Entries).row
        assert " ".join(" ".join(lines(app)[1:]).split()) == f"✗ {entry.against}"
        await pilot.press(*["backspace"] * 17, *"nothing in it is new")
        assert " ".join(" ".join(lines(app)[1:]).split()) == (
            "Not read yet, but nothing in it is new: all of it was read elsewhere."
        )


async def test_enter_does_the_action_on_the_screen_below() -> None:
    app = HelpApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "right_square_bracket", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        assert app.done == ["next_record"]
        await pilot.press("f1", *"as a commitment", "enter")
        await pilot.pause()
        assert app.done == ["next_record", "commitment"]
        await pilot.press("f1", *"as a quote", "enter")
        await pilot.pause()
        assert app.said == ["Select [/words] first.␛"]


async def test_arrows_move_and_a_double_click_does() -> None:
    app = HelpApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "down", "down", "up")
        assert app.screen.query_one(Rows).cursor == 1
        await pilot.press(*"next record")
        await pilot.double_click(Entries, offset=(6, 1))
        await pilot.pause()
        assert app.done == ["next_record"]


async def test_escape_closes() -> None:
    app = HelpApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "escape")
        assert isinstance(app.screen, Reading)


async def test_the_keys_shown_are_the_keys_that_were_set() -> None:
    app = HelpApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.set_keymap({"next_record": "ctrl+k,F"})
        await pilot.press("f1", "F")
        assert listed(app)[0] == "next_record"
        assert lines(app)[0].startswith("▌ ctrl+k  F")
