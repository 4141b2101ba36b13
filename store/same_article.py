"""Which article here one that comes in is: by its text, by its address, by its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

ALIKE = 0.5
"""Share of common words from which the same file path means the same article, its text changed."""
RUN, TELLING, UNLIKE = 3, 20, 0.05
"""Under one address two texts are two articles where each has so many runs of so many words, and they share no more."""


def by_text(db: Database, sha256: str, canonical: str, outlet: str, but: str = "") -> str | None:
    """The article that has had this very text, unless both name an address and an outlet that differ.

    `but` is an article (uid) that it is not.
    """
    rows = db.conn.execute(
        "SELECT article.uid, canonical_url, outlet FROM version JOIN article ON article.uid = version.article "
        "WHERE version.text = ? AND version.state = 'live' AND article.state = 'live' AND article.uid <> ?",
        [sha256, but],
    ).fetchall()
    for uid, its_url, its_outlet in rows:
        elsewhere = canonical and its_url and canonical != its_url and outlet and its_outlet and outlet != its_outlet
        if not elsewhere:
            return str(uid)
    return None


def returned(db: Database, article: str, sha256: str, path: str) -> bool:
    """Whether the file of an article, which had another text when it last came, has this earlier one again."""
    row = db.conn.execute(
        """SELECT version.text, article.text FROM version JOIN article ON article.uid = version.article
        WHERE version.path = ? AND version.path <> '' AND version.article = ? AND version.state = 'live'
        ORDER BY version.uid DESC LIMIT 1""",
        [path, article],
    ).fetchone()
    return row is not None and sha256 not in row


def by_url(db: Database, canonical: str, text: str, but: str = "") -> tuple[str | None, bool]:
    """The first article with this address whose text is not another one altogether; and whether there are such.

    `but` is an article (uid) that it is not.
    """
    rows = db.conn.execute(
        "SELECT uid, body FROM article JOIN text ON sha256 = article.text "
        "WHERE canonical_url = ? AND canonical_url <> '' AND state = 'live' AND uid <> ? ORDER BY article.id",
        [canonical, but],
    ).fetchall()
    found = next((str(uid) for uid, body in rows if not _unlike(body, text)), None)
    return found, bool(rows)


def _unlike(old: str, new: str) -> bool:
    """Whether two texts have next to no run of words in common; of a few words nobody can tell."""
    one, other = _runs(old), _runs(new)
    fewer = min(len(one), len(other))
    return fewer >= TELLING and len(one & other) < UNLIKE * fewer


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(*(words[k:] for k in range(RUN)), strict=False))


def by_path(db: Database, path: str, outlet: str, text: str) -> str | None:
    """The one article that came from this file, if its outlet is the same and its text mostly the same words."""
    rows = db.conn.execute(
        "SELECT DISTINCT article.uid, outlet, body FROM version JOIN article ON article.uid = version.article "
        "JOIN text ON text.sha256 = article.text WHERE version.path = ? AND version.path <> '' LIMIT 2",
        [path],
    ).fetchall()
    if len(rows) != 1:
        return None
    uid, its_outlet, body = rows[0]
    if its_outlet and outlet and its_outlet != outlet:
        return None
    old, new = set(body.split()), set(text.split())
    return str(uid) if len(old & new) >= ALIKE * max(1, min(len(old), len(new))) else None
