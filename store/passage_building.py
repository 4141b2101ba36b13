"""Bringing the passages of a collection up to date with its articles: in slices, so that a kill loses one at most.

A text counts while a live article has it as its current text. First the fingerprints of new texts go into the index,
many at once; then text after text is compared with those before it, and what they share is united into passages.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from store.analysis.fingerprints import fingerprints
from store.collection import Collection
from store.model import Progress
from store.passage_groups import Pair, join, part_with
from store.passage_index import IndexDamaged, PassageIndex
from store.passage_search import Finder, Text, inner_pairs
from store.passages import keep_repeats
from store.projection import project_onto, project_passages, project_text, repeats_of

if TYPE_CHECKING:
    from sqlite_utils import Database

SLICE_SECONDS = 0.1
"""How long linking holds the writer lock at most, give or take a text."""
PAUSE = 0.02
"""Seconds between slices, in which others get to write."""
BATCH_CHARACTERS = 4_000_000
"""Text that is fingerprinted at once: some 200 MB of memory while it lasts."""
BATCH_TEXTS = 20_000
_UNINDEXED = "indexed = 0 AND articles > 0"
_UNLINKED = "linked = 0 AND indexed = 1 AND articles > 0"
REPRESENTED = 8
"""A passage has a representative from its second member on; each time it has grown so many times over, one more."""


def update_passages(
    collection: Collection,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Take in what came, changed and went since the last time. Can be stopped and killed at any moment.

    Returns what the user should know, a sentence or empty: that the index was damaged and has been made again.
    """
    if collection.read_only:
        return ""
    index = PassageIndex(collection.path)
    notice = _mend(collection, index)
    _take_changes(collection)
    steps = _Steps(collection, progress, cancelled)
    if not cancelled() and not _index_new(collection, index, steps):
        _link_all(collection, index, steps)
    return notice


class _Steps:
    """Counts what is done, tells it on, and hears whether to stop."""

    def __init__(
        self, collection: Collection, progress: Callable[[Progress], None], cancelled: Callable[[], bool]
    ) -> None:
        row = collection.read.execute(f"SELECT count(*) FROM compared WHERE {_UNINDEXED}").fetchone()
        unlinked = collection.read.execute(f"SELECT count(*) FROM compared WHERE {_UNLINKED}").fetchone()
        self._done, self._total = 0, row[0] * 2 + unlinked[0]
        self._progress, self._cancelled = progress, cancelled

    def stop(self, count: int) -> bool:
        """So many more are done: whether to stop here."""
        self._done += count
        self._progress(Progress(self._done, max(self._done, self._total), ""))
        return self._cancelled()


def rebuild_passages(
    collection: Collection,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Make the index and all passages anew from the texts. Records and decisions are not touched."""
    with collection.write() as db:
        for table in ("occurrence", "part", "representative", "passage", "compared"):
            db.execute(f"DELETE FROM {table}")
        db.execute(
            "INSERT OR IGNORE INTO changed_text SELECT text FROM article WHERE state = 'live' AND text IS NOT NULL"
        )
        PassageIndex(collection.path).clear(db)
        for (sha256,) in db.execute(
            "SELECT DISTINCT span.text FROM place JOIN span ON span.uid = place.span"
        ).fetchall():
            project_text(db, sha256)
    update_passages(collection, progress, cancelled)


def remove_texts(collection: Collection, db: Database, texts: Sequence[str]) -> None:
    """Remove texts (sha256) for good in the caller's transaction: from passages, index and collection."""
    marks = ",".join("?" * len(texts))
    rows = db.execute(f"SELECT id FROM text WHERE sha256 IN ({marks})", list(texts)).fetchall()
    numbers = [number for (number,) in rows]
    _part(db, numbers)
    db.conn.executemany("DELETE FROM compared WHERE text = ?", rows)
    db.conn.executemany("DELETE FROM text WHERE id = ?", rows)
    index = PassageIndex(collection.path)
    try:
        index.forget(db, numbers)
    except IndexDamaged:
        _start_index(db, index)


def _part(db: Database, texts: Sequence[int]) -> None:
    """Take texts out of their passages; have those compared anew that depended on them, records carried over anew."""
    parted = part_with(db, texts)
    db.conn.executemany("UPDATE compared SET linked = 0 WHERE text = ?", [(text,) for text in parted.again])
    for passage in parted.passages:  # its representative may have gone, or stayed with another part of it
        row = db.execute(
            """SELECT id, sha256, body FROM text
            WHERE id = (SELECT min(text) FROM occurrence WHERE passage = ?)""",
            [passage],
        ).fetchone()
        db.execute("UPDATE passage SET representatives = 0 WHERE id = ?", [passage])
        _represent(db, passage, Text(*row))
    for text in parted.texts:
        for (sha256,) in db.execute("SELECT sha256 FROM text WHERE id = ?", [text]).fetchall():
            project_text(db, sha256)


def _start_index(db: Database, index: PassageIndex) -> None:
    """Begin the index anew; passages stay as they are."""
    index.clear(db)
    db.execute("UPDATE compared SET indexed = 0")


def _mend(collection: Collection, index: PassageIndex) -> str:
    """Make room for a new index where files of the old are missing or damaged; passages stay as they are."""
    try:
        index.refresh(collection.read)
    except IndexDamaged as error:
        with collection.write() as db:
            _start_index(db, index)
        return str(error)
    index.sweep(collection.read)
    return ""


def _take_changes(collection: Collection) -> None:
    """Note texts that came, and take those out of their passages whose number of articles has changed."""
    if not collection.read.execute("SELECT 1 FROM changed_text LIMIT 1").fetchone():
        return
    with collection.write() as db:
        rows = db.execute(
            """SELECT text.id, compared.articles, (SELECT count(*) FROM article
                WHERE article.text = text.sha256 AND article.state = 'live')
            FROM changed_text JOIN text ON text.sha256 = changed_text.text
            LEFT JOIN compared ON compared.text = text.id"""
        ).fetchall()
        new = [(text, now) for text, before, now in rows if before is None and now]
        changed = [(now, text) for text, before, now in rows if before is not None and now != before]
        _part(db, [text for _, text in changed])
        db.conn.executemany("INSERT INTO compared (text, articles) VALUES (?, ?)", new)
        db.conn.executemany("UPDATE compared SET linked = 0, articles = ? WHERE text = ?", changed)
        db.execute("DELETE FROM changed_text")


def _index_new(collection: Collection, index: PassageIndex, steps: _Steps) -> bool:
    """Put the fingerprints of new texts into the index. Returns whether it was stopped."""
    while batch := _next_batch(collection):
        numbers = np.array([text for text, _ in batch])
        prints = fingerprints([body for _, body in batch])
        texts = numbers[prints.text]
        with collection.write() as db:
            rows = db.execute(f"SELECT text FROM compared WHERE {_UNINDEXED} AND text <= ?", [int(numbers[-1])])
            new = np.isin(texts, [text for (text,) in rows])  # another program may have been faster
            index.add(db, prints.hash[new], texts[new])
            db.conn.executemany("UPDATE compared SET indexed = 1 WHERE text = ?", [(text,) for text, _ in batch])
        while index.merge(collection):
            pass
        if steps.stop(len(batch)):
            return True
    return False


def _next_batch(collection: Collection) -> list[tuple[int, str]]:
    """The next texts to be put into the index, with their numbers."""
    rows = collection.read.execute(
        "SELECT text, body FROM compared JOIN text ON text.id = compared.text "
        f"WHERE {_UNINDEXED} ORDER BY compared.text"
    )
    batch: list[tuple[int, str]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row[1])
        if size > BATCH_CHARACTERS or len(batch) == BATCH_TEXTS:
            break
    return batch


def _link_all(collection: Collection, index: PassageIndex, steps: _Steps) -> None:
    """Compare the texts that are in the index and not linked, in order, each with those that are."""
    finder, seen = None, (-1, -1)
    while True:
        with collection.write() as db:
            index.refresh(db.conn)
            if finder is None or _state(db) != seen:  # somebody else may have linked or removed texts meanwhile
                finder = Finder(db.conn, index, _linked(db))
            count = _link_slice(db, finder)
            seen = _state(db)
        if not count or steps.stop(count):
            return
        time.sleep(PAUSE)


def _state(db: Database) -> tuple[int, int]:
    """Changes whenever anything is written to the collection, by other programs or by this one."""
    (version,) = db.execute("PRAGMA data_version").fetchone()
    return version, db.conn.total_changes


def _linked(db: Database) -> npt.NDArray[np.bool_]:
    """For each text number, whether the text is linked."""
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM text").fetchone()
    flags = np.zeros(last + 1, np.bool_)
    flags[[text for (text,) in db.execute("SELECT text FROM compared WHERE linked = 1")]] = True
    return flags


def _link_slice(db: Database, finder: Finder) -> int:
    """Link texts for SLICE_SECONDS, inside the caller's transaction. Returns how many."""
    waiting = db.execute(f"SELECT text FROM compared WHERE {_UNLINKED} ORDER BY text LIMIT 1000").fetchall()
    began = time.monotonic()
    for done, (text,) in enumerate(waiting, 1):
        link(db, finder, text)
        if time.monotonic() - began > SLICE_SECONDS:
            return done
    return len(waiting)


def link(db: Database, finder: Finder, number: int) -> None:
    """Find one text's passages, with itself and with the linked texts, and take them in."""
    text = finder.text(number)
    keep_repeats(db, text.sha256, text.prepared)
    (articles,) = db.execute("SELECT articles FROM compared WHERE text = ?", [number]).fetchone()
    pairs = inner_pairs(number, repeats_of(db.conn, text.sha256))
    if articles > 1 and text.prepared.text:
        whole = (number, (0, len(text.prepared.text)))
        pairs.append(Pair(whole, whole, 1.0))
    changed, united = join(db, pairs + finder.pairs(text))
    for passage in changed:
        _represent(db, passage, text)
    if changed:
        project_text(db, text.sha256)
        project_onto(db, number)
        project_passages(db, united)
    db.execute("UPDATE compared SET linked = 1 WHERE text = ?", [number])
    finder.linked[number] = True


def _represent(db: Database, passage: int, text: Text) -> None:
    """Let a text stand for a passage that has none yet, or too few for its size, by its fingerprints there."""
    members, standing = db.execute("SELECT members, representatives FROM passage WHERE id = ?", [passage]).fetchone()
    if members < 2 * REPRESENTED**standing:
        return
    spans = db.execute('SELECT "start", "end" FROM occurrence WHERE passage = ? AND text = ?', [passage, text.number])
    prints = text.prints
    for start, end in spans.fetchall():
        inside = prints.hash[(prints.start >= start) & (prints.start < end)]
        db.conn.executemany(
            "INSERT OR IGNORE INTO representative VALUES (?, ?)", [(hashed, text.number) for hashed in inside.tolist()]
        )
    db.execute("UPDATE passage SET representatives = representatives + 1 WHERE id = ?", [passage])
