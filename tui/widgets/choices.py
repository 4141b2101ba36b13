"""A short list under a field: lines to choose from, one of them marked. It never takes the focus."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget


class Choices(Widget):
    """Shows up to `rows` of its lines, the window following the mark.

    Posts `Choices.Clicked` when a line is clicked.
    """

    DEFAULT_CSS = "Choices { height: auto; width: 1fr; background: $panel; }"

    class Clicked(Message):
        """The line at `index` was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, rows: int = 6) -> None:
        super().__init__()
        self._rows = rows
        self._lines: Sequence[Content] = ()
        self._first = 0
        self.marked: int | None = None

    def show(self, lines: Sequence[Content], marked: int | None) -> None:
        """Put these lines, which are safe to show, in place of the ones before."""
        self._lines = lines
        self._first = 0
        self.display = bool(lines)
        self.mark(marked)

    def mark(self, index: int | None) -> None:
        """Move the mark; None is no mark."""
        self.marked = index
        if index is not None:
            self._first = max(min(self._first, index), index - self._rows + 1)
        self.refresh(layout=True)

    def move(self, steps: int) -> None:
        """Move the mark by lines, from none to the first or last, staying inside."""
        if self._lines:
            start = (-1 if steps > 0 else len(self._lines)) if self.marked is None else self.marked
            self.mark(max(0, min(len(self._lines) - 1, start + steps)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row a line, as many as fit."""
        return min(self._rows, len(self._lines))

    def render(self) -> Content:
        """The window of lines; a count at the last of them when there are more below."""
        window = self._lines[self._first : self._first + self._rows]
        below = len(self._lines) - self._first - len(window)
        shown = []
        for index, line in enumerate(window, self._first):
            marked = index == self.marked
            part = Content.assemble("▸ " if marked else "  ", line)
            if below and index == self._first + len(window) - 1:
                part = part.truncate(max(0, self.size.width - 10), ellipsis=True).append(f"  +{below} more")
            else:
                part = part.truncate(self.size.width, ellipsis=True, pad=True)
            shown.append(part.stylize("bold on $primary 40%") if marked else part)
        return Content("\n").join(shown)

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        index = self._first + event.y
        if index < len(self._lines):
            self.post_message(self.Clicked(index))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the mark with the wheel."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the mark with the wheel."""
        event.stop()
        self.move(-1)
