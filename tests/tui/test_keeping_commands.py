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
