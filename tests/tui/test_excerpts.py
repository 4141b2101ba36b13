"""The words in question above a form: whole, or cut in the middle, among those of their sentence."""

import pytest

from tui.screens.form import EXCERPT, excerpt


@pytest.mark.parametrize(
    ("words", "before", "after", "shown"),
    [
        ("“We will.”", "On Monday ", " said\nAnn Lee.", "On Monday “We will.” said Ann Lee."),
        ("“We will.”", "", "", "“We will.”"),
        ("so it is", "x " * 400, "", None),
        ("so it is", "", "y " * 400, None),
        ("so it is", "x " * 400, "y " * 400, None),
        ("z " * 400, "before ", " after", None),
    ],
)
def test_what_is_around_the_words_has_the_room_that_they_leave(words, before, after, shown) -> None:
    told = excerpt(words, before, after).plain
    assert told == (shown or told)
    assert len(told) <= EXCERPT + 3
    assert shown or "…" in told
    assert words.split()[0] in told


def test_a_hostile_sentence_around_the_words_is_shown_as_marks() -> None:
    assert excerpt("so", "\x1b[31m ", " \u202eno").plain == "␛[31m so �no"
