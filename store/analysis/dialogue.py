"""Speech without quotation marks: dialogue set off by dashes, and turns that begin with a label, as in interviews."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.analysis.cues import cue_kind
from store.model import Span

DASHES = frozenset("—–―")
_DASH = re.compile(r"[—–―]")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,3}")
_LABEL = re.compile(
    r"[\"“]?(?P<name>(?:[^\W\d_][\w.’'-]{0,20})(?:[ \u00a0][^\W\d_][\w.’'-]{0,20}){0,3})"
    r"[ \u00a0]?[:：][ \u00a0]?(?=\S)"
)
_ASKS = frozenset(("q", "question", "frage", "вопрос", "问", "問", "interviewer", "reporter", "moderator"))
_ANSWERS = frozenset(("a", "answer", "antwort", "ответ", "答"))
_NO_LABELS = frozenset(
    (
        "correction update updated note photo image source sources watch read related abstract copyright contact email "
        "date time location editor’s editor's tags share follow video summary background what when where who why how "
        "http https"
    ).split()
)
LEAST_TURNS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says after a label, and whether the label is a name or only Q or A."""

    label: Span
    content: Span
    nameless: bool


def dialogue_spans(text: str, low: int, high: int) -> list[Span]:
    """What is spoken in a paragraph that begins with a dash and names its speaker; nothing in a list with dashes."""
    edges = [found.start() for found in _DASH.finditer(text, low, high)]
    if len(edges) < 2:
        return []
    parts = list(zip(edges, [*edges[1:], high], strict=True))
    spoken: list[Span] = []
    narrated = False
    for number, (start, end) in enumerate(parts):
        if number and not narrated and _is_narration(text[start + 1 : min(end, start + 80)]):
            narrated = True
            continue
        narrated_before, narrated = narrated, False
        begin = start if number == 0 else start + 1
        while begin < end and number and text[begin] in " \u00a0.,;":
            begin += 1
        stop = begin + len(text[begin:end].rstrip())
        if begin >= stop:
            continue
        if spoken and not narrated_before:
            spoken[-1] = spoken[-1][0], stop  # a dash inside what is said
        else:
            spoken.append((begin, stop))
    return spoken if any(_is_narration(text[s + 1 : min(e, s + 80)]) for s, e in parts[1:]) else []


def _is_narration(words: str) -> bool:
    """Whether a part between dashes says who speaks: a verb of speech among its first words, none of them a capital."""
    first = _WORDS.findall(words)[:4]
    return bool(first) and first[0][0].islower() and any(cue_kind(word.lower()) == "say" for word in first)


def turns_in(text: str, paragraphs: list[Span]) -> list[Turn]:
    """The labelled turns of a text, in order: "Q: …", "JANE DOE: …". One label alone makes no conversation."""
    found: list[Turn] = []
    labels: set[str] = set()
    for low, high in paragraphs:
        label = _LABEL.match(text, low, min(high, low + 100))
        if label is None or label.end() >= high:
            continue
        name = label["name"]
        nameless = name.casefold() in _ASKS | _ANSWERS
        if (not nameless and not (name.isupper() and len(name) > 1)) or name.casefold().split()[0] in _NO_LABELS:
            continue
        labels.add(name)
        found.append(Turn(label.span("name"), (label.end(), high), nameless))
    return found if len(found) >= LEAST_TURNS and len(labels) >= LEAST_TURNS else []
