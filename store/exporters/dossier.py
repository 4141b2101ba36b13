"""A dossier: the selected quotes and commitments in groups, by article, by speaker or by month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import IO

from store.citation import show_date
from store.collection import Collection
from store.exporters.citing import Citing, Markup
from store.exporters.rows import DATES, KINDS, NEEDS_LOOK, WHO, Row, Selection, rows
from store.exporters.suggested import suggested_rows

ORDERS = {
    "article": "",
    "month": "published GLOB '[0-9]*' DESC, CASE WHEN published GLOB '[0-9]*' THEN published END, "
    'article_number, "start"',
    "speaker": '{who} COLLATE NOCASE, {who}_id, article_number, "start"',
}
"""How a dossier is grouped -> the order in which its rows are read; empty is document order."""

TITLES = {kind: name.capitalize() for kind, name in KINDS.items() if kind != "speaker"}
"""The parts of a dossier by kind. Mentions are not in it: a quote or commitment names its speaker."""

FACTS = {
    "quote": "form cue addressee venue date_said translation note confidence why".split(),
    "commitment": (
        "action beneficiary quantity unit deadline strength condition status status_note note confidence why".split()
    ),
}
"""What is told of a record beside its words; the last two are a suggestion's."""


def groups(collection: Collection, kind: str, selection: Selection, by: str) -> Iterator[tuple[str, Iterator[Row]]]:
    """The rows of a kind, group after group, each with its heading; namesakes have a group each."""
    order = ORDERS[by].format(who=WHO[kind])
    speaker = f"{WHO[kind]}_id" if by == "speaker" else ""
    found = groupby(rows(collection, kind, selection, order), lambda row: (row.get(speaker), _heading(row, kind, by)))
    return ((heading, group) for (_, heading), group in found)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a dossier is written: the opening of a part of it, of a group with its end, a record with its source."""

    part: Callable[[str], str]
    group: Callable[[str], str]
    group_end: str
    record: Callable[[Row, str, str], Iterator[str]]
    markup: Markup


@dataclass(frozen=True, slots=True)
class Manner:
    """What is chosen for a dossier: its groups ("article", "speaker" or "month"), how sources are named (Citing)."""

    by: str = "article"
    citation: str = ""
    date_style: str = "iso"


def write(file: IO[str], collection: Collection, selection: Selection, manner: Manner, layout: Layout) -> int:
    """Write the parts of a dossier, group by group. Returns how many records are in it."""
    count = 0
    citing = Citing(collection, layout.markup, manner.citation, manner.date_style)
    for kind, title in TITLES.items():
        if kind not in selection.kinds:
            continue
        file.write(layout.part(title))
        for heading, found in groups(collection, kind, selection, manner.by):
            file.write(layout.group(heading))
            for row in found:
                file.writelines(layout.record(row, kind, citing.of(row, kind)))
                count += 1
            file.write(layout.group_end)
    if selection.suggestions:
        file.write(layout.part("Suggestions, not on record"))
        found = suggested_rows(collection, selection)
        for heading, waiting in groupby(found, lambda row: _heading(row, row["kind"], "article")):
            file.write(layout.group(heading))
            for row in waiting:
                file.writelines(layout.record(row, row["kind"], citing.of(row, row["kind"])))
            file.write(layout.group_end)
    return count


def _heading(row: Row, kind: str, by: str) -> str:
    if by == "speaker":
        return row[WHO[kind]] or "Speaker unknown"
    if by == "month":
        return row["published"][:7] if row["published"][:1].isdigit() else "Date unknown"
    return f"{row['article_title'] or 'Without a title'} ({source(row)})" if source(row) else row["article_title"]


def source(row: Row) -> str:
    """Where a record stands: outlet and date, as far as known."""
    return ", ".join(part for part in (row["outlet"], show_date(row["published"])) if part)


def facts(row: Row, kind: str) -> list[tuple[str, str]]:
    """What else is known of a record, name and value, in the order to show it; first whether it needs a look."""
    told = (name for name in FACTS[kind] if row.get(name) not in (None, ""))
    known = [(name.replace("_", " "), _value(name, row[name])) for name in told]
    if row.get("needs_look"):
        known.insert(0, ("caution", NEEDS_LOOK))
    copies = row.get("copies_here", 0) + row.get("copies_elsewhere", 0)
    return [*known, ("copies", str(copies))] if copies else known


def _value(name: str, value: object) -> str:
    if isinstance(value, int | float):
        return f"{value:,.15g}"
    return show_date(str(value)) if name in DATES else str(value)
