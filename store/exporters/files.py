"""Files that exports write: for their owner only, and there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import IO

from store.errors import OnRecordError
from store.part_file import part_file


class ExportFailed(OnRecordError):
    """The file could not be written; what stood there before is still there."""


class ExportStopped(OnRecordError):
    """The export was stopped; the file that was being written is as it was before."""

    def __init__(self) -> None:
        super().__init__("The export was stopped", "the file that was being written is as it was before")


class MissingLibrary(OnRecordError):
    """A format needs a library that is not installed."""


def library(name: str) -> ModuleType:
    """An optional library. Raises MissingLibrary, which says how to install it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibrary(f"This format needs {name}", 'install it with: pip install "onrecord[exports]"') from error


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Name a file beside the target, made with mode 0600, that takes the target's place once the caller is done.

    Raises ExportFailed where the system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part_file(path) as part:
            yield part
    except OSError as error:
        raise ExportFailed("The export could not be written", f"{path}: {error.strerror or error}") from error


@contextmanager
def replaced(path: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """A text file that takes the target's place once it is whole; line ends as written. Raises ExportFailed."""
    with whole(path) as part, part.open("w", encoding=encoding, errors="replace", newline="") as file:
        yield file
