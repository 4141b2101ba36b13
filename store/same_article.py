"""Which article here one that comes in is: by its text, by its address, by its file; and what has become of it.

Uniting lets articles be one: `same_as` names the one that stays, whose id is the earlier, so that there is no circle.
That one may become another in its turn.
"""

from __future__ import annotations

import sqlite3

RUN, TELLING = 3, 20
"""Runs of so many words tell articles apart, where each text has so many of them."""
UNLIKE = 0.05
"""Under one address two texts are two articles where they share no more: an address is seldom used twice."""
ALIKE = 0.3
"""Under one file path they are one article where they share as much: lists are written anew in another order."""


def is_unknown(db: sqlite3.Connection, sha256: str, canonical: str, path: str) -> bool:
    """Whether nothing here has this text, address or file, so that it need not be asked which article it is."""
    row = db.execute(
        """SELECT EXISTS (SELECT 1 FROM text WHERE sha256 = ?1)
            OR EXISTS (SELECT 1 FROM article WHERE canonical_url = ?2 AND canonical_url <> '')
            OR EXISTS (SELECT 1 FROM version WHERE path = ?3 AND path <> '')""",
        [sha256, canonical, path],
    ).fetchone()
    return not row[0]


def by_text(db: sqlite3.Connection, sha256: str, canonical: str, outlet: str, but: str = "") -> str | None:
    """The article that has had this very text, unless both name an address and an outlet that differ.

    `but` is an article (uid) that it is not.
    """
    rows = db.execute(
        "SELECT article.uid, canonical_url, outlet FROM version JOIN article ON article.uid = version.article "
        "WHERE version.text = ? AND version.state = 'live' AND article.state = 'live' AND article.uid <> ?",
        [sha256, but],
    ).fetchall()
    for uid, its_url, its_outlet in rows:
        elsewhere = canonical and its_url and canonical != its_url and outlet and its_outlet and outlet != its_outlet
        if not elsewhere:
            return str(uid)
    return None


def returned(db: sqlite3.Connection, article: str, sha256: str, path: str) -> bool:
    """Whether the file of an article, which had another text when it last came, has this earlier one again."""
    row = db.execute(
        """SELECT version.text, article.text FROM version JOIN article ON article.uid = version.article
        WHERE version.path = ? AND version.path <> '' AND version.article = ? AND version.state = 'live'
        ORDER BY version.uid DESC LIMIT 1""",
        [path, article],
    ).fetchone()
    return row is not None and sha256 not in row


def by_url(db: sqlite3.Connection, canonical: str, text: str, but: str = "") -> tuple[str | None, bool]:
    """The first article with this address whose text is not another one altogether; and whether there are such.

    `but` is an article (uid) that it is not.
    """
    rows = db.execute(
        "SELECT uid, body FROM article JOIN text ON sha256 = article.text "
        "WHERE canonical_url = ? AND canonical_url <> '' AND state = 'live' AND uid <> ? ORDER BY article.id",
        [canonical, but],
    ).fetchall()
    found = next((str(uid) for uid, body in rows if not _unlike(body, text)), None)
    return found, bool(rows)


_BECAME = """WITH RECURSIVE became (uid, is_now) AS (
        SELECT uid, same_as FROM article WHERE state = 'same' AND {}
        UNION SELECT became.uid, same_as FROM became JOIN article ON article.uid = is_now AND state = 'same')
    SELECT became.uid, is_now FROM became JOIN article ON article.uid = is_now AND state = 'live'"""


def became(db: sqlite3.Connection) -> dict[str, str]:
    """The articles that are another one by now, each with the live one that it has become."""
    return dict(db.execute(_BECAME.format("TRUE")).fetchall())


def living(db: sqlite3.Connection, uid: str) -> str:
    """The live article that one has become; itself where it has become no other."""
    row = db.execute(_BECAME.format("uid = ?"), [uid]).fetchone()
    return str(row[1]) if row else uid


def ids_of(db: sqlite3.Connection, uid: str) -> list[str]:
    """All ids of an article: its own, then in order those of the articles that have become it."""
    rows = db.execute(
        """WITH RECURSIVE one (uid) AS (SELECT ?1
            UNION SELECT article.uid FROM one JOIN article ON same_as = one.uid AND state = 'same')
        SELECT uid FROM one ORDER BY uid <> ?1, uid""",
        [uid],
    )
    return [one for (one,) in rows.fetchall()]


def _unlike(old: str, new: str, least: float = UNLIKE) -> bool:
    """Whether two texts have less than the least share of their runs of words in common; of a few nobody can tell."""
    one, other = _runs(old), _runs(new)
    fewer = min(len(one), len(other))
    return fewer >= TELLING and len(one & other) < least * fewer


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(*(words[k:] for k in range(RUN)), strict=False))


def by_path(db: sqlite3.Connection, path: str, outlet: str, title: str, text: str) -> str | None:
    """The one article that came from this file, if its outlet is the same and its text has runs of words in common.

    A place in a list, `FILE:7`, is another article's as soon as the list is in another order: the title decides there.
    """
    rows = db.execute(
        "SELECT DISTINCT article.uid, outlet, title, body FROM version JOIN article ON article.uid = version.article "
        "JOIN text ON text.sha256 = article.text WHERE version.path = ? AND version.path <> '' LIMIT 2",
        [path],
    ).fetchall()
    if len(rows) != 1:
        return None
    uid, its_outlet, its_title, body = rows[0]
    if (its_outlet and outlet and its_outlet != outlet) or (is_part(path) and its_title != title):
        return None
    return None if _unlike(body, text, ALIKE) else str(uid)


def is_part(path: str) -> bool:
    """Whether a path names a place in a list (see store/importers/files.py)."""
    return path.rpartition(":")[2].isdecimal()
