"""The themes: readable, and told apart by colour-blind eyes where they say so."""

import itertools

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import THEMES, after

ROLES = ("primary", "secondary", "accent", "success", "warning", "error")

# Viénot, Brettel and Mollon (1999): what protan and deutan eyes see of linear RGB.
BLIND = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def seen(color: Color, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    linear = [(part / 255) ** 2.2 for part in (color.r, color.g, color.b)]
    mixed = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in matrix]
    return tuple(255 * max(0.0, part) ** (1 / 2.2) for part in mixed)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""

    def light(color: Color) -> float:
        parts = [part / 255 for part in (color.r, color.g, color.b)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.05 + 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return bright / dark


def colours(theme: Theme) -> dict[str, Color]:
    return {role: Color.parse(getattr(theme, role)) for role in ROLES}


@pytest.mark.parametrize("name", THEMES)
def test_words_in_every_colour_can_be_read(name: str) -> None:
    theme = THEMES[name]
    background = Color.parse(theme.background or "")
    assert contrast(background, Color.parse(theme.foreground or "")) >= 7
    for role, color in colours(theme).items():
        assert contrast(background, color) >= 4.5, role


@pytest.mark.parametrize("eyes", BLIND)
def test_colour_blind_eyes_tell_the_colours_apart(eyes: str) -> None:
    for (one, a), (other, b) in itertools.combinations(colours(THEMES["colour-blind"]).items(), 2):
        distance = sum((x - y) ** 2 for x, y in zip(seen(a, BLIND[eyes]), seen(b, BLIND[eyes]), strict=True)) ** 0.5
        assert distance >= 25, (one, other, distance)


def test_the_themes_come_in_turn() -> None:
    order = [after("textual-dark")]
    while len(order) < len(THEMES) + 1:
        order.append(after(THEMES[order[-1]].name))
    assert order == [*THEMES, next(iter(THEMES))]
