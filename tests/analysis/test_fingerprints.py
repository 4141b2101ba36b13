"""Fingerprints of texts: pinned to the bit, of each text alone, and shared by texts that share words."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.analysis.fingerprints import GUARANTEE, Fingerprints, fingerprints, fingerprints_of
from store.analysis.tokens import tokenize

TALKS = (
    "VELDMAR, 3 June – Chancellor Ilse Taverne met President Oskar Belun in Harrowgate. “We settled more than I had "
    "hoped,” she said, and promised to open the locks before the first frost of 2031."
)


def rows(prints: Fingerprints) -> list[tuple[int, int]]:
    return list(zip(prints.hash.tolist(), prints.start.tolist(), strict=True))


GOLDEN = {
    TALKS: [
        (78158470323, 9),
        (118489529741, 46),
        (223720653355, 68),
        (176687441556, 105),
        (87375580666, 123),
        (63685673266, 150),
    ],
    "总理抵达苏瑟里亚首都出席河流会议。双方回顾了去年冬天的会谈。": [
        (11424947133, 2),
        (20430148316, 8),
        (69571813936, 11),
        (205599850156, 15),
        (129420662595, 21),
        (94181176911, 22),
    ],
    "Канцлер прибыла в столицу на речную конференцию": [(129009372557, 0)],
    "e\u0301te\u0301 \ufb01n caf\u00e9 STRASSE stra\u00dfe": [(900888707703, 0)],
}


@pytest.mark.parametrize("text", GOLDEN)
def test_the_fingerprint_is_what_it_always_was(text):
    """An index that was made by an earlier version must still be of use: a change here needs a new index."""
    assert rows(fingerprints([text])) == GOLDEN[text]


def test_typesetting_case_and_accents_do_not_change_them():
    changed = TALKS.upper().replace("“", '"').replace(" ", "\u00a0 ").replace(",", "").replace("É", "E\u0301")
    assert fingerprints([TALKS]).hash.tolist() == fingerprints([changed]).hash.tolist()


@pytest.mark.parametrize("text", ["", "…", "one two three four", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"])
def test_too_short_texts_and_rows_of_numbers_have_none(text):
    assert len(fingerprints([text])) == 0


def test_no_texts_have_none():
    assert len(fingerprints([])) == 0


WORDS = st.sampled_from(
    ["river", "lock", "frost", "talks", "winter", "plan", "trade", "2030", "12", ",", "\n", "да", "部", "e\u0301"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=60).map(" ".join), max_size=6)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(1, 900))
def test_many_at_once_are_those_of_each_alone(texts, at_once):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("store.analysis.fingerprints.AT_ONCE", at_once)
        prints = fingerprints(texts)
    for k, text in enumerate(texts):
        chosen = prints.text == k
        alone = fingerprints_of(tokenize(text))
        assert prints.hash[chosen].tolist() == alone.hash.tolist()
        assert prints.start[chosen].tolist() == alone.start.tolist()


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_texts_with_enough_words_in_common_share_one(data):
    numbers = st.lists(st.integers(0, 10**6), unique=True, max_size=40)
    common = " ".join(f"w{n}" for n in data.draw(numbers.filter(lambda found: len(found) >= GUARANTEE)))
    one, other = (" ".join(f"{tag}{n}" for n in data.draw(numbers)) for tag in "xy")
    first, second = fingerprints([f"{one} {common} {other}"]), fingerprints([f"{other}. {common} – {one}"])
    assert np.intersect1d(first.hash, second.hash).size
