"""Takes the article out of its page: trafilatura says which pieces of text belong to it, the page how they stand.

trafilatura leaves out paragraphs that say the same as another, says one late or twice, and makes one line of a table's
cell. So every piece of text goes in with a number of its own; the lines are those of the page, in its order, with the
pieces whose numbers come out. Lists of links that came along are left out by the share of a line's characters that are
links (link density, after Kohlschütter, Fankhauser and Nejdl: Boilerplate Detection using Shallow Text Features, 2010).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import __version__ as version
from trafilatura import bare_extraction

from store.importers.blocks import lines_of

EXTRACTOR = f"trafilatura {version}"

SHORT = 250
"""Characters below which trafilatura's fast mode may have missed the article, so that its thorough one is asked."""

LINKED = 0.9
"""Share of a line's characters in links from which it is nothing but links."""

LINK_LIST = 3
"""Lines of nothing but links, one after the other, that make a menu."""

_NUMBERED = 12
_SIGNS = range(0x13000, 0x13430)
_NO_WORDS = frozenset({"script", "style", "noscript", "template", "title", "a", "textarea", "option", "button", "svg"})


class _Line(NamedTuple):
    """A line of the page: its pieces of text with their numbers (None without one), its share of links."""

    pieces: tuple[tuple[str, int | None], ...]
    linked: float

    @property
    def text(self) -> str:
        return " ".join("".join(text for text, _ in self.pieces).split())

    @property
    def words(self) -> set[str]:
        """What trafilatura would say of it, cell by cell."""
        return _words(self.text)


def article_text(tree: HtmlElement, page: str) -> str:
    """The article's paragraphs, each on a line, those that repeat too; empty where there is none.

    Args:
        tree: The parsed page. Its texts are marked on the way.
        page: The same as a string, to choose signs that it does not hold.
    """
    free = [chr(code) for code in _SIGNS if chr(code) not in page]
    sign, opens, closes = [*free, *map(chr, _SIGNS[-3:])][:3]
    _number(tree, sign)
    said = [_said(tree, fast=True)]
    if len(re.sub(f"{sign}\\d+{sign}", "", said[0])) < SHORT:
        said.append(_said(tree, fast=False))
    _mark_links(tree, opens, closes)
    lines = [_line(line, sign, opens, closes) for line in lines_of(tree)]
    return max(("\n".join(_without_menus(_chosen(lines, text, sign))) for text in said), key=len)


def _number(tree: HtmlElement, sign: str) -> None:
    numbers = count()
    for element in tree.find("body").iter():
        if element.tag not in _NO_WORDS and element.text:
            element.text = _numbered(element.text, sign, numbers)
        if element.tail:
            element.tail = _numbered(element.tail, sign, numbers)


def _numbered(text: str, sign: str, numbers: count[int]) -> str:
    """The text with its number; what is short goes without, for trafilatura tells such words by themselves."""
    words = text.rstrip()
    if len(words.strip()) < _NUMBERED and not words.endswith((".", "?", "!", "…")):
        return text
    return f"{words}{sign}{next(numbers)}{sign}{text[len(words) :]}"


def _said(tree: HtmlElement, *, fast: bool) -> str:
    found = bare_extraction(tree, fast=fast, include_comments=False, deduplicate=False)
    return "" if found is None or isinstance(found, dict) else found.text or ""


def _mark_links(tree: HtmlElement, opens: str, closes: str) -> None:
    for link in tree.iter("a"):
        if link.get("href"):
            link.text = opens + (link.text or "")
            link.tail = closes + (link.tail or "")


def _line(line: str, sign: str, opens: str, closes: str) -> _Line:
    linked = 0.0
    if opens in line or closes in line:
        in_links = sum(len(words) for words in re.findall(f"{opens}([^{closes}]*)", line))
        line = line.replace(opens, "").replace(closes, "")
        linked = in_links / max(1, len(line))
    parts = re.split(f"{sign}(\\d+){sign}", line)
    numbers: list[int | None] = [*map(int, parts[1::2]), None]
    return _Line(tuple((text, n) for text, n in zip(parts[::2], numbers, strict=True) if text), linked)


def _chosen(lines: list[_Line], said: str, sign: str) -> list[_Line]:
    """The lines of the page that stand in what trafilatura says, with those of their pieces that do.

    Words without a number are known by themselves: inside the article, or nearest to its ends if they are said there.
    """
    parts = re.split(f"{sign}(\\d+){sign}", said)
    numbers = set(map(int, parts[1::2]))
    whole = [any(number in numbers for _, number in line.pieces) for line in lines]
    first = whole.index(True) if numbers else 0
    last = len(lines) - whole[::-1].index(True) if numbers else 0
    chosen = set(_nearest(lines, range(first - 1, -1, -1), _words(parts[0])))
    chosen.update(_nearest(lines, range(last, len(lines)), _words(parts[-1])))
    words = _words("\n".join(parts[::2]))
    chosen.update(n for n in range(first, last) if whole[n] or _is_among(lines[n], words))
    return [_Line(tuple(_said_pieces(lines[n], numbers)), lines[n].linked) for n in sorted(chosen)]


def _words(said: str) -> set[str]:
    return {words for part in re.split(r"[\n|]", said) if (words := part.strip().removeprefix("- "))}


def _is_among(line: _Line, words: set[str]) -> bool:
    return all(number is None for _, number in line.pieces) and line.words <= words


def _nearest(lines: list[_Line], places: Iterable[int], words: set[str]) -> Iterator[int]:
    """Where each of the words stands for the first time as a line of its own."""
    for place in places:
        if _is_among(lines[place], words):
            words.difference_update(lines[place].words)
            yield place


def _said_pieces(line: _Line, numbers: set[int]) -> Iterator[tuple[str, int | None]]:
    """The pieces whose number is among those given; what stands after the last number goes with it."""
    said = True
    for text, number in line.pieces:
        said = said if number is None else number in numbers
        if said:
            yield text, number


def _without_menus(lines: list[_Line]) -> list[str]:
    """The lines as text, without runs of lines that are links and nothing else, unless there is nothing else."""
    groups = [(menu, list(run)) for menu, run in groupby(lines, lambda line: line.linked >= LINKED)]
    kept = [line.text for menu, run in groups if not menu or len(run) < LINK_LIST for line in run]
    return kept or [line.text for line in lines]
