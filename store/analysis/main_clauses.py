"""Who a participle that commits is of: the subject of the main clause, "Holt said the army was ready, vowing to"."""

from __future__ import annotations

from store.analysis import commitment_language as language
from store.analysis.commitment_actions import VERBS, begins_clause
from store.analysis.cues import DETERMINERS, cue_kind
from store.analysis.grammar import (
    IRREGULAR,
    NO_SUBJECT,
    POSSESSIVES,
    PREPOSITIONS,
    Subject,
    Words,
    is_adverb,
    is_past,
    kind_of,
    subject_of,
)

_JOINED = frozenset(", — – - and while before after by when without".split())
"""Words and marks before a participle whose subject stands farther before."""
SUBORDINATING = frozenset("after although as because before if once since though unless until when while".split())
_DEPENDENT = SUBORDINATING | frozenset("that which who whom whose where whether".split())
_RELATIVE = frozenset(("that", "which", "who"))
_INSERTED = frozenset("who which whose where whom a an the his her its their".split())
_AUXILIARIES = frozenset("will would has have had is are was were does do did can could may might".split())
_ENDS_WITH = frozenset(", ; : with that who which".split())
_LONGEST = 7
_LONGEST_INSERTION = 20
_ADVERBS = 3
"""Words before a participle among which the comma stands."""
_MARKS = frozenset(", “ ” \" ‘ ’ '".split())


def subject_of_participle(words: Words, at: int) -> Subject:
    """The subject of the main clause that a participle at an index goes with; none where it is no such participle."""
    before = at - 1
    while is_adverb(words.at(before)):
        before -= 1
    if not words.at(at).endswith("ing"):
        return NO_SUBJECT
    if all(words.at(i) in _MARKS for i in range(before + 1)):
        return _following(words, at)
    if words.at(before) in _JOINED:
        return _main_subject(words, at)
    opening = next((i for i in range(before, max(-1, at - _LONGEST), -1) if words.at(i) in _ENDS_WITH), 0)
    if words.at(opening) == "with" and opening < before:
        return Subject(opening + 1, at, kind_of(words, opening + 1, at))  # "with Norrin promising to"
    return NO_SUBJECT


def _following(words: Words, at: int) -> Subject:
    """The subject that follows what a participle opens the sentence with: "Vowing to act, Holt left"."""
    comma = next((i for i in range(at, len(words)) if words.at(i) == "," and not words.quoted(i)), len(words))
    verb = _first_verb(words, comma + 1, len(words), words.quoted(at))
    return subject_of(words, verb) if verb else NO_SUBJECT


def _main_subject(words: Words, at: int) -> Subject:
    """The subject of the main clause before an index: of who reports, else of the last clause that an "and" joins."""
    quoted = words.quoted(at)
    begin = max((i + 1 for i in range(at) if words.at(i) in (";", ":")), default=0)
    if words.at(begin) in SUBORDINATING:
        begin = next((i + 1 for i in range(begin, at) if words.at(i) == ","), begin)
    begin = _attribution(words, begin, at) or begin
    verb = _first_verb(words, begin, at, quoted)
    if verb is None:
        return NO_SUBJECT
    for joint in range(verb + 1, at):
        if cue_kind(words.at(verb)) == "say" or words.at(joint) in _DEPENDENT:
            break
        if words.at(joint) in ("and", "but") and begins_clause(words, joint + 1, at):
            begin = joint + 1
            verb = _first_verb(words, begin, at, quoted) or verb
    told = [i for i in range(begin, verb) if words.quoted(i) == quoted and words.at(i) not in _MARKS]
    if relative := next((i for i in told[1:] if words.at(i) == "who" and words.at(i - 1) != ","), None):
        return subject_of(words, relative)
    if told or not cue_kind(words.at(verb)):
        return _named_after(words, begin, verb) or subject_of(words, verb)
    end = next((i for i in range(verb + 1, at) if words.at(i) == "," or words.at(i) in PREPOSITIONS), at)
    return Subject(verb + 1, end, kind_of(words, verb + 1, end))  # "said Ivo Holt, vowing to"


def _named_after(words: Words, begin: int, verb: int) -> Subject | None:
    """The name between commas before a verb whose subject a pronoun owns: "Its president, Ivo Holt, said"."""
    opening = next((i for i in range(begin, verb - 1) if words.at(i) == ","), verb)
    named = words.at(begin) in POSSESSIVES and words.at(verb - 1) == "," and opening + 1 < verb - 1
    if named and all(map(words.capital, range(opening + 1, verb - 1))):
        return Subject(opening + 1, verb - 1, "name")
    return None


def _attribution(words: Words, begin: int, at: int) -> int | None:
    """Where an attribution begins that stands right before an index: "The army was ready, Holt said, vowing to"."""
    commas = [i for i in range(begin, at) if words.at(i) == "," and words.quoted(i) == words.quoted(at)]
    if len(commas) < 2 or commas[-1] < at - _ADVERBS or words.at(commas[-2] + 1) in _DEPENDENT:
        return None
    begin = commas[-2] + 1
    verbs = [i for i in range(begin, commas[-1]) if is_finite(words, i)]
    said = bool(verbs) and cue_kind(words.at(verbs[0])) == "say"
    inverted = len(verbs) == 1 and kind_of(words, begin + 1, commas[-1]) in ("name", "actor")
    return begin if said and (verbs[0] > begin or inverted) else None


def _first_verb(words: Words, begin: int, end: int, quoted: bool) -> int | None:
    """The first finite verb of a clause, past quotations and what is inserted between commas."""
    index = begin
    while index < end:
        if words.quoted(index) != quoted:
            index += 1
        elif words.at(index) == ",":
            index = _after_insertion(words, index, end) or index + 1
        elif is_finite(words, index):
            return index
        else:
            index += 1
    return None


def _after_insertion(words: Words, comma: int, end: int) -> int | None:
    """Where a verb follows the second comma of an insertion: "Holt, the mayor, said"; None where none is inserted."""
    first = words.at(comma + 1)
    if not (first in _INSERTED or is_past(words, comma + 1) or first.isdigit() or words.capital(comma + 1)):
        return None
    close = next((i for i in range(comma + 1, min(end, comma + _LONGEST_INSERTION)) if words.at(i) == ","), end)
    verb = close + 1
    while is_adverb(words.at(verb)):
        verb += 1
    return verb if verb < end and is_finite(words, verb) else None


def is_finite(words: Words, index: int) -> bool:
    """Whether a word is a verb with a subject: "said", "blames", "that has", no participle with a hyphen."""
    word, before = words.at(index), words.at(index - 1)
    third = word.endswith("s") and (
        word[:-1] in VERBS or (word.endswith("es") and word[:-2] in VERBS) or bool(cue_kind(word))
    )
    told = word in _AUXILIARIES or word in language.REPORTING or is_past(words, index)
    if words.capital(index) or "-" in word:
        return False
    if before in _RELATIVE and (third or told):
        return True
    if before in DETERMINERS or before in PREPOSITIONS:
        return False
    known = third or word in IRREGULAR or word == "went"
    return told or (known and index > 0 and kind_of(words, index - 1, index) in ("name", "actor", "third", "it"))
