"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def part_file(target: Path, *, new: bool = False) -> Iterator[Path]:
    """Make an empty file beside the target, of mode 0600, that takes the target's place once the caller is done.

    Its name is random, so that nobody can have laid a file or a link there before.

    Args:
        target: What it becomes, replaced if it is there.
        new: Never replace: a target that is there, or came meanwhile, stays.

    Raises OSError; of that FileExistsError where a new target is there.
    """
    if not target.parent.exists():
        raise FileNotFoundError(errno.ENOENT, "its folder is not there", str(target))
    if new and os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    part = target.with_name(f".{target.name}.{os.urandom(8).hex()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        yield part
        os.fsync(handle)
        if new:
            _claim(part, target)
        part.replace(target)
    finally:
        os.close(handle)
        part.unlink(missing_ok=True)


def _claim(part: Path, target: Path) -> None:
    """Make the target be there, whole if the file system can. Raises FileExistsError where it is already."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # no hard links there
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
