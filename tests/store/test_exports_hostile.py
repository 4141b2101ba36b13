"""What another program put into a collection's fields stays inside its place in every format."""

import zipfile
from xml.etree import ElementTree

import pytest

from store import records
from store.events import Change
from store.exporting import export
from store.history import act

EVIL = '2031" evil="1"><boom>\nT9\tQuote 0 4\tSome'


@pytest.fixture
def hostile(tagged):
    """The tagged collection; its commitment has a deadline, a strength and a time that no form would keep."""
    (commitment,) = records.list_records(tagged, "commitment")
    fields = {"added": EVIL, "deadline": "<!--x", "strength": EVIL}
    act(tagged, "test", [Change("commitment", commitment.uid, fields)])
    with tagged.write() as db:
        db.execute("UPDATE commitment SET quantity = 9e999")
    return tagged


def test_the_charts_are_of_text(hostile, tmp_path):
    export(hostile, "html", tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "&lt;!--" in page
    assert "<!--" not in page
    assert "<boom>" not in page


def test_the_qda_project_is_still_xml(hostile, tmp_path):
    export(hostile, "qdpx", tmp_path / "out.qdpx")
    root = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "out.qdpx").read("project.qde"))
    assert not [element for element in root.iter() if "evil" in element.attrib or "boom" in element.tag]


def test_brat_has_a_line_an_annotation(hostile, tmp_path):
    export(hostile, "brat", tmp_path / "out")
    names = [line.split("\t")[0] for file in (tmp_path / "out").glob("*.ann") for line in file.open(encoding="utf-8")]
    assert "T9" not in names


def test_a_workbook_bears_a_number_without_an_end(hostile, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    export(hostile, "xlsx", tmp_path / "out.xlsx")
    head, line = openpyxl.load_workbook(tmp_path / "out.xlsx")["commitments"].iter_rows(values_only=True)
    assert dict(zip(head, line, strict=True))["quantity"] == "inf"


@pytest.fixture
def of_another_make(tagged):
    """The tagged collection as somebody hands it over: its article's and its commitment's uids are no uids."""
    (commitment,) = records.list_records(tagged, "commitment")
    evil = "x\r\nATTENDEE:mailto:evil@example.org"
    with tagged.write() as db:
        db.execute("PRAGMA defer_foreign_keys = ON")
        for table in ("version", "annotation"):
            db.execute(f"UPDATE {table} SET article = '../../escaped' WHERE article = ?", [commitment.article])
        db.execute("UPDATE article SET uid = '../../escaped' WHERE uid = ?", [commitment.article])
        db.execute("UPDATE article SET url = 'https://norrin.example/a' || char(10)")
        db.execute("UPDATE span SET annotation = ? WHERE annotation = ?", [evil, commitment.uid])
        for table in ("annotation", "commitment"):
            db.execute(f"UPDATE {table} SET uid = ? WHERE uid = ?", [evil, commitment.uid])
        db.execute("UPDATE commitment SET deadline = '2031'")
        db.execute("UPDATE annotation SET added = '20310101T000000Z' || char(13, 10) || 'ATTACH:file:///etc/passwd'")
    return tagged


def test_no_file_is_named_after_what_is_no_uid(of_another_make, tmp_path):
    folder = tmp_path / "a" / "b" / "corpus"
    folder.parent.mkdir(parents=True)
    export(of_another_make, "brat", folder)
    written = [file for file in tmp_path.rglob("*") if file.suffix in (".txt", ".ann")]
    assert written
    assert {file.parent for file in written} == {folder}
    export(of_another_make, "xmi", tmp_path / "out.zip")
    assert not [name for name in zipfile.ZipFile(tmp_path / "out.zip").namelist() if "/" in name or ".." in name]


def test_no_field_of_a_calendar_begins_a_line(of_another_make, tmp_path):
    export(of_another_make, "ics", tmp_path / "out.ics")
    lines = (tmp_path / "out.ics").read_bytes().decode().split("\r\n")
    assert "BEGIN:VEVENT" in lines
    assert not [line for line in lines if line.startswith(("ATTENDEE", "ATTACH"))]
    assert not [line for line in lines if "\n" in line or "\r" in line]
