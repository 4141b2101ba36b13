"""Full collections of garbage wait for keys and for workers."""

import gc
import platform
import sys
import weakref
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import garbage


class Ring:
    """Garbage once nobody knows it: it knows itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector() -> Iterator[garbage.Collector]:
    """Garbage is collected as the app does it, for the length of a test."""
    before = gc.get_threshold()
    yield garbage.Collector()
    gc.set_threshold(*before)
    gc.unfreeze()


def old_ring(collections: int) -> "weakref.ref[Ring]":
    """A ring that has grown old, after so many collections of middle-aged objects."""
    ring = Ring()
    for _ in range(collections):
        gc.collect(1)  # what is used through it is old: only a full collection looks at it again
    return weakref.ref(ring)


def test_a_full_collection_waits_for_a_rest_but_not_for_ever(collector: garbage.Collector) -> None:
    gc.collect()
    ring = old_ring(garbage.DUE + 1)
    collector.collect(resting=False, at_work=False)
    assert ring() is not None
    collector.collect(resting=True, at_work=False)
    assert ring() is None


def test_a_full_collection_comes_without_a_rest_once_it_is_overdue(collector: garbage.Collector) -> None:
    gc.collect()
    ring = old_ring(garbage.OVERDUE + 1)
    collector.collect(resting=False, at_work=False)
    assert ring() is None


def test_a_full_collection_waits_for_workers(collector: garbage.Collector) -> None:
    gc.collect()
    ring = old_ring(garbage.OVERDUE + 1)
    collector.collect(resting=True, at_work=True)
    assert ring() is not None


def test_garbage_of_a_worker_never_takes_more_than_what_was_in_use(collector: garbage.Collector) -> None:
    gc.collect()
    before, rings, most = sys.getallocatedblocks(), 2 * sys.getallocatedblocks(), 0
    young: deque[Ring] = deque(maxlen=20_000)  # so that each is old once nobody knows it
    for number in range(rings):
        young.append(Ring())
        if number % 10_000 == 0:
            collector.collect(resting=False, at_work=True)
            most = max(most, sys.getallocatedblocks())  # without full collections more than three times as many
    assert most < 2.5 * before


def test_what_a_worker_has_in_use_is_looked_through_once_as_it_doubles(collector: garbage.Collector) -> None:
    gc.collect()
    before, full = sys.getallocatedblocks(), gc.get_stats()[2]["collections"]
    pieces = []
    while sys.getallocatedblocks() < 3 * before:
        pieces += [[] for _ in range(10_000)]
        collector.collect(resting=False, at_work=True)
    assert gc.get_count()[2] > garbage.OVERDUE
    assert gc.get_stats()[2]["collections"] - full == 1


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
