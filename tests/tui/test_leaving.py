"""ctrl+q ends the program at once, whatever still goes on."""

import time
from collections.abc import Callable
from pathlib import Path

from terminal import Terminal

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
