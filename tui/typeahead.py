"""Keys that come faster than they are answered: each goes where the one before it led."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from typing import TypeVar

from textual import events
from textual.message_pump import MessagePump
from textual.widget import Widget

from tui.messages import MessagesApp

T = TypeVar("T")

REST = 1.0
"""Seconds without a key that are a rest."""
PATIENCE = 1.0
"""Seconds that keys wait at most for the answer to the one before them, and to leave the app for all before them."""


class TypeAheadApp(MessagesApp[T]):
    """Lets a key wait until the one before it is answered: the field focused, or the screen opened, that it asked for.

    Textual sends a key to what has the focus as soon as it comes. Over a slow line several come at once: of `fport` the
    `p` would be pressed in the list before `f` has opened the field.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._target: Widget | None = None
        self._turn: events.Event | None = None
        self._taking_turns: asyncio.Task[None] | None = None
        self._typed_at = 0.0

    @property
    def resting(self) -> bool:
        """Whether no key came for a while."""
        return time.monotonic() - self._typed_at > REST

    async def on_event(self, event: events.Event) -> None:
        """Take a key when the one before it is answered, and everything else at once."""
        if isinstance(event, events.InputEvent) and not self.screen_stack:
            return  # the app closes
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed_at = time.monotonic()
        if event is self._turn or not (self._taking_turns or self._answering()):
            self._target = self.focused or self.screen
            await super().on_event(event)
        else:
            self._ahead.append(event)
            if isinstance(event, events.Key) and self.leaves(event.key):
                self.set_timer(PATIENCE, self.action_quit)
            self._taking_turns = self._taking_turns or asyncio.create_task(self._take_turns())

    def leaves(self, key: str) -> bool:
        """Whether a key leaves the app: it overtakes what is still not done after a while. None does here."""
        return False

    def _asked(self) -> Iterator[MessagePump]:
        """Whom the last key may still occupy: its target, what is around that, the screen it opened, the app."""
        if self.screen_stack:  # none any more while the app closes
            yield from (self._target or self.screen).ancestors_with_self
            yield self.screen
        yield self

    def _answering(self) -> bool:
        return any(pump.message_queue_size for pump in self._asked())

    async def _take_turns(self) -> None:
        """Take the keys that wait, each when the one before it is answered."""
        while self._ahead:
            try:
                async with asyncio.timeout(PATIENCE):
                    for pump in self._asked():
                        await _idle(pump)
            except TimeoutError:
                self.log("a key was not answered in time")
            self._turn = self._ahead.popleft()
            self.post_message(self._turn)
            await _idle(self)
        self._taking_turns = None


async def _idle(pump: MessagePump) -> None:
    """Wait until all that was sent to a widget, a screen or the app before is dealt with."""
    dealt_with = asyncio.Event()
    if pump.call_later(dealt_with.set):
        await dealt_with.wait()
