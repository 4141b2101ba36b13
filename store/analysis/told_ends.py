"""Where indirect speech ends: before the marks that end it, or before another who says something else."""

from __future__ import annotations

from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    NOUNS_TOO,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    cue_kind,
    verb_form,
)
from store.analysis.noun_phrases import is_noun, is_past, phrase_after, phrase_before, whole_phrase
from store.analysis.reporting import Cue
from store.analysis.roles import DEMONYMS
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import DASHES, QUOTED, Sentence
from store.analysis.subjects import FINITE, begins_clause, is_time, leads_up, main_subject

_JOINING = frozenset(("and", "or"))
_LONGEST_INSERTED = 24
_SUBORDINATE = frozenset("after although because before if once since though until when while whilst".split())
"""Words that open a clause which leads up to the main one: "While S says it is weak, T has left"."""
_BEFORE_LEAD = frozenset(("back", "but", "and", "even", "just", "only", "yet", ","))
"""What may stand before what leads up to a clause: "Even though S said"."""
_ASKING = frozenset("how what which who why".split())
_BEFORE_ASKING = frozenset(("and", "but", ","))
WHICH = frozenset("last this".split())
"""Which stretch of time: "told Lake Wire last month"."""
_ASIDE = (["and", "when"], ["but", "when"])
_ASKED = frozenset("asked pressed questioned".split())
"""Participles after "and when" with which somebody speaks again: "…, and when asked why, he laughed"."""
_BREAKS = frozenset("while although though whereas but according where prompting".split())


def end_of_told(sentence: Sentence, cues: list[Cue], k: int) -> int:
    """Where what is told ends: before the marks that end the sentence, or before another who says something else."""
    words, lower = sentence.words, sentence.lower
    end = _before_next(sentence, cues, k)
    closing = k - 1
    for m in range(k, end - 2):
        if m <= closing:
            continue
        closing = past_inserted(sentence, m, end - 1)
        if closing > m:
            continue
        if words[m] == ")":
            end = m
            break
        if words[m] == QUOTED and m > k and words[m - 1] in (":", ","):
            end = m
            break
        if words[m] in (";", "--", "—", "―"):
            end = m
            break
        if words[m] == "," and (
            lower[m + 1] in _BREAKS or _is_asked(sentence, m + 1) or _reports_again(sentence, m + 1)
        ):
            end = m
            break
    while (
        end > k
        and not words[end - 1][0].isalnum()
        and words[end - 1] != QUOTED
        and words[end - 1] not in ("%", ")", "$")
    ):
        end -= 1
    return end


def end_of_infinitive(sentence: Sentence, cues: list[Cue], to: int) -> int:
    """Where what "to" begins ends: also before a clause that is joined to the sentence, "…, and the mayor left"."""
    end = end_of_told(sentence, cues, to + 1)
    for comma in range(to + 2, end - 2):
        if sentence.words[comma] == "," and sentence.lower[comma + 1] in ("and", "but", "so"):
            after = phrase_after(sentence, comma + 2)
            if after > comma + 2 and goes_on_with_verb(sentence, after):
                return comma
    return end


def _is_asked(sentence: Sentence, k: int) -> bool:
    """Whether word k begins on what occasion something was said: ", and when asked"."""
    lower = sentence.lower
    return lower[k : k + 2] in _ASIDE and not _ASKED.isdisjoint(lower[k + 2 : k + 3])


def _reports_again(sentence: Sentence, k: int) -> bool:
    """Whether word k is a verb that reports something else: "…, adding that", or in a heading "…, rejects election"."""
    low, after = sentence.lower[k], sentence.lower[k + 1] if k + 1 < len(sentence) else "."
    heading = sentence.words[-1][-1].isalnum()
    second = heading and verb_form(low) == "third" and (low not in NOUNS_TOO or after == "to")
    return bool(cue_kind(low)) and (second or low.endswith("ing"))


def past_inserted(sentence: Sentence, k: int, limit: int) -> int:
    """The word that closes what brackets or two dashes insert from word k on, before word `limit`; else word k."""
    words = sentence.words
    if words[k] == "(":
        return next((m for m in range(k + 1, limit) if words[m] == ")"), k)
    if words[k] not in DASHES:
        return k
    begin = after_dateline(sentence)
    inside = words[begin:k].count(words[k]) % 2
    if k < begin or inside or QUOTED in words[k:]:
        return k
    return next((m for m in range(k + 2, min(k + _LONGEST_INSERTED, limit)) if words[m] == words[k]), k)


def end_of_aside(sentence: Sentence, cues: list[Cue], cue: Cue) -> int:
    """Where the aside ends in which a cue stands, before the clause goes on: "S, who says it is weak, has left"."""
    assert cue.subject is not None
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    begin, end = cue.subject.stands_for or cue.subject.words
    relative = cue.subject.stands_for is not None
    if begin > 1 and lower[begin - 1] == "whose":
        begin, end, relative = phrase_before(sentence, begin - 2), begin - 2, True
    participle = verb_form(lower[cue.first]) == "ing" and cue.first == end + 1
    if not (relative or participle) or words[end] != ",":
        return size
    if not begins_clause(sentence, begin):
        return _before_main_clause(sentence, cues, cue)
    subject = main_subject(sentence)
    main = subject is not None and subject.words[0] == begin
    depth, last, weak, m = 0, size, size, cue.last
    while m < size - 1:
        closing = past_inserted(sentence, m, size)
        if words[m] == "," and goes_on_with_verb(sentence, m + 1):
            if depth == 0:
                return m
            depth, last = depth - 1, m
        elif words[m] == "," and (lower[m + 1] in DETERMINERS or lower[m + 1] in CLAUSE_WORDS - _JOINING):
            depth += 1
        elif words[m] == "," and last == size and main and _may_be_verb(sentence, m + 1):
            weak = m
        m = max(m, closing) + 1
    return min(last, weak)


def end_of_lead(sentence: Sentence, cue: Cue) -> int:
    """Where what leads up to the clause of a sentence ends, a cue in it: "While S says it is weak, T has left"."""
    assert cue.subject is not None
    size, begin = len(sentence), whole_phrase(sentence, cue.subject.words[0])
    if begin > cue.first:
        return begin - 1
    if begin == 0 or sentence.lower[begin - 1] not in _SUBORDINATE or not opens(sentence, begin - 1):
        return size
    for comma in range(cue.last + 1, size - 1):
        if sentence.words[comma] == "," and sentence.lower[comma + 1] not in CLAUSE_WORDS:
            end = phrase_after(sentence, comma + 1)
            if end > comma + 1 and goes_on_with_verb(sentence, end):
                return comma
    return size


def end_of_relative(sentence: Sentence, k: int, limit: int) -> int:
    """Where a relative clause that goes on at word k ends, before the one around it: "which S said was shut, is"."""
    commas = (m for m in range(k + 1, limit - 1) if sentence.words[m] == ",")
    return next((m for m in commas if goes_on_with_verb(sentence, m + 1)), limit)


def opens(sentence: Sentence, k: int) -> bool:
    """Whether a sentence begins with word k, but for adverbs and the like: "But even though"."""
    before = sentence.lower[after_dateline(sentence) : k]
    return all(low in _BEFORE_LEAD or low in _SUBORDINATE or low in ADVERBS or low.endswith("ly") for low in before)


def _before_main_clause(sentence: Sentence, cues: list[Cue], cue: Cue) -> int:
    """Where what leads up to the clause of another verb of speech ends: "Asked of S, who says it is weak, T said"."""
    if not leads_up(sentence, after_dateline(sentence)):
        return len(sentence)
    commas = [k for k in range(cue.last + 1, len(sentence) - 1) if sentence.words[k] == ","]
    speaking = {later.subject.words[0] for later in cues if later.subject}
    acting = [k for k in commas if goes_on_with_verb(sentence, phrase_after(sentence, k + 1))]
    return next((k for k in commas if k + 1 in speaking), acting[-1] if acting else len(sentence))


def goes_on_with_verb(sentence: Sentence, k: int) -> bool:
    """Whether a finite verb begins at word k, or after adverbs there."""
    lower = sentence.lower
    while k < len(sentence) - 1 and ((lower[k] in ADVERBS and lower[k] not in DETERMINERS) or lower[k].endswith("ly")):
        k += 1
    low = lower[k] if k < len(sentence) else ""
    told = cue_kind(low) and verb_form(low) in ("past", "third") and low not in NOUNS_TOO
    return low in AUXILIARIES or is_past(low) or low in FINITE or bool(told)


def has_verb_after(sentence: Sentence, k: int) -> bool:
    """Whether a noun phrase begins at word k and a verb that can be nothing else follows: "the firm was late"."""
    end = phrase_after(sentence, k)
    return k < end < len(sentence) and sentence.lower[end] in AUXILIARIES and sentence.lower[k] != "what"


def _may_be_verb(sentence: Sentence, k: int) -> bool:
    """Whether a word after a comma may be a verb whose form does not tell it: "S, who …, sank two barges"."""
    low, after = sentence.lower[k], sentence.lower[k + 1] if k + 1 < len(sentence) else "."
    other = low in PREPOSITIONS or low in CLAUSE_WORDS or low in DETERMINERS or low in PERSON_PRONOUNS
    listed = after in ("and", "or") or not after[0].isalnum()
    return sentence.words[k].islower() and not (other or listed or low.endswith("ing"))


def _before_next(sentence: Sentence, cues: list[Cue], k: int) -> int:
    """Where another verb of speech is joined to the first: "…, and the mayor said", "… and called for"."""
    lower = sentence.lower
    for cue in cues:
        if cue.first <= k or cue.subject is None:
            continue
        first = cue.first
        while first > k and (lower[first - 1] in ADVERBS or lower[first - 1] in AUXILIARIES):
            first -= 1
        joined = lower[first - 1] in ("and", "but") and verb_form(lower[cue.first]) in ("past", "third")
        if joined and cue.kind == "say":
            return first - 1
        begin = cue.subject.words[0]
        whole = whole_phrase(sentence, begin)
        if cue.kind == "say" and whole > k + 2 and lower[whole - 1] in _ASKING and lower[whole - 2] in _BEFORE_ASKING:
            return whole - 2  # "…, which S said was closed", "… and how S says it will open"
        if lower[cue.first] in ("learned", "learnt") and begin > k + 1 and lower[begin - 1] == ",":
            return begin - 1  # "…, the Lake Wire learned from the ministry"
        if begin > k + 1 and lower[begin - 1] in ("and", "but", "while") and sentence.words[begin - 2] == ",":
            return begin - 1
    return len(sentence)


def past_whom(sentence: Sentence, k: int) -> int:
    """Where the words end that tell to whom and when something is told: "told the Lake Wire radio forum Monday"."""
    end, size = phrase_after(sentence, k), len(sentence)
    if k < size and sentence.lower[k] in OBJECT_PRONOUNS and sentence.lower[k] != "her":
        return k + 1
    named = sentence.words[end - 1][0].isupper()
    if not named or not (DETERMINERS | DEMONYMS).isdisjoint(sentence.lower[k:end]):  # not "told Roe homes are sold"
        while end < size and is_noun(sentence, end):
            end += 1
    if end + 1 < size and sentence.lower[end] in WHICH and is_time(sentence.lower[end + 1]):
        return end + 2
    return end + (end < size and sentence.lower[end] in DAYS)
