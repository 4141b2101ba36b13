"""Copies of a passage beside each other."""

import pytest

from tui.screens.diff import Diff, Telling, Versions, nature, natures, summary

HERE = Telling("here, ¶2", "Norrin will lend Sutheria $500 million by May, Pell Orrin said.")
HERALD = Telling("Umber Herald, 2024-06-05", "Norrin may lend Sutheria $5 billion by May, Karel Voss said.")
SAME = Telling("Gazette, 2024-06-06", HERE.words)


@pytest.mark.parametrize(
    ("text", "word", "is_a"),
    [
        ("It will cost $5 billion.", "5 billion", "figure"),
        ("They will not stop.", "not", "qualifier"),
        ("Yesterday Karel Voss spoke.", "Karel Voss", "name"),
        ("It will pay by June or on Monday.", "June", "date"),
        ("It may rain in May.", "may", "qualifier"),
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


async def test_the_first_difference_of_long_texts_is_in_view_on_both_sides(show):
    lines = [f"In week {n} the lock of Tarn was opened for the boats of Umber, said Pell Orrin." for n in range(90)]
    one, more = "\n\n".join(lines), "\n\n".join([*lines[:70], "Nobody came.", *lines[70:]])
    shut = one.replace("In week 80 the lock of Tarn was opened", "In week 80 the lock of Tarn was shut")
    async with show(Diff, [Telling("here", one), *(Telling("there", other) for other in (more, one, shut))]) as shown:
        await shown.until(lambda: "Nobody came." in shown.text)
        assert shown.text.count("In week 69") == 2
        await shown.press("n")
        await shown.until(lambda: shown.text.count("In week 0") == 2)
        await shown.press("n")
        await shown.until(lambda: shown.text.count("In week 80") == 2)
        assert "shut" in shown.text


async def test_each_version_stands_beside_the_one_before_it_the_last_change_first(show):
    days = [Telling(f"imported day {n}", f"Norrin will lend $500 million, then ${n} billion.") for n in (3, 2, 1)]
    async with show(Versions, days) as shown:
        for change, earlier, later in ((2, 2, 3), (1, 1, 2), (2, 2, 3)):
            (line,) = (line for line in shown.lines if "imported" in line)
            assert f"change {change} of 2" in shown.text
            assert line.index(f"day {earlier}") < line.index(f"day {later}")
            assert "Different: 1 figure." in shown.text
            await shown.press("n")
        await shown.press("less_than_sign")
        assert shown.result is None
        assert not shown.open
