"""Where a system refuses an export: the reason is told, and what stood there before is still there."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from store.exporters import FORMATS
from store.exporters.files import ExportFailed
from store.exporters.rows import Selection
from store.exporting import export
from tui.cli import main

SINGLE = [form for form, about in FORMATS.items() if about.suffix and form not in ("csv", "datasette")]


@pytest.mark.parametrize("form", SINGLE)
def test_a_full_device_is_told_and_stays_a_device(tagged, form):
    with pytest.raises(ExportFailed, match="/dev/full: No space left on device"):
        export(tagged, form, Path("/dev/full"))
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_one_kind_as_csv_goes_into_a_device_or_pipe(tagged, tmp_path):
    with pytest.raises(ExportFailed, match="No space left on device"):
        export(tagged, "csv", Path("/dev/full"), Selection(kinds=("quote",)))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        export(tagged, "csv", pipe, Selection(kinds=("quote",)))
        assert reader.stdout.read().startswith(b"id,article_id,")
    assert pipe.is_fifo()


def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tagged, tmp_path):
    real, link, dangling = tmp_path / "there" / "real.html", tmp_path / "link", tmp_path / "dangling"
    real.parent.mkdir()
    real.write_text("before")
    link.symlink_to("there/real.html")
    dangling.symlink_to("there/new.html")
    export(tagged, "html", link)
    export(tagged, "html", dangling)
    assert link.is_symlink()
    assert dangling.is_symlink()
    assert real.read_text() == (tmp_path / "there" / "new.html").read_text() != "before"


@pytest.mark.parametrize("name", ["/proc/self/fd/1", "link"])
@pytest.mark.parametrize("pipe", [True, False], ids=["pipe", "file"])
def test_what_goes_to_standard_output_comes_out_there_alone(tagged, tmp_path, name, pipe):
    """The link is one as /dev/stdout is, which itself is not put at stake: as root it could be replaced."""
    if not Path("/proc/self/fd/1").exists():
        pytest.skip("this system does not list open files so")
    (tmp_path / "link").symlink_to("/proc/self/fd/1")
    export(tagged, "jsonl", tmp_path / "expected")
    command = [sys.executable, "-m", "tui.cli", "--db", tagged.path, "export", "--format", "jsonl", "-o", name]
    with (tmp_path / "redirected").open("w+b") as file:
        file.write(b"before\n")
        file.flush()
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE if pipe else file, stderr=subprocess.PIPE
        )
        file.seek(0)
        came = done.stdout if pipe else file.read().removeprefix(b"before\n")
    assert came == (tmp_path / "expected").read_bytes()
    assert f"{name}: " in done.stderr.decode()
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("form", ["csv", "brat"])
def test_several_files_need_a_folder(tagged, tmp_path, form):
    there = tmp_path / "there"
    there.write_text("before")
    with pytest.raises(ExportFailed, match="there is no folder, and this makes several files"):
        export(tagged, form, there)
    assert there.read_text() == "before"


def test_the_command_tells_the_reason(tagged, capsys):
    command = ["--db", str(tagged.path), "export", "-o", "/dev/full"]
    assert main([*command, "--format", "html"]) == 1
    assert "/dev/full: No space left on device" in capsys.readouterr().err
    assert main(command) == 1
    assert "/dev/full is no folder" in capsys.readouterr().err


def test_a_folder_is_not_called_as_a_file_is(tagged, tmp_path, capsys):
    command = ["--db", str(tagged.path), "export", "-o", f"{tmp_path}/z.csv/"]
    assert main(command) == 2
    assert (
        "z.csv/ has the ending of a file; leave the / out for one, or make the folder first" in capsys.readouterr().err
    )
    assert not (tmp_path / "z.csv").exists()
    (tmp_path / "z.csv").mkdir()
    assert main(command) == 0
    assert (tmp_path / "z.csv" / "quotes.csv").is_file()


LIMITED = """
import resource, sys
from pathlib import Path
from store.collection import open_collection
from store.exporters.files import ExportFailed
from store.exporting import export
collection = open_collection(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
try:
    export(collection, sys.argv[2], Path(sys.argv[3]))
except ExportFailed as error:
    print(error)
"""
"""Exports where no file may be longer than 300 bytes."""


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_grow_is_told_and_nothing_is_left(tagged, tmp_path, form):
    out = tmp_path / "out" / f"records{FORMATS[form].suffix}"
    out.parent.mkdir()
    tagged.close()
    command = [sys.executable, "-c", LIMITED, str(tagged.path), form, str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert "File too large" in done.stdout or "the disk refuses" in done.stdout, (done.stdout, done.stderr)
    assert not list(out.parent.glob("*.part"))
    assert not out.is_file()
