"""The records as flat rows, defined once: views that exports and other programs read alike.

A view's columns are those of the kind's export, in order, then `needs_look` (1 where a re-import left a
place to be looked at) and `article_order`; rows come in document order.
"""

from __future__ import annotations

from store.merged import group, root

_IDS = "record.uid AS id, article.uid AS article_id"

_ARTICLE = """
    article.outlet, article.published, article.published_precision, article.title AS article_title,
    article.url AS article_url"""

# One content span is the rule; only records with more pay for joining their words. Of a record whose spans stand on
# two versions of a text, those on the text of its first one are told.
_WORDS = """
    CASE WHEN home.uid = final.uid THEN home.exact ELSE
        (SELECT group_concat(exact, ' […] ') FROM (SELECT exact FROM span AS part
            WHERE part.annotation = record.uid AND part.role = 'content' AND part.state = 'live'
            AND part.text = home.text ORDER BY part.ordinal)) END AS exact,
    home.prefix AS words_before, final.suffix AS words_after, home."start" AS "start", final."end" AS "end",
    home.text AS text_sha256"""

_PLACES = """
    (SELECT count(DISTINCT number) FROM place WHERE place.annotation = record.uid
        AND place.kind = 'copy' AND +place.text = home.text) AS copies_here,
    (SELECT count(DISTINCT number) FROM place WHERE place.annotation = record.uid
        AND place.kind = 'copy' AND +place.text <> home.text) AS copies_elsewhere,
    (SELECT count(DISTINCT number) FROM place WHERE place.annotation = record.uid
        AND place.kind = 'variant') AS variants,
    coalesce((SELECT group_concat(told, '; ') FROM (
        SELECT other.id || ':' || place."start" || '-' || place."end" AS told
        FROM place CROSS JOIN article AS other ON other.text = place.text AND other.state = 'live'
        WHERE place.annotation = record.uid AND place.kind = 'copy' AND +place.span = home.uid
        ORDER BY number, other.id)), '') AS places"""

_MADE = """
    record.added, coalesce(nullif(replica.name, ''), record."by") AS "by",
    (SELECT max(needs_look) FROM span AS part WHERE part.annotation = record.uid AND part.role = 'content'
        AND part.state = 'live') AS needs_look, article.id AS article_order"""


def _records(kind: str) -> str:
    """The record, its article, first and last content span and maker.

    Articles come first, by their index of dates: so rows stream in document order and only an article's own are sorted.
    """
    return f"""
FROM article
CROSS JOIN annotation AS record ON record.article = article.uid AND record.kind = '{kind}' AND record.state = 'live'
CROSS JOIN {kind} ON {kind}.uid = record.uid
CROSS JOIN span AS home ON home.annotation = record.uid AND home.role = 'content' AND home.state = 'live'
    AND home.ordinal = (SELECT min(ordinal) FROM span AS part WHERE part.annotation = record.uid
        AND part.role = 'content' AND part.state = 'live')
CROSS JOIN span AS final ON final.annotation = record.uid AND final.role = 'content' AND final.state = 'live'
    AND final.ordinal = (SELECT max(ordinal) FROM span AS part WHERE part.annotation = record.uid
        AND part.role = 'content' AND part.state = 'live' AND part.text = home.text) AND final.text = home.text
LEFT JOIN replica ON replica.uid = record."by"
"""


_IN_DOCUMENT_ORDER = """
WHERE article.state = 'live'
ORDER BY article.sort_date, article.id, home."start", record.uid"""

QUOTES = f"""SELECT {_IDS}, {_ARTICLE}, {_WORDS},
    speaker.name AS speaker, quote.role, quote.form,
    (SELECT exact FROM span AS part WHERE part.annotation = record.uid AND part.role = 'cue'
        AND part.state = 'live' ORDER BY part.ordinal LIMIT 1) AS cue,
    quote.addressee, quote.venue, quote.date_said, quote.date_said_precision, quote.translation,
    record.note, {_PLACES}, {_MADE}
{_records("quote")} LEFT JOIN speaker ON speaker.uid = {root("quote.speaker")}
{_IN_DOCUMENT_ORDER}"""

COMMITMENTS = f"""SELECT {_IDS}, {_ARTICLE}, {_WORDS},
    speaker.name AS promisor, commitment.role, commitment.beneficiary, commitment.action,
    commitment.quantity, commitment.unit, commitment.deadline, commitment.deadline_precision,
    commitment.deadline_text, commitment.strength, commitment.condition, commitment.status,
    commitment.status_date, commitment.status_note, record.note, {_PLACES}, {_MADE}
{_records("commitment")} LEFT JOIN speaker ON speaker.uid = {root("commitment.promisor")}
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
{_records("mention")} LEFT JOIN speaker ON speaker.uid = {root("mention.speaker")}
WHERE article.state = 'live'
UNION ALL
SELECT {_NOWHERE}, {_ABOUT_SPEAKER},
    (SELECT group_concat(title, '; ') FROM role
        WHERE role.speaker IN {group("speaker.uid")} AND role.state = 'live'),
    speaker.note, 0, 0, 0, '', speaker.added, '', 0, NULL
FROM speaker WHERE speaker.state = 'live' AND speaker.uid = {root("speaker.uid")} AND NOT EXISTS (
    SELECT 1 FROM mention JOIN annotation ON annotation.uid = mention.uid
    WHERE mention.speaker IN {group("speaker.uid")} AND annotation.state = 'live')
ORDER BY published, article_order, "start", speaker"""

VIEWS = {"quotes_flat": QUOTES, "speakers_flat": SPEAKERS, "commitments_flat": COMMITMENTS}
