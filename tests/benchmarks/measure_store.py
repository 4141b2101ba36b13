"""Measures the store beside its peers, in one run: `python tests/benchmarks/measure_store.py`. Prints one table.

Every figure stands beside the same work done by the bare sqlite3 module, the csv module or sqlite-utils, on this
machine in this minute; the ratios carry over to other machines, the seconds do not. Ours and the peer take turns, so
that what else the machine does meets both: single actions count by the ratio of their medians, long works by the median
of the ratios of each turn.

One part alone, in less than three minutes: `--only commit`, `import`, `list` or, with `--records 200000`, `records`.
Sizes: --articles, --records, --listed.
"""

from __future__ import annotations

import argparse
import csv
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path

from peak_memory import peak_mb

from store import articles, records
from store.collection import Collection, open_collection
from store.events import Change, append, fold_all, new_uid
from store.exporters.rows import Selection
from store.exporting import export
from store.importing import import_items
from store.kept_tables import FOLDED
from store.model import SavedArticle
from store.records import words_of
from store.schema import statements

SAMPLES = 400
"""Single actions that are timed; their median counts."""

PAGE = 60
"""Rows of a page of the list."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. `holds` is whether the bar is met, None where a figure is only stated."""

    what: str
    ours: str
    peer: str
    ratio: str
    bar: str
    holds: bool | None


def body(rng: random.Random, words: list[str], weights: list[float]) -> str:
    """An article of some 450 invented words, the common ones more often; weights are cumulative."""
    chosen = rng.choices(words, cum_weights=weights, k=450)
    return "\n".join(" ".join(chosen[i : i + 15]) for i in range(0, 450, 15))


def saved_articles(number: int) -> list[SavedArticle]:
    """Invented articles, no two alike."""
    rng = random.Random(11)
    words = ["".join(rng.choices("abcdefghijklmnoprstuvz", k=rng.randint(2, 11))) for _ in range(30_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    return [
        SavedArticle(
            f"{number} {body(rng, words, weights)}",
            title=f"Story {number} {rng.choice(words)}",
            outlet=f"Outlet {number % 50}",
            url=f"https://norrin.example/{number}",
            published=f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}",
            published_precision="day",
        )
        for number in range(number)
    ]


ROUNDS = 3
"""Turns that long works take."""


def in_turn(*works: Callable[[int], object]) -> list[list[float]]:
    """The seconds that each of some works took, turn by turn, as they took turns."""
    turns = [[seconds(partial(work, n)) for work in works] for n in range(ROUNDS)]
    return [list(times) for times in zip(*turns, strict=True)]


def ratio_of(theirs: list[float], own: list[float]) -> float:
    """How many times as long the peer takes: the median of the turns."""
    return statistics.median(a / b for a, b in zip(theirs, own, strict=True))


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median_of(work: Callable[[int], object], samples: int = SAMPLES) -> float:
    return statistics.median(seconds(partial(work, n)) for n in range(samples))


def importing(folder: Path, number: int) -> Iterator[Line]:
    """Importing articles with their search index, beside sqlite-utils with full-text triggers.

    An importer must look whether an article is there already, so it inserts one by one; `insert_all` in hundreds,
    which cannot look, is stated too.
    """
    from sqlite_utils import Database

    saved = saved_articles(number)
    rows = [
        {"id": n, "title": a.title, "outlet": a.outlet, "author": a.author, "url": a.url, "body": a.text}
        for n, a in enumerate(saved)
    ]

    def made(name: str) -> Database:
        db = Database(str(folder / name))
        db.enable_wal()
        db.execute("PRAGMA synchronous = FULL")
        table = db["article"]
        table.create({"id": int, "title": str, "outlet": str, "author": str, "url": str, "body": str}, pk="id")
        table.enable_fts(["title", "outlet", "author", "body"], create_triggers=True, tokenize="unicode61")
        return db

    def ours(turn: int) -> None:
        with closing(open_collection(folder / f"import{turn}.db")) as collection:
            assert import_items(collection, saved).added == number

    def one_by_one(turn: int) -> None:
        db = made(f"one{turn}.db")
        for first in range(0, number, 500):
            with db.atomic():
                for row in rows[first : first + 500]:
                    db["article"].insert(row, ignore=True)
        db.close()

    def in_hundreds(turn: int) -> None:
        db = made(f"hundreds{turn}.db")
        db["article"].insert_all(rows)
        db.close()

    own, single, hundreds = in_turn(ours, one_by_one, in_hundreds)
    for peer, theirs, bar in (("insert", single, 2.0), ("insert_all", hundreds, None)):
        ratio = ratio_of(theirs, own)
        yield Line(
            f"import {number:,} articles with search index",
            f"{number / statistics.median(own):,.0f}/s",
            f"sqlite-utils {peer}, FTS triggers: {number / statistics.median(theirs):,.0f}/s",
            f"{ratio:.2f}x as fast",
            ">= 2x" if bar else "",
            ratio >= bar if bar else None,
        )


def commit(folder: Path) -> Line:
    """Tagging one quote, beside the sqlite3 module inserting the same rows, both in a WAL with synchronous=FULL."""
    with closing(open_collection(folder / "commit.db")) as collection:
        import_items(collection, saved_articles(1))
        (uid,) = collection.read.execute("SELECT uid FROM article").fetchone()
        tables = {
            table: collection.read.execute(f"SELECT sql FROM sqlite_schema WHERE name = '{table}'").fetchone()[0]
            for table in ("annotation", "quote", "span")
        }
        with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
            bare.execute("PRAGMA journal_mode = WAL")
            bare.execute("PRAGMA synchronous = FULL")
            for sql in tables.values():
                bare.execute(sql)

            def peer(number: int) -> None:
                key = new_uid()
                span = (new_uid(), key, "content", number, number + 9, "exact words", "before " * 4, "after " * 5)
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT INTO annotation (uid, kind, added) VALUES (?, 'quote', '2031-01-01')", [key])
                bare.execute("INSERT INTO quote (uid, form) VALUES (?, 'direct')", [key])
                bare.execute(
                    'INSERT INTO span (uid, annotation, role, "start", "end", exact, prefix, suffix) '
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    span,
                )
                bare.execute("COMMIT")

            def ours(number: int) -> None:
                records.tag(collection, "quote", uid, [("content", number, number + 9)], {"form": "direct"})

            own, theirs = [], []
            for number in range(SAMPLES):  # in turn, so that both meet the same disk
                theirs.append(seconds(partial(peer, number)))
                own.append(seconds(partial(ours, number)))
    ratio = statistics.median(own) / statistics.median(theirs)
    return Line(
        "commit of one annotation",
        f"{statistics.median(own) * 1e3:.2f} ms",
        f"sqlite3, same rows: {statistics.median(theirs) * 1e3:.2f} ms",
        f"{ratio:.2f}x the time",
        "<= 2.1x",
        ratio <= 2.1,
    )


def listing(folder: Path, number: int) -> Line:
    """A page of the list near its end, beside the first."""
    with closing(open_collection(folder / "list.db")) as collection:
        with collection.write() as db:
            db.executemany(
                "INSERT INTO text (sha256, body, words, added) VALUES (?, ?, 3, '2031-01-01T00:00:00Z')",
                ((f"{n:064x}", f"Story {n} here") for n in range(number)),
            )
            db.executemany(
                "INSERT INTO article (uid, text, title, outlet, published, added) "
                "VALUES (?, ?, ?, ?, ?, '2031-01-01T00:00:00Z')",
                (
                    (f"{n:032x}", f"{n:064x}", f"Story {n}", f"Outlet {n % 50}", f"20{n % 30 + 10}-05-{n % 28 + 1:02}")
                    for n in range(number)
                ),
            )
        numbers = articles.ids(collection)
        far = int(number * 0.99)

        def page(first: int) -> Callable[[int], object]:
            return lambda n: articles.rows(collection, numbers[first + n : first + n + PAGE])

        near_time, far_time = median_of(page(0)), median_of(page(far - SAMPLES - PAGE))
    ratio = far_time / near_time
    return Line(
        f"a page of {PAGE} at row {far:,} of {number:,}",
        f"{far_time * 1e3:.2f} ms",
        f"the first page: {near_time * 1e3:.2f} ms",
        f"{ratio:.2f}x the time",
        "<= 4x",
        ratio <= 4,
    )


def fill(collection: Collection, number: int) -> None:
    """Put quotes on record, twenty an article, as their events."""
    import_items(collection, saved_articles(max(1, number // 20)))
    homes = collection.read.execute(
        "SELECT uid, sha256, body FROM article JOIN text ON sha256 = text ORDER BY article.id"
    )
    left = number
    while left > 0 and (some := homes.fetchmany(500)):
        changes = []
        for article, sha256, text in some:
            for place in range(min(20, left)):
                left -= 1
                key, start = new_uid(), place * 90
                made = {"article": article, "added": "2031-05-02T10:00:00Z", "by": "", "state": "live", "note": ""}
                changes.append(Change("quote", key, made | {"form": "direct", "venue": "the town hall"}))
                at = {"annotation": key, "text": sha256, "role": "content", "start": start, "end": start + 60}
                changes.append(Change("span", new_uid(), at | {"state": "live"} | words_of(text, start, start + 60)))
        with collection.write() as db:
            append(db, "tag quote", changes)


def exporting(folder: Path, collection: Collection, number: int) -> Iterator[Line]:
    """The CSV of all quotes, beside the csv module writing the same rows: read from one flat table, or from memory."""

    def write(rows: Iterable[tuple[object, ...]]) -> None:
        with (folder / "peer.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def ours(_: int) -> None:
        export(collection, "csv", folder / "own.csv", Selection(("quote",)))

    ours(0)
    with (folder / "own.csv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file)]
    assert len(rows) == number + 1
    with closing(sqlite3.connect(folder / "flat.db")) as flat:
        flat.execute(f"CREATE TABLE flat ({', '.join(f'c{n}' for n in range(len(rows[0])))})")
        flat.executemany(f"INSERT INTO flat VALUES ({', '.join('?' * len(rows[0]))})", rows)
        flat.commit()
        own, table, memory = in_turn(ours, lambda _: write(flat.execute("SELECT * FROM flat")), lambda _: write(rows))
    for peer, theirs, bar in (("from a flat table", table, 0.7), ("from memory", memory, None)):
        ratio = ratio_of(theirs, own)
        yield Line(
            f"CSV of {number:,} records",
            f"{number / statistics.median(own):,.0f}/s",
            f"csv module, same rows {peer}: {number / statistics.median(theirs):,.0f}/s",
            f"{ratio:.2f}x as fast",
            ">= 0.7x" if bar else "",
            ratio >= bar if bar else None,
        )


FOLD = "--fold-alone"


def fold(path: Path) -> None:
    """Fold a collection's events into new tables on disk, in a process of its own; print seconds and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder, "folded.db"), isolation_level=None)
        for statement in statements(FOLDED):
            db.execute(statement)
        history = sqlite3.connect(path)
        before = peak_mb()
        db.execute("BEGIN")
        taken = seconds(lambda: fold_all(db, history))
        db.execute("ROLLBACK")
        print(taken, peak_mb() - before)


def folding(collection: Collection, number: int) -> Line:
    """Folding the whole history anew."""
    command = [sys.executable, __file__, FOLD, str(collection.path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    taken, memory = map(float, said)
    (events,) = collection.read.execute("SELECT count(*) FROM event").fetchone()
    return Line(
        f"fold {number:,} records from {events:,} events",
        f"{taken:.1f} s",
        f"{memory:.0f} MB more memory",
        "",
        "",
        None,
    )


def tagging(collection: Collection) -> Callable[[int], object]:
    """The action number n: a quote in one of the newest articles, no two alike."""
    rows = articles.rows(collection, articles.ids(collection, limit=SAMPLES))
    return lambda n: records.tag(collection, "quote", rows[n % len(rows)].uid, [("content", 5 + n // len(rows), 40)])


def flatness(folder: Path, collection: Collection, number: int) -> Line:
    """One action in a collection with all those records, in turn with one in a small collection."""
    with closing(open_collection(folder / "small.db")) as small:
        fill(small, 1000)
        works = (tagging(small), tagging(collection))
        turns = [[seconds(partial(work, n)) for work in works] for n in range(SAMPLES)]
    little, much = (statistics.median(times) for times in zip(*turns, strict=True))
    return Line(
        f"one action among {number:,} records",
        f"{much * 1e3:.2f} ms",
        f"among 1,000: {little * 1e3:.2f} ms",
        f"{much / little:.2f}x the time",
        "<= 1.5x",
        much / little <= 1.5,
    )


def of_records(folder: Path, number: int) -> Iterator[Line]:
    """What needs a collection with many records in it."""
    with closing(open_collection(folder / "records.db")) as collection:
        fill(collection, number)
        yield from exporting(folder, collection, number)
        yield folding(collection, number)
        yield flatness(folder, collection, number)


PARTS: dict[str, Callable[[Path, argparse.Namespace], Iterable[Line]]] = {
    "commit": lambda folder, _: [commit(folder)],
    "import": lambda folder, options: importing(folder, options.articles),
    "list": lambda folder, options: [listing(folder, options.listed)],
    "records": lambda folder, options: of_records(folder, options.records),
}
"""The table, part by part; a line comes as soon as it is measured."""


def main() -> int:
    """Measure and print. Ends with 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part alone (may be repeated)")
    parser.add_argument("--articles", type=int, default=20_000, help="articles imported")
    parser.add_argument("--listed", type=int, default=1_000_000, help="articles in the list")
    parser.add_argument("--records", type=int, default=1_000_000, help="records exported and folded")
    parser.add_argument(FOLD, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.fold_alone:
        fold(options.fold_alone)
        return 0
    missed = False
    print(f"{'what':46} {'ours':>14}  {'beside':52} {'ratio':18} {'bar':8}")
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        for line in (line for part in options.only or PARTS for line in PARTS[part](Path(folder), options)):
            missed |= line.holds is False
            verdict = {True: "holds", False: "MISSED", None: ""}[line.holds]
            print(f"{line.what:46} {line.ours:>14}  {line.peer:52} {line.ratio:18} {line.bar:8} {verdict}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
