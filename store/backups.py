"""Copies of a collection: those that people ask for, and those made before a migration. All mode 0600."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from urllib.parse import quote as url_quote

from store.errors import OnRecordError
from store.own_files import refuse_own
from store.part_file import part_file


class CopiesLeft(OnRecordError):
    """Copies made before migrations, in which a removed article may stand, could not be removed."""

    def __init__(self, left: list[str]) -> None:
        super().__init__(
            "A copy made before a migration is left", f"{'; '.join(left)}; what was removed may stand in it: delete it"
        )


def back_up(collection: Path, target: Path) -> None:
    """Write a consistent copy of a collection's file, while others read and write it. Raises OnRecordError.

    The copy is no replica yet: whoever opens it becomes one, also where it takes the place of the collection.
    """
    refuse_own(target, collection)
    if target.is_dir():
        raise OnRecordError("There is a folder already", f"{target} is one; name a file in it")
    try:
        with part_file(target, new=True) as part:
            with closing(sqlite3.connect(uri(collection, "mode=ro"), uri=True)) as source:
                source.execute("VACUUM INTO ?", [str(part)])
            with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                copy.execute("PRAGMA synchronous = FULL")
                copy.execute("UPDATE replica SET file = '' WHERE file IS NOT NULL")
    except FileExistsError as error:
        raise OnRecordError("There is a file already", f"{target} exists; name a file that does not") from error
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise OnRecordError("The copy could not be written", f"{target}: {why}") from error


def copy_before_migration(collection: Path, version: int) -> None:
    """Copy a collection beside itself before it is brought from this version to a newer one."""
    first = collection.with_name(f"{collection.name}.version-{version}")
    others = (first.with_name(f"{first.name}.{number}") for number in count(2))
    back_up(collection, first if not first.exists() else next(copy for copy in others if not copy.exists()))


def remove_copies(collection: Path) -> None:
    """Overwrite and remove the copies made before migrations, and what is left of unfinished ones.

    Raises CopiesLeft, once all others are removed.
    """
    from glob import escape

    name = escape(collection.name)
    left = []
    for copy in sorted({*collection.parent.glob(f"{name}.version-*"), *collection.parent.glob(f".{name}.version-*")}):
        try:
            _overwrite(copy)
            copy.unlink()
        except OSError as error:
            left.append(f"{copy}: {error.strerror or error}")
    if left:
        raise CopiesLeft(left)


def _overwrite(file: Path) -> None:
    with file.open("r+b") as opened:
        left = file.stat().st_size
        while left > 0:
            left -= opened.write(bytes(min(left, 1 << 20)))
        opened.flush()
        os.fsync(opened.fileno())


def create_private(path: Path) -> None:
    """Make the file if missing, readable by its owner only; SQLite gives its side files the same mode."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def uri(path: Path, mode: str) -> str:
    """The address under which SQLite opens a file in a mode, such as "mode=ro"."""
    return f"file:{url_quote(str(path))}?{mode}"
