"""A collection: the one SQLite file with everything in it, opened, guarded and shared.

Reading never waits: each thread has its own read-only connection on the write-ahead log. Writing is for one
at a time: `write()` holds a file lock around a BEGIN IMMEDIATE transaction, since SQLite before 3.51.3 can
damage a write-ahead log that two connections write or checkpoint at once.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.backups import copy_before_migration, create_private, uri
from store.errors import OnRecordError
from store.lock import WriterLock
from store.own_files import index_of_log, log_of
from store.replicas import claim, note_latest
from store.schema import APPLICATION_ID, MIGRATIONS, migrate
from store.search_index import teach_spelling

BUSY = 5000
"""Milliseconds that SQLite itself waits for a lock."""

CACHE = 32_000
"""Kilobytes of pages that the writer keeps at most: what a batch of an import touches, so that it is written once."""

BATCH_SECONDS = 0.25
"""Work in many parts commits at least this often, so that other writers and a stop need not wait."""

MOUNTS = Path("/proc/mounts")
"""Where the system lists what is mounted."""

NETWORK_FILESYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "9p", "davfs", "fuse.davfs2"}


KEPT = 32
"""Statements that each thread's reader keeps ready, of some 10 KB each."""


class NotACollection(OnRecordError):
    """The file is something else, damaged, or of a newer On Record."""


class DamagedCollection(NotACollection):
    """The file cannot be read through."""

    def __init__(self, path: Path, error: Exception) -> None:
        why = "its list of tables is no text" if isinstance(error, UnicodeDecodeError) else error
        super().__init__("The collection cannot be read", f"{path}: {why}; restore a backup or name another file")


class NeedsWriting(NotACollection):
    """The collection cannot be read before something is written: it is of an older version, or has an open log."""


class ReadOnlyCollection(OnRecordError):
    """A change was asked of a collection that can only be read."""


class VacuumFailed(OnRecordError):
    """What was removed may still stand in free pages of the file or in its log."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            "Removed, but not yet overwritten",
            f"{path}: {why}; close every other program that has it open and run `onrecord purge` once more",
        )


class WriteFailed(OnRecordError):
    """SQLite could not keep a change (a full disk, say); nothing of it was kept."""


class Collection:
    """An open collection. Made by `open_collection`; safe to use from several threads."""

    def __init__(self, path: Path, *, read_only: bool, notice: str) -> None:
        self.path = path
        self.read_only = read_only
        self.notice = notice
        """What the user should know of how it was opened, a sentence or empty."""
        self.replica = ""
        """The uid of this file's replica, the actor of what is done here; empty where it can only be read."""
        self._lock = WriterLock(path)
        self._readers = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._writer: sqlite3.Connection | None = None
        self._seen = 0

    @property
    def read(self) -> sqlite3.Connection:
        """This thread's read-only connection."""
        reader: sqlite3.Connection | None = getattr(self._readers, "connection", None)
        if reader is None:
            mode = "immutable=1" if self.read_only and not is_open_elsewhere(self.path) else "mode=ro"
            reader = sqlite3.connect(
                uri(self.path, mode), uri=True, check_same_thread=False, isolation_level=None, cached_statements=KEPT
            )
            reader.execute(f"PRAGMA busy_timeout = {BUSY}")
            reader.execute("PRAGMA query_only = ON")
            self._readers.connection = reader
            self._opened.append(reader)
        return reader

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction, kept whole or not at all. Raises ReadOnlyCollection, CollectionBusy, WriteFailed."""
        with self._alone():
            with self._transaction() as writer:
                yield writer
            note_latest(self._lock, writer)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        writer = self._writer
        if writer is None:  # it was left while another program wrote
            raise WriteFailed("The change could not be kept", f"{self.path} was closed meanwhile; nothing was changed")
        try:
            writer.execute("BEGIN IMMEDIATE")
            yield writer
            writer.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            _roll_back(writer)
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise WriteFailed(
                "The change could not be kept",
                f"{self.path}: {error}; nothing was changed. Check the free space and the disk, then try again; "
                "`onrecord check` tells whether the file is damaged",
            ) from error
        except BaseException:
            _roll_back(writer)
            raise

    def _alone(self) -> WriterLock:
        """The lock to hold while writing. Raises ReadOnlyCollection."""
        if self.read_only:
            raise ReadOnlyCollection(
                "The collection can only be read",
                f"{self.path} or its folder is not writable for you; copy it to a folder of your own to change it",
            )
        return self._lock

    def sign(self, name: str) -> None:
        """Say under which name the records of this replica go, unless the collection can only be read."""
        known = self.read.execute("SELECT name FROM replica WHERE file IS NOT NULL").fetchone()
        if not self.read_only and known != (name,):
            with self.write() as db:
                db.execute("UPDATE replica SET name = ? WHERE file IS NOT NULL", [name])

    def version(self) -> int:
        """A number that changes whenever another connection has changed the file, that which writes here among them."""
        (number,) = self.read.execute("PRAGMA data_version").fetchone()
        return int(number)

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since this was last asked; waits for a statement under way."""
        before = self._seen
        (self._seen,) = (self._writer or self.read).execute("PRAGMA data_version").fetchone()
        return self._seen != before

    def vacuum(self) -> None:
        """Give freed pages back and overwrite what they held, in the file and its log. Raises VacuumFailed."""
        with self._alone():
            assert self._writer is not None
            try:
                self._writer.execute("PRAGMA secure_delete = ON")
                self._writer.execute("VACUUM")
                (blocked, _, _) = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError as error:
                raise VacuumFailed(self.path, str(error)) from error
            if blocked:
                raise VacuumFailed(self.path, "another program is reading it")

    def close(self) -> None:
        """Close every connection. The last writer to go checkpoints, unless another program writes; never raises.

        What a thread of this program is writing is kept first.
        """
        alone = self._writer is not None and self._lock.taken_at_once()
        writer, self._writer = self._writer, None
        if writer is not None and not alone:
            with suppress(sqlite3.Error):  # while a reader is open, SQLite makes no checkpoint
                self.read.execute("SELECT 1 FROM sqlite_schema").fetchone()
            writer.close()
        for reader in self._opened:
            reader.close()
        self._opened.clear()
        if writer is not None and alone:
            try:
                writer.close()
            finally:
                self._lock.release()


def _roll_back(writer: sqlite3.Connection) -> None:
    if writer.in_transaction:
        writer.execute("ROLLBACK")


def open_collection(path: Path) -> Collection:
    """Open a collection, making or migrating it where needed.

    Raises:
        NotACollection: the file is not a collection, or one of a newer On Record.
        OnRecordError: the file or its folder cannot be used.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = path.resolve()
        if path.is_dir():
            raise NotACollection("That is a folder", f"{path} is a folder; name a file in it, such as onrecord.db")
        writable = os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)
        if not writable and not path.exists():
            raise OnRecordError("The collection cannot be made", f"the folder {path.parent} is not writable for you")
        if not writable:
            return open_read_only(path)
        create_private(path)
        return _open_writable(path)
    except OSError as error:
        raise OnRecordError("The collection cannot be opened", f"{path}: {error.strerror or error}") from error


def _keep_private(path: Path) -> None:
    """Take an existing collection and its log out of the sight of others."""
    for file in (path, log_of(path), index_of_log(path)):
        if file.exists() and (mode := file.stat().st_mode) & 0o077:
            file.chmod(mode & 0o700)


def is_open_elsewhere(path: Path) -> bool:
    """Whether a program that may write has it open, or left it without closing: both side files are there."""
    return log_of(path).exists() and index_of_log(path).exists()


def open_read_only(path: Path) -> Collection:
    """Open a collection without changing the file or anything beside it.

    Raises NotACollection; of that NeedsWriting, where it must be brought up to date or has changes in its log.
    """
    log = log_of(path)
    if log.exists() and log.stat().st_size and not is_open_elsewhere(path):
        raise NeedsWriting(
            "The collection cannot be read here",
            f"{path} has changes in its log, which needs a writable folder; copy it and {log.name} to one of your own",
        )
    notice = "Opened for reading only: the file or its folder is not writable."
    collection = Collection(path, read_only=True, notice=notice)
    try:
        if _version(collection.read, path) != len(MIGRATIONS):
            raise NeedsWriting(
                "The collection is of an older On Record", f"{path} must be writable once to be brought up to date"
            )
        _refuse_other_make(collection.read, path)
    except BaseException:
        collection.close()
        raise
    return collection


def _open_writable(path: Path) -> Collection:
    shared = _on_network(path)
    notice = (
        f"{path} lies on a network share, where SQLite's write-ahead log is not safe: "
        "reading waits for writing here, and only one machine should use it at a time."
        if shared
        else ""
    )
    collection = Collection(path, read_only=False, notice=notice)
    try:
        version = _version(collection.read, path)
        _keep_private(path)
        writer = sqlite3.connect(path, check_same_thread=False, isolation_level=None, cached_statements=256)
        teach_spelling(writer)
        collection._writer = writer
        writer.execute(f"PRAGMA busy_timeout = {BUSY}")
        writer.execute("PRAGMA foreign_keys = ON")
        writer.execute("PRAGMA synchronous = FULL")
        writer.execute(f"PRAGMA cache_size = {-CACHE}")
        if version < len(MIGRATIONS) or _journal(writer) != ("delete" if shared else "wal"):
            _prepare(collection, writer, "DELETE" if shared else "WAL")
        _refuse_other_make(writer, path)
        collection.replica = claim(collection, collection._lock, writer)
        collection.changed_elsewhere()  # from now on
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        collection.close()
        raise DamagedCollection(path, error) from error
    except BaseException:
        collection.close()
        raise
    return collection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version, 0 for an empty file. Raises NotACollection, of that DamagedCollection."""
    if path.stat().st_size == 1:  # which SQLite takes for an empty one
        raise NotACollection("That is not a collection", f"{path} holds one character; name another file")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # SQLite's message may quote what is no text
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise NotACollection("That is not a collection", f"{path}: {error}; name another file") from error
        raise DamagedCollection(path, error) from error
    if tables and application != APPLICATION_ID:
        raise NotACollection("That is not a collection", f"{path} is a database of another program; name another file")
    if version > len(MIGRATIONS):
        raise NotACollection(
            "The collection is newer than this On Record",
            f"{path} has version {version}, this program knows up to {len(MIGRATIONS)}; install the newer On Record",
        )
    return int(version)


def _refuse_other_make(connection: sqlite3.Connection, path: Path, *, history_alone: bool = False) -> None:
    """Refuse a collection whose version is known but whose tables are others, as one made by a trial build."""
    from store.events import require_columns

    try:
        require_columns(connection, history_alone=history_alone)
    except sqlite3.OperationalError as error:
        raise NotACollection(
            "The collection is of another make",
            f"{path} has tables that this On Record does not know ({error}); export it as JSON Lines with the program "
            "that made it and import that file into a new collection",
        ) from error


def _journal(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def _prepare(collection: Collection, writer: sqlite3.Connection, journal: str) -> None:
    """Set the journal and migrate, alone; whoever comes second finds nothing left to do."""
    with collection._alone():
        writer.execute(f"PRAGMA journal_mode = {journal}")
        version = _version(writer, collection.path)
        if version == len(MIGRATIONS):
            return
        if version > 0:
            _refuse_other_make(writer, collection.path, history_alone=True)
            copy_before_migration(collection.path, version)
        with collection._transaction():
            migrate(writer)


def _on_network(path: Path) -> bool:
    """Whether the file lies on a network share, as far as the system's list of mounts tells."""
    try:
        mounts = [line.split() for line in MOUNTS.read_text().splitlines()]
    except OSError:
        return False
    holding = [m for m in mounts if path.is_relative_to(m[1].replace("\\040", " "))]
    return bool(holding) and max(holding, key=lambda m: len(m[1]))[2] in NETWORK_FILESYSTEMS
