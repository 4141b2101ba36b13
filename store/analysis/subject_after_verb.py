"""The subject that stands after its verb: "…", said S."""

from __future__ import annotations

from store.analysis.addressees import ARTICLES, PRONOUNS, before_addressee, leads_in, past_addressee
from store.analysis.cues import (
    ADVERBS,
    CLAUSE_WORDS,
    DAYS,
    DENYING,
    DETERMINERS,
    FINITE_AUXILIARIES,
    FOREIGN_AUXILIARIES,
    FOREIGN_CALLING,
    FOREIGN_SAYING,
    PREPOSITIONS,
    past_particle,
    verb_form,
)
from store.analysis.genders import gender_of_verb
from store.analysis.name_words import is_name_word, opens_with_verb
from store.analysis.noun_phrases import phrase_after
from store.analysis.roles import COLLECTIVE, TITLES, is_title
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import DASHES, QUOTED, Sentence, Words
from store.analysis.subject_before_verb import RELATIVE, past_parenthesis
from store.analysis.subjects import NOUNS_IN_LY, Subject, leads_up

_AND = frozenset(("and", "и", "і", "й", "та", "i"))
_THEIR = frozenset(("his", "her", "its", "their"))
_NOT_AFTER = frozenset("it that we i you they".split())
"""Words that are no subject after their verb."""
_LONGEST_INSERTION = 10
_LONGEST_PARTY = 6
"""Words of who somebody is in brackets, with these."""
_STARTS_SOURCE = frozenset(("the", "a", "an", "one", "another", "two"))
_AS = frozenset("as come como comme jak как як".split())
"""Words after which a verb stands before its subject at the beginning of a sentence: "Как сообщил S, …"."""


def inverted_subject(sentence: Sentence, k: int, kind: str) -> Subject | None:
    """The subject after a verb: "…", said S. Only after a quotation or a comma, and no words but adverbs between."""
    lower, words = sentence.lower, sentence.words
    form, foreign = verb_form(lower[k]), lower[k] in FOREIGN_SAYING
    if lower[k] in ("told", "tells", "tell") or form == "ing" or k + 1 >= len(words):
        return None
    before = _before_adverbs(sentence, k)
    leads = foreign and leads_in(sentence, before)
    if not (leads or _may_invert(sentence, k, before, kind)):
        return None
    begin, end, addressed = _phrase_of(sentence, k)
    if end == begin or lower[begin] in _NOT_AFTER or (form == "base" and not _plural(sentence, begin, end)):
        return None
    first = lower[begin]
    named = is_name_word(words[begin]) or first in TITLES
    if named and addressed and gender_of_verb(lower[k]) == "several" and _AND.isdisjoint(lower[begin:end]):
        return None  # "сообщили в пресс-службе Олега Ранда": not he
    subject = named or addressed or first in PRONOUNS or not TITLES.isdisjoint(lower[begin:end])
    reach = 3 if foreign and subject else 2  # «…», — сказал
    led = leads and (subject or (first in ARTICLES and lower[k] not in FOREIGN_CALLING))
    quoted_before = led or k == before == 0 or QUOTED in words[max(0, before - reach) : before]
    if not quoted_before and (kind != "say" or not _ends_what_is_told(sentence, k, before, (begin, end))):
        return None
    while not named and end > begin + 1 and lower[end - 1].endswith("ly") and lower[end - 1] not in NOUNS_IN_LY:
        end -= 1  # "said the man calmly"
    return Subject((begin, _past_second(sentence, begin, end) if named else end))


def _past_second(sentence: Sentence, first: int, end: int) -> int:
    """Where the names end that are joined to one at words [first, end); `end` where none is.

    "Doe, the mayor, and Roe, her deputy", "Doe and her deputy, Roe", "Doe (Lab) and Roe (Con)".
    """
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    joined = end = _past_listed(sentence, first, end)
    if words[end : end + 1] == ["("] and ")" in words[end : end + _LONGEST_PARTY]:
        joined = words.index(")", end) + 1
    if words[end : end + 1] == [","] and lower[end + 1 : end + 2] and lower[end + 1] in DETERMINERS:
        joined = phrase_after(sentence, end + 1) + 1
    if joined >= size or lower[joined] != "and" or (joined > end and words[joined - 1] not in (",", ")")):
        return end
    name = joined + 1
    if joined == end:
        name = phrase_after(sentence, name) if name < size and lower[name] in _THEIR else size
        name += words[name : name + 1] == [","]
    last = phrase_after(sentence, name)
    named = name < last and is_name_word(words[name]) and is_name_word(words[last - 1])
    return last if named and not (last < size and words[last][0].isalnum()) else end


def _past_listed(sentence: Sentence, first: int, end: int) -> int:
    """Where the names of a list that begins at words [first, end) end: "Doe | , Roe and Bell"; else `end`."""
    words, lower, last = sentence.words, sentence.lower, end
    whole = end - first > 1  # first names too
    while words[last : last + 1] == [","]:
        begin = last + 1 + (last > end and lower[last + 1 : last + 2] == ["and"])
        after = phrase_after(sentence, begin) if begin < len(words) and is_name_word(words[begin]) else begin
        named = after > begin and is_name_word(words[after - 1]) and not any(map(is_title, lower[begin:after]))
        if not named or (whole and after < begin + 2) or (whole and lower[begin + 1] in ("and", "of")):
            break  # "said Doe, Minister of Trade and Industry", "said Jane Doe of Norrin, Umber and Lest"
        last = after
        if "and" in lower[end:last]:
            return last
    return last if last < len(words) and lower[last] == "and" else end


def _before_adverbs(sentence: Sentence, k: int) -> int:
    """Where a verb begins with the adverbs before it, and the auxiliary of another language."""
    lower, before = sentence.lower, k
    while before > 0 and (lower[before - 1] in ADVERBS or lower[before - 1].endswith("ly")):
        before -= 1
    return before - (before > 0 and lower[k] in FOREIGN_SAYING and lower[before - 1] in FOREIGN_AUXILIARIES)


def _phrase_of(sentence: Sentence, k: int) -> tuple[int, int, bool]:
    """Where the noun phrase begins and ends after a verb, and whether an addressee stands before it."""
    lower, words = sentence.lower, sentence.words
    begin = past_particle(lower, k)
    while begin < len(words) and (
        lower[begin] in ADVERBS or lower[begin] in DAYS or (lower[begin].endswith("ly") and words[begin][0].islower())
    ):
        begin += 1
    if lower[k] not in FOREIGN_SAYING:
        return begin, phrase_after(sentence, begin), False
    after = past_addressee(sentence, k, begin)
    end = phrase_after(sentence, after)
    return after, before_addressee(sentence, k, after, end) if end > after else end, after > begin


def _ends_what_is_told(sentence: Sentence, k: int, before: int, phrase: Words) -> bool:
    """Whether a phrase after a verb that no quotation precedes is its subject: "…, said S", where a clause ends."""
    lower, words = sentence.lower, sentence.words
    begin, end = phrase
    first, named = lower[begin], is_name_word(words[begin])
    apposed = lower[k] not in FOREIGN_SAYING and is_name_word(words[end - 1])  # "says research firm Velmo"
    apposed = apposed and PREPOSITIONS.isdisjoint(lower[begin:end])
    if not (named or apposed or first in _STARTS_SOURCE or first in COLLECTIVE or first in TITLES):
        return False
    if lower[k] in DENYING or (end < len(words) and not _closes_clause(sentence, end)):
        return False  # "…, said the plan would fail": an object clause, no subject
    # "Doe, a professor of law, said the plan of the ministry …", "Velmo, which makes boats, reported a loss"
    known = (named or first in TITLES) and not _goes_on_past(sentence, end)
    return known or not _is_apposed(sentence, before)


def _goes_on_past(sentence: Sentence, end: int) -> bool:
    """Whether after an insertion a subject that ends before a word has its verb: "said Roe, through the vote, was"."""
    inserted = sentence.words[end : end + 1] == [","]
    reach = range(end + 1, min(end + _LONGEST_INSERTION, len(sentence) - 1))
    comma = next((m for m in reach if sentence.words[m] == ","), 0) if inserted else 0
    return comma > 0 and sentence.lower[comma + 1] in FINITE_AUXILIARIES


def _is_apposed(sentence: Sentence, verb: int) -> bool:
    """Whether nothing stands before a comma and a verb but a name and, between commas, who that is."""
    named = past_parenthesis(sentence, verb - 1) if sentence.words[verb - 1] == "," else None
    if named is None or not is_name_word(sentence.words[named.words[0]]):
        return False
    if sentence.lower[named.words[0]] in DETERMINERS:  # "The mayor, Jane Doe, said the council …"
        inside = sentence.words[named.words[1] + 1 : verb - 1]
        return len(inside) > 1 and all(map(is_name_word, inside)) and _leads_alone(sentence, named.words[0])
    if not _leads_alone(sentence, named.words[0]):
        return False
    within = range(named.words[1] + 1, verb - 1)
    if any(sentence.words[k] == "," and _goes_on(sentence, k + 1) for k in within):
        return False  # "Prices, the driver of trade, will fall, said an economist"
    role = sentence.lower[named.words[1] + 1]
    return role in _STARTS_SOURCE or role in TITLES or role in RELATIVE or role in PREPOSITIONS


def _leads_alone(sentence: Sentence, k: int) -> bool:
    """Whether nothing stands before word k in a sentence, or only what leads up to it."""
    begin = after_dateline(sentence)
    return k <= begin or leads_up(sentence, begin)


def _goes_on(sentence: Sentence, k: int) -> bool:
    """Whether a clause may go on at word k after what stands between commas: with its verb, or with "and"."""
    low = sentence.lower[k]
    opens = low in DETERMINERS or low in PREPOSITIONS or low in CLAUSE_WORDS - _AND or not sentence.words[k].islower()
    return not opens


def _plural(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a phrase names several."""
    last = sentence.lower[end - 1]
    return last.endswith("s") or last in COLLECTIVE or "and" in sentence.lower[begin:end]


def _closes_clause(sentence: Sentence, k: int) -> bool:
    """Whether a clause may end before word k."""
    low = sentence.lower[k]
    if low == QUOTED:
        return False
    return not low[0].isalnum() or low in PREPOSITIONS or low in DAYS or low in CLAUSE_WORDS


def _may_invert(sentence: Sentence, k: int, before: int, kind: str) -> bool:
    """Whether what ends before the word `before` lets the verb at k stand before its subject: a quotation, a comma."""
    words, foreign = sentence.words, sentence.lower[k] in FOREIGN_SAYING
    if before == 0:
        return foreign or opens_with_verb(sentence)
    last = words[before - 1]
    if last == QUOTED or (foreign and (last in (",", *DASHES, ":") or (before == 1 and last.lower() in _AS))):
        return True
    return last in (",", *DASHES) and before > 1 and (words[before - 2] == QUOTED or kind == "say")
