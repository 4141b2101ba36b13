"""Suggestions that wait for a decision, for exports that were asked for them. They are no records, nor counted as such.

Only what was looked for already is there: `onrecord suggest --all` looks through the collection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from store.analysis.meaning import essence
from store.collection import Collection
from store.exporters.rows import WHO, Row, Selection, called, condition
from store.merged import group
from store.model import Suggestion
from store.suggestions import waiting

if TYPE_CHECKING:
    from store.analysis.ranking import Ranker

COLUMNS = (
    "id", "kind", "article_id", "outlet", "published", "article_title", "article_url", "exact", "start", "end",
    "text_sha256", "speaker", "promisor", "role", "form", "action", "beneficiary", "quantity", "unit", "deadline",
    "deadline_precision", "deadline_text", "strength", "condition", "confidence", "why", "article_number",
)  # fmt: skip
"""What is told of a suggestion in a table; `confidence` is 0..1, `why` the rule that found it."""


def suggestions(
    collection: Collection, selection: Selection, article: str = "", learnt: Ranker | None = None
) -> Iterator[Suggestion]:
    """The selected suggestions, of one article (uid) or of all, in document order.

    Of a speaker those are selected whose owner has one of the names; of records chosen one by one there are none.
    """
    if selection.only:
        return
    where, values = condition(collection, "quote", replace(selection, speaker=""))
    if article:
        where, values = f"{where} AND article_id = ?", [*values, article]
    names = _names(collection, called(collection, selection.speaker)) if selection.speaker else None
    for suggestion in waiting(collection, where, values, learnt):
        if suggestion.kind in selection.kinds and (names is None or essence(suggestion.owner) in names):
            yield suggestion


def _names(collection: Collection, speakers: Iterable[str]) -> set[str]:
    """The essence of each name and alias of these speakers, and of those that were merged into them."""
    rows = [
        row
        for speaker in speakers
        for row in collection.read.execute(
            f"""SELECT name FROM speaker WHERE uid IN {group("?1")} AND state = 'live'
            UNION SELECT name FROM alias WHERE speaker IN {group("?1")} AND state = 'live'""",
            [speaker],
        )
    ]
    return {essence(name) for (name,) in rows}


def suggested_rows(collection: Collection, selection: Selection) -> Iterator[Row]:
    """The selected suggestions as rows of COLUMNS."""
    for suggestion in suggestions(collection, selection):
        row: Row = {
            "id": suggestion.uid,
            "kind": suggestion.kind,
            "article_id": suggestion.article,
            "exact": suggestion.exact,
        }
        about = collection.read.execute(
            "SELECT id, outlet, published, title, url FROM article WHERE uid = ?", [suggestion.article]
        ).fetchone()
        told = dict(zip(("article_number", "outlet", "published", "article_title", "article_url"), about, strict=True))
        place = {"start": suggestion.content[0][0], "end": suggestion.content[-1][1], "text_sha256": suggestion.text}
        row |= told | place | suggestion.fields | {WHO[suggestion.kind]: suggestion.owner}
        row |= {"confidence": round(suggestion.confidence, 3), "why": suggestion.why}
        yield {name: "" if row.get(name) is None else row[name] for name in COLUMNS}
