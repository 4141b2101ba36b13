"""The child's side of the sandbox: reads the files that it is handed and answers with their articles.

While a file is read, Python itself refuses to open anything but the libraries' own files: no path that a file names, no
connection, no program. Nothing can be written at any time.
"""

from __future__ import annotations

import json
import os
import resource
import select
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from errno import EACCES
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from store.importers.failure import UnreadableFile
from store.importers.sandbox import FRAME, IDLE_SECONDS, MEMORY
from store.model import LabelledArticle, SavedArticle


def serve(descriptor: int) -> None:
    """Answer requests that come over a socket until there are none."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(ValueError, OSError):  # macOS has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    line = socket.socket(fileno=descriptor)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    guard = _Guard()
    while request := _request(line):
        asked, file = request
        with file:
            for answer in _answers(asked, file, guard):
                frame = json.dumps(answer).encode()
                line.sendall(FRAME.pack(len(frame)) + frame)
                if "stopped" in answer:
                    return
        line.sendall(FRAME.pack(0))


def _request(line: socket.socket) -> tuple[dict[str, Any], BinaryIO] | None:
    """What is asked and the open file; None where nothing more comes."""
    if not select.select([line], [], [], IDLE_SECONDS)[0]:
        return None
    head, descriptors, _, _ = socket.recv_fds(line, FRAME.size, 1)
    if len(head) < FRAME.size:
        return None
    (length,) = FRAME.unpack(head)
    asked = line.recv(length, socket.MSG_WAITALL)
    return json.loads(asked), os.fdopen(descriptors[0], "rb")


def _answers(asked: dict[str, Any], file: BinaryIO, guard: _Guard) -> Iterator[dict[str, Any]]:
    path = Path(os.fsdecode(bytes.fromhex(asked["path"])))
    try:
        reader = import_module(f"store.importers.{asked['kind']}")
    except ImportError as error:
        yield {
            "what": f"To read it, {error.name} is missing",
            "hint": "in the folder of On Record: pip install '.[documents]'",
        }
        return
    guard.on = True
    try:
        _limit_processor(asked["seconds"])
        for item in reader.read(file, path):
            yield _answer(item)
            _limit_processor(asked["seconds"])
    except UnreadableFile as failure:
        yield _answer(failure)
    except MemoryError:
        yield {"stopped": "memory"}
    except RecursionError:
        yield {"what": "It is nested too deep", "hint": "save the article as text (.txt)"}
    except Exception as error:
        yield {"what": f"It is damaged ({type(error).__name__})", "hint": "save the article again, or as text (.txt)"}
    finally:
        guard.on = False


def _answer(item: SavedArticle | LabelledArticle | UnreadableFile | None) -> dict[str, Any]:
    """An article, a failure, or nothing but a sign of life from a reader that passes over parts of a long file."""
    if item is None:
        return {}
    if isinstance(item, UnreadableFile):
        return {"what": item.what, "hint": item.hint}
    if isinstance(item, LabelledArticle):
        return {"article": asdict(item.article), "labels": [asdict(label) for label in item.labels]}
    return {"article": asdict(item)}


def _limit_processor(seconds: int) -> None:
    """Let the system end this process when it has computed for so many seconds more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))


class _Guard:
    """An audit hook that refuses what no reader needs, while it is on."""

    def __init__(self) -> None:
        self.on = False
        installed = [folder for folder in sys.path if folder.endswith(("site-packages", "dist-packages"))]
        own = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[1]), *installed)
        self._own = tuple(os.path.join(os.path.realpath(folder), "") for folder in own)  # noqa: PTH118
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        if event.startswith(_REFUSED) or (event == "open" and not self._is_own(arguments[0])):
            raise PermissionError(EACCES, "not while a file is read", str(arguments[:1]))

    def _is_own(self, path: object) -> bool:
        """Whether a path is of Python or its libraries; a number is of a file that is open already."""
        if not isinstance(path, str | bytes):
            return True
        return os.path.realpath(os.fsdecode(path)).startswith(self._own)


_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "shutil.", "urllib.")
