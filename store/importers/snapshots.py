"""Pages that a reading list keeps in files beside it, as Zotero does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from store.model import SavedArticle

_OF_THE_LIST = ("title", "outlet", "author", "url", "place", "published", "language")


def beside(folder: Path, entry: SavedArticle) -> Iterator[Path]:
    """The files of an entry that are there, in the list's folder or below: no other that a list names is opened."""
    inside = folder.resolve()
    for name in entry.snapshots:
        try:
            file = (folder / name).resolve()
            if file.is_relative_to(inside) and file.is_file():
                yield file
        except (OSError, ValueError):  # no name of a file
            continue


def with_page(entry: SavedArticle, page: SavedArticle) -> SavedArticle:
    """The article of a page with what the list says of it."""
    said = {name: getattr(entry, name) for name in _OF_THE_LIST if getattr(entry, name)}
    if entry.published:
        said["published_precision"] = entry.published_precision
    return replace(filed(page, entry), **said)


def filed(page: SavedArticle, entry: SavedArticle) -> SavedArticle:
    """The article of a page with what its entry in a list says besides what the article is."""
    labels = tuple(dict.fromkeys((*entry.labels, *page.labels)))
    return replace(page, saved=entry.saved or page.saved, labels=labels, highlights=entry.highlights)
