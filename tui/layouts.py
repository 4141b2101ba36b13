"""Keys of other keyboard layouts: which Latin key stands where a terminal sends `ф`.

A terminal sends characters, not keys, so a single-letter key pressed on another layout arrives as that layout's
letter. The letter at the same place of a QWERTY keyboard is meant. Only characters that no Latin key makes are
mapped: where a layout moves ASCII letters and signs (ЙЦУКЕН's `.` sends `/`, QWERTZ has z and y changed over), they
mean themselves, and the action of the sign's own key has a twin or is found in the palette. Arabic has no letter at
all for some capitals: their actions are in the palette.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.keynames import key_name

_QWERTY = "qwertyuiop[] asdfghjkl;' zxcvbnm,. ` 1234567890  QWERTYUIOP{} ASDFGHJKL:\" ZXCVBNM<> ~ !@#$%^&*()"

_ROWS = {
    "russian": 'йцукенгшщзхъ фывапролджэ ячсмитьбю ё 1234567890  ЙЦУКЕНГШЩЗХЪ ФЫВАПРОЛДЖЭ ЯЧСМИТЬБЮ Ё !"№;%:?*()',
    "ukrainian": 'йцукенгшщзхї фівапролджє ячсмитьбю ʼ 1234567890  ЙЦУКЕНГШЩЗХЇ ФІВАПРОЛДЖЄ ЯЧСМИТЬБЮ ₴ !"№;%:?*()',
    "belarusian": "йцукенгшўзх' фывапролджэ ячсмітьбю ё 1234567890  ЙЦУКЕНГШЎЗХ' ФЫВАПРОЛДЖЭ ЯЧСМІТЬБЮ Ё !\"№;%:?*()",
    "greek": ";ςερτυθιοπ[] ασδφγηξκλ΄' ζχψωβνμ,. ` 1234567890  :ΣΕΡΤΥΘΙΟΠ{} ΑΣΔΦΓΗΞΚΛ¨\" ΖΧΨΩΒΝΜ<> ~ !@#$%^&*()",
    "arabic": "ضصثقفغعهخحجد شسيبلاتنمكط ئءؤرﻻىةوز ذ ١٢٣٤٥٦٧٨٩٠  \u064e\u064b\u064f\u064cﻹإ`÷×؛<> "
    "\u0650\u064d][ﻷأـ،/:\" ~\u0652}{ﻵآ',. \u0651 !@#$%^&*()",
    "german": 'qwertzuiopü+ asdfghjklöä yxcvbnm,. ^ 1234567890  QWERTZUIOPÜ* ASDFGHJKLÖÄ YXCVBNM;: ° !"§$%&/()=',
    "french": "azertyuiop^$ qsdfghjklmù wxcvbn,;: ² &é\"'(-è_çà  AZERTYUIOP¨£ QSDFGHJKLM% WXCVBN?./ ~ 1234567890",
}

LAYOUTS: Mapping[str, Mapping[str, str]] = {
    name: {key_name(char): key_name(latin) for char, latin in zip(row, _QWERTY, strict=True) if not char.isascii()}
    for name, row in _ROWS.items()
}
"""By layout: its keys, and the QWERTY key at the same place, both spelled as Textual does."""

DEFAULT = tuple(_ROWS)
"""Tried in this order; `і` is an S on a Ukrainian keyboard and a B on a Belarusian one, whichever stands first."""


def latin_key(key: str, layouts: Sequence[str] = DEFAULT) -> str | None:
    """The Latin key meant by `key` of another layout ("ф" is "a", "ctrl+в" is "ctrl+d"), or None for any other key.

    Both are spelled as Textual does.
    """
    *modifiers, char = key.split("+")
    for name in layouts:
        if char in LAYOUTS[name]:
            return "+".join([*modifiers, LAYOUTS[name][char]])
    return None
