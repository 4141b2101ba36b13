"""Plain text, as it stands."""

from __future__ import annotations

from pathlib import Path

from store.importers.details import saved_article
from store.model import SavedArticle


def read(text: str, path: Path, sha256: str) -> SavedArticle:
    """Read an article of plain text; headline and dateline are read from its first lines and stay in the text."""
    return saved_article(text, path, sha256, "text", {})
