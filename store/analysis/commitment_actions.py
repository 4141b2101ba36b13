"""The words of a commitment's action: from its cue up to where its clause ends, or a report of it begins."""

from __future__ import annotations

from store.analysis import commitment_language as language
from store.analysis.action_verbs import lemma_of, past_insertion, verb_after
from store.analysis.commitment_cues import Cue
from store.analysis.commitment_headlines import may_be_verb
from store.analysis.commitment_traits import NOT, negation
from store.analysis.commitment_turns import turn_of
from store.analysis.cues import DAYS, DETERMINERS, OBJECT_PRONOUNS, cue_kind
from store.analysis.grammar import PREPOSITIONS, PRONOUNS, Words, is_adverb, is_past, may_precede, subject_of
from store.analysis.months import MONTHS
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.quotations import opens_quotation
from store.analysis.roles import ABBREVIATED

VERBS = language.ACTIONS | language.NO_CONTROL | {"be"}
"""Base forms of verbs."""
_ENDS_ACTION = frozenset((".", ";", "!", ":"))
_QUOTES = frozenset(("”", "“", '"'))
_SINGLE = frozenset(("'", "’"))
_BEFORE_CLOSING = frozenset((",", "?"))
"""Marks after which a single mark closes a quotation, and is no apostrophe."""
_JOINTS = frozenset(("and", "but"))
_FINITE = frozenset(
    "is are was were has have had will would can cannot could might must should did does 'll said says told wants "
    "believes expects intends thinks".split()
)
"""Verbs that end an action where they follow a new subject: "and the tug will return"."""
_GOES_ON = _FINITE - frozenset("have will would can could might must should 'll".split())
"""Those of them that no infinitive goes on with, so that they end it without a subject too: "but has provided"."""
OPENS_CLAUSE = frozenset(
    "that which who whom whose if whether how what when where why because while as than before after until once since "
    "ensure ensuring sure say said says believe believes believed hope hopes know think mean means see show shows "
    "confirm".split()
)
"""Words of an action after which an "and" may join what is told in it: "ensure homes and schools are built"."""
_AHEAD = frozenset("will would shall".split())
SERVING = frozenset("open ready complete operational".split())
_TRIED = frozenset("agreed decided managed tried vowed".split())
_AFTER_VERB = PREPOSITIONS | OBJECT_PRONOUNS
"""Words by which a past form after "but" is told to be a verb: "but asked for more time"."""
_IN_SUBJECT = frozenset("'s $ € £ ’ '".split())
_NEW_SUBJECT = 10
"""Words of a subject that begins a new clause: "and the government's top adviser on trade has"."""
_REPORTS = language.REPORTING | {"learned", "learnt"}
_ATTRIBUTION = 14
"""Words of an attribution up to its verb: ", the minister of transport said"."""
_BE = frozenset("be been being is are was were".split())


def action_of(words: Words, cue: Cue) -> str:
    """The words of the action with what negates it, without an attribution that ends the sentence."""
    begin = past_insertion(words, cue.action + (words.at(cue.action) in NOT))
    begin += words.at(begin) == "also"
    if cue.kind == "rule out" and not words.at(begin).endswith("ing"):
        return _closed(words.text(cue.at, action_end(words, cue)).strip(" ,-–—"))  # "ruled out a coalition"
    begin += words.at(begin) in OBJECT_PRONOUNS  # "promised them 70 million"
    action = _closed(words.text(begin, action_end(words, cue)).strip(" ,-–—"))
    negated_by = "not" if cue.kind == "rule out" else negation(words, cue)
    if not negated_by or negated_by in words.lower[begin : cue.verb.index + 1]:  # "neither buy nor sell"
        return action
    return f"{'never' if negated_by == 'never' else 'not'} {action}"


def _closed(action: str) -> str:
    """An action whose quotation marks are all closed."""
    if action.count("“") > action.count("”"):
        return f"{action}”"
    return f'{action}"' if action.count('"') % 2 else action


_NOUNS = frozenset(("promise", "promise of", "intention", "attempt", "decision"))
"""Kinds of cues that are nouns."""
_BECAME = frozenset("is are was were has have had stands stood remains remained comes came".split())
_AGAINST = frozenset(("but", "although", "though", "while"))
_LIMITING = frozenset("after before for if once to unless until when".split())
"""Words after "but" of what limits the promise itself: "but only if voters say yes"."""
_FEW = 6


def action_end(words: Words, cue: Cue) -> int:
    """Where the action of a cue ends: with its clause or before whose report it is."""
    stop = _headline_tail(words, cue, _stop(words, cue.action))
    end = min(_next_clause(words, cue, stop), turn_of(words, _inside(cue), stop), _predicate(words, cue, stop))
    for index in range(cue.action + 1, end):
        source = words.at(index) == "according" and words.at(index + 1) == "to"
        if source or (words.at(index) == "," and index > cue.action + 1 and _attributes(words, index + 1, stop)):
            return index
        if words.at(index) == "," and words.at(index + 1) in _AGAINST and _is_reported(words, index + 2, stop):
            return index
        if words.at(index) == "," and _main_verb_follows(words, cue, index + 1):
            return index
    return end


def _predicate(words: Words, cue: Cue, stop: int) -> int:
    """Where after a noun and what it promises is told what became of it: "its pledge to build schools | was kept"."""
    if cue.kind not in _NOUNS and cue.action >= cue.at:
        return stop
    for index in range(_inside(cue), stop):
        if words.at(index) in OPENS_CLAUSE or words.at(index) in PRONOUNS:
            break
        turns = words.at(index) == "," and begins_clause(words, index + 1, stop)  # "with its plan to leave, Umber has"
        if turns or words.at(index) in _BECAME:
            return index
    return stop


def _is_reported(words: Words, begin: int, stop: int) -> bool:
    """Whether it is told within a few words what others say: "…, but his own officials say the target is too high"."""
    limits = not _LIMITING.isdisjoint(words.lower[begin : begin + 2])
    return not limits and not language.REPORTING.isdisjoint(words.lower[begin : min(begin + _FEW, stop)])


def _main_verb_follows(words: Words, cue: Cue, index: int) -> bool:
    """Whether after a comma goes on what a clause with the cue is inserted in: "The firm, which pledged it, denied".

    So does a headline: "Leader vows to end rationing, apologizes for it".
    """
    word = words.at(index)
    if words.at(_subject_end(words, cue)) in ("who", "which"):
        return word in _FINITE or is_past(words, index)
    headline = _is_headline(words, cue)
    goes_on = cue_kind(word) or words.at(index + 1) not in PREPOSITIONS | {"and", "or", ",", ""}
    verb = word.endswith("s") and (word[:-1] in VERBS or word in language.CUE_VERBS) and not words.capital(index)
    return bool(headline and goes_on and verb)


def _is_headline(words: Words, cue: Cue) -> bool:
    """Whether a sentence is a headline: "Leader vows to end rationing", "Minister to visit Velland"."""
    return words.at(len(words) - 1) != "." and (words.at(cue.at).endswith("s") or cue.kind == "headline")


def _headline_tail(words: Words, cue: Cue, stop: int) -> int:
    """Where a headline goes on with what happens meanwhile: "cut jobs | as demand slows", "cut jobs | after losses"."""
    if not _is_headline(words, cue):
        return stop
    for index in range(_inside(cue), stop):
        if words.at(index) == "after" and cue.kind == "headline":
            return index
        if words.at(index) == "as" and any(may_be_verb(words, i) for i in range(index + 2, stop)):
            return index
    return stop


def _subject_end(words: Words, cue: Cue) -> int:
    """The word before a cue and its adverbs and auxiliaries, where a relative pronoun may stand."""
    index = cue.at - 1
    while may_precede(words, index):
        index -= 1
    return index


def clause_end(words: Words, cue: Cue) -> int:
    """Where after an action, also past its quotation, something else begins to be told; the sentence's end if nowhere.

    An attribution tells nothing else ("“We will send 12 trains,” Adler said, “by Friday.”"), nor does when what is
    done will serve: "build a terminal, and it will be working by May".
    """
    stop = _stop(words, cue.action)
    end = _next_clause(words, cue, stop)
    return min(end if end < stop and not will_serve(words, end) else len(words), turn_end(words, cue))


def will_serve(words: Words, joint: int) -> bool:
    """Whether a joint is followed by how what is done will be: "and | it will be open"."""
    said = words.at(joint + 1) in ("it", "they") and words.at(joint + 2) in _AHEAD and words.at(joint + 3) == "be"
    return said and (words.at(joint + 4) in SERVING or lemma_of(words.at(joint + 4)) != "")


def turn_end(words: Words, cue: Cue) -> int:
    """The same without the clauses that an "and" or "but" joins: "but this is subject to approval"."""
    return turn_of(words, _inside(cue), len(words))


def _inside(cue: Cue) -> int:
    """The first word after the beginning and the verb of an action, where it may end."""
    return max(cue.action, cue.verb.index) + 1


def _next_clause(words: Words, cue: Cue, stop: int) -> int:
    """Where before a place another clause begins after an action's: "and his adviser accused", "but has provided"."""
    begin, inner = _inside(cue), False
    undergoes = cue.verb.kind in ("passive", "concluded")
    for index in range(begin, stop - 1):
        inner = inner or words.at(index) in OPENS_CLAUSE
        joins = words.at(index) in _JOINTS or (words.at(index) == "or" and words.at(index - 1) == ",")
        if not joins or words.quoted(index) != words.quoted(cue.action):
            continue
        if inner:  # "veto any bill that cuts pensions, and threatened to", "until it falls, and will"
            tried = is_past(words, index + 1) and words.at(index + 2) == "to"
            ahead = words.at(index - 1) == "," and (tried or words.at(index + 1) in _AHEAD)
            ahead = ahead or (words.at(index) == "but" and begins_clause(words, index + 1, stop))
            if ahead or (_conditional(words, begin, index) and _will_follows(words, index + 1, stop)):
                return index
            continue
        first = index + 1 + (words.at(index + 1) == "that")
        while is_adverb(words.at(first)):
            first += 1
        shared = words.at(first) in _GOES_ON or (words.at(first) == "have" and is_past(words, first + 1))
        shared = shared or (words.at(first) in language.REPORTING and is_past(words, first))
        turned = words.at(index) == "but" and is_past(words, first) and words.at(first + 1) in _AFTER_VERB
        shared = shared or _is_other_will(words, cue, first)
        if shared or (not undergoes and (turned or _is_told(words, first))):
            return index
        if not _joins_names(words, index, begin) and begins_clause(words, first, stop):
            return index
    return stop


def _conditional(words: Words, begin: int, end: int) -> bool:
    """Whether the last clause that opens among words is a condition."""
    return next((words.at(i) for i in range(end - 1, begin, -1) if words.at(i) in OPENS_CLAUSE), "") == "if"


def _will_follows(words: Words, begin: int, stop: int) -> bool:
    """Whether somebody will do something, which no condition tells: "if rents rise and | the union will strike"."""
    for index in range(begin, min(stop, begin + _NEW_SUBJECT)):
        if words.at(index) in _FINITE or words.at(index) in OPENS_CLAUSE or not words.at(index)[0].isalnum():
            return words.at(index) in ("will", "would")
    return False


def _is_other_will(words: Words, cue: Cue, index: int) -> bool:
    """Whether a "will" or "would" tells of more than a further deed of the same: "agreed to pay | and will ask"."""
    if words.at(index) not in ("will", "would"):
        return False
    same = words.at(index) in (words.at(cue.at), words.at(cue.action - 1))
    return not same or verb_after(words, index + 1).kind in ("be", "passive", "uncontrolled")


def _joins_names(words: Words, index: int, begin: int) -> bool:
    """Whether an "and" joins what stands beside it: "between noon and one", "the plan Doe and Roe have"."""
    if "between" in words.lower[max(begin, index - 4) : index]:
        return True
    noun = index - 2 > begin and words.at(index - 2) not in PREPOSITIONS | DETERMINERS and words.at(index - 2).isalpha()
    return noun and words.capital(index - 1) and words.capital(index + 1) and not words.capital(index - 2)


def begins_clause(words: Words, begin: int, stop: int) -> bool:
    """Whether a subject and its verb stand from a word on: "his top adviser accused Norrin", not "homes it has"."""
    if words.at(begin) in ("last", "this", "next") and words.at(begin + 2) in DETERMINERS:
        begin += 2  # "last year the bank"
    elif words.at(begin) == "on" and words.at(begin + 1) in DAYS:
        begin += 2  # "on Monday he said"
    if words.at(begin) in PRONOUNS or words.at(begin) == "there":
        return True
    further = words.at(begin + 1) in DETERMINERS or words.at(begin + 1) in ("and", "or") or words.capital(begin + 1)
    if words.at(begin) in VERBS and further:
        return False  # a further verb: "and replace the law", "and create or retain 7,000 jobs"
    for index in range(begin, min(stop, begin + _NEW_SUBJECT)):
        word = words.at(index)
        if word in OPENS_CLAUSE or word in PRONOUNS or word == "to" or not (word[0].isalnum() or word in _IN_SUBJECT):
            return False
        if word in _JOINTS and words.at(index + 1) in _FINITE:
            return False  # "along the Belt and Road and is"
        if index > begin:
            if (word in _FINITE and not words.capital(index)) or _is_told(words, index):
                return True
            owned = word in DETERMINERS and words.at(index - 1) not in DETERMINERS | PREPOSITIONS | _JOINTS
            if owned and not words.at(index - 1).endswith("ing"):
                return False
    return False


def _is_told(words: Words, index: int) -> bool:
    """Whether a verb in the past has an object, so that it is no participle: "accused Norrin", "failed to sell"."""
    word = words.at(index)
    told = is_past(words, index)
    told = told and words.at(index - 1) not in _BE | PREPOSITIONS  # "for refurbished sets"
    following = words.at(index + 1)
    tried = following == "to" and (word in language.DENIALS or word in language.CUE_VERBS or word in _TRIED)
    return told and (following in DETERMINERS or (words.capital(index + 1) and "-" not in word) or tried)


def _stop(words: Words, begin: int) -> int:
    """The first mark that ends a clause from a word on: a full stop, or the end of the quotation around the word."""
    inside = singles = 0
    for index in range(begin, len(words)):
        word = words.at(index)
        if word in _ENDS_ACTION and not (_abbreviates(words, index) or _in_figure(words, index)):
            return index
        singles += _opens_single(words, index)
        if word in _SINGLE and words.at(index - 1) in _BEFORE_CLOSING and not inside:
            if not singles:
                return index
            singles -= 1
        if word in _QUOTES:
            if opens_quotation(words.sentence, words.spans[index][0], 0, len(words.sentence)):
                inside += 1
            elif not inside:
                return index
            else:
                inside -= 1
    return len(words)


def _abbreviates(words: Words, index: int) -> bool:
    """Whether a dot ends no sentence but an abbreviation: "Mr. Roe", "by Dec. 12", "No. 4"."""
    before, following = words.at(index - 1), words.at(index + 1)
    counts = following[:1].isdigit() and (before in MONTHS or before == "no")
    return words.at(index) == "." and (before in ABBREVIATED or counts)


def _in_figure(words: Words, index: int) -> bool:
    """Whether a mark stands within a figure: "at 1:30 p.m."."""
    return words.at(index - 1)[-1:].isdigit() and words.at(index + 1)[:1].isdigit() and words.at(index) == ":"


def _opens_single(words: Words, index: int) -> bool:
    """Whether a single mark opens a quotation or a title: "the ‘People’s Pier’"."""
    if words.at(index) == "‘":
        return True
    start, end = words.spans[index]
    around = words.sentence[start - 1 : start], words.sentence[end : end + 1]
    return words.at(index) == "'" and not around[0].strip() and around[1].isalnum()


def _attributes(words: Words, begin: int, stop: int) -> bool:
    """Whether an attribution begins with a word after a comma: "the minister said on Friday after talks"."""
    for index in range(begin, min(stop, begin + _ATTRIBUTION)):
        if words.at(index) in _REPORTS and words.at(index - 1) not in DETERMINERS:
            return index == begin or _begins(words, subject_of(words, index).start, begin)
    return False


def _begins(words: Words, start: int, begin: int) -> bool:
    """Whether a subject that was found from `start` begins before: "ambassador to Norrin Roe", "Norrin’s minister"."""
    before = words.lower[begin:start]
    return start == begin or (
        bool(before)
        and before[-1] in ("to", *POSSESSIVE)
        and all(word.isalnum() or word in POSSESSIVE for word in before)
    )
