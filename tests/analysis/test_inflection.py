"""Genitives of East Slavic names: which words may be one, and whose it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.inflection import in_nominative, is_genitive, is_titles_genitive


@pytest.mark.parametrize(
    ("genitive", "nominative"),
    [
        ("Кранца", "Кранц"),
        ("Павла", "Павел"),
        ("Рудого", "Рудый"),
        ("Анны", "Анна"),
        ("Лесной", "Лесная"),
        ("Сергея", "Сергей"),
        ("Игоря", "Игорь"),
        ("Марии", "Мария"),
        ("Лордан", "Лордан"),
    ],
)
def test_a_genitive_is_that_of_a_known_name(genitive, nominative):
    assert in_nominative((genitive,), {nominative, "Вольный"}) == (nominative,)


def test_a_surname_alone_is_enough_and_a_name_that_is_not_known_stays():
    assert in_nominative(("Павла", "Кранца"), {"Кранц"}) == ("Кранц",)
    assert in_nominative(("Павла", "Кранца"), {"Павел"}) == ("Павла", "Кранца")


@pytest.mark.parametrize(("word", "may_be"), [("МИД", True), ("Норрина", True), ("Ким", False), ("Norrina", False)])
def test_which_words_may_stand_in_the_genitive(word, may_be):
    assert is_genitive(word) is may_be


def test_the_genitive_of_a_title_is_no_title():
    assert is_titles_genitive("министра")
    assert not is_titles_genitive("министр")


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4), st.sets(st.text(max_size=12)))
def test_any_name_stays_or_becomes_one_of_known_words(words, known):
    name = tuple(words)
    found = in_nominative(name, known)
    assert found == name or set(found) <= known
    assert isinstance(is_genitive(words[0]), bool)
