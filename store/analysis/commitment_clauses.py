"""Several commitments of one sentence: clauses of several actors, and several deeds that one promises.

"…, while the Rotary Club has committed £10,000" has an actor of its own; "… to build 300 homes by 2031 and to hand
£2,500 to every family" tells of two deeds, each with figures of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.analysis import commitment_language as language
from store.analysis.action_verbs import verb_after
from store.analysis.commitment_actions import OPENS_CLAUSE, action_end
from store.analysis.commitment_cues import Cue
from store.analysis.commitment_headlines import resumes_headline
from store.analysis.commitment_traits import negation
from store.analysis.cues import DAYS, DETERMINERS
from store.analysis.currencies import SYMBOLS
from store.analysis.elapsed import UNITS
from store.analysis.grammar import PREPOSITIONS, Subject, Words, is_adverb, kind_of
from store.analysis.months import MONTHS
from store.analysis.numerals import WORDS as NUMBERS
from store.model import Span

CLAUSE_ENDS = " ,;–—-(…"
"""Blanks and marks that end no clause in itself."""
_JOINTS = frozenset("and but ; while whereas".split())
_ACTORS = frozenset(("name", "actor", "noun"))
_BEFORE_ACTOR = DETERMINERS | {"that"}
_PARTS = frozenset(", and or but ;".split())
"""What a subject is not parted by from its verb: "of the EU, and will"."""
_COMMITTING = frozenset(
    ("pledge", "pledge noun", "commit", "commit noun", "agree", "threaten", "agreement", "agreement to", "goal")
)
"""Kinds of cues whose verb promises by itself."""
_MODALS = frozenset("will would shall".split())
_LISTING = frozenset((",", ";", "and"))
_NO_ACTOR = _LISTING | PREPOSITIONS - {"of"}
"""What does not stand in the name of who gives."""
_CAUSING = frozenset("let help make see have".split())
"""Verbs after which others do what is told: "let farmers sell land and build homes"."""
_FURTHER = frozenset("further additional extra another".split())
_LEADS_TIME = frozenset("until before after since".split())
_BEFORE_TIME = frozenset("the end start beginning middle of early late mid in on next this at least about".split())
"""Words that lead to a time."""
_YEARS = range(1900, 2101)
_NO_COUNT = frozenset(("a", "an", "one"))


@dataclass(frozen=True, slots=True)
class Deed:
    """One of the deeds that a cue promises, as if its sentence told of that one alone.

    `words` are those up to the deed, then the deed; `span` is where it stands in the sentence (characters). What
    `shares_end` is told to hold for the deed before it too: "build 300 homes and repair 20 schools by 2031".
    """

    words: Words
    cue: Cue
    span: Span
    shares_end: bool


def joint_between(words: Words, first: Cue, second: Cue) -> int | None:
    """The word that joins the clause of a cue to that of an earlier one; None where both are of one clause.

    The later clause has an actor of its own, in which what is joined is no name ("Norrin and Lest pledged"), or shares
    that of the earlier: "will pay for schools and will send 200 teachers".
    """
    subject, end = second.subject, action_end(words, first)
    if shares_actor(words, first, second):
        joint = second.at - 1
        further = first.verb.kind == "concluded" and second.kind in _COMMITTING
        apart = end <= joint or further or repeats_modal(words, first, second)
    else:
        joint = end + (words.at(end) == "," and words.at(end + 1) in _JOINTS)
        joint += words.at(joint) == ";" and words.at(joint + 1) in ("and", "but")
        added = next((i for i in range(end, subject.start) if words.at(i) == "adding"), -1)
        joint = added if added > 0 and words.at(added - 1) == "," else joint
        apart = (
            (words.at(joint) in _JOINTS or joint == added)
            and joint < subject.start
            and _PARTS.isdisjoint(words.lower[subject.end : second.at])
            and (_reports(words, subject.start) or _opens_with(words, joint + 1, subject.start))
        )
    apart = apart and first.verb.index < joint
    apart = apart and words.quoted(joint) == words.quoted(first.at) == words.quoted(second.at)
    names = words.at(joint) == "and" and words.capital(joint - 1) and words.capital(joint + 1)
    return joint if apart and not names else None


def _opens_with(words: Words, begin: int, end: int) -> bool:
    """Whether no more than an article or adverb stands among words, before an actor."""
    return all(word in _BEFORE_ACTOR or is_adverb(word) for word in words.lower[begin:end])


def shares_actor(words: Words, first: Cue, second: Cue) -> bool:
    """Whether the later of two cues has no actor but that of the earlier: "will pay for schools and will send"."""
    joined = words.at(second.at - 1) in _JOINTS or resumes_headline(words, second.at)
    joined = joined or (words.at(second.at - 1) == "," and repeats_modal(words, first, second))
    return joined and second.subject.end <= first.at


def repeats_modal(words: Words, first: Cue, second: Cue) -> bool:
    """Whether the later of two cues is the "will" or "would" of the earlier again: "would hire 300 and would waive"."""
    modal = words.at(second.at)
    return modal in _MODALS and modal in (words.at(first.at), words.at(first.action - 1))


def is_told_apart(words: Words, first: Cue, second: Cue) -> bool:
    """Whether the later of two cues names an actor of its own, has a verb that commits, or a report: "and said it"."""
    own = second.subject.start > first.at
    reported = own and second.subject.kind in ("it", "third") and _reports(words, second.subject.start)
    return reported or (own and second.subject.kind in _ACTORS) or second.kind in _COMMITTING


def _reports(words: Words, start: int) -> bool:
    """Whether a verb that reports stands right after a joint, and before a pronoun: "and said that | it"."""
    verb = start - 1 - (words.at(start - 1) == "that")
    return words.at(verb) in language.REPORTING and words.at(verb - 1) in _JOINTS


def deeds_of(words: Words, cue: Cue, end: int) -> list[Deed]:
    """The deeds that a cue promises up to a place (characters), in order; [] where it is one.

    There are several where one tells how much or by when.
    """
    if negation(words, cue):
        return []
    if given := _gapped(words, cue, end):
        return given
    starts = [*_further_deeds(words, cue)]
    while starts and "and" not in words.lower[starts[-1][0] : starts[-1][1]]:
        starts.pop()  # "merge the two, to form one": to what end
    places = [cue.action, *(start for _, start, _ in starts)]
    joints = [*(joint for joint, _, _ in starts), action_end(words, cue)]
    counted = [_counts(words, start, joint) for start, joint in zip(places, joints, strict=True)]
    if not any(counted) or not starts:
        return []
    begin = words.spans[cue.action][0]
    deeds = []
    bounds = [*(len(words.sentence[: words.spans[joint][0]].rstrip(CLAUSE_ENDS)) for joint, _, _ in starts), end]
    for number, (start, stop) in enumerate(zip(places, bounds, strict=True)):
        first = words.spans[start][0]
        alone = Words(words.sentence[:begin] + words.sentence[first:stop])
        led = words.spans[start - 1][0] if number and words.at(start - 1) == "to" else first
        verb = verb_after(alone, cue.action)
        deeds.append(Deed(alone, replace(cue, verb=verb), (led, stop), number > 0 and starts[number - 1][2]))
    return deeds


def _gapped(words: Words, cue: Cue, end: int) -> list[Deed]:
    """What several give by one verb, up to a place; [] where one does: "Norrin pledged $3 million, Lest $2 million"."""
    if not (cue.kind.endswith(" noun") and _is_count(words.at(cue.action))):
        return []
    deeds: list[Deed] = []
    stop = end
    for joint in range(len(words) - 1, cue.action, -1):
        if words.at(joint) in _LISTING and words.spans[joint][0] < end and (given := _given(words, cue, joint, stop)):
            deeds.append(given)
            stop = len(words.sentence[: words.spans[joint][0]].rstrip(CLAUSE_ENDS))
    first = Deed(Words(words.sentence[:stop]), cue, (words.spans[cue.at][0], stop), False)
    return [first, *reversed(deeds)] if deeds else []


def _given(words: Words, cue: Cue, joint: int, stop: int) -> Deed | None:
    """What another gives between a joint and a place: ", | Lest $2 million". Its words are its actor, where it stands.

    The verb of the cue and what is given follow.
    """
    start = joint + 1 + (words.at(joint + 1) == "and")
    counts = (i for i in range(start + 1, len(words)) if _is_count(words.at(i)) or _is_further(words, i))
    count = next(counts, len(words))
    actor = Subject(0, count - start, kind_of(words, start, count))
    gives = actor.kind in ("name", "actor") and _NO_ACTOR.isdisjoint(words.lower[start:count])
    if count == len(words) or not gives:
        return None
    low = words.spans[start][0]
    said = words.text(cue.at, cue.action)
    alone = Words(f"{' ' * low}{words.text(start, count)} {said} {words.sentence[words.spans[count][0] : stop]}")
    action = actor.end + cue.action - cue.at
    own = replace(cue, at=actor.end, action=action, subject=actor, verb=verb_after(alone, action))
    return Deed(alone, own, (low, stop), False)


def _further_deeds(words: Words, cue: Cue) -> Iterator[tuple[int, int, bool]]:
    """Each further deed of a cue: the word that joins it, its verb, and whether no "to" stands before that."""
    if not 0 <= cue.at < cue.action <= cue.verb.index or cue.verb.kind not in ("action", "other"):
        return
    if cue.verb.lemma in _CAUSING:
        return
    infinitive, verb = words.at(cue.action - 1) == "to", cue.verb.index
    inner = not infinitive and words.at(verb - 1) == "to"  # "pledged | $3 million to build homes and mend"
    for index in range(verb + 1, action_end(words, cue) - 1):
        word = words.at(index)
        if word in OPENS_CLAUSE and not (word in _LEADS_TIME and _is_time(words, index + 1)):
            return
        joins = word in _LISTING and words.quoted(index) == words.quoted(cue.action)
        start = index + 1
        apart = not inner or words.at(index - 1) == ","  # not "pay $3 million to settle claims and to end a probe"
        bare = _is_bare_verb(words, start, word == "and") and index > verb + 1  # not "mend and repaint 3 schools"
        if joins and infinitive and apart and words.at(start) == "to" and verb_after(words, start + 1).kind == "action":
            yield index - (words.at(index - 1) == ","), start + 1, False
            inner, verb = False, start + 1
        elif word == "to" and words.at(index - 1) not in _LISTING and words.at(index + 1) in language.ACTIONS:
            inner = True  # "send experts to train teachers and build schools"
        elif joins and not inner and (bare or _is_further(words, start)):
            yield index - (words.at(index - 1) == ","), start, True
            verb = start


def _is_bare_verb(words: Words, index: int, last: bool) -> bool:
    """Whether a verb stands at a word with its object, which is counted unless the verb is the last of a list."""
    following = words.at(index + 1)
    return words.at(index) in language.ACTIONS and (_is_count(following) or (last and following in DETERMINERS))


def _is_further(words: Words, index: int) -> bool:
    """Whether a further amount is given from a word on: "a further | 150 million", "another | $3 million"."""
    index += words.at(index) in ("a", "an")
    return words.at(index) in _FURTHER and _is_count(words.at(index + 1))


def _is_time(words: Words, index: int) -> bool:
    """Whether words tell when, and no clause: "until | the end of 2027", "before | May", "after | 20 days"."""
    while words.at(index) in _BEFORE_TIME:
        index += 1
    word, following = words.at(index), words.at(index + 1)
    named = word in MONTHS or word in DAYS or (word.isdecimal() and int(word) in _YEARS)
    return named or (_is_count(word) and (following in MONTHS or following in UNITS))


def _counts(words: Words, start: int, end: int) -> bool:
    """Whether a number stands among words; "one" is none but in "day one"."""
    return any(_is_count(words.at(i)) or (words.at(i) == "one" and words.at(i - 1) in UNITS) for i in range(start, end))


def _is_count(word: str) -> bool:
    """Whether a word is a number: "8", "60,000", "five", "$"."""
    return word[:1].isdigit() or word in SYMBOLS or (word in NUMBERS and word not in _NO_COUNT)
