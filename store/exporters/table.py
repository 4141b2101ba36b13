"""A list as it is shown, as CSV: its headings, and the rows on the screen in their order."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from store.exporters.files import replaced

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a cell that a spreadsheet would run as a formula (OWASP, CSV injection)."""


def export_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write rows of cells; those that a spreadsheet would run get an apostrophe in front. Returns how many rows.

    Raises ExportFailed.
    """
    count = 0
    with replaced(path) as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(headings)
        for row in rows:
            writer.writerow(["'" + cell if cell.startswith(DANGEROUS) else cell for cell in row])
            count += 1
    return count
