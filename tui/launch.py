"""Starting the app: on a collection, or on the sample articles in a folder that goes away afterwards."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path


def launch(path: Path, *, touring: bool = False) -> int:
    """Open the app on a collection, and in between on sample articles when a tour is asked for.

    On a tour what is copied is kept beside the collection, which goes away with it.
    Returns the exit code.
    """
    if complaint := unfit_terminal():
        print(f"onrecord: {complaint}", file=sys.stderr)  # noqa: T201
        return 1
    _believe_the_window()
    gc.disable()  # nothing of what starting makes goes away; the app turns it on again at its first frame
    from store.collection import open_collection
    from tui.app import OnRecord
    from tui.leaving import at_work
    from tui.settings import load

    settings = load()
    collection = open_collection(path)
    try:
        if settings.name:
            collection.sign(settings.name)
        while True:
            app = OnRecord(collection, settings, touring=touring)
            if touring:
                app.words_copier.kept = path.with_name("copied.txt")
            if not app.run():
                return app.return_code or 0
            if not touring:
                demo()
    finally:
        if not at_work():  # closing would wait for what a thread reads or writes; the log keeps what is whole
            collection.close()


def _believe_the_window() -> None:
    """Ask the terminal for its size: a shell that exports COLUMNS and LINES says once what the size was then."""
    if not _in_browser():
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)


def _in_browser() -> bool:
    return os.environ.get("TEXTUAL_DRIVER", "").endswith("WebDriver")


def demo() -> int:
    """Open the app on the sample articles. Returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="onrecord-demo-") as folder:
        path = Path(folder, "demo.db")
        make_demo(path)
        return launch(path, touring=True)


def make_demo(path: Path) -> None:
    """A collection of the sample articles, their repeats looked for."""
    from store.collection import open_collection
    from store.importing import import_paths
    from store.passages import look_for_pending
    from store.samples import sample_paths

    collection = open_collection(path)
    try:
        import_paths(collection, sample_paths())
        look_for_pending(collection)
    finally:
        collection.close()


def unfit_terminal() -> str:
    """What keeps the app from running here, a sentence; empty when nothing does."""
    if _in_browser():
        return ""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):  # the app draws on stderr
        return "the app needs a terminal; in scripts use the commands, see onrecord --help"
    if os.environ.get("TERM", "dumb") in ("", "dumb"):
        return (
            "TERM is dumb: the app needs a terminal that can move its cursor; set TERM, for example to xterm-256color"
        )
    return ""
