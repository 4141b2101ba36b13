"""An app that shows one message at a time, and an error as long as it takes to read it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App
from textual.notifications import Notify
from textual.widgets._toast import Toast

T = TypeVar("T")

ERRORS = 1
"""So many errors stay beside a newer message; more would hide what is read."""


class MessagesApp(App[T]):
    """Takes older messages away for a new one, but for the last errors."""

    NOTIFICATION_TIMEOUT = 4
    """Seconds that a message stays, enough for a line."""

    def on_notify(self, event: Notify) -> None:
        """Make room before Textual shows the message."""
        new, told = event.notification, [*self._notifications]
        others = (one for one in told if (one.title, one.message) != (new.title, new.message))
        kept = [one for one in others if one.severity == "error"][-ERRORS:]
        for toast in self.screen.query(Toast) if self.screen_stack else ():  # none any more while the app closes
            if toast._notification not in kept:
                toast._expire()  # as a click on it does
        for one in told:
            if one not in kept:
                self._unnotify(one, refresh=False)  # on screens below as well, which show theirs when they come back
