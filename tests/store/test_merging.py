"""Uniting histories: every order gives one state; what cannot be trusted is refused whole."""

import tempfile
import time
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import articles, records, speakers
from store.backups import back_up
from store.check import check
from store.collection import Collection, open_collection
from store.events import FOLDED_TABLES, Event
from store.history import ForeignHistory, NothingToUndo, undo, unite
from store.importing import import_items
from store.model import SavedArticle

WORDS = "Orrin said: “We build.” Taverne agreed.\n"

DEEDS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5)), max_size=5)


def state(collection: Collection) -> list[object]:
    """Every folded table but for the numbers of articles, which are each collection's own."""
    found = []
    for table in FOLDED_TABLES:
        names = [n for (n,) in collection.read.execute("SELECT name FROM pragma_table_info(?)", [table]) if n != "id"]
        columns = ", ".join(f'"{name}"' for name in names)
        found.append(collection.read.execute(f"SELECT {columns} FROM {table} ORDER BY uid").fetchall())
    return found


def do(collection: Collection, deed: int, which: int) -> None:
    """Change something that others may change too."""
    uid = collection.read.execute("SELECT uid FROM article").fetchone()[0]
    quotes = records.list_records(collection, "quote")
    people = speakers.speakers(collection)
    if deed == 0:
        articles.correct(collection, uid, title=f"Title {which}")
    elif deed == 1:
        articles.star(collection, uid, bool(which % 2))
    elif deed == 2:
        with suppress(records.AlreadyThere):
            records.tag(collection, "quote", uid, [("content", which, which + 3)], {"role": str(time.time_ns())})
    elif deed == 3 and quotes:
        records.edit(collection, quotes[which % len(quotes)].uid, {"venue": f"Venue {which}"}, note=f"note {which}")
    elif deed == 4 and quotes:
        records.delete(collection, quotes[which % len(quotes)].uid)
    elif deed == 5 and people:
        speakers.edit(collection, people[0].uid, {"name": f"Name {which}"}, alias=f"alias {which}")
    elif deed == 6:
        with suppress(NothingToUndo):
            undo(collection)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_uniting_in_any_order_and_any_pieces_gives_one_state(events_of, data):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:

        def replica(name: str) -> Collection:
            if (base := Path(folder, "base.db")).exists():
                back_up(base, Path(folder, name))
            return opened.enter_context(closing(open_collection(Path(folder, name))))

        base = replica("base.db")
        import_items(base, [SavedArticle(WORDS, title="Base")])
        records.tag(base, "quote", base.read.execute("SELECT uid FROM article").fetchone()[0], [("content", 12, 23)])
        speakers.create(base, "Orrin")
        common = set(events_of(base))
        histories = []
        for name in ("one.db", "two.db", "three.db"):
            own = replica(name)
            for deed, which in data.draw(DEEDS):
                do(own, deed, which)
            histories.append([event for event in events_of(own) if event not in common])
        all_of_them = [event for history in histories for event in history]
        together = replica("together.db")
        assert unite(together, all_of_them) == len(all_of_them)
        assert list(check(together)) == []
        expected = state(together)
        piecemeal = replica("piecemeal.db")
        # Between replicas any order, also in pieces; what one replica did stays in its own order.
        for turn in data.draw(st.permutations([i for i, history in enumerate(histories) for _ in history])):
            event = histories[turn].pop(0)
            assert unite(piecemeal, [event]) == 1
            assert unite(piecemeal, [event]) == 0
        assert list(check(piecemeal)) == []
        assert state(piecemeal) == expected


@pytest.fixture
def theirs(collection, article, tmp_path):
    """Another replica of the same collection, which has done something."""
    back_up(collection.path, tmp_path / "theirs.db")
    other = open_collection(tmp_path / "theirs.db")
    for title in ("First", "Second", "Third"):
        articles.correct(other, article, title=title)
    yield other
    other.close()


def refused(collection: Collection, events: list[Event], why: str) -> None:
    before = state(collection), collection.read.execute("SELECT count(*) FROM event").fetchone()
    with pytest.raises(ForeignHistory, match=why):
        unite(collection, events)
    assert (state(collection), collection.read.execute("SELECT count(*) FROM event").fetchone()) == before
    assert list(check(collection)) == []


def test_a_clock_more_than_a_day_ahead_is_refused(collection, theirs, events_of):
    events = events_of(theirs)
    ahead = events[-1]._replace(hlc=(time.time_ns() // 1_000_000 + 25 * 3600 * 1000) << 16)
    refused(collection, [*events[:-1], ahead], "more than 24 hours ahead")


def test_a_missing_event_is_refused(collection, theirs, events_of):
    events = events_of(theirs)
    refused(collection, [*events[:-2], events[-1]], "missing or altered")


def test_an_altered_event_is_refused(collection, theirs, events_of):
    events = events_of(theirs)
    altered = events[-2]._replace(value='{"title":"Forged"}')
    refused(collection, [*events[:-2], altered, events[-1]], "missing or altered")


def alone(event: Event, **fields: object) -> Event:
    """The first event of an unknown replica, made like another."""
    return event._replace(id="0" * 31 + "9", actor="f" * 32, prev_hash="", **fields)


def test_events_about_what_is_not_there_are_refused(collection, theirs, events_of):
    last = events_of(theirs)[-1]
    refused(collection, [alone(last, value='{"text":"unknown"}')], "texts or records that did not come with it")


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "no json"},
        {"value": "7"},
        {"value": '{"title":["a list"]}'},
        {"value": '{"title":null}'},
        {"value": '{"title":"a\\u0000b"}'},
        {"value": '{"starred":"yes"}'},
        {"kind": "unheard of", "target": "new"},
        {"kind": "speaker"},
        {"hlc": -(2**70)},
    ],
)
def test_events_that_are_none_are_refused(collection, theirs, events_of, fields):
    refused(collection, [alone(events_of(theirs)[-1], **fields)], "cannot be taken in")


def test_the_same_event_twice_in_one_go_is_taken_once(collection, theirs, events_of):
    events = events_of(theirs)
    assert unite(collection, [*events, *events]) == 3
    assert state(collection) == state(theirs)


def test_what_comes_from_elsewhere_is_not_this_replicas_to_undo(collection, article, theirs, events_of):
    articles.star(collection, article, True)
    unite(collection, events_of(theirs))
    assert undo(collection) == "star"
    row = articles.find(collection, article)
    assert (row.title, row.starred) == ("Third", False)
