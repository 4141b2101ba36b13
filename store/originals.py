"""The files that articles came from, kept in the collection when asked, compressed.

They are this machine's own and no part of the history: a backup holds them, uniting carries them over, and a
purge removes each file that the purged article came from, whatever else stands in it; uniting does not bring it back.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.errors import OnRecordError
from store.importers import NO_COLUMNS, Columns, UnreadableFile, read_stream
from store.importers.details import name_of
from store.importers.files import opened, read_whole
from store.model import LabelledArticle, SavedArticle
from store.own_files import refuse_own
from store.part_file import part_file
from store.same_article import is_part, living

if TYPE_CHECKING:
    import sqlite3

    from store.collection import Collection

LARGEST_KEPT = 64 << 20
"""Bytes of a file that is kept, at most."""


def keep_originals(
    collection: Collection,
    files: Iterable[Path],
    cancelled: Callable[[], bool] = lambda: False,
    columns: Columns = NO_COLUMNS,
) -> Iterator[tuple[str, str]]:
    """Keep the files that live articles came from, as they were then. Gives each that was not kept, with its reason.

    `columns` is as it was when they were imported.
    """
    for path in files:
        if cancelled():
            return
        known = _versions_of(collection.read, name_of(path))
        if not known:
            continue
        try:
            with opened(path) as file:
                data, sha256 = read_whole(file, path, LARGEST_KEPT)
        except UnreadableFile as failure:
            yield str(path), f"The original was not kept: {failure.what[0].lower()}{failure.what[1:]}."
            continue
        except OSError as error:
            yield str(path), f"The original was not kept: {(error.strerror or str(error)).lower()}."
            continue
        articles = _that_came_from(known, data, sha256, path, columns)
        if not articles:
            yield str(path), "The original was not kept: the file is another by now than the one that was imported."
            continue
        with collection.write() as db:
            if not set(known) <= set(_versions_of(db, name_of(path))):
                continue  # one is gone meanwhile; where it was purged, this file is unwanted too
            kept = [sha256, path.name, len(data), zlib.compress(data)]
            db.execute("INSERT OR IGNORE INTO original (sha256, name, size, packed) VALUES (?, ?, ?, ?)", kept)
            pairs = [(article, sha256) for article in articles]
            db.executemany("INSERT OR IGNORE INTO original_of (article, original) VALUES (?, ?)", pairs)


def write_original(collection: Collection, article: str, out: Path) -> None:
    """Write the file that an article (uid) came from, the one kept last. Raises OnRecordError."""
    row = collection.read.execute(
        "SELECT sha256, size, packed FROM original JOIN original_of ON original = sha256 WHERE article = ? "
        "ORDER BY original.id DESC LIMIT 1",
        [article],
    ).fetchone()
    if row is None:
        raise OnRecordError("Its original was not kept", "import the file again with --keep-originals")
    data = _unpacked(*row)
    if data is None:
        raise OnRecordError("The original is damaged", "restore a backup; `onrecord check` tells what else is")
    write_new(collection, data, out)


def write_new(collection: Collection, data: bytes, out: Path) -> None:
    """Write a file that is not there yet. Raises OnRecordError."""
    refuse_own(out, collection.path)
    try:
        with part_file(out, new=True) as part:
            part.write_bytes(data)
    except FileExistsError as error:
        raise OnRecordError("There is a file already", f"{out} exists; name a file that does not") from error
    except OSError as error:
        raise OnRecordError("The file could not be written", f"{out}: {error.strerror or error}") from error


def carry_originals(db: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """Keep the undamaged files of another collection whose articles are here, inside a transaction; how many came."""
    came = 0
    wanted = """SELECT 1 FROM article WHERE uid = ? AND state = 'live'
        AND NOT EXISTS (SELECT 1 FROM purged_original WHERE sha256 = ?)"""
    for sha256, article in other.execute("SELECT original, article FROM original_of"):
        owner = living(db, article)
        if not db.execute(wanted, [owner, sha256]).fetchone():
            continue
        if not db.execute("SELECT 1 FROM original WHERE sha256 = ?", [sha256]).fetchone():
            kept = other.execute(
                "SELECT sha256, name, size, packed FROM original WHERE sha256 = ?", [sha256]
            ).fetchone()
            if _unpacked(kept[0], kept[2], kept[3]) is None:
                continue
            db.execute("INSERT INTO original (sha256, name, size, packed) VALUES (?, ?, ?, ?)", list(kept))
            came += 1
        db.execute("INSERT OR IGNORE INTO original_of (article, original) VALUES (?, ?)", [owner, sha256])
    return came


def damaged_originals(reader: sqlite3.Connection) -> Iterator[str]:
    """The names of kept files that are not what they were."""
    for name, *kept in reader.execute("SELECT name, sha256, size, packed FROM original"):
        if _unpacked(*kept) is None:
            yield name


def remove_originals(db: sqlite3.Connection, article: str) -> None:
    """Remove the files that an article came from, inside a transaction, and note which they were."""
    for (sha256,) in db.execute("SELECT original FROM original_of WHERE article = ?", [article]).fetchall():
        db.execute("DELETE FROM original_of WHERE original = ?", [sha256])
        db.execute("DELETE FROM original WHERE sha256 = ?", [sha256])
        db.execute("INSERT OR IGNORE INTO purged_original VALUES (?)", [sha256])


class _Version(NamedTuple):
    """A text of a live article that came from a file or a part of it, with the digest of that, if it is known."""

    article: str
    path: str
    sha256: str


def _versions_of(reader: sqlite3.Connection, name: str) -> list[_Version]:
    """What came from a file or a part of it (see `store.importers.files.part_of`)."""
    rows = reader.execute(
        "SELECT version.article, version.path, file_sha256 FROM version JOIN article ON article.uid = version.article "
        "WHERE (path = ?1 OR (path > ?1 || ':' AND path < ?1 || ';')) AND path <> '' AND article.state = 'live'",
        [name],
    )
    known = map(_Version._make, rows)
    return [one for one in known if one.path == name or one.path[len(name) + 1 :].isdecimal()]


def _that_came_from(
    known: Sequence[_Version], data: bytes, sha256: str, path: Path, columns: Columns
) -> dict[str, None]:
    """The articles that came from a file with just this data, or with this part of it: the rest is another's by now."""
    of_file = {sha256, ""}
    others = [one for one in known if one.sha256 not in of_file]
    if any(is_part(one.path) for one in others):
        items = read_stream(BytesIO(data), str(path), columns)
        saved = (item.article if isinstance(item, LabelledArticle) else item for item in items)
        of_file |= {one.file_sha256 for one in saved if isinstance(one, SavedArticle)}
    return dict.fromkeys(one.article for one in known if one.sha256 in of_file)


def _unpacked(sha256: str, size: int, packed: bytes) -> bytes | None:
    """The bytes of a kept file; None where they are not what they were.

    The size says how much is unpacked at most, and comes from anyone's collection.
    """
    if not 0 <= size <= LARGEST_KEPT:
        return None
    try:
        data = zlib.decompressobj().decompress(packed, size + 1)
    except zlib.error:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None
