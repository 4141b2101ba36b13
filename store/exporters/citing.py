"""How a dossier names the source of a record: by a template, or in a citation style (CSL)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from store.citation import STYLE, TEMPLATE, attributed, cite, show_date
from store.citation_style import reference
from store.collection import Collection
from store.exporters.csl import TOLD, item
from store.exporters.rows import WHO, Row
from store.importers.details import is_opening
from store.versions import about_then

SOURCE = "{speaker}, {role}, {title}, {outlet}, {date}"
"""The template where none was chosen, of an article that has a title; others are named by TEMPLATE."""

OPENING = 1000
"""Characters of a text in which the words stand that it opens with: a dateline may come before them."""

KEPT = 1000
"""Articles whose sources are held in memory."""


@dataclass(frozen=True, slots=True)
class Markup:
    """How a format writes words, an address with the words that lead to it, and the fixed words of a template."""

    said: Callable[[str], str]
    linked: Callable[[str, str], str]
    fixed: Callable[[str], str]


def source_of(collection: Collection, article: str, text: str) -> dict[str, str]:
    """What names an article (uid) as a source of words in a text (sha256) of it, by TOLD."""
    query = f"SELECT {', '.join(TOLD)} FROM article WHERE uid = ?"
    about = dict(zip(TOLD, collection.read.execute(query, [article]).fetchone(), strict=True))
    return about | about_then(collection, article, text, TOLD)


class Citing:
    """Names sources in a format's markup.

    The quote itself stands above its source, so `{quote}` is left out. Where a template has no `{url}` the title leads
    to the page. What an import made of the words that a text opens with is a title only to a template that was chosen.
    Words that stand in an earlier version of an article only have the headline and the day of that one.

    Args:
        collection: Where the articles are.
        markup: Of the format.
        citation: A template of `store.citation`, or the path of a .csl file; empty takes SOURCE or TEMPLATE.
        date_style: One of `store.citation.DATE_STYLES`.
    """

    def __init__(self, collection: Collection, markup: Markup, citation: str, date_style: str) -> None:
        self._collection, self._markup, self._date_style = collection, markup, date_style
        self._style = Path(citation) if citation.endswith(STYLE) else None
        self._template = citation
        self._source: Callable[[str, str], tuple[str, dict[str, str]]] = lru_cache(KEPT)(
            self._styled if self._style else self._parts
        )

    def of(self, row: Row, kind: str) -> str:
        """The source of a record or suggestion. Raises UnusableStyle."""
        template, source = self._source(row["article_id"], row["text_sha256"])
        who = {"speaker": attributed(row[WHO[kind]] or "", kind, row.get("form")), "role": row.get("role") or ""}
        said = {name: self._markup.said(value) for name, value in who.items()}
        if self._style is None:
            return cite(template, source | said)
        named = cite("{speaker}, {role}", said)
        return f"{named}. {source['reference']}" if named else source["reference"]

    def _styled(self, article: str, text: str) -> tuple[str, dict[str, str]]:
        assert self._style is not None
        return "", {
            "reference": self._markup.said(reference(self._style, item(**source_of(self._collection, article, text))))
        }

    def _parts(self, article: str, text: str) -> tuple[str, dict[str, str]]:
        """The template for a text of an article, and what fills it."""
        about = source_of(self._collection, article, text)
        if not self._template and is_opening(about["title"], self._opening(text)):
            about["title"] = ""
        template = self._template or (SOURCE if about["title"] else TEMPLATE)
        parts = {name: self._markup.said(about[name]) for name in ("outlet", "title", "author", "place")}
        parts["date"] = self._markup.said(show_date(about["published"], self._date_style))
        address = about["url"]
        if "{url}" in template:
            parts["url"] = self._markup.linked(address, address) if address else ""
        else:
            parts["title"] = self._markup.linked(address, about["title"] or "article") if address else parts["title"]
        return self._markup.fixed(template), parts

    def _opening(self, text: str) -> str:
        query = "SELECT substr(body, 1, ?) FROM text WHERE sha256 = ?"
        opening: str = self._collection.read.execute(query, [OPENING, text]).fetchone()[0]
        return opening
