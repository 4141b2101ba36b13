"""Leaving at once: nobody waits for a thread that looks through a text, which can take a minute."""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

PATIENCE = 0.2
"""Seconds in which workers may come to their end once the app is left."""

LAST = 3.0
"""Seconds in which the app may keep what is to be kept once its terminal has gone."""


class WorkerThreads(ThreadPoolExecutor):
    """Runs the app's workers. Who shuts it down waits `PATIENCE` at most; what was not kept by then is done again."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Begin no more work."""
        super().shutdown(wait=False, cancel_futures=True)
        end = time.monotonic() + PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))


def when_hung_up(terminal: int, leave: Callable[[], object]) -> None:
    """Call `leave`, in a thread, once the terminal has gone; a program that is still there `LAST` seconds later ends.

    The signal that tells of it ends a program by itself, but not where its parent ignores it, as nohup does: reading
    would go on for ever, of nothing.

    Args:
        terminal: The descriptor of the terminal.
        leave: Leaves.
    """
    gone = select.poll()
    gone.register(terminal, 0)  # whatever is asked for, hanging up is told

    def watch() -> None:
        ((_, told),) = gone.poll()
        if told & select.POLLHUP:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for stream in (1, 2):  # what is still written goes there: Textual's writer would end, and be waited for
                os.dup2(nowhere, stream)
            leave()
            time.sleep(LAST)
            os._exit(1)

    threading.Thread(target=watch, name="hanging up", daemon=True).start()


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
