"""The dialog that imports: which file or folder, how far it is, what came in and what did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from tui.screens.form import Form, Hint, Row
from tui.screens.running import Outcome, Progress, Running
from tui.widgets.path_field import PathField


class Summary(Protocol):
    """What became of an import: articles counted, files that failed with their reason."""

    @property
    def added(self) -> int:
        """New articles."""

    @property
    def already(self) -> int:
        """Articles that were there."""

    @property
    def versions(self) -> int:
        """Articles whose text had changed."""

    @property
    def failed(self) -> Sequence[tuple[str, str]]:
        """Files that failed, with their reason."""

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before the end."""


Import = Callable[[list[Path], Callable[[Progress], None], Callable[[], bool]], Summary]
"""run(paths, progress, cancelled) -> summary, called in a thread."""


def outcome(summary: Summary) -> Outcome:
    """What an import came to, in a sentence, with its failures."""
    counts = (
        (summary.added, "added"),
        (summary.already, "already there"),
        (summary.versions, "with a new version"),
        (len(summary.failed), "failed"),
    )
    said = ", ".join(f"{number:,} {words}" for number, words in counts if number) or "Nothing was found to import"
    return Outcome(f"{said}.{' Stopped: the rest was not read.' if summary.stopped else ''}", summary.failed)


class ImportDialog(Form[Any]):
    """Asks for a path, imports, and shows what came of it. Dismisses with the summary, or None.

    Args:
        run: Imports files and folders.
        recent: Paths imported last, the latest first.
        folder: Where to begin.
    """

    HEADING = "Import"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "import", "save"),
        ("tab", "complete", ""),
        ("↓↑", "choose", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(self, run: Import, recent: Sequence[str] = (), folder: str = "") -> None:
        super().__init__()
        self._run = run
        self._recent = recent
        self._folder = folder

    def rows(self) -> Iterator[Row]:
        """The path."""
        yield Row("file, folder", PathField("paths", self._folder, self._recent))

    def result(self, values: dict[str, Any]) -> list[Path]:
        """The files and folders to import."""
        paths: list[Path] = values["paths"]
        return paths

    def done(self, result: list[Path]) -> None:
        """Import them, then leave with the summary."""
        self.query_one("#box").visible = False
        work = Running("Import", lambda progress, cancelled: self._run(result, progress, cancelled), outcome)
        self.app.push_screen(work, self.leave)
