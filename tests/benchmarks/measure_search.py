"""Measures searching beside its peers, in one run: `python tests/benchmarks/measure_search.py --articles 1000000`.

Peers: the same FTS5 table asked by the sqlite3 module and by the sqlite3 shell, and `grep -c -i -w` over the same texts.
Prints one table. The collection is made anew, or once for all in the file that --db names. Ratios carry over to
other machines, milliseconds do not.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import zipf

from store import articles, search
from store.collection import Collection, open_collection
from store.completions import Completions, learn
from store.query import parse

FIRST = 64
"""The list asks for so many of the newest hits at once."""
ASKED = 40
"""Queries of each kind."""
ROUNDS = 5
"""Each query is timed so often by each side in turn; the median counts."""
SEARCHED = 5
"""So many of the queries are also given to grep, which reads everything each time."""
BARE = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC LIMIT ?"


@dataclass
class Kind:
    """One kind of query and what it took, in milliseconds a query."""

    name: str
    typed: Sequence[str]
    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    shell: list[float] = field(default_factory=list)
    grep: list[float] = field(default_factory=list)
    same: list[float] = field(default_factory=list)
    """The share of the bare index's first hits that ours has too, of each query."""


def kinds(seed: int = 7) -> list[Kind]:
    """Queries of whole words from common to rare, phrases, conditions, and each letter of words being typed."""
    words, chance = zipf.vocabulary(), random.Random(seed)
    common, middling, rare = words[:50], words[50:2000], words[2000:50_000]
    pick = chance.choice
    typed = [word[:length] for word in chance.sample([w for w in middling if len(w) > 5], 10) for length in range(2, 6)]
    return [
        Kind("a common word", [f"{pick(common)} " for _ in range(ASKED)]),
        Kind("a middling word", [f"{pick(middling)} " for _ in range(ASKED)]),
        Kind("a rare word", [f"{pick(rare)} " for _ in range(ASKED)]),
        Kind("two words", [f"{pick(common)} {pick(middling)} " for _ in range(ASKED)]),
        Kind("a phrase", [f'"{pick(common)} {pick(common)}"' for _ in range(ASKED)]),
        Kind("a word left out", [f"{pick(middling)} -{pick(common)} " for _ in range(ASKED)]),
        Kind("outlet:, after:", [f"{pick(common)} outlet:quay after:2010 " for _ in range(ASKED)]),
        Kind("letter by letter", typed[:ASKED]),
    ]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure(collection: Collection, kind: Kind, known: Completions) -> None:
    """Time both sides in turn, each query warm."""
    for typed in kind.typed:
        query = parse(typed)
        expression = query.wanted()

        def ours(query=query) -> list[int]:
            return list(search.newest(collection, query, FIRST, known))

        def bare(expression=expression) -> list[int]:
            return [number for (number,) in collection.read.execute(BARE, [expression, FIRST])]

        first, hits = set(bare()), set(ours())
        kind.same.append(len(first & hits) / len(first) if first else 1.0)
        pairs = [(timed(ours), timed(bare)) for _ in range(ROUNDS)]
        kind.ours.append(statistics.median(one for one, _ in pairs))
        kind.bare.append(statistics.median(other for _, other in pairs))


def ask_shell(path: Path, kind: Kind) -> None:
    """The same queries in one sqlite3 shell, which tells the time of each to the millisecond."""
    shell = shutil.which("sqlite3")
    if shell is None:
        return
    lines = [".timer on"]
    for typed in kind.typed:
        expression = parse(typed).wanted().replace("'", "''")
        lines.append(
            f"SELECT rowid FROM article_fts WHERE article_fts MATCH '{expression}' ORDER BY rowid DESC LIMIT {FIRST};"
        )
    done = subprocess.run(
        [shell, "-readonly", path], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    kind.shell = [float(real) * 1000 for real in re.findall(r"Run Time: real ([0-9.]+)", done.stdout)]


def ask_grep(texts: Path, kind: Kind) -> None:
    """Count the lines, one an article, that hold the first word of some of the queries."""
    for typed in kind.typed[:SEARCHED]:
        word = re.findall(r"\w+", typed)[0]
        how = ["grep", "-c", "-i", *(["-w"] if typed.endswith((" ", '"')) else []), word, str(texts)]
        kind.grep.append(
            timed(lambda how=how: subprocess.run(how, capture_output=True, env={"LC_ALL": "C"}, check=False))
        )


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 keep below."""
    return sorted(times)[int(len(times) * 0.95)] if times else float("nan")


def table(all_kinds: Sequence[Kind]) -> str:
    """The figures, a line a kind and one for all."""
    lines = [
        f"{'first ' + str(FIRST) + ' hits, newest first; ms':32} {'ours':>8} {'p95':>8} {'bare FTS5':>10} {'ours/bare':>10} "
        f"{'shell':>8} {'grep -c':>9} {'same hits':>10}"
    ]
    together = Kind("all", [])
    for kind in all_kinds:
        together.typed = [*together.typed, *kind.typed]
        for name in ("ours", "bare", "shell", "grep", "same"):
            getattr(together, name).extend(getattr(kind, name))
    for kind in (*all_kinds, together):
        ratio = statistics.median(one / other for one, other in zip(kind.ours, kind.bare, strict=True))
        middle = [statistics.median(times) if times else float("nan") for times in (kind.shell, kind.grep)]
        lines.append(
            f"{kind.name:32} {statistics.median(kind.ours):8.2f} {p95(kind.ours):8.2f} {statistics.median(kind.bare):10.2f} "
            f"{ratio:10.2f} {middle[0]:8.1f} {middle[1]:9.0f} {statistics.mean(kind.same):10.0%}"
        )
    return "\n".join(lines)


def afterwards(collection: Collection, known: Completions) -> str:
    """What comes a moment later, in a worker: all hits ranked, and what a mistyped word may have meant."""
    words = zipf.vocabulary()
    lines = ["", "a moment later, in a worker; ms"]
    for name, word in (("common", words[5]), ("middling", words[500]), ("rare", words[20_000])):
        found: list[int] = []
        took = timed(
            lambda word=word, found=found: found.append(len(articles.ids(collection, "best", words=f"{word} ")))
        )
        lines.append(f"{f'ranked, a {name} word':32} {took:8.0f}   {found[0]:,} hits")
    wrong = [word[:2] + "q" + word[3:] for word in words[100:2000:100] if len(word) > 4]
    took = statistics.median(timed(lambda word=word: search.did_you_mean(collection, word, known)) for word in wrong)
    lines.append(f"{'did you mean':32} {took:8.1f}")
    return "\n".join(lines)


def run(path: Path, folder: Path, *, grep: bool = True) -> str:
    """Measure on a collection; `folder` takes the texts for grep."""
    measured = kinds()
    with closing(open_collection(path)) as collection:
        count = len(articles.ids(collection))
        known = learn(collection)
        for kind in measured:
            measure(collection, kind, known)
            ask_shell(path, kind)
        texts = folder / "texts"
        if grep:
            with texts.open("w", encoding="utf-8") as file:
                file.writelines(f"{body}\n" for (body,) in collection.read.execute("SELECT body FROM text"))
            for kind in measured:
                ask_grep(texts, kind)
            texts.unlink()
        return f"{count:,} articles\n{table(measured)}\n{afterwards(collection, known)}"


def main() -> None:
    """Make the collection where it is missing, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--db", type=Path, help="made where it is missing, and kept")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.db or Path(folder, "measured.db")
        if not path.exists():
            zipf.make(path, chosen.articles)
        print(run(path, Path(folder)))


if __name__ == "__main__":
    main()
