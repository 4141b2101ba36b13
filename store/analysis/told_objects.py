"""The object of a verb or noun that reports: what somebody asks for, rejects, praises, or calls something."""

from __future__ import annotations

from store.analysis.cues import (
    AUXILIARIES,
    CALLING,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    EVIDENCE,
    FINITE_AUXILIARIES,
    NOUNS_TOO,
    OBJECT_PRONOUNS,
    PARTICLES_OF,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    SEEING_AS,
    STANCE_VERBS,
    TELL,
    WITH_OBJECT,
    WITHOUT_THAT,
    WRITTEN,
    cue_kind,
    past_particle,
    verb_form,
)
from store.analysis.deeds import is_deed
from store.analysis.name_words import is_month
from store.analysis.noun_phrases import is_noun, is_past, phrase_after
from store.analysis.reporting import Cue
from store.analysis.sentence_words import QUOTED, Sentence
from store.analysis.subjects import begins_clause, is_time
from store.analysis.told import Told, before_subject, told_by
from store.analysis.told_ends import WHICH, goes_on_with_verb, past_whom

_AFTER_NOUN = frozenset("of to about for on against over in".split())
_IS = frozenset(("is", "was"))
_ADDRESSED = frozenset(
    """
    comments complaint letter memo message opposition remarks reply response speech statement statements testimony
    """.split()
)
"""Nouns after which "to" tells to whom."""
_ABOUT = frozenset(
    "spoke speaks speaking speak spoken talked talks talking talk complained complains complaining boast boasted "
    "boasting boasts brag bragged bragging brags warned warns joked".split()
)
_TOPICS = frozenset("about of against out".split())
_ASKED = frozenset("ask asked asking asks".split())
_BIDDING = frozenset(("if", "once", "when", ","))
"""Words before who is asked and does not ask: "when asked about"."""
_FINDING = frozenset("find finds found".split())
"""Verbs with which a study tells what it found."""
_LIKENING = frozenset(
    "compare compared compares comparing contrast contrasted contrasts liken likened likening likens".split()
)
_NO_OBJECT = frozenset("by to from at in into of on after before out up down back".split())
_TIMES = frozenset("during before after amid while when because as so".split())
_INSIDE = frozenset(("'s", "’s", "'", "’", "$", "€", "£", "%", "&", "-", "/"))
_OWN = frozenset("a an her his its their".split())
_BEGINS_OBJECT = _OWN | {"the"}
"""What begins the object of a verb, after which it is no adjective."""
_LEADS_TO_QUOTED = _BEGINS_OBJECT | {"as"}
_INCLUDING = frozenset("especially including particularly".split())
"""Words after a comma with which an object goes on."""
_SINCE = frozenset("earlier late later".split())
_GOES_ON = frozenset(("that", "'s", "’s"))
_OCCASION = frozenset("at during in on".split())
_WHERE_SAID = WRITTEN - {"paper", "sign", "note", "document", "column"} | frozenset(
    "briefing broadcast call conference diatribe forum hearing rally remarks ruling tweets".split()
)
"""Occasions on which something is said, and texts in which it stands."""
_NETWORKS = frozenset("facebook instagram telegram twitter weibo".split())


def told_object(sentence: Sentence, cue: Cue, k: int, end: int) -> Told | None:
    """The object of a reporting verb that begins at word `k` or with a preposition there, and ends at `end` at most."""
    assert cue.subject is not None
    lower, verb = sentence.lower, sentence.lower[cue.first]
    if verb in SEEING_AS and lower[k] == "as" and k == cue.last and _is_called(sentence, cue):
        return _object(sentence, k + 1, end, cue, 0.5, f"“{verb} as”")  # "what S described as a threat"
    about = _past_whom_about(sentence, verb, cue.last)
    if about and _begins_an_object(sentence, about):
        return _object(sentence, about, end, cue, 0.5, f"“{verb} about”")
    if cue.first + 1 < cue.last == past_particle(lower, cue.first):
        return _object(sentence, k, end, cue, 0.5, f"“{' '.join(lower[cue.first : k])}”")
    k += verb in _ABOUT and lower[k].endswith("ly") and k + 1 < len(sentence)
    if verb in PARTICLES_OF.get(lower[k], ()) or (verb in _ABOUT and lower[k] in _TOPICS):
        begins = k + 1 < end and _begins_an_object(sentence, k + 1)
        return _object(sentence, k + 1, end, cue, 0.5, f"“{verb} {lower[k]}”") if begins else None
    if is_deed(sentence, cue.first, cue.subject.stands_for or cue.subject.words, k):
        return None
    if verb in WITH_OBJECT and (lower[k] in PREPOSITIONS or lower[k] in OBJECT_PRONOUNS):
        return None  # "noted for its parks", "confirmed him as mayor"
    found = verb in _FINDING and not EVIDENCE.isdisjoint(lower[slice(*cue.subject.words)])
    if (verb in STANCE_VERBS or found or _sees_as(sentence, verb, k)) and _begins_an_object(sentence, k):
        return _object(sentence, k, end, cue, 0.5, f"“{verb}” before it")
    return None


def told_of_noun(sentence: Sentence, cue: Cue, k: int, end: int) -> Told | None:
    """What a preposition or "to" after a noun tells, before the verb whose subject it is: "S's plan to go failed"."""
    assert cue.subject is not None
    lower, noun = sentence.lower, sentence.lower[cue.first]
    k += lower[k] in DAYS and k + 1 < len(sentence)
    if lower[k] in _IS and lower[k + 1 : k + 2] == ["that"]:
        return told_by(sentence, ((k + 1, end),), cue, 0.6, f"“{noun} {lower[k]} that”")
    if lower[k] not in _AFTER_NOUN or k + 1 == len(sentence) or lower[k + 1] in DAYS:
        return None
    if lower[k] == "to" and (noun in _ADDRESSED or not may_be_infinitive(sentence, k + 1)):
        return None
    begin = k + (lower[k] != "to")
    if begins_clause(sentence, cue.subject.words[0]):
        verbs = (m for m in range(k + 2, end) if lower[m] in FINITE_AUXILIARIES or _may_be_past(sentence, m))
        end = next(verbs, end)
    return _object(sentence, begin, end, cue, 0.45, f"“{noun} {lower[k]}”")


def _is_called(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb tells what its clause calls something: "what S described as", "a port that S sees as"."""
    before = before_subject(sentence, cue)
    return before in ("what", "which") or (before == "that" and verb_form(sentence.lower[cue.first]) != "past")


def may_be_infinitive(sentence: Sentence, k: int) -> bool:
    """Whether a word after "to" may be a verb: "told residents to boil", not "the envoy to Norrin"."""
    return sentence.words[k][0].islower() and sentence.lower[k] not in DETERMINERS


def _may_be_past(sentence: Sentence, k: int) -> bool:
    """Whether word k may be the past of a verb whose subject ends before it, and is no adjective: "the recently"."""
    before = sentence.lower[k - 1]
    return is_past(sentence.lower[k]) and is_noun(sentence, k - 1) and before not in DETERMINERS


def _object(sentence: Sentence, begin: int, end: int, cue: Cue, confidence: float, why: str) -> Told | None:
    """The object that begins at a word and reaches to `end` at most."""
    if begin >= end:
        return None
    lower, verb = sentence.lower, sentence.lower[cue.first]
    last = min(end, _end_of_object(sentence, begin, called=verb in SEEING_AS))
    if cue.subject and cue.subject.stands_for:
        main = next((m for m in range(begin + 1, last) if lower[m] in FINITE_AUXILIARIES), last)
        last = main if CLAUSE_WORDS.isdisjoint(lower[begin:main]) else last  # "Women who oppose Orrin have left"
    if (verb in SEEING_AS or verb in CALLING) and sentence.words[last : last + 1] == [QUOTED]:
        while last > begin and lower[last - 1] in _LEADS_TO_QUOTED:
            last -= 1  # "called the plan a “disgrace”"
    return told_by(sentence, ((begin, last),), cue, confidence, why)


def _begins_an_object(sentence: Sentence, k: int) -> bool:
    """Whether what somebody asks for, rejects or praises may begin with word k."""
    low = sentence.lower[k]
    after = sentence.lower[k + 1] if k + 1 < len(sentence) else "."
    how = low.endswith("ly") and sentence.words[k][0].islower() and not (after[0].isdigit() or after[0] in "$€£")
    that = low == "that" and sentence.lower[k - 1] in WITHOUT_THAT - NOUNS_TOO
    other = (low == "such" and after == "as") or low in CLAUSE_WORDS or low in AUXILIARIES or low in _NO_OBJECT
    return that or not (other or how or _leads_to_time(sentence, k))


def _past_whom_about(sentence: Sentence, verb: str, k: int) -> int:
    """Where begins what somebody is asked or told about: "asked about the dam", "told the court about it"; else 0."""
    asks = verb in _ASKED and sentence.lower[k - 2] not in _BIDDING
    if not asks and verb not in TELL:
        return 0
    lower = sentence.lower
    whom = past_whom(sentence, k)
    return whom + 1 if lower[whom : whom + 1] == ["about"] and whom + 1 < len(sentence) else 0


def _sees_as(sentence: Sentence, verb: str, k: int) -> bool:
    """Whether "as" or "to" tells what somebody sees in the object at word k: "sees it as a chance", "likens it to"."""
    end = phrase_after(sentence, k)
    if verb in _LIKENING:
        to = not {"to", "with"}.isdisjoint(sentence.lower[k + 1 : end + 1])
        return k < end and to and QUOTED not in sentence.words[end : end + 8]
    return verb in SEEING_AS and k < end and sentence.lower[end : end + 1] == ["as"]


def _leads_to_time(sentence: Sentence, k: int) -> bool:
    """Whether a preposition at word k tells when: "planned for 16 November", and not "called for 16 ships"."""
    if sentence.lower[k] not in PREPOSITIONS:
        return False
    at = next((m for m in range(k + 1, len(sentence)) if not sentence.words[m].isdigit()), k)
    return sentence.lower[at] in DAYS or is_month(sentence, at)


def _end_of_object(sentence: Sentence, k: int, *, called: bool = False) -> int:
    """Where an object ends: before a comma, a dash, a time or a second verb, or in what or when it is said.

    What somebody is `called` goes on after "as": "described the talks as useful".
    """
    lower, words = sentence.lower, sentence.words
    for m in range(k + 1, len(words)):
        following = lower[m + 1] if m + 1 < len(words) else ""
        if words[m] == "," and following in _INCLUDING and m > k + 1:
            continue
        thousands = words[m] == "," and words[m - 1].isdigit() and following.isdigit()
        listed = words[m] == "," and _lists(sentence, m)
        if not (words[m][0].isalnum() or thousands or listed or words[m] in _INSIDE):
            return m
        if (
            (lower[m] in _TIMES and not (called and lower[m] == "as" and _tells_role(sentence, m)))
            or (lower[m] == "on" and following in DAYS)
            or (lower[m] in DAYS and lower[m - 1] != "’s")
            or (_tells_occasion(sentence, m) and not (called and "as" in lower[m : m + 8]))
        ):
            return m
        if lower[m] in ("and", "but") and (
            following in AUXILIARIES or (cue_kind(following) and verb_form(following) != "base")
        ):
            return m
        if lower[m] == "and" and following in DETERMINERS and _speaks(sentence, phrase_after(sentence, m + 1)):
            return m
        if lower[m] in ("and", "but") and is_past(following) and not _BEGINS_OBJECT.isdisjoint(lower[m + 2 : m + 3]):
            return m  # "praised the plan and signed the letter"
    return len(words)


def _speaks(sentence: Sentence, k: int) -> bool:
    """Whether word k is a verb of speech by its form: "praised the deal and the mayor said"."""
    low = sentence.lower[k] if k < len(sentence) else ""
    return cue_kind(low) == "say" and verb_form(low) in ("past", "third") and low not in NOUNS_TOO


def _tells_role(sentence: Sentence, k: int) -> bool:
    """Whether "as" at word k tells what somebody is called: "as a threat", "as useful", and not "as he left"."""
    if k + 1 == len(sentence) or QUOTED in sentence.words[k + 1 : k + 4]:
        return False
    end, low = phrase_after(sentence, k + 1), sentence.lower[k + 1]
    if cue_kind(low) and verb_form(low) == "ing":
        return False  # "cited the mayor as saying"
    clause = low in PERSON_PRONOUNS or (end > k + 1 and goes_on_with_verb(sentence, end))
    return low in ("a", "an", "one") or not clause


def _tells_occasion(sentence: Sentence, k: int) -> bool:
    """Whether at word k begins in what or when something is said: "in a statement", "in July", "last week"."""
    lower, words = sentence.lower, sentence.words
    if k + 1 == len(words):
        return False
    which = k + (lower[k] in _SINCE)
    if lower[which] in WHICH and which + 1 < len(words):
        return is_time(lower[which + 1]) and _GOES_ON.isdisjoint(lower[which + 2 : which + 3])
    if lower[k] not in _OCCASION:
        return False
    if lower[k] == "in" and is_month(sentence, k + 1):
        return True
    end = phrase_after(sentence, k + 1)
    own = (lower[k + 1] in _OWN or lower[k + 1] in WHICH) and (end == len(words) or lower[end] != "that")
    return lower[k + 1] in _NETWORKS or (own and _WHERE_SAID.intersection(lower[k + 2 : end]) != set())


def _lists(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands inside a list that "and" ends: "a quack, fake and charlatan"."""
    for m in range(comma + 1, min(comma + 5, len(sentence) - 1)):
        if sentence.lower[m] in ("and", "or"):
            return m > comma + 1 and is_noun(sentence, m + 1)
        if not is_noun(sentence, m):
            return sentence.words[m] == "," and m > comma + 1 and _lists(sentence, m)
    return False
