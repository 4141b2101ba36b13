"""Cues that are verbs: "pledged to", "agreed on", "…, the operator promised"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from store.analysis import commitment_language as language
from store.analysis.action_verbs import Verb, verb_after
from store.analysis.commitment_cues import (
    ARTICLES,
    BE,
    BEFORE_NOUN,
    INFINITIVE_REACH,
    NO_OBJECTS,
    Cue,
    governing,
    past_mark,
)
from store.analysis.cues import DAYS, MONTH_NAMES
from store.analysis.currencies import SYMBOLS
from store.analysis.grammar import (
    NO_SUBJECT,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    Subject,
    Words,
    is_adverb,
    is_past,
    kind_of,
    subject_of,
)

_BE_NEEDED = frozenset({"ready", "schedule", "forecast"})
_WITH_OBJECT = frozenset({"pledge", "commit", "agree", "forecast", "schedule", "oblige"})
_BINDING = language.AGREEMENTS | frozenset("convention conventions charter plan constitution".split())
"""What obliges somebody to act, where others only ask."""
_WITH_TIME = frozenset({"plan", "aim", "decide"})
"""Kinds of cues that may tell when before what: "intends in the near future to rescind"."""
_WITHOUT_OBJECT = frozenset("assured reassured undertook undertaken undertake undertakes".split())
_ONESELF = frozenset("itself themselves himself herself ourselves myself".split())
_COMMITTED = _ONESELF | SYMBOLS | frozenset("troops funds money resources".split())
_PARTICIPLES = frozenset("guaranteed assured reassured committed promised pledged offered".split())
_NOUN_OR_VERB = frozenset(
    "plan plans promise promises pledge pledges vow vows offer offers bid hope hopes aim guarantee guarantees".split()
)
_BEFORE_VERB = language.FIRST | language.THIRD | frozenset("who it also now still to will but".split())
_ENDS_CLAUSE = frozenset('that , . for with and but " “ ”'.split())
_ASKS = frozenset("whether how what where when".split())
_OPENS_TIME = frozenset("in by on over at as this next within later early".split())
_GIVEN = language.GIFTS | language.MONEY | SYMBOLS
_THINGS = frozenset(("noun", "thing"))
_AID = language.GIFTS - {"damages", "debt", "payment", "payments"}
_AFTER_AID = PREPOSITIONS | {"had", "would", "taken", "paid"}
_NO_AID = frozenset(
    "bad cut cuts debt debts defaulted fines losses outstanding overdue profits revenue sales savings unpaid".split()
)
"""Words of an amount that is given to nobody: "unpaid loans", "aid cuts", but not "debt relief"."""
_BINDING_REACH = 8
_AID_REACH = 9
_HOW_MUCH = frozenset(
    "more less than up to at least nearly almost about around over some another further additional a total of".split()
)
"""Words before an amount that tell how exact it is: "committed more than $3 million"."""
_CLAUSE_REACH = 14
_MODALS = frozenset("will would shall 'll 'd wo".split())
_NO_CLAUSE = frozenset("to , ; : . — – who which and but if is are was were has have had".split())
"""Words and marks beyond which a clause with "will" is not what a verb before them promises."""


def verb_cues(words: Words, index: int, kind: str) -> Iterator[Cue]:
    """A cue verb with "to" and an infinitive; some also with "that", an object or "on"; pledges after a sentence."""
    if not _may_commit(words, index, kind):
        return
    if kind == "pledge" and (cue := _gift_described(words, index)):
        yield cue
    elif to := _to_after(words, index, kind):
        yield from _with_to(words, index, kind, to)
    else:
        yield from _without_to(words, index, kind)


def _may_commit(words: Words, index: int, kind: str) -> bool:
    """Whether a verb of a kind may be a cue by what stands beside it: not "a proposed law", "sworn in"."""
    said = words.at(index)
    if said == "earmarked" and words.at(index - 1) in BE:
        return False
    if kind in _BE_NEEDED and not any(word in BE for word in words.lower[max(0, index - 4) : index]):
        return False
    if kind == "oblige" and _BINDING.isdisjoint(words.lower[max(0, index - _BINDING_REACH) : index]):
        return False
    if kind == "propose" and said == "proposed" and words.at(index - 1) in BEFORE_NOUN:
        return False
    return not (said in ("sworn", "swear", "swore", "swears") and words.at(index + 1) == "in")


def _gift_described(words: Words, index: int) -> Cue | None:
    """A gift by the participle that tells it was promised: "the 5 million crowns | pledged to Lest have arrived"."""
    gift = subject_of(words, index)
    counted = any(word in _GIVEN or word[:1].isdigit() for word in words.lower[gift.start : gift.end])
    to_or_by = index + 1
    dated = words.at(to_or_by + 1) in DAYS | MONTH_NAMES or words.at(to_or_by + 1)[:1].isdigit()
    agent = words.at(to_or_by) == "by" and not dated
    told = agent or (words.at(to_or_by) == "to" and _leads_to_noun(words, index, "", to_or_by))
    if words.at(index) not in _PARTICIPLES or not (told and counted and gift.end == index and gift.kind in _THINGS):
        return None
    giver, end = NO_SUBJECT, to_or_by + 1
    if words.at(to_or_by) == "by":
        while words.at(end)[:1].isalpha() and words.at(end) not in PREPOSITIONS:
            end += 1
        giver = Subject(to_or_by + 1, end, kind_of(words, to_or_by + 1, end))
    passive = Verb(index, "passive", "pledge")
    return Cue(index, "pledge noun", f"object + {words.at(index)}", gift.start, giver, passive)


def _to_after(words: Words, index: int, kind: str) -> int:
    """The "to" that goes with a cue verb, past an object or a time where the verb may have them; 0 for none."""
    opened = kind in _WITH_TIME and words.at(index + 1) in _OPENS_TIME
    reach = INFINITIVE_REACH if kind in _WITH_OBJECT or opened else 2
    first = past_mark(words, index + 1)
    for place in range(first, min(first + reach, len(words))):
        if words.at(place) == "to":
            timed = opened and place > first
            led_on = timed and verb_after(words, place + 1).kind in ("other", "none")
            return 0 if led_on or (timed and _leads_to_noun(words, index, kind, place)) else place
        if words.at(place) in _ENDS_CLAUSE or not (kind in _WITH_OBJECT or opened or is_adverb(words.at(place))):
            break
    return 0  # so of "plans on a trip to Velland"


def _leads_to_noun(words: Words, index: int, kind: str, to: int) -> bool:
    """Whether a noun follows the "to" of a cue verb, and no infinitive."""
    if words.at(to + 1) in ARTICLES or words.capital(to + 1):
        return True
    given = kind == "commit" or (kind == "pledge" and _has_object(words, index, to))
    return given and verb_after(words, to + 1).kind == "other"


def _has_object(words: Words, index: int, to: int) -> bool:
    """Whether an object stands between a cue verb and its "to"."""
    first = past_mark(words, index + 1)
    return to > first and not (words.at(first) in _ONESELF or is_adverb(words.at(first)))


def _with_to(words: Words, index: int, kind: str, to: int) -> Iterator[Cue]:
    """A cue verb with its "to": "pledged to build", "pledged 2 million to Norrin", "agreed to a truce"."""
    said, verb = words.at(index), verb_after(words, to + 1)
    if verb.kind != "none" and not _leads_to_noun(words, index, kind, to):
        begin = index if words.at(to - 1) in _ASKS else to  # "a vote on whether to leave"
        yield Cue(index, kind, f"{said} + to-infinitive", begin + 1, subject_of(words, index), verb)
    elif kind in ("commit", "pledge"):
        given = _has_object(words, index, to)
        form = f"{said} + object" if given else f"{said} to + noun"
        yield governing(words, index, f"{kind} noun", form, index + 1 if given else to + 1)
    elif kind == "agree" and (to == index + 1 or words.lower[index + 1 : to] == ["in", "principle"]):
        yield governing(words, index, "agree on", f"{said} to + noun", to + 1)


def _without_to(words: Words, index: int, kind: str) -> Iterator[Cue]:
    """A cue verb with "that", an object or "on", or after what is pledged."""
    said, following = words.at(index), words.at(index + 1)
    if kind == "pledge" and (cue := promised_clause(words, index)):
        yield cue
    if kind == "pledge" and following == "that":
        yield governing(words, index, "pledge that", f"{said} that", index + 2)
    elif kind == "pledge" and following in (".", "", "”") and "," in words.lower[max(0, index - 12) : index]:
        if "as" not in words.lower[max(0, index - 4) : index]:  # "will not build it, as it had promised"
            yield _tail(words, index)
    elif kind == "propose" and (following.endswith("ing") or following not in NO_OBJECTS):
        yield governing(words, index, "propose", f"{said} + object", index + 1)
    elif kind in ("pledge", "offer", "commit", "threaten") and _pledged(words, index):
        yield governing(words, index, f"{kind} noun", f"{said} + object", index + 1)
    elif kind == "agree" and (following in ("on", "upon") or _agreed(words, index)):
        yield governing(words, index, "agree on", f"{said} on", index + 2)
    elif kind == "plan" and words.at(index - 1) in BE and said == "planned":
        yield _planned(words, index)
    elif kind == "decide" and _announces_aid(words, index):
        yield governing(words, index, "commit noun", f"{said} + aid", index + 1)
    elif kind in ("plan", "aim", "prepare") and (following in ("on", "an", "a", "for") or following[:1].isdigit()):
        yield governing(words, index, "plan noun", f"{said} + object", index + 1)


def promised_clause(words: Words, index: int) -> Cue | None:
    """A pledge that goes on with what will be: "vowed he would veto it", "promised residents the pier would open".

    None where the clause has an actor of its own, who undertakes it: "promised the government would pay".
    """
    modal = _modal_after(words, index)
    if not modal or words.at(index - 1) in BE or not words.at(modal + 1)[:1].isalpha():
        return None
    if words.at(modal - 1) == "that":
        return None  # "pledged 3 million in aid that will help"
    that = next((i for i in range(index + 1, modal) if words.at(i) == "that"), index)
    verb = verb_after(words, modal + 1)
    form = f"{words.at(index)} + clause"
    if words.at(modal - 1) in PRONOUNS:
        return Cue(index, "pledge", form, modal + 1, subject_of(words, index), verb)
    acts = verb.kind == "action" and kind_of(words, that + 1, modal) in ("name", "actor")
    assured = words.at(index).endswith("assured") and verb.kind not in ("action", "passive")
    if acts or assured or verb.kind == "none":
        return None
    return Cue(index, "pledge", form, that + 1, subject_of(words, index), verb)


def _modal_after(words: Words, index: int) -> int:
    """The "will" or "would" of the clause that is told after a verb, 0 where the clause has none."""
    for place in range(index + 2, min(index + _CLAUSE_REACH, len(words))):
        if words.at(place) in _MODALS:
            return place
        if words.at(place) in _NO_CLAUSE or words.quoted(place) != words.quoted(index):
            break
    return 0


def _planned(words: Words, index: int) -> Cue:
    """What is planned: "the signing of two pacts is planned for May"."""
    subject = subject_of(words, index)
    return Cue(index, "planned", "is planned", subject.start, subject, Verb(index, "concluded", words.at(index)))


def _agreed(words: Words, index: int) -> bool:
    """Whether an agreement is what was agreed: "agreed a pact", "agrees new terms and a deal"."""
    if words.at(index + 1) not in ARTICLES:
        return False
    return any(words.at(i) in language.AGREEMENTS or words.at(i) in language.PLANS for i in range(index + 2, index + 6))


def _pledged(words: Words, index: int) -> bool:
    """Whether what follows a verb is pledged: "pledged 2 million", "committed itself", not "committed a crime"."""
    said, following = words.at(index), words.at(past_mark(words, index + 1))
    if not following or said in _WITHOUT_OBJECT or _adjective(words, index):
        return False
    counted = following in _COMMITTED or _is_amount(words, index + 1)
    return counted or not (following in NO_OBJECTS or said.startswith(("commit", "earmark")))


def _is_amount(words: Words, index: int) -> bool:
    """Whether an amount begins at a word: "3 million", "more than $3 million", "up to 500 troops"."""
    while words.at(index) in _HOW_MUCH:
        index += 1
    return words.at(index)[:1].isdigit() or words.at(index) in SYMBOLS


def _announces_aid(words: Words, index: int) -> bool:
    """Whether an amount of aid is announced: "announced 300 million euros in humanitarian aid"."""
    announced = words.at(index).startswith("announc")
    announced = announced and (words.at(index + 1) in _COMMITTED or _is_amount(words, index + 1))
    reach = range(index + 2, min(index + _AID_REACH, len(words)))
    led = next((i for i in reach if words.at(i) in ("in", "of")), None)
    if not announced or led is None:
        return False
    end = led + 1
    while words.at(end)[:1].isalpha() and words.at(end) not in _AFTER_AID:
        if words.at(end - 1) == "and" and is_past(words, end):
            break  # "in aid and warned of debts"
        end += 1
    given = words.lower[led + 1 : end]
    kept = any(word in _NO_AID and after != "relief" for word, after in pairwise([*given, ""]))
    return not (kept or _AID.isdisjoint(given))


def _adjective(words: Words, index: int) -> bool:
    """Whether a participle describes a noun here: "promising results", "a guaranteed income", "is committed"."""
    before = words.at(index - 1)
    return words.at(index) == "promising" or (
        words.at(index) in _PARTICIPLES
        and (before in ARTICLES or before in BE or before in NO_OBJECTS)
        and before not in ("has", "had", "have", "and", "or", "he", "she", "it", "they", "we", "i")
        and not (before == "," and _ends_aside(words, index - 1))
    )


def _ends_aside(words: Words, comma: int) -> bool:
    """Whether a comma ends what is inserted after the subject, before its verb: "Holt, the mayor, promised voters"."""
    opening = next((i for i in range(comma - 1, 0, -1) if words.at(i) == ","), 0)
    actor = opening > 0 and kind_of(words, max(0, opening - 2), opening) in ("name", "actor")
    return actor and words.at(comma + 2) not in _OPENS_TIME | TIMES


def _tail(words: Words, index: int) -> Cue:
    """A pledge that follows what is pledged: "The line will reopen in May, the operator promised"."""
    main = next((place for place in range(index) if words.at(place) in ("will", "would", "'ll")), index)
    subject = subject_of(words, index)
    if subject.kind in ("it", "third"):
        subject = subject_of(words, main)
    return Cue(index, "pledge tail", f"{words.at(index)} after the sentence", 0, subject, verb_after(words, main + 1))


def is_nominal(words: Words, index: int) -> bool:
    """Whether a word that may be a verb is a noun here: no actor stands right before it."""
    if words.at(index) not in _NOUN_OR_VERB or words.at(index - 1) in _BEFORE_VERB:
        return False
    before = words.at(index - 1)
    if words.at(index + 1) == "by":
        return True  # "pledges by the charity"
    opened = words.at(index - 2) in ("the", "this") and before != "'s"
    if opened and words.at(index).endswith("s") and words.at(index + 1) not in NO_OBJECTS:
        return False  # "the manifesto promises free meals"
    actor = index > 0 and kind_of(words, max(0, index - 2), index) in ("name", "actor")
    plural = before.endswith("s") and before not in ("'s", "its", "his", "this")
    return not (actor or plural) or before == "'s"
