"""Opening a collection: who may see it, what is refused and why, and bringing it to a newer version."""

import os
import sqlite3
import stat
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from store import articles, schema
from store import collection as opening
from store.articles import ids, rows, set_read
from store.backups import back_up
from store.check import check
from store.collection import NotACollection, ReadOnlyCollection, WriteFailed, open_collection
from store.errors import OnRecordError
from store.events import Change, append_imported, new_uid
from store.importing import import_text
from store.schema import MIGRATIONS, migrate
from store.uniting import unite_with


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_umask():
    """A umask that takes nothing away, so that modes are the program's own doing."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_every_file_is_for_its_owner_only(open_umask, collection, article, path, tmp_path):
    back_up(path, tmp_path / "copy.db")
    kept = {file.name: mode(file) for file in path.parent.iterdir()}
    assert set(kept) == {"onrecord.db", "onrecord.db-wal", "onrecord.db-shm", "onrecord.db.lock"}
    assert set(kept.values()) == {0o600}
    assert mode(tmp_path / "copy.db") == 0o600
    assert mode(path.parent) == 0o700


def test_a_collection_that_others_could_read_is_taken_out_of_their_sight(collection, article, path):
    collection.close()
    path.chmod(0o644)
    open_collection(path).close()
    assert mode(path) == 0o600


def test_a_newer_version_is_refused_and_left_alone(collection, path):
    collection.close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    before = path.read_bytes()
    with pytest.raises(NotACollection, match="install the newer On Record"):
        open_collection(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE theirs (x)")
    database.close()
    before = other.read_bytes()
    with pytest.raises(NotACollection, match="database of another program"):
        open_collection(other)
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"Dear diary, " * 99, b"SQLite format 3\0" + bytes(99), b"x", b"\n"],
    ids=["text", "torn", "x", "line end"],
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    file = tmp_path / "diary.db"
    file.write_bytes(content)
    with pytest.raises(NotACollection, match=r"diary\.db"):
        open_collection(file)
    assert file.read_bytes() == content


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(NotACollection, match="is a folder"):
        open_collection(tmp_path)


def test_a_truncated_collection_is_refused_or_found_damaged(collection, article, path):
    collection.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    try:
        torn = open_collection(path)
    except OnRecordError:
        return
    findings = list(check(torn))
    torn.close()
    assert findings


def as_a_stranger(work: Callable[[Path], list[str]], path: Path) -> list[str]:
    """What `work(path)` gives in a child process whose user permissions hold for, also where the tests run as root."""

    def child(end: Connection) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        end.send(work(path))

    ours, theirs = Pipe()
    process = get_context("fork").Process(target=child, args=(theirs,))
    process.start()
    assert ours.poll(60), "the child gave nothing"
    process.join(60)
    return ours.recv()


def read_and_try_to_write(path: Path) -> list[str]:
    opened = open_collection(path)
    said = [f"{len(ids(opened))} {opened.read_only} {bool(opened.notice)}"]
    try:
        set_read(opened, rows(opened, ids(opened))[0].uid, True)
    except ReadOnlyCollection as error:
        said.append(str(error))
    opened.close()
    return said


def only_open(path: Path) -> list[str]:
    try:
        open_collection(path).close()
    except OnRecordError as error:
        return [str(error)]
    return []


@pytest.fixture
def shared_folder(tmp_path_factory):
    """A folder that every user may enter, as pytest's own may not be."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_read_only_folder_opens_for_reading(collection, article, path, shared_folder):
    copy = shared_folder / "onrecord.db"
    back_up(path, copy)
    copy.chmod(0o444)
    shared_folder.chmod(0o555)
    try:
        first, second = as_a_stranger(read_and_try_to_write, copy)
    finally:
        shared_folder.chmod(0o755)
    assert first == "1 True True"
    assert "can only be read" in second
    assert sorted(file.name for file in shared_folder.iterdir()) == ["onrecord.db"]


def test_changes_that_only_the_log_has_are_not_passed_over_in_a_read_only_folder(
    collection, article, path, shared_folder
):
    """Without its index a log cannot be read there; the file alone would show an older state."""
    for file in (path, path.with_name("onrecord.db-wal")):
        copy = shared_folder / file.name
        copy.write_bytes(file.read_bytes())
        copy.chmod(0o444)
    shared_folder.chmod(0o555)
    try:
        (said,) = as_a_stranger(only_open, shared_folder / "onrecord.db")
    finally:
        shared_folder.chmod(0o755)
    assert "onrecord.db-wal" in said


def test_a_failing_disk_keeps_nothing_of_a_change_and_says_so(collection, article):
    before = collection.read.execute("SELECT count(*) FROM event").fetchone()
    with pytest.raises(WriteFailed, match="nothing was changed"), collection.write() as db:
        db.execute("UPDATE replica SET name = 'halfway'")
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE big AS SELECT randomblob(9000000) AS x")
    assert collection.read.execute("SELECT count(*) FROM event").fetchone() == before
    assert collection.read.execute("SELECT name FROM replica").fetchall() == [("",)]


def triggers(collection):
    return {name for (name,) in collection.read.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}


def test_the_triggers_that_keep_the_truth_are_all_there(collection):
    assert triggers(collection) >= {
        "event_no_update",
        "event_no_delete",
        "text_no_update",
        "text_no_delete",
        "article_fts_delete",
        "article_fts_update",
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET value = '{}'",
        "DELETE FROM event",
        "UPDATE text SET body = 'other'",
        "DELETE FROM text",
    ],
)
def test_events_and_texts_cannot_be_altered(collection, article, statement):
    with pytest.raises(sqlite3.IntegrityError), collection.write() as db:
        db.execute(statement)
    assert list(check(collection)) == []


def one_more_step(db):
    db.execute("ALTER TABLE article ADD COLUMN section TEXT NOT NULL DEFAULT ''")


def test_a_migration_keeps_a_copy_before_and_all_triggers(open_umask, collection, article, path, monkeypatch):
    before = triggers(collection)
    collection.close()
    monkeypatch.setattr(schema, "MIGRATIONS", [*MIGRATIONS, one_more_step])
    monkeypatch.setattr(opening, "MIGRATIONS", schema.MIGRATIONS)
    for _ in range(2):
        migrated = open_collection(path)
        assert migrated.read.execute("SELECT section FROM article").fetchall() == [("",)]
        assert triggers(migrated) == before
        migrated.close()
    copies = [file for file in path.parent.iterdir() if ".version-" in file.name]
    assert [copy.name for copy in copies] == [f"onrecord.db.version-{len(MIGRATIONS)}"]
    assert mode(copies[0]) == 0o600
    monkeypatch.undo()
    older = open_collection(copies[0])
    assert len(ids(older)) == 1
    assert list(check(older)) == []
    older.close()


def test_a_migration_that_fails_leaves_the_older_version_whole(collection, article, path, monkeypatch):
    collection.close()

    def failing(db):
        db.execute("DROP TABLE reading")
        db.execute("this is no SQL")

    monkeypatch.setattr(schema, "MIGRATIONS", [*MIGRATIONS, failing])
    monkeypatch.setattr(opening, "MIGRATIONS", schema.MIGRATIONS)
    with pytest.raises(OnRecordError):
        open_collection(path)
    monkeypatch.undo()
    older = open_collection(path)
    assert list(check(older)) == []
    older.close()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_each_earlier_version_is_copied_and_brought_up_to_date(path, version, monkeypatch):
    path.parent.mkdir()
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "MIGRATIONS", MIGRATIONS[:version])
        old = sqlite3.connect(path)
        migrate(old)
        old.execute("INSERT INTO reading (article, position) VALUES ('one', 7)")
        old.commit()
        old.close()
    migrated = open_collection(path)
    assert migrated.read.execute("SELECT article, position FROM reading").fetchall() == [("one", 7)]
    assert list(check(migrated)) == []
    migrated.close()
    with closing(sqlite3.connect(path.with_name(f"{path.name}.version-{version}"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT position FROM reading").fetchone() == (7,)


def test_an_empty_file_becomes_a_collection(path):
    path.parent.mkdir()
    path.touch()
    made = open_collection(path)
    assert list(check(made)) == []
    made.close()


@pytest.mark.parametrize("change", ["ALTER TABLE event RENAME COLUMN number TO place", "DROP TABLE label"])
def test_a_collection_of_another_make_is_refused_with_a_sentence(collection, path, change):
    collection.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP VIEW quotes_flat")
        database.execute(change)
        database.commit()
    with pytest.raises(NotACollection, match=r"another make.*export it as JSON Lines"):
        open_collection(path)


def test_a_new_collection_needs_no_copy(collection, path):
    assert not [file for file in path.parent.iterdir() if ".version-" in file.name]


def test_on_a_network_share_the_log_is_not_used_and_it_says_why(tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/disk / ext4 rw 0 0\nserver:/export {tmp_path}/a\\040share nfs4 rw 0 0\n")
    monkeypatch.setattr(opening, "MOUNTS", mounts)
    shared = open_collection(tmp_path / "a share" / "onrecord.db")
    assert "network share" in shared.notice
    assert len(ids(shared)) == 0
    assert shared.read.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    shared.close()
    local = open_collection(tmp_path / "here" / "onrecord.db")
    assert local.notice == ""
    assert len(ids(local)) == 0
    assert local.read.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    local.close()


def test_writes_wait_for_no_fsync_less_than_full(collection):
    with collection.write() as db:
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_reading_connections_cannot_write(collection):
    with pytest.raises(sqlite3.OperationalError):
        collection.read.execute("DELETE FROM reading")


def replica(collection):
    return collection.read.execute("SELECT uid FROM replica WHERE file IS NOT NULL").fetchone()[0]


def test_a_file_keeps_its_replica_and_a_copy_becomes_another(collection, article, path, tmp_path):
    own = replica(collection)
    collection.close()
    again = open_collection(path)
    assert replica(again) == own
    back_up(path, tmp_path / "copy.db")
    again.close()
    copy = open_collection(tmp_path / "copy.db")
    assert replica(copy) != own
    assert list(check(copy)) == []
    copy.close()


def test_a_backup_in_the_place_of_the_collection_becomes_another_replica(collection, article, path, tmp_path):
    """Also where it is given the very inode of the file it replaces."""
    own = replica(collection)
    back_up(path, tmp_path / "copy.db")
    collection.close()
    path.write_bytes((tmp_path / "copy.db").read_bytes())
    restored = open_collection(path)
    assert replica(restored) != own
    assert list(check(restored)) == []
    restored.close()


def copied_over(path, saved):
    """What `cp saved onrecord.db` does: the file keeps its inode."""
    inode = path.stat().st_ino
    path.write_bytes(saved)
    assert path.stat().st_ino == inode


def test_an_earlier_state_copied_over_the_collection_becomes_another_replica_and_unites(path, talks, tmp_path):
    with closing(open_collection(path)) as opened, closing(open_collection(tmp_path / "colleague.db")) as colleague:
        import_text(opened, talks)
        own = replica(opened)
        (uid,) = opened.read.execute("SELECT uid FROM article").fetchone()
        opened.close()
        saved = path.read_bytes()
        with closing(open_collection(path)) as later:
            assert replica(later) == own
            articles.correct(later, uid, title="Lost here, but a colleague has it")
            unite_with(colleague, path)
        copied_over(path, saved)
        with closing(open_collection(path)) as restored, closing(open_collection(path)) as twice:
            assert replica(restored) == replica(twice) != own
            articles.correct(restored, uid, outlet="Herald")
            unite_with(colleague, path)
            unite_with(restored, colleague.path)
            for collection in (colleague, restored):
                row = articles.find(collection, uid)
                assert (row.title, row.outlet) == ("Lost here, but a colleague has it", "Herald")
                assert list(check(collection)) == []
        with closing(open_collection(path)) as again:
            assert replica(again) == restored.replica
        copied_over(path, saved)
        with closing(open_collection(path)) as once_more:
            assert replica(once_more) not in (own, restored.replica)
            articles.correct(once_more, uid, author="A. Wren")
            unite_with(colleague, path)
            assert articles.find(colleague, uid).author == "A. Wren"


def test_the_same_state_copied_over_the_collection_stays_its_replica(path, talks):
    with closing(open_collection(path)) as opened:
        import_text(opened, talks)
    copied_over(path, path.read_bytes())
    with closing(open_collection(path)) as restored:
        assert restored.replica == opened.replica


@pytest.mark.parametrize("line", ["", "x", "\xff\xfe", "0" * 32, "{own} later", "{own}"])
def test_a_lock_file_that_says_nothing_of_the_collection_changes_nothing(path, talks, line):
    with closing(open_collection(path)) as opened:
        import_text(opened, talks)
    path.with_name(f"{path.name}.lock").write_text(line.format(own=opened.replica))
    with closing(open_collection(path)) as again:
        assert again.replica == opened.replica


def test_what_was_written_is_kept_where_the_note_beside_it_fails(collection, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.pwrite", full)
    with collection.write() as db:
        append_imported(db, [Change("speaker", new_uid(), {"name": "Pell Orrin", "state": "live"})])
    assert collection.read.execute("SELECT name FROM speaker").fetchall() == [("Pell Orrin",)]


def test_a_read_only_collection_says_so_before_anything_else(collection):
    collection.read_only = True
    with pytest.raises(ReadOnlyCollection), collection.write():
        raise AssertionError("nothing may run")


def test_what_a_thread_is_writing_is_kept_before_the_collection_closes(path):
    inside = threading.Event()
    opened = open_collection(path)

    def write() -> None:
        with opened.write() as db:
            db.execute("UPDATE replica SET name = 'kept' WHERE file IS NOT NULL")
            inside.set()
            time.sleep(0.2)

    writing = threading.Thread(target=write)
    writing.start()
    inside.wait()
    opened.close()
    writing.join()
    with closing(open_collection(path)) as again:
        assert again.read.execute("SELECT name FROM replica WHERE file IS NOT NULL").fetchone() == ("kept",)
    with pytest.raises(WriteFailed, match="could not be kept"), opened.write():
        pass
