"""Where a record shows besides its home: on the copies of its passage.

A record anchors to its home span only. Its other places are derived, through the word alignment of each
repeat: a `copy` where all its spans say the same there, a `variant` where any differs. What an analyst decided
about a place (joined, parted) is kept as a decision and overrules.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.events import RECORD_KINDS, Change
from store.model import Repeat, Span

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class _Home:
    span: str
    role: str
    at: Span


def project_touched(db: Database, changes: Iterable[Change]) -> None:
    """Derive anew the places of every record that the changes touched."""
    touched: dict[str, None] = {}
    for change in changes:
        if change.kind in RECORD_KINDS:
            touched[change.target] = None
        elif change.kind in ("span", "decision"):
            row = db.execute(f"SELECT annotation FROM {change.kind} WHERE uid = ?", [change.target]).fetchone()
            if row and row[0]:
                touched[row[0]] = None
    for annotation in touched:
        project_record(db, annotation)


def project_text(db: Database, sha256: str) -> None:
    """Derive anew the places of every record at home in a text."""
    rows = db.execute("SELECT DISTINCT annotation FROM span WHERE text = ? AND state = 'live'", [sha256])
    for (annotation,) in rows.fetchall():
        project_record(db, annotation)


def project_record(db: Database, annotation: str) -> None:
    """Derive anew the places of one record."""
    db.execute("DELETE FROM place WHERE annotation = ?", [annotation])
    text, homes = _homes(db.conn, annotation)
    if not homes:
        return
    pairs = [pair for r in repeats_of(db.conn, text) for pair in ((r.a, r.b), (r.b, r.a))]
    if not any(_inside(homes[0].at, source) for source, _ in pairs):
        return
    (body,) = db.execute("SELECT body FROM text WHERE sha256 = ?", [text]).fetchone()
    decided = _decisions(db.conn, annotation, text)
    number = 1
    for place in _places(body, homes, pairs):
        verdict = decided.get(place.spans[0][1])
        if verdict == "parted":
            continue
        number += 1
        kind = "copy" if place.same or verdict == "joined" else "variant"
        db.conn.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(annotation, number, span, text, *at, kind) for span, at in place.spans],
        )


@dataclass(frozen=True, slots=True)
class _Projected:
    spans: tuple[tuple[str, Span], ...]
    same: bool


def _places(body: str, homes: Sequence[_Home], pairs: Sequence[tuple[Span, Span]]) -> list[_Projected]:
    """The other places of a record, in text order, by following repeats from its first content span."""
    from store.analysis.alignment import same_words

    found: dict[Span, _Projected] = {}
    waiting: list[list[Span | None]] = [[home.at for home in homes]]
    while waiting:
        here = waiting.pop()
        for source, target in pairs:
            if here[0] is None or not _inside(here[0], source):
                continue
            there = [_moved(body, source, target, at) for at in here]
            first = there[0]
            if first is None or any(_overlap(first, known) for known in (homes[0].at, *found)):
                continue
            same = all(
                at is not None and same_words(body, home.at, body, at) for home, at in zip(homes, there, strict=True)
            )
            spans = tuple((home.span, at) for home, at in zip(homes, there, strict=True) if at)
            found[first] = _Projected(spans, same)
            waiting.append(there)
    return [found[at] for at in sorted(found)]


def _moved(body: str, source: Span, target: Span, at: Span | None) -> Span | None:
    from store.analysis.alignment import project

    projected = project(body, source, body, target, at) if at else None
    return (projected.start, projected.end) if projected else None


def repeats_of(connection: sqlite3.Connection, sha256: str) -> list[Repeat]:
    """The repeats kept for a text, in text order."""
    rows = connection.execute(
        "SELECT a_start, a_end, b_start, b_end, identity FROM repeat WHERE text = ? ORDER BY a_start, b_start", [sha256]
    )
    return [Repeat((a, b), (c, d), identity) for a, b, c, d, identity in rows]


def _homes(connection: sqlite3.Connection, annotation: str) -> tuple[str, list[_Home]]:
    """The text of a live record and its live spans, first content span first."""
    rows = connection.execute(
        """SELECT span.text, span.uid, span.role, span."start", span."end" FROM span
        JOIN annotation ON annotation.uid = span.annotation
        WHERE span.annotation = ? AND span.state = 'live' AND annotation.state = 'live'
        ORDER BY span.role <> 'content', span.ordinal""",
        [annotation],
    ).fetchall()
    homes = [_Home(uid, role, (start, end)) for _, uid, role, start, end in rows]
    return (rows[0][0], homes) if homes and homes[0].role == "content" else ("", [])


def _decisions(connection: sqlite3.Connection, annotation: str, text: str) -> dict[Span, str]:
    """What was decided about places of a record: place of its first content span -> verdict."""
    rows = connection.execute(
        """SELECT "start", "end", verdict FROM decision WHERE annotation = ? AND text = ? AND state = 'live'""",
        [annotation, text],
    )
    return {(start, end): verdict for start, end, verdict in rows}


def _inside(span: Span, region: Span) -> bool:
    return region[0] <= span[0] and span[1] <= region[1]


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
