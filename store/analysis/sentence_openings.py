"""Where a sentence begins after what opens a text or a field: a dateline, a notice, a label."""

from __future__ import annotations

from store.analysis.cues import COMMANDS
from store.analysis.sentence_words import DASHES, QUOTED, Sentence

_FIELDS = frozenset(
    """
    abstract address author byline caption category city correction country date edition headline kicker language
    location motto name note outlet photo place price publisher rating result score section slogan source status subject
    subtitle summary tags text time title topic update venue verdict version video
    autor fecha fuente título resumen asunto auteur titre résumé légende sujet betreff bild datum quelle thema titel
    автор дата джерело заголовок источник тема фото крыніца
    """.split()
)
"""What the fields above and beside an article are labelled."""


CALLING_ON = COMMANDS | {"read"}
"""What begins a label that only tells where to go on: "READ MORE: “…”"."""
_LONGEST_CREDIT = 6
"""Words that an agency in brackets has at most, with them."""


def _after_notice(sentence: Sentence) -> int:
    """Where a sentence begins after a few words in capitals and a colon, "READ MORE:"; 0 without such words."""
    colon = sentence.words[:4].index(":") if ":" in sentence.words[:4] else 0
    shouted = colon and all(word.isupper() and len(word) > 1 for word in sentence.words[:colon])
    label = sentence.words[colon + 1 : colon + 2] == [QUOTED] and sentence.lower[0] not in CALLING_ON
    return colon + 1 if shouted and not label else 0


def after_label(sentence: Sentence) -> int:
    """Where a sentence begins after the label of a field, "Title:"; 0 where there is none."""
    return 2 if sentence.words[1:2] == [":"] and sentence.lower[0] in _FIELDS else 0


def after_dateline(sentence: Sentence) -> int:
    """Where a sentence begins after "PLACE, 3 June (Wire) –", "(Wire)", a notice or the label of a field; 0 without."""
    if label := after_label(sentence):
        return label
    if sentence.words[:1] == ["("] and ")" in sentence.words[:_LONGEST_CREDIT]:
        return sentence.words.index(")") + 1
    for k, word in enumerate(sentence.words[:14]):
        if word in DASHES and k > 0:
            head = sentence.words[:k]
            short = k < 5 or (k < 8 and any(map(str.isdigit, head)))  # "NEW LEST, April 12 –"
            return k + 1 if head[0].isupper() and len(head[0]) > 2 and (head[-1] == ")" or short) else 0
    return _after_notice(sentence)
