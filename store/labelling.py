"""Puts on record what other programs have labelled: quotes, speakers and commitments; all other labels become notes.

What stands there already, or did and was deleted, is left as it is, so that labels that come twice are taken in once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from store.analysis.meaning import essence
from store.events import Change, Value, append_imported, new_uid
from store.importers.labels import words_of_label
from store.model import Labelled, Span
from store.projection import project_touched
from store.records import now, words_of
from store.speakers import UNNAMED, by_name, likely_kind, new_speaker, unnamed_in

MEANINGS: dict[str, tuple[str, Value]] = {
    "quote": ("quote", {}),
    "quotation": ("quote", {}),
    "direct quote": ("quote", {"form": "direct"}),
    "partial quote": ("quote", {"form": "partial"}),
    "indirect quote": ("quote", {"form": "indirect"}),
    "speaker": ("mention", {}),
    "mention": ("mention", {}),
    "commitment": ("commitment", {}),
    "promise": ("commitment", {}),
    "pledge": ("commitment", {}),
}
"""What labels, in small letters, make: the kind of record and the fields that the label says."""

PARTS = ("source", "cue")
"""How labels end that say which words name the speaker of a record or report it, as On Record exports them.

Where the record is here they are known; else they become notes.
"""

SUGGESTED = "suggested"
"""How labels begin that On Record writes for its own suggestions; they are not taken for records."""


class Labelling:
    """Takes labels in, in the order that they come; remembers the speakers by name, unnamed ones in their article."""

    def __init__(self, by: str) -> None:
        """`by` is the uid of the replica that takes them in."""
        self._by = by
        self._speakers: dict[str, set[str]] | None = None
        self._unnamed: dict[str, str] = {}

    def take_in(self, db: sqlite3.Connection, article: str, sha256: str, labels: Sequence[Labelled]) -> int:
        """Put the labels of a text of an article on record, inside a transaction. Returns how many records were made.

        Spans on a text that is not the article's current one need a look.
        """
        body, current = db.execute(
            "SELECT body, article.text FROM article JOIN text ON sha256 = ? WHERE article.uid = ?", [sha256, article]
        ).fetchone()
        told = {"article": article, "added": now(), "by": self._by, "state": "live"}
        on = {"text": sha256, "method": "made", "score": 1.0, "needs_look": int(sha256 != current), "state": "live"}
        known = _known(db, sha256)
        self._unnamed = unnamed_in(db, article)
        changes: list[Change] = []
        made = 0
        for label in labels:
            kind, fields, note = _meaning(label)
            part = _part(label)
            if not kind or all((kind, span) in known or (part, span) in known for span in label.content):
                continue
            known.update((kind, span) for span in label.content)
            if kind == "mention":
                fields["speaker"] = self._speaker(db, label, body, changes)
            record = new_uid()
            changes.append(Change(kind, record, fields | told | {"note": note}))
            places = [on | place | _words(body, place) for place in _spans(label)]
            changes += [Change("span", new_uid(), {"annotation": record} | place) for place in places]
            made += 1
        if changes:
            append_imported(db, changes)
            project_touched(db, changes)
        return made

    def _speaker(self, db: sqlite3.Connection, label: Labelled, body: str, changes: list[Change]) -> str | None:
        """The one speaker meant by these words; a new one where there is none, None where there are several."""
        name = " ".join(" ".join(body[start:end] for start, end in label.content).split()) or label.label
        known = essence(name)
        if known in self._unnamed:
            return self._unnamed[known]
        if self._speakers is None:
            self._speakers = by_name(db)
        if found := self._speakers[known]:
            return next(iter(found)) if len(found) == 1 else None
        kind = likely_kind(name, body)
        uid, added = new_speaker(name, kind)
        changes += added
        if kind == UNNAMED:
            self._unnamed[known] = uid
        else:
            found.add(uid)
        return uid


def _meaning(label: Labelled) -> tuple[str, Value, str]:
    """The kind of record that a label makes ("" for none), its fields and its note."""
    words = words_of_label(label.label)
    if words.startswith(SUGGESTED):
        return "", {}, ""
    kind, fields = MEANINGS.get(words, ("note", {}))
    note = label.note if kind != "note" else ": ".join(filter(None, (label.label, label.note)))
    return kind, dict(fields), note


def _part(label: Labelled) -> str:
    """Whether a label says words to be the source or the cue of a record: "source", "cue" or ""."""
    last = words_of_label(label.label).rpartition(" ")[2]
    return last if last in PARTS else ""


def _spans(label: Labelled) -> Iterator[Value]:
    for role, spans in (("content", label.content), ("source", label.source), ("cue", label.cue)):
        for ordinal, (start, end) in enumerate(spans):
            yield {"role": role, "ordinal": ordinal, "start": start, "end": end}


def _words(body: str, place: Value) -> Value:
    return words_of(body, place["start"], place["end"])


def _known(db: sqlite3.Connection, sha256: str) -> set[tuple[str, Span]]:
    """The places of records in a text by kind, with their copies; of their sources and cues by role."""
    rows = db.execute(
        """SELECT CASE role WHEN 'content' THEN kind ELSE role END, "start", "end" FROM span
            JOIN annotation ON annotation.uid = span.annotation WHERE span.text = ?1
        UNION SELECT annotation.kind, place."start", place."end" FROM place
            JOIN span ON span.uid = place.span JOIN annotation ON annotation.uid = place.annotation
            WHERE place.text = ?1 AND place.kind = 'copy' AND span.role = 'content'""",
        [sha256],
    )
    return {(kind, (start, end)) for kind, start, end in rows}
