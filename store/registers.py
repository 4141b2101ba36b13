"""The registers: all quotes, speakers' records, commitments and undecided variants of the collection, as rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from store.analysis.sentences import sentence_spans
from store.collection import Collection
from store.merged import group
from store.model import OMISSION, PlaceKind, Span
from store.suggesting import exact_words

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """One line of the register of quotes."""

    uid: str
    published: str
    outlet: str
    speaker: str
    form: str
    copies: int
    words: str
    needs_look: bool


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    """One line of the register of commitments."""

    uid: str
    published: str
    outlet: str
    promisor: str
    action: str
    quantity: float | None
    unit: str
    deadline: str
    deadline_text: str
    status: str
    copies: int
    words: str
    needs_look: bool


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """One line of a speaker's page: a quote, commitment or mention. `said` is a quote's form, a commitment's status.

    Amount and deadline are a commitment's.
    """

    uid: str
    kind: str
    published: str
    outlet: str
    role: str
    said: str
    quantity: float | None
    unit: str
    deadline: str
    deadline_text: str
    words: str
    needs_look: bool


@dataclass(frozen=True, slots=True)
class VariantEntry:
    """A copy of a record that differs inside it: what is on record and what stands there instead, and where.

    `words` and `home` have all pieces that belong to the record, who said it and the verb of speech among them, or what
    stands in the copy for them: of the same words it may be that they are another's there, or nobody's.
    """

    uid: str
    kind: str
    article: int
    title: str
    outlet: str
    published: str
    words: str
    text: str
    start: int
    home: str
    home_title: str
    home_outlet: str
    home_published: str
    paragraph: int
    home_paragraph: int


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place where a record's words stand: its `home`, a `copy`, or a `variant` that waits for a decision.

    `start` is None where they stood in an earlier version of the article only.
    """

    article: int
    published: str
    outlet: str
    title: str
    start: int | None
    kind: PlaceKind
    words: str


def quotes(collection: Collection) -> list[QuoteEntry]:
    """All quotes in document order."""
    rows = collection.read.execute(
        "SELECT id, published, outlet, coalesce(speaker, ''), form, copies_here + copies_elsewhere, exact, "
        "needs_look FROM quotes_flat"
    )
    return [QuoteEntry(*row) for row in rows]


def commitments(collection: Collection) -> list[CommitmentEntry]:
    """All commitments in document order."""
    rows = collection.read.execute(
        "SELECT id, published, outlet, coalesce(promisor, ''), action, quantity, unit, deadline, deadline_text, "
        "status, copies_here + copies_elsewhere, exact, needs_look FROM commitments_flat"
    )
    return [CommitmentEntry(*row) for row in rows]


def variants(collection: Collection) -> list[VariantEntry]:
    """The variants that wait for a decision, in document order."""
    rows = collection.read.execute(
        """SELECT place.annotation AS uid, annotation.kind, article.id AS article, article.title, article.outlet,
            article.published, place.text, place."start", origin.title AS home_title, origin.outlet AS home_outlet,
            origin.published AS home_published, text.body, whole.body AS home_body, home."start" AS home_start,
            (SELECT json_group_array(json_array(piece.span, "start", "end")) FROM place AS piece
                WHERE piece.annotation = place.annotation AND piece.number = place.number) AS pieces,
            (SELECT json_group_array(json_array(piece.uid, "start", "end")) FROM span AS piece
                WHERE piece.annotation = place.annotation AND piece.text = home.text AND piece.state = 'live')
                AS home_pieces
        FROM place JOIN span AS home ON home.uid = place.span AND home.role = 'content'
        JOIN annotation ON annotation.uid = place.annotation
        JOIN article AS origin ON origin.uid = annotation.article
        JOIN text ON text.sha256 = place.text JOIN article ON article.text = place.text AND article.state = 'live'
        JOIN text AS whole ON whole.sha256 = home.text
        WHERE place.kind = 'variant'
            AND home.uid = (SELECT uid FROM span WHERE annotation = place.annotation
                            AND role = 'content' AND state = 'live' ORDER BY ordinal, uid LIMIT 1)
        ORDER BY article.sort_date, article.id, place."start\""""
    )
    names = [name for name, *_ in rows.description]
    return [_variant(dict(zip(names, row, strict=True))) for row in rows]


def _variant(row: dict[str, Any]) -> VariantEntry:
    """A variant, of its row: the columns of the entry, the texts of both sides, and where the pieces stand in them."""
    body, whole, home_start = row.pop("body"), row.pop("home_body"), row.pop("home_start")
    there, here = (_pieces(row.pop(name)) for name in ("pieces", "home_pieces"))
    return VariantEntry(
        **row,
        words=_joined_words(body, [*there.values(), *_stand_ins(body, there, whole, here)]),
        home=_joined_words(whole, here.values()),
        paragraph=_paragraph(body[: row["start"]]),
        home_paragraph=_paragraph(whole[:home_start]),
    )


def _pieces(told: str) -> dict[str, Span]:
    """The pieces of a record (JSON) in text order, each by its uid, but those that lie inside another."""
    pieces: dict[str, Span] = {}
    end = -1
    for uid, start, stop in sorted(json.loads(told), key=lambda piece: (piece[1], -piece[2])):
        if stop > end:
            pieces[uid], end = (start, stop), stop
    return pieces


def _stand_ins(body: str, there: dict[str, Span], whole: str, here: dict[str, Span]) -> Iterator[Span]:
    """What stands in a copy for pieces on record that it has not, and between those that stand side by side there.

    So that of the same words it is told whose they are in the copy.
    """
    kept = [(number, here[uid], there[uid]) for number, uid in enumerate(here) if uid in there]
    for (number, (_, home_end), (_, end)), (after, (home_start, _), (start, _)) in pairwise(kept):
        if after > number + 1 or not _WORD.search(whole, home_end, home_start):
            yield end, start
    (first, _, (start, _)), (last, _, (_, end)) = kept[0], kept[-1]
    if first > 0:
        line = body.rfind("\n", 0, start) + 1
        yield from ((begin, start) for begin, _ in sentence_spans(body, line, start)[-1:])
    if last < len(here) - 1:
        line_end = (body + "\n").index("\n", end)
        yield from ((end, stop) for _, stop in sentence_spans(body, end, line_end)[:1])


def _joined_words(body: str, spans: Iterable[Span]) -> str:
    """The words of spans in text order, with an omission where other words stand between two."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not _WORD.search(body, joined[-1][1], start):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return exact_words(body, joined)


def _paragraph(before: str) -> int:
    """The number of the paragraph, a line with words, in which what stands `before` a place ends."""
    *lines, _ = before.split("\n")
    return 1 + sum(not line.isspace() for line in lines if line)


def places(collection: Collection, uid: str) -> list[PlaceEntry]:
    """Where a record's words stand: its home, then its copies and variants in the order of their articles."""
    rows = collection.read.execute(
        """WITH home AS (SELECT uid, text, "start", "end" FROM span
            WHERE span.annotation = ?1 AND role = 'content' AND state = 'live' ORDER BY ordinal, uid LIMIT 1),
        shown AS (SELECT article.id, home.text, "start", "end", 'home' AS kind FROM home
            JOIN annotation ON annotation.uid = ?1 JOIN article ON article.uid = annotation.article
            UNION ALL SELECT twin.id, home.text, "start", "end", 'copy' FROM home
            JOIN annotation ON annotation.uid = ?1
            JOIN article AS twin ON twin.text = home.text AND twin.state = 'live' AND twin.uid <> annotation.article
            UNION ALL SELECT article.id, place.text, place."start", place."end", place.kind FROM home
            JOIN place ON place.annotation = ?1 AND place.span = home.uid
            JOIN article ON article.text = place.text AND article.state = 'live')
        SELECT article.id, published, outlet, title, iif(shown.text = article.text, shown."start", NULL), kind,
            substr(body, shown."start" + 1, shown."end" - shown."start")
        FROM shown JOIN article ON article.id = shown.id JOIN text ON text.sha256 = shown.text
        ORDER BY kind <> 'home', sort_date, article.id, shown."start\"""",
        [uid],
    )
    return [PlaceEntry(*row) for row in rows]


_OF_SPEAKER = f"""
    WITH owned (uid, kind, role, said, quantity, unit, deadline, deadline_text) AS (
        SELECT uid, 'quote', role, form, NULL, '', '', '' FROM quote WHERE speaker IN {group("?1")}
        UNION ALL SELECT uid, 'commitment', role, status, quantity, unit, deadline, deadline_text
            FROM commitment WHERE promisor IN {group("?1")}
        UNION ALL SELECT uid, 'mention', role, '', NULL, '', '', '' FROM mention WHERE speaker IN {group("?1")})
    SELECT owned.uid, owned.kind, article.published, article.outlet, owned.role, owned.said,
        owned.quantity, owned.unit, owned.deadline, owned.deadline_text,
        (SELECT group_concat(exact, '{OMISSION}') FROM (
            SELECT exact FROM span AS part WHERE part.annotation = owned.uid AND part.role = 'content'
                AND part.state = 'live' ORDER BY part.ordinal, part.uid)),
        (SELECT max(needs_look) FROM span AS part WHERE part.annotation = owned.uid AND part.state = 'live')
    FROM owned
    CROSS JOIN annotation AS record ON record.uid = owned.uid AND record.state = 'live'
    CROSS JOIN article ON article.uid = record.article AND article.state = 'live'
    CROSS JOIN span AS home ON home.uid = (SELECT uid FROM span WHERE annotation = owned.uid
        AND role = 'content' AND state = 'live' ORDER BY ordinal, uid LIMIT 1)
    ORDER BY article.published, article.id, home."start\""""
"""From the speaker's own records on, each found by its key; the flat views go through all articles."""


def of_speaker(collection: Collection, uid: str) -> list[SpeakerEntry]:
    """All that is on record of a speaker, and of those merged into it, in time order."""
    return [SpeakerEntry(*row) for row in collection.read.execute(_OF_SPEAKER, [uid])]


def place_of(collection: Collection, uid: str) -> tuple[int, int | None] | None:
    """Where a record stands: number of the article and offset, None in an earlier version only. None where nowhere."""
    row = collection.read.execute(
        """SELECT article.id, iif(span.text = article.text, span."start", NULL) FROM annotation
        JOIN span ON span.annotation = annotation.uid AND span.role = 'content' AND span.state = 'live'
        JOIN article ON article.uid = annotation.article AND article.state = 'live'
        WHERE annotation.state = 'live' AND annotation.uid = ?
        ORDER BY span.text <> article.text, span.ordinal, span.uid LIMIT 1""",
        [uid],
    ).fetchone()
    return row and (row[0], row[1])
