"""Fits the network of commitment_phrases to labelled sentences, and tells what it adds on articles left out of the fit.

    python tests/benchmarks/fit_phrases.py FOLDER [--write]

Sentences, labels, judgements of encoders and quarters are those of fit_commitments.py, whose weights are fitted first:
the network reads the words about the best cue of each sentence by them, and half of its log-odds are added to theirs.
The vectors that words begin with are what the lower layers of the encoder of teach_commitments.py make of each word by
itself, in their 200 main directions. What that needs has to be installed; a fit takes some five minutes on two cores.
The bias is where precision equals recall on news left out. The parts "held" and "fresh" are never read.
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from fit_commitments import (
    NEWS,
    QUARTERS,
    Corpus,
    Weights,
    f1,
    labelled_articles,
    left_out,
    taught,
    taught_fit,
)
from teach_commitments import lower_states
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, relu

from store.analysis import commitment_phrases
from store.analysis.commitment_phrases import AFTER, BEFORE, UNREAD

DETECTORS, DIMENSIONS, OF_PLACES = 24, 200, 8
"""Detectors of three words, dimensions of the vectors of words and of those of places in a window."""
COMMON = 3
"""Sentences in which a word must stand to have a vector."""
EPOCHS, BATCH, RATES, DROPPED = 6, 64, (1e-3, 3e-3), 0.3
"""Rounds over the sentences, sentences a step, learning rates of the vectors and of the rest, share left out a step."""
SHARE = 0.5
"""What the log-odds of the network count for beside those of the weights."""
FINEST = 127
"""The greatest of the whole numbers that stand for what a word gives to a detector."""


def main(folder: Path, write: bool) -> None:
    """Print F1 with and without the network on articles left out; `write` fits it to all and writes its file."""
    corpus = Corpus([*labelled_articles(folder), *taught(folder)])
    read = Reading(corpus)
    alone = np.full(len(corpus.label), -99.0)
    both = alone.copy()
    for quarter, (mask, weights) in enumerate(left_out(corpus)):
        odds = corpus.scores(weights, weights.bias)
        alone[mask] = odds[mask]
        said = read.fit(weights, ~mask, [quarter]).log_odds(*read.windows(weights, mask))
        both[mask] = odds[mask] + SHARE * said
    for name, odds in (("weights", alone), ("with the network", both)):
        suggested = odds >= _even(corpus, odds)
        rates = [f"{f1(corpus, suggested, parts):.3f}" for parts in (["dev", "more"], ["news"], NEWS)]
        print(f"{name}: F1 on dev and more {rates[0]}, other news {rates[1]}, all {rates[2]}")
    if write:
        weights = taught_fit(corpus, np.ones(len(corpus.label), bool), list(range(QUARTERS)))
        network = read.fit(weights, np.ones(len(corpus.label), bool), list(range(QUARTERS)))
        _write(read.words, network, _even(corpus, alone) - _even(corpus, both))


def _even(corpus: Corpus, odds: np.ndarray) -> float:
    """The log-odds that as many sentences of news reach as there are commitments."""
    news = np.isin(corpus.part, NEWS)
    return float(np.sort(odds[news])[-int((news & (corpus.label == 1)).sum())])


class Reading:
    """The sentences of a corpus as a network reads them: words as numbers, with vectors to begin from."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        counts = Counter(word for cue in corpus.cues for word in set(cue.window))
        self.words = [word for word, count in counts.most_common() if count >= COMMON and word]
        self._vectors = np.vstack([np.zeros((2, DIMENSIONS)), _vectors_of(self.words)])
        number = {word: k for k, word in enumerate(self.words, 2)} | {"": 0}
        self._windows = torch.tensor(
            [[number.get(word, 1) for word in cue.window or [""] * (BEFORE + 1 + AFTER)] for cue in corpus.cues]
        )
        kinds = [next((trait[4:] for trait in cue.traits if trait.startswith("cue ")), "") for cue in corpus.cues]
        self._kind_names = sorted({*kinds} - UNREAD - {""})
        self._kinds = torch.tensor([self._kind_names.index(kind) if kind in self._kind_names else -1 for kind in kinds])

    def windows(self, weights: Weights, mask: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """The windows and kinds of the best cue of each sentence of a mask."""
        best, _ = self._corpus.best(weights.traits, weights.bias)
        return self._windows[best[mask]], self._kinds[best[mask]]

    def fit(self, weights: Weights, mask: np.ndarray, encoders: Sequence[int]) -> Network:
        """A network fitted to the labels of a mask, and to what weights and encoders say where there are none."""
        corpus = self._corpus
        best, _ = corpus.best(weights.traits, weights.bias)
        used = (mask | corpus.unlabelled) & (self._kinds[best] >= 0).numpy()
        torch.manual_seed(0)
        network = Network(self._vectors, self._kind_names)
        network.learn(
            *self.windows(weights, used),
            torch.tensor(corpus.aims(weights, encoders)[used], dtype=torch.float32),
            torch.tensor(corpus.counts[used], dtype=torch.float32),
        )
        return network


def _vectors_of(words: Sequence[str]) -> np.ndarray:
    """What an encoder's lower layers make of each word by itself, in the main directions of these: words x DIMENSIONS."""
    found = np.array([states.float().mean(dim=0).numpy() for states in lower_states(words)])
    found -= found.mean(axis=0)
    _, _, directions = np.linalg.svd(found, full_matrices=False)
    found = found @ directions[:DIMENSIONS].T
    return found / found.std() / 3


class Network(nn.Module):
    """Detectors of three words in a row; the most that each finds before a cue and from it on is weighed."""

    def __init__(self, vectors: np.ndarray, kinds: Sequence[str]) -> None:
        super().__init__()
        self.kind_names = kinds
        self.word = nn.Embedding.from_pretrained(
            torch.tensor(vectors, dtype=torch.float32), freeze=False, padding_idx=0
        )
        self.place = nn.Parameter(torch.randn(BEFORE + 1 + AFTER, OF_PLACES))
        self.kind = nn.Embedding(len(kinds), 1)
        self.detect = nn.Conv1d(DIMENSIONS + OF_PLACES, DETECTORS, 3, padding=1)
        self.weigh = nn.Linear(2 * DETECTORS, 1)
        self.dropping = nn.Dropout(DROPPED)

    def forward(self, windows: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """The log-odds of each window (sentences x words, as numbers)."""
        places = self.place.expand(len(windows), -1, -1)
        seen = torch.cat([self.dropping(self.word(windows)), places], dim=2)
        found = relu(self.detect(seen.transpose(1, 2))) * (windows != 0)[:, None, :]
        most = torch.cat([found[:, :, :BEFORE].amax(2), found[:, :, BEFORE:].amax(2)], dim=1)
        return (self.weigh(self.dropping(most)) + self.kind(kinds)).squeeze(1)

    def learn(self, windows: torch.Tensor, kinds: torch.Tensor, aims: torch.Tensor, counts: torch.Tensor) -> None:
        """Fit all to the aims (0..1), each sentence as far as it counts."""
        others = [values for name, values in self.named_parameters() if name != "word.weight"]
        groups = [{"params": [self.word.weight]}, {"params": others}]
        optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.02)
        batches = len(aims) // BATCH
        self.train()
        for step in range(EPOCHS * batches):
            if step % batches == 0:
                order = torch.randperm(len(aims))
            rows = order[step % batches * BATCH :][:BATCH]
            for group, rate in zip(optimiser.param_groups, RATES, strict=True):
                group["lr"] = rate * max(0.02, 1 - step / (EPOCHS * batches))
            odds = self(windows[rows], kinds[rows])
            loss = binary_cross_entropy_with_logits(odds, aims[rows], reduction="none") * counts[rows]
            optimiser.zero_grad()
            loss.mean().backward()
            optimiser.step()
        self.eval()

    def log_odds(self, windows: torch.Tensor, kinds: torch.Tensor) -> np.ndarray:
        """The log-odds of sentences; 0 for those without a cue, or with one of a kind that is not read."""
        read = kinds >= 0
        with torch.no_grad():
            odds = self(windows[read], kinds[read])
        found = np.zeros(len(windows))
        found[read.numpy()] = odds.numpy()
        return found


def _write(words: Sequence[str], network: Network, bias: float) -> None:
    """Write what each word gives to each detector, the first row for words that are not in it, and what these weigh."""
    values = {name: value.numpy().astype(float) for name, value in network.state_dict().items()}
    kernel = values["detect.weight"]  # detectors x dimensions x 3
    weights, kinds = values["weigh.weight"][0], values["kind.weight"][:, 0]
    given = np.einsum("wd,hdk->wkh", values["word.weight"][1:], kernel[:, :DIMENSIONS])
    scale = FINEST / np.abs(given).max()
    places = np.pad(values["place"], ((1, 1), (0, 0)))
    three = np.stack([places[k : k + BEFORE + 1 + AFTER] for k in range(3)], axis=2)
    at = np.einsum("pdk,hdk->ph", three, kernel[:, DIMENSIONS:]) + values["detect.bias"]
    told = {
        "bias": round(SHARE * float(values["weigh.bias"][0]) + bias, 3),
        "kinds": dict(zip(network.kind_names, (SHARE * kinds).round(2).tolist(), strict=True)),
        "weights": (SHARE * weights / scale).round(6).tolist(),
        "places": np.round(at * scale).astype(int).tolist(),
        "words": list(words),
        "given": b64encode(np.round(given * scale).astype(np.int8).tobytes()).decode(),
    }
    path = Path(commitment_phrases.__file__).with_suffix(".json")
    path.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), "--write" in sys.argv[2:])
