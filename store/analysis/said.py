"""What was said: a quotation with what is known of its speaker, and the quotes that quotations make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from store.analysis.pronouns import is_pronoun
from store.analysis.quotations import Quotation
from store.analysis.sentence_words import Sentence
from store.analysis.speakers import Named
from store.model import Form, QuoteSuggestion, Span

UNKNOWN = 0.4
"""How sure a quote is whose speaker is not found."""
BY_PRONOUN = 0.85
"""How sure a quote is at most whose speaker only a pronoun names."""
AMBIGUOUS = 0.7
"""How sure a quote is at most whose speaker has the surname of another."""
TRIM = "\"“”„«»'‘’「」『』‹› \u00a0\u202f"
"""What stands around the words of a quotation."""


@dataclass(slots=True)
class Said:
    """A quotation with its place and what is known of its speaker."""

    quotation: Quotation
    sentence: int
    word: int
    form: Form
    source: Span | None = None
    cue: Span | None = None
    named: Named = field(default_factory=lambda: Named(None, ""))
    score: float = UNKNOWN
    why: str = "no speaker found"


def joined_quotes(text: str, sentences: Sequence[Sentence], all_said: Sequence[Said]) -> list[QuoteSuggestion]:
    """One suggestion for each quote; a quotation split by its attribution has two content spans."""
    result: list[QuoteSuggestion] = []
    previous: Said | None = None
    for said in all_said:
        span = (said.quotation.start, said.quotation.end)
        if previous is not None and result and _goes_with(text, sentences, previous, said):
            result[-1] = replace(result[-1], content=(*result[-1].content, span))
        else:
            result.append(suggested(text, (span,), said.form, said.named, said.source, said.cue, said.score, said.why))
        previous = said
    return result


def suggested(
    text: str,
    content: tuple[Span, ...],
    form: Form,
    named: Named,
    source: Span | None,
    cue: Span | None,
    score: float,
    why: str,
) -> QuoteSuggestion:
    """A suggestion. It is less sure of a speaker whom only a pronoun names, or a surname of two."""
    pronoun = source is not None and is_pronoun(text[slice(*source)].lower())
    most = AMBIGUOUS if named.ambiguous else BY_PRONOUN if pronoun else 0.99
    return QuoteSuggestion(
        content=content,
        form=form,
        speaker=named.name,
        role=named.role,
        speaker_span=source,
        cue_span=cue,
        confidence=round(max(0.05, min(most, score)), 2),
        why=f"{why}, ambiguous name" if named.ambiguous else why,
    )


def _goes_with(text: str, sentences: Sequence[Sentence], one: Said, other: Said) -> bool:
    """Whether two quotations are one quote that its attribution splits: “…,” she said. “…”"""
    if one.form != "direct" or one.source is None or not (other.form == "direct" or _ends(text, one, other)):
        return False
    same = one.source == other.source and one.cue == other.cue and one.quotation.end <= one.source[0]
    paragraphs = sentences[one.sentence].paragraph, sentences[other.sentence].paragraph
    return same and paragraphs[0] == paragraphs[1] and other.sentence - one.sentence <= 1


def _ends(text: str, one: Said, other: Said) -> bool:
    """Whether a quotation ends the sentence that another begins: “The talks,” she said, “will go on.”"""
    between = text[one.quotation.end : other.quotation.start].rstrip()
    broken_off = text[one.quotation.start : one.quotation.end].rstrip(TRIM)[-1:] not in ".!?"
    return broken_off and other.sentence == one.sentence and between[-1:] in (",", "—", "–")
