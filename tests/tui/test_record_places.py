"""Which record is meant by a place in an article: the same as a look at every one of them finds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.articles import ArticleRow, Reading
from store.model import Anchor, Place, Record
from tui.describe import header
from tui.highlighting import highlights_of
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


@pytest.mark.parametrize(("article", "marked"), [("a", True), ("b", False)])
def test_only_the_article_that_a_record_is_of_marks_that_it_needs_a_look(article, marked) -> None:
    reading = reading_of([(0, 9, "content")])
    anchor = Anchor("s0", "content", 0, "", 0, 9, "x" * 9, "", "", "highlight", 0.0, needs_look=True)
    own = Record("r0", "note", article, "", {}, (anchor,))
    reading = replace(reading, records=(own,))
    assert list(RecordPlaces(reading).doubtful) == ["s0"] * marked
    kinds = [mark.kind for mark in highlights_of(reading, [], {}, [(0, 100)])]
    assert ("needs_look" in kinds) == marked
    assert any("needs a look" in line for line in header(reading)) == marked


def test_a_place_without_its_record_is_passed_over() -> None:
    reading = reading_of([(0, 9, "content")])
    assert RecordPlaces(replace(reading, records=())).at(3) is None
