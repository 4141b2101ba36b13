"""`onrecord config`: the settings in effect, what they mean, and a first file that changes nothing."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.collection import open_collection
from tui.cli import main
from tui.config import as_toml, starter, values
from tui.settings import SETTINGS, Settings, check, load


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("ONRECORD_CONFIG", str(path))
    monkeypatch.delenv("VISUAL", raising=False)
    return path


def test_it_prints_a_file_that_sets_what_is_in_effect(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.write_text(
        'measure = 70\n[keys]\nquote = ["ctrl+k", "]"]\nnext_record = "F12"\n[folders]\nimport = "~"\n'
    )
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"# {settings_file}\n")
    assert check(tomllib.loads(printed)) == (load(), [])
    assert load().measure == 70


def test_it_prints_one_json_object(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.write_text('theme = "light"\n')
    assert main(["config", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["path"] == str(settings_file)
    assert found["exists"] is True
    assert found["settings"] == values(load())


def test_it_says_where_the_file_is(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{settings_file}\n"


def test_it_explains_all_settings_or_those_named(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.touch()
    assert main(["config", "--explain", "measure"]) == 0
    assert capsys.readouterr().out.startswith("measure = 84\n    The widest line of a text, in columns, 60 to 100;")
    assert main(["config", "--explain"]) == 0
    explained = capsys.readouterr().out
    assert all(f"{name} = " in explained or f"[{name}]" in explained for name in SETTINGS)
    assert main(["config", "--explain", "colour"]) == 1
    assert "There is no such setting: colour; there are theme, measure" in capsys.readouterr().err


def test_a_wrong_file_is_told_with_its_line(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.write_text('theme = "light"\nmeasure = 59\n')
    assert main(["config"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{settings_file}:2: measure: 59 is not a width; give a whole number from 60 to 100" in told.err


def test_a_wrong_file_keeps_the_app_shut_and_is_mended_as_it_says(
    settings_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_file.write_text("measure = 59\n")
    monkeypatch.setattr("tui.launch.unfit_terminal", lambda: "")
    assert main(["--db", str(settings_file.with_name("c.db"))]) == 1
    mend, mistake = capsys.readouterr().err.splitlines()
    assert "`onrecord config --edit`" in mend
    assert f"{settings_file}:1: measure: 59 is not a width" in mistake
    monkeypatch.setenv("EDITOR", "sed -i s/59/70/")
    assert main(["config", "--edit"]) == 0
    assert load().measure == 70


def test_the_editor_opens_on_a_first_file_which_changes_nothing(
    settings_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    assert main(["config", "--edit"]) == 0
    assert settings_file.read_text() == starter()
    assert load() == Settings()
    uncommented = "\n".join(
        line[2:]
        for line in starter().splitlines()
        if line.startswith("# [") or (line.startswith("# ") and " = " in line)
    )
    changed, problems = check(tomllib.loads(uncommented))
    assert problems == []
    assert changed.folders == {"import": str(Path("~/saved").expanduser())}


def test_what_the_editor_left_is_checked(
    settings_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "sh -c 'echo nonsense = 1 > \"$0\"'")
    assert main(["config", "--edit"]) == 1
    assert f"{settings_file}:1: there is no setting 'nonsense'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        ("", "There is no editor: set EDITOR"),
        ("false", "The settings were not edited: false ended with 1"),
        ("no-such-editor", "The settings cannot be edited: no-such-editor "),
        ("'", "The settings cannot be edited: ' "),
    ],
)
def test_an_editor_that_does_not_work_is_told(
    settings_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, editor: str, told: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert main(["config", "--edit"]) == 1
    assert told in capsys.readouterr().err


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_is_printed_as_toml_reads_it(name: str) -> None:
    assert tomllib.loads(as_toml(Settings(name=name)))["name"] == name


def test_records_go_under_the_name_that_is_set(tmp_path: Path) -> None:
    collection = open_collection(tmp_path / "a.db")
    try:
        for name in ("I. Marrow", "Ilse"):
            collection.sign(name)
            assert collection.read.execute("SELECT name FROM replica WHERE file IS NOT NULL").fetchall() == [(name,)]
    finally:
        collection.close()
