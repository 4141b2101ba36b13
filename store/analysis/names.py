"""The names that stand in a sentence, each without its title, with the role that stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis.cues import (
    ADVERBS,
    CLAUSE_WORDS,
    COMMANDS,
    DAYS,
    DETERMINERS,
    GERMAN_ACCORDING,
    PERSON_PRONOUNS,
    PREPOSITIONS,
)
from store.analysis.genders import gender_of_name, gender_of_word
from store.analysis.inflection import is_slavic_title, is_surely_in_genitive
from store.analysis.name_words import (
    is_elided,
    is_month,
    is_name_word,
    is_surname,
    joins_body,
    joins_name,
    opens_with_verb,
)
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.role_phrases import role_of
from store.analysis.roles import (
    AFTER_NAMES,
    BODY_WORDS,
    COLLECTIVE,
    COUNTRIES,
    FOREIGN_DETERMINERS,
    GENITIVES,
    NOT_NAMES,
    TITLES,
    TWO_WORD_PLACES,
    is_title,
    joins_powers,
)
from store.analysis.sentence_words import QUOTED, Sentence, joined
from store.analysis.title_phrases import past_titles

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_CONTRACTED = ("'ve", "'re", "'ll", "'d", "'m", "n't")
"""What a verb or "not" is shortened to after a pronoun or a verb."""
_PEOPLES = frozenset("children men veterans women".split())
"""Those whose bodies have them in their names, beside people and other sources of several."""
_ORDINALS = frozenset(("first", "second"))
_INTERJECTIONS = frozenset("ah alas alright hello hey hi ok okay sorry thanks wow".split())
_DEFINITE = FOREIGN_DETERMINERS | GENITIVES | {"the", "dem", "den"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: words [first, last) of a sentence, without its title."""

    sentence: int
    first: int
    last: int
    name: tuple[str, ...]
    role: str
    gender: str
    body: bool


def mentions_of(number: int, sentence: Sentence) -> list[Mention]:
    """The names of a sentence, in order."""
    found: list[Mention] = []
    k, size = 0, len(sentence)
    while k < size:
        word = sentence.words[k]
        if (word[0].islower() and "-" not in word) or not _starts_name(sentence, k):
            k += 1
            continue
        end = _run_end(sentence, k)
        for mention in _read_run(number, sentence, k, end):
            begin = with_role(sentence, mention)
            while found and found[-1].first >= begin and sentence.lower[found[-1].last] not in POSSESSIVE:
                found.pop()  # "Minister for Trade, Energy and Health S" names one
            found.append(mention)
        k = max(end, k + 1)
    return found


def with_role(sentence: Sentence, mention: Mention) -> int:
    """Where a mention begins with the role that stands before it."""
    for k in range(mention.first - 1, max(-1, mention.first - 16), -1) if mention.role else ():
        if mention.role.startswith(sentence.words[k]) and joined(sentence, k, mention.first) == mention.role:
            return k
    return mention.first


def _starts_name(sentence: Sentence, k: int) -> bool:
    """Whether a run of words written as names may begin with word k."""
    word, low = sentence.words[k], sentence.lower[k]
    if word in ("May", "Will"):
        return (k > 0 or is_surname(sentence, k)) and not is_month(sentence, k)
    if k == 0 and opens_with_verb(sentence):
        return False
    if word == QUOTED or not is_name_word(word) or low in DAYS or is_month(sentence, k) or low.endswith("-year-old"):
        return False
    if is_party(word):
        return False
    if low in _ORDINALS and k and sentence.lower[k - 1] == "the" and sentence.words[k + 1 : k + 2]:
        return sentence.words[k + 1][0].isupper()
    several = len(word) > 2 and word[-1] == "s" and word[:-1].isupper()
    if several or low.replace("’", "'").endswith(_CONTRACTED):
        return False  # "GPs", "I’ve"
    return not (
        low in NOT_NAMES
        or low in GERMAN_ACCORDING
        or low in PERSON_PRONOUNS
        or low in PREPOSITIONS
        or low in DETERMINERS
    ) and (k > 0 or not (low in CLAUSE_WORDS or low in ADVERBS or low in COMMANDS or _is_interjection(sentence)))


def _run_end(sentence: Sentence, k: int) -> int:
    """Where a run of words written as names ends."""
    end = k + 1
    while end < len(sentence) and end - k < 10:
        after = end
        while after + 1 < len(sentence) and not _in_name(sentence, after) and _joins_names(sentence, after):
            after += 1
        if not _in_name(sentence, after):
            break
        end = after + 1
    return end


def _in_name(sentence: Sentence, k: int) -> bool:
    """Whether a word is written as a part of a name, and is neither a day nor “I”."""
    word, low = sentence.words[k], sentence.lower[k]
    return (is_name_word(word) or is_elided(word)) and word != QUOTED and low not in DAYS and low != "i"


def _is_interjection(sentence: Sentence) -> bool:
    """Whether a sentence begins with an interjection: "Alright then", but not "Hello Magazine"."""
    return sentence.lower[0] in _INTERJECTIONS and not any(word[0].isupper() for word in sentence.words[1:2])


def is_party(word: str) -> bool:
    """Whether a word tells the party and the state of a lawmaker: "D-California"."""
    return word[:1] in "DRI" and word[1:2] == "-" and word[2:3].isupper()


def _joins_names(sentence: Sentence, k: int) -> bool:
    """Whether word k stands inside a name: "van", "&", the dot after a title."""
    word = sentence.words[k]
    if sentence.lower[k] in GENITIVES and is_title(sentence.lower[k - 1]):
        return False  # "Chef der Nordbank"
    if joins_powers(sentence.lower, k) or joins_body(sentence, k) or _is_of_peoples(sentence, k):
        return True
    if word == "&":
        return not (gender_of_name(sentence.lower[k + 1]) and gender_of_name(sentence.lower[max(0, k - 2)]))
    return joins_name(sentence, k) or (word == "." and sentence.lower[k - 1] in TITLES)


def _is_of_peoples(sentence: Sentence, k: int) -> bool:
    """Whether word k is the genitive of those whose body it is, and not of an owner: "People’s Court"."""
    lower = sentence.lower
    names = k > 0 and (lower[k - 1] in COLLECTIVE or lower[k - 1] in _PEOPLES)
    return names and lower[k] in POSSESSIVE and not BODY_WORDS.isdisjoint(lower[k + 1 : k + 2])


def _read_run(number: int, sentence: Sentence, first: int, end: int) -> list[Mention]:
    """The name in a run, after its titles: "Belarusian President Aleksandr Lukashenko"."""
    lower, words = sentence.lower, sentence.words
    closed, end = end, _before_letters(sentence, first, end)
    begin, role_from, body = past_titles(sentence, first, end)
    while begin < end and not words[begin][0].isalnum():
        begin += 1
    kept = [words[k] for k in range(begin, end) if words[k] not in (".", ",") and lower[k] not in _SUFFIXES]
    for k in [k for k, word in enumerate(kept) if k and word in POSSESSIVE]:
        kept[k - 1 : k + 1] = ["".join(kept[k - 1 : k + 1])]
    name = tuple(kept)
    if not name:
        return []
    common = lower[0] in TITLES or lower[0] in COLLECTIVE or lower[0].endswith(("ly", "ing"))
    if begin == first == 0 and len(name) == 1 and common:
        return []
    acronym = len(name) == 1 and len(name[0]) > 1 and name[0].isupper() and not _shouted(sentence)
    the = first > 0 and lower[first - 1] in _DEFINITE
    body = (
        body
        or acronym
        or _is_italic(sentence, first, end)
        or (the and begin == first and gender_of_name(lower[begin]) == "")
    )
    place = (len(name) == 1 and lower[begin] in COUNTRIES) or " ".join(lower[begin:end]) in TWO_WORD_PLACES
    served = begin > 0 and is_slavic_title(lower[begin - 1]) and is_surely_in_genitive(name)
    role = "" if body or place or served else role_of(sentence, role_from, begin, closed)
    gender = "" if body or place else _gender(lower[role_from:begin], lower[begin], role)
    return [Mention(number, begin, end, name, role, gender, body or place)]


def past_letters(sentence: Sentence, end: int) -> int:
    """Where a name ends with the letters behind it: "Ivo Sandrel TD"."""
    while end < len(sentence) and sentence.lower[end] in AFTER_NAMES and sentence.words[end].isupper():
        end += 1
    return end


def _before_letters(sentence: Sentence, first: int, end: int) -> int:
    """Where a run ends without the letters behind its name; they are a title in "the Norrin Bloc TD"."""
    lower, last = sentence.lower, end
    while last > first and past_letters(sentence, last - 1) == end:
        last -= 1
    if last in (first, end):
        return end
    begin, _, body = past_titles(sentence, first, last)
    governed = first > 0 and (lower[first - 1] in DETERMINERS or lower[first - 1] in POSSESSIVE)
    shown = begin > first or gender_of_name(lower[first]) or (last - first > 1 and not governed)
    return last if shown and begin < last and not body else end


def _is_italic(sentence: Sentence, first: int, end: int) -> bool:
    """Whether Markdown sets a name in italics, as it does outlets and works: *Norrin Weekly*, not **Jane Doe**."""
    words = sentence.words
    return words[max(0, first - 2) : first][-1:] == ["*"] == words[end : end + 1] and words[end + 1 : end + 2] != ["*"]


def _shouted(sentence: Sentence) -> bool:
    """Whether a sentence, or its label, is written in capitals."""
    letters = [w for w in sentence.words if w[0].isalpha()]
    return sum(w.isupper() for w in letters) * 2 > len(letters)


def _gender(titles: list[str], first_name: str, role: str) -> str:
    """The gender that a title, a role or a first name tells, else ""."""
    for low in [*titles, *role.lower().split()]:
        if found := gender_of_word(low.rstrip(".")):
            return found
    return gender_of_name(first_name)
