"""Taking saved articles into a collection: new, already there, or a new version of one that is."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

from store import importers
from store.arrivals import Arrived, NewArticles
from store.collection import BATCH_SECONDS, Collection, WriteFailed
from store.events import IMPORT
from store.exchange import Exchange, UnusableEntry
from store.importers.ahead import read_ahead
from store.labelling import Labelling
from store.listings import Lacking, listed_article, says_more, take_in
from store.model import LabelledArticle, Progress, SavedArticle, SavedEntry
from store.naming import bring_back_named
from store.originals import keep_originals
from store.same_article import by_text
from store.search_index import index_new

BATCH_CHARACTERS = 8_000_000
"""Text that is held in memory at most, give or take an article."""


@dataclass(slots=True)
class Summary:
    """What became of an import: articles counted, files that failed with their reason.

    `undated` counts those added whose day of publishing nothing tells, `ahead` those whose day is after today;
    `records` counts records and speakers that came back from an export, or from another program's labels; `notes` say
    of files what is odd about them; `passed` counts the files of folders, by their endings, that were not looked at.
    """

    added: int = 0
    undated: int = 0
    ahead: int = 0
    already: int = 0
    versions: int = 0
    records: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    passed: dict[str, int] = field(default_factory=dict)
    stopped: bool = False


def import_paths(
    collection: Collection,
    paths: Iterable[Path],
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    columns: importers.Columns = importers.NO_COLUMNS,
    *,
    originals: bool = False,
    summary: Summary | None = None,
) -> Summary:
    """Import files and folders (recursively). A file that fails is noted with its reason, the rest goes on.

    `columns` says what tables and lists call the fields of an article, by field, where they have names of their own;
    with `originals` the files themselves are kept as well. A `summary` that is given is filled in as batches are kept.

    Raises OnRecordError only where the collection itself cannot be written.
    """
    passed: Counter[str] = Counter()
    files = list(importers.find_files(paths, passed))
    summary = import_items(collection, _read(files, progress, columns), cancelled, summary)
    summary.passed = dict(passed.most_common())
    if originals:
        with _telling_what_stays(collection, summary):
            summary.failed += keep_originals(collection, files, cancelled, columns)
    progress(Progress(len(files), len(files), ""))
    return summary


def import_stream(
    collection: Collection, stream: BinaryIO, name: str, columns: importers.Columns = importers.NO_COLUMNS
) -> Summary:
    """Import what comes on standard input."""
    return import_items(collection, importers.read_stream(stream, name, columns))


def import_text(collection: Collection, text: str, title: str = "") -> Summary:
    """Import an article that was copied somewhere, as text or HTML; a title that is given wins over its own."""
    name = "clipboard.html" if text.lstrip().startswith("<") else "clipboard.txt"
    items = importers.read_stream(BytesIO(text.encode("utf-8", "replace")), name)
    titled = (replace(item, title=title or item.title) if isinstance(item, SavedArticle) else item for item in items)
    return import_items(collection, titled)


def _read(
    files: list[Path], progress: Callable[[Progress], None], columns: importers.Columns
) -> Iterator[importers.Item]:
    for done, (path, items) in enumerate(zip(files, read_ahead(files, columns), strict=True)):
        progress(Progress(done, len(files), path.name))
        yield from items


def import_items(
    collection: Collection,
    items: Iterable[importers.Item],
    cancelled: Callable[[], bool] = lambda: False,
    summary: Summary | None = None,
) -> Summary:
    """Import articles that were read already, and note the files that could not be."""
    summary = summary or Summary()
    with _telling_what_stays(collection, summary), _Keeper(collection, summary) as keeper:
        for item in items:
            if cancelled():
                summary.stopped = True
                break
            if isinstance(item, importers.UnreadableFile):
                summary.failed.append((str(item.path), str(item)))
            else:
                keeper.take(item)
    return summary


@contextmanager
def _telling_what_stays(collection: Collection, summary: Summary) -> Iterator[None]:
    """Where the collection cannot be written any further, such as on a full disk, say what was stored before."""
    try:
        yield
    except WriteFailed as error:
        stored = summary.added + summary.versions
        if not stored:
            raise
        were = "article was" if stored == 1 else "articles were"
        raise WriteFailed(
            "The import stopped before its end",
            f"{collection.path}: {error.__cause__ or error.hint}; {stored:,} {were} stored and stay. Make room, then "
            "import the same again: what is there is known, and the rest comes in",
        ) from error


class _Keeper:
    """Keeps what comes, batch by batch in a thread of its own, while the next batch is being read."""

    def __init__(self, collection: Collection, summary: Summary) -> None:
        self._collection, self._summary = collection, summary
        self._exchange, self._labelling, self._lacking = Exchange(), Labelling(collection.replica), Lacking()
        self._thread = ThreadPoolExecutor(1)
        self._keeping: Future[None] | None = None
        self._begin()

    def _begin(self) -> None:
        self._batch: list[Arrived | SavedEntry] = []
        self._size, self._began = 0, time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        with self._thread:
            if error is None:
                self._hand_over()
                self._wait()
                self._summary.failed += self._lacking.reasons()

    def take(self, item: SavedArticle | LabelledArticle | SavedEntry) -> None:
        """Take one in. Raises what kept an earlier batch from being written."""
        self._size += _size(item)
        if isinstance(item, SavedArticle):
            self._batch.append(Arrived.of(item))
        elif isinstance(item, LabelledArticle):
            self._batch.append(Arrived.of(item.article, item.labels))
        else:
            self._batch.append(item)
        idle = self._keeping is None or self._keeping.done()
        if self._size >= BATCH_CHARACTERS or (idle and time.monotonic() - self._began > BATCH_SECONDS):
            self._hand_over()

    def _hand_over(self) -> None:
        self._wait()
        if self._batch:
            self._keeping = self._thread.submit(self._keep, self._batch)
        self._begin()

    def _wait(self) -> None:
        if self._keeping:
            self._keeping.result()

    def _keep(self, batch: list[Arrived | SavedEntry]) -> None:
        """One transaction for a batch; its articles are there whole or not at all."""
        outcomes: Counter[str] = Counter()
        failed = []
        with self._collection.write() as db:
            new = NewArticles(db)
            for item in batch:
                try:
                    self._take_in(db, item, new, outcomes)
                except UnusableEntry as error:
                    failed.append((item.path if isinstance(item, SavedEntry) else "", str(error)))
            new.write()
            for item in batch:
                if isinstance(item, Arrived) and (says_more(item.saved) or not item.saved.text):
                    self._list(db, item, outcomes)
            bring_back_named(db, IMPORT)
            index_new(db)
        self._summary.added += outcomes["added"]
        self._summary.undated += outcomes["undated"]
        self._summary.ahead += outcomes["ahead"]
        self._summary.already += outcomes["already"]
        self._summary.versions += outcomes["versions"]
        self._summary.records += outcomes["records"]
        self._summary.failed += failed
        self._summary.notes += new.notes

    def _take_in(
        self, db: sqlite3.Connection, item: Arrived | SavedEntry, new: NewArticles, outcomes: Counter[str]
    ) -> None:
        """Take one in and count what it was. Raises UnusableEntry."""
        if isinstance(item, SavedEntry):
            new.write()
            outcomes[self._exchange.take_in(db, item.value)] += 1
            return
        if not item.saved.text:
            return
        came = new.take(item)
        outcomes[came] += 1
        outcomes["undated"] += came == "added" and not item.saved.published
        outcomes["ahead"] += came == "added" and item.saved.published > date.today().isoformat()
        if item.labels:
            new.write()
            if article := _article_of(db, item):
                outcomes["records"] += self._labelling.take_in(db, article, item.sha256, item.labels)

    def _list(self, db: sqlite3.Connection, entry: Arrived, outcomes: Counter[str]) -> None:
        """Keep what an entry of a reading list says of its article, where that is here."""
        article = _article_of(db, entry) if entry.saved.text else listed_article(db, entry.saved)
        if article is None:
            self._lacking.add(entry.saved)
            return
        take_in(db, article, entry.saved, self._collection.replica)
        outcomes["already"] += not entry.saved.text


def _size(item: SavedArticle | LabelledArticle | SavedEntry) -> int:
    if isinstance(item, SavedEntry):
        return len(str(item.value.get("text", "")))
    return len((item.article if isinstance(item, LabelledArticle) else item).text)


def _article_of(db: sqlite3.Connection, arrived: Arrived) -> str | None:
    """The article that one which was taken in is now."""
    return by_text(db, arrived.sha256, arrived.told)
