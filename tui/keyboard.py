"""An app whose keys work on other layouts too, and which says why a key does nothing now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.events import Key

from tui import layouts
from tui.available import reason
from tui.display import safe
from tui.typeahead import TypeAheadApp

T = TypeVar("T")


class KeyboardApp(TypeAheadApp[T]):
    """Sees the keys that no field took, after the bindings of panes and before those of the app.

    `layouts` are the keyboard layouts whose letters stand for Latin keys, in order.
    """

    layouts: Sequence[str] = layouts.DEFAULT

    def on_key(self, event: Key) -> None:
        """Press the Latin key that was meant, or tell why the action of this key cannot be done."""
        active = self.screen.active_bindings.get(event.key)
        if active is None:
            if latin := layouts.latin_key(event.key, self.layouts):
                event.prevent_default()
                self.simulate_key(latin)
        elif not active.enabled and (why := reason(active)):
            event.prevent_default()
            self.notify(safe(why), severity="warning", timeout=4, markup=False)
