"""Failures that nobody foresaw: told in a sentence, logged without a word of what was being read."""

import stat
from pathlib import Path

import pytest

from store.collection import open_collection
from store.errors import OnRecordError
from tui import log as log_module
from tui.app import OnRecord
from tui.cli import main
from tui.failures import failure
from tui.screens.reading import ReadingScreen
from tui.settings import Settings

SECRET = "the informant met us at the mill"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_log_path", lambda name: tmp_path / "logs" / name)
    return tmp_path / "logs" / "onrecord" / "onrecord.log"


def fail(words: str) -> None:
    raise KeyError(words)


def broken() -> Exception:
    try:
        try:
            fail(SECRET)
        except KeyError as first:
            raise ValueError(f"cannot place {SECRET}") from first
    except ValueError as error:
        return error


def test_the_log_says_where_but_not_what(log: Path) -> None:
    told = str(failure(broken()))
    written = log.read_text()
    assert told.startswith("This broke off by a fault of On Record: ValueError. What was done before is kept.")
    assert str(log) in told
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert f"{Path(__file__).name}:" in written
    assert " in fail\n" in written
    assert SECRET not in written + told
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_the_log_stays_small_and_its_predecessor_is_kept(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "LARGEST", 2000)
    for _ in range(30):
        str(failure(broken()))
    assert sorted(path.name for path in log.parent.iterdir()) == ["onrecord.log", "onrecord.old.log"]
    assert all(path.stat().st_size < 4000 for path in log.parent.iterdir())
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in log.parent.iterdir())


def test_a_log_that_cannot_be_written_is_told(log: Path) -> None:
    log.parent.parent.mkdir()
    log.parent.write_text("a file where the folder would be")
    assert "cannot be written: " in str(failure(broken()))


def test_a_command_that_breaks_says_a_sentence(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.commands.check", lambda options: fail(SECRET))
    assert main(["--db", str(tmp_path / "a.db"), "check"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("onrecord: This broke off by a fault of On Record: KeyError.")
    assert SECRET not in told + log.read_text()


async def test_an_app_that_breaks_leaves_with_a_sentence(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collection = open_collection(tmp_path / "a.db")
    app = OnRecord(collection, Settings())
    with pytest.raises(KeyError):
        async with app.run_test() as pilot:
            await pilot.pause()
            app.call_later(fail, SECRET)
            await pilot.pause()
    collection.close()
    told = " ".join(capsys.readouterr().err.split())
    assert "fault of On Record: KeyError." in told
    assert SECRET not in told
    assert " in fail\n" in log.read_text()


async def test_work_that_breaks_is_told_and_reading_goes_on(log: Path, tmp_path: Path) -> None:
    collection = open_collection(tmp_path / "a.db")
    app = OnRecord(collection, Settings())
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        told = ""
        for begin in (
            lambda: app.keep(lambda: fail(SECRET)),
            lambda: app.screen.run_worker(lambda: int(SECRET), thread=True, exit_on_error=False),
        ):
            begin()
            for _ in range(250):
                if any(one.message not in told for one in app._notifications):
                    break
                await pilot.pause(0.02)
            told += "\n".join(one.message for one in app._notifications)
        assert "KeyError" in told
        assert "ValueError" in told
        assert SECRET not in told
        await pilot.press("question_mark")
        assert type(app.screen).__name__ == "Help"
    collection.close()


async def test_what_was_foreseen_to_go_wrong_in_an_action_ends_no_app(opened, river_talks: Path, monkeypatch) -> None:
    def action_star(_: ReadingScreen) -> None:
        raise OnRecordError("The article is gone", "another program removed it")

    monkeypatch.setattr(ReadingScreen, "action_star", action_star)
    async with opened(river_talks) as app:
        await app.press("m")
        await app.says("The article is gone: another program removed it")
        await app.to_article()
        assert app.app.return_code is None
