"""Measures the app beside other terminal programs, each in a pty of its own, in one run. Prints one table.

    python tests/benchmarks/measure_peers.py --articles 1000000 --peers ~/peers

A peer is looked for as PEERS/NAME/bin/NAME (a virtual environment each, since they want different versions of the
same packages: `python3 -m venv ~/peers/baca && ~/peers/baca/bin/pip install baca`; posting 2.11 needs
`tree-sitter<0.26` beside it), else on the path. One that is missing is said. First paint is the time from the start to
the first words of what a program is there for: of the text in readers, of a line of the list in ours (their count comes
later, when all are numbered), of the panes in the others. All start from compiled modules. A key takes until its last
byte is written. The ratios carry over to other machines, the milliseconds do not.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pexpect
from measure_screen import make_list
from peer_programs import MAKERS, Program, installed, programs, text_of
from terminal import ONRECORD, compile_app

from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle

COLUMNS, ROWS = 160, 50
QUIET = 0.08
"""Seconds without a byte after which a screen counts as drawn."""
ANSWER = 3.0
"""Seconds in which a key is answered, or is taken to do nothing."""
LIMIT = 30.0
SCROLL_BYTES = 16 * 1024
DOWN, PAGE_DOWN = "\x1b[B", "\x1b[6~"
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)", re.DOTALL)


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
        """Take all it writes until it has been quiet for so long, three times as long at most: cursors blink."""
        end = time.perf_counter() + 3 * seconds
        while time.perf_counter() < end and self._take(seconds):
            pass

    def press(self, keys: str) -> tuple[float, int]:
        """Press a key. Seconds until its last byte, and how many bytes it wrote."""
        before, pressed = len(self.written), time.perf_counter()
        last = pressed
        self._child.send(keys)
        wait = ANSWER
        while last - pressed < ANSWER and self._take(wait):
            last, wait = time.perf_counter(), QUIET
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


def make_collection(path: Path, articles: int, longest: Mapping[str, int]) -> None:
    """A collection that lists so many articles, and one of each length named."""
    make_list(path, articles)
    collection = open_collection(path)
    try:
        import_items(
            collection,
            (
                SavedArticle(f"{name}\n\n{text_of(characters)}", name, "Long reads", published="2023-01-01")
                for name, characters in longest.items()
            ),
        )
    finally:
        collection.close()


def starts(programs: Sequence[Program], home: Path, times: int) -> Iterator[str]:
    """First paints, in turns so that each program meets the same machine, and the memory after them."""
    painted: dict[str, list[float]] = {program.name: [] for program in programs}
    memory: dict[str, int] = {}
    for _ in range(times):
        for program in [program for program in programs if program.name in painted]:
            running = Running(program, home)
            try:
                painted[program.name].append(running.first_paint())
                running.settle(1.0)
                memory[program.name] = running.memory
            except TimeoutError:
                yield f"{program.name} did not show {program.shows!r} in {LIMIT:.0f} s: it is left out"
                del painted[program.name]
            finally:
                running.end()
    ours = statistics.median(painted["onrecord"])
    bars = {program.name: program.bar for program in programs}
    yield "the readers paint a page of 2 KB here"
    yield f"{'first paint':24}{'median ms':>10}{'MB':>8}  ours / theirs"
    for name, seconds in painted.items():
        median = statistics.median(seconds)
        bar = bars[name]
        judged = f"  (at most {bar}: {'holds' if ours / median <= bar else 'MISSED'})" if bar else ""
        beside = f"{ours / median:.2f}{judged}"
        yield f"{name:24}{median * 1000:10.0f}{memory[name] >> 20:8}  {beside}"


def moves(programs: Sequence[Program], home: Path, times: int) -> Iterator[str]:
    """What a line down and a page down cost in a long text: time to the last byte, processor time, bytes."""
    yield f"{'a key in 1 MB':24}{'down ms':>10}{'page ms':>10}{'CPU ms':>10}{'bytes':>10}"
    for program in programs:
        running = Running(program, home)
        try:
            running.first_paint()
            running.settle(2.0)
            for keys in program.opens:
                running.press(keys)
            running.settle(1.0)
            down = [running.press(DOWN)[0] for _ in range(times)]
            before = running.processor
            pages = [running.press(PAGE_DOWN) for _ in range(times)]
            spent = (running.processor - before) / times
            size = statistics.median(count for _, count in pages)
        finally:
            running.end()
        bar = f"  (at most {SCROLL_BYTES}: {'holds' if size <= SCROLL_BYTES else 'MISSED'})" * (
            program.name == "onrecord"
        )
        page = statistics.median(seconds for seconds, _ in pages)
        figures = f"{statistics.median(down) * 1000:10.0f}{page * 1000:10.0f}{spent * 1000:10.0f}{size:10.0f}"
        yield f"{program.name:24}{figures}{bar}"


def openings(path: Path, lengths: Mapping[str, int], home: Path) -> Iterator[str]:
    """How long articles of several lengths take to open, and the memory with each open."""
    yield f"{'opening an article':24}{'ms':>10}{'MB':>8}"
    for name, characters in lengths.items():
        program = Program("onrecord", [*ONRECORD, "--db", str(path)], "articles")
        running = Running(program, home)
        try:
            running.first_paint()
            running.settle(2.0)
            running.press(f"f{name}\r")
            running.settle(1.0)
            took, _ = running.press("\r")
            yield f"{characters:<24,}{took * 1000:10.0f}{running.memory >> 20:8}"
        finally:
            running.end()


LENGTHS = {"kilo": 1_000, "hundred": 100_000, "mega": 1_000_000, "tenfold": 10_000_000}
"""Articles by their titles, with their length in characters."""


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--peers", type=Path, default=Path.home() / "peers")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    compile_app()
    with tempfile.TemporaryDirectory(prefix="onrecord-peers-") as folder:
        home = Path(folder)
        make_collection(home / "many.db", options.articles, LENGTHS)
        ours = Program(
            "onrecord",
            [*ONRECORD, "--db", str(home / "many.db")],
            "sign the",  # the titles of make_list
            ["fmega\r", "\r", "g"],
        )
        for name in MAKERS.keys() - installed(options.peers).keys():
            print(f"{name} is not installed: it is left out")
        at_start = [ours, *programs(options.peers, text_of(2_000), home / "short")]
        readers = [ours, *(one for one in programs(options.peers, text_of(1_000_000), home / "long") if one.reads)]
        for table in (
            starts(at_start, home, options.times),
            moves(readers, home, 4 * options.times),
            openings(home / "many.db", LENGTHS, home),
        ):
            print()
            for line in table:
                print(line, flush=True)


if __name__ == "__main__":
    main()
