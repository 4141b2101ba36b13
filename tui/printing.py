"""How commands speak: data on stdout as JSON, all else on stderr, progress and questions where there is a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.display import safe_line

if TYPE_CHECKING:
    from store.model import Progress


def say(words: str) -> None:
    """Print a line on stderr, made safe for a terminal."""
    print(safe_line(words), file=sys.stderr)


def print_json(value: object) -> None:
    """One object a line; ASCII only, so that no text can steer a terminal."""
    print(json.dumps(value))


def at_terminal() -> bool:
    """Whether there is somebody to ask, who sees the question: it is asked on stderr."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str) -> bool:
    """Whether the answer to a question is yes. It is asked on stderr, since stdout is for data."""
    print(question, end="", file=sys.stderr, flush=True)
    try:
        return input().strip().lower() == "yes"
    except EOFError:  # ctrl+d
        return False


@contextmanager
def progress_bar(doing: str) -> Iterator:  # type: ignore[type-arg]
    """Shows progress on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total or None)

        yield show
