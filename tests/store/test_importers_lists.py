"""Feeds, newswire, web archives, tables and reading lists: each article, and a reason for each that is none."""

import functools
import http.server
import json
import threading
import zipfile
from pathlib import Path

import producers
import pytest
from made_files import ATOM, NEWSML, NITF, RSS, WORDS, WORDS_AS_LINES, warc

from store.importers import UnreadableFile, read
from store.model import SavedArticle, SavedHighlight
from store.samples import sample_paths


def items(path: Path, content: str | bytes) -> list[SavedArticle | UnreadableFile]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(path))


def articles(path: Path, content: str | bytes) -> list[SavedArticle]:
    return [item for item in items(path, content) if isinstance(item, SavedArticle)]


def reasons(path: Path, content: str | bytes) -> list[str]:
    return [str(item) for item in items(path, content) if isinstance(item, UnreadableFile)]


@pytest.mark.parametrize(("name", "content"), [("a.rss", RSS), ("a.atom", ATOM), ("feed", ATOM), ("a.xml", RSS)])
def test_feeds_give_their_articles(tmp_path, name, content):
    (found,) = articles(tmp_path / name, content)
    assert found.text.split("\n") == WORDS_AS_LINES
    assert found.title in ("Locks & ferries", "Locks")
    assert (found.outlet, found.author, found.url, found.published) == (
        "The Umber Herald",
        "Ivo Sandrel",
        "https://herald.example/locks",
        "2031-06-03",
    )


def test_what_a_feed_says_of_a_picture_is_not_the_article(tmp_path):
    picture = (
        "<media:title>A lock</media:title><media:description>Fog over the lock.</media:description>"
        "<media:content><media:credit>Photograph: Mara Denholt</media:credit></media:content>"
    )
    whole = "".join(f"<p>{line * 20}</p>" for line in WORDS_AS_LINES)
    feed = (
        '<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">'
        f"<channel><item>{picture}<excerpt:encoded>In short.</excerpt:encoded><title>Locks</title>"
        f"<description><![CDATA[{whole}]]></description></item></channel></rss>"
    )
    (found,) = articles(tmp_path / "a.rss", feed)
    assert found.title == "Locks"
    assert found.text.split("\n") == [" ".join((line * 20).split()) for line in WORDS_AS_LINES]


@pytest.mark.parametrize(
    ("kind", "title", "lines"),
    [
        ("", "Locks", ["If a"]),  # many forget to say that it is HTML
        ('type="text"', "<i>Locks</i>", ["If a<b, she said,", "the <i>locks</i> open."]),
        ('type="html"', "Locks", ["If a"]),
    ],
)
def test_what_atom_calls_text_is_no_html(tmp_path, kind, title, lines):
    words = "If a&lt;b, she said,\n the &lt;i>locks&lt;/i>  open." if "<i>" in title else "&lt;b>If a&lt;/b>"
    entry = f"<entry><title {kind}>&lt;i>Locks&lt;/i></title><content {kind}>{words}</content></entry>"
    (found,) = articles(tmp_path / "a.atom", f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>')
    assert (found.title, found.text.split("\n")) == (title, lines)


def test_atom_without_a_type_and_without_markup_is_plain(tmp_path):
    entry = "<entry><title>Locks</title><content>If a&lt;b, she said, they open.</content></entry>"
    (found,) = articles(tmp_path / "a.atom", f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>')
    assert found.text == "If a<b, she said, they open."


def test_an_entry_may_say_its_text_and_title_in_dublin_core(tmp_path):
    whole = "The locks will open, she said. " * 40
    feed = (
        '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><dc:title>Locks</dc:title>'
        f"<dc:description>{whole}</dc:description></item></channel></rss>"
    )
    (found,) = articles(tmp_path / "a.rss", feed)
    assert (found.title, found.text) == ("Locks", whole.strip())


def test_an_entry_that_is_a_summary_is_no_article(tmp_path):
    (reason,) = reasons(tmp_path / "a.rss", RSS)
    assert reason.startswith("Entry 2: it holds no article but a summary: save its page https://herald.example/ferries")


@pytest.mark.parametrize("content", [NITF, NEWSML], ids=["nitf", "newsml"])
def test_newswire(tmp_path, content):
    (found,) = articles(tmp_path / "a.xml", content)
    assert found.text.split("\n") == WORDS_AS_LINES
    assert (found.title, found.outlet, found.author, found.place, found.published, found.language) == (
        "Locks will open",
        "Norrin Wire",
        "Ivo Sandrel",
        "Veldmar",
        "2031-06-03",
        "en",
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (RSS[:300], "damaged XML"),
        (NITF[:450], "damaged XML"),
        ("<rss><channel/></rss>", "no entries"),
        ("<nitf><body/></nitf>", "no text"),
        ("<catalogue><book/></catalogue>", "XML of a kind that is not known"),
        (
            '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>',
            "defines entities",
        ),
        ("<rss>" + "<item>" * 100_000, "damaged XML"),
        (f"<rss>{'<item/>' * 10_001}</rss>", "more than 10,000 entries"),
    ],
    ids=["cut", "cut newswire", "empty", "no words", "other", "entities", "deep", "many"],
)
def test_xml_without_an_article_ends_in_a_reason(tmp_path, content, expected):
    (reason,) = reasons(tmp_path / "a.xml", content)
    assert expected in reason


@pytest.mark.parametrize("compressed", [True, False])
def test_the_pages_of_a_web_archive(tmp_path, compressed):
    one, failure, two = items(tmp_path / ("a.warc.gz" if compressed else "a.warc"), warc(compressed))
    assert isinstance(one, SavedArticle)
    assert one.text.split("\n") == ["The locks at Tarn will open in spring."] * 2
    assert one.url == "https://herald.example/one"
    assert str(failure).startswith("Page https://herald.example/empty: ")
    assert isinstance(two, SavedArticle)
    assert two.path.endswith(":3")


def test_the_archives_in_a_wacz_file(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/a.warc.gz", warc())
    assert [item.url for item in read(tmp_path / "a.wacz") if isinstance(item, SavedArticle)] == [
        "https://herald.example/one",
        "https://herald.example/two",
    ]


def test_a_web_archive_that_was_cut_short_gives_what_is_whole_and_a_reason(tmp_path):
    data = warc()
    one, *_, failure = items(tmp_path / "a.warc.gz", data[: len(data) - 200])
    assert isinstance(one, SavedArticle)
    assert isinstance(failure, UnreadableFile)


@pytest.mark.skipif(producers.WGET is None, reason="wget is not installed")
def test_what_wget_archived(tmp_path):
    sample = next(path for path in sample_paths() if path.name == "umber-herald-ferries.html")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(sample.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        producers.archive_site(f"http://127.0.0.1:{server.server_address[1]}/{sample.name}", tmp_path / "site")
        server.shutdown()
        thread.join()
    (expected,) = read(sample)
    found = [item for item in read(tmp_path / "site.warc.gz") if isinstance(item, SavedArticle)]
    assert isinstance(expected, SavedArticle)
    assert expected.text in [item.text for item in found]


TABLE = 'headline;body;newspaper;date\nLocks;"The locks will open.\nThe locks will open.";Herald;2031-06-03\nNone;;Herald;\n'


def test_a_table_whose_columns_are_known_or_mapped(tmp_path):
    path = tmp_path / "a.csv"
    article, failure = items(path, TABLE.encode("cp1252"))
    assert isinstance(article, SavedArticle)
    assert article.text == "The locks will open.\nThe locks will open."
    assert (article.title, article.outlet, article.published) == ("Locks", "Herald", "2031-06-03")
    assert str(failure).startswith("Row 3: there is no text")
    path.write_text("Überschrift\tWortlaut\nLocks\tThe locks will open.\n", encoding="utf-8-sig")
    (mapped,) = read(path, {"title": "Überschrift", "text": "Wortlaut"})
    assert isinstance(mapped, SavedArticle)
    assert (mapped.title, mapped.text) == ("Locks", "The locks will open.")
    (unknown,) = read(path, {"text": "Words"})
    assert "no column Words" in str(unknown)


def test_a_row_with_more_cells_than_columns_is_refused_and_blank_ones_do_no_harm(tmp_path):
    rows = "title,text\nLocks,They open, she said,,\nFerries,They sail.,,\n"
    failure, article = items(tmp_path / "a.csv", rows)
    assert str(failure).startswith("Row 2: it has more cells than the table has columns: put ")
    assert isinstance(article, SavedArticle)
    assert article.text == "They sail."
    pocket = "title,url,time_added,tags,status\nLocks, will open,https://herald.example/1,1,,unread\n"
    (failure,) = items(tmp_path / "pocket.csv", pocket)
    assert str(failure).startswith("Row 2: it has more cells")


def test_wallabag_articles(tmp_path):
    saved = {
        "id": 5,
        "title": "Locks",
        "url": "https://herald.example/locks",
        "content": WORDS,
        "language": "en",
        "domain_name": "herald.example",
        "published_by": ["Ivo Sandrel"],
        "published_at": "2031-06-03T06:40:00+0200",
        "created_at": "2031-06-04T06:40:00+0200",
        "annotations": [{"quote": "The locks", "text": "Since when?", "ranges": []}],
        "tags": ["river"],
    }
    article, link = items(tmp_path / "a.json", json.dumps([saved, {"url": "https://herald.example/x"}], indent=2))
    assert isinstance(article, SavedArticle)
    assert article.text.split("\n") == WORDS_AS_LINES
    assert (article.title, article.author, article.url, article.published) == (
        "Locks",
        "Ivo Sandrel",
        "https://herald.example/locks",
        "2031-06-03",
    )
    assert (article.saved, article.labels) == ("2031-06-04", ("river",))
    assert article.highlights == (SavedHighlight("The locks", "Since when?"),)
    assert isinstance(link, SavedArticle)
    assert (link.text, link.url) == ("", "https://herald.example/x")


def test_omnivore_export(tmp_path):
    saved = {
        "slug": "locks",
        "title": "Locks",
        "author": "Ivo",
        "url": "https://herald.example/l",
        "publishedAt": "2031-06-03",
        "savedAt": "2031-06-05T08:00:00.000Z",
        "labels": ["river", "trade"],
    }
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(
            "metadata_0_to_1.json", json.dumps([saved, {"slug": "../../gone", "url": "https://herald.example/g"}])
        )
        archive.writestr("content/locks.html", WORDS)
        archive.writestr(
            "highlights/locks.md",
            "> “Yes,” she\n> said. [⤴️](https://omnivore.example/1)\n\nto check\n\n> The locks at Tarn\n",
        )
    article, link = read(tmp_path / "a.zip")
    assert isinstance(article, SavedArticle)
    assert article.text.split("\n") == WORDS_AS_LINES
    assert (article.title, article.published) == ("Locks", "2031-06-03")
    assert (article.saved, article.labels) == ("2031-06-05", ("river", "trade"))
    assert article.highlights == (SavedHighlight("“Yes,” she said.", "to check"), SavedHighlight("The locks at Tarn"))
    assert isinstance(link, SavedArticle)
    assert (link.text, link.url) == ("", "https://herald.example/g")


def test_a_list_without_an_article_says_so(tmp_path):
    for name, content in (("a.csv", "title,text\n"), ("a.jsonl", "\n" * 70_000 + "\n"), ("a.warc", "WARC/1.0\r\n\r\n")):
        assert len(reasons(tmp_path / name, content)) == 1


@pytest.mark.parametrize("content", ["[{", '{"a": 1}', "[[[" * 50_000 + '{"', "[]"])
def test_json_without_articles_ends_in_a_reason(tmp_path, content):
    assert len(reasons(tmp_path / "a.json", content)) == 1


def test_a_web_archive_of_records_without_a_page_is_given_up(tmp_path):
    record = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    (reason,) = reasons(tmp_path / "a.warc", record * 20_100)
    assert "more than 20,000 records in a row are no pages" in reason
