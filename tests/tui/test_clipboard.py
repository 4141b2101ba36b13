"""Copying by every way there is, and what is said of it."""

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import OnRecordError
from store.lock import WriterLock
from tui import clipboard
from tui.clipboard import OSC_52_BYTES, Clipboard, clean, kept_path
from tui.display import safe

WORDS = "“We will build twelve schools.” — Ilse Marrow, Valdoria Times"

BARE_TOOLS = ("TMUX", "DISPLAY", "WAYLAND_DISPLAY")


@pytest.fixture(autouse=True)
def no_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment without any clipboard; returns the folder that its programs are looked for in."""
    for name in BARE_TOOLS:
        monkeypatch.delenv(name, raising=False)
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    return programs


@pytest.fixture
def sent() -> list[str]:
    return []


@pytest.fixture
def board(tmp_path: Path, sent: list[str]) -> Clipboard:
    return Clipboard(sent.append, tmp_path / "kept" / "copied.txt")


@pytest.fixture
def all_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.defpath)


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def python_module(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """A pyperclip of the test's own."""
    (folder / "pyperclip.py").write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(folder))


def test_without_any_tool_the_terminal_gets_the_words_and_nothing_is_claimed(board: Clipboard, sent: list[str]) -> None:
    said = board.copy(WORDS)
    assert sent == [WORDS]
    assert "does not say whether it took it" in said
    assert "Copied" not in said
    assert str(board.kept.name) in said
    assert board.words == WORDS
    assert board.kept.read_text(encoding="utf-8") == WORDS


def test_the_file_is_for_its_owner_only(board: Clipboard) -> None:
    old = os.umask(0)
    try:
        board.copy("a long first text that is replaced")
        board.kept.chmod(0o644)
        board.copy("short")
    finally:
        os.umask(old)
    assert stat.S_IMODE(board.kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(board.kept.parent.stat().st_mode) == 0o700
    assert board.kept.read_text() == "short"


def test_a_file_put_there_by_somebody_else_is_not_written_through(board: Clipboard, tmp_path: Path) -> None:
    board.kept.parent.mkdir()
    (tmp_path / "theirs").write_text("theirs")
    board.kept.symlink_to(tmp_path / "theirs")
    said = board.copy(WORDS)
    assert "was not written" in said
    assert (tmp_path / "theirs").read_text() == "theirs"


def test_what_is_too_long_for_a_terminal_is_not_sent(board: Clipboard, sent: list[str]) -> None:
    said = board.copy("é" * (OSC_52_BYTES // 2 + 1))
    assert sent == []
    assert "too long for the terminal" in said
    assert "also kept in" in said


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_the_buffer_of_a_real_tmux_takes_the_words(
    board: Clipboard, sent: list[str], all_programs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket = str(tmp_path / "tmux")

    def tmux(*command: str) -> str:
        done = subprocess.run(["tmux", "-S", socket, "-f", "/dev/null", *command], capture_output=True, check=True)
        return done.stdout.decode()

    tmux("new-session", "-d", "-x", "80", "-y", "24", "sleep 60")
    try:
        monkeypatch.setenv("TMUX", f"{socket},0,0")
        said = board.copy(WORDS)
        assert tmux("show-buffer") == WORDS
    finally:
        tmux("kill-server")
    assert said == "Copied to the buffer of tmux, which handed it to the terminal."
    assert sent == []
    assert board.kept.read_text() == WORDS


def test_a_tmux_that_is_gone_is_not_reported(
    board: Clipboard, sent: list[str], all_programs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX", f"{tmp_path}/gone,0,0")
    assert board.copy(WORDS).startswith("Sent to the terminal")
    assert sent == [WORDS]


@pytest.fixture
def x_display(all_programs: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if shutil.which("Xvfb") is None or shutil.which("xclip") is None:
        pytest.skip("Xvfb or xclip is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            monkeypatch.setenv("DISPLAY", f":{numbers.readline().strip()}")
        yield
    finally:
        server.kill()
        server.wait()


def test_the_clipboard_of_a_real_desktop_takes_the_words(board: Clipboard, sent: list[str], x_display: None) -> None:
    assert board.copy(WORDS) == "Copied to the clipboard."
    pasted = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, check=True, timeout=10)
    assert pasted.stdout.decode() == WORDS
    assert sent == []


def test_without_pyperclip_the_terminal_is_asked(
    board: Clipboard, sent: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python_module(tmp_path, monkeypatch, "raise ImportError('no pyperclip here')")
    board.copy(WORDS)
    assert sent == [WORDS]


def test_a_tool_that_takes_the_words(
    board: Clipboard, sent: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python_module(tmp_path, monkeypatch, "def copy(text): global kept; kept = text\ndef paste(): return kept + '\\n'")
    assert board.copy(WORDS) == "Copied to the clipboard."
    assert sent == []


def test_a_tool_that_lies_is_found_out(
    board: Clipboard, sent: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python_module(tmp_path, monkeypatch, "def copy(text): pass\ndef paste(): return 'what was there before'")
    assert "Copied" not in board.copy(WORDS)
    assert sent == [WORDS]


def test_a_tool_that_hangs_is_ended_with_all_it_started(
    board: Clipboard, sent: list[str], no_tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(no_tools, "hangs", f"echo $$ > {tmp_path}/pid; exec /bin/sleep 60")
    python_module(tmp_path, monkeypatch, "import subprocess\ndef copy(text): subprocess.run(['hangs'])")
    monkeypatch.setattr(clipboard, "LIMIT", 1.0)
    began = time.monotonic()
    board.copy(WORDS)
    assert time.monotonic() - began < 10
    assert sent == [WORDS]
    number = int((tmp_path / "pid").read_text())
    for _ in range(50):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or " Z " in state.read_text():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the tool still runs")


def test_no_pyperclip_of_the_folder_one_is_in_is_run(
    board: Clipboard, sent: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyperclip.py").write_text("def copy(text): pass\ndef paste(): raise SystemExit(0)")
    monkeypatch.chdir(tmp_path)
    board.copy(WORDS)
    assert sent == [WORDS]


def test_hostile_characters_are_left_out(board: Clipboard, sent: list[str]) -> None:
    board.copy("\x1b]52;c;cm0=\x07Two\u202e words\nand\ta\u200b\ud800 tab\r\x85end")
    assert sent == ["]52;c;cm0=Two words\nand\ta tab  end"]
    assert board.kept.read_text() == sent[0]


@given(st.text(st.characters(codec=None, categories=None)))
def test_what_is_copied_can_be_pasted_into_a_terminal(words: str) -> None:
    copied = clean(words)
    assert all(safe(char) == char or char == "\t" for char in copied)
    copied.encode()
    assert clean(copied) == copied
    visible = [char for char in words if char.isprintable() and not char.isspace()]
    assert visible == [char for char in copied if char.isprintable() and not char.isspace()]


def test_the_platform_has_a_place_for_the_file() -> None:
    assert kept_path().name == "copied.txt"


def test_pyperclip_is_not_imported_by_the_app() -> None:
    code = "import sys, tui.clipboard; sys.exit('pyperclip' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def paste(): return 'Ünder the lock\\n'", "Ünder the lock\n"),
        ("def paste(): return ' '", "holds no text"),
        ("def paste(): raise RuntimeError", "cannot be read"),
        ("import time\ndef paste(): time.sleep(60)", "cannot be read"),
    ],
    ids=["text", "nothing", "no tool", "a tool that hangs"],
)
def test_what_the_clipboard_holds(board: Clipboard, tmp_path, monkeypatch, source: str, expected: str) -> None:
    python_module(tmp_path, monkeypatch, source)
    try:
        assert board.paste() == expected
    except OnRecordError as error:
        assert expected in str(error)


def test_in_a_browser_no_clipboard_of_the_server_is_read(board: Clipboard) -> None:
    board.in_browser = True
    with pytest.raises(OnRecordError, match="in a browser"):
        board.paste()


async def test_copying_does_not_wait_for_what_is_being_kept(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        app.screen.page.select((0, 10))
        with WriterLock(app.app.collection.path):
            await app.press("m", "Y")
            await app.until(lambda: app.app.words_copier.words == app.screen.reading.text[:10])
        await app.until(lambda: not app.app._keeping)
