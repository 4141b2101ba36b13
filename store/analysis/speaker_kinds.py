"""What a suggested speaker is likely to be: a person, a body, or a source without a name."""

from __future__ import annotations

from typing import Literal

from store.analysis.genders import gender_of_name
from store.analysis.inflection import is_surely_in_genitive
from store.analysis.roles import BODY_WORDS, COLLECTIVE, COUNTRIES, NAMED_BODIES, TITLES, TWO_WORD_PLACES

Kind = Literal["person", "body", "unnamed"]
_PLACED = frozenset("of in for at from to with and on".split())


def kind_of_speaker(name: str) -> Kind:
    """Tell the kind of a speaker by their name as a text gives it; a country speaks as a body.

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
    return "body" if acronym or any(low in BODY_WORDS for low in lower[:head_ends]) else "person"
