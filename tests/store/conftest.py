"""A real collection in a folder of its own, and an invented article in it."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from store import records, speakers
from store.articles import find
from store.collection import Collection, open_collection
from store.importing import import_items
from store.model import SavedArticle

TALKS = (
    "VELDMAR, 3 June (Norrin Wire) – Pell Orrin met Ana Taverne on the river.\n"
    "“We will build two bridges by 2031,” Orrin said.\n"
    "Taverne called the talks “frank and useful”.\n"
    "She promised 40 ferries to Umber.\n"
)
"""Invented: two quotes and two commitments."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the collection goes."""
    return tmp_path / "kept" / "onrecord.db"


@pytest.fixture
def collection(path: Path) -> Iterator[Collection]:
    """An empty collection."""
    opened = open_collection(path)
    yield opened
    opened.close()


Add = Callable[..., str]


@pytest.fixture
def add(collection: Collection) -> Add:
    """Imports one text and gives its article's uid: `add(text, title="…")`."""

    def adder(text: str = TALKS, **about: str) -> str:
        import_items(collection, [SavedArticle(text, **about)])
        (uid,) = collection.read.execute(
            "SELECT article FROM version WHERE text = ? ORDER BY uid DESC LIMIT 1",
            [sha256(text.encode()).hexdigest()],
        ).fetchone()
        return find(collection, uid).uid

    return adder


@pytest.fixture
def article(add: Add) -> str:
    """The uid of the invented talks, imported."""
    return add(TALKS, title="Talks on the river", outlet="Norrin Wire", url="https://norrin.example/talks")


@pytest.fixture
def span() -> Callable[[str, str], tuple[int, int]]:
    """Where words stand first in a text."""
    return lambda text, words: (text.index(words), text.index(words) + len(words))


@pytest.fixture
def talks() -> str:
    """The text of `article`."""
    return TALKS


ASTRAL = (
    "🜂 VELDMAR, 3 June (Norrin Wire) – Pell Orrin, e\u0301lu, met Ana Taverne.\n"
    "“We will 𝔟uild two bridges by 2031,\n"
    "and 🏴\u200d☠\ufe0f nobody pays,” Orrin said.\n"
    "She promised 40 ferries, <b>& no tolls</b>, to Umber.\n"
)
"""Invented; with characters beyond the basic plane, a combining mark, a span over a line end, and markup."""


@pytest.fixture
def astral() -> str:
    """The text of the first article of `tagged`."""
    return ASTRAL


@pytest.fixture
def tagged(collection: Collection, add: Add, span: Callable[[str, str], tuple[int, int]]) -> Collection:
    """A collection with two articles, two speakers and records of every kind."""
    first = add(
        ASTRAL,
        title="Talks =1+1 “on” <the> river",
        outlet="Norrin Wire",
        author="I. Scribe",
        url="https://norrin.example/talks?a=1&b=2",
        published="2031-05-02",
        published_precision="day",
        language="en",
    )
    second = add(
        "Taverne said: “It is done.” Nothing else.", title="Second", published="2031-06", outlet="Umber Herald"
    )
    orrin, along = speakers.new_speaker("Pell Orrin", role="envoy", aliases=["the envoy"])
    quoted = (ASTRAL.index("“We"), ASTRAL.index("”") + 1)
    where = [("content", *quoted), ("cue", *span(ASTRAL, "said")), ("source", *span(ASTRAL, "Orrin said"))]
    fields = {"speaker": orrin, "role": "envoy", "venue": "the =hall; \\ , here"}
    records.tag(collection, "quote", first, where, fields, note="check\nthis", along=along)
    records.tag(collection, "mention", first, [("content", *span(ASTRAL, "Pell Orrin"))], {"speaker": orrin})
    taverne = speakers.create(collection, "Ana Taverne")
    pledge = {"promisor": taverne, "action": "send ferries", "quantity": 40.0, "unit": "ferries", "status": "kept"}
    due = {"deadline": "2031-08", "deadline_precision": "month", "deadline_text": "by August"}
    records.tag(collection, "commitment", first, [("content", *span(ASTRAL, "40 ferries"))], pledge | due)
    second_text = "Taverne said: “It is done.” Nothing else."
    record = records.tag(collection, "quote", second, [("content", *span(second_text, "“It"))], {"speaker": taverne})
    records.add_span(collection, record, "content", *span(second_text, "done.”"))
    return collection
