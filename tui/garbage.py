"""Memory given back between keys: within a frame, a full collection of garbage takes longer than the frame."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable

from textual.geometry import Region

DUE, OVERDUE = 10, 15
"""So many collections of middle-aged objects make a full one due, and so many that it waits for no rest."""
GROWTH = 2
"""While a worker is at work, whose pieces of a long text, millions and all in use, would be looked through again and
again, blocks of memory in use must be so many times as many: garbage then takes no more than what was in use, and
while that grows, all full collections look at no more than twice the objects that there are in the end."""
NEVER = 1 << 30

ARENA_MAX, MMAP_THRESHOLD, TRIM_THRESHOLD = -8, -3, -1
"""The names of these in glibc's malloc.h."""
LARGE = 64 << 10
"""So many bytes are a block of their own, given back as soon as it is freed."""


class Collector:
    """Collects young objects as they come, but all only when asked; what starting made is not looked at any more."""

    def __init__(self) -> None:
        keep_memory_whole()
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
            forget()
            gc.collect()
            give_back()
            self._least = sys.getallocatedblocks()


def keep_memory_whole() -> None:
    """Keep memory in one heap that gives back what it frees.

    With one heap a thread, and the holes that long texts leave in each, glibc takes half as much again in a day's work.
    """
    allow = _glibc("mallopt")
    if allow is not None:
        for option, value in ((ARENA_MAX, 1), (MMAP_THRESHOLD, LARGE), (TRIM_THRESHOLD, 2 * LARGE)):
            allow(option, value)


def forget() -> None:
    """Empty the caches that every search that is typed, and every screen of another size, would fill to the brim."""
    re.purge()
    for function in vars(Region).values():
        clear = getattr(function, "cache_clear", None)
        if clear is not None:
            clear()


def give_back() -> None:
    """Return freed memory to the system: glibc keeps what a look at a long text once took."""
    trim = _glibc("malloc_trim")
    if trim is not None:
        trim(0)


def _glibc(name: str) -> Callable[..., int] | None:
    """A function of glibc, where that is the system's."""
    import ctypes  # late: the first frame does without

    function: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    return function
