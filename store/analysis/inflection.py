"""The genitive of East Slavic names and nouns: what a title is of, and who is meant "according to" somebody."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.analysis.genders import gender_of_name
from store.analysis.roles import TITLES

_ENDINGS = tuple("ых их ого его ой ей ов ев ів ў ы и і а я дел справ".split())
_NO_GENITIVE = tuple("ла ли лі ло ся сь".split())
_PATRONYMIC = tuple("вич ич вна чна шна".split())
_WOMANS = tuple("ова ева ёва ина ына ая яя".split())
_LEAST = 4
"""Letters of a name that may be told by its ending."""


def is_genitive(word: str) -> bool:
    """Whether a word may stand in the genitive after another: "МИД", "Норрина", "иностранных"."""
    if word[0] < "\u0400" or word[0] > "\u04ff":
        return False
    low = word.lower()
    ends = low.endswith(_ENDINGS) and not low.endswith(_NO_GENITIVE)
    return (word.isupper() and len(word) > 1) or (ends and (len(word) >= _LEAST or low == "дел"))


def is_name_in_genitive(name: Sequence[str]) -> bool:
    """Whether a name may stand in the genitive: "Ивана Кранца"; a woman's in the nominative, alike, is none."""
    woman = len(name) > 1 and name[-1].lower().endswith(_WOMANS) and name[0].lower().endswith(("а", "я"))
    return all(map(is_genitive, name)) and not woman


def is_surely_in_genitive(name: Sequence[str]) -> bool:
    """Whether a name stands in the genitive for certain: one with a usual first name, or a surname like "Рудого"."""
    if not is_genitive(name[0]):
        return False
    first = name[0].lower()
    usual = not gender_of_name(first) and any(map(gender_of_name, _candidates(first)))
    return usual or (len(name[-1]) > _LEAST + 1 and name[-1].lower().endswith(("ого", "его")))


def is_titles_genitive(low: str) -> bool:
    """Whether a word in lower case is a title in the genitive, which is that of another than the speaker."""
    return is_genitive(low) and low not in TITLES and _nominative(low, TITLES) != ""


def is_slavic_title(low: str) -> bool:
    """Whether a word in lower case is an East Slavic title, which stands without an article also for one known."""
    return "\u0400" <= low[0] <= "\u04ff" and low in TITLES


def is_patronymic(word: str) -> bool:
    """Whether a word is a name after the father, between the first name and the surname."""
    return word[0].isupper() and word.endswith(_PATRONYMIC)


def in_nominative(name: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    """A name that stands in the genitive as the text has it elsewhere: all of it, else the surname; else as it is.

    Args:
        known: the words of other names of the text, as they are written there.
    """
    words = [_nominative(word, known) for word in name]
    if all(words):
        return tuple(words)
    return (words[-1],) if words[-1] else name


def _nominative(word: str, known: Collection[str]) -> str:
    """The known word of which one may be the genitive, "" for none."""
    return next((one for one in _candidates(word) if one in known), "")


def _candidates(word: str) -> list[str]:
    """What the nominative of a genitive may be, the word itself last: "Кранца" of "Кранц", "Павла" of "Павел"."""
    stem = word[:-1]
    if word.endswith(("ого", "его")):
        found = [word[:-3] + ending for ending in ("ый", "ий", "ой")]
    elif word.endswith(("ой", "ей")):
        found = [word[:-2] + ending for ending in ("ая", "а", "яя")]
    elif word.endswith("а"):
        found = [stem, stem[:-1] + "е" + stem[-1:], stem[:-1] + "о" + stem[-1:]]
    elif word.endswith("я"):
        found = [stem + "й", stem + "ь"]
    elif word.endswith(("ы", "и")):
        found = [stem + ending for ending in ("а", "я", "ь")]
    else:
        found = []
    return [*found, word]
