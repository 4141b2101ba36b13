"""Quotes of a text, with who said them: direct and partial ones in quotation marks, indirect ones by their verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.analysis.attribution import (
    Attribution,
    attribute,
    beside,
    names_a_thing,
    stands_within,
    titled,
    verb_alone,
)
from store.analysis.cjk import PRONOUNS, ChineseSource, chinese_source, is_chinese
from store.analysis.cues import CLAIM_NOUNS, TELLING, TITLING, WRITTEN, verb_form
from store.analysis.datelines import parse_dateline
from store.analysis.dialogue import signature_after
from store.analysis.genders import gender_of_verb
from store.analysis.indirect import told_in
from store.analysis.interviews import is_in_a_turn, quotes_of_turns
from store.analysis.name_words import is_name_word
from store.analysis.named_phrases import named_by
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.people import Person, head_of, unnamed
from store.analysis.pronouns import Pronouns, is_pronoun
from store.analysis.quotation_kinds import (
    SCARE,
    introduces,
    is_title,
    names_what_stands_before,
    only_quoted,
    stands_alone,
)
from store.analysis.quotations import Quotation, find_quotations
from store.analysis.reporting import Cue, cues_of
from store.analysis.roles import BODY_WORDS, PEOPLE
from store.analysis.roles import is_title as is_office
from store.analysis.said import TRIM, UNKNOWN, Said, joined_quotes, suggested
from store.analysis.sentence_words import Sentence, Words, split
from store.analysis.speakers import Named, Speakers
from store.analysis.subjects import Subject, is_time, main_subject
from store.model import Form, QuoteSuggestion

CLOSE = 0.66
"""What the attribution of a shorter one has to reach."""
_VAGUE = frozenset("company firm government group police team".split())
"""Bodies of which a text may tell of several by these nouns."""
_NEAR = 2
"""Sentences before a pronoun in which it must be named whom it stands for outside of quotes."""
_SPEAKING = TITLING | WRITTEN | {"by", "from"}
"""Works and texts, whose words a quotation after them may be, and what stands before another who speaks."""
_SINGLE = frozenset("‘'‚")

_ARTICLE = re.compile(r"\A(?:the|an?)(?: |\Z)", re.IGNORECASE)


class Reader:
    """Reads one text sentence by sentence, and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotations = find_quotations(text)
        self.sentences = split(text, self.quotations)
        self.cues = [cues_of(sentence) for sentence in self.sentences]
        dateline = parse_dateline(text)
        self.speakers = Speakers(self.sentences, dateline.span if dateline else (0, 0))
        pairs = [*zip(self.sentences, self.cues, strict=True)]
        self.pronouns = Pronouns(
            self.speakers, [_subjects(*pair) for pair in pairs], [_told_of(*pair) for pair in pairs]
        )
        self.plain = any(q.mark not in _SINGLE for q in self.quotations)
        self.said: list[Said] = []
        self.names: dict[tuple[int, int], Named] = {}
        self.last_speaker: Person | None = None
        self._told_at: list[tuple[int, int]] = []
        self._described: dict[str, set[str]] = {}

    def quotes(self) -> list[QuoteSuggestion]:
        """All quotes, in text order."""
        for number, sentence in enumerate(self.sentences):
            for word, quotation in sentence.quoted.items():
                said = self._read(number, sentence, word, self.quotations[quotation])
                if said is not None:
                    self.said.append(said)
            self._note_speakers(number)
        self._told_at = sorted(self.names)
        found = [*joined_quotes(self.text, self.sentences, self.said), *self._told()]
        turns = quotes_of_turns(self.text, self.sentences, self.speakers)
        if turns:
            found = [*turns, *(quote for quote in found if not is_in_a_turn(quote, turns))]
        return sorted(found, key=lambda quote: quote.content)

    def stands_for(self, place: int) -> str | None:
        """Who a pronoun at an offset stands for, once the quotes are read; None where the text leaves doubt.

        He and she are somebody of two names, named in the sentence or the two before; it and they are the subject of
        the sentence before, where that is one body or several people.
        """
        number = bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1
        word = bisect_right(self.sentences[number].starts, place) - 1 if number >= 0 else -1
        if word < 0:
            return None
        low = self.sentences[number].lower[word]
        if low in ("it", "its", "they", "their"):
            several = low.startswith("the")
            return self.pronouns.subject_before(number, several=several) or (
                None if several else self._body_before(number)
            )
        last = bisect_right(self._told_at, (number, word)) - 1
        prefer = self.names[self._told_at[last]].person if last >= 0 else None
        person = self.pronouns.of(number, word, prefer)
        near = (
            one
            for k in range(max(0, number - _NEAR), number + 1)
            for _, one in self.speakers.mentions_in(k, 0, len(self.sentences[k]))
        )
        if person is None or len(person.name) == 1 or not any(one is person for one in near):
            return None
        return person.full_name

    def _body_before(self, number: int) -> str | None:
        """The body that is the subject of the sentence before, by a noun, in its words where nobody is named by it."""
        subject = main_subject(self.sentences[number - 1]) if number else None
        named = named_by(self.speakers, number - 1, subject.words) if subject else Named(None, "")
        body = named.person.body if named.person else bool(named.name) and head_of(str(named.name)) in BODY_WORDS
        return named.name if body else None

    def named_at(self, start: int, end: int) -> Named:
        """What a noun phrase between two offsets stands for, by the rules for speakers, also inside a quotation."""
        number = bisect_right(self.sentences, start, key=lambda sentence: sentence.start) - 1
        starts = self.sentences[number].starts if number >= 0 else []
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < last:
            return named_by(self.speakers, number, (first, last))
        written = _ARTICLE.sub("", self.text[start:end])
        return self.speakers.by_written(written) if any(map(str.isalnum, written)) else Named(None, "")

    def _read(self, number: int, sentence: Sentence, word: int, quotation: Quotation) -> Said | None:
        """What the quotation at a word of a sentence says and who says it; None where it is no speech, or is denied."""
        if self._goes_on(quotation):
            return replace(self.said[-1], quotation=quotation, sentence=number, word=word)
        inner = self.text[quotation.start : quotation.end].strip(TRIM)
        found = attribute(sentence, word, self.cues[number], self.text[quotation.start : quotation.end])
        whole = stands_alone(sentence, inner)
        if not inner or self._is_no_speech(number, word, quotation, inner, found, whole):
            return None
        if found is not None and found.cue.unsaid:
            return None
        form: Form = "direct" if whole or introduces(sentence, word, inner, found) else "partial"
        said = Said(quotation, number, word, form)
        if found is not None:
            self._attribute(said, sentence, found)
        elif (verb := verb_alone(sentence, word)) >= 0:
            self._carry_on(said, sentence)
            if not _agrees(said.named.person, sentence.lower[verb]):
                said.source, said.named, said.score = None, Named(None, ""), UNKNOWN
            said.cue, said.why = sentence.span(verb, verb + 1), f"“{sentence.lower[verb]}” without a subject"
        elif (chinese := self._chinese_source(quotation)) is not None:
            if chinese.denied:
                return None
            said.source, said.cue, said.named = chinese.span, chinese.cue, self._chinese_name(chinese)
            said.score, said.why = 0.9, f"“{self.text[slice(*said.cue)]}” beside it"
        elif (signed := signature_after(self.text, quotation.end)) is not None:
            said.source, said.cue = signed
            said.named = self.speakers.by_full_name(self.text[slice(*said.source)])
            said.score, said.why = 0.9, "name after a dash"
        elif only_quoted(sentence):
            self._carry_on(said, sentence)
        else:
            self._fall_back(said, sentence)
        return said

    def _goes_on(self, quotation: Quotation) -> bool:
        """Whether a quotation goes on after the reporter's words inside its marks: «…, — said S. — …»."""
        inside = quotation.mark == "«" != self.text[quotation.start] and bool(self.said)
        return inside and "«" not in self.text[self.said[-1].quotation.end : quotation.start]

    def _is_no_speech(
        self,
        number: int,
        word: int,
        quotation: Quotation,
        inner: str,
        found: Attribution | None,
        whole: bool,
    ) -> bool:
        """Whether a quotation is a title, a nickname or a word held at arm's length."""
        sentence = self.sentences[number]
        size = max(len(inner.split()), sum("\u3040" <= c <= "\u9fff" for c in inner[:40]) * 2 // 3)
        if titled(sentence, word) and size < 12 and inner[-1:] not in "!?":
            return True
        if quotation.mark in _SINGLE and self.plain and (found is None or found.score < 0.6):
            return True
        told = not TELLING.isdisjoint(sentence.lower[max(0, word - 1) : word])  # "told “Good Morning Lest” that"
        if is_title(inner) and (told or not (found and found.score >= 0.7 and beside(sentence, word, found))):
            return True
        if size < SCARE and names_what_stands_before(sentence, word, inner):
            return True
        if size >= SCARE or whole or verb_alone(sentence, word) >= 0:
            return False
        if size > 1 and inner[-1:] in ".!?" and self._speaks_before(number, word):
            return False
        return found is None or found.score < CLOSE or names_a_thing(sentence, word)

    def _speaks_before(self, number: int, word: int) -> bool:
        """Whether somebody is the subject before a colon, and no text or other speaker beside it: "S shrugged: “…”"."""
        sentence = self.sentences[number]
        subject = main_subject(sentence, word) if sentence.words[word - 1 : word] == [":"] else None
        if subject is None:
            return False
        first, last = subject.words
        if not _SPEAKING.isdisjoint(sentence.lower[first:word]) or self.speakers.mentions_in(number, last, word):
            return False
        person = self._name(number, sentence, subject).person
        human = person is not None and person.human and not person.body
        return human or any(is_pronoun(low) or is_office(low) or low in PEOPLE for low in sentence.lower[first:last])

    def _attribute(self, said: Said, sentence: Sentence, found: Attribution) -> None:
        """Give a quotation to the subject of the verb that reports it."""
        cue = found.cue
        said.cue = sentence.span(cue.first, cue.last)
        said.score, said.why = found.score, found.why
        if cue.subject is not None:
            said.source = sentence.span(*cue.subject.words)
            said.named = self._name(said.sentence, sentence, cue.subject)

    def _name(self, number: int, sentence: Sentence, subject: Subject) -> Named:
        """Whom a subject of a sentence names or stands for."""
        words = _whose(sentence, subject.stands_for or subject.words)
        if words[1] - words[0] == 1 and is_pronoun(sentence.lower[words[0]]):
            person = self.pronouns.of(number, words[0], self.last_speaker)
            return Named(person.full_name, person.role, person) if person else Named(None, "")
        named = named_by(self.speakers, number, words)
        if named.name is None and sentence.lower[words[0] + 1 : words[1]] == ["statement"]:
            return self._who_stated(number, words[0]) or named
        return self._in_full(named, sentence.lower[words[0]])

    def _who_stated(self, number: int, word: int) -> Named | None:
        """Whose "her statement" is, or "the statement" after a sentence that tells what somebody said "in" one."""
        if person := self.pronouns.of(number, word, self.last_speaker):
            return Named(person.full_name, person.role, person)
        for k in range(number - 1, max(-1, number - 1 - _NEAR), -1):
            lower = self.sentences[k].lower
            at = lower.index("statement") if "statement" in lower else 0
            if "in" in lower[max(0, at - 3) : at]:
                told = (self.names.get((k, cue.first)) for cue in self.cues[k])
                return next((named for named in told if named and named.name), None)
        return None

    def _in_full(self, named: Named, first: str) -> Named:
        """The only one who spoke before in more words: "Norrin’s embassy", "a senior diplomat" for "the diplomat"."""
        said = named.name or ""
        fuller = self._described.get(said, ()) if said in BODY_WORDS - _VAGUE or is_office(said) else ()
        if first != "the" or len(fuller) != 1:
            return named
        return Named(next(iter(fuller)), "")

    def _carry_on(self, said: Said, sentence: Sentence) -> None:
        """A quotation that is a sentence by itself: who spoke last goes on, unless somebody was just introduced."""
        number = said.sentence
        before = self.sentences[number - 1] if number else None
        if before is not None and before.words and (before.words[-1] == ":" or before.words[-1] == ","):
            cues = [cue for cue in self.cues[number - 1] if cue.subject]
            subject = main_subject(before)
            if cues:
                self._take(said, number - 1, cues[-1], 0.85, "introduced by the sentence before")
                return
            if subject is not None and before.words[-1] == ":":
                said.source, said.named = before.span(*subject.words), self._name(number - 1, before, subject)
                said.score, said.why = 0.75, "introduced by the sentence before"
                return
        last = self.said[-1] if self.said else None
        beside = last is not None and last.source is not None and number - last.sentence <= 1
        gap = sentence.paragraph - self.sentences[last.sentence].paragraph if last is not None else 9
        if not (beside and gap == 0) and self._after_narration(said, sentence):
            return
        if last is not None and last.source is not None and (gap == 0 or (gap <= 2 and said.word == 0)):
            said.source, said.cue, said.named = last.source, last.cue, last.named
            said.score, said.why = (0.85 if gap == 0 else 0.7), "goes on from the quote before"
            return
        self._fall_back(said, sentence)

    def _after_narration(self, said: Said, sentence: Sentence) -> bool:
        """Give a quotation to the person whom the sentences before it in its paragraph are about."""
        for number in range(said.sentence - 1, max(-1, said.sentence - 4), -1):
            before = self.sentences[number]
            if before.paragraph != sentence.paragraph or before.quoted:
                return False
            cues = [cue for cue in self.cues[number] if cue.subject and not cue.passive]
            if cues and cues[-1].kind == "say":
                self._take(said, number, cues[-1], 0.7, "who speaks in the sentence before")
                return True
            subject = main_subject(before)
            if subject is not None and self._name(number, before, subject).person is not None:
                said.source = before.span(*subject.words)
                said.named = self._name(number, before, subject)
                said.score, said.why = 0.6, "subject of the sentence before"
                return True
        return False

    def _chinese_source(self, quotation: Quotation) -> ChineseSource | None:
        """Who says a quotation beside which Chinese is written."""
        chinese = is_chinese(self.text, quotation.start)
        return chinese_source(self.text, quotation.start, quotation.end) if chinese else None

    def _chinese_name(self, source: ChineseSource) -> Named:
        """Whom the source of a quotation in Chinese names; he and she take up the last one."""
        if source.name in PRONOUNS:
            return next((said.named for said in reversed(self.said) if said.named.name), Named(None, ""))
        return Named(source.name, source.role)

    def _take(self, said: Said, number: int, cue: Cue, score: float, why: str) -> None:
        """Give a quotation to the subject of a verb of speech in another sentence."""
        sentence = self.sentences[number]
        assert cue.subject is not None
        said.source, said.cue = sentence.span(*cue.subject.words), sentence.span(cue.first, cue.last)
        said.named = self._name(number, sentence, cue.subject)
        said.score, said.why = score, why

    def _fall_back(self, said: Said, sentence: Sentence) -> None:
        """No verb reports it: the subject of its sentence, or of the sentence before in its paragraph."""
        subject = main_subject(sentence, said.word)
        number = said.sentence
        if subject is None and number and self.sentences[number - 1].paragraph == sentence.paragraph:
            number -= 1
            cues = [cue for cue in self.cues[number] if cue.subject]
            subject = cues[-1].subject if cues else main_subject(self.sentences[number])
        if subject is not None:
            source = self.sentences[number]
            said.source = source.span(*subject.words)
            said.named = self._name(number, source, subject)
            said.score, said.why = 0.5, "subject of the sentence"

    def _note_speakers(self, number: int) -> None:
        """Remember the last subject of a verb of speech, for the pronouns that follow."""
        sentence = self.sentences[number]
        spoken: list[tuple[Cue, Person]] = []
        for cue in self.cues[number]:
            if cue.subject is None:
                continue
            named = self._name(number, sentence, cue.subject)
            self.names[number, cue.first] = named
            person = named.person or (unnamed(named.name) if named.name else None)
            if named.person is None and named.name and " " in named.name:
                head = head_of(named.name)
                if named.name[0].isupper() or is_office(head):
                    self._described.setdefault(head, set()).add(named.name)
            if cue.kind == "say" and person is not None:
                self.last_speaker = person
                if not _is_told_of(sentence, [outer for outer, one in spoken if not one.body], cue):
                    spoken.append((cue, person))
                gender = gender_of_verb(self.sentences[number].lower[cue.first])
                if gender in ("m", "f") and not (person.body or person.gender):
                    person.gender = gender
        self.last_speaker = spoken[-1][1] if spoken else self.last_speaker

    def _told(self) -> Iterator[QuoteSuggestion]:
        """The indirect quotes of every sentence."""
        for number, sentence in enumerate(self.sentences):
            for told in told_in(sentence, self.cues[number]):
                content = tuple(sentence.span(*words) for words in told.content)
                assert told.cue.subject is not None
                named = self.names[number, told.cue.first]
                source, cue = sentence.span(*told.cue.subject.words), sentence.span(told.cue.first, told.cue.last)
                yield suggested(self.text, content, "indirect", named, source, cue, told.score, told.why)


def _whose(sentence: Sentence, words: Words) -> Words:
    """Of what somebody said, by a noun, whose it is: "the Holt administration’s | call"; else the words."""
    first, last = words
    owner = next((k for k in range(last - 1, first, -1) if sentence.lower[k] in POSSESSIVE), first)
    told = sentence.words[last - 1] in CLAIM_NOUNS and not is_time(
        sentence.lower[owner - 1]
    )  # no "Ministry of Defense"
    return (first, owner) if owner > first and told else words


def _agrees(person: Person | None, verb: str) -> bool:
    """Whether a verb without a subject may be said of who spoke before."""
    gender = gender_of_verb(verb)
    return person is None or not gender or gender == person.gender or (gender != "several" and not person.gender)


def _is_told_of(sentence: Sentence, spoken: Sequence[Cue], cue: Cue) -> bool:
    """Whether one of those who spoke tells what the subject of a verb of speech said: "Holt denied that Rell asked"."""
    assert cue.subject is not None
    begin = cue.subject.words[0]
    that = sentence.lower[max(0, begin - 1)] == "that"
    # "Minister complains Holt said …" is a heading and a sentence
    past = verb_form(sentence.lower[begin - 1]) == "past"
    tells = [one for one in spoken if one.kind == "say" and (that or (past and one.last == begin))]
    named = (one for one in tells if one.subject and is_name_word(sentence.words[one.subject.words[1] - 1]))
    return any(stands_within(sentence, outer, cue) for outer in named)


def _told_of(sentence: Sentence, cues: list[Cue]) -> list[Words]:
    """Those subjects of verbs of speech of whom another tells what they said."""
    return [cue.subject.words for cue in cues if cue.subject and _is_told_of(sentence, cues, cue)]


def _subjects(sentence: Sentence, cues: list[Cue]) -> list[Words]:
    """The subjects of a sentence and of its verbs of speech."""
    main = main_subject(sentence)
    found = [cue.subject.stands_for or cue.subject.words for cue in cues if cue.subject]
    return [main.words, *found] if main else found
