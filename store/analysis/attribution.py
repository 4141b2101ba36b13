"""Which reporting verb of its sentence a quotation belongs to: scored candidates before and after it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.analysis.cues import (
    ADVERBS,
    CALLING,
    DAYS,
    DETERMINERS,
    FOREIGN_AUXILIARIES,
    FOREIGN_SAYING,
    NAMING,
    PARTICLES_OF,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    STANCE_VERBS,
    TELLING,
    TITLING,
    verb_form,
)
from store.analysis.noun_phrases import POSSESSIVE, WITHIN, is_noun, phrase_before
from store.analysis.reporting import Cue
from store.analysis.sentence_words import DASHES, QUOTED, Sentence
from store.analysis.subject_before_verb import QUOTING
from store.analysis.subjects import main_subject, slips_in

_MAY = frozenset("can could may might must should".split())
_OUTLETS = frozenset(
    "blog broadcaster channel daily magazine newspaper podcast programme program site tabloid website weekly".split()
)
_CALLED = frozenset("called dubbed labelled labeled nicknamed named".split())
_BIDDING = frozenset(
    "ask asked asking asks call called calling calls encourage encouraged encourages encouraging implore implored "
    "implores imploring order ordered ordering orders tell telling tells told urge urged urges urging".split()
)
"""Verbs whose object is told to do something."""
_NEAR = 6
REACH = 26
"""Words between a quotation and the verb that reports it."""
LABELLED = 0.69
"""How sure it is that who is named before a colon speaks: enough for a short quotation, not for a title."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation's cue, from 0 (a guess) to 1 how sure it is, and why."""

    cue: Cue
    score: float
    why: str
    after: bool = False


def attribute(sentence: Sentence, k: int, cues: list[Cue], quote_text: str) -> Attribution | None:
    """The likeliest attribution of the quotation that is word k of a sentence, None where the sentence holds none."""
    candidates = [*_after(sentence, k, cues, quote_text), *_before(sentence, k, cues), *_at_the_end(sentence, k, cues)]
    return max(candidates, key=lambda candidate: (candidate.score, candidate.cue.unsaid), default=None)


def _after(sentence: Sentence, k: int, cues: list[Cue], quote_text: str) -> list[Attribution]:
    """Attributions by what follows a quotation: said S, S said, according to S."""
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    begin = k + 1
    while begin < size and words[begin] in (",", *DASHES):
        begin += 1
    inner = quote_text.rstrip("\"”“»’'」』 \u00a0\u202f")[-1:]
    closes = begin > k + 1 or inner in ",?!…—，" or (inner == "." and begin < size and not words[begin][0].isupper())
    result = []
    for cue in cues:
        if cue.first < begin or cue.subject is None or cue.noun:
            continue
        if words[cue.first - 1] in _MAY:
            continue  # "…, meaning that users can ask"
        if cue.first - begin > REACH or QUOTED in words[k + 1 : cue.first]:
            break
        subject = cue.subject
        score = (0.95 if cue.kind == "say" else 0.6) - (0.0 if closes else 0.35)
        score -= 0.3 if lower[cue.last : cue.last + 1] == ["that"] else 0.0
        why = f"“{lower[cue.first]}” after it"
        slips = range(begin, cue.first if cue.inverted else subject.words[0])
        if cue.inverted:
            is_beside = all(slips_in(sentence, m) or lower[m] in FOREIGN_AUXILIARIES for m in slips)
        else:
            is_beside = not (cue.passive or subject.stands_for) and _one_phrase(sentence, begin, subject.words[0])
        if is_beside or _is_quoted(sentence, begin, subject.words[0]):
            result.append(Attribution(cue, score, why, after=True))
        elif (
            not cue.inverted
            and slips
            and all(not words[m][0].isalnum() or lower[m] in ADVERBS or lower[m] in ("and", "as", "but") for m in slips)
        ):
            result.append(Attribution(cue, score - (0.05 if lower[begin] == "as" else 0.5), why, after=True))
        elif lower[cue.first] == "according":
            result.append(Attribution(cue, 0.55, "“according to” in its sentence", after=True))
    return result


def _is_quoted(sentence: Sentence, begin: int, whom: int) -> bool:
    """Whether a verb of quoting stands before word `whom`, and nothing but who quotes from word `begin` to it."""
    quotes = whom - 1 > begin and sentence.lower[whom - 1] in QUOTING
    return quotes and phrase_before(sentence, whom - 1, begin) == begin


def _one_phrase(sentence: Sentence, begin: int, name: int) -> bool:
    """Whether nothing but words of a noun phrase stands before a name: "the head of the agency Jane Doe"."""
    return all(is_noun(sentence, k) or sentence.lower[k] in WITHIN for k in range(begin, name))


def _before(sentence: Sentence, k: int, cues: list[Cue]) -> list[Attribution]:
    """Attributions by the verbs before a quotation: the nearest is likeliest, but not inside what another reports."""
    words, lower = sentence.words, sentence.lower
    result: list[Attribution] = []
    reporting: Cue | None = None
    for cue in cues:
        if cue.last > k:
            break
        if (cue.subject is None and not cue.passive) or (cue.subject is not None and cue.subject.words[0] >= k):
            continue
        distance = k - cue.last
        between = words[cue.last : k]
        if cue.noun and _is_called(sentence, cue, cues, k):
            continue
        answered = cue.noun and _is_answered(sentence, cue, cues)
        say = cue.kind == "say" or answered
        told = between[-1:] == [":"] and not _tells_between(sentence, cue, cues, k)
        if distance == 0 or between in ([":"], [","]) or (told and (say or distance < 6)):
            score = 0.93 if say else 0.8
        else:
            score = (0.86 if say else 0.74) - 0.006 * min(distance, 40)
            score -= 0.1 * sum(word in (";", *DASHES) for word in between)
        if lower[cue.first] == ":":
            score = LABELLED
        calls = lower[cue.first] in CALLING and distance < 4 and QUOTED not in between
        score += 0.06 if calls else 0.0
        aside = verb_form(lower[cue.first]) == "ing" or (cue.subject is not None and cue.subject.stands_for)
        if aside and _left_behind(sentence, cue, cues, k):
            score -= 0.15
        if cue.subject is not None and lower[max(0, cue.subject.words[0] - 1)] == "with":
            score += 0.1  # "…, with a spokesman calling it"
        if QUOTED in between:
            score -= 0.02
        if cue.subject is None:
            score -= 0.2
        if _is_bidden(sentence, cue, cues):
            score -= 0.3
        if cue.noun and reporting is not None and not answered:
            score -= 0.12
        if reporting is not None and say and distance < _NEAR and _passes_on(sentence, reporting, cue):
            outer = reporting.first
            result = [replace(one, score=one.score - 0.12 * (one.cue.first == outer)) for one in result]
            reporting = cue
        elif reporting is not None and not answered and stands_within(sentence, reporting, cue):
            score -= 0.04 if (say and distance < 2) or calls or told else 0.12
        elif say and not cue.passive:
            reporting = cue
        if lower[cue.first] in ("told", "asked") and distance > 0 and between[-1:] == [","]:
            score += 0.05
        if cue.unsaid and distance > 1 and between[-1] == ":":
            cue = replace(cue, unsaid=False)  # "did not deny it: …"
        result.append(Attribution(_outward(sentence, cue), score, f"“{lower[cue.first]}” before it"))
    return result


def _is_bidden(sentence: Sentence, bidden: Cue, cues: list[Cue]) -> bool:
    """Whether the subject of an infinitive is only told to say something: "called on ministers to continue"."""
    if bidden.subject is None or sentence.lower[bidden.first - 1] != "to":
        return False
    begin, end = bidden.subject.words
    bidding = (cue for cue in cues if cue.last <= begin < cue.last + _NEAR and sentence.lower[cue.first] in _BIDDING)
    return end == bidden.first - 1 and any(bidding)


def _tells_between(sentence: Sentence, outer: Cue, cues: list[Cue], k: int) -> bool:
    """Whether somebody else says what a colon before word k introduces: "recalled S telling her: …"."""
    return any(
        outer.last <= cue.first < k
        and cue.kind == "say"
        and not (cue.passive or (cue.subject and sentence.lower[cue.subject.words[0]] in PERSON_PRONOUNS))
        and "," not in sentence.words[outer.last : k]
        and stands_within(sentence, outer, cue)
        for cue in cues
    )


def _is_answered(sentence: Sentence, claim: Cue, cues: list[Cue]) -> bool:
    """Whether a claim is the object of another's verb, so that its words are whose claim it is: "denied S's claim"."""
    begin = _claim_begins(sentence, claim)
    to = sentence.lower[begin - 1] == "to"
    verbs = PARTICLES_OF["to"] if to else STANCE_VERBS
    return any(cue.last == begin - to and sentence.lower[cue.first] in verbs for cue in cues)


def _is_called(sentence: Sentence, claim: Cue, cues: list[Cue], k: int) -> bool:
    """Whether a claim is what another calls by the quotation that is word k: "called S’s decision “absurd”"."""
    begin = _claim_begins(sentence, claim)
    calls = any(cue.last == begin and sentence.lower[cue.first] in CALLING for cue in cues)
    return calls and sentence.lower[k - 1] not in ("that", "of", ":")


def _claim_begins(sentence: Sentence, claim: Cue) -> int:
    """Where the phrase of a claim begins: at whose it is, or before."""
    assert claim.subject is not None
    return min(claim.subject.words[0], phrase_before(sentence, claim.last))


def _left_behind(sentence: Sentence, cue: Cue, cues: list[Cue], k: int) -> bool:
    """Whether what an aside reports ends at a comma, and a verb of another follows, or of whom a clause described.

    "announcing it, S called …", "S, who wrote the bill, called …".
    """
    described = cue.subject.stands_for if cue.subject else None
    for later in cues:
        if later.subject is None or not cue.last < later.first < k:
            continue
        begins = later.subject.words[0]
        if later.subject.words == described or (cue.last < begins and sentence.words[begins - 1] == ","):
            return True
    return False


def stands_within(sentence: Sentence, outer: Cue, inner: Cue) -> bool:
    """Whether a verb stands inside the clause that another reports, not beside it."""
    if inner.subject is None or outer.subject is None or inner.subject == outer.subject or inner.inverted:
        return False
    first = inner.subject.words[0]
    if first < outer.last:
        return False
    between = sentence.words[outer.last : first]
    joined = sentence.lower[first - 1] in ("and", "but", "while", ";") and "," in between
    if between[-1:] == [","] and verb_form(sentence.lower[outer.first]) == "ing":
        return False  # "In a statement announcing it, S called …"
    return not joined and QUOTED not in between


def _passes_on(sentence: Sentence, outer: Cue, inner: Cue) -> bool:
    """Whether a verb tells whose words the one before passes on: "According to the Wire, S said"."""
    lower = sentence.lower
    if inner.subject is None or inner.passive or inner.noun or lower[inner.subject.words[0]] in PERSON_PRONOUNS:
        return False
    if lower[outer.first] == "according":
        return True
    return lower[inner.first] in TELLING and stands_within(sentence, outer, inner)


def _outward(sentence: Sentence, cue: Cue) -> Cue:
    """For "what he calls", the subject of the sentence where a pronoun only takes it up."""
    if cue.subject is None or cue.inverted:
        return cue
    first, last = cue.subject.words
    if (
        last - first == 1
        and first > 0
        and sentence.lower[first - 1] == "what"
        and sentence.lower[first] in PERSON_PRONOUNS
    ):
        outer = main_subject(sentence, first)
        if outer is not None:
            return replace(cue, subject=outer)
    return cue


def _at_the_end(sentence: Sentence, k: int, cues: list[Cue]) -> list[Attribution]:
    """An attribution that ends the sentence, with more than the quotation before it: "…" is at risk, S said."""
    words, lower = sentence.words, sentence.lower
    result = []
    for cue in cues:
        if cue.kind != "say" or cue.subject is None or cue.first <= k or cue.passive:
            continue
        first = min(cue.first, cue.subject.words[0])
        last = max(cue.last, cue.subject.words[1])
        if (
            first > k + 1
            and words[first - 1] == ","
            and (
                last >= len(words)
                or not words[last][0].isalnum()
                or lower[last] in PREPOSITIONS
                or lower[last] in DAYS
                or lower[last].endswith("ing")
            )
        ):
            result.append(Attribution(cue, 0.79, f"“{lower[cue.first]}” at the end of its sentence", after=True))
    return result


def verb_alone(sentence: Sentence, k: int) -> int:
    """The verb that follows the quotation at word k without a subject of its own, as in Spanish; -1 for none."""
    k += 1
    while k < len(sentence) and (not sentence.words[k][0].isalnum() or sentence.lower[k] in FOREIGN_AUXILIARIES):
        k += 1
    return k if k < len(sentence) and sentence.lower[k] in FOREIGN_SAYING else -1


def titled(sentence: Sentence, k: int) -> bool:
    """Whether a word that announces a name or title stands before the quotation that is word k."""
    lower = sentence.lower
    if k and lower[k - 1] in POSSESSIVE and not TELLING.isdisjoint(lower[max(0, k - _NEAR) : k]):
        return True  # "told the Lake Wire’s “Today” that"
    if k and not _OUTLETS.isdisjoint(lower[k + 1 : k + 2]) and lower[k - 1] in DETERMINERS | TELLING:
        return True  # "told the “Kurier” newspaper"
    if lower[max(0, k - 2) : k - 1] and lower[k - 1] in ("a", "an", "the") and lower[k - 2] in _CALLED:
        begin = phrase_before(sentence, k - 2)
        return begin < k - 2 and lower[begin] in ("a", "an")  # "a plant called the “Silver Reed”"
    if lower[max(0, k - 1) : k] and lower[k - 1] in _CALLED:
        active = k > 1 and (lower[k - 2] in PERSON_PRONOUNS or "what" in lower[max(0, k - 6) : k - 1])
        return not active
    return any(low in TITLING and low not in _CALLED for low in lower[max(0, k - 2) : k])


def beside(sentence: Sentence, k: int, found: Attribution) -> bool:
    """Whether nothing but marks stands between the quotation that is word k and the verb that reports it."""
    if found.after:
        return k == 0
    between = sentence.words[found.cue.last : k]
    calls = sentence.lower[found.cue.first] in CALLING and len(between) < 7
    return calls or all(not word[0].isalnum() for word in between)


def names_a_thing(sentence: Sentence, k: int) -> bool:
    """Whether a verb shortly before the quotation that is word k gives a thing its name, so that it is no speech."""
    return any(low in NAMING for low in sentence.lower[max(0, k - 5) : k])
