"""A token a line: token, start, end and a BIO tag for quotes, mentions and commitments each, parted by tabs.

A paragraph ends with an empty line, an article begins with "# article = uid". Of records of one kind that overlap, the
one that begins first keeps its tokens. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from store.collection import Collection
from store.exporters.documents import Document
from store.exporters.files import replaced
from store.exporters.labels import Label, labelled
from store.exporters.references import one_line
from store.exporters.rows import Selection

KINDS = ("quote", "mention", "commitment")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def export(collection: Collection, out: Path, selection: Selection) -> dict[Path, int]:
    """Write one file. Returns it with its number of articles."""
    count = 0
    with replaced(out) as file:
        file.write("# columns = token start end quote mention commitment\n")
        for document, found in labelled(collection, selection):
            file.write(f"# article = {document.uid}\n# title = {one_line(document.title)}\n")
            file.writelines(_lines(document, found))
            count += 1
    return {out: count}


def _lines(document: Document, found: list[Label]) -> Iterator[str]:
    tokens = [match.span() for match in _TOKEN.finditer(document.text)]
    tags = [_tags(tokens, [label for label in found if label.label == kind]) for kind in KINDS]
    reached = 0
    for (start, end), *marks in zip(tokens, *tags, strict=True):
        if reached and "\n" in document.text[reached:start]:
            yield "\n"
        yield "\t".join((document.text[start:end], str(start), str(end), *marks)) + "\n"
        reached = end
    yield "\n"


def _tags(tokens: list[tuple[int, int]], labels: list[Label]) -> list[str]:
    """A tag a token, for labels of one kind in text order."""
    tags = ["O"] * len(tokens)
    for label in labels:
        first = bisect_right(tokens, label.start, key=itemgetter(1))
        last = bisect_left(tokens, label.end, key=itemgetter(0))
        if all(tag == "O" for tag in tags[first:last]):
            tags[first:last] = [f"{'I' if k else 'B'}-{label.label}" for k in range(last - first)]
    return tags
