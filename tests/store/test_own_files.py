"""Nothing that is written takes the place of the collection, nor of a file that it lives by."""

import os
from pathlib import Path

import pytest

from store import articles
from store.backups import back_up
from store.check import check
from store.errors import OnRecordError
from store.exporters import FORMATS
from store.exporters.files import ExportFailed
from store.exporters.rows import Selection
from store.exporting import export, replaced_by
from store.originals import keep_originals, write_original
from store.uniting import unite_with

ENDINGS = ["", "-wal", "-shm", ".lock", ".passages", ".passages/0001"]


def own(collection, ending):
    return Path(f"{collection.path}{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_format_is_written_over_the_collection(collection, article, form, ending):
    for kinds in (("quote",), ("quote", "speaker")):
        with pytest.raises(OnRecordError, match="this collection"):
            export(collection, form, own(collection, ending), Selection(kinds))
        with pytest.raises(OnRecordError, match="this collection"):
            replaced_by(collection, form, own(collection, ending), Selection(kinds))
    assert list(check(collection)) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_neither_are_a_backup_an_original_nor_is_it_united_with(collection, add, tmp_path, ending):
    path = tmp_path / "story.txt"
    path.write_text("The locks will open before winter, said Ana Taverne.")
    found = add("The locks will open before winter, said Ana Taverne.", path=str(path))
    assert not list(keep_originals(collection, [path]))
    with pytest.raises(OnRecordError, match="this collection"):
        back_up(collection.path, own(collection, ending))
    with pytest.raises(OnRecordError, match="this collection"):
        write_original(collection, found, own(collection, ending))
    if own(collection, ending).is_file():
        with pytest.raises(OnRecordError, match="this collection"):
            unite_with(collection, own(collection, ending))
    assert articles.find(collection, found).uid == found


def test_a_link_to_the_collection_is_the_collection(collection, article, tmp_path):
    (tmp_path / "soft.db").symlink_to(collection.path)
    os.link(collection.path, tmp_path / "hard.db")
    (tmp_path / "folder").symlink_to(own(collection, ".passages"))
    for name in ("soft.db", "hard.db", "folder"):
        with pytest.raises(OnRecordError, match="this collection"):
            export(collection, "datasette", tmp_path / name)
    export(collection, "datasette", tmp_path / "other.db")


def test_files_beside_the_one_named_are_looked_at_too(collection, article, tmp_path):
    beside = tmp_path / "x-metadata.json"
    os.link(collection.path, beside)
    with pytest.raises(OnRecordError, match="this collection"):
        export(collection, "datasette", tmp_path / "x.db")


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_replaced_is_what_was_written(tagged, tmp_path, form):
    if form == "xlsx":
        pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    out = tmp_path / "out" / f"records{FORMATS[form].suffix}"
    out.parent.mkdir()
    chosen = Selection(suggestions=FORMATS[form].suggestions)
    assert replaced_by(tagged, form, out, chosen) == []
    export(tagged, form, out, chosen)
    (out.parent / f"{articles.find(tagged, '1').uid}.txt").write_text("mine")
    mine = out if out.is_dir() else out.parent
    (mine / "report-20241111.txt").write_text("mine")
    there = {path for path in out.parent.rglob("*") if path.is_file() and path.read_bytes() != b"mine"}
    assert there == set(replaced_by(tagged, form, out, chosen))


def test_a_device_is_not_replaced_and_a_name_that_cannot_be_is_told(collection, tmp_path):
    assert replaced_by(collection, "jsonl", Path("/dev/null"), Selection()) == []
    for form in FORMATS:
        with pytest.raises(ExportFailed, match="name too long"):
            export(collection, form, tmp_path / ("x" * 300))
