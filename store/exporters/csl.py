"""CSL-JSON (the schema of the Citation Style Language): an item an article, its records in the note."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from store.citation import show_date
from store.collection import Collection
from store.exporters.files import replaced
from store.exporters.references import authors, date_parts, one_line, references
from store.exporters.rows import Selection


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one list of items. Returns it with its number of items."""
    count = 0
    with replaced(out) as file:
        file.write("[")
        for document, notes in references(collection, selection):
            told = item(**{name: getattr(document, name) for name in TOLD}, notes=notes)
            file.write((",\n" if count else "\n") + json.dumps(told, ensure_ascii=False))
            count += 1
        file.write("\n]\n")
    return {out: count}


TOLD = ("uid", "title", "outlet", "author", "url", "place", "published", "language")


def item(
    uid: str, title: str, outlet: str, author: str, url: str, place: str, published: str, language: str = "",
    notes: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """An article as CSL-JSON; what is empty is left out. `published` is an ISO date of any precision; CSL takes
    one whose year is not known as words only."""
    told: dict[str, Any] = {
        "id": uid,
        "type": "article-newspaper",
        "title": one_line(title),
        "container-title": one_line(outlet),
        "URL": url,
        "language": language,
        "publisher-place": one_line(place),
        "author": [{"literal": name} for name in authors(author)],
        "note": "\n".join(notes),
    }
    if parts := date_parts(published):
        told["issued"] = {"date-parts": [parts]}
    elif published:
        told["issued"] = {"literal": show_date(published)}
    return {name: value for name, value in told.items() if value}
