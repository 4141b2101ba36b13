"""What the fields of an article are called elsewhere: in front matter, header blocks, tables and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypedDict

from store.importers.details import day_of, first_date

Columns = Mapping[str, str]
"""A list's own name of a field, by the name that the field has here."""

NO_COLUMNS: Columns = {}

FIELDS = ("text", "title", "outlet", "author", "url", "place", "published", "language")

OF_SAVING = ("saved", "tags")
"""What a list may say besides: when it saved the article, and its labels."""

NAMES = {
    "title": "title headline hed item_title",
    "outlet": "outlet site sitename site_name publisher publication publication_title newspaper domain_name",
    "author": "author authors by byline creator published_by item_author",
    "url": "url link canonical canonical_url uri source_url source address",
    "place": "place location dateline",
    "published": "published published_at publishedat date_published publish_date published_date pubdate date",
    "language": "language lang",
}
"""Names by the field of SavedArticle that they mean, the surest first."""


_SAVED = ("saved", "saved_at", "savedat", "date_saved", "clipped", "created", "created_at")
_LABELS = ("tags", "labels", "keywords")


class Listing(TypedDict):
    """What a file says of an article besides what the article is; the further arguments of `saved_article`."""

    saved: str
    labels: list[str]


def known_fields(said: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of an article among those that a file names."""
    found = _by_name(said)
    given = {}
    for name, spellings in NAMES.items():
        values = [found[spelling] for spelling in spellings.split() if found.get(spelling)]
        if values:
            given[name] = first_date(values) if name == "published" else values[0]
    return given


def known_list(said: Mapping[str, str]) -> Listing:
    """When an article was saved, and its labels, among what a file names."""
    found = _by_name(said)
    saved = next((found[name] for name in _SAVED if day_of(found.get(name, ""))), "")
    return {"saved": saved, "labels": labels_in(*(found.get(name, "") for name in _LABELS))}


def labels_in(*written: str) -> list[str]:
    """The labels in what programs write as one word list, parted by commas, semicolons or bars."""
    return [label for words in written for label in re.split(r"[,;|]", words)]


def _by_name(said: Mapping[str, str]) -> dict[str, str]:
    return {name.strip().lower().replace(" ", "_").replace("-", "_"): value.strip() for name, value in said.items()}
