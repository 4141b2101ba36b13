"""The list of articles: what each is, whether it was read, what is on record of it, how much of it is repeated."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from store.model import ArticleRow
from tui.actions import bindings
from tui.describe import date
from tui.widgets.rows import Part, Rows, fit

ONE_LINE = 76
"""From so many cells on an article takes one line; in less it takes two."""
FIGURES = (6, 4, 4)
"""Cells of a line for the share of repeated text, quotes and commitments."""


class ArticleSource:
    """Articles in the order of their numbers; `rows` reads those asked for, leaving out what is gone."""

    def __init__(self, numbers: array[int], rows: Callable[[Sequence[int]], Sequence[ArticleRow]]) -> None:
        self._numbers = numbers
        self._rows = rows

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self._numbers)

    def key(self, index: int) -> int:
        """The number of the article at `index`."""
        return self._numbers[index]

    def find(self, key: Hashable) -> int | None:
        """Where the article with this number stands, if it does."""
        try:
            return self._numbers.index(key)  # type: ignore[arg-type]
        except ValueError:
            return None

    def fetch(self, first: int, n: int) -> list[ArticleRow | None]:
        """The articles from `first`, at most `n`; None for one that was removed since."""
        numbers = self._numbers[first : first + n]
        found = {row.id: row for row in self._rows(numbers)}
        return [found.get(number) for number in numbers]


class ArticleList(Rows[ArticleRow]):
    """One line an article where there is room (marks, date, outlet, title, counts), else two.

    Unread articles have a dot and are bold, starred ones a star; `❝` counts quotes, `⚑` commitments, and `≡` is
    the share of the text that repeats itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--unread",
        "article--title",
        "article--aside",
        "article--star",
        "article--repeated",
        "article--counts",
    }
    DEFAULT_CSS = """
    ArticleList {
        & > .article--unread { text-style: bold; }
        & > .article--aside { color: $foreground-muted; }
        & > .article--star { color: $text-warning; }
        & > .article--repeated { color: $text-secondary; }
        & > .article--counts { color: $text-success; }
    }
    """

    def height_at(self, width: int) -> int:
        """One line where there is room, else two."""
        return 1 if width >= ONE_LINE else 2

    def parts(self, row: ArticleRow, line: int, width: int) -> list[Part]:
        """Marks, date, outlet, title and counts, as many as there is room for."""
        if self.row_height == 1:
            return self._one_line(row, width)
        return self._first_line(row, width) if line == 0 else self._second_line(row, width)

    def _one_line(self, row: ArticleRow, width: int) -> list[Part]:
        outlet = max(10, min(24, width // 7))
        place = 14 if width >= 130 else 0
        title = width - 3 - 12 - outlet - 2 - place - sum(FIGURES)
        parts = [
            *_marks(row),
            (fit(date(row.published) or "no date", 10) + "  ", "article--aside"),
            (fit(row.outlet, outlet) + "  ", "article--aside"),
            (fit(_title(row), title), _title_style(row)),
        ]
        if place:
            parts.append((f"  {fit(row.place, place - 2)}", "article--aside"))
        figures = [(text.rjust(cells), style) for (text, style), cells in zip(_figures(row), FIGURES, strict=True)]
        return [*parts, *figures]

    def _first_line(self, row: ArticleRow, width: int) -> list[Part]:
        return [*_marks(row), (fit(_title(row), width - 3), _title_style(row))]

    def _second_line(self, row: ArticleRow, width: int) -> list[Part]:
        figures = [(f"  {figure}", style) for figure, style in _figures(row) if figure]
        aside = "  ".join(filter(None, (date(row.published) or "no date", row.outlet)))
        room = width - 3 - sum(len(figure) for figure, _ in figures)
        return [("   ", ""), (fit(aside, room), "article--aside"), *figures]


def _title(row: ArticleRow) -> str:
    return row.title or "(no title)"


def _title_style(row: ArticleRow) -> str:
    return "article--title" if row.read else "article--unread"


def _marks(row: ArticleRow) -> list[Part]:
    return [
        (" " if row.read else "•", "article--unread"),
        ("★" if row.starred else " ", "article--star"),
        (" ", ""),
    ]


def _figures(row: ArticleRow) -> list[Part]:
    """The share of repeated text, the counts of quotes and commitments; nothing for none."""
    return [
        (f"≡{row.repeated:.0%}" if row.repeated else "", "article--repeated"),
        (f"❝{row.quotes}" if row.quotes else "", "article--counts"),
        (f"⚑{row.commitments}" if row.commitments else "", "article--counts"),
    ]
