"""An app that shows one message at a time: the newest, and none of before over a dialog."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.notifications import Notify
from textual.widgets._toast import Toast

T = TypeVar("T")


class MessagesApp(App[T]):
    """Takes older messages away for a new one, errors too: what they say of a key no longer matters after the next."""

    NOTIFICATION_TIMEOUT = 4
    """Seconds that a message stays, enough for a line."""

    def on_notify(self, event: Notify) -> None:
        """Make room before Textual shows the message."""
        self._take_messages_away()

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Show a screen without the messages of before, which would cover it."""
        self._take_messages_away()
        return super().push_screen(screen, *args, **options)

    def _take_messages_away(self) -> None:
        for toast in self.screen.query(Toast) if self.screen_stack else ():  # none any more while the app closes
            toast._expire()  # as a click on it does
        for told in [*self._notifications]:
            self._unnotify(told, refresh=False)  # on screens below as well, which show theirs when they come back
