"""Dialogs: `?` tells their keys, f1 does where `?` is typed, and keys of one's own work in them and are named there."""

import pytest

from store.passage_building import update_passages
from store.samples import sample_paths
from tui.actions import ACTIONS, FIXED_IN_DIALOGS, IN_DIALOGS
from tui.keynames import parse_key
from tui.screens.help import Entries, Help
from tui.settings import Settings, check

SIZES = [(80, 24), (160, 50)]


def told(app) -> dict[str, str]:
    """By key, what the help says that it does."""
    rows = app.screen.query_one(Entries)
    found = rows.source.fetch(0, rows.source.count)
    return {key: one.words for one in found if one.action for key in one.keys}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("ways", "asks", "keys"),
    [
        (
            ("R",),
            "?",
            {"a": "Put the suggestion on record", "u": "Take the last decision", "/": "Type words to narrow"},
        ),
        (("V",), "?", {"x": "", "q": "Empty the filter first, then leave."}),
        (("W",), "?", {"H": "Show hidden passages too", "S": "Sort by places", "j": "Go one line down."}),
        (("o",), "?", {"space": "Mark the entry", "b": "Group by", "E": "Export the marked", "=": "List where"}),
        (("s",), "?", {"M": "", "P": "", "/": "Type words to narrow the list by."}),
        (("enter", "i", "1"), "f1", {"ctrl+s": "Leave with the result", "ctrl+n": "Take the name as typed"}),
        (("I",), "f1", {"f2": "Import what the clipboard holds", "enter": "Leave with the result"}),
        (("E",), "f1", {"ctrl+s": "", "tab": ""}),
    ],
)
async def test_help_tells_the_keys_of_a_dialog(opened, size, ways, asks: str, keys: dict[str, str]) -> None:
    async with opened(*sample_paths(), size=size) as app:
        for key in ways:
            await app.press(key)
            if key == "enter":
                await app.to_article()
                app.screen.page.go_to(app.screen.reading.text.index("“We settled") + 3)
        await app.until(lambda: len(app.app.screen_stack) == 2 and app.screen.is_mounted)
        dialog = app.screen
        await app.press("question_mark" if asks == "?" else asks)
        await app.until(lambda: isinstance(app.screen, Help))
        found = told(app)
        for key, words in keys.items():
            assert found["escape" if key == "esc" else key].startswith(words)
        await app.press("escape")
        await app.until(lambda: app.screen is dialog)


async def test_what_help_tells_of_a_dialog_is_done_there(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("o")
        await app.says("Quotes: 0")
        await app.press("question_mark", *"sort by the next", "enter")
        await app.says("last first")


async def test_a_question_mark_is_typed_where_one_types(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("o")
        await app.says("Quotes: 0")
        await app.press("slash", "question_mark")
        assert app.screen.query_one("#filter").value == "?"
        await app.press("f1")
        await app.until(lambda: isinstance(app.screen, Help))


async def test_own_keys_work_in_dialogs_and_stand_in_their_last_line(opened) -> None:
    settings = Settings(keys={"accept": ("ctrl+k",), "reject": ("K",), "group": ("B",)})
    async with opened(*sample_paths(), settings=settings) as app:
        await app.press("R")
        await app.says("ctrl+k accept   K reject   e correct")
        await app.until(lambda: app.screen.list.row is not None)
        first = app.screen.list.row.uid
        await app.press("a")
        await app.press("ctrl+k")
        await app.says("On record")
        second = app.screen.list.row.uid
        await app.press("K")
        await app.says("Rejected")
        await app.until(lambda: not {first, second} & {one.uid for one in app.screen._waiting})
        await app.press("escape", "o")
        await app.says("B group")
        await app.press("B")
        await app.says("by speaker")


async def test_own_keys_stand_beside_others_of_a_hint_and_where_ctrl_is_short(opened) -> None:
    settings = Settings(keys={"mark_all": ("f10",), "quote": ("5",)})
    async with opened(*sample_paths(), size=(120, 24), settings=settings) as app:
        await app.press("K")
        await app.says("f10 all   5 2 t tag marked")


async def test_a_list_of_places_offers_only_what_can_be_done_there(opened) -> None:
    async with opened(*sample_paths()) as app:
        update_passages(app.app.collection)
        await app.to_article()
        app.app.screen.action_alike()
        await app.says("Alike: ")
        dialog = app.screen
        await app.press("space", "ctrl+a", "b")
        assert not dialog.list.marked
        await app.press("question_mark")
        await app.until(lambda: isinstance(app.screen, Help))
        assert not {"space", "ctrl+a", "b", "e", "E", "X", "u", "="} & {*told(app)}
        assert told(app)["S"].startswith("Sort by")


async def test_the_speakers_have_no_groups_and_no_places(opened) -> None:
    async with opened() as app:
        await app.press("s")
        await app.says("Speakers: 0")
        await app.press("question_mark")
        await app.until(lambda: isinstance(app.screen, Help))
        assert not {"b", "="} & {*told(app)}
        assert {"space", "e", "X", "E", "u", "M"} <= {*told(app)}


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"sort": "b"}, '"b" is the key of group already'),
        ({"edit": "space"}, '"space" is the key of mark already'),
        ({"accept": "ctrl+s"}, '"ctrl+s" saves forms, where accept works too; choose another'),
        ({"undo": "y"}, '"y" answers questions'),
        ({"only_unread": "ctrl+s"}, ""),
        ({"star": "b"}, '"b" is the key of previous_word already'),
        ({"only_starred": "b"}, ""),
        ({"back": "escape"}, ""),
    ],
)
def test_a_key_that_a_dialog_needs_is_refused(keys: dict[str, str], problem: str) -> None:
    problems = [sentence for _, sentence in check({"keys": keys})[1]]
    assert bool(problems) == bool(problem)
    assert not problem or any(problem in sentence for sentence in problems)


def test_in_dialogs_no_key_means_two_things() -> None:
    keys = [parse_key(key) for action in ACTIONS if action.name in IN_DIALOGS for key in action.keys]
    assert len(keys) == len({*keys})
    assert all(parse_key(key) == key for key in FIXED_IN_DIALOGS)
