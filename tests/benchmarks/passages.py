"""Measure passages, with other ways to find them beside ours in one run: `python tests/benchmarks/passages.py`.

The peers come with `pip install -e '.[bench]'` (pip 23.3 or newer: older ones stumble over two spellings of one extra
that packages ask for); one that is missing is said and left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import passages_across
import peers
import repeats_inside
from corpus import Corpus


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000, help="size of the largest collection (default 10000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("inside", "across"), help="one of the two parts")
    parser.add_argument("--parts", nargs="+", choices=passages_across.PARTS, default=passages_across.PARTS)
    parser.add_argument("--keep", type=Path, help="a folder for the collections, to measure part after part")
    options = parser.parse_args()
    corpus = Corpus(options.seed)
    print(f"made from {corpus.source}, seed {options.seed}")
    for package in peers.missing("rapidfuzz", "pydivsufsort", "rensa", "datasketch"):
        print(f"{package} is not installed: pip install -e '.[bench]'")
    if options.only != "across":
        print("\n== Inside one text")
        _print(repeats_inside.report(corpus))
    if options.only != "inside":
        print("\n== Across a collection")
        sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size < options.articles]
        _print(passages_across.report(options.seed, [*sizes, options.articles], options.parts, options.keep))
    return 0


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
