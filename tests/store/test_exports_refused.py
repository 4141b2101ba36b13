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
