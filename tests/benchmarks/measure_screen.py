"""Measures the screen beside Textual's own, in one run: `python tests/benchmarks/measure_screen.py`. Prints one table.

First paint and memory are those of the real command in a terminal of its own. A key's cost is the processor time of the
screen's thread from the key to the last byte of the picture that answers it; waiting for the next frame is not in it.
The ratios carry over to other machines, the milliseconds do not. Sizes: --articles, --characters, --spans, --keys.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from terminal import ONRECORD, Terminal, compile_app
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.widgets import TextArea

from store import records, speakers
from store.collection import Collection, open_collection
from store.importing import import_items
from store.model import SavedArticle
from tui.app import OnRecord
from tui.settings import Settings

SIZE = (160, 50)
LIST_SIZE = (110, 50)
"""Narrower than where the page follows the list, so that the list alone is measured."""
ANSWER, QUIET = 3.0, 0.05
"""Seconds to wait for the picture that answers a key, and after which nothing more comes of it."""
FEW = 1_000
PAGES = 12
"""So many screens down both lists are measured; further down the short one ends."""
STARTS = 5
"""Starts of each program; their median counts."""

EMPTY = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("nothing here")

Empty().run()
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. `holds` is whether the bar is met, None where a figure is only stated."""

    what: str
    ours: str
    peer: str = ""
    ratio: str = ""
    bar: str = ""
    holds: bool | None = None


# Making what is measured


def make_list(path: Path, count: int) -> None:
    """A collection that lists so many articles, which share one text."""
    open_collection(path).close()
    outlets = ("Lest Herald", "Port Ellen Post", "Ostrava Line Observer", "Valdoria Times", "Quay Tribune")
    places = ("Lest", "Port Ellen", "Ostrava", "Valdoria", "Selmora", "Tarn", "Harrowgate")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("INSERT INTO text (sha256, body, words, added, repeated) VALUES ('t', 'Nothing here.', 2, '', 0.0)")
        db.executemany(
            "INSERT INTO article (id, uid, text, title, outlet, published, published_precision, added) "
            "VALUES (?, ?, 't', ?, ?, ?, 'day', '2031-01-01')",
            (
                (
                    n,
                    f"{n:032x}",
                    f"{places[n % 7]} and {places[n % 6]} sign the agreement no. {n} on their waterways",
                    outlets[n % 5],
                    f"{2000 + n * 30 // count}-{n * 360 // count % 12 + 1:02}-{n % 28 + 1:02}",
                )
                for n in range(1, count + 1)
            ),
        )
        db.execute("DELETE FROM changed_text")  # as it is once passages have been looked for


def make_text(characters: int) -> str:
    """A text of invented sentences in paragraphs, with quotations."""
    rng = random.Random(5)
    words = (
        "the river lock barge treaty minister of port grain winter customs they settled and will open before".split()
    )
    paragraphs = []
    length = 0
    while length < characters:
        sentences = []
        for _ in range(rng.randrange(3, 7)):
            sentence = " ".join(rng.choices(words, k=rng.randrange(8, 22))).capitalize()
            sentences.append(f"“{sentence},” she said." if rng.random() < 0.3 else f"{sentence}.")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def make_article(path: Path, text: str, spans: int) -> None:
    """A collection of one article with so many spans on record, three a quote and one a commitment, which overlap."""
    collection = open_collection(path)
    import_items(collection, [SavedArticle(text, "A long article", "Lest Herald", published="2031-01-01")])
    (article,) = collection.read.execute("SELECT uid FROM article").fetchone()
    uid = speakers.create(collection, "Ilse Taverne", role="Chancellor")
    step = len(text) * 4 // spans
    changes = []
    for start in range(0, len(text) - step, step):
        quote = [
            ("content", start, start + 120),
            ("source", start + 100, start + 140),
            ("cue", start + 130, start + 150),
        ]
        changes.append(("quote", quote, {"speaker": uid}))
        changes.append(("commitment", [("content", start + 60, start + 200)], {"promisor": uid}))
    for kind, at, fields in changes:
        records.tag(collection, kind, article, at, fields)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE text SET repeated = 0.0")
    collection.close()


# Measuring


def first_paints(programs: Sequence[tuple[Sequence[str], str]], starts: int) -> list[tuple[float, int]]:
    """Of programs, each with words of its first picture, the seconds until that is written and the memory of its own.

    They start in turns, so that what else the machine does falls on all of them. Medians; the memory in bytes.
    """
    figures: list[list[tuple[float, int]]] = [[] for _ in programs]
    for _ in range(starts):
        for (command, words), found in zip(programs, figures, strict=True):
            began = time.perf_counter()
            with Terminal(command, *SIZE, blind=True) as terminal:
                terminal.writes(words)
                painted = time.perf_counter() - began
                terminal.settle(1.0)
                found.append((painted, unique_memory(terminal.process.pid)))
    return [(statistics.median(t for t, _ in found), int(statistics.median(m for _, m in found))) for found in figures]


def unique_memory(pid: int) -> int:
    """Bytes in memory that a process shares with no other."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


@dataclass
class Watched:
    """An app whose pictures are counted: how many bytes, and when one is done."""

    app: App[Any]
    written: int = 0
    painted: asyncio.Event = field(default_factory=asyncio.Event)

    def write(self, data: str) -> None:
        """What the app's driver is given to write."""
        self.written += len(data.encode())
        self.painted.set()

    async def keys(self, key: str, times: int) -> tuple[float, float]:
        """Press a key so many times. The median of the milliseconds that one costs, and of the bytes it writes."""
        costs, sizes = [], []
        for _ in range(times):
            self.painted.clear()
            written, began = self.written, time.thread_time()
            cost, patience = 0.0, ANSWER
            self.app.simulate_key(key)
            while await self._painted(patience):
                cost, patience = time.thread_time() - began, QUIET
            costs.append(1000 * cost)
            sizes.append(self.written - written)
        return statistics.median(costs), statistics.median(sizes)

    async def _painted(self, patience: float) -> bool:
        """Whether something is painted within so many seconds."""
        try:
            await asyncio.wait_for(self.painted.wait(), patience)
        except TimeoutError:
            return False
        self.painted.clear()
        return True


class Writing(HeadlessDriver):
    """A driver without a terminal that pictures are written to all the same."""

    @property
    def is_headless(self) -> bool:
        """No: without a terminal Textual paints nothing."""
        return False


@asynccontextmanager
async def watched(app: App[Any], size: tuple[int, int] = SIZE) -> AsyncIterator[Watched]:
    """Run an app without a terminal and watch what it paints."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause(2.0)
        watch = Watched(app)
        driver: Any = app._driver
        driver.__class__ = Writing
        driver.write = watch.write
        yield watch


Figures = dict[str, tuple[float, float]]
"""What a key costs, by the name of what it does: milliseconds and bytes."""


async def list_keys(collection: Collection, keys: int) -> Figures:
    """The cost of moving in the list."""
    async with watched(OnRecord(collection, Settings()), LIST_SIZE) as watch:
        figures = {"down": await watch.keys("j", keys), "page": await watch.keys("ctrl+d", min(keys, PAGES))}
        figures["end"] = await watch.keys("G", 1)
        figures["up"] = await watch.keys("k", keys)
    return figures


async def page_keys(collection: Collection, keys: int) -> Figures:
    """The cost of moving in the page, with a selection and without."""
    async with watched(OnRecord(collection, Settings())) as watch:
        await watch.keys("enter", 1)
        await asyncio.sleep(2)
        figures = {"line": await watch.keys("j", keys), "page": await watch.keys("ctrl+d", keys)}
        await watch.keys("v", 1)
        figures |= {"word": await watch.keys("w", keys), "sentence": await watch.keys("f4", keys)}
    return figures


def on_collection(measure: Callable[[Collection, int], Coroutine[Any, Any, Figures]], path: Path, keys: int) -> Figures:
    """Measure in an app on a collection, which is closed when the app's threads have ended."""
    with closing(open_collection(path)) as collection:
        return asyncio.run(measure(collection, keys))


async def text_area_keys(text: str, keys: int) -> Figures:
    """The cost of the same moves in a TextArea, which knows no sentences."""

    class Area(App[None]):
        def compose(self) -> Any:
            yield TextArea(text, read_only=True, soft_wrap=True)

    async with watched(Area()) as watch:
        figures = {"line": await watch.keys("down", keys), "page": await watch.keys("pagedown", keys)}
        figures["word"] = await watch.keys("ctrl+shift+right", keys)
    return figures


# The table


def starting(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """First paint and memory with a long list, beside an app that shows nothing."""
    many = folder / "many.db"
    compile_app()
    nothing = ([sys.executable, "-c", EMPTY], "nothing here")
    (empty, empty_memory), (ours, memory) = first_paints(
        [nothing, ([*ONRECORD, "--db", str(many)], "articles ·")], options.starts
    )
    ratio = ours / empty
    yield Line(
        f"first paint, {options.articles:,} articles",
        f"{1000 * ours:.0f} ms",
        f"an empty app {1000 * empty:.0f} ms",
        f"{ratio:.2f}x",
        "<= 1.35x",
        ratio <= 1.35,
    )
    yield Line(
        "memory that is its alone",
        f"{memory / 2**20:.0f} MB",
        f"an empty app {empty_memory / 2**20:.0f} MB",
        f"{memory / empty_memory:.2f}x",
        "<= 60 MB",
        memory <= 60 * 2**20,
    )


def listing(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Moving in a long list, beside a short one."""
    few = on_collection(list_keys, folder / "few.db", options.keys)
    many = on_collection(list_keys, folder / "many.db", options.keys)
    for name, bar in (("down", 5), ("up", 5), ("page", 16), ("end", 16)):
        ours, ratio = many[name][0], many[name][0] / few[name][0]
        yield Line(
            f"list: {name}",
            f"{ours:.1f} ms",
            f"{FEW:,} articles {few[name][0]:.1f} ms",
            f"{ratio:.2f}x",
            f"<= {bar} ms, 1.5x",
            ours <= bar and (ratio <= 1.5 or name == "end"),
        )


def reading(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Moving in a long text full of records, beside a TextArea with the same text."""
    text = make_text(options.characters)
    make_article(folder / "text.db", text, options.spans)
    peer = asyncio.run(text_area_keys(text, options.keys))
    ours = on_collection(page_keys, folder / "text.db", options.keys)
    for name, other, bar in (("word", "word", 5), ("sentence", "word", 5), ("line", "line", 12), ("page", "page", 16)):
        cost, ratio = ours[name][0], ours[name][0] / peer[other][0]
        least = 0.15 if bar == 5 else None
        yield Line(
            f"page: {name}",
            f"{cost:.1f} ms",
            f"TextArea, {other} {peer[other][0]:.1f} ms",
            f"{ratio:.2f}x",
            f"<= {bar} ms" + (f", {least}x" if least else ""),
            cost <= bar and (least is None or ratio <= least),
        )
    for name in ("word", "sentence"):
        written = ours[name][1]
        yield Line(
            f"page: bytes written, selection by {name}",
            f"{written:,.0f}",
            f"TextArea, word {peer['word'][1]:,.0f}",
            f"{written / peer['word'][1]:.2f}x",
            "<= 1024",
            written <= 1024,
        )


def lines(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """All that is measured."""
    make_list(folder / "few.db", FEW)
    make_list(folder / "many.db", options.articles)
    yield from starting(folder, options)
    yield from listing(folder, options)
    yield from reading(folder, options)


def main() -> int:
    """Measure and print. Ends with 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000, help="articles in the list")
    parser.add_argument("--characters", type=int, default=1_000_000, help="characters of the text")
    parser.add_argument("--spans", type=int, default=4_000, help="spans on record in it")
    parser.add_argument("--keys", type=int, default=60, help="presses of each key; their median counts")
    parser.add_argument("--starts", type=int, default=STARTS, help="starts of each program; their median counts")
    options = parser.parse_args()
    missed = False
    print(f"{'what':44} {'ours':>10}  {'beside':30} {'ratio':8} {'bar':16}")
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        for line in lines(Path(folder), options):
            missed |= line.holds is False
            verdict = {True: "holds", False: "MISSED", None: ""}[line.holds]
            print(f"{line.what:44} {line.ours:>10}  {line.peer:30} {line.ratio:8} {line.bar:16} {verdict}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
