"""A purged article is nowhere any more: not in the file, its log, nor in the copies the program made."""

from contextlib import closing

import numpy as np
import pytest

from store import articles, boilerplate, marks, records, schema, speakers, suggestions, verdicts
from store import collection as opening
from store.backups import CopiesLeft, back_up
from store.check import check
from store.collection import VacuumFailed, open_collection
from store.events import Change, new_uid
from store.history import NothingToUndo, act, undo
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import update_passages
from store.passages import look_for_pending
from store.purge import overwrite, purge
from store.suggesting import suggest_all
from store.uniting import unite_with

SECRET = "quokkamarmalade"
NAME = "Hesper Quillfeather"
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


def left_behind(folder, *words: str) -> list[str]:
    """The files in and below a folder that still hold the secret, or these words, in any usual encoding."""
    needles = [word.encode(encoding) for word in words or (SECRET,) for encoding in ("utf-8", "utf-16-le")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(needle in file.read_bytes().lower() for needle in needles)]


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
    assert len(articles.ids(collection)) == 1
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


def test_nothing_that_was_made_of_it_is_left(collection, add, path):
    """A speaker, suggestions, verdicts, a hidden passage, a mark, a decision, the index and an unfinished copy."""
    block = (
        f"Officials of {SECRET} told Norrin Wire about the river crossing and the two bridges there, and the ministry "
        f"will spend 40 million crowns on them by 2031. “Nobody was meant to know of it before the spring,” said "
        f"{NAME} of {SECRET} in the evening of that day.\n"
    )
    told = add(block * 2 + "A tail of its own.\n", title="one", published="2031-01-01", published_precision="day")
    other = add(f"A different head.\n{block.replace(SECRET, 'somebody').replace(NAME, 'a man')}", title="two")
    update_passages(collection)
    suggest_all(collection)
    first, *rest = suggestions.suggestions_for(collection, told)
    verdicts.reject(collection, first)
    for suggestion in rest:
        verdicts.accept(collection, suggestion)
    speaker, along = speakers.new_speaker(NAME, role=f"source of {SECRET}", aliases=[f"{NAME} {SECRET}"])
    quote = records.tag(collection, "quote", told, [("content", 0, 20)], {"speaker": speaker}, along=along)
    records.edit(collection, quote, {"speaker": None})
    records.tag(collection, "quote", other, [("content", 30, 60)])
    (passage,) = collection.read.execute("SELECT passage FROM occurrence LIMIT 1").fetchone()
    boilerplate.hide(collection, passage)
    marks.set_mark(collection, "a", told, 5)
    (path.parent / f".{path.name}.version-1.x7.part").write_bytes(f"cut off {SECRET}".encode())
    (number,) = collection.read.execute(
        "SELECT text.id FROM article JOIN text ON sha256 = article.text WHERE uid = ?", [told]
    ).fetchone()
    assert rest
    assert left_behind(path.parent, SECRET, NAME.lower())
    purge(collection, told)
    assert list(check(collection)) == []
    collection.close()
    assert left_behind(path.parent, SECRET, NAME.lower()) == []
    for segment in (path.parent / f"{path.name}.passages").iterdir():
        assert number not in np.fromfile(segment, np.uint64) & np.uint64((1 << 24) - 1)


def test_speakers_stay_where_others_name_them(collection, article, add):
    told = add(TEXT)
    spoken, merged, gone, apart, undone = (
        speakers.create(collection, name) for name in ("Pell Orrin", "Orrin", "Ana Taverne", "Sutheria", "Umber")
    )
    for speaker in (spoken, merged, gone, undone):
        records.tag(collection, "mention", told, [("content", 0, 9)], {"speaker": speaker})
    records.tag(collection, "quote", article, [("content", 0, 7)], {"speaker": spoken})
    changed = records.tag(collection, "quote", article, [("content", 9, 15)], {"speaker": undone})
    speakers.merge(collection, [merged], spoken)
    records.edit(collection, changed, {"speaker": apart})
    purge(collection, told)
    assert {s.uid for s in speakers.speakers(collection)} == {spoken, apart, undone}
    assert speakers.speakers(collection)[0].merged == ("Orrin",)
    undo(collection)
    assert records.get(collection, changed).fields["speaker"] == undone
    assert list(check(collection)) == []


def test_a_copy_that_cannot_be_removed_is_named_and_the_rest_is_overwritten(collection, told, path):
    (path.parent / f"{path.name}.version-1").mkdir()
    copy = path.with_name(f"{path.name}.version-2")
    copy.write_bytes(SECRET.encode())
    with pytest.raises(CopiesLeft, match="version-1: Is a directory"):
        purge(collection, told)
    collection.close()
    assert left_behind(path.parent) == []


def test_decisions_about_its_copies_of_others_records_go_too(collection, article, told, path):
    """A record elsewhere may have had a place in the purged text."""
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
    overwrite(collection)
    collection.close()
    other.close()
    assert left_behind(path.parent) == []


def test_what_is_purged_is_not_changed_any_more(collection, told, article, add):
    speaker, along = speakers.new_speaker("Pell Orrin")
    records.tag(collection, "mention", told, [("content", 0, 9)], {"speaker": speaker}, along=along)
    purge(collection, told)
    with pytest.raises(articles.NoSuchArticle, match="The article is gone"):
        articles.star(collection, told, True)
    with pytest.raises(articles.NoSuchArticle, match="The article is gone"):
        articles.correct(collection, told, title=SECRET)
    with pytest.raises(speakers.NoSuchSpeaker, match="The speaker is gone"):
        speakers.edit(collection, speaker, {"note": SECRET})
    assert collection.read.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert speakers.speakers(collection) == []


@pytest.fixture
def other(tmp_path):
    with closing(open_collection(tmp_path / "other.db")) as opened:
        yield opened


@pytest.mark.parametrize("first", ["here", "there"])
def test_an_article_that_is_one_with_anothers_goes_whole_and_stays_away(collection, add, other, path, first):
    """Its own id, the other's, what both say, and what the other adds to either later."""
    add("Something else entirely.\nAnd more.", title="beside")

    def save(into, title):
        import_items(into, [SavedArticle(TEXT, title=f"{title} {SECRET}", url="https://one.example/a")])
        return into.read.execute("SELECT uid FROM article WHERE title LIKE ?", [f"{title}%"]).fetchone()[0]

    uids = [save(collection, "Mine"), save(other, "Theirs")] if first == "here" else []
    uids = uids or [save(other, "Theirs"), save(collection, "Mine")]
    unite_with(collection, other.path)
    purge(collection, min(uids))
    assert list(check(collection)) == []
    records.tag(other, "quote", uids[first == "here"], [("content", 0, 40)], note=SECRET)
    unite_with(collection, other.path)
    assert [row.title for row in articles.rows(collection, articles.ids(collection))] == ["beside"]
    assert collection.read.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert list(check(collection)) == []
    collection.close()
    assert left_behind(path.parent) == []


def test_an_article_that_a_third_has_made_one_with_a_purged_one_stays_away_too(
    collection, article, talks, other, tmp_path
):
    unite_with(other, collection.path)
    purge(collection, article)
    with closing(open_collection(tmp_path / "third.db")) as third:
        import_items(third, [SavedArticle(talks, title=SECRET, url="https://norrin.example/talks")])
        unite_with(third, other.path)
        unite_with(collection, third.path)
    assert collection.read.execute("SELECT count(*) FROM article").fetchone() == (0,)
    assert list(check(collection)) == []


def test_a_text_does_not_come_back_for_a_decision_about_it(collection, add, path, tmp_path):
    """A passage of both articles, hidden elsewhere after the one was purged here; a copy of a record, parted there."""
    block = "Officials told Norrin Wire about the river crossing, the two bridges and all forty of the ferries there.\n"
    told = add(f"{SECRET} said so.\n{block}", title="one")
    kept = add(f"A different head.\n{block}", title="two")
    back_up(path, tmp_path / "other.db")
    with closing(open_collection(tmp_path / "other.db")) as other:
        (sha256,) = other.read.execute("SELECT text FROM article WHERE uid = ?", [told]).fetchone()
        place = {"text": sha256, "start": 0, "end": len(SECRET), "exact": SECRET, "state": "live"}
        act(other, "hide passage", [Change("hidden", new_uid(), place)])
        record = records.tag(other, "quote", kept, [("content", 18, 27)])
        act(other, "part copy", [Change("decision", new_uid(), place | {"annotation": record, "verdict": "parted"})])
        purge(collection, told)
        assert unite_with(collection, other.path).records == 1
        assert list(check(collection)) == []
        articles.star(other, kept, True)
        unite_with(collection, other.path)
        assert articles.find(collection, kept).starred
    collection.close()
    assert left_behind(path.parent) == []


def test_numbers_are_never_given_again(collection, article, told, add):
    numbers = "SELECT article.id, text.id FROM article JOIN text ON sha256 = article.text WHERE uid = ?"
    purged = collection.read.execute(numbers, [told]).fetchone()
    for starred in (True, False, True):
        articles.star(collection, article, starred)
    purge(collection, told)
    new = add("Another one entirely.\nAnd more.")
    assert collection.read.execute(numbers, [new]).fetchone() == tuple(number + 1 for number in purged)
