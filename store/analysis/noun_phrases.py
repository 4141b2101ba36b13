"""The noun phrases beside a verb.

There is no tagger here: a noun phrase ends where a word that no noun phrase holds begins.
"""

from __future__ import annotations

from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    GERMAN_FINITE,
    NOUNS_TOO,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    cue_kind,
    verb_form,
)
from store.analysis.name_words import is_month, is_name_word, is_surname, joins_name
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import BODY_WORDS, COLLECTIVE, GENITIVES, PEOPLE, POWERS, TITLES
from store.analysis.sentence_words import QUOTED, Sentence

POSSESSIVE = frozenset(("'s", "’s", "’", "'"))
"""What stands after the name of an owner."""
_BEFORE_NUMBER = frozenset("'s ’s the these those".split())
"""What another determiner may follow in one phrase: "the two", "the mayor’s three"."""
_NAMELESS = DETERMINERS | {"'s", "’s"}
NOUNS_IN_ED = frozenset("bed breed creed deed feed greed need seed shed speed steed weed".split())
_OBJECT = frozenset("the a an his her its their".split())
"""What begins the object of a participle."""
_PAST = frozenset(
    "arose became began bought broke brought built came caught chose drank drew drove ate fell flew forgot fought "
    "froze gave grew heard held hid kept knew lost made meant met overcame paid ran rang rode sang sank sat sent "
    "shook slept sold spent stole stood struck swam swept taught threw took tore undertook went withdrew withstood "
    "woke won wore wrote".split()
)
"""Irregular pasts that are no nouns, and no adjectives but after an article."""
OF_ADVERBS = ("ably", "ically", "edly", "ently", "fully", "ively", "onally", "ously")
"""Ends of adverbs, which names seldom have."""
_REGIONS = frozenset("central downtown eastern nearby neighbouring northern rural southern western".split())
_ONE = frozenset(("a", "an", "one", "another"))
_GOING_ON = frozenset("for at from with to".split())
"""Prepositions with which a noun phrase goes on, as with "of"."""
_OF_A_BODY = frozenset("of for at from with".split())
_ENVOYS = frozenset("ambassador envoy adviser advisor aide representative close candidate".split())
"""Nouns after which "to" tells to whom."""
WITHIN = DETERMINERS - CLAUSE_WORDS | {"of", "for", "at", "in"}
"""What may stand inside a noun phrase beside its nouns."""
_BODIES = frozenset(
    "broadcaster channel charity newspaper newswire outlet paper podcast portal program programme radio station "
    "tabloid website".split()
)
_SEVERAL = frozenset(low for low in COLLECTIVE - DETERMINERS if not cue_kind(low)) - {"states"}
"""Nouns for those who speak together, also after a name: "Malvian authorities"."""
_NO_NOUNS = (
    PREPOSITIONS | CLAUSE_WORDS | AUXILIARIES | PERSON_PRONOUNS | ADVERBS | OBJECT_PRONOUNS | DAYS | {"not", "to"}
)
"""Words that stand in no noun phrase."""
PHRASE = 12
"""Words that a noun phrase has at most."""


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
        low in _NO_NOUNS
        or _is_verb(sentence, k)
        or (is_past(low) and sentence.lower[max(0, k - 1)] in PERSON_PRONOUNS)
        or sentence.lower[max(0, k - 1)] == "who"  # a verb: "who owns Pier 7"
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
    whole, k = k, _from_name(sentence, k, end)
    bodied = lower[k - 1] in _BODIES or not BODY_WORDS.isdisjoint(lower[k - 1 : end])
    if whole < k and bodied and (before := _member(sentence, whole, least)) < whole:
        return before
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


def _member(sentence: Sentence, first: int, least: int) -> int:
    """Where the name begins of who is of the body at word `first`: "Doe of the group Harbour Now"; else `first`."""
    words, lower = sentence.words, sentence.lower
    if first - 2 < least or lower[first - 1] not in _OF_A_BODY:
        return first
    begin = phrase_before(sentence, first - 1, max(least, first - 1 - PHRASE))
    named = begin < first - 1 and is_name_word(words[first - 2]) and is_name_word(words[begin])
    opens = begin == 0 or not words[begin - 1][0].isalnum() or lower[begin - 1] in CLAUSE_WORDS
    return begin if named and opens else first


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


def past_small_nouns(sentence: Sentence, name: int) -> int:
    """Where the small nouns begin that tell what is named at a word: "retired teacher Doe"; the word without any."""
    begin = name
    while begin > 0 and sentence.words[begin - 1].islower() and is_noun(sentence, begin - 1):
        if sentence.lower[begin - 1] in DETERMINERS or sentence.lower[begin - 1].endswith("ing"):
            break
        begin -= 1
    return begin


def whole_phrase(sentence: Sentence, name: int) -> int:
    """Where the noun phrase begins that the name at word `name` only ends: "research firm Velmo"."""
    lower, begin = sentence.lower, name
    if not is_name_word(sentence.words[name]):
        return name
    while begin > 0 and name - begin < PHRASE:
        low = lower[begin - 1]
        of_a_body = low.endswith("ing") and lower[begin] in BODY_WORDS  # "rating agency"
        if not (is_noun(sentence, begin - 1) or low in WITHIN or of_a_body):
            break
        begin -= 1
    while begin < name and lower[begin] in WITHIN - DETERMINERS:
        begin += 1
    return begin


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
    return preposition == "to" and (head in _ENVOYS or head in POWERS)


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
        if low[-2:] == "ly" and k > start and _acts(lower[k - 1]) and _tells_how(sentence, k + 1):
            break  # "The man allegedly hit"
        inside = k > start and low in ADVERBS and lower[k - 1] in _ONE  # "a further 45 ships"
        if is_noun(sentence, k) or inside or (k == start and low in DETERMINERS):
            if named and words[k][0].islower() and not (_goes_on_to_name(sentence, k) or lower[start] in _ONE):
                break
            if (named and low in GERMAN_FINITE) or (k > start and _goes_on_as_verb(sentence, k)):
                break
            named = is_name_word(words[k]) and words[k][-1] not in ".’'" and low not in _NAMELESS
            k += 1
        elif k > start and (_governs(sentence, k, named) or (low == "and" and _joins(sentence, k, named))):
            named = False
            k += 1
        else:
            break
    while k > start and (lower[k - 1] in _GOING_ON or lower[k - 1] in ("of", "and", "the") or _tells_how(sentence, k)):
        k -= 1
    return k


def _tells_how(sentence: Sentence, end: int) -> bool:
    """Whether the word before word `end` is surely an adverb, and no part of a noun phrase: "The man allegedly"."""
    return sentence.lower[end - 1].endswith(OF_ADVERBS) and sentence.words[end - 1].islower()


def _acts(low: str) -> bool:
    """Whether a word in lower case tells of somebody or a body."""
    return low in PEOPLE or tells_who(low)


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
        noun = noun and not before.endswith("ly") and low not in NOUNS_IN_ED
        following = sentence.lower[k + 1] if k + 1 < len(sentence) else "."
        last = following in PREPOSITIONS or following in DETERMINERS or not following[0].isalnum()
        actor = (before in BODY_WORDS or before in COLLECTIVE) and following not in TITLES
        sure = actor or following in ("and", "that", "to")
        return noun and (last or sure)
    following = sentence.lower[k + 1] if k + 1 < len(sentence) else "."
    acts = following in _OBJECT or (following in PREPOSITIONS and before in PEOPLE)  # "one man wandering through"
    return low.endswith("ing") and before not in DETERMINERS and acts


def _governs(sentence: Sentence, k: int, named: bool) -> bool:
    """Whether word k is a preposition that goes on with a noun phrase, after a name only with one that has a title."""
    lower = sentence.lower
    goes_on = lower[k] == "of" or (
        lower[k] in _GOING_ON and (not named or lower[k - 1] in TITLES or lower[k - 1] in POWERS)
    )
    return goes_on and k + 1 < len(sentence) and is_noun(sentence, k + 1)


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
    if joins_name(sentence, k) or lower[k] in ("'s", "’s") or tells_who(lower[k]):
        return True
    for m in range(k, min(k + 3, len(sentence))):
        adverb = lower[m].endswith("ly") and not tells_who(lower[m])
        verb = is_past(lower[m]) and not any(map(tells_who, lower[m + 1 : m + 2]))
        if adverb or verb or not is_noun(sentence, m) or lower[m] in DETERMINERS:
            return False
        if words[m][0].isupper():
            return m > k
        if tells_who(lower[m]):
            return True
    return False


def tells_who(low: str) -> bool:
    """Whether a word in lower case tells what somebody or a body is."""
    return low in TITLES or low in BODY_WORDS or low in _SEVERAL or low in _BODIES
