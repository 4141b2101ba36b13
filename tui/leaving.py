"""Leaving at once: nobody waits for a thread that looks through a text, which can take a minute."""

from __future__ import annotations

import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

PATIENCE = 0.2
"""Seconds in which workers may come to their end once the app is left."""


class WorkerThreads(ThreadPoolExecutor):
    """Runs the app's workers. Who shuts it down waits `PATIENCE` at most; what was not kept by then is done again."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Begin no more work."""
        super().shutdown(wait=False, cancel_futures=True)
        end = time.monotonic() + PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))


def at_work() -> bool:
    """Whether another thread would keep the program from ending."""
    return any(not one.daemon for one in threading.enumerate() if one is not threading.current_thread())


def leave(code: int) -> int:
    """Returns the exit code; where a thread is still at work the program ends with it here."""
    if at_work():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
