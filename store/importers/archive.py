"""ZIP files. Nothing is unpacked to disk, and how much may come out is limited."""

from __future__ import annotations

import lzma
import zlib
from pathlib import Path
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile

from store.importers.failure import UnreadableFile

LARGEST_PART = 32 << 20
"""Bytes of one part when unpacked, at most."""

LARGEST_WHOLE = 128 << 20
"""Bytes that are unpacked of one file, at most."""

MOST_PARTS = 20_000

_DAMAGED = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, lzma.LZMAError, zlib.error)


class Archive:
    """An open ZIP file: the names of its parts, and their bytes as long as they are not too many."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self.path = path
        self._left = LARGEST_WHOLE
        try:
            self._zip = ZipFile(file)
        except _DAMAGED:
            raise UnreadableFile(path, "It is a damaged ZIP", "it may be cut short; save it again") from None
        if len(self._zip.infolist()) > MOST_PARTS:
            raise UnreadableFile(path, f"It has more than {MOST_PARTS} parts", "unpack it and import the folder")
        self.names = self._zip.namelist()

    def open(self, name: str) -> IO[bytes]:
        """A part to be read bit by bit. Raises UnreadableFile where it is locked."""
        if self._zip.getinfo(name).flag_bits & 1:
            raise UnreadableFile(self.path, "It is locked with a password", "save it without one")
        return self._zip.open(name)

    def read(self, name: str) -> bytes:
        """The bytes of a part; b"" where there is none. Raises UnreadableFile where it is too large or damaged."""
        if name not in self.names:
            return b""
        limit = min(LARGEST_PART, self._left)
        try:
            with self.open(name) as part:
                data = part.read(limit + 1)
        except _DAMAGED:
            raise UnreadableFile(self.path, f"Its part {name[:80]} is damaged", "save it again") from None
        if len(data) > limit:
            raise UnreadableFile(self.path, "It is too large when unpacked", "it may be built to be; save it as text")
        self._left -= len(data)
        return data
