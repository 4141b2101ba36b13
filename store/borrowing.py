"""Reading another collection without changing it, nor anything beside it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from store.backups import uri
from store.collection import Collection, NeedsWriting, NotACollection, is_open_elsewhere, open_collection
from store.collection import open_read_only as open_to_read
from store.errors import OnRecordError
from store.own_files import log_of


@contextmanager
def borrowed(path: Path, scratch: Path) -> Iterator[sqlite3.Connection]:
    """Read another collection, in one state of it.

    One of an earlier version, or with changes that are in its log alone, is read from a copy that is brought up to
    date, in a private folder inside `scratch` that goes away afterwards.

    Raises NotACollection, and OnRecordError where another program has changed the file meanwhile.
    """
    if not path.stat().st_size:
        raise NotACollection("That is not a collection", f"{path} is empty; name another file")
    collection = _opened(path)
    if collection is None:
        with TemporaryDirectory(prefix=".onrecord-", dir=scratch) as folder:
            copy = Path(folder, path.name)
            _copy(path, copy)
            with closing(open_collection(copy)) as collection:
                yield collection.read
        return
    with closing(collection):
        unguarded = not is_open_elsewhere(path)
        before = _marks_of(path)
        collection.read.execute("BEGIN")
        yield collection.read
        if unguarded and _marks_of(path) != before:
            raise OnRecordError("The other collection was changed meanwhile", f"{path}: nothing was taken; try again")


def _opened(path: Path) -> Collection | None:
    try:
        return open_to_read(path)
    except NeedsWriting:
        return None


def _copy(path: Path, copy: Path) -> None:
    if is_open_elsewhere(path):
        with (
            closing(sqlite3.connect(uri(path, "mode=ro"), uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
        return
    shutil.copyfile(path, copy)
    if log_of(path).exists():
        shutil.copyfile(log_of(path), log_of(copy))


def _marks_of(path: Path) -> tuple[object, ...]:
    """What changes whenever another program opens the file and writes."""
    about = path.stat()
    return about.st_mtime_ns, about.st_size, about.st_ino, log_of(path).exists()
