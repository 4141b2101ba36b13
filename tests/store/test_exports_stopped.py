"""A long export tells how far it is, and stopped it leaves the file that was there."""

import tempfile

import pytest

from store.exporters import FORMATS
from store.exporters.files import ExportStopped
from store.exporting import export


@pytest.mark.parametrize("form", FORMATS)
def test_stopped_it_leaves_the_old_file_and_nothing_else(tagged, tmp_path, form):
    out = tmp_path / "out" / f"old{FORMATS[form].suffix}"
    out.parent.mkdir()
    export(tagged, form, out)
    before = {path: path.read_bytes() for path in out.parent.rglob("*") if path.is_file()}
    with pytest.raises(ExportStopped, match="as it was before"):
        export(tagged, form, out, cancelled=lambda: True)
    assert {path: path.read_bytes() for path in out.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("form", [form for form in FORMATS if FORMATS[form].suffix])
def test_stopped_at_once_it_leaves_no_new_folder(tagged, tmp_path, form):
    with pytest.raises(ExportStopped):
        export(tagged, form, tmp_path / "new" / f"out{FORMATS[form].suffix}", cancelled=lambda: True)
    assert not (tmp_path / "new").exists()


def test_a_stopped_workbook_leaves_no_rows_elsewhere(tagged, tmp_path, monkeypatch):
    elsewhere = tmp_path / "tmp"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    turns = iter((False, False))
    with pytest.raises(ExportStopped):
        export(tagged, "xlsx", tmp_path / "out.xlsx", cancelled=lambda: next(turns, True))
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_it_tells_how_far_it_is(tagged, tmp_path, form):
    told = []
    export(tagged, form, tmp_path / f"out{FORMATS[form].suffix}", progress=told.append)
    assert told
    assert [step.done for step in told] == sorted(step.done for step in told)
    assert all(0 < step.done <= step.total for step in told)
