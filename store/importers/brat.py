"""brat standoff: an .ann file and the .txt beside it. Places are code points of that text as it stands.

Text-bound annotations are labels; relations HasSource and HasCue (as On Record writes them) tie a source and a cue to
one, notes (#) say more about it. Events, other relations, attributes and normalisations have no counterpart here.

Format: brat, "Standoff format".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers.decoding import decode
from store.importers.failure import UnreadableFile
from store.importers.files import opened, read_whole
from store.importers.labels import MOST, Misplaced, Places, joined
from store.importers.text import read as read_text
from store.model import Labelled, LabelledArticle, Span

_BOUND = re.compile(r"(T\S+)\t(\S+) ([\d ;]+)(?:\t(.*))?")
_TIE = re.compile(r"R\S+\tHas(Source|Cue) Arg1:(\S+) Arg2:(\S+)\s*")
_OWN_ID = re.compile(r"(?:; )?id [0-9a-f]{32}$")
_NOTE = re.compile(r"#\S*\t\S+ (T\S+)\t(.*)")


def read(file: BinaryIO, path: Path) -> Iterator[LabelledArticle | UnreadableFile]:
    """Read an .ann file with its text; each annotation that does not fit is a failure of its own."""
    beside = path.with_suffix(".txt")
    try:
        with opened(beside) as text_file:
            data, sha256 = read_whole(text_file, beside)
    except OSError:
        raise UnreadableFile(path, f"The text {beside.name} is not beside it", "keep .ann and .txt together") from None
    article = read_text(decode(data, beside), beside, sha256)
    raw = data.decode("utf-8-sig", "replace")
    mark = len(data.decode("utf-8", "replace")) - len(raw)  # brat counts it
    if raw.replace("\r\n", "\n").replace("\r", "\n") != article.text:
        raise UnreadableFile(path, f"The text {beside.name} is not UTF-8", "brat's texts are; convert it")
    lines = read_whole(file, path)[0].decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    bound: dict[str, tuple[str, tuple[Span, ...]]] = {}
    places = Places(raw)
    for number, line in enumerate(lines, 1):
        if found := _BOUND.fullmatch(line):
            name, label, given, words = found.groups()
            try:
                bound[name] = label, joined(_spans(places, given, words, mark), article.text)
            except Misplaced as wrong:
                yield UnreadableFile(path, f"Line {number} ({name}) cannot be placed: {wrong}", "annotate it again")
    if len(bound) > MOST:
        raise UnreadableFile(path, f"It has more than {MOST} annotations", "split the text")
    yield LabelledArticle(article, tuple(_labels(lines, bound)))


def _spans(places: Places, given: str, words: str | None, mark: int) -> list[Span]:
    """The fragments of an annotation; brat gives their words with a blank between them, and counts a mark before."""
    found, rest = [], words
    for fragment in given.split(";"):
        start, _, end = fragment.partition(" ")
        if not (start.isdecimal() and end.isdecimal()):
            raise Misplaced("its place is none")
        length = int(end) - int(start)
        found.append(places.span(int(start) - mark, int(end) - mark, None if rest is None else rest[:length]))
        rest = None if rest is None else rest[length + 1 :]
    if rest:
        raise Misplaced("its words are longer than its place")
    return found


def _labels(lines: list[str], bound: dict[str, tuple[str, tuple[Span, ...]]]) -> Iterator[Labelled]:
    tied: dict[str, dict[str, list[Span]]] = defaultdict(lambda: {"Source": [], "Cue": []})
    notes: dict[str, list[str]] = defaultdict(list)
    parts = set()
    for line in lines:
        if (found := _TIE.fullmatch(line)) and found[2] in bound and found[3] in bound:
            tied[found[2]][found[1]].extend(bound[found[3]][1])
            parts.add(found[3])
        elif found := _NOTE.fullmatch(line):
            notes[found[1]].append(_OWN_ID.sub("", found[2]))
    for name, (label, content) in bound.items():
        if name not in parts:
            source, cue = tied[name]["Source"], tied[name]["Cue"]
            yield Labelled(label, content, tuple(source), tuple(cue), "\n".join(filter(None, notes[name])))
