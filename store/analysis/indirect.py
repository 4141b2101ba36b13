"""Indirect speech: what a sentence says that somebody said, without quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis.cues import (
    ADVERBS,
    ANSWERING,
    AUXILIARIES,
    CLAUSE_VERBS,
    CLAUSE_WORDS,
    DAYS,
    DENYING,
    OBJECT_PRONOUNS,
    PARTICLES_OF,
    PREPOSITIONS,
    STANCE_VERBS,
    TELLING,
    TO_VERBS,
    cue_kind,
    verb_form,
)
from store.analysis.noun_phrases import POSSESSIVE, is_noun, is_past, phrase_after
from store.analysis.reporting import Cue
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import QUOTED, Sentence, Words

LEAST = 3
"""Words that something said has at least."""
_UNREAL = frozenset("would could should will shall may might can cannot must won't won’t ’ll 'll if".split())
_SELVES = frozenset(("i", "we", "you", "there"))
_OTHERS = frozenset("accusations allegations charges claims complaints reports rumors rumours suggestions".split())
"""What others say: "pleaded not guilty to charges that he took bribes"."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told: words of the sentence, its cue, how sure that is, and why."""

    content: tuple[Words, ...]
    cue: Cue
    score: float
    why: str


def told_in(sentence: Sentence, cues: list[Cue]) -> list[Told]:
    """The indirect speech of a sentence, in order; none inside another."""
    found: list[Told] = []
    reached = 0
    last = _at_the_end(sentence, cues)
    for cue in [last] if last else cues:
        if cue.subject is None or cue.passive or cue.first < reached:
            continue
        if sentence.lower[cue.subject.words[0]] in _SELVES or _is_unreal(sentence, cue) or _is_denied(sentence, cue):
            continue
        told = _around(sentence, cues, cue, reached) or _after(sentence, cue, cues)
        if told is not None and not any(_holds_quote(sentence, words) for words in told.content):
            found.append(told)
            reached = max(told.content[-1][1], cue.last)
    return found


def _is_unreal(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb stands after "to" or a modal: nobody has said it. But who "went on to say" has."""
    before = sentence.lower[max(0, cue.first - 3) : cue.first]
    if before[-1:] == ["to"]:
        return before[-2:-1] != ["on"] and not (len(before) > 1 and before[-2] in AUXILIARIES)
    return any(low in _UNREAL for low in before[-2:])


def _is_denied(sentence: Sentence, cue: Cue) -> bool:
    """Whether what follows a verb is denied to be said. Who "did not say whether" tells that at least."""
    if not _QUESTIONS.isdisjoint(sentence.lower[cue.last : cue.last + 1]):
        return False
    if sentence.lower[cue.first] in CLAUSE_VERBS:
        return cue.unsaid
    return _is_negated(sentence, cue) and sentence.lower[cue.first] in ANSWERING


def _is_negated(sentence: Sentence, cue: Cue) -> bool:
    return not _NOT.isdisjoint(sentence.lower[max(0, cue.first - 1) : cue.first])


def _at_the_end(sentence: Sentence, cues: list[Cue]) -> Cue | None:
    """The verb of speech that ends a sentence, and so reports all of it: "…, S said"."""
    for cue in reversed(cues):
        if cue.kind == "say" and cue.subject is not None and not cue.passive:
            last = max(cue.last, cue.subject.words[1])
            if sentence.lower[cue.first] in TELLING and not cue.inverted:
                last = _past_addressee(sentence, last)
            if len(sentence) - last > 8 or "," in sentence.words[last:] or _holds_quote(sentence, (0, cue.first)):
                return None
            told = _around(sentence, cues, cue, 0)
            return cue if told is not None and len(told.content) == 1 else None
    return None


def _holds_quote(sentence: Sentence, words: Words) -> bool:
    return QUOTED in sentence.words[words[0] : words[1]]


def _around(sentence: Sentence, cues: list[Cue], cue: Cue, reached: int) -> Told | None:
    """What stands before "…, S said" or "…, according to S", and goes on after it."""
    assert cue.subject is not None
    words, lower = sentence.words, sentence.lower
    first, last = min(cue.first, cue.subject.words[0]), max(cue.last, cue.subject.words[1])
    according = lower[cue.first] == "according"
    verb = lower[cue.first]
    if (verb not in CLAUSE_VERBS and verb not in _FINDING and not according) or (
        not according and cue.subject.words[1] > cue.first and not cue.inverted
    ):
        return None
    if according and first == 0:
        return _after_according(sentence, cues, cue, last)
    if first == 0 or (words[first - 1] != "," and not according) or QUOTED in words[:first]:
        return None
    if verb in TELLING and not cue.inverted:
        last = _past_addressee(sentence, last)
    closes = last >= len(words) or not words[last][0].isalnum() or lower[last] in DAYS
    closes = closes or (
        verb not in _FINDING
        and lower[last] in PREPOSITIONS - _COMPLETING
        and not (lower[last] == "to" and verb in TO_VERBS)
    )
    if not (closes or lower[last] in ("while", "when", "as", "after", "before") or lower[last].endswith("ing")):
        return None
    begin = max(reached, after_dateline(sentence))
    while begin < first and not words[begin][0].isalnum():
        begin += 1
    before = (begin, first - (words[first - 1] == ","))
    why = "“according to” after it" if according else f"“{verb}” after it"
    comma = next((k for k in range(last, min(last + 8, len(words))) if words[k] == ","), -1)
    if comma == last and cue.inverted:
        comma = _past_apposition(sentence, comma)
    if (
        0 <= comma < len(lower) - 1
        and not according
        and lower[comma + 1] not in CLAUSE_WORDS - _REASONS
        and not lower[comma + 1].endswith("ing")
    ):
        after = _end(sentence, cues, comma + 1)
        goes_on = after - comma > LEAST and words[comma + 2] != "," and QUOTED not in words[comma:after]
        if before[1] > before[0] and goes_on:
            return _told(sentence, (before, (comma + 1, after)), cue, 0.78, why)
    only_when = verb in TELLING or lower[first - 2] in ADVERBS or not {QUOTED, ":", "that"}.isdisjoint(lower[last:])
    if before[1] - before[0] <= LEAST or (only_when and _only_tells_when(sentence, *before)):
        return None
    if "that" in lower[last:] and not _has_verb(sentence, *before):
        return None  # "On Saturday, envoys of Norrin, Velland and Tarn said in Lest that …"
    return _told(sentence, (before,), cue, 0.82, why)


def _has_verb(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether words hold a verb, as far as its form tells."""
    lower = sentence.lower[begin:end]
    return any(low in AUXILIARIES or is_past(low) or cue_kind(low) for low in lower)


def _past_addressee(sentence: Sentence, k: int) -> int:
    """Where the words end that tell to whom and when something was told: "told a reporter Monday"."""
    k = phrase_after(sentence, k)
    while k < len(sentence) and is_noun(sentence, k):
        k += 1
    return k + (k < len(sentence) and sentence.lower[k] in DAYS)


def _past_apposition(sentence: Sentence, comma: int) -> int:
    """The comma after what tells who spoke, "said S, a nurse,"; the same one without such words, -1 where none ends."""
    lower, size = sentence.lower, len(sentence)
    end = phrase_after(sentence, comma + 1)
    noun = end < size and (lower[end] in PREPOSITIONS or lower[end] in ("who", "which", ","))
    if end == comma + 1 or sentence.words[comma + 1][0].isupper() or not (noun or end >= size - 1):
        return comma
    return next((k for k in range(end, size) if lower[k] == ","), -1)


_REASONS = frozenset("because if since though unless".split())
"""What goes on with what was said: "…, S said, because it is late"."""
_COMPLETING = frozenset("about against of out up".split())
"""Prepositions that go on with what a verb says of itself: "they add up to ten"."""
_FINDING = frozenset("find finds found show shows showed".split())
"""Verbs by which what was found is told: "…, the study found"."""
_THINKING = frozenset("decide decided decides feel feels felt find finds found show showed shows".split())
"""Verbs that a clause follows without "that" where it begins with who acts: "records show he paid"."""
_SPEAKING = frozenset("he she they we".split())
_QUESTIONS = frozenset("whether how why what who".split())
_AFTER_NOUN = frozenset("of to about for on against over in".split())
_ABOUT = frozenset(
    "spoke speaks speaking speak talked talks talking talk complained complains complaining boasted bragged "
    "warned warns joked".split()
)
_NO_OBJECT = frozenset("by to from at in into after before out up down back".split())
_NOT = frozenset("not n't n’t never didn't didn’t don't don’t doesn't doesn’t won't won’t wouldn't wouldn’t".split())
_TIMES = frozenset("during before after amid while when because as so".split())
_INSIDE = frozenset(("'s", "’s", "'", "’", "$", "€", "£", "%", "&", "-", "/"))
_LEADING = frozenset("as when while after before since speaking asked".split())
_BREAKS = frozenset("while although though whereas but according as where prompting".split())


def _only_tells_when(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether what stands before ', S said: "…"' is no clause, but tells when or where: "However, at the meeting"."""
    lower = sentence.lower
    while lower[begin] in ADVERBS and lower[begin + 1] == ",":
        begin += 2
    leads = lower[begin] in PREPOSITIONS | _LEADING or lower[begin].endswith("ing")
    return leads and not _has_subject(sentence, begin, end)


def _after_according(sentence: Sentence, cues: list[Cue], cue: Cue, last: int) -> Told | None:
    """What follows "According to S, …"; the source ends before the word `last`."""
    words = sentence.words
    comma = next((k for k in range(last, min(last + 24, len(words))) if words[k] == ","), -1)
    if comma <= 0:
        return None
    return _told(sentence, ((comma + 1, _end(sentence, cues, comma + 1)),), cue, 0.8, "“according to” before it")


def _after(sentence: Sentence, cue: Cue, cues: list[Cue]) -> Told | None:
    """What follows "S said", with or without "that", or "S promised to"."""
    assert cue.subject is not None
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    if cue.inverted or cue.subject.words[1] > cue.first or lower[cue.first] == "according":
        return None
    verb = lower[cue.first]
    k = cue.last
    if k >= size:
        return None
    end = _end(sentence, cues, k)
    if sentence.headline:
        return _told(sentence, ((k, end),), cue, 0.6, "headline")
    limit = min(size, k + 9)
    that = next((m for m in range(k, limit) if lower[m] == "that" or _opens_speech(sentence, verb, m)), -1)
    if that >= 0 and words[that] != QUOTED and _leads_to_that(sentence, cue, k, that):
        return _told(sentence, ((that, _end(sentence, cues, that + 1)),), cue, 0.85, f"“{verb} that”")
    if cue.noun:
        begin = k if lower[k] == "to" else k + 1
        return _object(sentence, begin, end, cue, 0.45, f"“{verb} {lower[k]}”") if lower[k] in _AFTER_NOUN else None
    if k < size and lower[k] == "to" and verb in TO_VERBS:
        return _told(sentence, ((k, _end(sentence, cues, k + 1)),), cue, 0.7, f"“{verb} to”")
    if verb in TELLING:
        whom = phrase_after(sentence, k)
        owned = lower[k] == "her" and not {"to", "not", "never"}.isdisjoint(lower[whom : whom + 1])
        k = k + 1 if lower[k] in OBJECT_PRONOUNS and not owned else whom
        k += 2 if k + 1 < size and lower[k] == "on" and lower[k + 1] in DAYS else 0
        to = k + (k < size and lower[k] in ("not", "never"))
        if to < size and lower[to] == "to":
            return _told(sentence, ((k, _end(sentence, cues, k + 1)),), cue, 0.7, f"“{verb} to”")
    return _without_that(sentence, cue, cues, k, end)


def _opens_speech(sentence: Sentence, verb: str, k: int) -> bool:
    """Whether word k is a quotation, and does not name whom something is told: "told the Wire's “Today” that"."""
    return sentence.words[k] == QUOTED and not (verb in TELLING and sentence.lower[k - 1] in POSSESSIVE)


def _without_that(sentence: Sentence, cue: Cue, cues: list[Cue], k: int, end: int) -> Told | None:
    """The clause, question or object that follows a reporting verb from the word `k` on: "S said …", "S spoke of …"."""
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    verb = lower[cue.first]
    while k < size and (
        lower[k] in DAYS or (lower[k] in ADVERBS and lower[k] not in ("all", "both", "each", "only", "just"))
    ):
        k += 1
    if k >= size or not (words[k][0].isalnum() or words[k] in "$€£"):
        return None
    if cue.kind == "say" and lower[k] in PREPOSITIONS and (begin := _clause_after(sentence, k, end)):
        return _told(sentence, ((begin, end),), cue, 0.68, f"“{verb}” before it")
    if verb in CLAUSE_VERBS and _begins_a_clause(sentence, k):
        return _told(
            sentence, ((k, _end(sentence, cues, k)),), cue, 0.75 if cue.kind == "say" else 0.68, f"“{verb}” before it"
        )
    if verb in _THINKING and lower[k] in _SPEAKING:
        return _told(sentence, ((k, _end(sentence, cues, k)),), cue, 0.6, f"“{verb}” before it")
    if lower[k] in _QUESTIONS:
        return _told(sentence, ((k, _end(sentence, cues, k)),), cue, 0.6, f"“{verb} {lower[k]}”")
    if verb in PARTICLES_OF.get(lower[k], ()) or (verb in _ABOUT and lower[k] in ("about", "of", "against", "out")):
        begins = k + 1 < end and _begins_an_object(sentence, k + 1)
        return _object(sentence, k + 1, end, cue, 0.5, f"“{verb} {lower[k]}”") if begins else None
    if verb in STANCE_VERBS and _begins_an_object(sentence, k):
        return _object(sentence, k, end, cue, 0.5, f"“{verb}” before it")
    return None


def _object(sentence: Sentence, begin: int, end: int, cue: Cue, confidence: float, why: str) -> Told | None:
    """The object that begins at a word and reaches to `end` at most."""
    if begin >= end:
        return None
    return _told(sentence, ((begin, min(end, _end_of_object(sentence, begin))),), cue, confidence, why)


def _begins_an_object(sentence: Sentence, k: int) -> bool:
    """Whether what somebody asks for, rejects or praises may begin with word k."""
    low = sentence.lower[k]
    return not (low in CLAUSE_WORDS or low in AUXILIARIES or low in _NO_OBJECT)


def _end_of_object(sentence: Sentence, k: int) -> int:
    """Where an object ends: before a comma, a dash, a time or a second verb."""
    lower, words = sentence.lower, sentence.words
    for m in range(k + 1, len(words)):
        following = lower[m + 1] if m + 1 < len(words) else ""
        thousands = words[m] == "," and words[m - 1].isdigit() and following.isdigit()
        if not (words[m][0].isalnum() or thousands or words[m] in _INSIDE or _lists(sentence, m)):
            return m
        if (
            lower[m] in _TIMES
            or (lower[m] == "on" and following in DAYS)
            or (lower[m] in DAYS and lower[m - 1] != "’s")
        ):
            return m
        if lower[m] in ("and", "but") and (
            following in AUXILIARIES or (cue_kind(following) and verb_form(following) != "base")
        ):
            return m
    return len(words)


def _leads_to_that(sentence: Sentence, cue: Cue, k: int, that: int) -> bool:
    """Whether nothing but where, when and to whom stands between a verb and its "that"."""
    lower = sentence.lower
    if that == k:
        return True
    between = lower[k:that]
    if between[-1] in _OTHERS:
        return False
    if ";" in between or ":" in between or any(low in AUXILIARIES - POSSESSIVE for low in between):
        return False
    if lower[cue.first] in TELLING:
        return True
    return cue.kind == "say" and (
        lower[k] in PREPOSITIONS
        or lower[k] in ADVERBS
        or lower[k] in DAYS
        or (lower[k] == "," and lower[k + 1] in PREPOSITIONS)
    )


def _begins_a_clause(sentence: Sentence, k: int) -> bool:
    """Whether a noun phrase and a verb follow, after a phrase with a preposition or without."""
    lower, words = sentence.lower, sentence.words
    if lower[k] in PREPOSITIONS and not (k + 1 < len(words) and words[k + 1].isdigit()):
        return _has_subject(sentence, k)
    if lower[k] in ("if", "when", "while", "because", "as"):
        return _has_subject(sentence, k)
    end = phrase_after(sentence, k + (lower[k] in PREPOSITIONS))
    if end == k:
        return lower[k] in ("there", "this", "that", "these", "those", "what")
    if end >= len(words):
        return end - k > 3
    return words[end][0].isalnum() or words[end][0] in ",($€£'’"


def _lists(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands inside a list that "and" ends: "a quack, fake and charlatan"."""
    for m in range(comma + 1, min(comma + 5, len(sentence) - 1)):
        if sentence.lower[m] in ("and", "or"):
            return m > comma + 1 and is_noun(sentence, m + 1)
        if not is_noun(sentence, m):
            return sentence.words[m] == "," and m > comma + 1 and _lists(sentence, m)
    return False


def _clause_after(sentence: Sentence, k: int, end: int) -> int:
    """Where a clause with a pronoun begins after a phrase of time or place: "said at the rally he would"; else 0."""
    for m in range(k + 2, min(k + 9, end - 2)):
        if not sentence.words[m][0].isalnum():
            return 0
        if sentence.lower[m] in ("he", "she", "they", "it", "there"):
            return m
    return 0


def _has_subject(sentence: Sentence, k: int, end: int | None = None) -> bool:
    """Whether a comma and a noun phrase follow what begins with a preposition, so that a clause does."""
    for m in range(k, min(k + 14, (len(sentence) if end is None else end) - 1)):
        if sentence.words[m] == ",":
            return phrase_after(sentence, m + 1) > m + 1
    return False


def _end(sentence: Sentence, cues: list[Cue], k: int) -> int:
    """Where what is told ends: before the marks that end the sentence, or before another who says something else."""
    words, lower = sentence.words, sentence.lower
    end = _before_next(sentence, cues, k)
    for m in range(k, end - 2):
        if words[m] == QUOTED and m > k and words[m - 1] in (":", ","):
            end = m
            break
        if words[m] in (";", "--", "—", "―"):
            end = m
            break
        if words[m] == "," and (lower[m + 1] in _BREAKS or (lower[m + 1].endswith("ing") and cue_kind(lower[m + 1]))):
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
        if lower[cue.first] in ("learned", "learnt") and begin > k + 1 and lower[begin - 1] == ",":
            return begin - 1  # "…, the Lake Wire learned from the ministry"
        if begin > k + 1 and lower[begin - 1] in ("and", "but", "while") and sentence.words[begin - 2] == ",":
            return begin - 1
    return len(sentence)


def _told(sentence: Sentence, content: tuple[Words, ...], cue: Cue, score: float, why: str) -> Told | None:
    if sum(last - first for first, last in content) < LEAST or any(last <= first for first, last in content):
        return None
    negated = _is_negated(sentence, cue) and sentence.lower[cue.first] not in CLAUSE_VERBS
    if (negated or sentence.lower[cue.first] in DENYING) and cue.last <= content[0][0]:
        content = ((cue.first - negated, content[0][1]), *content[1:])
    return Told(content, cue, score, why)
