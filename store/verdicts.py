"""What analysts decide about suggestions: accepting, rejecting, and what is learnt from both.

A verdict is known again by its words and their surroundings, so that a rejected suggestion stays away in the copies
of its passage and when its article is imported again, while the same words in another context are proposed anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from store.analysis.amounts import Amount, find_amounts
from store.analysis.currencies import may_be_one
from store.analysis.meaning import essence
from store.collection import Collection
from store.errors import OnRecordError
from store.events import Change, Value, new_uid
from store.history import act, keep
from store.model import OMISSION, PlaceKind, Span, SpanRole, Suggestion
from store.projection import alike
from store.records import NoSuchRecord, decision, get, now, parse_deadline, tag, words_of
from store.speakers import meant
from store.suggesting import words_key
from store.terms import MUCH_ALIKE, same_action, same_terms

if TYPE_CHECKING:
    from store.analysis.ranking import Ranker

NEAR = 3
"""Words on each side that make the surroundings."""

LONG = 8
"""Words from which one side of the surroundings is enough: passages begin and end somewhere."""


class DecidedAlready(OnRecordError):
    """The suggestion was accepted or rejected meanwhile, here or elsewhere, or its words are on record."""

    harmless = True

    def __init__(self) -> None:
        super().__init__("Decided already", "what was suggested here is on record, or was rejected, by now")


class DiffersFromRecord(OnRecordError):
    """The suggestion says in other words what a record says, and nobody has decided yet whether it is the same."""

    harmless = True

    def __init__(self) -> None:
        super().__init__("It differs from what is on record", "V asks whether it is the same")


class _Shown(NamedTuple):
    """A record that shows at a place of a text, of that number: at home or as a copy, or as a variant.

    `wider` tells that the words of a suggestion are only a part of its own.
    """

    record: str
    number: int
    variant: bool
    wider: bool


class _Place(NamedTuple):
    """A place of a record besides its home: what its content says there, and what is on record for it."""

    number: int
    kind: PlaceKind
    text: str
    start: int
    words: str
    home: str


def accept(
    collection: Collection,
    suggestion: Suggestion,
    fields: Value | None = None,
    note: str = "",
    along: Sequence[Change] = (),
) -> str:
    """Put a suggestion on record, as one action. Returns the record's uid.

    Where other records show as variants, it is decided that they are not the same, here and in the copies of the words.

    Args:
        suggestion: What is accepted.
        fields: The record's columns, where they are not as suggested; they name its speaker or promisor (uid).
        note: A note on the record.
        along: Changes that belong to the same keypress, such as a new speaker.

    Raises:
        AlreadyThere: The same words are on record already.
        DecidedAlready: It was decided on meanwhile.
        DiffersFromRecord: It is a variant of a record, alike in what counts.
        TextChanged: The article's text is another one by now.
    """
    spans: list[tuple[SpanRole, int, int]] = [("content", *span) for span in suggestion.content]
    spans += [("source", *suggestion.source)] if suggestion.source else []
    spans += [("cue", *suggestion.cue)] if suggestion.cue else []
    columns = suggestion.fields | (fields or {})

    def decided_with_it() -> list[Change]:
        shown = _waiting(collection, suggestion)
        return [_verdict(collection, suggestion, "accepted"), *_parted(collection, shown)]

    return tag(
        collection, suggestion.kind, suggestion.article, spans, columns, note, along, suggestion.text, decided_with_it
    )


def reject(collection: Collection, suggestion: Suggestion) -> str:
    """Take a suggestion away, in every copy of its words. Returns the verdict's uid.

    It is no record of its own, then; whether it is the same as a record of which it is a variant is still asked.

    Raises DecidedAlready, DiffersFromRecord.
    """
    with collection.write() as db:
        _waiting(collection, suggestion)
        verdict = _verdict(collection, suggestion, "rejected")
        keep(db, "reject suggestion", [verdict])
    return verdict.target


def _waiting(collection: Collection, suggestion: Suggestion) -> list[_Shown]:
    """The records that show as variants where a suggestion waits for a decision. Raises what is told of another one."""
    shown = _shown_here(collection, suggestion)
    refused = _refusal(collection, suggestion, _body(collection, suggestion), shown)
    if refused is not None:
        raise refused
    return [one for one in shown if one.variant]


def _body(collection: Collection, suggestion: Suggestion) -> str:
    """The text that a suggestion stands in. Raises NoSuchRecord."""
    row = collection.read.execute("SELECT body FROM text WHERE sha256 = ?", [suggestion.text]).fetchone()
    if row is None:
        raise NoSuchRecord("The article is gone", "it has been removed from the collection")
    return str(row[0])


def forget(collection: Collection) -> None:
    """Learn nothing from the verdicts given so far; what they decided stays decided."""
    fields = {"verdict": "forgotten", "added": now(), "state": "live"}
    act(collection, "forget what was learnt", [Change("verdict", new_uid(), fields)])


def decided(collection: Collection, suggestion: Suggestion, body: str) -> bool:
    """Whether a suggestion was accepted or rejected, here or on a copy, or its words are on record anyway.

    So are words much like those of a record that lost its place in a new version: it waits to be placed here. A variant
    of a record, which waits to be decided on as such, is no suggestion either, unless it differs in what counts. Words
    on record as another promise than the one suggested are no decision on that.
    """
    return _refusal(collection, suggestion, body, _shown_here(collection, suggestion)) is not None


def _refusal(
    collection: Collection, suggestion: Suggestion, body: str, shown: Sequence[_Shown]
) -> OnRecordError | None:
    """What is told of a suggestion that does not wait for a decision; None of one that does."""
    if (
        any(not one.variant and _says_it(collection, one, suggestion) for one in shown)
        or _judged(collection, suggestion, body)
        or _waits_for_a_place(collection, suggestion)
    ):
        return DecidedAlready()
    if all(_differs_in_what_counts(collection, one) for one in shown if one.variant):
        return None
    return DiffersFromRecord()


def _says_it(collection: Collection, shown: _Shown, suggestion: Suggestion) -> bool:
    """Whether a record on the words of a suggestion says what that proposes: of a quote its words, else its terms.

    On the very same words the same action does, whatever amount and deadline somebody corrected. Where the record holds
    more words than the suggestion, somebody else may be named in them.
    """
    if suggestion.kind == "quote" and not shown.wider:
        return True
    record = get(collection, shown.record)
    if shown.wider and _is_of_another(collection, suggestion, record.owner):
        return False
    if suggestion.kind == "quote":
        return True
    same = same_action if words_key(record.words) == words_key(suggestion.exact) else same_terms
    return same(record.fields, suggestion.fields)


def _is_of_another(collection: Collection, suggestion: Suggestion, owner: str | None) -> bool:
    """Whether a suggestion names another than the speaker (uid) of a record, as far as both name somebody."""
    if not suggestion.owner or not owner:
        return False
    return owner not in meant(collection, suggestion.owner, suggestion.article)


def _differs_in_what_counts(collection: Collection, variant: _Shown) -> bool:
    """Whether a variant's figures, amounts or deadlines are not those on record for its words.

    Deadlines of both count from the home article's date, or from the day it was added.
    """
    (day,) = collection.read.execute(
        """SELECT substr(sort_date || '-01-01', 1, 10) FROM annotation JOIN article ON article.uid = annotation.article
        WHERE annotation.uid = ?""",
        [variant.record],
    ).fetchone()
    (place,) = (one for one in _places_of(collection, variant.record) if one.number == variant.number)
    here, home = _what_counts(place.words, day), _what_counts(place.home, day)
    return here[1:] != home[1:] or not _are_one(here.amounts, home.amounts)


def _are_one(some: Sequence[Amount], others: Sequence[Amount]) -> bool:
    """Whether amounts are the same one by one: "TRY 5 million" and "5 million lira" are."""
    return [one.value for one in some] == [other.value for other in others] and all(
        essence(one.unit) == essence(other.unit) or may_be_one(one.unit, other.unit)
        for one, other in zip(some, others, strict=True)
    )


class _Counts(NamedTuple):
    """What counts in some words: amounts, deadlines and the other figures."""

    amounts: Sequence[Amount]
    deadlines: Sequence[str]
    figures: Sequence[str]


def _what_counts(words: str, day: str) -> _Counts:
    """What counts in some words; the deadlines as days as far as they tell them from `day`."""
    from store.analysis.deadlines import find_deadlines

    deadlines = find_deadlines(words, None)
    rest = _without(words, [deadline.span for deadline in deadlines])
    amounts = find_amounts(rest)
    phrases = [words[slice(*deadline.span)] for deadline in deadlines]
    figures = essence(_without(rest, [amount.span for amount in amounts])).replace(",", "")
    days = [parse_deadline(phrase, day) or essence(phrase) for phrase in phrases]
    return _Counts(amounts, days, re.findall(r"\d+", figures))


def _without(words: str, spans: Sequence[Span]) -> str:
    """Some words with blanks in the place of spans."""
    for start, end in spans:
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def ranker(collection: Collection) -> Ranker:
    """What is learnt from the verdicts, in the order they were given."""
    from store.analysis.ranking import Decision, Ranker

    rows = collection.read.execute(
        """SELECT kind, exact, why, confidence, verdict = 'accepted' FROM verdict
        WHERE state = 'live' AND verdict <> 'forgotten' AND uid > coalesce(
            (SELECT max(uid) FROM verdict WHERE state = 'live' AND verdict = 'forgotten'), '')
        ORDER BY uid"""
    )
    return Ranker(Decision(kind, exact, why, prior, bool(accepted)) for kind, exact, why, prior, accepted in rows)


def _verdict(collection: Collection, suggestion: Suggestion, verdict: str) -> Change:
    body = _body(collection, suggestion)
    around = words_of(body, suggestion.content[0][0], suggestion.content[-1][1])
    fields: Value = {
        "article": suggestion.article,
        "kind": suggestion.kind,
        "exact": suggestion.exact,
        "prefix": around["prefix"],
        "suffix": around["suffix"],
        "words": words_key(suggestion.exact),
        "confidence": _rules_own(collection, suggestion),
        "why": suggestion.why,
        "verdict": verdict,
        "added": now(),
        "state": "live",
    }
    return Change("verdict", new_uid(), fields)


def _rules_own(collection: Collection, suggestion: Suggestion) -> float:
    """What the rule says of a suggestion, before anything was learnt; that of one that is gone is as it was shown."""
    row = collection.read.execute("SELECT confidence FROM suggestion WHERE uid = ?", [suggestion.uid]).fetchone()
    return float(row[0]) if row else suggestion.confidence


def _parted(collection: Collection, shown: Sequence[_Shown]) -> list[Change]:
    """Decisions that records are not the same where they show as variants, nor where the same words stand again."""
    found: list[Change] = []
    for one in shown:
        places = _places_of(collection, one.record)
        here = {essence(place.words) for place in places if place.number == one.number}
        again = [place for place in places if place.kind == "variant" and essence(place.words) in here]
        found += [decision(collection.read, one.record, place.text, place.start, "parted") for place in again]
    return found


def _places_of(collection: Collection, record: str) -> list[_Place]:
    """The places of a record besides its home, each with its words and those on record for them."""
    rows = collection.read.execute(
        """SELECT number, place.kind, place.text, place."start",
            substr(body, place."start" + 1, place."end" - place."start"), span.exact
        FROM place JOIN span ON span.uid = place.span JOIN text ON text.sha256 = place.text
        WHERE place.annotation = ? AND span.role = 'content' ORDER BY number, span.ordinal, span.uid""",
        [record],
    )
    return [_in_one(list(pieces)) for _, pieces in groupby(map(_Place._make, rows), key=attrgetter("number"))]


def _in_one(pieces: Sequence[_Place]) -> _Place:
    """A place of the places of its pieces."""
    words, home = (OMISSION.join(said) for said in zip(*((one.words, one.home) for one in pieces), strict=True))
    return pieces[0]._replace(words=words, home=home)


def _waits_for_a_place(collection: Collection, suggestion: Suggestion) -> bool:
    lost = collection.read.execute(
        """SELECT exact FROM span JOIN annotation ON annotation.uid = span.annotation
        WHERE article = ? AND kind = ? AND annotation.state = 'live'
            AND role = 'content' AND span.state = 'live' AND needs_look""",
        [suggestion.article, suggestion.kind],
    ).fetchall()
    words = suggestion.exact.split()
    return any(SequenceMatcher(None, exact.split(), words, autojunk=False).ratio() >= MUCH_ALIKE for (exact,) in lost)


def _judged(collection: Collection, suggestion: Suggestion, body: str) -> bool:
    rows = collection.read.execute(
        "SELECT prefix, suffix FROM verdict WHERE words = ? AND kind = ? AND state = 'live'",
        [words_key(suggestion.exact), suggestion.kind],
    ).fetchall()
    if not rows:
        return False
    around = words_of(body, suggestion.content[0][0], suggestion.content[-1][1])
    needed = 1 if len(suggestion.exact.split()) >= LONG else 2
    return any(
        (_ending(prefix) == _ending(around["prefix"])) + (_beginning(suffix) == _beginning(around["suffix"])) >= needed
        for prefix, suffix in rows
    )


def _ending(words: str) -> list[str]:
    return essence(words).split()[-NEAR:]


def _beginning(words: str) -> list[str]:
    return essence(words).split()[:NEAR]


def _shown_here(collection: Collection, suggestion: Suggestion) -> list[_Shown]:
    """The records of the kind, at home here or carried over to here, that cover much the same words or hold them.

    Of a record's spans those count that the suggestion touches: it may have others, said before or after.
    """
    here = suggestion.content[0][0], suggestion.content[-1][1]
    rows = collection.read.execute(
        """SELECT annotation.uid, 1, 0, min(span."start"), max(span."end")
        FROM span JOIN annotation ON annotation.uid = span.annotation
        WHERE span.text = ?1 AND span.role = 'content' AND span.state = 'live' AND span."start" < ?4 AND span."end" > ?3
            AND annotation.state = 'live' AND annotation.kind = ?2 GROUP BY annotation.uid
        UNION ALL
        SELECT annotation.uid, number, place.kind = 'variant', min(place."start"), max(place."end")
        FROM place JOIN span ON span.uid = place.span JOIN annotation ON annotation.uid = place.annotation
        WHERE place.text = ?1 AND span.role = 'content' AND place."start" < ?4 AND place."end" > ?3
            AND annotation.kind = ?2 GROUP BY place.annotation, number""",
        [suggestion.text, suggestion.kind, *here],
    )
    shown = []
    for record, number, variant, start, end in rows:
        same = alike(here, (start, end))
        if same or (not variant and start <= here[0] and here[1] <= end):
            shown.append(_Shown(record, number, bool(variant), wider=not same))
    return shown
