"""Uniting collections: nothing lost, nothing doubled, the same on both sides, and what is no collection is refused."""

import fcntl
import json
import shutil
import sqlite3
import time
import tracemalloc
from contextlib import ExitStack, closing, suppress
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from store import articles, records, schema, speakers
from store.borrowing import borrowed
from store.check import check
from store.collection import NotACollection, open_collection
from store.errors import OnRecordError
from store.events import COLUMNS, Change, Event, append_imported, new_uid
from store.exporters import jsonl
from store.exporters.rows import Selection
from store.history import act, redo, undo
from store.importing import import_items, import_paths
from store.incoming import ForeignHistory, refusing_foreign, take_in
from store.model import SavedArticle
from store.purge import purge
from store.schema import MIGRATIONS, migrate
from store.texts import count_words, keep_texts, text_sha256
from store.uniting import United, unite_with
from tui.cli import main

TALKS = "VELDMAR, 3 June 2031 – “We will build two bridges by 2033,” Pell Orrin told the town hall of Veldmar."
URL = "https://herald.example/talks"
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
        "SELECT uid, text, title, outlet, published, starred, state, same_as FROM article ORDER BY uid",
        "SELECT uid, article, kind, state FROM annotation ORDER BY uid",
        'SELECT uid, text, start, "end", needs_look, state FROM span ORDER BY uid',
        "SELECT article, name FROM label WHERE state = 'live' ORDER BY uid",
        "SELECT uid, name, same_as, state FROM speaker ORDER BY uid",
        "SELECT sha256, body FROM text ORDER BY sha256",
        "SELECT id FROM event ORDER BY id",
    )
    return [collection.read.execute(query).fetchall() for query in queries]


def assert_all_named_are_listed(collection):
    """Every record's speaker is in the register, in the rows of exports and in what comes back from JSON Lines."""
    kinds = ("quote", "mention", "commitment")
    named = [records.OWNER[kind] for kind in kinds]
    found = {
        record.fields[column]
        for kind, column in zip(kinds, named, strict=True)
        for record in records.list_records(collection, kind)
    } - {None}
    assert found <= {speaker.uid for speaker in speakers.speakers(collection)}
    assert found <= {uid for (uid,) in collection.read.execute("SELECT speaker_id FROM speakers_flat")}
    assert found <= {line["uid"] for line in jsonl.speakers(collection, Selection())}


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
    mine = take(ours, TALKS, url=URL, labels=("x", "y"))
    other = take(theirs, TALKS, url=URL, labels=("y", "z"))
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
    record = quote(theirs, take(theirs, TALKS, url=URL))
    take(ours, "VELDMAR – The town hall of Veldmar heard nothing new, said Pell Orrin.", url=URL)
    unite_with(ours, theirs.path)
    (row,) = articles.rows(ours, articles.ids(ours))
    reading = articles.open_reading(ours, row.id)
    assert (reading.versions, reading.text[:9]) == (2, "VELDMAR –")
    assert records.get(ours, record).anchors[0].needs_look
    assert list(check(ours)) == []


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_what_comes_for_an_article_that_has_become_another_shows_there(ours, theirs, first):
    """Whichever of both has the earlier id: a record, a changed text, a correction, a label, made after uniting."""
    early, late = (ours, theirs) if first == "ours" else (theirs, ours)
    take(early, TALKS, url=URL)
    other = take(late, TALKS, url=URL)
    unite_with(ours, theirs.path)
    mine = articles.find(theirs, other if theirs is late else "1").uid
    record = quote(theirs, mine)
    articles.save_position(theirs, mine, TALKS.index("June"))
    articles.correct(theirs, mine, outlet="Herald")
    take(theirs, f"UPDATED. {TALKS}", url=URL, labels=("late",))
    for one, two in ((ours, theirs), (theirs, ours)):
        unite_with(one, two.path)
        (row,) = articles.rows(one, articles.ids(one))
        reading = articles.open_reading(one, row.id)
        assert (reading.text[:8], reading.versions, reading.labels, row.outlet) == ("UPDATED.", 2, ("late",), "Herald")
        assert [(kept.uid, kept.anchors[0].needs_look) for kept in reading.records] == [(record, False)]
        assert one.read.execute("SELECT id FROM quotes_flat").fetchall() == [(record,)]
        assert list(check(one)) == []
    reading = articles.open_reading(theirs, articles.ids(theirs)[0])
    assert reading.text[reading.position :].startswith("June")
    assert told(ours) == told(theirs)
    assert unite_with(ours, theirs.path) == United(0, 0, 0, 0)


def test_a_star_and_what_was_corrected_stay_when_the_earlier_id_is_the_others(ours, theirs):
    take(theirs, TALKS, outlet="Wire", language="en")
    mine = take(ours, TALKS)
    articles.star(ours, mine, True)
    articles.correct(ours, mine, published="2031-06-03", published_precision="day", outlet="Herald")
    unite_with(ours, theirs.path)
    (row,) = articles.rows(ours, articles.ids(ours))
    assert (row.starred, row.outlet, row.published, row.published_precision) == (True, "Herald", "2031-06-03", "day")
    assert articles.open_reading(ours, row.id).language == "en"
    undo(ours)
    (row,) = articles.rows(ours, articles.ids(ours))
    assert (row.starred, row.outlet, row.published, row.published_precision) == (True, "Wire", "", "none")
    redo(ours)
    unite_with(theirs, ours.path)
    assert told(ours) == told(theirs)
    assert list(check(ours)) == list(check(theirs)) == []


def test_a_text_that_one_side_has_had_before_does_not_come_back(ours, theirs):
    """Saved anew by the other side, from a page that had not changed yet."""
    take(ours, TALKS, url=URL)
    take(ours, f"UPDATED. {TALKS}", url=URL)
    take(theirs, TALKS, url=URL)
    unite_with(ours, theirs.path)
    assert articles.open_reading(ours, articles.ids(ours)[0]).text.startswith("UPDATED.")


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_an_article_of_which_one_side_has_only_an_earlier_version_is_one(ours, theirs, first):
    quote(ours, take(ours, TALKS))
    take(theirs, TALKS, path="talks.txt")
    take(theirs, f"UPDATED. {TALKS}", path="talks.txt")
    one, two = (ours, theirs) if first == "ours" else (theirs, ours)
    assert unite_with(one, two.path).same == 1
    unite_with(two, one.path)
    unite_with(one, two.path)
    assert told(ours) == told(theirs)
    for collection in (ours, theirs):
        (number,) = articles.ids(collection)
        reading = articles.open_reading(collection, number)
        assert (reading.versions, reading.text[:8]) == (2, "UPDATED.")
        assert list(check(collection)) == []


def test_only_records_that_were_not_here_are_counted(ours, theirs):
    mine = quote(ours, take(ours, TALKS))
    unite_with(theirs, ours.path)
    records.edit(theirs, mine, {"venue": "town hall"})
    quote(theirs, take(theirs, PORT.replace("The port", "“The port”")), PORT.replace("The port", "“The port”"))
    assert unite_with(ours, theirs.path).records == 1
    assert records.get(ours, mine).fields["venue"] == "town hall"


def test_the_names_of_others_come_along(ours, theirs, tmp_path):
    theirs.sign("Boris")
    quote(theirs, take(theirs, TALKS))
    unite_with(ours, theirs.path)
    assert ours.read.execute('SELECT "by" FROM quotes_flat').fetchall() == [("Boris",)]
    theirs.sign("Boris K.")
    ours.sign("Ana")
    with closing(open_collection(tmp_path / "third.db")) as third:
        unite_with(third, ours.path)
        assert third.read.execute('SELECT "by" FROM quotes_flat').fetchall() == [("Boris",)]
        unite_with(third, theirs.path)
        assert third.read.execute('SELECT "by" FROM quotes_flat').fetchall() == [("Boris K.",)]
        unite_with(theirs, third.path)
    assert theirs.read.execute('SELECT "by" FROM quotes_flat').fetchall() == [("Boris K.",)]


def test_what_was_purged_elsewhere_comes_from_one_who_has_kept_it(ours, theirs, tmp_path):
    article = take(theirs, TALKS)
    with closing(open_collection(tmp_path / "third.db")) as third:
        unite_with(third, theirs.path)
        purge(third, article)
        unite_with(theirs, third.path)
    assert unite_with(ours, theirs.path).articles == 1
    assert articles.ids(ours, words="bridges").tolist() == [1]
    assert list(check(ours)) == list(check(theirs)) == []


STEPS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(
        "save tag label star unstar correct undo redo unite unite unite meet name name merge forget take-off".split()
    ),
    st.integers(0, 2),
)


def name(collection, article, number):
    speaker = speakers.speakers(collection)[number].uid
    records.tag(collection, "mention", article, [("content", number, 15)], {"speaker": speaker})


def merge(collection, _, number):
    known = speakers.speakers(collection)
    speakers.merge(collection, [known[number].uid], known[number - 1].uid)


PEOPLE = {
    "meet": lambda collection, _, number: speakers.create(collection, f"Person {number}"),
    "name": name,
    "merge": merge,
    "forget": lambda collection, _, number: speakers.delete(collection, [speakers.speakers(collection)[number].uid]),
    "take-off": lambda collection, article, number: records.delete(
        collection, records.records_of(collection, article)[number].uid
    ),
}


def do(collection, step, number, others):
    """One step of one person; `number` says which of three texts, names or other people."""
    text = f"{'UPDATED. ' * number}{TALKS}"
    (row,) = articles.rows(collection, articles.ids(collection))
    if step == "unite":
        unite_with(collection, others[number].path)
    elif step in ("undo", "redo"):
        with suppress(OnRecordError):
            (undo if step == "undo" else redo)(collection)
    elif step in PEOPLE:
        with suppress(OnRecordError, IndexError):
            PEOPLE[step](collection, row.uid, number)
    elif step in ("save", "label"):
        import_items(collection, [SavedArticle(text, url=URL, labels=(f"l{number}",) if step == "label" else ())])
    elif step == "tag":
        with suppress(records.AlreadyThere):
            records.tag(collection, "quote", row.uid, [("content", number, 20)])
    elif step == "correct":
        articles.correct(collection, row.uid, outlet=f"Outlet {number}")
    else:
        articles.star(collection, row.uid, step == "star")


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(steps=st.lists(STEPS, min_size=4, max_size=16))
@example(steps=[(0, "unite", 1), (1, "tag", 1)])
@example(steps=[(0, "meet", 0), (1, "unite", 0), (0, "forget", 0), (1, "name", 0), (2, "unite", 0), (2, "unite", 1)])
@example(steps=[(2, "tag", 0), (2, "star", 0), (0, "unite", 2), (1, "unite", 2), (2, "undo", 0), (2, "save", 1)])
def test_whoever_unites_with_whom_and_when_all_agree_in_the_end(steps):
    with TemporaryDirectory() as folder, ExitStack() as opened:
        people = [opened.enter_context(closing(open_collection(Path(folder, f"{n}.db")))) for n in range(3)]
        for person in people:
            take(person, TALKS, url=URL)
        for person, step, number in steps:
            if step != "unite" or person != number:
                do(people[person], step, number, people)
        for one, two in [*permutations(people, 2)] * 2:
            unite_with(one, two.path)
        assert told(people[0]) == told(people[1]) == told(people[2])
        for one in people:
            events = one.read.execute("SELECT count(*) FROM event").fetchone()
            unite_with(one, people[one is people[0]].path)
            assert one.read.execute("SELECT count(*) FROM event").fetchone() == events
            (row,) = articles.rows(one, articles.ids(one))
            assert row.quotes == len(records.list_records(one, "quote"))
            assert_all_named_are_listed(one)
            assert list(check(one)) == []


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


def test_an_event_that_lacks_something_is_refused_not_passed_over(ours, theirs):
    speakers.create(theirs, "Pell Orrin", role="envoy")
    rows = theirs.read.execute(f"SELECT {COLUMNS} FROM event ORDER BY number")
    first, last = (Event(*row) for row in rows)
    with pytest.raises(ForeignHistory), ours.write() as db, refusing_foreign(theirs.path):
        take_in(db, [first, last._replace(op=None)])  # type: ignore[arg-type]
    assert speakers.speakers(ours) == []


def test_a_text_with_a_nul_is_refused_and_its_words_are_counted_here(ours, theirs):
    take(theirs, TALKS)
    with theirs.write() as db:
        schema.unguard(db)
        db.execute("UPDATE text SET words = -7, added = 'x'")
        schema.guard(db)
    unite_with(ours, theirs.path)
    assert ours.read.execute("SELECT words FROM text").fetchall() == [(count_words(TALKS),)]
    body = f"{PORT}\0 And more that nobody sees."
    with theirs.write() as db:
        made = {"text": text_sha256(body), "state": "live"}
        db.execute("INSERT INTO text (sha256, body, words, added) VALUES (?, ?, 9, '')", [made["text"], body])
        article = new_uid()
        version = Change("version", new_uid(), made | {"article": article})
        append_imported(db, [Change("article", article, made), version])
    with pytest.raises(ForeignHistory, match="a text holds a NUL"):
        unite_with(ours, theirs.path)


def test_a_backslash_that_looks_like_a_nul_comes_along_and_a_nul_is_refused(ours, theirs):
    article = take(theirs, TALKS)
    record = quote(theirs, article)
    note = r"the file has \u0000 here, and \\u0000 there"
    records.edit(theirs, record, {}, note=note)
    unite_with(ours, theirs.path)
    assert records.get(ours, record).note == note
    act(theirs, "edit", [Change("quote", record, {"note": "\0"})])
    with pytest.raises(ForeignHistory, match="NUL"):
        unite_with(ours, theirs.path)
    assert records.get(ours, record).note == note


@pytest.mark.parametrize(
    "value",
    ["[]", "7", "null", '"name"', '{"name": ["Pell"]}', '{"name": {"first": "Pell"}}', "[" * 100_000, '{"name": NaN}'],
    ids=lambda value: value[:30],
)
def test_an_event_of_what_on_record_never_writes_is_refused(ours, theirs, value):
    speakers.create(theirs, "Pell Orrin")
    with theirs.write() as db:
        schema.unguard(db)
        db.execute("UPDATE event SET value = ?", [value])
        schema.guard(db)
    with pytest.raises(ForeignHistory, match="not one that On Record makes"):
        unite_with(ours, theirs.path)
    assert speakers.speakers(ours) == []


def collection_of(theirs, damage=lambda fields: None, **named):
    """A collection whose events were made by hand; `damage` changes their fields by kind, `named` are their uids."""
    sha256, made = text_sha256(TALKS), {"added": "2031-06-03T00:00:00Z", "state": "live"}
    uids = {kind: new_uid() for kind in ("article", "version", "commitment", "span", "decision")} | named
    place = {"annotation": uids["commitment"], "text": sha256, "start": 0, "end": 7, "exact": TALKS[:7]}
    fields = {
        "article": made | {"text": sha256, "title": "Talks", "published": "2031-06-03", "published_precision": "day"},
        "version": made | {"article": uids["article"], "text": sha256},
        "commitment": made | {"article": uids["article"], "by": theirs.replica, "status": "open", "quantity": 1.5},
        "span": place | {"role": "content", "state": "live"},
        "decision": place | {"verdict": "parted", "state": "live"},
    }
    damage(fields)
    theirs._writer.execute("PRAGMA foreign_keys = OFF")
    with theirs.write() as db:
        keep_texts(db, [(sha256, TALKS, 18, made["added"])])
        append_imported(db, [Change(kind, uids[kind], fields[kind]) for kind in uids])


def test_a_collection_of_events_made_by_hand_comes_in(ours, theirs):
    collection_of(theirs)
    assert unite_with(ours, theirs.path) == United(1, 1, 0, 0)
    assert list(check(ours)) == []


ODD = {
    "an article's uid that is a path": {"article": "../../escaped-here"},
    "a record's uid of two lines": {"commitment": "x\r\nATTENDEE:mailto:e@example.org"},
    "a span's uid in capitals": {"span": "A" * 32},
    "an article that is a path": lambda fields: fields["commitment"].update(article="../up"),
    "one who made it": lambda fields: fields["commitment"].update(by="Mallory\x1b[2J"),
    "a text that is no hash": lambda fields: fields["decision"].update(text="../up"),
    "a time of two lines": lambda fields: fields["commitment"].update(added="2031\r\nATTACH:file:///etc/passwd"),
    "a status": lambda fields: fields["commitment"].update(status="nonsense"),
    "a state": lambda fields: fields["commitment"].update(state="undead"),
    "a day that there is not": lambda fields: fields["article"].update(published="2031-99-99"),
    "a date that is none": lambda fields: fields["article"].update(published="20x1"),
    "a deadline that is a number": lambda fields: fields["commitment"].update(deadline=2031),
    "a role": lambda fields: fields["span"].update(role="content\n"),
    "a verdict": lambda fields: fields["decision"].update(verdict="accepted"),
    "a span before its text": lambda fields: fields["span"].update(start=-5, end=10**12),
    "a span beyond its text": lambda fields: fields["span"].update(end=10**6),
    "a span that ends before it starts": lambda fields: fields["span"].update(start=5, end=3),
    "a span without an end": lambda fields: fields["span"].pop("end"),
    "a span of other words": lambda fields: fields["span"].update(exact="VELDBAR"),
    "a decision of other words": lambda fields: fields["decision"].update(exact="VELDBAR"),
}


@pytest.mark.parametrize("damage", ODD.values(), ids=ODD)
def test_what_an_import_refuses_is_refused_with_the_collection_it_is_in(ours, theirs, damage):
    take(ours, PORT)
    before = told(ours)
    collection_of(theirs, **damage) if isinstance(damage, dict) else collection_of(theirs, damage)
    with pytest.raises(ForeignHistory, match=r"not one that On Record makes .*export that collection") as refused:
        unite_with(ours, theirs.path)
    assert str(theirs.path) in str(refused.value)
    assert str(refused.value).isprintable()
    assert told(ours) == before


def test_a_role_since_a_day_that_there_is_not_keeps_nobody_from_uniting(ours, theirs):
    """The form of a speaker took such days once."""
    orrin = speakers.create(theirs, "Pell Orrin")
    role = {"speaker": orrin, "title": "envoy", "since": "2029-13", "until": "2029-02-30", "state": "live"}
    act(theirs, "edit speaker", [Change("role", new_uid(), role)])
    unite_with(ours, theirs.path)
    assert [role.since for role in speakers.speakers(ours)[0].roles] == ["2029-13"]


def test_a_number_without_an_end_is_refused(ours, theirs):
    collection_of(theirs)
    with theirs.write() as db:
        schema.unguard(db)
        db.execute("UPDATE event SET value = replace(value, '1.5', '1e999')")
        schema.guard(db)
    with pytest.raises(ForeignHistory, match="not finite"):
        unite_with(ours, theirs.path)


@pytest.mark.parametrize("column", ["id", "action", "actor", "undoes", "prev_hash"])
def test_an_event_whose_names_are_none_is_refused(ours, theirs, column):
    speakers.create(theirs, "Pell Orrin")
    with theirs.write() as db:
        schema.unguard(db)
        db.execute(f"UPDATE event SET {column} = '../up'")
        schema.guard(db)
    with pytest.raises(ForeignHistory, match=r"'\.\./up' is no"):
        unite_with(ours, theirs.path)


def ahead(monkeypatch, years):
    """A machine whose clock is so many years ahead."""
    now = time.time_ns
    monkeypatch.setattr("store.events.time", SimpleNamespace(time_ns=lambda: now() + years * 365 * 86400 * 10**9))


def test_a_clock_that_was_years_ahead_once_keeps_nobody_from_uniting(ours, theirs, monkeypatch):
    article = take(theirs, TALKS)
    unite_with(ours, theirs.path)
    with monkeypatch.context() as machine:
        ahead(machine, 10)
        articles.correct(theirs, article, title="By a clock ahead")
    articles.correct(theirs, article, outlet="Herald")
    unite_with(ours, theirs.path)
    articles.correct(ours, article, title="Later, by a clock that is right")
    unite_with(theirs, ours.path)
    for collection in (ours, theirs):
        row = articles.find(collection, article)
        assert (row.title, row.outlet) == ("Later, by a clock that is right", "Herald")
        assert list(check(collection)) == []
    assert told(ours) == told(theirs)
    assert undo(ours).op == "correct article"


def test_a_clock_that_no_machine_has_is_refused(ours, theirs, monkeypatch):
    with monkeypatch.context() as machine:
        ahead(machine, 301)
        speakers.create(theirs, "Pell Orrin")
    with pytest.raises(ForeignHistory, match="300 years ahead"):
        unite_with(ours, theirs.path)


def test_a_purged_event_without_a_hash_is_refused(ours, theirs):
    with theirs.write() as db:
        db.execute("INSERT INTO event_gap VALUES ('../up', '2031-06-03')")
    with pytest.raises(ForeignHistory, match="is no hash"):
        unite_with(ours, theirs.path)


def test_what_is_here_already_keeps_nobody_from_uniting_again(ours, theirs, monkeypatch):
    """It was taken in before an odd value was refused."""
    collection_of(theirs, lambda fields: fields["article"].update(published="2031-99-99"))
    with monkeypatch.context() as earlier:
        earlier.setattr("store.incoming.require_event", lambda event: None)
        unite_with(ours, theirs.path)
    take(theirs, PORT)
    assert unite_with(ours, theirs.path).articles == 1


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
    assert capsys.readouterr().out == "nothing new\n"
    quote(theirs, take(theirs, f"{TALKS} More."))
    assert main(["--db", str(ours.path), "unite", str(theirs.path)]) == 0
    assert capsys.readouterr().out == "1 article, 1 record\n"


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


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_a_speaker_deleted_here_and_named_there_comes_back_with_those_it_was_merged_with(ours, theirs, first):
    """Whoever takes in the other first."""
    article = take(theirs, PORT)
    known, merged = (speakers.create(theirs, name) for name in ("Pell Orrin", "P. Orrin"))
    speakers.merge(theirs, [merged], known)
    unite_with(ours, theirs.path)
    speakers.delete(ours, [known])
    mention = records.tag(theirs, "mention", article, [("content", 0, 8)], {"speaker": known})
    one, two = (ours, theirs) if first == "ours" else (theirs, ours)
    for into, other in ((one, two), (two, one), (one, two)):
        unite_with(into, other.path)
        assert_all_named_are_listed(into)
    for collection in (ours, theirs):
        (speaker,) = speakers.speakers(collection)
        assert (speaker.name, speaker.merged, speaker.mentions) == ("Pell Orrin", ("P. Orrin",), 1)
        assert records.get(collection, mention).fields["speaker"] == known
        assert list(check(collection)) == []
    assert told(ours) == told(theirs)


def test_a_record_that_comes_back_brings_its_speaker_back_who_was_deleted_elsewhere_meanwhile(ours, theirs):
    article = take(ours, PORT)
    known = speakers.create(ours, "Pell Orrin")
    mention = records.tag(ours, "mention", article, [("content", 0, 8)], {"speaker": known})
    records.delete(ours, mention)
    unite_with(theirs, ours.path)
    speakers.delete(theirs, [known])
    unite_with(ours, theirs.path)
    assert speakers.speakers(ours) == []
    assert undo(ours).op == "delete speaker"
    assert records.get(ours, mention).fields["speaker"] == known
    assert_all_named_are_listed(ours)
    unite_with(theirs, ours.path)
    assert_all_named_are_listed(theirs)
    assert told(ours) == told(theirs)


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


@pytest.mark.parametrize("first", ["ours", "theirs"])
@pytest.mark.parametrize(
    ("came", "corrected", "other"),
    [
        ({"outlet": "Wire"}, {"outlet": "Herald"}, {"outlet": "Herald"}),
        ({"outlet": "Norrin"}, {"outlet": "Norrin Wire"}, {"outlet": "Norrin"}),
        (
            {"title": "TALKS", "published": "2031-06-04"},
            {"title": "Talks", "published": "2031-06-03"},
            {"title": "Talks", "published": "2031-06-03"},
        ),
    ],
)
def test_what_was_corrected_by_hand_makes_articles_of_two_collections_one(ours, theirs, first, came, corrected, other):
    mine = take(ours, TALKS, **came)
    articles.correct(ours, mine, **corrected)
    take(theirs, TALKS, **other)
    one, two = (ours, theirs) if first == "ours" else (theirs, ours)
    assert unite_with(one, two.path).same == 1
    unite_with(two, one.path)
    unite_with(one, two.path)
    assert told(ours) == told(theirs)
    (row,) = articles.rows(ours, articles.ids(ours))
    assert {name: getattr(row, name) for name in corrected} == corrected


def test_a_wire_story_of_two_outlets_stays_two_articles(ours, theirs):
    for collection, outlet in ((ours, "Norrin Wire"), (theirs, "Umber Herald")):
        take(collection, TALKS, outlet=outlet)
    assert unite_with(ours, theirs.path) == United(1, 0, 0, 0)
    unite_with(theirs, ours.path)
    assert told(ours) == told(theirs)
    assert len(articles.ids(ours)) == 2
