"""Random keys for as long as one likes, in one session in a pty: `python soak.py --keys 100000 --seed 7`.

The keys are the same for the same seed. It fails on an unforeseen failure, a frame over 250 ms, memory that grows by
more than a fifth after the first tenth, or a collection that `onrecord check` finds wanting afterwards. A frame is
judged by the processor time that the app took in it, so that what else runs on the machine does not count; the time
on the clock and the machine's load are told beside it, with the last strokes, the screen and the text.
"""

from __future__ import annotations

import argparse
import asyncio
import faulthandler
import gc
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from terminal import ONRECORD, Terminal

if TYPE_CHECKING:
    from textual.pilot import Pilot

FRAME = 0.25
GROWTH = 1.2
BEAT = 0.01
AHEAD = 8
"""So many keys may wait for the answers to those before them; then typing waits too, as a person would."""

SIZES = ((80, 24), (40, 10), (130, 40), (300, 100), (60, 15), (160, 50))

# Not among them: / and ~ (so that no path is typed which the import dialog would take in), ctrl+q, ctrl+z.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHJKLMNOPQRSTUVWXYZ"
SIGNS = "0123456789.,;:'\"[]{}()<>=+-_*&%$#@!?|^ éйñ漢עع"
NAMED = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f", "delete": "\x1b[3~",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "ctrl+right": "\x1b[1;5C",
    "ctrl+left": "\x1b[1;5D", "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "ctrl+d": "\x04", "ctrl+u": "\x15", "ctrl+f": "\x06", "ctrl+g": "\x07", "ctrl+n": "\x0e", "ctrl+r": "\x12",
    "ctrl+s": "\x13", "ctrl+p": "\x10", "f1": "\x1bOP", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
    "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~",
}  # fmt: skip


class Beat(NamedTuple):
    """How long a frame took, in seconds: on the clock, and of the processor; under which load, and what it was."""

    clock: float
    processor: float
    load: float
    what: str

    def __str__(self) -> str:
        return f"{self.clock:.2f} s, of the processor {self.processor:.2f} s, load {self.load:.1f}: {self.what}"


@dataclass
class Outcome:
    """What came of a run; `faults` are sentences, none when all is well."""

    keys: int = 0
    seconds: float = 0.0
    late: list[Beat] = field(default_factory=list)
    """The frames that took over FRAME on the clock."""
    memory_then: int = 0
    memory_now: int = 0
    faults: list[str] = field(default_factory=list)


def strokes(seed: int, count: int) -> Iterator[tuple[str, str | tuple[int, int]]]:
    """The name of each stroke and what it sends; a size where it resizes the window."""
    dice = random.Random(seed)
    columns, rows = SIZES[0]
    for _ in range(count):
        kind = dice.random()
        if kind < 0.46:
            key = dice.choice(LETTERS)
            yield key, key
        elif kind < 0.56:
            key = dice.choice(SIGNS)
            yield key, key
        elif kind < 0.93:
            name = dice.choice(list(NAMED))
            yield name, NAMED[name]
        elif kind < 0.99:
            button, x, y = dice.choice((0, 0, 0, 64, 65, 32)), dice.randint(1, columns), dice.randint(1, rows - 1)
            yield f"mouse {button} at {x},{y}", f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m"
        else:
            columns, rows = dice.choice(SIZES)
            yield f"resize to {columns}x{rows}", (columns, rows)


def soak(keys: int, seed: int, folder: Path, say: bool = False) -> Outcome:
    """Press so many keys on the sample articles in `folder`; say how it went."""
    from tui.launch import make_demo

    outcome, began, path = Outcome(), time.monotonic(), folder / "soak.db"
    make_demo(path)
    private = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    environment = {"HOME": str(folder), "ONRECORD_CONFIG": "", "ONRECORD_DB": "", **private}
    beats, waiting, leaving, account = (folder / name for name in ("beats.jsonl", "waiting", "leaving", "account"))
    waiting.touch()
    command = [sys.executable, __file__, "--watch", *map(str, (beats, waiting, leaving, account, path))]

    here = folder / "here"  # names typed after it, for an export say, stay in the folder
    here.mkdir()
    app, recent = Terminal(command, *SIZES[0], environment, folder=here, blind=True), [""]
    app.process.delaybeforesend = None  # pexpect would wait 50 ms before each key
    app.settle(2.0)
    for number, (name, stroke) in enumerate(strokes(seed, keys), 1):
        recent = [*recent[-40:], name]
        with suppress(OSError):  # it has ended: seen below
            app.resize(*stroke) if isinstance(stroke, tuple) else app.send(stroke)
        if not _answered(app, waiting):
            ended = f"it ended with {app.ended()} at key {number}, after {' '.join(recent)}"
            outcome.faults.append(f"{ended}; it wrote last:\n{app.written.decode(errors='replace')!r}")
            outcome.faults.append(f"how it left:\n{account.read_text()}")
            break
        outcome.keys = number
        if number == keys // 10:
            outcome.memory_then = app.memory
        if say and number % max(keys // 10, 1) == 0:
            late = len(beats.read_text().splitlines())
            print(f"{number:,} keys, {time.monotonic() - began:.0f} s, {app.memory >> 20} MB, {late} late", flush=True)
    if not outcome.faults:
        outcome.memory_now = app.memory
        leaving.touch()
        _leave(app, account, outcome)
    app.close()
    _judge(outcome, folder, path, beats, environment)
    outcome.seconds = time.monotonic() - began
    return outcome


def _answered(app: Terminal, waiting: Path) -> bool:
    """Read until the app is silent and no more than AHEAD keys wait. False once it has ended."""
    while app.settle(0.01):
        if waiting.read_bytes() <= bytes([AHEAD]):
            return True
    return False


def _leave(app: Terminal, account: Path, outcome: Outcome) -> None:
    """End it with ctrl+q, and say yes where it asks back."""
    for _ in range(12):
        for stroke in ("\x11", "y", "\x1b"):
            app.send(stroke)
            if not app.settle(0.3):
                if code := app.ended():
                    outcome.faults.append(f"it ended with {code}; how it left:\n{account.read_text()}")
                return
    app.process.kill(signal.SIGUSR1)  # it tells where its threads are
    app.settle(1.0)
    outcome.faults.append(f"ctrl+q did not end it; what it did meanwhile:\n{account.read_text()}")


def _judge(outcome: Outcome, folder: Path, path: Path, beats: Path, environment: dict[str, str]) -> None:
    outcome.late = [Beat(*json.loads(line)) for line in beats.read_text().splitlines()]
    slow = [beat.processor for beat in outcome.late if beat.processor > FRAME]
    if slow:
        outcome.faults.append(f"{len(slow)} frames took over {FRAME * 1000:.0f} ms, the longest {max(slow):.2f} s")
    if outcome.memory_then and outcome.memory_now > outcome.memory_then * GROWTH:
        outcome.faults.append(f"memory grew from {outcome.memory_then >> 20} to {outcome.memory_now >> 20} MB")
    for log in folder.rglob("onrecord*.log"):
        outcome.faults.append(f"unforeseen failures:\n{log.read_text()}")
    checked = subprocess.run([*ONRECORD, "--db", str(path), "check"], capture_output=True, text=True, check=False)
    if checked.returncode:
        outcome.faults.append(f"check: {checked.stdout}{checked.stderr}")


def watch(beats: Path, waiting: Path, leaving: Path, account: Path, path: Path) -> None:
    """Run the app, noting whenever its screen could not have been drawn for longer than a frame may take.

    `waiting` is kept to one byte: how many keys wait. The app cannot be left before there is a file `leaving`.
    `account` is told who made it leave, with all that was raised, and what it did while it was to leave.
    """
    gc.disable()  # as the command does; the app turns it on again
    from textual import events

    import tui
    from store.collection import open_collection
    from tui.app import OnRecord
    from tui.leaving import leave
    from tui.settings import Settings

    class Watched(OnRecord):
        """Remembers the last strokes that it began to answer, and stays."""

        CSS_PATH: ClassVar[list[str | PurePath]] = [Path(tui.__file__).parent / name for name in OnRecord.CSS_PATH]
        strokes: ClassVar[deque[str]] = deque(maxlen=3)

        async def on_event(self, event: events.Event) -> None:
            """Take an event, a key perhaps later."""
            if isinstance(event, events.Key | events.MouseDown | events.MouseScrollDown | events.Resize):
                self.strokes.append(event.key if isinstance(event, events.Key) else type(event).__name__)
            await super().on_event(event)
            if event in self._ahead:
                self.strokes.pop()

        async def action_quit(self) -> None:
            """Leave, at the end only."""
            if leaving.exists():
                tell(f"ctrl+q {self.doing()}, workers {[one for one in self.workers if one.is_running]}")
                await super().action_quit()

        def exit(self, *result: Any, **how: Any) -> None:
            """Leave, telling who asked for it."""
            tell("exit", *traceback.format_stack())
            super().exit(*result, **how)

        def _fatal_error(self) -> None:
            tell(traceback.format_exc())
            super()._fatal_error()

        async def action_tour(self) -> None:
            """Begin no tour, which would leave this collection."""

        def doing(self) -> str:
            """The last strokes, the screen and the text."""
            reading = self.reading_screen.reading
            text = f"{len(reading.text):,} characters" if reading else "no text"
            width, height = self.size
            screens = " over ".join(type(one).__name__ for one in reversed(self.screen_stack))
            return f"{' '.join(self.strokes)} on {screens} of {width}x{height}, {text}"

    async def beat(pilot: Pilot[None]) -> None:
        while app.is_running:
            clock, processor = time.monotonic(), time.process_time()
            await asyncio.sleep(BEAT)
            took = time.monotonic() - clock - BEAT, time.process_time() - processor
            waiting.write_bytes(bytes([min(len(app._ahead), 255)]))
            if took[0] > FRAME:
                with beats.open("a") as file:
                    print(json.dumps(Beat(*took, os.getloadavg()[0], app.doing())), file=file)

    beats.touch()
    with account.open("w", buffering=1) as told:
        faulthandler.enable(told)
        faulthandler.register(signal.SIGUSR1, told)

        def tell(*words: str) -> None:
            print(*words, sep="\n", file=told)

        collection = open_collection(path)
        app = Watched(collection, Settings())
        try:
            app.run(auto_pilot=beat)
            code = leave(app.return_code or 0)
            collection.close()
        except BaseException:
            tell(traceback.format_exc())
            raise
    sys.exit(code)


def main() -> int:
    """Soak, and say what came of it. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--watch", nargs=5, type=Path, metavar=("BEATS", "WAITING", "LEAVING", "ACCOUNT", "DB"), help=argparse.SUPPRESS
    )
    options = parser.parse_args()
    if options.watch:
        watch(*options.watch)
    with tempfile.TemporaryDirectory(prefix="onrecord-soak-") as folder:
        outcome = soak(options.keys, options.seed, Path(folder), say=True)
    print(f"{outcome.keys:,} keys of seed {options.seed} in {outcome.seconds:.0f} s")
    print(f"memory {outcome.memory_then >> 20} MB after a tenth, {outcome.memory_now >> 20} MB at the end")
    print(f"{len(outcome.late)} frames late on the clock")
    for beat in outcome.late:
        print(f"  {beat}")
    print("\n".join(outcome.faults) or "no faults")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
