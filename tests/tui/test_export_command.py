"""What the command that exports asks in a real terminal."""

import os
import pty
import subprocess
from pathlib import Path

import pytest
from terminal import ONRECORD

from store.collection import open_collection


@pytest.mark.parametrize(("answer", "code", "kept"), [("no\r", 1, True), ("yes\r", 0, False)])
def test_at_a_terminal_it_asks_before_a_file_is_replaced(
    terminal, tmp_path: Path, answer: str, code: int, kept: bool
) -> None:
    path, out = tmp_path / "c.db", tmp_path / "quotes.csv"
    open_collection(path).close()
    out.write_text("mine")
    command = ("export", "--db", str(path), "--kind", "quote", "-o", str(out))
    asked = terminal(*command)
    asked.shows("would be written anew")
    asked.shows("Type yes to replace:")
    asked.send(answer)
    assert asked.ended() == code
    assert (out.read_text() == "mine") == kept


def test_it_asks_of_every_file_that_a_format_makes(terminal, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    open_collection(path).close()
    for form, out, there in (("brat", "b", "b/annotation.conf"), ("datasette", "d.db", "d-metadata.json")):
        (tmp_path / there).parent.mkdir(exist_ok=True)
        (tmp_path / there).write_text("mine")
        asked = terminal("export", "--db", str(path), "--format", form, "-o", str(tmp_path / out))
        asked.shows("Type yes to replace:")
        asked.send("no\r")
        assert asked.ended() == 1
        assert (tmp_path / there).read_text() == "mine"


def test_it_never_replaces_the_collection(terminal, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    open_collection(path).close()
    before = path.read_bytes()
    refused = terminal("export", "--db", str(path), "--yes", "-o", str(path))
    refused.shows("It is this collection")
    assert refused.ended() == 1
    assert path.read_bytes() == before


def test_it_does_not_ask_where_the_question_would_not_be_seen(tmp_path: Path) -> None:
    path, out = tmp_path / "c.db", tmp_path / "quotes.csv"
    open_collection(path).close()
    out.write_text("mine")
    command = [*ONRECORD, "export", "--db", str(path), "--kind", "quote", "-o", str(out)]
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(command, stdin=theirs, capture_output=True, text=True, timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert (done.returncode, "replace" in done.stderr) == (0, False)
    assert out.read_text() != "mine"


def test_it_does_not_ask_where_told_so_or_where_nothing_is_there(terminal, tmp_path: Path) -> None:
    path, out = tmp_path / "c.db", tmp_path / "quotes.csv"
    open_collection(path).close()
    command = ("export", "--db", str(path), "--kind", "quote", "-o", str(out))
    assert terminal(*command).ended() == 0
    out.write_text("mine")
    assert terminal(*command, "--yes").ended() == 0
    assert out.read_text() != "mine"
