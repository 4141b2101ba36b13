"""What can be done on a screen just now, and what is against the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from textual.app import App
from textual.binding import ActiveBinding
from textual.screen import Screen

from tui.actions import ACTIONS, BY_NAME, Action, Where
from tui.display import safe


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


class Available(NamedTuple):
    """An action at one moment: its keys, the binding it can be run by (None: none here), the sentence against it."""

    action: Action
    keys: tuple[str, ...]
    binding: ActiveBinding | None
    why_not: str

    def run(self, app: App[Any]) -> None:
        """Do it, once what covers its screen has gone; or say why it cannot be done."""
        if self.binding is None or self.why_not:
            app.notify(safe(self.why_not), severity="warning", markup=False)
        else:
            app.call_later(app.run_action, self.binding.binding.action, self.binding.node)


ELSEWHERE: Mapping[Where, str] = {
    "rows": "Works in lists.",
    "list": "Works in the list of articles: q goes there.",
    "page": "Works in the page of an article: enter opens one.",
    "reading": "Works where articles are listed and read.",
    "dialog": "Works in lists of records.",
    "app": "Does not work in a dialog.",
}


def reason(active: ActiveBinding) -> str:
    """Why the action of a key cannot be done now; empty when it can."""
    name = active.binding.id or ""
    doer = active.node.screen if name in BY_NAME and BY_NAME[name].by_screen else active.node
    return doer.why_not(name) if isinstance(doer, Explains) else ""


def available(screen: Screen[object]) -> list[Available]:
    """Every action as it stands on `screen` with its present focus, in the table's order."""
    found: dict[str, ActiveBinding] = {}
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        name = active.binding.id or ""
        found.setdefault(name, active)
        keys.setdefault(name, []).append(key)
    return [_state(action, found.get(action.name), keys.get(action.name, action.keys)) for action in ACTIONS]


def in_dialog(screen: Screen[object]) -> list[Available]:
    """What the keys of a dialog do: those of its own first, then those of its fields and lists.

    What an action does is said by its binding, else by the first line that documents its method.
    """
    found: dict[tuple[str, str], list[tuple[str, ActiveBinding]]] = {}
    for key, active in screen.active_bindings.items():
        told = active.binding.tooltip or _documented(active)
        if not told and (own := screen._bindings.key_to_bindings.get(key)):  # what enter in a field comes to
            active = ActiveBinding(screen, own[0], True)
            told = _documented(active)
        if told:
            found.setdefault((active.binding.action, told), []).append((key, active))
    ordered = sorted(found.items(), key=lambda item: item[1][0][1].node is not screen)
    return [_told(sentence, bound) for (_, sentence), bound in ordered]


def _documented(active: ActiveBinding) -> str:
    """What the method of an action of ours says that it does."""
    to_app, _, name = active.binding.action.partition("(")[0].rpartition(".")
    method = getattr(active.node.app if to_app == "app" else active.node, f"action_{name}", None)
    ours = getattr(method, "__module__", "").partition(".")[0] == __name__.partition(".")[0]
    return (method.__doc__ or "").partition("\n")[0] if ours else ""


def _told(sentence: str, bound: Sequence[tuple[str, ActiveBinding]]) -> Available:
    keys, active = tuple(key for key, _ in bound), bound[0][1]
    name = active.binding.action.partition("(")[0].rpartition(".")[2]
    title = active.binding.description or name.replace("_", " ")
    return Available(Action(name, keys, title, sentence, "In this dialog", ("dialog",)), keys, active, reason(active))


def _state(action: Action, active: ActiveBinding | None, keys: Sequence[str]) -> Available:
    against = ELSEWHERE[action.where[0]] if active is None else reason(active)
    return Available(action, tuple(keys), active, against)
