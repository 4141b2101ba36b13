"""The colours: dark, light, and a set that colour-blind eyes can tell apart. No kind is told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme


def _shades(ground: str, bar: str, *, cursor: str, away: str, keys: str) -> dict[str, str]:
    """The colours that Textual would not derive well: scrollbars, the cursor's row, the footer's keys."""
    return {
        "scrollbar": bar,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "block-cursor-foreground": cursor,
        "block-cursor-blurred-background": away,
        "footer-key-foreground": keys,
    }


THEMES: Mapping[str, Theme] = {
    "dark": Theme(
        name="onrecord-dark",
        dark=True,
        background="#14171c",
        surface="#1b2027",
        panel="#262c35",
        foreground="#d8dce3",
        primary="#6fa8dc",
        secondary="#b294d8",
        accent="#e8925a",
        success="#8cc37f",
        warning="#e5b567",
        error="#e57373",
        variables=_shades("#14171c", "#3a4350", cursor="#14171c", away="#323a46", keys="#e5b567"),
    ),
    "light": Theme(
        name="onrecord-light",
        dark=False,
        background="#fbfaf7",
        surface="#f1efe9",
        panel="#e4e1d8",
        foreground="#22262d",
        primary="#1f5f99",
        secondary="#6b3fa0",
        accent="#9a3d00",
        success="#2f6b2f",
        warning="#8a5a00",
        error="#a32020",
        variables=_shades("#fbfaf7", "#c3bdae", cursor="#ffffff", away="#d9d5c9", keys="#8a5a00"),
    ),
    # Okabe and Ito's palette (2008): told apart with protan, deutan and tritan vision.
    "colour-blind": Theme(
        name="onrecord-colour-blind",
        dark=True,
        background="#101214",
        surface="#181b1f",
        panel="#24282e",
        foreground="#e4e6ea",
        primary="#56b4e9",
        secondary="#cc79a7",
        accent="#e69f00",
        success="#2fc796",  # its bluish green, lighter for a dark ground
        warning="#f0e442",
        error="#f0743a",  # its vermilion, lighter for a dark ground
        variables=_shades("#101214", "#3c434d", cursor="#101214", away="#343a42", keys="#f0e442"),
    ),
}
"""By the name that settings use."""


def after(name: str) -> str:
    """The settings' name of the theme that comes after Textual's theme `name`, in turn."""
    names = list(THEMES)
    shown = next((index for index, theme in enumerate(THEMES.values()) if theme.name == name), -1)
    return names[(shown + 1) % len(names)]
