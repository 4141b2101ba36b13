"""The field of a note: several lines, shown safely. In a file of its own, since a text area is slow to import."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from tui.display import safe_line


class NoteField(TextArea):
    """A text of several lines; enter is left to the form, ctrl+j begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+j,shift+enter", "new_line", "new line", show=False)]
    DEFAULT_CSS = """
    NoteField { border: none; height: 1fr; padding: 0 1; background: $boost; }
    NoteField:focus { border: none; background: $surface-lighten-2; }
    """

    def __init__(self, name: str, value: str) -> None:
        super().__init__(value, name=name, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._initial = value

    def get_line(self, line_index: int) -> Text:
        """The line as it may be shown."""
        return Text(safe_line(self.document.get_line(line_index)), end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()
            return
        await super()._on_key(event)

    def action_new_line(self) -> None:
        """Begin a new line at the cursor."""
        self.insert("\n")

    def read(self) -> str:
        """The text without blanks around it."""
        return self.text.strip()

    @property
    def changed(self) -> bool:
        """Whether the text differs from the one it was made with."""
        return self.text != self._initial

    @property
    def remark(self) -> str:
        """Nothing, for plain text."""
        return ""
