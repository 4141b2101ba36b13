"""Paragraphs and sentences of a text, as spans. A paragraph is a line; blanks around it are no part of it."""

from __future__ import annotations

import re

from store.model import Span

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]{0,2000}\n){0,200}?---[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_STOPS = ".!?…‽؟۔।"
_FULL_WIDTH = "。！？｡"
_END = re.compile(f"[{_STOPS}{_FULL_WIDTH}](?:(?<=[{_STOPS}])[{_STOPS}]{{0,7}}|[{_FULL_WIDTH}]{{0,7}})")
"""Marks of one kind. It begins with one set of characters, so that others are passed over quickly."""
_CLOSERS = "\"'”’»›“」』)]}…"
_OPENERS = "\"'“‘„«‹「『([{—–-"
_INITIALS = re.compile(r"(?:^|[^\w])(?:[^\W\d_]\.){0,8}[^\W\d_]\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,12}")
_OPENING = frozenset("The He She It They We This That These But And In On A An His Her Their There I You".split())
"""Words that begin a sentence after initials with dots."""
_WORD_BEFORE = re.compile(r"[\w’']{1,16}\Z")
_NEVER_LAST = frozenset(
    "mr mrs ms dr prof rev hon gov sen rep gen col lt sgt capt cmdr maj adm amb st mt vs mme cpl drs govs insp messrs "
    "reps sens supt".split()
)
"""Abbreviations that stand before a name, so that a capital after them opens no sentence."""
_ABBREVIATIONS = _NEVER_LAST | frozenset(
    "mx pres sec min ste ft jr sr etc approx dept est inc ltd co corp llc no nos vol pp ed fig al cf viz ca jan feb "
    "mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun bzw usw nr str abs mlle sra srta "
    "гг др им проф тов ул тыс млн млрд долл руб".split()
)
_MARKS = re.compile(r"(?:#{1,6}|>|[-*+])[ \t]+(?:(?:>|[-*+])[ \t]+)?")


def front_matter_end(text: str) -> int:
    """Where the block of fields ends that a Markdown file may open with, 0 where it has none."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def without_front_matter(text: str) -> str:
    """A text with blanks in the place of its front matter: every other character stays where it was."""
    head = front_matter_end(text)
    return " " * head + text[head:] if head else text


def mark_end(text: str, start: int) -> int:
    """Where the words of a line begin after the marks of Markdown that may open it: "# ", "> ", "- "."""
    found = _MARKS.match(text, start) if start == 0 or text[start - 1] == "\n" else None
    return found.end() if found else start


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs in order."""
    return [line.span() for line in _LINE.finditer(text)]


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between two offsets, in order; none goes beyond its paragraph."""
    part = text[start:end]
    return [(start + a, start + b) for low, high in paragraph_spans(part) for a, b in _in_paragraph(part, low, high)]


def _in_paragraph(text: str, low: int, high: int) -> list[Span]:
    spans, begin = [], low
    for mark in _END.finditer(text, low, high):
        if mark.start() < begin:
            continue
        end = mark.end()
        while end < high and text[end] in _CLOSERS:
            end += 1
        after = end
        while after < high and text[after].isspace():
            after += 1
        if after == high or _ends(text, begin, mark, end, after):
            if begin < end:
                spans.append((begin, min(end, high)))
            begin = after
    if begin < high:
        spans.append((begin, high))
    return spans


def _ends(text: str, begin: int, mark: re.Match[str], end: int, after: int) -> bool:
    """Whether a sentence ends at a mark that more of the paragraph follows."""
    if mark[0][0] in _FULL_WIDTH:
        return True
    if after == end:
        return False
    following = after
    while following < len(text) and text[following] in _OPENERS and following < after + 4:
        following += 1
    first = text[following : following + 1]
    if first.islower():
        return False
    if mark[0] != ".":
        return True
    before = text[max(begin, mark.start() - 24) : mark.start()]
    word = _WORD_BEFORE.search(before)
    if word is None:
        return True
    known = word[0].casefold()
    if known in _NEVER_LAST:
        return False
    if _INITIALS.search(before):
        # "in the U.S. The talks" ends a sentence, "J. Smith" and "U.S. President" do not.
        opening = _WORD_AFTER.match(text, following)
        return "." in before[-3:] and (end > mark.end() or (opening is not None and opening[0] in _OPENING))
    return not (
        known in _ABBREVIATIONS and (first.isdigit() or (first.isupper() and known not in ("etc", "inc", "co")))
    )
