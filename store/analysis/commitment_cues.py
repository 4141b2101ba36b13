"""A cue of a commitment: the word that commits, with its subject and the action that it governs."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.analysis.action_verbs import Verb, verb_after
from store.analysis.grammar import PREPOSITIONS, Subject, Words, kind_of, subject_of


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at the word `at`, with its subject and the verb it governs.

    `kind` is a key of the weights and strengths, `form` the pattern in words; the action begins at the word `action`.
    """

    at: int
    kind: str
    form: str
    action: int
    subject: Subject
    verb: Verb


ARTICLES = frozenset("the a an its their his her our my this that no any".split())
BEFORE_NOUN = ARTICLES | {"under", "of", "on", "for", "new", "'s"}
NO_OBJECTS = frozenset(
    "to that by in on at of for with from as is was were are has had he she it they we i you nothing something and or "
    "but , . : ; ? ! ) ” \" '".split()
)
BE = frozenset("is are was were be been being am 's 're 'm seems appears stand stands stood".split())
INFINITIVE_REACH = 6
CURRENCIES = frozenset(("$", "€", "£"))
_DONE_WITH = frozenset("through to off out done ready under".split())
"""What follows the object of "get" where it is what somebody brings about: "get the bill through"."""


def governing(words: Words, at: int, kind: str, form: str, action: int) -> Cue:
    """The cue at a word, with the subject that stands before it and the verb that begins at the word `action`."""
    return Cue(at, kind, form, action, subject_of(words, at), verb_after(words, action))


def may_receive(cue: Cue) -> bool:
    """Whether who acts may be given something, by the verb: "farmers will get", "residents will receive"."""
    ahead = cue.kind in ("will", "would", "schedule", "forecast", "expect")
    return ahead and cue.verb.kind == "uncontrolled" and cue.verb.lemma in language.RECEIVING


def receives(words: Words, cue: Cue) -> bool:
    """Whether who acts is given something, and promises nothing: "farmers will get $300 each", not "a delegation"."""
    if not may_receive(cue):
        return False
    first = last = cue.verb.index + 1
    while (words.at(last)[:1].isalnum() and words.at(last) not in PREPOSITIONS) or words.at(last) in CURRENCIES:
        last += 1
    counted = words.at(first)[:1].isdigit() or words.at(first) in CURRENCIES
    handed = words.at(first) in ARTICLES and words.at(last) not in _DONE_WITH
    given = not (language.GIFTS | language.MONEY).isdisjoint(words.lower[first:last])
    return (counted or given or handed) and kind_of(words, first, last) not in ("actor", "name")
