"""Bringing the passages of a collection up to date with its articles: in slices, so that a kill loses one at most.

A text counts while a live article has it as its current text. One that no article has any more is compared too while
records are left on it: by its passages they show in other articles, but it is no member of them itself. First the
fingerprints of new texts go into the index, many at once; then text after text is compared with the linked ones that
stand for its fingerprints, in the order of their keys, so that one seldom takes another's place; what they share is
united into passages.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from store.analysis.fingerprints import fingerprints
from store.collection import Collection
from store.model import Progress
from store.passage_groups import Pair, join, part_with, partners
from store.passage_index import KEYS, Flags, IndexUnusable, PassageIndex, key_of
from store.passage_search import Finder, Text, inner_pairs
from store.passages import CHANGED, LEFT, keep_repeats, texts_changed
from store.projection import project_onto, project_passages, project_text, repeats_of

SLICE_SECONDS = 0.1
"""How long linking holds the writer lock at most, give or take a text."""
PAUSE = 0.02
"""Seconds between slices, in which others get to write."""
BATCH_CHARACTERS = 4_000_000
"""Text whose fingerprints make a file of the index."""
BATCH_TEXTS = 20_000
_UNINDEXED = "indexed = 0 AND (needed = 1 OR linked > 0)"
_UNLINKED = "linked <> 1 AND indexed = 1 AND needed = 1"
_GONE = "linked > 0 AND needed = 0"


def update_passages(
    collection: Collection,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Take in what came, changed and went since the last time. Can be stopped and killed at any moment.

    Returns what the user should know, a sentence or empty: that the index was missing or damaged and is made again.
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
        counted = (_UNINDEXED, _UNINDEXED, _UNLINKED, _GONE)  # what is not in the index is not linked either
        counts = (collection.read.execute(f"SELECT count(*) FROM compared WHERE {those}") for those in counted)
        self._done, self._total = 0, sum(found.fetchone()[0] for found in counts)
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
        _start_over(db, PassageIndex(collection.path))
    update_passages(collection, progress, cancelled)


def _start_over(db: sqlite3.Connection, index: PassageIndex) -> None:
    """Forget all passages, and note all texts as new."""
    for table in ("implied", "pair", "part", "occurrence", "passage", "compared"):
        db.execute(f"DELETE FROM {table}")
    db.execute("INSERT OR IGNORE INTO changed_text SELECT text FROM article WHERE state = 'live' AND text IS NOT NULL")
    index.clear(db)
    for (sha256,) in db.execute("SELECT DISTINCT span.text FROM place JOIN span ON span.uid = place.span").fetchall():
        project_text(db, sha256)


def remove_texts(collection: Collection, db: sqlite3.Connection, texts: Sequence[str]) -> None:
    """Remove texts (sha256) for good in the caller's transaction: from passages, index and collection."""
    index = PassageIndex(collection.path)
    rows = [db.execute("SELECT id, sha256 FROM text WHERE sha256 = ?", [text]).fetchone() for text in texts]
    numbers, keys = [(number,) for number, _ in rows], [(key_of(sha256),) for _, sha256 in rows]
    try:
        index.refresh(db)
        if db.execute("SELECT 1 FROM compared WHERE linked > 0 AND indexed = 0").fetchone():
            _start_over(db, index)
        finder = Finder(db, index, _linked(db))
        for (number,) in numbers:
            _take_out(db, finder, number)
        index.forget(db, [key for (key,) in keys])
    except IndexUnusable:
        _start_over(db, index)
    db.executemany("DELETE FROM compared WHERE text = ?", numbers)
    db.executemany("DELETE FROM changed_text WHERE text = ?", [(text,) for text in texts])
    db.executemany("UPDATE compared SET indexed = 0 WHERE key = ?", keys)  # another text with the same key
    db.executemany("DELETE FROM text WHERE id = ?", numbers)


def _take_out(db: sqlite3.Connection, finder: Finder, number: int) -> None:
    """Take a text out of its passages, and have those compared once more that now stand for its fingerprints."""
    if db.execute("SELECT 1 FROM compared WHERE text = ? AND linked > 0", [number]).fetchone():
        text = finder.text(number)
        _, following = finder.neighbours(text)
        _part(db, number)
        db.execute("UPDATE compared SET linked = 0 WHERE text = ?", [number])
        db.executemany("UPDATE compared SET linked = 2 WHERE text = ?", [(other,) for other in following])
        same = db.execute("SELECT 1 FROM compared WHERE key = ? AND linked > 0", [text.key]).fetchone()
        finder.linked[text.key] = same is not None


def _part(db: sqlite3.Connection, text: int, others: Iterable[int] | None = None) -> None:
    """Part a text with others, or with all, and derive anew where records stand in the passages that changed."""
    for changed in part_with(db, text, others) if others is None or others else ():
        for (sha256,) in db.execute("SELECT sha256 FROM text WHERE id = ?", [changed]).fetchall():
            project_text(db, sha256)


def _mend(collection: Collection, index: PassageIndex) -> str:
    """Make room for a new index where files of the old are missing or damaged; passages stay as they are."""
    try:
        index.refresh(collection.read)
    except IndexUnusable as error:
        with collection.write() as db:
            index.clear(db)
            db.execute("UPDATE compared SET indexed = 0")
        return f"{error.title}: it is made again, and passages stay as they are meanwhile"
    index.sweep(collection.read)
    return ""


def _take_changes(collection: Collection) -> None:
    """Note which texts came or went, and on which that went records are left."""
    if not texts_changed(collection.read):
        return
    with collection.write() as db:
        rows = db.execute(
            f"""WITH left_text AS MATERIALIZED ({LEFT})
            SELECT id, sha256, compared.articles, noted.articles, noted.articles > 0 OR sha256 IN left_text
            FROM (SELECT id, sha256, (SELECT count(*) FROM article
                    WHERE article.text = sha256 AND article.state = 'live') AS articles
                FROM text WHERE sha256 IN ({CHANGED})) AS noted
            LEFT JOIN compared ON compared.text = id"""
        ).fetchall()
        new = [(text, key_of(sha256), now) for text, sha256, before, now, needed in rows if before is None and needed]
        db.executemany("INSERT INTO compared (text, key, articles) VALUES (?, ?, ?)", new)
        for text, _, before, now, needed in rows:
            if before is not None:
                db.execute("UPDATE compared SET articles = ?, needed = ? WHERE text = ?", [now, needed, text])
                if (before > 1) != (now > 1):  # all of a text is a passage where several articles have it
                    _part(db, text)
                    db.execute("UPDATE compared SET linked = 2 WHERE text = ? AND linked > 0", [text])
                elif needed:  # records of others show where an article has it
                    project_onto(db, text)
        db.execute("DELETE FROM changed_text")


def _index_new(collection: Collection, index: PassageIndex, steps: _Steps) -> bool:
    """Put the fingerprints of new texts into the index. Returns whether it was stopped."""
    added = 0
    while batch := _next_batch(collection):
        prints = fingerprints([body for _, _, body in batch])
        with collection.write() as db:
            rows = db.execute(f"SELECT text FROM compared WHERE {_UNINDEXED} AND text <= ?", [batch[-1][0]])
            left = {text for (text,) in rows}  # another program may have been faster
            new = np.array([text in left for text, _, _ in batch])[prints.text]
            keys = np.array([key for _, key, _ in batch])[prints.text]
            added += index.add(db, prints.hash[new], keys[new])
            db.executemany(
                "UPDATE compared SET indexed = 1 WHERE text = ?", [(text,) for text, _, _ in batch if text in left]
            )
        if steps.stop(len(batch)):
            return True
    while index.merge(collection, added):
        added = 0
    return False


def _next_batch(collection: Collection) -> list[tuple[int, int, str]]:
    """The next texts to be put into the index: number, key and words of each."""
    rows = collection.read.execute(
        "SELECT text, key, body FROM compared JOIN text ON text.id = compared.text "
        f"WHERE {_UNINDEXED} ORDER BY compared.text"
    )
    batch: list[tuple[int, int, str]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row[2])
        if size > BATCH_CHARACTERS or len(batch) == BATCH_TEXTS:
            break
    return batch


def _link_all(collection: Collection, index: PassageIndex, steps: _Steps) -> None:
    """Take out the texts that went, then compare those that are not linked with those that are."""
    finder, seen = None, (-1, -1)
    while True:
        with collection.write() as db:
            index.refresh(db)
            if finder is None or _state(db) != seen:  # somebody else may have linked or removed texts meanwhile
                finder = Finder(db, index, _linked(db))
            count = _link_slice(db, finder)
            seen = _state(db)
        if not count or steps.stop(count):
            return
        time.sleep(PAUSE)


def _state(db: sqlite3.Connection) -> tuple[int, int]:
    """Changes whenever anything is written to the collection, by other programs or by this one."""
    (version,) = db.execute("PRAGMA data_version").fetchone()
    return version, db.total_changes


def _linked(db: sqlite3.Connection) -> Flags:
    """For each key, whether a text that has it is linked."""
    flags = np.zeros(KEYS, np.bool_)
    flags[[key for (key,) in db.execute("SELECT key FROM compared WHERE linked > 0")]] = True
    return flags


def _link_slice(db: sqlite3.Connection, finder: Finder) -> int:
    """Take out and link texts for SLICE_SECONDS, inside the caller's transaction. Returns how many."""
    began = time.monotonic()
    gone = db.execute(f"SELECT text FROM compared WHERE {_GONE} ORDER BY key LIMIT 1000").fetchall()
    waiting = db.execute(f"SELECT text FROM compared WHERE {_UNLINKED} ORDER BY key LIMIT 1000").fetchall()
    steps = [*((_take_out, text) for (text,) in gone), *((link, text) for (text,) in waiting)]
    for done, (step, text) in enumerate(steps, 1):
        step(db, finder, text)
        if time.monotonic() - began > SLICE_SECONDS:
            return done
    return len(steps)


def link(db: sqlite3.Connection, finder: Finder, number: int) -> None:
    """Find one text's passages, with itself and with the linked texts, and take them in."""
    text = finder.text(number)
    keep_repeats(db, text.sha256, text.prepared)
    db.execute("UPDATE compared SET linked = 1 WHERE text = ?", [number])
    finder.linked[text.key] = True
    others, following = finder.neighbours(text)
    changed, united = join(db, [*_own_pairs(db, text), *finder.pairs(text, others)])
    if changed:
        project_text(db, text.sha256)
        project_onto(db, number)
        project_passages(db, united)
    _part(db, number, partners(db, number) - others)
    for other in following:  # whose place the text has taken, for those at least with which it was compared
        both = partners(db, other) & others
        if both:
            _part(db, other, finder.strangers(finder.text(other), both))


def _own_pairs(db: sqlite3.Connection, text: Text) -> list[Pair]:
    """What a text has twice, and all of it where several articles have this very text."""
    pairs = inner_pairs(text.number, repeats_of(db, text.sha256))
    (articles,) = db.execute("SELECT articles FROM compared WHERE text = ?", [text.number]).fetchone()
    if articles > 1 and text.prepared.text:
        whole = (text.number, (0, len(text.prepared.text)))
        pairs.append(Pair(whole, whole, 1.0))
    return pairs
