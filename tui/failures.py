"""What failed off the screen's thread, told in a sentence."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.worker import Worker, WorkerState

from store.errors import OnRecordError
from tui.display import safe


def failure(error: BaseException | None) -> OnRecordError:
    """The error as it is shown; one that nobody foresaw says so."""
    if isinstance(error, OnRecordError):
        return error
    return OnRecordError(
        "This broke off by a fault of On Record", f"{type(error).__name__}: {error}. What was done before is kept"
    )


def tell(app: App[Any], error: BaseException | None) -> None:
    """Show a failure: what is wrong and what to do."""
    told = failure(error)
    app.notify(safe(told.hint), title=safe(told.title), severity="error", markup=False, timeout=10)


class TellsFailures:
    """Mixed into an app or screen whose workers run with `exit_on_error=False`: what they raise is shown."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what a worker raised."""
        if event.state is WorkerState.ERROR:
            tell(event.worker.node.app, event.worker.error)
