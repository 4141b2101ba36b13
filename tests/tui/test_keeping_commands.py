"""Commands that ask, in a real terminal."""

from pathlib import Path

from store.collection import open_collection
from store.importing import import_paths


def test_ctrl_d_is_no_yes_to_removing_an_article(terminal, tmp_path: Path, river_talks: Path) -> None:
    path = tmp_path / "c.db"
    collection = open_collection(path)
    import_paths(collection, [river_talks])
    collection.close()
    asked = terminal("purge", "1", "--db", str(path))
    asked.shows("Type yes to remove it:")
    asked.send("\x04")
    assert asked.ended() == 1
    assert "nothing was removed" in asked.text


def test_what_was_removed_before_is_overwritten_once_one_agrees(terminal, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    open_collection(path).close()
    asked = terminal("purge", "--db", str(path))
    asked.shows("Copies made before a migration go too")
    asked.shows("Type yes to remove it:")
    asked.send("yes\r")
    assert asked.ended() == 0
    assert "what was removed before is overwritten" in asked.text
