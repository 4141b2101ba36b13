"""XLSX: a sheet a kind, with filters and a fixed head; whole dates as dates, numbers as numbers, all else as text.

Text is written as text, so no cell is ever run as a formula. What is longer than a cell ends with words that say so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from store.collection import Collection
from store.exporters.csv import NUMBERS
from store.exporters.documents import utf16
from store.exporters.files import library, whole
from store.exporters.rows import DATES, KINDS, Row, Selection, columns, rows
from store.exporters.suggested import COLUMNS, suggested_rows
from store.xml_text import holdable

LONGEST = 32_767
"""UTF-16 code units that a cell holds (ECMA-376; Excel counts so, and xlsxwriter cuts what is longer unseen)."""

LAST_ROW = 1_048_575
"""The last row of a sheet, counted from 0; a further sheet goes on."""

WIDTHS = {"exact": 60, "note": 30, "article_title": 40}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one workbook. Returns it with its number of rows."""
    xlsxwriter = library("xlsxwriter")
    count = 0
    with whole(out) as part, TemporaryDirectory(prefix="onrecord-") as rows_of_sheets:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(str(part), options | {"tmpdir": rows_of_sheets})
        for kind in selection.kinds:
            count += _sheets(book, KINDS[kind], columns(collection, kind), rows(collection, kind, selection))
        if selection.suggestions:
            _sheets(book, "suggestions", list(COLUMNS), suggested_rows(collection, selection))
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise error.args[0] from None  # the OSError behind it
    return {out: count}


def _sheets(book: Any, title: str, names: list[str], found: Iterator[Row]) -> int:
    """Write rows to as many sheets as they need. Returns their number."""
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet, line, count = _sheet(book, title, names), 1, 0
    for row in found:
        if line > LAST_ROW:
            sheet.autofilter(0, 0, line - 1, len(names) - 1)
            sheet, line = _sheet(book, f"{title} {count // LAST_ROW + 1}", names), 1
        for column, name in enumerate(names):
            _cell(sheet, line, column, name, row[name], day)
        line, count = line + 1, count + 1
    sheet.autofilter(0, 0, max(1, line - 1), len(names) - 1)
    return count


def _sheet(book: Any, title: str, names: list[str]) -> Any:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(names):
        sheet.set_column(column, column, WIDTHS.get(name, 14))
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
    return sheet


def _cell(sheet: Any, line: int, column: int, name: str, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if name in (*NUMBERS, "confidence") and math.isfinite(value):
        sheet.write_number(line, column, value)
    elif name in DATES and (found := _date(value)):
        sheet.write_datetime(line, column, found, day)
    else:
        sheet.write_string(line, column, _fitting(holdable(str(value))))


def _fitting(words: str) -> str:
    """Words as far as a cell holds them; of longer ones its end says so."""
    if utf16(words, len(words)) <= LONGEST:
        return words
    cut = f" … [cut; {len(words):,} characters in all]"
    room = 2 * (LONGEST - len(cut))
    kept = words.encode("utf-16-le", "surrogatepass")[:room]
    return kept.decode("utf-16-le", "ignore") + cut  # half a pair at its end goes


def _date(value: str) -> date | None:
    """A whole date that Excel knows: from 1900 on."""
    if not _DAY.fullmatch(value) or value < "1900-03-01":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
