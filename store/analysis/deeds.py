"""What somebody did, not said, by a verb that may tell either: "declined to comment", "attacked a patrol"."""

from __future__ import annotations

from store.analysis.cues import (
    ANSWERING,
    CLAIM_NOUNS,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    TO_VERBS,
    cue_kind,
    verb_form,
)
from store.analysis.name_words import is_name_word
from store.analysis.noun_phrases import phrase_after
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import PEOPLE, is_title
from store.analysis.sentence_words import Sentence, Words

_QUESTIONS = frozenset("whether how why what who when where if which".split())
_REFUSING = frozenset("decline declined declines declining refuse refused refuses refusing".split())
_UNDERTAKING = frozenset("commit guarantee pledge promise swear vow".split())
"""What who refuses it has not said either: "refused to promise a loan"."""
_GRANTING = frozenset("acknowledge admit concede".split())
"""What who refuses it has denied: that tells something."""
_CLAUSE = PERSON_PRONOUNS | {"that", "there"}
"""What begins the clause that may be granted, among the two words that follow."""
_ASKED = frozenset(
    "call calls email emails inquiries inquiry letter letters message messages queries query question questions "
    "request requests".split()
)
_TELLING = frozenset("be elaborate give offer provide respond share speak supply talk".split())
"""Verbs beside those of speech by which somebody would have told something: "declined to give details"."""
_FORCE = frozenset(
    "assail assailed assailing assails attack attacked attacking attacks defend defended defending defends hammer "
    "hammered hammering hammers slam slammed slamming slams threaten threatened threatening threatens".split()
)
"""Verbs of force that tell of speech by a likeness."""
_ARMED = frozenset(
    "army bandits dog dogs drone drones extremists fighters forces guerrillas gunman gunmen insurgents jets jihadists "
    "militants militia militias missiles navy pirates planes rebels separatists soldiers terrorists troops "
    "warplanes".split()
)
_ASSAILED = frozenset(
    "airfield airport barracks base boat boats bridge bus camp checkpoint city civilians column convoy embassy "
    "garrison hospital market outpost patrol port position positions post ship ships soldiers station tanker town "
    "train troops truck trucks vehicle vessel village villages".split()
)


_ANNOUNCING = frozenset("announce announced announces announcing".split())
_CHARGING = frozenset("charge charged charges charging".split())
_AT_LAW = frozenset(("for", "over", "with"))
_COUNTING_ON = frozenset("a additional an another extra further".split())


def is_silence(sentence: Sentence, verb: int, to: int) -> bool:
    """Whether a verb and the "to" after it tell that somebody said nothing: "declined to comment", "refused to say"."""
    lower = sentence.lower
    if lower[verb] not in _REFUSING or to + 1 >= len(sentence) or not _QUESTIONS.isdisjoint(lower[to + 2 : to + 3]):
        return False
    low = lower[to + 1]
    told = cue_kind(low) == "say" and verb_form(low) == "base" and low not in TO_VERBS
    told = told and not (low in _GRANTING and _is_granted(sentence, to + 2))
    return told or low in ANSWERING or low in _TELLING or low in _UNDERTAKING


def _is_amount(sentence: Sentence, k: int) -> bool:
    """Whether a number or a sum stands at word k, or after what counts it on: "another $5 million", "a further 300"."""
    while k + 1 < len(sentence) and sentence.lower[k] in _COUNTING_ON:
        k += 1
    low = sentence.lower[k]
    return low[0].isdigit() or low in NUMBERS.keys() - _COUNTING_ON or low[0] in "$€£¥"


def _is_granted(sentence: Sentence, k: int) -> bool:
    """Whether a clause stands at word k, or a thing that may be granted: "any wrongdoing", but no question, nobody."""
    lower, end = sentence.lower, phrase_after(sentence, k)
    if not _CLAUSE.isdisjoint(lower[k : k + 2]):
        return True
    head = lower[end - 1]
    somebody = is_name_word(sentence.words[end - 1]) or head in PEOPLE | OBJECT_PRONOUNS or is_title(head)
    return end > k and not somebody and _ASKED.isdisjoint(lower[k:end])


def is_deed(sentence: Sentence, verb: int, subject: Words, k: int) -> bool:
    """Whether a verb, with the object that begins at word k, tells of no speech.

    It is meant by its force in "Rebels attacked a patrol", and who "charged a man with theft" or "announced a further
    45 million crowns" has done that.
    """
    lower = sentence.lower
    if lower[verb] in _ANNOUNCING:
        return _is_amount(sentence, k)
    if lower[verb] not in _FORCE and lower[verb] not in _CHARGING:
        return False
    end = phrase_after(sentence, k)
    if lower[verb] in _CHARGING:
        return not _AT_LAW.isdisjoint(lower[k : end + 1])
    end = next((m for m in range(k + 1, end) if lower[m] in PREPOSITIONS or lower[m] in ("of", "and")), end)
    if not CLAIM_NOUNS.isdisjoint(lower[k:end]):
        return False
    return lower[end - 1] in _ASSAILED or not _ARMED.isdisjoint(lower[slice(*subject)])
