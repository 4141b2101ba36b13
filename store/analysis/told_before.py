"""Indirect speech before its verb: "…, S said", "…, according to S", and what goes on after them."""

from __future__ import annotations

from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_VERBS,
    CLAUSE_WORDS,
    CLOSING_VERBS,
    DAYS,
    DETERMINERS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    TELLING,
    TO_VERBS,
    cue_kind,
    past_particle,
)
from store.analysis.elapsed import begins_with_time_since
from store.analysis.name_words import is_name_word
from store.analysis.noun_phrases import is_past, phrase_after, tells_who, whole_phrase
from store.analysis.reporting import Cue
from store.analysis.roles import BODY_WORDS, is_title
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import QUOTED, Sentence, Words
from store.analysis.subject_before_verb import RELATIVE
from store.analysis.subjects import leads_up, slips_in
from store.analysis.told import LEAST, Told, told_by
from store.analysis.told_after import has_subject, told_after
from store.analysis.told_ends import end_of_told, has_verb_after, opens, past_whom


def told_before(sentence: Sentence, cues: list[Cue], cue: Cue, reached: int) -> Told | None:
    """What stands before "…, S said" or "…, according to S", and goes on after it."""
    assert cue.subject is not None
    if cue.subject.stands_for is not None:
        return None
    words, lower = sentence.words, sentence.lower
    first, last = min(cue.first, cue.subject.words[0]), max(cue.last, cue.subject.words[1])
    according = lower[cue.first] == "according"
    verb = lower[cue.first]
    follows = cue.subject.words[1] > cue.first and not cue.inverted
    if not according and (
        follows or not (verb in CLAUSE_VERBS or verb in _FINDING or _closes_what_is_told(sentence, cue))
    ):
        return None
    if according and first == 0:
        return _after_according(sentence, cues, cue, last)
    if not according and words[first - 1] != "," and not cue.inverted and lower[first] not in PERSON_PRONOUNS:
        whole = whole_phrase(sentence, first)
        first = whole if tells_who(lower[first - 1]) or _may_only_name(sentence, whole, first, verb) else first
    if first > 1 and lower[first - 1] == "as" and cue.kind == "say" and not opens(sentence, first - 1):
        if "that" in lower[last : last + 6]:
            return None  # "He does not believe, as S says, that"
        first -= 1  # "The dam is old, as S has said"
    if first == 0 or (words[first - 1] != "," and not according) or QUOTED in words[:first]:
        return None
    if verb in TELLING and not cue.inverted:
        last = past_whom(sentence, last)
    if not (_closes(sentence, verb, last) or (according and _is_described(sentence, last))):
        return None
    begin = max(reached, after_dateline(sentence))
    while begin < first and not words[begin][0].isalnum():
        begin += 1
    begin = _past_as_reported(sentence, begin, first)
    before = (begin, first - (words[first - 1] == ","))
    if begin < first and lower[begin] == "according":
        outer = next((one for one in cues if one.first == begin and one.subject), None)
        begin = max(begin, _past_source(sentence, outer, outer.last)) if outer else begin
        before = (begin, before[1])
    why = "“according to” after it" if according else f"“{verb}” after it"
    reasoned = not according or not REASONS.isdisjoint(lower[last + 1 : last + 2])
    if reasoned and before[1] - before[0] > LEAST * according and (rest := _goes_on(sentence, cues, cue, last)):
        return told_by(sentence, (before, rest), cue, 0.78, why)
    goes_on = {QUOTED, ":", "that"} | ({"to"} if verb in TO_VERBS else set())
    only_when = verb in TELLING or lower[first - 2] in ADVERBS or not goes_on.isdisjoint(lower[last:])
    if before[1] - before[0] <= LEAST or (only_when and _only_tells_when(sentence, *before)):
        return None
    if "that" in lower[last:] and not _has_verb(sentence, *before):
        return None  # "On Saturday, envoys of Norrin, Velland and Tarn said in Lest that …"
    return told_by(sentence, (before,), cue, 0.82, why)


def _closes_what_is_told(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb may end what its clause tells, right beside its subject: "…, she joked", "…, she pointed out"."""
    assert cue.subject is not None
    if cue.first + 1 < past_particle(sentence.lower, cue.first):
        return True
    closing = sentence.lower[cue.first] in CLOSING_VERBS
    return closing and all(slips_in(sentence, k) for k in range(cue.subject.words[1], cue.first))


def _past_as_reported(sentence: Sentence, begin: int, end: int) -> int:
    """Past "As was previously reported by the Lake Wire," at word `begin`; the same word where none stands there."""
    lower, k = sentence.lower, begin + 1
    while k < end and (lower[k] in _PASSIVE or lower[k] in ADVERBS or lower[k].endswith("ly")):
        k += 1
    after = lower[k + 1] if lower[begin] == "as" and lower[k : k + 1] == ["reported"] and k + 1 < end else ""
    if after != "," and after not in ADVERBS and after not in PREPOSITIONS and after not in DAYS:
        return begin  # "As reported crime falls, …"
    return next((m + 1 for m in range(k, end - 1) if lower[m] == ","), begin)


def _may_only_name(sentence: Sentence, begin: int, name: int, verb: str) -> bool:
    """Whether the words [begin, name) tell who the name is, and not what its verb is about: "a deal S announced"."""
    last = sentence.lower[name - 1]
    return verb in _ONLY_CLAUSES or not (sentence.lower[begin] in DETERMINERS or last.endswith("s"))


def _closes(sentence: Sentence, verb: str, last: int) -> bool:
    """Whether the words that report may end before the word `last`, so that nothing told follows the verb."""
    if last >= len(sentence) or not (sentence.words[last][0].isalnum() or sentence.words[last][0] in "$€£¥"):
        return True
    low = sentence.lower[last]
    if low in DAYS or low in _LEADING_ON or low in _LATER or low.endswith("ing"):
        return True
    return verb not in _FINDING and low in PREPOSITIONS - _COMPLETING and not (low == "to" and verb in TO_VERBS)


def _is_described(sentence: Sentence, k: int) -> bool:
    """Whether all that follows from word k on tells which source it is: "a guard who saw it", "a study published"."""
    following = sentence.lower[k]
    return (following in RELATIVE or is_past(following)) and "," not in sentence.words[k:]


def _goes_on(sentence: Sentence, cues: list[Cue], cue: Cue, last: int) -> Words | None:
    """What goes on with what is told after the words that report it and a comma: "The talks, S said, will go on"."""
    words, lower = sentence.words, sentence.lower
    comma = next((k for k in range(last, min(last + 8, len(words))) if words[k] == ","), -1)
    if comma == last and cue.inverted:
        comma = _past_apposition(sentence, comma)
    if (
        not 0 <= comma < len(lower) - 1
        or lower[comma + 1] in CLAUSE_WORDS - REASONS
        or (lower[comma + 1].endswith("ing") and not has_verb_after(sentence, comma + 1))
        or begins_with_time_since(lower[comma + 1 :])
    ):
        return None
    after = end_of_told(sentence, cues, comma + 1)
    goes_on = after - comma > LEAST and words[comma + 2] != "," and QUOTED not in words[comma:after]
    return (comma + 1, after) if goes_on else None


def _has_verb(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether words hold a verb, as far as its form tells."""
    lower = sentence.lower[begin:end]
    return any(low in AUXILIARIES or is_past(low) or cue_kind(low) for low in lower)


def _past_apposition(sentence: Sentence, comma: int) -> int:
    """The comma after what tells who spoke, "said S, a nurse,"; the same one without such words, -1 where none ends."""
    lower, size = sentence.lower, len(sentence)
    end = phrase_after(sentence, comma + 1)
    noun = end < size and (lower[end] in PREPOSITIONS or lower[end] in ("who", "which", ","))
    if end == comma + 1 or sentence.words[comma + 1][0].isupper() or not (noun or end >= size - 1):
        return comma
    return next((k for k in range(end, size) if lower[k] == ","), -1)


_ONLY_CLAUSES = frozenset("say says said tell tells told".split())
REASONS = frozenset("because if provided providing since though unless".split())
"""What goes on with what was said: "…, S said, because it is late"."""
_PASSIVE = frozenset("been has was".split())
_COMPLETING = frozenset("about against of out up".split())
"""Prepositions that go on with what a verb says of itself: "they add up to ten"."""
_LATER = frozenset("afterward afterwards again earlier later then today yesterday".split())
_LEADING_ON = frozenset("while when as after before prior".split())
_FINDING = frozenset("find finds found show shows showed shown".split())
"""Verbs by which what was found is told: "…, the study found"."""


def _only_tells_when(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether what stands before ', S said: "…"' is no clause, but tells when or where: "However, at the meeting"."""
    lower = sentence.lower
    begin += lower[begin] in ("but", "and") and lower[begin + 1] in PREPOSITIONS
    while lower[begin] in ADVERBS and lower[begin + 1] == ",":
        begin += 2
    return leads_up(sentence, begin) and not has_subject(sentence, begin, end)


def _after_according(sentence: Sentence, cues: list[Cue], cue: Cue, last: int) -> Told | None:
    """What follows "According to S, …"; the source ends before the word `last`."""
    begin = _past_source(sentence, cue, last)
    if not begin or _tells_itself(sentence, cues, begin):
        return None
    return told_by(sentence, ((begin, end_of_told(sentence, cues, begin)),), cue, 0.8, "“according to” before it")


def _past_source(sentence: Sentence, cue: Cue, last: int) -> int:
    """Where the clause begins after a source that ends before word `last`, with what tells who it is; 0 for none."""
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    comma = next((k for k in range(last, min(last + 24, size)) if words[k] == ","), -1)
    closing = next((k for k in range(comma + 2, min(comma + 14, size - 1)) if words[k] == ","), -1)
    if comma <= 0 or closing <= 0:
        return comma + 1 if comma > 0 else 0
    assert cue.subject is not None
    source, beside = lower[slice(*cue.subject.words)], lower[comma + 1 : closing]
    if beside[0] in RELATIVE or beside[0] == "whose":
        return closing + 1
    named = is_name_word(words[comma - 1])
    roles = any(is_title(low) or low in BODY_WORDS for low in beside)
    if named and beside[0][0].isalpha():
        apposed = beside[0] in ("a", "an") or (roles and words[comma + 1][0].islower())
    else:
        name = all(map(is_name_word, words[comma + 1 : closing])) or "of" in beside
        apposed = name and is_name_word(words[comma + 1]) and any(is_title(low) or low in BODY_WORDS for low in source)
    return (closing if apposed and _may_be_a_clause(sentence, closing + 1) else comma) + 1


def _may_be_a_clause(sentence: Sentence, k: int) -> bool:
    """Whether a clause with a subject of its own may begin with word k, and not the verb that goes on with another."""
    lower, size = sentence.lower, len(sentence)
    while k < size - 1 and (lower[k] in ADVERBS or lower[k] in PREPOSITIONS):
        k += 1
    if lower[k] in PERSON_PRONOUNS or lower[k] == "there":
        return True
    end = phrase_after(sentence, k)
    if lower[k][0].isdigit() and any(lower[m] == "," for m in range(k + 1, min(k + 3, size))):
        return False
    if end == k or is_past(lower[k]) or lower[k].endswith("ing") or "and" in lower[k:end]:
        return False
    return lower[end] not in ("and", "or", ",") if end < size - 1 else end - k >= LEAST


def _tells_itself(sentence: Sentence, cues: list[Cue], begin: int) -> bool:
    """Whether a clause from word `begin` on says who said what: "According to the Lake Wire, S said the dam broke"."""
    inner = next((cue for cue in cues if cue.subject and cue.subject.words[0] == begin), None)
    if inner is None or inner.kind != "say" or sentence.lower[begin] in PERSON_PRONOUNS:
        return False
    told = told_after(sentence, inner, cues)
    return told is not None and told.score >= 0.75 and sentence.lower[inner.first] in _ONLY_CLAUSES
