"""The table of actions: complete, without clashes, and true of what a screen does."""

import itertools
from collections.abc import Iterator

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.keys import format_key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Input

from tui.actions import ACTIONS, BY_NAME, FOOTER, IN_DIALOGS, Where, bindings, meet, shared
from tui.available import Available, Explains, available
from tui.keyboard import KeyboardApp
from tui.layouts import LAYOUTS, latin_key
from tui.widgets.rows import ListSource, Rows

PLACES: tuple[Where, ...] = ("rows", "list", "page", "reading", "app")


def test_names_are_told_apart_and_can_be_found() -> None:
    assert len(BY_NAME) == len(ACTIONS)
    assert {name for names in FOOTER.values() for name in names} <= set(BY_NAME)
    for action in ACTIONS:
        assert action.help.endswith(".")
        assert action.help[0].isupper()
        assert 1 <= len(action.title) <= 18
        assert action.keys


def test_no_key_means_two_things_at_one_place() -> None:
    clashes = [
        (one.name, other.name)
        for one, other in itertools.combinations(ACTIONS, 2)
        if meet(one, other) and set(one.keys) & set(other.keys)
    ]
    assert clashes == []


def test_only_lists_dialogs_and_the_page_never_meet() -> None:
    assert not meet(BY_NAME["group"], BY_NAME["previous_word"])
    assert not meet(BY_NAME["group"], BY_NAME["only_starred"])
    assert meet(BY_NAME["group"], BY_NAME["sort"])
    assert meet(BY_NAME["sort"], BY_NAME["quote"])  # in the concordance
    assert not meet(BY_NAME["filter"], BY_NAME["select"])
    assert not meet(BY_NAME["select"], BY_NAME["filter"])
    assert meet(BY_NAME["open"], BY_NAME["select"])
    assert meet(BY_NAME["filter"], BY_NAME["open"])
    assert meet(BY_NAME["undo"], BY_NAME["select"])
    assert meet(BY_NAME["quit"], BY_NAME["filter"])
    assert meet(BY_NAME["select"], BY_NAME["quote"])


def test_keys_behind_altgr_have_a_twin_without() -> None:
    for action in ACTIONS:
        if any(key in "[]{}&/" for key in action.keys):
            assert any(len(key) > 1 for key in action.keys), action.name


@pytest.mark.parametrize("pane", [("rows", "list"), ("page",)])
def test_the_footer_shows_at_most_six_and_help_at_80_columns(pane: tuple[Where, ...]) -> None:
    shown = [BY_NAME[name] for where in (*pane, "reading", "app") for name in FOOTER[where]]
    assert shown[-1].name == "help"
    assert len(shown) <= 7
    assert sum(len(f" {format_key(action.keys[0])} {action.title} ") for action in shown) <= 80


def test_every_action_becomes_a_binding_with_its_name() -> None:
    made = [binding for where in PLACES for binding in bindings(where)]
    made += [shared(name) for name in IN_DIALOGS]
    assert {binding.id for binding in made if isinstance(binding, Binding)} == set(BY_NAME)
    (quote,) = [binding for binding in bindings("page") if isinstance(binding, Binding) and binding.id == "quote"]
    assert (quote.key, quote.action, quote.show) == ("1", "screen.quote", True)


class Page(Explains, Widget, can_focus=True):
    BINDINGS = bindings("page")

    def why_not(self, name: str) -> str:
        return "Nothing is repeated here." if name == "next_repeat" else ""

    def action_select(self) -> None:
        self.app.done.append("select")

    def action_next_repeat(self) -> None:
        raise AssertionError("done though there is a reason against it")


class Reading(Explains, Screen[None]):
    BINDINGS = bindings("reading")

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Rows()
            yield Page()
        yield Input()
        yield Footer()

    def why_not(self, name: str) -> str:
        return "Select words first." if name == "quote" else ""

    def action_quote(self) -> None:
        raise AssertionError("done though there is a reason against it")

    def action_commitment(self) -> None:
        self.app.done.append("commitment")

    def action_search(self) -> None:
        self.app.done.append("search")


class TestApp(KeyboardApp[None]):
    __test__ = False
    BINDINGS = bindings("app")

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.said: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(Reading())

    def action_theme(self) -> None:
        self.done.append("theme")

    def notify(self, message: str, **options: object) -> None:  # type: ignore[override]
        assert options["markup"] is False
        self.said.append(message)


def state(app: TestApp, name: str) -> Available:
    (found,) = [one for one in available(app.screen) if one.action.name == name]
    return found


async def test_a_key_does_its_action_where_it_belongs() -> None:
    app = TestApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Page).focus()
        await pilot.press("v", "3", "/", "T")
        assert app.done == ["select", "commitment", "search", "theme"]
        app.screen.query_one(Rows).focus()
        await pilot.press("v", "3", "/", "T")
        assert app.done[4:] == ["search", "theme"]


async def test_the_key_of_an_action_that_cannot_be_done_says_why() -> None:
    app = TestApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Page).focus()
        await pilot.press("1", "right_curly_bracket", "v")
        assert app.said == ["Select words first.", "Nothing is repeated here."]
        assert app.done == ["select"]


async def test_what_works_here_is_known_and_why_the_rest_does_not() -> None:
    app = TestApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Page).focus()
        await pilot.pause()
        assert [one.action for one in available(app.screen)] == list(ACTIONS)
        assert state(app, "select").why_not == ""
        assert state(app, "quote").why_not == "Select words first."
        assert state(app, "filter").why_not == "Works in the list of articles: q goes there."
        assert state(app, "filter").binding is None
        app.screen.query_one(Rows).focus()
        await pilot.pause()
        assert state(app, "quote").why_not == "Works in the page of an article: enter opens one."
        assert state(app, "down").why_not == ""


async def test_remapped_keys_are_known() -> None:
    app = TestApp()
    async with app.run_test() as pilot:
        app.set_keymap({"commitment": "ctrl+k,C"})
        app.screen.query_one(Page).focus()
        await pilot.press("3", "C", "ctrl+k")
        assert app.done == ["commitment", "commitment"]
        assert state(app, "commitment").keys == ("ctrl+k", "C")


def russian(keys: str) -> Iterator[str]:
    back = {latin: char for char, latin in LAYOUTS["russian"].items()}
    return (back.get(key, key) for key in keys)


async def test_the_same_keys_work_on_a_russian_keyboard() -> None:
    app = TestApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Page).focus()
        await pilot.press(*russian("vT"))
        await pilot.pause()
        assert app.done == ["select", "theme"]
        rows = app.screen.query_one(Rows)
        rows.parts = lambda row, line, width: [(str(row), "")]  # type: ignore[method-assign]
        rows.show(ListSource(list(range(50)), int))
        rows.focus()
        await pilot.press(*russian("jjk"), *russian("G"))
        await pilot.pause()
        assert rows.cursor == 49


async def test_letters_typed_into_a_field_stay_as_they_are() -> None:
    app = TestApp()
    async with app.run_test() as pilot:
        app.screen.query_one(Input).focus()
        await pilot.press("м", "Е", "ъ", "v", "1", "slash")
        assert app.screen.query_one(Input).value == "мЕъv1/"
        assert app.done == []


@pytest.mark.parametrize(
    ("key", "latin"),
    [
        ("ф", "a"), ("Ф", "A"), ("ъ", "right_square_bracket"), ("Х", "left_curly_bracket"), ("ю", "full_stop"),
        ("ctrl+в", "ctrl+d"), ("ї", "right_square_bracket"), ("є", "apostrophe"), ("і", "s"), ("ў", "o"), ("σ", "s"),
        ("a", None), ("left_square_bracket", None), ("ctrl+d", None), ("f3", None), ("ø", None), ("漢", None),
        ("é", "2"), ("ü", "left_square_bracket"), ("Ü", "left_curly_bracket"), ("ù", "apostrophe"), ("٣", "3"),
        ("arabic_fatha", "Q"), ("multiplication_sign", "O"), ("ﻷ", "G"), ("greek_tonos", "semicolon"),
    ],
)  # fmt: skip
def test_letters_of_other_layouts(key: str, latin: str | None) -> None:
    assert latin_key(key) == latin


def test_the_layout_named_first_decides() -> None:
    assert latin_key("і", ("belarusian", "ukrainian")) == "b"
    assert latin_key("і", ("ukrainian", "belarusian")) == "s"


def test_every_letter_key_can_be_pressed_on_every_layout() -> None:
    """But for those that a layout has no character for; the palette has their actions."""
    letters = {key for action in ACTIONS for key in action.keys if len(key) == 1 and key.isalpha()}
    lacking = {"greek": {"q", "W"}, "arabic": {"D", "F", "L", "M", "U", "V", "Z"}}
    for name in set(LAYOUTS) - {"german", "french"}:
        missing = letters - {latin_key(char, (name,)) for char in LAYOUTS[name]}
        assert missing <= lacking.get(name, set()), name
