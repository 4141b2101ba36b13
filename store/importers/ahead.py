"""Reads files ahead of whoever takes their articles, several at once, and gives them in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from pathlib import Path

from store.importers import Item, read
from store.importers.fields import NO_COLUMNS, Columns

Items = Iterator[Item]

READERS = 2
"""Files read at once, each in a thread of its own; the formats that cost time are read by a child process each."""


def read_ahead(paths: Iterable[Path], columns: Columns = NO_COLUMNS) -> Iterator[Items]:
    """Give the articles of each file, in the order of the files; a few files are read before they are asked for.

    Of a file with many articles only the first two are read ahead, so that a long list needs no more memory.
    """
    waiting: deque[Future[Items]] = deque()
    pool = ThreadPoolExecutor(READERS)
    try:
        for path in paths:
            waiting.append(pool.submit(_begin, path, columns))
            if len(waiting) > READERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(path: Path, columns: Columns) -> Items:
    items = read(path, columns)
    return chain(list(islice(items, 2)), items)
