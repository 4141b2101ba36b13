"""Repeated passages, looked for once in each text and kept beside it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.collection import BATCH_SECONDS, Collection
from store.copies import characters
from store.model import Repeat
from store.own_files import index_folder
from store.projection import project_text
from store.texts import body_of

if TYPE_CHECKING:
    from store.analysis.repeats import Prepared


def look_for_repeats(collection: Collection, sha256: str) -> None:
    """Find one text's repeats and keep them, unless that was done. A read-only collection is left as it is."""
    if not collection.read_only:
        _keep_all(collection, [(sha256, *_found(collection, sha256))])


def look_for_pending(collection: Collection, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Find and keep the repeats of all texts that have not been looked at, newest first. Returns how many."""
    done = 0
    if collection.read_only:
        return done
    rows = collection.read.execute("SELECT sha256 FROM text WHERE repeated IS NULL ORDER BY id DESC").fetchall()
    batch: list[tuple[str, list[Repeat], int]] = []
    began = time.monotonic()
    for (sha256,) in rows:
        if cancelled():
            break
        batch.append((sha256, *_found(collection, sha256)))
        if time.monotonic() - began > BATCH_SECONDS:
            _keep_all(collection, batch)
            done += len(batch)
            batch, began = [], time.monotonic()
    _keep_all(collection, batch)
    return done + len(batch)


def passages_pending(collection: Collection) -> bool:
    """Whether `store.passage_building.update_passages` has anything to do.

    Texts came, changed or went since it last came to its end, or a file of the index is missing or cut short.
    """
    (pending,) = collection.read.execute(
        """SELECT EXISTS (SELECT 1 FROM compared WHERE indexed = 0 AND needed = 1)
            OR EXISTS (SELECT 1 FROM compared WHERE linked <> 1 AND needed = 1)
            OR EXISTS (SELECT 1 FROM compared WHERE linked > 0 AND needed = 0)"""
    ).fetchone()
    return bool(pending) or texts_changed(collection.read) or not _index_is_whole(collection)


LEFT = """SELECT DISTINCT text FROM span WHERE needs_look = 1 AND state = 'live'
    AND NOT EXISTS (SELECT 1 FROM article WHERE article.text = span.text AND article.state = 'live')"""
"""The texts that no article has any more and on which records are left, deleted ones too, as undo brings them back."""

_KNOWN_LEFT = "SELECT sha256 FROM compared JOIN text ON text.id = compared.text WHERE needed = 1 AND articles = 0"

CHANGED = f"""SELECT text FROM changed_text UNION SELECT * FROM ({LEFT} EXCEPT {_KNOWN_LEFT})
    UNION SELECT * FROM ({_KNOWN_LEFT} EXCEPT {LEFT})"""
"""The texts that came or went, or on which records are left or are no longer, since that was last taken in."""


def texts_changed(reader: sqlite3.Connection) -> bool:
    """Whether `CHANGED` has any."""
    return bool(reader.execute(f"SELECT EXISTS ({CHANGED})").fetchone()[0])


def _index_is_whole(collection: Collection) -> bool:
    """Whether each file of the index is there, with as many rows of 8 bytes as it should have."""
    folder = index_folder(collection.path)
    files = collection.read.execute("SELECT name, rows FROM passage_segment")
    return all((folder / name).exists() and (folder / name).stat().st_size == 8 * rows for name, rows in files)


def _found(collection: Collection, sha256: str) -> tuple[list[Repeat], int]:
    from store.analysis.repeats import find_repeats

    body = body_of(collection.read, sha256)
    return find_repeats(body), len(body)


def _keep_all(collection: Collection, batch: Sequence[tuple[str, list[Repeat], int]]) -> None:
    if not batch:  # a collection that is only read is not locked, nor what writes imported
        return
    with collection.write() as db:
        for sha256, repeats, length in batch:
            if not _known(db, sha256):
                _keep(db, sha256, repeats, length)
                project_text(db, sha256)


def keep_repeats(db: sqlite3.Connection, sha256: str, text: Prepared) -> None:
    """Find and keep the repeats of a text that was taken apart already, unless that was done."""
    from store.analysis.repeats import repeats_within

    if not _known(db, sha256):
        _keep(db, sha256, repeats_within(text), len(text.text))
        project_text(db, sha256)


def _known(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether there is nothing left to do for a text: looked at, or purged since."""
    row = connection.execute("SELECT repeated FROM text WHERE sha256 = ?", [sha256]).fetchone()
    return row is None or row[0] is not None


def _keep(db: sqlite3.Connection, sha256: str, repeats: list[Repeat], length: int) -> None:
    db.executemany("INSERT INTO repeat VALUES (?, ?, ?, ?, ?, ?)", [(sha256, *r.a, *r.b, r.identity) for r in repeats])
    db.execute(
        "UPDATE text SET repeated = ? WHERE sha256 = ?",
        [characters(repeat.b for repeat in repeats) / max(1, length), sha256],
    )


def repeats_in_file(path: Path) -> tuple[str, list[Repeat]]:
    """The text of a file and its repeats, longest first, without a collection. Raises UnreadableFile."""
    from store.analysis.repeats import find_repeats

    text = _text_of(path)
    return text, find_repeats(text)


class Shared(NamedTuple):
    """Two texts and the passages they share, longest first; `notes` are sentences on those too short to have any."""

    first: str
    second: str
    repeats: list[Repeat]
    notes: list[str]


def shared(collection: Callable[[], Collection], first: str, second: str) -> Shared:
    """Compare two texts.

    Args:
        collection: opens the collection, asked only where a name is no file.
        first, second: each a file or else an article's number, uid or address.

    Raises UnreadableFile, NoSuchArticle.
    """
    from store.analysis.repeats import LEAST, compare_prepared, prepare

    a, b = (
        _text_of(Path(name)) if Path(name).exists() else _text_of_article(collection(), name)
        for name in (first, second)
    )
    one, other = prepare(a), prepare(b)
    short = (name for name, text in ((first, one), (second, other)) if text.words < LEAST)
    notes = [f"{name} is too short for any: a passage has {LEAST} words or more, numbers not counted" for name in short]
    return Shared(a, b, compare_prepared(one, other, LEAST), notes)


def _text_of_article(collection: Collection, name: str) -> str:
    from store.articles import NoSuchArticle, find

    try:
        row = find(collection, name)
    except NoSuchArticle as error:
        raise NoSuchArticle("No such file or article", error.hint) from error
    (body,) = collection.read.execute(
        "SELECT body FROM article JOIN text ON text.sha256 = article.text WHERE uid = ?", [row.uid]
    ).fetchone()
    return str(body)


def _text_of(path: Path) -> str:
    from store.importers import read_article

    return read_article(path).text
