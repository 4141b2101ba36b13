"""The views `quotes_flat`, `speakers_flat` and `commitments_flat`: the rows of the exports, for any SQLite program."""

import csv
import json
import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from store import records, registers, speakers
from store.backups import back_up
from store.collection import open_collection
from store.exporters.rows import KINDS, Selection
from store.exporting import export
from store.uniting import unite_with


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
    assert header == names
    assert exported == viewed
    assert exported


def test_a_speakers_page_says_what_the_views_say_without_going_through_all_records(tagged, article, talks, span):
    (orrin,) = {uid for uid, name in tagged.read.execute("SELECT uid, name FROM speaker") if name == "Pell Orrin"}
    two = [("content", *span(talks, "Ana Taverne")), ("content", *span(talks, "40 ferries"))]
    records.tag(tagged, "quote", article, two, {"speaker": orrin})
    records.tag(tagged, "quote", article, [("content", *span(talks, "two bridges"))])
    plans: list[str] = []
    tagged.read.set_trace_callback(plans.append)
    page = registers.of_speaker(tagged, orrin)
    tagged.read.set_trace_callback(None)
    viewed = tagged.read.execute(
        """SELECT id, 'quote', outlet, exact, "start" FROM quotes_flat WHERE speaker = 'Pell Orrin'
        UNION ALL SELECT id, 'commitment', outlet, exact, "start" FROM commitments_flat WHERE promisor = 'Pell Orrin'
        UNION ALL SELECT id, 'mention', outlet, exact, "start" FROM speakers_flat WHERE id IS NOT NULL ORDER BY 5"""
    ).fetchall()
    assert len(page) == 4
    assert [(entry.uid, entry.kind, entry.outlet, entry.words) for entry in page] == [row[:4] for row in viewed]
    steps = [step for *_, step in tagged.read.execute(f"EXPLAIN QUERY PLAN {plans[0]}")]
    assert [step for step in steps if step.startswith("SCAN")] and not [
        step
        for step in steps
        if step.startswith(("SCAN article", "SCAN record", "SCAN span", "SCAN home", "SCAN quote"))
    ]


def test_a_quotes_row_says_who_said_what_where(tagged, talks):
    cursor = tagged.read.execute("SELECT * FROM quotes_flat")
    (row,) = [dict(zip([column[0] for column in cursor.description], values, strict=True)) for values in cursor]
    assert row["speaker"] == "Pell Orrin"
    assert row["cue"] == "said"
    assert row["exact"] == talks[row["start"] : row["end"]] == "“We will build two bridges by 2031,”"
    assert (row["article_title"], row["outlet"]) == ("Talks on the river", "Norrin Wire")


def test_a_record_that_two_added_to_at_once_is_one_row_and_the_same_for_both(
    collection, article, talks, span, path, tmp_path
):
    """Each gives its span the next number, so that two have it."""
    first, second, third = ("“We will build", "two bridges", "by 2031,”")
    record = records.tag(collection, "quote", article, [("content", *span(talks, first))])
    back_up(path, tmp_path / "other.db")
    with closing(open_collection(tmp_path / "other.db")) as other:
        records.add_span(collection, record, "content", *span(talks, second))
        records.add_span(other, record, "content", *span(talks, third))
        unite_with(collection, other.path)
        unite_with(other, collection.path)
        (row,) = collection.read.execute("SELECT * FROM quotes_flat").fetchall()
        assert other.read.execute("SELECT * FROM quotes_flat").fetchall() == [row]
    exact, before, after, start, end = row[7:12]
    assert set(exact.split(" […] ")) == {first, second, third}
    assert exact.startswith(first) and talks[start:].startswith(first) and talks[:start].endswith(before)
    assert talks[:end].endswith(exact.split(" […] ")[-1]) and talks[end:].startswith(after)


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
