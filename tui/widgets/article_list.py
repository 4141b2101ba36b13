"""The list of articles: what each is, whether it was read, what is on record of it, how much of it is repeated."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from store.articles import ArticleRow
from store.citation import show_date
from store.search import Context
from tui.actions import bindings
from tui.display import safe_line
from tui.widgets.rows import Part, Rows, fit

ONE_LINE = 76
"""From so many cells on an article takes one line; in less it takes two."""
FIGURES = (6, 4, 4)
"""Cells of a line for the share of repeated text, quotes and commitments."""


class ArticleSource:
    """Articles in the order of their numbers; `rows` reads those asked for, leaving out what is gone.

    Where words are searched for, `contexts` gives a line of each article with a hit in it, by number.
    """

    def __init__(
        self,
        numbers: array[int],
        rows: Callable[[Sequence[int]], Sequence[ArticleRow]],
        contexts: Callable[[Sequence[int]], Mapping[int, Context]] | None = None,
    ) -> None:
        self._numbers = numbers
        self._rows = rows
        self._contexts = contexts
        self._read: dict[int, Context] = {}

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
        if self._contexts is not None:
            self._read.update(self._contexts(numbers))
        return [found.get(number) for number in numbers]

    @property
    def searched(self) -> bool:
        """Whether articles have a line of context."""
        return self._contexts is not None

    def context(self, number: int) -> Context:
        """The line of context of an article that was fetched."""
        return self._read.get(number, Context())


class ArticleList(Rows[ArticleRow]):
    """One line an article where there is room (marks, date, outlet, title, counts), else two.

    Unread articles have a dot, hollow where all was read elsewhere, and are bold, starred ones a star; `❝` counts
    quotes, `⚑` commitments, and `≡` is the share of the text that repeats itself, `⇄` that of what other articles
    have too, where it is more. In a search a line with a hit in it stands below.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--unread",
        "article--title",
        "article--aside",
        "article--star",
        "article--repeated",
        "article--counts",
        "article--hit",
    }
    DEFAULT_CSS = """
    ArticleList {
        & > .article--unread { text-style: bold; }
        & > .article--aside { color: $foreground-muted; }
        & > .article--star { color: $text-warning; }
        & > .article--repeated { color: $text-secondary; }
        & > .article--counts { color: $text-success; }
        & > .article--hit { color: $text-accent; text-style: bold underline; }
    }
    """

    nothing_new: Set[int] = frozenset()
    """Numbers of the unread articles whose text was read elsewhere: their dot is hollow."""

    def height_at(self, width: int) -> int:
        """One line where there is room, else two; and one for the context of a search."""
        return (1 if width >= ONE_LINE else 2) + self._searched

    @property
    def _searched(self) -> bool:
        return isinstance(self.source, ArticleSource) and self.source.searched

    def parts(self, row: ArticleRow, line: int, width: int) -> list[Part]:
        """Marks, date, outlet, title and counts, as many as there is room for; the context on the last line."""
        if self._searched and line == self.row_height - 1:
            assert isinstance(self.source, ArticleSource)
            return _context_line(self.source.context(row.id), width)
        if self.row_height - self._searched == 1:
            return self._one_line(row, width)
        return self._first_line(row, width) if line == 0 else self._second_line(row, width)

    def _marks(self, row: ArticleRow) -> list[Part]:
        unread = "◦" if row.id in self.nothing_new else "•"
        return [
            (" " if row.read else unread, "article--unread"),
            ("★" if row.starred else " ", "article--star"),
            (" ", ""),
        ]

    def _one_line(self, row: ArticleRow, width: int) -> list[Part]:
        outlet = max(10, min(24, width // 7))
        place = 14 if width >= 130 else 0
        title = width - 3 - 12 - outlet - 2 - place - sum(FIGURES)
        parts = [
            *self._marks(row),
            (fit(show_date(row.published) or "no date", 10) + "  ", "article--aside"),
            (fit(row.outlet, outlet) + "  ", "article--aside"),
            (fit(_title(row), title), _title_style(row)),
        ]
        if place:
            parts.append((f"  {fit(row.place, place - 2)}", "article--aside"))
        figures = [(text.rjust(cells), style) for (text, style), cells in zip(_figures(row), FIGURES, strict=True)]
        return [*parts, *figures]

    def _first_line(self, row: ArticleRow, width: int) -> list[Part]:
        return [*self._marks(row), (fit(_title(row), width - 3), _title_style(row))]

    def _second_line(self, row: ArticleRow, width: int) -> list[Part]:
        figures = [(f"  {figure}", style) for figure, style in _figures(row) if figure]
        aside = "  ".join(filter(None, (show_date(row.published) or "no date", row.outlet)))
        room = width - 3 - sum(len(figure) for figure, _ in figures)
        return [("   ", ""), (fit(aside, room), "article--aside"), *figures]


def _context_line(context: Context, width: int) -> list[Part]:
    """The words around a hit; those before it give way first."""
    before, hit = safe_line(context.before), safe_line(context.hit)
    room = width - 3 - cell_len(hit)
    while before and cell_len(before) > room // 3:
        _, blank, rest = before.partition(" ")
        before = f"…{rest}" if blank else ""
    return [
        ("   ", ""),
        (before, "article--aside"),
        (fit(hit, min(cell_len(hit), width - 3)), "article--hit"),
        (fit(context.after, room - cell_len(before)), "article--aside"),
    ]


def _title(row: ArticleRow) -> str:
    return row.title or "(no title)"


def _title_style(row: ArticleRow) -> str:
    return "article--title" if row.read else "article--unread"


def _figures(row: ArticleRow) -> list[Part]:
    """The share of repeated text, the counts of quotes and commitments; nothing for none."""
    return [
        (_share(row), "article--repeated"),
        (f"❝{row.quotes}" if row.quotes else "", "article--counts"),
        (f"⚑{row.commitments}" if row.commitments else "", "article--counts"),
    ]


def _share(row: ArticleRow) -> str:
    if row.recycled > (row.repeated or 0):
        return f"⇄{row.recycled:.0%}"
    return f"≡{row.repeated:.0%}" if row.repeated else ""
