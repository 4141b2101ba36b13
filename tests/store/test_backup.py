"""Backups: consistent, private, whole or absent, while the collection is in use."""

import os
import threading
from contextlib import closing

import pytest

from store import articles
from store.backups import back_up
from store.check import check
from store.collection import open_collection
from store.errors import OnRecordError


def test_a_backup_is_a_sound_collection(collection, article, tmp_path):
    articles.star(collection, article, True)
    back_up(collection.path, tmp_path / "copy.db")
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["copy.db"]
    with closing(open_collection(tmp_path / "copy.db")) as copy:
        assert list(check(copy)) == []
        assert articles.find(copy, article).starred


def test_a_backup_replaces_nothing(collection, tmp_path):
    (tmp_path / "copy.db").write_bytes(b"precious")
    with pytest.raises(OnRecordError, match="exists; name a file that does not"):
        back_up(collection.path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"precious"


def test_a_backup_does_not_replace_what_came_while_it_was_made(collection, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (tmp_path / "copy.db").write_bytes(b"precious"))
    with pytest.raises(OnRecordError, match="exists; name a file that does not"):
        back_up(collection.path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"precious"


def test_a_backup_into_no_folder_fails_with_a_sentence(collection, tmp_path):
    target = tmp_path / "nowhere" / "copy.db"
    with pytest.raises(OnRecordError) as refused:
        back_up(collection.path, target)
    assert str(refused.value) == f"The copy could not be written: {target}: its folder is not there."
    with pytest.raises(OnRecordError, match="is one; name a file in it"):
        back_up(collection.path, tmp_path)
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(OnRecordError, match=r"copy\.db: Not a directory\.$"):
        back_up(collection.path, file / "copy.db")


def test_a_backup_is_consistent_while_another_thread_writes(collection, article, tmp_path):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            articles.correct(collection, article, title=f"Title {number}", outlet=f"Outlet {number}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            back_up(collection.path, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with closing(open_collection(tmp_path / f"{number}.db")) as copy:
            row = articles.find(copy, article)
            assert row.title.removeprefix("Title ") == row.outlet.removeprefix("Outlet ") or not row.title[6:].isdigit()
            assert list(check(copy)) == []
