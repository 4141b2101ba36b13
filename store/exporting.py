"""Writing records out in one of many formats."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from store.collection import Collection
from store.exporters import FORMATS
from store.exporters.rows import Selection, one_state


def export(
    collection: Collection, form: str, out: Path, selection: Selection | None = None, **how: object
) -> dict[Path, int]:
    """Write the selected records in a format. Returns the files written and the number of entries in each.

    Args:
        form: one of FORMATS. Its module is loaded only now.
        out: the file, or the folder where the format makes several.
        how: what only this format knows (see its module).

    Raises:
        ExportFailed, MissingLibrary, NoSuchSpeaker, NoSuchArticle.
    """
    module = import_module(f"store.exporters.{FORMATS[form].module}")
    with one_state(collection):
        written: dict[Path, int] = module.export(collection, out, selection or Selection(), **how)
    return written
