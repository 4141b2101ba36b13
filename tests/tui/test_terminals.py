"""Kinds of terminals, their sizes and colours, in a real pty; tmux where it is installed."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from terminal import ONRECORD, Terminal

from tui.launch import make_demo

DATE = "3 June"
TRUE, MANY = (b"38;2;", b"48;2;"), (b"38;5;", b"48;5;")


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("terminals") / "demo.db"
    make_demo(path)
    return str(path)


@pytest.mark.parametrize(
    ("environment", "has", "lacks"),
    [
        ({"TERM": "xterm", "COLORTERM": ""}, (), (*TRUE, *MANY)),
        ({"TERM": "linux", "COLORTERM": ""}, (), (*TRUE, *MANY)),
        ({"TERM": "screen", "COLORTERM": ""}, (), (*TRUE, *MANY)),
        ({"TERM": "screen-256color", "COLORTERM": ""}, MANY, TRUE),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, TRUE, MANY),
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, (), (*TRUE, *MANY)),
        ({"NO_COLOR": "1", "TERM": "xterm", "COLORTERM": ""}, (), (*TRUE, *MANY)),
    ],
    ids=["xterm", "linux", "screen", "screen-256color", "tmux-256color", "no colour", "no colour, few"],
)
def test_selection_and_cursor_are_seen_with_any_colours(
    collection: str, environment: dict[str, str], has: tuple[bytes, ...], lacks: tuple[bytes, ...]
) -> None:
    with Terminal([*ONRECORD, "--db", collection], 80, 24, environment) as app:
        app.shows("8 articles")
        app.send("\r")
        app.shows("¶2")
        app.send("gvww")
        app.until(
            lambda: len(app.styles("HARROW", DATE)) == 1 and app.styles("HARROW", DATE) != app.styles("(Norrin", DATE),
            "selected",
        )
        if "256" not in environment.get("TERM", "256"):  # a bare Linux console draws bright backgrounds black
            assert app.styles("HARROW", DATE).pop()[4], "reversed"
        app.send("v")
        app.until(lambda: app.styles("HARROWGATE", DATE) == app.styles("(Norrin", DATE), "the end of the selection")
        app.send("g")
        app.until(lambda: {style[4] for style in app.styles("HARR", DATE)} == {True, False}, "the cursor, reversed")
        assert all(code in app.written for code in has)
        assert not any(code in app.written for code in lacks)


@pytest.mark.parametrize("environment", [{"COLORTERM": "truecolor"}, {"TERM": "xterm", "COLORTERM": ""}])
def test_without_colours_none_is_sent_and_the_rest_of_the_style_is(
    collection: str, environment: dict[str, str]
) -> None:
    with Terminal([*ONRECORD, "--db", collection], 80, 24, {"NO_COLOR": "1"} | environment) as app:
        for key, words in ((".", "8 articles"), ("\r", "¶2"), ("gvww1", "addressee"), ("\x07?", "What works here")):
            app.shows("? help")
            app.send(key)
            app.shows(words)
        app.settle()
        sent = {int(code or 0) for codes in re.findall(rb"\x1b\[([\d;]*)m", app.written) for code in codes.split(b";")}
    assert not {code for code in sent if code in range(30, 50) or code in range(90, 108)}
    assert {1, 4, 7} <= sent  # bold, underline, reverse


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_told_what_is_needed(collection: str, term: str) -> None:
    with Terminal([*ONRECORD, "--db", collection], environment={"TERM": term}) as app:
        assert app.ended() == 1
        assert "TERM is dumb: the app needs a terminal that can move its cursor" in " ".join(app.lines)


def test_without_a_terminal_it_says_what_to_do(collection: str) -> None:
    run = subprocess.run([*ONRECORD, "--db", collection], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("onrecord: the app needs a terminal; in scripts use the commands")


def test_any_size_at_any_moment(collection: str) -> None:
    sizes = [(40, 10), (300, 100), (41, 11), (20, 5), (1, 1), (119, 24), (120, 24), (200, 60), (80, 24)]
    with Terminal([*ONRECORD, "--db", collection], 40, 10) as app:
        app.shows("8 articles")
        app.shows("? help")
        app.send("\r")
        app.shows("¶1")
        for size, key in zip(sizes, "p}d=dpgGw", strict=True):
            app.resize(*size)
            app.send(key)
        for size in sizes:
            app.resize(*size)
            app.settle(0.05)
        app.shows("the end")
        app.shows("? help")
        app.send("\x11")
        assert app.ended() == 0


def test_a_window_dragged_while_the_app_starts(collection: str) -> None:
    def taken_in(seconds: float) -> float:
        """The processor time that the app takes meanwhile."""
        end, before = time.monotonic() + seconds, app.seconds
        while time.monotonic() < end:
            app.read(0.05)
        return app.seconds - before

    with Terminal([*ONRECORD, "--db", collection], 80, 24, blind=True) as app:
        app.until(lambda: bool(app.written), "the first of it")
        for _ in range(20):
            for size in ((130, 40), (80, 24), (300, 100), (40, 10)):
                app.resize(*size)
                app.read(0.01)
        taken_in(3.0)
        assert taken_in(1.0) < 0.15  # where one size brings back the other it never comes to rest


def test_the_window_counts_not_what_the_shell_said_of_it(collection: str) -> None:
    with Terminal([*ONRECORD, "--db", collection], 80, 24, {"COLUMNS": "90", "LINES": "20"}) as app:
        app.shows("8 articles")
        app.until(lambda: "? help" in app.lines[-1], "the keys in the last line")
        app.send("\r")
        app.shows("¶1")
        assert "8 articles" not in app.text
        app.resize(130, 40)
        app.shows("8 articles")
        app.until(lambda: "? help" in app.lines[-1], "the keys in the last line")


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_it_works_in_tmux(collection: str, tmp_path: Path) -> None:
    server = f"onrecord-test-{os.getpid()}"

    def tmux(*arguments: str) -> str:
        command = ["tmux", "-L", server, "-f", "/dev/null", *arguments]
        environment = {name: value for name, value in os.environ.items() if name not in ("TMUX", "TMUX_PANE")}
        return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout

    def shows(words: str) -> None:
        end = time.monotonic() + 30
        while words not in (shown := tmux("capture-pane", "-p")):
            assert time.monotonic() < end, shown
            time.sleep(0.1)

    tmux("new-session", "-d", "-x", "80", "-y", "24", f"{sys.executable} -m tui.cli --db {collection}")
    try:
        shows("8 articles")
        tmux("send-keys", "Enter")
        shows("¶1")
        tmux("resize-window", "-x", "130", "-y", "40")
        shows("8 articles")
        tmux("send-keys", "g", "v", "w", "Y")  # another test may have left the article at its end
        shows("Copied")
        assert tmux("show-buffer").strip() != ""
        tmux("send-keys", "C-q")
    finally:
        subprocess.run(["tmux", "-L", server, "kill-server"], check=False, capture_output=True)
