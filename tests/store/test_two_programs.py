"""Two programs on one collection: neither loses a change, each sees the other's, nobody waits to read."""

import shutil
import threading
import time
from contextlib import closing
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from store import articles, lock, records, speakers
from store.check import check
from store.collection import open_collection
from store.history import undo
from store.importing import import_items
from store.lock import CollectionBusy, WriterLock
from store.model import SavedArticle
from store.own_files import log_of

CHANGES = 60


def change(path: Path, name: str, other: Connection) -> None:
    """Import, tag and add speakers, as fast as it goes, beside another that does the same."""
    collection = open_collection(path)
    other.send("ready")
    other.recv()
    for number in range(CHANGES):
        text = f"{name} {number}: “We build {number}.”"
        assert import_items(collection, [SavedArticle(text, title=f"{name} {number}")]).added == 1
        row = articles.rows(collection, articles.ids(collection, words=f'"{name} {number}:"'))[0]
        speaker, along = speakers.new_speaker(f"{name} {number}")
        records.tag(collection, "quote", row.uid, [("content", 0, 9)], {"speaker": speaker}, along=along)
    collection.close()
    other.send("done")


def test_two_programs_that_write_at_once_lose_nothing(tmp_path):
    path = tmp_path / "onrecord.db"
    pipes, children = [], []
    for name in ("ada", "bea"):
        ours, theirs = Pipe()
        pipes.append(ours)
        children.append(get_context("fork").Process(target=change, args=(path, name, theirs)))
        children[-1].start()
    for pipe in pipes:  # both open, and so make, the collection at the same time
        assert pipe.poll(60)
        assert pipe.recv() == "ready"
    for pipe in pipes:
        pipe.send("go")
    for pipe in pipes:
        assert pipe.poll(120)
        assert pipe.recv() == "done"
    for child in children:
        child.join(30)
        assert child.exitcode == 0
    with closing(open_collection(path)) as collection:
        expected = sorted(f"{name} {number}" for name in ("ada", "bea") for number in range(CHANGES))
        assert sorted(speaker.name for speaker in speakers.speakers(collection)) == expected
        assert len(articles.ids(collection)) == len(records.list_records(collection, "quote")) == 2 * CHANGES
        assert list(check(collection)) == []


@pytest.fixture
def other(collection):
    """A second program's view of the collection, with connections of its own."""
    with closing(open_collection(collection.path)) as opened:
        yield opened


def test_each_sees_what_the_other_did(collection, other, article):
    seen = collection.version()
    uid = records.tag(other, "quote", article, [("content", 0, 7)])
    assert collection.version() != seen
    records.edit(collection, uid, {"form": "partial"})
    assert records.get(other, uid).fields["form"] == "partial"
    articles.star(other, article, True)
    assert articles.find(collection, article).starred


def test_each_is_told_once_that_the_other_changed_something(collection, other, article):
    articles.star(collection, article, True)
    assert not collection.changed_elsewhere()
    articles.star(other, article, False)
    articles.star(collection, article, True)
    assert collection.changed_elsewhere()
    assert not collection.changed_elsewhere()
    assert other.changed_elsewhere()


def test_changes_of_both_to_one_record_are_both_kept(collection, other, article):
    uid = records.tag(collection, "quote", article, [("content", 0, 7)])
    records.edit(collection, uid, {"venue": "the palace"})
    records.edit(other, uid, {"addressee": "reporters"})
    fields = records.get(collection, uid).fields
    assert (fields["venue"], fields["addressee"]) == ("the palace", "reporters")
    assert list(check(collection)) == []


def test_two_windows_on_one_file_share_its_undo(collection, other, article):
    """They are one replica: what either did last is taken back first."""
    articles.correct(collection, article, title="One")
    articles.correct(other, article, title="Two")
    undo(collection)
    assert articles.find(other, article).title == "One"
    undo(other)
    assert articles.find(collection, article).title == "Talks on the river"


def test_reading_goes_on_while_another_writes(collection, other, article):
    with collection.write() as db:
        db.execute("UPDATE replica SET name = 'half done'")
        assert len(articles.ids(other)) == 1
        assert other.read.execute("SELECT name FROM replica").fetchone() == ("",)
    assert other.read.execute("SELECT name FROM replica").fetchone() == ("half done",)


def test_a_second_writer_waits_for_the_first(collection, other, article):
    order = []

    def second() -> None:
        articles.correct(other, article, title="Second")
        order.append("second")

    waiting = threading.Thread(target=second)
    with collection.write() as db:
        waiting.start()
        db.execute("UPDATE replica SET name = 'first'")
        order.append("first")
    waiting.join(30)
    assert order == ["first", "second"]


def test_a_writer_that_never_ends_is_named_after_a_while(collection, other, article, monkeypatch):
    monkeypatch.setattr(lock, "WAIT", 0.05)
    with collection.write(), pytest.raises(CollectionBusy, match="of this program or of another one, has been writing"):
        articles.star(other, article, True)
    articles.star(other, article, True)
    assert articles.find(collection, article).starred


def test_closing_beside_a_writer_neither_waits_nor_fails_nor_checkpoints(tmp_path):
    path = tmp_path / "onrecord.db"
    collection = open_collection(path)
    with collection.write() as db:
        db.execute("UPDATE replica SET name = 'kept'")
    before = path.read_bytes()
    began = time.monotonic()
    with WriterLock(path):
        collection.close()
        assert time.monotonic() - began < lock.WAIT / 3
        assert path.read_bytes() == before
        assert log_of(path).stat().st_size
    with closing(open_collection(path)) as again:
        assert again.read.execute("SELECT name FROM replica").fetchone() == ("kept",)
    assert not log_of(path).exists()


def test_closing_where_the_lock_cannot_be_made_does_not_fail(tmp_path):
    path = tmp_path / "sub" / "onrecord.db"
    collection = open_collection(path)
    shutil.rmtree(path.parent)
    collection.close()


def test_a_change_keeps_what_differs_from_what_was_seen_and_tells_what_it_wrote_over(collection, article, span, talks):
    chosen = [("content", *span(talks, "“We will build two bridges by 2031,”"))]
    uid = records.tag(collection, "quote", article, chosen, {"role": "chair", "venue": "town hall"}, note="one")
    seen = records.get(collection, uid)
    records.edit(collection, uid, {"role": "envoy", "venue": "river", "addressee": "Umber"}, note="two")
    fields = seen.fields | {"role": "head", "addressee": "Umber", "form": "partial"}
    assert records.edit(collection, uid, fields, "one", seen=seen) == {"role": "envoy"}
    now = records.get(collection, uid)
    assert [now.fields[name] for name in ("role", "venue", "addressee", "form")] == [
        "head",
        "river",
        "Umber",
        "partial",
    ]
    assert now.note == "two"
    assert records.edit(collection, uid, {}, "three", seen=seen) == {"note": "two"}
    assert records.edit(collection, uid, {"role": "chair"}, seen=seen) == {}
    assert records.get(collection, uid).fields["role"] == "head", "it was not touched in the form"


def test_corrections_of_articles_and_speakers_tell_what_they_wrote_over(collection, article):
    seen = articles.correctable(collection, article)
    articles.correct(collection, article, outlet="Umber Post", author="Ivo Roe")
    assert articles.correct(collection, article, seen, outlet="Norrin", title="Talks") == {"outlet": "Umber Post"}
    assert articles.correct(collection, article, outlet="Norrin Wire") == {}
    uid = speakers.create(collection, "Pell Orrin")
    (met,) = speakers.speakers(collection)
    speakers.edit(collection, uid, {"country": "Umber", "note": "of the locks"})
    assert speakers.edit(collection, uid, {"country": "Norrin", "note": "of the locks"}, seen=met) == {
        "country": "Umber"
    }
