"""Measures suggested commitments, sentence by sentence, on articles that two readers labelled independently.

    python tests/benchmarks/measure_commitments.py [dev|held]

The labels (commitment_labels.jsonl: ids, offsets and labels, no text) were given before the rules were written; no
sentence of the part "held" was looked at while they were, its figure was four times. The articles themselves are in
../shared/data. A labelled sentence is found when a suggestion lies mostly in it; suggestions of strength "forecast" do
not count.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.analysis.commitments import suggest_commitments

LABELS = Path(__file__).with_name("commitment_labels.jsonl")
DATA = Path(__file__).parents[2].parent / "shared/data"


def main(part: str) -> None:
    """Print the readers' agreement on all sentences, then precision, recall and F1 on one part."""
    print(f"readers agree: kappa {_kappa(_articles()):.3f}")
    tp = fp = fn = sentences = 0
    for article, text, published in labelled(part):
        mine = [(c.start, c.end) for c in suggest_commitments(text, published) if c.strength != "forecast"]
        for number, (start, end) in enumerate(article["sentences"]):
            hit = any(min(e, end) - max(s, start) > (e - s) / 2 for s, e in mine)
            gold = number in article["label"]
            tp, fp, fn = tp + (hit and gold), fp + (hit and not gold), fn + (gold and not hit)
        sentences += len(article["sentences"])
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{part}: {sentences} sentences, {tp + fn} commitments  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def labelled(part: str) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Each article of a part: its labels (ids, offsets and sentences of either reader), text and ISO date."""
    if not DATA.exists():
        sys.exit(f"skipped: {DATA} is not there, and the labels are of its articles")
    texts = dict(_texts())
    for article in _articles():
        if article["part"] == part:
            yield article, *texts[article["id"]]


def _articles() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELS.read_text().splitlines()]


def _texts() -> Iterator[tuple[str, tuple[str, str]]]:
    """Each article's id, text and ISO date."""
    for path in (DATA / "polnear/text").glob("*.txt"):
        yield f"polnear/{path.stem}", (path.read_bytes().decode("utf-8"), path.stem.split("_")[1])
    for line in (DATA / "gum/quotes.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield f"gum/{article['id']}", (article["text"], article["date"])


def _kappa(articles: list[dict[str, Any]]) -> float:
    """Cohen's kappa of the two readers."""
    total = sum(len(one["sentences"]) for one in articles)
    a, b = (sum(len(one[reader]) for one in articles) for reader in ("a", "b"))
    both = sum(len({*one["a"]} & {*one["b"]}) for one in articles)
    agreed = (total - a - b + 2 * both) / total
    chance = (a * b + (total - a) * (total - b)) / total**2
    return (agreed - chance) / (1 - chance)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "held")
