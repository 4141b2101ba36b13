"""The field for a path: tab completes, ↓ chooses from what is there, with the paths used last offered first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.display import safe, safe_line
from tui.paths import Completion, complete, paths_in
from tui.widgets.choices import Choices
from tui.widgets.fields import TextField


class PathField(Vertical):
    """A path with completion. Folders are read in a thread: a slow disk holds nothing up.

    Args:
        name: The field's name in its form.
        value: The path that stands there.
        recent: Paths used last, offered while nothing is typed.
        folders_only: Complete to folders, and read back one path that need not exist yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(6)", show=False),
        Binding("pageup", "move(-6)", show=False),
        Binding("tab", "complete", show=False),
    ]
    DEFAULT_CSS = "PathField { height: auto; width: 1fr; }"

    def __init__(self, name: str, value: str = "", recent: Sequence[str] = (), folders_only: bool = False) -> None:
        super().__init__(name=name)
        self._input = TextField(name, value, "~/articles")
        self._choices = Choices(rows=8)
        self._recent = tuple(recent)
        self._folders_only = folders_only
        self._entries: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The input with its list."""
        yield self._input
        yield self._choices

    def on_mount(self) -> None:
        """Offer the paths used last."""
        self._offer(() if self._input.value else self._recent)

    def _offer(self, entries: tuple[str, ...]) -> None:
        self._entries = entries
        note = ("  recent", "dim") if entries and entries is self._recent else ""
        self._choices.show([Content.assemble(safe_line(entry), note) for entry in entries], None)

    def _put(self, text: str) -> None:
        with self._input.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)

    async def _look(self, typed: str) -> Completion:
        return await asyncio.to_thread(complete, typed, self._folders_only)

    async def _list(self, typed: str) -> None:
        entries = (await self._look(typed)).entries if typed else self._recent
        if self._input.value == typed:
            self._offer(entries)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self._input.initial or event.value == "":
            self.run_worker(self._list(event.value), group="listing", exclusive=True)

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        if self._choices.marked is not None:
            event.stop()
            await self._take(self._choices.marked)

    @on(Choices.Clicked)
    async def _clicked(self, event: Choices.Clicked) -> None:
        event.stop()
        self._input.focus()
        await self._take(event.index)

    async def _take(self, index: int) -> None:
        path = self._entries[index]
        self._put(path)
        if path.endswith("/"):
            await self._list(path)
        else:
            self._offer(())

    def action_move(self, steps: int) -> None:
        """Move in the list, or to another field where there is none."""
        if self._entries:
            self._choices.move(steps)
        elif steps > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    async def action_complete(self) -> None:
        """Take the marked entry, or complete what is typed; where neither is possible go to the next field."""
        if self._choices.marked is not None:
            await self._take(self._choices.marked)
            return
        typed = self._input.value
        found = await self._look(typed)
        if found.text != typed and self._input.value == typed:
            self._put(found.text)
            await self._list(found.text)
        elif len(found.entries) > 1 and self._entries != found.entries:
            self._offer(found.entries)
        else:
            self.screen.focus_next()

    def focus(self, scroll_visible: bool = True) -> PathField:
        """Put the cursor into the input."""
        self._input.focus(scroll_visible)
        return self

    def read(self) -> list[Path]:
        """The files and folders named."""
        try:
            return paths_in(self._input.value)
        except ValueError as error:
            if self._folders_only and self._input.value.strip():
                return [Path(self._input.value.strip()).expanduser()]
            raise ValueError(safe(str(error))) from None

    @property
    def changed(self) -> bool:
        """A path is quickly typed again: leaving asks nothing."""
        return False

    @property
    def remark(self) -> str:
        """Nothing: the list below says what is there."""
        return ""
