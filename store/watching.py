"""Importing what appears or changes in folders, until told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

from store.collection import Collection, WriteFailed
from store.importers import NO_COLUMNS, Columns, find_files
from store.importing import Summary, import_paths
from store.lock import CollectionBusy

PAUSE = 1.0
"""Seconds between two looks at the folders. A file is taken when two looks find it alike: then it is written whole."""

States = dict[Path, tuple[int, int]]


def watch(
    collection: Collection,
    paths: Sequence[Path],
    report: Callable[[Summary], None],
    tell: Callable[[str], None],
    stop: Event,
    columns: Columns = NO_COLUMNS,
    *,
    originals: bool = False,
) -> None:
    """Import files as they come. What is there when it begins counts as taken.

    Args:
        collection: Where they go.
        paths: Files and folders, looked at recursively.
        report: Told of each import, and of what one kept that then could not go on.
        tell: Told, once, why files cannot be taken in yet; they are tried again at each look.
        stop: Ends the watch when it is set.
        columns: As for import_paths.
        originals: As for import_paths.
    """
    taken = before = _states(paths)
    told = ""
    while not stop.wait(PAUSE):
        states = _states(paths)
        ready = [path for path, state in states.items() if before.get(path) == state and taken.get(path) != state]
        if ready:
            summary = Summary()
            try:
                import_paths(
                    collection, ready, cancelled=stop.is_set, columns=columns, originals=originals, summary=summary
                )
            except (CollectionBusy, WriteFailed) as error:  # another program writes, or the disk is full for now
                if summary.added or summary.versions or summary.records:  # else the next try tells all of it
                    report(summary)
                if told != str(error):
                    told = str(error)
                    tell(told)
            else:
                told = ""
                report(summary)
                taken |= {path: states[path] for path in ready}
        before = states


def _states(paths: Sequence[Path]) -> States:
    return dict(_looked_at(paths))


def _looked_at(paths: Sequence[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Time and size of each file that is there."""
    for path in find_files(paths):
        try:
            found = path.stat()
        except OSError:
            continue
        yield path, (found.st_mtime_ns, found.st_size)
