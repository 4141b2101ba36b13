"""The index that finds texts with words in common: sorted files of fingerprints beside the collection.

A row is one uint64: 40 bits of hash, 24 bits of key, which is how the text's sha256 begins; so the texts that have a
hash stand in an order that their words give them, whenever they came. Files are immutable and memory-mapped; those of
like size are merged eight at a time (a log-structured merge tree), those of a large import at its end; their list
stands in the collection itself, so a file counts from the moment its transaction is committed and a kill leaves at most
files that nobody names.
The index only finds candidates. It can be thrown away and is made again from the texts.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

from store.errors import OnRecordError
from store.events import new_uid
from store.own_files import index_folder

if TYPE_CHECKING:
    from store.collection import Collection

Rows = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Number = TypeVar("Number", bound=np.generic)

KEY_BITS = 24
KEYS = 1 << KEY_BITS
"""Two texts may have one key: whoever asks looks at the texts themselves."""
FANOUT = 8
"""Files of one tier that are merged into one of the next."""
SMALLEST = 1 << 15
"""Rows up to which a file is of the lowest tier; each tier holds FANOUT times as many."""
READ_FIRST = 4
"""Times as many rows of a hash as are wanted that are read first."""
MERGED_AT_ONCE = 1 << 21
"""Rows held in memory while files are merged (16 MB, twice that while they are sorted)."""

ABANDONED = 3600
"""Seconds after which a file that is not named is nobody's work in progress."""

_KEY = np.uint64(KEYS - 1)
_SHIFT = np.uint64(KEY_BITS)


def distinct(numbers: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The numbers in order, each once. `np.unique` says the same by way of a hash table, in three times the time."""
    numbers = np.sort(numbers)
    new = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return numbers[new]


def key_of(sha256: str) -> int:
    """What the index knows a text by."""
    return int(sha256[: KEY_BITS // 4], 16)


_REMEDY = "the app makes it again by itself, `onrecord passages --rebuild` at once"


class IndexUnusable(OnRecordError):
    """The index or a file of it is missing, or not what it was."""

    def __init__(self, path: Path, what: str, why: str, remedy: str = _REMEDY) -> None:
        super().__init__(f"The index of passages is {what}", f"{path} {why}; {remedy}")


class PassageIndex:
    """The index of one collection. Writing needs the collection's writer lock; the caller holds it."""

    def __init__(self, collection: Path) -> None:
        self.folder = index_folder(collection)
        self._open: dict[str, Rows] = {}

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Open the files that the collection names now. Raises IndexUnusable."""
        try:
            self._reopen(connection)
        except IndexUnusable:
            self._reopen(connection)  # another program may have merged files since the list was read

    def _reopen(self, connection: sqlite3.Connection) -> None:
        listed = dict(connection.execute("SELECT name, rows FROM passage_segment").fetchall())
        known = self._open
        self._open = {name: known[name] if name in known else self._map(name, rows) for name, rows in listed.items()}

    def _map(self, name: str, rows: int) -> Rows:
        path = self.folder / name
        try:
            found = np.memmap(path, np.uint64, "r")
        except FileNotFoundError as error:
            missing = path if self.folder.is_dir() else self.folder
            raise IndexUnusable(missing, "missing", "is not there") from error
        except OSError as error:
            raise IndexUnusable(path, "damaged", f"cannot be read ({error.strerror})") from error
        except ValueError as error:  # empty, or no whole number of rows
            raise IndexUnusable(path, "damaged", f"does not have the {rows} rows it had") from error
        if len(found) != rows:
            raise IndexUnusable(path, "damaged", f"has {len(found)} rows, not {rows}")
        # A plain array over the map: numpy's memmap class costs more than the search itself.
        return found.view(np.ndarray)

    def lookup(self, hashes: Rows, counted: Flags, few: int | None = None) -> tuple[Numbers, Numbers]:
        """Find the texts that have some hashes (of 40 bits), in the order of their keys.

        Args:
            hashes: each once.
            counted: for each key whether it counts.
            few: how many of each hash are wanted at most, the smallest; all if None.

        Returns pairs as two arrays: position in `hashes`, key. Both ascend.
        """
        found = [np.zeros(0, np.int64)]
        for rows in self._open.values():
            first = np.searchsorted(rows, hashes << _SHIFT)
            there = np.flatnonzero(rows[np.minimum(first, len(rows) - 1)] >> _SHIFT == hashes)
            if not len(there):
                continue
            first, ends = first[there], np.searchsorted(rows, hashes[there] << _SHIFT | _KEY, "right")
            if few is not None:  # most are among the first rows; where too few of these count, all are read
                near = np.minimum(ends, first + READ_FIRST * few)
                pairs = _pairs(rows, there, first, near, counted)
                found.append(pairs)
                enough = np.bincount(pairs >> KEY_BITS, minlength=len(hashes))[there] >= few
                more = ~enough & (near < ends)
                there, first, ends = there[more], near[more], ends[more]
            if len(there):
                found.append(_pairs(rows, there, first, ends, counted))
        pairs = distinct(np.concatenate(found))
        if few is not None:
            which = pairs >> KEY_BITS
            pairs = pairs[np.arange(len(pairs)) - np.searchsorted(which, which) < few]
        return pairs >> KEY_BITS, pairs & (KEYS - 1)

    def add(self, db: sqlite3.Connection, hashes: Rows, keys: Numbers) -> int:
        """Write fingerprints and the keys of the texts they are of as a new file, named in the caller's transaction.

        Returns how many rows it has.
        """
        rows = distinct((hashes << _SHIFT) | keys.astype(np.uint64))
        if len(rows):
            self._name(db, *self._write([rows]))
        return len(rows)

    def forget(self, db: sqlite3.Connection, keys: Sequence[int]) -> None:
        """Rewrite the files without the rows of some keys, so that nothing of their texts stays behind."""
        self.refresh(db)
        gone = np.array(keys, np.uint64)
        for name, rows in list(self._open.items()):
            kept = rows[~np.isin(rows & _KEY, gone)]
            if len(kept) < len(rows):
                if len(kept):
                    self._name(db, *self._write([kept]))
                db.execute("DELETE FROM passage_segment WHERE name = ?", [name])
                del self._open[name]
                (self.folder / name).unlink(missing_ok=True)

    def merge(self, collection: Collection, added: int) -> bool:
        """Merge files, so that who looks something up has few to search. Returns whether any were to be merged.

        The merged file is written before the lock is taken; it is thrown away where another program was faster.

        Args:
            added: how many rows came since files were last merged.
        """
        self.refresh(collection.read)
        names = _too_many({name: len(rows) for name, rows in self._open.items()}, added)
        if not names:
            return False
        merged = self._write(_merged([self._open[name] for name in names]))
        with collection.write() as db:
            listed = {name for (name,) in db.execute("SELECT name FROM passage_segment")}
            current = listed.issuperset(names)
            if current:
                self._name(db, *merged)
                db.executemany("DELETE FROM passage_segment WHERE name = ?", [(name,) for name in names])
        for name in names if current else [merged[0]]:
            self._open.pop(name, None)
            (self.folder / name).unlink(missing_ok=True)
        return True

    def _write(self, pieces: Iterable[Rows]) -> tuple[str, int, int]:
        """Write a file. Returns its name, rows and checksum. Raises OnRecordError."""
        try:
            return self._write_file(pieces)
        except OSError as error:
            raise OnRecordError(
                "The index of passages cannot be written",
                f"{self.folder}: {error.strerror or error}; check the free space and whose folder it is",
            ) from error

    def _write_file(self, pieces: Iterable[Rows]) -> tuple[str, int, int]:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        name, crc, count = new_uid(), 0, 0
        handle = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                data = np.ascontiguousarray(piece).view(np.uint8).data
                file.write(data)
                crc = zlib.crc32(data, crc)
                count += len(piece)
            file.flush()
            os.fsync(file.fileno())
        return name, count, crc

    def _name(self, db: sqlite3.Connection, name: str, rows: int, crc: int) -> None:
        db.execute("INSERT INTO passage_segment VALUES (?, ?, ?)", [name, rows, crc])
        self._open[name] = self._map(name, rows)

    def sweep(self, connection: sqlite3.Connection) -> None:
        """Remove files of an hour ago that the collection does not name: what a kill left behind."""
        named = {name for (name,) in connection.execute("SELECT name FROM passage_segment")}
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            with suppress(FileNotFoundError):  # another program sweeps too
                if path.name not in named and path.stat().st_mtime < time.time() - ABANDONED:
                    path.unlink()

    def clear(self, db: sqlite3.Connection) -> None:
        """Throw the index away."""
        db.execute("DELETE FROM passage_segment")
        self._open = {}
        shutil.rmtree(self.folder, ignore_errors=True)

    def absence(self, connection: sqlite3.Connection) -> str:
        """A sentence where the folder of all files is not there, as beside a copy of the collection; else empty."""
        named = connection.execute("SELECT 1 FROM passage_segment LIMIT 1").fetchone()
        return str(IndexUnusable(self.folder, "missing", "is not there")) if named and not self.folder.is_dir() else ""

    def damage(self, connection: sqlite3.Connection) -> list[str]:
        """What is wrong with the files, a sentence each: all of them are read. That there are none is no damage."""
        found: list[str] = []
        if self.absence(connection):
            return found
        for name, rows, crc in connection.execute("SELECT name, rows, crc FROM passage_segment"):
            try:
                values = self._map(name, rows)
            except IndexUnusable as error:
                found.append(str(error))
                continue
            if zlib.crc32(values.view(np.uint8).data) != crc:
                why, remedy = "has other contents than it had", "run `onrecord passages --rebuild`"
                found.append(str(IndexUnusable(self.folder / name, "damaged", why, remedy)))
        return found


def _pairs(rows: Rows, which: Numbers, first: Numbers, ends: Numbers, counted: Flags) -> Numbers:
    """The rows [first, ends) of some hashes whose key counts: position of the hash, then KEY_BITS of key."""
    counts = ends - first
    upto = np.cumsum(counts)
    at = np.arange(upto[-1]) + np.repeat(first - upto + counts, counts)
    keys = (rows[at] & _KEY).astype(np.int64)
    kept = counted[keys]
    pairs: Numbers = (np.repeat(which, counts)[kept] << KEY_BITS) | keys[kept]
    return pairs


def _merged(files: Sequence[Rows]) -> Iterator[Rows]:
    """The rows of sorted files in order, some at a time: hashes being even, slices of the key space are too."""
    slices = sum(map(len, files)) // MERGED_AT_ONCE + 1
    edges = [(k << 64) // slices for k in range(1, slices)]
    cuts = [[0, *np.searchsorted(rows, np.array(edges, np.uint64)).tolist(), len(rows)] for rows in files]
    for k in range(slices):
        piece = np.concatenate([rows[cut[k] : cut[k + 1]] for rows, cut in zip(files, cuts, strict=True)])
        piece.sort()
        yield piece


def _too_many(files: Mapping[str, int], added: int) -> list[str]:
    """Of files and their rows those to be merged: a tier that has FANOUT, and what is not much more than was added."""
    recent = [name for name, rows in files.items() if rows <= FANOUT * added]
    if added > SMALLEST and len(recent) > 1:
        return recent
    tiers: dict[int, list[str]] = defaultdict(list)
    for name, rows in files.items():
        tiers[_tier(rows)].append(name)
    return next((names for _, names in sorted(tiers.items()) if len(names) >= FANOUT), [])


def _tier(rows: int) -> int:
    tier, limit = 0, SMALLEST
    while rows > limit:
        tier, limit = tier + 1, limit * FANOUT
    return tier
