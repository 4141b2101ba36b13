"""Taking files into a collection: new, already there, new version, failed; folders, progress, stopping."""

import json
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import importers, importing
from store.addresses import canonical_url
from store.articles import ArticleRow, correct, find, ids, open_reading, rows
from store.check import check
from store.collection import Collection, WriteFailed
from store.history import UndoConflict, redo, undo
from store.importers.details import headline
from store.importing import Summary, import_items, import_paths, import_stream, import_text
from store.model import Progress, SavedArticle
from store.passages import look_for_pending
from store.samples import sample_paths
from store.texts import count_words

ARTICLES = Path(__file__).parents[1] / "articles"
VELDMAR = sorted(ARTICLES.glob("veldmar-*"))


def counts(summary: Summary) -> tuple[int, int, int, int]:
    return summary.added, summary.already, summary.versions, len(summary.failed)


def listed(collection: Collection) -> list[ArticleRow]:
    return rows(collection, ids(collection, "added", descending=False))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Title: Locks\nDate: 5/6/2031\n\nThe locks of the river Umber will open in spring, she said.\n"),
        ("a.md", "---\ndate: 5/6/2031\n---\nThe locks of the river Umber will open in spring, she said.\n"),
        ("a.csv", 'text,date\n"The locks of the river Umber will open in spring, she said.",5/6/2031\n'),
        ("a.json", '[{"text": "The locks of the river Umber will open in spring, she said.", "date": "5/6/2031"}]'),
        ("a.eml", "From: a@b.example\nDate: 5/6/2031\n\nThe locks of the river Umber will open in spring, she said.\n"),
    ],
)
def test_a_date_that_cannot_be_read_is_told(collection, tmp_path, name, content):
    (tmp_path / name).write_text(content)
    ((path, told),) = import_paths(collection, [tmp_path / name]).notes
    assert Path(path).name.startswith(name)
    assert told == "its date cannot be read: 5/6/2031"


def test_of_several_dates_the_first_that_can_be_read_is_taken(collection, tmp_path):
    text = "The locks of the river Umber will open in spring, she said."
    (tmp_path / "a.json").write_text(json.dumps([{"text": text, "published": "n/a", "date": "3 June 2031"}]))
    assert import_paths(collection, [tmp_path / "a.json"]).notes == []
    assert listed(collection)[0].published == "2031-06-03"


@given(st.text(st.sampled_from("ab \n\t\x0b\x1c\x1f\x85\xa0\u2003é")))
def test_words_are_what_stands_between_blanks(text):
    assert count_words(text) == len(text.split())


def test_the_same_files_again_are_already_there(collection):
    assert counts(import_paths(collection, VELDMAR)) == (4, 0, 0, 0)
    assert counts(import_paths(collection, VELDMAR)) == (0, 4, 0, 0)
    assert len(ids(collection)) == 4
    assert list(check(collection)) == []


def test_a_copy_of_a_file_is_already_there(collection, tmp_path):
    import_paths(collection, [ARTICLES / "veldmar-talks.txt"])
    copy = shutil.copy(ARTICLES / "veldmar-talks.txt", tmp_path / "other name.txt")
    assert counts(import_paths(collection, [Path(copy)])) == (0, 1, 0, 0)


def test_a_changed_file_is_a_new_version_and_what_was_corrected_stays(collection, tmp_path):
    path = tmp_path / "talks.txt"
    shutil.copy(ARTICLES / "veldmar-talks.txt", path)
    import_paths(collection, [path])
    (row,) = listed(collection)
    correct(collection, row.uid, outlet="Norrin Wire Agency")
    correct(collection, row.uid, outlet="Norrin Wire")
    shutil.copy(ARTICLES / "veldmar-talks-corrected.txt", path)
    assert counts(import_paths(collection, [path])) == (0, 0, 1, 0)
    reading = open_reading(collection, row.id)
    assert reading.text == path.read_text(encoding="utf-8")
    assert (reading.versions, reading.row.outlet) == (2, "Norrin Wire")
    assert counts(import_paths(collection, [path])) == (0, 1, 0, 0)
    assert list(check(collection)) == []


def test_the_same_address_is_the_same_article_wherever_it_was_saved(collection, tmp_path):
    text = (ARTICLES / "veldmar-gauge.md").read_text(encoding="utf-8")
    for name, saved in (
        ("a.md", text),
        ("b.md", text.replace("on Tuesday", "on Wednesday").replace("?utm_source=letter", "/")),
    ):
        (tmp_path / name).write_text(saved)
    assert counts(import_paths(collection, [tmp_path])) == (1, 0, 1, 0)


WORDS = " ".join(f"The lock of Tarn number {n} opens before the frost of year {n}, its keeper said." for n in range(30))
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Locks</title>{head}</head><body><article><h1>Locks</h1>"
    "<p>{words}</p></article></body></html>"
)


@pytest.mark.parametrize(
    "again",
    [
        PAGE.format(head='<link rel="canonical" href="https://herald.example/locks">', words=WORDS + " Amended."),
        PAGE.format(
            head='<meta property="og:url" content="http://herald.example/locks/?utm_source=x">', words=WORDS[:900]
        ),
        PAGE.format(head="<!-- saved from url=(0029)https://Herald.example/locks#top -->", words=WORDS + " Later."),
    ],
    ids=["canonical address of an AMP page", "address without the s", "where it was saved from"],
)
def test_the_same_article_by_its_canonical_address_is_one_with_versions(collection, tmp_path, again):
    first = SavedArticle("Locks\n" + WORDS, url="https://herald.example/locks", title="Locks")
    assert counts(import_items(collection, [first])) == (1, 0, 0, 0)
    (tmp_path / "amp.html").write_text(again, encoding="utf-8")
    assert counts(import_paths(collection, [tmp_path / "amp.html"])) == (0, 0, 1, 0)
    (row,) = listed(collection)
    assert open_reading(collection, row.id).versions == 2


def test_the_same_text_without_an_address_is_already_there(collection):
    import_items(collection, [SavedArticle(WORDS, url="https://herald.example/locks", outlet="Herald")])
    assert counts(import_items(collection, [SavedArticle(WORDS), SavedArticle(WORDS, outlet="Herald")])) == (0, 2, 0, 0)


def test_nearly_the_same_text_of_another_outlet_is_another_article_that_shares_passages(collection):
    from store.passage_building import update_passages

    herald = SavedArticle(WORDS, url="https://herald.example/locks", outlet="Herald", title="Locks")
    post = SavedArticle(WORDS + " And more.", url="https://post.example/a", outlet="Post", title="Locks open")
    assert counts(import_items(collection, [herald, post])) == (2, 0, 0, 0)
    update_passages(collection)
    query = """SELECT count(DISTINCT article.uid) FROM occurrence JOIN text ON text.id = occurrence.text
        JOIN article ON article.text = text.sha256 GROUP BY passage ORDER BY 1 DESC LIMIT 1"""
    assert collection.read.execute(query).fetchone() == (2,)


def test_a_new_version_says_what_was_not_known_of_its_article_and_leaves_what_it_does_not_say(collection):
    url = "https://norrin.example/harbour"
    text = "The harbour council of Umber will meet the bargemen on Tuesday to speak of the tariff for the winter."
    import_items(collection, [SavedArticle(text, title="Harbour", url=url, path="a.html")])
    said = {"outlet": "Norrin Wire", "published": "2031-05-06", "published_precision": "day", "place": "UMBER"}
    fuller = SavedArticle(f"{text} It said so.", title="Other", url=url, path="a.html", **said)
    assert counts(import_items(collection, [fuller])) == (0, 0, 1, 0)
    row = find(collection, "1")
    assert (row.title, row.outlet, row.published) == ("Other", "Norrin Wire", "2031-05-06")
    kept = collection.read.execute("SELECT place, published_precision FROM article").fetchone()
    assert kept == ("UMBER", "day")
    correct(collection, row.uid, outlet="Umber Post")
    later = SavedArticle(f"{text} It said so twice.", outlet="Tarn Times", url=url, published="2032", path="a.html")
    import_items(collection, [later])
    row = find(collection, "1")
    assert (row.title, row.outlet, row.published) == ("Other", "Umber Post", "2031-05-06")


BODY = "The keeper of the locks at Tarn said so in the town hall, and nobody spoke against it this time. " * 3


def test_a_new_version_says_anew_what_nobody_corrected(collection, tmp_path):
    path = tmp_path / "gauge.txt"

    def imported(title: str, outlet: str, day: str) -> tuple[str, str, str]:
        path.write_text(f"{title}\n{outlet}, {day}\n\nUMBER, 3 May (Lake Wire) – {BODY}{title}.\n", encoding="utf-8")
        import_paths(collection, [path])
        (row,) = listed(collection)
        query = "SELECT rowid FROM article_fts WHERE article_fts MATCH 'title : ' || ?"
        found = collection.read.execute(query, [f'"{title}"']).fetchall()
        assert found == ([(row.id,)] if row.title == title else []), "the search knows it too"
        return row.title, row.outlet, row.published

    assert imported("River rises 10 feet", "Tarn Gazette", "2031-05-04") == (
        "River rises 10 feet",
        "Tarn Gazette",
        "2031-05-04",
    )
    assert imported("River rises 16 feet", "Tarn Gazette", "2031-05-05") == (
        "River rises 16 feet",
        "Tarn Gazette",
        "2031-05-04",
    ), "a later day is that of the change"
    uid = find(collection, "1").uid
    correct(collection, uid, title="By hand")
    assert imported("River rises 17 feet", "Tarn Gazette", "2031-05-03")[::2] == ("By hand", "2031-05-03")
    undo(collection)
    assert find(collection, uid).title == "River rises 16 feet"
    assert imported("River rises 18 feet", "Tarn Gazette", "2031-05-06")[0] == "River rises 18 feet"
    with pytest.raises(UndoConflict, match="An import has changed the same article"):
        redo(collection)
    assert list(check(collection)) == []


@pytest.mark.parametrize(
    ("first", "later", "kept"),
    [
        ("River rises", "x" * 90 + " and so on", "River rises"),
        ("Old words of a paragraph without a headline " * 3, "River rises", "River rises"),
    ],
)
def test_an_opening_takes_no_headline_s_place(collection, first, later, kept):
    def came(line: str, body: str) -> SavedArticle:
        text = f"{line}.\n{body}" if len(line) > 80 else f"{line}\n{body}"
        return SavedArticle(text, title=headline(text, None), url="https://herald.example/a")

    import_items(collection, [came(first, BODY)])
    assert counts(import_items(collection, [came(later, BODY + "Amended.")])) == (0, 0, 1, 0)
    assert listed(collection)[0].title == kept


@pytest.mark.parametrize(
    ("first", "later", "kept"),
    [
        ("2024-11-11", "2025-11-11", "2024-11-11"),
        ("2024-11-11", "--11-11", "2024-11-11"),
        ("2024-11-11", "2024-11", "2024-11-11"),
        ("--11-11", "2024-11-11", "2024-11-11"),
        ("2024-11", "2024-11-20", "2024-11-20"),
        ("2024-11-11", "2024-12-01", "2024-11-11"),
        ("2024-11-11", "2024-11-09", "2024-11-09"),
    ],
)
def test_a_day_that_is_known_less_well_does_not_take_the_place_of_one(collection, first, later, kept):
    precision = {7: "month", 10: "day"}
    for day, more in ((first, ""), (later, "Amended.")):
        article = SavedArticle(BODY + more, title="River", url="https://herald.example/a", published=day)
        known = "day" if day.startswith("--") else precision[len(day)]
        import_items(collection, [replace(article, published_precision=known)])
    row = listed(collection)[0]
    assert (row.published, row.published_precision) == (kept, "day")


def test_a_text_that_returns_is_the_latest_version_again(collection, tmp_path):
    path = tmp_path / "talks.txt"
    for name in ("veldmar-talks.txt", "veldmar-talks-corrected.txt", "veldmar-talks.txt"):
        shutil.copy(ARTICLES / name, path)
        summary = import_paths(collection, [path])
    assert counts(summary) == (0, 0, 1, 0)
    (row,) = listed(collection)
    assert open_reading(collection, row.id).text == path.read_text(encoding="utf-8")
    assert counts(import_paths(collection, [path])) == (0, 1, 0, 0)
    assert list(check(collection)) == []


def test_two_files_of_one_address_are_already_there_when_they_come_again(collection, tmp_path):
    text = (ARTICLES / "veldmar-gauge.md").read_text(encoding="utf-8")
    (tmp_path / "a.md").write_text(text)
    (tmp_path / "b.md").write_text(text.replace("on Tuesday", "on Wednesday"))
    assert counts(import_paths(collection, [tmp_path])) == (1, 0, 1, 0)
    assert counts(import_paths(collection, [tmp_path])) == (0, 2, 0, 0)


def test_what_has_hardly_any_text_is_imported_and_told(collection, tmp_path):
    (tmp_path / "a.txt").write_text("x\n")
    (tmp_path / "b.txt").write_text(f" {'x' * 39}\n\n")
    (tmp_path / "c.txt").write_text("x" * 40)
    summary = import_paths(collection, [tmp_path])
    assert counts(summary) == (3, 0, 0, 0)
    assert summary.notes == [
        (str(tmp_path / "a.txt"), "hardly any text: 1 character"),
        (str(tmp_path / "b.txt"), "hardly any text: 39 characters"),
    ]
    (tmp_path / "c.txt").write_text("x" * 8)
    assert import_paths(collection, [tmp_path]).notes == [
        (str(tmp_path / "c.txt"), "hardly any text: 8 characters"),
    ], "said of a new version too, not of what is here already"


def test_unrelated_words_under_one_address_are_two_articles_and_said(collection):
    url = "https://umberherald.example/live"
    first, second = (" ".join(f"{word}{n}" for n in range(40)) for word in ("lock", "ferry"))
    texts = (first, second, first + " and more", second + " and more")
    summary = import_items(collection, [SavedArticle(text, url=url, path=f"{n}.md") for n, text in enumerate(texts)])
    assert counts(summary) == (2, 0, 2, 0)
    assert summary.notes == [("1.md", f"another article than the one kept with its address {url}")]


def test_another_article_under_an_old_name_is_a_new_article(collection, tmp_path):
    path = tmp_path / "article.txt"
    shutil.copy(ARTICLES / "veldmar-talks.txt", path)
    import_paths(collection, [path])
    shutil.copy(ARTICLES / "veldmar-cyrillic.txt", path)
    assert counts(import_paths(collection, [path])) == (1, 0, 0, 0)


def test_lines_of_a_list_are_articles_of_their_own_though_they_share_words(collection, tmp_path):
    text = "The locks at Tarn will open before the first frost, the chancellor said on Monday in {}."
    lines = [f'{{"text": "{text.format(place)}"}}' for place in ("Harrowgate", "Selmora", "Veldmar")]
    (tmp_path / "list.jsonl").write_text("\n".join(lines))
    assert counts(import_paths(collection, [tmp_path])) == (3, 0, 0, 0)


def test_the_address_of_a_whole_site_names_no_article(collection, tmp_path):
    for n, word in enumerate(("locks", "ferries")):
        (tmp_path / f"{n}.md").write_text(
            f"---\nurl: https://umberherald.example/\n---\n# The {word}\n\nAll of {word}.\n"
        )
    assert counts(import_paths(collection, [tmp_path])) == (2, 0, 0, 0)


def test_each_file_that_fails_has_its_reason_and_the_rest_goes_on(collection, tmp_path):
    shutil.copy(ARTICLES / "veldmar-talks.txt", tmp_path / "b.txt")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "c.html").write_text("<html><body></body></html>")
    (tmp_path / "d.jsonl").write_text('{"text": "The locks will open."}\n{"text"}\n')
    summary = import_paths(collection, [tmp_path, tmp_path / "absent.txt"])
    assert counts(summary) == (2, 0, 0, 4)
    assert [Path(path).name for path, _ in summary.failed] == ["a.txt", "c.html", "d.jsonl", "absent.txt"]
    assert [why.split(":")[0] for _, why in summary.failed] == [
        "The file is empty",
        "No article is found in the page",
        "Line 2",
        "The file cannot be read",
    ]


def test_a_reader_that_breaks_down_costs_its_file_and_says_where(collection, tmp_path, monkeypatch):
    for name in ("a.md", "b.txt"):
        (tmp_path / name).write_text("The locks will open.\nIn May.\n", encoding="utf-8")
    monkeypatch.setattr(importers.markdown, "read", lambda *_: {}["words of the article"])
    summary = import_paths(collection, [tmp_path])
    assert counts(summary) == (1, 0, 0, 1)
    path, why = summary.failed[0]
    assert path == str(tmp_path / "a.md")
    assert why.startswith("Its reader broke down (KeyError in test_import.py, line ")
    assert "words" not in why


def test_progress_counts_the_files_and_ends_with_all(collection):
    seen: list[Progress] = []
    import_paths(collection, VELDMAR, seen.append)
    assert [progress.done for progress in seen] == [0, 1, 2, 3, 4]
    assert {progress.total for progress in seen} == {4}
    assert seen[0].name == "veldmar-cyrillic.txt"


def test_an_import_that_is_stopped_keeps_whole_articles_and_says_so(collection, tmp_path):
    for n in range(20):
        (tmp_path / f"{n:02}.txt").write_text(f"Title {n}\n\nText of number {n}.\n")
    asked = iter(range(100))
    summary = import_paths(collection, [tmp_path], cancelled=lambda: next(asked) >= 5)
    assert summary.stopped
    assert counts(summary) == (5, 0, 0, 0)
    assert [row.title for row in listed(collection)] == [f"Title {n}" for n in range(5)]
    assert list(check(collection)) == []


def test_standard_input_is_read_by_its_content_and_has_no_path(collection):
    page = "<html><body><article><h1>Locks will open</h1><p>The chancellor said so in Tarn today.</p></article></body></html>"
    for content in (b"Locks\n\nThey will open.\n", page.encode(), b'{"text": "Ferries will sail."}'):
        assert counts(import_stream(collection, BytesIO(content), "standard input")) == (1, 0, 0, 0)
    assert collection.read.execute("SELECT DISTINCT path FROM version").fetchall() == [("",)]
    summary = import_stream(collection, BytesIO(b""), "standard input")
    assert summary.failed == [("standard input", "The file is empty: save the article again.")]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("https://Herald.example/a/?utm_source=x&id=3#top", "https://herald.example/a?id=3"),
        ("HTTPS://herald.example/a/", "https://herald.example/a"),
        ("http://herald.example/a", "https://herald.example/a"),
        ("https://herald.example", ""),
        ("https://herald.example/?p=5", "https://herald.example?p=5"),
        ("not an address", "not an address"),
        ("http://[broken", "http://[broken"),
        ("", ""),
    ],
)
def test_one_spelling_of_an_address(written, canonical):
    assert canonical_url(written) == canonical


def test_the_sample_articles_show_what_the_app_is_for(collection):
    paths = sample_paths()
    assert counts(import_paths(collection, paths)) == (len(paths), 0, 0, 0)
    look_for_pending(collection)
    found = {row.title: row for row in listed(collection)}
    assert len({row.outlet for row in found.values()}) >= 5
    doubled = next(row for row in found.values() if row.published == "--06-03")
    assert doubled.repeated is not None
    assert doubled.repeated > 0.45
    assert any("Сельморы" in title for title in found)
    assert find(collection, str(doubled.id)).uid == doubled.uid


def test_what_was_copied_is_imported_as_text_or_html(collection):
    assert import_text(collection, "VELDMAR, 3 June – The locks will open.\nSoon.", "Locks").added == 1
    assert import_text(collection, f"<p>{'The ferries will come to Umber. ' * 12}</p>").added == 1
    assert len(import_text(collection, "\0").failed) == 1
    bodies = [body for (body,) in collection.read.execute("SELECT body FROM text ORDER BY id")]
    assert bodies[0] == "VELDMAR, 3 June – The locks will open.\nSoon."
    assert "<p>" not in bodies[1]
    assert collection.read.execute("SELECT title FROM article ORDER BY id").fetchone() == ("Locks",)


def test_files_of_a_folder_that_are_not_looked_at_are_counted_by_their_endings(collection, tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for name in ("a.txt", "b.csv", "c.CSV", "d.py", "README", ".hidden.csv"):
        (folder / name).write_text("The locks at Tarn will open before the frost.")
    summary = import_paths(collection, [folder])
    assert (summary.added, summary.passed) == (1, {".csv": 2, ".py": 1, "no ending": 1})


def test_front_matter_is_not_what_an_article_says_twice(collection, tmp_path):
    title = "The chancellor of Norrin and the ambassador of Sutheria agree on the opening of the eight locks at Tarn"
    page = tmp_path / "a.md"
    page.write_text(f"---\ntitle: {title}\n---\n\n# {title}\n\nThe locks open in May.\n\n{title} {title}\n")
    import_paths(collection, [page])
    look_for_pending(collection)
    text = page.read_text()
    (reading,) = [open_reading(collection, row.id) for row in listed(collection)]
    assert reading.repeats
    assert all(one.a[0] > text.index("---\n\n") for one in reading.repeats)


def test_rows_of_a_list_in_another_order_are_no_versions_of_one_another(collection, tmp_path):
    frame = "The ministry of trade said that exports of {} rose by {} percent in the year, after {}."
    grain = frame.format("grain", 4, "a harvest that farmers of the eastern plains called the best since the war")
    steel = frame.format(
        "steel", 9, "two new furnaces were lit in the harbour city of Umber and orders came from abroad"
    )
    table = tmp_path / "a.csv"
    table.write_text(f'title,text\nGrain,"{grain}"\n')
    import_paths(collection, [table])
    table.write_text(f'title,text\nSteel,"{steel}"\nGrain,"{grain}"\n')
    import_paths(collection, [table])
    rows = collection.read.execute(
        "SELECT title, body FROM article JOIN text ON sha256 = text ORDER BY title"
    ).fetchall()
    assert rows == [("Grain", grain), ("Steel", steel)]


def test_lines_of_json_longer_than_what_is_looked_at_are_known_without_a_name(collection):
    lines = (json.dumps({"text": f"{n} words " * 20_000}) for n in range(2))
    assert import_stream(collection, BytesIO("\n".join(lines).encode()), "standard input").added == 2


def test_how_many_articles_are_dated_after_today_is_counted(collection):
    days = ("2131-04-09", "2131-04", "2024-04-09", "")
    items = [SavedArticle(f"The locks of the river {n} will open.", published=day) for n, day in enumerate(days)]
    summary = import_items(collection, items)
    assert (summary.ahead, summary.undated) == (2, 1)
    assert import_items(collection, items).ahead == 0, "not of what is here already"


@pytest.mark.parametrize(
    ("known", "said", "is_now", "precision"),
    [
        ("", "2024-03-02", "2024-03-02", "day"),
        ("", "2024-03", "2024-03", "month"),
        ("--03-02", "2024-03-02", "2024-03-02", "day"),
        ("--03-02", "2024-03-03", "--03-02", "day"),
        ("2024-03-04", "2024-03-02", "2024-03-04", "day"),
        ("", "--03-02", "", "none"),
    ],
)
def test_an_article_that_is_here_without_its_day_takes_it_from_the_same_text(
    collection, known, said, is_now, precision
):
    text, kinds = "The locks of the river Umber will open in spring, she said.", {4: "year", 7: "month", 10: "day"}
    first = SavedArticle(text, published=known, published_precision="day" if known else "none")
    import_items(collection, [first])
    again = SavedArticle(text, path="/b.txt", published=said, published_precision=kinds.get(len(said), "day"))
    summary = import_items(collection, [again])
    assert counts(summary) == (0, 1, 0, 0)
    (row,) = listed(collection)
    assert (row.published, row.published_precision) == (is_now, precision)
    stays = f"already there: its date stays {known}, though this file says {said}"
    otherwise = [("/b.txt", stays)] if known and known == is_now else []
    told = [("/b.txt", f"already there without its date: now it has {said}")] if known != is_now else otherwise
    assert summary.notes == told
    assert import_items(collection, [again]).notes == otherwise
    assert not list(check(collection))


def test_a_day_taken_away_or_given_by_hand_stays_so(collection):
    text = "The locks of the river Umber will open in spring, she said."
    import_items(collection, [SavedArticle(text, published="2024-03-02", published_precision="day")])
    (row,) = listed(collection)
    correct(collection, row.uid, published="", published_precision="none")
    again = SavedArticle(text, path="/b.txt", published="2024-03-05", published_precision="day")
    assert import_items(collection, [again]).notes == []
    assert listed(collection)[0].published == ""


WIRE = "UMBER, 3 May – The locks of the river Umber will open in spring, the keeper of Tarn told the town hall."


@pytest.mark.parametrize(
    ("other", "articles"),
    [
        ({"outlet": "Tarn Times"}, 2),
        ({"title": "Spring for barges", "published": "2031-05-06"}, 2),
        ({"title": "Spring for barges", "published": "2031-05"}, 1),
        ({"title": "Spring for barges", "published": "2031-05-04"}, 1),
        ({"published": "2031-05-06"}, 1),
        ({"outlet": "NORRIN WIRE"}, 1),
        ({"outlet": ""}, 1),
        ({"outlet": "Tarn Times", "path": "/wire.html"}, 1),
        ({"outlet": "Tarn Times", "url": "http://norrin.example/locks?utm_source=x"}, 1),
    ],
)
def test_the_same_text_of_another_outlet_or_of_another_title_and_day_is_an_article_of_its_own(
    collection, other, articles
):
    told = {"title": "Locks open", "outlet": "Norrin Wire", "published": "2031-05-04", "published_precision": "day"}
    first = SavedArticle(WIRE, path="/wire.html", url="https://norrin.example/locks", **told)
    again = SavedArticle(WIRE, **{"path": "/copy.html"} | told | other)
    import_items(collection, [first, again])
    assert len(ids(collection)) == articles
    assert counts(import_items(collection, [again, first])) == (0, 2, 0, 0)
    assert not list(check(collection))


def test_of_articles_of_one_text_the_one_of_the_same_outlet_is_already_there(collection):
    for outlet in ("Norrin Wire", "Tarn Times"):
        import_items(collection, [SavedArticle(WIRE, outlet=outlet)])
    import_items(collection, [SavedArticle(WIRE, outlet="Tarn Times", author="Ivo Roe", path="/t.html")])
    rows = collection.read.execute("SELECT outlet, author FROM article ORDER BY id").fetchall()
    assert rows == [("Norrin Wire", ""), ("Tarn Times", "Ivo Roe")]


def test_an_article_whose_outlet_was_corrected_by_hand_is_the_same_when_it_comes_again_from_elsewhere(collection):
    saved = SavedArticle(WIRE, outlet="Norrin", path="/a.html")
    import_items(collection, [saved])
    correct(collection, listed(collection)[0].uid, outlet="Norrin Wire")
    summary = import_items(collection, [replace(saved, path="/moved/a.html")])
    assert counts(summary) == (0, 1, 0, 0)
    assert summary.notes == []
    assert listed(collection)[0].outlet == "Norrin Wire"


def test_what_an_article_lacks_is_learnt_from_a_later_file_of_its_text_and_what_that_says_otherwise_is_told(collection):
    import_items(collection, [SavedArticle(WIRE, title="Locks open", author="Jane Doe", path="/a.txt")])
    said = {"title": "Spring for barges", "author": "Ivo Roe", "outlet": "Norrin Wire", "place": "UMBER"}
    day = {"published": "2031-05-04", "published_precision": "day"}
    summary = import_items(collection, [SavedArticle(WIRE, path="/b.html", **said, **day)])
    row = listed(collection)[0]
    assert (row.title, row.outlet, row.published) == ("Locks open", "Norrin Wire", "2031-05-04")
    assert summary.notes == [
        (
            "/b.html",
            "already there without its outlet and place and date: now it has Norrin Wire and UMBER and 2031-05-04",
        ),
        ("/b.html", "already there: its title stays Locks open, though this file says Spring for barges"),
        ("/b.html", "already there: its author stays Jane Doe, though this file says Ivo Roe"),
    ]
    correct(collection, row.uid, outlet="", author="Ada Low")
    again = [SavedArticle(WIRE, author="Jane Doe", outlet="Norrin Wire", path="/c.html")]
    assert import_items(collection, again).notes == [], "what is corrected by hand is not told each time"
    assert listed(collection)[0].outlet == ""


def test_an_import_that_a_full_disk_stops_says_what_is_stored_and_the_rest_comes_in_again(collection, monkeypatch):
    monkeypatch.setattr(importing, "BATCH_CHARACTERS", 200_000)
    items = [SavedArticle(f"Lock {n}.\n" + f"{n} words of the keeper. " * 5_000, title=f"Lock {n}") for n in range(20)]
    with collection.write() as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages + 400}")
    with pytest.raises(WriteFailed) as stopped:
        import_items(collection, items)
    stored = len(ids(collection))
    assert 0 < stored < 20
    assert str(stopped.value) == (
        f"The import stopped before its end: {collection.path}: database or disk is full; {stored} articles were "
        "stored and stay. Make room, then import the same again: what is there is known, and the rest comes in."
    )
    with collection.write() as db:
        db.execute("PRAGMA max_page_count = 1000000")
    assert counts(import_items(collection, items)) == (20 - stored, stored, 0, 0)
    assert not list(check(collection))


def test_a_text_that_many_outlets_have_is_known_again_of_each(collection):
    items = [SavedArticle(WIRE, outlet=f"Outlet {number}", path=f"/list.jsonl:{number}") for number in range(30)]
    assert counts(import_items(collection, items)) == (30, 0, 0, 0)
    again = [replace(item, path=f"/other.jsonl:{number}") for number, item in enumerate(reversed(items))]
    assert counts(import_items(collection, again)) == (0, 30, 0, 0)


def test_a_changed_file_is_a_new_version_of_its_article_though_the_outlet_was_corrected_by_hand(collection):
    saved = SavedArticle(WIRE, title="Locks", outlet="Norrin", path="/list.jsonl:1")
    import_items(collection, [saved])
    correct(collection, listed(collection)[0].uid, outlet="Norrin Wire", title="Locks of Tarn")
    changed = replace(saved, text=f"{WIRE} Nobody spoke against it.")
    assert counts(import_items(collection, [changed, replace(changed, outlet="Tarn Times")])) == (1, 0, 1, 0)
    assert {(row.title, row.outlet) for row in listed(collection)} == {
        ("Locks", "Tarn Times"),
        ("Locks of Tarn", "Norrin Wire"),
    }
