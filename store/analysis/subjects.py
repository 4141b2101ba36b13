"""The subject of a verb: the noun phrase that names who does what it says, by the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.analysis.addressees import ARTICLES, PRONOUNS, before_addressee, leads_in, past_addressee
from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DENYING,
    DETERMINERS,
    FOREIGN_AUXILIARIES,
    FOREIGN_CALLING,
    FOREIGN_SAYING,
    MONTH_NAMES,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    WRITTEN,
    verb_form,
)
from store.analysis.genders import gender_of_verb
from store.analysis.name_words import is_month, is_name_word
from store.analysis.noun_phrases import is_past, phrase_after, phrase_before
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import COLLECTIVE, COUNTRIES, TITLES
from store.analysis.sentence_words import QUOTED, Sentence, Words

_WITHIN = PREPOSITIONS - {"with", "before", "after", "since", "until"}
"""Prepositions of phrases that may stand between a subject and its verb: "the minister in a statement said"."""
_DASHES = frozenset(("—", "–", "-", "--", "―"))
_AND = frozenset(("and", "и", "і", "й", "та", "i"))
_STARTS_SOURCE = frozenset(("the", "a", "an", "one", "another", "two"))
QUOTING = frozenset("quoted quotes quoting quote cited cites citing cite".split())
"""Verbs whose object speaks: "quoted a diplomat as saying"."""
_AS = frozenset("as come como comme jak как як".split())
"""Words after which a verb stands before its subject at the beginning of a sentence: "Как сообщил S, …"."""
_FIELDS = frozenset(
    """
    abstract address author byline caption category city correction country date edition headline kicker language
    location motto name note outlet photo place price publisher rating result score section slogan source status subject
    subtitle summary tags text time title topic update venue verdict version video
    autor fecha fuente título resumen asunto auteur titre résumé légende sujet betreff bild datum quelle thema titel
    автор дата джерело заголовок источник тема фото крыніца
    """.split()
)
"""What the fields above and beside an article are labelled."""
_BEFORE_VERB = FOREIGN_AUXILIARIES | frozenset("la las le les lo los me nos se".split())
"""What stands before a verb of another language: "S a expliqué", and object pronouns of Spanish: "S lo explicó"."""
RELATIVE = frozenset(("who", "which", "that"))
TIMES = frozenset(
    "minute hour morning afternoon evening night day today yesterday tonight week weekend month season year decade "
    "century".split()
)
"""What neither speaks nor owns speech: "last month's speech"."""
_BEFORE_TIME = NUMBERS.keys() | DETERMINERS | frozenset("last next past".split())
_OPENING_ADVERBS = frozenset(
    """
    accordingly additionally allegedly angrily apparently clearly consequently crucially currently eventually
    finally formerly fortunately frankly generally importantly initially interestingly ironically lastly lately
    newly notably obviously officially originally predictably presumably previously privately publicly recently
    reportedly sadly secondly separately shortly significantly similarly simply subsequently suddenly supposedly
    surprisingly unexpectedly unfortunately unsurprisingly usually
    """.split()
)
"""Adverbs in -ly that open sentences: others with a capital may be names, as Reilly is."""
_COMPARED = frozenset("more less fewer".split())
_BESIDE = frozenset(("to", "at"))
"""Prepositions whose noun does not do what a participle after it tells."""
_FINITE = frozenset("cut hit led left put said set shut told".split())
_SELVES = frozenset("himself herself itself themselves".split())
_JOINING = frozenset(("and", "or", "but", "then", "yet"))
_LEADS = frozenset(
    "while as when if after before although though because since once until whereas asked according due thanks".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name a speaker beside a verb; `stands_for` is the noun phrase that a relative pronoun takes up."""

    words: Words
    stands_for: Words | None = None


def inverted_subject(sentence: Sentence, k: int, kind: str) -> Subject | None:
    """The subject after a verb: "…", said S. Only after a quotation or a comma, and no words but adverbs between."""
    lower, words = sentence.lower, sentence.words
    before = k
    while before > 0 and (lower[before - 1] in ADVERBS or lower[before - 1].endswith("ly")):
        before -= 1
    if before > 0 and lower[k] in FOREIGN_SAYING and lower[before - 1] in FOREIGN_AUXILIARIES:
        before -= 1
    form = verb_form(lower[k])
    if lower[k] in ("told", "tells", "tell") or form == "ing" or k + 1 >= len(words):
        return None
    leads = lower[k] in FOREIGN_SAYING and leads_in(sentence, before)
    if not (leads or _may_invert(sentence, k, before, kind)):
        return None
    begin = k + 1
    while begin < len(words) and (
        lower[begin] in ADVERBS or lower[begin] in DAYS or (lower[begin].endswith("ly") and words[begin][0].islower())
    ):
        begin += 1
    foreign, spoken = lower[k] in FOREIGN_SAYING, begin
    if foreign:
        begin = past_addressee(sentence, k, begin)
    end = phrase_after(sentence, begin)
    if foreign and end > begin:
        end = before_addressee(sentence, k, begin, end)
    if (
        end == begin
        or lower[begin] in ("it", "that", "we", "i", "you", "they")
        or (form == "base" and not _plural(sentence, begin, end))
    ):
        return None
    first = lower[begin]
    named = is_name_word(words[begin]) or first in TITLES
    if named and begin > spoken and gender_of_verb(lower[k]) == "several" and _AND.isdisjoint(lower[begin:end]):
        return None  # "сообщили в пресс-службе Олега Ранда": not he
    subject = named or begin > spoken or first in PRONOUNS or not TITLES.isdisjoint(lower[begin:end])
    reach = 3 if foreign and subject else 2  # «…», — сказал
    led = leads and (subject or (first in ARTICLES and lower[k] not in FOREIGN_CALLING))
    quoted_before = led or QUOTED in words[max(0, before - reach) : before]
    if not quoted_before and not (
        is_name_word(words[begin]) or first in _STARTS_SOURCE or first in COLLECTIVE or first in TITLES
    ):
        return None
    if not quoted_before and (
        kind != "say" or lower[k] in DENYING or (end < len(words) and not _closes_clause(sentence, end))
    ):
        return None  # "…, said the plan would fail": an object clause, no subject
    goes_on = end < len(words) and words[end][0].isalnum() and not named
    if not quoted_before and goes_on and _is_apposed(sentence, before):
        return None  # "Doe, a professor of law, said the plan of the ministry …"
    return Subject((begin, end))


def _is_apposed(sentence: Sentence, verb: int) -> bool:
    """Whether nothing stands before a comma and a verb but a name and, between commas, who that is."""
    named = _past_parenthesis(sentence, verb - 1) if sentence.words[verb - 1] == "," else None
    if named is None or named.words[0] > after_dateline(sentence) or not is_name_word(sentence.words[named.words[0]]):
        return False
    role = sentence.lower[named.words[1] + 1]
    return role in _STARTS_SOURCE or role in TITLES or role in RELATIVE or role in PREPOSITIONS


def _plural(sentence: Sentence, begin: int, end: int) -> bool:
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
        return foreign
    last = words[before - 1]
    if last == QUOTED or (foreign and (last in (",", *_DASHES, ":") or (before == 1 and last.lower() in _AS))):
        return True
    return last in (",", *_DASHES) and before > 1 and (words[before - 2] == QUOTED or kind == "say")


def subject_before(sentence: Sentence, k: int, earlier: Sequence[Subject]) -> Subject | None:
    """The subject that stands before a verb; for a participle or a second verb that of the clause."""
    lower = sentence.lower
    form = verb_form(lower[k])
    end = k
    while lower[k] in FOREIGN_SAYING and end > 0 and lower[end - 1] in _BEFORE_VERB:
        end -= 1
    for _ in range(4):  # past a few phrases like "in a statement"
        while end > 0 and (slips_in(sentence, end - 1)):
            end -= 1
        if (time := _time_before(sentence, end)) < end:
            end = time
            continue
        if end == 0:
            return main_subject(sentence) if form == "ing" else None
        last = lower[end - 1]
        if form == "ing" and last == "as":  # "quoted a diplomat as saying"
            begin = phrase_before(sentence, end - 1)
            return Subject((begin, end - 1)) if begin > 0 and lower[begin - 1] in QUOTING else main_subject(sentence, k)
        if form == "ing" and last in ("for", "of") and (blamed := _blamed(sentence, end - 1)):
            return blamed
        if last in PERSON_PRONOUNS:
            return Subject((end - 1, end))
        if last in RELATIVE and end > 1:
            return _relative(sentence, end - 1)
        if last in (",", ")", *_DASHES):
            if form == "ing" and end == k:
                return _of_the_clause(sentence, k, earlier)
            return _past_parenthesis(sentence, end - 1) or _of_the_clause(sentence, k, earlier)
        if last in _JOINING:
            return _of_the_clause(sentence, k, earlier)
        begin = phrase_before(sentence, end)
        if begin == end:
            return _of_the_clause(sentence, k, earlier)
        participle = end - begin == 1 and last.endswith("ed") and sentence.words[begin][0].islower()
        if participle and begin > 0 and lower[begin - 1] in AUXILIARIES:  # "is programmed to want"
            end = begin - 1
            continue
        if form == "ing":
            governs = begin > 0 and lower[begin - 1] not in PREPOSITIONS and lower[begin - 1] not in AUXILIARIES
            if governs and _is_written(sentence, begin, end):
                return _of_the_clause(sentence, begin, earlier)  # "issued a statement calling …"
            begin = _name_only(sentence, begin, end)
            if begin > 0 and lower[begin - 1] in _BESIDE:
                return _of_the_clause(sentence, begin, earlier)  # "sent a letter to S demanding …"
        if begin > 0 and form != "ing" and lower[begin - 1] in _WITHIN:
            end = begin - 1
            continue
        if form != "ing" and (described := _past_relative(sentence, begin)):
            return described
        return _apposed_to(sentence, begin) or Subject((_first_of_two(sentence, begin), end))
    return _of_the_clause(sentence, k, earlier)


def is_time(low: str) -> bool:
    """Whether a word in lower case is a stretch of time, or several: "week", "days"."""
    return low in TIMES or low.rstrip("s") in TIMES


def _time_before(sentence: Sentence, end: int) -> int:
    """Where words begin that end before word `end` and only tell when: "last month", "within days"; else `end`."""
    lower = sentence.lower
    if end == 0 or not is_time(lower[end - 1]):
        return end
    begin = end - 1
    while begin > 0 and (lower[begin - 1] in _BEFORE_TIME or lower[begin - 1].isdigit()):
        begin -= 1
    led = begin > 0 and lower[begin - 1] in PREPOSITIONS
    counted = begin < end - 1 or led or lower[end : end + 1] in (["later"], ["earlier"], ["ago"])
    return begin - led if counted else end


def _past_relative(sentence: Sentence, begin: int) -> Subject | None:
    """The phrase that a relative clause describes whose object begins at a word: "the firm that runs the park said"."""
    lower = sentence.lower
    for k in range(begin - 1, max(0, begin - 8), -1):
        if not lower[k][0].isalnum():
            return None
        if lower[k] in RELATIVE and k + 1 < begin:
            first = phrase_before(sentence, k)
            verb = lower[k + 1] not in DETERMINERS | PERSON_PRONOUNS and lower[k + 1] not in PREPOSITIONS
            return Subject((first, k)) if first < k and verb and _begins_clause(sentence, first) else None
    return None


def _blamed(sentence: Sentence, preposition: int) -> Subject | None:
    """Whom another blames or thanks for what they say: "criticised S for saying", "accused him of calling"."""
    lower = sentence.lower
    if lower[preposition - 1] in OBJECT_PRONOUNS:
        return Subject((preposition - 1, preposition))
    begin = phrase_before(sentence, preposition)
    if begin in (0, preposition) or not is_name_word(sentence.words[preposition - 1]):
        return None
    verb = lower[begin - 1]
    governed = verb in PREPOSITIONS or verb in AUXILIARIES or _begins_clause(sentence, begin)
    return None if governed else Subject((begin, preposition))


def _is_written(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase names a thing that holds words: "a statement", "a series of tweets"."""
    return any(low in WRITTEN or low.rstrip("s") in WRITTEN for low in sentence.lower[first:last])


def _apposed_to(sentence: Sentence, begin: int) -> Subject | None:
    """The name before a role that no second comma closes: "Doe, founder of the trust said"."""
    words, lower = sentence.words, sentence.lower
    one = lower[begin] in ("a", "an")
    head = lower[begin + one : begin + one + 1]
    role = (one or not TITLES.isdisjoint(head)) and lower[begin + one + 1 : begin + one + 2] in (
        ["of"],
        ["at"],
        ["for"],
    )
    if begin < 3 or lower[begin - 1] != "," or not role:
        return None
    first = phrase_before(sentence, begin - 1)
    named = first < begin - 1 and is_name_word(words[first]) and is_name_word(words[begin - 2])
    return Subject((first, begin - 1)) if named and _begins_clause(sentence, first) else None


def _first_of_two(sentence: Sentence, begin: int) -> int:
    """Where a subject begins that "and" joins to the phrase at word `begin`, if a clause begins there."""
    if begin > 1 and sentence.lower[begin - 1] == "and":
        first = phrase_before(sentence, begin - 1)
        both = sentence.lower[max(0, first - 1) : first] == ["both"]
        if first < begin - 1 and _begins_clause(sentence, first - both):
            return first
    return begin


def _name_only(sentence: Sentence, first: int, end: int) -> int:
    """Where the name begins that ends a phrase: "footage of Jane Doe saying"."""
    name = end
    while name > first and is_name_word(sentence.words[name - 1]):
        name -= 1
    return name if name < end else first


def slips_in(sentence: Sentence, k: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    low = sentence.lower[k]
    if sentence.words[k] in ("May", "Will"):
        return False
    if low == "long" and sentence.lower[k - 1 : k] and sentence.lower[k - 1] in AUXILIARIES:
        return True
    if low in ADVERBS or low in AUXILIARIES or low in _SELVES or low == "to" or low in DAYS or is_month(sentence, k):
        return True
    if low in ("on", "in") and k + 1 < len(sentence) and (sentence.lower[k + 1] in DAYS or is_month(sentence, k + 1)):
        return True
    if k == 0 and low in _OPENING_ADVERBS:
        return True
    return low.endswith("ly") and sentence.words[k][0].islower() and low not in ("family", "ally", "assembly", "only")


def _relative(sentence: Sentence, k: int) -> Subject:
    """A relative pronoun as the subject, with the noun phrase that it takes up."""
    end = k
    while end > 0 and sentence.words[end - 1] in (",", "(", *_DASHES):
        end -= 1
    if (time := _time_before(sentence, end)) > 0:
        end = time
    begin = phrase_before(sentence, end)
    if begin == end:
        return Subject((k, k + 1))
    of = next((m for m in range(end - 1, begin, -1) if sentence.lower[m] == "of"), begin)
    if sentence.lower[k] == "who" and of > begin and _are_people(sentence, of, end):
        begin = of + 1
    return Subject((k, k + 1), (begin, end))


def _are_people(sentence: Sentence, of: int, end: int) -> bool:
    """Whether several after "of" are who does something, not the one before it: "the case of the teenagers, who"."""
    several = sentence.words[end - 1][0].islower() and sentence.lower[end - 1].endswith("s")
    return several and not (sentence.lower[of - 1].endswith("s") or sentence.lower[of - 1] in TITLES)


def _past_parenthesis(sentence: Sentence, closing: int) -> Subject | None:
    """The noun phrase before what stands between two commas, dashes or brackets, the second at word `closing`.

    With several commas ("Doe, a farmer from Dallas, Texas, said") a name goes before "the", and that before the rest.
    """
    words, lower = sentence.words, sentence.lower
    opener = {")": "("}.get(words[closing], words[closing])
    best: tuple[int, Subject] | None = None
    at, tried = closing, 0
    while at > 0 and tried < 5:
        at -= 1
        if words[at] == QUOTED and at + 2 < closing and words[at + 1] != opener:
            break
        if words[at] != opener:
            continue
        tried += 1
        if lower[at - 1] in PERSON_PRONOUNS:
            return Subject((at - 1, at))
        begin = phrase_before(sentence, at)
        if begin < at and _begins_clause(sentence, begin):
            rank = _rank(sentence, begin, at)
            if best is None or rank > best[0]:
                best = rank, Subject((begin, at))
            if rank == 3:
                break
    return best[1] if best else None


def _rank(sentence: Sentence, first: int, last: int) -> int:
    """How like a subject a phrase before a comma is, beside others: 3 a name, 2 with "the", 1 first of all, 0."""
    low = sentence.lower[first]
    if last - first == 1 and low in COUNTRIES:
        return 0
    if is_name_word(sentence.words[first]) and low not in DETERMINERS:
        return 3
    return 2 if low in ("the", "his", "her", "their", "another") else int(first == 0)


def _begins_clause(sentence: Sentence, k: int) -> bool:
    """Whether a clause may begin with word k: nothing before it governs it."""
    if k == 0:
        return True
    before = sentence.lower[k - 1]
    return before in CLAUSE_WORDS or not before[0].isalnum()


def _of_the_clause(sentence: Sentence, k: int, earlier: Sequence[Subject]) -> Subject | None:
    """The subject of the last verb of speech before word k that has one, else that of the sentence."""
    for subject in reversed(earlier):
        first, last = subject.words
        governed = first > 0 and sentence.lower[first - 1] in RELATIVE
        if last <= k and subject.stands_for is None and _begins_clause(sentence, first) and not governed:
            return subject
    return main_subject(sentence, k)


def main_subject(sentence: Sentence, before: int | None = None) -> Subject | None:
    """The first noun phrase of a sentence that no preposition or conjunction governs, if it ends before a word."""
    lower, words = sentence.lower, sentence.words
    limit = len(words) if before is None else before
    k = after_dateline(sentence)
    for _ in range(6):
        if k >= limit:
            return None
        low = lower[k]
        if (
            words[k] == QUOTED
            or low.isdigit()
            or low in MONTH_NAMES - {"may"}
            or not words[k][0].isalnum()
            or low in _JOINING
            or (low in ADVERBS and low not in ("all", "both", "each"))
            or low in _OPENING_ADVERBS
        ):
            k += 1
            continue
        if low in _COMPARED and lower[k + 1 : k + 2] == ["than"]:  # "more than 120 admirals"
            k += 2
        if low in PREPOSITIONS or low in _LEADS or _is_participle(sentence, k):
            comma = next((m for m in range(k, limit) if words[m] == ","), -1)
            if comma < 0:
                end = phrase_after(sentence, k + 1)
                k = end if low in PREPOSITIONS and end > k + 1 else k + 1
            else:
                k = comma + 1
            continue
        end = min(phrase_after(sentence, k), limit)
        if end > k and not is_time(lower[end - 1]):
            return Subject((k, end))
        k = max(end, k + 1)
    return None


def _is_participle(sentence: Sentence, k: int) -> bool:
    """Whether a word in -ing is a participle, and no name before its verb: "Keating smiled"."""
    low = sentence.lower[k]
    if not low.endswith("ing") or low in ("king", "beijing", "nothing"):
        return False
    following = sentence.lower[k + 1] if k + 1 < len(sentence) else ""
    finite = is_past(following) or following in AUXILIARIES or following in _FINITE
    return sentence.words[k][0].islower() or not finite or low in AUXILIARIES


def _after_notice(sentence: Sentence) -> int:
    """Where a sentence begins after a few words in capitals and a colon, "READ MORE:"; 0 without such words."""
    colon = sentence.words[:4].index(":") if ":" in sentence.words[:4] else 0
    shouted = all(word.isupper() and len(word) > 1 for word in sentence.words[:colon])
    return colon + 1 if colon and shouted and sentence.words[colon + 1 : colon + 2] != [QUOTED] else 0


def after_label(sentence: Sentence) -> int:
    """Where a sentence begins after the label of a field, "Title:"; 0 where there is none."""
    return 2 if sentence.words[1:2] == [":"] and sentence.lower[0] in _FIELDS else 0


def after_dateline(sentence: Sentence) -> int:
    """Where a sentence begins after "PLACE, 3 June (Wire) –", a notice or the label of a field; 0 without them."""
    if label := after_label(sentence):
        return label
    for k, word in enumerate(sentence.words[:14]):
        if word in _DASHES and k > 0:
            head = sentence.words[:k]
            return k + 1 if head[0].isupper() and len(head[0]) > 2 and (head[-1] == ")" or k < 5) else 0
    return _after_notice(sentence)
