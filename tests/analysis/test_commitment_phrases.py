"""What the words about a cue add to its traits, by their order."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.commitment_phrases import AFTER, BEFORE, phrase_odds, window
from store.analysis.commitment_weights import ALONE, TAKEN_BACK, probability
from store.analysis.commitments import candidates, suggest_commitments
from store.analysis.grammar import Words

PLEDGE = "The ministry said on Monday that it will rebuild the old bridge."


def odds(sentence: str) -> float:
    words = Words(sentence)
    (found,) = candidates(words, "2024-11-11")
    return phrase_odds(words, found.cue)


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        (
            "Norrin said that Mara Denholt will rebuild the bridge.",
            "Umber said that Ivo Sandrel will rebuild the bridge.",
        ),
        ("The ministry said it will build 20 schools.", "The ministry said it will build 45 schools."),
    ],
)
def test_a_name_and_a_figure_count_only_as_such(sentence: str, other: str) -> None:
    assert odds(sentence) == odds(other)


def test_words_that_stand_far_from_the_cue_count_for_nothing() -> None:
    near = " ".join(["and", "the", "road"] * AFTER)
    assert odds(f"{PLEDGE[:-1]} {near} and pay.") == odds(f"{PLEDGE[:-1]} {near} and sing.")


def test_the_order_of_the_words_counts() -> None:
    assert odds("The ministry said it will rebuild the old bridge.") != odds(
        "The ministry said it will old the rebuild bridge."
    )


def test_words_that_the_labels_do_not_know_are_judged_too() -> None:
    assert isfinite(odds("The ministry said it will qwxzy the old zzyxq."))


def test_an_agreement_is_one_whatever_the_words_about_it() -> None:
    words = Words("Norrin and Umber have signed an agreement on fishing.")
    assert {phrase_odds(words, found.cue) for found in candidates(words, "2024-11-11")} == {0.0}


@pytest.mark.parametrize("trait", sorted(TAKEN_BACK))
def test_no_words_make_a_commitment_of_what_is_taken_back(trait: str) -> None:
    assert probability(["cue pledge", trait], ALONE, 9.0) == probability(["cue pledge", trait], ALONE, 0.0)


def test_the_analyst_is_told_where_the_wording_counts() -> None:
    (found,) = suggest_commitments(PLEDGE, "2024-11-11")
    assert (odds(PLEDGE) >= 0.4) == ("wording" in found.why.split(";")[0])
    assert (odds(PLEDGE) <= -0.4) == ("wording" in found.why.partition(";")[2])


@given(st.lists(st.sampled_from(["will", "Norrin", "the", ",", "7", "“", "pledged", "to", "not", "é"]), max_size=40))
def test_a_window_has_always_as_many_words(words: list[str]) -> None:
    sentence = Words(" ".join(words))
    for found in candidates(sentence, "2024-11-11"):
        assert len(window(sentence, found.cue)) == BEFORE + 1 + AFTER
        assert isfinite(phrase_odds(sentence, found.cue))
