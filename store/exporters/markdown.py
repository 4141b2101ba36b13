"""A dossier in Markdown (CommonMark): quotes and commitments with their sources, grouped as asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from store.collection import Collection
from store.exporters.dossier import Layout, facts, source, who, write
from store.exporters.files import replaced
from store.exporters.references import one_line
from store.exporters.rows import Row, Selection

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~&])")


def export(collection: Collection, out: Path, selection: Selection, *, by: str = "article") -> dict[Path, int]:
    """Write one file. Returns it with its number of records.

    Args:
        by: "article", "speaker" or "month".
    """
    with replaced(out) as file:
        file.write("# Dossier\n")
        count = write(file, collection, selection, by, LAYOUT)
    return {out: count}


def _record(row: Row, kind: str) -> Iterator[str]:
    yield "\n" + "".join(f"> {escaped(line)}\n" for line in row["exact"].split("\n"))
    cited = ", ".join(part for part in (who(row, kind), row["article_title"], source(row)) if part)
    link = row["article_url"] if re.match(r"https?://[^\s<>]+$", row["article_url"]) else ""
    yield f"\n— {escaped(cited)}{f' <{link}>' if link else ''}\n"
    if known := facts(row, kind):
        yield "\n" + "".join(f"- {name}: {escaped(value)}\n" for name, value in known)


def escaped(text: str) -> str:
    """Text of which nothing is taken as markup, on one line."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


LAYOUT = Layout(
    part=lambda title: f"\n## {title}\n",
    group=lambda heading: f"\n### {escaped(heading)}\n",
    group_end="",
    record=_record,
)
