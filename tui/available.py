"""What can be done on a screen just now, and what is against the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.dom import DOMNode
from textual.screen import Screen

from tui.actions import ACTIONS, BY_NAME, Action, Where


class Explains:
    """Mixed into a widget or screen, before its Textual class, whose actions cannot always be done.

    An action with a reason against it is shown disabled, and its key says the reason.
    """

    def why_not(self, name: str) -> str:
        """Why the action `name` cannot be done now, as a sentence; empty when it can."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Textual asks here whether an action can be done; None shows it disabled."""
        return None if self.why_not(action) else True


@dataclass(frozen=True, slots=True)
class Available:
    """An action at one moment: its keys, who does it (None: nobody here), and the sentence against it, if any."""

    action: Action
    keys: tuple[str, ...]
    node: DOMNode | None
    why_not: str


_ELSEWHERE: Mapping[Where, str] = {
    "list": "Works in the list of articles.",
    "page": "Works in the page of an article.",
    "reading": "Works where articles are listed and read.",
    "app": "Does not work in a dialog.",
}


def reason(node: DOMNode, name: str) -> str:
    """Why `node` cannot do the action `name` now; empty when it can."""
    return node.why_not(name) if isinstance(node, Explains) else ""


def available(screen: Screen[object]) -> list[Available]:
    """Every action as it stands on `screen` with its present focus, in the table's order."""
    nodes: dict[str, DOMNode] = {}
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        name = active.binding.id or ""
        if name in BY_NAME:
            nodes.setdefault(name, active.node)
            keys.setdefault(name, []).append(key)
    return [_state(action, nodes.get(action.name), tuple(keys.get(action.name, action.keys))) for action in ACTIONS]


def _state(action: Action, node: DOMNode | None, keys: tuple[str, ...]) -> Available:
    against = _ELSEWHERE[action.where[0]] if node is None else reason(node, action.name)
    return Available(action, keys, node, against)
