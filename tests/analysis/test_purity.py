"""The text rules are pure: they know no database, file, screen or clock, and of the store only its plain values."""

import ast
import sys
from pathlib import Path

import pytest

import store.analysis

FILES = sorted(Path(store.analysis.__file__).parent.glob("*.py"))
ALLOWED = {"numpy", "store.model"}
IMPURE = {"os", "io", "pathlib", "sqlite3", "time", "socket", "subprocess", "threading", "urllib", "http", "tempfile"}
"""Parts of the standard library that reach outside."""
CLOCKS = {"now", "today", "utcnow"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_reaches_for_nothing_outside_the_text(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            if node.module == "store.analysis":
                names = [f"store.analysis.{alias.name}" for alias in node.names]
        for name in names:
            root = name.partition(".")[0]
            own = name in ALLOWED or name.startswith(("store.analysis.", "numpy."))
            assert own or (root in sys.stdlib_module_names and root not in IMPURE), f"{path.name} imports {name}"
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in {"open", "print", "input"} | CLOCKS, f"{path.name} calls {called}"
