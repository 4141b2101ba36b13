"""What a suggested speaker is likely to be: a person, a body, or a source without a name."""

from __future__ import annotations

import re
from typing import Literal

from store.analysis.genders import gender_of_name
from store.analysis.inflection import is_surely_in_genitive
from store.analysis.ordinary_words import ORDINARY_WORDS
from store.analysis.roles import (
    ABBREVIATED,
    BODY_WORDS,
    BUSINESSES,
    COLLECTIVE,
    COUNTRIES,
    DEMONYMS,
    FIELDS,
    NAMED_BODIES,
    TITLES,
    TWO_WORD_PLACES,
    is_title,
)

Kind = Literal["person", "body", "unnamed"]
_OF_COUNTRY = (
    r"(?:government|parliament|army|navy|republic|kingdom|state|embassy|territory|president|king|queen|chancellor|"
    r"prime\ minister|(?:foreign|defen[cs]e|finance)\ minist(?:er|ry)|central\ bank|capital|borders?|population|"
    r"people|citizens|economy|independence)"
)
"""What countries have: "the government of Norland", "Norland's president"."""
_BORDERS = r"(?:(?:borders?|treaty|war)\ (?:with|between)|(?:relations|ties|trade)\ between|neighbou?ring)"
"""What leads to the name of a country as to no other: "its border with Norland"."""
_TRUSTING = frozenset(
    (
        "ally allies belief believe believed believes believing bring brought call called confidence disappointed "
        "draft drafted faith friend had has have hope hopes interest interested let partner rein reined rival roped "
        "ruled saw see swore sworn took trust trusted vote voted"
    ).split()
)
"""Words after which "in" leads to somebody: "faith in Holt", "brought in Holt"."""
_IN_FIRM = (
    r"(?i:boss|ceo|chief\ executive|finance\ (?:chief|director)|founder|co-founder|employees|staff|subsidiary|"
    r"(?:major\ )?shareholders?|shares?|stock|headquarters|customers|website|revenues?|profits?|app)"
)
"""What firms have: "Norgaz's chief executive", "shares in Norgaz"."""
_KINDS = (
    rf"(?i:{'|'.join(sorted(BUSINESSES))}|company|firm|giant|group|bank|agency|charity|website|newspaper|broadcaster|"
    r"start-up|startup|subsidiary|operator|producer|maker|miner|brand|chain|platform|union|campaign)"
)
"""What a text calls a body beside its name: "the retailer Norgaz", "Norgaz, a gas company"."""
_PARTS = frozenset(
    "central east eastern great greater lower new north northern port saint san south southern united upper west "
    "western".split()
)
"""First words of the names of countries that have two."""
_OF_OFFICES = (
    FIELDS | BODY_WORDS | COUNTRIES | DEMONYMS | frozenset("prime first deputy former state of for in the and".split())
)
"""What may stand in the name of an office beside its title."""
_ARTICLE = re.compile(r"\b[Tt]he ")
_JOINED = re.compile(r",? and |, ")
_PLACED = frozenset("of in for at from to with and on".split())
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)\.?\Z")
_LONGEST = 40
"""Characters before a name in which the word before it is looked for."""


def kind_of_speaker(name: str, text: str = "") -> Kind:
    """Tell the kind of a speaker by their name as a text gives it; a country speaks as a body.

    Which words are countries the text tells too, if it is given: "the government of Norland", "Norland's president".

    Common nouns alone name nobody ("officials", "the ministry"), nor does the one with a capital that a sentence begins
    with, or a style guide wants ("Police", "the Court"). A phrase whose head has no capital is unnamed ("White House
    officials"), but for a body ("the Lest council"), and so are several of a title ("Baltic Presidents").
    """
    words = name.replace("’", "'").split()
    lower = [word.lower().strip(".,") for word in words]
    whole = " ".join(word for word in lower if word != "the")
    if name.islower() or (whole in BODY_WORDS - NAMED_BODIES and not name.isupper()):
        return "unnamed"
    head_ends = next(
        (k for k, low in enumerate(lower) if k and low in _PLACED and not _joins_fields(lower, k)), len(lower)
    )
    head = lower[head_ends - 1] if head_ends else ""
    people = whole.removesuffix("s") in DEMONYMS or whole in DEMONYMS
    if people or (is_title(head) and _is_only_an_office(lower, name, text)):
        return "unnamed"
    several = head[:-1] in TITLES and head[-1:] == "s" and not gender_of_name(lower[0])
    if (head in COLLECTIVE or several) and head not in BODY_WORDS | TITLES:
        return "unnamed"
    if head_ends == 1 and not gender_of_name(head) and _is_common(words[0], text) and not _is_persons(words[0], text):
        return "unnamed"
    if head_ends and words[head_ends - 1].isascii() and words[head_ends - 1][:1].islower():
        return "body" if head in BODY_WORDS else "unnamed"
    if lower[:1] and lower[0] in TITLES and (lower[0] in ABBREVIATED or head not in BODY_WORDS):
        named = [word for word in words[1:] if word[0].isupper()]
        return "unnamed" if named and is_surely_in_genitive(named) else "person"
    if any(low in BODY_WORDS for low in lower[:head_ends]):
        return "body"
    joined = _JOINED.split(_ARTICLE.sub("", name))
    bodies = all(_is_acronym(one) or _is_country(one, text) or _is_firm(one, text) for one in joined)
    return "body" if bodies else "person"


def _joins_fields(lower: list[str], k: int) -> bool:
    """Whether word k joins two fields of one body: "Development and Reform Commission", not "Ann Roe and the Bank"."""
    beside = k + 2 < len(lower) and lower[k] == "and" and lower[-1] in BODY_WORDS
    return beside and all(low in ORDINARY_WORDS or low in FIELDS for low in (lower[k - 1], lower[k + 1]))


def _is_acronym(name: str) -> bool:
    return " " not in name and len(name) > 1 and name.replace(".", "").isupper()


def _is_common(word: str, text: str) -> bool:
    """Whether a word is no name: an ordinary one, or written small in the text: "Forecasters say", "Research shows".

    One thing is a name where the text has it with a capital inside a sentence, or describes it: "Price, 44,".
    """
    low = word.lower().strip(".,")
    small = low != word and re.search(rf"(?<![\w.@/]){re.escape(low)}(?![\w./])", text)  # Arabic has no capitals
    if not (low in ORDINARY_WORDS or low.endswith("ists") or small) or low in BODY_WORDS or low in COUNTRIES:
        return False
    several = low.endswith(("s", "men", "people")) and not low.endswith(("ss", "us", "is"))
    named = rf"(?:[\w,;] {re.escape(word)}\b|\b{re.escape(word)}(?:, (?:\d|who\b)| and [A-Z]))"
    return several or (bool(text) and not re.search(named, text))


def _is_only_an_office(lower: list[str], name: str, text: str) -> bool:
    """Whether words with a title name nobody who has it: "Minister for Housing"; "Mr King" bears one as a name."""
    if not all(low in _OF_OFFICES or is_title(low) for low in lower):
        return False
    return len(lower) > 1 or not re.search(rf"\b(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Sgt)\.? {re.escape(name)}\b", text)


def _is_firm(name: str, text: str) -> bool:
    """Whether a text tells that a name of one word is a body's: "the retailer Tesk", "Tesk's shares"."""
    if " " in name or not name[:1].isupper():
        return False
    said = re.escape(name)
    told = re.compile(
        rf"\b(?:{_IN_FIRM}\ (?:of|at|in)\ {said}(?!\ [A-Z])|{said}(?:[’']s?)?\ {_IN_FIRM}|{_KINDS}\ {said}|"
        rf"{said},\ (?:an?|the)\ (?:[\w’'-]+\ ){{0,3}}{_KINDS}(?=[,.;)]|\ (?:based|in|of|owned|that|which|with)\b))\b"
    )
    return bool(told.search(text)) and not _is_persons(name, text)


def _is_country(name: str, text: str) -> bool:
    """Whether a text uses a word as the name of a country, and not also after a title or a first name."""
    if name.lower() in COUNTRIES or name.lower() in TWO_WORD_PLACES:
        return True
    words = name.split()
    if not (text and words) or not all(word[0].isupper() for word in words) or gender_of_name(words[0].lower()):
        return False
    if len(words) > 1 and words[0].lower() not in _PARTS:
        return False  # "the government of Ivo Holt"
    said = re.escape(name)
    named = re.compile(
        rf"\b(?:(?:{_OF_COUNTRY}\ of|{_BORDERS})\ {said}(?!\ [A-Z])|{said}[’']s?\ {_OF_COUNTRY}|"
        rf"{_BORDERS}\ [A-Z][\w-]*\ and\ {said}(?!\ [A-Z]))\b"
    )
    return bool(named.search(text) or _is_place(said, text)) and not _is_persons(name, text)


def _is_place(said: str, text: str) -> bool:
    """Whether something is in a name that is nobody's surname: "troops in Norland", not "faith in Holt"."""
    if re.search(rf"[a-z,;]\ (?!(?i:{'|'.join(_PARTS)})\b)[A-Z][\w-]*\ {said}\b", text):
        return False  # "Dov Harrel"
    inside = re.finditer(rf"(?<![\w-])(?:([\w-]+)\ )?[Ii]n\ {said}(?![\w’'-]|\ [A-Z])", text)
    return any((found[1] or "").lower() not in _TRUSTING for found in inside)


def _is_persons(name: str, text: str) -> bool:
    """Whether a name stands after a title or a first name too."""
    before = (
        _WORD_BEFORE.search(text, max(0, at.start() - _LONGEST), at.start())
        for at in re.finditer(rf"\ {re.escape(name)}\b", text)
    )
    return any(word and (word[1].lower() in TITLES or gender_of_name(word[1].lower())) for word in before)
