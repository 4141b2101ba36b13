"""Commitments that a text may hold: who undertakes what, for whom, how much and by when.

A commitment has an identifiable actor, language that commits, and a future action that is the actor's to take. Each
sentence is looked at for cues (`commitment_finding`); the traits of a cue (its kind, subject and verb, and what stands
around it) add up to a confidence by the weights of `commitment_weights`, to which the commitments nearby add, and for
the best cue of a sentence the words about it in their order (`commitment_phrases`). That cue is suggested, and those of
others that have a clause of their own (`commitment_clauses`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.analysis import commitment_language as language
from store.analysis.commitment_actions import SERVING, action_end, action_of, will_serve
from store.analysis.commitment_beneficiaries import beneficiary_of
from store.analysis.commitment_clauses import (
    CLAUSE_ENDS,
    deeds_of,
    is_told_apart,
    joint_between,
    repeats_modal,
    shares_actor,
)
from store.analysis.commitment_cues import Cue, receives
from store.analysis.commitment_finding import find_cues, may_have_cue
from store.analysis.commitment_lists import DeedList, is_number, list_after
from store.analysis.commitment_parties import Names, Setting, issuer_of, promisor_of
from store.analysis.commitment_phrases import phrase_odds
from store.analysis.commitment_terms import Terms
from store.analysis.commitment_traits import negation, taken_back, traits
from store.analysis.commitment_weights import ALONE, COMPANY, WEIGHTS, companies, probability
from store.analysis.commitment_word_traits import placed_words, word_traits
from store.analysis.commitment_words import WORD
from store.analysis.currencies import currency_in
from store.analysis.datelines import parse_dateline, slug_end
from store.analysis.deadlines import Deadline
from store.analysis.grammar import POSSESSIVES, Words
from store.analysis.sentences import mark_end, sentence_spans
from store.model import CommitmentSuggestion, QuoteSuggestion, Span, Strength

LEAST = 0.5
"""Confidence below which a commitment is not suggested."""
_LIKE = 0.15
"""Confidence that a further cue needs whose actor is that of the best, and which is of its kind."""
_LONGEST = 1500
"""Characters: what is longer is no sentence but a table or a list without full stops."""
_BY = 3
"""The force of a deadline that can be nothing else."""
_ADDRESSED = 6
"""Words before a clause among which the verb stands that promises it."""
_TELLING = 0.4
"""Weight from which a trait is named to the analyst."""
_WORDING = "wording"
"""How the words about a cue are named to the analyst."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue among those of its sentence, the deadline that this sets, the traits of the cue and confidence (0..1)."""

    cue: Cue
    cues: Sequence[Cue]
    terms: Terms
    deadline: Deadline | None
    traits: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A commitment of a sentence: words that tell of it alone, its cue, and where it stands in the sentence.

    `shares` tells that its actor is that of the part before it, `until` is what the words end with that is told of a
    later deed: the "by May" of "build 300 homes and repair 20 schools by May".
    """

    words: Words
    told: Candidate
    span: Span
    shares: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence: where in the text it starts, its words, its cues and the best of them.

    An item of a list has the words before the list, then its own; these begin at `own` and stand at `at` in the text.
    """

    start: int
    words: Words
    found: Sequence[Candidate]
    best: Candidate
    own: int
    at: int

    def span(self, part: Span) -> Span:
        """Where in the text a part of the words stands."""
        low, high = (self.at + max(0, place - self.own) for place in part)
        return low, high


def suggest_commitments(
    text: str,
    published: str | None,
    quotes: Sequence[QuoteSuggestion] = (),
    names: Names | None = None,
) -> list[CommitmentSuggestion]:
    """Return the commitments of a text in order, at most one a clause.

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
    found: list[CommitmentSuggestion] = []
    for one in filter(None, judged):
        company = greatest[one.words.sentence]  # equal sentences are judged alike, whichever passage they stand in
        phrases = phrase_odds(one.words, one.best.cue)
        if probability(one.best.traits, company, phrases) >= LEAST:
            for part in _parts(one, published):
                setting = Setting(part.words, one.start, quotes, names)
                suggestion = _suggestion(part, setting, one.span(part.span), company, phrases)
                if part.shares and found:
                    suggestion = _of_the_same(suggestion, found[-1])
                if suggestion.action.strip() not in ("", "not", "never"):  # "we shall", "he said he would not"
                    found.append(suggestion)
    units = {unit: currency_in(text, unit) for unit in {one.unit for one in found}}
    return [replace(one, unit=units[one.unit]) for one in found]


def _of_the_same(further: CommitmentSuggestion, before: CommitmentSuggestion) -> CommitmentSuggestion:
    """A further commitment of who made the one before, where that is known."""
    return replace(further, promisor=before.promisor, role=before.role) if before.promisor else further


def _parts(judged: _Judged, published: str | None) -> Iterator[_Part]:
    """The commitments of a sentence in order: of each actor, and of one actor each deed with figures of its own."""
    words, clauses = judged.words, _clauses(judged)
    for number, (candidate, (start, end)) in enumerate(clauses):
        shares = number > 0 and shares_actor(words, clauses[number - 1][0].cue, candidate.cue)
        deeds = _deeds(words, candidate, end, published)
        if not deeds:
            alone = Words(words.sentence[:end]) if len(clauses) > 1 else words
            terms = Terms(alone, published, (start, end)) if len(clauses) > 1 else candidate.terms
            yield _Part(alone, replace(candidate, terms=terms), (start, end), shares)
        for place, deed in enumerate(deeds):
            yield replace(deed, span=(start if place == 0 else deed.span[0], deed.span[1]), shares=shares)


def _deeds(words: Words, candidate: Candidate, end: int, published: str | None) -> list[_Part]:
    """The deeds of a cue up to a place, a deadline at the end of one told of the one before too; [] where it is one.

    An amount has not that of a deed without one: "pay $3 million and appoint an auditor by May".
    """
    parts: list[_Part] = []
    shared, counts = "", False
    for deed in reversed(deeds_of(words, candidate.cue, end)):
        alone, terms = deed.words, Terms(deed.words, published)
        deadline, amount = terms.told(deed.cue, [deed.cue])
        until = shared if deadline is None and (counts or amount is None) else ""
        if until:
            alone = Words(f"{alone.sentence} {until}")
            terms = Terms(alone, published)
        shared = shared if deed.shares_end else ""
        if deadline is not None and deed.shares_end:
            action = alone.sentence[: alone.spans[action_end(alone, deed.cue) - 1][1]]
            ends = not action[deadline.span[1] :].strip(',.”"')
            shared = alone.sentence[slice(*deadline.span)] if ends else ""
            counts = amount is not None
        told = replace(candidate, cue=deed.cue, cues=[deed.cue], terms=terms)
        parts.append(_Part(alone, told, deed.span, until=until))
    return parts[::-1]


def _clauses(judged: _Judged) -> list[tuple[Candidate, Span]]:
    """The cues of a sentence that commit somebody, in order, each with its clause: the best, and those beside it."""
    words, best = judged.words, _of_agreement(judged)
    kept = [best]
    for other in sorted(judged.found, key=lambda one: -one.confidence):
        goes_on = _goes_on(words, best, other)
        promises = other.confidence >= (_LIKE if goes_on else LEAST) or _vouches(words, best, other)
        promises = promises and "forecast" not in (other.cue.kind, best.cue.kind) and not receives(words, other.cue)
        if (
            promises
            and not (_befalls(words, best.cue, other.cue) or _serves(words, best.cue, other.cue))
            and other is not best
            and all(_joint(words, other, one) is not None for one in kept)
        ):
            kept.append(other)
    kept.sort(key=lambda one: one.cue.at)
    joints = [joint for one, after in pairwise(kept) if (joint := _joint(words, one, after)) is not None]
    starts = [0, *(words.spans[joint + 1][0] for joint in joints)]
    ends = [
        *(len(words.sentence[: words.spans[joint][0]].rstrip(CLAUSE_ENDS)) for joint in joints),
        len(words.sentence),
    ]
    return [*zip(kept, zip(starts, ends, strict=True), strict=True)]


def _goes_on(words: Words, best: Candidate, other: Candidate) -> bool:
    """Whether a cue is the "will" or "would" of the best again, with a further deed: "would pay it and would waive"."""
    first, second = sorted((best.cue, other.cue), key=lambda cue: cue.at)
    acts = other.cue.verb.kind == "action" and other.cue.verb.lemma not in language.OUTCOMES
    return acts and shares_actor(words, first, second) and repeats_modal(words, first, second)


def _vouches(words: Words, one: Candidate, other: Candidate) -> bool:
    """Whether who tells what they will do tells when a thing will be done: "It will be ready by May, and I will"."""
    first, second = sorted((one, other), key=lambda candidate: candidate.cue.at)
    verb, act = first.cue.verb, second.cue
    done = verb.kind == "passive" or (verb.kind == "be" and words.at(verb.index + 1) in SERVING)
    due = first.deadline is not None and first.deadline.force == _BY and not negation(words, first.cue)
    own = act.subject.kind == "first" and act.verb.kind == "action"
    return done and due and own and first.cue.kind == act.kind == "will"


def _befalls(words: Words, first: Cue, second: Cue) -> bool:
    """Whether what is told after a deed of who does it is none: "will meet 40 mayors and will be asked"."""
    return first.verb.kind == "action" and second.verb.kind in ("passive", "be") and shares_actor(words, first, second)


def _serves(words: Words, deed: Cue, other: Cue) -> bool:
    """Whether a cue only tells how what is done will serve: "will build a terminal, and it will be working by May"."""
    return deed.verb.kind == "action" and deed.at < other.at and will_serve(words, other.subject.start - 1)


def _of_agreement(judged: _Judged) -> Candidate:
    """The best cue of a sentence; of an agreement what it says who will do: "a deal under which Norrin will supply"."""
    words = judged.words
    if judged.best.cue.kind == "agreement":
        for one in judged.found:
            start = one.cue.subject.start
            named = one.cue.subject.kind in ("name", "actor", "noun")
            led = words.lower[max(0, start - 2) : start] == ["under", "which"]
            if named and led and one.cue.kind in ("will", "would"):
                return one if one.confidence >= LEAST else judged.best
    return judged.best


def _joint(words: Words, one: Candidate, other: Candidate) -> int | None:
    """The word that joins the clauses of two cues, where they are of two, each with an actor or figures of its own."""
    first, second = sorted((one, other), key=lambda candidate: candidate.cue.at)
    figures = [any(x.terms.told(x.cue, x.cues)) for x in (first, second)]
    own = is_told_apart(words, first.cue, second.cue) or all(figures)
    repeated = repeats_modal(words, first.cue, second.cue)
    own = own or (any(figures) if repeated else shares_actor(words, first.cue, second.cue))
    return joint_between(words, first.cue, second.cue) if own else None


def _undertaking(judged: _Judged | None) -> float:
    """The confidence that a sentence alone holds a commitment, which a forecast is not."""
    return judged.best.confidence if judged and judged.best.cue.kind != "forecast" else 0.0


def _judged(text: str, published: str | None) -> Iterator[_Judged | None]:
    """Each sentence of a text with its best cue, judged alone; None for one without a cue."""
    dateline = parse_dateline(text)
    opened = sentence_spans(text, 0, dateline.span[0]) if dateline else []
    deeds: DeedList | None = None
    for begin, end in [*opened, *sentence_spans(text, dateline.span[1] if dateline else 0)]:
        if deeds and is_number(text, begin, end):
            continue
        if deeds and (item := deeds.item(text, begin, end)):
            yield _judged_item(text, deeds.lead, item, published)
            continue
        start = mark_end(text, slug_end(text, begin))
        sentence = text[start:end]
        short = len(sentence) <= _LONGEST
        deeds = list_after(text, start, end) if short else None
        found: list[Candidate] = []
        if not deeds and short and may_have_cue(sentence):
            words = Words(sentence)
            found = candidates(words, published)
        yield _Judged(start, words, found, _best(found), 0, start) if found else None


def _judged_item(text: str, lead: Span, item: Span, published: str | None) -> _Judged | None:
    """An item of a list judged as what goes on with the words before the list: "The department will: | train …"."""
    before = text[slice(*lead)]
    deed = text[slice(*item)][: _LONGEST - len(before)]
    words = Words(f"{before} {deed[:1].lower()}{deed[1:]}")
    own = len(before) + 1
    first = next((number for number, (start, _) in enumerate(words.spans) if start == own), len(words))
    found = [one for one in candidates(words, published) if one.cue.action == first]
    return _Judged(lead[0], words, found, _best(found), own, item[0]) if found else None


def _best(found: Sequence[Candidate]) -> Candidate:
    """The likeliest cue of a sentence."""
    return max(found, key=lambda one: one.confidence)


def candidates(words: Words, published: str | None) -> list[Candidate]:
    """Return every cue of a sentence that is not taken back, with its confidence if the sentence stood alone.

    Args:
        words: The sentence.
        published: ISO date from which its deadlines count and before which a year is past.
    """
    cues = [cue for cue in find_cues(words) if not taken_back(words, cue)]
    if not cues:
        return []
    terms = Terms(words, published)
    said = word_traits(words)
    judged = []
    for cue in cues:
        deadline = terms.deadline(cue, cues)
        amount = terms.amount(cue, deadline)
        known = (*said, *placed_words(words, cue)) if cue.kind != "forecast" else ()
        found = (*traits(words, cue, deadline, amount, published), *known)
        judged.append(Candidate(cue, cues, terms, deadline, found, probability(found)))
    return judged


def _suggestion(part: _Part, setting: Setting, span: Span, company: float, phrases: float) -> CommitmentSuggestion:
    """A part of a sentence as it is suggested at a span of the text, with the confidence that its surroundings lend."""
    words, told = part.words, part.told
    cue = told.cue
    deadline, amount = told.terms.told(cue, told.cues)
    promisor, role = promisor_of(setting, cue)
    issuer = issuer_of(words, cue)
    return CommitmentSuggestion(
        start=span[0],
        end=span[1],
        strength=_strength(words, told),
        promisor=promisor,
        role=role,
        beneficiary=beneficiary_of(words, cue, [found.span for found in (deadline, amount) if found]),
        action=action_of(words, cue).removesuffix(f" {part.until}"),
        quantity=amount.value if amount else None,
        unit=amount.unit if amount else "",
        deadline=deadline.date if deadline else None,
        deadline_precision=deadline.precision if deadline else "none",
        deadline_text=words.sentence[slice(*deadline.span)] if deadline else "",
        condition=told.terms.condition(cue, told.cues),
        # the sentence has it, if not the clause
        confidence=round(max(LEAST, probability(told.traits, company, phrases)), 2),
        why=_why(told, words.text(issuer.start, issuer.end), company, phrases),
    )


def _strength(words: Words, best: Candidate) -> Strength:
    """Soft for plans and proposals, hard for promises and agreements, and for a "would" that is one or reports one."""
    start = best.cue.subject.start
    party = best.cue.subject.kind == "actor" and words.at(start) in POSSESSIVES  # "said her party would"
    own = party or "reporter's own" in best.traits
    if best.cue.kind == "would" and (own or _is_promised(words, start)):
        return "hard"
    return language.STRENGTHS.get(best.cue.kind.removesuffix(" noun"), "hard")


def _is_promised(words: Words, start: int) -> bool:
    """Whether a clause is what a verb before it promises: "promised President Holt that | Norrin would send troops"."""
    before = words.lower[max(0, start - _ADDRESSED) : start]
    verb = next((word for word in reversed(before) if word in language.CUE_VERBS or word in language.REPORTING), "")
    if language.CUE_VERBS.get(verb) != "pledge":
        return False
    after = before[before.index(verb) + 1 :]
    return "," not in after or after[0] == "that"  # "promised that, if elected, it would"


def _why(best: Candidate, actor: str, company: float, phrases: float) -> str:
    """The rule in words: the cue, the actor, and what weighed most, for and against."""
    rest = [trait for trait in best.traits if not trait.startswith(("cue ", "subject ", "verb ", WORD))]
    told = [best.cue.form]
    if actor:
        told.append(f"actor *{actor}*")
    told += [trait for trait in rest if WEIGHTS.get(trait, 0) >= _TELLING]
    if COMPANY * (company - ALONE) >= _TELLING:
        told.append("others nearby")
    if phrases >= _TELLING:
        told.append(_WORDING)
    against = [trait for trait in rest if WEIGHTS.get(trait, 0) <= -_TELLING]
    if phrases <= -_TELLING:
        against.append(_WORDING)
    return ", ".join(told) + (f"; against it: {', '.join(against)}" if against else "")
