"""The entries of a register: sorted, grouped, marked, and drawn in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from tui.matching import plain
from tui.widgets.rows import Part, Rows, fit

LEAST_MAIN = 30
"""Where so many cells are left for the main column, a row is one line under a line of headings; else it is two."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its width in cells; the one of width 0 takes what is left, and the first line.

    A `numeric` column sorts by its numbers, the highest first.
    """

    heading: str
    width: int = 0
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One entry: its record's or speaker's uid, and a cell a column; what it is grouped by.

    Or the heading of a group, with the uids of its `members`.
    """

    uid: str
    cells: tuple[str, ...]
    speaker: str = ""
    outlet: str = ""
    month: str = ""
    deadline: str = ""
    heading: str = ""
    members: tuple[str, ...] = ()


GROUPS = ("speaker", "outlet", "month")
"""What entries can be grouped by, fields of a RegisterRow."""
PROMISED = ("speaker", "deadline", "outlet", "month")
"""The same of commitments."""


def uid_of(row: RegisterRow) -> str:
    """What tells one entry from another."""
    return row.uid


def sorted_rows(rows: Sequence[RegisterRow], columns: Sequence[Column], by: str) -> list[RegisterRow]:
    """The rows by a column's heading; "" leaves them in document order, "last first" turns that around."""
    if not by:
        return list(rows)
    if by == LAST_FIRST:
        return list(reversed(rows))
    index = next(index for index, column in enumerate(columns) if column.heading == by)
    if columns[index].numeric:
        return sorted(rows, key=lambda row: _numbers(row.cells[index]), reverse=True)
    return sorted(rows, key=lambda row: (not row.cells[index], plain(row.cells[index])))


LAST_FIRST = "last first"


def _numbers(cell: str) -> list[float]:
    return [float(number) for number in re.findall(r"(?:^-)?\d+(?:\.\d+)?", cell.replace(",", ""))]


def grouped(rows: Iterable[RegisterRow], by: str) -> list[RegisterRow]:
    """The rows group by group, the groups in order, each below its heading; "" leaves them as they are."""
    if not by:
        return list(rows)
    found: list[RegisterRow] = []
    in_order = sorted(rows, key=lambda row: (not getattr(row, by), plain(getattr(row, by))))
    for name, group in groupby(in_order, key=lambda row: str(getattr(row, by))):
        members = list(group)
        heading = f"{name or f'no {by}'} · {len(members):,}"
        found += [RegisterRow(f"{by}: {name}", (), heading=heading, members=tuple(map(uid_of, members))), *members]
    return found


class RegisterRows(Rows[RegisterRow]):
    """The entries; on a narrow screen the main cell on one line and the others on the next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"register--detail", "register--heading", "register--mark"}
    DEFAULT_CSS = """
    RegisterRows { height: 1fr; background: $surface; }
    RegisterRows > .register--detail { color: $foreground-muted; text-style: italic; }
    RegisterRows > .register--heading { color: $text-accent; text-style: bold underline; }
    RegisterRows > .register--mark { color: $text-warning; text-style: bold; }
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.marked: set[str] = set()
        self._columns = columns
        self._main = next(index for index, column in enumerate(columns) if not column.width)

    def height_at(self, width: int) -> int:
        """One line where the columns find room."""
        return 1 if self._left(width - 4) >= LEAST_MAIN else 2

    def _left(self, width: int) -> int:
        """The cells left for the main column."""
        return width - sum(column.width + 2 for column in self._columns if column.width)

    def headings(self, width: int) -> str:
        """The line of headings, where rows are one line."""
        return "    " + self._in_columns([column.heading for column in self._columns], width - 4)

    def parts(self, row: RegisterRow, line: int, width: int) -> list[Part]:
        """The cells side by side, or the main cell above the others; a mark before them."""
        if row.heading:
            return [(fit(row.heading if line == 0 else "", width), "register--heading" if line == 0 else "")]
        mark = ("● " if row.uid in self.marked and line == 0 else "  ", "register--mark")
        if self.height_at(width + 2) == 1:
            return [mark, (self._in_columns(row.cells, width - 2), "")]
        if line == 0:
            return [mark, (fit(row.cells[self._main], width - 2), "")]
        others = (cell for index, cell in enumerate(row.cells) if index != self._main and cell)
        return [mark, (fit("  " + " · ".join(others), width - 2), "register--detail")]

    def _in_columns(self, cells: Sequence[str], width: int) -> str:
        left = self._left(width)
        return "  ".join(fit(cell, column.width or left) for cell, column in zip(cells, self._columns, strict=True))
