"""The app: one collection, its settings, and the order in which changes are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.app import App
from textual.binding import BindingType
from textual.signal import Signal

from store.collection import Collection
from store.errors import OnRecordError
from tui.actions import bindings
from tui.display import safe
from tui.settings import Settings

T = TypeVar("T")

LOOK_AGAIN = 1.0
"""Seconds between two looks for what other programs changed in the collection."""


class OnRecord(App[None]):
    """The terminal app. Screens ask it to keep changes; what is kept is told to the screen that shows."""

    TITLE = "On Record"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, collection: Collection, settings: Settings) -> None:
        super().__init__()
        self.collection = collection
        self.settings = settings
        self.changed: Signal[bool] = Signal(self, "changed")
        """Published when the collection was changed: True where another program did it."""
        self.recent_imports: list[str] = []
        self._turn = asyncio.Lock()
        self._version = 0

    def on_mount(self) -> None:
        """Show the list at once; all else comes after the first frame."""
        from tui.screens.reading import ReadingScreen

        self.push_screen(ReadingScreen(self.collection))
        self._version = self.collection.version()
        self.set_interval(LOOK_AGAIN, self._look_for_changes)

    def keep(
        self, work: Callable[[], T], then: Callable[[T], None] = lambda _: None, *, silently: bool = False
    ) -> None:
        """Change the collection off the screen's thread, one change after the other; then say what came of it.

        A failure is shown as a message, and `then` is not called. Nothing is shown anew after a silent change.
        """
        self.run_worker(self._keep(work, then, silently), group="keeping", exit_on_error=False)

    async def _keep(self, work: Callable[[], T], then: Callable[[T], None], silently: bool) -> None:
        async with self._turn:
            try:
                result = await asyncio.to_thread(work)
            except OnRecordError as error:
                self.complain(error)
                return
            self._version = self.collection.version()
        then(result)
        if not silently:
            self.changed.publish(False)

    def _look_for_changes(self) -> None:
        """Other programs may have changed the collection."""
        if self._turn.locked():
            return
        version = self.collection.version()
        if version != self._version:
            self._version = version
            self.changed.publish(True)

    def complain(self, error: OnRecordError) -> None:
        """Show a failure: what is wrong and what to do."""
        self.notify(safe(error.hint), title=safe(error.title), severity="error", markup=False, timeout=10)

    def say(self, words: str) -> None:
        """Show a short message."""
        self.notify(safe(words), markup=False)
