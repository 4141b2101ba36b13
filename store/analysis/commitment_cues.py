"""A cue of a commitment: the word that commits, with its subject and the action that it governs."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.analysis.action_verbs import Verb, verb_after
from store.analysis.currencies import SYMBOLS
from store.analysis.grammar import PREPOSITIONS, Subject, Words, head_of, is_past, kind_of, subject_of
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import is_title


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
_MARKS = frozenset("“ ” ‘ \" '".split())
_TOLD_AHEAD = frozenset(("will", "would", "schedule", "forecast", "expect"))
"""Kinds of cues that may tell what somebody is to be given."""
_BROUGHT_ABOUT = frozenset("done going out ready rid running together tough underway".split())
"""Words by which "get" tells what somebody brings about: "get the job done", "get 40 schools ready"."""
_ENDS_OBJECT = PREPOSITIONS | frozenset("after as because before if once that through unless until when while".split())
_DEFINITE = frozenset("the its his her their this that these".split())
_UNDER = frozenset(("control", "way"))
_MORE = frozenset("additional another extra further more new".split())


def governing(words: Words, at: int, kind: str, form: str, action: int) -> Cue:
    """The cue at a word, with the subject that stands before it and the verb that begins at the word `action`."""
    return Cue(at, kind, form, action, subject_of(words, at), verb_after(words, action))


def past_mark(words: Words, index: int) -> int:
    """The index, or the next where a quotation mark stands there: "promised | “to rebuild”", "the “pledge | ” to"."""
    return index + (words.at(index) in _MARKS)


def receives(words: Words, cue: Cue) -> bool:
    """Whether who acts is given something, and promises nothing: "farmers will get $300", "Umber will get jets"."""
    return cue.kind in _TOLD_AHEAD and is_given(words, cue.subject, cue.verb)


def is_given(words: Words, subject: Subject, verb: Verb) -> bool:
    """Whether by a verb and its object somebody is given something: "get $300", not "get the homes built"."""
    if verb.kind != "uncontrolled" or verb.lemma not in language.RECEIVING:
        return False
    first = last = verb.index + 1
    while (words.at(last)[:1].isalnum() and words.at(last) not in _ENDS_OBJECT) or words.at(last) in SYMBOLS:
        last += 1
    if verb.lemma == "receive" and _is_guest(words, subject, first, last):
        return False
    if words.at(last) == "from":
        return True
    seen_to = subject.kind == "first" or _is_brought_about(words, first, last)  # "we will get a deal"
    return last > first and not (verb.lemma == "get" and seen_to)


def _is_guest(words: Words, host: Subject, first: int, last: int) -> bool:
    """Whether an object [first, last) is somebody who comes: "receive a delegation", not "schools more teachers"."""
    kind = kind_of(words, first, last)
    people = kind == "actor" or (kind == "name" and words.at(first) not in ARTICLES)  # not "the Golden Bear"
    hosts = host.end > 0 and is_title(words.at(head_of(words, host.start, host.end)))
    return people and (hosts or not _is_counted(words, first))


def _is_brought_about(words: Words, first: int, last: int) -> bool:
    """Whether an object [first, last) is what something is done to: "get homes built", "get the bill to court"."""
    if words.at(last) == "to" and verb_after(words, last + 1).kind == "action":
        return kind_of(words, first, last) == "actor" and not _is_counted(words, first)  # "get firms to pay"
    if words.at(last) in ("to", "through"):
        return words.at(first) in _DEFINITE
    under = words.at(last) == "under" and words.at(last + 1) in _UNDER
    done = last - first > 1 and is_past(words, last - 1)
    running = words.at(last - 1).endswith("ing") and words.at(last - 2).endswith("s") and last - first > 1
    return under or done or running or not _BROUGHT_ABOUT.isdisjoint(words.lower[first:last])


def _is_counted(words: Words, index: int) -> bool:
    """Whether a noun phrase that begins at a word tells how many, or that there were some before: "more teachers"."""
    word = words.at(index)
    return word in _MORE or word[:1].isdigit() or (word in NUMBERS and word not in ("a", "an"))
