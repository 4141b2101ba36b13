"""A dossier in Markdown (CommonMark): quotes and commitments with their sources, grouped as asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from store.collection import Collection
from store.exporters.citing import Markup
from store.exporters.dossier import Layout, Manner, facts, write
from store.exporters.files import replaced
from store.exporters.references import one_line
from store.exporters.rows import Row, Selection

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&=])")


def export(collection: Collection, out: Path, selection: Selection, **manner: str) -> dict[Path, int]:
    """Write one file. Returns it with its number of records.

    Args:
        manner: The fields of `store.exporters.dossier.Manner`.
    """
    with replaced(out) as file:
        file.write("# Dossier\n")
        count = write(file, collection, selection, Manner(**manner), LAYOUT)
    return {out: count}


def _record(row: Row, kind: str, cited: str) -> Iterator[str]:
    yield "\n" + "".join(f"> {escaped(line)}\n" for line in row["exact"].split("\n"))
    yield f"\n— {cited}\n" if cited else ""
    if known := facts(row, kind):
        yield "\n" + "".join(f"- {name}: {escaped(value)}\n" for name, value in known)


def _link(address: str, words: str) -> str:
    """A link, or the words alone where an address is not one of the web."""
    if not re.match(r"https?://[^\s<>]+$", address):
        return escaped(words)
    return f"<{address}>" if words == address else f"[{escaped(words)}](<{address}>)"


def escaped(text: str) -> str:
    """Text of which nothing is taken as markup, on one line."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


LAYOUT = Layout(
    part=lambda title: f"\n## {title}\n",
    group=lambda heading: f"\n### {escaped(heading)}\n",
    group_end="",
    record=_record,
    markup=Markup(escaped, _link, str),
)
