"""Repeats inside one text: what is found of planted ones, how fast, and what the hardest inputs cost."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context

import peers
from corpus import Corpus, Doubled
from peak_memory import peak_mb

from store.analysis.repeats import find_repeats

ROUNDS = 9
CASES = 40
Span = tuple[int, int]


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of a call."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def report(corpus: Corpus) -> Iterator[str]:
    """The tables, line by line."""
    yield from _recall(corpus)
    yield ""
    yield from _speed(corpus)
    yield ""
    yield from _hardest()


def _ours(case: Doubled) -> list[tuple[Span, Span]]:
    return [(repeat.a, repeat.b) for repeat in find_repeats(case.text)]


def _theirs(matcher: peers.Matcher, case: Doubled) -> list[tuple[Span, Span]]:
    """Peers are told between which halves of the text to look; ours is not."""
    middle = (case.first[1] + case.copy[0]) // 2
    found = matcher(case.text[:middle], case.text[middle:])
    return [(a, (b[0] + middle, b[1] + middle)) for a, b in found]


def _covered(case: Doubled, found: list[tuple[Span, Span]]) -> tuple[int, int, int]:
    """Characters of the planted spans that were found, those in all, and characters found anywhere."""
    hit, every, claimed = 0, 0, 0
    for side, gold in enumerate((case.first, case.copy)):
        places = {c for pair in found for c in range(*pair[side])}
        hit += len(places & set(range(*gold)))
        every += gold[1] - gold[0]
        claimed += len(places)
    return hit, every, claimed


def _recall(corpus: Corpus) -> Iterator[str]:
    yield "A block that stands twice in a text of 5 KB, its copy edited: share of its characters found, precision, ms"
    yield f"{'':18}" + "".join(f"{f'{percent}% edited':>26}" for percent in (0, 5, 15))
    cases = {percent: [corpus.doubled(percent) for _ in range(CASES)] for percent in (0, 5, 15)}
    yield _recall_line("On Record", cases, _ours)
    for name, (package, matcher) in peers.MATCHERS.items():
        if peers.missing(package):
            yield f"{name:18}  {package} is not installed"
            continue
        yield _recall_line(name, cases, lambda case, matcher=matcher: _theirs(matcher, case))


def _recall_line(name: str, cases: dict[int, list[Doubled]], find: Callable[[Doubled], list[tuple[Span, Span]]]) -> str:
    line = f"{name:18}"
    for some in cases.values():
        hit, every, claimed = (
            sum(column) for column in zip(*(_covered(case, find(case)) for case in some), strict=True)
        )
        took = seconds(lambda some=some: [find(case) for case in some], 3) / len(some)
        line += f"{hit / every:10.4f} {hit / max(1, claimed):7.4f} {took * 1e3:7.2f}"
    return line


def _speed(corpus: Corpus) -> Iterator[str]:
    yield r"Against re.findall(r'\w+') on the same text, median of 9"
    for size in (5_000, 50_000, 1_000_000):
        text = corpus.plain(size)
        ours, plain = seconds(lambda text=text: find_repeats(text)), seconds(lambda text=text: re.findall(r"\w+", text))
        line = f"{size // 1000:>6} KB  ours {ours * 1e3:8.2f} ms  re {plain * 1e3:7.2f} ms  {ours / plain:5.2f}x"
        if size == 5_000:
            halves = text[: size // 2], text[size // 2 :]
            theirs = seconds(
                lambda halves=halves: peers.difflib.SequenceMatcher(None, *halves, False).get_matching_blocks(), 3
            )
            line += f"  difflib on its halves, by character {theirs * 1e3:.0f} ms: {theirs / ours:.0f}x ours"
        yield line


HARDEST: dict[str, Callable[[random.Random], str]] = {
    "one word": lambda rng: "word " * 100_000,
    "one phrase": lambda rng: "one two three four five six seven eight nine ten eleven " * 9_000,
    "table of digits": lambda rng: " ".join(str(rng.randrange(10)) for _ in range(250_000)),
    "random letters": lambda rng: " ".join(rng.choice("ab") for _ in range(250_000)),
    "one line, no blank": lambda rng: "".join(rng.choice("abcdefghij") for _ in range(500_000)),
    "two ideographs": lambda rng: "".join(rng.choice("河水") for _ in range(166_000)),
    "form letters": lambda rng: "\n".join(
        f"Seen on {rng.randrange(30)} May by {rng.choice(('Ann', 'Bo'))} in the section news, read more here now"
        for _ in range(7_000)
    ),
    "combining marks": lambda rng: "e\u0301" * 160_000,
}


def _hardest() -> Iterator[str]:
    yield "The hardest inputs of 500 KB: ms, and peak memory of a program that does just this"
    for name, make in HARDEST.items():
        with get_context("spawn").Pool(1) as pool:
            took, peak, found = pool.apply(_one_hard, (make(random.Random(1)),))
        yield f"{name:20} {took * 1e3:7.0f} ms {peak:6.0f} MB {found:6} repeats"


def _one_hard(text: str) -> tuple[float, float, int]:
    took = seconds(lambda: find_repeats(text), 3)
    return took, peak_mb(), len(find_repeats(text))
