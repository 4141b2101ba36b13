"""Files that exports write: for their owner only, and there whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import IO

from store.errors import OnRecordError
from store.part_file import part_file

STANDARD_OUTPUT = 1

FAILED = "The export could not be written"


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
        hint = "in the folder of On Record: pip install '.[exports]'"
        raise MissingLibrary(f"This format needs {name}", hint) from error


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Name a file beside the target, made with mode 0600, that takes the target's place once the caller is done.

    A link stays one: what it leads to is replaced. A device, a pipe, and whatever standard output is, stay what they
    are: the file is made elsewhere and copied into them. Its folder is made where that is missing, but none above it,
    and goes again if nothing comes into it.

    Raises ExportFailed where the system refuses.
    """
    try:
        with _folder(path.parent), _beside(path) as part:
            yield part
    except FileExistsError as error:
        raise ExportFailed(
            FAILED, f"{path.parent} is no folder, and this makes several files; name a folder or, as CSV, one --kind"
        ) from error
    except OSError as error:
        raise ExportFailed(FAILED, f"{path}: {error.strerror or error}") from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _REFUSED:
            raise
        raise ExportFailed(FAILED, f"{path}: {_REFUSED[error.sqlite_errorcode]}") from error


_REFUSED = {
    sqlite3.SQLITE_FULL: "No space left on device",
    sqlite3.SQLITE_IOERR_WRITE: "the disk refuses what is written; look at its free space",
}
"""What SQLite reports of a database that is being written, in words."""


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Make a folder where it is missing; one that was made and stays empty goes again."""
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        yield
    finally:
        if made:
            with suppress(OSError):  # it is not empty
                folder.rmdir()


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """The file to write to: one that takes the place of `path`, or one that is copied into a device."""
    path = Path(os.path.realpath(path)) if not is_standard_output(path) else path
    if not path.exists() or is_replaced(path) or path.is_dir():
        with part_file(path) as part:
            yield part
        return
    with TemporaryDirectory(prefix="onrecord-") as folder:
        made = Path(folder, path.name)
        yield made
        # opened anew, a file that standard output was redirected to would be written from its beginning once more
        device = os.dup(STANDARD_OUTPUT) if is_standard_output(path) else path
        with made.open("rb") as source, open(device, "wb") as taker:  # noqa: PTH123 - it may be a descriptor
            shutil.copyfileobj(source, taker)


def is_replaced(path: Path) -> bool:
    """Whether a file is there that an export takes the place of."""
    return path.is_file() and not is_standard_output(path)


def is_standard_output(path: Path) -> bool:
    """Whether a path is what standard output goes to, by whatever name (/dev/stdout, /proc/self/fd/1, a link)."""
    try:
        return os.path.samestat(path.stat(), os.fstat(STANDARD_OUTPUT))
    except OSError:  # one of them is not there
        return False


@contextmanager
def replaced(path: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """A text file that takes the target's place once it is whole; line ends as written. Raises ExportFailed."""
    with whole(path) as part, part.open("w", encoding=encoding, errors="replace", newline="") as file:
        yield file
