"""Full collections of garbage between keys: within a frame they take longer than the frame."""

from __future__ import annotations

import gc
import sys

DUE, OVERDUE, AT_WORK = 10, 15, 1000
"""So many collections of middle-aged objects make a full one due; so many that it waits for no rest; and so many while
a worker is at work, whose pieces of a long text, millions and all in use, would be looked through again and again."""
NEVER = 1 << 30


def begin() -> None:
    """Collect young objects as they come, but all only when asked; what starting made is not looked at any more."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], NEVER)
    gc.enable()


def collect(*, resting: bool, at_work: bool) -> None:
    """Look through all objects where that is due: sooner while no key comes, later while a worker is at work."""
    if gc.get_count()[2] > (AT_WORK if at_work else DUE if resting else OVERDUE):
        gc.collect()
        give_back()


def give_back() -> None:
    """Return freed memory to the system: glibc keeps, for each thread, what a look at a long text once took."""
    import ctypes  # late: the first frame does without

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
