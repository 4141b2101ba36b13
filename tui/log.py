"""The log: what a developer needs to know of failures that nobody foresaw, in a file that only its owner can read.

It has the kind of a failure and the places in the code, never its message nor any values: these may hold words of an
article or the name of a source.
"""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path

LARGEST = 256 * 1024
"""Bytes from which the log is put aside and a new one begun; the one put aside before goes."""


def log_path() -> Path:
    """Where the log is: in the platform's folder for logs."""
    from platformdirs import user_log_path

    return user_log_path("onrecord") / "onrecord.log"


def log(error: BaseException) -> Path:
    """Log a failure that nobody foresaw. Returns the log. Raises OSError when it cannot be written."""
    path = log_path()
    _append(path, _report(error))
    return path


def _report(error: BaseException) -> str:
    """Kind and places of a failure and of those that led to it."""
    lines = [f"{datetime.now().astimezone().isoformat(timespec='seconds')} {_versions()}"]
    seen: set[int] = set()
    failure: BaseException | None = error
    while failure is not None and id(failure) not in seen:
        seen.add(id(failure))
        lines.append(f"{type(failure).__module__}.{type(failure).__name__}")
        lines += [
            f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(failure.__traceback__)
        ]
        failure = failure.__cause__ or failure.__context__
    return "\n".join(lines) + "\n\n"


def _versions() -> str:
    import platform
    from importlib.metadata import version

    return f"onrecord {version('onrecord')}, textual {version('textual')}, Python {platform.python_version()}"


def _append(path: Path, report: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST:
        path.replace(path.with_suffix(".old.log"))
    opened = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8", errors="backslashreplace") as file:
        os.fchmod(opened, 0o600)
        file.write(report)
