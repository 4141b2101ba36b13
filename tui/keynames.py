"""Keys as people write them, as Textual names them and as help shows them."""

from __future__ import annotations

import re
import string
import unicodedata

from textual.keys import Keys

_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_SPELLED = {"esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "del": "delete", "ins": "insert"}
_NAMED = {key.value for key in Keys if key.value.isalnum()} | {"space"}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""What terminals send alike."""


def key_name(char: str) -> str:
    """Textual's name of the key that makes a character: "a", "left_square_bracket", "slash"."""
    if char.isalnum():
        return char
    short = {"/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore"}
    return short.get(char) or unicodedata.name(char).lower().replace("-", "_").replace(" ", "_")


_SIGNS = {key_name(char): char for char in string.punctuation}


def parse_key(written: str) -> str:
    """Textual's name of a key such as "a", "]", "Ctrl+K", "esc" or "f5". Raises ValueError with a sentence."""
    written = written.strip()
    *modifiers, key = re.split(r"\+(?=.)", written)
    modifiers = [part.lower() for part in modifiers]
    unknown = [part for part in modifiers if part not in _MODIFIERS]
    if unknown:
        raise ValueError(f'"{written}" is not a key: "{unknown[0]}" is none of {", ".join(_MODIFIERS)}')
    if "shift" in modifiers and len(key) == 1:
        raise ValueError(f'"{written}" is not sent by terminals: write the character that shift makes of it')
    name = _name(key, bool(modifiers))
    if not name:
        raise ValueError(f'"{written}" is not a key: write a character, or a name such as "enter", "f5" or "ctrl+k"')
    whole = "+".join([*modifiers, name])
    if whole in _SAME:
        raise ValueError(f'"{written}" cannot be told from "{_SAME[whole]}" in a terminal: choose another key')
    return whole


def _name(key: str, modified: bool) -> str:
    if len(key) == 1:
        return key_name(key.lower() if modified else key) if key.isprintable() and key != " " else ""
    name = _SPELLED.get(key.lower(), key.lower())
    return name if name in _NAMED or name in _SIGNS else ""


def show_key(key: str) -> str:
    """One of Textual's names of keys as help and documents show it: "ctrl+d", "]", "enter"."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, _SIGNS.get(last, last)])
