"""Copies of a passage beside each other."""

import pytest

from tui.screens.diff import Diff, Telling, nature, natures, summary

HERE = Telling("here, ¶2", "Norrin will lend Sutheria $500 million by May, Pell Orrin said.")
HERALD = Telling("Umber Herald, 2024-06-05", "Norrin may lend Sutheria $5 billion by May, Karel Voss said.")
SAME = Telling("Gazette, 2024-06-06", HERE.words)


@pytest.mark.parametrize(
    ("text", "word", "is_a"),
    [
        ("It will cost $5 billion.", "5 billion", "figure"),
        ("They will not stop.", "not", "qualifier"),
        ("Yesterday Karel Voss spoke.", "Karel Voss", "name"),
        ("Yesterday it rained.", "Yesterday", "word"),
        ("It rained hard.", "hard", "word"),
        ("Он не придёт.", "не", "qualifier"),
    ],
)
def test_a_difference_is_told_by_what_it_is(text, word, is_a):
    start = text.index(word)
    assert nature(text, (start, start + len(word))) == is_a


def test_the_line_below_says_how_two_copies_differ():
    assert summary(natures(HERE.words, SAME.words)) == "The words are the same."
    assert summary(natures(HERE.words, HERALD.words)) == "Different: 1 figure, 1 name, 1 qualifier."


async def test_the_copies_stand_beside_each_other_and_are_gone_through(show):
    async with show(Diff, [HERE, HERALD, SAME]) as shown:
        assert "here, ¶2" in shown.text
        assert "Umber Herald, 2024-06-05" in shown.text
        assert "Different: 1 figure, 1 name, 1 qualifier." in shown.text
        await shown.press("equals_sign")
        assert "Gazette, 2024-06-06" in shown.text
        assert "The words are the same." in shown.text
        await shown.press("n")
        assert "Umber Herald" in shown.text
        await shown.press("enter")
        assert shown.result == 1


async def test_text_of_a_copy_never_reaches_the_terminal_as_it_is(show):
    async with show(Diff, [HERE, Telling("[/x] \x1b[31m", "Norrin \x1b]52;c;aGk=\x07 will lend [/b]")]) as shown:
        assert "\x1b" not in shown.text
        assert "[/x]" in shown.text
        await shown.press("q")
        assert shown.result is None
