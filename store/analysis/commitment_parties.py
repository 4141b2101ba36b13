"""The parties of a commitment: who promises, called as the text does elsewhere, and for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from store.analysis import commitment_language as language
from store.analysis.commitment_actions import VERBS, action_end
from store.analysis.commitment_cues import Cue, receives
from store.analysis.commitment_terms import LEADS_VERB
from store.analysis.commitment_traits import is_nobody
from store.analysis.cues import ADVERBS, CLAIM_NOUNS, DAYS, DETERMINERS, MONTH_NAMES, WRITTEN
from store.analysis.cues import PREPOSITIONS as ALL_PREPOSITIONS
from store.analysis.currencies import SYMBOLS
from store.analysis.grammar import (
    NO_SUBJECT,
    POSSESSIVES,
    PREPOSITIONS,
    WHEN,
    Subject,
    Words,
    head_of,
    is_adverb,
    is_past,
    kind_of,
    owner_of,
    subject_of,
)
from store.analysis.main_clauses import SUBORDINATING, is_finite, subject_of_participle
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.roles import NOT_NAMES, is_title
from store.analysis.speakers import Named
from store.model import QuoteSuggestion

_PART_OF_DAY = frozenset(("early", "late"))
_HOLDING = frozenset("involving including representing carrying using comprising".split())
"""Words after which a noun phrase tells what its head has."""
_BECOMES = frozenset("close end happen last open reopen restart resume".split())
"""Verbs that without an object tell what becomes of a thing."""
_SOON = frozenset("early late later soon today tomorrow tonight".split())
_BEFALLING = frozenset(("will", "would", "headline"))
"""Kinds of cues that may tell what becomes of a thing."""
_PARTICLES = frozenset("away back down for off out up".split())
_IN_COMPANY = frozenset("accompany attend celebrate follow join replace surround".split())
"""Verbs of what many do, whose "by" tells of nobody who undertakes it."""
_LEADING = frozenset("chairman chairwoman chief director executive head manager officer president".split())
"""Offices of who speaks for a body."""
_LONGEST_ROLE = 12
_ABSTRACT = ("tion", "tions", "sion", "ment", "ments", "ness", "ing", "ous", "able", "ible", "ful", "less")
"""Ends of nouns for what is done, and of adjectives, where they are no actor."""
_BODIES = frozenset("congregation federation management opposition prosecution".split())
"""Nouns of such an end that are actors."""
_ISSUED = frozenset("adopted issued passed presented published released sent unveiled wrote".split())
_NO_NAMES = (
    language.AGREEMENTS
    | language.DOCUMENTS
    | language.GOALS
    | language.PROMISES
    | language.INTENTIONS
    | language.CONCLUDED
    | CLAIM_NOUNS
    | WRITTEN
    | (NOT_NAMES - MONTH_NAMES)
    | frozenset(
        "talks work works agenda click follow join move part register result results subscribe time trip visit".split()
    )
) - frozenset("opposition defense paper".split())
"""Common words, also of labels and invitations, that name nobody who undertakes something."""
_RENEWING = frozenset(
    "abandoned defended dropped fulfilled honoured honored kept outlined presented reaffirmed reaffirms renewed renews "
    "restated underlined underscored unveiled withdrew".split()
)
"""Verbs of what somebody does with a promise of their own."""
_DELIBERATE = frozenset("agree aim commit decide offer plan pledge threaten".split())
"""Kinds of cues whose verb tells that a thing stands for who runs it."""
_NUMBERS = frozenset("dozens half hundreds majority millions most number scores thousands".split())
_LONGEST_NAME = 4
_BRACKETS = re.compile(r" \([^()]*\)|\((?=and )")
_ARTICLE = re.compile(r"\A(?:the|an?) ", re.IGNORECASE)


class Names(Protocol):
    """Knows whom a text names at its offsets."""

    def stands_for(self, place: int) -> str | None:
        """Who the pronoun at an offset stands for."""

    def named_at(self, start: int, end: int) -> Named:
        """What the words between two offsets stand for."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence in its text: its words, where it starts, the quotes around it and who knows the text's names."""

    words: Words
    start: int
    quotes: Sequence[QuoteSuggestion]
    names: Names | None


def promisor_of(setting: Setting, cue: Cue) -> tuple[str | None, str]:
    """Who commits, where the text names them, and in which role."""
    words = setting.words
    if words.at(cue.at - 1) == "and" and (teller := _teller(setting, cue)):
        return teller.speaker, teller.role
    if receives(words, cue):
        return _giver(setting, cue)
    undergoes = cue.verb.kind == "passive" and cue.kind in ("will", "would")
    if undergoes and (agent := _agent(setting, cue)):
        return agent
    subject = issuer_of(words, cue)
    if subject.kind in ("first", "third", "it"):
        name, role = _stands_for(setting, subject)
    else:
        undergoes = undergoes or cue.kind == "planned"
        subject = _before_participle(words, subject)
        acting = subject.kind == "thing" and cue.kind in _DELIBERATE  # "the railway has promised"
        unnamed = subject.kind not in ("name", "actor", "noun") and not acting
        unnamed = unnamed or words.at(subject.start) in PREPOSITIONS
        befalls = subject.kind == "noun" and cue.kind in _BEFALLING and _befalls(words, cue)
        tells_ahead = cue.kind in ("will", "would", "forecast")
        unnamed = unnamed or (tells_ahead and words.at(subject.start - 1) == "to")  # "shipments to Norrin will resume"
        if undergoes or befalls or unnamed or is_nobody(words, subject) or _cannot_promise(words, subject):
            return None, ""
        name, role = _named(setting, subject)
    common = name and (name.lower() in _NO_NAMES or name in VERBS - language.ACTORS)
    return (None, "") if common else (name, role)


def _before_participle(words: Words, subject: Subject) -> Subject:
    """A subject without what those do of whom it tells: "donors | meeting in Lest"."""
    for index in range(subject.start + 1, subject.end):
        doing = words.at(index).endswith("ing") and words.at(index) not in _HOLDING and not words.capital(index)
        if doing and words.at(index - 1).endswith("s"):
            return Subject(subject.start, index, kind_of(words, subject.start, index))
    return subject


def _giver(setting: Setting, cue: Cue) -> tuple[str | None, str]:
    """From whom something is received: "farmers will get $300 each from the government"."""
    words = setting.words
    led = next((i + 1 for i in range(cue.verb.index, action_end(words, cue)) if words.at(i) == "from"), len(words))
    return _actor_after(setting, led) or (None, "")


def _agent(setting: Setting, cue: Cue) -> tuple[str | None, str] | None:
    """By whom something will be done: "the talks will be hosted by Norrin", not "by May" nor "joined by Holt"."""
    if cue.verb.lemma in _IN_COMPANY:
        return None
    words, by = setting.words, cue.verb.index + 1
    while is_adverb(words.at(by)) or words.at(by) in _PARTICLES:
        by += 1
    return _actor_after(setting, by + 1) if words.at(by) == "by" else None


def _actor_after(setting: Setting, first: int) -> tuple[str | None, str] | None:
    """Who acts by the phrase that begins at a word after a preposition; None where it names nobody."""
    words, end = setting.words, first
    while end < len(words) and words.at(end)[0].isalpha() and words.at(end) not in PREPOSITIONS:
        if end > first and is_past(words, end) and not is_adverb(words.at(end - 1)):
            break  # "the destroyer Oresk moored in Lest"
        end += 1
    actor = Subject(first, end, kind_of(words, first, end))
    dated = words.at(first) in DAYS or words.at(first) in MONTH_NAMES
    return _named(setting, actor) if actor.kind in ("name", "actor") and not dated else None


def _teller(setting: Setting, cue: Cue) -> QuoteSuggestion | None:
    """What is told by the verb of a cue, where it is known by whom: "said the bank was weak and promised to pay"."""
    place = setting.start + setting.words.spans[cue.at][0]
    told = (q for q in setting.quotes if q.cue_span and q.cue_span[0] <= place < q.cue_span[1])
    return next((quote for quote in told if quote.speaker), None)


def issuer_of(words: Words, cue: Cue) -> Subject:
    """The subject of a cue, past what stands between commas; of what was issued, who did: "it issued rules banning"."""
    made = cue.subject.start - 1
    if words.at(cue.at).endswith("ing") and cue.subject.end == cue.at and words.at(made) in _ISSUED:
        return subject_of(words, made)
    if (subject := subject_of_participle(words, cue.at)).kind != "none":
        return subject  # "Holt said the army was ready, vowing to"
    if cue.kind == "intention" and words.at(cue.at - 1) == ",":
        return subject_of(words, cue.at)  # "Norrin, a maker of tractors, plans to"
    start, end = cue.subject.start, cue.subject.end
    if words.at(start - 1) in ("that", "which", "who") and is_finite(words, start):
        return subject_of(words, start - 1)  # "a group that includes the bank vowed"
    if end - start < 2 or words.at(end - 1) not in DAYS:
        return cue.subject
    end -= 1 + (words.at(end - 2) in _PART_OF_DAY)  # "Minister Roe late Wednesday vowed"
    return Subject(start, end, kind_of(words, start, end))


def _befalls(words: Words, cue: Cue) -> bool:
    """Whether an action is what becomes of its subject: "the pier will open by July", "the vote will take place"."""
    following = words.at(cue.verb.index + 1)
    if cue.verb.lemma == "take":
        return following == "place"
    if cue.verb.lemma == "go":
        subject = words.lower[cue.subject.start : cue.subject.end]
        return not (language.MONEY | SYMBOLS).isdisjoint(subject)
    dated = following in PREPOSITIONS | WHEN | _SOON or not following[:1].isalnum()
    return cue.verb.lemma in _BECOMES and dated


def _cannot_promise(words: Words, subject: Subject) -> bool:
    """Whether a subject is no actor by its words: a day, a text, a deed ("construction"), or parts of a clause."""
    start, end = subject.start, subject.end
    head = head_of(words, start, end)
    opening, word = words.at(start), words.at(head)
    if word in DAYS or opening in SYMBOLS:
        return True
    if subject.kind == "actor" and not (start < head and opening in VERBS and words.at(start - 1) in LEADS_VERB):
        return False
    if words.at(start - 1) in LEADS_VERB and opening in VERBS:
        return True  # "to translate campaign promises"
    if opening.removesuffix("s") in VERBS and words.at(start + 1) in DETERMINERS:
        return True  # "highlights the administration"
    if subject.kind == "name":
        return False
    bare = opening in VERBS and (words.at(start + 1) in ALL_PREPOSITIONS or words.at(start + 1).endswith("ing"))
    return bare or is_past(words, end - 1) or word in _NO_NAMES or (word.endswith(_ABSTRACT) and word not in _BODIES)


def _stands_for(setting: Setting, pronoun: Subject) -> tuple[str | None, str]:
    """Whom a pronoun stands for, with the role: "we" for the speaker of its quotation, which "they" and "she" are not
    there; these for who reports them, else for somebody before."""
    words, start, names = setting.words, setting.start, setting.names
    place = start + words.spans[pronoun.start][0]
    around = [quote for quote in setting.quotes if any(low <= place < high for low, high in quote.content)]
    said = max(around, key=lambda quote: quote.content[0][0], default=None)  # a quotation within a turn
    if pronoun.kind == "first":
        return (said.speaker, said.role) if said else (None, "")
    before = pronoun.start - 1
    reporters = (i for i in range(before, -1, -1) if words.at(i) in language.REPORTING or _renews(words, i, before))
    reporter = next((i for i in reporters if words.quoted(i) == words.quoted(pronoun.start)), None)
    if reporter is not None:
        subject = subject_of(words, reporter)
        if words.at(subject.start) in PREPOSITIONS:
            return None, ""
        if subject.kind not in ("third", "it"):
            opening = _opening_subject(words, subject.start) if pronoun.kind == "it" else subject
            if opening.kind in ("name", "actor") and opening.end < subject.start:
                return _named(setting, opening)  # "Norrin will pay, Holt announced, adding that it will also"
            person = pronoun.kind == "it" and _is_person(setting, subject)
            office = pronoun.kind == "it" and is_title(words.at(head_of(words, subject.start, subject.end)))
            if (person or office) and (employer := _employer(setting, subject)):
                return employer
            if person:
                return None, ""
            known = (
                subject.kind in ("name", "actor") or _is_known(setting, subject) or _is_body(words, pronoun, subject)
            )
            return _named(setting, subject) if known else (None, "")
        place = start + words.spans[subject.start][0]
    name = names.stands_for(place) if names else None
    speaks = said is not None and said.form != "indirect" and said.speaker == name
    return (None if speaks else name), ""


def _renews(words: Words, index: int, before: int) -> bool:
    """Whether the word right before a possessive tells of somebody's own promise: "reaffirmed its commitment"."""
    return index == before and words.at(index) in _RENEWING


def _is_known(setting: Setting, subject: Subject) -> bool:
    """Whether a subject names somebody whom the text knows: "Roe" that opens a sentence."""
    if setting.names is None or not setting.words.capital(subject.start):
        return False
    return _called(setting, setting.names, subject.start, subject.end).person is not None


def _is_body(words: Words, pronoun: Subject, teller: Subject) -> bool:
    """Whether "it" stands for who tells, by their words: "the sports body said it would"."""
    determined = words.at(teller.start) in DETERMINERS
    return pronoun.kind == "it" and teller.kind == "noun" and determined and not _cannot_promise(words, teller)


def _is_person(setting: Setting, subject: Subject) -> bool:
    """Whether a subject names a person, for whom "it" stands never."""
    if setting.names is None:
        return False
    named = _called(setting, setting.names, subject.start, subject.end)
    owned = not POSSESSIVE.isdisjoint(setting.words.lower[subject.start : subject.end])  # "Holt’s government"
    titled = any(map(is_title, named.role.lower().split()))
    return not owned and (titled or bool(named.person and not named.person.body and named.person.gender))


def _employer(setting: Setting, speaker: Subject) -> tuple[str | None, str] | None:
    """For whom somebody speaks by a role: "the company’s | head of sales", "Roe | , a spokesman for Norgaz,"."""
    words, first = setting.words, speaker.end + 1
    if words.at(speaker.start - 1) in POSSESSIVE:
        return _of_body(setting, owner_of(words, speaker.start))
    if words.at(speaker.end) != "," or words.at(first) == "whose":
        return None
    for index in range(first, min(first + _LONGEST_ROLE, len(words))):
        leads = words.at(index - 1) in _LEADING or words.at(index - 1).startswith("spokes")
        if words.at(index) in ("of", "at", "for") and leads:
            return _actor_after(setting, index + 1)
        if words.at(index) in POSSESSIVE:
            return _of_body(setting, Subject(first, index, kind_of(words, first, index)))
        if words.at(index) == ",":
            break
    return None


def _of_body(setting: Setting, owner: Subject) -> tuple[str | None, str] | None:
    """Whose somebody is, where that is no person: "the company’s", "Norgaz’s", not "Theresa Roe’s"."""
    body = owner.kind in ("name", "actor") and not _is_person(setting, owner)
    return _named(setting, owner) if body else None


def _opening_subject(words: Words, end: int) -> Subject:
    """The subject of the clause that opens a sentence before who reports it: "Norrin will pay, Holt announced"."""
    if words.at(end - 1) != "," or words.at(0) in SUBORDINATING or words.at(0) in PREPOSITIONS:
        return NO_SUBJECT
    return subject_of(words, next((i for i in range(1, end) if is_finite(words, i)), 0))


def _named(setting: Setting, subject: Subject) -> tuple[str | None, str]:
    """What the text calls a subject, "her party" by whose it is, and the role; without names, as the sentence does."""
    words, names = setting.words, setting.names
    if names and words.at(subject.end) == "," and words.capital(subject.end + 1):
        apposed = _called(setting, names, subject.start, subject.end)
        if apposed.person:
            return apposed.name, apposed.role  # "its then premier, Henrik Vaal, vowed"
    if words.at(subject.start) in POSSESSIVES:
        owner, _ = _stands_for(setting, owner_of(words, subject.start + 1))
        return (f"{owner}’s {words.text(subject.start + 1, subject.end)}" if owner else None), ""
    if words.at(subject.start - 1) in POSSESSIVE and not words.capital(subject.start):
        whose = owner_of(words, subject.start)
        if words.at(whose.start) in PREPOSITIONS:
            return None, ""  # "at his firm’s office"
        known = whose.kind in ("name", "actor") or (whose.end > 0 and words.capital(whose.start))
        subject = replace(subject, start=whose.start if known else subject.start)
    end = next((i for i in range(subject.start + 1, subject.end) if words.at(i) in _HOLDING), subject.end)
    while end - 1 > subject.start and words.at(end - 1) in ADVERBS:
        end -= 1  # "Mayor Hill earlier said"
    subject = replace(subject, end=end)  # "ships including the tug Oresk" are not the Oresk
    if (listed := _list_before(words, subject)) < subject.start:
        listing = _ARTICLE.sub("", words.text(listed, subject.end))
        return listing if " and " in listing else " and ".join(listing.rsplit(", ", 1)), ""
    if not names:
        return words.text(subject.start, subject.end), ""
    named = _called(setting, names, subject.start, subject.end)
    if named.name and named.name.lower() in _NUMBERS:
        return words.text(subject.start, subject.end), ""  # "dozens of mayors"
    if "(" in words.lower[subject.start : subject.end] and not (named.name and " and " in named.name):
        return _ARTICLE.sub("", _BRACKETS.sub("", words.text(subject.start, subject.end))), ""
    both = next((i for i in range(subject.end - 2, subject.start, -1) if words.at(i) == "and"), 0)
    last = named.name is not None and named.name.split()[-1] == words.text(subject.end - 1, subject.end)
    if named.name and both and last and kind_of(words, subject.start, both) == "actor" and not words.capital(both - 1):
        return _ARTICLE.sub("", words.text(subject.start, subject.end)), ""  # "the mayor and Holt"
    if named.name and both and last and words.capital(both - 1) and " and " not in named.name:
        other = _called(setting, names, subject.start, both)
        if other.person and other.name != named.name:  # not "Minister for Housing, Planning and Works Holt"
            return f"{other.name} and {named.name}", ""
    return named.name, named.role


def _list_before(words: Words, subject: Subject) -> int:
    """Where those begin of whom a subject names the last: "the presidents of Norrin, Castrenia and Umber"."""
    start = subject.start
    headline = words.at(start - 1) == "," and words.at(len(words) - 1) != "." and words.at(0) not in NOT_NAMES
    if headline and all(map(words.capital, [*range(start - 1), *range(start, subject.end)])):
        return 0  # "Norrin, Lest pledge to"
    first = start - (words.at(start - 1) == "and")
    if "and" not in words.lower[first : subject.end]:
        return start
    while words.at(first - 1) == ",":
        name = first - 1
        while name > 0 and words.capital(name - 1) and first - name <= _LONGEST_NAME:
            name -= 1
        if name == first - 1:
            return start
        first = name
    if first >= start - 1:
        return start
    opening = first - (words.at(first - 1) == "the")
    if opening == 0 and kind_of(words, opening, next(i for i in range(first, start) if words.at(i) == ",")) == "actor":
        return opening  # "The EU, Norrin and Lest"
    if words.at(first - 1) != "of" or not words.at(first - 2).endswith("s"):
        return start
    whose = subject_of(words, first - 1)
    people = whose.kind in ("name", "actor", "noun") and words.at(whose.start) not in PREPOSITIONS
    return whose.start if people else start


def _called(setting: Setting, names: Names, first: int, end: int) -> Named:
    """What the words [first, end) of a sentence stand for."""
    start, words = setting.start, setting.words
    return names.named_at(start + words.spans[first][0], start + words.spans[end - 1][1])
