"""What the screen and the command line show of passages: where an article's words stand too, and since when.

"First seen" is the earliest member in this collection, by day of publication and then by when it was added.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from store.deferred import deferred

if TYPE_CHECKING:
    from store import boilerplate
    from store.analysis import meaning, sentences
    from store.collection import Collection
    from store.model import Span
else:
    boilerplate, meaning, sentences = deferred(
        "store.boilerplate", "store.analysis.meaning", "store.analysis.sentences"
    )

BOILERPLATE_ARTICLES = 5
BOILERPLATE_SHARE = 0.8
"""So many articles, and of them such a share from one outlet, make a passage that outlet's boilerplate."""
SEEN = 0.9
"""Share of a text that has to stand in articles that were read, for nothing in it to be new."""

MOST_ALIKE = 1000
"""So many articles are listed as alike at most."""

ORDERS = {
    "members": "members DESC, outlets DESC, o.passage",
    "outlets": "outlets DESC, members DESC, o.passage",
    "days": "julianday(max(known)) - julianday(min(known)) DESC, members DESC, o.passage",
}
"""The orders of the list of passages."""

FIRST_SEEN = "substr(article.sort_date || '-01-01', 1, 10), article.added, article.id"
"""The order of articles by which one of them has a passage first; of an unknown day that of its import counts."""

_PLACES = """
    FROM occurrence AS o JOIN text ON text.id = o.text
    JOIN (SELECT *,
            CASE WHEN published GLOB '[0-9]*' THEN substr(published || '-01-01', 1, 10) END AS dated,
            CASE WHEN published GLOB '[0-9]*-*-*' THEN published END AS known
        FROM article WHERE state = 'live') AS article
        ON article.text = text.sha256 """
_LENGTH = "length(body) AS length, CASE WHEN body GLOB '---*' THEN substr(body, 1, 10000) END AS beginning"
"""A text's length and, where it may open with a block of fields, its beginning: what `_without_fields` takes."""


class Member(NamedTuple):
    """One place of a passage. `day` is when its article was published, the first of a month or year; "" if unknown."""

    article: int
    uid: str
    title: str
    outlet: str
    published: str
    day: str
    start: int
    end: int


class Region(NamedTuple):
    """A stretch of an article's text that stands elsewhere too.

    `copy_of` is the first place of the same words in this text, None for that place itself; `articles` counts the
    other articles that have them, `first` is where they were first seen, `boilerplate` an outlet's name or empty.
    `edited` tells whether its words are others than there: than at `copy_of`, else at `first`; `undated` whether an
    article has them whose year is not known, so that it may have had them first.
    """

    passage: int
    start: int
    end: int
    copy_of: Span | None
    articles: int
    first: Member
    boilerplate: str
    hidden: bool
    edited: bool
    undated: bool


class PassageRow(NamedTuple):
    """One line of the list of passages. `dates` are the days known of its members, `days` what lies between them.

    A month or year is no such day; `undated` tells whether a member has not even a year.
    """

    id: int
    words: int
    members: int
    articles: int
    outlets: int
    days: int
    dates: tuple[str, ...]
    identity: float
    first: Member
    text: str
    boilerplate: str
    hidden: bool
    undated: bool


def members(collection: Collection, passage: int) -> list[Member]:
    """The places of a passage, first seen first."""
    return list(_members(collection.read, passage))


def _members(reader: sqlite3.Connection, passage: int) -> Iterator[Member]:
    rows = reader.execute(
        f"""SELECT article.id, article.uid, title, outlet, published, coalesce(dated, ''), o."start", o."end" {_PLACES}
        WHERE o.passage = ? ORDER BY {FIRST_SEEN}, o."start\"""",
        [passage],
    )
    return (Member(*row) for row in rows)


def regions(collection: Collection, article: int) -> list[Region]:
    """What of an article's text stands elsewhere too, in text order."""
    reader = collection.read
    places = reader.execute(
        f'SELECT o.passage, o."start", o."end" {_PLACES} WHERE article.id = ? ORDER BY o."start", o."end" DESC',
        [article],
    ).fetchall()
    hidden = boilerplate.hidden_passages(reader)
    among = {passage: list(_members(reader, passage)) for passage in {row[0] for row in places}}
    known = {passage: _Known(those, article) for passage, those in among.items() if len(those) > 1}
    words = _Words(reader)
    here: dict[int, Span] = {}
    found = []
    for passage, start, end in (place for place in places if place[0] in known):
        original = here.setdefault(passage, (start, end))
        first = known[passage].first
        place = article, start, end
        before = (first.article, first.start, first.end) if original == (start, end) else (article, *original)
        found.append(
            Region(
                passage=passage,
                start=start,
                end=end,
                copy_of=None if original == (start, end) else original,
                articles=known[passage].articles,
                first=first,
                boilerplate=known[passage].boilerplate,
                hidden=passage in hidden,
                edited=place != before and words.at(*place) != words.at(*before),
                undated=known[passage].undated,
            )
        )
    return found


class _Words:
    """What the words of places mean, each text read once."""

    def __init__(self, reader: sqlite3.Connection) -> None:
        self._reader = reader
        self._texts: dict[int, str] = {}

    def at(self, article: int, start: int, end: int) -> str:
        """The essence of the words at a place of an article; "" once it is gone."""
        if article not in self._texts:
            row = self._reader.execute(
                "SELECT body FROM article JOIN text ON text.sha256 = article.text WHERE article.id = ?", [article]
            ).fetchone()
            self._texts[article] = row[0] if row else ""
        return meaning.essence(self._texts[article][start:end])


class _Known:
    """What is alike of all places of a passage, as seen from an article."""

    def __init__(self, among: Sequence[Member], article: int) -> None:
        self.first = among[0]
        self.articles = len({member.article for member in among} - {article})
        self.boilerplate = _boilerplate(among)
        self.undated = _has_undated(among)


def _has_undated(among: Sequence[Member]) -> bool:
    return not all(member.day for member in among)


def _boilerplate(among: Sequence[Member]) -> str:
    """The outlet whose boilerplate a passage is, or empty."""
    outlets = Counter(outlet for _, outlet in {(member.article, member.outlet) for member in among})
    outlet, count = outlets.most_common(1)[0]
    return outlet if count >= BOILERPLATE_ARTICLES and count >= BOILERPLATE_SHARE * outlets.total() else ""


def count(collection: Collection) -> int:
    """How many passages there are, but for those of which all places but one are in texts that no article has."""
    row = collection.read.execute(
        """SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT passage FROM occurrence
            WHERE text IN (SELECT text FROM compared WHERE needed = 1 AND articles = 0)) AS doubtful
            WHERE (SELECT sum(articles) FROM occurrence JOIN compared USING (text)
                WHERE occurrence.passage = doubtful.passage) < 2) FROM passage"""
    ).fetchone()
    return int(row[0])


def ranked(collection: Collection, order: str = "members", limit: int = -1, *, hidden: bool = False) -> list[int]:
    """Numbers of the passages in one of ORDERS, the hidden ones only where asked for."""
    rows = collection.read.execute(
        f"""SELECT o.passage, count(*) AS members, count(DISTINCT nullif(outlet, '')) AS outlets {_PLACES}
        GROUP BY o.passage HAVING count(*) > 1 ORDER BY {ORDERS[order]}"""
    )
    left_out = set() if hidden else boilerplate.hidden_passages(collection.read)
    numbers = [passage for passage, *_ in rows if passage not in left_out]
    return numbers if limit < 0 else numbers[:limit]


def rows(collection: Collection, passages: Iterable[int]) -> Iterator[PassageRow]:
    """The list's lines for these passages, in this order; those that are gone are left out."""
    reader = collection.read
    hidden = boilerplate.hidden_passages(reader)
    for passage in passages:
        among = list(_members(reader, passage))
        if len(among) > 1:
            yield _row(reader, passage, among, passage in hidden)


def _row(reader: sqlite3.Connection, passage: int, among: list[Member], hidden: bool) -> PassageRow:
    first = among[0]
    dates = sorted(member.published for member in among if member.published == member.day != "")
    text, identity, days = reader.execute(
        """SELECT substr(body, ?1 + 1, ?2 - ?1),
            (SELECT min(identity) FROM part JOIN pair ON one = part.id WHERE passage = ?3),
            CAST(julianday(?4) - julianday(?5) AS INTEGER)
        FROM article JOIN text ON text.sha256 = article.text WHERE article.id = ?6""",
        [first.start, first.end, passage, *(dates[-1:] or [""]), *(dates[:1] or [""]), first.article],
    ).fetchone()
    return PassageRow(
        id=passage,
        words=len(text.split()),
        members=len(among),
        articles=len({member.article for member in among}),
        outlets=len({member.outlet for member in among if member.outlet}),
        days=days or 0,
        dates=tuple(dates),
        identity=identity,
        first=first,
        text=text,
        boilerplate=_boilerplate(among),
        hidden=hidden,
        undated=_has_undated(among),
    )


def recycled(collection: Collection, articles: Sequence[int]) -> dict[int, float]:
    """The share of each article's text that stands in other articles too, 0..1; articles without any are left out."""
    marks = ",".join("?" * len(articles))
    found = collection.read.execute(
        f"""SELECT article.id, {_LENGTH}, o."start", o."end" {_PLACES} WHERE article.id IN ({marks}) AND EXISTS (
            SELECT 1 FROM occurrence AS other JOIN compared ON compared.text = other.text AND articles > 0
            WHERE other.passage = o.passage AND other.text <> o.text
            UNION ALL SELECT 1 FROM article AS twin
            WHERE twin.text = text.sha256 AND twin.state = 'live' AND twin.id <> article.id)""",
        list(articles),
    )
    return _shares(_without_fields(found))


def _without_fields(
    places: Iterable[tuple[int, int, str | None, int, int]],
) -> Iterator[tuple[int, int, int, int]]:
    """Places (article, length of its text, start, end) as though no text opened with fields: they are no news."""
    for article, length, beginning, start, end in places:
        fields = sentences.front_matter_end(beginning) if beginning else 0
        yield article, length - fields or 1, max(start, fields), max(end, fields)


def _shares(places: Iterable[tuple[int, int, int, int]]) -> dict[int, float]:
    """Of places (article, length of its text, start, end) the share of each text that they cover."""
    spans: dict[int, list[Span]] = defaultdict(list)
    lengths: dict[int, int] = {}
    for article, length, start, end in places:
        spans[article].append((start, end))
        lengths[article] = length
    return {article: characters(found) / lengths[article] for article, found in spans.items()}


def characters(spans: Iterable[Span]) -> int:
    """How many characters some spans cover."""
    total = reached = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


class Alike(NamedTuple):
    """Another article and how much it has in common with one: the share of that one's text that stands in it, 0..1."""

    number: int
    title: str
    outlet: str
    published: str
    share: float


def alike(collection: Collection, article: int) -> list[Alike]:
    """The articles that have words of an article's text too, the MOST_ALIKE with the most of them in that order."""
    reader = collection.read
    own = reader.execute(
        f'SELECT article.id, {_LENGTH}, o."start", o."end", o.passage {_PLACES} WHERE article.id = ?1', [article]
    ).fetchall()
    places = list(_without_fields(row[:5] for row in own))
    length = places[0][1] if places else 1
    here: dict[int, list[Span]] = defaultdict(list)
    for (_, _, start, end), row in zip(places, own, strict=True):
        here[row[5]].append((start, end))
    found = reader.execute(
        f"""SELECT article.id, o.passage, o."start", o."end" {_PLACES} WHERE article.id <> ?1
            AND o.passage IN (SELECT o.passage {_PLACES} WHERE article.id = ?1)""",
        [article],
    )
    passages: dict[int, set[int]] = defaultdict(set)
    there: dict[int, list[Span]] = defaultdict(list)
    for number, passage, start, end in found:
        passages[number].add(passage)
        there[number].append((start, end))
    shares = {}
    for number, spans in there.items():
        also_here = (span for passage in passages[number] for span in here[passage])
        shares[number] = min(characters(also_here), characters(spans)) / length
    most = nlargest(MOST_ALIKE, shares.items(), key=itemgetter(1))
    marks = ",".join("?" * len(most))
    rows = collection.read.execute(
        f"SELECT id, title, outlet, published FROM article WHERE id IN ({marks})", [number for number, _ in most]
    )
    told = {number: rest for number, *rest in rows}
    return [Alike._make((number, *told[number], share)) for number, share in most]


def nothing_new(collection: Collection, cancelled: Callable[[], bool] = lambda: False) -> set[int]:
    """Numbers of the unread articles whose text was read elsewhere, word for word, all but a tenth at most.

    A place was read where it, or one with the same words, stands in an article that was read. Not all members of a
    passage are compared with each other, so two of them also have the same words where a third has those of both.
    """
    found = collection.read.execute(
        f"""WITH own AS (SELECT part.id FROM part JOIN text ON text.id = part.text
            JOIN article ON article.text = text.sha256 AND article.state = 'live'
            JOIN reading ON reading.article = article.uid AND reading.read = 1),
        seen AS MATERIALIZED (SELECT id FROM own
            UNION SELECT other FROM own JOIN pair ON one = own.id WHERE identity = 1
            UNION SELECT one FROM own JOIN pair ON other = own.id WHERE identity = 1)
        SELECT article.id, {_LENGTH}, part."start", part."end" FROM part JOIN text ON text.id = part.text
        JOIN article ON article.text = text.sha256 AND article.state = 'live'
        WHERE article.uid NOT IN (SELECT article FROM reading WHERE read = 1) AND (part.id IN seen
            OR EXISTS (SELECT 1 FROM pair WHERE one = part.id AND identity = 1 AND other IN seen)
            OR EXISTS (SELECT 1 FROM pair WHERE other = part.id AND identity = 1 AND one IN seen))"""
    )
    shares = _shares(_without_fields(takewhile(lambda _: not cancelled(), found)))
    return {article for article, share in shares.items() if share >= SEEN}


def next_member(among: Sequence[Member], article: int, start: int) -> Member:
    """The member after that at a place, the first after the last: what a key that cycles through copies goes to."""
    for here, following in pairwise([*among, among[0]]):
        if (here.article, here.start) == (article, start):
            return following
    return among[0]


def words_at(collection: Collection, members: Iterable[Member]) -> list[str]:
    """The words at some places."""
    return [
        collection.read.execute(
            """SELECT substr(body, ?1 + 1, ?2 - ?1) FROM article JOIN text ON text.sha256 = article.text
            WHERE article.id = ?3""",
            [member.start, member.end, member.article],
        ).fetchone()[0]
        for member in members
    ]
