"""The form that corrects what is known about an article; its text is never altered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui.screens.form import FieldError, Form, Row
from tui.widgets.fields import DateField, ParseDate, TextField

COLUMNS = ("title", "outlet", "author", "place", "url", "language")


class ArticleForm(Form[dict[str, str]]):
    """Dismisses with the columns that were changed, by name (an empty dict for none), or None.

    Args:
        article: The article's columns as they stand.
        parse_date: Reads a date as people type it.
    """

    HEADING = "Correct article"

    def __init__(self, article: Mapping[str, str], parse_date: ParseDate) -> None:
        super().__init__()
        self._article = article
        self._parse = parse_date

    def on_mount(self) -> None:
        """Begin with the date where its year is not known: that is what a citation lacks."""
        if not self._article.get("published", "")[:4].isdecimal():
            self.row_of("published").fields[0].focus()

    def _line(self, column: str, placeholder: str = "") -> Row:
        return Row(column, TextField(column, self._article.get(column, ""), placeholder))

    def rows(self) -> Iterator[Row]:
        """A row a column."""
        yield self._line("title")
        yield self._line("outlet")
        yield self._line("author")
        yield self._line("place", "where the dateline says it was written")
        precision = self._article.get("published_precision", "none")
        published = self._article.get("published", "")
        yield Row(
            "published", DateField("published", published, precision, self._parse, "as 2026-11-30, Nov 2026, 2026")
        )
        yield self._line("url", "as https://…")
        yield self._line("language", "as en, ru, zh-Hant")

    def result(self, values: dict[str, Any]) -> dict[str, str]:
        """The columns that differ from those given; a date is cut to its precision."""
        if self._article["title"] and not values["title"]:
            raise FieldError("title", "An article that has a title needs one: its list and citations are by it.")
        if values["url"] and not re.match(r"https?://[^\s/]", values["url"]):
            raise FieldError("url", "An address begins with http:// or https://.")
        if values["language"] and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", values["language"]):
            raise FieldError("language", "A language is given by its code, such as en, ru or zh-Hant.")
        published, precision = values["published"]
        if precision in ("quarter", "season"):
            raise FieldError("published", "An article's date is a day, a month or a year: 2026-11-30, Nov 2026, 2026.")
        if published != self._article.get("published", ""):
            published = published[: {"month": 7, "year": 4}.get(precision)]
        columns = {name: values[name] for name in COLUMNS}
        columns |= {"published": published, "published_precision": precision}
        return {name: value for name, value in columns.items() if value != self._article.get(name, "")}
