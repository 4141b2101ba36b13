"""The signs that help explains are those that the screen shows."""

from tui.describe import SIGN
from tui.legend import LEGEND
from tui.widgets.highlights import SIGNS
from tui.widgets.overview import _GLYPHS
from tui.widgets.painter import _BARS


def test_every_sign_of_the_screen_is_explained() -> None:
    explained = {one.sign for one in LEGEND}
    shown = {*SIGNS.values(), *_GLYPHS.values(), *(bar for _, bar in _BARS), "•", "◦", "★"}
    assert shown <= explained
    counted = {one.sign[0] for one in LEGEND}
    assert {SIGN["quote"], SIGN["commitment"], "≡", "⇄"} <= counted


def test_no_sign_means_two_things_at_one_place() -> None:
    places = [(one.sign, one.where) for one in LEGEND]
    assert len(places) == len(set(places))
