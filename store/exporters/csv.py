"""Records as CSV (RFC 4180, UTF-8): one file a kind, one row a record, in document order.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from store.collection import Collection
from store.exporters.files import replaced

KINDS = {"quote": "quotes", "speaker": "speakers", "commitment": "commitments"}
"""What can be exported: kind -> the name of its file and, with `_flat`, its view."""

HIDDEN = ("article_order",)
"""Columns of the views that only sort them."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


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
    cursor = collection.read.execute(f"SELECT * FROM {KINDS[kind]}_flat")
    names = [column[0] for column in cursor.description if column[0] not in HIDDEN]
    count = 0
    with replaced(path, "utf-8-sig" if excel else "utf-8") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        while rows := cursor.fetchmany(1000):
            cut = [row[: len(names)] for row in rows]
            writer.writerows(cut if raw else map(_neutral, cut))
            count += len(rows)
    return count


def _neutral(row: Sequence[object]) -> Iterable[object]:
    return ["'" + cell if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell for cell in row]
