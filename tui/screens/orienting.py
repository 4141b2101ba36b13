"""Finding one's way in long texts: how wide the lines are."""

from __future__ import annotations

from tui.screens.tagging import Tagging
from tui.settings import MEASURES


class Orienting(Tagging):
    """The part of the reading screen that helps to find one's way."""

    def action_measure(self) -> None:
        """Make the text's lines wider, the widest narrow again."""
        wider = (measure for measure in MEASURES[::10] if measure > self.page.measure)
        self.page.measure = next(wider, MEASURES[0])
        self.app.say(f"Lines of up to {self.page.measure} columns. To keep it: onrecord config --edit")
