"""Records as they stand, read from the tables: their fields, where they are anchored, how often they are copied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from store.events import KINDS
from store.merged import root
from store.model import Anchor, Record, RecordKind, Span


def select(connection: sqlite3.Connection, where: str, values: Sequence[str]) -> Iterator[Record]:
    """The live records that fulfil a condition on their row of `annotation`, in the order they were made."""
    rows = connection.execute(
        f"""SELECT uid, kind, article, note, added, "by" FROM annotation
        WHERE {where} AND state = 'live' ORDER BY added, uid""",
        values,
    ).fetchall()
    for uid, kind, article, note, added, by in rows:
        anchors = _anchors(connection, uid)
        home = anchors[0].text if anchors else ""
        yield Record(
            uid=uid, kind=kind, article=article, note=note, added=added, by=by,
            fields=_fields(connection, kind, uid), anchors=anchors, **_counts(connection, uid, article, home),
        )  # fmt: skip


def on_span(connection: sqlite3.Connection, kind: RecordKind, sha256: str, span: Span) -> Iterator[Record]:
    """The records of a kind whose content is just this span, at home or a copy."""
    rows = connection.execute(
        """SELECT annotation.uid FROM span JOIN annotation ON annotation.uid = span.annotation
        WHERE span.text = ?1 AND span."start" = ?2 AND span."end" = ?3 AND span.role = 'content'
            AND span.state = 'live' AND annotation.state = 'live' AND annotation.kind = ?4
        UNION ALL SELECT annotation.uid FROM place JOIN span ON span.uid = place.span
        JOIN annotation ON annotation.uid = place.annotation
        WHERE place.text = ?1 AND place."start" = ?2 AND place."end" = ?3 AND place.kind = 'copy'
            AND span.role = 'content' AND annotation.kind = ?4""",
        [sha256, *span, kind],
    )
    for (uid,) in rows.fetchall():
        (record,) = select(connection, "annotation.uid = ?", [uid])
        if len(record.content) == 1:
            yield record


def _anchors(connection: sqlite3.Connection, annotation: str) -> tuple[Anchor, ...]:
    rows = connection.execute(
        """SELECT uid, role, ordinal, text, "start", "end", exact, prefix, suffix, method, score, needs_look
        FROM span WHERE annotation = ? AND state = 'live' ORDER BY role <> 'content', role, ordinal, uid""",
        [annotation],
    )
    return tuple(Anchor(*(*row[:11], bool(row[11]))) for row in rows)


def _fields(connection: sqlite3.Connection, kind: str, uid: str) -> dict[str, str | float | None]:
    if kind == "note":
        return {}
    names = KINDS[kind][kind]
    columns = ", ".join(root(f"{kind}.{name}") if name in ("speaker", "promisor") else name for name in names)
    row = connection.execute(f"SELECT {columns} FROM {kind} WHERE uid = ?", [uid]).fetchone()
    return dict(zip(names, row, strict=True))


def _counts(connection: sqlite3.Connection, uid: str, article: str, home: str) -> dict[str, int]:
    """Copies in its own text; in other articles, those with the very same text among them; and variants."""
    row = connection.execute(
        """WITH copy AS (SELECT DISTINCT number, text FROM place WHERE annotation = ?1 AND kind = 'copy')
        SELECT (SELECT count(*) FROM copy WHERE text = ?3),
            (SELECT count(*) FROM (SELECT text FROM copy UNION ALL SELECT ?3 AS text) AS at
                JOIN article ON article.text = at.text AND article.state = 'live' AND article.uid <> ?2),
            (SELECT count(DISTINCT number) FROM place WHERE annotation = ?1 AND kind = 'variant')""",
        [uid, article, home],
    ).fetchone()
    return dict(zip(("copies_here", "copies_elsewhere", "variants"), row, strict=True))
