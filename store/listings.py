"""What reading lists say of articles: labels, the day they were saved, and what was marked in them.

Marked words become notes where they stand in the article's text. Words that stand nowhere, or at places that nothing
tells apart, become a note on the article's first line that quotes them and needs a look. Nothing is doubled when the
list comes again, also where its article was another one then that has become this; what was deleted here stays so.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.addresses import canonical_url
from store.events import Change, append_imported
from store.model import SavedArticle, SavedHighlight, Span
from store.projection import project_touched
from store.records import now, words_of
from store.same_article import ids_of


def says_more(saved: SavedArticle) -> bool:
    """Whether an entry says more of its article than what the article is."""
    return bool(saved.saved or saved.labels or saved.highlights)


def listed_article(db: sqlite3.Connection, saved: SavedArticle) -> str | None:
    """The article (uid) that an entry without a text is about: by its address, else its title where one has it."""
    if canonical := canonical_url(saved.url):
        row = db.execute(
            "SELECT uid FROM article WHERE canonical_url = ? AND state = 'live' ORDER BY id LIMIT 1", [canonical]
        ).fetchone()
        return row and str(row[0])
    rows = db.execute(
        "SELECT uid FROM article WHERE title = ? COLLATE NOCASE AND title <> '' AND state = 'live' LIMIT 2",
        [saved.title],
    ).fetchall()
    return str(rows[0][0]) if len(rows) == 1 else None


_NAMED = 3
"""Titles that a reason gives."""


class Lacking:
    """Counts the entries, file by file, whose article is nowhere: neither in the list nor here."""

    def __init__(self) -> None:
        self._first: dict[str, list[SavedArticle]] = {}
        self._count: Counter[str] = Counter()

    def add(self, saved: SavedArticle) -> None:
        """Note an entry."""
        name, _, number = saved.path.rpartition(":")
        file = (name if number.isdecimal() else saved.path) or "standard input"
        self._count[file] += 1
        some = self._first.setdefault(file, [])
        if len(some) < _NAMED:
            some.append(saved)

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Each file with what it lacks and what to do."""
        for file, some in self._first.items():
            count = self._count[file]
            what = f"{count} of its entries {'holds' if count == 1 else 'hold'} no text"
            if any(saved.url for saved in some):
                yield file, f"{what}: `onrecord fetch FILE` gets their pages, when you want that."
            else:
                named = ", ".join(dict.fromkeys(f"“{saved.title}”" for saved in some))
                yield file, f"{what} and their articles are not here: import {named} first, then this file again."


def take_in(db: sqlite3.Connection, article: str, saved: SavedArticle, by: str) -> None:
    """Keep what an entry says of an article, inside a transaction. `by` is the uid of the replica that does."""
    entry = [Listed(saved.extractor, saved.saved)] if saved.saved else []
    keep_new(db, [*listed(db, article, saved.labels, entry), *_marked(db, article, saved, by)])


class Listed(NamedTuple):
    """What kind of reading list an article was in, and the day it was saved there."""

    list: str
    saved: str


def listed(db: sqlite3.Connection, article: str, labels: Iterable[str], entries: Iterable[Listed]) -> Iterator[Change]:
    """The labels of an article and its entries in reading lists, each with the uid that it has every time."""
    ids = ids_of(db, article)
    for name in labels:
        yield Change("label", _uid_of(db, ids, "label", name), {"article": article, "name": name, "state": "live"})
    for entry in entries:
        told = {"article": article, "state": "live"} | entry._asdict()
        yield Change("listing", _uid_of(db, ids, "listing", *entry), told)


def keep_new(db: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Keep those of the changes whose target has never been here."""
    changes = [change for change in changes if not _known(db, change.target)]
    notes = {change.target for change in changes if change.kind == "note"}
    changes = [change for change in changes if change.kind != "span" or change.fields["annotation"] in notes]
    if changes:
        append_imported(db, changes)
        project_touched(db, changes)


def _marked(db: sqlite3.Connection, article: str, saved: SavedArticle, by: str) -> Iterator[Change]:
    if saved.highlights:
        sha256, body = db.execute(
            "SELECT sha256, body FROM article JOIN text ON sha256 = article.text WHERE article.uid = ?", [article]
        ).fetchone()
        made = {"article": article, "added": now(), "by": by, "state": "live"}
        ids = ids_of(db, article)
        for highlight in dict.fromkeys(saved.highlights):
            uid = _uid_of(db, ids, "note", *(getattr(highlight, name) for name in highlight.__slots__))
            place, note = _placed(body, highlight)
            yield Change("note", uid, made | {"note": note})
            yield Change("span", _uid("span", uid), _span(uid, sha256, body, place or _first_line(body), place is None))


def _placed(body: str, highlight: SavedHighlight) -> tuple[Span | None, str]:
    """Where marked words stand, None where that is not certain, and what the note says."""
    from store.analysis.finding import find_words

    if not highlight.exact.strip():
        return _first_line(body), highlight.note
    place = find_words(body, highlight.exact, highlight.prefix, highlight.suffix)
    if place:
        return place, highlight.note
    return None, "\n".join(filter(None, [f"“{highlight.exact.strip()}”", highlight.note]))


def _first_line(body: str) -> Span:
    start = len(body) - len(body.lstrip())
    line = body[start:].split("\n", 1)[0].rstrip()
    return start, start + len(line)


def _span(annotation: str, sha256: str, body: str, place: Span, needs_look: bool) -> dict[str, object]:
    start, end = place
    at: dict[str, object] = {"annotation": annotation, "text": sha256, "role": "content", "ordinal": 0}
    how = {"method": "highlight", "score": 0.0 if needs_look else 1.0, "needs_look": int(needs_look), "state": "live"}
    return at | {"start": start, "end": end} | how | words_of(body, start, end)


def _uid_of(db: sqlite3.Connection, articles: Sequence[str], kind: str, *parts: str) -> str:
    """The uid of something that a list says of an article, which may have come under any of the article's ids."""
    uids = [_uid(kind, article, *parts) for article in articles]
    return next((uid for uid in uids if _known(db, uid)), uids[0])


def _uid(*parts: str) -> str:
    """A uid that the same thing has each time that it comes in."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _known(db: sqlite3.Connection, target: str) -> bool:
    return db.execute("SELECT 1 FROM event WHERE target = ? LIMIT 1", [target]).fetchone() is not None
