"""Which article here one that comes in is: by its text, by its address, by its file; and what has become of it.

Uniting lets articles be one: `same_as` names the one that stays, whose id is the earlier, so that there is no circle.
That one may become another in its turn.
"""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple, Self

from store.events import IMPORT, of_target

RUN, TELLING = 3, 20
"""Runs of so many words tell articles apart, where each text has so many of them."""
UNLIKE = 0.05
"""Under one address two texts are two articles where they share no more: an address is seldom used twice."""
ALIKE = 0.3
"""Under one file path they are one article where they share as much: lists are written anew in another order."""
NEAREST = 20
"""Of articles of one text so many are looked at, those first that have most in common with one that comes in."""


def is_unknown(db: sqlite3.Connection, sha256: str, canonical: str, path: str) -> bool:
    """Whether nothing here has this text, address or file, so that it need not be asked which article it is."""
    row = db.execute(
        """SELECT EXISTS (SELECT 1 FROM text WHERE sha256 = ?1)
            OR EXISTS (SELECT 1 FROM article WHERE canonical_url = ?2 AND canonical_url <> '')
            OR EXISTS (SELECT 1 FROM version WHERE path = ?3 AND path <> '')""",
        [sha256, canonical, path],
    ).fetchone()
    return not row[0]


class Told(NamedTuple):
    """What is told of an article besides its text: of each all that it was ever said to be."""

    paths: frozenset[str]
    urls: frozenset[str]
    outlets: frozenset[str]
    titles: frozenset[str]
    days: frozenset[str]

    @classmethod
    def once(cls, path: str, canonical: str, outlet: str, title: str, published: str) -> Self:
        """What an article that comes in says of itself. A place in a list is another article's in another order."""
        said = ("" if is_part(path) else path, canonical, outlet.casefold(), title, published)
        return cls(*(frozenset({one} - {""}) for one in said))

    @classmethod
    def of(cls, db: sqlite3.Connection, uid: str, *, uniting: bool = False) -> Self:
        """What imports said of an article here, and what is known of it by hand.

        Where articles are united, what was corrected by hand makes them one, but nothing else that was given by hand
        makes them two.
        """
        row = db.execute(f"SELECT {', '.join(_TOLD)} FROM article WHERE uid = ?", [uid]).fetchone()
        known, imports = dict(zip(_TOLD, row, strict=True)), said_by_imports(db, uid)
        if uniting:
            known = {name: value for name, value in known.items() if any(one.get(name) for one in imports)}
        paths = db.execute("SELECT path FROM version WHERE article = ? AND state = 'live'", [uid])
        came = [cls.once(path, "", "", "", "") for (path,) in paths]
        all_told = (*came, *(cls.once("", *(one.get(name, "") for name in _TOLD)) for one in (known, *imports)))
        return cls(*(frozenset().union(*each) for each in zip(*all_told, strict=True)))

    def is_elsewhere(self, other: Told) -> bool:
        """Whether two articles of one text are two: of other outlets, or of another title and another day.

        One file, or one address, is one article whatever else is said of it.
        """
        if self.paths & other.paths or self.urls & other.urls:
            return False
        retold = _differ(self.titles, other.titles) and self._is_of_other_days(other)
        return retold or _differ(self.outlets, other.outlets)

    def _is_of_other_days(self, other: Told) -> bool:
        """Whether both have a day and none of one's may be one of the other's, which may lack its year or its month."""
        days = ((one, another) for one in self.days for another in other.days)
        return bool(self.days and other.days) and not any(may_be_one_day(*pair) for pair in days)


_TOLD = ("canonical_url", "outlet", "title", "published")


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def may_be_one_day(one: str, other: str) -> bool:
    """Whether two days of publishing, each cut to its precision or without its year, may be the same."""
    if "--" in (one[:2], other[:2]):
        one, other = one[-5:], other[-5:]
    return one.startswith(other) or other.startswith(one)


def said_by_imports(db: sqlite3.Connection, uid: str) -> list[dict[str, str]]:
    """What each import said of an article, under whichever of its ids, the first one first."""
    events = (event for one in ids_of(db, uid) for event in of_target(db, one))
    return [json.loads(event.value) for event in events if event.op == IMPORT]


def by_text(db: sqlite3.Connection, sha256: str, told: Told, but: str = "") -> str | None:
    """The article that has had this very text, unless what is told of it makes it another one.

    Where several have had it, the one that has most in common; what has least of all with many is another one. Where
    one (uid) is to be united with another, `but` is the one, which it is not.
    """
    columns = ("version.path", "canonical_url", "lower(outlet)", "title", "published")
    nearest = ", ".join(f"max({column} IN (SELECT value FROM json_each(?))) DESC" for column in columns)
    rows = db.execute(
        f"""SELECT article.uid FROM version JOIN article ON article.uid = version.article
        WHERE version.text = ? AND version.state = 'live' AND article.state = 'live' AND article.uid <> ?
        GROUP BY article.id ORDER BY {nearest}, article.id LIMIT {NEAREST}""",
        [sha256, but, *(json.dumps([*known]) for known in told)],
    ).fetchall()
    same = (uid for (uid,) in rows if not told.is_elsewhere(Told.of(db, uid, uniting=bool(but))))
    return next(same, None)


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
        "SELECT DISTINCT article.uid, body FROM version JOIN article ON article.uid = version.article "
        "JOIN text ON text.sha256 = article.text WHERE version.path = ? AND version.path <> '' LIMIT 2",
        [path],
    ).fetchall()
    if len(rows) != 1:
        return None
    uid, body = rows[0]
    said, its = Told.once(path, "", outlet, title, ""), Told.of(db, uid)
    if _differ(said.outlets, its.outlets) or (is_part(path) and title not in (its.titles or {""})):
        return None
    return None if _unlike(body, text, ALIKE) else str(uid)


def is_part(path: str) -> bool:
    """Whether a path names a place in a list (see store/importers/files.py)."""
    return path.rpartition(":")[2].isdecimal()
