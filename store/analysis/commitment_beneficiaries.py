"""For or to whom a commitment's action is: whom something is given or brought to, not where or to what end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from store.analysis import commitment_language as language
from store.analysis.action_verbs import lemma_of, verb_after
from store.analysis.commitment_actions import VERBS, action_end
from store.analysis.commitment_cues import Cue, is_given, receives
from store.analysis.cues import DETERMINERS, MONTH_NAMES
from store.analysis.currencies import SYMBOLS
from store.analysis.grammar import POSSESSIVES, PREPOSITIONS, PRONOUNS, Words, head_of, is_adverb, kind_of, subject_of
from store.analysis.noun_phrases import POSSESSIVE
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import ABBREVIATED
from store.analysis.subjects import is_time
from store.model import Span

_PLURALS = frozenset(
    "children communities households men orphans patients people police pupils residents tenants troops victims "
    "women".split()
)
_WITH_PREPOSITION = frozenset(
    "as call called calling calls designed due intended known needed next prior related required responsible "
    "search thanks used wait".split()
)
"""Words whose "for" or "to" tells of nobody that an action is for."""
_WITH_TO = frozenset("close closer important open opposed subject".split())
"""Adjectives whose "to" alone does."""
_ARTICLES = frozenset(("a", "an", "the", *POSSESSIVES))
_TRANSFER = frozenset(
    "allocate allot assign award cede channel concede contribute dedicate deliver devote dispatch dispense disburse "
    "distribute divert donate earmark export extend give grant hand issue lease lend loan offer outsource pay pledge "
    "present promise provide reimburse rent repay return sell send ship supply transfer transmit".split()
)
"""Verbs whose "to" tells to whom something is given."""
_GIVING = frozenset("award give grant hand lend loan offer owe pay promise sell send supply".split())
"""Verbs that may name first to whom something is given."""
_ENDS_PHRASE = PREPOSITIONS | NUMBERS.keys() | {"and", "or", "that", "who", "whose"}
_LONGEST = 6
_TELLS_MORE = frozenset("above aged among below in near over that under who whose with without".split())
"""Words that tell more of whom something is given."""
_ENDS_MORE = frozenset(", . ; : of for to and or by".split())
_LONGEST_MORE = 16
_SENDING = frozenset("deliver dispatch divert extend return send ship transfer transmit".split())
"""Those of them whose "to" may tell where instead."""
_MOTION = frozenset(
    "come commute drive expand fly go head march move relocate retreat return run sail take travel turn walk "
    "withdraw".split()
)
"""Verbs whose "to" tells where somebody or something goes."""
_NOUN_CUES = frozenset(("pledge noun", "commit noun", "offer noun", "promise made", "promise of"))
"""Kinds of cues whose object is what is given."""
_TELLING = frozenset(("pledge", "pledge tail"))
"""Kinds of cues that may promise a clause."""
_WAYS = frozenset(
    "border bridge bus buses crossing ferries ferry flight flights journey line link links pipeline railway "
    "road roads route routes train trains tram trip trips tunnel visit visits".split()
)
"""Nouns whose "to" tells where they lead."""
_PARTICLES = frozenset("away back down forward on out over up".split())
_NOTHING_GIVEN = frozenset("attention birth consideration heed priority rise thought tribute up voice way".split())
"""Words after a verb with which it gives nothing away: "give way to", "pay attention to", "stand up to"."""
_WITH_OBJECT = frozenset(
    "alternative answer approach change changes claim claims end extension improvements objection opposition reference "
    "repairs resistance response solution support threat".split()
)
"""Nouns whose "to" may tell of a thing: "an answer to the question"."""
_TRIBUNALS = frozenset("court courts tribunal tribunals".split())
_MANY = frozenset("all each everyone people readers viewers voters".split())
"""Words for many who are nobody that acts, but for whom things are done."""
_GROUPS = frozenset("disabled elderly homeless needy poor poorest public sick unemployed wounded young".split())
"""Adjectives for people after "the"."""
_FOR_SOMETHING = frozenset(
    "apologise apologize appeal apply ask beg bid blame campaign charge compensate exchange fine lobby look plead "
    "press prosecute punish push refund reimburse repay reward search sue swap thank trade vote wait".split()
)
"""Verbs whose "for" tells of a cause or an aim: "compensate holders for every day lost"."""
_PURPOSES = frozenset(
    "conference cost costs damage drills duration exercise exercises flats homes houses maintenance meeting "
    "meetings need needs period purposes reasons renovation renovations repair repairs replacement summit talks "
    "term terms test tests time tour trial trials trip upgrade upgrades visit visits work works".split()
)
"""What an action is for where it is for nobody: "for emergency repairs", "for the duration of the strike"."""
_OF_DEEDS = ("ation", "ing", "ion", "ment")
"""Ends of nouns for what is done: "reconstruction", "management"."""
_HOMES = frozenset("care foster nursing rest retirement 's".split())
"""Words before "homes" that are bodies, not what is built."""
_MADE = frozenset("assembly design designs factory line market mill plant vote votes".split())
"""Nouns whose "for" tells of a thing where it names nobody: "a plant for tractors", "a vote for an override"."""
_EQUIPPING = frozenset("arm equip furnish present provide reward supply".split())
"""Verbs that name to whom something is given before "with"."""
_REPAYING = frozenset("assist compensate feed house refund reimburse repay reward vaccinate".split())
"""Verbs whose object is whom they are for."""
_PEOPLE = frozenset(("name", "actor", "noun"))
_BEFORE_VERB = frozenset(", and or then to will would not never by".split())


def beneficiary_of(words: Words, cue: Cue, taken: Sequence[Span]) -> str:
    """For or to whom the action is, in none of the spans that tell else: "to Belarus", "for farmers"."""
    if recipient := _recipient(words, cue):
        return recipient
    if given := _indirect_object(words, cue) or _addressee(words, cue):
        return given
    place = words.spans[min(cue.action, len(words) - 1)][0]
    end = words.spans[action_end(words, cue) - 1][1]
    for found in language.BENEFICIARY.finditer(words.sentence, place, end):
        first, last = (bisect_left(words.spans, (offset, 0)) for offset in found.span("head"))
        pronoun = found["who"].lower() in language.NO_ACTOR or words.at(first) == "it"
        bound = words.at(first - 2) in _WITH_PREPOSITION  # "responsible for the port"
        if pronoun or bound or any(found.start("who") < b and a < found.end("who") for a, b in taken):
            continue
        if not _may_name(words, first, last) or _is_deed(words, first, last):
            continue
        if found["led"] == "to":
            served = words.at(first - 2) not in _WITH_TO and _is_served(words, cue, first, last)
        else:  # "run for a second term", "buses for the summer", "ask for a loan": to what end, not for whom
            served = first - 2 != cue.verb.index and kind_of(words, first, last) != "thing"
            served = served and not (_is_purpose(words, first, last) or _is_for_thing(words, first, last))
            served = served and _base(words, cue, _governing(words, cue, first - 1)) not in _FOR_SOMETHING
        if served:
            return _whole(words, found, last)
    return ""


def _recipient(words: Words, cue: Cue) -> str:
    """Who receives what is promised: "promised that farmers would get $300", "residents will receive vouchers"."""
    who = subject_of(words, cue.verb.index) if cue.kind in _TELLING else cue.subject
    told = cue.kind in _TELLING and who.start >= cue.action and is_given(words, who, cue.verb)
    return words.text(who.start, who.end) if (told or receives(words, cue)) and who.kind in _PEOPLE else ""


def _indirect_object(words: Words, cue: Cue) -> str:
    """To whom a verb gives a number of something, where it names them first: "lend Norrin 5 million crowns"."""
    first = cue.action if cue.kind in _NOUN_CUES else cue.verb.index + 1
    gives = cue.verb.kind == "action" and cue.verb.lemma in _GIVING | _REPAYING | _EQUIPPING
    if (cue.kind not in _NOUN_CUES and not gives) or cue.action < cue.at:
        return ""
    last = first
    while last < min(len(words), first + _LONGEST) and (words.at(last)[0].isalpha() or words.at(last) in POSSESSIVE):
        if words.at(last) in _ENDS_PHRASE:
            break
        last += 1
    counted = words.at(last)[:1].isdigit() or words.at(last) in SYMBOLS or words.at(last) in NUMBERS
    equipped = words.at(last) == "with" and cue.verb.lemma in _EQUIPPING
    served = counted or equipped or (cue.verb.lemma in _REPAYING and cue.kind not in _NOUN_CUES)
    end = last if served else _second_object(words, last)
    somebody = last > first and (_is_somebody(words, first, last) or words.at(first) == "every")
    return words.text(first, end) if end and somebody else ""


def _second_object(words: Words, last: int) -> int:
    """Where what is given begins after what tells more of whom: "every buyer | under 35 | a grant"; 0 for nowhere."""
    if words.at(last) not in _TELLS_MORE:
        return 0
    reach = range(last + 1, min(last + _LONGEST_MORE, len(words)))
    end = next((i for i in reach if words.at(i) in _ENDS_MORE), reach.stop)
    begins = (i for i in range(end - 1, last + 1, -1) if words.at(i) in ("a", "an") and not is_time(words.at(i + 1)))
    return next((i for i in begins if words.at(i - 1) not in PREPOSITIONS), 0)


def _addressee(words: Words, cue: Cue) -> str:
    """To whom it is promised what a clause tells: "promised farmers that it would pay them"."""
    if cue.kind != "pledge":
        return ""
    end = cue.at + 1
    while end < cue.action and words.at(end) not in PRONOUNS | {"that", "to"}:
        end += 1
    told = cue.at + 1 < end < cue.action and words.at(end) != "to" and words.at(cue.at + 1) not in PREPOSITIONS
    return words.text(cue.at + 1, end) if told and _is_somebody(words, cue.at + 1, end) else ""


def _whole(words: Words, found: re.Match[str], last: int) -> str:
    """Whom a match names, past the dot of a title: "for Mrs. Holt"; with what is theirs: "towns whose wells dry"."""
    first = bisect_left(words.spans, (found.start("who"), 0))
    end = last
    if words.at(last - 1) in ABBREVIATED and words.at(last) == ".":
        end += 1
        while words.capital(end):
            end += 1
    elif words.at(last) == "whose":
        while words.at(end).isalpha() and words.at(end) not in PREPOSITIONS | {"and", "or"}:
            end += 1
    return words.text(first, end) if end > last else found["who"]


def _is_given_to(words: Words, cue: Cue, first: int, last: int) -> bool:
    """Whether words after "to" tell to whom something is given or brought: "aid to Norrin", not "an end to the war"."""
    to = first - 1
    verb = _governing(words, cue, to)
    lemma = _base(words, cue, verb)
    somebody = _is_somebody(words, first, last)
    if verb < 0:
        return cue.kind in _NOUN_CUES or somebody
    before = to - 1
    while before > verb and (is_adverb(words.at(before)) or words.at(before) in _PARTICLES):
        before -= 1
    if words.at(verb + 1) in _NOTHING_GIVEN or (words.at(before) in _WITH_OBJECT and not somebody):
        return False
    active = not (verb == cue.verb.index and cue.verb.kind == "passive")
    if before == verb and active and lemma in _MOTION:
        return False  # "return to the table"
    if lemma in _TRANSFER:
        return somebody or lemma not in _SENDING
    if words.at(before) in language.GIFTS:
        return True
    astray = lemma in _MOTION or words.at(before) in _WAYS or words.at(head_of(words, first, last)) in _TRIBUNALS
    return somebody and before > verb and not astray


def _is_purpose(words: Words, first: int, last: int) -> bool:
    """Whether words after "for" tell to what end an action is: "for 300 homes", not "for care homes"."""
    head = head_of(words, first, last)
    return words.at(head) in _PURPOSES and not (words.at(head) == "homes" and words.at(head - 1) in _HOMES)


def _is_deed(words: Words, first: int, last: int) -> bool:
    """Whether a phrase names what is to be done with something: "the reconstruction of harbours"."""
    head = next((index - 1 for index in range(first + 1, last + 1) if words.at(index) == "of"), -1)
    if head < first or words.capital(head) or kind_of(words, first, head + 1) == "actor":
        return False
    noun = words.at(head)
    stems = [noun.removesuffix(ending) for ending in _OF_DEEDS if noun.endswith(ending)]
    return any({stem, f"{stem}e", f"{stem}ate", stem[:-1]} & VERBS for stem in stems)


def _is_for_thing(words: Words, first: int, last: int) -> bool:
    """Whether a noun before "for" makes a thing of what it is for: "support for the budget", "a plant for tractors"."""
    before = words.at(first - 2)
    many = before not in _MADE and words.at(head_of(words, first, last)).endswith("s")  # "support for schools"
    return before in _MADE | _WITH_OBJECT and not (many or _is_somebody(words, first, last))


def _is_served(words: Words, cue: Cue, first: int, last: int) -> bool:
    """Whether something is given or comes to a phrase: "the proceeds will go to victims", "available to residents"."""
    if words.at(first - 2) == "available":
        plural = words.at(last - 1).endswith("s") and kind_of(words, first, last) != "thing"
        return plural or _is_somebody(words, first, last)
    if cue.verb.lemma == "go" and first - 2 == cue.verb.index and cue.subject.end:
        goes = subject_of(words, cue.verb.index)
        return words.at(head_of(words, goes.start, goes.end)) in language.MONEY
    return _is_given_to(words, cue, first, last)


def _governing(words: Words, cue: Cue, to: int) -> int:
    """The last verb of an action before a "to", -1 where what is given stands without one: "pledged aid to Norrin"."""
    for index in range(to - 1, cue.action - 1, -1):
        if index == cue.verb.index and cue.verb.kind not in ("none", "concluded"):
            return index
        led = words.at(index - 1) in _BEFORE_VERB or is_adverb(words.at(index - 1))
        if led and (
            words.at(index) in VERBS or (words.at(index).endswith("ing") and lemma_of(words.at(index)) in VERBS)
        ):
            return index
    return -1


def _base(words: Words, cue: Cue, verb: int) -> str:
    """The base form of the verb at an index."""
    if verb == cue.verb.index:
        return cue.verb.lemma
    word = words.at(verb)
    return word if word in VERBS else lemma_of(word)


def _is_somebody(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase names a person, people, a body or a country."""
    if kind_of(words, first, last) in ("name", "actor"):
        return True
    head = words.at(head_of(words, first, last))
    group = words.at(first) == "the" and last - first == 2 and head in _GROUPS
    return group or head in _PLURALS or not _MANY.isdisjoint((head, words.at(first)))


def _may_name(words: Words, first: int, last: int) -> bool:
    """Whether words after "to" or "for" may name somebody: a capital or determiner begins them, or they are several."""
    opening, head = words.at(first), head_of(words, first, last)
    if opening in VERBS or words.at(last - 1) in _ARTICLES or words.at(head) in MONTH_NAMES - {"may", "march"}:
        return False
    if opening in DETERMINERS or words.capital(first) or words.capital(head) or opening[0].isdigit():
        return not words.text(first, last).isdigit()
    plural = words.at(head) in _PLURALS or (words.at(head).endswith("s") and not words.at(head).endswith("ss"))
    gerund = opening.endswith("ing") and verb_after(words, first).kind == "action"
    infinitive = words.at(first + 1) in DETERMINERS or (is_adverb(opening) and opening != "elderly") or gerund
    return (plural or kind_of(words, first, last) == "actor") and not infinitive
