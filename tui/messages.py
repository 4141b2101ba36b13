"""An app that shows one message at a time: the newest, and none of before over a dialog."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.notifications import Notification, Notify
from textual.widgets._toast import Toast

T = TypeVar("T")


class MessagesApp(App[T]):
    """Takes older messages away for a new one, errors too: what they say of a key no longer matters after the next."""

    NOTIFICATION_TIMEOUT = 4
    """Seconds that a message stays, enough for a line."""

    def on_notify(self, event: Notify) -> None:
        """Make room before Textual shows the message."""
        take_away(self)

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Show a screen without the messages of before, which would cover it."""
        take_away(self)
        return super().push_screen(screen, *args, **options)


def take_away(app: App[Any], *, errors: bool = True) -> None:
    """Take away the messages that an app shows: those of errors too, or only what was said in passing."""

    def goes(told: Notification) -> bool:
        return errors or told.severity == "information"

    for toast in app.screen.query(Toast) if app.screen_stack else ():  # none any more while the app closes
        if goes(toast._notification):
            toast._expire()  # as a click on it does
    for told in filter(goes, [*app._notifications]):
        app._unnotify(told, refresh=False)  # on screens below as well, which show theirs when they come back
