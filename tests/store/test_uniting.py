"""Uniting collections: nothing lost, nothing doubled, the same on both sides, and what is no collection is refused."""

import fcntl
import json
import shutil
import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from store import articles, records, schema, speakers
from store.borrowing import borrowed
from store.check import check
from store.collection import NotACollection, open_collection
from store.errors import OnRecordError
from store.events import Change, new_uid
from store.history import act
from store.importing import import_items, import_paths
from store.incoming import ForeignHistory
from store.model import SavedArticle
from store.purge import purge
from store.schema import MIGRATIONS, migrate
from store.uniting import unite_with
from tui.cli import main

TALKS = "VELDMAR, 3 June 2031 – “We will build two bridges by 2033,” Pell Orrin told the town hall of Veldmar."
PORT = "The port of Umber takes its first barges in spring, its captain said."


@pytest.fixture
def ours(tmp_path):
    with closing(open_collection(tmp_path / "ours.db")) as opened:
        yield opened


@pytest.fixture
def theirs(tmp_path):
    with closing(open_collection(tmp_path / "theirs.db")) as opened:
        yield opened


def take(collection, text, **about):
    import_items(collection, [SavedArticle(text, **about)])
    return articles.rows(collection, articles.ids(collection, "added"))[0].uid


def quote(collection, article, text=TALKS):
    start = text.index("“")
    speaker = speakers.create(collection, "Pell Orrin")
    return records.tag(collection, "quote", article, [("content", start, text.index("”") + 1)], {"speaker": speaker})


def told(collection):
    """What both sides must agree on."""
    queries = (
        "SELECT uid, text, title, state, same_as FROM article ORDER BY uid",
        "SELECT uid, article, kind, state FROM annotation ORDER BY uid",
        'SELECT uid, text, start, "end", needs_look, state FROM span ORDER BY uid',
        "SELECT article, name FROM label WHERE state = 'live' ORDER BY uid",
        "SELECT sha256, body FROM text ORDER BY sha256",
        "SELECT id FROM event ORDER BY id",
    )
    return [collection.read.execute(query).fetchall() for query in queries]


def test_all_of_another_collection_comes_in_once(ours, theirs, tmp_path):
    record = quote(theirs, take(theirs, TALKS, labels=("river",), saved="2031-06-04"))
    take(ours, PORT)
    united = unite_with(ours, theirs.path)
    assert (united.articles, united.records, united.same) == (1, 1, 0)
    assert records.get(ours, record).anchors[0].exact == "“We will build two bridges by 2033,”"
    assert articles.ids(ours, words="bridges label:river").tolist() == [2]
    again = unite_with(ours, theirs.path)
    assert (again.articles, again.records, again.same, again.originals) == (0, 0, 0, 0)
    assert list(check(ours)) == []


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_the_same_article_of_both_becomes_one_on_both_sides(ours, theirs, first):
    mine = take(ours, TALKS, url="https://herald.example/talks", labels=("x", "y"))
    other = take(theirs, TALKS, url="https://herald.example/talks", labels=("y", "z"))
    made = {quote(ours, mine), quote(theirs, other)}
    one, two = (ours, theirs) if first == "ours" else (theirs, ours)
    assert unite_with(one, two.path).same == 1
    unite_with(two, one.path)
    unite_with(one, two.path)
    assert told(ours) == told(theirs)
    for collection in (ours, theirs):
        (row,) = articles.rows(collection, articles.ids(collection))
        assert {record.uid for record in records.records_of(collection, row.uid)} == made
        assert articles.open_reading(collection, row.id).labels == ("x", "y", "z")
        assert len(articles.ids(collection, words="bridges")) == 1
        assert list(check(collection)) == []


def test_both_uniting_at_once_agree_in_the_end(ours, theirs, tmp_path):
    quote(ours, take(ours, TALKS))
    quote(theirs, take(theirs, TALKS))
    with closing(open_collection(tmp_path / "third.db")) as third:
        unite_with(third, theirs.path)  # theirs as it was before it unites
        unite_with(theirs, ours.path)
        unite_with(ours, third.path)
        for one, two in ((ours, theirs), (theirs, ours), (ours, theirs)):
            unite_with(one, two.path)
    assert told(ours) == told(theirs)
    assert len(articles.ids(ours)) == len(articles.ids(theirs)) == 1
    assert list(check(ours)) == list(check(theirs)) == []


def test_records_on_another_version_of_the_same_article_need_a_look(ours, theirs):
    address = "https://herald.example/talks"
    take(ours, TALKS.replace("two bridges", "three bridges"), url=address)
    record = quote(theirs, take(theirs, TALKS, url=address))
    unite_with(ours, theirs.path)
    (row,) = articles.rows(ours, articles.ids(ours))
    assert articles.open_reading(ours, row.id).versions == 2
    assert records.get(ours, record).anchors[0].needs_look
    assert list(check(ours)) == []


def test_kept_originals_come_along(ours, theirs, tmp_path, capsys):
    page = tmp_path / "port.txt"
    page.write_text(PORT, encoding="utf-8")
    import_paths(theirs, [page], originals=True)
    take(ours, PORT)
    assert unite_with(ours, theirs.path).originals == 1
    assert unite_with(ours, theirs.path).originals == 0
    (number,) = articles.ids(ours)
    assert main(["--db", str(ours.path), "original", str(number), "-o", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_bytes() == page.read_bytes()


def test_what_was_purged_here_stays_away_with_all_that_was_made_of_it_since(ours, theirs):
    article = take(theirs, TALKS)
    unite_with(ours, theirs.path)
    purge(ours, article)
    record = quote(theirs, article)
    take(theirs, PORT)
    assert unite_with(ours, theirs.path).articles == 1
    assert articles.ids(ours, words="bridges").tolist() == []
    assert record not in [one.uid for one in records.list_records(ours, "quote")]
    assert b"two bridges" not in ours.path.read_bytes()
    assert list(check(ours)) == []
    assert unite_with(ours, theirs.path).articles == 0


def test_a_collection_that_has_purged_is_taken_in_without_what_it_purged(ours, theirs):
    article = take(theirs, TALKS)
    take(theirs, PORT)
    purge(theirs, article)
    assert unite_with(ours, theirs.path).articles == 1
    take(theirs, "A third article comes after the purge.")
    assert unite_with(ours, theirs.path).articles == 1
    assert list(check(ours)) == []


def test_an_altered_text_is_refused_and_nothing_comes(ours, theirs):
    take(theirs, TALKS)
    with theirs.write() as db:
        from store.schema import guard, unguard

        unguard(db)
        db.execute("UPDATE text SET body = body || '.'")
        guard(db)
    with pytest.raises(ForeignHistory, match="altered"):
        unite_with(ours, theirs.path)
    assert (len(articles.ids(ours)), ours.read.execute("SELECT count(*) FROM event").fetchone()) == (0, (0,))


def test_what_is_no_other_collection_is_refused(ours, tmp_path):
    with pytest.raises(OnRecordError, match="this collection"):
        unite_with(ours, ours.path)
    with pytest.raises(OnRecordError, match="no file"):
        unite_with(ours, tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "notes.txt").write_text("not a collection")
    with pytest.raises(NotACollection):
        unite_with(ours, tmp_path / "notes.txt")
    with closing(open_collection(tmp_path / "newer.db")) as newer, newer.write() as db:
        db.execute("PRAGMA user_version = 9999")
    with pytest.raises(NotACollection, match="newer"):
        unite_with(ours, tmp_path / "newer.db")


def test_the_command_says_what_came(ours, theirs, capsys):
    quote(theirs, take(theirs, TALKS))
    take(ours, TALKS)
    assert main(["--db", str(ours.path), "unite", str(theirs.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"articles": 0, "records": 1, "same": 1, "originals": 0}
    assert main(["--db", str(ours.path), "unite", str(theirs.path)]) == 0
    assert "0 articles, 0 records" in capsys.readouterr().out


def folder_of(path: Path) -> dict[str, bytes]:
    """All that lies in a folder."""
    return {file.name: file.read_bytes() for file in path.iterdir()}


@pytest.fixture
def lent(theirs, tmp_path):
    """Another collection with one article and one record, closed, alone in its folder."""
    record = quote(theirs, take(theirs, TALKS))
    theirs.close()
    path = tmp_path / "lent" / "theirs.db"
    path.parent.mkdir()
    shutil.copyfile(theirs.path, path)
    with closing(open_collection(path)):
        pass  # it becomes a replica of its own
    return path, record


def test_the_other_collection_stays_as_it_is_and_needs_no_lock(ours, lent):
    path, record = lent
    before = folder_of(path.parent)
    with path.with_name(f"{path.name}.lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path.parent.chmod(0o500)
        assert unite_with(ours, path).records == 1
        path.parent.chmod(0o700)
    assert folder_of(path.parent) == before
    assert records.get(ours, record).anchors
    assert not [file for file in ours.path.parent.iterdir() if file.name.startswith(".onrecord-")]


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_one_of_an_earlier_version_is_read_from_a_copy(ours, lent, tmp_path, version, monkeypatch):
    path, record = lent
    old = tmp_path / "old" / "old.db"
    old.parent.mkdir()
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "MIGRATIONS", MIGRATIONS[:version])
        made = sqlite3.connect(old, isolation_level=None)
        migrate(made)
        made.execute("ATTACH ? AS newer", [str(path)])
        for table in ("replica", "text", "event", "event_gap"):
            made.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")
        made.close()
    before = folder_of(old.parent)
    united = unite_with(ours, old)
    assert (united.articles, united.records) == (1, 1)
    assert records.get(ours, record).anchors[0].exact.startswith("“We will")
    assert folder_of(old.parent) == before
    assert not [file for file in ours.path.parent.iterdir() if file.name.startswith(".onrecord-")]
    assert list(check(ours)) == []


def test_changes_that_are_in_the_log_alone_come_along(ours, theirs, tmp_path):
    take(theirs, TALKS)
    left = tmp_path / "left" / "theirs.db"
    left.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{theirs.path}{suffix}", f"{left}{suffix}")
    before = folder_of(left.parent)
    assert len(before["theirs.db-wal"]) > 0
    assert unite_with(ours, left).articles == 1
    assert folder_of(left.parent) == before


def test_one_that_changes_meanwhile_is_refused(lent, tmp_path):
    path, _ = lent
    with pytest.raises(OnRecordError, match="changed meanwhile"), borrowed(path, tmp_path) as reader:
        reader.execute("SELECT * FROM event").fetchone()
        with closing(open_collection(path)) as opened:
            take(opened, PORT)


def test_a_record_there_of_a_speaker_purged_here_comes_without_the_speaker(ours, theirs):
    article = take(theirs, TALKS)
    port = take(theirs, PORT)
    quote(theirs, article)
    unite_with(ours, theirs.path)
    purge(ours, article)
    assert speakers.speakers(ours) == []
    (speaker,) = speakers.speakers(theirs)
    speakers.edit(theirs, speaker.uid, {"note": "the source"}, alias="P. Orrin")
    place = [("content", 0, 8)]
    made = [
        records.tag(theirs, "quote", port, place, {"speaker": speaker.uid}),
        records.tag(theirs, "mention", port, [("content", 9, 14)], {"speaker": speaker.uid}),
        records.tag(theirs, "commitment", port, place, {"promisor": speaker.uid}),
    ]
    assert unite_with(ours, theirs.path).records == 3
    assert [records.get(ours, uid).fields.get("speaker" if at < 2 else "promisor") for at, uid in enumerate(made)] == [
        None, None, None,
    ]  # fmt: skip
    assert speakers.speakers(ours) == []
    ours.close()
    assert b"Orrin" not in ours.path.read_bytes()
    with closing(open_collection(ours.path)) as again:
        assert list(check(again)) == []
        records.edit(again, made[0], {"form": "direct"})
        unite_with(again, theirs.path)
        assert list(check(again)) == []


def test_a_long_history_is_never_in_memory_as_a_whole(ours, theirs):
    notes = {"name": "Orrin", "note": "word " * 2000, "state": "live"}
    act(theirs, "many", [Change("speaker", new_uid(), notes) for _ in range(3000)])
    tracemalloc.start()
    unite_with(ours, theirs.path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000  # the notes alone have thirty
    assert len(speakers.speakers(ours)) == 3000


def test_an_empty_file_is_refused_and_stays_empty(ours, tmp_path):
    (tmp_path / "empty.db").touch()
    with pytest.raises(NotACollection, match="is empty"):
        unite_with(ours, tmp_path / "empty.db")
    assert (tmp_path / "empty.db").stat().st_size == 0
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE x (y)")
    with pytest.raises(NotACollection, match=r"another program; name another file\.$"):
        unite_with(ours, tmp_path / "other.db")
