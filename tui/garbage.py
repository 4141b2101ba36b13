"""Full collections of garbage between keys: within a frame they take longer than the frame."""

from __future__ import annotations

import gc

DUE, OVERDUE = 10, 15
"""So many collections of middle-aged objects make a full one due; so many that it waits for no rest."""
NEVER = 1 << 30


def begin() -> None:
    """Collect young objects as they come, but all only when asked; what starting made is not looked at any more."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], NEVER)
    gc.enable()


def collect(*, resting: bool) -> None:
    """Look through all objects where that is due."""
    if gc.get_count()[2] > (DUE if resting else OVERDUE):
        gc.collect()
