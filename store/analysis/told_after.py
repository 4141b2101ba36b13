"""Indirect speech after its verb: "S said …", with or without "that", "S promised to …", "S spoke of …"."""

from __future__ import annotations

from dataclasses import replace

from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_VERBS,
    CLAUSE_WORDS,
    CLOSING_VERBS,
    DAYS,
    DETERMINERS,
    FEELING,
    FINITE_AUXILIARIES,
    LISTENERS,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    PROMISING,
    STANCE_VERBS,
    TELL,
    TELLING,
    TO_VERBS,
    WITHOUT_THAT,
    cue_kind,
    verb_form,
)
from store.analysis.deeds import is_silence
from store.analysis.name_words import is_month, is_name_word
from store.analysis.noun_phrases import POSSESSIVE, is_noun, is_past, phrase_after, whole_phrase
from store.analysis.reporting import Cue
from store.analysis.roles import BODY_WORDS, COLLECTIVE, is_title
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import DASHES, QUOTED, Sentence
from store.analysis.subject_before_verb import RELATIVE
from store.analysis.subjects import leads_up
from store.analysis.told import LEAST, Told, before_subject, told_by
from store.analysis.told_ends import (
    end_of_aside,
    end_of_infinitive,
    end_of_lead,
    end_of_relative,
    end_of_told,
    has_verb_after,
    opens,
    past_inserted,
    past_whom,
)
from store.analysis.told_objects import may_be_infinitive, told_object, told_of_noun

_OTHERS = frozenset("accusations allegations charges claims complaints reports rumors rumours suggestions".split())
"""What others say: "pleaded not guilty to charges that he took bribes"."""
_PARTS_OF_DAY = frozenset("afternoon evening morning night".split())
_CONDITIONS = frozenset("although as because if once since though unless until when whereas while".split())
"""What begins a clause that leads up to another."""
_BEGIN_CLAUSES = _CONDITIONS | frozenset("all both each only just".split())
"""Adverbs with which what was said may begin."""
_ADDING = frozenset("add added adding adds".split())
_THINKING = frozenset("decide decided decides feel feels felt find finds found show showed shows".split())
"""Verbs that a clause follows without "that" where it tells who acts: "records show he paid"."""
_LONGEST_WHEN = 6
_SPEAKING = frozenset("he she they we".split())
_BESIDE = frozenset("a each early last late later next of then this to".split())
"""Words beside prepositions and adverbs with which begins how, when or where something is said."""
_ASKING = frozenset("ask asked asking asks instruct instructed instructing instructs ordered ordering".split())
"""Verbs that name whom they bid to do something: "asked the court to wait"."""
_LEADING = frozenset(
    """
    accusing acknowledging admitting alleging announcing asserting attacking believing blaming branding
    calling citing claiming complaining condemning confirming contending criticising criticizing declaring defending
    denouncing denying deriding describing dismissing emphasising emphasizing explaining fearing hailing hoping
    insisting labelling labeling noting praising predicting promising rejecting saying slamming stating stressing
    suggesting telling urging vowing warning
    """.split()
)
"""Participles with which a sentence begins that tells what its subject says: "Calling the vote unfair, S left"."""
QUESTIONS = frozenset("whether how why what who".split())


def told_after(sentence: Sentence, cue: Cue, cues: list[Cue]) -> Told | None:
    """What follows "S said", with or without "that", or "S promised to"."""
    told = _told_after(sentence, cue, cues)
    if told is None:
        return None
    first, last = told.content[-1]
    end = min(last, end_of_aside(sentence, cues, cue), end_of_lead(sentence, cue))
    return replace(told, content=(*told.content[:-1], (first, end))) if end - first >= LEAST else None


def _told_after(sentence: Sentence, cue: Cue, cues: list[Cue]) -> Told | None:
    """The same, where no aside ends before it."""
    assert cue.subject is not None
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    if cue.inverted or lower[cue.first] == "according":
        return None
    if cue.subject.words[1] > cue.first and not _leads_up_to(sentence, cue):
        return None
    verb = lower[cue.first]
    k = cue.last
    if k >= size or _has_quoted(sentence, cue):
        return None
    if begin := _after_as(sentence, cue):
        return told_by(sentence, ((begin, end_of_told(sentence, cues, begin)),), cue, 0.75, f"“as … {verb}” before it")
    end = end_of_told(sentence, cues, k)
    if sentence.headline:
        return told_by(sentence, ((k, end),), cue, 0.6, "headline")
    limit = min(size, k + 9)
    that = next((m for m in range(k, limit) if lower[m] == "that" or _opens_speech(sentence, verb, m)), -1)
    if that >= 0 and words[that] != QUOTED and verb not in WITHOUT_THAT and _leads_to_that(sentence, cue, k, that):
        return told_by(sentence, ((that, end_of_told(sentence, cues, that + 1)),), cue, 0.85, f"“{verb} that”")
    if cue.noun:
        return told_of_noun(sentence, cue, k, end)
    if lower[k] == "to" and verb in TO_VERBS:
        if is_silence(sentence, cue.first, k):
            return None
        return told_by(sentence, ((k, end_of_infinitive(sentence, cues, k)),), cue, 0.7, f"“{verb} to”")
    if verb in _ASKING and lower[k] not in ("a", "an") and "to" in lower[k:]:
        to = _past_listeners(sentence, verb, k)
        if to > k and lower[to : to + 1] == ["to"]:
            return told_by(sentence, ((to, end_of_infinitive(sentence, cues, to)),), cue, 0.65, f"“{verb} to”")
    if verb in TELLING:
        whom = _past_listeners(sentence, verb, k)
        owned = lower[k] == "her" and not {"to", "not", "never"}.isdisjoint(lower[whom : whom + 1])
        k = k + 1 if lower[k] in OBJECT_PRONOUNS and not owned else whom
        k = _past_outlet(sentence, k)
        k += 2 if k + 1 < size and lower[k] == "on" and lower[k + 1] in DAYS else 0
        to = k + (k < size and lower[k] in ("not", "never"))
        if to < size and lower[to] == "to":
            return told_by(sentence, ((k, end_of_infinitive(sentence, cues, k)),), cue, 0.7, f"“{verb} to”")
    if verb in PROMISING and (whom := phrase_after(sentence, k)) < size and _is_addressee(sentence, k, whom):
        k = whom if lower[whom] in PERSON_PRONOUNS | DETERMINERS else k  # "promised voters it would"
    return _without_that(sentence, cue, cues, k, end)


def _leads_up_to(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle opens a sentence whose subject is its own: "Calling the vote unfair, S left"."""
    assert cue.subject is not None
    begin = whole_phrase(sentence, cue.subject.words[0])
    tells = sentence.lower[cue.first] in _LEADING and opens(sentence, cue.first)
    return tells and cue.last < begin and sentence.words[begin - 1] == ","


def _after_as(sentence: Sentence, cue: Cue) -> int:
    """Where what is told begins after "As S said," or "As S said in May," at the beginning; 0 without such words."""
    assert cue.subject is not None
    if cue.kind != "say" or "as" not in sentence.lower:
        return 0
    begin = whole_phrase(sentence, cue.subject.words[0])
    if begin == 0 or sentence.lower[begin - 1] != "as" or not opens(sentence, begin - 1):
        return 0
    k, verb = cue.last, sentence.lower[cue.first]
    if not (verb in CLAUSE_VERBS or verb in CLOSING_VERBS or k > cue.first + 1):
        return 0
    reach = _LONGEST_WHEN if sentence.lower[k] in PREPOSITIONS else 1
    comma = next((m for m in range(k, min(k + reach, len(sentence) - 1)) if sentence.words[m] == ","), -1)
    return comma + 1 if comma >= 0 and QUOTED not in sentence.words[k:] else 0


def _in_relative(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb stands in a relative clause whose subject is told of: "which S said was closed"."""
    assert cue.subject is not None
    begin, before = whole_phrase(sentence, cue.subject.words[0]), before_subject(sentence, cue)
    if before == "what":
        return begin > 1 and sentence.lower[begin - 2] in PREPOSITIONS
    pronoun = sentence.lower[cue.subject.words[0]] in PERSON_PRONOUNS
    return before in RELATIVE or (pronoun and begin > 0 and before[0].isalpha() and is_noun(sentence, begin - 1))


def _has_quoted(sentence: Sentence, cue: Cue) -> bool:
    """Whether a quotation is what was said, right before the subject of a verb: “…,” S said in the house she built.

    It is not where it only goes with what leads up to it: "Calling it “…,” S said the house would be built".
    """
    assert cue.subject is not None
    first, last = cue.subject.words
    joined = not {"and", "but", "though", "yet", "then"}.isdisjoint(sentence.lower[last : cue.first])
    joined = joined or verb_form(sentence.lower[cue.first]) == "ing"
    if cue.kind != "say" or joined or sentence.lower[cue.last] == "that":
        return False
    k = whole_phrase(sentence, first) - 1
    while k > 0 and (sentence.words[k] == "," or sentence.words[k] in DASHES):
        k -= 1
    if k < 0 or sentence.words[k] != QUOTED:
        return False
    named = k > 0 and sentence.lower[k - 1] in DETERMINERS | POSSESSIVE  # "The “Harbour” section of the site explains"
    return not named and _ends_telling(sentence, cue) and not leads_up(sentence, after_dateline(sentence))


def _ends_telling(sentence: Sentence, cue: Cue) -> bool:
    """Whether what follows a verb, past whom it is said to, only tells how, when or where, or nothing does."""
    after = past_whom(sentence, cue.last) if sentence.lower[cue.first] in TELLING else cue.last
    low = sentence.lower[after] if after < len(sentence) else "."
    if low in DETERMINERS and sentence.words[after][0].isupper():
        return True  # "… revealed The inquiry", a heading that runs into the text
    told = low in PREPOSITIONS or low in DAYS or low in CLAUSE_WORDS or low in ADVERBS or low in _BESIDE
    return told or not low[0].isalnum() or low.endswith(("ing", "ed", "ly"))


def _opens_speech(sentence: Sentence, verb: str, k: int) -> bool:
    """Whether word k is a quotation, and does not name whom something is told: "told the Wire's “Today” that"."""
    return sentence.words[k] == QUOTED and not (verb in TELLING and sentence.lower[k - 1] in POSSESSIVE)


def _past_when(sentence: Sentence, k: int) -> int:
    """Past the days and adverbs at word k, between a verb and what was said: "Monday night", "later".

    Past "on Monday" not to what goes on telling how or where: "was called in on Monday along with two others".
    """
    lower, size = sentence.lower, len(sentence)
    if lower[k : k + 1] == ["on"] and not DAYS.isdisjoint(lower[k + 1 : k + 2]):
        after = _past_when(sentence, k + 1)
        goes_on = after < size and (lower[after] in PREPOSITIONS or lower[after].endswith("ing"))
        return k if goes_on else after
    while k < size:
        day = lower[k] in DAYS or (lower[k] in _PARTS_OF_DAY and lower[k - 1] in DAYS)
        owned = not POSSESSIVE.isdisjoint(lower[k + 1 : k + 2])  # "praised Thursday's deal"
        if not ((day and not owned) or (lower[k] in ADVERBS and lower[k] not in _BEGIN_CLAUSES)):
            break
        k += 1
    return k


def _without_that(sentence: Sentence, cue: Cue, cues: list[Cue], k: int, end: int) -> Told | None:
    """The clause, question or object that follows a reporting verb from the word `k` on: "S said …", "S spoke of …"."""
    words, lower, size = sentence.words, sentence.lower, len(sentence)
    verb = lower[cue.first]
    k = _past_when(sentence, k)
    if k >= size or not (words[k][0].isalnum() or words[k] in "$€£"):
        return None
    if cue.kind == "say" and lower[k] in PREPOSITIONS and (begin := _clause_after(sentence, k, end)):
        return told_by(sentence, ((begin, end),), cue, 0.68, f"“{verb}” before it")
    addressed = verb in TELLING and k > cue.last and lower[k] not in PREPOSITIONS
    thing = (verb in STANCE_VERBS or verb in _ADDING) and not addressed and _is_thing(sentence, k, end)
    if (verb in CLAUSE_VERBS or addressed) and not thing and _begins_a_clause(sentence, k):
        return told_by(
            sentence,
            ((k, end_of_told(sentence, cues, k)),),
            cue,
            0.75 if cue.kind == "say" else 0.68,
            f"“{verb}” before it",
        )
    if verb in CLAUSE_VERBS and lower[k] in FINITE_AUXILIARIES and k == cue.last and _in_relative(sentence, cue):
        end = end_of_relative(sentence, k, end)
        return told_by(sentence, ((k, end),), cue, 0.65, f"“which … {verb}” before it")
    if (verb in _THINKING or verb in FEELING) and (lower[k] in _SPEAKING or has_verb_after(sentence, k)):
        return told_by(sentence, ((k, end_of_told(sentence, cues, k)),), cue, 0.6, f"“{verb}” before it")
    if lower[k] in QUESTIONS and words[k + 1 : k + 2] != [","]:
        return told_by(sentence, ((k, end_of_told(sentence, cues, k)),), cue, 0.6, f"“{verb} {lower[k]}”")
    return told_object(sentence, cue, k, end)


def _leads_to_that(sentence: Sentence, cue: Cue, k: int, that: int) -> bool:
    """Whether nothing but where, when and to whom stands between a verb and its "that"."""
    lower = sentence.lower
    if that == k:
        return True
    between = lower[k:that]
    if between[-1] in _OTHERS:
        return False
    if ";" in between or ":" in between:
        return False
    if any(lower[m] in AUXILIARIES - POSSESSIVE and not is_month(sentence, m) for m in range(k, that)):
        return False
    if lower[cue.first] in TELLING or (lower[cue.first] in PROMISING and _is_addressee(sentence, k, that)):
        return True
    return cue.kind == "say" and (
        lower[k] in PREPOSITIONS
        or lower[k] in ADVERBS
        or lower[k] in DAYS
        or (lower[k] == "," and lower[k + 1] in PREPOSITIONS)
    )


def _past_listeners(sentence: Sentence, verb: str, k: int) -> int:
    """Where the words end to whom something is told, from word k on; none in "warned the dam would break"."""
    lower, end = sentence.lower, phrase_after(sentence, k)
    to = next((m for m in range(k + 1, end - 1) if lower[m] == "to" and may_be_infinitive(sentence, m + 1)), end)
    if "of" in lower[k:to]:  # "informed Norrin of its decision to go"
        to = end
    plural = lower[k] in COLLECTIVE or lower[k] in LISTENERS  # "told residents schools would open"
    if to < end or end == len(sentence):
        return to
    if plural and is_past(lower[end]) and is_name_word(sentence.words[k + 1]):
        return k + 1  # "told reporters Ann Doe asked him to stay"
    if lower[end] not in AUXILIARIES:
        return to
    if plural and end > k + 1:
        return k + 1
    return end if plural or verb in TELL or lower[k] in OBJECT_PRONOUNS else k


def _past_outlet(sentence: Sentence, k: int) -> int:
    """Where more nouns end that tell whom something is told, before who acts: "told the Wire radio forum he would"."""
    end = k
    while end < min(k + 5, len(sentence)) and is_noun(sentence, end):
        end += 1
    return end if end < len(sentence) and sentence.lower[end] in PERSON_PRONOUNS else k


def _is_addressee(sentence: Sentence, k: int, end: int) -> bool:
    """Whether the words from k on are those to whom something is promised: "farmers in Tarn", "the council"."""
    low, whom = sentence.lower[k], phrase_after(sentence, k)
    if low in OBJECT_PRONOUNS:
        return end == k + 1
    head = sentence.lower[whom - 1]
    person = head in LISTENERS or head in COLLECTIVE or is_title(head) or is_title(head.removesuffix("s"))
    body = low == "the" and head in BODY_WORDS
    return k < whom <= end and (person or body) and (whom == end or sentence.lower[whom] in PREPOSITIONS)


def _begins_a_clause(sentence: Sentence, k: int) -> bool:
    """Whether a noun phrase and a verb follow, after a phrase with a preposition or without."""
    lower, words = sentence.lower, sentence.words
    if lower[k] in PREPOSITIONS and not (k + 1 < len(words) and words[k + 1].isdigit()):
        return has_subject(sentence, k)
    if lower[k] in _CONDITIONS:
        return has_subject(sentence, k)
    end = phrase_after(sentence, k + (lower[k] in PREPOSITIONS))
    if end == k:
        return lower[k] in ("there", "this", "that", "these", "those", "what")
    if end >= len(words):
        return end - k > 3
    if words[end] in DASHES:
        return past_inserted(sentence, end, len(words)) > end
    return words[end][0].isalnum() or words[end][0] in ",($€£%'’"


def _is_thing(sentence: Sentence, k: int, end: int) -> bool:
    """Whether a noun phrase with a preposition after it stands at word k, and no verb: "a new harbour on Friday"."""
    after = phrase_after(sentence, k)
    if sentence.words[after : after + 1] and sentence.words[after] in "$€£¥":
        after = phrase_after(sentence, after + 1)
    if not (k < after < end and sentence.lower[k] in DETERMINERS and sentence.lower[after] in PREPOSITIONS):
        return False
    return not any(low in AUXILIARIES or is_past(low) or cue_kind(low) for low in sentence.lower[after:end])


def _clause_after(sentence: Sentence, k: int, end: int) -> int:
    """Where a clause with a pronoun begins after a phrase of time or place: "said at the rally he would"; else 0."""
    for m in range(k + 2, min(k + 9, end - 2)):
        if not sentence.words[m][0].isalnum():
            return 0
        if sentence.lower[m] in ("he", "she", "they", "it", "there"):
            return m
    return 0


def has_subject(sentence: Sentence, k: int, end: int | None = None) -> bool:
    """Whether a comma and a noun phrase follow what begins with a preposition, so that a clause does."""
    for m in range(k, min(k + 14, (len(sentence) if end is None else end) - 1)):
        if sentence.words[m] == ",":
            return phrase_after(sentence, m + 1) > m + 1
    return False
