"""Records as CSV: stable columns, safe cells, document order, copies counted, whole files or none."""

import csv
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from store import articles, records, speakers
from store.exporters.files import ExportFailed
from store.exporters.rows import KINDS, Selection
from store.exporting import export
from store.passages import look_for_pending

QUOTES = (
    "id article_id outlet published published_precision article_title article_url exact words_before words_after "
    "start end text_sha256 speaker role form cue addressee venue date_said date_said_precision translation note "
    "copies_here copies_elsewhere variants places added by needs_look article_number speaker_id"
)
COMMITMENTS = (
    "id article_id outlet published published_precision article_title article_url exact words_before words_after "
    "start end text_sha256 promisor role beneficiary action quantity unit deadline deadline_precision deadline_text "
    "strength condition status status_date status_note note copies_here copies_elsewhere variants places added by "
    "needs_look article_number promisor_id"
)
SPEAKERS = (
    "id article_id outlet published published_precision article_title article_url exact words_before words_after "
    "start end text_sha256 speaker_id speaker speaker_kind country wikidata aliases role note "
    "copies_here copies_elsewhere variants places added by needs_look article_number"
)


def export_csv(collection, out, kind=None, **how):
    return export(collection, "csv", out, Selection((kind,) if kind else tuple(KINDS)), **how)


def rows_of(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("kind", "columns"), [("quote", QUOTES), ("commitment", COMMITMENTS), ("speaker", SPEAKERS)])
def test_the_columns_are_stable(collection, tmp_path, kind, columns):
    export_csv(collection, tmp_path / "out.csv", kind)
    assert (tmp_path / "out.csv").read_bytes().decode() == columns.replace(" ", ",") + "\r\n"


def test_all_kinds_go_to_a_file_each(collection, article, tmp_path):
    assert [path.name for path in export_csv(collection, tmp_path / "out")] == [
        "quotes.csv",
        "speakers.csv",
        "commitments.csv",
    ]
    assert [path.name for path in export_csv(collection, tmp_path / "may.csv")] == [
        "may-quotes.csv",
        "may-speakers.csv",
        "may-commitments.csv",
    ]


def test_rows_come_in_document_order(collection, add, tmp_path):
    later = add("Later words stand here.", title="Later", published="2031-05-02", published_precision="day")
    earlier = add("Earlier words stand here.", title="Earlier", published="2031-05-01", published_precision="day")
    for uid in (later, earlier):
        for start in (9, 0, 4):
            records.tag(collection, "quote", uid, [("content", start, start + 3)])
    export_csv(collection, tmp_path / "out.csv", "quote")
    assert [(row["article_title"], int(row["start"])) for row in rows_of(tmp_path / "out.csv")] == [
        (title, start) for title in ("Earlier", "Later") for start in (0, 4, 9)
    ]


def test_copies_are_counted_not_repeated(collection, add, talks, span, tmp_path):
    uid = add(talks * 2)
    look_for_pending(collection)
    records.tag(collection, "quote", uid, [("content", *span(talks, "“We will build two bridges by 2031,”"))])
    export_csv(collection, tmp_path / "out.csv", "quote")
    (row,) = rows_of(tmp_path / "out.csv")
    assert (row["copies_here"], row["copies_elsewhere"], row["variants"]) == ("1", "0", "0")
    start, end = int(row["start"]) + len(talks), int(row["end"]) + len(talks)
    assert row["places"] == f"{row['article_number']}:{start}-{end}"


def test_rows_of_several_files_are_joined_by_their_ids_and_numbers(tagged, tmp_path):
    export_csv(tagged, tmp_path)
    quotes, speakers_, commitments = (rows_of(tmp_path / f"{name}.csv") for name in KINDS.values())
    names = {row["speaker_id"]: row["speaker"] for row in speakers_}
    assert [names[row["speaker_id"]] for row in quotes] == [row["speaker"] for row in quotes]
    assert [names[row["promisor_id"]] for row in commitments] == ["Ana Taverne"]
    numbers = {row.id: row.title for row in articles.rows(tagged, articles.ids(tagged))}
    assert [numbers[int(row["article_number"])] for row in quotes] == [row["article_title"] for row in quotes]


def test_a_selection_has_the_speakers_whom_its_records_name(collection, add, tmp_path):
    for number, name in enumerate(("Ana Taverne", "Pell Orrin"), 1):
        uid, along = speakers.new_speaker(name)
        article = add(f"Talks number {number} went well in Lest.")
        records.tag(collection, "quote", article, [("content", 0, 5)], {"speaker": uid}, along=along)
    export(collection, "csv", tmp_path, Selection(article=article))
    assert [row["speaker"] for row in rows_of(tmp_path / "speakers.csv")] == ["Pell Orrin"]


HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://evil.example")']


@pytest.fixture
def hostile(collection, article):
    """A record whose fields a spreadsheet would run."""
    for number, cell in enumerate(HOSTILE):
        uid, along = speakers.new_speaker(f"=name {number}")
        fields = {"speaker": uid, "venue": cell}
        records.tag(collection, "quote", article, [("content", number, number + 2)], fields, note=cell, along=along)
    articles.correct(collection, article, title="@title")
    return collection


def test_cells_that_a_spreadsheet_would_run_are_neutralised(hostile, tmp_path):
    export_csv(hostile, tmp_path / "out.csv", "quote")
    rows = rows_of(tmp_path / "out.csv")
    assert [row["note"] for row in rows] == [row["venue"] for row in rows] == ["'" + cell for cell in HOSTILE]
    assert {row["article_title"] for row in rows} == {"'@title"}
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_raw_leaves_cells_as_they_are(hostile, tmp_path):
    export_csv(hostile, tmp_path / "out.csv", "quote", raw=True)
    assert [row["note"] for row in rows_of(tmp_path / "out.csv")] == HOSTILE


def test_cells_with_quotes_commas_line_ends_and_every_script_come_back(collection, add, tmp_path):
    text = 'He said: "a, b;\nc" — Київ, 北京, 🜂, שלום.'
    uid = add(text)
    records.tag(collection, "quote", uid, [("content", 0, len(text))], note='"\n,')
    export_csv(collection, tmp_path / "out.csv", "quote")
    (row,) = rows_of(tmp_path / "out.csv")
    assert (row["exact"], row["note"]) == (text, '"\n,')


def test_only_for_excel_it_begins_with_a_byte_order_mark(collection, tmp_path):
    export_csv(collection, tmp_path / "plain.csv", "quote")
    export_csv(collection, tmp_path / "excel.csv", "quote", excel=True)
    plain = (tmp_path / "plain.csv").read_bytes()
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "excel.csv").read_bytes() == b"\xef\xbb\xbf" + plain


def test_the_file_is_for_its_owner_only(collection, tmp_path):
    export_csv(collection, tmp_path / "out.csv", "quote")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600


INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from store.collection import open_collection
from store.exporters import csv
from store.exporting import export
from store.exporters.rows import Selection
class Stop:
    def sub(self, *_):
        os.kill(os.getpid(), getattr(signal, sys.argv[3]))
csv.FORMULA = Stop()
export(open_collection(Path(sys.argv[1])), "csv", Path(sys.argv[2]), Selection(("quote",)))
"""


@pytest.mark.parametrize("end", ["SIGKILL", "SIGINT"])
def test_an_interrupted_export_leaves_the_old_file(hostile, tmp_path, end):
    out = tmp_path / "out.csv"
    out.write_text("the old export")
    done = subprocess.run([sys.executable, "-c", INTERRUPTED, hostile.path, out, end], capture_output=True)
    assert done.returncode != 0
    assert out.read_text() == "the old export"
    if end == "SIGINT":
        assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["out.csv"]


def test_an_export_that_cannot_be_written_says_so(collection, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportFailed, match="could not be written"):
        export_csv(collection, tmp_path / "file" / "out.csv", "quote")


def test_libreoffice_opens_it_with_the_same_values(hostile, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    export_csv(hostile, tmp_path / "out.csv", "quote")
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "html"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "out.csv"], check=True, capture_output=True, timeout=180)
    page = (tmp_path / "out.html").read_text(encoding="utf-8", errors="replace")
    assert "'=1+1" in page
    assert "&quot;http://evil.example" in page


def test_pandas_opens_it_with_the_same_values(hostile, tmp_path):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    export_csv(hostile, tmp_path / "out.csv", "quote")
    frame = pandas.read_csv(tmp_path / "out.csv")
    assert frame["note"].tolist() == ["'" + cell for cell in HOSTILE]


@pytest.mark.parametrize(
    ("quantity", "told"),
    [(450_000_000.0, "450000000"), (8.0, "8"), (-3.0, "-3"), (2.5, "2.5"), (0.0, "0"), (2.5e12, "2500000000000")],
)
def test_a_whole_quantity_is_told_without_a_point_and_any_reads_back_as_the_same_number(
    collection, article, tmp_path, quantity, told
):
    fields = {"action": "send boats", "quantity": quantity, "unit": "boats"}
    records.tag(collection, "commitment", article, [("content", 0, 4)], fields)
    export_csv(collection, tmp_path / "out.csv", "commitment")
    (row,) = rows_of(tmp_path / "out.csv")
    assert row["quantity"] == told
    assert float(row["quantity"]) == quantity


def test_a_quantity_too_large_to_be_exact_reads_back_as_the_same_number(collection, article, tmp_path):
    records.tag(collection, "commitment", article, [("content", 0, 4)], {"quantity": 1e18})
    export_csv(collection, tmp_path / "out.csv", "commitment")
    assert float(rows_of(tmp_path / "out.csv")[0]["quantity"]) == 1e18
