"""Records whose words their article says no more: they show in the other articles that have the words, count once
and say where they were taken from; the earlier version that they are anchored in is no copy of anything.
"""

import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recycling import SENTENCES, grouping

from store import articles, boilerplate, copies, records
from store.check import check
from store.collection import Collection, open_collection
from store.exporters.rows import Selection
from store.exporting import export
from store.history import NothingToUndo, UndoConflict, redo, undo
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import rebuild_passages, update_passages
from store.passages import passages_pending
from store.purge import purge
from store.registers import places, quotes, variants
from store.uniting import unite_with

QUOTE = "“We will build two bridges for 500 million crowns by 2031, and we will not ask the lakes to pay for them,”"
STORY = f"{SENTENCES[0]}\n{QUOTE} Orrin said after the talks in the town hall.\n{SENTENCES[3]}\n"
OWN = {"home": f"{SENTENCES[1]}\n{SENTENCES[2]}\n", "other": f"{SENTENCES[5]}\n", "third": f"{SENTENCES[6]}\n"}
WITHOUT = f"{OWN['home']}{SENTENCES[7]}\n"
"""What is left of `home` when the story is taken out of it."""

GONE = """SELECT count(*) FROM place JOIN span ON span.uid = place.span
    WHERE place.text <> span.text AND place.text NOT IN (SELECT text FROM article)"""


def take(collection: Collection, text: str, name: str) -> str:
    """Import a text as the article of this name, or its new version; its uid."""
    import_items(collection, [SavedArticle(text, title=name, outlet=name, url=f"https://{name}.example/1")])
    return articles.find(collection, f"https://{name}.example/1").uid


def tag(collection: Collection, uid: str, words: str = QUOTE) -> str:
    (body,) = collection.read.execute(
        "SELECT body FROM article JOIN text ON sha256 = text WHERE article.uid = ?", [uid]
    ).fetchone()
    start = body.index(words)
    return records.tag(collection, "quote", uid, [("content", start, start + len(words))])


def shown(collection: Collection, uid: str) -> list[tuple[str, str]]:
    """Kind and words of the places of records on an article's page."""
    reading = articles.open_reading(collection, articles.find(collection, uid).id)
    return [(place.kind, reading.text[place.start : place.end]) for place in reading.places]


def kept_places(reader: sqlite3.Connection) -> list[tuple[str, str, int, int, str]]:
    return reader.execute('SELECT annotation, text, "start", "end", kind FROM place ORDER BY 1, 2, 3, 4').fetchall()


@pytest.fixture
def left(collection):
    """The uids of `home`, `other` and `third`, and of the record that `home` says no more and the others do."""
    home, other, third = (take(collection, own + STORY, name) for name, own in OWN.items())
    update_passages(collection)
    record = tag(collection, home)
    take(collection, WITHOUT, "home")
    update_passages(collection)
    return home, other, third, record


def test_a_record_stays_in_the_other_articles_when_its_own_says_its_words_no_more(collection, left, tmp_path):
    _, other, third, record = left
    assert [shown(collection, uid) for uid in left[:3]] == [[], [("copy", QUOTE)], [("copy", QUOTE)]]
    counted = records.get(collection, record)
    assert (counted.copies_here, counted.copies_elsewhere, counted.variants) == (0, 2, 0)
    assert [entry.copies for entry in quotes(collection)] == [2]
    assert [(place.title, place.start is None, place.kind, place.words) for place in places(collection, record)] == [
        ("home", True, "home", QUOTE),
        ("other", False, "copy", QUOTE),
        ("third", False, "copy", QUOTE),
    ]
    export(collection, "csv", tmp_path / "quotes.csv", Selection(kinds=("quote",)))
    told = (tmp_path / "quotes.csv").read_text(encoding="utf-8")
    at = [
        f"{articles.find(collection, uid).id}:{len(OWN[name] + STORY[: STORY.index(QUOTE)])}"
        for uid, name in ((other, "other"), (third, "third"))
    ]
    assert all(f"{place}-" in told for place in at)
    with pytest.raises(records.AlreadyThere):
        tag(collection, other)
    assert not passages_pending(collection)
    assert list(check(collection)) == []


def test_the_earlier_version_is_no_copy_of_anything(collection):
    home, other = (take(collection, OWN[name] + STORY, name) for name in ("home", "other"))
    update_passages(collection)
    tag(collection, home)
    (passage,) = copies.ranked(collection)
    take(collection, WITHOUT, "home")
    update_passages(collection)
    numbers = [articles.find(collection, uid).id for uid in (home, other)]
    assert [kind for kind, _ in shown(collection, other)] == ["copy"]
    assert [copies.regions(collection, number) for number in numbers] == [[], []]
    assert not any(copies.recycled(collection, numbers).values())
    assert [copies.alike(collection, number) for number in numbers] == [[], []]
    assert (copies.ranked(collection), copies.count(collection)) == ([], 0)
    assert list(copies.rows(collection, [passage])) == []
    take(collection, OWN["third"] + STORY, "third")
    update_passages(collection)
    (row,) = copies.rows(collection, copies.ranked(collection))
    assert (row.members, row.articles, copies.count(collection)) == (2, 2, 1)
    assert row.first.title == "other"
    boilerplate.hide(collection, row.id)
    (hidden,) = collection.read.execute("SELECT count(*) FROM hidden JOIN article USING (text)").fetchone()
    assert hidden == 1, "by a place that an article shows"


def test_a_record_left_on_an_earlier_version_comes_to_articles_that_arrive_later(collection, left):
    *_, record = left
    later = take(collection, f"{SENTENCES[8]}\n{STORY}", "later")
    other_year = take(collection, f"{SENTENCES[9]}\n{STORY.replace('2031', '2032')}", "changed")
    update_passages(collection)
    assert shown(collection, later) == [("copy", QUOTE)]
    assert shown(collection, other_year) == [("variant", QUOTE.replace("2031", "2032"))]
    assert records.get(collection, record).copies_elsewhere == 3
    assert [entry.title for entry in variants(collection)] == ["changed"]
    take(collection, f"{SENTENCES[8]}\n", "later")
    update_passages(collection)
    assert records.get(collection, record).copies_elsewhere == 2


def test_deleting_and_undo_work_on_a_record_left_on_an_earlier_version(collection, left):
    _, other, _, record = left
    records.delete(collection, record)
    assert shown(collection, other) == []
    update_passages(collection)
    undo(collection)
    assert shown(collection, other) == [("copy", QUOTE)]
    redo(collection)
    assert shown(collection, other) == []


def test_a_record_that_was_taken_back_before_its_words_went_comes_back_in_the_other_articles(collection):
    home, other = (take(collection, OWN[name] + STORY, name) for name in ("home", "other"))
    update_passages(collection)
    tag(collection, home)
    undo(collection)
    take(collection, WITHOUT, "home")
    update_passages(collection)
    redo(collection)
    assert passages_pending(collection)
    update_passages(collection)
    assert shown(collection, other) == [("copy", QUOTE)]


def test_words_that_come_back_are_home_again_and_the_earlier_version_goes(collection, left):
    home, other, third, record = left
    take(collection, f"{SENTENCES[10]}\n{OWN['home']}{STORY}", "home")
    update_passages(collection)
    assert [shown(collection, uid) for uid in (home, other, third)] == [
        [("home", QUOTE)],
        [("copy", QUOTE)],
        [("copy", QUOTE)],
    ]
    assert not records.get(collection, record).needs_look
    query = (
        "SELECT count(*) FROM occurrence JOIN text ON text.id = occurrence.text JOIN article ON article.text = sha256"
    )
    (everywhere,) = collection.read.execute("SELECT count(*) FROM occurrence").fetchone()
    assert collection.read.execute(query).fetchone() == (everywhere,)
    assert list(check(collection)) == []


def test_a_record_that_is_placed_in_the_new_version_leaves_the_earlier_one(collection, left):
    home, other, _, record = left
    (anchor,) = records.get(collection, record).content
    records.place_span(collection, anchor.uid, 0, len(SENTENCES[1]))
    assert shown(collection, home) == [("home", SENTENCES[1])]
    assert shown(collection, other) == []
    update_passages(collection)
    assert collection.read.execute("SELECT count(*) FROM compared WHERE linked > 0").fetchone() == (3,)
    undo(collection)
    update_passages(collection)
    assert shown(collection, other) == [("copy", QUOTE)]


def test_its_own_article_asks_where_a_record_stands_and_shows_no_variant_of_it(collection, left):
    home, other, third, record = left
    changed = STORY.replace("500 million", "5 billion")
    take(collection, f"{WITHOUT}{changed}", "home")
    update_passages(collection)
    assert [[kind for kind, _ in shown(collection, uid)] for uid in (home, other, third)] == [[], ["copy"], ["copy"]]
    assert records.get(collection, record).needs_look
    assert variants(collection) == []
    take(collection, f"{WITHOUT}{changed}", "fourth")
    update_passages(collection)
    assert "fourth" in [entry.title for entry in variants(collection)], "another article with that very text shows it"


def test_a_purge_takes_the_record_and_the_version_that_it_was_left_on(collection, left):
    home, other, third, _ = left
    purge(collection, home)
    update_passages(collection)
    assert [shown(collection, uid) for uid in (other, third)] == [[], []]
    assert collection.read.execute("SELECT count(*) FROM text").fetchone() == (2,)
    assert collection.read.execute("SELECT count(*) FROM compared").fetchone() == (2,)
    assert list(check(collection)) == []


def test_no_place_is_on_an_earlier_version_of_another_article(collection, left):
    *_, third, record = left
    back = tag(collection, third, "The minister of waterways said on Monday")
    changed = [records.get(collection, uid) for uid in (record, back)]
    assert [(one.copies_elsewhere, one.variants) for one in changed] == [(2, 0), (1, 0)]
    assert collection.read.execute(GONE).fetchone() == (0,)
    rebuild_passages(collection)
    assert collection.read.execute(GONE).fetchone() == (0,)


def test_places_from_an_earlier_version_are_those_of_a_rebuild(collection, left):
    before = kept_places(collection.read)
    assert len(before) == 2
    rebuild_passages(collection)
    assert kept_places(collection.read) == before


@st.composite
def happenings(draw):
    """What happens to a collection: articles come, come again with other words, go for good; records come and go."""
    sentences = st.lists(st.integers(0, 5), max_size=4)
    what = st.sampled_from(["add", "add", "add", "tag", "tag", "purge", "update", "delete", "undo", "redo"])
    return draw(st.lists(st.tuples(what, st.integers(0, 5), sentences), min_size=8, max_size=30))


@settings(max_examples=40, deadline=None)
@given(happenings())
def test_whatever_happens_all_other_articles_with_its_words_show_a_record(tmp_path_factory, happened):
    with closing(open_collection(tmp_path_factory.mktemp("left") / "c.db")) as collection:
        for what, number, sentences in happened:
            happen(collection, what, number, sentences)
        update_passages(collection)
        assert not passages_pending(collection)
        expected = words_elsewhere(collection.read)
        assert {(uid, text) for uid, text, *_ in kept_places(collection.read)} >= expected
        assert collection.read.execute(GONE).fetchone() == (0,)
        kept = grouping(collection.read), kept_places(collection.read)
        assert copies.count(collection) == len(copies.ranked(collection))
        assert list(check(collection)) == []
        rebuild_passages(collection)
        assert (grouping(collection.read), kept_places(collection.read)) == kept


def happen(collection: Collection, what: str, number: int, sentences: list[int]) -> None:
    row = collection.read.execute(
        "SELECT uid, body FROM article JOIN text ON sha256 = text WHERE title = ?", [f"n{number}"]
    )
    uid, body = row.fetchone() or ("", "")
    uids = [uid for (uid,) in collection.read.execute("SELECT uid FROM annotation WHERE state = 'live' ORDER BY uid")]
    if what == "add":
        take(collection, "\n".join([SENTENCES[6 + number], *(SENTENCES[k] for k in sentences)]) + "\n", f"n{number}")
    elif what == "update":
        update_passages(collection)
    elif what == "purge" and uid and number < 2:
        purge(collection, uid)
    elif what == "delete" and uids:
        records.delete(collection, uids[number % len(uids)])
    elif what in ("undo", "redo"):
        with suppress(NothingToUndo, UndoConflict):
            (undo if what == "undo" else redo)(collection)
    elif what == "tag":
        for sentence in sentences:
            if SENTENCES[sentence] in body:
                with suppress(records.AlreadyThere):
                    tag(collection, uid, SENTENCES[sentence])


def words_elsewhere(reader: sqlite3.Connection) -> set[tuple[str, str]]:
    """Each record with the texts of other articles that have its words."""
    rows = reader.execute(
        """SELECT annotation.uid, there.text FROM annotation JOIN span ON span.annotation = annotation.uid
        JOIN article AS home ON home.uid = annotation.article
        JOIN article AS there ON there.uid <> home.uid JOIN text ON text.sha256 = there.text
        WHERE annotation.state = 'live' AND span.state = 'live' AND instr(body, exact) AND there.text <> span.text"""
    )
    return set(rows.fetchall())


def test_a_record_that_another_collection_left_on_an_earlier_version_shows_in_the_articles_here(
    collection, left, tmp_path
):
    with closing(open_collection(tmp_path / "here.db")) as here:
        take(here, OWN["other"] + STORY, "other")
        update_passages(here)
        unite_with(here, collection.path)
        update_passages(here)
        assert shown(here, articles.find(here, "https://other.example/1").uid) == [("copy", QUOTE)]
        assert records.get(here, left[-1]).copies_elsewhere == 2
        assert list(check(here)) == []
