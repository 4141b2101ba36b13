"""Words of a sentence with the little grammar that commitments need: who acts, and whose something is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.analysis.brackets import before_brackets
from store.analysis.cues import DAYS
from store.analysis.months import MONTHS
from store.analysis.roles import COUNTRIES
from store.model import Span

_WORD = re.compile(
    r"[^\W_]++(?=\s)"  # most words: the rest is tried at the others only
    r"|\d{1,3}(?:,\d{3})+"
    r"|[A-Za-z]{1,2}[’'][A-Z][^\W\d_A-Z][^\W_]*(?:[-.][^\W_]+)*"  # O'Malley, d'Orval
    r"|[^\W_]+?(?=n[’']t\b)|n[’']t\b|[’'](?:ll|re|ve|s|S|d|m)\b"
    r"|(?:[A-Z]\.){2,6}|[^\W_]+(?:[-.][^\W_]+)*|\$|[^\w\s]"
)
_MARKS = re.compile("[“”\"]|''")
_REMAINING = frozenset(("remain", "remains", "remained"))
"""Verbs that stand before a participle as "is" does: "remains committed"."""
_AUXILIARIES = frozenset(
    (
        "has have had is are was were be been being am 's 're 've 'm 'd will would 'll shall wo ca can could may "
        "might to do does did going get gets got stand stands stood"
    ).split()
)
_BOUNDARIES = frozenset(
    (
        ", ; : — – - ( ) [ ] “ ” \" ‘ ’ ' ` « » „ ? ! that which who whom if when while because after before as than "
        "although though since until whether where so but or"
    ).split()
)
_DASHES = frozenset(", — – -".split())
PREPOSITIONS = frozenset(
    (
        "of in for at from with to on by about over under against between among into near like without during across"
    ).split()
)
_AFTER_HEAD = PREPOSITIONS | {"involving", "including", "representing", "carrying", "using"}
_PARTS = frozenset(
    "rest most some all majority half thousands hundreds dozens millions number unit members group crew team".split()
)
"""Words for a part or number of those who act: "the rest of the troops"."""
_VERBS_IN_LY = frozenset("reply supply apply rely comply multiply rally tally ally assembly family".split())
_DETERMINERS = frozenset("the a an its their his her our my this that these those".split())
PRONOUNS = language.FIRST | language.THIRD | {"it"}
_FINITE = frozenset("will would 'll has have had is are was were does do did".split())
_CLAIMING = frozenset("argue argues claim claimed claims".split())
_WITH = frozenset("with in".split())
"""Words before a promise that tell what somebody did something by: "won with a promise to build"."""
_MODALS = frozenset("will would".split())
_TOLD = 6
"""Words before "that" among which the verb stands that tells a clause."""
_LONGEST_SUBJECT = 12
_NO_PLURAL = ("is", "us", "ss", "as")
"""Ends of words in -s that are no plurals, so that one that opens a sentence may be a name: "Harris will"."""
_QUOTES = frozenset("“ ‘ „ « \" '".split())
POSSESSIVES = frozenset("my our his her its their".split())
IRREGULAR = {
    "built": "build", "held": "hold", "sent": "send", "made": "make", "given": "give", "met": "meet", "paid": "pay",
    "sold": "sell", "brought": "bring", "taken": "take", "spent": "spend", "lent": "lend", "withdrawn": "withdraw",
    "kept": "keep", "left": "leave", "bought": "buy", "frozen": "freeze", "torn": "tear", "begun": "begin",
    "shown": "show", "done": "do", "seen": "see", "known": "know", "found": "find", "lost": "lose", "won": "win",
    "felt": "feel", "said": "say", "told": "tell", "chosen": "choose", "drawn": "draw", "rewritten": "rewrite",
    "rebuilt": "rebuild", "fought": "fight", "upheld": "uphold", "undertaken": "undertake", "put": "put", "cut": "cut",
    "set": "set", "shut": "shut", "split": "split", "run": "run", "laid": "lay", "woven": "weave", "driven": "drive",
    "led": "lead", "written": "write", "repaid": "repay", "withheld": "withhold", "overseen": "oversee",
    "overthrown": "overthrow", "redrawn": "redraw", "forgiven": "forgive", "resold": "resell", "broken": "break",
    "thrown": "throw", "heard": "hear", "spoken": "speak", "struck": "strike", "sworn": "swear", "taught": "teach",
    "caught": "catch", "beaten": "beat", "hidden": "hide",
}  # fmt: skip
_PAST = frozenset(IRREGULAR) - {"set", "put", "cut", "run", "split", "left", "led", "known"} | frozenset(
    "began came chose sought swore took undertook".split()
)
WHEN = frozenset("this last next on".split())
TIMES = frozenset("morning afternoon evening week weekend month year spring summer autumn winter".split())
_TIMES_NAMED = TIMES | DAYS | MONTHS.keys() | {"time"}
_PERSON = re.compile(r"(?:[a-z]{3,}(?:ers?|ors?|ists?|men|man|women|woman|ians?|eers?|ees?)|staff|troops|police)$")
_NO_PERSON = frozenset(
    (
        "number order power matter paper computer weather water winter summer letter center centre chapter river "
        "tower quarter disaster border career factor minor major error mirror terror sector floor poor labor other "
        "another better later never however after under over together rather either neither whether answer offer "
        "former latter lower higher greater fewer super dollar dollars corner murder fever numbers orders powers "
        "matters papers computers letters centers others offers disasters borders careers factors errors sectors "
        "three free tree degree agree fee fees boiler boilers bunker bunkers charger chargers container containers "
        "filter filters freezer freezers generator generators harvester harvesters helicopter helicopters motor motors "
        "printer printers radiator radiators reactor reactors scanner scanners sensor sensors shelter shelters tanker "
        "tankers timber tractor tractors trailer trailers transformer transformers"
    ).split()
)


class Words:
    """The words and marks of one sentence: lower-case forms, spans in it, and which begin with a capital."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        matches = list(_WORD.finditer(sentence))
        self._marks = [found.end() for found in _MARKS.finditer(sentence)]
        self.spans: list[Span] = [found.span() for found in matches]
        self.written: list[str] = [found[0] for found in matches]
        self.lower: list[str] = [
            word.lower().replace("’", "'") if len(word) > 1 else word.lower() for word in self.written
        ]

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, index: int) -> str:
        """The lower-case word at an index, "" outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def capital(self, index: int) -> bool:
        """Whether the word at an index begins with a capital."""
        return index < len(self.written) and self.written[index][0].isupper()

    def quoted(self, index: int) -> bool:
        """Whether a word stands in quotation marks that opened in this sentence."""
        return bisect_right(self._marks, self.spans[index][0]) % 2 == 1

    def text(self, start: int, end: int) -> str:
        """What is written from the word `start` up to the word `end`."""
        return self.sentence[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: words [start, end) of a sentence, and the kind of their head.

    `kind` is "first" (I, we), "third" (he, they), "it", "name", "actor" (the ministry), "thing", "nobody" (you, there)
    or "noun" (any other); "none" where no subject was found.
    """

    start: int
    end: int
    kind: str


NO_SUBJECT = Subject(0, 0, "none")


def subject_of(words: Words, verb: int) -> Subject:
    """Find the subject of the verb (or auxiliary) at an index, by looking left."""
    end = verb
    while end:
        if words.at(end - 2) in WHEN and (words.at(end - 1) in TIMES or words.at(end - 1).endswith("day")):
            end -= 2
        elif may_precede(words, end - 1):
            end -= 1
        elif words.at(end - 1) in _QUOTES and words.at(end - 2) in _AUXILIARIES:
            end -= 1  # "the airline was “committed to”"
        else:
            break
    acts = words.at(end - 1) == "which" and words.at(verb) in language.CUE_VERBS  # not "a port in Norrin, which will"
    relative = acts or words.at(end - 1) == "who"
    end = _before_insertion(words, end)
    if words.at(end - 1) in ("and", "or", "but") or (words.at(end - 1) == "," and words.at(end) not in language.FIRST):
        return _opening(words, end - 1)
    start = end
    while start and not _is_boundary(words, start - 1) and not _joins_clauses(words, start - 1):
        if words.at(start) == "and":
            start = before_brackets(words.lower, start)  # "Doe | (Lab) and Roe"
        led = relative and words.at(start - 1) in PREPOSITIONS and words.at(start - 1) != "of"
        if led and kind_of(words, start, end) in ("name", "actor"):
            break  # "under pressure from | Norrin, which threatened"
        start -= 1
    return _subject(words, start, end)


def may_precede(words: Words, index: int) -> bool:
    """Whether a word may stand between a subject and its verb: "will", "still", "remains", not "the remains"."""
    word = words.at(index)
    return word in _AUXILIARIES or is_adverb(word) or (word in _REMAINING and words.at(index - 1) not in _DETERMINERS)


def owner_of(words: Words, noun: int) -> Subject:
    """Whose a noun is: "its pledge", "a plan by Norrin", "a pledge from her"; else the subject of its verb."""
    if words.at(noun + 1) in ("by", "from"):
        end = noun + 2
        while end < len(words) and words.at(end) not in _BOUNDARIES | _AUXILIARIES:
            end += 1
        return Subject(noun + 2, end, kind_of(words, noun + 2, end))
    if words.at(noun - 1) in COUNTRIES and words.capital(noun - 1):
        return Subject(noun - 1, noun, "name")  # "reaffirmed the Norrin commitment to"
    if words.at(noun - 1) == "and" and words.at(noun + 1) == "to":
        return subject_of(words, noun)  # "says the law is unjust and plans to"
    for index in range(noun - 1, max(-1, noun - 4), -1):
        word = words.at(index)
        if word in POSSESSIVES:
            return Subject(index, index + 1, "first" if word in ("my", "our") else "third")
        if word in ("'s", "'", "’") and index:
            subject = subject_of(words, index)
            start = max(subject.start, index - 4)
            return Subject(start, index, kind_of(words, start, index))
        if word in _BOUNDARIES:
            break
        if word in language.CONCLUDED or word in _AUXILIARIES or is_past(words, index):
            return subject_of(words, index)
        if word in _WITH:
            verbs = (i for i in range(index - 1, max(0, index - _LONGEST_SUBJECT), -1) if is_past(words, i))
            return subject_of(words, next(verbs, index))  # "ended her speech with a pledge"
    return subject_of(words, max(0, noun - 1))


def _before_insertion(words: Words, end: int) -> int:
    """Go from a relative pronoun to what it stands for and over " – the nominee – " and " (Lab, Tarn) ".

    Of who is added in brackets only over the last: "Norrin (and Umber | )".
    """
    if (opening := before_brackets(words.lower, end)) < end:
        return end - 1 if words.at(opening + 1) == "and" else opening
    if words.at(end - 1) in ("who", "which", "that") and end > 1:
        end -= 1 + (words.at(end - 2) == ",")
    if words.at(end - 1) in _DASHES:
        for opening in range(end - 2, max(-1, end - 18), -1):
            if words.at(opening) in _DASHES and opening:
                return opening
    return end


def _is_boundary(words: Words, index: int) -> bool:
    """Whether a subject ends at a word, as not at the brackets of "Doe (Lab) and Roe" and "Norrin (and Umber)"."""
    if words.at(index) not in _BOUNDARIES or words.at(index + 1) != "and":
        return words.at(index) in _BOUNDARIES
    opening = before_brackets(words.lower, index + 1)
    named = opening <= index and all(map(words.capital, range(opening + 1, index)))
    return not (named or words.at(index) == "(")


def _joins_clauses(words: Words, index: int) -> bool:
    """Whether an "and" stands between clauses, not between names: a verb of this sentence comes before it."""
    word = words.at(index)
    if word in language.REPORTING or word in _AUXILIARIES:
        return not words.capital(index)
    if word != "and":
        return False
    for before in range(index - 1, max(-1, index - 13), -1):
        if words.at(before) in _AUXILIARIES:
            return True
        if words.at(before) in (",", ":", ";"):
            break
    return False


def _opening(words: Words, end: int) -> Subject:
    """The subject that an elliptic verb shares: that of the verb before it, else what opens the sentence."""
    for index in range(end - 1, max(0, end - 30), -1):
        if words.at(index) in _FINITE and words.at(index - 1) != ",":
            shared = subject_of(words, index) if words.at(index - 1) not in ("and", "or", "but") else None
            if shared and shared.kind not in ("none", "nobody") and not _is_claimed(words, shared, index):
                return shared
            break
    if words.at(end + 1) in _MODALS and (told := _told_clause(words, end)):
        stop = told + 1 if words.at(told) in PRONOUNS else _first_subject_end(words, told, end)
        if stop < end:
            return _subject(words, told, stop)
    start = _before_quotation(words, end)
    while start and words.at(start - 1) not in (";", ":", "—", "“", "”", '"'):
        start -= 1
    if words.at(start) in PRONOUNS:
        return _subject(words, start, start + 1)
    return _subject(words, start, _first_subject_end(words, start, end))


def _is_claimed(words: Words, thing: Subject, verb: int) -> bool:
    """Whether somebody tells what a thing is, who may then act: "claims the law is unjust and plans to"."""
    told_by = words.at(thing.start - 1 - (words.at(thing.start - 1) == "that"))
    claimed = told_by in language.REPORTING or told_by in _CLAIMING
    acts = thing.kind != "thing" and words.at(head_of(words, thing.start, thing.end)) not in language.DOCUMENTS
    return claimed and not acts and words.at(verb) not in _MODALS


def _told_clause(words: Words, end: int) -> int:
    """Where a clause begins that a verb of speech tells before a word: "told us that | his country never asked"."""
    that = next((i for i in range(end - 1, 1, -1) if words.at(i) == "that"), 0)
    told = not language.REPORTING.isdisjoint(words.lower[max(0, that - _TOLD) : that])
    return that + 1 if told else 0


def _first_subject_end(words: Words, start: int, end: int) -> int:
    """Where before a word a subject ends that begins a clause."""
    stop = start
    while stop < min(end, start + _LONGEST_SUBJECT) and not _ends_subject(words, stop):
        stop += 1
    return stop


def _before_quotation(words: Words, end: int) -> int:
    """Where the quotation begins that ends right before a word: "called it “a farce” | and said"."""
    if words.at(end - 1) not in ("”", '"'):
        return end
    return next((i for i in range(end - 2, 0, -1) if words.at(i) in ("“", '"')), end)


def _ends_subject(words: Words, index: int) -> bool:
    """Whether a subject that opens a sentence has ended at an index: a verb, an adverb, a mark, a weekday is there."""
    word = words.at(index)
    return (
        word in _AUXILIARIES
        or word in language.REPORTING
        or word in _BOUNDARIES
        or word in language.CUE_VERBS
        or word in language.ADVERBS
        or (word == "on" and words.at(index + 1).endswith("day"))
        or is_past(words, index)
    )


def is_past(words: Words, index: int) -> bool:
    """Whether the word at an index is a verb in the past tense, or its participle."""
    word = words.at(index)
    if words.capital(index) or words.at(index - 1) in _DETERMINERS:
        return False
    return word in _PAST or (word.endswith("ed") and len(word) > 4)


def _subject(words: Words, start: int, end: int) -> Subject:
    """The noun phrase that ends before `end`: after the last verb, without an adverbial that opens the clause."""
    if words.at(end - 1) in PRONOUNS:
        start = max(start, end - 1)
    for index in range(end - 1, start, -1):
        if is_past(words, index - 1):
            start = index
            break
    if words.at(start) == "and" and start + 1 < end:
        start += 1
    if words.at(start) in WHEN and words.at(start + 1) in _TIMES_NAMED and start + 2 < end:
        start += 2  # "this time the president", "last June the council"
        start += words.at(start - 1) in MONTHS and words.at(start).isdigit()  # "on March 17 the council"
    for index in range(start + 2, end):
        if words.at(index) in _DETERMINERS and words.at(index - 1) in DAYS:
            start = index  # "told the agency on Monday the two crews"
    if words.at(start) in PREPOSITIONS:
        opened = (
            i for i in range(start + 2, end) if words.at(i) in _DETERMINERS and words.at(i - 1) not in PREPOSITIONS
        )
        start = next(opened, start)
    while start + 1 < end and words.at(end - 1) in PREPOSITIONS:
        end -= 1
    while start + 1 < end and (
        words.at(start) == "and" or (words.at(start).endswith("ing") and not words.capital(start))
    ):
        start += 1
    return Subject(start, end, kind_of(words, start, end))


def head_of(words: Words, start: int, end: int) -> int:
    """The head of a noun phrase: the word before its first preposition, of "a number of ministers" the last."""
    for index in range(start + 1, end):
        if words.at(index) in _AFTER_HEAD:
            if words.at(index) == "of" and words.at(index - 1) in _PARTS and index + 1 < end:
                return head_of(words, index + 1, end)
            return index - 1
    return end - 1


def kind_of(words: Words, start: int, end: int) -> str:
    """The kind of a subject by its head."""
    if start >= end:
        return "none"
    head = head_of(words, start, end)
    last, word = words.at(end - 1), words.at(head)
    if last in language.FIRST or word in language.FIRST:
        return "first"
    if last in language.THIRD or word in language.THIRD:
        return "third"
    if last == "it":
        return "it"
    if last in language.NO_ACTOR or word in language.NO_ACTOR:
        return "nobody"
    singular = _singular(word)
    if word in language.ACTORS or singular in language.ACTORS:
        return "actor"
    if words.written[head].isupper() and len(word) > 1 and not words.sentence.isupper():
        return "actor"  # an acronym is a body's
    opens = head == 0 or words.at(head - 1) in _QUOTES
    if words.capital(head) and (not opens or end - start > 1 or word in COUNTRIES):
        return "name"
    if word in language.INANIMATE or singular in language.INANIMATE:
        return "thing"
    if _PERSON.match(word) and word not in _NO_PERSON:
        return "actor"
    if words.capital(head) and len(word) > 3 and (singular == word or word.endswith(_NO_PLURAL)):
        return "name"
    return "noun"


def _singular(word: str) -> str:
    """A noun without the ending of a plural."""
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") else word


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a verb and its auxiliary or infinitive: "also", "not", "quickly"."""
    return word in language.ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _VERBS_IN_LY)
