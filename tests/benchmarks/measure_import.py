"""Measures the import of pages beside the extractor alone: `python tests/benchmarks/measure_import.py --pages 500`.

Both read the same invented pages in this run, on as many processes; the ratio carries over to other machines. Also says
how many of the pages' paragraphs come out, those that repeat too.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

from peak_memory import peak_mb

from store.collection import open_collection
from store.importers.ahead import READERS, read_ahead
from store.importing import import_paths
from store.model import SavedArticle

WORDS = (
    "river lock barge chancellor minister tariff customs water gauge province harbour council wire treaty credit engineer "
    "ambassador quay grain timber said will plan the of and to in a for with until spring"
).split()


def sentence(rng: random.Random) -> str:
    """A line of words that no other line has."""
    words = " ".join(rng.choices(WORDS, k=rng.randint(10, 26)))
    return f"{words.capitalize()} {rng.randint(1, 10**9)}."


def make_page(rng: random.Random) -> tuple[str, list[str]]:
    """A page with menus around its article, and the article's paragraphs.

    Of every third page the second half repeats the first, of another third each paragraph stands twice.
    """
    lines = [" ".join(sentence(rng) for _ in range(rng.randint(2, 4))) for _ in range(10)]
    lines = rng.choice((lines, lines + lines, [line for line in lines for _ in range(2)]))
    menu = "".join(f"<li><a href='/{n}'>{sentence(rng)}</a></li>" for n in range(40))
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{sentence(rng)}</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>{sentence(rng)}</h1>{body}</article><aside><ul>{menu}</ul></aside></body></html>"
    ), lines


def extracted(path: Path) -> str:
    """What the extractor alone makes of a page, with its metadata as our import takes them."""
    from trafilatura import bare_extraction

    found = bare_extraction(path.read_bytes(), fast=True, include_comments=False, with_metadata=True)
    return "" if found is None or isinstance(found, dict) else found.text or ""


def extracted_by_all(paths: list[Path]) -> list[str]:
    """The same for all pages, on as many processes as the import uses."""
    with ProcessPoolExecutor(READERS) as pool:
        return list(pool.map(extracted, paths, chunksize=8))


def read_by_all(paths: list[Path]) -> list[str]:
    """What our importers make of the pages."""
    return [item.text if isinstance(item, SavedArticle) else "" for items in read_ahead(paths) for item in items]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that some work takes, and what comes of it."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def kept(texts: Iterable[str], expected: Iterable[list[str]]) -> tuple[int, int]:
    """How many paragraphs come out as often as they stand in their page, and how many there are."""
    found = total = 0
    for text, lines in zip(texts, expected, strict=True):
        found += (Counter(text.split("\n")) & Counter(lines)).total()
        total += len(lines)
    return found, total


def imported(folder: str, number: int) -> tuple[float, float]:
    """Seconds that the import of the first pages of a folder takes, and its most MB, in a process of its own."""
    command = [sys.executable, __file__, "--alone", folder, str(number)]
    seconds, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(memory)


def import_alone(folder: str, number: int) -> None:
    """Import them and print seconds and MB."""
    paths = [Path(folder, f"{n:06}.html") for n in range(number)]
    with closing(open_collection(Path(folder, f"{number}.db"))) as collection:
        seconds, _ = timed(lambda: import_paths(collection, paths))
    print(seconds, peak_mb())


def main() -> None:
    """Make the pages, read them both ways, import them, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--alone", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        import_alone(options.alone[0], int(options.alone[1]))
        return
    number = options.pages
    rng = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        paths, expected = [], []
        for n in range(number):
            markup, lines = make_page(rng)
            paths.append(Path(folder, f"{n:06}.html"))
            paths[-1].write_text(markup, encoding="utf-8")
            expected.append(lines)
        alone, theirs = timed(lambda: extracted_by_all(paths))
        ours, texts = timed(lambda: read_by_all(paths))
        whole, memory = imported(folder, number)
        _, memory_of_few = imported(folder, max(1, number // 10))
    print(f"{number} pages, {READERS} processes")
    print(f"{'':28}{'pages/s':>9}{'ratio':>8}   paragraphs kept")
    for name, seconds, came in (("extractor alone", alone, theirs), ("importers", ours, texts)):
        found, total = kept(came, expected)
        print(f"{name:28}{number / seconds:9.0f}{alone / seconds:8.2f}   {found} of {total}")
    print(
        f"{'import into a collection':28}{number / whole:9.0f}{alone / whole:8.2f}   {memory:.0f} MB at most, "
        f"{memory_of_few:.0f} MB for a tenth of the pages"
    )


if __name__ == "__main__":
    main()
