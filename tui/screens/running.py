"""A piece of work that takes its time: how far it is, how to stop it, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState

from store.model import Progress
from tui.display import safe, safe_line
from tui.failures import failure
from tui.screens.form import Dialog, Hint, Keys
from tui.widgets.cells import wrapped
from tui.widgets.rows import ListSource, Part, Rows, fit

R = TypeVar("R")

A_FRAME = 1 / 20
"""Progress is shown no more often than this, in seconds."""

LINES_TOLD = 3
"""So many lines at most tell of a piece what is wrong or odd."""

Work = Callable[[Callable[[Progress], None], Callable[[], bool]], R]
"""work(progress, cancelled) -> result. Runs in a thread; calls progress as it goes, and ends soon once cancelled."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the work: a sentence, each piece that failed with its reason, and what is odd about others."""

    sentence: str
    failed: Sequence[tuple[str, str]] = ()
    notes: Sequence[tuple[str, str]] = ()

    @property
    def pieces(self) -> Sequence[tuple[str, str]]:
        """All pieces of which there is something to tell, and what; those that failed first, with a sign."""
        return [*((piece, f"✗ {why}") for piece, why in self.failed), *self.notes]


class Pieces(Rows[tuple[str, str]]):
    """Each piece of which there is something to tell, and below it what, as many lines for each."""

    DEFAULT_CSS = "Pieces { height: auto; max-height: 12; background: $surface; }"

    def __init__(self) -> None:
        super().__init__()
        self._told: Sequence[tuple[str, str]] = ()
        self._heights: dict[int, int] = {}

    def tell(self, pieces: Sequence[tuple[str, str]]) -> None:
        """Show these pieces."""
        self._told = pieces
        self._heights.clear()
        self.show(ListSource(pieces, hash))

    def height_at(self, width: int) -> int:
        """A line for the name, and as many as the longest of what is told takes."""
        if width not in self._heights:
            self._heights[width] = 1 + max((len(_lines(told, width - 2)) for _, told in self._told), default=1)
        return self._heights[width]

    def parts(self, row: tuple[str, str], line: int, width: int) -> list[Part]:
        """The name, or a line of what is told."""
        if line == 0:
            return [(fit(row[0], width), "")]
        words = dict(enumerate(_lines(row[1], width), 1)).get(line, "")
        return [(fit(f"  {words}", width), "rows--empty")]


def _lines(told: str, width: int) -> list[str]:
    """What is told of a piece in lines of so many cells with their indent; what LINES_TOLD cannot hold is cut."""
    lines = wrapped(safe_line(told), width - 2)
    return [*lines[: LINES_TOLD - 1], " ".join(lines[LINES_TOLD - 1 :])] if len(lines) > LINES_TOLD else lines


class Running(Dialog[R], Generic[R]):
    """Runs some work in a thread. Dismisses with its result once what came of it was read, None where it broke.

    Args:
        heading: What is being done, "Import".
        work: The work.
        outcome: Says what came of a result.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["form.tcss", "running.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", show=False)]
    HINTS: ClassVar[Sequence[Hint]] = (("esc ^g", "stop", "cancel"),)
    AFTER: ClassVar[Sequence[Hint]] = (("enter", "close", "close"), ("j k", "scroll", ""))

    class Advanced(Message):
        """The work has come this far."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

    def __init__(self, heading: str, work: Work[R], outcome: Callable[[R], Outcome]) -> None:
        super().__init__()
        self._heading = heading
        self._work = work
        self._outcome = outcome
        self._stop = False
        self._shown = 0.0
        self._worker: Worker[R] | None = None

    def content(self) -> ComposeResult:
        """The bar, what is in hand, and room for what is told of pieces."""
        yield ProgressBar(id="bar", show_eta=False)
        yield Static(id="state")
        yield Pieces()

    def on_mount(self) -> None:
        """Start."""
        self.query_one("#box").border_title = Content(safe_line(self._heading))
        self.query_one(Pieces).display = False
        self._worker = self.run_worker(
            lambda: self._work(self._advance, self._is_stopped), thread=True, exit_on_error=False
        )

    def on_unmount(self) -> None:
        """Stop: nobody waits for it any more."""
        self._stop = True

    def _is_stopped(self) -> bool:
        """Called from the worker's thread."""
        return self._stop or (self._worker is not None and self._worker.is_cancelled)

    def _advance(self, progress: Progress) -> None:
        """Called from the worker's thread."""
        now = time.monotonic()
        if now - self._shown >= A_FRAME:
            self._shown = now
            self.post_message(self.Advanced(progress))

    @on(Advanced)
    def _show_progress(self, event: Advanced) -> None:
        done, total = event.progress.done, event.progress.total
        self.query_one(ProgressBar).update(total=total or None, progress=done)
        count = f"{done:,} of {total:,}" if total else f"{done:,}"
        name = "stopping after this one" if self._stop else event.progress.name
        self.query_one("#state", Static).update(Content(f"{count}  {safe_line(name)}"))

    @on(Worker.StateChanged)
    def _ended(self, event: Worker.StateChanged) -> None:
        if event.worker is not self._worker:
            return
        event.prevent_default()  # a failure is told in the box
        if event.state is WorkerState.SUCCESS:
            self._conclude(self._outcome(cast(R, event.worker.result)))
        elif event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self._conclude(Outcome(str(failure(event.worker.error))))

    def _conclude(self, outcome: Outcome) -> None:
        self.query_one(ProgressBar).display = False
        self.query_one("#state", Static).update(Content(safe(outcome.sentence)))
        told = outcome.pieces
        self.query_one(Keys).tell(self.hints(self.AFTER if told else self.AFTER[:1]))
        pieces = self.query_one(Pieces)
        pieces.tell(told)
        pieces.display = bool(told)
        self.set_focus(pieces if told else None)

    @on(Rows.Chosen)
    def _read(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        """Leave with the result, once there is one."""
        if self._worker is not None and self._worker.is_finished:
            self.dismiss(self._worker.result)

    def action_cancel(self) -> None:
        """Stop the work, which ends after the piece in hand; leave when it has ended."""
        self._stop = True
        self.action_close()
