"""Import and export: the path, the progress, stopping, what came of it, and files that stand there already."""

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from store.collection import open_collection
from store.errors import OnRecordError
from store.exporters.rows import Selection
from store.exporting import replaced_by
from tui.screens.export_dialog import ExportDialog, Exported, ExportRequest
from tui.screens.import_dialog import ImportDialog, Pasting


@dataclass
class Summary:
    added: int = 0
    undated: int = 0
    ahead: int = 0
    already: int = 0
    versions: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    passed: dict[str, int] = field(default_factory=dict)
    stopped: bool = False


@dataclass
class Progress:
    done: int
    total: int
    name: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "saved pages").mkdir()
    (tmp_path / "saved pages" / "one.txt").write_text("x")
    (tmp_path / "two.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_tab_completes_and_enter_imports(show, folder: Path) -> None:
    asked: list[Path] = []

    def run(paths: list[Path], progress: Callable[[Any], None], cancelled: Callable[[], bool]) -> Summary:
        asked.extend(paths)
        return Summary(added=1, already=2, failed=[("bad\x1b.txt", "Nothing in it is text."), ("b.txt", "Empty.")])

    async with show(ImportDialog, run) as shown:
        await shown.press("s", "tab")
        await shown.until(lambda: "saved pages/" in shown.text)
        await shown.until(lambda: "one.txt" in shown.text)
        await shown.press("down", "enter")
        assert not asked
        await shown.press("enter")
        await shown.until(lambda: "1 added, 2 already there, 2 failed." in shown.text)
        assert "bad␛.txt" in shown.text
        assert "Nothing in it is text." in shown.text
        assert shown.open
        await shown.press("enter")
        assert shown.result.added == 1
        assert asked == [Path("saved pages/one.txt")]


async def test_a_path_that_is_not_there_is_said(show, folder: Path) -> None:
    async with show(ImportDialog, lambda *_: Summary()) as shown:
        await shown.type("nowhere")
        await shown.press("enter")
        assert "There is no file or folder nowhere" in shown.text
        await shown.type("x")
        assert "✗" not in shown.text, "it was said of another path"
        await shown.press("escape")
        assert shown.result is None


async def test_recent_paths_are_offered_first(show, folder: Path) -> None:
    asked: list[Path] = []
    async with show(ImportDialog, lambda paths, *_: asked.extend(paths) or Summary(), ["two.txt"]) as shown:
        assert "two.txt" in shown.text
        await shown.click("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "Nothing was found to import." in shown.text)
        await shown.press("escape")
        assert asked == [Path("two.txt")]


async def test_an_import_shows_how_far_it_is_and_can_be_stopped(show, folder: Path) -> None:
    reached = threading.Event()

    def run(paths: list[Path], progress: Callable[[Any], None], cancelled: Callable[[], bool]) -> Summary:
        done = 0
        while not cancelled():
            done += 1
            progress(Progress(3, 10, "three\x9b.txt"))
            reached.wait(0.02)
        return Summary(added=3, stopped=True)

    async with show(ImportDialog, run) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "3 of 10" in shown.text)
        assert "\x9b" not in shown.text
        await shown.press("enter")
        assert shown.open
        await shown.press("escape")
        await shown.until(lambda: "3 added. Stopped: the rest was not read." in shown.text)
        await shown.press("enter")
        assert shown.result.stopped


async def test_quitting_stops_an_import(show, folder: Path) -> None:
    begun, ended, never = threading.Event(), threading.Event(), threading.Event()

    def run(paths: list[Path], progress: Callable[[Any], None], cancelled: Callable[[], bool]) -> Summary:
        begun.set()
        while not (cancelled() or never.wait(0.02)):
            pass
        ended.set()
        return Summary(stopped=True)

    async with show(ImportDialog, run) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(begun.is_set)
        shown.app.exit()
        try:
            await shown.until(ended.is_set)
        finally:
            never.set()


async def test_a_fault_ends_in_a_sentence(show, folder: Path) -> None:
    def run(*_: object) -> Summary:
        raise OSError("disk [/full]")

    async with show(ImportDialog, run) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "broke off" in shown.text)
        assert "disk [/full]" in shown.text
        await shown.press("enter")
        assert shown.open
        assert "two.txt" in shown.text, "what was typed is still there"
        await shown.press("escape", "y")
        assert shown.result is None


async def test_an_export_that_fails_comes_back_as_it_was_filled_in(show, folder: Path) -> None:
    failing = [OnRecordError("No such speaker", "nobody here is called Zed.")]

    def run(request: ExportRequest, *_: object) -> Exported:
        if failing:
            raise failing.pop()
        return Exported({request.out: 1234}, 0)

    async with show(ExportDialog, KINDS, run, nothing_there, str(folder / "out")) as shown:
        await shown.press("tab", "tab", "tab", "tab", *"Zed", "enter")
        await shown.until(lambda: "nobody here is called Zed." in " ".join(shown.text.split()))
        assert "Zed.." not in shown.text
        await shown.press("enter")
        assert "Zed" in shown.text
        await shown.press("enter")
        await shown.until(lambda: "1,234 rows in" in shown.text)


async def test_a_search_that_means_nothing_exports_nothing(show, folder: Path) -> None:
    run = Exporter()
    async with show(ExportDialog, KINDS, run, nothing_there, str(folder / "out")) as shown:
        await shown.press(*["tab"] * 5)
        await shown.type("after:")
        await shown.press(*"abc", "enter")
        assert "after: takes a date" in shown.text
        assert not run.requests


KINDS = {"quote": "quotes", "speaker": "speakers"}


def nothing_there(_: ExportRequest) -> list[Path]:
    return []


class Exporter:
    def __init__(self) -> None:
        self.requests: list[ExportRequest] = []

    def __call__(self, request: ExportRequest, *_: object) -> Exported:
        self.requests.append(request)
        return Exported({request.out: 1234}, 11 if request.since else 0)


async def test_an_export_of_all_kinds(show, folder: Path) -> None:
    run = Exporter()
    async with show(ExportDialog, KINDS, run, nothing_there, str(folder / "out")) as shown:
        await shown.press("enter")
        await shown.until(lambda: "1,234 rows in" in shown.text)
        assert "left out" not in shown.text
        await shown.press("enter")
        assert run.requests == [ExportRequest(folder / "out")]
        assert shown.result.written == {folder / "out": 1234}


async def test_an_export_of_one_kind_for_excel(show, folder: Path) -> None:
    run = Exporter()
    async with show(ExportDialog, KINDS, run, nothing_there, str(folder / "out")) as shown:
        await shown.press("tab", "tab", "s", *["tab"] * 5, "y", "tab", "right", "enter")
        await shown.until(lambda: "1,234 rows" in shown.text)
        assert run.requests == [ExportRequest(folder / "out" / "speakers.csv", "speaker", excel=True, raw=True)]


async def test_another_format_with_conditions(show, folder: Path) -> None:
    run = Exporter()
    async with show(ExportDialog, KINDS, run, nothing_there, str(folder / "out")) as shown:
        await shown.press("tab", "h", "tab", "tab", *"2031-13-01", "tab", *"Orrin", "tab", *"ferry", "tab", "y")
        await shown.until(lambda: "for Excel" not in shown.text)
        await shown.press("enter")
        await shown.until(lambda: "This is no day" in shown.text)
        assert not run.requests
        await shown.press("end", *["backspace"] * 5, *"05-01", "enter")
        await shown.until(lambda: "1,234 rows" in shown.text)
        assert "11 left out: the year of their article is not known" in shown.text
        conditions = {"since": "2031-05-01", "speaker": "Orrin", "words": "ferry", "suggestions": True}
        assert run.requests == [ExportRequest(folder / "out" / "records.html", form="html", **conditions)]


async def test_nothing_is_replaced_without_a_yes(show, folder: Path) -> None:
    (folder / "quotes.csv").write_text("before")
    run = Exporter()
    async with show(ExportDialog, KINDS, run, lambda request: [request.out / "quotes.csv"], str(folder)) as shown:
        await shown.press("enter")
        assert "Replace what is there?" in shown.text
        await shown.press("enter")
        assert not run.requests
        await shown.press("enter", "y")
        await shown.until(lambda: "1,234 rows" in shown.text)
        assert run.requests == [ExportRequest(folder)]


async def test_an_export_over_the_collection_is_refused_before_anything_is_asked(show, folder: Path) -> None:
    run = Exporter()
    with closing(open_collection(folder / "records.db")) as collection:

        def replaced(request: ExportRequest) -> list[Path]:
            return replaced_by(collection, request.form, request.out, Selection())

        async with show(ExportDialog, KINDS, run, replaced, str(collection.path)) as shown:
            await shown.press("enter")
            await shown.until(lambda: "belongs to the one that is open" in " ".join(shown.text.split()))
            assert "Replace" not in shown.text
    assert not run.requests


async def test_an_export_to_a_mistyped_folder_says_so_at_its_field(show, folder: Path) -> None:
    run = Exporter()
    with closing(open_collection(folder / "records.db")) as collection:

        def replaced(request: ExportRequest) -> list[Path]:
            return replaced_by(collection, request.form, request.out, Selection())

        async with show(ExportDialog, KINDS, run, replaced, str(folder / "nope" / "dir")) as shown:
            await shown.press("enter")
            await shown.until(lambda: "nopeisnotthere" in "".join(shown.text.replace("│", "").split()))
    assert not run.requests


async def test_the_clipboard_is_imported_under_a_title(show, folder: Path) -> None:
    asked: list[tuple[str, str]] = []
    pasting = Pasting(lambda: "The locks [/x] will open.", lambda *words: asked.append(words) or Summary(added=1))
    async with show(lambda run: ImportDialog(run, pasting=pasting), lambda *_: Summary()) as shown:
        await shown.press("f2")
        await shown.until(lambda: "The locks [/x] will open." in shown.text)
        await shown.type("Locks")
        await shown.press("enter")
        await shown.until(lambda: "1 added." in shown.text)
        assert asked == [("The locks [/x] will open.", "Locks")]


async def test_a_clipboard_that_cannot_be_read_is_said(show, folder: Path) -> None:
    def paste() -> str:
        raise OnRecordError("The clipboard holds no text", "copy the article first")

    pasting = Pasting(paste, lambda *_: Summary())
    async with show(lambda run: ImportDialog(run, pasting=pasting), lambda *_: Summary()) as shown:
        await shown.press("f2")
        await shown.until(lambda: "The clipboard holds no text: copy the article first." in shown.text)
        assert shown.open


async def test_an_import_says_what_is_odd_about_files_that_are_in(show, folder: Path) -> None:
    notes = [("two.txt", "hardly any text: 3 characters")]
    async with show(ImportDialog, lambda *_: Summary(added=1, notes=notes)) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "hardly any text: 3 characters" in shown.text)
        assert "1 added." in shown.text
        assert "✗" not in shown.text


async def test_an_import_says_to_the_end_what_is_to_be_done_about_a_file(show, folder: Path) -> None:
    remedy = "It has no text layer: it is scanned; recognise its text first, with ocrmypdf, then import it again."
    failed = [("report.pdf", remedy), ("two.txt", "It is empty."), ("three.txt", "It is longer than told. " * 20)]
    async with show(ImportDialog, lambda *_: Summary(failed=failed)) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "It has no text layer" in shown.text)
        told = " ".join(line.strip("│ ") for line in shown.lines)
        assert remedy in " ".join(told.split())
        assert "It is empty." in told


async def test_an_import_says_how_many_articles_have_no_date(show, folder: Path) -> None:
    async with show(ImportDialog, lambda *_: Summary(added=8, undated=5)) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "5 have no date: A in the app adds it." in " ".join(shown.text.split()))


async def test_an_import_says_how_many_articles_are_dated_after_today(show, folder: Path) -> None:
    async with show(ImportDialog, lambda *_: Summary(added=8, ahead=1)) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(
            lambda: "1 is dated after today: A in the app corrects a date." in " ".join(shown.text.split())
        )


async def test_an_import_says_which_files_it_did_not_look_at(show, folder: Path) -> None:
    passed = {".csv": 1_200, "no ending": 1}
    async with show(ImportDialog, lambda *_: Summary(added=2, passed=passed)) as shown:
        await shown.type("two.txt")
        await shown.press("enter")
        await shown.until(lambda: "1,201 files not looked at (1,200 .csv, 1 no ending)" in " ".join(shown.text.split()))
