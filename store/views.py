"""The records as flat rows, defined once: views that exports and other programs read alike.

A view's columns are those of the kind's export, in order: the README tells each. New ones go to the end of the row.
Rows come in document order.
"""

from __future__ import annotations

from store.merged import end, group, root
from store.model import OMISSION

_IDS = "record.uid AS id, article.uid AS article_id"

_ARTICLE = """
    article.outlet, article.published AS published, article.published_precision, article.title AS article_title,
    article.url AS article_url"""

_CONTENT = "FROM span AS part WHERE part.annotation = record.uid AND part.role = 'content' AND part.state = 'live'"


def _told(of_home: str, of_more: str) -> str:
    """A column that the first content span alone tells, or all of them: only records with more pay for looking."""
    return f"CASE WHEN more.uid IS NULL THEN {of_home} ELSE ({of_more}) END"


def _last(column: str) -> str:
    """The column of the last content span on the text of the first one."""
    return f"SELECT {column} {_CONTENT} AND part.text = home.text ORDER BY part.ordinal DESC, part.uid DESC LIMIT 1"


# Of a record whose spans stand on two versions of a text all words are told, as they were tagged; where they stand,
# of those on the text of its first one.
_EXACT = f"""SELECT group_concat(exact, '{OMISSION}') FROM (SELECT exact {_CONTENT} ORDER BY part.ordinal, part.uid)"""

_WORDS = f"""
    {_told("home.exact", _EXACT)} AS exact,
    home.prefix AS words_before, {_told("home.suffix", _last("suffix"))} AS words_after,
    home."start" AS "start", {_told('home."end"', _last('"end"'))} AS "end", home.text AS text_sha256"""


def _shown(where: str) -> str:
    """How many places of a record there are; its first content span stands at each of them."""
    return f"""CASE WHEN shown.number IS NULL THEN 0 ELSE (
        SELECT count(*) FROM place WHERE place.annotation = record.uid AND +place.span = home.uid AND {where}) END"""


_COPIES = """
        SELECT other.id, 1 AS number, home."start", home."end" FROM article AS other
        WHERE other.text = home.text AND other.state = 'live' AND other.id <> article.id
        UNION ALL SELECT other.id, number, place."start", place."end"
        FROM place CROSS JOIN article AS other ON other.text = place.text AND other.state = 'live'
        WHERE place.annotation = record.uid AND place.kind = 'copy' AND +place.span = home.uid"""
"""Where the words stand again, article by article: also in another article with the very same text."""

_PLACES = f"""
    {_shown("place.kind = 'copy' AND +place.text = home.text")} AS copies_here,
    CASE WHEN shown.number IS NULL AND twin.id IS NULL THEN 0
        ELSE (SELECT count(*) FROM ({_COPIES}) WHERE id <> article.id) END AS copies_elsewhere,
    {_shown("place.kind = 'variant'")} AS variants,
    CASE WHEN shown.number IS NULL AND twin.id IS NULL THEN '' ELSE coalesce((SELECT group_concat(told, '; ') FROM (
        SELECT id || ':' || "start" || '-' || "end" AS told FROM ({_COPIES}) ORDER BY number, id)), '') END AS places"""

_MADE = """
    record.added, coalesce(nullif(replica.name, ''), record."by") AS "by",
    (SELECT max(needs_look) FROM span AS part WHERE part.annotation = record.uid AND part.state = 'live') AS needs_look,
    article.id AS article_number"""


def _records(kind: str) -> str:
    """The record, its article, its first and, where it has more, last content span, its first place and its maker.

    Articles come first, by their index of dates: so rows stream in document order and only an article's own are sorted.
    Rows that most records lack are joined: SQLite opens the tables of a subquery anew each time.
    """
    return f"""
FROM article
CROSS JOIN annotation AS record ON record.article = article.uid AND record.kind = '{kind}' AND record.state = 'live'
CROSS JOIN {kind} ON {kind}.uid = record.uid
CROSS JOIN span AS home ON home.annotation = record.uid AND home.role = 'content' AND home.state = 'live'
LEFT JOIN span AS earlier ON earlier.annotation = record.uid AND earlier.role = 'content' AND earlier.state = 'live'
    AND (earlier.ordinal, earlier.uid) < (home.ordinal, home.uid)
LEFT JOIN span AS more ON more.annotation = record.uid AND more.role = 'content' AND more.state = 'live'
    AND (more.ordinal, more.uid) > (home.ordinal, home.uid)
    AND NOT EXISTS (SELECT 1 {_CONTENT} AND (part.ordinal, part.uid) > (more.ordinal, more.uid))
LEFT JOIN place AS shown ON shown.annotation = record.uid AND NOT EXISTS (SELECT 1 FROM place WHERE
    place.annotation = record.uid AND (place.number, place.span) < (shown.number, shown.span))
LEFT JOIN article AS twin ON twin.text = home.text AND twin.state = 'live' AND twin.id <> article.id AND NOT EXISTS (
    SELECT 1 FROM article AS other WHERE other.text = home.text AND other.state = 'live' AND other.id <> article.id
    AND other.id < twin.id)
LEFT JOIN replica ON replica.uid = record."by"
"""


def _owner(column: str) -> str:
    """The speaker that a record's column names, or the one that it was merged into."""
    return f"""
LEFT JOIN speaker AS named ON named.uid = {column}
LEFT JOIN speaker ON speaker.uid = CASE WHEN named.same_as IS NULL THEN named.uid ELSE {end(column)} END"""


_IN_DOCUMENT_ORDER = """
WHERE article.state = 'live' AND earlier.uid IS NULL
ORDER BY article.sort_date, article.id, home."start", record.uid"""

QUOTES = f"""SELECT {_IDS}, {_ARTICLE}, {_WORDS},
    speaker.name AS speaker, quote.role, quote.form,
    cue.exact AS cue,
    quote.addressee, quote.venue, quote.date_said, quote.date_said_precision, quote.translation,
    record.note, {_PLACES}, {_MADE}, speaker.uid AS speaker_id
{_records("quote")} {_owner("quote.speaker")}
LEFT JOIN span AS cue ON cue.annotation = record.uid AND cue.role = 'cue' AND cue.state = 'live' AND NOT EXISTS (
    SELECT 1 FROM span AS part WHERE part.annotation = record.uid AND part.role = 'cue' AND part.state = 'live'
    AND (part.ordinal, part.uid) < (cue.ordinal, cue.uid))
{_IN_DOCUMENT_ORDER}"""

EXACT = 2**53
"""Whole numbers below it are told without a point: "450000000", not "450000000.0"."""

_QUANTITY = f"""iif(abs(commitment.quantity) < {EXACT} AND commitment.quantity = CAST(commitment.quantity AS INTEGER),
        CAST(commitment.quantity AS INTEGER), commitment.quantity) AS quantity"""

COMMITMENTS = f"""SELECT {_IDS}, {_ARTICLE}, {_WORDS},
    speaker.name AS promisor, commitment.role, commitment.beneficiary, commitment.action,
    {_QUANTITY}, commitment.unit, commitment.deadline, commitment.deadline_precision,
    commitment.deadline_text, commitment.strength, commitment.condition, commitment.status,
    commitment.status_date, commitment.status_note, record.note, {_PLACES}, {_MADE},
    speaker.uid AS promisor_id
{_records("commitment")} {_owner("commitment.promisor")}
{_IN_DOCUMENT_ORDER}"""

_ABOUT_SPEAKER = f"""
    speaker.uid AS speaker_id, speaker.name AS speaker, speaker.kind AS speaker_kind, speaker.country,
    speaker.wikidata,
    (SELECT group_concat(name, '; ') FROM (
        SELECT uid, name FROM alias WHERE alias.speaker IN {group("speaker.uid")} AND alias.state = 'live'
        UNION ALL SELECT uid, name FROM speaker AS merged
        WHERE merged.uid IN {group("speaker.uid")} AND merged.uid <> speaker.uid ORDER BY uid)) AS aliases"""

_NOWHERE = "NULL AS id, NULL, '', '', '', '', '', '', '', '', NULL, NULL, ''"

SPEAKERS = f"""SELECT {_IDS}, {_ARTICLE}, {_WORDS}, {_ABOUT_SPEAKER}, mention.role,
    record.note, {_PLACES}, {_MADE}
{_records("mention")} {_owner("mention.speaker")}
WHERE article.state = 'live' AND earlier.uid IS NULL
UNION ALL
SELECT {_NOWHERE}, {_ABOUT_SPEAKER},
    (SELECT group_concat(title, '; ') FROM (SELECT DISTINCT title FROM role
        WHERE role.speaker IN {group("speaker.uid")} AND role.state = 'live')),
    speaker.note, 0, 0, 0, '', speaker.added, '', 0, NULL
FROM speaker WHERE speaker.state = 'live' AND speaker.uid = {root("speaker.uid")} AND NOT EXISTS (
    SELECT 1 FROM mention JOIN annotation ON annotation.uid = mention.uid
    WHERE mention.speaker IN {group("speaker.uid")} AND annotation.state = 'live')
ORDER BY published, article_number, "start", speaker"""

VIEWS = {"quotes_flat": QUOTES, "speakers_flat": SPEAKERS, "commitments_flat": COMMITMENTS}
