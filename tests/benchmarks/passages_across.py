"""Passages across a collection: building the index, linking, a new article, and what is found of planted passages."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import peers
from corpus import Corpus, Made

from store import passage_building
from store.collection import Collection, open_collection
from store.importing import import_items
from store.model import Progress, SavedArticle
from store.passage_index import PassageIndex

NEW = 200
"""New articles that are measured one by one."""
PEERS_MOST = 10_000
"""Articles that the peers index at most: they keep all in memory."""

BUILD = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from peak_memory import peak_mb
from store.collection import open_collection
from store.passage_building import update_passages
texts, began, indexed = int(sys.argv[2]), time.perf_counter(), []
def tell(progress):
    if progress.done == texts:
        indexed.append(time.perf_counter())
update_passages(open_collection(Path(sys.argv[1])), tell)
done = time.perf_counter()
print(json.dumps({"index": indexed[0] - began, "link": done - indexed[0], "peak": peak_mb()}))
"""


def report(seed: int, sizes: list[int]) -> Iterator[str]:
    """The tables, line by line."""
    builds: dict[int, float] = {}
    yield "Building: index MB/s, its bytes per byte of text, linking ms a text, peak MB of the program"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made = list(Corpus(seed).articles(size))
            written = sum(len(one.text.encode()) for one in made)
            with closing(open_collection(Path(folder) / "c.db")) as collection:
                import_items(collection, [_saved(f"{k}", one.text) for k, one in enumerate(made)])
                built = _build(collection, size)
                builds[size] = built["index"]
                rows = sum(path.stat().st_size for path in PassageIndex(collection.path).folder.iterdir())
                yield (
                    f"{size:>8} articles, {written / 1e6:6.1f} MB: {written / 1e6 / built['index']:6.1f} MB/s "
                    f"{rows / written:6.3f} {built['link'] / size * 1e3:6.2f} ms {built['peak']:6.0f} MB"
                )
                if size == sizes[-1]:
                    yield from _found(collection, made)
                    yield from _new_articles(collection, made, seed)
    if len(sizes) > 1:
        exponent = math.log(builds[sizes[-1]] / builds[sizes[0]]) / math.log(sizes[-1] / sizes[0])
        yield f"growth exponent from {sizes[0]} to {sizes[-1]} articles: {exponent:.2f}"


def _saved(name: str, text: str) -> SavedArticle:
    return SavedArticle(text, title=name, path=name)


def _build(collection: Collection, size: int) -> dict[str, float]:
    command = [sys.executable, "-c", BUILD, str(collection.path), str(size), str(Path(__file__).parent)]
    built: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return built


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


def _new_articles(collection: Collection, made: list[Made], seed: int) -> Iterator[str]:
    """Articles that arrive one by one, each with a passage of one that is there: time of the whole, and what is found."""
    rng = np.random.default_rng(seed)
    sources = [(k, planted) for k, one in enumerate(made) for planted in one.planted]
    chosen = [sources[k] for k in rng.choice(len(sources), min(NEW, len(sources)), replace=False)]
    new = list(Corpus(seed + 1).carrying([made[k].text[place.start : place.end] for k, place in chosen]))
    import_items(collection, [_saved(f"new {k}", one.text) for k, one in enumerate(new)])
    times = _one_by_one(collection)
    places = [one.planted[0] for one in new]
    got = [_overlap(collection, one.text, place.start, place.end) for one, place in zip(new, places, strict=True)]
    sizes = [place.end - place.start for place in places]
    yield (
        f"a new article, whole and committed: p50 {np.percentile(times, 50):.2f} ms, p95 {np.percentile(times, 95):.2f} ms; "
        f"its passage found {np.mean([2 * g >= size for g, size in zip(got, sizes, strict=True)]):.3f}, "
        f"characters {sum(got) / sum(sizes):.4f}"
    )
    yield from _peers(made, [one.text for one in new], [place.passage for _, place in chosen])


def _one_by_one(collection: Collection) -> list[float]:
    """Milliseconds from one new article to the next, each a transaction of its own."""
    moments: list[float] = []

    def tell(_: Progress) -> None:
        moments.append(time.perf_counter())

    slices, pause = passage_building.SLICE_SECONDS, passage_building.PAUSE
    passage_building.SLICE_SECONDS, passage_building.PAUSE = 0, 0
    try:
        passage_building.update_passages(collection, tell)
    finally:
        passage_building.SLICE_SECONDS, passage_building.PAUSE = slices, pause
    # The first is the batch that goes into the index, the second opens the files.
    return [1e3 * (after - before) for before, after in pairwise(moments[1:])]


def _peers(made: list[Made], new: list[str], passages: list[int]) -> Iterator[str]:
    """Whole articles by MinHash: MB/s, and in how many new articles it finds one with the same passage."""
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
        known = [(text, holders[passage]) for text, passage in zip(new, passages, strict=True) if holders[passage]]
        found = np.mean([bool(index.alike(text) & members) for text, members in known])
        yield f"{name}: {size / 1e6 / took:.1f} MB/s over {len(some)} articles, planted passages found {found:.3f}"
