"""The form that asks which file the rows on the screen go to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.counts import counted
from tui.screens.confirm import Confirm
from tui.screens.form import FieldError, Form, Row
from tui.widgets.fields import TextField


class TableForm(Form[Path]):
    """Asks where `count` rows go, and before it replaces a file. Dismisses with the path, or None."""

    HEADING = "Export what is shown, as CSV"

    def __init__(self, count: int, path: Path) -> None:
        super().__init__(counted(count, "row"))
        self._path = path

    def rows(self) -> Iterator[Row]:
        """The file."""
        yield Row("file", TextField("file", str(self._path), select=False))

    def result(self, values: dict[str, Any]) -> Path:
        """The file named."""
        path = Path(values["file"]).expanduser()
        if not values["file"] or path.is_dir():
            raise FieldError("file", "Name a file, such as quotes.csv.")
        return path

    def done(self, result: Path) -> None:
        """Leave, asking first where a file stands already."""
        if not result.exists():
            self.dismiss(result)
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self.dismiss(result)

        question = Confirm("Replace what is there?", f"{result}\nwould be written anew.", "replace", "keep")
        self.app.push_screen(question, answered)
