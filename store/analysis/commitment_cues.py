"""Cues of commitments in a sentence: "will", "pledged to", "signed a deal", "a goal was set", "plans to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.analysis import commitment_language as language
from store.analysis.grammar import (
    NO_SUBJECT,
    PRONOUNS,
    Subject,
    Verb,
    Words,
    head_of,
    is_adverb,
    is_past,
    kind_of,
    owner_of,
    subject_of,
    verb_after,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at the word `at`, with its subject and the verb it governs.

    `kind` is a key of the weights and strengths, `form` the pattern in words; the action begins at the word `action`.
    """

    at: int
    kind: str
    form: str
    action: int
    subject: Subject
    verb: Verb


_LETTERS = re.compile("[a-z]+")
_CUE_WORDS = (
    frozenset("will ll wo won shall would d going".split())
    | language.CONCLUDED
    | language.AGREEMENTS
    | language.GOALS
    | language.PROMISES
    | language.INTENTIONS
    | language.CUE_VERBS.keys()
    | language.SETS_DOWN
    | language.SETS_DOWN_FOR
    | language.ORDERING
    | {"decision", "decisions", "ruled", "rules", "ruling"}
)
_ARTICLES = frozenset("the a an its their his her our my this that no any".split())
_BEFORE_NOUN = _ARTICLES | {"under", "of", "on", "for", "new", "'s"}
_NO_OBJECTS = frozenset(
    "to that by in on at of for with from as is was were are has had he she it they we i you nothing something and or "
    "but , . : ; ? ! ) ” \" '".split()
)
_BE = frozenset("is are was were be been being am 's 're 'm seems appears stand stands stood".split())
_BE_NEEDED = frozenset({"ready", "schedule", "forecast"})
_WITH_OBJECT = frozenset({"pledge", "commit", "agree", "forecast", "schedule", "oblige"})
_BINDING = language.AGREEMENTS | frozenset("convention conventions charter plan constitution".split())
"""What obliges somebody to act, where others only ask."""
_WITH_TIME = frozenset({"plan", "aim", "decide"})
"""Kinds of cues that may tell when before what: "intends in the near future to rescind"."""
_WITHOUT_OBJECT = frozenset("assured reassured undertook undertaken undertake undertakes".split())
_ONESELF = frozenset("itself themselves himself herself ourselves myself".split())
_COMMITTED = _ONESELF | frozenset("$ € £ troops funds money resources".split())
_PARTICIPLES = frozenset("guaranteed assured reassured committed promised pledged offered".split())
_NOUN_OR_VERB = frozenset(
    "plan plans promise promises pledge pledges vow vows offer offers bid hope hopes aim guarantee guarantees".split()
)
_BEFORE_VERB = language.FIRST | language.THIRD | frozenset("who it also now still to will but".split())
_ENDS_CLAUSE = frozenset('that , . for with and but " “ ”'.split())
_ENDS_OBJECT = frozenset(". ; : ” that who which it he she they was were is are".split())
_OPENING = _CUE_WORDS | _BE | {"to", "'ll", "'d"}
"""Words at which a cue may be."""
_AIMS = frozenset("goal goals aim aims objective target plan intention mission purpose ambition task".split())
_AIM_REACH = 10
_HEADLINE_SUBJECT = 9
_FIRMS = frozenset("co corp inc ltd".split())
"""Abbreviations whose full stop may end a headline: "Norrin to buy Tallow Inc."."""
_HEADLINE_ENDS = frozenset(": ; after as amid before if despite unless when while . – —".split())
_VERBAL = language.REPORTING | frozenset(
    "is are was were be been has have had will would can could may might should must do does did how what where when "
    "why who whom which that if i you we he she they it 's 're".split()
)
"""What no headline has that announces with an infinitive: a finite verb, a pronoun."""
_TAKES_INFINITIVE = (
    language.INTENTIONS
    | language.PROMISES
    | language.AGREEMENTS
    | frozenset(
        "right time way ways need ability able call calls move moves chance chances vote pressure "
        "failure refusal decision reason reasons bill ready power opportunity talks due set likely free easy hard best "
        "first next up close back from in on at for and or not according thanks prior".split()
    )
)
_WISHES = frozenset("like prefer love rather welcome".split())
_ASKS = frozenset("whether how what where when".split())
_AFTER_HAD = frozenset("have be been had better gone got known left led".split())
"""Words after "’d" that it promises nothing with, most of which it is "had" before."""
_SETTING = frozenset("set sets setting adopted reaffirmed pursue pursuing announced".split())
_GIVING = frozenset(
    "made make makes gave give gives given extended extends reaffirmed reaffirms reiterated reiterates renewed renews "
    "expressed confirmed have".split()
)
_RELATIVE = frozenset(("that", "which"))
"""After an agreement: "a contract that was signed" tells which, not that it was."""
_DECIDING = frozenset("taken made took reached".split())
_CONCLUDING = frozenset("reached signed struck made concluded".split())
_PLANS_CONCLUDED = frozenset("worked hammered drew drafted signed adopted approved".split())
_IS = frozenset("is are was were am s re m".split())
"""Forms of "be" in their letters."""
_OPENS_TIME = frozenset("in by on over at as this next within later early".split())
_INFINITIVE_REACH = 6
_OBJECT_REACH = 9
_PURPOSE_REACH = 14
_BINDING_REACH = 8


def may_have_cue(sentence: str) -> bool:
    """Whether a sentence has a word that a cue needs: quick, so that most sentences are looked at no further."""
    words = _LETTERS.findall(sentence.lower())
    return (
        not _CUE_WORDS.isdisjoint(words)
        or "to" in words[: _HEADLINE_SUBJECT + 1]
        or any(word in _IS and _follows(words[index + 1 : index + 3]) for index, word in enumerate(words))
    )


def _follows(words: list[str]) -> bool:
    return any(word == "to" or word.endswith("ing") for word in words)


def find_cues(words: Words) -> Iterator[Cue]:
    """Yield the cues of a sentence in order."""
    titled = _titled(words)
    for index, word in enumerate(words.lower):
        if word not in _OPENING:
            continue
        if word in ("will", "'ll", "shall") or (word == "wo" and words.at(index + 1) == "n't"):
            yield from _will(words, index)
        elif word in ("would", "'d"):
            if words.at(index + 1) not in _WISHES and (word == "would" or not _is_had(words, index + 1)):
                yield _governing(words, index, "would", "would", index + 1)
        elif word == "going" and words.at(index + 1) == "to":
            yield _governing(words, index, "will", "going to", index + 2)
        elif word in ("is", "are") and words.at(_is_what(words, index)) == "to":
            yield from _is_to(words, index)
        elif word in _BE and _progressive(words, index):
            yield _governing(words, index, "progressive", f"{words.at(index - 1)} {word} … -ing", index + 1)
        elif word == "to" and _heads(words, index):
            yield _governing(words, index, "headline", "to-infinitive of a headline", index + 1)
        elif (
            word in language.CUE_VERBS
            and not _nominal(words, index)
            and (titled or not words.capital(index) or not index)
        ):
            yield from _verbal(words, index, language.CUE_VERBS[word])
        elif word in language.PROMISES or word in language.INTENTIONS:
            yield from _noun(words, index)
        elif word in language.AGREEMENTS:
            yield from _agreement(words, index)
        elif word in ("decision", "decisions"):
            yield from _decision(words, index)
        elif word in ("ruled", "rules", "ruling") and words.at(index + 1) == "out" and words.at(index + 2) != "of":
            yield _governing(words, index, "rule out", "ruled out", index + 2)
        elif word in language.ORDERING:
            yield from _order(words, index)
        elif word in language.SETS_DOWN or (word in language.SETS_DOWN_FOR and words.at(index + 1) == "for"):
            yield from _document(words, index)
        if word in language.CONCLUDED:
            yield from _concluded(words, index)
        if word in language.GOALS:
            yield from _goal(words, index)


def _governing(words: Words, at: int, kind: str, form: str, action: int) -> Cue:
    return Cue(at, kind, form, action, subject_of(words, at), verb_after(words, action))


def _is_had(words: Words, index: int) -> bool:
    """Whether "’d" before a word is no "would" of an undertaking: "he’d seen", "she’d never been", "we’d be"."""
    while is_adverb(words.at(index)):
        index += 1
    word = words.at(index)
    base = word in language.ACTIONS or word in language.NO_CONTROL  # "proceed"
    return word in _AFTER_HAD or (is_past(words, index) and not base)


def _progressive(words: Words, index: int) -> bool:
    """Whether who reports tells what they are about to do: "said she is leaving", "announced it was launching"."""
    reporter = words.at(index - 2 - (words.at(index - 2) == "that"))
    participle = _is_what(words, index)
    return (
        words.at(index - 1) in PRONOUNS
        and reporter in language.REPORTING
        and words.at(participle).endswith("ing")
        and words.at(participle) not in language.CUE_VERBS
        and words.at(participle) != "going"
        and verb_after(words, participle).kind == "action"
    )


def _document(words: Words, index: int) -> Iterator[Cue]:
    """What a plan or a law sets down: "the budget calls for cuts", "the programme envisages 5 schools"."""
    subject = subject_of(words, index)
    document = words.at(head_of(words, subject.start, subject.end))
    action = index + 1 + (words.at(index + 1) == "for")
    passive = words.at(index - 1) in _BE or words.at(action) in ("by", "in")
    if document in language.DOCUMENTS and not passive:
        form = f"{document} {words.text(index, action)}"
        yield Cue(index, "document", form, action, subject, verb_after(words, action))


def _order(words: Words, index: int) -> Iterator[Cue]:
    """An order, not the noun: "the president ordered a review", "the order instructs the agency to act"."""
    said, before = words.at(index), words.at(index - 1)
    noun = said == "orders" and (before in _BEFORE_NOUN or before == "executive" or is_past(words, index - 1))
    if noun or before in _BE or words.at(index + 1) in _NO_OBJECTS - {"that"}:
        return
    cue = _governing(words, index, "order", f"{said} + object", index + 1)
    if said != "orders" or cue.subject.kind in ("name", "actor", "first", "third"):
        yield cue


def _is_to(words: Words, index: int) -> Iterator[Cue]:
    """ "The line is to open in May"; "our goal is to open the line"."""
    action = _is_what(words, index) + 1
    aim = next((i for i in range(max(0, index - _AIM_REACH), index) if words.at(i) in _AIMS), None)
    if aim is not None:
        yield Cue(aim, "intention", f"{words.at(aim)} is to", action, owner_of(words, aim), verb_after(words, action))
    else:
        yield _governing(words, index, "schedule", f"{words.at(index)} to", action)


def _is_what(words: Words, index: int) -> int:
    """Where what follows "is" stands: after an adverb that denies nothing, "is then to"."""
    following = words.at(index + 1)
    return index + 1 + (following in language.ADVERBS and following not in language.NEGATIONS)


def _titled(words: Words) -> bool:
    """Whether a sentence is a headline Whose Words Begin With Capitals."""
    letters = [word for word in words.written if word[0].isalpha() and len(word) > 3]
    return len(letters) > 2 and all(word[0].isupper() for word in letters)


def _heads(words: Words, index: int) -> bool:
    """Whether "to" opens what a headline announces: "Minister to visit Velland", without other verbs or a full stop."""
    if not 0 < index <= _HEADLINE_SUBJECT or words.at(0) in _ARTICLES or not words.capital(0):
        return False
    if (
        (words.at(len(words) - 1) == "." and words.at(len(words) - 2) not in _FIRMS)
        or words.at(index - 1) in _TAKES_INFINITIVE
        or not words.at(index - 1)[0].isalnum()
    ):
        return False
    if any(_may_be_verb(words, at) for at in range(index)):
        return False
    for at in range(index + 1, len(words)):
        if words.at(at) in _HEADLINE_ENDS:
            break
        if words.at(at) in _VERBAL:
            return False
    return verb_after(words, index + 1).kind in ("action", "other", "passive")


def _may_be_verb(words: Words, index: int) -> bool:
    """Whether a word of a headline may be its verb: "Storm prompts airlines to cancel", "Parents rally to save"."""
    word, base = words.at(index), words.at(index).removesuffix("s")
    if word in _VERBAL or word in language.CUE_VERBS or is_past(words, index):
        return True
    finite = word != base or words.at(index - 1).endswith("s")
    return index > 0 and finite and base in language.ACTIONS | language.NO_CONTROL and base not in language.ACTORS


def _will(words: Words, index: int) -> Iterator[Cue]:
    """ "will" as a verb, not as a noun ("their will") or a name ("Will Smith")."""
    before = words.at(index - 1)
    if before in _ARTICLES - {"this", "that"} or before == "free":
        return
    if words.capital(index) and ((index and before not in ("“", '"', "‘")) or words.capital(index + 1)):
        return
    yield _governing(words, index, "will", "will", index + 1)


def _verbal(words: Words, index: int, kind: str) -> Iterator[Cue]:
    """A cue verb with "to" and an infinitive; some also with "that", an object or "on"; pledges after a sentence."""
    said = words.at(index)
    if kind in _BE_NEEDED and not any(word in _BE for word in words.lower[max(0, index - 4) : index]):
        return
    if kind == "oblige" and _BINDING.isdisjoint(words.lower[max(0, index - _BINDING_REACH) : index]):
        return
    if kind == "propose" and said == "proposed" and words.at(index - 1) in _BEFORE_NOUN:
        return
    if said in ("sworn", "swear", "swore", "swears") and words.at(index + 1) == "in":
        return
    opened = kind in _WITH_TIME and words.at(index + 1) in _OPENS_TIME
    reach = _INFINITIVE_REACH if kind in _WITH_OBJECT or opened else 2
    for action in range(index + 1, min(index + 1 + reach, len(words))):
        if words.at(action) == "to":
            verb = verb_after(words, action + 1)
            noun = words.at(action + 1) in _ARTICLES or words.capital(action + 1)
            given = action > index + 1 and not (words.at(index + 1) in _ONESELF or is_adverb(words.at(index + 1)))
            noun = noun or (verb.kind == "other" and (kind == "commit" or (kind == "pledge" and given)))
            if opened and action > index + 1 and (noun or verb.kind in ("other", "none")):
                break  # "plans on a trip to Velland"
            if verb.kind != "none" and not noun:
                begin = index if words.at(action - 1) in _ASKS else action  # "a vote on whether to leave"
                yield Cue(index, kind, f"{said} + to-infinitive", begin + 1, subject_of(words, index), verb)
            elif kind in ("commit", "pledge"):
                form = f"{said} + object" if given else f"{said} to + noun"
                yield _governing(words, index, f"{kind} noun", form, index + 1 if given else action + 1)
            elif kind == "agree" and action == index + 1:
                yield _governing(words, index, "agree on", f"{said} to + noun", action + 1)
            return
        if words.at(action) in _ENDS_CLAUSE or not (kind in _WITH_OBJECT or opened or is_adverb(words.at(action))):
            break
    following = words.at(index + 1)
    if kind == "pledge" and following == "that":
        yield _governing(words, index, "pledge that", f"{said} that", index + 2)
    elif kind == "pledge" and following in (".", "", "”") and "," in words.lower[max(0, index - 12) : index]:
        yield _tail(words, index)
    elif kind == "propose" and (following.endswith("ing") or following not in _NO_OBJECTS):
        yield _governing(words, index, "propose", f"{said} + object", index + 1)
    elif kind in ("pledge", "offer", "commit", "threaten") and _pledged(words, index):
        yield _governing(words, index, f"{kind} noun", f"{said} + object", index + 1)
    elif kind == "agree" and (following in ("on", "upon") or _agreed(words, index)):
        yield _governing(words, index, "agree on", f"{said} on", index + 2)
    elif kind == "plan" and words.at(index - 1) in _BE and said == "planned":
        yield _planned(words, index)
    elif kind in ("plan", "aim", "prepare") and (following in ("on", "an", "a", "for") or following[:1].isdigit()):
        yield _governing(words, index, "plan noun", f"{said} + object", index + 1)


def _planned(words: Words, index: int) -> Cue:
    """What is planned: "the signing of two pacts is planned for May"."""
    subject = subject_of(words, index)
    return Cue(index, "planned", "is planned", subject.start, subject, Verb(index, "concluded", words.at(index)))


def _agreed(words: Words, index: int) -> bool:
    """Whether an agreement is what was agreed: "agreed a pact", "agrees new terms and a deal"."""
    if words.at(index + 1) not in _ARTICLES:
        return False
    return any(words.at(i) in language.AGREEMENTS or words.at(i) in language.PLANS for i in range(index + 2, index + 6))


def _pledged(words: Words, index: int) -> bool:
    """Whether what follows a verb is pledged: "pledged 2 million", "committed itself", not "committed a crime"."""
    said, following = words.at(index), words.at(index + 1)
    if not following or following in _NO_OBJECTS or said in _WITHOUT_OBJECT or _adjective(words, index):
        return False
    return not said.startswith("commit") or following in _COMMITTED or following[0].isdigit()


def _adjective(words: Words, index: int) -> bool:
    """Whether a participle describes a noun here: "promising results", "a guaranteed income", "is committed"."""
    before = words.at(index - 1)
    return words.at(index) == "promising" or (
        words.at(index) in _PARTICIPLES
        and (before in _ARTICLES or before in _BE or before in _NO_OBJECTS)
        and before not in ("has", "had", "have", "and", "or", "he", "she", "it", "they", "we", "i")
    )


def _tail(words: Words, index: int) -> Cue:
    """A pledge that follows what is pledged: "The line will reopen in May, the operator promised"."""
    main = next((place for place in range(index) if words.at(place) in ("will", "would", "'ll")), index)
    subject = subject_of(words, index)
    if subject.kind in ("it", "third"):
        subject = subject_of(words, main)
    return Cue(index, "pledge tail", f"{words.at(index)} after the sentence", 0, subject, verb_after(words, main + 1))


def _nominal(words: Words, index: int) -> bool:
    """Whether a word that may be a verb is a noun here: no actor stands right before it."""
    if words.at(index) not in _NOUN_OR_VERB or words.at(index - 1) in _BEFORE_VERB:
        return False
    before = words.at(index - 1)
    if words.at(index + 1) == "by":
        return True  # "pledges by the charity"
    opened = words.at(index - 2) in ("the", "this") and before != "'s"
    if opened and words.at(index).endswith("s") and words.at(index + 1) not in _NO_OBJECTS:
        return False  # "the manifesto promises free meals"
    actor = index > 0 and kind_of(words, max(0, index - 2), index) in ("name", "actor")
    plural = before.endswith("s") and before not in ("'s", "its", "his", "this")
    return not (actor or plural) or before == "'s"


def _noun(words: Words, index: int) -> Iterator[Cue]:
    """A promise or plan as a noun: "its pledge to build", "plans to cut", "a promise she made"."""
    word = words.at(index)
    deed = index + 2 + (words.at(index + 2) == "not")
    gerund = words.at(index + 1) in ("for", "of") and words.at(deed).endswith("ing")
    if gerund or (
        words.at(index + 1) in ("to", "by") and not (word in ("bid", "effort") and words.at(index - 2) == "in")
    ):
        action = index + 2 if gerund else _promised(words, index)
        verb = verb_after(words, action)
        if verb.kind != "none":
            intended = "attempt" if word in language.ATTEMPTS else "intention"
            kind = "promise" if word in language.PROMISES else intended
            yield Cue(index, kind, f"{word} to", action, owner_of(words, index), verb)
    elif word in language.PROMISES and _GIVING.intersection(words.lower[max(0, index - 4) : index + 8]):
        yield _governing(words, index, "promise made", f"{word} made", index + 1)


def _promised(words: Words, noun: int) -> int:
    """Where what a noun promises begins: after its "to", past whom it is given: "a pledge to Lest to build".

    The end of the sentence where it only tells to whom; a commitment may be to a thing.
    """
    to = noun + 1
    given = words.at(to + 1) in _ARTICLES or (words.capital(to + 1) and not _titled(words))
    if words.at(to) == "to" and (not given or words.at(noun).startswith("commitment")):
        return to + 1
    reach = range(to + 2, min(to + 2 + _INFINITIVE_REACH, len(words)))
    verbs = (i + 1 for i in reach if words.at(i) == "to" and verb_after(words, i + 1).kind == "action")
    return next(verbs, len(words))


def _concluded(words: Words, index: int) -> Iterator[Cue]:
    """An agreement or plan that was concluded, in the active or the passive."""
    said = words.at(index)
    if said == "drew" and words.at(index + 1) != "up":
        return
    for place in range(index + 1, min(index + 1 + _OBJECT_REACH, len(words))):
        word = words.at(place)
        if word in language.AGREEMENTS or word in language.PLANS:
            agreed = word in language.AGREEMENTS or said in _PLANS_CONCLUDED
            kind = "agreement" if agreed else "proposal"
            yield Cue(index, kind, f"{said} … {word}", index, subject_of(words, index), Verb(index, "concluded", said))
            return
        if word in _ENDS_OBJECT or word in language.CUE_VERBS:
            break
    if words.at(index - 1) in ("was", "were", "been"):
        for place in range(max(0, index - 5), index - 1):
            if words.at(place) in language.AGREEMENTS and words.at(place + 1) not in _RELATIVE:
                done = Verb(index, "concluded", said)
                yield Cue(index, "agreement", f"{words.at(place)} was {said}", place, NO_SUBJECT, done)
                return


def _agreement(words: Words, index: int) -> Iterator[Cue]:
    """An agreement that says to what end it was made: "a deal reached in May to end the strike"."""
    concluded = False
    for place in range(index + 1, min(index + _PURPOSE_REACH, len(words) - 1)):
        word = words.at(place)
        if word in (".", ";", '"', "”"):
            return
        concluded = concluded or word in _CONCLUDING
        if word == "to" and (concluded or place == index + 1):
            verb = verb_after(words, place + 1)
            if verb.kind in ("action", "other"):
                yield Cue(index, "agreement to", f"{words.at(index)} to", place + 1, subject_of(words, index), verb)
                return


def _decision(words: Words, index: int) -> Iterator[Cue]:
    """A decision that was made: "a decision was taken to replace", "took the decision to end", "its decision to"."""
    made = _DECIDING.intersection(words.lower[max(0, index - 4) : index + 4])
    for place in range(index + 1, min(index + 5, len(words))):
        if words.at(place) == "to" and (made or place == index + 1):
            verb = verb_after(words, place + 1)
            if made:
                yield Cue(index, "agreement to", f"{words.at(index)} to", place + 1, subject_of(words, index), verb)
            elif verb.kind != "none":
                yield Cue(index, "decision", f"{words.at(index)} to", place + 1, owner_of(words, index), verb)
            return


def _goal(words: Words, index: int) -> Iterator[Cue]:
    """A goal that was set, or that somebody set."""
    for place in range(max(0, index - 6), min(len(words), index + 4)):
        if words.at(place) in _SETTING:
            action = max(place, index) + 1
            action += words.at(action) in ("to", "of", "for")
            subject = subject_of(words, place) if place < index else NO_SUBJECT
            yield Cue(place, "goal", f"{words.at(index)} was set", action, subject, verb_after(words, action))
            return
