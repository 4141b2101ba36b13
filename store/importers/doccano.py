"""doccano's JSONL: texts with labels as [start, end, label] or, from projects with relations, as entities.

Places are code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from store.importers.failure import UnreadableFile
from store.importers.labels import MOST, Misplaced, Places
from store.model import Labelled, LabelledArticle, SavedArticle


def is_labelled(said: Mapping[str, object]) -> bool:
    """Whether an object of a list has labels."""
    return any(isinstance(said.get(name), list) for name in ("label", "labels", "entities"))


def labelled(
    said: Mapping[str, Any], text: str, article: SavedArticle, path: Path, number: int
) -> Iterator[LabelledArticle | UnreadableFile]:
    """The article of a line with its labels; each that does not fit is a failure of its own.

    Args:
        said: The line.
        text: The text as the line has it.
        article: The article made of it.
        path: The file's name.
        number: The line's.
    """
    given = list(_given(said))
    if len(given) > MOST:
        raise UnreadableFile(path, f"It has more than {MOST} labels", "split the text")
    places = Places(text)
    labels = []
    for start, end, label in given:
        try:
            labels.append(Labelled(str(label), (places.span(start, end),)))
        except Misplaced as wrong:
            yield UnreadableFile(path, f"Line {number}: a label cannot be placed: {wrong}", "label it again")
    yield LabelledArticle(article, tuple(labels))


def _given(said: Mapping[str, Any]) -> Iterator[tuple[object, object, object]]:
    for name in ("label", "labels"):
        for one in said.get(name) or ():
            if isinstance(one, list) and len(one) == 3:
                yield one[0], one[1], one[2]
    for one in said.get("entities") or ():
        if isinstance(one, dict) and "label" in one:
            yield one.get("start_offset"), one.get("end_offset"), one["label"]
