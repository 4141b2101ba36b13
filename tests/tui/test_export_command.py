"""What the command that exports asks in a real terminal."""

from pathlib import Path

import pytest

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


def test_it_does_not_ask_where_told_so_or_where_nothing_is_there(terminal, tmp_path: Path) -> None:
    path, out = tmp_path / "c.db", tmp_path / "quotes.csv"
    open_collection(path).close()
    command = ("export", "--db", str(path), "--kind", "quote", "-o", str(out))
    assert terminal(*command).ended() == 0
    out.write_text("mine")
    assert terminal(*command, "--yes").ended() == 0
    assert out.read_text() != "mine"
