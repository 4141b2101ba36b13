"""Invented articles that the demo opens on. Countries, people and outlets do not exist."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = (".txt", ".md", ".html")


def sample_paths() -> list[Path]:
    """The sample articles' files, in the order of their names."""
    return sorted(path for path in Path(__file__).parent.iterdir() if path.suffix in SUFFIXES)
