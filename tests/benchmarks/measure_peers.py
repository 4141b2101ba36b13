"""Measures the app beside other terminal programs, each in a pty of its own, in one run. Prints one table.

    python tests/benchmarks/measure_peers.py --articles 1000000 --peers ~/peers

A peer is looked for as PEERS/NAME/bin/NAME (a virtual environment each, since they want different versions of the
same packages: `python3 -m venv ~/peers/posting && ~/peers/posting/bin/pip install posting`), else on the path. One
that is missing is said. First paint is the time from the start to the words that show that the screen is drawn; a key
takes until its last byte is written. The ratios carry over to other machines, the milliseconds do not.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pexpect
from terminal import ONRECORD

from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle

COLUMNS, ROWS = 160, 50
QUIET = 0.08
"""Seconds without a byte after which a screen counts as drawn."""
LIMIT = 60.0
BARS = {"harlequin": 0.4, "posting": 0.4, "frogmouth": 0.6}
"""First paint of ours beside theirs, at most."""
SCROLL_BYTES = 16 * 1024
DOWN, PAGE_DOWN = "\x1b[B", "\x1b[6~"
WORDS = "the ferry left port at dawn and the mill on the river opened its gates to the miller of Tarn".split()
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Program:
    """A program to start, and the words that its first screen shows."""

    name: str
    command: Sequence[str]
    shows: str


class Running:
    """A started program; `written` is all that it wrote."""

    def __init__(self, program: Program, home: Path) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        environment = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}
        self.program = program
        self.written = b""
        self.started = time.perf_counter()
        self._child = pexpect.spawn(
            program.command[0], list(program.command[1:]), env=environment, dimensions=(ROWS, COLUMNS), cwd=str(home)
        )

    def _take(self, seconds: float) -> bool:
        try:
            self.written += self._child.read_nonblocking(1 << 20, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True

    def first_paint(self) -> float:
        """Seconds from the start until the words are there."""
        sought = self.program.shows.encode()
        while sought not in _SEQUENCE.sub(b"", self.written):
            if time.perf_counter() - self.started > LIMIT:
                raise TimeoutError(f"{self.program.name} did not show {self.program.shows!r}")
            self._take(0.01)
        return time.perf_counter() - self.started

    def settle(self, seconds: float) -> None:
        """Take all it writes until it has been quiet for so long."""
        while self._take(seconds):
            pass

    def press(self, keys: str) -> tuple[float, int]:
        """Press a key. Seconds until its last byte, and how many bytes it wrote."""
        before, pressed = len(self.written), time.perf_counter()
        last = pressed
        self._child.send(keys)
        while self._take(QUIET):
            last = time.perf_counter()
        return last - pressed, len(self.written) - before

    @property
    def memory(self) -> int:
        """Bytes in memory."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024  # type: ignore[index]

    @property
    def processor(self) -> float:
        """Seconds of processor time taken so far."""
        fields = Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Kill it."""
        self._child.close(force=True)


def text_of(characters: int) -> str:
    """Paragraphs of invented words, so many characters."""
    paragraph = " ".join(WORDS[(7 * n) % len(WORDS)] for n in range(90)).capitalize() + "."
    return "\n\n".join([paragraph] * (characters // (len(paragraph) + 2) + 1))[:characters]


def make_collection(path: Path, articles: int, longest: Mapping[str, int]) -> None:
    """A collection of so many short articles, and one of each length named."""

    def saved() -> Iterator[tuple[str, SavedArticle]]:
        for number in range(articles):
            words = f"{number} {text_of(120 + number % 80)}"
            yield f"{number}", SavedArticle(words, f"Article {number}", f"Outlet {number % 40}", published="2024-01-01")
        for name, characters in longest.items():
            yield name, SavedArticle(f"{name}\n\n{text_of(characters)}", name, "Long reads", published="2025-01-01")

    collection = open_collection(path)
    try:
        import_items(collection, saved())
    finally:
        collection.close()
