"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def part_file(target: Path) -> Iterator[Path]:
    """Make an empty file beside the target, of mode 0600, that takes the target's place once the caller is done.

    Its name is random, so that nobody can have laid a file or a link there before. Raises OSError.
    """
    if not target.parent.exists():
        raise FileNotFoundError(errno.ENOENT, "its folder is not there", str(target))
    part = target.with_name(f".{target.name}.{os.urandom(8).hex()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        yield part
        os.fsync(handle)
        part.replace(target)
    finally:
        os.close(handle)
        part.unlink(missing_ok=True)
