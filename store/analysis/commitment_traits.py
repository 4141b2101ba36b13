"""What is true of a cue and its sentence that speaks for or against a commitment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from store.analysis import commitment_language as language
from store.analysis.action_verbs import lemma_of
from store.analysis.amounts import Amount
from store.analysis.commitment_cues import BE, Cue
from store.analysis.cues import DETERMINERS
from store.analysis.deadlines import Deadline
from store.analysis.grammar import PREPOSITIONS, Subject, Words, subject_of
from store.analysis.roles import TITLES

_PLAN = re.compile(r"\b(?:plans?|propos(?:al|als|e|es|ed|ing)|agenda|platform|blueprint)\b", re.IGNORECASE)
_UNDER_PLAN = re.compile(
    r"\bunder (?:[\w.’'-]+ ){1,5}?(?:plans?|proposals?|deal|agreement|accord|bill|programme|program|pact)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:in|since|of) (?P<year>(?:1[89]|20)\d\d)\b|\b(?:years?|months?|weeks?|days?|decades?) (?:ago|earlier|after)\b"
    r"|\b(?:last|previous) (?:year|month|week|spring|summer|autumn|fall|winter)\b"
)
_LONG_AGO = 2010
"""A year before it is past where an article's date is not known."""
_ANALYSTS = re.compile(
    r"\b(?:experts?|analysts?|analys[ie]s|economists?|stud(?:y|ies)|researchers?|critics?|polls?|estimates?|forecasts?|"
    r"scholars?|observers?|strategists?|scientists?|forecasters?|pollsters?|models?|projections?|"
    r"think tanks?|institut(?:e|ion)s?|(?:policy|research) (?:cent(?:er|re)s?|groups?))\b",
    re.IGNORECASE,
)
_PROMISED = re.compile(r"\b(?:promis|pledg|vow(?:s|ed)\b|commit(?:s|ted|ment)|guarante|assur)", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:many things|things|a lot|(?:great|good) deal|everything|something|anything|our best|good results|succe\w+)"
    r"\b",
    re.IGNORECASE,
)
_NO_ACTORS = frozenset("noun thing it nobody none".split())
"""Kinds of subjects that undertake little themselves."""
_UNDECIDED = frozenset("consider think".split())
"""Verbs of who does not say yet what they will do."""
_ASKING = frozenset("what why how who when where whether do does did is are can could should let".split())
_ENDS = frozenset('. ! ; ” "'.split())
_MODALS = frozenset("may might could can 'd would should will".split())
_OWN = frozenset({("third", "name"), ("third", "actor"), ("third", "third"), ("it", "actor"), ("it", "name")})
"""Kinds of a pronoun and of the reporter that it stands for: "she said she", "the ministry said it"."""
_CLAUSE_EDGES = frozenset(', ; : — – ( “ " that'.split())
_WH = frozenset("who when whether how what why where until".split())
_WISHED = frozenset({"plan", "aim", "prepare", "seek", "ready", "willing", "decide", "vote", "purpose"})
_COMPLETED = frozenset({"decide", "vote", "agreement", "threaten", "order"})
"""Kinds of cues that tell in the perfect of what still stands."""
_PASSIVE = frozenset({"agreement", "proposal", "goal"})
"""Kinds of cues that "was" may stand before in telling of what is done: "a deal was signed"."""
_ANNOUNCING = frozenset("announced announces announce announcing declared assured confirmed warned".split())
"""Reporting verbs of who makes something known."""
_PRESENT = frozenset("has have is are 's 're 've".split())
_UNREPORTED = language.NEGATIONS | language.DENIALS | {"unclear"}
_VOWS = frozenset("promise pledge vow swear".split())
NOT = frozenset(("not", "n't", "never"))
_FORBIDDING = frozenset("banned bans barred bars outlawed forbade forbidden prohibited vetoed stopped".split())
_KEPT = frozenset("honoured honored kept met fulfilled delivered implemented".split())
_CALLED_OFF = frozenset(
    "abandoned axed cancelled canceled ditched dropped frozen halted paused rejected scrapped scuppered shelved "
    "suspended withdrawn".split()
)
_TELLS_ELSE = frozenset(
    "that which who whose where after before because since although though while when until as".split()
)
"""Words after which it is told what befell another thing: "renewed its pledge after talks were suspended"."""
_UNDOING = _CALLED_OFF | language.DENIALS | frozenset("now then never instead none nothing reversed backed".split())
"""What follows "but" where somebody did otherwise than they had promised."""
_GIVEN_UP = frozenset({"plan", "aim", "pledge", "pledge noun", "commit", "commit noun", "agree", "decide", "offer"})
"""Kinds of cues of which "had" may tell that they hold no more."""
_PUTTING = frozenset("call called calls calling put puts putting".split())
_BEFORE_OBJECT = _PUTTING | PREPOSITIONS | {"off", "and", "but", "or", "after", "that", "which", "who"}
"""What the object of a verb does not reach beyond."""
_NO_GIFT = frozenset("after before since during under when while last over through until".split())
"""What follows "pledged" where that tells which money is meant."""
_AFTER_OFF = frozenset((".", ",", ";", "”", "", "until", "till", "for"))
_NOBODY = frozenset(("no", "neither", "none"))
_AUXILIARIES = 3
"""Words before a verb among which its negation stands: "will not be"."""
_SUBORDINATING = frozenset("before until once after unless".split())
_ONESELF = frozenset("itself themselves himself herself ourselves myself".split())
_REMARKING = frozenset("noted argued argues arguing suggested claim claimed claims explained warn warns warned".split())
"""Reporting verbs of who looks on."""
_COMMENT = frozenset("comment confirm reveal disclose identify say speculate elaborate tell name discuss".split())
"""What somebody will not do who keeps something back: no undertaking."""
_PROMISING = frozenset({"will", "would", "pledge", "pledge tail", "plan", "aim", "commit", "agree"})
_GERUNDS = frozenset({"promise", "commit", "intention", "pledge"})
"""Kinds of cues that with a gerund name a cause more than a deed: "committed to fighting crime"."""
_REJECTED = frozenset(
    {"intention", "attempt", "promise", "promise made", "promise of", "proposal", "agreement to", "schedule"}
)
_LIGHT = frozenset(
    "make use take get show play run come hold put help lead work move turn watch walk hit draw catch stand pass fill "
    "feed travel cross carry bring stay race beat ride sing sail film fire fly burn kick".split()
)
"""Actions that are as often no undertaking as one."""
_JOINTS = frozenset(", ; : and but or who which".split())
"""What ends the reach of a word that takes a cue back."""
_DENIED = frozenset("to on its their his her".split())
"""What follows a verb that denies what is told next: "refused to", "abandoned its", not "talks failed"."""
_TAKEN_BACK = 10
_NEAR = 5
_BEFORE = 20


def taken_back(words: Words, cue: Cue) -> bool:
    """Whether a cue tells of no undertaking: "never promised", "denied that it plans", "was accused of planning"."""
    clause = cue.subject.start - (words.at(cue.subject.start - 1) == "that")
    if words.at(clause - 1) in language.DISPUTING:
        return True
    if words.at(clause - 1) in language.CLAIMS and not language.REJECTIONS.isdisjoint(words.lower[: clause - 1]):
        return True  # "rejected reports that it would"
    if cue.kind in ("will", "would") and cue.verb.lemma in _VOWS and negation(words, cue):
        return True  # "will not promise to pay"
    if _comforts(words, cue):
        return True
    if cue.verb.lemma == "cost" and cue.kind != "forecast":
        return True  # "the line would cost 3 million"
    if cue.kind == "rule out" and is_nobody(words, cue.subject):
        return True
    if _given_up(words, cue) or _is_told_of_past(words, cue):
        return True
    if _tells_of_thing(words, cue) or _unkept(words, cue):
        return True
    for index in range(cue.at - 1, max(-1, cue.at - _TAKEN_BACK), -1):
        word, following = words.at(index), words.at(index + 1)
        if word in _JOINTS:
            break
        negated = word in language.NEGATIONS and following != "only" and cue.kind not in ("will", "would")
        denied = word in language.DENIALS and (following in _DENIED or following.endswith("ing"))
        accused = word in language.ACCUSING and "of" in words.lower[max(0, cue.at - 2) : cue.at]
        if (negated and cue.at - index < _NEAR) or denied or accused or word == "allegedly":
            return True
    return False


def _comforts(words: Words, cue: Cue) -> bool:
    """Whether somebody says what will not be, and promises no deed: "will not be left behind", "will not wait"."""
    verb = cue.verb
    idle = verb.lemma in ("forget", "rest", "wait") or (verb.lemma == "leave" and verb.kind == "passive")
    return idle and cue.kind in ("will", "would") and negation(words, cue) != ""


def _is_told_of_past(words: Words, cue: Cue) -> bool:
    """Whether it is told of what was given or proposed: "$3 million pledged after floods", "had proposed a swap"."""
    given = cue.kind.endswith(" noun") and words.at(cue.action) in _NO_GIFT
    given = given and "to" not in words.lower[cue.action : cue.action + _TAKEN_BACK]
    return given or (cue.kind == "propose" and words.at(cue.at - 1) == "had" and words.at(cue.action - 1) != "to")


def _given_up(words: Words, cue: Cue) -> bool:
    """Whether somebody gave up what is told: "has called off plans to", "had promised it, but dropped the idea"."""
    if cue.kind in _REJECTED and _is_put_off(words, cue):
        return True
    if words.at(cue.at - 1) != "had" or cue.kind not in _GIVEN_UP:
        return False
    return any(words.at(i) == "but" and _undoes(words, cue, i + 1) for i in range(cue.verb.index + 1, len(words)))


def _is_put_off(words: Words, cue: Cue) -> bool:
    """Whether a noun is what somebody calls or puts off: "called off its plan to", "put plans to build homes off"."""
    before = cue.at - 1
    while words.at(before)[:1].isalpha() and words.at(before) not in _BEFORE_OBJECT:
        before -= 1
    if words.at(before) == "off":
        return words.at(before - 1) in _PUTTING
    offs = (i for i in range(cue.verb.index + 1, len(words)) if words.at(i) == "off")
    return words.at(before) in _PUTTING and any(words.at(i + 1) in _AFTER_OFF for i in offs)


def _undoes(words: Words, cue: Cue, begin: int) -> bool:
    """Whether words after a "but" tell that somebody did otherwise: "then refused", "built none", "will now send".

    Not where they tell what was said: "stressed that costs may rise", "did not say when".
    """
    clause = [*takewhile(lambda word: word not in _JOINTS, words.lower[begin : begin + _NEAR])]
    if words.at(begin) in DETERMINERS or words.capital(begin):
        return not _CALLED_OFF.isdisjoint(clause)  # of something or somebody else
    lemmas = {lemma_of(word) or word for word in clause}
    if not language.REPORTING.isdisjoint(clause) or not _COMMENT.isdisjoint(lemmas):
        return False
    return cue.verb.lemma in lemmas or not _UNDOING.isdisjoint(clause) or not NOT.isdisjoint(clause[1:])


def _tells_of_thing(words: Words, cue: Cue) -> bool:
    """Whether a thing threatens, or somebody who acts against it tells what it will do: "banned it, saying it will"."""
    effect = cue.verb.kind != "action" or cue.verb.lemma in language.OUTCOMES
    if cue.kind == "threaten":
        return cue.subject.kind == "thing" or (cue.subject.kind == "noun" and effect)
    start = cue.subject.start - (words.at(cue.subject.start - 1) == "that")
    blamed = cue.subject.kind == "it" and effect and words.at(start - 1) in ("saying", "arguing", "claiming", "warning")
    return blamed and not (language.REJECTIONS | _FORBIDDING).isdisjoint(words.lower[:start])


def _unkept(words: Words, cue: Cue) -> bool:
    """Whether a promise is told to be broken, or none is known: "pledges to pay have not been met", "of any plan"."""
    if cue.kind not in ("promise", "intention", "attempt"):
        return False
    broken = (i for i in range(cue.at + 1, len(words)) if words.at(i) in _KEPT and words.at(i - 1) == "been")
    end = next((i for i in range(cue.verb.index + 1, len(words)) if words.at(i) in _TELLS_ELSE), len(words))
    if any(_is_called_off(words, i) for i in range(cue.verb.index + 1, end)):
        return True
    return words.at(cue.at - 1) == "any" or any(not NOT.isdisjoint(words.lower[i - 3 : i - 1]) for i in broken)


def _is_called_off(words: Words, index: int) -> bool:
    """Whether a word tells that a plan was given up: "were dropped", "have been “paused”"."""
    before = index - 1 - (words.at(index - 1) in ("“", '"', "‘", "'"))
    undergoes = words.at(before) in ("was", "were", "been", "being") and words.at(before - 1) not in NOT
    return undergoes and words.at(index) in _CALLED_OFF


def negation(words: Words, cue: Cue) -> str:
    """The word that negates an action, beside its cue or in its subject ("neither side will"); "" without one."""
    if is_nobody(words, cue.subject):
        return words.at(cue.subject.start)
    first = cue.at - (words.at(cue.at - 1) == "never" or words.at(cue.at) in ("going", "gonna"))
    last = cue.action
    if cue.kind == "pledge tail":
        first, last = cue.verb.index - _AUXILIARIES, cue.verb.index
    negated = (words.at(i) for i in range(first, last + 1) if words.at(i) in NOT)
    return next(negated, words.at(last) if words.at(last) in _NOBODY else "")


def is_nobody(words: Words, subject: Subject) -> bool:
    """Whether a subject names nobody: "neither side", "no member"; "No. 10" is somebody."""
    first = words.at(subject.start)
    return subject.end > 0 and (first == "nobody" or (first in _NOBODY and words.at(subject.start + 1).isalpha()))


def traits(
    words: Words, cue: Cue, deadline: Deadline | None, amount: Amount | None, published: str | None
) -> list[str]:
    """What is true of a cue, as keys of the table of weights.

    Args:
        words: The sentence.
        cue: One of its cues.
        deadline: The deadline that goes with it.
        amount: The amount that goes with it.
        published: ISO date of the article.
    """
    actor = "patient" if cue.verb.kind == "passive" or cue.kind == "planned" else cue.subject.kind
    found = [f"cue {cue.kind}", f"subject {actor}"]
    if cue.verb.kind != "concluded":  # the cue itself
        found.append(f"verb {cue.verb.kind}")
    if cue.kind in ("will", "would") and words.at(cue.subject.end - 1) == "i":
        found.append("I")
    if words.at(cue.at) in ("'ll", "'d"):
        found.append("contraction")
    if deadline and deadline.force > 1:
        found.append("deadline" if deadline.force == 3 else "time")
    if cue.kind == "will" and cue.subject.kind == "thing" and cue.verb.kind == "action":
        found.append("thing acts")
    elif amount and cue.verb.kind != "uncontrolled":
        found.append("quantity")
    return [
        *found,
        *_of_sentence(words, cue, published),
        *_of_clause(words, cue),
        *_of_deed(words, cue),
        *_of_report(words, cue),
    ]


def _of_sentence(words: Words, cue: Cue, published: str | None) -> Iterator[str]:
    """Traits of the whole sentence."""
    sentence = words.sentence
    if sentence.rstrip("”\"’' ").endswith("?"):
        yield "question"
    if next((word for word in words.lower[:3] if word[0].isalpha()), "") in _ASKING:
        yield "asking"
    bare = cue.verb.kind not in ("action", "passive") and words.at(cue.verb.index + 1) in _ENDS
    if bare or cue.verb.lemma in _UNDECIDED or _VAGUE.search(sentence, words.spans[cue.at][1]):
        yield "vague"
    aside = words.at(cue.at - 1) == "," and words.at(cue.subject.end) == ","  # "Tesk, founded in 1994, plans to"
    around = words.text(cue.at if aside else max(0, cue.at - 8), min(len(words), cue.at + 5)).lower()
    if cue.kind not in ("will", "would") and any(
        _is_past(found, published) and not _is_when_agreed(words, cue, found) for found in _PAST.finditer(around)
    ):
        yield "past"
    if _ANALYSTS.search(sentence):
        yield "analyst would" if cue.kind == "would" else "analyst"
    if _UNDER_PLAN.search(sentence):
        yield "under a plan"
    if cue.kind in ("will", "would") and _PROMISED.search(sentence):
        yield "promise in sentence"
    if _PLAN.search(words.text(cue.subject.start, cue.subject.end)):
        yield "plan subject"


def _is_when_agreed(words: Words, cue: Cue, found: re.Match[str]) -> bool:
    """Whether a time past is when a promise was given that may stand: "committed itself in 2021 to building a dam"."""
    when = found[0].lower()
    between = [word for word in words.lower[cue.at + 1 : cue.action - 1] if word not in _ONESELF]
    if cue.kind == "agree":
        return not found["year"] and " ".join(between) == when
    return cue.kind in ("pledge", "commit") and " ".join(between).endswith(when)


def _is_past(found: re.Match[str], published: str | None) -> bool:
    """Whether a time lies before an article's: "in 2011", "two years ago"."""
    this_year = re.match(r"\d{4}\b", published or "")
    return not found["year"] or int(found["year"]) < (int(this_year[0]) if this_year else _LONG_AGO)


def _of_clause(words: Words, cue: Cue) -> Iterator[str]:
    """Traits of the words just around the cue."""
    near = words.lower[max(0, cue.at - _NEAR) : cue.at]
    before = words.lower[max(0, cue.at - _BEFORE) : cue.at]
    if cue.kind not in ("will", "would"):
        yield from _denied(words, cue, before)
    if any(word in language.DOUBT for word in before + words.lower[cue.at : cue.at + 4]):
        yield "doubt"
    if any(word in language.DUTY for word in near):
        yield "duty"
    if any(word in language.OPINIONS for word in before) and not _warns(words, cue):
        yield "opinion"
    if any(word in _MODALS for word in near[-3:]):
        yield "modal before"
    if "had" in near or "'d" in near:
        yield "past perfect"
    if words.at(cue.subject.end) in ("that", "which") and cue.subject.end < cue.at:
        yield "relative clause"
    if "also" in words.lower[max(0, cue.at - 3) : cue.at + 3]:
        yield "also"
    start = cue.at
    joined = cue.subject.start if cue.kind in ("will", "would") and words.at(cue.subject.start - 1) == "and" else 0
    while start > joined and words.at(start - 1) not in _CLAUSE_EDGES:
        start -= 1  # "if rents rise and the union will build" ends what is conditional
    clause = words.lower[start : cue.at]
    if ("if" in clause or "unless" in clause) and BE.isdisjoint(words.lower[start : cue.subject.start]):
        yield "in if-clause"  # not "if the loan is paid the firm promises"
    if any(word in _WH for word in clause) or (clause and clause[0] in _SUBORDINATING):
        yield "in wh-clause"


def _denied(words: Words, cue: Cue, before: list[str]) -> Iterator[str]:
    """Traits by which a verb or noun that promises may be taken back, asked of another, or not yet done."""
    if any(word in language.DENIALS for word in before[-8:]) or (
        cue.kind in _REJECTED and not language.REJECTIONS.isdisjoint(before[-8:])
    ):
        yield "denied"
    if any(word in language.REQUESTS for word in before[-8:]):
        yield "request"
    if words.at(cue.at - 1) == "to" and words.at(cue.at - 2) != "going":
        yield "infinitive cue"


def _of_deed(words: Words, cue: Cue) -> Iterator[str]:
    """Traits of the cue's tense and of what is to be done."""
    if cue.kind in _COMPLETED and words.at(cue.at - 1) in ("has", "have", "'s", "'ve"):
        yield "perfect"
    elif words.at(cue.at - 1) in ("was", "were") and cue.kind not in _PASSIVE:
        yield "past state"
    elif (
        cue.kind in _WISHED
        and words.at(cue.at).endswith(("ed", "ght", "meant", "chose"))
        and words.at(cue.at - 1) not in _PRESENT
    ):
        yield "past wish"
    if cue.kind in _GERUNDS and words.at(cue.verb.index).endswith("ing") and words.at(cue.verb.index) != cue.verb.lemma:
        yield "gerund"
    if cue.verb.lemma in language.OUTCOMES and cue.kind != "forecast":
        yield "outcome"
    if cue.kind == "will" and cue.verb.kind == "passive":
        yield "thing undergoes" if cue.subject.kind == "thing" else "passive will"
    if cue.kind in ("will", "would") and cue.verb.kind == "action" and cue.verb.lemma in _LIGHT:
        yield "light verb"
    if cue.verb.lemma in _COMMENT and language.NEGATIONS.intersection(words.lower[cue.at : cue.verb.index]):
        yield "no comment"


def _of_report(words: Words, cue: Cue) -> Iterator[str]:
    """Traits of the speech in which the cue stands."""
    reporters = [index for index, word in enumerate(words.lower) if word in language.REPORTING and index != cue.at]
    quoted = words.quoted(cue.subject.start) if cue.subject.end else words.quoted(cue.at)
    if words.quoted(cue.at):
        yield "in quotes"
    if cue.subject.kind in _NO_ACTORS and language.CONDITION.search(words.sentence):
        yield "on a condition"
    if quoted and words.at(cue.subject.end - 1) == "they" and any(not words.quoted(index) for index in reporters):
        yield "others"  # whom a speaker calls "they"; "she" may be whom a spokesman speaks for
    earlier = [index for index in reporters if index < cue.at]
    if earlier:
        yield "reported before"
        if words.at(earlier[-1]) in _ANNOUNCING:
            yield "announced"
        elif words.at(earlier[-1]) in ("say", "says"):
            yield "says"
        if not _UNREPORTED.isdisjoint(words.lower[max(0, earlier[-1] - 3) : earlier[-1]]):
            yield "not said"
        if (
            cue.kind in _PROMISING
            and cue.subject.start - earlier[-1] <= _NEAR
            and words.quoted(earlier[-1]) == quoted
            and not (cue.subject.kind == "it" and cue.verb.kind == "be")
            and _agree(words, cue.subject, subject_of(words, earlier[-1]))
        ):
            yield "reporter's own"
    elif reporters:
        yield "reported after"
    if (
        cue.kind in ("will", "would")
        and cue.verb.kind == "passive"
        and cue.verb.lemma in language.ACTIONS
        and any(words.at(index) not in _REMARKING for index in reporters)
    ):
        yield "passive reported"


def _agree(words: Words, pronoun: Subject, reporter: Subject) -> bool:
    """Whether a pronoun may stand for who reports: "she said she", "the ministry said it", not "doctors say he"."""
    named = words.capital(reporter.end - 1) and (reporter.end > 1 or reporter.kind == "name")
    many = words.at(reporter.end - 1).endswith("s") and not named
    one = words.at(pronoun.end - 1) in ("he", "she", "it")
    person = not TITLES.isdisjoint(words.lower[reporter.start : reporter.end])
    return (pronoun.kind, reporter.kind) in _OWN and not (one and many) and not (pronoun.kind == "it" and person)


def _warns(words: Words, cue: Cue) -> bool:
    """Whether somebody warns of what they will do themselves: "commanders warned they will shoot"."""
    return cue.subject.kind == "third" and words.at(cue.subject.start - 1) in ("warn", "warns", "warned")
