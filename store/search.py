"""Answering queries: which articles fit, where the words stand in them, and what a mistyped word may have meant."""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from store import published
from store.collection import Collection
from store.deferred import deferred
from store.events import OWNER
from store.merged import root
from store.query import Part, Query, parse

if TYPE_CHECKING:
    from store import copies
    from store.analysis import spelling
    from store.completions import Completions
    from store.model import Span
else:
    copies, spelling = deferred("store.copies", "store.analysis.spelling")

PROGRESS_STEPS = 2000
"""So many steps of SQLite between two looks whether it was cancelled."""

LOOKED_THROUGH = 100_000
"""So many characters of a text are looked through for a line of context."""
BEFORE, AFTER = 28, 200
"""So many characters of a line of context stand before and after its hit."""

_RECORDED_KINDS = {"quote": "quote", "commitment": "commitment", "speaker": "mention", "note": "note"}


class Context(NamedTuple):
    """A line of a text around a hit; all empty where the words are in the title or outlet only."""

    before: str = ""
    hit: str = ""
    after: str = ""


def newest(
    collection: Collection,
    query: Query,
    limit: int,
    completions: Completions | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> array[int]:
    """The numbers of the articles added last that have the words wanted, at once. The query must want words."""
    return matching(collection, query, "article_fts.rowid DESC", limit, completions, cancelled)


def matching(
    collection: Collection,
    query: Query,
    order: str,
    limit: int = -1,
    completions: Completions | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> array[int]:
    """The numbers of the articles that have the words wanted, in an order by what the index knows."""
    source, (where, values) = "article_fts", conditions(collection, query)
    if where:  # the index alone answers faster
        source += " CROSS JOIN article ON article.id = article_fts.rowid"
    where += ["article_fts MATCH ?", "article_fts.rowid NOT IN (SELECT id FROM article WHERE state <> 'live')"]
    sql = f"SELECT article_fts.rowid FROM {source} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT {limit}"
    return select_numbers(collection, sql, [*values, query.wanted(completions)], cancelled)


def select_numbers(
    collection: Collection, sql: str, values: Sequence[object], cancelled: Callable[[], bool]
) -> array[int]:
    """What a query gives, a number a row; what was found so far once it is cancelled."""
    found = array("q")
    reader = collection.read
    reader.set_progress_handler(cancelled, PROGRESS_STEPS)
    try:
        rows = reader.execute(sql, values)
        while batch := rows.fetchmany(10_000):
            found.extend([number for (number,) in batch])
    except sqlite3.OperationalError:
        if not cancelled():
            raise
    finally:
        reader.set_progress_handler(None, 0)
    return found


def conditions(collection: Collection, query: Query) -> tuple[list[str], list[object]]:
    """What a row of the table `article` must fulfil besides having the words wanted, as SQL with its values."""
    where: list[str] = []
    values: list[object] = []
    if query.unwanted:
        where.append("article.id NOT IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)")
        values.append(query.unwanted)
    for part in query.conditions:
        condition, given = _condition(collection, part)
        where.append(f"NOT ({condition})" if part.excluded else condition)
        values += given
    return where, values


def _condition(collection: Collection, part: Part) -> tuple[str, Sequence[object]]:
    """A part as SQL. Dates are looked for by `sort_date`, which the index has: `published` where the year is known."""
    match part.field:
        case "after":
            since, values = published.since(part.value)
            return f"sort_date >= ? AND {since}", [part.value[: len("2031")], *values]
        case "before":
            before, values = published.before(part.value)
            return f"sort_date < ? AND {before}", [*values, *values]
        case "has":
            kind = _RECORDED_KINDS[part.value]
            return "article.uid IN (SELECT article FROM annotation WHERE kind = ? AND state = 'live')", [kind]
        case "speaker":
            return _on_record(_speakers_named(collection, part))
        case "label":
            return "article.uid IN (SELECT value FROM json_each(?))", [json.dumps(_labelled(collection, part))]
        case _ if part.value == "starred":
            return "article.starred = 1", []
        case _ if part.value == "new":
            old = json.dumps(list(copies.nothing_new(collection)))
            return f"NOT {_READ} AND article.id NOT IN (SELECT value FROM json_each(?))", [old]
        case _:
            return (f"NOT {_READ}" if part.value == "unread" else _READ), []


_READ = "EXISTS (SELECT 1 FROM reading WHERE reading.article = article.uid AND read = 1)"


def _on_record(speakers: Sequence[str]) -> tuple[str, Sequence[str]]:
    """That a record of one of these speakers is at home in an article, or stands there in a copy of its passage."""
    among = f"({', '.join('?' * len(speakers))})"
    theirs = " UNION ALL ".join(f"SELECT uid FROM {kind} WHERE {column} IN {among}" for kind, column in OWNER.items())
    articles = f"""WITH theirs (uid) AS ({theirs})
        SELECT article FROM annotation JOIN theirs USING (uid) WHERE state = 'live'
        UNION SELECT version.article FROM theirs JOIN place ON place.annotation = theirs.uid AND place.kind = 'copy'
        JOIN version ON version.text = place.text AND version.state = 'live'
        JOIN article AS there ON there.uid = version.article AND there.text = version.text"""
    return f"article.uid IN ({articles})", [*speakers] * len(OWNER)


def _speakers_named(collection: Collection, part: Part) -> list[str]:
    """The speakers of whose name or alias the words are part, and those merged with them."""
    named = re.compile(spelling.pattern(part.value, unfinished=part.unfinished), re.IGNORECASE)
    rows = collection.read.execute(
        f"""SELECT uid, {root("speaker.uid")}, name FROM speaker WHERE state = 'live'
        UNION ALL SELECT speaker, {root("alias.speaker")}, name FROM alias WHERE state = 'live'"""
    ).fetchall()
    found = {one for _, one, name in rows if named.search(name)}
    return sorted({uid for uid, one, _ in rows if one in found})


def _labelled(collection: Collection, part: Part) -> list[str]:
    """The articles one of whose labels has the words in it."""
    named = re.compile(spelling.pattern(part.value, unfinished=part.unfinished), re.IGNORECASE)
    rows = collection.read.execute("SELECT article, name FROM label WHERE state = 'live'")
    return [article for article, name in rows if named.search(name)]


# Where the words stand


def hits_in(text: str, query: Query) -> list[Span]:
    """Where the words and phrases that a query wants stand in a text, in order."""
    pattern = _any_of(query)
    return [found.span() for found in pattern.finditer(text)] if pattern else []


def find_in_text(text: str, typed: str) -> list[Span]:
    """Where the typed letters stand in a text, in any case, with or without accents, whatever the blanks between."""
    pattern = spelling.pattern(typed, inside=True)
    return [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []


def contexts(collection: Collection, query: Query, numbers: Sequence[int]) -> dict[int, Context]:
    """A line of context around the first hit in each of these articles, by number."""
    pattern = _any_of(query)
    if pattern is None:
        return {}
    rows = collection.read.execute(
        f"""SELECT article.id, substr(body, 1, {LOOKED_THROUGH}) FROM article JOIN text ON sha256 = article.text
        WHERE article.id IN ({", ".join("?" * len(numbers))})""",
        list(numbers),
    )
    return {number: _context(body, pattern.search(body)) for number, body in rows}


def _any_of(query: Query) -> re.Pattern[str] | None:
    patterns = [spelling.pattern(part.value, unfinished=part.unfinished) for part in query.words]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _context(body: str, found: re.Match[str] | None) -> Context:
    if found is None:
        return Context()
    start, end = found.span()
    before = body[max(0, start - BEFORE) : start]
    if start > BEFORE:
        before = "…" + before[before.find(" ") + 1 :]
    return Context(*(re.sub(r"\s+", " ", words) for words in (before, body[start:end], body[end : end + AFTER])))


# What was meant

SHORTEST = 3
"""Shorter words are anything's neighbours."""


def did_you_mean(collection: Collection, typed: str, completions: Completions) -> str:
    """What was typed with each word that stands nowhere replaced by a common one a letter away; "" for no idea."""
    from store.completions import one_letter_away

    corrected = typed
    for part in reversed(parse(typed).words):  # from the end, so that the places before it stay
        spelt = spelling.words(part.value)
        if len(spelt) == 1 and len(spelt[0]) >= SHORTEST and not _stands(collection, part):
            near = list(one_letter_away(spelt[0].casefold()))
            better = completions.commonest(near) or _standing(collection, near)
            if not better:
                return ""
            better = better.capitalize() if part.value[0].isupper() else better
            corrected = corrected[: part.start] + better + corrected[part.start + len(part.value) :]
    return "" if corrected == typed else corrected.strip()


def _standing(collection: Collection, words: Iterable[str]) -> str:
    """The first of these words that stands anywhere."""
    return next((word for word in words if _stands(collection, Part("", word))), "")


def _stands(collection: Collection, part: Part) -> bool:
    found = collection.read.execute("SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT 1", [part.expression()])
    return found.fetchone() is not None
