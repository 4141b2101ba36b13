"""Records: what analysts tag. Making, changing, deleting and reading quotes, mentions, commitments, notes.

A change reads what it depends on inside its own transaction, so that no other program can come in between.
"""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from store.analysis.amounts import find_amounts
from store.analysis.dates import parse_date as parse_date  # how the forms read dates
from store.collection import Collection
from store.errors import OnRecordError
from store.events import KINDS, OWNER, Change, Value, new_uid
from store.history import keep, overwritten
from store.model import IN_DOUBT, Place, Record, RecordKind, Span, SpanRole
from store.naming import speaker_meant
from store.projection import copies_of
from store.promised import PROMISED, Sentences, promised_in
from store.recorded import on_span, select
from store.terms import same_terms

CONTEXT = 32
"""Characters kept before and after a span."""

NAMES = {"quote": "quote", "mention": "speaker", "commitment": "commitment", "note": "note"}
"""What a record's kind is called on the screen."""


class NoSuchRecord(OnRecordError):
    """The record is not, or no longer, there."""


class TextChanged(OnRecordError):
    """The article was imported again with another text since the words were chosen."""

    def __init__(self) -> None:
        super().__init__("The article has changed", "its text was imported again meanwhile; choose the words again")


class AlreadyThere(OnRecordError):
    """The same words are tagged alike already; `uid` names that record."""

    def __init__(self, kind: str, uid: str) -> None:
        super().__init__(
            f"That {NAMES[kind]} is on record already", "it is counted once, with its copies; press e to edit it"
        )
        self.uid = uid


def tag(
    collection: Collection,
    kind: RecordKind,
    article: str,
    spans: Sequence[tuple[SpanRole, int, int]],
    fields: Value | None = None,
    note: str = "",
    along: Sequence[Change] = (),
    text: str | None = None,
    decided: Callable[[], Sequence[Change]] = tuple,
) -> str:
    """Put a record of the current text of an article on record. Returns its uid.

    Args:
        spans: role, start and end (code points); at least one of role "content".
        text: sha256 of the text that the spans were chosen in; None for the current one, whichever that is.
        fields: the kind's own columns, as in `Record.fields`.
        along: changes that belong to the same keypress, such as a new speaker (see store/speakers.py).
        decided: asked inside the transaction for what is decided with it; raises what is against it.

    Raises:
        ValueError: a span outside the text, empty, or no content span; a field that the kind has not.
        AlreadyThere: the content stands at a place (home or copy) of a record of the same kind and speaker; of a
            commitment, one with the same terms.
        NoSuchSpeaker: who is named has been removed.
        TextChanged: the article's text is another one by now.
    """
    own = _own_fields(kind, fields or {})
    with collection.write() as db:
        more = decided()
        sha256, body = _current_text(db, article, text)
        _require_valid(body, spans)
        if same := _same_record(db, kind, sha256, spans, speaker_meant(db, own.get(OWNER.get(kind, "")), along), own):
            raise AlreadyThere(kind, same)
        uid, changes = _made(kind, article, sha256, body, spans, own | {"note": note, "by": collection.replica})
        keep(db, f"tag {NAMES[kind]}", [*along, *more, *changes])
    return uid


def tag_all(
    collection: Collection,
    kind: RecordKind,
    places: Sequence[tuple[str, str, Span]],
    fields: Value | None = None,
    note: str = "",
    along: Sequence[Change] = (),
) -> tuple[int, int]:
    """Put a record with the same fields on record at each place, as one action.

    A place is an article (uid), the text (sha256) that the span was chosen in, and the span. What is on record already,
    or a copy of another place here, is left out. Returns how many were made and left out.

    Raises TextChanged, NoSuchRecord, NoSuchSpeaker: then nothing is put on record.
    """
    own = _own_fields(kind, fields or {})
    changes: list[Change] = []
    made = 0
    with collection.write() as db:
        speaker = speaker_meant(db, own.get(OWNER.get(kind, "")), along)
        taken: set[tuple[str, Span]] = set()
        for article, chosen_in, (start, end) in places:
            sha256, body = _current_text(db, article, chosen_in)
            spans: list[tuple[SpanRole, int, int]] = [("content", start, end)]
            _require_valid(body, spans)
            copies = copies_of(db, sha256, (start, end))
            if taken & copies or _same_record(db, kind, sha256, spans, speaker, own):
                continue
            taken |= copies
            made += 1
            changes += _made(kind, article, sha256, body, spans, own | {"note": note, "by": collection.replica})[1]
        if changes:
            keep(db, f"tag {made} × {NAMES[kind]}", [*along, *changes])
    return made, len(places) - made


def _made(
    kind: RecordKind, article: str, sha256: str, body: str, spans: Sequence[tuple[SpanRole, int, int]], fields: Value
) -> tuple[str, list[Change]]:
    """The uid of a new record, and the changes that make it."""
    uid = new_uid()
    changes = [Change(kind, uid, fields | {"article": article, "added": now(), "state": "live"})]
    ordinals: Counter[str] = Counter()
    for role, start, end in spans:
        changes.append(Change("span", new_uid(), _span_fields(uid, sha256, body, role, ordinals[role], start, end)))
        ordinals[role] += 1
    return uid, changes


def edit(
    collection: Collection,
    uid: str,
    fields: Value,
    note: str | None = None,
    along: Sequence[Change] = (),
    seen: Record | None = None,
) -> Value:
    """Change fields of a record. Only what differs is kept as changed.

    Where it is given as whoever changes it has `seen` it, what differs from that: another program may have changed the
    rest since. Returns the values of others that were written over, by field, `note` among them.

    Raises NoSuchRecord, NoSuchSpeaker, ValueError.
    """
    before = seen.fields | {"note": seen.note} if seen else {}
    with collection.write() as db:
        record = get(collection, uid)
        own = _own_fields(record.kind, {n: v for n, v in fields.items() if n not in before or before[n] != v})
        if (owner := OWNER.get(record.kind)) in own:
            own[owner] = speaker_meant(db, own[owner], along)
        changed = {name: value for name, value in own.items() if record.fields[name] != value}
        if note is not None and note not in (record.note, before.get("note")):
            changed["note"] = note
        if changed or along:
            changes = [Change(record.kind, uid, changed)] if changed else []
            keep(db, f"edit {NAMES[record.kind]}", [*along, *changes, *_settled(db, record, changed)])
        return overwritten(record.fields | {"note": record.note}, before, changed)


def _settled(db: sqlite3.Connection, record: Record, changed: Value) -> list[Change]:
    """The spans of a commitment that are in doubt and whose sentences say what it says, now that it is other."""
    corrected = not PROMISED.isdisjoint(changed)
    doubtful = [anchor for anchor in record.content if anchor.in_doubt] if corrected else []
    promised = promised_in(db, record.article).get(record.uid) if doubtful else None
    if promised is None:
        return []
    sha256, body = _current_text(db, record.article)
    sentences = Sentences(body)
    here = [anchor for anchor in record.content if anchor.text == sha256]
    said = [sentence for anchor in here for sentence in sentences.around((anchor.start, anchor.end))]
    if not promised.corrected(changed).stands_in(said):
        return []
    return [Change("span", anchor.uid, {"needs_look": 0, "score": 1.0}) for anchor in doubtful if anchor in here]


def add_span(collection: Collection, uid: str, role: SpanRole, start: int, end: int, text: str | None = None) -> None:
    """Add a span of the article's current text to a record; `text` as in `tag`.

    Raises NoSuchRecord, ValueError, TextChanged.
    """
    with collection.write() as db:
        record = get(collection, uid)
        sha256, body = _current_text(db, record.article, text)
        _require_valid(body, [("content", start, end)])
        ordinal = 1 + max((anchor.ordinal for anchor in record.anchors if anchor.role == role), default=-1)
        fields = _span_fields(uid, sha256, body, role, ordinal, start, end)
        keep(db, f"add to {NAMES[record.kind]}", [Change("span", new_uid(), fields)])


def place_span(collection: Collection, span: str, start: int, end: int, text: str | None = None) -> bool:
    """Anchor a span of a record at a place that the analyst chose in the article's current text; `text` as in `tag`.

    Returns whether that settles it. Where the sentence there says another amount or deadline than the one before, the
    record goes on asking, until those are corrected or the span is placed there once more.

    Raises AlreadyThere (as `tag` does, of another record), NoSuchRecord, ValueError, TextChanged.
    """
    with collection.write() as db:
        row = db.execute(
            """SELECT annotation.article, annotation.kind, annotation, role, ordinal, "start", "end", text, body
            FROM span JOIN annotation ON annotation.uid = span.annotation JOIN text ON sha256 = span.text
            WHERE span.uid = ? AND span.state = 'live' AND annotation.state = 'live'""",
            [span],
        ).fetchone()
        if row is None:
            raise NoSuchRecord("The record is gone", "it has been deleted since")
        article, kind, annotation, role, ordinal, *stood, earlier, before = row
        sha256, body = _current_text(db, article, text)
        _require_valid(body, [("content", start, end)])
        record, owner = get(collection, annotation), OWNER.get(kind, "")
        whole = [(role, start, end)] if len(record.content) == 1 else []
        if same := _same_record(db, kind, sha256, whole, record.fields.get(owner), record.fields, annotation):
            raise AlreadyThere(kind, same)
        fields = _span_fields(annotation, sha256, body, role, ordinal, start, end)
        promised = promised_in(db, article).get(annotation) if role == "content" else None
        asks = False
        if promised and (earlier, *stood) != (sha256, start, end):  # placed there once more, it is confirmed
            said = Sentences(body).around((start, end))
            moved = earlier == sha256
            asks = not promised.stands_in(said) if moved else promised.differs(Sentences(before).around(stood), said)
        keep(db, f"place {NAMES[kind]}", [Change("span", span, fields | (IN_DOUBT if asks else {}))])
        return not asks


def delete(collection: Collection, uid: str) -> None:
    """Take a record off the record; undo brings it back. Raises NoSuchRecord."""
    with collection.write() as db:
        record = get(collection, uid)
        keep(db, f"delete {NAMES[record.kind]}", [Change(record.kind, uid, {"state": "deleted"})])


def delete_all(collection: Collection, uids: Sequence[str]) -> None:
    """Take several records off the record, as one action. Raises NoSuchRecord."""
    with collection.write() as db:
        gone = [get(collection, uid) for uid in uids]
        if gone:
            what = NAMES[gone[0].kind] if len(gone) == 1 else f"{len(gone)} records"
            keep(db, f"delete {what}", [Change(one.kind, one.uid, {"state": "deleted"}) for one in gone])


def decide(collection: Collection, uid: str, text: str, start: int, verdict: str) -> str:
    """Decide that a place of a record is the same ("joined") or not ("parted"). Returns the decision's uid.

    Raises NoSuchRecord.

    The place is that of a text (sha256) where a content span of the record shows at `start`. Not its number names
    it: numbers move up as other places are parted.
    """
    with collection.write() as db:
        change = decision(db, uid, text, start, verdict)
        keep(db, "join variant" if verdict == "joined" else "part copy", [change])
    return change.target


def decision(connection: sqlite3.Connection, uid: str, text: str, start: int, verdict: str) -> Change:
    """The change that keeps what `decide` decides. Raises NoSuchRecord."""
    row = connection.execute(
        """SELECT place."start", place."end", body FROM place JOIN span ON span.uid = place.span
        JOIN text ON text.sha256 = place.text WHERE place.annotation = ?1 AND span.role = 'content'
            AND number = (SELECT number FROM place JOIN span ON span.uid = place.span
                WHERE place.annotation = ?1 AND place.text = ?2 AND place."start" = ?3 AND span.role = 'content')
        ORDER BY span.ordinal LIMIT 1""",
        [uid, text, start],
    ).fetchone()
    if row is None:
        raise NoSuchRecord("The place is gone", "the record or the text has changed since; open it again")
    start, end, body = row
    place = {"annotation": uid, "text": text, "start": start, "end": end, "exact": body[start:end]}
    return Change("decision", new_uid(), place | {"verdict": verdict, "state": "live"})


def parse_day(typed: str) -> str:
    """The day of a typed date, as an ISO date. Raises ValueError for what is no date, or less precise."""
    found, precision = parse_date(typed)
    if precision != "day":
        raise ValueError(f"{typed} is no day: type it as 2031-11-30.")
    return found


def parse_deadline(words: str, day: str) -> str | None:
    """The last day, as an ISO date, of a deadline in words that counts from an ISO date; None where they tell none."""
    from store.analysis.deadlines import find_deadlines

    # A full date is told at any time; counted from a later day it would be no deadline, but past.
    found = (deadline.date for since in (None, day) for deadline in find_deadlines(words, since) if deadline.date)
    return next(found, None)


def parse_amount(typed: str) -> tuple[float, str] | None:
    """A quantity with its unit as people type it: "$80 million" is (80e6, "USD"). None where it is not just that."""
    found = find_amounts(typed)
    whole = len(found) == 1 and found[0].span == (len(typed) - len(typed.lstrip()), len(typed.rstrip()))
    return (found[0].value, found[0].unit) if whole else None


def get(collection: Collection, uid: str) -> Record:
    """One live record. Raises NoSuchRecord."""
    for record in select(collection.read, "annotation.uid = ?", [uid]):
        return record
    raise NoSuchRecord("The record is gone", "it has been deleted since")


def records_of(collection: Collection, article: str) -> list[Record]:
    """The live records of an article, in the order they were made."""
    return list(select(collection.read, "annotation.article = ?", [article]))


def on_same_words(collection: Collection, record: Record) -> list[Record]:
    """The other records of its kind whose content is the very span of a record, at home or a copy."""
    if len(record.content) != 1:
        return []
    (anchor,) = record.content
    found = on_span(collection.read, record.kind, anchor.text, (anchor.start, anchor.end))
    return [one for one in found if one.uid != record.uid]


def list_records(collection: Collection, kind: RecordKind) -> list[Record]:
    """All live records of a kind."""
    return list(select(collection.read, "annotation.kind = ?", [kind]))


def counted_deadlines(collection: Collection, article: str, before: str, after: str) -> int:
    """How many commitments on record of an article have a day that its words tell of one date and not of another."""
    rows = collection.read.execute(
        """SELECT deadline, deadline_text FROM commitment JOIN annotation ON annotation.uid = commitment.uid
        WHERE annotation.article = ? AND annotation.state = 'live' AND deadline <> ''""",
        [article],
    )
    return sum(parse_deadline(words, before) == day != parse_deadline(words, after) for day, words in rows)


def places_in(collection: Collection, sha256: str) -> list[Place]:
    """Where live records show in a text, at home and on copies, in text order."""
    rows = collection.read.execute(
        """SELECT annotation, uid, role, "start", "end", 'home', 1 FROM span WHERE text = ?1 AND state = 'live'
            AND (SELECT state FROM annotation WHERE uid = span.annotation) = 'live'
        UNION ALL
        SELECT place.annotation, place.span, span.role, place."start", place."end", place.kind, place.number
        FROM place JOIN span ON span.uid = place.span WHERE place.text = ?1
        ORDER BY 4, 5""",
        [sha256],
    )
    return [Place(*row) for row in rows]


def now() -> str:
    """The time in UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def _current_text(db: sqlite3.Connection, article: str, chosen_in: str | None = None) -> tuple[str, str]:
    """The sha256 and body of an article's current text. Raises TextChanged where words were chosen in another one."""
    row = db.execute(
        "SELECT sha256, body FROM article JOIN text ON sha256 = article.text WHERE article.uid = ? AND state = 'live'",
        [article],
    ).fetchone()
    if row is None:
        raise NoSuchRecord("The article is gone", "it was removed, or is one with another by now")
    if chosen_in is not None and row[0] != chosen_in:
        raise TextChanged
    return row[0], row[1]


def _require_valid(body: str, spans: Sequence[tuple[str, int, int]]) -> None:
    if not any(role == "content" for role, _, _ in spans):
        raise ValueError("a record needs a content span")
    for _, start, end in spans:
        if not 0 <= start < end <= len(body):
            raise ValueError(f"span [{start}, {end}) is not inside the text of {len(body)} characters")


def _own_fields(kind: RecordKind, fields: Value) -> Value:
    if unknown := set(fields) - _fields_of(kind):
        raise ValueError(f"a {kind} has no {', '.join(sorted(unknown))}")
    return dict(fields)


@cache
def _fields_of(kind: RecordKind) -> frozenset[str]:
    return frozenset(name for table, names in KINDS[kind].items() if table != "annotation" for name in names)


def _span_fields(annotation: str, sha256: str, body: str, role: str, ordinal: int, start: int, end: int) -> Value:
    return {
        "annotation": annotation,
        "text": sha256,
        "role": role,
        "ordinal": ordinal,
        "start": start,
        "end": end,
        "method": "made",
        "score": 1.0,
        "needs_look": 0,
        "state": "live",
    } | words_of(body, start, end)


def words_of(body: str, start: int, end: int) -> Value:
    """The words of a span and those around it, as kept with it."""
    prefix, suffix = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
    return {"exact": body[start:end], "prefix": prefix, "suffix": suffix}


def _same_record(
    db: sqlite3.Connection,
    kind: RecordKind,
    sha256: str,
    spans: Sequence[tuple[SpanRole, int, int]],
    speaker: object,
    fields: Value,
    but: str = "",
) -> str | None:
    """A record of the same kind and speaker (after all merges) whose content is just this span, at home or a copy.

    Of commitments that is one with the terms of `fields`. `but` is the uid of one that does not count.
    """
    content = [(start, end) for role, start, end in spans if role == "content"]
    if len(content) != 1:
        return None
    owner = OWNER.get(kind, "")
    there = (one for one in on_span(db, kind, sha256, content[0]) if one.fields.get(owner) == speaker)
    same = (one for one in there if kind != "commitment" or same_terms(one.fields, fields))
    return next((one.uid for one in same if one.uid != but), None)
