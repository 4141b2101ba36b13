"""A terminal shows strips as Textual's own rendering would have it show them, in any colours, for fewer bytes."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.sequences import rendered

COLOURS = st.sampled_from([None, "default", "red", "bright_blue", "color(200)", "#14171c", "#e5b567"])
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=st.sampled_from([None, True, False]),
    italic=st.sampled_from([None, True]),
    underline=st.sampled_from([None, True]),
    reverse=st.sampled_from([None, True]),
)
LINES = st.lists(st.builds(Segment, st.sampled_from(["a", " ", "words ", "一個"]), STYLES | st.none()), max_size=9)


def console(system: str) -> Console:
    return Console(color_system=system, force_terminal=True)  # type: ignore[arg-type]


def shown(sequence: str) -> dict[tuple[int, int], object]:
    """The cells of a terminal that was sent this, then a letter: what is left of a style would show there."""
    terminal = pyte.Screen(60, 3)
    pyte.Stream(terminal).feed(f"{sequence}z")
    return {(y, x): terminal.buffer[y][x] for y in range(3) for x in range(60)}


@pytest.mark.parametrize("system", ["standard", "256", "truecolor"])
@given(line=LINES)
def test_a_terminal_shows_what_textual_would_have_it_show(system: str, line: list[Segment]) -> None:
    ours, theirs = rendered(Strip(line), console(system)), Strip(line).render(console(system))
    assert shown(ours) == shown(theirs)


def test_only_what_differs_is_sent() -> None:
    ground = Style(color="#d8dce3", bgcolor="#14171c")
    line = [Segment("one ", ground), Segment("two ", ground + Style(color="#e5b567")), Segment("three", ground)]
    sent = rendered(Strip(line), console("truecolor"))
    assert sent == (
        "\x1b[38;2;216;220;227;48;2;20;23;28mone \x1b[38;2;229;181;103mtwo \x1b[38;2;216;220;227mthree\x1b[0m"
    )


def test_a_link_ends_with_its_words() -> None:
    line = [Segment("see ", None), Segment("there", Style(link="https://norrin.example/a")), Segment(".", None)]
    sent = rendered(Strip(line), console("truecolor"))
    assert sent == "see \x1b]8;;https://norrin.example/a\x1b\\there\x1b]8;;\x1b\\."
