"""Reading lists that are mostly links: each entry with all that it says, and what becomes of it in a collection."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from made_lists import BIBTEX, FILES, HYPOTHESIS, KINDLE, POCKET, RIS, ZOTERO

from store import records
from store.articles import ids, rows
from store.check import check
from store.collection import open_collection
from store.importers import UnreadableFile, read
from store.importing import import_items, import_paths
from store.model import SavedArticle, SavedHighlight
from store.purge import purge
from store.uniting import unite_with

LOCKS = (
    "Locks will open\n\nAt Tarn two new locks. They open in spring.\nUmber paid for two new locks, too.\n"
    "The minister promised 12 ferries.\n"
)
PAGE = (
    "<html><body><article><h1>Locks will open</h1>" + "<p>The two new locks at Tarn open in spring, said Ilse.</p>" * 6
)
PAGE += "</article></body></html>"


def first(path: Path, content: str) -> SavedArticle:
    path.write_text(content, encoding="utf-8", newline="")
    entry = next(iter(read(path)))
    assert isinstance(entry, SavedArticle), entry
    return entry


@pytest.mark.parametrize(
    ("name", "saved", "labels"),
    [
        ("part_000000.csv", "2031-06-05", ("river", "locks")),
        ("instapaper-export.csv", "2031-06-05", ("river", "locks", "Norrin")),
        ("reader.csv", "2031-06-05", ("river", "locks")),
        ("zotero.csv", "2031-06-05", ("river", "locks", "trade")),
        ("library.ris", "2031-06-05", ("river", "locks")),
        ("library.bib", "2031-06-05", ("river", "locks")),
        ("library.json", "2031-06-05", ("river", "locks")),
        ("bookmarks.html", "2031-06-05", ("river", "locks", "Norrin")),
    ],
)
def test_an_entry_says_its_address_day_and_labels(tmp_path, name, saved, labels):
    entry = first(tmp_path / name, FILES[name])
    assert (entry.text, entry.url) == ("", "https://herald.example/locks")
    assert entry.title.startswith("Locks ")
    assert (entry.saved, entry.labels) == (saved, labels)


@pytest.mark.parametrize(
    ("name", "author", "published"),
    [
        ("zotero.csv", "Ivo Sandrel, Ilse Taverne", "2031-06-03"),
        ("library.ris", "Ivo Sandrel", "2031-06-03"),
        ("library.bib", "Ivo Sandrel, Ilse Taverne", "2031-06"),
        ("library.json", "Ivo Sandrel, Norrin Wire", "2031-06-03"),
    ],
)
def test_a_reference_says_who_published_it_and_its_note(tmp_path, name, author, published):
    entry = first(tmp_path / name, FILES[name])
    assert (entry.outlet, entry.author, entry.published) == ("The Umber Herald", author, published)
    assert [highlight.note for highlight in entry.highlights] == ["Ask the ministry."]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031/06/03/", "2031-06-03"),
        ("2031/06//", "2031-06"),
        ("2031///summer", "2031"),
        ("2031-06-03", "2031-06-03"),
        ("2031/6/3", "2031-06-03"),
        ("2031 Spring", "2031"),
    ],
)
def test_a_day_in_ris_by_its_rule_or_as_people_write_it(tmp_path, written, day):
    assert first(tmp_path / "a.ris", f"TY  - NEWS\nTI  - Locks\nDA  - {written}\nER  - \n").published == day


def test_the_first_day_of_a_period_in_biblatex_is_that_of_publishing(tmp_path):
    entry = first(tmp_path / "a.bib", "@online{a,\n  title = {Locks},\n  date = {2031-06-03/2031-06-05}\n}\n")
    assert entry.published == "2031-06-03"
    entry = first(tmp_path / "b.bib", "@online{a,\n  title = {Locks},\n  date = {25/11/2031}\n}\n")
    assert entry.published == "2031-11-25"


def test_bibtex_is_read_without_its_tex(tmp_path):
    assert first(tmp_path / "a.bib", BIBTEX).title == "Locks Will open für Umber"


@pytest.mark.parametrize(
    ("name", "highlight"),
    [
        ("instapaper-export.csv", SavedHighlight("two new locks")),
        ("readwise-data.csv", SavedHighlight("two new locks", 'Since when, "open"?\n#check')),
        ("hypothesis.json", SavedHighlight("two new locks", "Since when?\n#to-check", "At Tarn ", ".")),
        ("My Clippings.txt", SavedHighlight("two new locks", "Since when?")),
    ],
)
def test_marked_words_come_with_their_note(tmp_path, name, highlight):
    assert first(tmp_path / name, FILES[name]).highlights == (highlight,)


@pytest.mark.parametrize("name", FILES)
def test_a_link_without_text_says_how_to_get_it(tmp_path, collection, name):
    (tmp_path / name).write_text(FILES[name], encoding="utf-8", newline="")
    summary = import_paths(collection, [tmp_path / name])
    ((path, why),) = summary.failed
    assert path == str(tmp_path / name)
    assert ("onrecord fetch" in why) if name not in ("readwise-data.csv", "My Clippings.txt") else "“Locks will" in why
    assert summary.added == 0


@pytest.mark.parametrize("name", FILES)
def test_a_list_cut_short_ends_in_entries_or_reasons(tmp_path, name):
    data = FILES[name].encode()
    for length in range(1, len(data), max(1, len(data) // 12)):
        (tmp_path / name).write_bytes(data[:length])
        items = list(read(tmp_path / name))
        assert items
        assert all(isinstance(item, SavedArticle | UnreadableFile) for item in items)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_a_table_cut_inside_quotation_marks_says_so(tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name].rstrip("\n") + '\n"cut', encoding="utf-8")
    assert isinstance(list(read(path))[-1], UnreadableFile)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".json", ".ris", ".bib", ".txt"))])
def test_a_list_of_a_hundred_megabytes_is_refused(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(FILES[name].encode())
        file.truncate(100 << 20)
    (failure,) = read(path)
    assert "longer than" in str(failure)


@pytest.mark.parametrize("name", ["library.ris", "library.bib", "My Clippings.txt", "part_000000.csv"])
def test_other_encodings(tmp_path, name):
    text = FILES[name].replace("Locks will open", "Шлюзы откроются весной").replace("\ufeff", "")
    text = text.replace('Locks {W}ill open f{\\"u}r Umber', "Шлюзы откроются весной")
    (tmp_path / name).write_bytes(text.encode("cp1251"))
    entry = next(iter(read(tmp_path / name)))
    assert isinstance(entry, SavedArticle)
    assert entry.title == "Шлюзы откроются весной"


@pytest.mark.parametrize("name", ["zotero.csv", "library.ris", "library.bib"])
def test_a_snapshot_beside_the_list_is_taken(tmp_path, name):
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "page.html").write_text(PAGE)
    entry = first(tmp_path / name, FILES[name])
    assert entry.text.count("two new locks at Tarn") == 6
    assert (entry.outlet, entry.url) == ("The Umber Herald", "https://herald.example/locks")
    assert entry.labels[:2] == ("river", "locks")


def test_no_file_elsewhere_is_opened_for_a_list(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "link.html").symlink_to(tmp_path / "page.html")
    for name in ("../page.html", str(tmp_path / "page.html"), "link.html", "a\0b", "library.ris"):
        text = RIS.replace("files/12/page.html", name)
        (tmp_path / "list" / "library.ris").write_text(text)
        (entry,) = read(tmp_path / "list" / "library.ris")
        assert not isinstance(entry, SavedArticle) or entry.text == ""


@pytest.fixture
def locks(add):
    """The article that the lists name."""
    return add(LOCKS, title="Locks will open", url="https://herald.example/locks?utm_source=x")


def brought_in(collection, path: Path, content: str):
    path.write_text(content, encoding="utf-8", newline="")
    return import_paths(collection, [path])


def test_marked_words_become_a_note_at_the_one_place_that_fits(tmp_path, collection, locks):
    for _ in range(2):
        summary = brought_in(collection, tmp_path / "a.json", HYPOTHESIS)
        assert (summary.already, summary.failed) == (1, [])
        (note,) = records.records_of(collection, locks)
        (anchor,) = note.anchors
        assert (anchor.exact, anchor.start, anchor.needs_look) == ("two new locks", LOCKS.index("two new"), False)
        assert note.note == "Since when?\n#to-check"
    assert list(check(collection)) == []


def test_marked_words_that_stand_twice_alike_become_a_note_on_the_article(tmp_path, collection, locks):
    brought_in(collection, tmp_path / "My Clippings.txt", KINDLE)
    (note,) = records.records_of(collection, locks)
    assert (note.anchors[0].exact, note.anchors[0].needs_look) == ("Locks will open", True)
    assert note.note == "“two new locks”\nSince when?"


def test_a_note_that_was_deleted_does_not_come_back(tmp_path, collection, locks):
    brought_in(collection, tmp_path / "a.json", HYPOTHESIS)
    (note,) = records.records_of(collection, locks)
    records.delete(collection, note.uid)
    brought_in(collection, tmp_path / "a.json", HYPOTHESIS)
    assert records.records_of(collection, locks) == []


def test_labels_and_days_are_kept_with_the_article_and_go_with_it(tmp_path, collection, locks):
    brought_in(collection, tmp_path / "a.csv", POCKET)
    brought_in(collection, tmp_path / "b.csv", ZOTERO)
    names = collection.read.execute("SELECT name FROM label WHERE article = ? ORDER BY name", [locks]).fetchall()
    assert names == [("locks",), ("river",), ("trade",)]
    listed = collection.read.execute('SELECT "list", saved FROM listing ORDER BY "list"').fetchall()
    assert listed == [("pocket", "2031-06-05"), ("zotero", "2031-06-05")]
    assert [row.title for row in rows(collection, ids(collection, words="label:riv"))] == ["Locks will open"]
    assert len(ids(collection, words="-label:river")) == 0
    assert list(check(collection)) == []
    purge(collection, locks)
    for table in ("label", "listing", "annotation"):
        assert collection.read.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert list(check(collection)) == []


def test_a_list_that_comes_again_after_its_article_has_become_anothers_doubles_nothing(collection, tmp_path):
    """Labels, days and notes, of which one was deleted."""
    text = "Locks will open\n\nThe ministry said that two new locks will open at Tarn before the first frost."
    saved = SavedArticle(text, title="Locks will open", url="https://herald.example/locks")
    entry = {"title": "Locks will open", "text": text, "tags": ["river", "locks"], "saved": "2031-06-05"}
    (tmp_path / "list.jsonl").write_text(json.dumps(entry))
    marked = "two new locks", "Tarn"
    highlights = [{"quote": words, "text": f"about {words}"} for words in marked]
    (tmp_path / "notes.json").write_text(json.dumps([{"title": "Locks will open", "annotations": highlights}]))
    lists = [tmp_path / "list.jsonl", tmp_path / "notes.json"]
    with closing(open_collection(tmp_path / "other.db")) as other:
        import_items(other, [saved])
        import_items(collection, [saved])
        import_paths(collection, lists)
        records.delete(collection, records.list_records(collection, "note")[0].uid)
        before = said(collection)
        unite_with(collection, other.path)
    assert said(collection) == before
    import_paths(collection, lists)
    assert said(collection) == before
    assert list(check(collection)) == []


def said(collection):
    labels = collection.read.execute("SELECT name FROM label WHERE state = 'live' ORDER BY name").fetchall()
    listings = collection.read.execute("SELECT list, saved FROM listing WHERE state = 'live'").fetchall()
    return labels, listings, [note.note for note in records.list_records(collection, "note")]
