"""The views `quotes_flat`, `speakers_flat` and `commitments_flat`: the rows of the exports, for any SQLite program."""

import csv
import json
import shutil
import subprocess
import sys

import pytest

from store import records, speakers
from store.exporters.rows import HIDDEN, KINDS, Selection
from store.exporting import export


@pytest.fixture
def tagged(collection, article, talks, span):
    """The collection with some of everything."""
    orrin, along = speakers.new_speaker("Pell Orrin", role="envoy", aliases=["Orrin", "the envoy"])
    where = [("content", *span(talks, "“We will build two bridges by 2031,”")), ("cue", *span(talks, "said"))]
    records.tag(collection, "quote", article, where, {"speaker": orrin, "role": "envoy"}, along=along)
    records.tag(collection, "mention", article, [("content", *span(talks, "Pell Orrin"))], {"speaker": orrin})
    pledge = {"promisor": orrin, "quantity": 40.0, "unit": "ferries", "deadline": "2031", "deadline_precision": "year"}
    records.tag(collection, "commitment", article, [("content", *span(talks, "40 ferries"))], pledge)
    speakers.create(collection, "Ana Taverne", role="minister")
    return collection


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_has_the_rows_of_the_csv(tagged, kind, tmp_path):
    export(tagged, "csv", tmp_path / "out.csv", Selection((kind,)), raw=True)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        header, *exported = csv.reader(file)
    cursor = tagged.read.execute(f"SELECT * FROM {KINDS[kind]}_flat")
    names = [column[0] for column in cursor.description]
    viewed = [["" if value is None else str(value) for value in row] for row in cursor]
    assert header == [name for name in names if name not in HIDDEN]
    assert exported == [row[: len(header)] for row in viewed]
    assert exported


def test_a_quotes_row_says_who_said_what_where(tagged, talks):
    cursor = tagged.read.execute("SELECT * FROM quotes_flat")
    (row,) = [dict(zip([column[0] for column in cursor.description], values, strict=True)) for values in cursor]
    assert row["speaker"] == "Pell Orrin"
    assert row["cue"] == "said"
    assert row["exact"] == talks[row["start"] : row["end"]] == "“We will build two bridges by 2031,”"
    assert (row["article_title"], row["outlet"]) == ("Talks on the river", "Norrin Wire")


def test_a_speaker_on_record_nowhere_has_a_row_all_the_same(tagged):
    rows = tagged.read.execute("SELECT speaker, role, id FROM speakers_flat").fetchall()
    assert [(name, role) for name, role, _ in rows] == [("Ana Taverne", "minister"), ("Pell Orrin", "")]


def test_the_sqlite3_shell_reads_them(tagged):
    shell = shutil.which("sqlite3")
    if shell is None:
        pytest.skip("the sqlite3 shell is not installed")
    for name in KINDS.values():
        command = [shell, "-readonly", "-json", str(tagged.path), f"SELECT * FROM {name}_flat"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert json.loads(done.stdout)


def test_sqlite_utils_reads_them(tagged):
    for name in KINDS.values():
        command = [sys.executable, "-m", "sqlite_utils", "rows", str(tagged.path), f"{name}_flat"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert json.loads(done.stdout)


def test_datasette_opens_the_collection_itself(tagged):
    pytest.importorskip("datasette", reason="datasette is not installed")
    for name in KINDS.values():
        command = [sys.executable, "-m", "datasette", tagged.path, "--get", f"/onrecord/{name}_flat.json?_shape=array"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows = json.loads(done.stdout)
        expected = tagged.read.execute(f"SELECT id FROM {name}_flat").fetchall()
        assert [row["id"] for row in rows] == [uid for (uid,) in expected]
