"""Files take their place whole, private, and whatever others have laid beside them."""

import os
import stat

import pytest

from store.part_file import part_file


def test_the_file_takes_its_place_once_it_is_done(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    with part_file(target) as part:
        part.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


def test_what_fails_leaves_what_was_there(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), part_file(target):
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("lay", [os.symlink, lambda victim, part: os.link(victim, part)], ids=["link", "file"])
def test_a_file_laid_in_its_way_is_not_written_through(tmp_path, monkeypatch, lay):
    """Even one whose random name was guessed."""
    monkeypatch.setattr(os, "urandom", bytes)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    lay(victim, tmp_path / f".out.txt.{bytes(8).hex()}.part")
    with pytest.raises(FileExistsError), part_file(tmp_path / "out.txt"):
        pass
    assert victim.read_text() == "precious"
    assert not (tmp_path / "out.txt").exists()


def test_names_differ(tmp_path):
    with part_file(tmp_path / "out.txt") as one, part_file(tmp_path / "out.txt") as two:
        assert one != two
        two.write_text("two")
    assert (tmp_path / "out.txt").exists()


def no_links(*_: object, **__: object) -> None:
    raise PermissionError


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_new_file_replaces_none_that_came_meanwhile(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "out.txt"
    with pytest.raises(FileExistsError), part_file(target, new=True) as part:
        part.write_text("new")
        target.write_text("precious")
    assert target.read_text() == "precious"
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_new_file_takes_its_place(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "out.txt"
    with part_file(target, new=True) as part:
        part.write_text("new")
    assert target.read_text() == "new"
    assert (stat.S_IMODE(target.stat().st_mode), target.stat().st_nlink) == (0o600, 1)
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]
    with pytest.raises(FileExistsError), part_file(target, new=True):
        raise AssertionError("it is refused before any work")
