"""Taking back in what was exported without loss (store/exporters/jsonl.py, w3c.py): ids are kept, nothing is doubled.

What the collection has, or once had and has deleted, stays as it is. An article that is here under another id, by its
text or address, takes the records that come for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from store.addresses import canonical_url
from store.entry_check import require_known_values, require_place, require_plain, require_spans, require_uid
from store.errors import OnRecordError
from store.events import KINDS, RECORD_KINDS, Change, append_imported, new_uid
from store.exporters.jsonl import ABOUT, ANCHOR, DECISION, RECORD, ROLE, SPEAKER, VERSION
from store.listings import Listed, keep_new, listed
from store.projection import project_touched
from store.records import now
from store.same_article import Told, by_text, by_url, living
from store.texts import count_words, keep_texts, text_sha256


class UnusableEntry(OnRecordError):
    """An entry that does not hold together; nothing of it is taken in."""


class Exchange:
    """Takes entries in, in the order of their file.

    It remembers which article here stands for which there, and what was decided about texts that have not come yet.
    """

    def __init__(self) -> None:
        self._articles: dict[str, str] = {}
        self._entry_of: dict[str, str] = {}
        self._waiting: dict[str, list[Change]] = {}

    def take_in(self, db: sqlite3.Connection, entry: dict[str, Any]) -> str:
        """Take one entry in whole or not at all, inside a transaction.

        Returns what it was: "added" or "already" for an article, "records" or "known" for the others.
        Raises UnusableEntry.
        """
        kind = entry["onrecord"]
        if kind == "suggestion":
            return "known"  # this collection makes its own
        db.execute("SAVEPOINT entry")
        try:
            require_plain(entry)
            return self._article(db, entry) if kind == "article" else self._other(db, entry)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, sqlite3.Error) as error:
            db.execute("ROLLBACK TO entry")
            raise UnusableEntry(
                f"The {kind} cannot be taken in", f"it is not as On Record writes it: {error}; export it again"
            ) from None
        finally:
            db.execute("RELEASE entry")

    def _other(self, db: sqlite3.Connection, entry: dict[str, Any]) -> str:
        changes = list(_speaker(entry) if entry["onrecord"] == "speaker" else self._record(db, entry))
        require_known_values(changes)
        if _known(db, changes[0]):  # it stays as it is here, also deleted
            return "known"
        if any(_known(db, part) for part in changes[1:]):
            raise ValueError("a part of it belongs to something else")
        waiting = [c for c in changes if c.kind == "decision" and not _is_text(db, c.fields["text"])]
        _keep(db, [change for change in changes if change not in waiting])
        for decision in waiting:
            self._waiting.setdefault(decision.fields["text"], []).append(decision)
        return "records"

    def _article(self, db: sqlite3.Connection, entry: dict[str, Any]) -> str:
        uid, text, sha256 = require_uid(entry["uid"]), str(entry["text"]), entry["text_sha256"]
        if text_sha256(text) != sha256:
            raise UnusableEntry("The article cannot be taken in", "its text was altered on the way; export it again")
        canonical = canonical_url(entry["url"])
        about = Change("article", uid, _about(entry) | {"canonical_url": canonical, "text": sha256, "state": "live"})
        here: str | None = living(db, uid)
        if not _known(db, about):
            told = Told.once("", canonical, *(entry[name] for name in ("outlet", "title", "published")))
            here = by_text(db, sha256, told) or by_url(db, canonical, text)[0]
            if self._entry_of.get(here or "", uid) != uid:  # the file itself tells the two apart
                here = None
        article = self._articles[uid] = here or uid
        self._entry_of[article] = uid
        version, lists = _version(article, entry), list(_lists(db, article, entry))
        require_known_values([about, version, *lists])
        if not (here and _has_text(db, here, sha256)):
            keep_texts(db, [(sha256, text, count_words(text), version.fields["added"])])
            append_imported(db, [version] if here else [about, version])
            if decided := [c for c in self._waiting.pop(sha256, ()) if not _known(db, c) and _stands(c, text)]:
                _keep(db, decided)
        keep_new(db, lists)
        return "already" if here else "added"

    def _record(self, db: sqlite3.Connection, entry: dict[str, Any]) -> Iterator[Change]:
        kind, uid, sha256 = entry["onrecord"], entry["uid"], entry["text_sha256"]
        if kind not in RECORD_KINDS:
            raise ValueError("its kind")
        article = self._articles.get(entry["article"]) or living(db, entry["article"])
        if not _has_text(db, article, sha256):
            raise UnusableEntry(f"The {kind} cannot be taken in", "its article did not come before it in the file")
        fields = dict(_fields(db, kind, entry["fields"]))
        told = {name: str(entry[name]) for name in RECORD}
        yield Change(kind, uid, fields | told | {"article": article, "state": "live"})
        spans = [(span.get("text_sha256", sha256), span) for span in entry["spans"]]
        require_spans([(_body(db, article, text), span) for text, span in spans])
        for text, span in spans:
            placed = {name: span[name] for name in ANCHOR[1:]} | {"needs_look": int(span["needs_look"])}
            yield Change("span", span["uid"], placed | {"annotation": uid, "text": text, "state": "live"})
        for decision in entry.get("decisions", ()):
            require_place(decision)
            made = {name: decision[name] for name in DECISION[1:]}
            yield Change("decision", decision["uid"], made | {"annotation": uid, "state": "live"})


def _keep(db: sqlite3.Connection, changes: list[Change]) -> None:
    append_imported(db, changes)
    project_touched(db, changes)


def _about(entry: dict[str, Any]) -> dict[str, Any]:
    told = {name: str(entry[name]) for name in ABOUT[1:-2] if entry.get(name)}  # without its uid and text
    return {"added": now(), **told, **({"starred": 1} if entry.get("starred") else {})}


def _lists(db: sqlite3.Connection, article: str, entry: dict[str, Any]) -> Iterator[Change]:
    """Its labels and reading lists; entries of earlier exports do not say them."""
    entries = (Listed(str(one["list"]), str(one["saved"])) for one in entry.get("listings", ()))
    return listed(db, article, map(str, entry.get("labels", ())), entries)


def _speaker(entry: dict[str, Any]) -> Iterator[Change]:
    uid = entry["uid"]
    merged = {"same_as": str(entry["same_as"])} if entry.get("same_as") else {}
    yield Change("speaker", uid, {name: str(entry[name]) for name in SPEAKER[1:-1]} | merged | {"state": "live"})
    for alias in entry["aliases"]:
        yield Change("alias", alias["uid"], {"speaker": uid, "name": str(alias["name"]), "state": "live"})
    for role in entry["roles"]:
        told = {name: str(role[name]) for name in ROLE[1:]}
        yield Change("role", role["uid"], told | {"speaker": uid, "state": "live"})


def _fields(db: sqlite3.Connection, kind: str, given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The kind's own columns; a speaker that is not here is left out."""
    own = KINDS[kind].get(kind, ())
    for name, value in given.items():
        kinds = float | int | None if name == "quantity" else str | None
        if name not in own or not isinstance(value, kinds):
            raise ValueError(name)
        if name not in ("speaker", "promisor") or (
            value and db.execute("SELECT 1 FROM speaker WHERE uid = ?", [value]).fetchone()
        ):
            yield name, value


def _known(db: sqlite3.Connection, change: Change) -> bool:
    """Whether its target is, or has been, here. Raises ValueError where that is something of another kind."""
    row = db.execute("SELECT kind FROM event WHERE target = ? LIMIT 1", [change.target]).fetchone()
    if row and row[0] != change.kind:
        raise ValueError(f"its uid is that of a {row[0]}")
    return row is not None


def _has_text(db: sqlite3.Connection, article: str, sha256: str) -> bool:
    query = "SELECT 1 FROM version WHERE article = ? AND text = ? AND state = 'live' LIMIT 1"
    return db.execute(query, [article, sha256]).fetchone() is not None


def _body(db: sqlite3.Connection, article: str, sha256: str) -> str:
    """A text of an article. Raises ValueError where it has no such text."""
    if not _has_text(db, article, sha256):
        raise ValueError("a span stands in a text that is not its article's")
    return str(db.execute("SELECT body FROM text WHERE sha256 = ?", [sha256]).fetchone()[0])


def _stands(decision: Change, text: str) -> bool:
    fields = decision.fields
    return bool(text[fields["start"] : fields["end"]] == fields["exact"])


def _is_text(db: sqlite3.Connection, sha256: str) -> bool:
    return db.execute("SELECT 1 FROM text WHERE sha256 = ?", [sha256]).fetchone() is not None


def _version(article: str, entry: dict[str, Any]) -> Change:
    """How the text of an entry came in; entries of earlier exports do not say it."""
    told = {"extractor": "onrecord", "file_sha256": "", "added": now()} | entry.get("version", {})
    source = {name: str(told[name]) for name in VERSION}
    return Change("version", new_uid(), source | {"article": article, "text": entry["text_sha256"], "state": "live"})
