"""A short soak: random keys break nothing. Timing and memory are judged by full runs only."""

from pathlib import Path

from soak import soak, strokes


def test_the_same_seed_gives_the_same_strokes() -> None:
    assert list(strokes(3, 200)) == list(strokes(3, 200))
    assert list(strokes(3, 200)) != list(strokes(4, 200))


def test_random_keys_break_nothing(tmp_path: Path) -> None:
    outcome = soak(300, 11, tmp_path)
    judged = ("memory grew", "frames took")
    assert [fault for fault in outcome.faults if not any(words in fault for words in judged)] == []
    assert outcome.keys == 300
