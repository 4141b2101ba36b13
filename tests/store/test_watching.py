"""Watching folders: what appears or changes is imported, what was there or is half written is not."""

import threading
import time

import pytest

from store import importing, lock, watching
from store.articles import ids
from store.collection import open_collection
from store.importing import Summary

LIMIT = 60
"""Seconds after which a watch that does nothing has failed."""


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A watch over a folder with one article in it: the folder, and a function that waits for what it tells next."""
    monkeypatch.setattr(watching, "PAUSE", 0.05)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "old.txt").write_text("Old\n\nIt was there.\n")
    collection = open_collection(tmp_path / "onrecord.db")
    stop, reports = threading.Event(), []
    args = (collection, [folder], reports.append, reports.append, stop)
    thread = threading.Thread(target=watching.watch, args=args, kwargs={"originals": True})
    began = threading.Event()
    looked = watching._states

    def first_look(paths):
        states = looked(paths)
        began.set()
        return states

    monkeypatch.setattr(watching, "_states", first_look)
    thread.start()
    assert began.wait(LIMIT)

    def next_told() -> Summary | str:
        until = time.monotonic() + LIMIT
        while not reports:
            assert time.monotonic() < until
            time.sleep(0.01)
        return reports.pop(0)

    yield folder, collection, next_told
    stop.set()
    thread.join(LIMIT)
    assert not thread.is_alive()
    collection.close()


def test_new_and_changed_files_are_imported_and_old_ones_are_not(watched):
    folder, collection, next_told = watched
    new = folder / "sub" / "new.txt"
    new.parent.mkdir()
    new.write_text("New\n\nThe locks at Tarn will open in spring.\n")
    assert next_told().added == 1
    assert len(ids(collection)) == 1
    new.write_text("New\n\nThe locks at Tarn will open in late spring.\n")
    assert next_told().versions == 1
    (folder / "empty.txt").touch()
    assert next_told().failed[0][1].startswith("The file is empty")
    assert len(ids(collection)) == 1


def test_what_comes_while_another_program_writes_is_tried_again(watched, monkeypatch):
    folder, collection, next_told = watched
    monkeypatch.setattr(lock, "WAIT", 0.05)
    with lock.WriterLock(collection.path):
        (folder / "new.txt").write_text("New\n\nThe locks at Tarn will open in spring.\n")
        assert next_told().startswith("The collection is busy")
    assert next_told().added == 1
    assert len(ids(collection)) == 1


def test_what_was_kept_before_another_program_wrote_is_told(watched, monkeypatch):
    folder, _, next_told = watched
    keep, tries = importing.keep_originals, []

    def busy_at_first(*args):
        tries.append(args)
        if len(tries) == 1:
            raise lock.CollectionBusy("The collection is busy", "wait")
        return keep(*args)

    monkeypatch.setattr(importing, "keep_originals", busy_at_first)
    (folder / "new.txt").write_text("New\n\nThe locks at Tarn will open in spring.\n")
    kept = next_told()
    assert (kept.added, kept.undated) == (1, 1)
    assert next_told().startswith("The collection is busy")
    again = next_told()
    assert (again.added, again.already) == (0, 1)
