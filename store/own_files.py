"""The files that a collection lives by, all beside its own and named after it; nothing else is written over them."""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import OnRecordError


def log_of(collection: Path) -> Path:
    """The write-ahead log of a collection."""
    return _beside(collection, "-wal")


def index_of_log(collection: Path) -> Path:
    """What SQLite keeps of the log for all who have the collection open."""
    return _beside(collection, "-shm")


def lock_of(collection: Path) -> Path:
    """The file that whoever writes holds a lock on."""
    return _beside(collection, ".lock")


def index_folder(collection: Path) -> Path:
    """Where the index of passages lies."""
    return _beside(collection, ".passages")


def refuse_own(path: Path, collection: Path) -> None:
    """Raise OnRecordError where a path is, by whatever name, a file that the collection lives by or lies in one."""
    collection = Path(os.path.realpath(collection))
    own = [collection, *(of(collection) for of in (log_of, index_of_log, lock_of, index_folder))]
    real = Path(os.path.realpath(path))
    for one in (path, real, *real.parents):
        if one in own or any(_is_same(one, mine) for mine in own):
            raise OnRecordError("It is this collection", f"{path} belongs to the one that is open; name another")


def _beside(collection: Path, ending: str) -> Path:
    return collection.with_name(collection.name + ending)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False
