"""A list of places to go to: articles alike to one, the places of a record, or what needs a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.screens.form import Hint
from tui.screens.register import Register


class Destinations(Register):
    """Lists places. Dismisses with the key of the one to open, or None."""

    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "open", "open"),
        ("/", "filter", "filter"),
        ("S", "sort", "sort"),
        ("esc", "back", "cancel"),
    )
