"""ctrl+q ends the program at once, whatever still goes on; and so does the end of its terminal."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from terminal import ONRECORD, Terminal

from store.articles import open_reading
from store.collection import open_collection
from store.importing import import_paths

SOON = 4.0
"""Seconds on a machine that does much else; what goes on in these tests takes several times as long."""
SENTENCE = "Pell Orrin, the ambassador of Norrin, told reporters that “the locks at Tarn will open before the frost”. "


def leaves_soon(app: Terminal) -> None:
    """Press ctrl+q, and be back in the shell soon."""
    began = time.monotonic()
    app.send("\x11")
    assert app.ended() == 0
    assert time.monotonic() - began < SOON


def test_while_a_long_text_is_looked_through(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    path, text = tmp_path / "c.db", tmp_path / "long.txt"
    text.write_text(SENTENCE * 25_000)
    collection = open_collection(path)
    import_paths(collection, [text])
    collection.close()
    app = terminal("--db", str(path))
    app.shows("1 article")
    app.send("\r")
    app.shows("¶1")
    leaves_soon(app)
    assert terminal("--db", str(path), "check").ended() == 0


def test_while_articles_are_imported(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Article {number}\n\n" + f"{SENTENCE}{number} " * 3_000)
    path = tmp_path / "c.db"
    app = terminal("--db", str(path))
    app.shows("Press I to import")
    app.send("I")
    app.shows("file, folder")
    app.send(f"{folder}\r")
    app.shows(" of 60")
    leaves_soon(app)
    assert terminal("--db", str(path), "check").ended() == 0


def test_while_keys_wait_for_their_turn(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    app = terminal("--db", str(tmp_path / "c.db"))
    app.shows("Press I to import")
    app.send("?q" * 1_000)
    leaves_soon(app)


def test_the_end_of_the_terminal_though_its_parent_ignores_the_signal(tmp_path: Path) -> None:
    path, text = tmp_path / "c.db", tmp_path / "long.txt"
    text.write_text("\n\n".join([SENTENCE * 5] * 40))
    collection = open_collection(path)
    import_paths(collection, [text])
    with Terminal(["sh", "-c", "trap '' HUP; exec \"$@\"", "sh", *ONRECORD, "--db", str(path)]) as app:
        app.shows("1 article")
        app.send("\r")
        app.shows("¶1")
        app.send("G")
        app.shows("the end")
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, app.process.child_fd)  # the only other end of the terminal is closed by it
        os.close(nothing)
        end = time.monotonic() + SOON
        while app.process.isalive() and time.monotonic() < end:
            time.sleep(0.05)
        assert not app.process.isalive()
    reading = open_reading(collection, 1)
    assert reading.position > len(reading.text) // 2
    collection.close()
