"""Citing a quote by a template whose empty parts leave no punctuation behind."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citation import DATE_STYLES, FIELDS, TEMPLATE, attributed, cite, quoted, show_date, without_marks

FULL = {
    "quote": "We will build twelve schools.",
    "speaker": "Ilse Marrow",
    "role": "Minister of Works",
    "outlet": "Valdoria Times",
    "date": "2031-04-09",
    "url": "https://valdoria.example/a/1",
}


def test_the_whole_citation() -> None:
    assert cite(TEMPLATE, FULL) == (
        "“We will build twelve schools.” — Ilse Marrow, Minister of Works, Valdoria Times, 2031-04-09, "
        "https://valdoria.example/a/1"
    )


@pytest.mark.parametrize(
    ("known", "cited"),
    [
        (("quote",), "“We will build twelve schools.”"),
        (("quote", "role"), "“We will build twelve schools.” — Minister of Works"),
        (("quote", "outlet", "url"), "“We will build twelve schools.” — Valdoria Times, https://valdoria.example/a/1"),
        (("speaker", "date"), "Ilse Marrow, 2031-04-09"),
        ((), ""),
    ],
)
def test_parts_left_out(known: tuple[str, ...], cited: str) -> None:
    assert cite(TEMPLATE, {name: FULL[name] for name in known}) == cited


def test_the_title_stands_for_an_outlet_that_is_not_known() -> None:
    known = {"quote": "We will build twelve schools.", "title": "Schools for all"}
    assert cite(TEMPLATE, known) == "“We will build twelve schools.” — Schools for all"
    assert cite(TEMPLATE, known | {"outlet": "Valdoria Times"}).endswith("— Valdoria Times")
    assert cite("{title} ({outlet}): {quote}", known) == "Schools for all: We will build twelve schools."


@pytest.mark.parametrize(
    ("template", "left_out", "cited"),
    [
        ("{date} {speaker} ({role}), {outlet}.", (), "2031-04-09 Ilse Marrow (Minister of Works), Valdoria Times."),
        ("{date} {speaker} ({role}), {outlet}.", ("role",), "2031-04-09 Ilse Marrow, Valdoria Times."),
        ("{speaker} ({role}), {outlet}.", ("speaker",), "(Minister of Works), Valdoria Times."),
        ("{speaker} ({role}).", ("role",), "Ilse Marrow."),
        ("Said {speaker}: «{quote}»", ("speaker",), "«We will build twelve schools.»"),
        ("Said {speaker}: «{quote}»", ("quote",), "Said Ilse Marrow"),
        ('"{quote}" -- {speaker}', ("speaker",), '"We will build twelve schools."'),
        ("{{{quote}}} [{outlet}]", ("outlet",), "{We will build twelve schools.}"),
        ("no parts at all", (), ""),
    ],
)  # fmt: skip
def test_templates_of_ones_own(template: str, left_out: tuple[str, ...], cited: str) -> None:
    assert cite(template, {name: value for name, value in FULL.items() if name not in left_out}) == cited


@pytest.mark.parametrize("template", ["{qoute}", "{quote", "quote}", "{}", "{quote!r}", "{quote:>10}", "{quote.upper}"])
def test_a_wrong_template_is_refused(template: str) -> None:
    with pytest.raises(ValueError):
        cite(template, FULL)


def test_no_choice_of_parts_leaves_punctuation_alone() -> None:
    for n in range(len(FULL) + 1):
        for known in itertools.combinations(FULL, n):
            cited = cite(TEMPLATE, {name: FULL[name] for name in known})
            assert not re.search(r", ,|, —|— ,|^[,— ]|[,— ]$|“”|  ", cited), cited
            assert all(FULL[name] in cited for name in known)


@given(st.dictionaries(st.sampled_from(FIELDS), st.text()))
def test_any_words_can_be_cited_in_one_line(parts: dict[str, str]) -> None:
    cited = cite(TEMPLATE, parts)
    assert cited == cited.strip()
    assert len(cited.splitlines()) <= 1


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("“We will.”", "We will."),
        ('"We will."', "We will."),
        ("«Мы построим»", "Мы построим"),
        ("„Wir werden“", "Wir werden"),
        ("「作る」", "作る"),
        ("“We will,” she said, “and soon.”", "“We will,” she said, “and soon.”"),
        ('"We will," she said, "and soon."', '"We will," she said, "and soon."'),
        ("“He said “no” to me.”", "He said “no” to me."),
        ("“First paragraph.\n\n“Second paragraph.”", "First paragraph.\n\nSecond paragraph."),
        ("We will", "We will"),
        ("“", "“"),
        ("", ""),
    ],
)
def test_marks_around_a_quote(words: str, bare: str) -> None:
    assert without_marks(words) == bare


def test_a_quote_in_two_pieces() -> None:
    assert quoted(["“We will build,”", "“and soon.”"]) == "We will build, […] and soon."
    assert quoted(["“We will build", "and soon.”"]) == "We will build […] and soon."
    assert quoted(["“We will,” she said", "“and soon.”"]) == "“We will,” she said […] and soon."


def test_an_apostrophe_is_no_mark_around_several_pieces() -> None:
    assert quoted(["'90s were", "boys'"]) == "'90s were […] boys'"
    assert quoted(["‘90s were", "boys’"]) == "‘90s were […] boys’"
    assert quoted(["“We build", "the boys’"]) == "We build […] the boys’"


@pytest.mark.parametrize(
    "spans",
    [
        ['"I have asked for water,"', '"It is not complete. It never was.', '"Nobody will be forgotten,"'],
        ["“I have asked for water,”", "“It is not complete. It never was.", "“Nobody will be forgotten,”"],
        ["«I have asked for water,", "It is not complete. It never was.", "Nobody will be forgotten,»"],
        ["„I have asked for water,", "„It is not complete. It never was.“", "Nobody will be forgotten,“"],
    ],
)
def test_marks_at_the_joints_of_pieces_are_dropped_and_one_pair_is_around_all(spans: list[str]) -> None:
    cited = cite(TEMPLATE, {"quote": quoted(spans), "speaker": "Oren Pell"})
    said = "I have asked for water, […] It is not complete. It never was. […] Nobody will be forgotten,"
    assert cited == f"“{said}” — Oren Pell"


def test_a_sign_of_inches_closes_no_quotation() -> None:
    assert quoted(["The plank is 6' 2\""]) == "The plank is 6' 2\""


def test_marks_inside_a_piece_stay() -> None:
    assert quoted(["“The “long wait” is over", "he said “no” to me.”"]) == (
        "The “long wait” is over […] he said “no” to me."
    )
    assert quoted(["“First paragraph.\n\n“Second paragraph."]) == "First paragraph.\n\nSecond paragraph."


@given(
    st.sampled_from(["“”", "«»", "„“", '""']),
    st.lists(st.tuples(st.booleans(), st.text("ab ,.", min_size=1), st.booleans()), min_size=1),
)
def test_pieces_of_one_quotation_leave_no_mark_alone(marks: str, pieces: list[tuple[bool, str, bool]]) -> None:
    spans = [f"{marks[0] * opens}w{words}w{marks[1] * closes}" for opens, words, closes in pieces]
    assert not set(quoted(spans)) & set(marks)


@pytest.mark.parametrize(
    ("published", "iso", "day_first", "month_first"),
    [
        ("2031-04-09", "2031-04-09", "9 April 2031", "April 9, 2031"),
        ("2031-04", "2031-04", "April 2031", "April 2031"),
        ("2031", "2031", "2031", "2031"),
        ("--04", "????-04", "April", "April"),
        ("--04-09", "????-04-09", "9 April", "April 9"),
        ("", "", "", ""),
        ("soon", "soon", "soon", "soon"),
        ("2031-13-01", "2031-13-01", "2031-13-01", "2031-13-01"),
    ],
)
def test_dates(published: str, iso: str, day_first: str, month_first: str) -> None:
    assert tuple(show_date(published, style) for style in DATE_STYLES) == (iso, day_first, month_first)


@pytest.mark.parametrize("template", ["“{quote}” — {speaker}", '"{quote}" — {speaker}', "{quote} — {speaker}"])
@pytest.mark.parametrize("words", ["They will go.", "the trains “will go” soon", "“We will go,” he said"])
def test_reported_words_stand_as_they_are(template: str, words: str) -> None:
    parts = {"quote": words, "speaker": attributed("Odell Kravik", "quote", "indirect")}
    assert cite(template, parts, reported=True) == f"{words} — Odell Kravik (indirect speech)"


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ('"We will send 12 trains," Kravik said.', '"We will send 12 trains," Kravik said. — Odell Kravik'),
        ("“We will,” she said, “and soon.”", "“We will,” she said, “and soon.” — Odell Kravik"),
        ("«Мы построим», сказал он.", "«Мы построим», сказал он. — Odell Kravik"),
        ("'90s trains will go.", "“'90s trains will go.” — Odell Kravik"),
        ("They will go.", "“They will go.” — Odell Kravik"),
    ],
)
def test_words_that_open_with_marks_of_their_own_get_no_others(words: str, cited: str) -> None:
    assert cite("“{quote}” — {speaker}", {"quote": quoted([words]), "speaker": "Odell Kravik"}) == cited
