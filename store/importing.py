"""Taking saved articles into a collection: new, already there, or a new version of one that is."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from store import importers
from store.addresses import canonical_url
from store.anchors import reanchored
from store.collection import Collection
from store.events import IMPORT, Change, Value, append, new_uid
from store.exchange import Exchange, UnusableEntry
from store.importers.ahead import read_ahead
from store.labelling import Labelling
from store.listings import Lacking, listed_article, says_more, take_in
from store.model import LabelledArticle, Progress, SavedArticle, SavedEntry
from store.originals import keep_originals
from store.projection import project_touched
from store.records import now
from store.same_article import by_text, by_url
from store.search_index import index_new

if TYPE_CHECKING:
    from sqlite_utils import Database

BATCH_SECONDS = 0.25
"""An import commits at least this often, so that other writers and a stop need not wait."""

BATCH_CHARACTERS = 8_000_000
"""Text that is held in memory at most, give or take an article."""

ALIKE = 0.5
"""Share of common words from which the same file path means the same article, its text changed."""


@dataclass(slots=True)
class Summary:
    """What became of an import: articles counted, files that failed with their reason.

    `records` counts records and speakers that came back from an export, or from another program's labels.
    """

    added: int = 0
    already: int = 0
    versions: int = 0
    records: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False


def import_paths(
    collection: Collection,
    paths: Iterable[Path],
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    columns: importers.Columns = importers.NO_COLUMNS,
    *,
    originals: bool = False,
) -> Summary:
    """Import files and folders (recursively). A file that fails is noted with its reason, the rest goes on.

    `columns` says what tables and lists call the fields of an article, by field, where they have names of their own;
    with `originals` the files themselves are kept as well.

    Raises OnRecordError only where the collection itself cannot be written.
    """
    files = list(importers.find_files(paths))
    summary = import_items(collection, _read(files, progress, columns), cancelled)
    if originals:
        summary.failed += keep_originals(collection, files, cancelled)
    progress(Progress(len(files), len(files), ""))
    return summary


def import_stream(
    collection: Collection, stream: BinaryIO, name: str, columns: importers.Columns = importers.NO_COLUMNS
) -> Summary:
    """Import what comes on standard input."""
    return import_items(collection, importers.read_stream(stream, name, columns))


def _read(
    files: list[Path], progress: Callable[[Progress], None], columns: importers.Columns
) -> Iterator[importers.Item]:
    for done, (path, items) in enumerate(zip(files, read_ahead(files, columns), strict=True)):
        progress(Progress(done, len(files), path.name))
        yield from items


def import_items(
    collection: Collection, items: Iterable[importers.Item], cancelled: Callable[[], bool] = lambda: False
) -> Summary:
    """Import articles that were read already, and note the files that could not be."""
    summary = Summary()
    batch: list[SavedArticle | LabelledArticle | SavedEntry] = []
    exchange, labelling, lacking = Exchange(), Labelling(), Lacking()
    size, began = 0, time.monotonic()
    for item in items:
        if cancelled():
            summary.stopped = True
            break
        if isinstance(item, importers.UnreadableFile):
            summary.failed.append((str(item.path), str(item)))
            continue
        batch.append(item)
        size += _size(item)
        if size >= BATCH_CHARACTERS or time.monotonic() - began > BATCH_SECONDS:
            _keep(collection, batch, summary, exchange, labelling, lacking)
            batch, size, began = [], 0, time.monotonic()
    if batch:
        _keep(collection, batch, summary, exchange, labelling, lacking)
    summary.failed += lacking.reasons()
    return summary


def _size(item: SavedArticle | LabelledArticle | SavedEntry) -> int:
    if isinstance(item, SavedEntry):
        return len(str(item.value.get("text", "")))
    return len((item.article if isinstance(item, LabelledArticle) else item).text)


def _keep(
    collection: Collection,
    batch: list[SavedArticle | LabelledArticle | SavedEntry],
    summary: Summary,
    exchange: Exchange,
    labelling: Labelling,
    lacking: Lacking,
) -> None:
    """One transaction for a batch; its articles are there whole or not at all."""
    outcomes: Counter[str] = Counter()
    failed = []
    with collection.write() as db:
        new = _NewArticles(db)
        for item in batch:
            if isinstance(item, SavedArticle):
                if item.text:
                    outcomes[_add(db, item, new)] += 1
                if says_more(item) or not item.text:
                    new.write()
                    _list(db, item, outcomes, lacking)
                continue
            new.write()
            if isinstance(item, LabelledArticle):
                outcomes[_add(db, item.article, new)] += 1
                new.write()
                sha256 = _sha256(item.article)
                canonical = canonical_url(item.article.url)
                if article := by_text(db, sha256, canonical, item.article.outlet):
                    outcomes["records"] += labelling.take_in(db, article, sha256, item.labels)
                continue
            try:
                outcomes[exchange.take_in(db, item.value)] += 1
            except UnusableEntry as error:
                failed.append((item.path, str(error)))
        new.write()
        index_new(db)
    summary.added += outcomes["added"]
    summary.already += outcomes["already"]
    summary.versions += outcomes["versions"]
    summary.records += outcomes["records"]
    summary.failed += failed


def _list(db: Database, entry: SavedArticle, outcomes: Counter[str], lacking: Lacking) -> None:
    """Keep what an entry of a reading list says of its article, where that is here."""
    article = listed_article(db, entry)
    if article is None:
        lacking.add(entry)
        return
    take_in(db, article, entry)
    outcomes["already"] += not entry.text


class _NewArticles:
    """New articles of a batch. They are written together, before one comes that may be one of them."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._keys: set[str] = set()
        self._texts: list[tuple[str, str, int, str]] = []
        self._changes: list[Change] = []

    def add(self, sha256: str, canonical: str, saved: SavedArticle) -> None:
        uid, added = new_uid(), now()
        self._keys.update((sha256, canonical, saved.path))
        self._texts.append((sha256, saved.text, len(saved.text.split()), added))
        self._changes.append(Change("article", uid, _about(sha256, canonical, saved, added)))
        self._changes.append(_version(uid, sha256, saved, added))

    def write_if_one_is(self, sha256: str, canonical: str, saved: SavedArticle) -> None:
        if sha256 in self._keys or (canonical and canonical in self._keys) or (saved.path and saved.path in self._keys):
            self.write()

    def write(self) -> None:
        if self._changes:
            _keep_texts(self._db, self._texts)
            append(self._db, IMPORT, self._changes)
        for held in (self._keys, self._texts, self._changes):
            held.clear()


def _add(db: Database, saved: SavedArticle, new: _NewArticles) -> str:
    """Take one article in. Returns which count of the summary it belongs to."""
    sha256 = _sha256(saved)
    canonical = canonical_url(saved.url)
    new.write_if_one_is(sha256, canonical, saved)
    if by_text(db, sha256, canonical, saved.outlet):
        return "already"
    earlier = by_url(db, canonical) if canonical else _by_path(db, saved)
    if earlier:
        _new_version(db, earlier, sha256, saved)
        return "versions"
    new.add(sha256, canonical, saved)
    return "added"


def _sha256(saved: SavedArticle) -> str:
    return hashlib.sha256(saved.text.encode("utf-8", "surrogatepass")).hexdigest()


def _keep_texts(db: Database, texts: list[tuple[str, str, int, str]]) -> None:
    db.conn.executemany("INSERT OR IGNORE INTO text (sha256, body, words, added) VALUES (?, ?, ?, ?)", texts)


def _by_path(db: Database, saved: SavedArticle) -> str | None:
    """The one article that came from this file, if its outlet is the same and its text mostly the same words."""
    rows = db.execute(
        "SELECT DISTINCT article.uid, outlet, body FROM version JOIN article ON article.uid = version.article "
        "JOIN text ON text.sha256 = article.text WHERE version.path = ? AND version.path <> '' LIMIT 2",
        [saved.path],
    ).fetchall()
    if len(rows) != 1:
        return None
    uid, outlet, body = rows[0]
    if outlet and saved.outlet and outlet != saved.outlet:
        return None
    old, new = set(body.split()), set(saved.text.split())
    return str(uid) if len(old & new) >= ALIKE * max(1, min(len(old), len(new))) else None


def _about(sha256: str, canonical: str, saved: SavedArticle, added: str) -> Value:
    """The fields of a new article that say something."""
    known = {
        "title": saved.title,
        "outlet": saved.outlet,
        "author": saved.author,
        "url": saved.url,
        "canonical_url": canonical,
        "place": saved.place,
        "published": saved.published,
        "published_precision": saved.published_precision,
        "language": saved.language,
    }
    said = {name: value for name, value in known.items() if value}
    return said | {"text": sha256, "added": added, "state": "live"}


def _new_version(db: Database, article: str, sha256: str, saved: SavedArticle) -> None:
    """Make the text the article's current one and bring its records along; what was corrected stays."""
    added = now()
    _keep_texts(db, [(sha256, saved.text, len(saved.text.split()), added)])
    changes = [
        Change("article", article, {"text": sha256}),
        _version(article, sha256, saved, added),
        *reanchored(db, article, sha256, saved.text),
    ]
    append(db, IMPORT, changes)
    project_touched(db, changes)


def _version(article: str, sha256: str, saved: SavedArticle, added: str) -> Change:
    source = {"extractor": saved.extractor, "path": saved.path, "file_sha256": saved.file_sha256}
    return Change("version", new_uid(), {"article": article, "text": sha256, "added": added, "state": "live"} | source)
