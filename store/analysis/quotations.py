"""Quotations: what stands in quotation marks, of any style, also over paragraphs.

A state machine over the marks of one paragraph after another. Whether a mark that can do both opens or closes is seen
from the blanks beside it. What a mark holds, speech or a title, is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.analysis.cues import FOREIGN_AUXILIARIES, cue_kind
from store.analysis.dialogue import DASHES, dialogue_spans, interrupted_spans
from store.analysis.sentences import paragraph_spans
from store.model import Span

_MARK = re.compile("[\"“”„‟«»‹›「」『』‘’‚']")
_CLOSERS = {
    '"': '"”',
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_ONLY_OPEN = frozenset("„‟「『‚")
_ONLY_CLOSE = frozenset("」』")
_SINGLE = frozenset("‘’‚'‹›")
_BEFORE_OPENER = frozenset(" \t\u00a0\u202f([{—–-/:*\"“„«‘'」。，：、…")
_ENDING = frozenset(".,!?…;:")
_ELISION = re.compile(r"[’'](?:\d0s|em|tis|til|twas|cause|bout|n|round)\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?<![\w])[^\W\d_a-z][\w.]{1,22} \Z")
_ATTRIBUTING = frozenset("add added adds asked explained replied said say says tell tells told wrote".split())
_LETTERS = re.compile(r"[^\W\d_]+")
_FEET = re.compile(r"\d['’]\s?\d{1,2}\Z")
_AFTER = re.compile(rf"[\s,.—–-]{{0,4}}(?:(?:{'|'.join(sorted(FOREIGN_AUXILIARIES))}) )?(?P<verb>[^\W\d_]{{1,24}})")
MOST_PARAGRAPHS = 12
"""Over so many paragraphs an opened quotation may wait for its closing mark."""
_REACH = 2000
"""Characters in which the closing mark of a single quotation mark is looked for."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """[start, end) of a quotation with its marks; `mark` is the opening one; `closed` is false where none closes it."""

    start: int
    end: int
    mark: str
    closed: bool = True


@dataclass(slots=True)
class _Paragraph:
    """What the marks of one paragraph say: quotations with their depth, opened ones, a closer that nothing opened."""

    found: list[tuple[int, int, str, int]] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)
    lone: int = -1


def find_quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of a text, in order; none crosses another."""
    quotations: list[Quotation] = []
    paragraphs = paragraph_spans(text)
    carried: tuple[int, str] | None = None
    waited = 0
    for number, (low, high) in enumerate(paragraphs):
        reopened = carried[1] if carried is not None and _reopens(text, low, carried[1]) else ""
        scanned = _scan(text, low, high, reopened)
        outer = [Quotation(start, end, mark) for start, end, mark, depth in scanned.found if depth == 0]
        opened = scanned.opened[0] if scanned.opened else None
        if carried is not None:
            start, mark = carried
            waited += 1
            if reopened and (mark != '"' or opened == (low, mark) or (outer and outer[0].start == low)):
                if opened is not None and opened[0] == low:
                    opened = carried  # opened again, and goes on
                elif outer and outer[0].start == low:
                    outer[0] = Quotation(start, outer[0].end, mark)
                carried = None
            elif scanned.lone >= 0 and not any(q.start < scanned.lone for q in outer):
                outer.insert(0, Quotation(start, scanned.lone + 1, mark))
                carried = None
        elif scanned.lone >= 0 and _plausible_end(text, low, scanned.lone, outer):
            outer.insert(0, Quotation(low, scanned.lone + 1, text[scanned.lone]))
        if carried is not None and (waited >= MOST_PARAGRAPHS or outer or opened):
            carried = None
        if text[low] in DASHES and not outer and opened is None:
            outer = [Quotation(start, end, text[low]) for start, end in dialogue_spans(text, low, high)]
        quotations += [q for q in outer if not _is_nickname(text, q)]
        if opened is not None and opened[1] not in _SINGLE:
            if _goes_on(text, paragraphs, number, opened[1]):
                carried, waited = opened, waited if carried == opened else 0
            elif (opened[0] >= low and _introduced(text, low, opened[0])) or opened[0] < low:
                quotations.append(Quotation(opened[0], high, opened[1], closed=False))
    return [piece for quotation in _outermost(quotations) for piece in _pieces(text, quotation)]


def _pieces(text: str, quotation: Quotation) -> list[Quotation]:
    """The pieces of a quotation in « » between the reporter's words; the whole where these stand before or after it."""
    start, end, mark = quotation.start, quotation.end, quotation.mark
    if mark != "«" or not quotation.closed or text[max(0, start - 2) : start].rstrip()[-1:] == ":":
        return [quotation]
    after = _AFTER.match(text, end)
    if after and cue_kind(after["verb"].lower()) == "say":
        return [quotation]
    return [Quotation(*span, mark) for span in interrupted_spans(text, start, end)] or [quotation]


def _outermost(quotations: list[Quotation]) -> list[Quotation]:
    """The quotations that no other holds; of two that cross, the one in single marks goes."""
    kept: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda q: (q.start, -q.end)):
        while kept and kept[-1].end > quotation.start:
            if quotation.end <= kept[-1].end or kept[-1].mark not in _SINGLE:
                break
            kept.pop()
        else:
            kept.append(quotation)
    return kept


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """Whether one capitalised word in marks stands inside a name: Jane “Jay” Doe."""
    if quotation.end - quotation.start > 20:
        return False
    inner = text[quotation.start + 1 : quotation.end - 1]
    before = _WORD_BEFORE.search(text, max(0, quotation.start - 24), quotation.start)
    return (
        inner.isalpha()
        and inner[0].isupper()
        and before is not None
        and text[quotation.end : quotation.end + 1] == " "
        and text[quotation.end + 1 : quotation.end + 2].isupper()
    )


def _goes_on(text: str, paragraphs: list[Span], number: int, mark: str) -> bool:
    """Whether a quotation that a paragraph leaves open is taken up or closed by one of the next."""
    for low, high in paragraphs[number + 1 : number + 1 + MOST_PARAGRAPHS]:
        if _reopens(text, low, mark):
            return True
        for found in _MARK.finditer(text, low, high):
            if found[0] in _SINGLE:
                continue
            closes = found[0] in _CLOSERS[mark] and not opens_quotation(text, found.start(), low, high)
            return closes and _closes(text, found.start(), low, high)
    return False


def _reopens(text: str, low: int, mark: str) -> bool:
    """Whether a paragraph begins with the mark of an open quotation; in Spanish and French » goes on with «."""
    return text[low] == mark or (mark == "«" and text[low] == "»")


def _introduced(text: str, low: int, opened: int) -> bool:
    """Whether an opening mark begins a paragraph or follows a colon or comma."""
    return opened == low or text[max(low, opened - 2) : opened].strip()[-1:] in (":", ",")


def _plausible_end(text: str, low: int, lone: int, outer: list[Quotation]) -> bool:
    """Whether a closing mark that nothing opened ends a quotation which began with its paragraph."""
    return lone > low + 8 and text[lone - 1] in _ENDING and not any(q.start < lone for q in outer)


def quotation_spans(paragraph: str) -> list[Span]:
    """The quotations of one paragraph, marks included, inner ones too; one left open goes to the paragraph's end."""
    scanned = _scan(paragraph, 0, len(paragraph))
    spans = [(start, end) for start, end, _, _ in scanned.found]
    if not spans and paragraph[:1] in DASHES:
        return dialogue_spans(paragraph, 0, len(paragraph))
    return sorted(spans + [(start, len(paragraph)) for start, mark in scanned.opened if mark not in _SINGLE])


def _scan(text: str, low: int, high: int, reopened: str = "") -> _Paragraph:
    """Pair the marks of one paragraph; it may begin by opening again what a mark before it has opened."""
    result = _Paragraph()
    marks = [found.start() for found in _MARK.finditer(text, low, high)]
    stack: list[tuple[int, str, int]] = []  # where, mark, how many quotations were found before it opened
    skip = low
    for k, at in enumerate(marks):
        again = at == low and reopened != ""
        mark = reopened if again else text[at]
        if at < skip:
            continue
        opens, closes = again or opens_quotation(text, at, low, high), _closes(text, at, low, high)
        if mark in "‘'’":
            inner = stack[-1][1] if stack else ""
            end = _single_end(text, at, high) if mark != "’" and opens and inner != mark else -1
            if end > 0 and inner != "‚":
                result.found.append((at, end, mark, len(stack)))
                alone = not stack and all(text[m] in "‘’'" for m in marks[k + 1 : k + 64] if m < end)
                skip = end if alone else skip
            elif inner == "‚" and mark in _CLOSERS["‚"] and closes:
                result.found.append((stack.pop()[0], at + 1, "‚", len(stack)))
            continue
        if mark == '"' and (_FEET.search(text, max(low, at - 6), at) or (not (stack or opens) and _inches(text, at))):
            continue
        level = _level(stack, mark)
        if level >= 0 and mark not in _ONLY_OPEN and _shuts(text, marks, k, stack[level][1], opens, closes):
            start, opener, _ = stack[level]
            del stack[level:]
            result.found.append((start, at + 1, opener, len(stack)))
        elif mark in _ONLY_CLOSE or (closes and not opens) or (mark in "”»›" and not opens):
            if not stack and result.lone < 0 and mark in '"”»」':
                result.lone = at
        elif mark != '"' or opens or not (at > low and text[at - 1].isalnum()):
            if stack and stack[-1][1] == mark and not _nests(text, marks, k, low, high):
                if _taken_up(text, text.rfind(mark, stack[-1][0], at), at):
                    continue
                stack.pop()  # the earlier one was never closed
            stack.append((at, mark, len(result.found)))
    result.opened = [(start, mark) for start, mark, _ in stack]
    if stack:  # what was found inside a quotation left open is outermost when that comes to nothing
        _raise_inner(text, low, result)
    return result


def _level(stack: list[tuple[int, str, int]], mark: str) -> int:
    """Which of the three innermost open quotations a mark may close, -1 for none."""
    innermost = range(len(stack) - 1, max(-1, len(stack) - 4), -1)
    return next((n for n in innermost if mark in _CLOSERS[stack[n][1]]), -1)


def _raise_inner(text: str, low: int, result: _Paragraph) -> None:
    """Drop an opening mark that nothing closes and that introduces nothing, so that what it holds stands by itself."""
    start = result.opened[0][0]
    inner = [f for f in result.found if f[0] > start]
    if inner and not _introduced(text, low, start):
        least = min(f[3] for f in inner)
        result.found = [f if f[0] < start else (f[0], f[1], f[2], f[3] - least) for f in result.found]
        result.opened = []


def _shuts(text: str, marks: list[int], k: int, opener: str, opens: bool, closes: bool) -> bool:
    """Whether a mark that may close an open quotation does."""
    if text[marks[k]] != opener and not (opener == "„" and text[marks[k]] == "“"):
        return True
    return closes or not opens


def _nests(text: str, marks: list[int], k: int, low: int, high: int) -> bool:
    """Whether a mark that opens inside a quotation of its own style is followed by two that close."""
    following = [at for at in marks[k + 1 : k + 9] if text[at] not in "‘’'"][:2]
    return len(following) == 2 and all(
        _closes(text, at, low, high) and not opens_quotation(text, at, low, high) for at in following
    )


def _taken_up(text: str, start: int, at: int) -> bool:
    """Whether a quotation that was opened at `start` is again after a sentence, its paragraphs run together in one.

    Not where a verb of speech stands between: then the first was never closed.
    """
    ended = text[start + 1] not in ".!?…" and text[at - 1].isspace() and text[at - 2] in ".!?…"
    return ended and _ATTRIBUTING.isdisjoint(_LETTERS.findall(text[start:at].lower()))


def opens_quotation(text: str, at: int, low: int, high: int) -> bool:
    """Whether the blanks beside a mark at an offset, in a text between two others, are those of an opening one."""
    after = at + 1 < high and not text[at + 1].isspace()
    if text[at] == "«" and at + 1 < high and text[at + 1] in " \u00a0\u202f":
        after = True  # French marks stand apart from their words
    return after and (
        at == low or text[at - 1] in _BEFORE_OPENER or text[at - 1].isspace() or ord(text[at - 1]) > 0x2E80
    )


def _closes(text: str, at: int, low: int, high: int) -> bool:
    """Whether the blanks beside a mark are those of a closing one."""
    before = at > low and (not text[at - 1].isspace() or text[at] == "»")
    return before and (at + 1 >= high or not text[at + 1].isalnum() or ord(text[at + 1]) > 0x2E80)


def _inches(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


def _single_end(text: str, at: int, high: int) -> int:
    """Where a quotation in single marks that opens at `at` ends, -1 where it is an apostrophe."""
    if _ELISION.match(text, at) or not (text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] in '"“['):
        return -1
    closer = "’" if text[at] == "‘" else "'"
    doubtful = -1
    place = at
    limit = min(high, at + _REACH)
    while (place := text.find(closer, place + 1, limit)) >= 0:
        if closer == "'" and text[place - 1].isspace():
            break  # the next one opens
        if place + 1 < high and text[place + 1].isalnum():
            continue
        if text[place - 1] in _ENDING or text[place + 1 : place + 2] in _ENDING or text[place - 1] not in "sS":
            return place + 1
        doubtful = place + 1 if doubtful < 0 else doubtful
    return doubtful
