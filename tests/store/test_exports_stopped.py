"""A long export tells how far it is, and stopped it leaves the file that was there."""

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


@pytest.mark.parametrize("form", FORMATS)
def test_it_tells_how_far_it_is(tagged, tmp_path, form):
    told = []
    export(tagged, form, tmp_path / f"out{FORMATS[form].suffix}", progress=told.append)
    assert told
    assert [step.done for step in told] == sorted(step.done for step in told)
    assert all(0 < step.done <= step.total for step in told)
