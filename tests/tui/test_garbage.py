"""Full collections of garbage wait for keys and for workers."""

import gc
import platform
import weakref
from collections.abc import Iterator
from pathlib import Path

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


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another library gives memory back by itself, or cannot")
def test_what_was_freed_goes_back_to_the_system() -> None:
    pieces = [bytes(2000) for _ in range(30_000)]
    kept = pieces[::100]  # without them all would go back by itself
    del pieces
    before = held()
    garbage.give_back()
    assert before - held() > 30 << 20
    assert len(kept) == 300


def held() -> int:
    """Bytes of memory that this program holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
