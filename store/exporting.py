"""Writing records out in one of many formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from store.collection import Collection
from store.exporters import FORMATS
from store.exporters.files import FAILED, ExportFailed, ExportStopped, is_replaced
from store.exporters.rows import Selection, count, left_out, one_state
from store.exporters.suggested import suggestions
from store.model import Progress
from store.own_files import refuse_own


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
        ExportFailed, ExportStopped, MissingLibrary, NoSuchSpeaker, NoSuchArticle; OnRecordError where a file of the
        collection itself would be written over.
    """
    chosen = selection or Selection()
    module = _module(form)
    replaced_by(collection, form, out, chosen)  # refuses what is the collection's own
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


def nothing_to_export(collection: Collection, form: str, selection: Selection) -> bool:
    """Whether nothing is on record, nor suggested where that is asked for, of what a format holds."""
    if FORMATS[form].whole:
        return False
    with one_state(collection, selection):
        suggested = suggestions(collection, selection) if selection.suggestions else iter(())
        return not count(collection, selection) and next(suggested, None) is None


def replaced_by(collection: Collection, form: str, out: Path, selection: Selection) -> list[Path]:
    """The files that are there and that an export would replace; a device or pipe is none.

    The format's module names them where it makes several.

    Raises OnRecordError where an export would write over a file of the collection itself, or under no possible name:
    more than the last folder of a path would be new, which is how a mistyped one looks.
    """
    module = _module(form)
    try:
        files: list[Path] = module.targets(collection, out, selection) if hasattr(module, "targets") else [out]
        for path in (out, *files):
            refuse_own(path, collection.path)
        above = next((path.parent.parent for path in files if not path.parent.parent.exists()), None)
        if above is not None:
            raise ExportFailed(FAILED, f"the folder {above} is not there, and only the last of a path is made")
        return [path for path in files if is_replaced(path)]
    except OSError as error:
        raise ExportFailed(FAILED, f"{out}: {error.strerror or error}") from error


def undated(collection: Collection, selection: Selection) -> int:
    """How many records an export since some day leaves out because nobody knows the year of their article."""
    with one_state(collection, selection):
        return left_out(collection, selection)


def suggested(collection: Collection, selection: Selection) -> int:
    """How many suggestions an export of a selection holds beside its records."""
    with one_state(collection, selection):
        return sum(1 for _ in suggestions(collection, selection))


def _module(form: str) -> ModuleType:
    return import_module(f"store.exporters.{FORMATS[form].module}")
