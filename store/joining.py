"""Articles that two collections have under ids of their own become one, and stay one, whatever comes later for either.

The earlier id stays, so that it is the same on both sides, whoever unites first. Versions, records, labels and reading
lists move to it, again each time that some come in for an article that has become it. What is known of the article
(title, star, current text) is worked out of the events of all that it was, those of uniting itself left aside: so
whoever has the same events comes to the same.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from store.anchors import reanchored
from store.events import IMPORT, UNITE, Change, Event, Value, append_imported, defaults, merged, of_target, standing
from store.projection import project_touched
from store.same_article import Told, became, by_text, by_url, ids_of

_ABOUT = {
    name: (name, *more)
    for name, *more in (
        ("title",), ("outlet",), ("author",), ("url", "canonical_url"), ("place",),
        ("published", "published_precision"), ("language",), ("starred",),
    )
}  # fmt: skip
"""What is known of an article, each with what is said of it in the same breath."""


def join(db: sqlite3.Connection, made: Sequence[str], before: int) -> None:
    """Let articles that came in and those that are the same here be one, inside a transaction, after all came in.

    `made` are the articles (uids) that are new here, `before` the number after which what came stands in the history.
    """
    for goes, stays in became(db).items():
        _move(db, goes, stays)
    for uid in made:
        _become_one(db, uid)
    ends = became(db)
    named = db.execute("SELECT DISTINCT target FROM event WHERE number > ? AND kind = 'article'", [before])
    for article in sorted({ends.get(uid, uid) for (uid,) in named} & set(ends.values())):
        settle(db, article)
    _anchor_anew(db)


def _become_one(db: sqlite3.Connection, uid: str) -> None:
    """Make an article that came in and the same one here, if there is one, a single article."""
    row = db.execute(
        """SELECT text, canonical_url, body FROM article JOIN text ON sha256 = text
        WHERE article.uid = ? AND state = 'live'""",
        [uid],
    ).fetchone()
    if row is None:
        return
    sha256, canonical, body = row
    earlier = db.execute("SELECT text FROM version WHERE article = ? AND state = 'live' ORDER BY uid DESC", [uid])
    texts = dict.fromkeys((sha256, *(text for (text,) in earlier.fetchall())))  # it may have had the text here before
    told = Told.of(db, uid, uniting=True)
    same = (by_text(db, text, told, but=uid) for text in texts)
    other = next(filter(None, same), None) or by_url(db, canonical, body, but=uid)[0]
    if other:
        stays, goes = sorted([uid, other])
        _keep(db, [Change("article", goes, {"state": "same", "same_as": stays})])
        _move(db, goes, stays)


def _keep(db: sqlite3.Connection, changes: Sequence[Change]) -> None:
    if changes:
        append_imported(db, changes, UNITE)
        project_touched(db, changes)


def _move(db: sqlite3.Connection, goes: str, stays: str) -> None:
    """Move all that belongs to an article to the one that it has become."""
    _keep(db, list(_moved(db, goes, stays)))
    for table in ("reading", "mark", "original_of"):
        db.execute(f"UPDATE OR IGNORE {table} SET article = ? WHERE article = ?", [stays, goes])
        db.execute(f"DELETE FROM {table} WHERE article = ?", [goes])


def _moved(db: sqlite3.Connection, goes: str, stays: str) -> Iterator[Change]:
    for table in ("version", "verdict"):
        for (uid,) in db.execute(f"SELECT uid FROM {table} WHERE article = ?", [goes]).fetchall():
            yield Change(table, uid, {"article": stays})
    for uid, kind in db.execute("SELECT uid, kind FROM annotation WHERE article = ?", [goes]).fetchall():
        yield Change(kind, uid, {"article": stays})
    for table, said in (("label", "name"), ("listing", "list || ' ' || saved")):
        twin = f"SELECT 1 FROM {table} AS other WHERE other.article = ? AND {said} = one.said AND other.state = 'live'"
        query = f"SELECT uid, EXISTS ({twin}) FROM (SELECT uid, {said} AS said FROM {table} WHERE article = ?) AS one"
        for uid, twice in db.execute(query, [stays, goes]).fetchall():
            yield Change(table, uid, {"article": stays} | ({"state": "deleted"} if twice else {}))


def settle(db: sqlite3.Connection, article: str) -> None:
    """Let an article that others have become say what all of them say, inside a transaction."""
    ids = ids_of(db, article)
    events = [event for uid in ids for event in of_target(db, uid) if event.op != UNITE]
    events.sort(key=lambda event: (event.hlc, event.actor, event.id))
    said = _about(ids, events) | {"text": _current_text(events)}
    row = db.execute(f"SELECT {', '.join(said)} FROM article WHERE uid = ?", [article]).fetchone()
    changed = {name: value for (name, value), now in zip(said.items(), row, strict=True) if value != now}
    _keep(db, [Change("article", article, changed)] if changed else [])


def _about(ids: Sequence[str], events: Sequence[Event]) -> Value:
    """What was corrected last by hand; else what the first of the articles came with that has something to say."""
    by_hand = _standing(events)
    came = [merged(event for event in events if event.target == uid and event.op == IMPORT) for uid in ids]
    unset = defaults("article")
    said: Value = {}
    for name, fields in _ABOUT.items():
        source = next((value for value in by_hand if name in value), None)
        source = source or next((value for value in came if value.get(name)), unset)
        said |= {field: source[field] for field in fields if field in source}
    return said


def _standing(events: Sequence[Event]) -> list[Value]:
    """What was done by hand and was not taken back, the latest first."""
    return [json.loads(event.value) for event in reversed(standing(events)) if event.op != IMPORT]


def _current_text(events: Sequence[Event]) -> str:
    """The text that came last, but none that another of the articles has had earlier than the one it has now."""
    texts: dict[str, list[str]] = defaultdict(list)
    came: dict[str, int] = {}
    for number, event in enumerate(events):
        if text := json.loads(event.value).get("text"):
            texts[event.target].append(text)
            came[event.target] = number

    def rank(article: str) -> tuple[bool, int]:
        text = texts[article][-1]
        return not any(text in had and text != had[-1] for had in texts.values()), came[article]

    return texts[max(texts, key=rank)][-1]


def _anchor_anew(db: sqlite3.Connection) -> None:
    """Bring spans that came in on another text than their article has now onto that, or mark them.

    What was decided about places in a text that no article has any more comes along.
    """
    left = db.execute(
        """SELECT DISTINCT article.uid, article.text FROM span JOIN annotation ON annotation.uid = span.annotation
        JOIN article ON article.uid = annotation.article
        WHERE span.state = 'live' AND span.needs_look = 0 AND span.text <> article.text
        UNION SELECT article.uid, article.text FROM (
            SELECT text FROM decision WHERE state = 'live'
            UNION SELECT text FROM hidden WHERE state = 'live') AS decided
        JOIN version ON version.text = decided.text JOIN article ON article.uid = version.article
        WHERE NOT EXISTS (SELECT 1 FROM article AS other WHERE other.text = decided.text AND other.state = 'live')
            AND article.state = 'live' ORDER BY 1"""
    ).fetchall()
    for article, sha256 in left:
        (body,) = db.execute("SELECT body FROM text WHERE sha256 = ?", [sha256]).fetchone()
        _keep(db, reanchored(db, article, sha256, body))
