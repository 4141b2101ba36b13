"""Which record is meant by a place in an article: the same as a look at every one of them finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store.articles import ArticleRow, Reading
from store.model import Place, Record
from tui.record_places import RecordPlaces

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(("content", "source"))), max_size=12)


def reading_of(spans: list[tuple[int, int, str]]) -> Reading:
    row = ArticleRow(1, "a", "", "", "", "", "", "none", "", False, False, 0, 0, 0, None, 0)
    records = tuple(Record(f"r{n}", "quote", "a", "", {}, ()) for n in range(len(spans)))
    places = tuple(Place(f"r{n}", f"s{n}", role, at, at + size, "home") for n, (at, size, role) in enumerate(spans))
    return Reading(row, "", "", "", "x" * 100, 1, 0, (), records, places)


@settings(max_examples=100)
@given(SPANS, st.integers(0, 95))
def test_the_shortest_record_around_is_found(spans, offset) -> None:
    found = RecordPlaces(reading_of(spans)).at(offset)
    around = [(role != "content", size) for at, size, role in spans if at <= offset < at + size]
    if found is None:
        assert around == []
    else:
        at, size, role = spans[int(found.uid[1:])]
        assert at <= offset < at + size
        assert (role != "content", size) == min(around)


def test_a_place_without_its_record_is_passed_over() -> None:
    reading = reading_of([(0, 9, "content")])
    gone = Reading(**{name: getattr(reading, name) for name in reading.__slots__} | {"records": ()})
    assert RecordPlaces(gone).at(3) is None
