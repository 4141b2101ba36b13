"""Text for XML 1.0, which has no way to hold some characters."""

from __future__ import annotations

import re

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Extensible Markup Language (XML) 1.0, production 2."""


def holdable(text: str) -> str:
    """Text of the same length, with a replacement character for each that XML cannot hold."""
    return FORBIDDEN.sub("\ufffd", text)
