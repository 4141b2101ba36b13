"""Records as CSV (RFC 4180, UTF-8): one file a kind, one row a record, in document order.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from store.collection import Collection
from store.exporters.files import replaced
from store.exporters.rows import AT_ONCE, KINDS, Selection, columns, condition, in_words
from store.exporters.suggested import COLUMNS, suggested_rows
from store.exporters.table import DANGEROUS, export_table

NUMBERS = ("start", "end", "quantity", "copies_here", "copies_elsewhere", "variants", "needs_look", "article_number")
"""Columns that are written as they are; all others are text, in quotation marks."""

FORMULA = re.compile(f',"(?=[{re.escape("".join(DANGEROUS))}])')
"""How a cell of text begins that a spreadsheet would run. Inside a cell every quotation mark is doubled."""


def export(
    collection: Collection, out: Path, selection: Selection, *, excel: bool = False, raw: bool = False
) -> dict[Path, int]:
    """Write the selected records. Returns the files written and the number of rows in each.

    Args:
        out: the file for one kind; for several a folder, or FILE.csv as the pattern of FILE-quotes.csv and so on.
        excel: begin with a byte order mark, so that Excel reads UTF-8.
        raw: leave cells as they are that a spreadsheet would run as formulas.
    """
    files = _files(out, selection)
    written = {files[kind]: _write(collection, files[kind], kind, selection, excel, raw) for kind in selection.kinds}
    if selection.suggestions:
        path = files["suggestion"]
        rows = (list(map(in_words, row.values())) for row in suggested_rows(collection, selection))
        written[path] = export_table(path, COLUMNS, rows, excel=excel, raw=raw)
    return written


def targets(collection: Collection, out: Path, selection: Selection) -> list[Path]:
    """The files that an export writes."""
    return list(_files(out, selection).values())


def _files(out: Path, selection: Selection) -> dict[str, Path]:
    """The file that each kind goes to, and that of suggestions where they are asked for."""
    single = len(selection.kinds) == 1
    beside = single or (out.suffix.lower() == ".csv" and not out.is_dir())

    def named(name: str) -> Path:
        return out.with_name(f"{out.stem}-{name}.csv") if beside else out / f"{name}.csv"

    files = {kind: out if single else named(KINDS[kind]) for kind in selection.kinds}
    return files | ({"suggestion": named("suggestions")} if selection.suggestions else {})


def _write(collection: Collection, path: Path, kind: str, selection: Selection, excel: bool, raw: bool) -> int:
    names = columns(collection, kind)
    where, values = condition(collection, kind, selection)
    query = f"SELECT {_line(names)} FROM {KINDS[kind]}_flat WHERE {where}"
    count = 0
    with (
        replaced(path, "utf-8-sig" if excel else "utf-8") as file,
        closing(collection.read.execute(query, values)) as cursor,
    ):
        file.write(",".join(names) + "\r\n")
        while some := cursor.fetchmany(AT_ONCE):
            selection.read(len(some))
            lines = "".join([line for (line,) in some])
            file.write(lines if raw else FORMULA.sub(",\"'", lines))
            count += len(some)
    return count


def _line(names: Sequence[str]) -> str:
    """A row as one line, put together by SQLite: faster than the csv module does from cells (no text holds a NUL)."""
    cells = ",".join("%s" if name in NUMBERS else '"%w"' for name in names)
    filled = ", ".join(f"coalesce(\"{name}\", '')" for name in names)
    return f"printf('{cells}\r\n', {filled})"
