"""A list as it is shown, as CSV: its headings, and the rows on the screen in their order."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from store.exporters.files import replaced

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a cell that a spreadsheet would run as a formula (OWASP, CSV injection)."""


def export_table(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]], *, excel: bool = False, raw: bool = False
) -> int:
    """Write rows of cells; those that a spreadsheet would run get an apostrophe in front. Returns how many rows.

    Args:
        path: The file.
        headings: Its first row.
        rows: The others.
        excel: Begin with a byte order mark, so that Excel reads UTF-8.
        raw: Leave cells as they are.

    Raises ExportFailed.
    """
    count = 0
    with replaced(path, "utf-8-sig" if excel else "utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(headings)
        for row in rows:
            writer.writerow(["'" + cell if cell.startswith(DANGEROUS) and not raw else cell for cell in row])
            count += 1
    return count
