"""The deadline and the amount that go with a cue of a commitment, of those that its sentence holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.analysis import commitment_language as language
from store.analysis.action_verbs import verb_after
from store.analysis.amounts import Amount, find_amounts, find_bare_amounts
from store.analysis.commitment_actions import action_end, clause_end, turn_end
from store.analysis.commitment_cues import Cue
from store.analysis.commitment_traits import negation
from store.analysis.commitment_turns import asides
from store.analysis.deadlines import Deadline, find_deadlines
from store.analysis.grammar import Words, is_past
from store.analysis.main_clauses import subject_of_participle
from store.analysis.numerals import WORDS as NUMBERS
from store.model import Span

_SPEECH_ENDS = frozenset(', ” " ’'.split())
_DATED = re.compile(r"(?!.*\b(?:\d{4}|next|tomorrow)\b)(?:on\b|in [A-Z]|this\b|today\b|\d|[A-Z])")
"""A day or month named as that of something past is: not "from Tuesday", nor one that a year puts ahead."""
_SURE = 3
"""The force of a deadline that can be nothing else: "by", "within"."""
_CONCLUDED = frozenset(("agreement", "agreement to", "proposal"))
_ACTS = frozenset(
    ("agree", "agree on", "decide", "order", "propose", "pledge", "pledge noun", "commit", "commit noun", "offer")
)
"""Kinds of cues whose verb, in the past, tells of the act of undertaking."""
_STILL_AHEAD = frozenset("to will would shall be being".split())
"""Words before a verb that tells of no past: "hopes to reach", "is to be signed"."""
_CLAUSES = frozenset("that which who whom under will would".split())
LEADS_VERB = frozenset("to will would".split())
_HOLDING_OFF = re.compile(r"(?:before|until|till|prior to|ahead of)\b", re.IGNORECASE)
"""Opens what is no deadline of an action that is negated: "not before May" sets none by which to act."""
_BETWEEN_SHARES = frozenset(("and", ",", ";", "but", "then"))
_OPENS_WHEN = frozenset("by before within this next over until .".split())
_YEARS = range(1900, 2101)
_DIGITS = 15
_SINCE = re.compile(r"(?<=(?:hour|.day|week|onth|year)s) (?:after|before|ahead of|into|since)\b")
"""What makes a number of days no amount: "two days before the vote"."""
_OVERSEEN = re.compile(
    r"\bunder (?:the )?(?:watchful )?(?:eyes?|gaze|command|oversight|protection|supervision|watch) of $", re.IGNORECASE
)
"""What makes a number one of those who look on: "under the eye of 200 inspectors"."""
_INFINITIVES = frozenset("action uncontrolled passive be".split())


class Terms:
    """The deadlines and amounts of one sentence, or of a clause of it; what stands in a deadline is no amount."""

    def __init__(self, words: Words, published: str | None, clause: Span | None = None) -> None:
        self._words = words
        low, high = clause or (0, len(words.sentence))
        self._begin = low
        self._deadlines = [one for one in find_deadlines(words.sentence, published) if low <= one.span[0] < high]
        self._amounts = self._outside_deadlines(
            [one for one in find_amounts(words.sentence) if low <= one.span[0] < high]
        )
        self._conditions = [found.span() for found in language.CONDITION.finditer(words.sentence)]

    def _outside_deadlines(self, amounts: list[Amount]) -> list[Amount]:
        spans = [found.span for found in self._deadlines]
        return [one for one in amounts if not any(one.span[0] < end and start < one.span[1] for start, end in spans)]

    def deadline(self, cue: Cue, cues: Sequence[Cue]) -> Deadline | None:
        """The deadline of one of the cues of the sentence."""
        return _deadline(self._words, cue, self._own(cue, cues))

    def _own(self, cue: Cue, cues: Sequence[Cue]) -> list[Deadline]:
        """The deadlines that are neither a condition's nor another cue's."""
        at = self._words.spans[cue.at][0]
        free = [found for found in self._deadlines if not _is_within(self._conditions, found.span, at)]
        said = self._when_said(cue)
        return [one for one in free if one not in said and not _is_of_an_earlier_verb(self._words, cue, cues, one)]

    def _when_said(self, cue: Cue) -> list[Deadline]:
        """The times that lead up to who reports a cue, and tell when they did: "In March, Norrin said it would pay"."""
        words = self._words
        reporter = cue.subject.start - 1 - (words.at(cue.subject.start - 1) == "that")
        if reporter < 0 or words.at(reporter) not in language.REPORTING:
            return []
        told = words.sentence[:1].lower() + words.sentence[1:]
        ahead = (one for one in self._deadlines if one.span[1] <= words.spans[reporter][0] and one.force < _SURE)
        return [one for one in ahead if _DATED.match(told[slice(*one.span)])]

    def amount(self, cue: Cue, deadline: Deadline | None) -> Amount | None:
        """The amount of a cue that has a deadline."""
        return self._amount_of(cue, deadline, self._amounts)

    def _amount_of(self, cue: Cue, deadline: Deadline | None, amounts: list[Amount]) -> Amount | None:
        at = self._words.spans[cue.at][0]
        own = [found for found in amounts if not _is_within(self._conditions, found.span, at)]
        return _amount(self._words, cue, own, deadline)

    def condition(self, cue: Cue, cues: Sequence[Cue]) -> str:
        """The first condition of a sentence that is told of one of its cues, not of another clause."""
        words = self._words
        joined = subject_of_participle(words, cue.at).kind != "none"  # "… if it broke, vowing to rebuild it"
        begin = words.spans[cue.at][0] if joined else 0
        end, stop = _offset(words, turn_end(words, cue)), _offset(words, clause_end(words, cue))
        earlier = [_offset(words, other.verb.index) for other in cues if other.at < cue.at]
        at = words.spans[cue.at][0]
        own = (
            words.sentence[low : stop if low < stop < high else high].strip()
            for low, high in self._conditions
            if begin <= low < end and not any(place < low < max(self._begin, min(at, high)) for place in earlier)
        )
        return next(own, "")

    def told(self, cue: Cue, cues: Sequence[Cue]) -> tuple[Deadline | None, Amount | None]:
        """The deadline and amount that are told of a cue: those of its action alone, and of one another.

        What else the sentence holds tells as much of whether it commits somebody, but not to what. What an aside tells
        comes last, and of one with both no part goes with what stands outside.
        """
        words = self._words
        limit = _offset(words, clause_end(words, cue))
        own = [found for found in self._own(cue, cues) if found.span[0] < limit and found.due]
        bare = self._outside_deadlines([*find_bare_amounts(words.sentence), *_counted(words, cue)])
        amounts = sorted([*self._amounts, *bare], key=lambda found: found.span)
        amounts = [found for found in amounts if not _SINCE.match(words.sentence, found.span[1])]
        amounts = [found for found in amounts if not _OVERSEEN.search(words.sentence[: found.span[0]])]
        aside = [*asides(words, cue.action)]
        dates, counts = _outside([span for span, _ in aside], own, amounts)
        deadline, amount = self._paired(cue, dates, counts)
        own, amounts = _outside([span for span, gone in aside if gone], own, amounts)
        more_dates, more_counts = len(own) > len(dates), len(amounts) > len(counts)
        if more_dates != more_counts or not (deadline or amount):
            ahead = self._paired(cue, own, amounts)
            deadline, amount = deadline or ahead[0], amount or ahead[1]
        end = words.spans[action_end(words, cue) - 1][1]
        return deadline, amount if amount and amount.span[0] < end else None

    def _paired(
        self, cue: Cue, deadlines: list[Deadline], amounts: list[Amount]
    ) -> tuple[Deadline | None, Amount | None]:
        """The deadline and the amount of a cue that stand together."""
        deadline = _deadline(self._words, cue, deadlines)
        amount = self._amount_of(cue, deadline, amounts)
        if amount and deadline:
            deadline = _deadline(self._words, cue, _of_the_amount(self._words, amount, deadlines)) or deadline
            amount = self._amount_of(cue, deadline, amounts)
        return deadline, amount


def _offset(words: Words, index: int) -> int:
    """Where a word begins in its sentence, or this ends."""
    return words.spans[index][0] if index < len(words) else len(words.sentence)


def _outside(
    spans: list[Span], deadlines: list[Deadline], amounts: list[Amount]
) -> tuple[list[Deadline], list[Amount]]:
    """The deadlines and amounts that begin in none of the spans."""

    def free(found: Deadline | Amount) -> bool:
        return not any(start <= found.span[0] < end for start, end in spans)

    return [*filter(free, deadlines)], [*filter(free, amounts)]


def _is_within(conditions: list[Span], span: Span, cue: int) -> bool:
    """Whether a condition holds a span: "if it pays $5 million". A cue inside ends it: "if elected he will build"."""
    return any(start <= span[0] < end and not start < cue < span[0] for start, end in conditions)


def _is_of_an_earlier_verb(words: Words, cue: Cue, cues: Sequence[Cue], found: Deadline) -> bool:
    """Whether a deadline before a cue belongs to another before it: "would finish by May and would hire 300"."""
    at = words.spans[cue.at][0]
    acts = (other for other in cues if other.at < cue.at and other.verb.index > other.at)
    earlier = (words.spans[other.verb.index][0] for other in acts if other.verb.index < cue.at)
    if words.sentence[: found.span[0]].endswith("and "):
        return False  # "wants to grow and by 2032 plans to hire"
    return cue.kind != "pledge tail" and any(start < found.span[0] < at for start in earlier)


def _deadline(words: Words, cue: Cue, deadlines: list[Deadline]) -> Deadline | None:
    """The deadline most surely set, of equals one after the cue.

    A day named before the cue, or with the reporting or concluding of it, tells when that was.
    """
    if negation(words, cue):
        deadlines = [found for found in deadlines if not _HOLDING_OFF.match(words.sentence, found.span[0])]
    after = 0 if cue.kind == "pledge tail" else words.spans[cue.at][0]
    possible = [
        found
        for found in deadlines
        if (found.span[0] >= after and not (_day_of_speaking(words, cue, found) or _day_of_the_act(words, cue, found)))
        or found.force == 3
        or (found.span[0] == 0 and found.force == 2 and found.precision != "day")
    ]
    return min(possible, key=lambda found: (-found.force, found.span[0] < after, found.span), default=None)


def _day_of_speaking(words: Words, cue: Cue, found: Deadline) -> bool:
    """Whether a day belongs to the words that report: "…, he told parliament on Friday"."""
    if found.force == 3 or found.precision not in ("day", "month"):
        return False
    between = [words.at(i) for i in range(cue.action, len(words)) if words.spans[i][0] < found.span[0]]
    reporter = next((i for i, word in enumerate(between) if word in language.REPORTING), 0)
    return not _SPEECH_ENDS.isdisjoint(between[:reporter])


def _day_of_the_act(words: Words, cue: Cue, found: Deadline) -> bool:
    """Whether a day tells when something was agreed or pledged, not what: "signed an accord on Tuesday".

    So does a year between what promises and its "to": "promised in 2009 to give".
    """
    to = words.spans[cue.action - 1][0] if words.at(cue.action - 1) == "to" else 0
    if found.precision == "year" and found.force < 3 and found.span[0] < to:
        return cue.kind in _ACTS and is_past(words, cue.at)
    if (
        found.force == 3
        or found.precision not in ("day", "month")
        or not _DATED.match(words.sentence[slice(*found.span)])
    ):
        return False
    done = cue.kind in _CONCLUDED or (cue.kind in _ACTS and is_past(words, cue.at))
    if not done or words.at(cue.at - 1) in _STILL_AHEAD:
        return False
    return found.span[0] < _undertaken_from(words, cue)


def _undertaken_from(words: Words, cue: Cue) -> int:
    """Where a sentence begins to tell what is to be done, by an infinitive or a clause; its end where it does not."""
    for index in range(cue.at + 1, len(words)):
        to_do = words.at(index) == "to" and (
            (index + 1 == cue.action and not cue.form.endswith("noun"))
            or (verb_after(words, index + 1).kind in _INFINITIVES and not words.capital(index + 1))
        )
        if to_do or words.at(index) in _CLAUSES:
            return words.spans[index][0]
    return len(words.sentence)


def _amount(words: Words, cue: Cue, amounts: list[Amount], deadline: Deadline | None) -> Amount | None:
    """The first amount after the cue, of "from 2 to 5 percent" the second; of a passive or a pledge's tail any.

    None of a further verb after the deadline: "finish the line by 2032 and pay $5 million".
    """
    after = words.spans[cue.at][0]
    behind = [amount for amount in amounts if amount.span[0] > after] or _before_cue(words, cue, amounts)
    if not behind:
        return None
    action = words.spans[min(cue.action, len(words) - 1)][0]
    told = [amount for amount in behind if amount.span[0] >= action]
    if not told and ":" in words.lower[cue.at : cue.action]:
        return None  # "promised three things: to cut taxes"
    first = (told or behind)[0]
    if deadline and _further_verb(words, cue, deadline.span[1], first.span[0]):
        return None
    second = next((amount for amount in behind if amount.span[0] > first.span[0]), None)
    if second and second.unit == first.unit:
        between = words.sentence[first.span[1] : second.span[0]].split()
        if words.sentence[: first.span[0]].lower().endswith("from ") and between[:1] == ["to"]:
            return second
    return first


def _before_cue(words: Words, cue: Cue, amounts: list[Amount]) -> list[Amount]:
    """The amounts before a passive or a pledge’s tail: "300 homes will be built", not "costs $3 million and will"."""
    if cue.verb.kind != "passive" and cue.kind != "pledge tail":
        return []
    joined = words.at(cue.at - 1) in ("and", "but")
    end = words.spans[max(0, cue.subject.end - 1)][1] if joined else len(words.sentence)
    return [amount for amount in amounts if amount.span[0] < end]


def _further_verb(words: Words, cue: Cue, start: int, end: int) -> bool:
    """Whether between two places after the verb of a cue another begins: "and pay", "and to pay", "and will pay"."""
    if start < words.spans[min(cue.verb.index, len(words) - 1)][0]:
        return False
    joints = (i for i, (place, _) in enumerate(words.spans) if start <= place < end and words.at(i) in ("and", "or"))
    return any(verb_after(words, i + 1 + (words.at(i + 1) in LEADS_VERB)).kind == "action" for i in joints)


def _of_the_amount(words: Words, amount: Amount, deadlines: list[Deadline]) -> list[Deadline]:
    """The deadlines on an amount's side of an "and" that has a number and a deadline on either side.

    "Plant 50 trees this spring and 900 by 2035" sets the 50 for the spring.
    """
    for index in range(len(words)):
        place = words.spans[index][0]
        if words.at(index) not in _BETWEEN_SHARES or place < amount.span[1]:
            continue
        before = [found for found in deadlines if found.span[1] <= place]
        after = [found for found in deadlines if found.span[0] > place]
        if before and after and len(before) + len(after) == len(deadlines) and _counts(words, index + 1, after):
            return before
    return deadlines


def _counted(words: Words, cue: Cue) -> Iterator[Amount]:
    """The bare number that is the object of a cue's verb, where the sentence goes on to when: "hire 300 by May"."""
    at = cue.verb.index + 1
    written, following = words.at(at).replace(",", ""), at + 1 + (words.at(at + 1) == "more")
    counts = written.isdecimal() and len(written) <= _DIGITS and int(written) not in _YEARS
    if counts and cue.verb.kind == "action" and words.at(following) in _OPENS_WHEN:
        yield Amount(float(written), "", words.spans[at])


def _counts(words: Words, begin: int, deadlines: list[Deadline]) -> bool:
    """Whether a number that is in no deadline stands from a word on."""
    return any(
        (word.isdigit() or word.replace(",", "").isdigit() or word in NUMBERS)
        and word not in ("a", "an")
        and not any(start <= place < end for start, end in (found.span for found in deadlines))
        for word, (place, _) in zip(words.lower[begin:], words.spans[begin:], strict=True)
    )
