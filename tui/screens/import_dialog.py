"""The dialog that imports: which file or folder, how far it is, what came in and what did not."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from store.errors import OnRecordError
from store.importing import Summary
from store.model import Progress
from tui.counts import dated_ahead, passed_over, without_date
from tui.screens.form import Form, Hint, Row
from tui.screens.running import Outcome
from tui.widgets.fields import TextField
from tui.widgets.path_field import PathField

Import = Callable[[list[Path], Callable[[Progress], None], Callable[[], bool]], Summary]
"""run(paths, progress, cancelled) -> summary, called in a thread."""


def outcome(summary: Summary) -> Outcome:
    """What an import came to, in a sentence, with its failures and what is odd."""
    counts = (
        (summary.added, "added"),
        (summary.already, "already there"),
        (summary.versions, "with a new version"),
        (len(summary.failed), "failed"),
    )
    said = ", ".join(f"{number:,} {words}" for number, words in counts if number) or "Nothing was found to import"
    stopped = "Stopped: the rest was not read." if summary.stopped else ""
    told = (f"{said}.", without_date(summary.undated), dated_ahead(summary.ahead), stopped, passed_over(summary.passed))
    sentence = " ".join(filter(None, told))
    return Outcome(sentence, summary.failed, summary.notes)


@dataclass(frozen=True, slots=True)
class Pasting:
    """Importing from the clipboard: `paste` reads it, which may raise OnRecordError; `run` imports words by a title.

    Both are called in a thread.
    """

    paste: Callable[[], str]
    run: Callable[[str, str], Summary]


class TitleForm(Form[str]):
    """Asks for the title of an article that was copied; left empty, its own words give one. Dismisses with it, or None.

    Args:
        words: The article, as text or HTML.
    """

    HEADING = "Import the clipboard"

    def rows(self) -> Iterator[Row]:
        """The title."""
        yield Row("title", TextField("title", "", "as its first words say"))

    def result(self, values: dict[str, Any]) -> str:
        """The title."""
        title: str = values["title"]
        return title


class ImportDialog(Form[Any]):
    """Asks for a path, imports, and shows what came of it. Dismisses with the summary, or None.

    Args:
        run: Imports files and folders.
        recent: Paths imported last, the latest first.
        folder: Where to begin.
        pasting: How to import what the clipboard holds, if that can be done.
    """

    HEADING = "Import"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "import", "save"),
        ("tab", "complete", ""),
        ("↓↑", "choose", ""),
        ("f2", "clipboard", "clipboard"),
        ("esc ^g", "cancel", "cancel"),
    )

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "clipboard", "clipboard", show=False)]

    def __init__(
        self, run: Import, recent: Sequence[str] = (), folder: str = "", pasting: Pasting | None = None
    ) -> None:
        super().__init__()
        self._pasting = pasting
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

    @work(exclusive=True, exit_on_error=False)
    async def action_clipboard(self) -> None:
        """Import what the clipboard holds, once it has a title."""
        if self._pasting is None:
            return
        pasting = self._pasting
        try:
            words = await to_thread(pasting.paste)
        except OnRecordError as error:
            self.fields[0][0].say(str(error), wrong=True)
            return
        title = await self.app.push_screen_wait(TitleForm(words))
        if title is not None:
            self.run("Import", lambda *_: pasting.run(words, title), outcome)

    def done(self, result: list[Path]) -> None:
        """Import them, then leave with the summary."""
        self.run("Import", lambda progress, cancelled: self._run(result, progress, cancelled), outcome)
