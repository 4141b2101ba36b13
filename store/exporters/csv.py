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

KINDS = {"quote": "quotes", "speaker": "speakers", "commitment": "commitments"}
"""What can be exported: kind -> the name of its file and, with `_flat`, its view."""

HIDDEN = ("article_order",)
"""Columns of the views that only sort them."""

NUMBERS = ("start", "end", "quantity", "copies_here", "copies_elsewhere", "variants", "needs_look")
"""Columns that are written as they are; all others are text, in quotation marks."""

DANGEROUS = re.compile(r',"(?=[=+\-@\t\r])')
"""How a cell of text begins that a spreadsheet would run. Inside a cell every quotation mark is doubled."""


def export_csv(
    collection: Collection, out: Path, kind: str | None = None, *, excel: bool = False, raw: bool = False
) -> dict[Path, int]:
    """Write records out. Returns the files written and the number of rows in each.

    Args:
        out: the file for one kind; for all kinds a folder, or FILE.csv as the pattern of FILE-quotes.csv and so on.
        kind: one of KINDS, or None for all.
        excel: begin with a byte order mark, so that Excel reads UTF-8.
        raw: leave cells as they are that a spreadsheet would run as formulas.
    """
    return {path: _write(collection, path, one, excel=excel, raw=raw) for one, path in targets(out, kind).items()}


def targets(out: Path, kind: str | None) -> dict[str, Path]:
    """The file that each kind goes to."""
    if kind:
        return {kind: out}
    if out.suffix.lower() == ".csv":
        return {one: out.with_name(f"{out.stem}-{name}.csv") for one, name in KINDS.items()}
    return {one: out / f"{name}.csv" for one, name in KINDS.items()}


def _write(collection: Collection, path: Path, kind: str, *, excel: bool, raw: bool) -> int:
    view = f"{KINDS[kind]}_flat"
    count = 0
    with closing(collection.read.execute(f"SELECT * FROM {view} LIMIT 0")) as empty:
        names = [column[0] for column in empty.description if column[0] not in HIDDEN]
    with (
        replaced(path, "utf-8-sig" if excel else "utf-8") as file,
        closing(collection.read.execute(f"SELECT {_line(names)} FROM {view}")) as cursor,
    ):
        file.write(",".join(names) + "\r\n")
        while rows := cursor.fetchmany(1000):
            lines = "".join([line for (line,) in rows])
            file.write(lines if raw else DANGEROUS.sub(",\"'", lines))
            count += len(rows)
    return count


def _line(names: Sequence[str]) -> str:
    """A row as one line, put together by SQLite: faster than the csv module does from cells (no text holds a NUL)."""
    cells = ",".join("%s" if name in NUMBERS else '"%w"' for name in names)
    columns = ", ".join(f"coalesce(\"{name}\", '')" for name in names)
    return f"printf('{cells}\r\n', {columns})"
