"""Which words differ between two tellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.word_diff import changed_words, differences


@pytest.mark.parametrize(
    ("one", "other", "gone", "new"),
    [
        ("We invest $500 million.", "We invest $5 billion.", ["500 million"], ["5 billion"]),
        ("We will not stop.", "We will stop.", ["not"], []),
        ("Up 5% by May", "Up 5 by May", ["%"], []),
        ("the same", "the  same", [], []),
        ("", "new words", [], ["new words"]),
        ("“We’ll pay” – soon", '"We\'ll pay" - now', ["soon"], ["now"]),
        ("«Ja», sagte er", "„Ja“, sagte er", [], []),
        ("“We pay,” he said", "We pay, he said", ["“", "”"], []),
    ],
)
def test_changed_words(one: str, other: str, gone: list[str], new: list[str]) -> None:
    first, second = changed_words(one, other)
    assert [one[slice(*span)] for span in first] == gone
    assert [other[slice(*span)] for span in second] == new


@given(st.text(alphabet="ab .5%", max_size=40), st.text(alphabet="ab .5%", max_size=40))
def test_what_is_left_unmarked_is_equal(one: str, other: str) -> None:
    def rest(text: str, spans: list[tuple[int, int]]) -> list[str]:
        for start, end in reversed(spans):
            text = text[:start] + " " + text[end:]
        return text.replace(".", " . ").replace("%", " % ").split()

    first, second = changed_words(one, other)
    assert "".join(rest(one, first)) == "".join(rest(other, second))


def test_of_long_texts_the_equal_ends_are_left_unmarked() -> None:
    words = [str(n % 7) for n in range(20_000)]
    one, other = " ".join(words), " ".join([*words[:9_000], "new", *words[9_001:]])
    first, second = changed_words(one, other)
    assert [other[slice(*span)] for span in second] == ["new"]
    assert [one[slice(*span)] for span in first] == [words[9_000]]


def test_of_a_long_text_in_lines_each_change_is_marked_alone() -> None:
    lines = [f"In week {n} the gate of lock {n % 7} was opened for the boats of Umber." for n in range(400)]
    changed = [line.replace("opened", "shut") if n in (3, 390) else line for n, line in enumerate(lines)]
    changed.insert(200, "Nobody came.")
    one, other = "\n\n".join(lines), "\n\n".join(changed)
    said = [(one[slice(*a)], other[slice(*b)]) for a, b in differences(one, other)]
    assert said == [("opened", "shut"), ("", "Nobody came."), ("opened", "shut")]
