"""The people and bodies that a text names, linked into chains: every mention has the one whom it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from store.analysis.bodies_called import Called, bodies_called
from store.analysis.cues import cue_kind
from store.analysis.mentions import mentions_in_text
from store.analysis.name_matching import fold, same_name
from store.analysis.name_words import is_name_word
from store.analysis.names import Mention, mentions_of
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.people import Person, prominence
from store.analysis.roles import COUNTRIES, FIRMS, TITLES, is_title
from store.analysis.sentence_words import Sentence, split
from store.model import Span

NAMESAKES = 24
"""People of one surname that a name is compared with, the last ones."""
_NO_SURNAMES = NUMBERS.keys() | {"today", "tv", "news", "online"}
"""Last words of names that their first word does not stand for: "Velgoria One"."""
_OF_MATTERS = frozenset(
    "academy association board bureau chamber committee congress convention council court department federation house "
    "institute league ministry office organisation organization society union".split()
)
"""Bodies that are of a matter, which may stand for them; others are of a place or an owner."""
_JUST = 3
"""Sentences after one is named with a title in which a surname of two means that one."""
_CLEARLY = 4
"""How many times as prominent one has to be for a surname to be clear."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase stands for: the canonical name or None, the role in the text, the person where there is one.

    It is `ambiguous` where another of that surname was named too.
    """

    name: str | None
    role: str
    person: Person | None = None
    ambiguous: bool = False


class Speakers:
    """The names of one text, linked into chains. Its dateline names the place and the agency, nobody who speaks."""

    def __init__(self, sentences: Sequence[Sentence], dateline: Span) -> None:
        self.sentences = sentences
        self._mentions = mentions_in_text(sentences, dateline)
        self._places = [(m.sentence, m.first) for m in self._mentions]
        self._by_key: dict[str, list[Person]] = {}
        self._link()

    def _link(self) -> None:
        """Make a person of every full name, then give each mention its person."""
        for mention in self._mentions:
            if len(mention.name) > 1 or mention.body:
                person = self._full(mention)
                person.human = person.human or self._is_human(mention)
        self._of_mention: list[Person] = []
        self._ambiguous: set[tuple[int, int]] = set()
        self._titled: dict[str, tuple[int, Person]] = {}
        recent: dict[str, Person] = {}
        for number, mention in enumerate(self._mentions):
            person = self._choose(mention, recent)
            self._of_mention.append(person)
            key = fold(person.name[-1])
            recent[key] = person
            if mention.role or self._titled.get(key, (0, None))[1] is person:
                self._titled[key] = mention.sentence, person
            person.mentions += 1
            person.seen = number
            person.human = person.human or self._is_human(mention)
            person.gender = person.gender or mention.gender
            titled = len(person.name) == 1 and (mention.role or mention.gender)
            person.body = person.body and not titled  # "the Trump case", "President Trump"
            if mention.role and mention.role not in person.roles:
                person.roles.append(mention.role)

    def _is_human(self, mention: Mention) -> bool:
        """Whether a title, a first name, or beside it a verb of speech, "who" or an age tells of a person."""
        lower = self.sentences[mention.sentence].lower
        before, after = lower[max(0, mention.first - 1) : mention.first], lower[mention.last : mention.last + 2]
        says = any(map(cue_kind, before + after[:1])) and before != ["told"]
        return bool(mention.role or mention.gender or says or "who" in after or any(map(str.isdigit, after[1:])))

    def _full(self, mention: Mention) -> Person:
        """The person or body of a full name, a new one where the text has not named it yet."""
        key = fold(mention.name[-1])
        for person in self._by_key.get(key, [])[-NAMESAKES:]:
            if person.body or mention.body:  # another body's name may begin and end like it
                if [*map(fold, person.name)] == [*map(fold, mention.name)]:
                    return person
            elif same_name(person.name, mention.name):
                if len(mention.name) > len(person.name) and sum(map(is_name_word, mention.name)) < 5:
                    person.name = mention.name
                return person
        person = Person(mention.name, mention.body, mention.gender)
        self._by_key.setdefault(key, []).append(person)
        first, last = mention.name[0], mention.name[-1].lower()
        if len(mention.name) > 1 and (not mention.body or (last in FIRMS and first.lower() not in COUNTRIES)):
            self._by_key.setdefault(fold(first), []).append(person)
        return person

    def _choose(self, mention: Mention, recent: dict[str, Person]) -> Person:
        """The person that a mention names."""
        if len(mention.name) > 1 or mention.body:
            return self._full(mention)
        key = fold(mention.name[0])
        known = [
            p
            for p in self._by_key.get(key, [])[-NAMESAKES:]
            if not (mention.gender and p.gender and mention.gender != p.gender)
            and not (_is_of_another(p) and fold(p.name[-1]) == key)
        ]
        surnames = [p for p in known if fold(p.name[-1]) == key]
        firsts = [
            p
            for p in known
            if p not in surnames and p.name[-1].lower() not in _NO_SURNAMES and _may_be_titled(p, mention.role)
        ]
        if len(surnames) == 1:
            return surnames[0]
        if surnames:
            return self._of_namesakes(mention, surnames, recent.get(key))
        if firsts and (mention.role or any(p.human or p.seen >= 0 or p.name[-1].lower() in FIRMS for p in firsts)):
            if sum(p.mentions > 0 for p in firsts) > 1:
                self._ambiguous.add((mention.sentence, mention.first))
            return max(firsts, key=lambda p: p.seen)
        person = Person(mention.name, mention.body, mention.gender)
        self._by_key.setdefault(key, []).append(person)
        return person

    def _of_namesakes(self, mention: Mention, namesakes: list[Person], recent: Person | None) -> Person:
        """Whom a surname means that several bear: whom a title has just named, else the most prominent so far."""
        at, titled = self._titled.get(fold(mention.name[0]), (0, None))
        just = titled if mention.sentence - at <= _JUST else None
        likely, other = sorted(namesakes, key=lambda p: (p is just, prominence(p)), reverse=True)[:2]
        clear = prominence(likely) >= _CLEARLY * prominence(other) and recent in (likely, None)
        if not clear:
            self._ambiguous.add((mention.sentence, mention.first))
        return likely

    def by_full_name(self, written: str) -> Named:
        """The person whose name is written, a new one where the text does not name them elsewhere."""
        words = tuple(written.rstrip(".").split())
        for person in self._by_key.get(fold(words[-1]), [])[-NAMESAKES:]:
            shouted = all(word.isupper() and len(word) > 1 for word in person.name)
            if not shouted and (person.name == words or len(words) == 1 or same_name(person.name, words)):
                return Named(person.full_name, person.role, person)
        return Named(" ".join(words), "")

    def by_label(self, label: str) -> Named:
        """The person that a label names, in capitals or not: "DOE", "MR. DOE", "Mrs Ann Doe"."""
        return self.by_written(
            " ".join(word.capitalize() if len(word) > 1 and word.isupper() else word for word in label.split())
        )

    def by_written(self, words: str) -> Named:
        """The person whose name stands alone, with a role before it or without."""
        (sentence, *_) = split(words, [])
        for mention in mentions_of(0, sentence):
            name = " ".join(mention.name)
            if mention.role and f"{mention.role} {name}" == words:
                return replace(self.by_full_name(name), role=mention.role)
        first, _, rest = words.partition(" ")
        titled = rest and (first.rstrip(".").lower() in TITLES)
        return self.by_full_name(rest if titled else words)

    def mentions_in(self, number: int, first: int, last: int) -> list[tuple[Mention, Person]]:
        """The mentions that begin in words [first, last) of a sentence."""
        low = bisect_left(self._places, (number, first))
        high = bisect_left(self._places, (number, last))
        return list(zip(self._mentions[low:high], self._of_mention[low:high], strict=True))

    def is_named(self, person: Person, first: int, last: int) -> bool:
        """Whether somebody is named in the sentences from `first` to `last`, both counted."""
        named = self._sentences_of.get(person, [])
        at = bisect_left(named, first)
        return at < len(named) and named[at] <= last

    @cached_property
    def _sentences_of(self) -> Mapping[Person, Sequence[int]]:
        """The sentences that name each, in order."""
        found: dict[Person, list[int]] = {}
        for mention, person in self.all():
            found.setdefault(person, []).append(mention.sentence)
        return found

    def all(self) -> Iterator[tuple[Mention, Person]]:
        """Every mention and whom it names, in text order."""
        return zip(self._mentions, self._of_mention, strict=True)

    @cached_property
    def called(self) -> Mapping[str, Sequence[Called]]:
        """The bodies by the common nouns that may stand for them."""
        return bodies_called(self.sentences, self.all(), lambda name: self.by_full_name(name).person)

    def before(self, number: int, word: int, most: int) -> Iterator[tuple[Mention, Person]]:
        """The last mentions that begin before a word of a sentence, at most so many, the nearest first."""
        at = bisect_left(self._places, (number, word))
        for k in range(at - 1, max(-1, at - most), -1):
            yield self._mentions[k], self._of_mention[k]

    def is_ambiguous(self, mention: Mention) -> bool:
        """Whether a mention is of a name that another person bears too."""
        return (mention.sentence, mention.first) in self._ambiguous


def _is_of_another(person: Person) -> bool:
    """Whether a body's name ends with whose it is, not with its matter: "Bank of Norrin", not "Court of Appeal"."""
    kind, of, last = ("", "", *map(str.lower, person.name))[-3:]
    return person.body and of == "of" and (kind not in _OF_MATTERS or last in COUNTRIES)


def _may_be_titled(person: Person, role: str) -> bool:
    """Whether a title before the first word of a name may be that person's: "Minister Liu" for Liu Da, a minister."""
    titles = {low for low in role.lower().split() if is_title(low)}
    return not role or any(low in titles for known in person.roles for low in known.lower().split())
