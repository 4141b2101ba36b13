"""Full collections of garbage wait for keys and for workers."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from tui import garbage


class Ring:
    """Garbage once nobody knows it: it knows itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def begun() -> Iterator[None]:
    """Garbage is collected as the app does it, for the length of a test."""
    before = gc.get_threshold()
    garbage.begin()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def old_ring(collections: int) -> "weakref.ref[Ring]":
    """A ring that has grown old, after so many collections of middle-aged objects."""
    ring = Ring()
    for _ in range(collections):
        gc.collect(1)  # what is used through it is old: only a full collection looks at it again
    return weakref.ref(ring)


@pytest.mark.usefixtures("begun")
def test_a_full_collection_waits_for_a_rest_but_not_for_ever() -> None:
    gc.collect()
    ring = old_ring(garbage.DUE + 1)
    garbage.collect(resting=False, at_work=False)
    assert ring() is not None
    garbage.collect(resting=True, at_work=False)
    assert ring() is None


@pytest.mark.usefixtures("begun")
def test_a_full_collection_comes_without_a_rest_once_it_is_overdue() -> None:
    gc.collect()
    ring = old_ring(garbage.OVERDUE + 1)
    garbage.collect(resting=False, at_work=False)
    assert ring() is None


@pytest.mark.usefixtures("begun")
def test_a_full_collection_waits_for_workers() -> None:
    gc.collect()
    ring = old_ring(garbage.OVERDUE + 1)
    garbage.collect(resting=True, at_work=True)
    assert ring() is not None
