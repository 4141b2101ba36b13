"""Exports stream: twice the records need no more memory. Each way of reading and writing once; the benchmark has all."""

import tracemalloc
from contextlib import closing

import pytest
from measure_store import fill

from store.collection import open_collection
from store.exporters import FORMATS
from store.exporting import export


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Collections of 1,100 and 2,200 records."""
    folder = tmp_path_factory.mktemp("filled")
    opened = []
    for number in (1100, 2200):
        opened.append(open_collection(folder / f"{number}.db"))
        fill(opened[-1], number)
    yield opened
    for collection in opened:
        collection.close()


def peak(collection, form, out):
    """The most memory that Python held at once, in bytes."""
    tracemalloc.start()
    try:
        export(collection, form, out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", ["csv", "xlsx", "html", "jsonl", "qdpx"])
def test_memory_does_not_grow_with_the_records(filled, tmp_path, form):
    less, more = filled
    suffix = FORMATS[form].suffix
    with closing(open_collection(tmp_path / "empty.db")) as empty:
        export(empty, form, tmp_path / f"warm{suffix}")
    small = peak(less, form, tmp_path / f"less{suffix}")
    assert peak(more, form, tmp_path / f"more{suffix}") < 1.2 * small + 100_000
