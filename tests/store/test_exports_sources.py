"""How exports name the source of a record: an article without a title, a day without its year, marks of quotation."""

import json
import re

import pytest

from store import articles, records, speakers
from store.exporters import FORMATS
from store.exporting import export
from store.history import undo
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


FERRY = (
    "---\ntitle: {}\noutlet: The Lantern\npublished: {}\n---\nMayor Orrin Pell spoke in the hall.\n\n{}\n\nAll left.\n"
)
STAYS, GOES = "“We will keep the old ferry,” Pell said.", "“We will buy ten ferries by May,” Pell said."


@pytest.fixture
def edited(collection, tmp_path):
    """A collection with two quotes of an article, of which one stands in its earlier version only."""
    saved = tmp_path / "saved.md"
    saved.write_text(FERRY.format("Pell to buy ten ferries", "2031-05-04", f"{STAYS}\n\n{GOES}"), encoding="utf-8")
    import_paths(collection, [saved])
    uid, text = collection.read.execute("SELECT uid, body FROM article JOIN text ON sha256 = text").fetchone()
    for words in (STAYS, GOES):
        records.tag(collection, "quote", uid, [("content", text.index(words), text.index(words) + len(words))])
    saved.write_text(
        FERRY.format("Pell keeps a ferry", "2031-05-03", f"{STAYS}\n\nThe rest is open."), encoding="utf-8"
    )
    import_paths(collection, [saved])
    return collection


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_dossier_names_words_of_an_earlier_version_by_its_headline_and_day(edited, tmp_path, form):
    export(edited, form, tmp_path / "out", citation="In {title} of {date}.")
    told = (tmp_path / "out").read_text(encoding="utf-8").replace("\\", "")
    named = re.findall(r"We will (\w+).*?In ([\w ]+) of ([\d-]+)", told, re.DOTALL)
    assert sorted(named) == [
        ("buy", "Pell to buy ten ferries", "2031-05-04"),
        ("keep", "Pell keeps a ferry", "2031-05-03"),
    ]


def test_references_name_words_of_an_earlier_version_by_its_headline_and_day(edited, tmp_path):
    told = json.loads(written(edited, tmp_path, "csl").read_text(encoding="utf-8"))
    named = {one["title"]: (one["issued"]["date-parts"], one["note"]) for one in told}
    assert {title: day for title, (day, _) in named.items()} == {
        "Pell to buy ten ferries": [[2031, 5, 4]],
        "Pell keeps a ferry": [[2031, 5, 3]],
    }
    assert GOES in named["Pell to buy ten ferries"][1]
    assert STAYS in named["Pell keeps a ferry"][1]


def test_what_is_corrected_by_hand_counts_for_the_version_that_is_there_then(edited, tmp_path):
    articles.correct(
        edited, articles.find(edited, "1").uid, title="Pell holds on to it", url="https://norrin.example/f"
    )
    told = json.loads(written(edited, tmp_path, "csl").read_text(encoding="utf-8"))
    assert {one["title"] for one in told} == {"Pell to buy ten ferries", "Pell holds on to it"}
    assert {one["URL"] for one in told} == {"https://norrin.example/f"}


def test_what_is_corrected_by_hand_counts_for_an_earlier_version_too_that_said_the_same(edited, tmp_path):
    def outlets():
        (tmp_path / "out.csl.json").unlink(missing_ok=True)
        export(edited, "csl", tmp_path / "out.csl.json")
        told = json.loads((tmp_path / "out.csl.json").read_text(encoding="utf-8"))
        return {one["title"]: one["container-title"] for one in told}

    article = articles.find(edited, "1").uid
    for outlet in ("The Lamp", "The Lantern of Umber"):
        articles.correct(edited, article, outlet=outlet)
    both = ("Pell to buy ten ferries", "Pell keeps a ferry")
    assert outlets() == dict.fromkeys(both, "The Lantern of Umber")
    undo(edited)
    assert outlets() == dict.fromkeys(both, "The Lamp")


def test_a_dossier_tells_a_record_of_an_earlier_version_as_it_is_now(edited, tmp_path):
    article = articles.find(edited, "1")
    (gone,) = (one for one in records.records_of(edited, article.uid) if one.words == GOES)
    records.edit(edited, gone.uid, {"speaker": speakers.create(edited, "Orrin Pell")})
    articles.correct(edited, article.uid, author="Mara Steen", title="Pell holds on to it")
    export(edited, "markdown", tmp_path / "out", citation="{speaker}, {title}, {author}, {date}")
    told = (tmp_path / "out").read_text(encoding="utf-8").replace("\\", "")
    assert "Orrin Pell, Pell to buy ten ferries, Mara Steen, 2031-05-04" in told
