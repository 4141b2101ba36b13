"""An app that shows few messages at a time: the newest, each once."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App
from textual.notifications import Notify
from textual.widgets._toast import Toast

T = TypeVar("T")

SHOWN = 3
"""So many messages are shown at most; more would hide what is read."""


class MessagesApp(App[T]):
    """Takes older messages away for a new one: the same words, and the oldest when there are many, errors last."""

    def on_notify(self, event: Notify) -> None:
        """Make room before Textual shows the message."""
        new = event.notification
        told = sorted(self._notifications, key=lambda one: one.severity == "error")
        others = [one for one in told if (one.title, one.message) != (new.title, new.message)]
        kept = others[max(len(others) - SHOWN + 1, 0) :]
        for toast in self.screen.query(Toast) if self.screen_stack else ():  # none any more while the app closes
            if toast._notification not in kept:
                toast._expire()  # as a click on it does
        for one in told:
            if one not in kept:
                self._unnotify(one, refresh=False)  # on screens below as well, which show theirs when they come back
