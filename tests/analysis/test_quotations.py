"""What stands in quotation marks: every style of marks, paragraphs, apostrophes, and hostile strings."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.analysis.quotations import find_quotations, quotation_spans

MARKS = "\"“”„‟«»‹›「」『』‘’‚'—–"
TEXTS = st.text(alphabet=st.sampled_from([*MARKS, *"aA s.,!?\n1é漢"]), max_size=120)


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We did," she said. "It is good."', ['"We did,"', '"It is good."']),
        ("“We did,” she said. “It is good.”", ["“We did,”", "“It is good.”"]),
        ("„Gut so“, sagte er.", ["„Gut so“"]),
        ("„Gut so”, sagte er.", ["„Gut so”"]),
        ("»Nein«, sagte sie.", ["»Nein«"]),
        ("« Oui », dit-il.", ["« Oui »"]),
        ("«Да», — сказал он.", ["«Да»"]),
        ("”Hej du,” sade han.", ["”Hej du,”"]),
        ("「可以」，他說。", ["「可以」"]),
        ("‘It’s the ministers’ plan,’ he said.", ["‘It’s the ministers’ plan,’"]),
        ("'It's fine,' he said of the boys' club.", ["'It's fine,'"]),
        ('“Curly to begin with," she said.', ['“Curly to begin with,"']),
    ],
)
def test_every_style_of_marks_is_read(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text", ["He is 6'2\" tall.", "The '90s were the boys' best years.", 'A 12" disc.', "It’s the farmers’ land."]
)
def test_apostrophes_feet_and_inches_quote_nothing(text):
    assert quoted(text) == []


def test_a_nickname_inside_a_name_is_no_quotation():
    assert quoted("Jane “Jay” Doe said “no” to it.") == ["“no”"]


def test_a_quotation_inside_a_quotation_belongs_to_it():
    assert quoted("“He said ‘no’ to me,” she said.") == ["“He said ‘no’ to me,”"]
    assert quotation_spans("“He said ‘no’ to me,” she said.") == [(0, 21), (9, 13)]


def test_spoken_parts_of_a_dialogue_are_quotations_of_their_paragraph():
    assert quotation_spans("— Мы готовы, — сказал Пётр. — Ждём.") == [(0, 12), (30, 35)]


def test_paragraphs_that_open_again_are_one_quotation():
    assert quoted("“One.\n\n“Two.\n\n“Three,” he said.") == ["“One.\n\n“Two.\n\n“Three,”"]


def test_paragraphs_that_were_run_together_are_one_quotation_too():
    assert quoted('He said: "One. "Two, two! "Three." The rest.') == ['"One. "Two, two! "Three."']
    assert quoted("“One. “Two. “Three,” he said. “Four.”") == ["“One. “Two. “Three,”", "“Four.”"]


def test_a_mark_that_was_forgotten_joins_no_quotations():
    assert quoted('"One, he said. The port is shut. "Two," he said.') == ['"Two,"']


@pytest.mark.parametrize(
    "text",
    [
        "«Uno.\n\n»Dos.\n\n»Tres»",
        "« Un.\n» Deux, et c’est tout »",
        "»Eins.\n\n»Zwei«",
        "«Uno.\n\n»Dos «dos» más»",
    ],
)
def test_guillemets_open_again_as_their_language_has_it(text):
    assert quoted(f"{text}, dijo Juan Pérez.") == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Мы начали, — сказал Пётр. — Ждём».", ["«Мы начали,", "Ждём»"]),
        ("«Мы начали, — сказал Пётр».", ["«Мы начали,"]),
        ("«Мост — это хорошо, — и дорога тоже».", ["«Мост — это хорошо, — и дорога тоже»"]),
        ("« Nous partons, a déclaré Paul Martin. C’est sûr. »", ["« Nous partons,", "C’est sûr. »"]),
        ("«Nous partons, a-t-il ajouté, et vite.»", ["«Nous partons,", "et vite.»"]),
        ("«Vamos, dijo Juan Pérez, y pronto.»", ["«Vamos,", "y pronto.»"]),
        ("«El rey, dijo Juan Pérez, duerme», afirmó Ana Ruiz.", ["«El rey, dijo Juan Pérez, duerme»"]),
        ("Ana contó: «El rey, dijo Juan Pérez, duerme».", ["«El rey, dijo Juan Pérez, duerme»"]),
        ("“We left, said Jane Doe, and soon.”", ["“We left, said Jane Doe, and soon.”"]),
    ],
)
def test_the_reporters_words_inside_guillemets_divide_what_is_said(text, expected):
    assert quoted(text) == expected


def test_paragraphs_that_do_not_open_again_are_one_quotation():
    assert quoted('She said, "I think so.\n\nIt was good." He left.') == ['"I think so.\n\nIt was good."']


def test_a_closing_mark_alone_ends_a_quotation_that_began_with_its_paragraph():
    assert quoted("We did rather well,” said Doe.") == ["We did rather well,”"]


def test_a_mark_that_nothing_closes_is_dropped_before_others():
    assert quoted('A "stray mark and "another," he said.') == ['"another,"']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("— Мы готовы, — сказал Пётр. — Ждём.", ["— Мы готовы,", "Ждём."]),
        ("—No lo sé —dijo Juan Pérez—. Ya veremos.", ["—No lo sé", "Ya veremos."]),
        ("— Two items — the second one — of a list.", []),
        ("— The first item.", []),
    ],
)
def test_dialogue_by_dashes_needs_somebody_who_speaks(text, expected):
    assert quoted(text) == expected


INSERTED = st.lists(
    st.sampled_from(["«", "»", "\n", "Мы ", "A", ", ", ". ", " — ", "сказал ", "dijo ", "Juan"]), max_size=40
)


@given(TEXTS | INSERTED.map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_spans_in_range_that_do_not_cross(text):
    found = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end in quotation_spans(text))
