"""Hypothesis: annotations of web pages, as its client exports them and its service answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from store.importers.listed import entry_of
from store.model import SavedArticle, SavedHighlight


def annotations_in(found: object) -> list[dict[str, Any]]:
    """The annotations that a JSON document holds; none where it is of another kind."""
    if isinstance(found, dict):
        found = found.get("annotations") or found.get("rows")
    some = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return some if some and all("uri" in one and "target" in one for one in some) else []


def entry(said: dict[str, Any], path: Path, sha256: str) -> SavedArticle:
    """Make an entry of an annotation. Raises UnreadableFile where it names no page."""
    quoted = next((one for one in _selectors(said) if one.get("type") == "TextQuoteSelector"), {})
    tags = " ".join(f"#{'-'.join(tag.split())}" for tag in said.get("tags") or [] if isinstance(tag, str))
    note = "\n".join(filter(None, [str(said.get("text") or ""), tags]))
    words = {name: str(quoted.get(name) or "") for name in ("exact", "prefix", "suffix")}
    document = said.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    title = titles[0] if isinstance(titles, list) and titles else titles
    given = {"title": str(title or ""), "url": str(said.get("uri") or "")}
    return entry_of(path, sha256, "hypothesis", given, highlights=[SavedHighlight(note=note, **words)])


def _selectors(said: dict[str, Any]) -> list[dict[str, Any]]:
    targets = [target for target in said.get("target") or [] if isinstance(target, dict)]
    return [one for target in targets for one in target.get("selector") or [] if isinstance(one, dict)]
