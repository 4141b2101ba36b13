"""Paths as people type them: completed, with ~ for the home folder, and read back as files and folders."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

MOST = 500
"""So many names of a folder are offered."""


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` is what was typed, as far as it can be completed; `entries` all ways it can go on, folders ending in /."""

    text: str
    entries: tuple[str, ...]


def expanded(typed: str) -> Path:
    """The path, with ~ as the home folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # ~ of somebody who is not known here
        return Path(typed)


def complete(typed: str, folders_only: bool = False) -> Completion:
    """How a typed path can go on. Hidden names are offered once their dot is typed; case matters not at first."""
    if typed == "~":
        typed = "~/"
    head, slash, tail = typed.rpartition("/")
    head += slash
    try:
        with os.scandir(expanded(head or ".")) as entries:
            named = [(entry.name, entry.is_dir()) for entry in entries]
    except (OSError, ValueError):
        return Completion(typed, ())
    fitting = sorted(
        (name + "/" * is_folder for name, is_folder in named if _fits(name, tail) and (is_folder or not folders_only)),
        key=str.casefold,
    )
    common = os.path.commonprefix(fitting)  # noqa: RUF071 - letters, not path components, are completed
    longer = len(common) > len(tail) or common.casefold() == tail.casefold() != ""
    return Completion(head + (common if longer else tail), tuple(head + name for name in fitting[:MOST]))


def _fits(name: str, tail: str) -> bool:
    if name.startswith(".") and not tail.startswith("."):
        return False
    return name.startswith(tail) or name.casefold().startswith(tail.casefold())


def paths_in(typed: str) -> list[Path]:
    """The files and folders that a text names: one as it stands, or several as terminals paste dropped files.

    Raises:
        ValueError: A sentence, when one of them is not there.
    """
    text = typed.strip()
    if not text:
        raise ValueError("Type the path of a file or a folder, or take one from the list with ↓.")
    if _exists(expanded(text)):
        return [expanded(text)]
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    paths = [Path(unquote(word[7:])) if word.startswith("file://") else expanded(word) for word in words]
    if paths and all(map(_exists, paths)):
        return paths
    missing = next((str(path) for path in paths if not _exists(path)), text) if len(paths) > 1 else text
    raise ValueError(f"There is no file or folder {missing}")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
