"""Sentences as words, each quotation in them being one word, and the noun phrases beside a verb.

There is no tagger here: a noun phrase ends where a word that no noun phrase holds begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    GERMAN_FINITE,
    MONTH_NAMES,
    NOUNS_TOO,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    cue_kind,
    verb_form,
)
from store.analysis.datelines import slug_end
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.quotations import Quotation
from store.analysis.roles import ABBREVIATED, BODY_WORDS, COLLECTIVE, GENITIVES, PARTICLES, TITLES
from store.analysis.sentences import mark_end, sentence_spans
from store.model import Span

QUOTED = "\ue000"
"""Stands for a quotation among the words of a sentence."""
_MONTHS_TOO = frozenset("may march april june august jan mar jun".split())
_BEFORE_MONTH = frozenset(
    "in of since until till by last next this early late mid from between and through before after".split()
)
POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
"""What stands after the name of an owner."""
_ARTICLES = frozenset(("der", "des", "den"))
"""Particles that are only so after another: "von der"."""
_PORTUGUESE = frozenset("da das do dos".split())
_BEFORE_NUMBER = frozenset("'s ’s the these those".split())
"""What another determiner may follow in one phrase: "the two", "the mayor’s three"."""
_NAMELESS = DETERMINERS | {"'s", "’s"}
_NOUNS_IN_ED = frozenset("bed breed creed deed feed greed need seed shed speed steed weed".split())
_OBJECT = frozenset("the a an his her its their".split())
"""What begins the object of a participle."""
_PAST = frozenset(
    "became began bought brought built came caught chose drew drove fought gave grew heard held hid kept knew lost "
    "made met paid ran sent sold spent struck taught threw took went withdrew won wore".split()
)
"""Irregular pasts that are no nouns, and no adjectives but after an article."""
_REGIONS = frozenset("central downtown eastern nearby neighbouring northern rural southern western".split())
_ONE = frozenset(("a", "an", "one", "another"))
_TERMINAL = frozenset(".!?…。！？")
_WORD = re.compile(
    QUOTED
    + r"+(?:[.!?…。！？]”)?"
    + r"|(?:[^\W\d_]\.){2,8}"
    + r"|\b(?:"
    + "|".join(sorted(ABBREVIATED, key=len, reverse=True))
    + r")\."
    + r"|(?-i:\b[A-Z]\.(?=\s?[A-Z]))"
    + r"|[’']s\b"
    + r"|[^\W_]+(?:[-‐.&/][^\W_]+|[’'](?!s\b)[^\W_]+){0,12}"
    + r"|--|[^\w\s]",
    re.IGNORECASE,
)
_SPEAKS_NEXT = re.compile(r"[\s,–—-]{0,4}(?:[\w’'.-]{1,24}\s{1,2}){0,5}?([a-zà-ÿа-яё]{3,14})\b")
LONGEST = 160
"""Words from which a sentence is cut, so that what is looked for in it stays quick."""
PHRASE = 12
"""Words that a noun phrase has at most."""


@dataclass(slots=True)
class Sentence:
    """One sentence. `words[k]` stands at [starts[k], ends[k]); if it is `QUOTED`, `quoted[k]` numbers the quotation."""

    start: int
    end: int
    paragraph: int
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quoted: dict[int, int] = field(default_factory=dict)
    headline: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The characters of the words [first, last)."""
        return self.starts[first], self.ends[last - 1]


def split(text: str, quotations: Sequence[Quotation]) -> list[Sentence]:
    """Return the sentences of a text, in order. A quotation inside a sentence does not divide it."""
    masked = _masked(text, quotations)
    starts = [quotation.start for quotation in quotations]
    sentences = []
    paragraph, reached = 0, 0
    for begin, high in sentence_spans(masked):
        low = mark_end(masked, slug_end(masked, begin))
        paragraph += masked.find("\n", reached, low) >= 0
        reached = low
        spans = [found.span() for found in _WORD.finditer(masked, low, high)]
        for first in range(0, max(len(spans), 1), LONGEST):
            some = spans[first : first + LONGEST]
            cut = first + LONGEST < len(spans)
            sentence = Sentence(some[0][0] if first else low, some[-1][1] if cut else high, paragraph)
            _read(sentence, masked, some, starts)
            sentence.headline = not cut and _is_headline(sentence.words)
            if "He" in sentence.words and not sentence.headline:
                _tell_surnames(sentence)
            sentences.append(sentence)
    return sentences


def _read(sentence: Sentence, masked: str, spans: Sequence[Span], quotations: Sequence[int]) -> None:
    """Take the words at some spans of a masked text, and which of the quotations that begin at offsets they hold."""
    for k, (start, end) in enumerate(spans):
        word = masked[start:end]
        if word[0] == QUOTED:
            sentence.quoted[k] = bisect_left(quotations, start)
            word = QUOTED
        sentence.words.append(word)
    sentence.lower = [word.lower() for word in sentence.words]
    sentence.starts = [start for start, _ in spans]
    sentence.ends = [end for _, end in spans]


def _tell_surnames(sentence: Sentence) -> None:
    """Set what is the Chinese surname He apart from the pronoun: a capital follows, as in "He Lifeng"."""
    for k, word in enumerate(sentence.words[:-1]):
        following = sentence.words[k + 1]
        given = following[0].isupper() and following[1:].islower() and following.split("-")[0][1:].isalpha()
        if word == "He" and given and following.lower() not in DAYS:
            sentence.lower[k] = "he·"


def _is_headline(words: list[str]) -> bool:
    """Whether nearly every long word begins with a capital, as in a title, and no verb of speech is written small."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(long) < 4 or sum(word[0].isupper() for word in long) < 0.85 * len(long):
        return False
    return not any(word == QUOTED or (word[0].islower() and cue_kind(word)) for word in words)


def _masked(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with every quotation filled with `QUOTED`, but for a full stop that ends the sentence around it."""
    parts, reached = [], 0
    for quotation in quotations:
        parts.append(text[reached : quotation.start])
        size = quotation.end - quotation.start
        last = text[quotation.end - 3 : quotation.end - 1].rstrip()[-1:] if quotation.closed and size > 3 else ""
        if last in _TERMINAL and last and not (last in "?!…" and _is_attributed(text, quotation.end)):
            parts.append(QUOTED * (size - 2) + last + "”")
        else:
            parts.append(QUOTED * size)
        reached = quotation.end
    parts.append(text[reached:])
    return "".join(parts)


def _is_attributed(text: str, end: int) -> bool:
    """Whether the words after a quotation that ends with ? or ! soon hold a verb of speech."""
    found = _SPEAKS_NEXT.match(text, end, end + 80)
    while found:
        if cue_kind(found[1]) == "say":
            return True
        following = found.end(1)
        if following - end > 60:
            return False
        found = re.compile(r"\s{1,2}(?:[A-Z][\w’'.-]{0,24}\s{1,2}){0,3}([a-zà-ÿа-яё]{2,14})\b").match(
            text, following, end + 80
        )
    return False


def is_name_word(word: str) -> bool:
    """Whether a word is written as a part of a name."""
    return word[0].isupper() or (word[0].islower() and len(word) > 2 and word[:2] in ("al", "el") and "-" in word[2:3])


def joins_name(sentence: Sentence, k: int) -> bool:
    """Whether word k is a small one inside a name: "van", "d’Almeida", "von und zu", "dos Santos e Silva"."""
    words = sentence.words
    return (
        (words[k] in PARTICLES and (words[k] not in _ARTICLES or sentence.lower[k - 1] in PARTICLES))
        or is_elided(words[k])
        or (words[k] == "und" and k > 0 and words[k - 1] in PARTICLES)
        or (words[k] == "e" and k > 1 and words[k - 2] in _PORTUGUESE)
    )


def is_elided(word: str) -> bool:
    """Whether a word is a name with a particle that has lost its vowel: "d’Almeida"."""
    return word[:2] in ("d'", "d’") and word[2:3].isupper()


def is_month(sentence: Sentence, k: int) -> bool:
    """Whether a word is a month and not Theresa May or Jan Doe: a number or preposition stands beside those."""
    low = sentence.lower[k]
    if low not in MONTH_NAMES:
        return False
    if low not in _MONTHS_TOO:
        return True
    beside = [*sentence.lower[k - 1 : k], *sentence.lower[k + 1 : k + 2]]
    return any(word.isdigit() for word in beside) or (k > 0 and beside[0] in _BEFORE_MONTH)


def is_surname(sentence: Sentence, k: int) -> bool:
    """Whether May or Will, as the first word of a sentence, is a person: a verb of speech or an apostrophe follows."""
    following = sentence.lower[k + 1] if k + 1 < len(sentence) else ""
    return bool(cue_kind(following)) or following in ("'s", "’s", "has", "had", "was", "is")


def is_noun(sentence: Sentence, k: int) -> bool:
    """Whether a word may stand inside a noun phrase, as far as its look says."""
    word, low = sentence.words[k], sentence.lower[k]
    if word == QUOTED or not (word[0].isalnum()):
        return low in ("'s", "’s", "&") or (low in ("’", "'") and k > 0 and sentence.lower[k - 1].endswith("s"))
    if word in ("May", "Will") and k == 0:
        return is_surname(sentence, k)
    if word[0].isupper() and k > 0 and low != "i":
        return low not in DAYS and not is_month(sentence, k)
    return not (
        low in PREPOSITIONS
        or low in CLAUSE_WORDS
        or low in AUXILIARIES
        or low in PERSON_PRONOUNS
        or low in ADVERBS
        or low in OBJECT_PRONOUNS
        or low in DAYS
        or low == "not"
        or low == "to"
        or _is_verb(sentence, k)
        or (is_past(low) and sentence.lower[max(0, k - 1)] in PERSON_PRONOUNS)
    )


def _is_verb(sentence: Sentence, k: int) -> bool:
    """Whether a word is a known verb in a form that is not also a noun or adjective here."""
    low = sentence.lower[k]
    if not cue_kind(low) or sentence.words[k][0].isupper():
        return False
    before = sentence.lower[k - 1] if k else ""
    form = verb_form(low)
    if form in ("base", "third"):
        return not (before in DETERMINERS or before in ("'s", "’s", "of") or low in NOUNS_TOO)
    return before not in ("the", "a", "an", "his", "her", "their", "its")


def phrase_before(sentence: Sentence, end: int, least: int = 0) -> int:
    """Where the noun phrase begins whose last word is end - 1; `end` itself where there is none."""
    lower, k = sentence.lower, end
    while k > least and end - k < PHRASE and (is_noun(sentence, k - 1) or (lower[k - 1] == "her" and k < end)):
        k -= 1
        if lower[k] in DETERMINERS and not (k > least and lower[k - 1] in _BEFORE_NUMBER):
            break
    while k < end and (lower[k] in POSSESSIVE or lower[k] == "&"):
        k += 1
    if k == end:
        return end
    k = _from_name(sentence, k, end)
    # "a spokesman for the ministry", "Mr. Doe of the club", "officials in Washington"
    if (
        k - 2 >= least
        and lower[k - 1] in ("of", "for", "at", "from", "in", "with", "on", "to", "by")
        and end - k < PHRASE
    ):
        before = phrase_before(sentence, k - 1, max(least, k - 1 - PHRASE))
        if before < k - 1 and _takes(sentence, before, k - 1, lower[k - 1]):
            return before
    return k


def _from_name(sentence: Sentence, first: int, end: int) -> int:
    """Where a phrase that ends in a name begins: "In a radio interview Doe" has no part of the interview in it."""
    words, lower = sentence.words, sentence.lower
    name = end
    while name > first and (is_name_word(words[name - 1]) or (joins_name(sentence, name - 1) and name < end)):
        name -= 1
    if name in (first, end):
        return first
    before = lower[name - 1]
    if (
        before in DETERMINERS
        or before in TITLES
        or before in POSSESSIVE
        or before in GENITIVES
        or before in ("&", "former")
        or before in _REGIONS
        or before.endswith(("ian", "can", "ese"))
    ):
        return first
    if not any(low in TITLES or low == "former" for low in lower[first:name]):
        return name
    return first


def _takes(sentence: Sentence, first: int, last: int, preposition: str) -> bool:
    """Whether a noun phrase may go on with a preposition, so that its head is the speaker."""
    if preposition == "of":
        return True
    head = sentence.lower[last - 1]
    if preposition == "for" and (head in TITLES or sentence.lower[last - 2 : last] == ["of", "state"]):
        return True
    if preposition == "with" and head in ("familiar", "close"):
        return True
    if preposition in ("for", "at", "from", "with", "in"):
        common = not is_name_word(sentence.words[last - 1]) or (last == 1 and head in COLLECTIVE)
        return common and (
            head.endswith(("s", "man", "men", "woman", "women", "er", "or", "ent", "person", "people", "ist"))
        )
    return preposition == "to" and head in (
        "ambassador",
        "envoy",
        "adviser",
        "advisor",
        "aide",
        "representative",
        "close",
        "candidate",
    )


def phrase_after(sentence: Sentence, start: int) -> int:
    """Where the noun phrase ends that begins with word `start`; `start` itself where there is none."""
    lower, words, k = sentence.lower, sentence.words, start
    size = len(sentence)
    if k < size and lower[k] in PERSON_PRONOUNS:
        return k + 1
    named = False
    while k < size and k - start < PHRASE:
        low = lower[k]
        if (
            low in DETERMINERS
            and k > start
            and words[k][0].islower()
            and lower[k - 1] not in ("of", "for", "all", "both", "at", "and", "from", "with", "to", "the")
        ):
            break
        if is_noun(sentence, k) or (k == start and low in DETERMINERS):
            if named and words[k][0].islower() and not (_goes_on_to_name(sentence, k) or lower[start] in _ONE):
                break
            if (named and low in GERMAN_FINITE) or (k > start and _goes_on_as_verb(sentence, k)):
                break
            named = is_name_word(words[k]) and words[k][-1] not in ".’'" and low not in _NAMELESS
            k += 1
        elif (
            k > start
            and k + 1 < size
            and (
                low == "of"
                or (low in ("for", "at", "from", "with", "to") and not (named and lower[k - 1] not in TITLES))
            )
            and is_noun(sentence, k + 1)
        ) or (k > start and low == "and" and _joins(sentence, k, named)):
            named = False
            k += 1
        else:
            break
    while k > start and lower[k - 1] in ("of", "for", "at", "from", "with", "to", "and", "the"):
        k -= 1
    return k


def is_past(low: str) -> bool:
    """Whether a word in lower case may be the past of a verb."""
    return low.endswith("ed") or low in _PAST


def _goes_on_as_verb(sentence: Sentence, k: int) -> bool:
    """Whether a word after a noun is a verb: "ministers wrapped", "a ministry issued", "deputies chairing talks"."""
    low, before = sentence.lower[k], sentence.lower[k - 1]
    if not sentence.words[k][0].islower():
        return False
    if low in _PAST:
        return before not in _NAMELESS and before[0].isalpha()
    if low.endswith("ed"):
        noun = before.isalpha() and len(before) > 2 and sentence.words[k - 1] not in _NAMELESS | NUMBERS.keys()
        noun = noun and not before.endswith("ly") and low not in _NOUNS_IN_ED
        following = sentence.lower[k + 1] if k + 1 < len(sentence) else "."
        last = following in PREPOSITIONS or following in DETERMINERS or not following[0].isalnum()
        actor = (before in BODY_WORDS or before in COLLECTIVE) and following not in TITLES
        sure = actor or following in ("and", "that", "to")
        return noun and (last or sure)
    return low.endswith("ing") and before not in DETERMINERS and not _OBJECT.isdisjoint(sentence.lower[k + 1 : k + 2])


def _joins(sentence: Sentence, k: int, named: bool) -> bool:
    """Whether "and" joins two names, or two roles of one named after them: "MP and former minister Ivo Sandrel"."""
    words, lower = sentence.words, sentence.lower
    if named and k + 1 < len(words) and is_name_word(words[k + 1]):
        return True
    name = next((m for m in range(k + 1, min(k + 5, len(words))) if words[m][0].isupper()), k + 1)
    return name > k + 1 and lower[k - 1] in TITLES and all(is_noun(sentence, m) for m in range(k + 1, name))


def _goes_on_to_name(sentence: Sentence, k: int) -> bool:
    """Whether small words after a name belong to its phrase: "Doe campaign manager Ann Roe", "the Doe campaign"."""
    words, lower = sentence.words, sentence.lower
    if joins_name(sentence, k) or lower[k] in ("'s", "’s") or lower[k] in TITLES or lower[k] in BODY_WORDS:
        return True
    for m in range(k, min(k + 3, len(sentence))):
        if not is_noun(sentence, m) or lower[m] in DETERMINERS:
            return False
        if words[m][0].isupper():
            return m > k
        if lower[m] in TITLES or lower[m] in BODY_WORDS:
            return True
    return False
