"""A form whose result cannot be kept: it comes back as it was filled in, and says why."""

import threading

import pytest

from store import articles, records
from store.errors import OnRecordError
from tui.screens.form import LOOK_AGAIN, Form


def full(*_: object, **__: object) -> None:
    raise OnRecordError("The disk is full", "Make room, then save again.")


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch):
    """Nothing can be written until it is called."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "tag", full)
        patch.setattr(articles, "correct", full)
        yield patch.undo


async def test_a_quote_that_cannot_be_kept_is_asked_for_again(opened, river_talks, no_room) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("v", "w", "w", "1")
        await app.until(lambda: isinstance(app.screen, Form))
        form = app.screen
        await app.press(*"Lena", "ctrl+n", "enter")
        await app.until(lambda: "full" in app.text)
        assert app.screen is form
        assert "Lena" in app.text
        no_room()
        await app.press("ctrl+s")
        await app.until(lambda: not isinstance(app.screen, Form) and app.screen.reading.records)
        assert [speaker.name for speaker in app.screen.known_speakers.values()] == ["Lena"]
        await app.until(lambda: not form.is_running)
        assert not app.app.is_screen_installed(form)


async def test_a_form_that_is_left_leaves_nothing_behind(opened, river_talks, no_room) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("A")
        await app.until(lambda: isinstance(app.screen, Form))
        form = app.screen
        await app.press(*"2031-06-03", "enter")
        await app.until(lambda: "full" in app.text)
        await app.press("escape")
        await app.press("y")
        await app.until(lambda: not form.is_running)
        assert not app.app.is_screen_installed(form)
        assert app.app.screen is app.app.reading_screen


async def test_a_form_comes_back_as_often_as_its_change_fails(opened, river_talks, no_room) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("v", "w", "t", *"hope", "enter")
        await app.until(lambda: "full" in app.text)
        await app.press("enter")
        await app.until(lambda: isinstance(app.screen, Form))
        await app.until(lambda: "full" in app.text)
        no_room()
        await app.press("enter")
        await app.until(lambda: not isinstance(app.screen, Form) and app.screen.reading.records)
        assert [one.note for one in app.screen.reading.records] == ["hope"]


async def test_a_form_comes_back_once_no_other_is_typed_in(opened, river_talks, monkeypatch) -> None:
    release, failed = threading.Event(), threading.Event()

    def fails_late(*_: object, **__: object) -> None:
        release.wait()
        failed.set()
        full()

    monkeypatch.setattr(records, "tag", fails_late)
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("v", "w", "t", *"one", "enter")
        await app.until(lambda: not isinstance(app.screen, Form))
        await app.press("t", *"tw")
        second = app.screen
        release.set()
        await app.until(failed.is_set)
        await app.pilot.pause(2 * LOOK_AGAIN)
        await app.press("o")
        assert app.screen is second
        assert second.fields[0][1].text == "two"
        await app.press("escape", "y")
        await app.until(lambda: isinstance(app.screen, Form))
        assert app.screen.fields[0][1].text == "one"


@pytest.mark.parametrize("over", ["", "s", "I"], ids=["on the page", "under a register", "under another form"])
async def test_ctrl_q_stays_where_what_a_form_asked_for_fails(opened, river_talks, monkeypatch, over: str) -> None:
    release = threading.Event()

    def fails_late(*_: object, **__: object) -> None:
        release.wait()
        full()

    monkeypatch.setattr(records, "tag", fails_late)
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("v", "w", "t", *"one", "enter", *over)
        threading.Timer(0.2, release.set).start()
        await app.press("ctrl+q")
        await app.until(lambda: "full" in app.text)
        assert app.app._exit is False
        assert app.screen.fields[0][1].text == "one"
        await app.press("ctrl+q", "y")
        assert app.app._exit
