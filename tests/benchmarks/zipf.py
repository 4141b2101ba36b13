"""Makes collections of any size out of invented words that are as unevenly common as words are."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from store.collection import open_collection
from store.search_index import teach_spelling

VOCABULARY = 200_000
WORDS = 150
"""Words of an article."""
BATCH = 10_000
OUTLETS = ("Lest Herald", "Port Ellen Post", "Ostrava Line Observer", "Valdoria Times", "Quay Tribune")


def vocabulary(seed: int = 7) -> list[str]:
    """Invented words, the commonest first; common ones are short."""
    chance = random.Random(seed)
    heads = "b br c ch d f g gr h k l m n p pr r s st t tr v z".split()
    tails = "a an ar e el en er i in is o on or u un".split()
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 + min(4, int(len(words) ** 0.12 * chance.uniform(0.5, 1.3)))
        words["".join(chance.choice(heads) + chance.choice(tails) for _ in range(syllables))] = None
    return list(words)


def bodies(count: int, seed: int = 7) -> Iterator[str]:
    """Texts whose words are drawn by Zipf's law, in sentences of fifteen words."""
    words = np.array(vocabulary(seed), dtype=object)
    weights = np.cumsum(1 / np.arange(3, VOCABULARY + 3))
    chance = np.random.default_rng(seed)
    for first in range(0, count, BATCH):
        drawn = np.searchsorted(weights, chance.random((min(BATCH, count - first), WORDS)) * weights[-1])
        for number, row in enumerate(words[drawn], first):
            sentences = (" ".join(row[at : at + 15]).capitalize() for at in range(0, WORDS, 15))
            yield f"{'. '.join(sentences)}. {number}"


def make(path: Path, count: int) -> None:
    """A collection of `count` articles without a history, loaded past the importers; published a few each hour."""
    open_collection(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        teach_spelling(db)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        texts: list[tuple[object, ...]] = []
        for number, body in enumerate(bodies(count), 1):
            texts.append((hashlib.sha256(body.encode()).hexdigest(), body, number))
            if len(texts) == BATCH or number == count:
                db.executemany(
                    f"INSERT INTO text (sha256, body, words, added, repeated) VALUES (?, ?, {WORDS}, '', 0)",
                    [text[:2] for text in texts],
                )
                db.executemany(
                    "INSERT INTO article (id, uid, text, title, outlet, published, published_precision, added) "
                    "VALUES (?, ?, ?, ?, ?, ?, 'day', '2031-01-01')",
                    [
                        (
                            n,
                            f"{n:032x}",
                            sha256,
                            body[:60],
                            OUTLETS[n % 5],
                            f"{2000 + n * 30 // count}-{n % 12 + 1:02}-{n % 28 + 1:02}",
                        )
                        for sha256, body, n in texts
                    ],
                )
                texts.clear()
        db.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")
        db.execute("COMMIT")
