"""Measures what suggestions cost, beside other ways to find quotes. Prints one table; exits 1 when a bar is missed.

    python tests/benchmarks/measure_suggestions.py

The articles are those of ../shared/data (news of 2016), else the invented ones of tests/articles, joined to the sizes
asked for. Beside ours: a naive regex (words in marks, the nearest name), and textacy's direct quotations on spaCy's
blank English (`pip install -e '.[bench]'`). A blank pipeline has no tagger, and without one textacy finds no quote:
its row is the least that it can cost, and the table says how many each finds. Times are the processor's, but for the
last: by the clock, in a real terminal, from the frame that shows the text of an opened article to the first mark of a
suggestion beside it, and how much later the text comes than in articles whose suggestions were found before.
"""

from __future__ import annotations

import math
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path

from terminal import ONRECORD, Terminal, compile_app

from store import articles as store_articles
from store.analysis.suggest import suggest
from store.collection import open_collection
from store.importing import import_paths
from store.suggestions import suggestions_for

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared/data/polnear/text"
OWN = HERE.parent / "articles"
STORE = HERE.parents[1] / "store"
SIZES = (5_000, 20_000, 50_000, 100_000, 200_000)
ARTICLES = 40
"""Articles of the smallest size, of which the median is taken."""
RUNS = 5
OPENINGS = 48
"""Articles opened in a terminal, of half of which the suggestions are kept."""
OPENED, MARK = "Opened-here", "~"
"""Words of every article that its title has not, and the sign of a suggestion in the gutter."""
SUGGESTING = "store/analysis store/suggesting.py store/suggestions.py store/verdicts.py"
BARS = {
    "milliseconds for 5 KB": 20.0,
    "seconds for 200 KB": 1.5,
    "growth exponent": 1.1,
    "megabytes added to the install": 5.0,
    "milliseconds a worker takes for an opened text": 50.0,
    "milliseconds from the text on screen to suggestions": 50.0,
    "times as long to the text as with all found before": 1.15,
}
_QUOTED = re.compile(r"[“\"][^”\"\n]{2,600}[”\"]")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+")

Finder = Callable[[str], int]
"""Looks through a text and tells how many quotes it finds in it."""


def ours(text: str) -> int:
    """Everything that is suggested: quotes, speakers, commitments, each repeated passage once."""
    return sum(quote.form != "indirect" for quote in suggest(text, "2024-11-11").quotes)


def naive(text: str) -> int:
    """Words in quotation marks, each with the nearest name."""
    names = [found.start() for found in _NAME.finditer(text)]
    quotes = [found.start() for found in _QUOTED.finditer(text)]
    nearest = [min(names, key=lambda name: abs(name - quote), default=None) for quote in quotes]
    return len(nearest)


def with_textacy() -> Finder | None:
    """textacy's direct quotations on spaCy's blank English with its rule for sentences; None if not installed."""
    if find_spec("textacy") is None:
        return None
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")

    def find(text: str) -> int:
        try:
            return len(list(direct_quotations(pipeline(text))))
        except ValueError:  # it gives up a text with an odd number of marks
            return 0

    return find


def texts() -> list[str]:
    """The articles that are joined to the sizes measured."""
    if SHARED.exists():
        return [path.read_bytes().decode("utf-8") for path in sorted(SHARED.glob("*.txt"))]
    return [path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.txt"))]


def joined(articles: list[str], size: int, first: int = 0) -> str:
    """Articles one after another from the one numbered `first`, cut to a size in characters."""
    parts, length, number = [], 0, first
    while length < size:
        parts.append(articles[number % len(articles)])
        length += len(parts[-1]) + 2
        number += 1
    return "\n\n".join(parts)[:size]


def seconds(find: Finder, text: str) -> float:
    """The least processor time of a few runs."""
    best = math.inf
    for _ in range(RUNS if len(text) < 50_000 else 2):
        began = time.process_time()
        find(text)
        best = min(best, time.process_time() - began)
    return best


def exponent(sizes: Iterable[int], times: Iterable[float]) -> float:
    """The slope of the time over the size, both as logarithms, by least squares."""
    x, y = [math.log(size) for size in sizes], [math.log(taken) for taken in times]
    return statistics.linear_regression(x, y).slope


def measured(articles: list[str]) -> Iterator[tuple[str, list[str], list[float]]]:
    """A row for each finder: its name, its cells, its times by size."""
    for name, find in (("ours", ours), ("naive regex", naive), ("spaCy blank + textacy", with_textacy())):
        if find is None:
            print(f"{name}: left out, it is not installed", file=sys.stderr)
            continue
        many = [joined(articles, SIZES[0], number) for number in range(ARTICLES)]
        times = [statistics.median(seconds(find, text) for text in many)]
        times += [seconds(find, joined(articles, size)) for size in SIZES[1:]]
        found = str(sum(find(text) for text in many))
        yield name, [f"{1000 * taken:.1f}" for taken in times] + [f"{exponent(SIZES, times):.2f}", found], times


def megabytes() -> float:
    """What the suggestions add to an installation: sources, twice that for the compiled ones, and tables."""
    files = [STORE.parent / name for name in SUGGESTING.split()]
    installed = [one for path in files for one in ([path] if path.is_file() else path.rglob("*.*"))]
    sizes = {kind: sum(one.stat().st_size for one in installed if one.suffix == kind) for kind in (".py", ".json")}
    return (3 * sizes[".py"] + sizes[".json"]) / 1e6


@contextmanager
def collected(articles: list[str]) -> Iterator[Path]:
    """A collection of articles of the smallest size, none opened yet; the words OPENED stand in each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(OPENINGS):
            paths.append(Path(folder, f"{number}.txt"))
            paths[-1].write_text(
                f"Article {number}\n\n{OPENED}\n\n{joined(articles, SIZES[0], number)}", encoding="utf-8"
            )
        with closing(open_collection(Path(folder, "collection.db"))) as collection:
            import_paths(collection, paths)
        yield Path(folder, "collection.db")


def working(articles: list[str]) -> float:
    """Seconds that the worker of an opened article takes from the text to its suggestions, kept and read again."""
    taken = []
    with collected(articles) as path, closing(open_collection(path)) as collection:
        for (uid,) in collection.read.execute("SELECT uid FROM article").fetchall():
            began = time.process_time()
            assert suggestions_for(collection, uid)
            taken.append(time.process_time() - began)
    return statistics.median(taken)


def on_screen(articles: list[str]) -> tuple[float, float, float]:
    """Seconds from the key that opens an article to its text, and from that to the first mark of a suggestion.

    Last the seconds to the text of articles whose suggestions are kept already, opened in turn with the others: what
    has to be found is found beside the text and does not hold it up.
    """
    compile_app()
    texts: dict[bool, list[float]] = {False: [], True: []}
    marks = []
    with collected(articles) as path:
        kept = keep_every_second(path)
        with Terminal([*ONRECORD, "--db", str(path)], blind=True) as terminal:
            terminal.writes("Article")
            for known in kept:
                terminal.settle()
                terminal.send("\r")
                text, mark = terminal.writes(OPENED, MARK)
                texts[known].append(text)
                if not known:
                    marks.append(mark - text)
                terminal.settle()
                terminal.send("qj")
    return statistics.median(texts[False]), statistics.median(marks), statistics.median(texts[True])


def keep_every_second(path: Path) -> list[bool]:
    """Find and keep the suggestions of every second article. Returns of each in the list whether it is one of them."""
    with closing(open_collection(path)) as collection:
        listed = store_articles.rows(collection, store_articles.ids(collection))
        for row in listed[1::2]:
            suggestions_for(collection, row.uid)
    return [bool(number % 2) for number in range(len(listed))]


def main() -> int:
    """Print the table and the bars."""
    articles = texts()
    print(f"{'milliseconds for':24}" + "".join(f"{size // 1000:>5} KB" for size in SIZES) + "  exponent  quotes found")
    taken: dict[str, list[float]] = {}
    for name, cells, times in measured(articles):
        taken[name] = times
        print(f"{name:24}" + "".join(f"{cell:>8}" for cell in cells[:-2]) + f"{cells[-2]:>10}{cells[-1]:>14}")
    text, mark, known = on_screen(articles)
    print(
        f"milliseconds from the key that opens an article to its text: {1000 * text:.0f}, {1000 * known:.0f} if known"
    )
    figures = dict(
        zip(
            BARS,
            (
                1000 * taken["ours"][0],
                taken["ours"][-1],
                exponent(SIZES, taken["ours"]),
                megabytes(),
                1000 * working(articles),
                1000 * mark,
                text / known,
            ),
            strict=True,
        )
    )
    for what, figure in figures.items():
        print(f"{what:52}{figure:8.2f}  at most {BARS[what]:g}  {'holds' if figure <= BARS[what] else 'MISSED'}")
    return int(any(figure > BARS[what] for what, figure in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
