"""The labelled turns of an interview, each a direct quote; answers are those of whose interview it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from store.analysis.dialogue import is_office, turns_in
from store.analysis.roles import is_title
from store.analysis.said import suggested
from store.analysis.sentence_words import Sentence
from store.analysis.sentences import paragraph_spans
from store.analysis.speakers import Named, Speakers
from store.model import QuoteSuggestion

ANSWERED = 0.75
"""How sure an answer of an interview is whose speaker only its introduction names."""


def quotes_of_turns(text: str, sentences: Sequence[Sentence], speakers: Speakers) -> list[QuoteSuggestion]:
    """The labelled turns of an interview, each a direct quote; answers are whose interview it is."""
    result = []
    interviewed: Named | None = None
    turns = turns_in(text, paragraph_spans(text))
    labels = {text[slice(*turn.label)] for turn in turns}
    holders = {text[slice(*turn.label)]: text[slice(*turn.holder)] for turn in turns if turn.holder}
    labels.update(holders.values())
    for turn in turns:
        named, score, why = Named(None, ""), 0.8, "label before it"
        if turn.part == "named":
            named = _labelled(speakers, text[slice(*turn.label)], labels, holders)
        elif turn.part == "answer":
            interviewed = interviewed or _interviewed(sentences, speakers, turn.label[0])
            named = interviewed
            if named.name:
                score, why = ANSWERED, "answer of whom the introduction names"
        result.append(suggested(text, (turn.content,), "direct", named, turn.label, None, score, why))
    return result


def _labelled(speakers: Speakers, label: str, labels: Collection[str], holders: Mapping[str, str]) -> Named:
    """Whom a label names: who holds the office that it is, or whose name it is."""
    office = label.removeprefix("The ")
    if label in holders:
        return replace(speakers.by_label(holders[label]), role=office)
    return speakers.by_label(office if is_office(label) else _in_full(label, labels))


def _in_full(label: str, labels: Collection[str]) -> str:
    """The one label that ends with another, a surname: "PIERS HOLT" of "HOLT"; itself where none does, or several."""
    surname = " " not in label and not is_title(label.lower())
    full = [one for one in labels if surname and one.endswith(f" {label}")]
    return full[0] if len(full) == 1 else label


def _interviewed(sentences: Sequence[Sentence], speakers: Speakers, end: int) -> Named:
    """Whom an interview is with: the only person of a role or known first name that stands before an offset."""
    number = bisect_left(sentences, end, key=lambda sentence: sentence.start)
    people = {
        person.full_name: person
        for k in range(number)
        for _, person in speakers.mentions_in(k, 0, len(sentences[k]))
        if len(person.name) > 1 and not person.body and (person.roles or person.gender)
    }
    if len(people) != 1:
        return Named(None, "")
    (person,) = people.values()
    return Named(person.full_name, person.role, person)


def is_in_a_turn(quote: QuoteSuggestion, turns: list[QuoteSuggestion]) -> bool:
    """Whether a quote overlaps a turn and is a part of it, not what its speaker quotes of another."""
    at = bisect_right(turns, quote.content[0][0], key=lambda turn: turn.content[0][0])
    if at > 0 and turns[at - 1].content[0][1] > quote.content[0][0]:
        return not _is_quoted_in(quote, turns[at - 1])
    return at < len(turns) and turns[at].content[0][0] < quote.content[-1][1]


def _is_quoted_in(quote: QuoteSuggestion, turn: QuoteSuggestion) -> bool:
    """Whether a verb in a turn gives a quotation in it to another who is named: "The mayor told us, “You will.”"."""
    begin, end = turn.content[0]
    if quote.form == "indirect" or quote.speaker in (None, turn.speaker) or not (quote.cue_span and quote.speaker_span):
        return False
    return all(begin <= first and last <= end for first, last in (*quote.content, quote.cue_span, quote.speaker_span))
