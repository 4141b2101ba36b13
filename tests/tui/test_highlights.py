"""Overlapping highlights are flattened without loss and found by place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.highlights import BIT, KINDS, RECORDS, REPEATS, Highlight, Highlights, mask_of
from tui.widgets.overview import Mark, cell_of, overview

LENGTH = 60
OFFSETS = st.integers(0, LENGTH)
MARKED = st.lists(
    st.builds(
        lambda one, other, kind, uid: Highlight(min(one, other), max(one, other), kind, uid),
        *(OFFSETS, OFFSETS, st.sampled_from(KINDS), st.sampled_from("abc")),
    ),
    max_size=25,
)


def mask_by_hand(highlights: list[Highlight], offset: int) -> int:
    return mask_of(*{one.kind for one in highlights if one.start <= offset < one.end})


@given(MARKED, OFFSETS, OFFSETS)
def test_the_stretches_of_a_row_say_which_kinds_lie_over_each_character(
    marked: list[Highlight], one: int, other: int
) -> None:
    start, end = min(one, other), max(one, other) + 1
    stretches = [*Highlights(marked).stretches(start, end), (end, 0)]
    drawn = [mask for (begin, mask), (stop, _) in pairwise(stretches) for _ in range(begin, stop)]
    assert drawn == [mask_by_hand(marked, offset) for offset in range(start, end)]


@given(MARKED, OFFSETS)
def test_highlights_are_found_by_place(marked: list[Highlight], offset: int) -> None:
    highlights = Highlights(marked)
    over = [one for one in marked if one.start <= offset < one.end]
    assert highlights.mask_at(offset) == mask_by_hand(marked, offset)
    assert sorted(map(repr, highlights.at(offset))) == sorted(map(repr, over))
    lengths = [one.end - one.start for one in highlights.at(offset)]
    assert lengths == sorted(lengths)
    assert all(BIT[one.kind] & RECORDS for one in highlights.at(offset, RECORDS))


@given(MARKED, OFFSETS)
def test_the_next_and_previous_ones(marked: list[Highlight], offset: int) -> None:
    highlights = Highlights(marked)
    repeats = [one.start for one in marked if BIT[one.kind] & REPEATS]
    after, before = highlights.after(offset, REPEATS), highlights.before(offset, REPEATS)
    assert (after.start if after else None) == min((start for start in repeats if start > offset), default=None)
    assert (before.start if before else None) == max((start for start in repeats if start < offset), default=None)


def test_places_of_a_passage_come_round() -> None:
    first, second = Highlight(0, 9, "original", "a"), Highlight(20, 29, "copy", "a")
    third, other = Highlight(40, 49, "copy", "a"), Highlight(10, 15, "original", "b")
    highlights = Highlights([third, first, other, second, Highlight(1, 3, "quote", "a")])
    assert [highlights.next_place(one) for one in (first, second, third, other)] == [second, third, first, None]


def test_the_overview_shows_the_most_important_kind_of_each_cell() -> None:
    marked = [Highlight(0, 50, "copy"), Highlight(25, 26, "quote"), Highlight(99, 100, "hit"), Highlight(60, 61, "cue")]
    cells = overview(marked, 100, 10)
    assert "".join(cell.glyph for cell in cells) == "┃┃•┃┃    ━"
    assert cells[2].kind == "quote"
    assert overview(marked, 0, 3) == [Mark()] * 3
    assert overview(marked, 100, 0) == []


@given(st.integers(1, 10_000), st.integers(1, 100), st.data())
def test_every_offset_has_a_cell(length: int, height: int, data: st.DataObject) -> None:
    assert 0 <= cell_of(data.draw(st.integers(0, length)), length, height) < height
