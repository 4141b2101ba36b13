"""Whom a pronoun stands for: he, she and it by who was named and reported before, they by the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from store.analysis.cues import CLAUSE_WORDS, DETERMINERS, PERSON_PRONOUNS, PREPOSITIONS, cue_kind
from store.analysis.named_phrases import is_governed
from store.analysis.names import Mention, with_role
from store.analysis.noun_phrases import POSSESSIVE, tells_who
from store.analysis.people import Person
from store.analysis.role_phrases import BEING
from store.analysis.roles import COLLECTIVE, DEMONYMS, TITLES
from store.analysis.sentence_words import Words, joined
from store.analysis.speakers import Speakers
from store.analysis.subjects import main_subject

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "il", "er", "él", "он", "его", "він", "ён"), "m"),
    **dict.fromkeys(("she", "her", "elle", "sie", "ella", "она", "ее", "её", "вона", "яна"), "f"),
    "it": "body",
}
_OF_PEOPLE = PERSON_PRONOUNS - {"it"}
_LOOK_BACK = 40
"""Mentions before a pronoun that are looked at."""
_LOOK_BACK_FOR_BODIES = 12
_FARTHEST = 8
"""Sentences between a pronoun and whom it stands for, at most."""
_INTRODUCED = 1.3
"""What the full name that the sentence before is about has before who was reported last, as much as the latter has."""
_DOUBTED = 0.5
"""What a name has less that nothing shows to be a person's."""
_MARGIN = 0.25
"""How much better one of two has to fit a pronoun."""


_BEFALLEN = frozenset(
    "abducted arrested beheaded buried charged convicted detained died drowned executed found injured jailed kidnapped "
    "killed murdered raped remanded sentenced shot stabbed wounded".split()
)
"""What befalls those whom the news is about, so that another tells of them: "Brull, 34, was jailed. He said …"."""


class Pronouns:
    """The pronouns of one text."""

    def __init__(
        self, speakers: Speakers, subjects: Sequence[Sequence[Words]], told_of: Sequence[Sequence[Words]]
    ) -> None:
        """`subjects` are those of each sentence and its verbs of speech, `told_of` those whose words another tells."""
        self._speakers = speakers
        self._subjects = subjects
        self._told_of = told_of

    def of(self, number: int, word: int, prefer: Person | None) -> Person | None:
        """The person that he, she or it at a word stands for: the last one reported, or one named shortly before.

        Of two who fit alike it is the one reported last, else nobody.
        """
        low = self._speakers.sentences[number].lower[word]
        wanted = _PRONOUNS.get(low.rpartition("-")[2], "")
        if not wanted:
            return None
        told = ("", wanted) if low < "\u0400" else (wanted,)  # in Slavic languages the verbs have told it
        if wanted == "body":
            told_last = prefer if prefer and prefer.body else None
            subject = None if self._reported(number, told_last) else self._body_before(number)
            goes_on = word > 0 and self._speakers.sentences[number].lower[word - 1] in CLAUSE_WORDS
            own = self._own_subject(number, word) if goes_on else None
            return subject or told_last or self._recent_body(number, word) or own
        others = self._named_beside(number, word)
        told_of = self._just_told_of(number, prefer)
        prefer = told_of if told_of and told_of.gender in told and told_of not in others else prefer
        scores: dict[Person, float] = {}
        nearer = False
        for mention, person in self._speakers.before(number, word, _LOOK_BACK):
            distance = number - mention.sentence
            if distance > _FARTHEST:
                break
            if person.body or person.gender not in told or person in others:
                continue
            if person is not prefer and not self._may_be_human(mention, person):
                continue
            score = self._fit(mention, person, distance, wanted, person is prefer, nearer)
            scores[person] = max(score, scores.get(person, score))
            nearer = nearer or person is prefer or (distance == 0 and self._is_subject(mention))
        prefer = None if prefer in others else prefer
        if prefer is not None and not prefer.mentions and prefer.gender in told:
            # as of the subject of the sentence before, who was reported; "his wife" is a woman whatever else is named
            scores[prefer] = 1.9 + (1.5 if prefer.gender == wanted else 0.0)
        if not scores:
            return prefer if prefer is not None and not prefer.body and prefer.gender in told else None
        likely = [person for person, score in scores.items() if score > max(scores.values()) - _MARGIN]
        return prefer if prefer in likely else likely[0] if len(likely) == 1 else None

    def _just_told_of(self, number: int, prefer: Person | None) -> Person | None:
        """The person named whom the sentence before is about, if its paragraph has not named who was reported last."""
        paragraph = self._speakers.sentences[number].paragraph
        before = self._speakers.sentences[number - 1] if number else None
        subject = main_subject(before) if before and before.paragraph == paragraph else None
        if before is None or subject is None or not _BEFALLEN.isdisjoint(before.lower[subject.words[1] :]):
            return None
        begin = bisect_left(self._speakers.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        if prefer is not None and self._speakers.is_named(prefer, begin, number):
            return None
        named = [
            one
            for mention, one in self._speakers.mentions_in(number - 1, *subject.words)
            if one.human and not one.body and self._is_subject(mention)
        ]
        return named[0] if len(named) == 1 else None

    def _fit(
        self, mention: Mention, person: Person, distance: int, wanted: str, preferred: bool, nearer: bool
    ) -> float:
        """How well a pronoun of a gender, some sentences after a mention, may take it up.

        Who was reported last is preferred; `nearer` tells that such a one or a subject stands in between.
        """
        sentence = self._speakers.sentences[mention.sentence]
        score = -1.0 * distance
        score += 1.5 if person.gender == wanted else 0.0
        if self._is_subject(mention) and not (distance and self._is_told_of(mention)):
            score += 3.0 if distance == 0 else 2.2 if distance == 1 else 1.6
            shown = person.gender or person.roles or self._is_apposed(mention)
            introduced = distance == 1 and len(mention.name) > 1 and shown and not nearer
            introduced = introduced and POSSESSIVE.isdisjoint(sentence.lower[mention.last : mention.last + 1])
            score += _INTRODUCED if introduced and _OF_PEOPLE.isdisjoint(sentence.lower) else 0.0
        elif not person.human:
            score -= _DOUBTED
        score -= 1.5 if mention.last < len(sentence) and sentence.lower[mention.last] in POSSESSIVE else 0.0
        score -= 1.0 if mention.first > 0 and sentence.lower[mention.first - 1] in PREPOSITIONS else 0.0
        score += 1.3 if preferred else 0.0
        score += min(person.mentions, 6) * 0.08
        return score - (1.0 if len(person.name) == 1 and not person.gender else 0.0)

    def subject_before(self, number: int, several: bool) -> str | None:
        """The subject of the sentence before one, if it is several people ("they") or else one body ("it")."""
        before = self._speakers.sentences[number - 1] if number else None
        subject = main_subject(before) if before else None
        if before is None or subject is None:
            return None
        first, last = subject.words
        first += before.lower[first] == "the"
        lower = before.lower[first:last]
        here = [person for _, person in self._speakers.mentions_in(number - 1, first, last)]
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
        after = self._speakers.sentences[mention.sentence].lower[mention.last : mention.last + 1]
        named = len(person.name) > 1 and not all(map(str.isupper, person.name))
        last = person.name[-1].lower()
        people = len(person.name) > 1 and last.removesuffix("s") in DEMONYMS  # "African Americans"
        if people and not (person.gender or person.roles):
            return False
        return person.human or (named and last not in COLLECTIVE) or not BEING.isdisjoint(after)

    def _is_subject(self, mention: Mention) -> bool:
        """Whether a mention stands in the subject of a verb of its sentence, as its head, or tells who that is."""
        return self._is_apposed(mention) or any(
            first <= mention.first < last
            and not is_governed(self._speakers.sentences[mention.sentence], first, mention)
            and self._is_head(mention, first)
            for first, last in self._subjects[mention.sentence]
        )

    def _is_told_of(self, mention: Mention) -> bool:
        """Whether somebody else tells what who is mentioned said: "Holt denied that Rell had asked"."""
        return any(first <= mention.first < last for first, last in self._told_of[mention.sentence])

    def _is_apposed(self, mention: Mention) -> bool:
        """Whether a name stands between commas after the subject that it names: "Rell’s lawyer, Jane Doe,"."""
        words = self._speakers.sentences[mention.sentence].words
        before, after = words[mention.first - 1 : mention.first], words[mention.last : mention.last + 1]
        follows = any(last == mention.first - 1 for _, last in self._subjects[mention.sentence])
        return before == after == [","] and follows

    def _is_head(self, mention: Mention, first: int) -> bool:
        """Whether no other name stands before a mention in its phrase, but in its role, beside it or as its owner."""
        sentence = self._speakers.sentences[mention.sentence]
        lower, begin = sentence.lower, with_role(sentence, mention)
        earlier = self._speakers.mentions_in(mention.sentence, first, begin)
        between = lower[earlier[-1][0].last : mention.first] if earlier else ["and"]
        owns = not POSSESSIVE.isdisjoint(lower[mention.last : mention.last + 1])
        if owns and self._speakers.mentions_in(mention.sentence, mention.last + 1, mention.last + 2):
            return False
        return any(low in TITLES or low == "and" or low in POSSESSIVE for low in between)

    def _named_beside(self, number: int, word: int) -> set[Person]:
        """Who is named after a pronoun, no mark between, and so is another: "He said Rell left", not "Rell voters"."""
        sentence = self._speakers.sentences[number]
        end = next((k for k in range(word, len(sentence)) if not sentence.words[k][0].isalnum()), len(sentence))
        named = self._speakers.mentions_in(number, word + 1, end)
        after = (
            (person, sentence.lower[mention.last : mention.last + 1])
            for mention, person in named
            if sentence.lower[mention.first - 1] not in DETERMINERS - CLAUSE_WORDS
        )
        return {person for person, low in after if not any(map(tells_who, low)) and COLLECTIVE.isdisjoint(low)}

    def _reported(self, number: int, body: Person | None) -> bool:
        """Whether the sentence before ends with a body that reported it: "Rebels fell back, the Observatory said"."""
        before = self._speakers.sentences[number - 1].lower if number else []
        last = max((k for k, low in enumerate(before) if low == ","), default=len(before))
        tail = [low for low in before[last + 1 :] if low[0].isalnum()]
        reports = tail[:1] == ["according"] or "say" in map(cue_kind, tail)
        return reports and any(one is body for _, one in self._speakers.mentions_in(number - 1, last, len(before)))

    def _body_before(self, number: int) -> Person | None:
        """The body that is the subject of the sentence before, if it is one."""
        before = self._speakers.sentences[number - 1] if number else None
        subject = main_subject(before) if before else None
        if subject is None:
            return None
        named = [one for mention, one in self._speakers.mentions_in(number - 1, *subject.words)]
        return named[0] if len(named) == 1 and named[0].body else None

    def _own_subject(self, number: int, word: int) -> Person | None:
        """The name that is the subject of a pronoun's own sentence, if no person: "Norrin paid, though it said"."""
        subject = main_subject(self._speakers.sentences[number], word)
        named = self._speakers.mentions_in(number, *subject.words) if subject else []
        if subject is None or len(named) != 1:
            return None
        mention, one = named[0]
        whole = (mention.first, mention.last) == subject.words and len(one.name) == 1
        return one if whole and not (one.human or one.gender or one.roles) else None

    def _recent_body(self, number: int, word: int) -> Person | None:
        """The body named last before a word, in its sentence or the two before."""
        before = self._speakers.before(number, word, _LOOK_BACK_FOR_BODIES)
        return next((one for mention, one in before if one.body and number - mention.sentence <= 2), None)


def is_pronoun(word: str) -> bool:
    """Whether a word in lower case stands for somebody named before: "he", "they’re", French "dit-il"."""
    return word.replace("’", "'").partition("'")[0] in PERSON_PRONOUNS or word.rpartition("-")[2] in _PRONOUNS
