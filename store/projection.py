"""Where a record shows besides its home: on the copies of its passage, in its own article and in others.

A record anchors to its home span only. Its other places are derived, through the word alignment of each repeat in its
own text and of each occurrence of its passages in other texts: a `copy` where all its spans say the same there, a
`variant` where any differs. What an analyst decided about a place (joined, parted) is kept as a decision and overrules;
it is not asked again from the other side, for a record whose home is that place, nor, once parted, of the copies there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.analysis.meaning import essence
from store.events import RECORD_KINDS, Change
from store.model import Repeat, Span

ALIKE = 0.5
"""Share of what two spans cover together from which one record stands for the words of the other."""


@dataclass(frozen=True, slots=True)
class _Home:
    span: str
    role: str
    at: Span


def project_touched(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Derive anew the places of every record that the changes touched."""
    touched: dict[str, None] = {}
    for change in changes:
        if change.kind in RECORD_KINDS:
            touched[change.target] = None
        elif change.kind in ("span", "decision"):
            annotation = change.fields.get("annotation") or _annotation(db, change)
            if annotation:
                touched[annotation] = None
    for annotation in tuple(touched):
        touched |= dict.fromkeys(_at_home_where_decided(db, annotation))
    for annotation in touched:
        project_record(db, annotation)


def _annotation(connection: sqlite3.Connection, change: Change) -> str | None:
    """The record that a span or a decision belongs to."""
    row = connection.execute(f"SELECT annotation FROM {change.kind} WHERE uid = ?", [change.target]).fetchone()
    return str(row[0]) if row and row[0] else None


def _at_home_where_decided(db: sqlite3.Connection, annotation: str) -> list[str]:
    """The records whose home is in a place of a record that was decided on."""
    rows = db.execute(
        """SELECT DISTINCT span.annotation FROM decision JOIN span ON span.text = decision.text
            AND span."start" < decision."end" AND span."end" > decision."start"
        WHERE decision.annotation = ? AND span.role = 'content' AND span.state = 'live'""",
        [annotation],
    )
    return [at_home for (at_home,) in rows]


def project_text(db: sqlite3.Connection, sha256: str) -> None:
    """Derive anew the places of every record at home in a text."""
    rows = db.execute("SELECT DISTINCT annotation FROM span WHERE text = ? AND state = 'live'", [sha256])
    for (annotation,) in rows.fetchall():
        project_record(db, annotation)


def project_passages(db: sqlite3.Connection, passages: Iterable[int]) -> None:
    """Derive anew the places of every record at home in a text of these passages."""
    for passage in passages:
        rows = db.execute(
            "SELECT DISTINCT sha256 FROM occurrence JOIN text ON text.id = occurrence.text WHERE passage = ?", [passage]
        )
        for (sha256,) in rows.fetchall():
            project_text(db, sha256)


def project_onto(db: sqlite3.Connection, text: int) -> None:
    """Carry the records of other texts over onto one (by its number) that has passages in common with them."""
    members, spans = db.execute(
        """SELECT sum(members), (SELECT max(rowid) FROM span) FROM passage
        WHERE id IN (SELECT passage FROM occurrence WHERE text = ?)""",
        [text],
    ).fetchone()
    if not (members and spans):
        return
    tables = [
        "occurrence AS home",
        "text",
        "span",
    ]  # a passage that is recycled everywhere has more places than records
    rows = db.execute(
        f"""SELECT DISTINCT span.annotation FROM {" CROSS JOIN ".join(tables if members < spans else tables[::-1])}
        WHERE text.id = home.text AND span.text = text.sha256 AND span.role = 'content' AND span.state = 'live'
            AND home."start" <= span."start" AND span."end" <= home."end"
            AND home.passage IN (SELECT passage FROM occurrence WHERE text = ?1) AND home.text <> ?1""",
        [text],
    ).fetchall()
    for (annotation,) in rows:
        home, homes = _homes(db, annotation)
        if homes:
            (target,) = db.execute("SELECT sha256 FROM text WHERE id = ?", [text]).fetchone()
            db.execute("DELETE FROM place WHERE annotation = ? AND text = ?", [annotation, target])
            _keep(db, annotation, home, homes, list(_elsewhere(db, home, homes, text)))


def project_record(db: sqlite3.Connection, annotation: str) -> None:
    """Derive anew the places of one record."""
    if not _recurs(db, annotation):
        return
    db.execute("DELETE FROM place WHERE annotation = ?", [annotation])
    text, homes = _homes(db, annotation)
    if homes:
        _keep(db, annotation, text, homes, [*_in_own_text(db, text, homes), *_elsewhere(db, text, homes)])


def _recurs(db: sqlite3.Connection, annotation: str) -> bool:
    """Whether a record has places besides its home or may get some: of most this is all there is to know."""
    row = db.execute(
        """SELECT EXISTS (SELECT 1 FROM place WHERE annotation = ?1)
            OR EXISTS (SELECT 1 FROM span JOIN repeat ON repeat.text = span.text WHERE span.annotation = ?1)
            OR EXISTS (SELECT 1 FROM span JOIN text ON text.sha256 = span.text
                JOIN occurrence ON occurrence.text = text.id WHERE span.annotation = ?1)""",
        [annotation],
    ).fetchone()
    return bool(row[0])


def _keep(
    db: sqlite3.Connection, annotation: str, text: str, homes: Sequence[_Home], places: Sequence[_Projected]
) -> None:
    """Keep places, but those that an analyst parted, under the numbers after those that the record has."""
    if not places:
        return
    decided = _decisions(db, annotation)
    others = [] if all(place.same for place in places) else _decided_from_there(db, annotation, text, homes[0].at)
    (number,) = db.execute("SELECT coalesce(max(number), 1) FROM place WHERE annotation = ?", [annotation]).fetchone()
    for place in places:
        verdict = decided.get((place.text, place.spans[0][1]))
        if verdict is None and not place.same:
            verdict = next((one.verdict for one in others if one.settles(place)), None)
        if verdict == "parted":
            continue
        number += 1
        kind = "copy" if place.same or verdict == "joined" else "variant"
        db.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(annotation, number, span, place.text, *at, kind) for span, at in place.spans],
        )


@dataclass(frozen=True, slots=True)
class _Projected:
    text: str
    spans: tuple[tuple[str, Span], ...]
    words: str
    """Of the first span."""
    same: bool


@dataclass(frozen=True, slots=True)
class _Settled:
    """What was decided about a record's home as the place of another record, whose words are these, there."""

    text: str
    at: Span
    words: str
    verdict: str

    def settles(self, place: _Projected) -> bool:
        """Whether it is decided about a place: the other's home, or words that were found not to be the same."""
        if self.text == place.text and alike(self.at, place.spans[0][1]):
            return True
        return self.verdict == "parted" and essence(self.words) == essence(place.words)


def _in_own_text(db: sqlite3.Connection, text: str, homes: Sequence[_Home]) -> list[_Projected]:
    """The other places of a record in its own text, in order, by following repeats from its first content span."""
    pairs = [pair for r in repeats_of(db, text) for pair in ((r.a, r.b), (r.b, r.a))]
    if not any(_inside(homes[0].at, source) for source, _ in pairs):
        return []
    body = _body(db, text)
    found: dict[Span, _Projected] = {}
    waiting: list[list[Span | None]] = [[home.at for home in homes]]
    while waiting:
        here = waiting.pop()
        for source, target in pairs:
            if here[0] is None or not _inside(here[0], source):
                continue
            there = [_moved(body, source, body, target, at) for at in here]
            first = there[0]
            if first is None or any(_overlap(first, known) for known in (homes[0].at, *found)):
                continue
            found[first] = _projected(body, homes, text, body, there)
            waiting.append(there)
    return [found[at] for at in sorted(found)]


def _elsewhere(
    db: sqlite3.Connection, text: str, homes: Sequence[_Home], only: int | None = None
) -> Iterator[_Projected]:
    """A record's places in other texts that have its passage, or in one of them (by its number).

    Only articles show them, and others than the record's own: that one asks where it stands in a later version.
    """
    first = homes[0].at
    rows = db.execute(
        """SELECT target.sha256, here."start", here."end", there."start", there."end" FROM text AS home
        JOIN occurrence AS here ON here.text = home.id AND here."start" <= ?2 AND here."end" >= ?3
        JOIN occurrence AS there ON there.passage = here.passage AND there.text <> here.text
        JOIN text AS target ON target.id = there.text
        WHERE home.sha256 = ?1 AND (?4 IS NULL OR there.text = ?4) AND EXISTS (
            SELECT 1 FROM article WHERE article.text = target.sha256 AND article.state = 'live' AND article.uid IS NOT
                (SELECT annotation.article FROM span JOIN annotation ON annotation.uid = span.annotation
                WHERE span.uid = ?5))
        ORDER BY target.id, here."end" - here."start" DESC, there."start"
        """,
        [text, *first, only, homes[0].span],
    ).fetchall()
    body = _body(db, text) if rows else ""
    taken: set[tuple[str, Span]] = set()
    other = target = ""
    for sha256, *spans in rows:
        if sha256 != other:
            other, target = sha256, _body(db, sha256)
        source, region = (spans[0], spans[1]), (spans[2], spans[3])
        there = [_moved(body, source, target, region, home.at) for home in homes]
        at = there[0]
        if at and not any(sha256 == known and _overlap(at, span) for known, span in taken):
            taken.add((sha256, at))
            yield _projected(body, homes, sha256, target, there)


def _projected(body: str, homes: Sequence[_Home], text: str, target: str, there: Sequence[Span | None]) -> _Projected:
    """What a record's spans, at these places of a target text, amount to."""
    from store.analysis.alignment import same_words

    pairs = list(zip(homes, there, strict=True))
    same = all(at is not None and same_words(body, home.at, target, at) for home, at in pairs)
    spans = tuple((home.span, at) for home, at in pairs if at)
    return _Projected(text, spans, target[slice(*spans[0][1])], same)


def _moved(body: str, source: Span, other: str, target: Span, at: Span | None) -> Span | None:
    """Where a span shows in another text; None where nothing stands for it there."""
    from store.analysis.alignment import project

    projected = project(body, source, other, target, at) if at else None
    return (projected.start, projected.end) if projected and projected.start < projected.end else None


def copies_of(db: sqlite3.Connection, text: str, at: Span) -> set[tuple[str, Span]]:
    """A span of a text, and all other places, each with its text, where the same words stand in its passage."""
    home = [_Home("", "content", at)]
    places = (*_in_own_text(db, text, home), *_elsewhere(db, text, home))
    return {(text, at), *((place.text, place.spans[0][1]) for place in places if place.same)}


def _body(connection: sqlite3.Connection, sha256: str) -> str:
    return str(connection.execute("SELECT body FROM text WHERE sha256 = ?", [sha256]).fetchone()[0])


def repeats_of(connection: sqlite3.Connection, sha256: str) -> list[Repeat]:
    """The repeats kept for a text, in text order."""
    rows = connection.execute(
        "SELECT a_start, a_end, b_start, b_end, identity FROM repeat WHERE text = ? ORDER BY a_start, b_start", [sha256]
    )
    return [Repeat((a, b), (c, d), identity) for a, b, c, d, identity in rows]


def _homes(connection: sqlite3.Connection, annotation: str) -> tuple[str, list[_Home]]:
    """The text of a live record's first content span and its live spans on that text, that span first.

    Others may have stayed on an earlier version of the article, where they wait for a look.
    """
    rows = connection.execute(
        """SELECT span.text, span.uid, span.role, span."start", span."end" FROM span
        JOIN annotation ON annotation.uid = span.annotation
        WHERE span.annotation = ? AND span.state = 'live' AND annotation.state = 'live'
        ORDER BY span.role, span.state, span.ordinal, span.uid  -- as in the index: content comes before cue and source
        """,
        [annotation],
    ).fetchall()
    if not rows or rows[0][2] != "content":
        return "", []
    home = rows[0][0]
    return home, [_Home(uid, role, (start, end)) for text, uid, role, start, end in rows if text == home]


def _decisions(connection: sqlite3.Connection, annotation: str) -> dict[tuple[str, Span], str]:
    """What was decided about places of a record: text and place of its first content span -> verdict."""
    rows = connection.execute(
        """SELECT text, "start", "end", verdict FROM decision WHERE annotation = ? AND state = 'live'""", [annotation]
    )
    return {(text, (start, end)): verdict for text, start, end, verdict in rows}


def _decided_from_there(db: sqlite3.Connection, annotation: str, text: str, home: Span) -> list[_Settled]:
    """What was decided about a record's home as the place of other records of its kind, latest first."""
    rows = db.execute(
        """SELECT there.text, there."start", there."end", there.exact, verdict, decision."start", decision."end"
        FROM decision JOIN annotation ON annotation.uid = decision.annotation
        JOIN span AS there ON there.annotation = decision.annotation
        WHERE decision.text = ?2 AND decision.state = 'live'
            AND annotation.kind = (SELECT kind FROM annotation WHERE uid = ?1)
            AND there.role = 'content' AND there.state = 'live' ORDER BY decision.uid DESC""",
        [annotation, text],
    )
    return [_Settled(there, (a, b), words, verdict) for there, a, b, words, verdict, *at in rows if alike(home, at)]


def alike(one: Span, other: Span) -> bool:
    """Whether two spans of a text cover much the same words: more than half of all that they cover."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both > ALIKE * (max(one[1], other[1]) - min(one[0], other[0]))


def _inside(span: Span, region: Span) -> bool:
    return region[0] <= span[0] and span[1] <= region[1]


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
