"""The list of articles that have words of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.screens.form import Hint
from tui.screens.register import Register


class Alike(Register):
    """Lists articles to compare with one. Dismisses with the number of the one to open, or None."""

    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "open", "open"),
        ("/", "filter", "filter"),
        ("S", "sort", "sort"),
        ("esc", "back", "cancel"),
    )
