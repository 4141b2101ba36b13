"""What programs for office and web make of exports: LibreOffice of a workbook, Chromium of a dossier, citeproc of CSL."""

import csv
import json
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest
from producers import _HEADLESS, CHROMIUM, LIBREOFFICE, convert

from store.exporters.rows import Selection, rows
from store.exporting import export

UTF_8 = "Text - txt - csv (StarCalc):44,34,76"
"""LibreOffice's filter for CSV: commas, quotation marks, UTF-8."""


@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook_with_the_same_values(tagged, tmp_path):
    export(tagged, "xlsx", tmp_path / "records.xlsx")
    with convert(tmp_path / "records.xlsx", "csv", UTF_8).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    expected = list(rows(tagged, "quote", Selection()))
    told = ("id", "exact", "published", "speaker", "role", "article_title", "article_url", "venue")
    assert [{name: row[name] for name in told} for row in found] == [
        {name: row[name] or "" for name in told} for row in expected
    ]
    assert [int(row["start"]) for row in found] == [row["start"] for row in expected]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_chromium_shows_the_dossier_with_its_charts_and_runs_nothing_of_it(tagged, tmp_path):
    page = tmp_path / "dossier.html"
    export(tagged, "html", page, by="speaker")
    command = [str(CHROMIUM), *_HEADLESS, f"--user-data-dir={tmp_path}/profile", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    words = unescape(re.sub(r"<[^>]+>", "", done.stdout))
    assert "“We will 𝔟uild two bridges by 2031,\nand" in words
    assert "Talks =1+1 “on” <the> river" in words
    assert done.stdout.count("<svg") >= 2
    assert done.stdout.count("<rect") >= 3
    assert re.findall(r"<h3>(.*?)</h3>", done.stdout)[:2] == ["Ana Taverne", "Pell Orrin"]
    assert "<script" not in done.stdout


def test_citeproc_makes_references_of_the_csl_json(tagged, tmp_path):
    pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    import citeproc

    from store.citation_style import reference

    export(tagged, "csl", tmp_path / "sources.json")
    harvard = Path(citeproc.__file__).parent / "data" / "styles" / "harvard-cite-them-right.csl"
    first, second = (reference(harvard, item) for item in json.loads((tmp_path / "sources.json").read_text("utf-8")))
    assert "I. Scribe" in first and "Norrin Wire" in first and "2031" in first
    assert "Umber Herald" in second
