"""Strips as the terminal is sent them: of each style only what differs from the one before.

Textual (8.2.8) sends every style whole and takes it back after each piece of text, which is most of what it writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual.strip import SGR_STYLES, Strip

PLAIN = Style.null()
RESET = "\x1b[0m"
KEPT = 1024
"""Styles, and changes from one to another, that are remembered: a screen has some hundred, a long session no end."""


def rendered(strip: Strip, console: Console) -> str:
    """What the terminal is sent for a strip, kept with it; it begins and ends without a style."""
    if strip._render_cache is None:
        strip._render_cache = "".join(_pieces(strip, console._color_system or ColorSystem.TRUECOLOR))
    return strip._render_cache


def _pieces(strip: Strip, system: ColorSystem) -> Iterator[str]:
    before = PLAIN
    for text, style, _ in strip:
        after = style or PLAIN
        if after is not before:
            yield _change(before, after, system)
            before = after
        yield text
    yield _change(before, PLAIN, system)


class _Codes(NamedTuple):
    """A style as the terminal knows it."""

    attributes: tuple[str, ...]
    foreground: tuple[str, ...]
    background: tuple[str, ...]
    link: str


@lru_cache(KEPT)
def _codes(style: Style, system: ColorSystem) -> _Codes:
    set_now = style._attributes & style._set_attributes
    attributes = tuple(code for bit, code in enumerate(SGR_STYLES) if set_now & (1 << bit))
    front, back = style.color, style.bgcolor
    return _Codes(
        attributes,
        front.downgrade(system).get_ansi_codes() if front else (),
        back.downgrade(system).get_ansi_codes(foreground=False) if back else (),
        style.link or "",
    )


@lru_cache(KEPT)
def _change(before: Style, after: Style, system: ColorSystem) -> str:
    """What turns one style into another."""
    was, now = _codes(before, system), _codes(after, system)
    link = "" if was.link == now.link else f"\x1b]8;;{now.link}\x1b\\"
    if was[:3] == now[:3]:
        return link
    if not any(now[:3]):
        return link + RESET
    gone = not set(was.attributes) <= set(now.attributes) or any(
        old and not new for old, new in zip(was[1:3], now[1:3], strict=True)
    )
    codes = [code for code in now.attributes if gone or code not in was.attributes]
    for old, new in zip(was[1:3], now[1:3], strict=True):
        codes += new if gone or new != old else ()
    return f"{link}\x1b[{';'.join(['0', *codes] if gone else codes)}m"
