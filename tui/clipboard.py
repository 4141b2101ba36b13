"""Copying, and saying truthfully where the words went; and reading what was copied elsewhere.

In tmux its buffer takes them, and with `-w` it hands them to its terminal. A clipboard tool of the desktop is
reached through pyperclip, in a process of its own: it has no time limit and tells no failure, so the words are read
back and compared. Where neither works the terminal is asked with OSC 52, which answers nothing. Whatever happens,
the words are kept in the app and in a file that only its owner can read.

In a browser only the browser is asked: the clipboard of the machine that serves is somebody else's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from store.errors import OnRecordError
from tui.display import safe

LIMIT = 2.0
"""Seconds that a clipboard tool may take."""

OSC_52_BYTES = 74_000
"""What common terminals take with OSC 52; they drop more without a word."""

_PYPERCLIP = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste().rstrip() != text.rstrip())
"""

_PASTE = "import sys, pyperclip; sys.stdout.buffer.write(pyperclip.paste().encode())"


class Clipboard:
    """Copies words. `to_terminal` sends them by OSC 52; `kept` is the file that has the last words copied.

    `in_browser` is set where the app is served to one.
    """

    def __init__(self, to_terminal: Callable[[str], None], kept: Path) -> None:
        self._to_terminal = to_terminal
        self.kept = kept
        self.words = ""
        self.in_browser = False

    def copy(self, words: str) -> str:
        """Copy words and say in a sentence which way they went. Takes up to a few seconds: call it in a thread."""
        self.words = words = clean(words)
        trouble = self._keep()
        if self.in_browser:
            self._to_terminal(words)
            return "Sent to the browser, which may ask whether to take it."
        in_tmux = "TMUX" in os.environ and _tool(["tmux", "load-buffer", "-w", "-"], words)
        if _tool([sys.executable, "-P", "-c", _PYPERCLIP], words):
            return f"Copied to the clipboard{' and the buffer of tmux' if in_tmux else ''}."
        if in_tmux:
            return "Copied to the buffer of tmux, which handed it to the terminal."
        also = f"also kept in {_shown(self.kept)}" if not trouble else f"{_shown(self.kept)} was not written: {trouble}"
        if len(words.encode()) > OSC_52_BYTES:
            return f"No clipboard tool was found, and this is too long for the terminal; {also}."
        self._to_terminal(words)
        return f"Sent to the terminal, which does not say whether it took it; {also}."

    def paste(self) -> str:
        """What the clipboard of the desktop holds, as text. Takes up to a few seconds: call it in a thread.

        Raises OnRecordError where it holds none or cannot be read.
        """
        if self.in_browser:
            raise OnRecordError("The clipboard cannot be read", "the app runs in a browser; save the text to a file")
        try:
            found = subprocess.run(
                [sys.executable, "-P", "-c", _PASTE],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LIMIT,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            hint = "no tool for it works here (such as wl-paste or xclip); save the text to a file"
            raise OnRecordError("The clipboard cannot be read", hint) from None
        words = found.stdout.decode("utf-8", "replace")
        if not words.strip():
            raise OnRecordError("The clipboard holds no text", "copy the article first")
        return words

    def _keep(self) -> str:
        """Write the file that is fallen back to. Returns what went wrong."""
        try:
            self.kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            opened = os.open(self.kept, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            with os.fdopen(opened, "wb") as file:
                os.fchmod(opened, 0o600)
                file.truncate()
                file.write(self.words.encode())
        except OSError as error:
            return error.strerror or "it failed"
        return ""


def kept_path() -> Path:
    """Where the last words copied are kept: the platform's folder for what a program may lose."""
    from platformdirs import user_cache_path

    return user_cache_path("onrecord") / "copied.txt"


def forget_kept() -> None:
    """Empty the file that has the last words copied, if there is one. Raises OnRecordError."""
    kept = kept_path()
    try:
        if kept.exists():
            os.truncate(kept, 0)
    except OSError as error:
        raise OnRecordError("The words copied last are left", f"{kept}: {error.strerror}; remove it first") from error


def clean(words: str) -> str:
    """The words without characters that steer a terminal, turn the writing direction or hide."""
    if words.isprintable():
        return words
    pairs = zip(words, safe(words), strict=True)
    return "".join(char if char == shown or char == "\t" else " " * char.isspace() for char, shown in pairs)


def _tool(command: list[str], words: str) -> bool:
    """Whether a program took the words in time. Nothing of it is left when it did not."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.communicate(words.encode(), LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
    return process.returncode == 0


def _shown(path: Path) -> str:
    return safe(str(path).replace(str(Path.home()), "~", 1))
