"""Timers that ring once, and do.

Textual's (8.2.8) pass over a ring that is late when they begin to wait for it, which is right for those that ring again
and again. A busy machine can hold a timer up just there, and the only ring never comes: a message stays, the page does
not follow the list, or no resize is ever answered again.
"""

from __future__ import annotations

from typing import Any

from textual.message_pump import MessagePump
from textual.timer import Timer

_set_timer = MessagePump.set_timer


def _set_sure_timer(pump: MessagePump, *when: Any, **how: Any) -> Timer:
    timer = _set_timer(pump, *when, **how)
    timer._skip = False
    return timer


MessagePump.set_timer = _set_sure_timer  # type: ignore[method-assign, assignment]
