"""Label Studio's JSON: tasks with regions on their text, whole or as JSON-MIN. Places are UTF-16 code units.

Regions with the same note (as On Record writes a record's id there) are spans of one record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import known_fields, known_list
from store.importers.files import part_of
from store.importers.labels import MOST, Misplaced, Places
from store.model import Labelled, LabelledArticle, Span

_OWN_ID = re.compile("[0-9a-f]{32}")


def is_task(item: object) -> bool:
    """Whether an item of a list is a task."""
    if not isinstance(item, dict):
        return False
    whole = isinstance(item.get("data"), dict) and isinstance(item.get("annotations"), list)
    return whole or any(_is_region(region) for region in _listed(item.get("label")))


def read_task(item: dict[str, Any], path: Path, number: int, sha256: str) -> Iterator[LabelledArticle | UnreadableFile]:
    """The text of a task with its labels; each region that does not fit is a failure of its own."""
    data = item["data"] if isinstance(item.get("data"), dict) else item
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableFile(path, "There is no text", "the task's text is wanted as the field text")
    said = {name: value for name, value in data.items() if isinstance(value, str)}
    article = saved_article(text, part_of(path, number), sha256, "labelstudio", known_fields(said), **known_list(said))
    places = Places(text, utf16=True)
    labels: list[Labelled] = []
    records: dict[tuple[str, str], int] = {}
    for region in _regions(item):
        if len(labels) > MOST:
            raise UnreadableFile(path, f"It has more than {MOST} regions", "split the text")
        value = region.get("value", region)
        try:
            span = places.span(value.get("start"), value.get("end"), value.get("text"))
        except Misplaced as wrong:
            what = f"Task {number}: a region cannot be placed: {wrong}"
            yield UnreadableFile(path, what, "label it again")
            continue
        for label in (one for one in _listed(value.get("labels")) if isinstance(one, str)):
            _add(labels, records, label, span, _note(region))
    own = [replace(one, note="") if _OWN_ID.fullmatch(one.note) else one for one in labels]
    yield LabelledArticle(article, tuple(own))


def _add(labels: list[Labelled], records: dict[tuple[str, str], int], label: str, span: Span, note: str) -> None:
    """Add a region, to the label before it that has the same note where there is one."""
    known = records.get((label, note)) if note else None
    if known is None:
        records[label, note] = len(labels)
        labels.append(Labelled(label, (span,), note=note))
    else:
        before = labels[known]
        labels[known] = Labelled(label, tuple(sorted({*before.content, span})), note=note)


def _regions(item: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The regions of all annotators that were not withdrawn."""
    yield from (region for region in _listed(item.get("label")) if _is_region(region))
    for annotation in _listed(item.get("annotations")):
        if isinstance(annotation, dict) and not annotation.get("was_cancelled"):
            for region in _listed(annotation.get("result")):
                if isinstance(region, dict) and isinstance(region.get("value"), dict) and "labels" in region["value"]:
                    yield region


def _note(region: Mapping[str, Any]) -> str:
    meta = region.get("meta")
    return "\n".join(str(one) for one in _listed(meta.get("text"))) if isinstance(meta, dict) else ""


def _is_region(region: object) -> bool:
    return isinstance(region, dict) and isinstance(region.get("labels"), list) and "start" in region


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
