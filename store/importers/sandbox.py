"""Reads files of formats that can be hostile in a child process with limits on time, memory and answers.

The child is started when first needed, reads one file after another, and is replaced when a file has broken it. It gets
the open file, never its path. After a while without work it ends by itself.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from store.importers.failure import UnreadableFile
from store.model import Labelled, LabelledArticle, SavedArticle, SavedHighlight

CPU_SECONDS = 10
"""Processor time for one article, at most; waiting for other programs does not count."""

WALL_SECONDS = 90
"""Time for the next answer, at most."""

MEMORY = 1 << 30
"""Bytes of address space of a child, at most."""

LARGEST_ANSWER = 64 << 20
"""Bytes of one article with its details, at most."""

IDLE_SECONDS = 30
"""Time without work after which a child ends."""

FRAME = struct.Struct("!I")

Item = SavedArticle | LabelledArticle | UnreadableFile

_TOO_LONG = ("It takes too long to read", "it may be built to; save the article as text (.txt)")
_TOO_LARGE = ("It needs too much memory to read", "it may be built to; save the article as text (.txt)")
_BROKEN = ("Its reader broke down on it", "it is damaged or built to break readers; save the article as text (.txt)")
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from store.importers.child import serve; serve(int(sys.argv[2]))"
)


def read(kind: str, file: BinaryIO, path: Path) -> Iterator[Item]:
    """Read the articles of a file by the reader of its kind (a module of this package), in a child.

    Each is held back until the next comes, so that the child is free again before the last is given.

    Args:
        kind: The module's name; its read(file, path) is called in the child.
        file: A real file, open; its position does not matter.
        path: Its name, which the child may look at but not open.
    """
    child = _take()
    held: list[Item] = []
    try:
        for answer in child.ask(kind, file, path.absolute()):
            if answer:
                yield from held
                held = [_item(answer, path)]
    except BaseException as error:
        child.end()
        if not isinstance(error, _Stopped):
            raise
        held.append(UnreadableFile(path, *error.why))
    else:
        _give_back(child)
    yield from held


def _item(answer: dict[str, Any], path: Path) -> Item:
    if "article" not in answer:
        return UnreadableFile(path, answer["what"], answer["hint"])
    said = answer["article"]
    marked = tuple(SavedHighlight(**one) for one in said["highlights"])
    listed = {name: tuple(said[name]) for name in ("labels", "snapshots")}
    article = SavedArticle(**said | listed | {"highlights": marked})
    return LabelledArticle(article, tuple(map(_label, answer["labels"]))) if "labels" in answer else article


def _label(told: dict[str, Any]) -> Labelled:
    spans = {role: tuple((start, end) for start, end in told[role]) for role in ("content", "source", "cue")}
    return Labelled(label=told["label"], note=told["note"], **spans)


class _Stopped(Exception):
    """The child was stopped, or stopped by itself. `why` tells what and hint."""

    def __init__(self, why: tuple[str, str]) -> None:
        super().__init__(*why)
        self.why = why


class _Child:
    """One child process and the socket to it."""

    def __init__(self) -> None:
        self._socket, far = socket.socketpair()
        with far:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, json.dumps(sys.path), str(far.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[far.fileno()],
            )

    def lives(self) -> bool:
        return self._process.poll() is None and not select.select([self._socket], [], [], 0)[0]

    def ask(self, kind: str, file: BinaryIO, path: Path) -> Iterator[dict[str, Any]]:
        """Hand a file over and give the answers as they come. Raises _Stopped."""
        request = json.dumps({"kind": kind, "path": os.fsencode(path).hex(), "seconds": CPU_SECONDS}).encode()
        try:
            socket.send_fds(self._socket, [FRAME.pack(len(request)) + request], [file.fileno()])
        except OSError:
            raise _Stopped(_BROKEN) from None
        while frame := self._frame():
            answer: dict[str, Any] = json.loads(frame)
            if "stopped" in answer:
                raise _Stopped(_TOO_LARGE)
            yield answer

    def _frame(self) -> bytes:
        deadline = time.monotonic() + WALL_SECONDS
        (length,) = FRAME.unpack(self._exactly(FRAME.size, deadline))
        if length > LARGEST_ANSWER:
            raise _Stopped(_TOO_LARGE)
        return self._exactly(length, deadline)

    def _exactly(self, length: int, deadline: float) -> bytes:
        got = bytearray()
        while len(got) < length:
            if not select.select([self._socket], [], [], max(0, deadline - time.monotonic()))[0]:
                raise _Stopped(_TOO_LONG)
            chunk = b""
            with contextlib.suppress(ConnectionError):
                chunk = self._socket.recv(min(length - len(got), 1 << 20))
            if not chunk:
                raise _Stopped(self._why_it_ended())
            got += chunk
        return bytes(got)

    def _why_it_ended(self) -> tuple[str, str]:
        try:
            code = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return _BROKEN
        return {-signal.SIGXCPU: _TOO_LONG, -signal.SIGKILL: _TOO_LARGE}.get(code, _BROKEN)

    def end(self) -> None:
        """Stop the child, whatever it is doing."""
        self._socket.close()
        self._process.kill()
        self._process.wait()


_idle: list[_Child] = []
_lock = threading.Lock()


def _take() -> _Child:
    """A child without work, or a new one where all have some."""
    with _lock:
        while _idle:
            child = _idle.pop()
            if child.lives():
                return child
            child.end()
    return _Child()


def _give_back(child: _Child) -> None:
    with _lock:
        _idle.append(child)


@atexit.register
def _end_all() -> None:
    while _idle:
        _idle.pop().end()
