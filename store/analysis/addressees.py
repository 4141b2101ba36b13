"""Whom something is said to, and where: the words that stand between a verb of speech and its subject after it.

Slavic languages tell them by the case ("сказала журналистам Вера Литт"), others by a preposition ("a déclaré à la
presse Vera Litt").
"""

from __future__ import annotations

from store.analysis.cues import ADVERBS, DAYS, PERSON_PRONOUNS, PREPOSITIONS
from store.analysis.genders import gender_of_verb
from store.analysis.name_words import is_name_word
from store.analysis.noun_phrases import is_noun, phrase_after
from store.analysis.roles import BODY_WORDS, TITLES, is_title
from store.analysis.sentence_words import QUOTED, Sentence

_GERMAN = frozenset("am an auf bei beim gegenüber im in mit nach vor während zum zur".split())
"""Prepositions after which a noun has a capital."""
_GERMAN_DATIVES = frozenset(("der", "dem", "den"))
_LEADING = (
    PREPOSITIONS
    | _GERMAN
    | frozenset("a al agli ai alla alle ante ao aos às auprès davanti devant frente ve w we z ze".split())
)
"""Prepositions, with those of other languages that are other words in English."""
_PLACES = frozenset("в во у ў на in à en w v".split())
"""Prepositions of places, which have one name as often as two."""
_WHEN = frozenset(
    """
    aujourd’hui ayer domenica domingo dimanche dziś gestern giovedì heute hier hoje hoy ieri jeudi jueves lundi lunedì
    lunes mardi martedì martes mercoledì mercredi miércoles oggi ontem quarta-feira quinta-feira sabato samedi
    segunda-feira sexta-feira sábado terça-feira vendredi venerdì viernes wczoraj
    anschließend danach dann después ensuite gleichzeitig luego puis später zuvor zugleich
    """.split()
)
ARTICLES = frozenset(
    "der die das den dem ein eine einem einer le la les los el las il lo gli i o os as un une una uma".split()
)
"""Articles of other languages."""
PRONOUNS = PERSON_PRONOUNS | frozenset("er sie elle él ella".split())
"""Pronouns that speak, of all languages."""
_BEGINNINGS = ARTICLES | PRONOUNS
_MARKS = {"«": "»", "„": "“", "“": "”", '"': '"'}
_LONGEST_NAME = 6
_LONGEST_INSERTION = 12
_THAT = frozenset("что чтобы що щоб што каб że že".split())
_OBLIQUE = tuple("у ю ам ям ами ями амі ямі ах ях ом ем им ым ой ей ій ай om ům owi".split())
"""How words end that are no subject."""
_NOT_SINGULAR = (*_OBLIQUE, *"и ы і е".split())
"""How words end that are no subject of a verb in the singular."""
_NEUTER = tuple("ие ье ое ее".split())
_DATIVE = (*"ам ям".split(), *"у ю е ом ům owi".split())


def _is_inflected(verb: str) -> bool:
    """Whether a verb in lower case is of a language that tells a subject from an addressee by the case."""
    return "\u0400" <= verb[0] <= "\u04ff" or gender_of_verb(verb) != ""


def leads_in(sentence: Sentence, verb: int) -> bool:
    """Whether only when or where stands before a verb, so that its subject follows: "Am Montag sagte S", "ayer dijo S".

    Languages that tell a subject by its case are not looked at.
    """
    lower = sentence.lower[:verb]
    if _is_inflected(sentence.lower[verb]) or verb == 0 or "," in lower:
        return False
    return lower[0] in _LEADING or all(low in _WHEN or low in ARTICLES for low in lower)


def past_addressee(sentence: Sentence, verb: int, begin: int) -> int:
    """Where the subject after a verb begins, past whom it is said to and where.

    The end of the sentence where such words stand there, but no name or title after them.
    """
    k = begin
    while (after := _past_one(sentence, verb, k, k > begin)) > k:
        k = after
    if k == begin:
        return begin
    end = phrase_after(sentence, k)
    named = any(is_name_word(sentence.words[m]) or sentence.lower[m] in TITLES for m in range(k, end))
    if named or not _BEGINNINGS.isdisjoint(sentence.lower[k : k + 1]):
        return k
    return begin if sentence.lower[begin] == "a" else len(sentence)  # the article of Portuguese: "disse a polícia"


def before_addressee(sentence: Sentence, verb: int, begin: int, end: int) -> int:
    """Where the subject after a verb ends whose phrase seems to reach to `end`."""
    if sentence.lower[begin] in PRONOUNS:
        return begin + 1
    if not _is_inflected(sentence.lower[verb]):
        return _before_dative(sentence, begin, end)
    named = is_name_word(sentence.words[begin])
    for k in range(begin + 1, end):
        if is_name_word(sentence.words[k]):
            named = True
        elif sentence.lower[k].endswith(_DATIVE if named else _DATIVE[:2]):
            return k
    return end


def _before_dative(sentence: Sentence, begin: int, end: int) -> int:
    """Where a German article ends the name before it, as that of an addressee: "sagte Vera Litt der Zeitung"."""
    words, lower = sentence.words, sentence.lower
    for k in range(begin + 1, end):
        name = is_name_word(words[k - 1]) and (k - 1 == begin or is_name_word(words[k - 2]))
        if name and lower[k] in _GERMAN_DATIVES and not is_title(lower[k - 1]):
            return k
    return end


def _past_one(sentence: Sentence, verb: int, k: int, skipped: bool) -> int:
    """Past an adverb, an addressee or a phrase with a preposition at word k; k where there is none."""
    if k + 1 >= len(sentence):
        return k
    word, low = sentence.words[k], sentence.lower[k]
    inflected = _is_inflected(sentence.lower[verb])
    if low in ADVERBS or low in DAYS or low in _WHEN:
        return k + 1
    if (closed := _past_marks(sentence, k)) > k:
        return closed if skipped or inflected else k
    if low in _LEADING and word[0].islower():
        return _past_governed(sentence, verb, k)
    if not inflected:
        return k
    if word == ",":
        return _past_insertion(sentence, k)
    if word[0].isupper():
        return _past_listener(sentence, verb, k)
    if _is_oblique(low, sentence.lower[verb]):
        return _past_oblique_names(sentence, k + 1)
    goes_on = _past_marks(sentence, k + 1) > k + 1 or sentence.lower[k + 1] in PREPOSITIONS
    return k + 1 if skipped and goes_on and low not in TITLES else k


def _past_listener(sentence: Sentence, verb: int, k: int) -> int:
    """Past the agency at word k, or another name in the dative, where a subject follows it: "сообщил ТАСС источник"."""
    agency = sentence.words[k].isupper() and len(sentence.words[k]) > 1
    end = k + 1 + (agency and sentence.lower[k + 1] in BODY_WORDS)
    if end == len(sentence) or not (agency or sentence.words[k].endswith(_DATIVE)):
        return k
    low = sentence.lower[end]
    named = agency and (_names(sentence, end) > 1 or low in TITLES)
    noun = is_noun(sentence, end) and sentence.words[end][0].islower()
    return end if named or (noun and not _is_oblique(low, sentence.lower[verb])) else k


def _is_oblique(word: str, verb: str) -> bool:
    """Whether a word in lower case ends as the subject of a Slavic verb cannot."""
    endings = _OBLIQUE if gender_of_verb(verb) == "several" else _NOT_SINGULAR
    return word.endswith(endings) and not word.endswith(_NEUTER) and word not in PRONOUNS and word not in TITLES


def _past_insertion(sentence: Sentence, k: int) -> int:
    """Past what stands between the comma at word k and a second one that a name follows: ", выступая в Тарне,"."""
    last = min(k + _LONGEST_INSERTION, len(sentence) - 1)
    closing = next((m for m in range(k + 1, last) if sentence.words[m] == ","), k)
    if closing == k or sentence.lower[k + 1] in _THAT:
        return k
    begins = is_name_word(sentence.words[closing + 1]) or sentence.lower[closing + 1] in TITLES
    return closing + 1 if begins else k


def _past_governed(sentence: Sentence, verb: int, k: int) -> int:
    """Past the preposition at word k and what it governs."""
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    first = k + 1
    while first < size and lower[first] in ARTICLES:
        first += 1
    if lower[k] == "a" and first == k + 1 and lower[first] in TITLES:
        return k  # the article of Portuguese: "a ministra"
    if (closed := _past_marks(sentence, first)) > first or first == size or not words[first][0].isalnum():
        return closed
    if _is_inflected(lower[verb]):
        if words[first][0].islower():
            return _past_oblique_names(sentence, first + 1)
        return _past_oblique_names(sentence, _past_name(sentence, lower[k], first))
    at = first
    while at < size and words[at][0].islower() and lower[at] not in _LEADING | ARTICLES and lower[at] not in TITLES:
        at += 1
    if at == first and lower[first] in TITLES and words[first][0].islower():
        return first + 1 + _names(sentence, first + 1)  # "dijo al presidente Juan Pérez"
    if (
        at < size
        and words[at][0].isupper()
        and (at == first or (lower[k] in _GERMAN and lower[at - 1].endswith(("en", "em", "er"))))
    ):
        return _past_name(sentence, lower[k], at)
    return at


def _past_name(sentence: Sentence, preposition: str, k: int) -> int:
    """Past the first of the names at word k, or both of two, unless the first is a place."""
    names = _names(sentence, k)
    return k + (names if names == 2 and preposition not in _PLACES else min(names, 1))


def _past_oblique_names(sentence: Sentence, k: int) -> int:
    """Past names of an oblique case that stand before a name of two words: "министру Олегу Ранду Вера Литт"."""
    while _names(sentence, k) > 2 and sentence.lower[k].endswith(_NOT_SINGULAR):
        k += 1
    return k


def _past_marks(sentence: Sentence, k: int) -> int:
    """Past a name in quotation marks at word k, which may be one word of the sentence; k where there is none."""
    if k < len(sentence) and sentence.words[k] == QUOTED:
        return k + 1
    closing = _MARKS.get(sentence.words[k], "") if k < len(sentence) else ""
    return next(
        (m + 1 for m in range(k + 1, min(k + 2 + _LONGEST_NAME, len(sentence))) if sentence.words[m] == closing), k
    )


def _names(sentence: Sentence, k: int) -> int:
    """How many words from word k on are written as names."""
    end = k
    while end < len(sentence) and sentence.words[end] != QUOTED and is_name_word(sentence.words[end]):
        end += 1
    return end - k
