"""Commitments that a text may hold: who undertakes what, for whom, how much and by when.

A commitment has an identifiable actor, language that commits, and a future action that is the actor's to take. Each
sentence is looked at for cues (`commitment_cues`); the traits of a cue (its kind, subject and verb, and what stands
around it) add up to a confidence by the weights of `commitment_weights`, to which the commitments nearby add. The best
cue of a sentence is suggested.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from store.analysis import commitment_language as language
from store.analysis.amounts import Amount, find_amounts
from store.analysis.commitment_actions import OWNS, VERBS, action_end, action_of
from store.analysis.commitment_cues import Cue, find_cues, may_have_cue
from store.analysis.commitment_traits import is_nobody, negation, taken_back, traits, word_traits
from store.analysis.commitment_weights import ALONE, COMPANY, WEIGHTS, companies, probability
from store.analysis.commitment_words import WORD
from store.analysis.cues import CLAIM_NOUNS, DAYS, DETERMINERS, MONTH_NAMES, WRITTEN
from store.analysis.cues import PREPOSITIONS as ALL_PREPOSITIONS
from store.analysis.datelines import parse_dateline, slug_end
from store.analysis.deadlines import Deadline, find_deadlines
from store.analysis.grammar import (
    POSSESSIVES,
    PREPOSITIONS,
    Subject,
    Words,
    head_of,
    is_adverb,
    is_past,
    kind_of,
    owner_of,
    subject_of,
    verb_after,
)
from store.analysis.roles import NOT_NAMES
from store.analysis.sentences import mark_end, sentence_spans
from store.analysis.speakers import Named
from store.model import CommitmentSuggestion, QuoteSuggestion, Span, Strength

LEAST = 0.5
"""Confidence below which a commitment is not suggested."""

_LONGEST = 1500
"""Characters: what is longer is no sentence but a table or a list without full stops."""
_TELLING = 0.4
"""Weight from which a trait is named to the analyst."""
_SPEECH_ENDS = frozenset(', ” " ’'.split())
_DATED = re.compile(r"(?!.*\b(?:\d{4}|next|tomorrow)\b)(?:on\b|in [A-Z]|this\b|today\b|\d|[A-Z])")
"""A day or month named as that of something past is: not "from Tuesday", nor one that a year puts ahead."""
_CONCLUDED = frozenset(("agreement", "agreement to", "proposal"))
_ACTS = frozenset(
    ("agree", "agree on", "decide", "order", "propose", "pledge", "pledge noun", "commit", "commit noun", "offer")
)
"""Kinds of cues whose verb, in the past, tells of the act of undertaking."""
_WHY = frozenset("after although because though when whereas while".split())
"""Words that begin a clause which tells of something else than the action."""
_STILL_AHEAD = frozenset("to will would shall be being".split())
"""Words before a verb that tells of no past: "hopes to reach", "is to be signed"."""
_CLAUSES = frozenset("that which who whom under will would".split())
_LEADS_VERB = frozenset("to will would".split())
_HOLDING_OFF = re.compile(r"(?:before|until|till|prior to|ahead of)\b", re.IGNORECASE)
"""Opens what is no deadline of an action that is negated: "not before May" sets none by which to act."""
_INFINITIVES = frozenset("action uncontrolled passive be".split())
_PLURALS = frozenset("people children men women police troops".split())
_PART_OF_DAY = frozenset(("early", "late"))
_HOLDING = frozenset("involving including representing carrying using comprising".split())
"""Words after which a noun phrase tells what its head has."""
_WITH_PREPOSITION = frozenset(
    "as call called calling calls due known next prior related responsible search thanks wait".split()
)
"""Words whose "for" or "to" tells of nobody that an action is for."""
_CURRENCIES = frozenset("$€£")
_ABSTRACT = ("tion", "tions", "sion", "ment", "ments", "ness", "ing", "ous", "able", "ible", "ful", "less")
"""Ends of nouns for what is done, and of adjectives, where they are no actor."""
_BODIES = frozenset("congregation federation management opposition prosecution".split())
"""Nouns of such an end that are actors."""
_ISSUED = frozenset("adopted issued passed presented published released sent unveiled wrote".split())
_NO_NAMES = (
    language.AGREEMENTS
    | language.DOCUMENTS
    | language.GOALS
    | language.PROMISES
    | language.INTENTIONS
    | language.CONCLUDED
    | CLAIM_NOUNS
    | WRITTEN
    | (NOT_NAMES - MONTH_NAMES)
    | frozenset("agenda click follow join move part register result results subscribe time trip visit".split())
) - frozenset("opposition defense paper".split())
"""Common words, also of labels and invitations, that name nobody who undertakes something."""
_ARTICLES = frozenset(("a", "an", "the", *POSSESSIVES))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue of a sentence with the deadline and amount that go with it, its traits and confidence (0..1)."""

    cue: Cue
    deadline: Deadline | None
    amount: Amount | None
    traits: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence: where in the text it starts, its words and its best cue."""

    start: int
    words: Words
    best: Candidate


class Names(Protocol):
    """Knows whom a text names at its offsets."""

    def stands_for(self, place: int) -> str | None:
        """Who the pronoun at an offset stands for."""

    def named_at(self, start: int, end: int) -> Named:
        """What the words between two offsets stand for."""


def suggest_commitments(
    text: str,
    published: str | None,
    quotes: Sequence[QuoteSuggestion] = (),
    names: Names | None = None,
) -> list[CommitmentSuggestion]:
    """Return the commitments of a text in order, at most one a sentence.

    Args:
        text: The article.
        published: ISO date from which its deadlines count and before which a year is past.
        quotes: The text's quotes, for who "I" and "we" are in them.
        names: Knows whom the text names; without it, a promisor is called what the sentence calls it.
    """
    judged = [*_judged(text, published)]
    around = companies([_undertaking(one) for one in judged])
    greatest: dict[str, float] = {}
    for one, company in zip(judged, around, strict=True):
        if one:
            greatest[one.words.sentence] = max(company, greatest.get(one.words.sentence, 0.0))
    found = []
    for one in filter(None, judged):
        company = greatest[one.words.sentence]  # equal sentences are judged alike, whichever passage they stand in
        if (confidence := probability(one.best.traits, company)) >= LEAST:
            best = replace(one.best, confidence=confidence)
            found.append(_suggestion(one.words, one.start, best, company, quotes, names))
    return found


def _undertaking(judged: _Judged | None) -> float:
    """The confidence that a sentence alone holds a commitment, which a forecast is not."""
    return judged.best.confidence if judged and judged.best.cue.kind != "forecast" else 0.0


def _judged(text: str, published: str | None) -> Iterator[_Judged | None]:
    """Each sentence of a text with its best cue, judged alone; None for one without a cue."""
    dateline = parse_dateline(text)
    opened = sentence_spans(text, 0, dateline.span[0]) if dateline else []
    for begin, end in [*opened, *sentence_spans(text, dateline.span[1] if dateline else 0)]:
        start = mark_end(text, slug_end(text, begin))
        sentence = text[start:end]
        found: list[Candidate] = []
        if len(sentence) <= _LONGEST and may_have_cue(sentence):
            words = Words(sentence)
            found = candidates(words, published)
        yield _Judged(start, words, max(found, key=lambda one: one.confidence)) if found else None


def candidates(words: Words, published: str | None) -> list[Candidate]:
    """Return every cue of a sentence that is not taken back, with its confidence if the sentence stood alone.

    Args:
        words: The sentence.
        published: ISO date from which its deadlines count and before which a year is past.
    """
    cues = [cue for cue in find_cues(words) if not taken_back(words, cue)]
    if not cues:
        return []
    deadlines = find_deadlines(words.sentence, published)
    amounts = [
        amount
        for amount in find_amounts(words.sentence)
        if not any(amount.span[0] < found.span[1] and found.span[0] < amount.span[1] for found in deadlines)
    ]
    conditions = [found.span() for found in language.CONDITION.finditer(words.sentence)]
    said = word_traits(words)
    judged = []
    for cue in cues:
        at = words.spans[cue.at][0]
        free = [found for found in deadlines if not _within(conditions, found.span, at)]
        deadline = _deadline(words, cue, [found for found in free if not _of_an_earlier_verb(words, cue, cues, found)])
        own = [found for found in amounts if not _within(conditions, found.span, at)]
        amount = _amount(words, cue, own, deadline)
        found = (*traits(words, cue, deadline, amount, published), *(said if cue.kind != "forecast" else ()))
        judged.append(Candidate(cue, deadline, amount, found, probability(found)))
    return judged


def _within(conditions: list[Span], span: Span, cue: int) -> bool:
    """Whether a condition holds a span: "if it pays $5 million". A cue inside ends it: "if elected he will build"."""
    return any(start <= span[0] < end and not start < cue < span[0] for start, end in conditions)


def _of_an_earlier_verb(words: Words, cue: Cue, cues: Sequence[Cue], found: Deadline) -> bool:
    """Whether a deadline before a cue belongs to another before it: "would finish by May and would hire 300"."""
    at = words.spans[cue.at][0]
    earlier = (words.spans[other.at][0] for other in cues if other.at < cue.at and other.kind in ("will", "would"))
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
    """Whether a day tells when something was agreed or pledged, not what: "signed an accord on Tuesday"."""
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
    whole = cue.verb.kind == "passive" or cue.kind == "pledge tail"
    behind = [amount for amount in amounts if amount.span[0] > after] or (amounts if whole else [])
    if not behind:
        return None
    first = behind[0]
    if deadline and _further_verb(words, cue, deadline.span[1], first.span[0]):
        return None
    if len(behind) > 1 and behind[1].unit == first.unit:
        between = words.sentence[first.span[1] : behind[1].span[0]].split()
        if words.sentence[: first.span[0]].lower().endswith("from ") and between[:1] == ["to"]:
            return behind[1]
    return first


def _further_verb(words: Words, cue: Cue, start: int, end: int) -> bool:
    """Whether between two places after the verb of a cue another begins: "and pay", "and to pay", "and will pay"."""
    if start < words.spans[min(cue.verb.index, len(words) - 1)][0]:
        return False
    joints = (i for i, (place, _) in enumerate(words.spans) if start <= place < end and words.at(i) in ("and", "or"))
    return any(verb_after(words, i + 1 + (words.at(i + 1) in _LEADS_VERB)).kind == "action" for i in joints)


def _reach(words: Words, cue: Cue) -> int:
    """The offset at which an action's amounts end: with it, or where a clause tells why: "after a storm killed 30"."""
    end = action_end(words, cue)
    for index in range(cue.action + 1, end):
        clause = words.lower[index + 1 : end]
        if words.at(index) in _WHY and any(is_past(words, index + 1 + k) for k in range(1, len(clause))):
            end = index
            break
    return words.spans[end - 1][1]


def _suggestion(
    words: Words,
    start: int,
    best: Candidate,
    company: float,
    quotes: Sequence[QuoteSuggestion],
    names: Names | None,
) -> CommitmentSuggestion:
    cue, deadline = best.cue, best.deadline
    amount = best.amount if best.amount and best.amount.span[0] < _reach(words, cue) else None
    condition = language.CONDITION.search(words.sentence)
    promisor, role = _promisor(words, cue, start, quotes, names)
    return CommitmentSuggestion(
        start=start,
        end=start + len(words.sentence),
        strength=_strength(best),
        promisor=promisor,
        role=role,
        beneficiary=_beneficiary(words, best),
        action=action_of(words, cue),
        quantity=amount.value if amount else None,
        unit=amount.unit if amount else "",
        deadline=deadline.date if deadline else None,
        deadline_precision=deadline.precision if deadline else "none",
        deadline_text=words.sentence[slice(*deadline.span)] if deadline else "",
        condition=condition[0].strip() if condition else "",
        confidence=round(best.confidence, 2),
        why=_why(best, words.text(cue.subject.start, cue.subject.end), company),
    )


def _strength(best: Candidate) -> Strength:
    """Soft for plans and proposals, hard for promises and agreements, and for a "would" that reports a "will"."""
    if best.cue.kind == "would" and "reporter's own" in best.traits:
        return "hard"
    return language.STRENGTHS.get(best.cue.kind.removesuffix(" noun"), "hard")


def _promisor(
    words: Words, cue: Cue, start: int, quotes: Sequence[QuoteSuggestion], names: Names | None
) -> tuple[str | None, str]:
    """Who commits, where the text names them, and in which role."""
    subject = _issuer(words, cue)
    if subject.kind in ("first", "third", "it"):
        name, role = _stands_for(words, subject, start, quotes, names)
    else:
        undergoes = (cue.verb.kind == "passive" and cue.kind in ("will", "would")) or cue.kind == "planned"
        unnamed = subject.kind not in ("name", "actor", "noun") or words.at(subject.start) in PREPOSITIONS
        if undergoes or unnamed or is_nobody(words, subject) or _cannot_promise(words, subject):
            return None, ""
        name, role = _named(words, subject, start, quotes, names)
    common = name and (name.lower() in _NO_NAMES or name in VERBS - language.ACTORS)
    return (None, "") if common else (name, role)


def _issuer(words: Words, cue: Cue) -> Subject:
    """The subject of a cue, past what stands between commas; of what was issued, who did: "it issued rules banning"."""
    made = cue.subject.start - 1
    if words.at(cue.at).endswith("ing") and cue.subject.end == cue.at and words.at(made) in _ISSUED:
        return subject_of(words, made)
    if cue.kind == "intention" and words.at(cue.at - 1) == ",":
        return subject_of(words, cue.at)  # "Norrin, a maker of tractors, plans to"
    start, end = cue.subject.start, cue.subject.end
    if end - start < 2 or words.at(end - 1) not in DAYS:
        return cue.subject
    end -= 1 + (words.at(end - 2) in _PART_OF_DAY)  # "Minister Roe late Wednesday vowed"
    return Subject(start, end, kind_of(words, start, end))


def _cannot_promise(words: Words, subject: Subject) -> bool:
    """Whether a subject is no actor by its words: a day, a text, a deed ("construction"), or parts of a clause."""
    start, end = subject.start, subject.end
    head = head_of(words, start, end)
    opening, word = words.at(start), words.at(head)
    if word in DAYS or opening in _CURRENCIES:
        return True
    if subject.kind == "actor" and not (start < head and opening in VERBS and words.at(start - 1) in _LEADS_VERB):
        return False
    if words.at(start - 1) in _LEADS_VERB and opening in VERBS:
        return True  # "to translate campaign promises"
    if opening.removesuffix("s") in VERBS and words.at(start + 1) in DETERMINERS:
        return True  # "highlights the administration"
    if subject.kind == "name":
        return False
    bare = opening in VERBS and (words.at(start + 1) in ALL_PREPOSITIONS or words.at(start + 1).endswith("ing"))
    return bare or is_past(words, end - 1) or word in _NO_NAMES or (word.endswith(_ABSTRACT) and word not in _BODIES)


def _stands_for(
    words: Words, pronoun: Subject, start: int, quotes: Sequence[QuoteSuggestion], names: Names | None
) -> tuple[str | None, str]:
    """Whom a pronoun stands for, with the role: "we" for the speaker of its quotation, which "they" and "she" are not
    there; these for who reports them, else for somebody before."""
    place = start + words.spans[pronoun.start][0]
    said = next((quote for quote in quotes if any(low <= place < high for low, high in quote.content)), None)
    if pronoun.kind == "first":
        return (said.speaker, said.role) if said else (None, "")
    reporters = (i for i in range(pronoun.start - 1, -1, -1) if words.at(i) in language.REPORTING)
    reporter = next((i for i in reporters if words.quoted(i) == words.quoted(pronoun.start)), None)
    if reporter is not None:
        subject = subject_of(words, reporter)
        if words.at(subject.start) in PREPOSITIONS:
            return None, ""
        if subject.kind not in ("third", "it"):
            return _named(words, subject, start, quotes, names) if subject.kind in ("name", "actor") else (None, "")
        place = start + words.spans[subject.start][0]
    name = names.stands_for(place) if names else None
    speaks = said is not None and said.form != "indirect" and said.speaker == name
    return (None if speaks else name), ""


def _named(
    words: Words, subject: Subject, start: int, quotes: Sequence[QuoteSuggestion], names: Names | None
) -> tuple[str | None, str]:
    """What the text calls a subject, "her party" by whose it is, and the role; without names, as the sentence does."""
    if words.at(subject.start) in POSSESSIVES:
        owner, _ = _stands_for(words, owner_of(words, subject.start + 1), start, quotes, names)
        return (f"{owner}’s {words.text(subject.start + 1, subject.end)}" if owner else None), ""
    if words.at(subject.start - 1) in OWNS and not words.capital(subject.start):
        whose = owner_of(words, subject.start)
        if words.at(whose.start) in PREPOSITIONS:
            return None, ""  # "at his firm’s office"
        known = whose.kind in ("name", "actor") or (whose.end > 0 and words.capital(whose.start))
        subject = replace(subject, start=whose.start if known else subject.start)
    end = next((i for i in range(subject.start + 1, subject.end) if words.at(i) in _HOLDING), subject.end)
    subject = replace(subject, end=end)  # "ships including the tug Oresk" are not the Oresk
    if not names:
        return words.text(subject.start, subject.end), ""
    named = _called(words, subject.start, subject.end, start, names)
    both = next((i for i in range(subject.end - 2, subject.start, -1) if words.at(i) == "and"), 0)
    last = named.name is not None and named.name.split()[-1] == words.text(subject.end - 1, subject.end)
    if named.name and both and last and words.capital(both - 1) and " and " not in named.name:
        other = _called(words, subject.start, both, start, names)
        if other.name and other.name != named.name:
            return f"{other.name} and {named.name}", ""
    return named.name, named.role


def _called(words: Words, first: int, end: int, start: int, names: Names) -> Named:
    """What the words [first, end) of a sentence that starts at `start` stand for."""
    return names.named_at(start + words.spans[first][0], start + words.spans[end - 1][1])


def _beneficiary(words: Words, best: Candidate) -> str:
    """For or to whom the action is: "to Belarus", "for farmers"."""
    taken: list[Span] = [found.span for found in (best.deadline, best.amount) if found]
    place = words.spans[min(best.cue.action, len(words) - 1)][0]
    end = words.spans[action_end(words, best.cue) - 1][1]
    for found in language.BENEFICIARY.finditer(words.sentence, place, end):
        first, last = (bisect_left(words.spans, (offset, 0)) for offset in found.span("head"))
        pronoun = found["who"].lower() in language.NO_ACTOR or words.at(first) == "it"
        # "run for a second term", "buses for the summer": to what end, not for whom
        aim = found["led"] == "for" and (first - 2 == best.cue.verb.index or kind_of(words, first, last) == "thing")
        bound = words.at(first - 2) in _WITH_PREPOSITION  # "responsible for the port"
        if _may_name(words, first, last) and not (
            pronoun or aim or bound or any(found.start("who") < b and a < found.end("who") for a, b in taken)
        ):
            return found["who"]
    return ""


def _may_name(words: Words, first: int, last: int) -> bool:
    """Whether words after "to" or "for" may name somebody: a capital or determiner begins them, or they are several."""
    opening, head = words.at(first), head_of(words, first, last)
    if opening in VERBS or words.at(last - 1) in _ARTICLES or words.at(head) in MONTH_NAMES - {"may", "march"}:
        return False
    if opening in DETERMINERS or words.capital(first) or words.capital(head) or opening[0].isdigit():
        return not words.text(first, last).isdigit()
    plural = words.at(head) in _PLURALS or (words.at(head).endswith("s") and not words.at(head).endswith("ss"))
    gerund = opening.endswith("ing") and verb_after(words, first).kind == "action"
    infinitive = words.at(first + 1) in DETERMINERS or (is_adverb(opening) and opening != "elderly") or gerund
    return (plural or kind_of(words, first, last) == "actor") and not infinitive


def _why(best: Candidate, actor: str, company: float) -> str:
    """The rule in words: the cue, the actor, and the traits that weighed most, for and against."""
    rest = [trait for trait in best.traits if not trait.startswith(("cue ", "subject ", "verb ", WORD))]
    told = [best.cue.form]
    if actor:
        told.append(f"actor *{actor}*")
    told += [trait for trait in rest if WEIGHTS.get(trait, 0) >= _TELLING]
    if COMPANY * (company - ALONE) >= _TELLING:
        told.append("others nearby")
    against = [trait for trait in rest if WEIGHTS.get(trait, 0) <= -_TELLING]
    return ", ".join(told) + (f"; against it: {', '.join(against)}" if against else "")
