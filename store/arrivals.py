"""Articles that come in: new, already there, or a new version of one that is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from textwrap import shorten
from typing import NamedTuple

from store.addresses import canonical_url
from store.anchors import reanchored, reread
from store.events import IMPORT, Change, Value, append_imported, merged, new_uid, of_target
from store.importers.details import is_opening
from store.model import Labelled, SavedArticle
from store.projection import project_touched
from store.records import now
from store.same_article import (
    Told,
    by_path,
    by_text,
    by_url,
    is_unknown,
    may_be_one_day,
    returned,
    said_by_imports,
)
from store.texts import count_words, keep_texts, text_sha256

LITTLE = 40
"""Fewer characters than that are hardly an article: what could not be saved, or a page that asks for consent."""


KNOWN = ("title", "outlet", "author", "url", "canonical_url", "place", "published", "language")
"""What a version may say of its article first."""

FOLLOWING = ("title", "outlet", "author", "place", "published")
"""What of it a later version may say otherwise."""

_CALLED = {"url": "address", "published": "date"}
"""What sentences call some of it."""

_KNOWN_OF = f"SELECT {', '.join(KNOWN)} FROM article WHERE uid = ?"


class Arrived(NamedTuple):
    """A saved article, its labels by another program, and what can be told of it before the collection is looked at."""

    saved: SavedArticle
    sha256: str
    canonical: str
    words: int
    labels: Sequence[Labelled]

    @classmethod
    def of(cls, saved: SavedArticle, labels: Sequence[Labelled] = ()) -> Arrived:
        """Work it out; this is done while others are written."""
        return cls(saved, text_sha256(saved.text), canonical_url(saved.url), count_words(saved.text), labels)

    @property
    def told(self) -> Told:
        """What it says of itself that may make it another article than one of the same text."""
        saved = self.saved
        return Told.once(saved.path, self.canonical, saved.outlet, saved.title, saved.published)


class NewArticles:
    """Takes the articles of a batch in. New ones are written together, before one comes that may be one of them.

    `notes` are what is odd about some: their path, and a sentence.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.notes: list[tuple[str, str]] = []
        self._db = db
        self._added = now()
        self._keys: set[str] = set()
        self._texts: list[tuple[str, str, int, str]] = []
        self._changes: list[Change] = []

    def take(self, arrived: Arrived) -> str:
        """Take one article in. Returns which count of an import's summary it belongs to."""
        saved = arrived.saved
        if not self._keys.isdisjoint((arrived.sha256, arrived.canonical, saved.path)):
            self.write()
        if is_unknown(self._db, arrived.sha256, arrived.canonical, saved.path):
            self._add(arrived)
            return "added"
        same = by_text(self._db, arrived.sha256, arrived.told)
        if same and not returned(self._db, same, arrived.sha256, saved.path):
            self._learn(same, arrived)
            return "already"
        earlier = same or self._earlier(arrived)
        if earlier:
            self._add_version(earlier, arrived)
            return "versions"
        self._add(arrived)
        return "added"

    def write(self) -> None:
        """Write the new articles taken in so far."""
        if self._changes:
            keep_texts(self._db, self._texts)
            append_imported(self._db, self._changes)
        for held in (self._keys, self._texts, self._changes):
            held.clear()

    def _earlier(self, arrived: Arrived) -> str | None:
        """The article that this one is a new version of."""
        saved = arrived.saved
        if not arrived.canonical:
            return by_path(self._db, saved.path, saved.outlet, saved.title, saved.text)
        earlier, unlike = by_url(self._db, arrived.canonical, saved.text)
        if unlike and not earlier:
            self.notes.append((saved.path, f"another article than the one kept with its address {saved.url}"))
        return earlier

    def _add(self, arrived: Arrived) -> None:
        uid = new_uid()
        self._keys.update(key for key in (arrived.sha256, arrived.canonical, arrived.saved.path) if key)
        self._texts.append((arrived.sha256, arrived.saved.text, arrived.words, self._added))
        self._changes.append(Change("article", uid, _about(arrived, self._added)))
        self._changes.append(_version(uid, arrived, self._added))
        self._note_odd(arrived.saved)

    def _add_version(self, article: str, arrived: Arrived) -> None:
        """Make the text the article's current one and bring its records along."""
        keep_texts(self._db, [(arrived.sha256, arrived.saved.text, arrived.words, self._added)])
        changes = [
            Change("article", article, {"text": arrived.sha256} | self._news(article, arrived)),
            _version(article, arrived, self._added),
            *reanchored(self._db, article, arrived.sha256, arrived.saved.text),
        ]
        reread(self._db, article, arrived.saved.text)
        append_imported(self._db, changes)
        project_touched(self._db, changes)
        self._note_doubtful(article, arrived.saved)
        self._note_odd(arrived.saved)

    def _note_doubtful(self, article: str, saved: SavedArticle) -> None:
        """Note how many records of an article need a look in its new text: its page alone would tell it."""
        (doubtful,) = self._db.execute(
            """SELECT count(DISTINCT annotation) FROM span JOIN annotation ON annotation.uid = span.annotation
            WHERE annotation.article = ? AND annotation.state = 'live' AND span.state = 'live' AND needs_look""",
            [article],
        ).fetchone()
        if doubtful:
            some, them = ("1 record needs", "it") if doubtful == 1 else (f"{doubtful} records need", "them")
            what = f"{some} a look, L in the article: the new version may say {them} otherwise"
            self.notes.append((saved.path, what))

    def _news(self, article: str, arrived: Arrived) -> Value:
        """What a new version says of its article where nothing is known, and where an import said what is known.

        A page may first be seen half-written, and a headline may change; what somebody corrected by hand stays.
        """
        said = _said(arrived)
        before = merged(event for event in of_target(self._db, article) if event.op == IMPORT)
        known = dict(zip(KNOWN, self._db.execute(_KNOWN_OF, [article]).fetchone(), strict=True))
        news = {name: said[name] for name in KNOWN if name in said and not known[name]}
        for name in set(FOLLOWING) & said.keys() - news.keys():
            if known[name] == before.get(name) and _is_news(name, said[name], known[name], arrived.saved.text):
                news[name] = said[name]
        if "published" in news:
            news["published_precision"] = said["published_precision"]
        return news

    def _learn(self, article: str, arrived: Arrived) -> None:
        """Take from a file of a text that is here what its article lacks, and tell what the file says otherwise.

        Whoever has taken something away by hand wants none; what an import has said once is no news.
        """
        known = dict(zip(KNOWN, self._db.execute(_KNOWN_OF, [article]).fetchone(), strict=True))
        said, imports, path = _said(arrived), said_by_imports(self._db, article), arrived.saved.path
        came = {name: value for one in imports for name, value in one.items()}
        names = [name for name in KNOWN if name in said]
        lacking = [name for name in names if _is_lacking(name, said[name], known[name])]
        news = {name: said[name] for name in lacking if known[name] == came.get(name, "")}
        if news:
            day = {"published_precision": said["published_precision"]} if "published" in news else {}
            append_imported(self._db, [Change("article", article, news | day)])
            told = {_CALLED.get(name, name): value for name, value in news.items() if name != "canonical_url"}
            what, values = " and ".join(told), " and ".join(told.values())
            self.notes.append((path, f"already there without its {what}: now it has {values}"))
        for name in names:
            once = any(one.get(name) == said[name] for one in imports)
            if name not in lacking and not once and _is_otherwise(name, said[name], known[name], arrived.saved.text):
                what = f"its {_CALLED.get(name, name)} stays {known[name]}"
                self.notes.append((path, f"already there: {what}, though this file says {said[name]}"))

    def _note_odd(self, saved: SavedArticle) -> None:
        if saved.unread_date:
            self.notes.append((saved.path, f"its date cannot be read: {shorten(saved.unread_date, 60)}"))
        length = len(saved.text.strip())
        if length < LITTLE:
            self.notes.append((saved.path, f"hardly any text: {length} character{'' if length == 1 else 's'}"))


def _is_news(name: str, said: str, known: str, text: str) -> bool:
    """Whether what a version says is known better by it: no mere opening for a headline, no guessed or later day.

    The year of a dateline without one is told by the day of the import, which is another by now. A later day is that of
    the change, and not when the article was published first.
    """
    if name == "title":
        return known.endswith("…") or not is_opening(said, text)
    if name == "published":
        sure = said[:1].isdecimal() and len(said) >= len(known) and (said[4:] != known[4:] or said[:4] in text)
        return sure and (said < known or said.startswith(known) or not known[:1].isdecimal())
    return True


def _is_lacking(name: str, said: str, known: str) -> bool:
    """Whether what a file says fills in what is not known of its article: of its day the year may be all."""
    if name == "published":
        return said[:1].isdecimal() and (not known or (known[:2] == "--" and said[4:] == known[1:]))
    return not known


def _is_otherwise(name: str, said: str, known: str, text: str) -> bool:
    """Whether what a file says of the same text is at odds with what is known.

    No headline is that the text has anyway, no day with another year that was only guessed, no other way to an address.
    """
    if not known or said == known or name in ("url", "language"):
        return False
    if name == "title":
        return said not in text and not is_opening(said, text)
    if name == "published":
        return not may_be_one_day(said, known) and (said[4:] != known[4:] or said[:4] in text)
    return True


def _about(arrived: Arrived, added: str) -> Value:
    """The fields of a new article that say something."""
    return _said(arrived) | {"text": arrived.sha256, "added": added, "state": "live"}


def _said(arrived: Arrived) -> Value:
    """What a saved article says of itself, besides its text."""
    saved = arrived.saved
    known = {
        "title": saved.title,
        "outlet": saved.outlet,
        "author": saved.author,
        "url": saved.url,
        "canonical_url": arrived.canonical,
        "place": saved.place,
        "published": saved.published,
        "published_precision": saved.published_precision,
        "language": saved.language,
    }
    return {name: value for name, value in known.items() if value}


def _version(article: str, arrived: Arrived, added: str) -> Change:
    saved = arrived.saved
    fields = {"article": article, "text": arrived.sha256, "added": added, "state": "live"}
    source = {"extractor": saved.extractor, "path": saved.path, "file_sha256": saved.file_sha256}
    return Change("version", new_uid(), fields | source)
