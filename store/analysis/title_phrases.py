"""Titles before a name, with what they are of: where the name begins after them, and where its role does."""

from __future__ import annotations

from collections.abc import Sequence

from store.analysis.genders import gender_of_name
from store.analysis.inflection import (
    is_genitive,
    is_name_in_genitive,
    is_patronymic,
    is_slavic_title,
    is_surely_in_genitive,
    is_titles_genitive,
)
from store.analysis.name_words import is_name_word
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.roles import (
    ABBREVIATED,
    BODY_WORDS,
    COUNTRIES,
    FIELDS,
    FOREIGN_DETERMINERS,
    GENITIVES,
    POWERS,
    TITLES,
    TRADES,
    TWO_WORD_PLACES,
    is_title,
    joins_powers,
)
from store.analysis.sentence_words import Sentence

RANKS = frozenset(
    "former first prime foreign deputy vice acting assistant shadow then senior chief top state "
    "primer primera primeira primeiro première primo".split()
)
"""Words before a title that belong to it."""
_HEADS = frozenset("chair chairman chairperson chairwoman chief commander director governor head minister".split())
"""Titles of those who head a body and serve nobody who is named."""
_SERVICE_RANKS = ABBREVIATED | frozenset("admiral captain colonel general lieutenant major marshal professor".split())
"""Titles that a person has beside an office."""
_HELD_BESIDE = _SERVICE_RANKS | TRADES | frozenset("activist farmer lawyer nurse teacher writer".split())
"""Ranks and trades, beside which a person may have an office."""
_FIELDED = frozenset("minister secretary".split())
"""Titles of those whose office has fields: "Minister for Trade, Energy and Health"."""
_ADJECTIVES = frozenset("eu gop u.k. u.n. u.s. uae uk un us usa".split())
"""Short names that stand before what is a country's: "head of the US Geological Survey"."""
_BEFORE_PLACE = frozenset("san santa saint st st. fort royal queen king prince port mount".split())
"""Words after which a first name is that of a place: "San Francisco", "Fort Wayne"."""
_BODY_ENDS = frozenset(
    "academy caucus command conference corps division facility forum initiative lab program programme project station "
    "summit unit wing".split()
)
"""Last words of the parts of bodies: "Air Force Research Lab"."""
_PARTIES = frozenset("republican democrat socialist tory unionist".split())
_OF = GENITIVES | frozenset("of to for von de".split())


def is_no_office(role: Sequence[str]) -> bool:
    """Whether a role in lower case is a rank, a trade or what somebody was: they may hold an office beside it."""
    return role[0] == "former" or all(low.rstrip(".") in _HELD_BESIDE for low in role)


def past_titles(sentence: Sentence, first: int, end: int) -> tuple[int, int, bool]:
    """Where the name begins in a run, where its role does, and whether it is a body; a title alone has no name."""
    lower = sentence.lower
    surname = end - first > 1 and gender_of_name(lower[end - 2]) != ""  # "Angus King" is none
    short = end - first > 2 and lower[end - 3].rstrip(".") in ABBREVIATED - {"st"}  # nor is it after "Sen."
    surname = surname or (short and not is_title(lower[end - 2]) and lower[end - 2] not in RANKS)
    titles = [k for k in range(first, end - surname) if names_office(sentence, k)]
    part = end - first > 2 and lower[end - 1] in _BODY_ENDS and (titles or [end])[-1] >= end - 2
    body = part or lower[first].rstrip(".") == "st" or any(lower[k] in BODY_WORDS for k in range(first, end))
    if (
        titles
        and titles[-1] + 1 < end
        and not (body and any(lower[k] in BODY_WORDS | _BODY_ENDS for k in range(titles[-1] + 1, end)))
    ):
        begin = _past_complement(sentence, _past_powers(lower, titles[-1] + 1), end)
        return (titles[-1] + 1, first, True) if begin == end else (begin, _headed(sentence, first, titles[-1]), False)
    if titles and _past_powers(lower, titles[-1] + 1) >= end:
        return (first, first, True) if sentence.words[end - 2] == "of" else (end, first, False)  # "Court of Justice"
    if (title := _governing_title(sentence, _governor(lower, first))) >= 0:
        return _past_governed(sentence, first, end, title, body)
    if (title := _slavic_title_before(sentence, first)) >= 0:
        begin = _past_complement(sentence, first, end)
        if begin == end:
            return first, first, True
        name = sentence.words[begin:end]
        of_another = (is_name_in_genitive(name) or is_surely_in_genitive(name)) and any(
            is_titles_genitive(low) for low in lower[title:first]
        )
        return begin, begin if of_another else title, body
    return first, first, body


def tells_what_of(sentence: Sentence, first: int) -> bool:
    """Whether a name at a word tells what the title before it is of: "Minister for Justice"."""
    return _governing_title(sentence, _governor(sentence.lower, first)) >= 0


def _past_powers(lower: list[str], k: int) -> int:
    """Where the words end that tell an envoy's powers from word k on: "Extraordinary and Plenipotentiary"."""
    while k < len(lower) and (lower[k] in POWERS or joins_powers(lower, k)):
        k += 1
    return k


def _headed(sentence: Sentence, first: int, title: int) -> int:
    """Where the role begins of one whose last title, in a run that begins at word `first`, is a rank.

    It is before the run where that tells what they head: "Chief of General Staff General S", "head of the Navy Dr S".
    """
    lower = sentence.lower
    governing = (
        _governing_title(sentence, _governor(lower, first)) if lower[title].rstrip(".") in _SERVICE_RANKS else -1
    )
    of_a_body = governing >= 0 and any(not is_title(low) for low in lower[first:title])
    return governing if of_a_body and not _HEADS.isdisjoint(lower[governing:first]) else first


def names_office(sentence: Sentence, k: int) -> bool:
    """Whether a word is a title; "PM" is one where it is no time of day, a party where a name follows."""
    word, low = sentence.words[k], sentence.lower[k]
    if low in _PARTIES and word[0].isupper():
        name = [part for part in sentence.words[k + 1 : k + 3] if part[0].isupper()]
        if not name:
            return k > 0 and sentence.words[k - 1][0].isupper()  # "the Ranking Democrat"
        return BODY_WORDS.isdisjoint(part.lower() for part in name)  # not "the Republican Guard"
    if low.rstrip(".") == "st" or (low in FIELDS and k and sentence.lower[k - 1] in _OF):
        return False  # "St John", "Minister for Justice"
    premier = word == "PM" and not (k and sentence.words[k - 1][-1].isdigit())
    return premier or is_title(low.rstrip("."))


def _past_governed(sentence: Sentence, first: int, end: int, title: int, body: bool) -> tuple[int, int, bool]:
    """The same after a title and a preposition, or an article in the genitive: "President of Norrin S"."""
    lower = sentence.lower
    names = [k for k in range(first, end) if is_name_word(sentence.words[k])]
    if _in_genitive(sentence, first):
        if len(names) < 3:
            return first, first, True
        # In "Sprecher des Ministers Ivo Sandrel" it is he who is the minister.
        of_another = is_title(lower[first].removesuffix("s").removesuffix("en"))
        return names[-2], names[-2] if of_another else title, False
    if len(names) > 2 and (person := _named_last(sentence, names)):
        return person, title, False
    listed = lower[first - 1] == "and"
    fielded = len(names) + listed > 3 and lower[names[-1]] not in BODY_WORDS
    if fielded and not _FIELDED.isdisjoint(lower[title:first]):
        return names[-2], title, False
    if lower[first - 1] == "the":
        return first, first, body
    if lower[first] == "state" and end == first + 1:  # "Minister of State for Trade"
        return end, title, False
    size = 2 if " ".join(lower[first : first + 2]) in TWO_WORD_PLACES else 1
    apposed = title > 1 and sentence.words[title - 1] == ","  # "Ann Doe, director of Social Security Works"
    three = names == [first, first + 1, first + 2] and not (apposed or gender_of_name(lower[names[0]]))
    known = size == 2 or lower[first] in COUNTRIES or lower[first] == "state" or three
    if known and end - first > size and not body:
        return first + size, title, body
    return first, first, body


def _named_last(sentence: Sentence, names: Sequence[int]) -> int:
    """Where the person begins that the last words of a run name after what a title is of; 0 where none surely does.

    "Foreign Affairs Charlie Doe", "the Ice Committee Rima Batal"; but "spokesman for Mary Jane Doe" serves her.
    """
    lower, words = sentence.lower, sentence.words
    if (len(names) == 3 and gender_of_name(lower[names[0]])) or lower[names[-1]] in BODY_WORDS:
        return 0
    beside = names[-2] == names[-3] + 1  # not "the Bank of New York"
    if beside and lower[names[-3]] in BODY_WORDS and lower[names[-1]] not in _BODY_ENDS | COUNTRIES:
        return names[-2]
    if (
        len(names) > 3
        and lower[names[-4]] in BODY_WORDS
        and names[-1] == names[-4] + 3
        and lower[names[-1]] not in _BODY_ENDS
    ):
        return names[-3]  # "the Sarn Party Ann Mary Doe"
    acronym = words[names[-3]].isupper() and not words[names[-2]].isupper() and lower[names[-3]] not in _ADJECTIVES
    place = lower[names[-3]] in COUNTRIES and len(names) > 3  # "Bank of Norrin Jane Doe"
    if len(words[names[-3]]) > 1 and (acronym or place) and lower[names[-1]] not in _BODY_ENDS:
        return names[-2]
    middle = len(words[names[-2]].rstrip(".")) == 1 or gender_of_name(lower[names[-3]]) != ""
    person = names[-3] if middle and len(names) > 3 and lower[names[-3] - 1] not in _BEFORE_PLACE else names[-2]
    return person if gender_of_name(lower[person]) and lower[person - 1] not in _BEFORE_PLACE else 0


def _past_complement(sentence: Sentence, begin: int, end: int) -> int:
    """Where a name begins after what its title is of: "глава МИД Норрина S"; `end` where no name follows it."""
    words = sentence.words
    names = [k for k in range(begin, end) if is_name_word(words[k])]
    if all(words[k].lower().endswith("ии") for k in names):
        return end
    size = 3 if is_patronymic(words[names[-1] - 1]) else 2
    governed = names[:-size]
    return names[-size] if governed and all(is_genitive(words[k]) for k in governed) else begin


def _slavic_title_before(sentence: Sentence, first: int) -> int:
    """Where a title stands before a name, past what it is of: "министр иностранных дел S"; -1 where none does."""
    k = first - 1
    while k > max(0, first - 4) and sentence.words[k][0].islower() and is_genitive(sentence.words[k]):
        k -= 1
    return k if k >= 0 and is_slavic_title(sentence.lower[k]) else -1


def _governor(lower: list[str], first: int) -> int:
    """The word before a name at word `first` by which it tells what a title is of: "of the", "de la"; 0 for none."""
    k = first - 1
    if lower[k] in POSSESSIVE and (of := next((m for m in range(k - 1, max(0, k - 5), -1) if lower[m] in _OF), 0)):
        return of  # "director of Norrin’s State Museum S"
    if first > 2 and (lower[k] == "the" or (lower[k] in FOREIGN_DETERMINERS and lower[k - 1] == "de")):
        k -= 1
    if lower[k] == "and":  # "Minister for Trade, Energy and Health"
        field = next((m for m in range(k - 1, max(0, k - 8), -1) if lower[m] in ("for", "of")), 0)
        of_a_body = not BODY_WORDS.isdisjoint(lower[first : first + 3])  # "of the Trade and Growth Party S"
        k = field if field and (lower[field - 1] in _FIELDED or of_a_body) else k
    posted = lower[k] == "in" and lower[first] in COUNTRIES  # "ambassador in Norrin Jane Doe"
    return k if k > 0 and (lower[k] in _OF or posted) else 0


def _in_genitive(sentence: Sentence, first: int) -> bool:
    """Whether a name at word `first` tells what a title is of in another language: "des Landtags", "de la Liga"."""
    k = _governor(sentence.lower, first)
    return k > 0 and (sentence.lower[k] in GENITIVES or (sentence.lower[k] == "de" and sentence.words[k - 1].islower()))


def _governing_title(sentence: Sentence, k: int) -> int:
    """Where the role begins that governs by the word k: "head of the debt department of"; -1 where none does."""
    lower = sentence.lower
    title = _title_before(lower, k)
    begin = k - 1
    while title < 0 and begin > max(0, k - 6) and sentence.words[begin][0].islower() and lower[begin].isalpha():
        if lower[begin] in _OF:
            title = _title_before(lower, begin)
        begin -= 1
    return title


def _title_before(lower: list[str], k: int) -> int:
    """Where the role begins whose title is the word before k, -1 where there is none."""
    begin = k - 1
    while begin > 0 and (lower[begin] in POWERS or joins_powers(lower, begin)):
        begin -= 1
    if begin > 1 and lower[begin - 1 : k] == ["of", "state"]:
        begin -= 2
    if begin < 0 or not is_title(lower[begin]):
        return -1
    while (
        begin > 0
        and k - begin < 5
        and (
            lower[begin - 1] in TITLES
            or lower[begin - 1] in POSSESSIVE
            or (begin > 1 and lower[begin] in POSSESSIVE)
            or lower[begin - 1] in RANKS
        )
    ):
        begin -= 1
    return begin
