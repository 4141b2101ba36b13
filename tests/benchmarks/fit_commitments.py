"""Fits the weights of commitments to labelled sentences, and tells how that does on articles left out of the fit.

    python tests/benchmarks/fit_commitments.py [--write]

The sentences are those of the part "dev" of measure_commitments.py and invented ones in the styles of news agencies
(commitment_styles.jsonl). A logistic regression moves the weights from where they stand, held back by a Gaussian prior
around them; the best cue of a sentence stands for it, chosen anew in each round. The part "held" is never read.
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
PRIOR = 0.3
"""Standard deviation of a weight around where it stood."""
FOLDS, SEEDS, ROUNDS, STEPS = 8, (1, 2, 3), 4, 12
_CONTEXT = 400

Case = tuple[str, bool, list[tuple[str, ...]]]
"""A sentence: its article, whether it holds a commitment, the traits of each of its cues."""


def main(write: bool) -> None:
    """Print F1 on articles left out, then the weights fitted to all; `write` puts them into the table."""
    cases = [*_of_articles(), *_invented()]
    names = sorted({trait for case in cases for cue in case[2] for trait in cue} | commitment_weights.WEIGHTS.keys())
    print(f"{len(cases)} sentences, {sum(case[1] for case in cases)} commitments")
    print(f"F1 on articles left out: {np.mean([_left_out(cases, names, seed) for seed in SEEDS]):.3f}")
    weights, bias = _fitted(cases, names)
    bias -= _even(_scores(cases, weights, bias), cases)
    table = {name: round(float(weight), 1) for name, weight in weights.items()}
    print(f"BIAS = {bias:.2f}", *(f"{name}: {weight}" for name, weight in table.items()), sep="\n")
    if write:
        _write(table)


def _of_articles() -> Iterator[Case]:
    for article, text, published in labelled("dev"):
        own = sentence_spans(text)
        for number, (start, end) in enumerate(article["sentences"]):
            inside = [(s, e) for s, e in own if min(e, end) - max(s, start) > (e - s) / 2]
            cues = [cue for s, e in inside for cue in _cues(text[s:e], published, text[max(0, s - _CONTEXT) : s])]
            yield article["id"], number in article["label"], cues


def _invented() -> Iterator[Case]:
    for number, line in enumerate(STYLES.read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        yield f"invented {number // 6}", bool(case["commitment"]), _cues(case["text"], "2024-11-11", "")


def _cues(sentence: str, published: str, before: str) -> list[tuple[str, ...]]:
    """The traits of every cue but forecasts, which are no commitments."""
    found = candidates(Words(sentence), published, before)
    return [candidate.traits for candidate in found if candidate.cue.kind != "forecast"]


def _left_out(cases: Sequence[Case], names: list[str], seed: int) -> float:
    """F1 over all articles, each judged by weights that were fitted without it."""
    articles = sorted({case[0] for case in cases})
    random.Random(seed).shuffle(articles)
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    hits = sure = 0
    for part in range(FOLDS):
        rest = [case for case in cases if fold[case[0]] != part]
        weights, bias = _fitted(rest, names)
        bias -= _even(_scores(rest, weights, bias), rest)
        mine = [case for case in cases if fold[case[0]] == part]
        found = _scores(mine, weights, bias) >= 0
        hits += sum(case[1] for case, suggested in zip(mine, found, strict=True) if suggested)
        sure += int(found.sum())
    return 2 * hits / (sure + sum(case[1] for case in cases))


def _fitted(cases: Sequence[Case], names: list[str]) -> tuple[dict[str, float], float]:
    """The weights and the bias with the greatest posterior, by Newton's method."""
    cases = [case for case in cases if case[2]]
    place = {name: number for number, name in enumerate(names)}
    stood = np.array([commitment_weights.WEIGHTS.get(name, 0.0) for name in names] + [commitment_weights.BIAS])
    held_back = np.diag([PRIOR**-2] * len(names) + [0.0])
    fitted, label = stood.copy(), np.array([case[1] for case in cases], float)
    for _ in range(ROUNDS):
        rows = np.zeros((len(cases), len(names) + 1))
        rows[:, -1] = 1
        for row, case in zip(rows, cases, strict=True):
            best = max(case[2], key=lambda cue: sum(fitted[place[trait]] for trait in cue))
            row[[place[trait] for trait in best]] = 1
        for _ in range(STEPS):
            chance = 1 / (1 + np.exp(-rows @ fitted))
            slope = rows.T @ (label - chance) - held_back @ (fitted - stood)
            fitted = fitted + np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + held_back, slope)
    return dict(zip(names, fitted[:-1], strict=True)), float(fitted[-1])


def _scores(cases: Sequence[Case], weights: dict[str, float], bias: float) -> np.ndarray:
    best = [max((sum(weights[trait] for trait in cue) for cue in case[2]), default=-99.0) for case in cases]
    return np.array(best) + bias


def _even(scores: np.ndarray, cases: Sequence[Case]) -> float:
    """The score from which as many sentences are suggested as there are commitments: precision equals recall."""
    count = sum(case[1] for case in cases)
    ranked = np.sort(scores)[::-1]
    return float(ranked[count - 1] + ranked[count]) / 2


def _write(table: dict[str, float]) -> None:
    """Replace the weights in the table, leaving its groups and order. A new trait and the bias are put in by hand."""
    path = Path(commitment_weights.__file__)
    text = path.read_text()
    for name in commitment_weights.WEIGHTS:
        text = re.sub(rf'"{re.escape(name)}": -?[\d.]+', f'"{name}": {table[name]}', text)
    path.write_text(text)


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
