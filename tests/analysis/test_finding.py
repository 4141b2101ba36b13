"""Words that were copied out of a text are found at their one place, or nowhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store.analysis.finding import find_words

TEXT = "At Tarn: “Two new locks.” Umber paid for two new locks, too — 𝟙𝟚 ferries."


def test_case_marks_and_blanks_do_not_matter():
    start, end = find_words(TEXT, "UMBER  paid\nfor “two")
    assert TEXT[start:end] == "Umber paid for two"


def test_words_that_stand_twice_are_placed_by_what_stands_around_them_or_not_at_all():
    assert find_words(TEXT, "two new locks") is None
    assert find_words(TEXT, "two new locks", prefix="unknown", suffix="words") is None
    assert find_words(TEXT, "two new locks", prefix="paid for ") == (TEXT.index("two new"), TEXT.index(", too"))
    assert find_words(TEXT, "two new locks", prefix="At Tarn ", suffix="Umber")[0] == TEXT.index("Two")


def test_words_that_stand_nowhere():
    assert find_words(TEXT, "three new locks") is None
    assert find_words(TEXT, "…") is None
    assert find_words("", "locks") is None
    assert find_words("locks", TEXT) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["lock", "ferry", "Tarn", "𝟙𝟚", "és"]), min_size=1, max_size=12), st.data())
def test_a_place_is_given_only_where_the_words_stand(words, data):
    text = " ".join(words)
    low = data.draw(st.integers(0, len(words) - 1))
    high = data.draw(st.integers(low + 1, len(words)))
    asked = " ".join(words[low:high])
    found = find_words(text, asked, " ".join(words[:low]), " ".join(words[high:]))
    assert found is None or text[slice(*found)] == asked
