"""What is told below the page: whole parts, as many as have room, those first that matter most."""

import pytest
from textual.content import Content

from tui.describe import fitted

PARTS = ["~ quote? Ilse Taverne, direct", "a accept, x reject", "❝ 一個 said it all", "80%: cue told"]


@pytest.mark.parametrize("width", [-3, 0, *range(10, 100)])
@pytest.mark.parametrize("lines", [1, 2])
def test_parts_are_whole_and_have_room(width: int, lines: int) -> None:
    shown = fitted(PARTS, width, lines)
    parts = shown.plain.split(" · ")
    assert parts == [part for part in PARTS if part in parts]
    assert parts[0] == PARTS[0]
    assert len(parts) == 1 or len(shown.wrap(max(width, 1))) <= lines
    left = [part for part in PARTS if part not in parts]
    assert all(len(Content(f"{shown.plain} · {part}").wrap(max(width, 1))) > lines for part in left)


def test_nothing_is_told_of_nothing() -> None:
    assert fitted([], 80, 2) == Content("")
