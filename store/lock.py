"""One writer at a time, between threads and between programs, by a lock on a file beside the collection."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from pathlib import Path

from store.errors import OnRecordError
from store.own_files import lock_of

WAIT = 15.0
"""Seconds to wait for another writer before saying so."""


class CollectionBusy(OnRecordError):
    """Another writer, in this program or another one, has held the collection for longer than `WAIT`."""


class WriterLock:
    """An advisory lock on FILE.lock; the system frees it when its holder dies, however that happens."""

    def __init__(self, collection: Path) -> None:
        self._path = lock_of(collection)
        self._threads = threading.Lock()
        self._noted = ""

    def __enter__(self) -> None:
        """Take the lock. Raises CollectionBusy after `WAIT` seconds."""
        self._take(WAIT)

    def taken_at_once(self) -> bool:
        """Whether no other program has the lock, which is then taken; other threads of this one are waited for."""
        try:
            self._take(0)
        except (CollectionBusy, OSError):
            return False
        return True

    def _take(self, patience: float) -> None:
        deadline = time.monotonic() + patience
        if not self._threads.acquire(timeout=WAIT):
            raise self._busy()
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                self._wait_until(deadline)
            except BaseException:
                os.close(self._handle)
                raise
        except BaseException:
            self._threads.release()
            raise

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Give it back."""
        try:
            os.close(self._handle)
        finally:
            self._threads.release()

    def note(self, line: str) -> None:
        """Write a line into the file while the lock is held, in place of one as long. Raises OSError."""
        if line != self._noted:
            os.pwrite(self._handle, line.encode(), 0)
            self._noted = line

    def noted(self) -> str:
        """The line that whoever held the lock wrote last, empty where there is none."""
        try:
            return self._path.read_text("ascii", "replace")
        except OSError:
            return ""

    def _wait_until(self, deadline: float) -> None:
        pause = 0.0005
        while True:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise self._busy() from None
                time.sleep(pause)
                pause = min(pause * 2, 0.02)

    def _busy(self) -> CollectionBusy:
        return CollectionBusy(
            "The collection is busy",
            f"other work, of this program or of another one, has been writing to it for {WAIT:.0f} seconds; "
            f"try again when it is done (the lock is {self._path})",
        )
