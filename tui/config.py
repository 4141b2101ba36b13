"""The settings as text: shown, explained, and opened in an editor. All of it is made from the table of settings."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from store.errors import OnRecordError
from tui.keynames import show_key
from tui.settings import SETTINGS, Settings

WIDTH = 100
"""Columns of a comment."""

_EXAMPLES = {
    "backend": 'address = "http://127.0.0.1:8080/v1"',
    "folders": 'import = "~/saved"',
    "keys": 'quote = ["1", "ctrl+k"]',
}
"""A line to begin a table with."""


def values(settings: Settings) -> dict[str, Any]:
    """The settings by name, as a file would give them."""
    found = {name: getattr(settings, name) for name in SETTINGS}
    keys = {action: list(map(show_key, given)) for action, given in settings.keys.items()}
    tables = {"backend": dict(settings.backend), "folders": dict(settings.folders), "keys": keys}
    return {**found, "layouts": list(settings.layouts), **tables}


def as_toml(settings: Settings) -> str:
    """The settings in effect, as a file that would set them."""
    return "\n".join(_lines(values(settings)))


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    for name, value in found.items():
        if isinstance(value, Mapping):
            yield from (f"\n[{name}]", *_lines(value)) if value else ()
        else:
            yield f"{name} = {_toml(value)}"


def _toml(value: object) -> str:
    """A number, text or list as TOML spells it; that is how JSON does, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def explain(names: list[str]) -> str:
    """What settings mean, and how they come. Raises OnRecordError for one that there is not."""
    for name in names:
        if name not in SETTINGS:
            raise OnRecordError("There is no such setting", f"{name}; there are {', '.join(SETTINGS)}")
    return "\n\n".join("\n".join(_explained(name)) for name in names or SETTINGS)


def _explained(name: str) -> Iterator[str]:
    come = values(Settings())[name]
    yield f"[{name}]" if isinstance(come, Mapping) else f"{name} = {_toml(come)}"
    yield from textwrap.wrap(SETTINGS[name].about, WIDTH - 4, initial_indent="    ", subsequent_indent="    ")


def starter() -> str:
    """A first file: every setting explained and as it comes, each in a comment, so that it changes nothing."""
    parts = ["# The settings of On Record. Take the # away in front of what you change."]
    for name, come in values(Settings()).items():
        about = textwrap.wrap(SETTINGS[name].about, WIDTH - 2, initial_indent="# ", subsequent_indent="# ")
        given = [f"# [{name}]", f"# {_EXAMPLES[name]}"] if name in _EXAMPLES else [f"# {name} = {_toml(come)}"]
        parts.append("\n".join([*about, *given]))
    return "\n\n".join(parts) + "\n"


def edit(path: Path) -> None:
    """Open the settings in the editor that VISUAL or EDITOR names; a first file is written where there is none.

    Raises OnRecordError when there is no editor, it fails, or the file cannot be written.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise OnRecordError("There is no editor", f"set EDITOR, as in EDITOR=nano, or open {path} yourself")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.write_text(starter(), encoding="utf-8")
        failed = subprocess.run([*shlex.split(editor), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        raise OnRecordError("The settings cannot be edited", f"{editor} {path}: {error}") from error
    if failed:
        raise OnRecordError("The settings were not edited", f"{editor} ended with {failed}")
