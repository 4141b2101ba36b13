"""Headings of Markdown articles stand out in the page, in a real terminal, and the words stay as they stand."""

from __future__ import annotations

from pathlib import Path

from terminal import ONRECORD, Terminal

from store.collection import open_collection
from store.importing import import_paths

ARTICLE = """\
# Locks at Tarn to open

The ministers met on Monday.

## What was settled

- the locks open in spring
- #2 stays closed
"""


def test_headings_are_bold_and_other_lines_are_not(tmp_path: Path) -> None:
    (tmp_path / "locks.md").write_text(ARTICLE, encoding="utf-8")
    collection = open_collection(tmp_path / "own.db")
    import_paths(collection, [tmp_path / "locks.md"])
    collection.close()
    with Terminal([*ONRECORD, "--db", str(tmp_path / "own.db")], 80, 24) as terminal:
        terminal.shows("1 article")
        terminal.send("\r")
        terminal.shows("#2 stays closed")
        terminal.settle()
        assert {bold for _, _, bold, _, _ in terminal.styles("## What was settled")} == {True}
        assert {bold for _, _, bold, _, _ in terminal.styles("The ministers met")} == {False}
        assert {bold for _, _, bold, _, _ in terminal.styles("#2 stays closed")} == {False}
