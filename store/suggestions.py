"""What is suggested for a file's article, without a collection."""

from __future__ import annotations

from pathlib import Path

from store.model import Suggestions


def suggest_file(path: Path, published: str | None = None) -> tuple[str, Suggestions]:
    """The text of a file's first article and what is suggested for it.

    Args:
        path: The file.
        published: The ISO date from which deadlines count; None takes the day that the file gives.

    Raises:
        UnreadableFile: If the file cannot be read.
    """
    from store.analysis.suggest import suggest
    from store.importers import UnreadableFile, read

    article = next(iter(read(path)))
    if isinstance(article, UnreadableFile):
        raise article
    known = article.published if article.published_precision == "day" and article.published[:1].isdigit() else None
    return article.text, suggest(article.text, published or known)
