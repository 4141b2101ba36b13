"""Fuzzy matching of typed letters against names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import matching
from tui.matching import fold, match


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("orl", "Tamsin Orlova"),
        ("ORL tam", "Tamsin Orlova"),
        ("torl", "Tamsin Orlova"),
        ("tamsino", "Tamsin Orlova"),
        ("lodz", "Mayor of Łódź"),
        ("emile", "Émile Søren"),
        ("soren", "Émile Søren"),
        ("орл", "Тамсин Орлова"),
        ("jean luc", "Jean-Luc Varga"),
        ("strasse", "Otto Straße"),
        ("ova", "Tamsin Orlova"),
        ("e\u0301mile", "Émile Søren"),
    ],
)
def test_finds(query: str, name: str) -> None:
    assert match(query, name) is not None


@pytest.mark.parametrize(
    ("query", "name"), [("orz", "Tamsin Orlova"), ("tln", "Tamsin Orlova"), ("ova tam x", "Tamsin Orlova")]
)
def test_leaves_alone(query: str, name: str) -> None:
    assert match(query, name) is None


def test_better_fits_score_higher() -> None:
    names = ["Nord Orlova", "Orlo", "Orlova", "Oren Rl Vann"]
    scores = [match("orlo", name) for name in names]
    assert scores[1] and scores[0] and scores[2]
    assert scores[1].score == 1.0 > scores[2].score > scores[0].score
    initials, inside = match("tor", "Tamsin Orlova"), match("rlo", "Tamsin Orlova")
    assert initials and inside and initials.score > inside.score


def test_hits_are_places_in_the_name_as_it_is_written() -> None:
    found = match("soren", "Émile Søren")
    assert found is not None
    assert "".join("Émile Søren"[i] for i in found.hits) == "Søren"


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_answered_with_places_inside_it(query: str, name: str) -> None:
    found = match(query, name)
    if found is not None:
        assert 0 <= found.score <= 1
        assert all(0 <= hit < len(name) for hit in found.hits)


@given(st.text(min_size=1, max_size=30))
def test_a_name_finds_itself(name: str) -> None:
    found = match(name, name)
    assert found is not None
    assert found.score == (1.0 if fold(name) else 0.0)


def test_many_equal_letters_stay_fast() -> None:
    assert match("a" * 40 + "b", " ".join("a" * n for n in range(40))) is None


def test_a_name_of_thousands_of_words_is_no_trouble() -> None:
    assert match("zq", "zeta " * 5_000) is None


def test_what_is_typed_takes_no_place_among_the_names_that_are_kept() -> None:
    match("a", "Ana Brenn")
    names = matching._folded.cache_info().currsize
    for number in range(2 * matching.TYPED):
        fold(f"typed {number}")
        match(f"typed {number}", "Ana Brenn")
    assert matching._folded.cache_info().currsize == names
    assert fold.cache_info().currsize <= matching.TYPED
