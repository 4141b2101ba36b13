"""The first frame imports nothing that only later work needs."""

import subprocess
import sys

import pytest

HEAVY = (
    "numpy",
    "trafilatura",
    "lxml",
    "sqlite_utils",
    "pyperclip",
    "charset_normalizer",
    "multiprocessing",
    "http.client",
    "urllib.request",
    "xml.etree.ElementTree",
    "csv",
    "difflib",
    "store.analysis.repeats",
    "store.importers",
)


def imported_by(code: str) -> set[str]:
    """The modules that are there once the code has run, without those of the interpreter alone."""
    script = f"{code}\nimport sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "module", ["tui.cli", "tui.app", "tui.screens.reading", "tui.widgets.article_list", "tui.settings", "tui.keyboard"]
)
def test_nothing_heavy_is_imported_before_the_first_frame(module: str) -> None:
    bare = imported_by("import textual.app, textual.widgets")
    found = imported_by(f"import {module}")
    assert module in found
    assert found & set(HEAVY) - bare == set()


def test_an_article_is_opened_without_numpy() -> None:
    found = imported_by("import tui.screens.reading, store.copies, store.boilerplate, store.projection, store.records")
    assert "numpy" not in found


def test_the_command_line_alone_does_without_textual() -> None:
    assert "textual" not in imported_by("import tui.cli")


def test_colours_help_and_dialogs_come_when_first_opened() -> None:
    found = imported_by("import tui.app, tui.screens.reading")
    later = {"tui.screens.help", "tui.screens.import_dialog", "tui.screens.export_dialog", "tui.screens.register"}
    assert found & later == set()
