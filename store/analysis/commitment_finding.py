"""Where the cues of commitments stand in a sentence, and those that auxiliaries are: "will", "is to", "’d"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from store.analysis import commitment_language as language
from store.analysis.action_verbs import verb_after
from store.analysis.commitment_cues import ARTICLES, BE, BEFORE_NOUN, NO_OBJECTS, Cue, governing
from store.analysis.commitment_headlines import HEADLINE_SUBJECT, announces, is_titled, may_be_verb, resumes_headline
from store.analysis.commitment_nouns import (
    agreement_cues,
    concluded_cues,
    decision_cues,
    goal_cues,
    noun_cues,
    word_given,
)
from store.analysis.commitment_verbs import is_nominal, verb_cues
from store.analysis.currencies import SYMBOLS
from store.analysis.grammar import PRONOUNS, Subject, Words, head_of, is_adverb, is_past, kind_of, owner_of, subject_of

_LETTERS = re.compile("[a-z]+")
_CUE_WORDS = (
    frozenset("will ll wo won shall would d going gonna".split())
    | language.CONCLUDED
    | language.AGREEMENTS
    | language.GOALS
    | language.PROMISES
    | language.INTENTIONS
    | language.CUE_VERBS.keys()
    | language.SETS_DOWN
    | language.SETS_DOWN_FOR
    | language.ORDERING
    | {"decision", "decisions", "ruled", "rules", "ruling", "word"}
)
_OPENING = _CUE_WORDS | BE | {"to", "'ll", "'d"}
"""Words at which a cue may be."""
_AIMS = frozenset("goal goals aim aims objective target plan intention mission purpose ambition task".split())
_AIM_REACH = 10
_WISHES = frozenset("like prefer love rather welcome".split())
_AFTER_HAD = frozenset("have be been had better gone got known left led".split())
"""Words after "’d" that it promises nothing with, most of which it is "had" before."""
_IS = frozenset("is are was were am s re m".split())
"""Forms of "be" in their letters."""


def may_have_cue(sentence: str) -> bool:
    """Whether a sentence has a word that a cue needs: quick, so that most sentences are looked at no further."""
    words = _LETTERS.findall(sentence.lower())
    return (
        not _CUE_WORDS.isdisjoint(words)
        or "to" in words[: HEADLINE_SUBJECT + 1]
        or any(word in _IS and _follows(words[index + 1 : index + 3]) for index, word in enumerate(words))
    )


def _follows(words: list[str]) -> bool:
    """Whether "to" or a participle is among the words that follow "is"."""
    return any(word == "to" or word.endswith("ing") for word in words)


def find_cues(words: Words) -> Iterator[Cue]:
    """Yield the cues of a sentence in order."""
    titled = is_titled(words)
    for index, word in enumerate(words.lower):
        if word not in _OPENING:
            continue
        if word in ("will", "'ll", "shall") or (word == "wo" and words.at(index + 1) == "n't"):
            yield from _will(words, index)
        elif word in ("would", "'d"):
            if words.at(index + 1) not in _WISHES and (word == "would" or not _is_had(words, index + 1)):
                yield governing(words, index, "would", "would", index + 1)
        elif word == "going" and words.at(index + 1) == "to":
            yield governing(words, index, "will", "going to", index + 2)
        elif word == "gonna":
            yield governing(words, index, "will", "gonna", index + 1)
        elif word in ("is", "are") and words.at(_is_what(words, index)) == "to":
            yield from _is_to(words, index)
        elif word in BE and _progressive(words, index):
            yield governing(words, index, "progressive", f"{words.at(index - 1)} {word} … -ing", index + 1)
        elif word == "to" and announces(words, index):
            yield governing(words, index, "headline", "to-infinitive of a headline", index + 1)
        elif (
            word in language.CUE_VERBS
            and (resumes_headline(words, index) or not is_nominal(words, index))
            and (titled or not words.capital(index) or not index)
        ):
            for cue in verb_cues(words, index, language.CUE_VERBS[word]):
                yield _of_headline(words, _with_gift(words, cue))
        elif word in language.PROMISES or word in language.INTENTIONS:
            yield from noun_cues(words, index)
        elif word == "word":
            yield from word_given(words, index)
        elif word in language.AGREEMENTS:
            yield from agreement_cues(words, index)
        elif word in ("decision", "decisions"):
            yield from decision_cues(words, index)
        elif word in ("ruled", "rules", "ruling") and words.at(index + 1) == "out" and words.at(index + 2) != "of":
            yield governing(words, index, "rule out", "ruled out", index + 2)
        elif word in language.ORDERING:
            yield from _order(words, index)
        elif word in language.SETS_DOWN or (word in language.SETS_DOWN_FOR and words.at(index + 1) == "for"):
            yield from _document(words, index)
        if word in language.CONCLUDED:
            yield from concluded_cues(words, index)
        if word in language.GOALS:
            yield from goal_cues(words, index)


def _with_gift(words: Words, cue: Cue) -> Cue:
    """The cue with the gift in its action, not whom it is promised: "pledged | $3 million to rebuild the port"."""
    given = cue.at + 1
    money = words.at(given) in SYMBOLS or (words.at(given)[:1].isdigit() and words.at(given + 1).endswith("illion"))
    counted = words.at(given)[:1].isdigit() and words.at(cue.at).startswith(("pledg", "commit"))
    gift = (money or counted) and cue.kind in ("pledge", "commit") and cue.form.endswith("to-infinitive")
    return replace(cue, action=given) if gift else cue


def _of_headline(words: Words, cue: Cue) -> Cue:
    """The cue with the actor of its headline, where another verb comes before: "Norrin | calls off drills, pledges"."""
    if not resumes_headline(words, cue.at):
        return cue
    verb = next((i for i in range(1, cue.subject.end) if may_be_verb(words, i)), cue.subject.end)
    return replace(cue, subject=Subject(cue.subject.start, verb, kind_of(words, cue.subject.start, verb)))


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
    passive = words.at(index - 1) in BE or words.at(action) in ("by", "in")
    if document in language.DOCUMENTS and not passive:
        form = f"{document} {words.text(index, action)}"
        yield Cue(index, "document", form, action, subject, verb_after(words, action))


def _order(words: Words, index: int) -> Iterator[Cue]:
    """An order, not the noun: "the president ordered a review", "the order instructs the agency to act"."""
    said, before = words.at(index), words.at(index - 1)
    noun = said == "orders" and (before in BEFORE_NOUN or before == "executive" or is_past(words, index - 1))
    if noun or before in BE or words.at(index + 1) in NO_OBJECTS - {"that"}:
        return
    cue = governing(words, index, "order", f"{said} + object", index + 1)
    if said != "orders" or cue.subject.kind in ("name", "actor", "first", "third"):
        yield cue


def _is_to(words: Words, index: int) -> Iterator[Cue]:
    """ "The line is to open in May"; "our goal is to open the line"."""
    action = _is_what(words, index) + 1
    aim = next((i for i in range(max(0, index - _AIM_REACH), index) if words.at(i) in _AIMS), None)
    if aim is not None:
        yield Cue(aim, "intention", f"{words.at(aim)} is to", action, owner_of(words, aim), verb_after(words, action))
    else:
        yield governing(words, index, "schedule", f"{words.at(index)} to", action)


def _is_what(words: Words, index: int) -> int:
    """Where what follows "is" stands: after an adverb that denies nothing, "is then to"."""
    following = words.at(index + 1)
    return index + 1 + (following in language.ADVERBS and following not in language.NEGATIONS)


def _will(words: Words, index: int) -> Iterator[Cue]:
    """ "will" as a verb, not as a noun ("their will") or a name ("Will Smith")."""
    before = words.at(index - 1)
    if before in ARTICLES - {"this", "that"} or before == "free":
        return
    if words.capital(index) and ((index and before not in ("“", '"', "‘")) or words.capital(index + 1)):
        return
    yield governing(words, index, "will", "will", index + 1)
