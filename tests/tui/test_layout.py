"""Rows: every character in one row, none wider than the page, no cluster cut."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.display import safe_line
from tui.widgets import layout as layout_module
from tui.widgets.cells import all_narrow, columns, line_ends
from tui.widgets.layout import Layout, RowKind, Span

FAMILY = "👨\u200d👩\u200d👧"
PIECES = st.sampled_from(
    [
        *("word ", "a", " ", "    ", "—", "long" * 9, "白俄罗斯", "，", "「", "한국", "سلام ", "กำ", "ﷺ", FAMILY),
        *("e\u0301", "\u0301", "🇧🇾", "🇧", "❤\ufe0f", "\u200d", "\u0930\u094d\u200d\u092f"),
        *("\t", "\x1b[2J", "\u202e", "\ud800"),
    ]
)
LINES = st.lists(PIECES, max_size=60).map("".join)
TEXTS = st.lists(PIECES | st.just("\n") | st.just("\n\n"), max_size=80).map("".join)
WIDTHS = st.integers(4, 40)


def paragraphs_of(text: str) -> list[Span]:
    return [found.span() for found in re.finditer(r"\S(?:.*\S)?", text)]


def laid_out(text: str, width: int, folds: tuple[Span, ...] = ()) -> Layout:
    layout = Layout(text, width, paragraphs_of(text), folds)
    layout.extend(len(text))
    return layout


@given(LINES | st.text(st.characters(codec=None, categories=None)))
def test_the_clusters_of_a_line_are_as_wide_as_the_line(line: str) -> None:
    shown = safe_line(line)
    starts, cells = columns(shown)
    assert starts[-1] == len(shown)
    assert all(one < next_ for one, next_ in pairwise(starts))
    assert all(cells[i + 1] - cells[i] == cell_len(shown[starts[i] : starts[i + 1]]) for i in range(len(starts) - 1))


def test_what_counts_as_narrow_or_wide_without_a_look_is() -> None:
    chars = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000]
    assert {cell_len(char) for char in chars if char.isprintable() and all_narrow(char)} == {1}
    wide = [char for char in chars if not all_narrow(char) and isinstance(columns(char)[0], range)]
    assert len(wide) > 30_000
    assert {cell_len(char) for char in wide} == {2}


@given(LINES, WIDTHS)
def test_lines_fit_and_cut_no_cluster(line: str, width: int) -> None:
    shown = safe_line(line)
    ends = line_ends(shown, width)
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(shown)
    clusters = set(columns(shown)[0])
    for start, end in pairwise([0, *ends]):
        assert cell_len(shown[start:end].rstrip(" ")) <= width
        assert end in clusters or shown[end - 1] == " "


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two ", "three"]),
        ("one two  three", 7, ["one two  ", "three"]),
        ("abcdefghijk lm", 5, ["abcde", "fghij", "k lm"]),
        ("白俄罗斯总统说，是。", 14, ["白俄罗斯总统", "说，是。"]),
        ("他说「是」了。", 6, ["他说", "「是」", "了。"]),
        (FAMILY * 3, 4, [FAMILY * 2, FAMILY]),
        ("", 10, []),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    ends = line_ends(text, width)
    assert [text[start:end] for start, end in pairwise([0, *ends])] == lines


@given(TEXTS, WIDTHS)
def test_every_character_of_a_paragraph_is_in_one_row_that_fits(text: str, width: int) -> None:
    layout = laid_out(text, width)
    covered = [
        offset
        for row in range(len(layout))
        if layout.kinds[row] == RowKind.TEXT
        for offset in range(layout.starts[row], layout.ends[row])
    ]
    assert covered == [offset for start, end in paragraphs_of(text) for offset in range(start, end)]
    assert all(cell_len(layout.shown(row).rstrip(" ")) <= width for row in range(len(layout)))
    assert all(len(layout.shown(row).split("\n")) == 1 for row in range(len(layout)))
    assert list(layout.kinds).count(RowKind.GAP) == len(paragraphs_of(text))


@given(TEXTS, WIDTHS, st.data())
def test_offset_row_and_column_lead_to_one_another(text: str, width: int, data: st.DataObject) -> None:
    paragraphs = paragraphs_of(text)
    if not paragraphs:
        return
    start, end = data.draw(st.sampled_from(paragraphs))
    offset = data.draw(st.integers(start, end - 1))
    layout = Layout(text, width, paragraphs)
    row = layout.row_of(offset)
    assert layout.starts[row] <= offset < layout.ends[row]
    cluster = layout.offset_at(row, layout.column_of(row, offset))
    assert cluster <= offset
    assert cell_len(safe_line(text[cluster:offset])) <= 2


@given(TEXTS, WIDTHS, st.integers(1, 200))
def test_laying_out_bit_by_bit_gives_the_same_rows(text: str, width: int, step: int) -> None:
    whole, bits = laid_out(text, width), Layout(text, width, paragraphs_of(text))
    for offset in range(0, len(text) + step, step):
        bits.extend(offset)
    assert (bits.starts, bits.ends, bits.kinds) == (whole.starts, whole.ends, whole.kinds)


@given(LINES, WIDTHS)
def test_a_long_line_is_broken_the_same_piece_by_piece(line: str, width: int) -> None:
    text = (line + "x") * 3
    whole = laid_out(text, width)
    piece, layout_module._PIECE = layout_module._PIECE, 3 * width + 120
    try:
        pieces = laid_out(text, width)
    finally:
        layout_module._PIECE = piece
    assert pieces.starts == whole.starts


@given(TEXTS, WIDTHS, st.data())
def test_a_fold_is_one_row_and_hides_just_its_span(text: str, width: int, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    folds = tuple((cuts[i], cuts[i + 1]) for i in range(0, len(cuts) - 1, 2))
    folded = laid_out(text, width, folds)
    hidden = {offset for start, end in folds for offset in range(start, end)}
    covered = [
        offset
        for row in range(len(folded))
        if folded.kinds[row] == RowKind.TEXT
        for offset in range(folded.starts[row], folded.ends[row])
    ]
    expected = [o for start, end in paragraphs_of(text) for o in range(start, end) if o not in hidden]
    assert covered == expected
    assert folded.starts == sorted(folded.starts)
    for start, end in folds:
        assert folded.fold_around(start) == (start, end) == folded.fold_around(end - 1)


def test_a_megabyte_on_one_line_is_laid_out_only_as_far_as_needed() -> None:
    text = "word " * 200_000
    layout = Layout(text, 80, [(0, len(text))])
    layout.extend(2000)
    assert 20 < len(layout) < 40
    assert not layout.complete
    assert layout.height == pytest.approx(len(text) / 80, rel=0.1)
    assert layout.row_of(len(text)) == len(layout) - 1
    assert layout.complete


def test_a_thousand_marks_on_one_letter_are_still_cut_somewhere() -> None:
    text = "a" + "\u0301" * 20_000
    layout = laid_out(text, 10)
    assert layout.ends[-1] == len(text)


def test_a_cell_with_a_joiner_that_joins_nothing_stands_for_what_comes_first_in_it() -> None:
    layout = laid_out("\u200dword and more", 8)
    row = layout.row_of(0)
    assert layout.offset_at(row, layout.column_of(row, 0)) == 0
