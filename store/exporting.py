"""Writing records out in one of many formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from store.collection import Collection
from store.exporters import FORMATS
from store.exporters.files import ExportStopped
from store.exporters.rows import Selection, count, one_state
from store.model import Progress


def export(
    collection: Collection,
    form: str,
    out: Path,
    selection: Selection | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    **how: object,
) -> dict[Path, int]:
    """Write the selected records in a format. Returns the files written and the number of entries in each.

    Args:
        form: one of FORMATS. Its module is loaded only now.
        out: the file, or the folder where the format makes several.
        progress: told how many records were read, of how many to be read.
        cancelled: asked between them whether to stop.
        how: what only this format knows (see its module).

    Raises:
        ExportFailed, ExportStopped, MissingLibrary, NoSuchSpeaker, NoSuchArticle.
    """
    chosen = selection or Selection()
    module = import_module(f"store.exporters.{FORMATS[form].module}")
    with one_state(collection, chosen):
        total = FORMATS[form].passes * count(collection, chosen) if progress else 0
        done = 0

        def read(records: int) -> None:
            nonlocal done
            if cancelled():
                raise ExportStopped
            done += records
            if progress:
                progress(Progress(min(done, total), total))

        written: dict[Path, int] = module.export(collection, out, replace(chosen, read=read), **how)
    return written


def targets(form: str, out: Path, selection: Selection) -> list[Path]:
    """The files of records that an export makes, or the folder where the format makes one of many files."""
    if form != "csv":
        return [out]
    from store.exporters import csv

    return list(csv.targets(out, selection).values())
