"""Watching folders: what appears or changes is imported, what was there or is half written is not."""

import threading
import time

import pytest

from store import watching
from store.articles import count
from store.collection import open_collection
from store.importing import Summary

LIMIT = 60
"""Seconds after which a watch that does nothing has failed."""


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A watch over a folder with one article in it: the folder, and a function that waits for the next import."""
    monkeypatch.setattr(watching, "PAUSE", 0.05)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "old.txt").write_text("Old\n\nIt was there.\n")
    collection = open_collection(tmp_path / "onrecord.db")
    stop, reports = threading.Event(), []
    thread = threading.Thread(target=watching.watch, args=(collection, [folder], reports.append, stop))
    began = threading.Event()
    looked = watching._states

    def first_look(paths):
        states = looked(paths)
        began.set()
        return states

    monkeypatch.setattr(watching, "_states", first_look)
    thread.start()
    assert began.wait(LIMIT)

    def next_import() -> Summary:
        until = time.monotonic() + LIMIT
        while not reports:
            assert time.monotonic() < until
            time.sleep(0.01)
        return reports.pop(0)

    yield folder, collection, next_import
    stop.set()
    thread.join(LIMIT)
    assert not thread.is_alive()
    collection.close()


def test_new_and_changed_files_are_imported_and_old_ones_are_not(watched):
    folder, collection, next_import = watched
    new = folder / "sub" / "new.txt"
    new.parent.mkdir()
    new.write_text("New\n\nThe locks at Tarn will open in spring.\n")
    assert next_import().added == 1
    assert count(collection) == 1
    new.write_text("New\n\nThe locks at Tarn will open in late spring.\n")
    assert next_import().versions == 1
    (folder / "empty.txt").touch()
    assert next_import().failed[0][1].startswith("The file is empty")
    assert count(collection) == 1
