"""An app whose keys work on other layouts too, and which says why a key does nothing now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from textual.events import Key

from tui import layouts
from tui.actions import ACTIONS, BY_NAME
from tui.available import ELSEWHERE, Explains, reason
from tui.display import safe
from tui.keynames import parse_key
from tui.typeahead import TypeAheadApp

T = TypeVar("T")


class KeyboardApp(TypeAheadApp[T]):
    """Sees the keys that no field took, after the bindings of panes and before those of the app.

    `layouts` are the keyboard layouts whose letters stand for Latin keys, in order; `own_keys` are the keys (Textual's
    names) of those actions that were given others than the table's.
    """

    layouts: Sequence[str] = layouts.DEFAULT
    own_keys: Mapping[str, Sequence[str]] = MappingProxyType({})

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        """By key, the names of the actions that it may mean."""
        names: dict[str, list[str]] = {}
        for action in ACTIONS:
            for key in self.own_keys.get(action.name) or map(parse_key, action.keys):
                names.setdefault(key, []).append(action.name)
        return names

    def leaves(self, key: str) -> bool:
        """Whether a key leaves the app."""
        return "quit" in self._names.get(key, ())

    def _is_bound(self, key: str) -> bool:
        """Whether a key is bound where the focus is, as far as no key was given to another action."""
        nodes = (self.focused or self.screen).ancestors_with_self
        return any(key in node._bindings.key_to_bindings for node in nodes)

    def _may_explain(self, key: str) -> bool:
        """Whether there is something against an action that the key may mean, where the focus is."""
        nodes = (self.focused or self.screen).ancestors_with_self
        names = self._names.get(key, ())
        return any(node.why_not(name) for node in nodes if isinstance(node, Explains) for name in names)

    def on_key(self, event: Key) -> None:
        """Press the Latin key that was meant, or tell why the action of this key cannot be done."""
        latin = layouts.latin_key(event.key, self.layouts)
        if not latin and self._is_bound(event.key) and not self._may_explain(event.key):
            return  # most keys: to ask after all bindings takes longer than what a key does
        active = self.screen.active_bindings.get(event.key)
        if active is None and latin:
            event.prevent_default()
            self.simulate_key(latin)
        elif active is None and (where := self._elsewhere(event.key)):
            self._tell(where)
        elif active and not active.enabled and (why := reason(active)):
            event.prevent_default()
            self._tell(why)

    def _elsewhere(self, key: str) -> str:
        """Where the key does something that it does not do here; empty in a dialog, which has keys of its own."""
        named = (BY_NAME[name] for name in self._names.get(key, ()) if isinstance(self.screen, Explains))
        return next((f"{one.title}: {ELSEWHERE[one.where[0]].lower()}" for one in named if "app" not in one.where), "")

    def _tell(self, why: str) -> None:
        self.notify(safe(why), severity="warning", markup=False)
