"""The most memory that a program has held."""

import re
import resource
from pathlib import Path
from threading import Event, Thread
from typing import Self


def peak_mb() -> float:
    """The peak of this program in MB.

    Linux counts in getrusage what the parent held when it started the program, so its own mark is read where it is.
    """
    return _status_mb("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class OwnMemory:
    """While it is entered, the most that this program holds of its own, in MB; 0 where the system does not say.

    Without files that are mapped, program and index: what of these is in memory the system takes back at need.
    """

    def __init__(self) -> None:
        self.most = 0.0
        self._left = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._left.wait(0.005):
            self.most = max(self.most, _status_mb("RssAnon"))


def _status_mb(field: str) -> float:
    """A field of what Linux says of this program, 0 elsewhere."""
    status = Path("/proc/self/status")
    found = re.search(rf"{field}:\s*(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0
