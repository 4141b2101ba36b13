"""Records the tour of the main job that the README links to, as an asciinema cast of about two minutes.

The app runs in a real terminal. The times in the cast are those at which a person follows, not those of the machine.
"""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "benchmarks"))

from terminal import ONRECORD, Terminal

COLUMNS, ROWS = 100, 30
TYPING = 0.09
"""Seconds between two letters typed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is done.

    Attributes:
        caption: What it is, a marker in the cast.
        keys: The keys, pressed one after the other.
        words: What the screen shows then.
        seconds: How long to look at it.
    """

    caption: str
    keys: str
    words: str
    seconds: float = 4.0


STEPS = (
    Step("The list of saved articles", "", "8 articles", 4),
    Step("Find one as you type", "filse", "1 article "),
    Step("Read it: the second half repeats the first", "\r\r", "¶1", 6),
    Step("Go to the repeated passage", "g}", "again in ¶9", 6),
    Step("Choose the quotation", "ppi", "again in ¶9", 4),
    Step("Tag it as a quote: who said it?", "1Ilse Taverne", "addressee", 4),
    Step("With the role at the time", "\rChancellor of Norrin", "kind", 4),
    Step("It is on record once, its copy is counted", "\r", "1 copy here", 6),
    Step("Go to the copy and back", "=", "copy of ¶", 5),
    Step("Fold the copies", "d", "⋯", 5),
    Step("Highlight them, then dim them again", "dd", "¶9", 3),
    Step("The next suggestion, and why it is one", "g]", "a accept", 7),
    Step("Accept it", "a", "2 quotes", 4),
    Step("All quotes of the collection", "o", "Quotes:", 6),
    Step("All speakers, with their roles", "qs", "Speakers:", 6),
    Step("Every action has a key and says when it works", "q?", "What works here", 6),
    Step("Export to CSV", "\x1bE", "Export", 6),
    Step("Back to the page", "\x1b", "¶1", 4),
)


def events(terminal: Terminal) -> Iterator[tuple[float, str, str]]:
    """Seconds, kind and data of what happens: markers, and what the app writes."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    now = 0.0
    for step in STEPS:
        yield now, "m", step.caption
        for key in step.keys:
            terminal.send(key)
            terminal.settle(0.15)
            yield now, "o", decoder.decode(_taken(terminal))
            now += TYPING
        terminal.shows(step.words)
        terminal.settle(0.5)
        yield now, "o", decoder.decode(_taken(terminal))
        now += step.seconds
    yield now, "o", ""


def _taken(terminal: Terminal) -> bytes:
    """What the app has written since the last time."""
    written = bytes(terminal.written)
    terminal.written.clear()
    return written


def record(database: Path, cast: Path) -> None:
    """Record the tour on a collection of the sample articles, in version 2 of asciinema's format."""
    header = {"version": 2, "width": COLUMNS, "height": ROWS, "title": "On Record", "env": {"TERM": "xterm-256color"}}
    environment = {"COLORTERM": "truecolor", "XDG_CONFIG_HOME": str(database.parent), "DISPLAY": ""}
    with Terminal([*ONRECORD, "--db", str(database)], COLUMNS, ROWS, environment) as terminal:
        lines = [json.dumps(header)]
        for seconds, kind, data in events(terminal):
            lines.append(json.dumps([round(seconds, 3), kind, data], ensure_ascii=False))
    cast.write_text("\n".join(lines) + "\n", encoding="utf-8")
