"""Where indirect speech ends: before the marks that end it, or before another who says something else."""

from __future__ import annotations

from store.analysis.cues import ADVERBS, AUXILIARIES, DAYS, cue_kind, verb_form
from store.analysis.noun_phrases import is_noun
from store.analysis.reporting import Cue
from store.analysis.sentence_words import QUOTED, Sentence

_TIMES = frozenset("during before after amid while when because as so".split())
_INSIDE = frozenset(("'s", "’s", "'", "’", "$", "€", "£", "%", "&", "-", "/"))
_BREAKS = frozenset("while although though whereas but according as where prompting".split())


def end_of_object(sentence: Sentence, k: int) -> int:
    """Where an object ends: before a comma, a dash, a time or a second verb."""
    lower, words = sentence.lower, sentence.words
    for m in range(k + 1, len(words)):
        following = lower[m + 1] if m + 1 < len(words) else ""
        thousands = words[m] == "," and words[m - 1].isdigit() and following.isdigit()
        if not (words[m][0].isalnum() or thousands or words[m] in _INSIDE or _lists(sentence, m)):
            return m
        if (
            lower[m] in _TIMES
            or (lower[m] == "on" and following in DAYS)
            or (lower[m] in DAYS and lower[m - 1] != "’s")
        ):
            return m
        if lower[m] in ("and", "but") and (
            following in AUXILIARIES or (cue_kind(following) and verb_form(following) != "base")
        ):
            return m
    return len(words)


def _lists(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands inside a list that "and" ends: "a quack, fake and charlatan"."""
    for m in range(comma + 1, min(comma + 5, len(sentence) - 1)):
        if sentence.lower[m] in ("and", "or"):
            return m > comma + 1 and is_noun(sentence, m + 1)
        if not is_noun(sentence, m):
            return sentence.words[m] == "," and m > comma + 1 and _lists(sentence, m)
    return False


def end_of_told(sentence: Sentence, cues: list[Cue], k: int) -> int:
    """Where what is told ends: before the marks that end the sentence, or before another who says something else."""
    words, lower = sentence.words, sentence.lower
    end = _before_next(sentence, cues, k)
    for m in range(k, end - 2):
        if words[m] == QUOTED and m > k and words[m - 1] in (":", ","):
            end = m
            break
        if words[m] in (";", "--", "—", "―"):
            end = m
            break
        if words[m] == "," and (lower[m + 1] in _BREAKS or (lower[m + 1].endswith("ing") and cue_kind(lower[m + 1]))):
            end = m
            break
    while (
        end > k
        and not words[end - 1][0].isalnum()
        and words[end - 1] != QUOTED
        and words[end - 1] not in ("%", ")", "$")
    ):
        end -= 1
    return end


def _before_next(sentence: Sentence, cues: list[Cue], k: int) -> int:
    """Where another verb of speech is joined to the first: "…, and the mayor said", "… and called for"."""
    lower = sentence.lower
    for cue in cues:
        if cue.first <= k or cue.subject is None:
            continue
        first = cue.first
        while first > k and (lower[first - 1] in ADVERBS or lower[first - 1] in AUXILIARIES):
            first -= 1
        joined = lower[first - 1] in ("and", "but") and verb_form(lower[cue.first]) in ("past", "third")
        if joined and cue.kind == "say":
            return first - 1
        begin = cue.subject.words[0]
        if lower[cue.first] in ("learned", "learnt") and begin > k + 1 and lower[begin - 1] == ",":
            return begin - 1  # "…, the Lake Wire learned from the ministry"
        if begin > k + 1 and lower[begin - 1] in ("and", "but", "while") and sentence.words[begin - 2] == ",":
            return begin - 1
    return len(sentence)
