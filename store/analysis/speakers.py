"""The people and bodies that a text names: chains of their names, with roles; what a phrase or a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.analysis.clauses import POSSESSIVE, Sentence, is_name_word, phrase_after, split
from store.analysis.cues import CLAIM_NOUNS, CLAUSE_WORDS, DETERMINERS, PERSON_PRONOUNS, PREPOSITIONS, cue_kind
from store.analysis.genders import gender_of_name
from store.analysis.inflection import (
    is_name_in_genitive,
    is_slavic_title,
    is_surely_in_genitive,
    is_titles_genitive,
)
from store.analysis.name_matching import fold, same_name
from store.analysis.names import Mention, is_party, mentions_of, with_nominatives, with_role
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.people import GOVERNING, Person, prominence
from store.analysis.role_phrases import joined
from store.analysis.roles import (
    BODY_WORDS,
    COLLECTIVE,
    COUNTRIES,
    DEMONYMS,
    FOREIGN_DETERMINERS,
    GENITIVES,
    TITLES,
    is_title,
)
from store.analysis.subjects import RELATIVE, Words, after_dateline, main_subject
from store.model import Span

NAMESAKES = 24
"""People of one surname that a name is compared with, the last ones."""
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "il", "er", "él", "он", "его", "він", "ён"), "m"),
    **dict.fromkeys(("she", "her", "elle", "sie", "ella", "она", "ее", "её", "вона", "яна"), "f"),
    "it": "body",
}
_COUNTING_ALONE = frozenset(
    "all another both each every few five four many most several seven six some three two".split()
)
_POINTING = DETERMINERS - _COUNTING_ALONE | FOREIGN_DETERMINERS | RELATIVE
"""Determiners, and pronouns that only point, which are no part of what somebody is."""
_DEFINITE = FOREIGN_DETERMINERS | {"the", "this"}
_NO_SURNAMES = NUMBERS.keys() | {"today", "tv", "news", "online"}
"""Last words of names that their first word does not stand for: "Velgoria One"."""
_FIRMS = frozenset(
    "ag airlines airways corp energy gmbh group holdings inc industries llc ltd metals motors plc railways sa telecom "
    "technologies".split()
)
"""Last words of the names of firms, which the first stands for too."""
_NO_ROLE = frozenset("head state former republican democratic conservative labour liberal socialist".split())
_QUALIFYING = frozenset("acting deputy elect ex former incoming vice".split())
"""Words that make another office of one."""
_COUNTING = (
    NUMBERS.keys()
    | DETERMINERS
    | frozenset("of us them you me him first second third fourth fifth last others other former latter".split())
)
_WITHIN_ROLE = frozenset("at for from in on with".split())
"""Prepositions that go on telling what somebody is: "the top official on the committee"."""
_BEING = frozenset("has had is was".split())
_JUST = 3
"""Sentences after one is named with a title in which a surname of two means that one."""
_CLEARLY = 4
"""How many times as prominent one has to be for a surname to be clear."""
_LOOK_BACK = 40
"""Mentions before a pronoun that are looked at."""
_INTRODUCED = 1.3
"""What the full name that the sentence before is about has before who was reported last, as much as the latter has."""
_DOUBTED = 0.5
"""What a name has less that nothing shows to be a person's."""
_MARGIN = 0.25
"""How much better one of two has to fit a pronoun."""


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

    def __init__(
        self, sentences: Sequence[Sentence], subjects: Sequence[Sequence[Words]] = (), dateline: Span = (0, 0)
    ) -> None:
        self._sentences = sentences
        self._subjects = subjects
        self._mentions = with_nominatives(sentences, _mentions(sentences, dateline))
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
        lower = self._sentences[mention.sentence].lower
        before, after = lower[max(0, mention.first - 1) : mention.first], lower[mention.last : mention.last + 2]
        says = any(map(cue_kind, before + after[:1])) and before != ["told"]
        return bool(mention.role or mention.gender or says or "who" in after or any(map(str.isdigit, after[1:])))

    def _full(self, mention: Mention) -> Person:
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
        if len(mention.name) > 1 and (not mention.body or (last in _FIRMS and first.lower() not in COUNTRIES)):
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
        if firsts and (mention.role or any(p.human or p.seen >= 0 or p.name[-1].lower() in _FIRMS for p in firsts)):
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
        """The person that a label in capitals names: "DOE", "MR. DOE", "PRIME MINISTER DOE"."""
        return self.by_written(" ".join(word.capitalize() if len(word) > 1 else word for word in label.split()))

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

    def named(self, number: int, words: Words) -> Named:
        """What a noun phrase stands for. A phrase that holds a name only to describe another thing is not that name."""
        sentence = self._sentences[number]
        first, last = words
        if pair := self._pair(number, words):
            return pair
        if last - first == 1 and first > 1 and is_party(sentence.words[first]):  # "Jane Doe, D-Norrin"
            first, last = first - 3, first - 1
        for mention, person in self._body_around(number, words) or self.mentions_in(number, first, last):
            if _governed(sentence, first, mention):
                break
            following = sentence.lower[mention.last] if mention.last < last else ""
            if following in POSSESSIVE or following == "and" or (following == "of" and person.body):
                continue
            if (
                following
                and sentence.words[mention.last][0].islower()
                and following not in PREPOSITIONS
                and following not in CLAUSE_WORDS
            ):
                continue
            if person.body and any(is_title(low) for low in sentence.lower[first : mention.first]):
                continue
            if "of" in mention.name and mention.first > first and sentence.lower[mention.first - 1] in POSSESSIVE:
                continue  # "the college’s Board of Trustees"
            ambiguous = (number, mention.first) in self._ambiguous
            return Named(person.full_name, mention.role or person.role, person, ambiguous)
        return self._beside(number, words) or self._described(number, words)

    def _body_around(self, number: int, words: Words) -> list[tuple[Mention, Person]]:
        """The body whose name a phrase only ends: "the Union" of "the Department for Leaving the Union"."""
        before = self.mentions_in(number, max(0, words[0] - 6), words[0])[-1:]
        return [(mention, person) for mention, person in before if person.body and mention.last == words[1]]

    def _pair(self, number: int, words: Words) -> Named | None:
        """Two people joined by "and", who speak as one."""
        sentence = self._sentences[number]
        found = [
            (mention, person)
            for mention, person in self.mentions_in(number, *words)
            if POSSESSIVE.isdisjoint(sentence.lower[mention.last : mention.last + 1])
        ]
        if len(found) != 2 or found[1][0].last != words[1] or _governed(sentence, words[0], found[0][0]):
            return None
        doubted = found[0][1].body or not found[0][1].human
        of_a_body = doubted and found[1][0].role  # "UN and Norrin envoy Jane Doe"
        if of_a_body or sentence.lower[found[0][0].last : found[0][0].last + 1] != ["and"]:
            return None
        people = [*self._listed_before(number, words[0]), *(person for _, person in found)]
        *most, last = (person.full_name for person in people)
        return Named(f"{', '.join(most)} and {last}", "")

    def _listed_before(self, number: int, first: int) -> list[Person]:
        """Those whose names a sentence begins with, each before a comma, up to word `first`: "Reed, Roe and Bell"."""
        sentence = self._sentences[number]
        people: list[Person] = []
        while first > 1 and sentence.words[first - 1] == ",":
            before = self.mentions_in(number, max(0, first - 9), first - 1)
            if not before or before[-1][0].last != first - 1 or before[-1][1].body:
                return []
            mention, person = before[-1]
            people.insert(0, person)
            first = with_role(sentence, mention)
        return people if first == after_dateline(sentence) else []

    def _beside(self, number: int, words: Words) -> Named | None:
        """The name between commas after what it is: "the prosecutor, Jane Doe,", "the firm, Tarn Metals plc,"."""
        sentence = self._sentences[number]
        first, last = words
        if last < len(sentence) and sentence.lower[last] in _WITHIN_ROLE:  # "the top official on the Ice Committee"
            last = phrase_after(sentence, last + 1)
        if last + 1 >= len(sentence) or sentence.words[last] != "," or sentence.lower[last - 1] in PERSON_PRONOUNS:
            return None
        for mention, person in self.mentions_in(number, last + 1, last + 8)[:1]:
            begin, end = with_role(sentence, mention), mention.last
            begin -= sentence.lower[begin - 1].rstrip(".") in TITLES
            if begin != last + 1:
                return None
            if sentence.lower[end : end + 1] == ["of"]:  # "Jane Doe of Norrin"
                end = next((place.last for place, _ in self.mentions_in(number, end + 1, end + 2)), end)
            closes = sentence.lower[end] if end < len(sentence) else ","
            closed = not closes[0].isalnum() or closes in _FIRMS
            if person.body and sentence.lower[last - 1] in BODY_WORDS and closed:
                return Named(person.full_name, "", person)
            listed = begin < mention.first and any(word[0].isupper() for word in sentence.words[end + 1 : end + 2])
            if not (closes[0].isalnum() or person.body or listed) and len(mention.name) > 1:
                first += sentence.lower[first] in DETERMINERS | FOREIGN_DETERMINERS
                role = joined(sentence, first, last) if first < last else ""
                return Named(person.full_name, person.role or role, person)
        return None

    def _described(self, number: int, words: Words) -> Named:
        """What a phrase without a name stands for: somebody of that role named before, else its own words."""
        sentence = self._sentences[number]
        first, last = words
        definite = sentence.lower[first] in _DEFINITE or is_slavic_title(sentence.lower[first])
        while first < last and sentence.lower[first] in _POINTING and sentence.lower[first + 1 : first + 2] != ["of"]:
            first += 1
        while last > first and not sentence.words[last - 1][0].isalnum():
            last -= 1
        if first == last:
            return Named(None, "")
        if definite:
            aged = sentence.lower[last - 1].endswith("-year-old")
            person = self._only_one_near(number) if aged else self._by_role(number, sentence, first, last)
            if person is not None:
                return Named(person.full_name, person.role, person)
        if _only_counts(sentence.lower[first:last]):
            return Named(None, "")
        return Named(joined(sentence, first, last), "")

    def _only_one_near(self, number: int) -> Person | None:
        """The only person named in a sentence or the two before it: "the 24-year-old"."""
        people = [
            person
            for k in range(max(0, number - 2), number + 1)
            for _, person in self.mentions_in(k, 0, len(self._sentences[k]))
            if not person.body
        ]
        return people[0] if people and all(person is people[0] for person in people) else None

    def _by_role(self, number: int, sentence: Sentence, first: int, last: int) -> Person | None:
        """The person named last before whose role has the head of this phrase, and no word that contradicts."""
        said = [low for low in sentence.lower[first:last] if low[0].isalnum()]
        owned = any(sentence.lower[k] in POSSESSIVE and is_title(sentence.lower[k - 1]) for k in range(first + 1, last))
        if owned and sentence.lower[last - 1] not in CLAIM_NOUNS:
            return None  # "the prime minister's spokesman" is of an office, not of its holder
        governor = next((k for k, low in enumerate(said) if low in GOVERNING), len(said))
        heads = [low for low in said[:governor] if is_title(low)] or (
            ["president"] if said[-3:] == ["head", "of", "state"] else []
        )
        if "head" in heads and said[-2:] == ["of", "state"]:
            heads = ["president", "king", "emir", "queen"]
        if not heads:
            return None
        extra = {low for low in said if low not in TITLES and low not in _NO_ROLE and low not in PREPOSITIONS}
        seen: list[Person] = []
        bare: list[Person] = []
        at = bisect_left(self._places, (number, first))
        for k in range(at - 1, max(-1, at - 120), -1):
            person = self._of_mention[k]
            if person in seen or person.body:
                continue
            seen.append(person)
            for role in person.roles:
                spoken = role.lower().split()
                if _QUALIFYING & {*said} != _QUALIFYING & {*spoken}:
                    continue
                if heads[-1] in spoken or any(head in spoken for head in heads[:-1]):
                    if not extra or extra & set(spoken):
                        return person
                    if all(low in TITLES for low in spoken):
                        bare.append(person)
        return bare[0] if len(bare) == 1 else None

    def of_pronoun(self, number: int, word: int, prefer: Person | None) -> Person | None:
        """The person that he, she or it at a word stands for: the last one reported, or one named shortly before.

        Of two who fit alike it is the one reported last, else nobody.
        """
        low = self._sentences[number].lower[word]
        wanted = _PRONOUNS.get(low.rpartition("-")[2], "")
        if not wanted:
            return None
        told = ("", wanted) if low < "\u0400" else (wanted,)  # in Slavic languages the verbs have told it
        if wanted == "body":
            return prefer if prefer and prefer.body else self._recent_body(number, word)
        scores: dict[Person, float] = {}
        nearer = False
        at = bisect_left(self._places, (number, word))
        for k in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            mention, person = self._mentions[k], self._of_mention[k]
            distance = number - mention.sentence
            if distance > 8:
                break
            if person.body or person.gender not in told:
                continue
            if person is not prefer and not self._may_be_human(mention, person):
                continue
            score = -1.0 * distance
            sentence = self._sentences[mention.sentence]
            score += 1.5 if person.gender == wanted else 0.0
            if self._is_subject(mention):
                score += 3.0 if distance == 0 else 2.2 if distance == 1 else 1.6
                shown = person.gender or person.roles or self._is_apposed(mention)
                introduced = distance == 1 and len(mention.name) > 1 and shown and not nearer
                introduced = introduced and POSSESSIVE.isdisjoint(sentence.lower[mention.last : mention.last + 1])
                score += _INTRODUCED if introduced and PERSON_PRONOUNS.isdisjoint(sentence.lower) else 0.0
            elif not person.human:
                score -= _DOUBTED
            score -= 1.5 if mention.last < len(sentence) and sentence.lower[mention.last] in POSSESSIVE else 0.0
            score -= 1.0 if mention.first > 0 and sentence.lower[mention.first - 1] in PREPOSITIONS else 0.0
            score += 1.3 if person is prefer else 0.0
            score += min(person.mentions, 6) * 0.08
            score -= 1.0 if len(person.name) == 1 and not person.gender else 0.0
            scores[person] = max(score, scores.get(person, score))
            nearer = nearer or person is prefer or (distance == 0 and self._is_subject(mention))
        if prefer is not None and not prefer.mentions and prefer.gender in told:
            scores[prefer] = 1.9  # as of the subject of the sentence before, who was reported
        if not scores:
            return prefer if prefer is not None and not prefer.body and prefer.gender in told else None
        likely = [person for person, score in scores.items() if score > max(scores.values()) - _MARGIN]
        return prefer if prefer in likely else likely[0] if len(likely) == 1 else None

    def subject_before(self, number: int, several: bool) -> str | None:
        """The subject of the sentence before one, if it is several people ("they") or else one body ("it")."""
        before = self._sentences[number - 1] if number else None
        subject = main_subject(before) if before else None
        if before is None or subject is None:
            return None
        first, last = subject.words
        first += before.lower[first] == "the"
        lower = before.lower[first:last]
        here = [person for _, person in self.mentions_in(number - 1, first, last)]
        if not several:
            return joined(before, first, last) if any(one.body for one in here) else None
        if "and" in lower and len(here) == 2:
            return " and ".join(person.full_name for person in here)
        plural = (k for k, low in enumerate(lower, 1) if low in COLLECTIVE or (low.endswith("s") and len(low) > 3))
        end = next(plural, 0)
        while end and lower[end : end + 1] == ["of"]:
            end += 2
        return joined(before, first, min(first + end, last)) if end else None

    def _may_be_human(self, mention: Mention, person: Person) -> bool:
        """Whether a name may be a person's: it is shown to be, has two words with small letters, or "has" follows."""
        after = self._sentences[mention.sentence].lower[mention.last : mention.last + 1]
        named = len(person.name) > 1 and not all(map(str.isupper, person.name))
        named = named and person.name[-1].lower() not in COLLECTIVE
        return person.human or named or not _BEING.isdisjoint(after)

    def _is_subject(self, mention: Mention) -> bool:
        """Whether a mention stands in the subject of a verb of its sentence, as its head, or tells who that is."""
        return self._is_apposed(mention) or any(
            first <= mention.first < last
            and not _governed(self._sentences[mention.sentence], first, mention)
            and self._is_head(mention, first)
            for first, last in self._subjects[mention.sentence]
        )

    def _is_apposed(self, mention: Mention) -> bool:
        """Whether a name stands between commas after the subject that it names: "Rell’s lawyer, Jane Doe,"."""
        words = self._sentences[mention.sentence].words
        before, after = words[mention.first - 1 : mention.first], words[mention.last : mention.last + 1]
        follows = any(last == mention.first - 1 for _, last in self._subjects[mention.sentence])
        return before == after == [","] and follows

    def _is_head(self, mention: Mention, first: int) -> bool:
        """Whether no other name stands before a mention in its phrase, but in its role, beside it or as its owner."""
        sentence = self._sentences[mention.sentence]
        lower, begin = sentence.lower, with_role(sentence, mention)
        earlier = self.mentions_in(mention.sentence, first, begin)
        between = lower[earlier[-1][0].last : mention.first] if earlier else ["and"]
        owns = not POSSESSIVE.isdisjoint(lower[mention.last : mention.last + 1])
        if owns and self.mentions_in(mention.sentence, mention.last + 1, mention.last + 2):
            return False
        return any(low in TITLES or low == "and" or low in POSSESSIVE for low in between)

    def _recent_body(self, number: int, word: int) -> Person | None:
        at = bisect_left(self._places, (number, word))
        for k in range(at - 1, max(-1, at - 12), -1):
            if self._of_mention[k].body and number - self._mentions[k].sentence <= 2:
                return self._of_mention[k]
        return None


def _may_be_titled(person: Person, role: str) -> bool:
    """Whether a title before the first word of a name may be that person's: "Minister Liu" for Liu Da, a minister."""
    titles = {low for low in role.lower().split() if is_title(low)}
    return not role or any(low in titles for known in person.roles for low in known.lower().split())


def _mentions(sentences: Sequence[Sentence], dateline: Span) -> list[Mention]:
    """The names of a text outside its dateline. A capital is a person's name after who bears it: "Jack London"."""
    common = _common_words(sentences)
    found = [
        mention
        for number, sentence in enumerate(sentences)
        for mention in mentions_of(number, sentence)
        if not (dateline[0] <= sentence.starts[mention.first] < dateline[1] or _is_common(sentence, mention, common))
    ]
    last = {mention.name[-1] for mention in found if len(mention.name) > 1 and not mention.body}
    found += _titles_borne(sentences, found, {name for name in last if is_title(name.lower())})
    found.sort(key=lambda mention: (mention.sentence, mention.first))
    found = [mention for mention in found if mention.name[-1] in last or not _is_demonym(mention)]
    borne: set[str] = set()
    for place, mention in enumerate(found):
        if len(mention.name) > 1 and not mention.body and gender_of_name(mention.name[0].lower()):
            borne.add(mention.name[-1])
        elif len(mention.name) == 1 and mention.name[0] in borne and mention.name[0].lower() in COUNTRIES:
            found[place] = replace(mention, body=False)
    return found


def _titles_borne(sentences: Sequence[Sentence], found: Sequence[Mention], surnames: set[str]) -> list[Mention]:
    """The mentions of those whose surname is a title, where it stands alone: "King said" after "Sen. Angus King"."""
    within = (
        {(mention.sentence, k) for mention in found for k in range(mention.first, mention.last)} if surnames else ()
    )
    return [
        Mention(number, k, k + 1, (word,), "", "", False)
        for number, sentence in enumerate(sentences if surnames else ())
        for k, word in enumerate(sentence.words)
        if word in surnames
        and (number, k) not in within
        and not (k and (sentence.lower[k - 1] in DETERMINERS or sentence.words[k - 1][0].isupper()))
        and not any(word[0].isupper() or word == "of" for word in sentence.words[k + 1 : k + 2])
    ]


def _is_demonym(mention: Mention) -> bool:
    """Whether a name alone is the word for those of a country, and no surname after a title: "major German cities"."""
    titled = mention.gender or any(map(str.isupper, mention.role[:1]))
    return len(mention.name) == 1 and mention.name[0].lower() in DEMONYMS and not titled


def _is_common(sentence: Sentence, mention: Mention, common: set[str]) -> bool:
    """Whether what opens a sentence is a word of the text and no name: nobody of that name says what follows."""
    low = mention.name[0].lower()
    alone = mention.first == 0 and mention.last == 1 and low in common and not gender_of_name(low)
    return alone and not cue_kind(sentence.lower[1] if len(sentence) > 1 else "")


def _common_words(sentences: Sequence[Sentence]) -> set[str]:
    """The words of a text that are written small in it, and with a capital only where a sentence begins."""
    small = {word for sentence in sentences for word in sentence.words if word[0].islower()}
    return small - {word.lower() for sentence in sentences for word in sentence.words[1:] if word[0].isupper()}


def _governed(sentence: Sentence, first: int, mention: Mention) -> bool:
    """Whether a preposition in a phrase that begins at word `first` governs its name, so that it is about another.

    It does in "critic of President Jane Doe" and "Aide to Jane Doe", but not inside a role: "President of Norrin".
    """
    named, surely = is_name_in_genitive(mention.name), is_surely_in_genitive(mention.name)
    governor = max(
        (
            k
            for k in range(first, mention.first)
            if (sentence.lower[k] in GOVERNING and not _in_an_owners_name(sentence, k, mention.last + 1))
            or (surely and is_slavic_title(sentence.lower[k]))
            or (k > first and (_is_genitive_article(sentence, k) or (named and is_titles_genitive(sentence.lower[k]))))
        ),
        default=mention.first,
    )
    return governor < mention.first - len(mention.role.split())


def _in_an_owners_name(sentence: Sentence, k: int, end: int) -> bool:
    """Whether a preposition stands in the name of a body whose is who is named: "the Chamber of Commerce’s Mr Doe"."""
    lower = sentence.lower
    body = k > 0 and sentence.words[k - 1][0].isupper() and lower[k - 1] in BODY_WORDS
    return body and any(low in POSSESSIVE for low in lower[k:end])


def _is_genitive_article(sentence: Sentence, k: int) -> bool:
    """Whether an article that may be a genitive one is: "der" after a noun, and not after "auch" or "damals"."""
    low = sentence.lower[k]
    return low in GENITIVES and (low != "der" or sentence.words[k - 1][0].isupper())


def _only_counts(lower: Sequence[str]) -> bool:
    """Whether a phrase only counts people or points at them: "four of us", "the second of eight"."""
    return all(low in _COUNTING or low in PERSON_PRONOUNS or low.isdigit() for low in lower)


def is_pronoun(word: str) -> bool:
    """Whether a word in lower case stands for somebody named before: "he", "they’re", French "dit-il"."""
    return word.replace("’", "'").partition("'")[0] in PERSON_PRONOUNS or word.rpartition("-")[2] in _PRONOUNS
