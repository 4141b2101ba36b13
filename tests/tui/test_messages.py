"""Messages: few at a time, each once, errors the longest."""

from textual.app import App
from textual.notifications import Notification, Notify
from textual.widgets._toast import Toast

from tui.messages import SHOWN, MessagesApp


def shown(app: App[None]) -> list[str]:
    return [str(toast.render()) for toast in app.screen.query(Toast)]


async def tell(app: App[None], pilot, words: str, **how) -> None:
    app.notify(words, markup=False, **how)
    await pilot.pause(0.05)


async def test_the_newest_messages_show_and_no_more() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True) as pilot:
        for number in range(SHOWN + 2):
            await tell(app, pilot, f"message {number}")
        assert shown(app) == [f"message {number}" for number in range(2, SHOWN + 2)]


async def test_what_is_said_again_shows_once() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True) as pilot:
        for words in ("no hit", "undone", "no hit", "no hit"):
            await tell(app, pilot, words)
        assert shown(app) == ["undone", "no hit"]


async def test_an_error_outlasts_what_is_said_after_it() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True) as pilot:
        await tell(app, pilot, "the disk is full", severity="error")
        for number in range(SHOWN + 1):
            await tell(app, pilot, f"message {number}")
        assert shown(app)[0] == "the disk is full"
        assert len(shown(app)) == SHOWN


async def test_a_message_that_comes_while_the_app_closes_breaks_nothing() -> None:
    app: MessagesApp[None] = MessagesApp()
    async with app.run_test(notifications=True):
        pass
    app.on_notify(Notify(Notification("copied")))
