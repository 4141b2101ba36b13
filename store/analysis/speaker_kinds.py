"""What a suggested speaker is likely to be: a person, a body, or a source without a name."""

from __future__ import annotations

import re
from typing import Literal

from store.analysis.genders import gender_of_name
from store.analysis.inflection import is_surely_in_genitive
from store.analysis.roles import BODY_WORDS, COLLECTIVE, COUNTRIES, NAMED_BODIES, TITLES, TWO_WORD_PLACES

Kind = Literal["person", "body", "unnamed"]
_OF_COUNTRY = (
    r"(?:government|parliament|army|navy|republic|kingdom|state|embassy|territory|president|king|queen|chancellor|"
    r"prime\ minister|(?:foreign|defen[cs]e|finance)\ minist(?:er|ry)|central\ bank|capital|borders?|population|"
    r"people|citizens|economy|independence)"
)
"""What countries have: "the government of Norland", "Norland's president"."""
_PARTS = frozenset(
    "central east eastern great greater lower new north northern port saint san south southern united upper west "
    "western".split()
)
"""First words of the names of countries that have two."""
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
    if whole in COUNTRIES or whole in TWO_WORD_PLACES:
        return "body"
    if name.islower() or (whole in BODY_WORDS - NAMED_BODIES and not name.isupper()):
        return "unnamed"
    head_ends = next((k for k, low in enumerate(lower) if k and low in _PLACED), len(lower))
    head = lower[head_ends - 1] if head_ends else ""
    several = head[:-1] in TITLES and head[-1:] == "s" and not gender_of_name(lower[0])
    if (head in COLLECTIVE or several) and head not in BODY_WORDS | TITLES:
        return "unnamed"
    if head_ends and words[head_ends - 1].isascii() and words[head_ends - 1][:1].islower():
        return "body" if head in BODY_WORDS else "unnamed"
    if lower[:1] and lower[0] in TITLES:
        named = [word for word in words[1:] if word[0].isupper()]
        return "unnamed" if named and is_surely_in_genitive(named) else "person"
    acronym = len(words) == 1 and len(name) > 1 and name.replace(".", "").isupper()
    body = acronym or any(low in BODY_WORDS for low in lower[:head_ends])
    return "body" if body or all(_is_country(one, text) for one in _JOINED.split(name)) else "person"


def _is_country(name: str, text: str) -> bool:
    """Whether a text uses a word as the name of a country, and not also after a title or a first name."""
    words = name.split()
    if not (text and words) or not all(word[0].isupper() for word in words) or gender_of_name(words[0].lower()):
        return False
    if len(words) > 1 and words[0].lower() not in _PARTS:
        return False  # "the government of Ivo Holt"
    said = re.escape(name)
    named = re.compile(rf"\b(?:{_OF_COUNTRY}\ of\ {said}(?!\ [A-Z])|{said}[’']s?\ {_OF_COUNTRY})\b")
    if not named.search(text):
        return False
    before = (
        _WORD_BEFORE.search(text, max(0, at.start() - _LONGEST), at.start()) for at in re.finditer(rf"\ {said}\b", text)
    )
    return not any(word and (word[1].lower() in TITLES or gender_of_name(word[1].lower())) for word in before)
