"""A purged article is nowhere any more: not in the file, its log, nor in the copies the program made."""

import pytest

from store import articles, records, schema, speakers
from store import collection as opening
from store.check import check
from store.collection import VacuumFailed, open_collection
from store.history import NothingToUndo, undo
from store.passages import look_for_pending
from store.purge import purge

SECRET = "quokkamarmalade"
TEXT = (
    f"The source {SECRET} told Norrin Wire about the river crossing and the two bridges there.\n"
    "“Nobody was meant to know of it before the spring,” the source said in the evening.\n"
) * 2


@pytest.fixture
def told(add, collection, article):
    """An article that gives a source away, tagged, edited and looked through; another stands beside it."""
    uid = add(TEXT, title=f"What {SECRET} told", author=SECRET, url=f"https://norrin.example/{SECRET}")
    record = records.tag(collection, "quote", uid, [("content", 0, 40)], {"addressee": SECRET}, note=SECRET)
    records.edit(collection, record, {"venue": SECRET})
    articles.correct(collection, uid, place=SECRET)
    articles.save_position(collection, uid, 7)
    undo(collection)
    look_for_pending(collection)
    assert articles.ids(collection, words=SECRET)
    return uid


def left_behind(folder) -> list[str]:
    """The files of a folder that still hold the secret in any usual encoding."""
    needles = [SECRET.encode(), SECRET.encode("utf-16-le")]
    return [f.name for f in folder.iterdir() if any(needle in f.read_bytes().lower() for needle in needles)]


def test_its_words_are_nowhere(collection, told, path):
    assert left_behind(path.parent)
    purge(collection, told)
    assert left_behind(path.parent) == []
    collection.close()
    assert left_behind(path.parent) == []


def test_the_copies_made_before_migrations_go_too(collection, told, path, monkeypatch):
    collection.close()
    steps = [*schema.MIGRATIONS, lambda db: db.execute("CREATE TABLE later (x TEXT) STRICT")]
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    monkeypatch.setattr(opening, "MIGRATIONS", steps)
    migrated = open_collection(path)
    assert any(".version-" in name for name in left_behind(path.parent))
    purge(migrated, told)
    migrated.close()
    assert left_behind(path.parent) == []


def test_the_rest_is_untouched_and_sound(collection, article, told, path):
    kept = articles.find(collection, article)
    purge(collection, told)
    assert list(check(collection)) == []
    assert articles.find(collection, article) == kept
    assert articles.count(collection) == 1
    assert articles.ids(collection, words=SECRET).tolist() == []
    assert articles.ids(collection, words="bridges").tolist() == [kept.id]
    with pytest.raises(NothingToUndo):
        undo(collection)
    articles.star(collection, article, True)
    collection.close()
    again = open_collection(path)
    assert list(check(again)) == []
    again.close()


def test_a_text_that_another_article_has_too_stays_with_that_one(collection, add, path):
    one = add(TEXT, url="https://one.example/a", outlet="One")
    other = add(TEXT, url="https://two.example/a", outlet="Two")
    assert one != other
    purge(collection, one)
    assert articles.open_reading(collection, articles.find(collection, other).id).text == TEXT
    assert list(check(collection)) == []
    purge(collection, other)
    assert left_behind(path.parent) == []


def test_earlier_versions_go_too(collection, add, path):
    add(TEXT, url="https://one.example/a")
    uid = add("Harmless now. The river crossing and the two bridges there.", url="https://one.example/a")
    purge(collection, uid)
    assert left_behind(path.parent) == []
    assert collection.read.execute("SELECT count(*) FROM text").fetchone() == (0,)


def test_speakers_stay(collection, told):
    speakers.create(collection, "Pell Orrin")
    purge(collection, told)
    assert [s.name for s in speakers.speakers(collection)] == ["Pell Orrin"]


def test_decisions_about_its_copies_of_others_records_go_too(collection, article, told, path):
    """A record elsewhere may have had a place in the purged text."""
    from store.events import Change, new_uid
    from store.history import act

    record = records.tag(collection, "quote", article, [("content", 0, 7)])
    sha256 = articles.open_reading(collection, articles.find(collection, told).id).text_sha256
    place = {"annotation": record, "text": sha256, "start": 0, "end": 40, "exact": SECRET}
    act(collection, "part copy", [Change("decision", new_uid(), place | {"verdict": "parted", "state": "live"})])
    purge(collection, told)
    assert left_behind(path.parent) == []
    assert list(check(collection)) == []


def test_while_another_program_reads_it_says_what_is_left_to_do(collection, told, path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY", 50)
    collection.close()
    collection = open_collection(path)
    other = open_collection(path)
    other.read.execute("BEGIN")
    other.read.execute("SELECT * FROM text").fetchone()
    with pytest.raises(VacuumFailed, match="run `onrecord purge` once more"):
        purge(collection, told)
    other.read.execute("COMMIT")
    collection.vacuum()
    collection.close()
    other.close()
    assert left_behind(path.parent) == []
