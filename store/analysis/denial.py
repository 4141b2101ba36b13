"""Whether a verb of speech tells what was not said: it is denied, refused or supposed, or its source is a fake."""

from __future__ import annotations

from itertools import pairwise

from store.analysis.cues import AUXILIARIES, FOREIGN_AUXILIARIES, FOREIGN_SAYING, verb_form
from store.analysis.noun_phrases import phrase_before
from store.analysis.sentence_words import Sentence
from store.analysis.subjects import Subject, slips_in

_NEGATIONS = frozenset("not never cannot neither".split())
ONLY = frozenset("only just merely simply".split())
"""Words after "not" with which a thing is said, and more than it."""
_NEITHER = frozenset("no nor ni noch ни ні né".split())
"""Words before a subject that does not do what its verb says."""
_FOREIGN_NEGATIONS = frozenset(
    "jamais jamás nadie ne nem nicht nie niemand nikt no non nunca não pas personne не никто ніхто".split()
)
_NO_DENIAL = frozenset("nur etwa ohne zuletzt".split())
"""Words after "nicht" with which a thing is said all the same: "sagte nicht ohne Stolz"."""
_NONE_OF = frozenset((("neither", "of"), ("none", "of")))
_NOBODY = frozenset("nobody none neither".split())
_UNSAYING = frozenset(
    """
    avoid avoided avoiding avoids decline declined declines declining denied denies deny denying fail failed failing
    fails forget forgets forgetting forgot neglected neglects nor refrain refrained refraining refrains
    refuse refused refuses refusing without
    """.split()
)
"""Words whose object is not said: "refused to say", "denied ever having said", "left without saying"."""
_INSTEAD = frozenset((("instead", "of"), ("rather", "than"), ("short", "of")))
_LINKS = frozenset("of from than".split())
_SUPPOSING = frozenset("if unless whether".split())
_MODALS = frozenset("would could should might may wouldn't wouldn’t couldn't couldn’t shouldn't shouldn’t".split())
_HAVE = frozenset("have 've ’ve".split())
_HEARING = frozenset("hear hears heard".split())
_FAKES = frozenset("bogus deepfake doctored fabricated fake faked falsified forged".split())


def is_unsaid(sentence: Sentence, verb: int, subject: Subject | None) -> bool:
    """Whether what the verb of speech at a word reports was not said by its subject."""
    lower = sentence.lower
    if _is_denied(sentence, verb) or (lower[verb] in FOREIGN_SAYING and _has_foreign_negation(lower, verb)):
        return True
    begin = subject.words[0] if subject and subject.words[0] < verb else 0
    if begin == 0:
        return False
    governor = lower[begin - 1]
    if governor in _HEARING or governor in AUXILIARIES:  # "Nobody heard S say", "Nor did S say"
        return _is_denied(sentence, begin - (governor in _HEARING))
    return governor in _SUPPOSING or (verb_form(lower[verb]) == "ing" and _of_a_fake(sentence, begin))


def _has_foreign_negation(lower: list[str], verb: int) -> bool:
    """Whether a negation stands before a verb of another language, "no dijo", "n’a pas dit", or after a German one."""
    k = verb - 1
    while k > 0 and lower[k] in FOREIGN_AUXILIARIES:
        k -= 1
    after = lower[verb + 1 : verb + 3]
    return (k >= 0 and lower[k] in _FOREIGN_NEGATIONS) or (after[:1] == ["nicht"] and _NO_DENIAL.isdisjoint(after))


def _is_denied(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a negation or an unreal auxiliary, is governed by a verb of refusing, or nobody does it."""
    lower, first = sentence.lower, verb
    while first > 0 and (slips_in(sentence, first - 1) or lower[first - 1] in _LINKS):
        first -= 1
    if first > 0 and lower[first - 1] in _UNSAYING:
        return True
    for low, following in pairwise(lower[max(0, first - 1) : verb + 1]):
        negates = low in _NEGATIONS or low.endswith(("n't", "n’t"))
        unreal = low in _MODALS and following in _HAVE
        if (negates and following not in ONLY) or unreal or (low, following) in _INSTEAD:
            return True
    begin = phrase_before(sentence, first)
    if not _NONE_OF.isdisjoint(pairwise(lower[max(0, begin - 3) : first])):
        return True
    if begin == first:
        return False
    negated = begin > 0 and lower[begin - 1] in _NEITHER
    return negated or lower[begin] in _NOBODY or (lower[begin] == "no" and not lower[begin + 1].isdigit())


def _of_a_fake(sentence: Sentence, begin: int) -> bool:
    """Whether a fake shows whose name begins at a word: "a doctored video shows S saying"."""
    comma = max((k for k in range(begin) if sentence.words[k] == ","), default=0)
    return not _FAKES.isdisjoint(sentence.lower[comma:begin])
