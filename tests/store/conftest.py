"""A real collection in a folder of its own, and an invented article in it."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from store.articles import find
from store.collection import Collection, open_collection
from store.events import Event
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


@pytest.fixture(scope="session")
def events_of() -> Callable[[Collection], list[Event]]:
    """All events of a collection, as another would be given them."""

    def reader(collection: Collection) -> list[Event]:
        names = ", ".join(Event._fields)
        return [Event(*row) for row in collection.read.execute(f"SELECT {names} FROM event ORDER BY hlc")]

    return reader
