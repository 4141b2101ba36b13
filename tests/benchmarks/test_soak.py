"""A short soak: random keys break nothing. Timing and memory are judged by full runs only."""

from pathlib import Path

from soak import soak, strokes


def test_the_same_seed_gives_the_same_strokes() -> None:
    assert list(strokes(3, 200)) == list(strokes(3, 200))
    assert list(strokes(3, 200)) != list(strokes(4, 200))


def test_random_keys_break_nothing(tmp_path: Path) -> None:
    outcome = soak(300, 11, tmp_path)
    broken = [fault for fault in outcome.faults if not fault.startswith(("memory grew", f"{len(outcome.slow)} frames"))]
    assert broken == []
    assert outcome.keys == 300
