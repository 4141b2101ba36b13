"""Speech without quotation marks: dialogue set off by dashes, and turns that begin with a label, as in interviews."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from store.analysis.cues import FOREIGN_AUXILIARIES, FOREIGN_SAYING, cue_kind
from store.analysis.genders import gender_of_name
from store.analysis.people import GOVERNING
from store.analysis.roles import BODY_WORDS, COUNTRIES, PARTICLES, TWO_WORD_PLACES, is_title
from store.model import Span

DASHES = frozenset("—–―")
_DASH = re.compile(r"[—–―]")
_BEFORE_DASH = frozenset(",.?!…")
_INSERTION = re.compile(
    r"(?<=[,?!…])[ \u00a0\u202f](?P<words>(?:[\w’'-]{1,24}[ \u00a0]){0,9}[\w’'-]{1,24})"
    r"(?:,[ \u00a0](?:[^\W\d_a-zà-ÿ][\w’'-]{1,24}[ \u00a0]?){1,3}(?=,))?(?:[.,][ \u00a0]?|(?=[ \u00a0\u202f]?»))"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,3}")
_LABEL = re.compile(
    r"(?P<bold>\*\*|__)?[\"“]?(?P<name>(?:[^\W\d_][\w.’'-]{0,20})(?:[ \u00a0][^\W\d_][\w.’'-]{0,20}){0,9})"
    r"(?P<what>,(?:[ \u00a0][^\W\d_][\w.’'-]{0,20}){1,6})?"
    r"(?P<seat>[ \u00a0]\([A-Z][^()\n]{1,40}\))?(?P<party>[ \u00a0]\([A-Z][^()\n]{1,40}\))?"
    r"[ \u00a0]?(?:\*\*|__)?[:：](?:\*\*|__)?[ \u00a0]?(?=\S)"
)
_SIGNED = re.compile(
    r"[^\S\n]{0,4}\n?(?P<dash>[—–―-]{1,2})[^\S\n]{0,3}"
    r"(?P<name>[^\W\d_][\w.’'-]{0,24}(?:[ \u00a0][^\W\d_][\w.’'-]{0,24}){0,3})[^\S\n]{0,4}\.?[^\S\n]{0,4}(?=[,(\n]|\Z)"
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
_INTRODUCTION = 3000
"""Characters before the first turn in which one of those who speak may be named."""
LEAST_TURNS = 2
_LONGEST_NAME = 4
"""Words of a label that is no office."""
_LONGEST_LABEL = 160
Part = Literal["named", "question", "answer"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says after a label: a name, or only that it is a question or an answer.

    `holder` is who is named in brackets after an office: "The Minister for Ports (Ms Ann Roe)".
    """

    label: Span
    content: Span
    part: Part
    holder: Span | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    """What may be the label of a turn: sure or plain, as in a record of a parliament, with an office or title in it."""

    name: str
    sure: bool
    plain: bool
    recorded: bool
    official: bool
    turn: Turn


def dialogue_spans(text: str, low: int, high: int) -> list[Span]:
    """What is spoken in a paragraph that begins with a dash and names its speaker; nothing in a list with dashes."""
    return _spoken(text, [found.start() for found in _DASH.finditer(text, low, high)], high)


def interrupted_spans(text: str, low: int, high: int) -> list[Span]:
    """What is spoken in a quotation inside whose marks the reporter says who speaks; nothing in any other.

    So Russian has it with dashes («…, — сказал S. — …»), and French and Spanish with commas (« …, a déclaré S. … »).
    """
    dashes = [
        k.start()
        for k in _DASH.finditer(text, low, high)
        if text[max(low, k.start() - 2) : k.start()].rstrip()[-1:] in _BEFORE_DASH
    ]
    return _spoken(text, [low, *dashes], high) or _between_insertions(text, low, high)


def _between_insertions(text: str, low: int, high: int) -> list[Span]:
    """What is spoken around insertions in commas that say who speaks; nothing where there is none."""
    spoken: list[Span] = []
    begin = low
    for found in _INSERTION.finditer(text, low, high):
        if _names_speaker(found["words"].split()):
            spoken.append((begin, found.start()))
            begin = found.end()
    if spoken and any(c.isalnum() for c in text[begin:high]):
        spoken.append((begin, high))
    return spoken


def _names_speaker(words: list[str]) -> bool:
    """Whether words are a foreign verb of speech with its subject after it: "a déclaré S", "dijo S", "dit-il"."""
    if words[0].endswith(("-il", "-elle")):
        return True
    verb, *subject = words[words[0] in FOREIGN_AUXILIARIES and len(words) > 1 :]
    return verb in FOREIGN_SAYING and any(word[0].isupper() or word[1:2] in ("’", "'") for word in subject)


def _spoken(text: str, edges: list[int], high: int) -> list[Span]:
    """What is spoken between edges, of which the parts that say who speaks are left out; nothing if none does."""
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


def signature_after(text: str, end: int) -> tuple[Span, Span] | None:
    """The name that ends its line after a dash behind a quotation, with the dash: "…" – Jane Doe."""
    found = _SIGNED.match(text, end, end + 120)
    begins_small = found is not None and found["name"][0].islower() and found["name"].split()[0] not in PARTICLES
    return None if found is None or begins_small else (found.span("name"), found.span("dash"))


def _is_somebody(name: str, what: str) -> bool:
    """Whether a label with a comma in it names somebody and says what they are: "ANN ROE, MAYOR OF SARN"."""
    words, told = name.lower().split(), what.lower().strip(", \u00a0").split()
    office = next((k for k, low in enumerate(told) if is_title(low) or low in BODY_WORDS), len(told))
    verbs = [low for before, low in pairwise(told[office:]) if cue_kind(low) and before not in ("of", "and")]
    known = (bool(gender_of_name(words[0])) or office < len(told)) and not verbs  # no "HARBOUR FIRE, MAYOR SAYS"
    return (name + what).isupper() and len(words) > 1 and known and " ".join(told) not in COUNTRIES | TWO_WORD_PLACES


def is_office(label: str) -> bool:
    """Whether a label is an office, not a name: "The Minister for Ports", "The Deputy Speaker"."""
    the, *words = label.lower().split()
    words = words if the == "the" else [the, *words]
    head = next((k for k, low in enumerate(words) if low in GOVERNING), len(words))
    return head > 0 and is_title(words[head - 1]) and (the == "the" or head < len(words))


def _is_addressed(name: str) -> bool:
    """Whether a label begins with a title and a name follows: "Mrs Ann Roe"."""
    first, *rest = name.split()
    return is_title(first.lower().rstrip(".")) and bool(rest) and all(word[0].isupper() for word in rest)


def turns_in(text: str, paragraphs: list[Span]) -> list[Turn]:
    """The labelled turns of a text, in order: "Q: …", "JANE DOE: …", "JANE DOE, MAYOR: …". One alone is none.

    In records of parliaments seat and party may follow, "Jane Doe (Sarn East) (Green): …", or who holds an office, "The
    Minister for Ports (Ms Ann Roe): …"; there offices and surnames are labels too, "The Speaker: …".

    A label that is only set in bold, "**Doe:** …", is one where it comes again, or somebody asks: "**Q: …**". One that
    is not, "Doe: …", is one only where another comes again too, with a first name or without, and one of the two was
    named before.
    """
    found = [label for start, high in paragraphs if (label := _label_at(text, start, high)) is not None]
    recorded = any(label.recorded for label in found)
    asked = any(label.turn.part != "named" for label in found)
    bearers = _bearers({label.name for label in found})
    times = Counter(bearers[label.name] for label in found)
    again = {name for name, count in times.items() if count > 1}
    begin = found[0].turn.label[0] if found else 0
    named = text[max(0, begin - _INTRODUCTION) : begin]
    known = len(again) > 1 and any(name.split()[-1] in named for name in again)
    full = {text[slice(*label.turn.holder)].split()[-1] for label in found if label.turn.holder}
    kept = []
    for label in found:
        comes_again = bearers[label.name] in again
        repeated = (asked or comes_again) and (known or not label.plain)
        in_record = recorded and (label.official or comes_again or label.name in full)
        if label.sure or repeated or in_record:
            kept.append(label)
    return [label.turn for label in kept] if len({label.name for label in kept}) >= LEAST_TURNS else []


def _bearers(names: set[str]) -> dict[str, str]:
    """Each name of a label with that in full: "Roe" is "Odile Roe", where no "Ida Roe" speaks too."""
    full = defaultdict(list)
    for name in names:
        if len(name.split()) > 1:
            full[name.split()[-1]].append(name)
    return {name: full[name][0] if len(full[name]) == 1 else name for name in names}


def _label_at(text: str, start: int, high: int) -> _Label | None:
    """The label that a paragraph begins with, and the turn after it; None where no label of a turn may be."""
    label = _LABEL.match(text, start, min(high, start + _LONGEST_LABEL))
    if label is None or label.end() >= high:
        return None
    name = label["name"]
    low = name.casefold()
    part: Part = "question" if low in _ASKS else "answer" if low in _ANSWERS else "named"
    office, addressed = is_office(name), _is_addressed(name)
    if len(name.split()) > _LONGEST_NAME and not office:
        return None
    sure = part != "named" or (name.isupper() and len(name) > 1 and len(name.split()) <= _LONGEST_NAME)
    recorded = bool(label["seat"]) and (office or addressed or bool(label["party"] and " " in name))
    plain = not (sure or recorded or label["bold"])
    if (plain and not (name.istitle() or office)) or low.split()[0] in _NO_LABELS:
        return None
    if label["what"] and not _is_somebody(name, label["what"]):
        return None
    begin, end = label.span("seat")
    holder = (begin + 2, end - 1) if office and label["seat"] else None
    stop = high - 2 if label["bold"] and text.endswith(label["bold"], label.end(), high) else high
    turn = Turn(label.span("name"), (label.end(), stop), part, holder)
    return _Label(name, sure or recorded, plain, recorded, office or addressed, turn)
