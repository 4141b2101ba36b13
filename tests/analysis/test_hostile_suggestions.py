"""Hostile strings: unbalanced marks, no line ends, cue words without sentences. Everything ends, every span is in range.

ONRECORD_HOSTILE=10000 sets how many seeded strings are tried; a hundred without it.
"""

import os
import random
import time

import pytest

from store.analysis.suggest import suggest

STRINGS = int(os.environ.get("ONRECORD_HOSTILE", "100"))
PER_RUN = 50
LIMIT = 5.0
"""Seconds of processor for 16,000 characters: what grows with the square of a text takes far longer."""
MARKS = list("\"“”„«»‘’'—–()[]「」『』…?!.,:; \n\r\u2028\x00\ud800\u200b\u202e😀1aX€%")
PIECES = MARKS + (
    "- |\n\n|said |told |that |he |she |it |they |Jane Doe |President |the |according to |Mr. |Q: |DOE: |who |说|表示|"
    "сказал |dit-il |’s |of |and |will |would |commit|pledged|orders |calls for |is |leaving |pledged to |"
    "agreed to |plan |$5 million |by 2030 |within |12 |if |U.S. |A. "
).split("|")


def hostile(seed: int) -> str:
    """A string of one to seventy different pieces, at random or one short run over and over."""
    chance = random.Random(seed)
    pieces = chance.sample(PIECES, chance.choice([1, 2, 3, 5, 8, 70]))
    length = chance.choice([10, 100, 1000, 4000])
    if chance.random() < 0.5:
        return "".join(chance.choices(pieces, k=length))
    unit = "".join(chance.choices(pieces, k=chance.randint(1, 6)))
    return (unit * (4 * length // len(unit) + 1))[: 4 * length]


@pytest.mark.parametrize("first", range(0, STRINGS, PER_RUN))
def test_hostile_strings_end_with_spans_in_range(first: int) -> None:
    for seed in range(first, min(first + PER_RUN, STRINGS)):
        text = hostile(seed)
        began = time.process_time()
        found = suggest(text, "2024-11-11")
        assert time.process_time() - began < LIMIT, f"seed {seed}: {text[:80]!r}"
        spans = [span for quote in found.quotes for span in quote.content]
        spans += [(one.start, one.end) for one in found.commitments]
        assert all(0 <= start < end <= len(text) for start, end in spans), f"seed {seed}"


@pytest.mark.parametrize("piece", ['"', "“", "'", "「", "— ", "said ", "a", "will ", "“a” said he. ", "Doe, "])
def test_a_megabyte_of_one_piece_ends(piece: str) -> None:
    size = 1_000_000 if STRINGS > 100 else 60_000
    suggest((piece * (size // len(piece) + 1))[:size])


@pytest.mark.parametrize(
    "text",
    [
        "Last Ivo Roe said agreement was signed Monday, adding committee will be formed to leave.",
        "The programme costs more than",
        "Its profits for the year should be more than",
    ],
)
def test_a_sentence_that_is_cut_short_is_looked_through(text: str) -> None:
    found = suggest(text, "2024-11-11")
    assert all(0 <= one.start < one.end <= len(text) for one in found.commitments)
