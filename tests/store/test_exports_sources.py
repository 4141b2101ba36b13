"""How exports name the source of a record: an article without a title, a day without its year, marks of quotation."""

import re

import pytest

from store import articles, records, speakers
from store.exporters import FORMATS
from store.exporting import export
from store.importers import read
from store.importing import import_paths

UNDATED = (
    "SOLVA, 11 November (Norrin Wire) – Minister Ilse Marrow said that the harbour “will open again” before winter "
    "comes to the straits.\n"
)
"""Invented: no headline, so the import calls it by its first words."""


def written(collection, tmp_path, form):
    out = tmp_path / f"out{FORMATS[form].suffix}"
    export(collection, form, out)
    return out


@pytest.fixture
def untitled(collection, tmp_path):
    """A collection with a quote in an article that has neither a title nor a year."""
    (tmp_path / "untitled.txt").write_text(UNDATED, encoding="utf-8")
    import_paths(collection, [tmp_path / "untitled.txt"])
    article = articles.find(collection, "1")
    assert article.title[-1] == "…"
    articles.correct(collection, article.uid, url="https://norrin.example/solva", published="--11-11")
    words = "“will open again”"
    start = UNDATED.index(words)
    fields = {"date_said": "--11-10"}
    records.tag(collection, "quote", article.uid, [("content", start, start + len(words))], fields)
    records.tag(collection, "commitment", article.uid, [("content", start, UNDATED.index(" to the"))])
    return collection


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_dossier_names_an_article_without_title_as_copying_does(untitled, tmp_path, form):
    page = re.sub(r"\\(?=[^\w\s])|</?a\b[^>]*>|[<>]", "", written(untitled, tmp_path, form).read_text(encoding="utf-8"))
    assert "— Norrin Wire, ????-11-11, https://norrin.example/solva" in page
    assert "(Norrin Wire, ????-11-11)" in page
    assert "????-11-10" in page
    assert not re.search(r"(?<!\?\?)--11-1", page)


FIRST_LINE = "War and what comes next…"
LONG = "Minister Ilse Marrow said that the harbour will open again before winter comes to the straits of Solva."


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        (FIRST_LINE, f"{FIRST_LINE}\n\nThe talks ended.\n", True),
        ("What next…", "Nobody asks what next… until it is too late.\n", True),
        ("", f"SOLVA, 11 November (Norrin Wire) – {LONG}\n", False),
        ("", f"Outlet: Norrin Wire\n\n{LONG}\n", False),
    ],
    ids=["a first line", "words of the text", "an opening", "an opening below fields"],
)
def test_a_headline_that_the_text_repeats_is_one(collection, tmp_path, title, text, named):
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    import_paths(collection, [tmp_path / "one.txt"])
    article = articles.find(collection, "1")
    if title and title != article.title:
        articles.correct(collection, article.uid, title=title)
    title = articles.find(collection, "1").title
    assert title[-1] == "…"
    records.tag(collection, "quote", article.uid, [("content", text.index("\n") - 9, text.index("\n") - 1)])
    page = written(collection, tmp_path, "markdown").read_text(encoding="utf-8")
    assert [title in line for line in page.splitlines() if line.startswith("— ")] == [named]
    out = tmp_path / "asked.md"
    export(collection, "markdown", out, citation="{title}, {date}")
    assert f"— {title}" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["ris", "csl"])
def test_a_reference_keeps_a_day_without_its_year_and_doubles_no_marks(untitled, tmp_path, form):
    page = written(untitled, tmp_path, form).read_text(encoding="utf-8")
    assert ("DA  - /11/11/\n" if form == "ris" else '"issued": {"literal": "????-11-11"}') in page
    assert "quote: “will open again”" in page
    assert "commitment: “will open again” before winter comes" in page


@pytest.mark.parametrize("form", ["markdown", "html", "ris", "csl"])
def test_the_words_of_who_reported_it_are_told_as_such(collection, add, tmp_path, form):
    text = "Ilse Marrow said the harbour will open. “It will be a feast,” she said.\n"
    article, marrow = add(text, outlet="Norrin Wire"), speakers.create(collection, "Ilse Marrow")

    def put(kind, words, **fields):
        start = text.index(words)
        records.tag(collection, kind, article, [("content", start, start + len(words))], fields)

    put("quote", "the harbour will open", speaker=marrow, form="indirect")
    put("quote", "“It will be a feast,”", speaker=marrow, form="direct")
    put("commitment", "the harbour will open", promisor=marrow)
    page = written(collection, tmp_path, form).read_text(encoding="utf-8").replace("\\(", "(").replace("\\)", ")")
    assert page.count("— Ilse Marrow") == 2
    assert page.count("— Ilse Marrow (indirect speech)") == 1
    assert page.count("— promised by Ilse Marrow") == 1


@pytest.mark.parametrize("published", ["2031-05-02", "2031-05", "2031", "--11-11"])
def test_a_date_in_ris_comes_back(collection, add, tmp_path, published):
    pytest.importorskip("rispy", reason="rispy is not installed")
    article = add("It is over, said Ana Taverne.", title="Over", published=published)
    records.tag(collection, "quote", article, [("content", 0, 10)])
    (entry,) = read(written(collection, tmp_path, "ris"))
    assert entry.published == published
