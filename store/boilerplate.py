"""Passages that an analyst never wants to see again: an outlet's boilerplate. Hiding is an action that undo takes back.

Passages merge and split, so the decision names a place of the passage, and hides what has a place like it.
"""

from __future__ import annotations

import sqlite3

from store.collection import Collection
from store.errors import OnRecordError
from store.events import Change, new_uid
from store.history import act
from store.passage_places import alike


def hide(collection: Collection, passage: int) -> None:
    """Never show a passage again. Raises OnRecordError where it is gone."""
    row = collection.read.execute(
        """SELECT sha256, "start", "end", substr(body, "start" + 1, "end" - "start")
        FROM occurrence JOIN text ON text.id = occurrence.text WHERE passage = ?
            AND EXISTS (SELECT 1 FROM article WHERE article.text = sha256 AND article.state = 'live')
        ORDER BY sha256, "start" LIMIT 1""",
        [passage],
    ).fetchone()
    if row is None:
        raise OnRecordError("The passage is gone", "its articles have changed since; open the list again")
    text, start, end, exact = row
    fields = {"text": text, "start": start, "end": end, "exact": exact, "state": "live"}
    act(collection, "hide passage", [Change("hidden", new_uid(), fields)])


def show(collection: Collection, passage: int) -> None:
    """Show a hidden passage again."""
    hiding = [uid for uid, hidden in _hidings(collection.read) if hidden == passage]
    if hiding:
        act(collection, "show passage", [Change("hidden", uid, {"state": "deleted"}) for uid in hiding])


def hidden_passages(reader: sqlite3.Connection) -> set[int]:
    """The passages that are hidden."""
    return {passage for _, passage in _hidings(reader)}


def _hidings(reader: sqlite3.Connection) -> list[tuple[str, int]]:
    """Decisions to hide, and the passages that they hide now."""
    rows = reader.execute(
        """SELECT hidden.uid, occurrence.passage, hidden."start", hidden."end", occurrence."start", occurrence."end"
        FROM hidden JOIN text ON text.sha256 = hidden.text JOIN occurrence ON occurrence.text = text.id
        WHERE hidden.state = 'live'"""
    )
    return [(uid, passage) for uid, passage, *span in rows if alike((span[0], span[1]), (span[2], span[3]))]
