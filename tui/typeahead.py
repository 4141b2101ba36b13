"""Keys that come faster than they are answered: each goes where the one before it led."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds that keys wait at most for the answer to the one before them."""


class TypeAheadApp(App[T]):
    """Lets a key wait until the one before it is answered: the field focused, or the screen opened, that it asked for.

    Textual sends a key to what has the focus as soon as it comes. Over a slow line several come at once: of `fport` the
    `p` would be pressed in the list before `f` has opened the field.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._next: events.Event | None = None
        self._answering: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Take a key when its turn has come, and everything else at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._answering and event is not self._next:
            self._ahead.append(event)
        else:
            target = self.focused or self.screen
            await super().on_event(event)
            self._answering = asyncio.create_task(self._go_on(target))

    async def _go_on(self, target: Widget) -> None:
        """Wait until a key that went to the target is answered, then take the next."""
        try:
            async with asyncio.timeout(PATIENCE):
                for pump in target.ancestors_with_self:  # an unanswered key goes from each to its parent, the app last
                    await _idle(pump)
                await _idle(self.screen)  # one that has just opened is composed first
                await _idle(self)  # which hands on the focus
        except TimeoutError:
            self.log("a key was not answered in time")
        self._next = self._ahead.popleft() if self._ahead else None
        self._answering = None if self._next is None else self._answering
        if self._next is not None:
            self.post_message(self._next)


async def _idle(pump: MessagePump) -> None:
    """Wait until all that was sent to a widget, a screen or the app before is dealt with."""
    dealt_with = asyncio.Event()
    if pump.call_later(dealt_with.set):
        await dealt_with.wait()
