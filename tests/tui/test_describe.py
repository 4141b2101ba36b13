"""What is told below the page: whole parts, as many as have room, those first that matter most."""

import pytest
from textual.content import Content

from tui.describe import fitted

PARTS = ["~ quote? Ilse Taverne, direct", "a accept, x reject", "❝ 一個 said it all", "80%: cue told"]


@pytest.mark.parametrize("width", [-3, 0, *range(10, 100)])
@pytest.mark.parametrize("lines", [1, 2])
def test_parts_have_room_and_what_is_cut_says_so(width: int, lines: int) -> None:
    shown = fitted(PARTS, width, lines)
    assert len(shown.wrap(max(width, 1))) <= lines
    *whole, last = shown.plain.split(" · ")
    if last.endswith("…"):
        cut = next(part for part in PARTS if part.startswith(last[:-1]) and part not in whole)
        assert not whole or len(last) >= 12
        assert len(Content(" · ".join([*whole, cut])).wrap(max(width, 1))) > lines
    else:
        whole.append(last)
    assert whole == [part for part in PARTS if part in whole]
    assert whole[:1] in ([], PARTS[:1])


def test_nothing_is_told_of_nothing() -> None:
    assert fitted([], 80, 2) == Content("")
