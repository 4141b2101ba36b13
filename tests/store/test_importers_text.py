"""Plain text and Markdown: read as they stand, in any encoding; whatever is no text ends in a reason."""

import bz2
import lzma
import os
import socket
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.importers import LARGEST, UnreadableFile, find_files, read
from store.importers.details import read_date
from store.importers.failure import UnreadableFile as Failure
from store.importers.markdown import read as read_markdown
from store.importers.text import read as read_text
from store.model import SavedArticle

ARTICLES = Path(__file__).parents[1] / "articles"


def one(path: Path) -> SavedArticle | UnreadableFile:
    (item,) = read(path)
    return item


def article(path: Path) -> SavedArticle:
    item = one(path)
    assert isinstance(item, SavedArticle), item
    return item


def written(folder: Path, content: str | bytes, name: str = "saved.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_wire_article_without_headline_and_year():
    found = article(ARTICLES / "veldmar-talks.txt")
    assert found.text == (ARTICLES / "veldmar-talks.txt").read_text(encoding="utf-8")
    assert (found.place, found.outlet, found.published_precision) == ("VELDMAR", "Norrin Wire", "day")
    assert found.published.endswith("-06-03")
    assert found.title == "Chancellor Ilse Taverne of Norrin is holding talks with President Oskar Belun…"


def test_a_year_that_nothing_tells_is_left_open(tmp_path):
    text = "VELDMAR, 3 June (Norrin Wire) – The plan of 1987 was never published, the chancellor said.\n"
    found = article(written(tmp_path, text))
    assert (found.published, found.published_precision) == ("--06-03", "day")


def test_a_year_in_the_text_or_the_dateline_is_taken(tmp_path):
    said = "VELDMAR, 3 June (Norrin Wire) – The meeting began on 3 June 2019, the chancellor said.\n"
    assert article(written(tmp_path, said)).published == "2019-06-03"
    assert article(written(tmp_path, said.replace("3 June (", "3 June 2017 ("))).published == "2017-06-03"


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("norrin-wire-2024-06-03.txt", "2024-06-03"),
        ("20240603_norrin.txt", "2024-06-03"),
        ("norrin-wire-2024-06-04.txt", "--06-03"),  # the day of saving, perhaps
        ("norrin-wire-2094-06-03.txt", "--06-03"),
        ("120240603.txt", "--06-03"),
        ("03-06-2024-story.txt", "2024-06-03"),
        ("story 03.06.2024.txt", "2024-06-03"),
        ("story_3_6_2024.txt", "2024-06-03"),
        ("06-03-2024.txt", "2024-06-03"),  # as Americans write it
        ("06.03.2024.txt", "--06-03"),  # nobody writes the month first with points
        ("03-06.2024.txt", "--06-03"),
        ("103-06-2024.txt", "--06-03"),
        ("03-06-20241.txt", "--06-03"),
        ("03-06-2094.txt", "--06-03"),
    ],
)
def test_a_date_in_the_files_name_tells_the_year_of_the_same_day(tmp_path, name, published):
    text = "VELDMAR, 3 June (Norrin Wire) – The plan of 1987 was never published, the chancellor said.\n"
    assert article(written(tmp_path, text, name)).published == published


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Locks will open in May\n\nThe chancellor said so.\n", "Locks will open in May"),
        ("\n\n  Locks   will open\t in May  \nBy Ivo Sandrel\n", "Locks will open in May"),
        ("Will the locks open?\nNobody knows.\n", "Will the locks open?"),
        ("The locks will open in May.\nNobody knows when.\n", "The locks will open in May."),
        ("A word", "A word"),
        ("word " * 60 + "\nmore\n", "word " * 15 + "word…"),
        ("Шлюзы откроют\n\nТАРН, 7 июня. /Вести/. Так сказали.\n", "Шлюзы откроют"),
        ("水" * 300, "水" * 80 + "…"),
    ],
)
def test_the_headline_is_the_first_line_or_the_opening_words(tmp_path, text, title):
    assert article(written(tmp_path, text)).title == title


OPENED = "\n\nThe bridge at Tarn was opened on Monday.\n"


@pytest.mark.parametrize(
    ("above", "outlet", "published"),
    [
        ("Bridge opens\nHarrow Review\nJune 10, 2025", "Harrow Review", "2025-06-10"),
        ("Bridge opens\nHarbour Herald\n2025-08-17", "Harbour Herald", "2025-08-17"),
        ("Bridge opens\n\nLake Wire\n\nDate: 2025-08-14", "Lake Wire", "2025-08-14"),
        ("Bridge opens\nThe Morning Ledger, 12 March 2025", "The Morning Ledger", "2025-03-12"),
        ("Bridge opens\n*The Morning Ledger*, 12 March 2025", "The Morning Ledger", "2025-03-12"),
        ("Bridge opens\nBy Ann Lee\nHarbour Herald | Sunday, 17 Aug. 2025", "Harbour Herald", "2025-08-17"),
        ("Bridge opens\n2025-03-12, The Morning Ledger", "The Morning Ledger", "2025-03-12"),
        ("Bridge opens\n3 May 2025 – Harbour Wire", "Harbour Wire", "2025-05-03"),
        ("Bridge opens\n3 May 2025 10:15 CEST | Harbour Wire", "Harbour Wire", "2025-05-03"),
        ("Bridge opens\n3 May 2025 - World Health Day", "", ""),
        ("Bridge opens\nConcert, 3 May 2025, 19:30", "", ""),
        ("Bridge opens\nHarrow Review\nPublished: 12 March 2025, 10:15 GMT", "Harrow Review", "2025-03-12"),
        ("Bridge opens\nPosted on March 12, 2025 at 9:05 p.m. | Harrow Review", "Harrow Review", "2025-03-12"),
        ("Bridge opens\nPublished: 12 March 2025\nUpdated: 14 March 2025", "", "2025-03-12"),
        ("Bridge opens\n2025-03-12 is the day of the Harbour Wire", "", ""),
        ("Bridge opens\n12 March 2025, Harrow", "", ""),
        ("Открыт мост\nВести Умбера\nвторник, 10 июня 2025", "Вести Умбера", "2025-06-10"),
        ("Bridge opens\nAnn Lee\nTuesday, 10 June 2025", "", "2025-06-10"),
        ("Bridge opens\nHundreds cheer the new crossing\n10.06.2025", "", "2025-06-10"),
        ("Bridge opens\nHarrow, 10 June 2025", "", "2025-06-10"),
        ("Bridge opens\n10 June 2025", "", "2025-06-10"),
        ("Bridge opens\nHarrow Review\n2025-02-30", "", ""),
        ("Bridge opens\nHarrow Review\n06/10/2025", "", ""),
        ("Bridge opens\nHarrow Review\nJune 2025", "", ""),
        ("Bridge opens\nin the night of June 10, 2025", "", ""),
        ("The bridge, closed for years, is open.\nJune 10, 2025", "", ""),
        ("How it came\n2025-06-10\nThe bill is read.\n2025-06-12\nIt is law.", "", ""),
        ("Bridge to open by\nBy June 10, 2025", "", ""),
        ("Bridge Day, 10 June 2025", "", ""),
    ],
)
def test_a_day_that_stands_alone_above_the_text_is_that_of_publishing(tmp_path, above, outlet, published):
    found = article(written(tmp_path, above + OPENED))
    assert (found.outlet, found.published) == (outlet, published)
    assert found.title == above.partition("\n")[0] or above.startswith("The bridge,")
    assert found.published_precision == ("day" if published else "none")


@pytest.mark.parametrize(
    ("first", "outlet"),
    [
        ("Calder Gazette, 2025-03-08", "Calder Gazette"),
        ("**Calder Gazette** | 2025-03-08", "Calder Gazette"),
        ("2025-03-08, Calder Gazette", "Calder Gazette"),
        ("\n  The Voice of Tarn | 8 March 2025, 10:15", "The Voice of Tarn"),
        ("March 8, 2025", ""),
        ("Xinhua\n8 March 2025", "Xinhua"),
        ("  Reuters\n\nMarch 8, 2025, 10:15", "Reuters"),
    ],
)
def test_a_day_on_the_first_line_is_that_of_publishing_and_the_headline_follows(tmp_path, first, outlet):
    found = article(written(tmp_path, f"{first}\n\nBridge opens{OPENED}"))
    assert (found.title, found.outlet, found.published) == ("Bridge opens", outlet, "2025-03-08")
    found = article(written(tmp_path, f"{first}\n\nTARN, 7 March (Norrin Wire) – The bridge was opened.\n"))
    assert (found.title, found.place, found.published) == ("The bridge was opened.", "TARN", "2025-03-08")


def test_a_first_line_that_is_no_agency_is_the_title_above_a_day(tmp_path):
    for first in ("Harrow", "Trade War Shakes the World", "Xinhua opens an office"):
        assert article(written(tmp_path, f"{first}\n8 March 2025\n\nBridge opens{OPENED}")).title == first
    assert article(written(tmp_path, f"Xinhua\n\nBridge opens{OPENED}")).title == "Xinhua", "no day tells what it is"


@pytest.mark.parametrize("first", ["World Health Day, 7 April 2025", "Harrow, 10 June 2025", "Bridge Day, 2025-06-10"])
def test_a_headline_with_a_day_stays_one(tmp_path, first):
    found = article(written(tmp_path, first + OPENED))
    assert (found.title, found.outlet, found.published) == (first, "", "")


@pytest.mark.parametrize(
    "line", ["*Lake Wire, 2025-06-03*", "**Lake Wire**\n\n_3 June 2025_", "_Lake Wire_ · 2025-06-03"]
)
def test_a_day_below_a_markdown_heading_is_that_of_publishing(tmp_path, line):
    found = article(written(tmp_path, f"# Bridge opens\n\n{line}{OPENED}", "note.md"))
    assert (found.title, found.outlet, found.published) == ("Bridge opens", "Lake Wire", "2025-06-03")


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("PRESS RELEASE | 20 February 2031 | For immediate release\n\nBridge opens", "2031-02-20"),
        ("House of Deputies of Calder: Official Report, 14 June 2025\n\nThe House met at ten", "2025-06-14"),
        ("# Bridge opens\n\n*Commentary by Ann Lee — 9 April 2031*", "2031-04-09"),
        ("Bridge opens\nStatement by the council · April 9, 2031", "2031-04-09"),
        ("Bridge opens\nOfficial Report, 14 June 2025 – 16 June 2025", ""),
        ("Bridge opens\nNext report: 14 June 2025", ""),
        ("Bridge opens\nPress release | 14 June", ""),
        ("Bridge opens\nReport on the fall of 14 June 2025", ""),
        ("Bridge opens\nThe report, 31 June 2025", ""),
        ("The bridge, closed for years, is open.\nOfficial Report, 14 June 2025", ""),
        ("Bridge opens\nA\nB\nC\nD\nE\nOfficial Report, 14 June 2025", ""),
    ],
)
def test_a_line_that_names_a_document_and_one_day_tells_the_day_of_publishing(tmp_path, above, published):
    assert article(written(tmp_path, above + OPENED)).published == published


@pytest.mark.parametrize(
    ("line", "author", "outlet", "place", "published"),
    [
        ("By Tilda Garrow", "Tilda Garrow", "", "", ""),
        ("By DARNELL OKUM", "DARNELL OKUM", "", "", ""),
        ("By Ximena de Otxa and Bo Roe", "Ximena de Otxa and Bo Roe", "", "", ""),
        ("By Ximena Otxa, The Calder Tribune, 22 May 2026", "Ximena Otxa", "The Calder Tribune", "", "2026-05-22"),
        ("BY TILDA GARROW | Political Editor | May 22, 2026", "TILDA GARROW", "", "", "2026-05-22"),
        ("From our correspondent in Sankt Aurel, 9 February 2027", "", "", "Sankt Aurel", "2027-02-09"),
        ("PORT ELSWICK, Thursday, May 14, 2026", "", "", "PORT ELSWICK", "2026-05-14"),
        ("VICTORIA, 14 May 2026", "", "", "VICTORIA", "2026-05-14"),
        ("VICTORIA GARROW, 14 May 2026", "", "", "", "2026-05-14"),
        ("By Lake Tarn, the crowds have gone", "", "", "", ""),
        ("By the end of it", "", "", "", ""),
        ("By Tilda Garrow and others.", "", "", "", ""),
        ("MINISTRY OF WORKS, 14 May 2026", "", "", "", "2026-05-14"),
    ],
)
def test_a_byline_tells_who_wrote_where_for_whom_and_when(tmp_path, line, author, outlet, place, published):
    found = article(written(tmp_path, f"Bridge opens\n{line}{OPENED}"))
    assert (found.title, found.author, found.outlet) == ("Bridge opens", author, outlet)
    assert (found.place, found.published) == (place, published)


@pytest.mark.parametrize("first", ["PRESS RELEASE | 14 April 2026", "Statement, 14 April 2026", "LEST, 14 April 2026"])
def test_a_first_line_of_a_kind_of_document_or_a_place_and_a_day_is_no_title(tmp_path, first):
    found = article(written(tmp_path, f"{first}\n\nBridge opens{OPENED}"))
    assert (found.title, found.published, found.outlet) == ("Bridge opens", "2026-04-14", "")


def test_the_mark_of_a_heading_is_no_part_of_a_title(tmp_path):
    assert article(written(tmp_path, f"## The Price of a Pledge{OPENED}")).title == "The Price of a Pledge"
    assert article(written(tmp_path, f"#Pledges and prices{OPENED}")).title == "#Pledges and prices"


def test_what_a_file_says_of_itself_wins_over_the_day_above_its_text(tmp_path):
    given = "---\noutlet: The Umber Herald\npublished: 2025-06-01\n---\n# Bridge opens\n\n*Lake Wire, 2025-06-03*"
    found = article(written(tmp_path, given + OPENED, "note.md"))
    assert (found.outlet, found.published) == ("The Umber Herald", "2025-06-01")


def test_a_dateline_gives_the_place_where_the_day_of_publishing_stands_above_it(tmp_path):
    above = "Bridge opens\nHarrow Review\nJune 11, 2025\n\nTARN, 10 June (Norrin Wire) – The bridge was opened.\n"
    found = article(written(tmp_path, above))
    assert (found.outlet, found.place, found.published) == ("Harrow Review", "TARN", "2025-06-11")


@pytest.mark.parametrize(
    ("above", "outlet", "published"),
    [
        ("Bridge opens\n\nBorn\n3 October 1990\n\nHe spoke.\n", "", ""),
        ("Minutes\nCouncil of Tarn\n\nNext meeting\n5 May 2031\n\nThe council met.\n", "", ""),
        ("Bridge opens\n\nPolitics\n11 June 2025\n\nIt opened.\n", "", "2025-06-11"),
        ("Bridge opens\n\nPekka Virtanen, 11 June 2025\n\nIt opened.\n", "", "2025-06-11"),
        ("TARN, June 10, 2025 (Norrin Wire) - “It opens.”\n\n11 June 2031\n\nMore.\n", "Norrin Wire", "2025-06-10"),
    ],
)
def test_what_only_looks_like_an_imprint_tells_no_outlet_and_no_day(tmp_path, above, outlet, published):
    found = article(written(tmp_path, above))
    assert (found.outlet, found.published) == (outlet, published)


def test_front_matter_and_heading_say_what_a_markdown_article_is():
    path = ARTICLES / "veldmar-gauge.md"
    found = article(path)
    assert found.text == path.read_text(encoding="utf-8")
    assert found.title == "Gauge at Tarn: first of twelve points is done"
    assert (found.outlet, found.author, found.language) == ("The Umber Herald", "Ivo Sandrel, Lisbet Omme", "en")
    assert (found.place, found.published) == ("TARN", "2031-11-19")
    assert found.url == "https://umberherald.example/gauge?utm_source=letter"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Locks *will* open\n\nText.\n", "Locks will open"),
        ("Locks will open\n===============\n\nText.\n", "Locks will open"),
        ("# Lock no. 1 # of 2 \n\nText.\n", "Lock no. 1 # of 2"),
        ("Lock #\n======\n\nText.\n", "Lock #"),
        ("Some words first.\n\n## [Locks](https://x.example) open ##\n\nText.\n", "Locks open"),
        ("---\nnot front matter\n\nText and more.\n", "---"),
        (
            "---\ntitle: >\n  Locks will\n\n  open: in May\noutlet: Herald\n---\nText and more.\n",
            "Locks will open: in May",
        ),
        ("---\ntitle: |-2 # as set\n  Locks\n  open\n---\nText and more.\n", "Locks open"),
        ('---\ntitle: "Locks\n  will open"\n---\nText and more.\n', "Locks will open"),
        ("---\ntitle: > 2 locks\n---\nText and more.\n", "> 2 locks"),
        ("---\ntitle: 'It''s open'\n---\nText and more.\n", "It''s open"),
        ("Locks will open\n\nText.\n", "Locks will open"),
    ],
)
def test_the_title_of_markdown(tmp_path, text, title):
    found = article(written(tmp_path, text, "note.md"))
    assert found.title == title
    assert found.text == text


WORDS = st.lists(st.text("abZé:#-|>1", min_size=1), min_size=1, max_size=6)


@given(WORDS, st.sampled_from([">", "|", ">-", "|2+", "|  # set so"]))
@settings(max_examples=50)
def test_a_title_folded_over_lines_is_one_line(words, mark):
    below = "".join(f"  a{word}\n" for word in words)
    text = f"---\ntitle: {mark}\n{below}by: Ivo Sandrel\n---\nThe locks will open.\n"
    found = read_markdown(text, Path("a.md"), "")
    assert (found.title, found.author) == (" ".join(f"a{word}" for word in words), "Ivo Sandrel")


@pytest.mark.parametrize(
    ("written_as", "day"),
    [
        ("2031-11-19", ("2031-11-19", "day")),
        ("2031-11-19T23:59:00-05:00", ("2031-11-19", "day")),
        ("2031-11-19 08:30", ("2031-11-19", "day")),
        ("2031-11", ("2031-11", "month")),
        ("2031", ("2031", "year")),
        ("--11-19", ("--11-19", "day")),
        ("Wed, 19 Nov 2031 08:30:00 +0100", ("2031-11-19", "day")),
        ("19 November 2031", ("2031-11-19", "day")),
        ("November 2031", ("2031-11", "month")),
        ("Tuesday, June 3, 2031", ("2031-06-03", "day")),
        ("Tue, 3 Jun 2031", ("2031-06-03", "day")),
        ("mardi 3 juin 2031", ("2031-06-03", "day")),
        ("03.06.2031 14:20", ("2031-06-03", "day")),
        ("June 3, 2031 at 2:20 pm", ("2031-06-03", "day")),
        ("вторник, 3 июня 2031 года, 14:20", ("2031-06-03", "day")),
        ("20310603T142000Z", ("2031-06-03", "day")),
        ("5/6/2031", ("", "none")),
        ("20310231", ("", "none")),
        ("2031-02-30", ("", "none")),
        ("yesterday", ("", "none")),
        ("", ("", "none")),
    ],
)
def test_days_as_files_write_them(written_as, day):
    assert read_date(written_as) == day


FIELD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\n\r"), min_size=1, max_size=8)


@given(st.lists(FIELD, min_size=1, max_size=3))
@settings(max_examples=50)
@example(["Locks\u2028will open", "\x85", "a\x0b\x0c"])
def test_any_sign_may_stand_in_a_block_of_fields(values):
    block = "".join(f"{name}: a{value}b\n" for name, value in zip(("Title", "By", "Place"), values, strict=False))
    found = read_text(f"{block}\nThe locks will open.\n", Path("a.txt"), "")
    said = [found.title, found.author, found.place][: len(values)]
    assert said == [" ".join(f"a{value}b".split()) for value in values]


@pytest.mark.parametrize("part", ["a", ",", "a ", "3 ", " "])
def test_a_hostile_date_takes_little_time(part):
    began = time.process_time()
    assert read_date(f"x{part * 200_000}.") == ("", "none")
    assert time.process_time() - began < 3


@given(st.text())
@settings(max_examples=50)
def test_any_date_is_read_or_left(text):
    published, precision = read_date(text)
    assert bool(published) == (precision != "none")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1))
@settings(max_examples=50)
def test_the_text_is_never_altered(text):
    assert read_text(text, Path("a.txt"), "").text == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8_r", "cp866"]
)
def test_cyrillic_in_every_usual_encoding(tmp_path, encoding):
    text = (ARTICLES / "veldmar-cyrillic.txt").read_text(encoding="utf-8")
    if encoding in ("koi8_r", "cp866"):
        text = text.translate({ord("«"): '"', ord("»"): '"', ord("—"): "-"})
    found = article(written(tmp_path, text.encode(encoding)))
    assert found.text == text
    assert (found.place, found.published) == ("СЕЛЬМОРА", "2031-06-07")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1252",
            "Le président a annoncé que les écluses seraient ouvertes en été. “Voilà”, dit-il. Où sont les bateaux ?",
        ),
        (
            "cp1252",
            "O presidente anunciou que as eclusas não abrirão até o verão. A negociação é difícil, disse a ministra.",
        ),
        ("cp1252", "Förbundskanslern sade att slussarna öppnar före första frosten. På måndagen åkte hon över älven."),
        (
            "cp1250",
            "Kancléřka oznámila, že zdymadla budou otevřena před prvním mrazem, řekla ministryně zahraničí včera.",
        ),
        ("cp1250", "Kanclerz ogłosiła, że śluzy zostaną otwarte przed pierwszym mrozem, powiedziała w źródle."),
        ("cp1251", "Порт Сельмори прийме перші великі баржі до льодоставу, заявила капітан порту на зустрічі."),
        ("cp1253", "Η καγκελάριος ανακοίνωσε ότι τα φράγματα θα ανοίξουν πριν από τον πρώτο παγετό."),
        ("gb18030", "总理宣布水闸将在初霜之前开放。她在会后对记者说：“所有船只都能通过。”"),
        ("cp932", "首相は水門が冬の前に開くと発表した。「すべての船が通れるようになる」と記者団に語った。"),
        ("utf-16-be", "总理宣布水闸将在初霜之前开放。所有船只都能通过。"),
    ],
)
def test_letters_of_other_countries(tmp_path, encoding, text):
    assert article(written(tmp_path, text.encode(encoding))).text == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_and_nothing_else(tmp_path, ends):
    text = f"Title{ends}{ends} blanks stay  {ends}\ttabs\u00a0too{ends}"
    assert article(written(tmp_path, text)).text == "Title\n\n blanks stay  \n\ttabs\u00a0too\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"words\0and more words " * 20, "NUL"),
        (bytes(range(256)) * 20, ""),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office document"),
        ("Порт Сельморы примет первые баржи".encode()[:-1], "cut short"),
        ("Порт Сельморы примет первые баржи".encode("utf-16")[:-1], "cut short"),
        ("Порт ".encode() + b"\xd0\x20" + " Сельморы примет первые баржи".encode(), "damaged character at byte"),
        ("Порт\n\n".encode() + b"\xd0\x20" + " примет первые баржи".encode(), "at byte 10 (line 3)"),
        (
            ("The café at the lock stays open – so they said.\n" * 3).encode()
            + "Où était-elle née?\n".encode("cp1252"),
            "(line 4)",
        ),
        (
            "Où était-elle?\n".encode("cp1252") * 3 + "“Née à l’écluse été”\n".encode() + b"words\n",
            "two encodings: line 1 is not UTF-8 as others are",
        ),
        ("Порт.\n".encode() + "Шлюзы откроют весной.\n".encode("cp1251"), "line 2 is not UTF-8"),
        (b"x" * (50 << 20), "longer than 16 MB"),
        (b"\x1b[2J\x07\x08\x01\x02" * 100, "not text"),
        (b"PK\n", "cut short"),
        (b"PK\x03", "cut short"),
        (b"PK\x03\x04\x14", "damaged ZIP"),
        (b"PK\x01\x02\x14\x03 no beginning", "a ZIP without its beginning"),
        (b"%PDF", "cut short"),
        (b"\xff\xd8", "cut short"),
        (b"%!PS-Adobe-3.0\n/Times findfont\n", "PostScript"),
        (bz2.compress(b"words"), "bzip2"),
        (lzma.compress(b"words"), "XZ"),
    ],
    ids=[
        "empty",
        "blank",
        "mark",
        "nul",
        "binary",
        "picture",
        "office",
        "cut",
        "cut16",
        "damaged",
        "damaged in a line",
        "a line of Latin-1",
        "a line of UTF-8",
        "Cyrillic twice",
        "large",
        "controls",
        "two letters of a ZIP",
        "three of a ZIP",
        "stump of a ZIP",
        "end of a ZIP",
        "stump of a PDF",
        "stump of a picture",
        "postscript",
        "bzip2",
        "xz",
    ],
)
def test_what_is_no_text_ends_in_a_reason_that_names_the_file(tmp_path, content, reason):
    failure = one(written(tmp_path, content))
    assert isinstance(failure, UnreadableFile)
    assert reason in str(failure)
    assert failure.path == tmp_path / "saved.txt"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"<!---->" * 24 + b"x"),
        ("a.txt", b"<??>" * 24 + b"x"),
        ("a.txt", b"<!doctype" + b" " * 60_000),
        ("a.bib", b"@article{x," + b"\n" * 60_000),
        ("a.md", b"# a" + b" " * 1_500 + b"b\n\nwords\n"),
        ("a.md", b"---\ntitle: a" + b"_" * 19_000 + b"a\n---\nwords\n"),
    ],
    ids=["comments", "instructions", "doctype", "reference", "heading", "front matter"],
)
def test_no_beginning_takes_longer_to_know_than_to_read(tmp_path, name, content):
    path = written(tmp_path, content, name)
    began = time.process_time()
    assert one(path)
    assert time.process_time() - began < 0.1


def test_words_that_begin_like_a_signature_are_words(tmp_path):
    for words in ("P\n", "PKs and more.\n", "Rarely so.\n", "GIFt\n"):
        assert one(written(tmp_path, words.encode())).text == words


def test_one_line_of_nearly_the_largest_size_is_read(tmp_path):
    assert len(article(written(tmp_path, b"word " * (LARGEST // 5))).text) == LARGEST // 5 * 5


def test_what_is_no_file_ends_in_a_reason_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "socket.txt"))
    for name in ("pipe.txt", "loop.txt", "broken.txt", "socket.txt", "absent.txt"):
        assert isinstance(one(tmp_path / name), UnreadableFile), name
    for device in ("/dev/zero", "/dev/null", "/dev/tty", "a\0b"):
        assert isinstance(one(Path(device)), UnreadableFile), device
    listening.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_ends_in_a_reason(tmp_path):
    path = written(tmp_path, "words")
    path.chmod(0)
    assert "may read it" in str(one(path))


def test_names_that_are_not_utf8_are_kept_as_escapes(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/n\xe9.txt"))
    path.write_text("Title\n\nwords\n")
    assert article(path).path.endswith("/n\\xe9.txt")


def test_folders_are_searched_for_the_names_that_are_known(tmp_path):
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/deep/d.jsonl", "e.py", ".hidden.txt", ".git/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    (tmp_path / "link").symlink_to(tmp_path)
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a.md", "b.txt", "sub/c.HTML", "sub/deep/d.jsonl"]
    assert list(find_files([tmp_path / "e.py"])) == [tmp_path / "e.py"]


def test_links_that_lead_out_of_a_folder_are_left_out_and_counted(tmp_path):
    folder, outside = tmp_path / "saved", tmp_path / "private"
    for place in (folder, outside):
        place.mkdir()
        (place / "a.txt").write_text("words")
    (folder / "b.txt").symlink_to(outside / "a.txt")
    (folder / "c.txt").symlink_to("a.txt")
    (folder / "deep").symlink_to(outside)
    (folder / "d.csv").symlink_to("../private/none.csv")
    for named in (folder, tmp_path / "linked"):
        if named != folder:
            named.symlink_to(folder)
        passed = Counter()
        assert [path.name for path in find_files([named], passed)] == ["a.txt", "c.txt"]
        assert passed == {"link out of the folder": 3}
    assert list(find_files([folder / "b.txt"])) == [folder / "b.txt"], "who names it wants it"


@given(st.binary(max_size=400))
@settings(max_examples=50)
def test_any_bytes_are_an_article_or_a_reason(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    for item in read(path):
        assert isinstance(item, SavedArticle | Failure)


def test_a_name_too_long_for_the_system_ends_in_a_reason():
    path = Path("a" * 300 + ".txt")
    assert list(find_files([path])) == [path]
    assert isinstance(one(path), UnreadableFile)


@pytest.mark.parametrize("day", ["--11", "--W01-1", "--13-01", "--1-1"])
def test_half_a_day_is_none(day):
    assert read_date(day) == ("", "none")


@pytest.mark.parametrize("word", ["WA", "GI", "BZ", "Ra", "7z", "SQL", "%P", "PKs", "MZ"])
def test_a_short_word_is_a_text_though_another_kind_of_file_begins_so(tmp_path, word):
    assert article(written(tmp_path, word + "\n")).text == word + "\n"


@pytest.mark.parametrize("stump", [b"PK", b"7z\xbc", b"GIF", b"BZh9"])
def test_the_beginning_of_another_kind_of_file_is_told(tmp_path, stump):
    path = tmp_path / "a.txt"
    path.write_bytes(stump)
    (item,) = read(path)
    assert ("cut short" in str(item)) == (stump != b"GIF")


@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>\n<!-- drawn -->\n'])
def test_a_drawing_is_no_article(tmp_path, before):
    drawing = f'{before}<svg viewBox="0 0 9 9"><text>Some words</text></svg>'
    failure = one(written(tmp_path, drawing, "chart.svg"))
    assert isinstance(failure, UnreadableFile)
    assert "The file is a picture" in str(failure)
