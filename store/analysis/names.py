"""The names that stand in a sentence, without their titles, and the roles that stand before or after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.analysis.clauses import (
    POSSESSIVE,
    QUOTED,
    Sentence,
    is_elided,
    is_month,
    is_name_word,
    is_noun,
    is_surname,
    joins_name,
)
from store.analysis.cues import (
    ADVERBS,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    FOREIGN_AUXILIARIES,
    FOREIGN_SAYING,
    GERMAN_ACCORDING,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    SLAVIC_ACCORDING,
    cue_kind,
)
from store.analysis.genders import gender_of_name, gender_of_word
from store.analysis.inflection import (
    in_nominative,
    is_genitive,
    is_name_in_genitive,
    is_patronymic,
    is_slavic_title,
    is_surely_in_genitive,
    is_titles_genitive,
)
from store.analysis.roles import (
    ABBREVIATED,
    BODY_WORDS,
    COLLECTIVE,
    COUNTRIES,
    GENITIVES,
    NOT_NAMES,
    PARTICLES,
    TITLES,
    TWO_WORD_PLACES,
    is_title,
)

_RANKS = frozenset(
    "former first prime foreign deputy vice acting then senior chief top state "
    "primer primera primeira primeiro première primo".split()
)
"""Words before a title that belong to it."""
_HEADS = frozenset("chair chairman chairperson chairwoman chief commander director governor head minister".split())
"""Titles of those who head a body and serve nobody who is named."""
_SERVICE_RANKS = ABBREVIATED | frozenset("admiral captain colonel general lieutenant major marshal professor".split())
"""Titles that a person has beside an office."""
_FIELDED = frozenset("minister secretary".split())
"""Titles of those whose office has fields: "Minister for Trade, Energy and Health"."""
_ADJECTIVES = frozenset("eu gop u.k. u.n. u.s. uae uk un us usa".split())
"""Short names that stand before what is a country's: "head of the US Geological Survey"."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "madam", "."))
_MODIFIERS = frozenset(
    "again ahead back dear elect fellow former here late long-time longtime old one-time onetime outgoing then there "
    "veteran young".split()
)
_BEFORE_PLACE = frozenset("san santa saint st st. fort royal queen king prince port mount".split())
"""Words after which a first name is that of a place: "San Francisco", "Fort Wayne"."""
_BODY_ENDS = frozenset(
    "academy caucus command conference corps division facility forum initiative lab program programme project station "
    "summit unit wing".split()
)
"""Last words of the parts of bodies: "Air Force Research Lab"."""
_CONTRACTED = ("'ve", "'re", "'ll", "'d", "'m", "n't")
"""What a verb or "not" is shortened to after a pronoun or a verb."""
_BODIES_FOR = frozenset("agency campaign center centre coalition council department institute ministry office".split())
"""Bodies that are for something: "Department for Leaving the Union"."""
_PEOPLES = frozenset("children men veterans women".split())
"""Those whose bodies have them in their names, beside people and other sources of several."""
_ORDINALS = frozenset(("first", "second"))
_INTERJECTIONS = frozenset("ah alas alright hello hey hi ok okay sorry thanks wow".split())
_PARTIES = frozenset("republican democrat socialist unionist".split())
_OF = GENITIVES | frozenset("of to for von de".split())
FOREIGN_DETERMINERS = frozenset("der die das ihr ihre sein seine le la les l’ el los il lo o".split())
"""Articles and possessives of other languages before a role."""
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


def joined(sentence: Sentence, first: int, last: int) -> str:
    """Words as text, with the blanks that they stand with."""
    blanks = [" " if sentence.starts[k] > sentence.ends[k - 1] else "" for k in range(first + 1, last)]
    return "".join(map(str.__add__, ["", *blanks], sentence.words[first:last]))


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
    word, _, _ = mention.role.partition(" ")
    for k in range(mention.first - 1, max(-1, mention.first - 16), -1) if word else ():
        if sentence.words[k] == word.rstrip(",") and joined(sentence, k, mention.first) == mention.role:
            return k
    return mention.first


def _starts_name(sentence: Sentence, k: int) -> bool:
    word, low = sentence.words[k], sentence.lower[k]
    if word in ("May", "Will"):
        return (k > 0 or is_surname(sentence, k)) and not is_month(sentence, k)
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
    ) and (k > 0 or not (low in CLAUSE_WORDS or low in ADVERBS or _is_interjection(sentence)))


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
    if _is_of_a_body(sentence, k) or _is_of_peoples(sentence, k):
        return True
    return joins_name(sentence, k) or word == "&" or (word == "." and sentence.lower[k - 1] in TITLES)


def _is_of_a_body(sentence: Sentence, k: int) -> bool:
    """Whether word k joins a body or saint to what it is of: "Bank of Umber", "Office for Leaving the Sea"."""
    lower, words = sentence.lower, sentence.words
    if k + 1 >= len(words) or (is_title(lower[k + 1]) and words[k + 2 : k + 3] and words[k + 2][0].isupper()):
        return False  # "Government of President S"
    if words[k] == "the":
        return (k > 1 and _is_of_a_body(sentence, k - 1)) or (
            k > 2 and lower[k - 2] == "for" and lower[k - 1][-3:] == "ing"
        )
    head = lower[k - 1] if k and words[k - 1][0].isupper() else ""
    of = words[k] == "of" and (head in BODY_WORDS or (head and lower[max(0, k - 2)].rstrip(".") == "st"))
    return bool(of) or (words[k] == "for" and head in _BODIES_FOR)


def _is_of_peoples(sentence: Sentence, k: int) -> bool:
    """Whether word k is the genitive of those whose body it is, and not of an owner: "People’s Court"."""
    lower = sentence.lower
    names = k > 0 and (lower[k - 1] in COLLECTIVE or lower[k - 1] in _PEOPLES)
    return names and lower[k] in POSSESSIVE and not BODY_WORDS.isdisjoint(lower[k + 1 : k + 2])


def _read_run(number: int, sentence: Sentence, first: int, end: int) -> list[Mention]:
    """The name in a run, after its titles: "Belarusian President Aleksandr Lukashenko"."""
    lower, words = sentence.lower, sentence.words
    begin, role_from, body = _past_titles(sentence, first, end)
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
    role = "" if body or place or served else _role(sentence, role_from, begin, end)
    gender = "" if body or place else _gender(lower[role_from:begin], lower[begin], role)
    return [Mention(number, begin, end, name, role, gender, body or place)]


def _past_titles(sentence: Sentence, first: int, end: int) -> tuple[int, int, bool]:
    """Where the name begins in a run, where its role does, and whether it is a body; a title alone has no name."""
    lower = sentence.lower
    surname = end - first > 1 and gender_of_name(lower[end - 2]) != ""  # "Angus King" is none
    short = end - first > 2 and lower[end - 3].rstrip(".") in ABBREVIATED - {"st"}  # nor is it after "Sen."
    surname = surname or (short and not is_title(lower[end - 2]) and lower[end - 2] not in _RANKS)
    titles = [k for k in range(first, end - surname) if _names_office(sentence, k)]
    part = end - first > 2 and lower[end - 1] in _BODY_ENDS and (titles or [end])[-1] >= end - 2
    body = part or lower[first].rstrip(".") == "st" or any(lower[k] in BODY_WORDS for k in range(first, end))
    if (
        titles
        and titles[-1] + 1 < end
        and not (body and any(lower[k] in BODY_WORDS | _BODY_ENDS for k in range(titles[-1] + 1, end)))
    ):
        begin = _past_complement(sentence, titles[-1] + 1, end)
        return (titles[-1] + 1, first, True) if begin == end else (begin, _headed(sentence, first, titles[-1]), False)
    if titles and titles[-1] + 1 == end:
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


def _names_office(sentence: Sentence, k: int) -> bool:
    """Whether a word is a title; "PM" is one where it is no time of day, a party where a name follows."""
    word, low = sentence.words[k], sentence.lower[k]
    if low in _PARTIES and word[0].isupper():
        name = [part for part in sentence.words[k + 1 : k + 3] if part[0].isupper()]
        if not name:
            return k > 0 and sentence.words[k - 1][0].isupper()  # "the Ranking Democrat"
        return BODY_WORDS.isdisjoint(part.lower() for part in name)  # not "the Republican Guard"
    if low.rstrip(".") == "st":
        return False  # "St John"
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
    acronym = words[names[-3]].isupper() and not words[names[-2]].isupper() and lower[names[-3]] not in _ADJECTIVES
    place = lower[names[-3]] in COUNTRIES and len(names) > 3  # "Bank of Norrin Jane Doe"
    if len(words[names[-3]]) > 1 and (acronym or place) and lower[names[-1]] not in _BODY_ENDS:
        return names[-2]
    middle = len(words[names[-2]].rstrip(".")) == 1 or gender_of_name(lower[names[-3]]) != ""
    person = names[-3] if middle and len(names) > 3 and lower[names[-3] - 1] not in _BEFORE_PLACE else names[-2]
    return person if gender_of_name(lower[person]) and lower[person - 1] not in _BEFORE_PLACE else 0


def _is_italic(sentence: Sentence, first: int, end: int) -> bool:
    """Whether Markdown sets a name in italics, as it does outlets and works: *Norrin Weekly*, not **Jane Doe**."""
    words = sentence.words
    return words[max(0, first - 2) : first][-1:] == ["*"] == words[end : end + 1] and words[end + 1 : end + 2] != ["*"]


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


def _shouted(sentence: Sentence) -> bool:
    """Whether a sentence, or its label, is written in capitals."""
    letters = [w for w in sentence.words if w[0].isalpha()]
    return sum(w.isupper() for w in letters) * 2 > len(letters)


def _governor(lower: list[str], first: int) -> int:
    """The word before a name at word `first` by which it tells what a title is of: "of the", "de la"; 0 for none."""
    k = first - 1
    if first > 2 and (lower[k] == "the" or (lower[k] in FOREIGN_DETERMINERS and lower[k - 1] == "de")):
        k -= 1
    if lower[k] == "and":  # "Minister for Trade, Energy and Health"
        field = next((m for m in range(k - 1, max(0, k - 8), -1) if lower[m] in ("for", "of")), 0)
        k = field if field and lower[field - 1] in _FIELDED else k
    return k if k > 0 and lower[k] in _OF else 0


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
            or lower[begin - 1] in _RANKS
        )
    ):
        begin -= 1
    return begin


def _role(sentence: Sentence, role_from: int, begin: int, end: int) -> str:
    """The role that stands before a name, or after it between commas."""
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
    if any(_names_office(sentence, k) for k in range(first, last)):
        return joined(sentence, first, last)
    if apposed := _apposed(sentence, begin):
        return joined(sentence, apposed, begin)
    if end + 1 < len(words) and words[end] == ",":
        start = end + 1
        if words[start].isdigit() and start + 2 < len(words) and words[start + 1] == ",":
            start += 2
        close = next(
            (
                k
                for k in range(start, min(start + 14, len(words)))
                if words[k] in (",", ".", ";", "—", QUOTED) or cue_kind(lower[k]) == "say"
            ),
            -1,
        )
        # "to Lest, the minister said": who says it, and no role of the name
        if (
            close > start
            and not words[close][0].isalpha()
            and any(is_title(low) for low in lower[start:close])
            and lower[start] not in ("who", "which", "and", "but", "in", "at", "as", "when", "where", "while")
        ):
            head = next(k for k in range(start, close) if is_title(lower[k]))
            if head - start < 7 and not any(
                low in CLAUSE_WORDS or low in ("is", "was", "has", "had") for low in lower[start:head]
            ):
                start += lower[start] in DETERMINERS
                return joined(sentence, start, close)
    return ""


def _belongs_to_role(sentence: Sentence, k: int, following: int) -> bool:
    """Whether word k, before a role or name, is a part of the role."""
    word, low = sentence.words[k], sentence.lower[k]
    if low in TITLES or low in _RANKS:
        return True
    after = sentence.lower[following]
    title_follows = after.rstrip(".") in TITLES or after in _RANKS or after in POSSESSIVE
    if low in POSSESSIVE:
        return title_follows or sentence.words[following][0].isupper()
    named = word[0].isupper() and word < "\u0400" and low not in NOT_NAMES and word != QUOTED
    if named and sentence.words[following][0].isupper() and not is_title(after.rstrip(".")) and low not in ADVERBS:
        return True
    small = sentence.words[following][0].islower()
    modifies = low in BODY_WORDS and word[0].islower() and small
    of_a_body = named and small and after in BODY_WORDS and low not in ADVERBS  # "Norrin police chief"
    return of_a_body or (title_follows and (named or modifies))


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


def _gender(titles: list[str], first_name: str, role: str) -> str:
    for low in [*titles, *role.lower().split()]:
        if found := gender_of_word(low.rstrip(".")):
            return found
    return gender_of_name(first_name)


def fold(word: str) -> str:
    """A word of a name as names are compared."""
    return word.casefold().replace("’", "'")


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of the same surname may be one person's: equal or abbreviated first names, "Von Doe" alone."""
    short, full = sorted((one, other), key=len)
    if _ends_as(short, full):
        return True
    a, b = fold(one[0]).rstrip("."), fold(other[0]).rstrip(".")
    if len(one) == 1 or len(other) == 1:
        return len(one) == len(other)
    if a == b:
        return True
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return True
    return len(a) > 2 and len(b) > 2 and (a.startswith(b) or b.startswith(a))


def _ends_as(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a surname of several words ends a fuller name: "De la Vega", "Ranke Doe", "Ann Ranke Doe"."""
    if len(short) >= len(long):
        return False
    two = len(short) > 1 and bool(gender_of_name(fold(long[0]))) and not gender_of_name(fold(short[0]))
    begins = two or fold(short[0]) in PARTICLES
    return begins and all(fold(a) == fold(b) for a, b in zip(reversed(short), reversed(long), strict=False))


def with_nominatives(sentences: Sequence[Sentence], mentions: list[Mention]) -> list[Mention]:
    """The mentions of a text, with those in the genitive after "по словам" named as others are in the text."""
    governed = [_is_according_to(sentences[mention.sentence], mention.first) for mention in mentions]
    if not any(governed):
        return mentions
    known = {word for mention, of in zip(mentions, governed, strict=True) if not of for word in mention.name}
    return [
        replace(mention, name=in_nominative(mention.name, known)) if of else mention
        for mention, of in zip(mentions, governed, strict=True)
    ]


def _is_according_to(sentence: Sentence, first: int) -> bool:
    """Whether the name at a word is whom a phrase like "по словам" names, with words of a role before it or not."""
    k = first - 1
    while k > max(0, first - 5) and sentence.lower[k] not in SLAVIC_ACCORDING and is_genitive(sentence.words[k]):
        k -= 1
    return k > 0 and SLAVIC_ACCORDING.get(sentence.lower[k]) == sentence.lower[k - 1]
