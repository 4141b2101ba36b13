"""Saved pages: what is taken out of them, that nothing is lost, and that hostile ones end in a reason."""

import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.importers import UnreadableFile, child, find_files, read, sandbox
from store.model import SavedArticle

PARAGRAPHS = [
    "Chancellor Ilse Taverne of Norrin came to the Sutherian capital for the river conference.",
    "Both leaders recalled their talks of last winter and the 8-point plan for the shared waterways.",
    "“We settled more than I had hoped. If the two ministries keep their word, the locks will open,” she said.",
    "Ambassador Pell Orrin told reporters that work on every point goes on.",
    "Trade is to reach $2 billion within three years, and should pass the $900 million mark by December.",
]


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def paragraphs(words: list[str]) -> str:
    return "".join(f"<p>{line}</p>\n" for line in words)


def one(folder: Path, content: str | bytes, name: str = "page.html") -> SavedArticle | UnreadableFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (item,) = read(path)
    return item


def article(folder: Path, content: str | bytes) -> SavedArticle:
    item = one(folder, content)
    assert isinstance(item, SavedArticle), item
    return item


def test_what_a_page_says_about_its_article_is_kept(tmp_path):
    head = (
        "<title>Locks will open | The Umber Herald</title>"
        '<meta property="og:title" content="Locks will open">'
        '<meta property="og:site_name" content="The Umber Herald">'
        '<meta name="author" content="Ivo Sandrel">'
        '<meta property="article:published_time" content="2024-06-05T06:40:00+02:00">'
        '<link rel="canonical" href="https://umberherald.example/locks">'
    )
    found = article(tmp_path, page(f"<article><h1>Locks will open</h1>{paragraphs(PARAGRAPHS)}</article>", head))
    assert (found.title, found.outlet, found.author) == ("Locks will open", "The Umber Herald", "Ivo Sandrel")
    assert (found.url, found.published, found.published_precision, found.language) == (
        "https://umberherald.example/locks",
        "2024-06-05",
        "day",
        "en",
    )
    assert found.extractor.startswith("trafilatura ")
    assert found.text.split("\n") == ["Locks will open", *PARAGRAPHS]


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Locks",'
        '"datePublished": "2024-06-05T06:40:00+02:00", "author": {"@type": "Person", "name": "Ivo Sandrel"},'
        '"publisher": {"@type": "Organization", "name": "The Umber Herald"}, "mainEntityOfPage": "https://herald.example/l"}'
        '</script><link rel="canonical" href="https://herald.example/l">',
        '<meta name="DC.title" content="Locks"><meta name="DC.creator" content="Ivo Sandrel"><meta name="DC.publisher" '
        'content="The Umber Herald"><meta name="DC.date.issued" content="2024-06-05">'
        '<link rel="canonical" href="https://herald.example/l">',
        '<meta property="og:title" content="Locks"><meta property="og:site_name" content="The Umber Herald">'
        '<meta property="og:url" content="https://herald.example/l"><meta property="article:author" content="Ivo Sandrel">'
        '<meta property="article:published_time" content="2024-06-05T06:40:00Z">',
    ],
    ids=["schema.org", "Dublin Core", "OpenGraph"],
)
def test_metadata_of_every_usual_kind_are_read(tmp_path, head):
    found = article(tmp_path, page(f"<article>{paragraphs(PARAGRAPHS)}</article>", head))
    assert (found.title, found.outlet, found.author, found.url, found.published) == (
        "Locks",
        "The Umber Herald",
        "Ivo Sandrel",
        "https://herald.example/l",
        "2024-06-05",
    )


@pytest.mark.parametrize(
    "comment",
    [
        "<!--\n Page saved with SingleFile \n url: https://herald.example/locks \n saved date: Mon Jun 02 2031\n-->",
        "<!-- saved from url=(0029)https://herald.example/locks -->",
    ],
    ids=["SingleFile", "browser"],
)
def test_where_a_page_was_saved_from_is_its_address_if_it_names_none(tmp_path, comment):
    content = page(f"<article>{paragraphs(PARAGRAPHS)}</article>").replace("<head>", f"{comment}<head>")
    assert article(tmp_path, content).url == "https://herald.example/locks"


def test_pictures_inside_a_page_do_not_count_as_its_length(tmp_path):
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 600_000}'>"
    found = article(tmp_path, page(f"<article>{picture * 4}{paragraphs(PARAGRAPHS)}</article>"))
    assert found.text.split("\n") == PARAGRAPHS


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path):
    for name in ("Locks.html", "Locks_files/ad.html", "Ferries_files/note.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page(paragraphs(PARAGRAPHS)))
    assert [path.name for path in find_files([tmp_path])] == ["Locks.html", "note.html"]


@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=12),
    st.sampled_from(["article", "div", "main", "section"]),
)
@settings(max_examples=25, deadline=None)
def test_any_order_of_paragraphs_comes_out_as_it_went_in(tmp_path_factory, words, frame):
    found = article(tmp_path_factory.getbasetemp(), page(f"<{frame}>{paragraphs(words)}</{frame}>"))
    assert found.text.split("\n") == words


def test_a_dateline_in_the_page_gives_place_outlet_and_day(tmp_path):
    lead = "VELDMAR, 3 June 2024 (Norrin Wire) – " + PARAGRAPHS[0]
    found = article(tmp_path, page(f"<article><h1>Locks will open</h1>{paragraphs([lead, *PARAGRAPHS[1:]])}</article>"))
    assert (found.place, found.outlet, found.published) == ("VELDMAR", "Norrin Wire", "2024-06-03")


@pytest.mark.parametrize(
    "order",
    [[0, 1, 2, 3, 4] * 2, [0, 0, 1, 1, 2, 2], [0, 1, 2, 2, 2, 3], [3, 3, 3], [0, 1, 2, 3, 4] * 3],
    ids=["second half repeats", "each at once", "thrice at once", "one alone", "three times"],
)
@pytest.mark.parametrize(
    "frame",
    [
        "<article><h1>Title of it</h1>{}</article>",
        "<div class='story'>{}</div>",
        "{}",
        "<main><section>{}</section></main>",
        "<table><tr><td>{}</td></tr></table>",
    ],
    ids=["article", "div", "bare", "section", "table"],
)
def test_no_paragraph_is_lost_because_it_repeats(tmp_path, order, frame):
    words = [PARAGRAPHS[n] for n in order]
    text = article(tmp_path, page(frame.format(paragraphs(words)))).text
    assert re.findall("|".join(map(re.escape, PARAGRAPHS)), text) == words


@pytest.mark.parametrize("lines_end", ["<br><br>", "<br>\n<br />", "</p><p>"])
def test_an_article_in_a_column_of_a_table_keeps_its_paragraphs_and_leaves_the_menu(tmp_path, lines_end):
    words = PARAGRAPHS + PARAGRAPHS[:2]
    menu = "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(PARAGRAPHS * 4))
    row = f"<td width='20%'><ul>{menu}</ul></td><td><h1>Locks will open</h1><p>{lines_end.join(words)}</p></td>"
    found = article(tmp_path, page(f"<table><tr>{row}</tr></table>"))
    assert found.text.split("\n") == ["Locks will open", *words]


def test_a_table_of_figures_keeps_its_rows(tmp_path):
    rows = "<tr><th>Year</th><th>Tons</th></tr><tr><td>2021</td><td>3,000</td></tr><tr><td>2022</td><td></td></tr>"
    found = article(tmp_path, page(f"<article>{paragraphs(PARAGRAPHS)}<table>{rows}</table></article>"))
    assert found.text.split("\n") == [*PARAGRAPHS, "Year | Tons", "2021 | 3,000", "2022 |"]


def test_short_words_stay_where_they_stand(tmp_path):
    body = f"<h1>Locks open</h1>{paragraphs(PARAGRAPHS[:2])}<h2>Why</h2>"
    items = "<ul><li>Grain</li><li>Timber</li></ul>"
    found = article(tmp_path, page(f"<article>{body}{paragraphs(PARAGRAPHS[2:])}{items}</article>"))
    assert found.text.split("\n") == ["Locks open", *PARAGRAPHS[:2], "Why", *PARAGRAPHS[2:], "Grain", "Timber"]


def test_repeats_in_lists_quotations_and_line_breaks_stay(tmp_path):
    body = (
        f"<article><h1>Title of it</h1><p>{PARAGRAPHS[2]}</p><blockquote>{PARAGRAPHS[2]}</blockquote>"
        f"<ul><li>{PARAGRAPHS[3]}</li><li>{PARAGRAPHS[3]}</li></ul><div>{PARAGRAPHS[4]}<br>{PARAGRAPHS[4]}</div></article>"
    )
    text = article(tmp_path, page(body)).text
    assert [text.count(PARAGRAPHS[n]) for n in (2, 3, 4)] == [2, 2, 2]


def test_short_answers_that_repeat_stay(tmp_path):
    turns = [f"<p>{line}</p>" for line in ("Will the locks open?", "Yes.", "Will they open in May?", "Yes.")]
    assert article(tmp_path, page("<article>" + "".join(turns) + "</article>")).text.split("\n").count("Yes.") == 2


def test_a_page_in_windows_1251_is_read_by_what_it_declares(tmp_path):
    words = ["Порт Сельморы примет первые крупные баржи до ледостава, заявила капитан порта."] * 2
    content = page(f"<article>{paragraphs(words)}</article>").replace("utf-8", "windows-1251").encode("cp1251")
    assert article(tmp_path, content).text.split("\n") == words


@pytest.mark.parametrize("label", ["iso-8859-1", "Latin1"])
def test_a_page_that_names_a_smaller_encoding_keeps_its_quotation_marks(tmp_path, label):
    words = ["“No café at the locks – none,” said the captain’s deputy, Ivo Sandrel of the port of Selmora."] * 2
    whole = page(f"<article>{paragraphs([*words, 'Or so.'])}</article>").replace("utf-8", label).encode("cp1252")
    content = whole.replace(b"Or so.", b"Or so\x9d.")  # a byte that Windows-1252 has no sign for
    assert article(tmp_path, content).text.split("\n") == [*words, "Or so\x9d."]


def test_the_signs_that_number_paragraphs_do_not_alter_a_text_that_has_them(tmp_path):
    words = [f"{line} \U00013000 and \U0001300012\U00013000 stand in it." for line in PARAGRAPHS]
    assert article(tmp_path, page(f"<article>{paragraphs(words)}</article>")).text.split("\n") == words


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (page(""), "No article"),
        ("<!-- a page --><html", "cut short"),
        ("<html><!-- nothing --></html>", "No article"),
        (page("<script>let x = 'no words of an article'</script>"), "No article"),
        (page(f"<article>{paragraphs(PARAGRAPHS)}")[:-60] + '<p class="x', "cut short"),
        (f"<html><body><article>{paragraphs(PARAGRAPHS)}<p>Half a sent", "cut short"),
        (page(paragraphs(PARAGRAPHS)).encode()[:420] + "é".encode()[:1], "middle of a character"),
        (page("<p>a\0b</p>").encode(), "NUL"),
        (page("<div>" * 200_000 + paragraphs(PARAGRAPHS)), "nested too deep"),
        (page("<b>" * 200_000 + paragraphs(PARAGRAPHS)), "nested too deep"),
        (page("<table><tr><td>" * 20_000 + paragraphs(PARAGRAPHS)), "nested too deep"),
        (page("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">x</p>{paragraphs(PARAGRAPHS)}"), "too long"),
        (page(paragraphs(["word one two three"]) * 300_000), "too long to read"),
        (page(f"<p>{'word ' * 3_000_000}</p>"), "parts too long"),
        (page("<p>words</p>" * 1_500_000), "longer than 16 MB"),
    ],
    ids=[
        "empty",
        "begun",
        "comment",
        "script",
        "in a tag",
        "no end",
        "in a character",
        "nul",
        "deep blocks",
        "deep inline",
        "deep tables",
        "attributes",
        "paragraphs",
        "one text",
        "size",
    ],
)
def test_a_page_without_a_whole_article_ends_in_a_reason(tmp_path, monkeypatch, content, reason):
    monkeypatch.setattr(sandbox, "CPU_SECONDS", 2)
    failure = one(tmp_path, content)
    assert isinstance(failure, UnreadableFile)
    assert reason in str(failure)
    assert article(tmp_path, page(f"<article>{paragraphs(PARAGRAPHS)}</article>")).text.endswith(PARAGRAPHS[-1])


def test_entities_neither_grow_nor_read_files(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("do not tell")
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    doctype = f'<!DOCTYPE html [<!ENTITY a0 "ten letters"><!ENTITY x SYSTEM "file://{secret}">{entities}]>'
    found = article(tmp_path, f"{doctype}<html><body><p>&x; &a19;</p>{paragraphs(PARAGRAPHS)}</body></html>")
    assert "do not tell" not in found.text
    assert len(found.text) < 2_000


def test_nothing_that_a_page_names_is_fetched(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        head = f'<base href="{address}"><link rel="stylesheet" href="{address}/a.css">'
        frames = f'<img src="{address}/b.png"><iframe src="{address}"></iframe>'
        article(tmp_path, page(frames + paragraphs(PARAGRAPHS), head))
        with pytest.raises(TimeoutError):
            server.accept()


def test_while_a_file_is_read_nothing_else_can_be_opened(tmp_path):
    (tmp_path / "named").write_text("secret")
    program = (
        "import codecs, os, socket, subprocess, sys\n"
        "from store.importers.child import _Guard\n"
        "guard = _Guard()\n"
        "guard.on = True\n"
        "attempts = (lambda: open(sys.argv[1]), lambda: open('/etc/hostname'), lambda: os.open(sys.argv[1], os.O_RDONLY),\n"
        "    lambda: open(sys.argv[1] + '.new', 'w'), socket.socket, lambda: subprocess.run(['true']), lambda: os.system('true'),\n"
        "    lambda: codecs.lookup('cp862'), lambda: __import__('colorsys'))\n"
        "for attempt in attempts:\n"
        "    try:\n"
        "        attempt()\n"
        "        print('open')\n"
        "    except PermissionError:\n"
        "        print('shut')\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "named")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["shut"] * 7 + ["open"] * 2


def test_pages_share_one_child_and_two_threads_use_two(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(f"<article>{paragraphs(PARAGRAPHS)}</article>"))
    sandbox._end_all()
    for _ in range(3):
        assert len(list(read(path))) == 1
    assert len(sandbox._idle) == 1
    texts: list[str] = []

    def many() -> None:
        for _ in range(20):
            texts.extend(item.text for item in read(path) if isinstance(item, SavedArticle))

    threads = [threading.Thread(target=many) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 40
    assert len(set(texts)) == 1
    assert len(sandbox._idle) <= 2


def test_a_child_that_was_killed_is_replaced(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(f"<article>{paragraphs(PARAGRAPHS)}</article>"))
    list(read(path))
    for idle in sandbox._idle:
        idle._process.kill()
        idle._process.wait()
    (item,) = read(path)
    assert isinstance(item, SavedArticle)


def test_many_pages_are_numbered_back_to_clean_text(tmp_path):
    found = article(tmp_path, page(f"<article>{paragraphs(PARAGRAPHS * 8)}</article>"))
    assert not re.search("[\U00013000-\U0001342f]", found.text)


def test_a_library_that_is_missing_is_named_with_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "store.importers.pdf", raising=False)
    asked = {"kind": "pdf", "path": b"a.pdf".hex(), "seconds": 5}
    with (tmp_path / "a.pdf").open("wb+") as file:
        (answer,) = child._answers(asked, file, child._Guard())
    assert "pypdfium2" in answer["what"]
    assert "pip install" in answer["hint"]


@pytest.mark.parametrize("control", ["\x0b", "\x0c", "\x02", "\x1e", "&#11;", "&#x2;", "&#x1b;", "&#xFFFE;", "\uffff"])
def test_a_character_that_xml_cannot_hold_becomes_a_blank(tmp_path, control):
    head = f'<title>Locks</title><meta name="author" content="Ivo{control}Sandrel">'
    body = f'{paragraphs(PARAGRAPHS[:2])}<p title="{control}">Every{control}lock opens, they say.{control}</p>{control}'
    found = article(tmp_path, page(f"<article>{body}{paragraphs(PARAGRAPHS[2:])}</article>", head))
    assert found.text.split("\n") == [*PARAGRAPHS[:2], "Every lock opens, they say.", *PARAGRAPHS[2:]]
    assert found.author == "Ivo Sandrel"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2131-04-09T08:00:00+02:00">',
        '<meta name="dcterms.issued" content="2131-04-09">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2131-04-09T08:00Z"}</script>',
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "datePublished": "2131-04-09T08:00Z"}</script>',
    ],
)
def test_a_day_after_today_is_taken_as_a_page_declares_it(tmp_path, head):
    dated = '<p>Updated <time datetime="2024-01-02">2 January 2024</time></p>'
    found = article(tmp_path, page(f"<article><h1>Locks will open</h1>{dated}{paragraphs(PARAGRAPHS)}</article>", head))
    assert (found.published, found.published_precision) == ("2131-04-09", "day")
