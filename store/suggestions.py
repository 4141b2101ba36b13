"""Suggestions that wait for a decision: those of an article, and the queue of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from store.articles import gone
from store.citation import show_date
from store.collection import Collection
from store.copies import FIRST_SEEN
from store.corrected import corrected_in
from store.model import Span, Suggestion
from store.suggesting import Row, exact_words, look, words_key
from store.verdicts import decided, ranker

if TYPE_CHECKING:
    from store.analysis.ranking import Ranker

AROUND = 300
"""Characters before and after a suggestion that the review queue shows."""

LIKELY = 0.5
"""The confidence from which on suggestions are shown before anybody moves the threshold."""

TOLD = 0.1
"""So much likelier would another suggestion have to be to count as much as one of which a part more is told."""

QUEUE = 500
"""Suggestions that the review queue takes from the collection at most, the likeliest by the rules."""


def suggestions_for(collection: Collection, article: str) -> list[Suggestion]:
    """What is suggested for an article (uid) and not decided yet, in text order; looked for now if it was not."""
    found = look(collection, article)
    if found is None:
        found = collection.read.execute(
            f'{_SELECT} WHERE suggestion.article = ? ORDER BY suggestion."start"', [article]
        ).fetchall()
    return list(_open(collection, found))


def waiting(
    collection: Collection, where: str, values: Sequence[object], learnt: Ranker | None = None
) -> Iterator[Suggestion]:
    """Undecided suggestions that were looked for already, article by article in text order, streamed.

    Args:
        where: A condition on `article_id`, `article_number` and `published`, as store/exporters/rows.py makes them.
        values: Its values.
        learnt: What was learnt from decisions, where the caller has it.
    """
    query = f"""{_SELECT} JOIN (SELECT uid AS article_id, id AS article_number FROM article) ON article_id = article.uid
        WHERE {where} ORDER BY sort_date, article_number, suggestion."start", suggestion.uid"""
    yield from _open(collection, collection.read.execute(query, values), learnt)


def review_queue(collection: Collection, least: float = 0.0) -> list[Suggestion]:
    """Undecided suggestions of all articles, the most valuable first, each passage's once.

    Of those as likely come first those of which most is told: by whom, and of a commitment how much and by when. A
    passage of several articles is taken where it was first seen, so that its deadlines count from that day.
    """
    rows = collection.read.execute(f"{_SELECT} ORDER BY suggestion.confidence DESC, suggestion.uid DESC")
    copies: dict[tuple[str, str | None, str], list[Suggestion]] = {}
    for one in _open(collection, rows):
        if one.confidence >= least:
            copies.setdefault(_passage(one), []).append(one)
            if len(copies) == QUEUE:
                break
    seen = _first_seen(collection, [one.article for several in copies.values() for one in several])
    first = (min(several, key=lambda one: seen[one.article]) for several in copies.values())
    return sorted(first, key=lambda s: (-_value(s), s.article, s.content))


def to_decide(collection: Collection, least: float = LIKELY) -> int:
    """How many suggestions the review queue has to ask about, were it of any length: each passage's once."""
    found = _open(collection, collection.read.execute(_SELECT))
    return len({_passage(one) for one in found if one.confidence >= least})


def _passage(suggestion: Suggestion) -> tuple[str, str | None, str]:
    """What the copies of a suggestion have in common."""
    return suggestion.kind, suggestion.owner, words_key(suggestion.exact)


def _first_seen(collection: Collection, articles: list[str]) -> dict[str, int]:
    """The place of each of some articles in the order of FIRST_SEEN."""
    query = f"SELECT uid FROM article WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY {FIRST_SEEN}"
    return {uid: place for place, (uid,) in enumerate(collection.read.execute(query, [json.dumps(articles)]))}


@dataclass(frozen=True, slots=True)
class Context:
    """A suggestion in its surroundings: the article's source and title, and the words before and after."""

    place: str
    before: str
    words: str
    after: str


def context(collection: Collection, suggestion: Suggestion) -> Context:
    """The surroundings of a suggestion in whole words, within a paragraph or two. Raises NoSuchArticle."""
    row = collection.read.execute(
        "SELECT outlet, published, title, body FROM article, text WHERE uid = ? AND sha256 = ?",
        [suggestion.article, suggestion.text],
    ).fetchone()
    if row is None:
        raise gone()
    outlet, published, title, body = row
    start, end = suggestion.content[0][0], suggestion.content[-1][1]
    before, after = body[max(0, start - AROUND) : start], body[end : end + AROUND]
    if start > AROUND:
        before = f"…{before.partition(' ')[2] or before}"
    if end + AROUND < len(body):
        after = f"{after.rpartition(' ')[0] or after}…"
    return Context(", ".join(filter(None, (outlet, show_date(published), title))), before, body[start:end], after)


def _value(suggestion: Suggestion) -> float:
    told = (suggestion.owner, suggestion.fields.get("deadline"), suggestion.fields.get("quantity"))
    return suggestion.confidence + TOLD * sum(map(bool, told))


_SELECT = """SELECT suggestion.uid, suggestion.article, suggestion.text, suggestion.kind, suggestion."start",
    suggestion."end", words, fields, confidence, why FROM suggestion
    JOIN article ON article.uid = suggestion.article AND article.text = suggestion.text AND article.state = 'live'"""


def _open(collection: Collection, rows: Iterable[Row], learnt: Ranker | None = None) -> Iterator[Suggestion]:
    """The suggestions that nobody has decided on, with what was learnt from the other decisions, names corrected."""
    learnt = learnt or ranker(collection)
    bodies: dict[str, str] = {}
    corrected: dict[str, dict[str, str]] = {}
    for row in rows:
        suggestion = _suggestion(*row)
        body = bodies.get(suggestion.text)
        if body is None:
            bodies.clear()
            body = _body(collection, suggestion.text)
            bodies[suggestion.text] = body
        suggestion = replace(suggestion, exact=exact_words(body, suggestion.content))
        if not decided(collection, suggestion, body):
            moved = learnt.confidence(suggestion.kind, suggestion.exact, suggestion.why, suggestion.confidence)
            if suggestion.article not in corrected:
                corrected[suggestion.article] = corrected_in(collection, suggestion.article)
            owner = corrected[suggestion.article].get(suggestion.owner, suggestion.owner)
            yield replace(suggestion, confidence=moved, owner=owner)


def _body(collection: Collection, text: str) -> str:
    return str(collection.read.execute("SELECT body FROM text WHERE sha256 = ?", [text]).fetchone()[0])


def _suggestion(
    uid: str, article: str, text: str, kind: str, start: int, end: int, words: str, fields: str, confidence: float,
    why: str,
) -> Suggestion:  # fmt: skip
    known = json.loads(fields)
    return Suggestion(
        uid=uid,
        kind="quote" if kind == "quote" else "commitment",
        article=article,
        text=text,
        content=tuple((a, b) for a, b in known["content"]),
        source=_span(known.get("source")),
        cue=_span(known.get("cue")),
        owner=known["owner"],
        fields=known["columns"],
        confidence=confidence,
        why=why,
        exact="",
    )


def _span(given: list[int] | None) -> Span | None:
    return (given[0], given[1]) if given else None
