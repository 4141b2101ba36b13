"""Failures told in a sentence. Those that nobody foresaw go to the log as well."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from textual.app import App
from textual.worker import Worker, WorkerState

from store.errors import OnRecordError, damage
from tui.display import safe
from tui.log import log, log_path


def foreseen(error: BaseException | None) -> OnRecordError | None:
    """The error where somebody foresaw it: one of ours, or damage to the collection."""
    return error if isinstance(error, OnRecordError) else damage(error)


def failure(error: BaseException | None) -> OnRecordError:
    """The error as it is shown; one that nobody foresaw says so, and where the log has the rest."""
    if known := foreseen(error):
        return known
    kind = type(error).__name__
    if isinstance(error, OSError):  # the system's own words: a full disk, a path
        kind = f"{kind}: {error}"
    try:
        rest = f"The rest is in {log(error or RuntimeError())}"
    except OSError as trouble:
        rest = f"The log {log_path()} cannot be written: {trouble.strerror}"
    return OnRecordError("This broke off by a fault of On Record", f"{kind}. What was done before is kept. {rest}")


def tell(app: App[Any], error: BaseException | None) -> None:
    """Show a failure: what is wrong and what to do, in a sentence, so that it hides no line that is read."""
    told = failure(error)
    if told.harmless:
        app.screen.notify(safe(str(told)), markup=False)
    else:
        app.notify(safe(str(told)), severity="error", markup=False, timeout=10)


class Telling:
    """What somebody foresaw to go wrong in here is shown, and the app goes on."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        known = foreseen(error)
        if known:
            tell(self._app, known)
        return known is not None


class TellsFailures:
    """Mixed into an app or screen whose workers run with `exit_on_error=False`: what they raise is shown."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what a worker raised."""
        if event.state is WorkerState.ERROR:
            tell(event.worker.node.app, event.worker.error)
