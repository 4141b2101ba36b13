"""Fits the weights of commitments to labelled sentences, and tells how that does on articles left out of the fit.

    python tests/benchmarks/fit_commitments.py [--write]

The sentences are those of the parts "dev" and "more" of measure_commitments.py and invented ones in the styles of news
agencies, newspapers and local papers (commitment_styles.jsonl). A logistic regression finds the weights, held back by a
Gaussian prior around MEANS, so that a rare trait weighs little; the best cue of a sentence stands for it, chosen anew in
each round. The bias is where precision equals recall on articles left out. The part "held" is never read.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from measure_commitments import labelled

from store.analysis import commitment_weights
from store.analysis.commitments import candidates
from store.analysis.grammar import Words
from store.analysis.sentences import sentence_spans

STYLES = Path(__file__).with_name("commitment_styles.jsonl")
PRIOR = 0.8
"""Standard deviation of a weight around its prior mean."""
MEANS = {
    **dict.fromkeys(["question", "denied", "in if-clause", "past", "not said", "no comment"], -3.0),
    **dict.fromkeys(["cue pledge", "cue pledge tail", "cue commit", "cue promise", "cue agree", "cue agreement"], 1.5),
}
"""Prior means of traits that make a commitment, or take it back, by what they mean, rare as some are; of others 0."""
FOLDS, SEEDS, ROUNDS, STEPS = 8, (1, 2, 3), 6, 8
_CONTEXT = 400
_NO_CUE = -99.0

Case = tuple[str, bool, list[tuple[str, ...]]]
"""A sentence: its article, whether it holds a commitment, the traits of each of its cues."""


def main(write: bool) -> None:
    """Print F1 on articles left out, then the weights fitted to all; `write` puts them into the table."""
    news, invented = [*_of_articles("dev"), *_of_articles("more")], [*_invented()]
    names = sorted({trait for case in news + invented for cue in case[2] for trait in cue})
    print(f"{len(news) + len(invented)} sentences, {sum(case[1] for case in news + invented)} commitments")
    left_out = [_left_out(news, invented, names, seed) for seed in SEEDS]
    evens = [_even(scores, news) for scores in left_out]
    for part in ("dev", "more"):
        mine = [number for number, case in enumerate(news) if (part == "more") == case[0].startswith("repeats")]
        cases = [news[number] for number in mine]
        rates = [_f1(scores[mine] - even, cases) for scores, even in zip(left_out, evens, strict=True)]
        print(f"F1 on articles of {part} left out: {np.mean(rates):.3f}")
    weights, bias = _fitted(news + invented, names)
    table = {name: round(float(weight), 1) for name, weight in weights.items()}
    print(f"BIAS = {bias - np.mean(evens):.2f}", *(f"{name}: {weight}" for name, weight in table.items()), sep="\n")
    if write:
        _write(table)


def _of_articles(part: str) -> Iterator[Case]:
    for article, text, published in labelled(part):
        own = sentence_spans(text)
        for number, (start, end) in enumerate(article["sentences"]):
            inside = [(s, e) for s, e in own if min(e, end) - max(s, start) > (e - s) / 2]
            cues = [cue for s, e in inside for cue in _cues(text[s:e], published, text[max(0, s - _CONTEXT) : s])]
            yield article["id"], number in article["label"], cues


def _invented() -> Iterator[Case]:
    for line in STYLES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield "invented", bool(case["commitment"]), _cues(case["text"], "2024-11-11", "")


def _cues(sentence: str, published: str | None, before: str) -> list[tuple[str, ...]]:
    """The traits of every cue but forecasts, which are no commitments."""
    found = candidates(Words(sentence), published, before)
    return [candidate.traits for candidate in found if candidate.cue.kind != "forecast"]


def _left_out(news: Sequence[Case], invented: Sequence[Case], names: list[str], seed: int) -> np.ndarray:
    """The score of each sentence of news by weights that were fitted without its article."""
    articles = sorted({case[0] for case in news})
    random.Random(seed).shuffle(articles)
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    scores = np.zeros(len(news))
    for part in range(FOLDS):
        weights, bias = _fitted([*(case for case in news if fold[case[0]] != part), *invented], names)
        mine = [number for number, case in enumerate(news) if fold[case[0]] == part]
        scores[mine] = _scores([news[number] for number in mine], weights, bias)
    return scores


def _fitted(cases: Sequence[Case], names: list[str]) -> tuple[dict[str, float], float]:
    """The weights and the bias with the greatest posterior, by Newton's method."""
    cases = [case for case in cases if case[2]]
    place = {name: number for number, name in enumerate(names)}
    held_back = np.diag([PRIOR**-2] * len(names) + [0.0])
    mean = np.array([MEANS.get(name, 0.0) for name in names] + [0.0])
    fitted, label = mean.copy(), np.array([case[1] for case in cases], float)
    for _ in range(ROUNDS):
        rows = np.zeros((len(cases), len(names) + 1))
        rows[:, -1] = 1
        for row, case in zip(rows, cases, strict=True):
            best = max(case[2], key=lambda cue: sum(fitted[place[trait]] for trait in cue))
            row[[place[trait] for trait in best]] = 1
        for _ in range(STEPS):
            chance = 1 / (1 + np.exp(-rows @ fitted))
            slope = rows.T @ (label - chance) - held_back @ (fitted - mean)
            fitted = fitted + np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + held_back, slope)
    return dict(zip(names, fitted[:-1], strict=True)), float(fitted[-1])


def _scores(cases: Sequence[Case], weights: dict[str, float], bias: float) -> np.ndarray:
    best = [max((sum(weights[trait] for trait in cue) for cue in case[2]), default=_NO_CUE) for case in cases]
    return np.array(best) + bias


def _even(scores: np.ndarray, cases: Sequence[Case]) -> float:
    """The score from which as many sentences are suggested as there are commitments: precision equals recall."""
    count = sum(case[1] for case in cases)
    ranked = np.sort(scores)[::-1]
    return float(ranked[count - 1] + ranked[count]) / 2


def _f1(scores: np.ndarray, cases: Sequence[Case]) -> float:
    hits = sum(case[1] for case, score in zip(cases, scores, strict=True) if score >= 0)
    return 2 * hits / (int((scores >= 0).sum()) + sum(case[1] for case in cases))


def _write(table: dict[str, float]) -> None:
    """Replace the weights in the table, leaving its groups and order. A new trait and the bias are put in by hand."""
    path = Path(commitment_weights.__file__)
    text = path.read_text()
    for name in commitment_weights.WEIGHTS:
        text = re.sub(rf'"{re.escape(name)}": -?[\d.]+', f'"{name}": {table.get(name, 0.0)}', text)
    path.write_text(text)


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
