"""Full collections of garbage between keys: within a frame they take longer than the frame."""

from __future__ import annotations

import gc
import sys

DUE, OVERDUE = 10, 15
"""So many collections of middle-aged objects make a full one due, and so many that it waits for no rest."""
GROWTH = 2
"""While a worker is at work, whose pieces of a long text, millions and all in use, would be looked through again and
again, blocks of memory in use must be so many times as many: garbage then takes no more than what was in use, and
while that grows, all full collections look at no more than twice the objects that there are in the end."""
NEVER = 1 << 30


class Collector:
    """Collects young objects as they come, but all only when asked; what starting made is not looked at any more."""

    def __init__(self) -> None:
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], NEVER)
        gc.enable()
        self._least = sys.getallocatedblocks()
        """The fewest blocks of memory in use since the last full collection."""

    def collect(self, *, resting: bool, at_work: bool) -> None:
        """Look through all objects where that is due: sooner while no key comes, later while a worker is at work."""
        blocks = sys.getallocatedblocks()
        self._least = min(self._least, blocks)
        due = gc.get_count()[2] > (DUE if resting and not at_work else OVERDUE)
        if due and (not at_work or blocks > GROWTH * self._least):
            gc.collect()
            give_back()
            self._least = sys.getallocatedblocks()


def give_back() -> None:
    """Return freed memory to the system: glibc keeps, for each thread, what a look at a long text once took."""
    import ctypes  # late: the first frame does without

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
