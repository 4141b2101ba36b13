"""What a noun phrase stands for: whom it names, or whom it describes by a role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from store.analysis.bodies_in_short import body_meant
from store.analysis.cues import AUXILIARIES, CLAUSE_WORDS, DETERMINERS, PERSON_PRONOUNS, PREPOSITIONS
from store.analysis.inflection import is_name_in_genitive, is_slavic_title, is_surely_in_genitive, is_titles_genitive
from store.analysis.name_words import is_name_word
from store.analysis.names import Mention, is_party, past_letters, with_role
from store.analysis.noun_phrases import (
    NOUNS_IN_ED,
    POSSESSIVE,
    is_noun,
    is_past,
    past_small_nouns,
    phrase_after,
    phrase_before,
    tells_who,
)
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.offices_in_short import holder_meant
from store.analysis.people import GOVERNING, Person
from store.analysis.roles import (
    BODY_WORDS,
    COUNTRIES,
    FIRMS,
    FOREIGN_DETERMINERS,
    GENITIVES,
    TITLES,
    is_title,
)
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import QUOTED, Sentence, Words, joined
from store.analysis.speakers import Named, Speakers
from store.analysis.subject_before_verb import RELATIVE
from store.analysis.subjects import NOUNS_IN_LY, is_time, main_subject
from store.analysis.title_phrases import RANKS

_COUNTING_ALONE = frozenset(
    "all another both each every few five four many most several seven six some three two".split()
)
_POINTING = DETERMINERS - _COUNTING_ALONE | FOREIGN_DETERMINERS | RELATIVE | {"own"}
"""Determiners, and pronouns that only point, which are no part of what somebody is."""
_DEFINITE = FOREIGN_DETERMINERS | {"the", "this"}
_COUNTING = (
    NUMBERS.keys()
    | DETERMINERS
    | frozenset("of us them you me him first second third fourth fifth last others other former latter".split())
    | frozenset("anybody anyone everybody everyone nobody none somebody someone".split())
)
_WORDS_OF_OTHERS = frozenset("communique communiqué statement".split())
"""Texts that are no speaker, but whose they are."""
_NO_TRADES = frozenset("elder injured late old then young younger".split())
"""What may stand before a name or a trade and is none: "the late Jane Doe", "the then mayor Jane Doe"."""
_OF_TEXTS = frozenset("brief final further joint later official prepared press public separate short written".split())
"""What a statement may be, whoever made it."""
_SITES = frozenset("account blog channel page site twitter facebook telegram website".split())
_BY = frozenset(("by", "from"))
_BESIDE_NAMES = frozenset((",", "(", "of"))
"""Marks after which it is told who somebody is."""
_ISSUING = frozenset("issued issues published publishes released releases".split())
_THEIRS = frozenset(("his", "her", "its", "their"))
_WITHIN_ROLE = frozenset("at for from in on with".split())
"""Prepositions that go on telling what somebody is: "the top official on the committee"."""


def named_by(speakers: Speakers, number: int, words: Words) -> Named:
    """What a noun phrase stands for. A phrase that holds a name only to describe another thing is not that name."""
    sentence = speakers.sentences[number]
    first, last = words
    if pair := _pair(speakers, number, words):
        return pair
    if last - first == 1 and first > 1 and is_party(sentence.words[first]):  # "Jane Doe, D-Norrin"
        first, last = first - 3, first - 1
    mentions = _body_around(speakers, number, words) or speakers.mentions_in(number, first, last)
    role_begins = with_role(sentence, mentions[-1][0]) if mentions else last  # "head of Norrin’s State Museum S"
    # "Port of Tarn chief S" names S
    whose = bool(mentions) and mentions[-1][0].role.split(" of ")[0] == mentions[0][0].name[-1]
    for mention, person in mentions:
        if is_governed(sentence, first, mention):
            if mention.first >= role_begins:
                continue
            break
        following = sentence.lower[mention.last] if mention.last < last else ""
        if following in POSSESSIVE or following == "and" or (following == "of" and (person.body or whose)):
            continue
        if (
            following
            and sentence.words[mention.last][0].islower()
            and following not in PREPOSITIONS
            and following not in CLAUSE_WORDS
        ):
            continue
        if person.body and any(is_title(low) for low in sentence.lower[first : mention.first]):
            continue
        if "of" in mention.name and mention.first > first and sentence.lower[mention.first - 1] in POSSESSIVE:
            continue  # "the college’s Board of Trustees"
        if body := _written_large(speakers, number, first, mention):
            return Named(body.full_name, "", body)
        return Named(person.full_name, mention.role or person.role, person, speakers.is_ambiguous(mention))
    return _beside(speakers, number, words) or _described(speakers, number, words)


def _written_large(speakers: Speakers, number: int, first: int, mention: Mention) -> Person | None:
    """The body that a noun with a capital stands for: "the Bank" after "the Central Bank of Lest"."""
    alone = len(mention.name) == 1 and mention.first == first + 1 and not mention.name[0].isupper()
    definite = alone and speakers.sentences[number].lower[first] == "the"
    return body_meant(speakers, number, first, [mention.name[0].lower()]) if definite else None


def _body_around(speakers: Speakers, number: int, words: Words) -> list[tuple[Mention, Person]]:
    """The body whose name a phrase only ends: "the Union" of "the Department for Leaving the Union"."""
    before = speakers.mentions_in(number, max(0, words[0] - 6), words[0])[-1:]
    return [(mention, person) for mention, person in before if person.body and mention.last == words[1]]


def _pair(speakers: Speakers, number: int, words: Words) -> Named | None:
    """Two people joined by "and", who speak as one."""
    sentence = speakers.sentences[number]
    found = [
        (mention, person)
        for mention, person in speakers.mentions_in(number, *words)
        if POSSESSIVE.isdisjoint(sentence.lower[mention.last : mention.last + 1])
    ]
    commas = [k for k in range(*words) if sentence.words[k] == ","]
    if found and commas and is_governed(sentence, words[0], found[0][0]):
        # "the mayors of Lest and Tarn, Jane Doe and Ivo Roe"
        return _pair(speakers, number, (commas[-1] + 1, words[1]))
    found = _without_places(sentence, found)
    if len(found) > 2 and _are_listed(sentence, found):
        return _together(person for _, person in found)
    if len(found) > 2:
        found = _two_of(sentence, found)
    if len(found) != 2 or is_governed(sentence, words[0], found[0][0]):
        return None
    if found[1][0].last != words[1] and sentence.lower[found[1][0].last] != "of":
        return None
    end, then = found[0][0].last, found[1][0].first
    joined_at = next((k for k in range(then - 1, end - 1, -1) if sentence.lower[k] == "and"), -1)
    if joined_at < 0 or is_governed(sentence, joined_at + 1, found[1][0]):
        return None  # "Doe and the mayor of Lest"
    doubted = found[0][1].body or not found[0][1].human
    of_a_body = doubted and found[1][0].role  # "UN and Norrin envoy Jane Doe"
    if of_a_body or (joined_at > end and sentence.words[end] not in _BESIDE_NAMES):
        return None
    return _together([*_listed_before(speakers, number, words[0]), *(person for _, person in found)])


def _together(people: Iterable[Person]) -> Named:
    """Several people as one speaker."""
    *most, last = (person.full_name for person in people)
    return Named(f"{', '.join(most)} and {last}", "")


def _are_listed(sentence: Sentence, found: list[tuple[Mention, Person]]) -> bool:
    """Whether nothing stands between names but what lists them and where they are from: "Doe of Lest, Roe and Bell"."""
    gaps = [sentence.words[one.last : other.first] for (one, _), (other, _) in pairwise(found)]
    return all(
        gap != []
        and gap[-1] in (",", "and")
        and all(word in (",", "and", "of") or (is_name_word(word) and gap[0] == "of") for word in gap)
        for gap in gaps
    ) and all(not person.body for _, person in found)


def _without_places(sentence: Sentence, found: list[tuple[Mention, Person]]) -> list[tuple[Mention, Person]]:
    """The names in a phrase but for those that others are of: "Jane Doe of Norrin and Ivo Roe"."""
    ends = {mention.last for mention, _ in found}
    return [
        (mention, person)
        for mention, person in found
        if not (sentence.lower[mention.first - 1] == "of" and mention.first - 1 in ends)
    ]


def _two_of(sentence: Sentence, found: list[tuple[Mention, Person]]) -> list[tuple[Mention, Person]]:
    """The first and the last of the names in a phrase, where the others stand in what those two are; else all."""
    mark, whose, *_ = (*sentence.lower[found[0][0].last :], "", "")
    beside = mark in _BESIDE_NAMES  # "Jane Doe, the mayor of Lest, and Ivo Roe"
    related = mark == "and" and whose in _THEIRS  # "Jane Doe and her Umber counterpart, Ivo Roe"
    return [found[0], found[-1]] if beside or related else found


def _listed_before(speakers: Speakers, number: int, first: int) -> list[Person]:
    """Those whose names a sentence begins with, or what follows its quotation, each before a comma, up to word `first`.

    "Reed, Roe and Bell", "“…,” Reed of Norrin, Roe of Umber and Bell".
    """
    sentence = speakers.sentences[number]
    people: list[Person] = []
    while first > 1 and sentence.words[first - 1] == "," and sentence.words[first - 2] != QUOTED:
        before = speakers.mentions_in(number, max(0, first - 9), first - 1)
        ended = bool(before) and before[-1][0].last == first - 1
        named = _without_places(sentence, before)[-1:] if ended else []
        if not named or named[0][1].body:
            return []
        mention, person = named[0]
        people.insert(0, person)
        first = with_role(sentence, mention)
    opens = first == after_dateline(sentence) or QUOTED in sentence.words[max(0, first - 2) : first]
    return people if opens else []


def _beside(speakers: Speakers, number: int, words: Words) -> Named | None:
    """The name between commas after what it is: "the prosecutor, Jane Doe,", "the firm, Tarn Metals plc,"."""
    sentence = speakers.sentences[number]
    first, last = words
    if last < len(sentence) and sentence.lower[last] in _WITHIN_ROLE:  # "the top official on the Ice Committee"
        last = phrase_after(sentence, last + 1)
    if last + 1 >= len(sentence) or sentence.words[last] != "," or sentence.lower[last - 1] in PERSON_PRONOUNS:
        return None
    near = speakers.mentions_in(number, last + 1, last + 8)
    told = joined(sentence, first + (sentence.lower[first] in DETERMINERS), last)
    for mention, person in near:
        if mention.role and mention.role == told:
            return Named(person.full_name, mention.role, person)
    for mention, person in near[:1]:
        begin, end = with_role(sentence, mention), past_letters(sentence, mention.last)
        begin = _with_rank(sentence, begin)
        trade = _trade_before(sentence, begin)
        if last + 1 not in (begin, trade):
            return None
        if sentence.lower[end : end + 1] == ["of"]:  # "Jane Doe of Norrin"
            end = next((place.last for place, _ in speakers.mentions_in(number, end + 1, end + 2)), end)
        closes = sentence.lower[end] if end < len(sentence) else ","
        closed = not closes[0].isalnum() or closes in FIRMS
        one_of = sentence.lower[first : first + 2] in (["one", "of"], ["another", "of"])
        if person.body and (one_of or sentence.lower[last - 1] in BODY_WORDS) and closed:
            return Named(person.full_name, "", person)
        listed = begin < mention.first and any(word[0].isupper() for word in sentence.words[end + 1 : end + 2])
        listed = listed or (trade < begin and sentence.lower[end + 1 : end + 2] == ["and"])
        of_body = sentence.lower[last - 1] in BODY_WORDS and not any(map(is_title, sentence.lower[first:last]))
        known = not (closes[0].isalnum() or person.body or listed or (of_body and person.gender))
        if known and len(mention.name) > 1:
            first += sentence.lower[first] in DETERMINERS | FOREIGN_DETERMINERS
            if trade < begin:
                first, last = trade + 1, mention.first
                first += sentence.lower[first] in _NO_TRADES
            role = joined(sentence, first, last) if first < last else ""
            return Named(person.full_name, person.role or role, person)
    return None


def _with_rank(sentence: Sentence, begin: int) -> int:
    """Where a name at word `begin` begins with its rank or trade: "Colonel General Jane Doe", "retired teacher Roe"."""
    lower = sentence.lower
    while begin > 0 and (lower[begin - 1].rstrip(".") in TITLES or lower[begin - 1] in RANKS):
        begin -= 1
    return past_small_nouns(sentence, begin)


def _trade_before(sentence: Sentence, begin: int) -> int:
    """Where an article stands with what somebody is before a name at word `begin`: "the beekeeper"; else `begin`."""
    k = past_small_nouns(sentence, begin) - 1
    return k if k > 0 and sentence.lower[k] == "the" else begin


def _described(speakers: Speakers, number: int, words: Words) -> Named:
    """What a phrase without a name stands for: somebody of that role named before, else its own words."""
    sentence = speakers.sentences[number]
    first, last = words
    definite = sentence.lower[first] in _DEFINITE or is_slavic_title(sentence.lower[first])
    while first < last and sentence.lower[first] in _POINTING and sentence.lower[first + 1 : first + 2] != ["of"]:
        first += 1
    while last > first and not sentence.words[last - 1][0].isalnum():
        last -= 1
    if first == last:
        return Named(None, "")
    end = next((k for k in range(first + 1, last) if sentence.lower[k] in PREPOSITIONS), last)
    if sentence.words[end - 1] in _WORDS_OF_OTHERS:
        return _whose(speakers, number, (first, last), end)
    if definite:
        if body := body_meant(speakers, number, first, sentence.lower[first:last]):
            return Named(body.full_name, "", body)
        aged = sentence.lower[last - 1].endswith("-year-old")
        person = _only_one_near(speakers, number) if aged else holder_meant(speakers, number, (first, last))
        if person is not None:
            return Named(person.full_name, person.role, person)
    participle = sentence.words[last - 1].islower() and is_past(sentence.lower[last - 1])
    participle = participle and sentence.lower[last - 1] not in NOUNS_IN_ED
    if last - first > 1 and participle and is_noun(sentence, last - 2) and not _is_adverb(sentence.lower[last - 2]):
        last -= 1  # "tests published today show"
    if _only_counts(sentence.lower[first:last]):
        return Named(None, "")
    return Named(joined(sentence, _whole_number(sentence, first), last), "")


def _is_adverb(low: str) -> bool:
    """Whether a word in lower case is an adverb by its look: "newly elected", not "the daily published"."""
    return low.endswith("ly") and low not in NOUNS_IN_LY


def _whole_number(sentence: Sentence, k: int) -> int:
    """Where the number begins whose last digits are word k: "2,000 workers", not "On 2 May 2, 200 workers"."""
    words, starts = sentence.words, sentence.starts
    while k > 1 and len(words[k]) == 3 and words[k].isdigit() and words[k - 1] == "," and words[k - 2].isdigit():
        if starts[k] != starts[k - 1] + 1:
            break
        k -= 2
    return k


def _whose(speakers: Speakers, number: int, words: Words, end: int) -> Named:
    """Whose a text is that the phrase up to word `end` names: "the ministry's statement", "a statement by Jane Doe"."""
    sentence = speakers.sentences[number]
    first, last = words
    by = next((k for k in range(end, last - 1) if sentence.lower[k] in _BY), -1)
    if by > 0:
        return named_by(speakers, number, (by + 1, last))
    owner = next((k for k in range(first, end) if sentence.lower[k] in POSSESSIVE), end - 1)
    while first < owner and sentence.lower[first] in _OF_TEXTS:
        first += 1
    owned = sentence.lower[owner] in POSSESSIVE and not is_time(
        sentence.lower[owner - 1]
    )  # not "last year's statement"
    if first < owner and (owned or _may_state(speakers, number, (first, owner))):
        return named_by(speakers, number, (first, owner))
    if site := _whose_site(sentence, end):
        return named_by(speakers, number, site)
    beside = end < len(sentence) and sentence.lower[end] in _BY and end == last
    if beside:
        return named_by(speakers, number, (end + 1, phrase_after(sentence, end + 1)))
    return _who_issued(speakers, number - 1, sentence.lower[end - 1]) if number else Named(None, "")


def _whose_site(sentence: Sentence, k: int) -> Words | None:
    """Whose site or account it is on which a text stands, at word k: "on the Tarnrail website"."""
    lower, size = sentence.lower, len(sentence)
    end = phrase_after(sentence, k + 1) if lower[k : k + 1] == ["on"] else k
    begin = k + 1 + (lower[k + 1 : k + 2] == ["the"])
    site = next((m for m in range(begin, min(end + 1, size)) if lower[m] in _SITES), 0)
    owner = site - (lower[site - 1] in POSSESSIVE)
    return (begin, owner) if begin < owner and is_name_word(sentence.words[begin]) else None


def _may_state(speakers: Speakers, number: int, words: Words) -> bool:
    """Whether words before "statement" are a body that makes one: "an army statement", "a Velmo statement"."""
    sentence = speakers.sentences[number]
    last = sentence.lower[words[1] - 1]
    named = speakers.mentions_in(number, *words)
    known = any(person.body or person.mentions > 1 or mention.name[0].lower() in COUNTRIES for mention, person in named)
    return known or (tells_who(last) and last != "bank")


def _who_issued(speakers: Speakers, number: int, text: str) -> Named:
    """Who issued a text by what a sentence tells of it: "The mayor released a statement", also if others say so."""
    sentence = speakers.sentences[number]
    issued = next((k for k, low in enumerate(sentence.lower) if low in _ISSUING), len(sentence))
    object_ends = phrase_after(sentence, issued + 1)
    if text not in sentence.lower[issued:object_ends] or "no" in sentence.lower[issued:object_ends]:
        return Named(None, "")
    verb = issued
    while verb and sentence.lower[verb - 1] in AUXILIARIES:
        verb -= 1
    begin = phrase_before(sentence, verb)
    if begin < verb:
        return named_by(speakers, number, (begin, verb))
    subject = main_subject(sentence, issued)
    return named_by(speakers, number, subject.words) if subject else Named(None, "")


def _only_one_near(speakers: Speakers, number: int) -> Person | None:
    """The only person named in a sentence or the two before it: "the 24-year-old"."""
    people = [
        person
        for k in range(max(0, number - 2), number + 1)
        for _, person in speakers.mentions_in(k, 0, len(speakers.sentences[k]))
        if not person.body
    ]
    return people[0] if people and all(person is people[0] for person in people) else None


def is_governed(sentence: Sentence, first: int, mention: Mention) -> bool:
    """Whether a preposition in a phrase that begins at word `first` governs its name, so that it is about another.

    It does in "critic of President Jane Doe" and "Aide to Jane Doe", but not inside a role: "President of Norrin".
    """
    named, surely = is_name_in_genitive(mention.name), is_surely_in_genitive(mention.name)
    governor = max(
        (
            k
            for k in range(first, mention.first)
            if (sentence.lower[k] in GOVERNING and not _in_an_owners_name(sentence, k, mention.last + 1))
            or (surely and is_slavic_title(sentence.lower[k]))
            or (k > first and (_is_genitive_article(sentence, k) or (named and is_titles_genitive(sentence.lower[k]))))
        ),
        default=mention.first,
    )
    return governor < with_role(sentence, mention)


def _in_an_owners_name(sentence: Sentence, k: int, end: int) -> bool:
    """Whether a preposition stands in the name of a body whose is who is named: "the Chamber of Commerce’s Mr Doe"."""
    lower = sentence.lower
    body = k > 0 and sentence.words[k - 1][0].isupper() and lower[k - 1] in BODY_WORDS
    return body and any(low in POSSESSIVE for low in lower[k:end])


def _is_genitive_article(sentence: Sentence, k: int) -> bool:
    """Whether an article that may be a genitive one is: "der" after a noun, and not after "auch" or "damals"."""
    low = sentence.lower[k]
    return low in GENITIVES and (low != "der" or sentence.words[k - 1][0].isupper())


def _only_counts(lower: Sequence[str]) -> bool:
    """Whether a phrase only counts people or points at them: "four of us", "the second of eight"."""
    return all(low in _COUNTING or low in PERSON_PRONOUNS or low.isdigit() for low in lower)
