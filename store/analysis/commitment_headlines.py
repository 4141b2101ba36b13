"""Headlines that announce with an infinitive: "Minister to visit Velland"."""

from __future__ import annotations

from store.analysis import commitment_language as language
from store.analysis.action_verbs import verb_after
from store.analysis.commitment_cues import ARTICLES
from store.analysis.grammar import Words, is_past

HEADLINE_SUBJECT = 9
_FIRMS = frozenset("co corp inc ltd".split())
"""Abbreviations whose full stop may end a headline: "Norrin to buy Tallow Inc."."""
_HEADLINE_ENDS = frozenset(": ; after as amid before if despite unless when while . – —".split())
_VERBAL = language.REPORTING | frozenset(
    "is are was were be been has have had will would can could may might should must do does did how what where when "
    "why who whom which that if i you we he she they it 's 're".split()
)
"""What no headline has that announces with an infinitive: a finite verb, a pronoun."""
_TAKES_INFINITIVE = (
    language.INTENTIONS
    | language.PROMISES
    | language.AGREEMENTS
    | frozenset(
        "right time way ways need ability able call calls move moves chance chances vote pressure "
        "failure refusal decision reason reasons bill ready power opportunity talks due set likely free easy hard best "
        "first next up close back from in on at for and or not according thanks prior".split()
    )
)


def is_titled(words: Words) -> bool:
    """Whether a sentence is a headline Whose Words Begin With Capitals."""
    letters = [word for word in words.written if word[0].isalpha() and len(word) > 3]
    return len(letters) > 2 and all(word[0].isupper() for word in letters)


def announces(words: Words, index: int) -> bool:
    """Whether "to" opens what a headline announces: "Minister to visit Velland", without other verbs or a full stop."""
    if not 0 < index <= HEADLINE_SUBJECT or words.at(0) in ARTICLES or not words.capital(0):
        return False
    if (
        (words.at(len(words) - 1) == "." and words.at(len(words) - 2) not in _FIRMS)
        or words.at(index - 1) in _TAKES_INFINITIVE
        or not words.at(index - 1)[0].isalnum()
    ):
        return False
    if any(may_be_verb(words, at) for at in range(index)):
        return False
    for at in range(index + 1, len(words)):
        if words.at(at) in _HEADLINE_ENDS:
            break
        if words.at(at) in _VERBAL:
            return False
    return verb_after(words, index + 1).kind in ("action", "other", "passive")


def resumes_headline(words: Words, index: int) -> bool:
    """Whether a headline may go on with a verb after a comma: "Premier vows to end rationing, promises homes"."""
    return words.at(index - 1) == "," and words.at(index).endswith("s") and words.at(len(words) - 1) != "."


def may_be_verb(words: Words, index: int) -> bool:
    """Whether a word of a headline may be its verb: "Storm prompts airlines to cancel", "Parents rally to save"."""
    word, base = words.at(index), words.at(index).removesuffix("s")
    if word in _VERBAL or word in language.CUE_VERBS or is_past(words, index):
        return True
    finite = word != base or words.at(index - 1).endswith("s")
    return index > 0 and finite and base in language.ACTIONS | language.NO_CONTROL and base not in language.ACTORS
