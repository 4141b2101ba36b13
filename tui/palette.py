"""The command palette: every action by its name; those that cannot be done say why."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from tui.available import Available, available
from tui.display import safe
from tui.keynames import show_key


class Palette(CommandPalette):
    """Textual's palette, which fails on a page key pressed while its list is made anew (8.2.8)."""

    def _action_command_list(self, action: str) -> None:
        with suppress(LookupError):
            super()._action_command_list(action)


class ActionCommands(Provider):
    """Finds actions by title and help, those that can be done first."""

    async def discover(self) -> Hits:
        """What can be done here."""
        for one in available(self.screen):
            if not one.why_not:
                display = _display(Content(one.action.title), one)
                yield DiscoveryHit(display, partial(one.run, self.app), one.action.title, _help(one))

    async def search(self, query: str) -> Hits:
        """The actions that fit what was typed."""
        matcher = self.matcher(query)
        for one in available(self.screen):
            score = max(matcher.match(one.action.title), 0.8 * matcher.match(one.action.help))
            if score > 0:
                title = matcher.highlight(one.action.title)
                score *= 0.5 if one.why_not else 1.0
                yield Hit(score, _display(title, one), partial(one.run, self.app), one.action.title, _help(one))


def _display(title: Content, one: Available) -> Content:
    keys = "  ".join(map(show_key, one.keys))
    return Content.assemble(title, "  ", (keys, "dim"))


def _help(one: Available) -> str:
    """Textual reads it as markup: an escaped bracket stays one."""
    return escape(safe(f"✗ {one.why_not}")) if one.why_not else one.action.help
