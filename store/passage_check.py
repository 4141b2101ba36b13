"""Verifying the passages of a collection: the files of the index, and what the tables say of one another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from store.collection import Collection
from store.passage_index import PassageIndex
from store.passage_places import covered


def passage_findings(collection: Collection) -> Iterator[str]:
    """Say what is wrong, a sentence each; all of it is mended by `onrecord passages --rebuild`."""
    reader = collection.read
    yield from PassageIndex(collection.path).damage(reader)
    yield from _spans(reader)
    yield from _occurrences(reader)


def passage_notice(collection: Collection) -> str:
    """What is said of an index that is not there, a sentence: no damage, since it is made again. Else empty."""
    return PassageIndex(collection.path).absence(collection.read)


def _spans(reader: sqlite3.Connection) -> Iterator[str]:
    (outside,) = reader.execute(
        """SELECT count(*) FROM part JOIN text ON text.id = part.text
        WHERE "start" < 0 OR "end" <= "start" OR "end" > length(body)"""
    ).fetchone()
    if outside:
        yield f"{outside} passages lie outside their texts; run `onrecord passages --rebuild`"


def _occurrences(reader: sqlite3.Connection) -> Iterator[str]:
    """Compare the kept places of each passage with what its repeats cover."""
    query = 'SELECT passage, text, "start", "end" FROM {} ORDER BY passage, text, "start", "end"'
    kept = set(reader.execute(query.format("occurrence")))
    spans = '(SELECT passage, text, "start", "end" FROM part UNION SELECT passage, text, "start", "end" FROM implied)'
    parts = groupby(reader.execute(query.format(spans)), itemgetter(0, 1))
    expected = {
        (passage, text, *span)
        for (passage, text), rows in parts
        for span in covered([(start, end) for _, _, start, end in rows])
    }
    if kept != expected:
        passage = min(row[0] for row in kept ^ expected)
        yield f"the places of passage {passage} are not what its repeats say; run `onrecord passages --rebuild`"
