"""The subject that stands before a verb: the noun phrase that names who does what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.analysis.brackets import before_brackets
from store.analysis.cues import (
    AUXILIARIES,
    CLAIM_NOUNS,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    FOREIGN_AUXILIARIES,
    FOREIGN_SAYING,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    WRITTEN,
    verb_form,
)
from store.analysis.name_words import is_name_word
from store.analysis.noun_phrases import is_past, phrase_before, whole_phrase
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import COUNTRIES, FIELDS, TITLES, is_title
from store.analysis.sentence_words import DASHES, QUOTED, Sentence
from store.analysis.subjects import JOINING, Subject, begins_clause, is_time, main_subject, slips_in

_WITHIN = PREPOSITIONS - {"with", "because", "before", "after", "since", "until"}
"""Prepositions of phrases that may stand between a subject and its verb: "the minister in a statement said"."""
QUOTING = frozenset("quoted quotes quoting quote cited cites citing cite".split())
"""Verbs whose object speaks: "quoted a diplomat as saying"."""
_BEFORE_VERB = FOREIGN_AUXILIARIES | frozenset("la las le les lo los me nos se".split())
"""What stands before a verb of another language: "S a expliqué", and object pronouns of Spanish: "S lo explicó"."""
RELATIVE = frozenset(("who", "which", "that"))
_BEFORE_TIME = NUMBERS.keys() | DETERMINERS | DAYS | frozenset("last next past".split())
_BESIDE = frozenset(("to", "at"))
"""Prepositions whose noun does not do what a participle after it tells."""
_LONGEST_ROLE = 12
_DECIDING = PERSON_PRONOUNS | RELATIVE | JOINING | DASHES | {",", ")"}
"""Words right before a verb that tell where its subject is."""


def subject_before(sentence: Sentence, k: int, earlier: Sequence[Subject]) -> Subject | None:
    """The subject that stands before a verb; for a participle or a second verb that of the clause."""
    lower = sentence.lower
    participle = verb_form(lower[k]) == "ing"
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
            return main_subject(sentence) if participle else None
        last = lower[end - 1]
        if participle and last == "as":
            return _quoted(sentence, k, end - 1)
        if participle and last in ("for", "of") and (blamed := _blamed(sentence, end - 1)):
            return blamed
        if last in _DECIDING and (end > 1 or last not in RELATIVE):
            return _by_last_word(sentence, k, end, participle, earlier)
        begin = phrase_before(sentence, end)
        if begin == end:
            break
        past = end - begin == 1 and last.endswith("ed") and sentence.words[begin][0].islower()
        if past and begin > 0 and lower[begin - 1] in AUXILIARIES:  # "is programmed to want"
            end = begin - 1
        elif participle:
            return _of_participle(sentence, begin, end, earlier)
        elif (governor := _governor(sentence, begin)) >= 0:
            end = governor
        else:
            return _past_relative(sentence, begin) or _named(sentence, begin, end)
    return _of_the_clause(sentence, k, earlier)


def _governor(sentence: Sentence, begin: int) -> int:
    """The preposition that governs the phrase at word `begin`, or it and one joined to it after a noun; -1 for none."""
    lower, first = sentence.lower, begin
    if begin > 1 and lower[begin - 1] == "and":
        first = phrase_before(sentence, begin - 1)
        if first < 2 or phrase_before(sentence, first - 1) == first - 1 or lower[begin] in FIELDS:
            return -1  # "statement by Norrin and Umber", but "In Lest Doe and Roe", "of Trade and Industry Ann Doe"
    return first - 1 if first > 0 and lower[first - 1] in _WITHIN else -1


def _by_last_word(sentence: Sentence, k: int, end: int, participle: bool, earlier: Sequence[Subject]) -> Subject | None:
    """The subject of the verb at word k where a pronoun, a mark or a conjunction ends what stands before it."""
    last = sentence.lower[end - 1]
    if last in PERSON_PRONOUNS:
        return Subject((end - 1, end))
    if last in RELATIVE:
        again = sentence.lower[max(0, end - 2)] in JOINING and earlier and earlier[-1].stands_for
        return Subject((end - 1, end), again) if again else _relative(sentence, end - 1)
    if last in JOINING or (participle and end == k):
        return _of_the_clause(sentence, k, earlier)
    return past_parenthesis(sentence, end - 1) or _of_the_clause(sentence, k, earlier)


def _quoted(sentence: Sentence, k: int, end: int) -> Subject | None:
    """Who is quoted before "as" and the participle at word k: "quoted a diplomat as saying"."""
    begin = phrase_before(sentence, end)
    quoted = begin > 0 and sentence.lower[begin - 1] in QUOTING
    if quoted and begin == end:
        return subject_before(sentence, begin - 1, [])  # "S was quoted as saying"
    return Subject((begin, end)) if quoted else main_subject(sentence, k)


def _of_participle(sentence: Sentence, begin: int, end: int, earlier: Sequence[Subject]) -> Subject | None:
    """The subject of a participle after a phrase: the phrase, or who does to it what the verb before it says."""
    lower = sentence.lower
    governs = begin > 0 and lower[begin - 1] not in PREPOSITIONS and lower[begin - 1] not in AUXILIARIES
    if governs and _is_written(sentence, begin, end):
        return _of_infinitive(sentence, begin) or _of_the_clause(
            sentence, begin, earlier
        )  # "issued a statement calling …"
    begin = _name_only(sentence, begin, end)
    if begin > 0 and lower[begin - 1 - (lower[begin - 1] == "the")] in _BESIDE:
        return _of_the_clause(sentence, begin, earlier)  # "sent a letter to S demanding …"
    return _named(sentence, begin, end)


def _of_infinitive(sentence: Sentence, begin: int) -> Subject | None:
    """Who does what an infinitive with the object at word `begin` tells: "made the mayor issue", "led Doe to issue"."""
    lower = sentence.lower
    to = begin - 2
    if to < 2 or lower[to] != "to":
        return None
    first = _name_only(sentence, phrase_before(sentence, to), to)
    last = lower[to - 1]
    somebody = is_name_word(sentence.words[to - 1]) or last in TITLES or last in OBJECT_PRONOUNS
    verb = lower[first - 1] if 0 < first < to else ""
    return Subject((first, to)) if somebody and is_past(verb) else None


def _named(sentence: Sentence, begin: int, end: int) -> Subject:
    """The phrase [begin, end) as a subject, with what is joined to it, or the name before it whose role it is."""
    first = _first_of_two(sentence, begin, end)
    return _apposed_to(sentence, first, end) or Subject((first, end))


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
            return Subject((first, k)) if first < k and verb and begins_clause(sentence, first) else None
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
    governed = verb in PREPOSITIONS or verb in AUXILIARIES or begins_clause(sentence, begin)
    return None if governed else Subject((begin, preposition))


def _is_written(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase names a thing that holds words: "a statement", "a series of tweets"."""
    return any(low in WRITTEN or low.rstrip("s") in WRITTEN for low in sentence.lower[first:last])


def _apposed_to(sentence: Sentence, begin: int, end: int) -> Subject | None:
    """The name before a role that no second comma closes: "Doe, founder of the trust said"."""
    words, lower = sentence.words, sentence.lower
    one = lower[begin] in ("a", "an")
    head, *after = lower[begin + one : begin + one + 2] or [""]
    role = (one or head in TITLES) and after in (["of"], ["at"], ["for"])
    # "Ann Doe, UN envoy warned", "Ann Doe, a member and the chair of the board said"
    role = role or (lower[begin] not in DETERMINERS and is_title(lower[end - 1])) or (one and "and" in lower[begin:end])
    if begin < 3 or lower[begin - 1] != "," or not role:
        return None
    first = phrase_before(sentence, begin - 1)
    named = first < begin - 1 and is_name_word(words[first]) and is_name_word(words[begin - 2])
    return Subject((first, begin - 1)) if named and begins_clause(sentence, first) else None


def _first_of_two(sentence: Sentence, begin: int, end: int) -> int:
    """Where a subject begins that "and" joins to the phrase at words [begin, end), if a clause begins there.

    If both are names it may have who it is after it: "Doe, the mayor, and Voss".
    """
    if begin > 1 and sentence.lower[begin - 1] == "and":
        before = _before_apposition(sentence, begin - 1)
        first = phrase_before(sentence, before)
        both = sentence.lower[max(0, first - 1) : first] == ["both"]
        named = before == begin - 1 or all(map(is_name_word, [*sentence.words[first:before], sentence.words[end - 1]]))
        if first < before and named and begins_clause(sentence, first - both):
            return first
    return begin


def _joint(sentence: Sentence, first: int, last: int) -> Subject | None:
    """A phrase before a comma with who is joined to it: "Doe, the mayor, and Voss", "Doe and her deputy, Voss"."""
    if first < 2 or sentence.lower[first - 1] != "and":
        return None
    end, before = _past_its_name(sentence, last), _before_apposition(sentence, first - 1)
    begin = phrase_before(sentence, before)
    named = begin < before and all(map(is_name_word, sentence.words[begin:before]))
    return Subject((begin, end)) if end and named and begins_clause(sentence, begin) else None


def _past_its_name(sentence: Sentence, last: int) -> int:
    """Where the name ends with which a phrase does or that stands after it: "her deputy, Voss,"; 0 without one."""
    words, end = sentence.words, last + 1
    if is_name_word(words[last - 1]):
        return last
    while words[last] == "," and end < len(words) and is_name_word(words[end]):
        end += 1
    return end if end > last + 1 and words[end : end + 1] == [","] else 0


def _before_apposition(sentence: Sentence, k: int) -> int:
    """The mark that opens who somebody is before word k: "Doe, the mayor, and", "Doe (Lab) and"; else k."""
    words, lower = sentence.words, sentence.lower
    if words[k - 1] != ",":
        return before_brackets(sentence.words, k)
    comma = next((m for m in range(k - 2, max(0, k - _LONGEST_ROLE), -1) if words[m] == ","), k)
    inside = lower[comma + 1 : k - 1]
    role = inside[:1] and (inside[0] in DETERMINERS or inside[0] in TITLES or inside[0].isdigit())
    return comma if role and CLAUSE_WORDS.isdisjoint(inside) else k


def _name_only(sentence: Sentence, first: int, end: int) -> int:
    """Where the name begins that ends a phrase: "footage of Jane Doe saying"."""
    name = end
    while name > first and is_name_word(sentence.words[name - 1]):
        name -= 1
    return name if name < end else first


def _relative(sentence: Sentence, k: int) -> Subject:
    """A relative pronoun as the subject, with the noun phrase that it takes up."""
    end = k
    while end > 0 and sentence.words[end - 1] in (",", "(", *DASHES):
        end -= 1
    if (time := _time_before(sentence, end)) > 0:
        end = time
    if end > 2 and sentence.words[end - 1].isdigit() and sentence.words[end - 2] == ",":
        end -= 2  # "Jane Doe, 41, who"
    begin = phrase_before(sentence, end)
    if begin == end:
        return Subject((k, k + 1))
    of = next((m for m in range(end - 1, begin, -1) if sentence.lower[m] == "of"), begin)
    said = sentence.lower[of - 1] in CLAIM_NOUNS and is_name_word(sentence.words[end - 1])
    if sentence.lower[k] == "who" and of > begin and (said or _are_people(sentence, of, end)):
        begin = of + 1
    return Subject((k, k + 1), (begin, end))


def _are_people(sentence: Sentence, of: int, end: int) -> bool:
    """Whether several after "of" are who does something, not the one before it: "the case of the teenagers, who"."""
    several = sentence.words[end - 1][0].islower() and sentence.lower[end - 1].endswith("s")
    return several and not (sentence.lower[of - 1].endswith("s") or sentence.lower[of - 1] in TITLES)


def past_parenthesis(sentence: Sentence, closing: int) -> Subject | None:
    """The noun phrase before what stands between two commas, dashes or brackets, the second at word `closing`.

    With several commas ("Doe, a farmer from Dallas, Texas, said") a name goes before "the", and that before the rest.
    """
    words, lower = sentence.words, sentence.lower
    opener = {")": "("}.get(words[closing], words[closing])
    best: tuple[int, Subject] | None = None
    tried = 0
    for at in _openers(sentence, closing):
        if tried == 5 or (words[at] == QUOTED and at + 2 < closing and words[at + 1] != opener):
            break
        if words[at] == QUOTED:
            continue
        tried += 1
        end = before_brackets(sentence.words, at)
        if lower[end - 1] in PERSON_PRONOUNS:
            return Subject((end - 1, end))
        if (several := _several(sentence, at, closing)) < at:
            return Subject((several, closing))
        begin = phrase_before(sentence, end)
        whole = _with_joined(sentence, begin)
        if whole < begin and _is_named(sentence, whole, at, closing):
            return Subject((whole, end))
        if begin < end and begins_clause(sentence, begin):
            if joint := _joint(sentence, begin, end):
                return joint
            rank = _rank(sentence, begin, end)
            if best is None or rank > best[0]:
                best = rank, Subject((begin, end))
            if rank == 3 or (rank == 2 and _is_named(sentence, begin, at, closing)):
                break
    return best[1] if best else None


def _is_named(sentence: Sentence, begin: int, opening: int, closing: int) -> bool:
    """Whether a full name stands between marks after who that is, no name before: "the union’s head, Ann Doe,"."""
    inside = sentence.words[opening + 1 : closing]
    apposed = begin > 1 and sentence.words[begin - 1] == "," and is_name_word(sentence.words[begin - 2])
    person = len(inside) > 1 and all(map(is_name_word, inside)) and COUNTRIES.isdisjoint(map(str.lower, inside))
    return person and not apposed


def _several(sentence: Sentence, opening: int, closing: int) -> int:
    """Where it begins what two are who are named between marks after it, "the mayors of Lest, Ann Doe and Bo Roe,".

    The word `opening` where nothing tells so.
    """
    inside = sentence.words[opening + 1 : closing]
    names = inside.count("and") == 1 and "and" not in (inside[0], inside[-1])
    if not names or not all(word == "and" or is_name_word(word) for word in inside):
        return opening
    first = _with_joined(sentence, phrase_before(sentence, opening))
    head = _head(sentence, first, opening)
    return first if sentence.words[head].islower() and sentence.lower[head].endswith("s") else opening


def _with_joined(sentence: Sentence, begin: int) -> int:
    """Where the phrase begins whose last name stands at a word, "the mayor of Lest and | Tarn"; else that word."""
    if begin < 3 or sentence.lower[begin - 1] != "and":
        return begin
    first = phrase_before(sentence, begin - 1)
    head = _head(sentence, first, begin - 1)
    return first if first < head + 1 < begin - 1 and sentence.words[head].islower() else begin


def _head(sentence: Sentence, first: int, end: int) -> int:
    """The last word of a phrase before its preposition."""
    return next((k for k in range(first + 1, end) if sentence.lower[k] in PREPOSITIONS), end) - 1


def _openers(sentence: Sentence, closing: int) -> Iterator[int]:
    """The marks that may open what word `closing` closes, the nearest first, and quotations; none inside brackets."""
    words = sentence.words
    opener = {")": "("}.get(words[closing], words[closing])
    at = closing - (words[closing] == ")")
    while at > 0:
        before = before_brackets(sentence.words, at) if opener == "," else at
        if before < at == closing:
            yield before  # "Doe (Lab, Tarn), said"
        at = before - 1
        if at > 0 and words[at] in (opener, QUOTED):
            yield at


def _rank(sentence: Sentence, first: int, last: int) -> int:
    """How like a subject a phrase before a comma is, beside others: 3 a name, 2 with "the", 1 first of all, 0."""
    low = sentence.lower[first]
    if last - first == 1 and low in COUNTRIES:
        return 0
    if is_name_word(sentence.words[first]) and low not in DETERMINERS:
        return 3
    return 2 if low in ("the", "his", "her", "their", "another") else int(first == 0)


def _of_the_clause(sentence: Sentence, k: int, earlier: Sequence[Subject]) -> Subject | None:
    """The subject of the last verb of speech before word k that has one, else that of the sentence."""
    for subject in reversed(earlier):
        first, last = subject.words
        governed = first > 0 and sentence.lower[first - 1] in RELATIVE
        opens = begins_clause(sentence, whole_phrase(sentence, first))
        if last <= k and subject.stands_for is None and opens and not governed:
            return subject
    return main_subject(sentence, k)
