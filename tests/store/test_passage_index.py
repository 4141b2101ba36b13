"""The index of passages: killed, damaged, thrown away and merged, it finds the same as ever."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from recycling import SENTENCES, grouping

from store import passage_building, passage_index, passage_search
from store.backups import back_up
from store.check import check
from store.collection import open_collection
from store.errors import OnRecordError
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import rebuild_passages, update_passages
from store.passage_check import passage_notice
from store.passage_index import FANOUT, KEYS, SMALLEST, PassageIndex, key_of
from store.passage_search import Finder
from store.passages import passages_pending
from store.purge import purge


@pytest.fixture
def filled(collection):
    """Sixty articles that recycle a dozen sentences."""
    import_items(
        collection,
        [
            SavedArticle(
                f"{' '.join(f'n{k}x{i}' for i in range(15))}.\n{SENTENCES[k % 12]}\n{SENTENCES[(k * 5 + 1) % 12]}\n"
            )
            for k in range(60)
        ],
    )
    return collection


def files(collection) -> list[Path]:
    return sorted(PassageIndex(collection.path).folder.iterdir())


def test_every_hash_is_found_with_every_text_that_has_it(collection):
    rng = np.random.default_rng(3)
    index, rows = PassageIndex(collection.path), set()
    with collection.write() as db:
        for _ in range(FANOUT + 3):
            hashes = rng.integers(0, 500, 40).astype(np.uint64)
            texts = rng.integers(1, 9, 40)
            rows |= set(zip(hashes.tolist(), texts.tolist(), strict=True))
            index.add(db, hashes, texts)
    asked = np.arange(0, 600, dtype=np.uint64)
    counted = np.zeros(KEYS, np.bool_)
    counted[[1, 2, 5, 6, 7, 8]] = True
    rows = {(h, key) for h, key in rows if counted[key]}
    smallest = {(h, key) for h, key in rows if sum((h, other) in rows for other in range(key)) < 2}
    for merged in (False, True):
        while merged and index.merge(collection, 0):
            pass
        for few, expected in ((None, rows), (2, smallest)):
            which, keys = index.lookup(asked, counted, few)
            assert set(zip(asked[which].tolist(), keys.tolist(), strict=True)) == expected
    assert len(files(collection)) < FANOUT


@pytest.mark.parametrize(
    ("added", "left"), [(SMALLEST + 1, [200_200, 900_000]), (SMALLEST, [100, 100, 200_000, 900_000])]
)
def test_after_a_large_import_its_files_are_one_and_larger_ones_stay(collection, added, left):
    index = PassageIndex(collection.path)
    with collection.write() as db:
        for first, size in enumerate((100, 100, 200_000, 900_000)):
            index.add(db, np.arange(size, dtype=np.uint64) * np.uint64(4) + np.uint64(first), np.ones(size, np.int64))
    while index.merge(collection, added):
        added = 0
    assert sorted(path.stat().st_size // 8 for path in files(collection)) == left


def test_what_comes_in_many_batches_ends_in_one_file(filled, monkeypatch):
    monkeypatch.setattr(passage_building, "BATCH_TEXTS", 20)
    monkeypatch.setattr(passage_index, "SMALLEST", 10)
    update_passages(filled)
    assert len(files(filled)) == 1


def test_texts_asked_for_last_are_kept_as_far_as_there_is_room(filled, monkeypatch):
    index = PassageIndex(filled.path)
    sizes = [Finder(filled.read, index, np.zeros(KEYS, np.bool_)).text(number).size for number in (1, 2, 3)]
    monkeypatch.setattr(passage_search, "KEPT_BYTES", sum(sizes) - 1)
    finder = Finder(filled.read, index, np.zeros(KEYS, np.bool_))
    first, second = finder.text(1), finder.text(2)
    assert finder.text(1) is first
    finder.text(3)  # no room for all three: the one asked for longest ago goes
    assert finder.text(1) is first
    assert finder.text(2) is not second


def test_files_are_private_and_sorted(filled):
    update_passages(filled)
    assert files(filled)
    for path in files(filled):
        assert path.stat().st_mode & 0o077 == 0
        rows = np.fromfile(path, np.uint64)
        assert (rows[1:] > rows[:-1]).all()


KILLED = """
import sys
from contextlib import closing
from pathlib import Path
from store import passage_building as building
from store.collection import open_collection
building.SLICE_SECONDS, building.BATCH_CHARACTERS, building.PAUSE = 0, 2000, 0
def tell(progress):
    print(progress.done, flush=True)
building.update_passages(open_collection(Path(sys.argv[1])), tell)
"""


@pytest.mark.parametrize("steps", [1, 4, 30, 55])
def test_killed_at_any_moment_it_goes_on_where_it_was(filled, steps):
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(filled.path)], stdout=subprocess.PIPE)
    assert process.stdout
    for _ in range(steps):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    done = filled.read.execute("SELECT coalesce(sum(indexed + linked), 0) FROM compared").fetchone()[0]
    assert 0 < done < 120
    update_passages(filled)
    assert list(check(filled)) == []
    kept = grouping(filled.read)
    rebuild_passages(filled)
    assert grouping(filled.read) == kept
    assert kept


def test_two_programs_at_once_build_the_same(filled):
    command = [sys.executable, "-c", KILLED, str(filled.path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for process in both:
        assert process.communicate()[1] == b""
        assert process.returncode == 0
    rows = np.concatenate([np.fromfile(path, np.uint64) for path in files(filled)])
    assert len(np.unique(rows)) == len(rows)
    assert list(check(filled)) == []
    kept = grouping(filled.read)
    rebuild_passages(filled)
    assert grouping(filled.read) == kept


def test_articles_that_come_and_go_meanwhile_are_taken_in(filled, monkeypatch):
    monkeypatch.setattr(passage_building, "SLICE_SECONDS", 0)
    steps = []

    def meanwhile(progress):
        steps.append(progress.done)
        if len(steps) % 9 == 4:
            (uid,) = filled.read.execute("SELECT uid FROM article ORDER BY id LIMIT 1").fetchone()
            purge(filled, uid)
            import_items(filled, [SavedArticle(f"{steps[-1]} came meanwhile.\n{SENTENCES[2]}\n")])

    update_passages(filled, meanwhile)
    assert len(steps) > 50
    update_passages(filled)
    assert list(check(filled)) == []
    kept = grouping(filled.read)
    rebuild_passages(filled)
    assert grouping(filled.read) == kept


def test_a_folder_that_cannot_be_written_is_said(filled):
    PassageIndex(filled.path).folder.write_text("a file in the way")
    with pytest.raises(OnRecordError, match="index of passages cannot be written"):
        update_passages(filled)


def test_stopped_it_keeps_what_it_has_and_goes_on_later(filled, monkeypatch):
    monkeypatch.setattr(passage_building, "SLICE_SECONDS", 0)
    seen = []
    update_passages(filled, lambda progress: seen.append(progress.done), lambda: len(seen) >= 5)
    (linked,) = filled.read.execute("SELECT count(*) FROM compared WHERE linked = 1").fetchone()
    assert 0 < linked < 60
    update_passages(filled)
    assert filled.read.execute("SELECT count(*) FROM compared WHERE linked = 1").fetchone() == (60,)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8])


@pytest.mark.parametrize(
    ("damage", "called"),
    [
        (Path.unlink, "missing"),
        (lambda path: shutil.rmtree(path.parent), "missing"),
        (truncate, "damaged"),
        (lambda path: path.write_bytes(b"not this"), "damaged"),
        (lambda path: path.write_bytes(b""), "damaged"),
    ],
)
def test_an_index_that_is_missing_or_damaged_is_said_and_made_again(filled, damage, called):
    update_passages(filled)
    kept = grouping(filled.read)
    damage(files(filled)[0])
    (finding,) = [*check(filled), *filter(None, [passage_notice(filled)])]
    assert f"The index of passages is {called}" in finding and "`onrecord passages --rebuild`" in finding
    assert "Errno" not in finding
    assert passages_pending(filled)
    notice = update_passages(filled)
    assert not passages_pending(filled)
    assert f"The index of passages is {called}" in notice and "made again" in notice
    assert list(check(filled)) == []
    assert grouping(filled.read) == kept
    import_items(filled, [SavedArticle(f"Once more.\n{SENTENCES[3]}\n")])
    update_passages(filled)
    assert max(map(len, grouping(filled.read))) == max(map(len, kept)) + 1


def test_a_copy_without_its_index_is_sound(filled, tmp_path):
    update_passages(filled)
    assert passage_notice(filled) == ""
    back_up(filled.path, tmp_path / "copy.db")
    with closing(open_collection(tmp_path / "copy.db")) as copy:
        assert list(check(copy)) == []
        assert f"The index of passages is missing: {tmp_path / 'copy.db.passages'} is not there" in passage_notice(copy)


def test_a_changed_byte_is_found_by_check(filled):
    update_passages(filled)
    path = files(filled)[0]
    data = bytearray(path.read_bytes())
    data[11] ^= 1
    path.write_bytes(data)
    assert any("other contents than it had; run `onrecord" in finding for finding in check(filled))


def test_places_that_are_not_what_the_repeats_say_are_found_by_check(filled):
    update_passages(filled)
    with filled.write() as db:
        db.execute('UPDATE occurrence SET "end" = "end" - 1 WHERE rowid = (SELECT min(rowid) FROM occurrence)')
    assert any("are not what its repeats say" in finding for finding in check(filled))
    rebuild_passages(filled)
    assert list(check(filled)) == []


def test_nothing_of_a_purged_text_stays_in_the_index(filled):
    update_passages(filled)
    text, uid = filled.read.execute("SELECT text, uid FROM article ORDER BY id DESC LIMIT 1").fetchone()
    purge(filled, uid)
    for path in files(filled):
        assert key_of(text) not in (np.fromfile(path, np.uint64) & np.uint64(0xFFFFFF)).tolist()


def test_what_a_kill_left_behind_is_swept_after_an_hour(filled):
    update_passages(filled)
    old, new = (PassageIndex(filled.path).folder / name for name in ("old", "new"))
    old.touch()
    new.touch()
    os.utime(old, (0, 0))
    update_passages(filled)
    assert new.exists() and not old.exists()


OTHER_TABLES = """
DROP TABLE implied; DROP TABLE pair; DROP TABLE part; DROP TABLE occurrence; DROP TABLE passage; DROP TABLE compared;
CREATE TABLE representative (hash INTEGER, text INTEGER) STRICT;
CREATE TABLE part (pair INTEGER, passage INTEGER) STRICT
"""
OTHER_RULE = "UPDATE part SET passage = 1; UPDATE occurrence SET passage = 1"


@pytest.mark.parametrize(("version", "was"), [(3, OTHER_TABLES), (4, OTHER_RULE), (9, OTHER_RULE)])
def test_passages_that_an_earlier_version_kept_are_made_anew(filled, version, was):
    update_passages(filled)
    kept = grouping(filled.read)
    path = filled.path
    with filled.write() as db:
        for statement in was.split(";"):
            db.execute(statement)
        db.execute("CREATE TRIGGER article_compared_insert AFTER INSERT ON article BEGIN SELECT 1; END")
        if version < 5:
            db.execute("ALTER TABLE action DROP COLUMN head")
        db.execute(f"PRAGMA user_version = {version}")
    filled.close()
    with closing(open_collection(path)) as collection:
        assert passages_pending(collection)
        update_passages(collection)
        assert grouping(collection.read) == kept
        assert list(check(collection)) == []


def test_a_copied_collection_without_its_index_gets_one(filled, tmp_path):
    update_passages(filled)
    back_up(filled.path, tmp_path / "copy.db")
    copy = open_collection(tmp_path / "copy.db")
    assert update_passages(copy)
    assert grouping(copy.read) == grouping(filled.read)
    assert list(check(copy)) == []
    copy.close()
