"""Messages: one at a time, the newest; errors last longest where nothing is said after them; none hides what is read."""

import pytest
from textual import events
from textual.app import App
from textual.notifications import Notification, Notify
from textual.widgets._toast import Toast

from tui.messages import MessagesApp
from tui.screens.form import Dialog


def shown(app: App[None]) -> list[str]:
    return [str(toast.render()) for toast in app.screen.query(Toast)]


async def tell(app: App[None], pilot, words: str, **how) -> None:
    app.notify(words, markup=False, **how)
    await pilot.pause(0.05)


async def test_the_newest_message_shows_and_no_other() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True) as pilot:
        for number in range(4):
            await tell(app, pilot, f"message {number}")
            assert shown(app) == [f"message {number}"]


async def test_what_is_said_again_shows_once() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True) as pilot:
        for words in ("disk full", "disk full", "disk full"):
            await tell(app, pilot, words, severity="error")
        assert shown(app) == ["disk full"]


async def test_an_error_stands_beside_nothing_that_is_said_after_it() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True) as pilot:
        await tell(app, pilot, "error", severity="error", timeout=10)
        assert shown(app) == ["error"]
        await tell(app, pilot, "message")
        assert shown(app) == ["message"]


async def test_nothing_to_undo_is_an_ordinary_short_message(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        for key, words in (("u", "Nothing to undo"), ("ctrl+r", "Nothing to redo")):
            await app.press(key)
            await app.says(words)
            (told,) = app.app._notifications
            assert (told.severity, told.timeout) == ("information", app.app.NOTIFICATION_TIMEOUT)


async def test_a_message_that_comes_while_the_app_closes_breaks_nothing() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True):
        pass
    app.on_notify(Notify(Notification("copied")))


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_no_message_covers_a_line_of_the_text(opened, river_talks, size) -> None:
    async with opened(river_talks, size=size) as app:
        await app.to_article()
        page = app.screen.page.region
        told = {"d": "Copies are", "equals_sign": "These words stand nowhere", "u": "there is no action of yours"}
        for key, words in told.items():
            await app.press("g", key)
            await app.says(words)
            toasts = [toast.region for toast in app.screen.query(Toast)]
            assert toasts
            assert not any(region.overlaps(page) for region in toasts)


@pytest.mark.parametrize("key", ["I", "question_mark", "s"])
async def test_a_dialog_opens_without_the_message_of_before(opened, river_talks, key) -> None:
    async with opened(river_talks) as app:
        await app.press("u")
        await app.says("Nothing to undo")
        await app.press(key)
        await app.until(lambda: isinstance(app.screen, Dialog))
        assert "Nothing to undo" not in app.text
        await app.press("escape")
        assert "Nothing to undo" not in app.text


async def test_what_comes_once_the_app_is_left_breaks_nothing(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        left = app.app
    assert not left.screen_stack
    left.say("copied")
    await left.on_event(events.Key("j", "j"))
    await left.on_event(events.MouseMove(None, 1, 1, 0, 0, 0, False, False, False))
    left._ahead.append(events.Key("j", "j"))
    await left._take_turns()
    await left.action_quit()
