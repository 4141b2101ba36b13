"""Which article here one that comes in is: by its text, by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def by_text(db: Database, sha256: str, canonical: str, outlet: str) -> str | None:
    """The article that has had this very text, unless both name an address and an outlet that differ."""
    rows = db.execute(
        "SELECT article.uid, canonical_url, outlet FROM version JOIN article ON article.uid = version.article "
        "WHERE version.text = ? AND version.state = 'live' AND article.state = 'live'",
        [sha256],
    ).fetchall()
    for uid, its_url, its_outlet in rows:
        elsewhere = canonical and its_url and canonical != its_url and outlet and its_outlet and outlet != its_outlet
        if not elsewhere:
            return str(uid)
    return None


def by_url(db: Database, canonical: str) -> str | None:
    """The article with this address, the first that came where there are several."""
    row = db.execute(
        "SELECT uid FROM article WHERE canonical_url = ? AND canonical_url <> '' AND state = 'live' "
        "ORDER BY id LIMIT 1",
        [canonical],
    ).fetchone()
    return row and str(row[0])
