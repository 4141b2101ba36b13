"""The role that stands with a name: before it, after it between commas, or after a verb of speech."""

from __future__ import annotations

from collections.abc import Sequence

from store.analysis.cues import (
    ADVERBS,
    CLAUSE_WORDS,
    DETERMINERS,
    FOREIGN_AUXILIARIES,
    FOREIGN_SAYING,
    PREPOSITIONS,
    cue_kind,
)
from store.analysis.name_words import is_name_word, joins_body
from store.analysis.noun_phrases import POSSESSIVE, is_noun, is_past, past_small_nouns, phrase_before
from store.analysis.roles import (
    ABBREVIATED,
    BODY_WORDS,
    COLLECTIVE,
    FIELDS,
    FOREIGN_DETERMINERS,
    NOT_NAMES,
    PARTICLES,
    is_title,
)
from store.analysis.sentence_words import QUOTED, Sentence, Words, joined
from store.analysis.title_phrases import RANKS, is_no_office, names_office, tells_what_of

_HONORIFICS = frozenset("mr mrs ms miss dr sir dame madam drs govs messrs reps sens .".split())
_MODIFIERS = frozenset(
    "again ahead back dear elect fellow former here late long-time longtime old one-time onetime outgoing then there "
    "veteran young".split()
)
_GOVERNING = PREPOSITIONS | frozenset("alongside beside besides opposite replacing succeeding".split())
"""Words after which an office is another's: "Standing beside the mayor, Jane Doe, 45,"."""
_OF = frozenset(("as", "for", "of"))
_LIKEWISE = "counterpart"
"""What somebody is only in the place of another."""
_KIN = frozenset("brother father mother neighbor neighbour partner sister".split())
"""What somebody is to another, and no office."""
_NO_OFFICES = ABBREVIATED | _KIN | {_LIKEWISE}
_CLOSING = frozenset((",", ".", ";", "—", QUOTED))
_NO_ROLE = frozenset("who which and but in at as when where while along alongside joined together with".split())
"""What begins no role between commas."""
_DESCRIBING = frozenset(("who", "whom", "whose", "which", "that"))
"""What begins a clause about a role, and no part of it."""
BEING = frozenset("is was has had".split())


def role_of(sentence: Sentence, role_from: int, begin: int, end: int) -> str:
    """The role of the name at words [begin, end), whose titles begin at `role_from`: before it, or between commas."""
    first, last = _before(sentence, role_from, begin)
    named = any(names_office(sentence, k) and sentence.lower[k] != _LIKEWISE for k in range(first, last))
    if named and not is_no_office(sentence.lower[first:last]):
        return joined(sentence, first, last)
    if not named and (apposed := _apposed(sentence, begin)):
        return joined(sentence, apposed, begin)
    held = sentence.words[end : end + 1] == [","] and tells_what_of(sentence, begin)
    if not named and end + 1 < len(sentence) and sentence.words[end] == ",":
        held = held and sentence.words[end + 1][0].isupper()  # "The Minister for Roads, Ann Roe TD,"
        if after := "" if held else _between_commas(sentence, end + 1):
            return after
    if not held and (whose := _whose_name_follows(sentence, first, end)):
        return joined(sentence, *whose)
    return joined(sentence, first, last) if named else ""


def _before(sentence: Sentence, role_from: int, begin: int) -> Words:
    """The words before the name at word `begin` that may tell its role, without articles and "Mr."."""
    lower, words = sentence.lower, sentence.words
    first = role_from
    while first > 0 and begin - first < 8 and _belongs_to_role(sentence, first - 1, first):
        first -= 1
        if lower[max(0, first - 1) : first + 1] == ["of", "state"] and is_title(lower[first - 2]):
            first -= 1
    while first < begin and (
        lower[first] in DETERMINERS or lower[first] in FOREIGN_DETERMINERS or not words[first][0].isalnum()
    ):
        first += 1
    last = begin
    while last > first and lower[last - 1].rstrip(".") in _HONORIFICS:
        last -= 1
    return first, last


def _whose_name_follows(sentence: Sentence, begin: int, end: int) -> Words | None:
    """The office before the comma before a name at words [begin, end): "its chairman, retired teacher Jane Doe,"."""
    words, lower = sentence.words, sentence.lower
    if end < len(words) and words[end] not in _CLOSING and words[end] != ")":
        return None
    begin = past_small_nouns(sentence, begin)
    if begin < 2 or words[begin - 1] != ",":
        return None
    first = phrase_before(sentence, begin - 1)
    head = next((k for k in range(first + 1, begin - 1) if lower[k] in PREPOSITIONS), begin - 1) - 1
    governor = lower[first - 1] if first > 0 else ""
    governed = governor in _GOVERNING and _opens_before_clause(lower)
    if governed and lower[:2] == ["according", "to"]:
        governed = end - begin == 1 or words[end : end + 1] != [","]  # "According to the mayor, Jane Doe, it" names one
    governed = governed or (governor in _OF and lower[first] not in DETERMINERS)  # "nominee for mayor, Jane Doe"
    office = first <= head and is_title(lower[head]) and lower[head] not in _NO_OFFICES
    if governed or not office or words[head].isupper():
        return None
    while first < head and (lower[first] in DETERMINERS or lower[first] == "own"):
        first += 1
    return first, begin - 1


def _opens_before_clause(lower: Sequence[str]) -> bool:
    """Whether a sentence begins with what stands before its subject: "In a letter to", "Standing beside"."""
    return lower[0] in PREPOSITIONS or lower[0].endswith("ing") or is_past(lower[0])


def _between_commas(sentence: Sentence, start: int) -> str:
    """The role that begins after a name, its comma and its age: "Jane Doe, 45, a minister,"; "" where none does."""
    lower, words = sentence.lower, sentence.words
    if words[start].isdigit() and start + 2 < len(words) and words[start + 1] == ",":
        start += 2
    reach = range(start, min(start + 14, len(words)))
    close = next((k for k in reach if words[k] in _CLOSING or cue_kind(lower[k]) == "say"), -1)
    if close <= start or words[close][0].isalpha() or lower[start] in _NO_ROLE:
        return ""  # "to Lest, the minister said": who says it, and no role of the name
    head = next((k for k in range(start, close) if is_title(lower[k])), close)
    if head == close or head - start >= 7 or any(low in CLAUSE_WORDS or low in BEING for low in lower[start:head]):
        return ""
    close = next((k for k in range(head + 1, close) if lower[k] in _DESCRIBING), close)
    if _names_another(sentence, head, close):
        return ""
    return joined(sentence, start + (lower[start] in DETERMINERS), close)


def _names_another(sentence: Sentence, head: int, close: int) -> bool:
    """Whether a name follows the last title before word `close`: "Inland Waters, Dr Petra Quill," are two."""
    lower, words = sentence.lower, sentence.words
    last = next(k for k in range(close - 1, head - 1, -1) if is_title(lower[k].rstrip(".")))
    name = [word for word in words[last + 1 : close] if word != "."]
    if last > head and not PREPOSITIONS.isdisjoint(lower[head + 1 : last]):
        return False  # "Jane Doe, spokesman for President Ivo Sandrel,"
    addressed = lower[last].rstrip(".") in ABBREVIATED and bool(name)
    return all(map(is_name_word, name)) and (len(name) > 1 or addressed)


def _belongs_to_role(sentence: Sentence, k: int, following: int) -> bool:
    """Whether word k, before a role or name, is a part of the role."""
    word, low = sentence.words[k], sentence.lower[k]
    if is_title(low) or low in RANKS or _joins_names(sentence, k):
        return True
    after = sentence.lower[following]
    title_follows = is_title(after.rstrip(".")) or after in RANKS or after in POSSESSIVE
    if low in POSSESSIVE:
        return title_follows or sentence.words[following][0].isupper()
    named = word[0].isupper() and word < "\u0400" and low not in NOT_NAMES and word != QUOTED
    if named and sentence.words[following][0].isupper() and not is_title(after.rstrip(".")) and low not in ADVERBS:
        return True
    small = sentence.words[following][0].islower()
    modifies = (low in BODY_WORDS or low in FIELDS) and word[0].islower() and small
    of_a_body = small and (after in BODY_WORDS or after in FIELDS) and low not in ADVERBS  # "Norrin police chief"
    heads_body = _joins_names(sentence, following)  # "Chamber of Trade president"
    fielded = after in FIELDS and low in FIELDS  # "human rights lawyer"
    return fielded or (named and (of_a_body or heads_body)) or (title_follows and (named or modifies))


def _joins_names(sentence: Sentence, k: int) -> bool:
    """Whether word k joins a body or place to what it is of: "Chamber of Trade", "Port of Tarn"."""
    words, lower = sentence.words, sentence.lower
    if joins_body(sentence, k):
        return True
    if words[k] != "of" or k == 0 or words[k - 1][0].islower() or is_title(lower[k - 1]):
        return False
    title = next((m for m in range(k + 1, len(words)) if not words[m][0].isupper()), k + 1)
    return title > k + 1 and is_title(lower[title])


def _apposed(sentence: Sentence, name: int) -> int:
    """Where words begin that tell what somebody is after a verb: "…", said harbour master S; 0 where none do."""
    lower, first = sentence.lower, name
    while first > 2 and is_noun(sentence, first - 1) and sentence.words[first - 1][0].islower():
        if lower[first - 1] in DETERMINERS or lower[first - 1] in FOREIGN_DETERMINERS | PARTICLES:
            break
        first -= 1
    verb = first - 1 - (lower[first - 1] in ("the", "a", "an", *FOREIGN_DETERMINERS))
    inverted = (
        verb > 0
        and cue_kind(lower[verb]) == "say"
        and (first == verb + 2 or lower[verb] not in FOREIGN_SAYING)
        and lower[first - 1] not in ("a", "an")
        and (sentence.words[verb - 1] in (QUOTED, ",") or lower[verb - 1] in FOREIGN_AUXILIARIES)
    )
    tells = first < name and COLLECTIVE.isdisjoint(lower[first:name]) and not _modifies(lower[name - 1])
    return first if inverted and tells else 0


def _modifies(low: str) -> bool:
    """Whether a word before a name tells how somebody is, or how they speak, and not what: "late", "flatly"."""
    return low in _MODIFIERS or low.endswith(("ly", "ed", "ing"))
