"""The texts that an article has had: one came with each import that found another than the one before."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from store.collection import Collection
from store.errors import OnRecordError
from store.originals import write_new


class Version(NamedTuple):
    """A text that an article had, and when it came in (ISO, UTC)."""

    added: str
    text: str


def versions(collection: Collection, article: str) -> list[Version]:
    """The texts of an article (uid) in the order in which they came; one that came back is there again."""
    rows = collection.read.execute(
        """SELECT version.added, body FROM version JOIN text ON sha256 = version.text
        WHERE article = ? AND version.state = 'live' ORDER BY version.added, version.uid""",
        [article],
    )
    found: list[Version] = []
    for version in map(Version._make, rows):
        if not found or version.text != found[-1].text:
            found.append(version)
    return found


def write_version(collection: Collection, article: str, number: int, out: Path) -> None:
    """Write the text of an article's (uid) version of a number, 1 for the first. Raises OnRecordError."""
    known = versions(collection, article)
    if not 1 <= number <= len(known):
        raise OnRecordError("No such version", f"the article has had {len(known)}, 1 is the first")
    write_new(collection, known[number - 1].text.encode("utf-8", "surrogatepass"), out)
