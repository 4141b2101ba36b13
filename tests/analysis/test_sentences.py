"""Sentences and paragraphs as spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.sentences import paragraph_spans, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["One came.", "Two went."],
        ["Mr. Doe met Sen. Roe.", "They spoke."],
        ["J. K. Doe spoke at 5 p.m. on Jan. 3 in Tarn.", "It rained."],
        ["Talks go on in the U.S. President Doe leads them.", "All wait."],
        ["Talks go on in the U.S.", "The mood is good."],
        ["“We are done.”", "She left."],
        ["Is it over?", "Yes!", "Good…", "We rest."],
        ["Trade rose 3.5 per cent to $1.2 billion.", "Fine."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_line_ends_a_sentence_and_blanks_are_no_part_of_it():
    assert sentences("  One line \n\n\tand another. ") == ["One line", "and another."]


def test_full_width_marks_need_no_blank():
    assert sentences("他来了。她走了！") == ["他来了。", "她走了！"]


@given(st.text(alphabet='aB .!?\n“”"…。9é', max_size=60))
def test_sentences_lie_in_order_inside_their_paragraphs(text):
    found = sentence_spans(text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(any(low <= start < end <= high for low, high in paragraph_spans(text)) for start, end in found)
