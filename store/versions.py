"""The texts that an article has had: one came with each import that found another than the one before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from store.articles import VERSIONS
from store.collection import Collection
from store.errors import OnRecordError
from store.events import IMPORT, UNITE, Value, merged, of_target
from store.originals import write_new


class Version(NamedTuple):
    """A text that an article had, and when it came in (ISO, UTC)."""

    added: str
    text: str


def versions(collection: Collection, article: str) -> list[Version]:
    """The texts of an article (uid) in the order in which they came; one that came back is there again."""
    rows = collection.read.execute(
        f"""SELECT came.added, body FROM {VERSIONS.format("?")} AS came JOIN text ON sha256 = came.text
        ORDER BY came.added, came.uid""",
        [article],
    )
    return [*map(Version._make, rows)]


def about_then(collection: Collection, article: str, text: str, names: Iterable[str]) -> dict[str, Any]:
    """What of an article (uid) was known while an earlier text (sha256) was its own, by the names of its columns.

    Empty where it has that text now, or the history does not know it; what was not known then is left out. What
    somebody corrected by hand since is told as corrected, unless another version had told it otherwise by then.
    """
    if collection.read.execute("SELECT 1 FROM article WHERE uid = ? AND text = ?", [article, text]).fetchone():
        return {}
    known: Value = {}
    then: Value = {}
    for event in of_target(collection.read, article):
        told = merged([event])
        if event.op not in (IMPORT, UNITE):
            then |= {name: told[name] for name in then.keys() & told.keys() if then[name] == known[name]}
        known |= told
        if known.get("text") == text:
            then = dict(known)
    return {name: then[name] for name in names if then.get(name)}


def write_version(collection: Collection, article: str, number: int, out: Path) -> None:
    """Write the text of an article's (uid) version of a number, 1 for the first. Raises OnRecordError."""
    known = versions(collection, article)
    if not 1 <= number <= len(known):
        raise OnRecordError("No such version", f"the article has had {len(known)}, 1 is the first")
    write_new(collection, known[number - 1].text.encode("utf-8", "surrogatepass"), out)
