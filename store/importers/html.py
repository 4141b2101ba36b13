"""Saved pages: the article taken out of its page by trafilatura."""

from __future__ import annotations

from pathlib import Path

from store.importers.decoding import decode
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.model import SavedArticle


def read(data: bytes, path: Path, sha256: str) -> SavedArticle:
    """Read the article of a page. Raises UnreadableFile where none is found."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        decode(data, path), fast=True, include_comments=False, deduplicate=False, with_metadata=True
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise UnreadableFile(path, "No article is found in the page", "save the article as text (.txt)")
    given = {
        "title": found.title or "",
        "outlet": found.sitename or "",
        "author": found.author or "",
        "url": found.url or "",
        "published": found.date or "",
    }
    return saved_article(found.text, path, sha256, "trafilatura", given)
