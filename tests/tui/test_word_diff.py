"""Which words differ between two tellings."""

import time

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


def require_that_the_rest_is_equal(one: str, other: str) -> None:
    def rest(text: str, spans: list[tuple[int, int]]) -> list[str]:
        for start, end in reversed(spans):
            text = text[:start] + " " + text[end:]
        return text.replace(".", " . ").replace("%", " % ").split()

    first, second = changed_words(one, other)
    assert "".join(rest(one, first)) == "".join(rest(other, second))


@given(st.text(alphabet="ab .5%", max_size=40), st.text(alphabet="ab .5%", max_size=40))
def test_what_is_left_unmarked_is_equal(one: str, other: str) -> None:
    require_that_the_rest_is_equal(one, other)


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


SHUT = ["The gate stays shut."] * 1500
"""A line that repeats."""


@pytest.mark.parametrize("often", [2, 3, 30])
def test_lines_that_repeat_are_compared_at_once(often: int) -> None:
    one, other = (
        "\n".join(SHUT),
        "\n".join(f"Gate {n} opens." if n % often == 0 else line for n, line in enumerate(SHUT)),
    )
    begun = time.perf_counter()
    require_that_the_rest_is_equal(one, other)
    require_that_the_rest_is_equal(other, one)
    assert time.perf_counter() - begun < 3


def test_among_lines_that_repeat_each_change_beside_a_line_of_its_own_is_marked_alone() -> None:
    lines = [line for n in range(300) for line in (f"Lock {n} of Umber", "---", "---", "---")]
    changed = [
        line.replace("Umber", "Lest") if line in ("Lock 20 of Umber", "Lock 250 of Umber") else line for line in lines
    ]
    said = differences("\n".join(lines), "\n".join(["Locks", "---", *changed, "Ends"]))
    assert ["\n".join(lines)[slice(*a)] for a, _ in said] == ["", "Umber", "Umber", ""]
