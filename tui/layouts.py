"""Keys of other keyboard layouts: which Latin key stands where a terminal sends `ф`.

A terminal sends characters, not keys, so a single-letter key pressed on another layout arrives as that layout's
letter. The letter at the same place of a QWERTY keyboard is meant. Only characters that no Latin key makes are
mapped: where a layout moves ASCII signs (ЙЦУКЕН's `.` sends `/`), the sign means itself, and the action has a twin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.keynames import key_name

_QWERTY = "qwertyuiop[] asdfghjkl;' zxcvbnm,. `  QWERTYUIOP{} ASDFGHJKL:\" ZXCVBNM<> ~"

_ROWS = {
    "russian": "йцукенгшщзхъ фывапролджэ ячсмитьбю ё  ЙЦУКЕНГШЩЗХЪ ФЫВАПРОЛДЖЭ ЯЧСМИТЬБЮ Ё",
    "ukrainian": "йцукенгшщзхї фівапролджє ячсмитьбю ʼ  ЙЦУКЕНГШЩЗХЇ ФІВАПРОЛДЖЄ ЯЧСМИТЬБЮ ₴",
    "belarusian": "йцукенгшўзх' фывапролджэ ячсмітьбю ё  ЙЦУКЕНГШЎЗХ' ФЫВАПРОЛДЖЭ ЯЧСМІТЬБЮ Ё",
    "greek": ";ςερτυθιοπ[] ασδφγηξκλ΄' ζχψωβνμ,. `  :ΣΕΡΤΥΘΙΟΠ{} ΑΣΔΦΓΗΞΚΛ¨\" ΖΧΨΩΒΝΜ<> ~",
}

LAYOUTS: Mapping[str, Mapping[str, str]] = {
    name: {char: latin for char, latin in zip(row, _QWERTY, strict=True) if not char.isascii()}
    for name, row in _ROWS.items()
}
"""By layout: its characters, and the QWERTY key at the same place."""

DEFAULT = ("russian", "ukrainian", "belarusian", "greek")
"""Tried in this order; `і` is an S on a Ukrainian keyboard and a B on a Belarusian one, whichever stands first."""


def latin_key(key: str, layouts: Sequence[str] = DEFAULT) -> str | None:
    """The Latin key meant by `key` of another layout ("ф" is "a", "ctrl+в" is "ctrl+d"), or None for any other key.

    Both are spelled as Textual does.
    """
    *modifiers, char = key.split("+")
    for name in layouts:
        if char in LAYOUTS[name]:
            return "+".join([*modifiers, key_name(LAYOUTS[name][char])])
    return None
