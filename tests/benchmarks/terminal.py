"""A program in a real terminal: keys go in through a pty, and pyte reads from its bytes what the screen shows."""

from __future__ import annotations

import compileall
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

import store
import tui

ONRECORD = (sys.executable, "-m", "tui.cli")
"""The app, by the interpreter that runs the tests."""


def compile_app() -> None:
    """Compile the app's modules, as pip does when it installs: what it is measured beside starts from bytecode too."""
    for package in (store, tui):
        compileall.compile_dir(Path(package.__file__ or "").parent, quiet=1)


LAST = 4096
"""So many bytes are kept of what a program writes in a long run."""
LIMIT = 30.0
"""Seconds to wait for what must come; only a failing run takes them."""


class Terminal:
    """A program on a screen of `columns` by `rows`.

    Args:
        command: The program and its arguments.
        columns, rows: The size of the screen.
        environment: Variables to add; an empty value takes one away. TERM is xterm-256color unless named.
        folder: Where the program runs.
        blind: Do not read the screen; for long runs, since pyte is slow.
    """

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        *,
        folder: Path | None = None,
        blind: bool = False,
    ) -> None:
        wanted = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "", "LINES": "", "TMUX": "", **(environment or {})}
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={name: value for name, value in wanted.items() if value},
            dimensions=(rows, columns),
            timeout=LIMIT,
            cwd=str(folder) if folder else None,
        )
        self.written = bytearray()
        """The bytes the program has written so far, of a long run the last."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = None if blind else pyte.ByteStream(self._screen)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What the screen shows, as one text."""
        return "\n".join(self.lines)

    def styles(self, words: str, beside: str = "") -> set[tuple[str, str, bool, bool, bool]]:
        """Foreground, background, bold, underlined, reversed: of the cells where `words` first stand.

        `beside` are other words of that line.
        """
        row = next(y for y, line in enumerate(self.lines) if words in line and beside in line)
        at = self.lines[row].index(words)
        cells = [self._screen.buffer[row][x] for x in range(at, at + len(words))]
        return {(cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse) for cell in cells}

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program writes in the next moment. False once it has ended."""
        return self._take(seconds) is not None

    def _take(self, seconds: float) -> bytes | None:
        """What the program writes next, nothing when it writes nothing for so long, None once it has ended."""
        try:
            data: bytes = self.process.read_nonblocking(1 << 16, seconds)
        except pexpect.TIMEOUT:
            return b""
        except pexpect.EOF:
            return None
        self.written += data
        if self._stream is not None:
            self._stream.feed(data)
        else:
            del self.written[:-LAST]
        return data

    def until(self, true: Callable[[], bool], what: str = "it") -> None:
        """Wait until something is true of the screen."""
        end = time.monotonic() + LIMIT
        while not true():
            if not self.read() or time.monotonic() > end:
                if true():
                    return
                raise AssertionError(f"{what} did not come:\n{self.text}")

    def shows(self, words: str) -> None:
        """Wait until the screen shows these words."""
        self.until(lambda: words in self.text, repr(words))

    def writes(self, *words: str) -> list[float]:
        """Wait until the program has written each of some words in one piece, in this order.

        The screen is not looked at, which would take time. Returns the seconds that each took from now on.
        """
        written, taken, began = bytearray(), list[float](), time.perf_counter()
        while len(taken) < len(words):
            wanted = words[len(taken)].encode()
            if (at := written.find(wanted)) >= 0:
                taken.append(time.perf_counter() - began)
                del written[: at + len(wanted)]
            elif (data := self._take(0.05)) is not None and time.perf_counter() - began < LIMIT:
                written += data
            else:
                raise AssertionError(f"{words[len(taken)]!r} was not written")
        return taken

    def hides(self, words: str) -> None:
        """Wait until the screen shows these words no longer."""
        self.until(lambda: words not in self.text, f"the end of {words!r}")

    def settle(self, seconds: float = 0.25) -> bool:
        """Read until nothing comes for so long. False once the program has ended."""
        while True:
            if (data := self._take(seconds)) is None:
                return False
            if not data:
                return True

    def send(self, keys: str) -> None:
        """Type."""
        self.process.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, which the program is told of."""
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    @property
    def memory(self) -> int:
        """Bytes that the program holds in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) * 1024

    @property
    def seconds(self) -> float:
        """Processor time that the program has taken."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def ended(self) -> int:
        """Wait until the program has ended. Returns its exit code."""
        end = time.monotonic() + LIMIT
        while self.read():
            if time.monotonic() > end:
                raise AssertionError(f"it did not end:\n{self.text}")
        self.process.wait()
        return int(self.process.exitstatus if self.process.exitstatus is not None else -self.process.signalstatus)

    def close(self) -> None:
        """End the program."""
        self.process.close(force=True)
