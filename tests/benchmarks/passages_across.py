"""Passages across a collection: building the index, linking, a new article, and what is found of planted passages.

In a folder that is kept the parts can be run one by one: the articles are made and linked once, the index is built
anew each time it is measured, and new articles come to a copy.
"""

from __future__ import annotations

import json
import math
import pickle
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import peers
from corpus import Corpus, Made
from pytest import MonkeyPatch

from store import passage_building
from store.backups import back_up
from store.collection import Collection, open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.passage_index import PassageIndex
from store.passage_search import Finder

NEW = 200
"""New articles that are measured one by one."""
PEERS_MOST = 100_000
"""Articles that the peers index at most: they keep all in memory."""

BOUND_MB = 150
"""What building and linking hold at most, of whatever size the collection is; the index's mapped files aside.

Building: a batch of text with its tokens, or the rows that are merged at once. Linking: a flag for each key, the texts
kept ready to be compared, and SQLite's cache. Add to it ten times the longest text, if that is over a megabyte.
"""

PARTS = ("make", "index", "link", "found", "new")

STEP = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from peak_memory import OwnMemory
from store.collection import open_collection
from store.passage_building import update_passages
indexing, moments = sys.argv[2] == "index", [time.perf_counter()]
collection = open_collection(Path(sys.argv[1]))
left = "SELECT 1 FROM compared WHERE indexed = 0 AND articles > 0 LIMIT 1"
with OwnMemory() as own:
    update_passages(
        collection,
        lambda _: moments.append(time.perf_counter()),
        lambda: indexing and len(moments) > 1 and not collection.read.execute(left).fetchone(),
    )
print(json.dumps({"seconds": moments[-1] - moments[0], "own": own.most}))
"""


def report(seed: int, sizes: list[int], parts: Sequence[str] = PARTS, kept: Path | None = None) -> Iterator[str]:
    """The tables, line by line."""
    builds: dict[int, float] = {}
    for size in sizes:
        with ExitStack() as used:
            folder = kept / f"{size}" if kept else Path(used.enter_context(tempfile.TemporaryDirectory()))
            made = _made(folder, seed, size)
            collection = used.enter_context(closing(_opened(folder, made)))
            written = sum(len(one.text.encode()) for one in made)
            yield f"{size:>8} articles, {written / 1e6:6.1f} MB"
            if "index" in parts:
                built = _step(collection, "index")
                builds[size] = built["seconds"]
                rows = sum(path.stat().st_size for path in PassageIndex(collection.path).folder.iterdir())
                yield (
                    f"{'':8} index built at {written / 1e6 / builds[size]:.1f} MB/s, {rows / written:.3f} bytes a byte "
                    f"of text, memory {built['own']:.0f} MB (bound {BOUND_MB})"
                )
            if "link" in parts:
                linked = _step(collection, "link")
                yield (
                    f"{'':8} linked at {linked['seconds'] / size * 1e3:.2f} ms a text, "
                    f"memory {linked['own']:.0f} MB (bound {BOUND_MB})"
                )
            if size == sizes[-1] and "found" in parts:
                yield from _found(collection, made)
            if size == sizes[-1] and "new" in parts:
                new, passages = _arriving(made, seed)
                yield from _new_articles(used.enter_context(closing(_copied(collection, folder))), new)
                yield from _peers(made, new, passages, written / 1e6 / builds[size] if builds else None)
    if len(builds) > 1:
        exponent = math.log(builds[sizes[-1]] / builds[sizes[0]]) / math.log(sizes[-1] / sizes[0])
        yield f"growth exponent from {sizes[0]} to {sizes[-1]} articles: {exponent:.2f}"


def _made(folder: Path, seed: int, size: int) -> list[Made]:
    """The articles, written down beside their collection."""
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"articles-{seed}.pickle"
    if not written.exists():
        written.write_bytes(pickle.dumps(list(Corpus(seed).articles(size))))
    made: list[Made] = pickle.loads(written.read_bytes())
    return made


def _copied(collection: Collection, folder: Path) -> Collection:
    """A copy of a collection with its index, as the new articles come in."""
    copy = folder / "new" / collection.path.name
    shutil.rmtree(copy.parent, ignore_errors=True)
    copy.parent.mkdir()
    back_up(collection.path, copy)
    shutil.copytree(PassageIndex(collection.path).folder, PassageIndex(copy).folder)
    return open_collection(copy)


def _opened(folder: Path, made: list[Made]) -> Collection:
    """The collection of these articles in a folder, made where it is not there yet."""
    collection = open_collection(folder / "c.db")
    if not collection.read.execute("SELECT 1 FROM article LIMIT 1").fetchone():
        import_items(collection, [_saved(f"{k}", one.text) for k, one in enumerate(made)])
    return collection


def _saved(name: str, text: str) -> SavedArticle:
    return SavedArticle(text, title=name, path=name)


def _step(collection: Collection, part: str) -> dict[str, float]:
    """Build the index anew, or link what is not linked, in a program of its own: seconds and MB of its own."""
    if part == "index":
        with collection.write() as db:
            PassageIndex(collection.path).clear(db)
            db.execute("UPDATE compared SET indexed = 0")
    command = [sys.executable, "-c", STEP, str(collection.path), part, str(Path(__file__).parent)]
    done: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return done


def _found(collection: Collection, made: list[Made]) -> Iterator[str]:
    """What is found of planted passages that stand in two articles and more."""
    seen: dict[int, int] = {}
    for one in made:
        for planted in one.planted:
            seen[planted.passage] = seen.get(planted.passage, 0) + 1
    hits, spans, covered, every = 0, 0, 0, 0
    for one in made:
        for planted in one.planted:
            if seen[planted.passage] > 1:
                got = _overlap(collection, one.text, planted.start, planted.end)
                spans, every = spans + 1, every + planted.end - planted.start
                hits, covered = hits + (2 * got >= planted.end - planted.start), covered + got
    yield f"planted passages found: {hits / spans:.4f} of {spans}, characters {covered / every:.4f}"


def _overlap(collection: Collection, text: str, start: int, end: int) -> int:
    """Characters of a span that the largest passage there covers."""
    rows = collection.read.execute(
        """SELECT min(?3, occurrence."end") - max(?2, occurrence."start") FROM occurrence
        JOIN text ON text.id = occurrence.text WHERE sha256 = ?1""",
        [sha256(text.encode()).hexdigest(), start, end],
    )
    return max((got for (got,) in rows if got > 0), default=0)


def _new_articles(collection: Collection, new: list[Made]) -> Iterator[str]:
    """Articles that arrive one by one, each with a passage of one that is there: time of the whole, and what is found."""
    import_items(collection, [_saved(f"new {k}", one.text) for k, one in enumerate(new)])
    linked, whole = _one_by_one(collection)
    places = [one.planted[0] for one in new]
    got = [_overlap(collection, one.text, place.start, place.end) for one, place in zip(new, places, strict=True)]
    sizes = [place.end - place.start for place in places]
    yield (
        f"a new article: p50 {np.percentile(linked, 50):.2f} ms, p95 {np.percentile(linked, 95):.2f} ms (candidates, "
        f"alignment, identity), with its commit {np.percentile(whole, 50):.2f} and {np.percentile(whole, 95):.2f} ms; "
        f"its passage found {np.mean([2 * g >= size for g, size in zip(got, sizes, strict=True)]):.3f}, "
        f"characters {sum(got) / sum(sizes):.4f}"
    )


def _arriving(made: list[Made], seed: int) -> tuple[list[Made], list[int]]:
    """New articles, each with a passage of one that is there, and the numbers of these passages."""
    rng = np.random.default_rng(seed)
    sources = [(k, planted) for k, one in enumerate(made) for planted in one.planted]
    chosen = [sources[k] for k in rng.choice(len(sources), min(NEW, len(sources)), replace=False)]
    new = Corpus(seed + 1).carrying([made[k].text[place.start : place.end] for k, place in chosen])
    return list(new), [place.passage for _, place in chosen]


def _one_by_one(collection: Collection) -> tuple[list[float], list[float]]:
    """Milliseconds of linking each new article, and from one to the next, each a transaction of its own."""
    moments: list[float] = []
    linking: list[float] = []
    link = passage_building.link

    def timed(db: sqlite3.Connection, finder: Finder, number: int) -> None:
        began = time.perf_counter()
        link(db, finder, number)
        linking.append(1e3 * (time.perf_counter() - began))

    with MonkeyPatch.context() as patched:
        patched.setattr(passage_building, "link", timed)
        patched.setattr(passage_building, "SLICE_SECONDS", 0)
        patched.setattr(passage_building, "PAUSE", 0)
        passage_building.update_passages(collection, lambda _: moments.append(time.perf_counter()))
    # The first step is the batch that goes into the index, the second opens the files.
    return linking, [1e3 * (after - before) for before, after in pairwise(moments[1:])]


def _peers(made: list[Made], new: list[Made], passages: list[int], ours: float | None) -> Iterator[str]:
    """Whole articles by MinHash: MB/s beside ours, and in how many new articles it finds one with the same passage."""
    some = made[:PEERS_MOST]
    size = sum(len(one.text.encode()) for one in some)
    holders: dict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(some):
        for planted in one.planted:
            holders[planted.passage].add(number)
    for name, (package, kind) in peers.DOCUMENTS.items():
        if peers.missing(package):
            yield f"{name}: {package} is not installed"
            continue
        index = kind()
        began = time.perf_counter()
        for number, one in enumerate(some):
            index.add(number, one.text)
        took = time.perf_counter() - began
        known = [(one.text, holders[passage]) for one, passage in zip(new, passages, strict=True) if holders[passage]]
        found = np.mean([bool(index.alike(text) & members) for text, members in known])
        speed = size / 1e6 / took
        ratio = f", ours {ours / speed:.1f}x as fast" if ours else ""
        yield f"{name}: {speed:.1f} MB/s over {len(some)} articles{ratio}, planted passages found {found:.3f}"
