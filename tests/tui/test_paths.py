"""Paths as people type them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.paths import MOST, complete, paths_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("north", "notes", ".hidden"):
        (tmp_path / name).mkdir()
    for name in ("notes/a lest.txt", "notes/a moor.html", "Zebra.txt"):
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "text", "entries"),
    [
        ("", "", ("north/", "notes/", "Zebra.txt")),
        ("n", "no", ("north/", "notes/")),
        ("not", "notes/", ("notes/",)),
        ("NOT", "notes/", ("notes/",)),
        ("z", "Zebra.txt", ("Zebra.txt",)),
        (".", ".hidden/", (".hidden/",)),
        ("~", "~/", ("~/north/", "~/notes/", "~/Zebra.txt")),
        ("~/notes/", "~/notes/a ", ("~/notes/a lest.txt", "~/notes/a moor.html")),
        ("notes/a m", "notes/a moor.html", ("notes/a moor.html",)),
        ("nowhere/x", "nowhere/x", ()),
        ("x\0y", "x\0y", ()),
    ],
)
def test_a_path_goes_on_as_far_as_it_is_certain(folder: Path, typed: str, text: str, entries: tuple[str, ...]) -> None:
    found = complete(typed)
    assert (found.text, found.entries) == (text, entries)


def test_only_folders(folder: Path) -> None:
    assert complete("", folders_only=True).entries == ("north/", "notes/")


def test_a_crowded_folder_is_cut(tmp_path: Path) -> None:
    for number in range(MOST + 10):
        (tmp_path / f"{number:04}.txt").touch()
    assert len(complete(f"{tmp_path}/").entries) == MOST


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Zebra.txt", ["Zebra.txt"]),
        (" ~/Zebra.txt ", ["Zebra.txt"]),
        ("notes/a lest.txt", ["notes/a lest.txt"]),
        (r"notes/a\ lest.txt", ["notes/a lest.txt"]),
        ("'notes/a lest.txt' Zebra.txt", ["notes/a lest.txt", "Zebra.txt"]),
        ("file://{}/notes/a%20lest.txt", ["notes/a lest.txt"]),
    ],
)
def test_one_path_or_several_as_dropped(folder: Path, typed: str, names: list[str]) -> None:
    assert [path.resolve() for path in paths_in(typed.format(folder))] == [folder / name for name in names]


@pytest.mark.parametrize("typed", ["", "nowhere", "Zebra.txt nowhere", "'open", "~nobody/x", "x" * 5000, "a\0b"])
def test_what_is_not_there_is_said(folder: Path, typed: str) -> None:
    with pytest.raises(ValueError, match=r"There is no file or folder|Type the path"):
        paths_in(typed)


@given(st.text(max_size=30))
def test_any_text_completes_to_something_that_begins_alike(typed: str) -> None:
    assert complete(typed).text.rpartition("/")[0].startswith(typed.rpartition("/")[0])
