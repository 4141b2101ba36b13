"""DOCX, ODT, EPUB, RTF and PDF: what is in them, and that broken and hostile ones end in a reason."""

import io
import zipfile
from pathlib import Path

import producers
import pytest
from made_files import BLOCK, CONTAINER, LINES, chapter, epub, odt, word, zipped

from store.importers import UnreadableFile, read, sandbox
from store.model import SavedArticle


def items(path: Path) -> list[SavedArticle | UnreadableFile]:
    return list(read(path))


def article(path: Path) -> SavedArticle:
    (item,) = read(path)
    assert isinstance(item, SavedArticle), item
    return item


def reason(path: Path) -> str:
    (item,) = read(path)
    assert isinstance(item, UnreadableFile), item
    return str(item)


def test_a_word_document(tmp_path):
    found = article(word(tmp_path / "a.docx"))
    assert found.text.split("\n") == ["Locks will open", *LINES, "In a table."]
    assert (found.title, found.author, found.place) == ("Locks will open", "Ivo Sandrel", "VELDMAR")
    assert (found.outlet, found.published, found.extractor) == ("Norrin Wire", "2031-06-03", "docx")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_text_of_a_word_box_is_taken_once(tmp_path):
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    gone = "<w:del><w:r><w:delText>Struck out.</w:delText></w:r></w:del>"
    body = f"<w:p>{gone}<w:r><w:t>Before.</w:t>{twice}<w:br/><w:t>After.</w:t></w:r></w:p>"
    path = zipped(
        tmp_path / "a.docx", {"word/document.xml": f"<w:document {W} {mc}><w:body>{body}</w:body></w:document>"}
    )
    assert article(path).text == "Before.\nAfter.\nIn a box."


def test_what_was_moved_or_struck_out_of_a_word_document_is_not_taken_where_it_stood(tmp_path):
    moved = "<w:r><w:t>Moved.</w:t></w:r>"
    body = (
        f'<w:p><w:moveFrom w:id="1">{moved}</w:moveFrom><w:r><w:t>Before.</w:t></w:r></w:p>'
        '<w:p><w:del w:id="2"><w:r><w:delText>Out.</w:delText><w:br/></w:r></w:del><w:r><w:t>After. </w:t></w:r>'
        f'<w:moveTo w:id="3">{moved}</w:moveTo></w:p>'
    )
    path = zipped(tmp_path / "a.docx", {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})
    assert article(path).text == "Before.\nAfter. Moved."


def test_an_opendocument_text(tmp_path):
    found = article(odt(tmp_path / "a.odt"))
    assert found.text.split("\n") == ["Locks will open", *LINES, "In a  list."]
    assert (found.title, found.author, found.language) == ("Locks will open", "Ivo Sandrel", "en")


def test_a_book_of_one_article(tmp_path):
    found = article(epub(tmp_path / "a.epub", ["<p>Cover</p>", chapter("Locks will open", LINES)]))
    assert found.text.split("\n") == ["Locks will open", *LINES]
    assert (found.title, found.author, found.published, found.language) == (
        "The Umber Herald, 3 June",
        "Ivo Sandrel",
        "2031-06-03",
        "en",
    )


def test_each_chapter_of_a_newspaper_is_an_article(tmp_path):
    found = items(
        epub(tmp_path / "a.epub", [chapter("Locks", LINES), "<p>Contents</p>", chapter("Ferries", LINES[1:])])
    )
    assert [(item.title, item.outlet) for item in found if isinstance(item, SavedArticle)] == [
        ("Locks", "The Umber Herald, 3 June"),
        ("Ferries", "The Umber Herald, 3 June"),
    ]
    assert {item.path.rpartition(":")[2] for item in found if isinstance(item, SavedArticle)} == {"1", "2"}


def test_rich_text(tmp_path):
    path = tmp_path / "a.rtf"
    words = (
        r"V\'e9ldmar \u8211?{\b bold} and \i italic\i0 .\par The \u1095?\u1080?\u1089?\u1083?\u1072?.\line Next.\par "
    )
    path.write_bytes(
        rb"{\rtf1\ansi\ansicpg1252{\info{\title Locks \'fcber all}{\author Ivo Sandrel}}" + words.encode() + b"}"
    )
    found = article(path)
    assert found.text == "Véldmar –bold and italic.\nThe числа.\nNext."
    assert (found.title, found.author) == ("Locks über all", "Ivo Sandrel")
    path.write_bytes(path.read_bytes()[:-40])
    assert "cut short" in reason(path)


def printable(folder: Path, lines: list[str], style: str = "") -> Path:
    page = folder / "page.html"
    body = "".join(f"<p>{line}</p>" for line in lines)
    page.write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Locks will open</title><style>{style}</style></head>'
        f"<body><h1>Locks will open</h1>{body}</body></html>"
    )
    return page


needs_chromium = pytest.mark.skipif(producers.CHROMIUM is None, reason="Chromium is not installed")


@needs_chromium
def test_a_page_printed_by_chromium(tmp_path):
    producers.print_to_pdf(printable(tmp_path, LINES * 6), tmp_path / "a.pdf")
    found = article(tmp_path / "a.pdf")
    assert found.text.split("\n") == ["Locks will open", *LINES * 6]
    assert (found.title, found.place, found.published) == ("Locks will open", "VELDMAR", "2031-06-03")


@needs_chromium
def test_columns_and_hyphens_of_a_printed_page(tmp_path):
    long = [
        f"{BLOCK} Paragraph number {n} is of waterways and internationally negotiated constitutions." for n in range(12)
    ]
    style = "body {columns: 2; hyphens: auto; text-align: justify; font: 11pt serif} p {margin: 0; text-indent: 2em}"
    producers.print_to_pdf(printable(tmp_path, long, style), tmp_path / "a.pdf")
    assert article(tmp_path / "a.pdf").text.split("\n") == ["Locks will open", *long]


@needs_chromium
def test_running_heads_go_and_repeated_paragraphs_stay(tmp_path):
    style = (
        "@page {margin: 2cm; @top-center {content: 'The Umber Herald'} @bottom-center {content: 'Page ' counter(page)}}"
    )
    page = printable(tmp_path, LINES * 20, style)
    producers.print_to_pdf(page, tmp_path / "a.pdf")
    lines = article(tmp_path / "a.pdf").text.split("\n")
    assert [line for line in lines if line in LINES] == LINES * 20
    assert not any(line.startswith(("The Umber Herald", "Page ")) for line in lines)


@needs_chromium
def test_a_scanned_and_a_broken_pdf_end_in_a_reason(tmp_path):
    picture = "<svg width='400' height='400'><rect width='300' height='300'/></svg>"
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><style>@page {{margin: 0}}</style></head><body>{picture * 12}</body></html>")
    producers.print_to_pdf(page, tmp_path / "a.pdf")
    assert "no text layer" in reason(tmp_path / "a.pdf")
    (tmp_path / "cut.pdf").write_bytes((tmp_path / "a.pdf").read_bytes()[:300])
    assert "damaged PDF" in reason(tmp_path / "cut.pdf")


@pytest.mark.skipif(not producers.WRITER, reason="LibreOffice Writer is not installed")
@pytest.mark.parametrize("kind", ["odt", "rtf", "pdf", "epub"])
def test_documents_that_libreoffice_writes(tmp_path, kind):
    converted = producers.convert(word(tmp_path / "a.docx"), kind)
    text = article(converted).text
    assert [line for line in text.split("\n") if line in LINES] == LINES


@pytest.mark.parametrize(
    "make", [word, odt, lambda path: epub(path, [chapter("Locks", LINES)])], ids=["docx", "odt", "epub"]
)
def test_a_document_that_was_cut_short_ends_in_a_reason(tmp_path, make):
    path = make(tmp_path / "a.zip")
    whole = path.read_bytes()
    for length in (40, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:length])
        assert "damaged ZIP" in reason(path)


def test_a_part_that_is_damaged_ends_in_a_reason(tmp_path):
    path = odt(tmp_path / "a.odt")
    data = bytearray(path.read_bytes())
    at = data.index(b"content.xml") + 60
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(data)
    assert "damaged" in reason(path)


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"word/document.xml": b"<w>" + b"a" * (40 << 20) + b"</w>"}, "too large when unpacked"),
        ({"word/document.xml": f"{ENTITIES}<w>&b;&x;</w>"}, "defines entities"),
        ({"word/document.xml": "<w>" * 200_000}, "damaged XML"),
        ({"word/document.xml": "<w><p></w>"}, "damaged XML"),
        ({"word/document.xml": "<w/>"}, "no text"),
        ({"content.xml": "<x/>", "META-INF/manifest.xml": "<encryption-data/>"}, "password"),
        ({"META-INF/container.xml": CONTAINER}, "says nothing of what is in it"),
        ({"../../../etc/evil.txt": "slip", "readme": "x"}, "no document that is known"),
        ({f"n{n}": b"" for n in range(20_001)}, "more than 20000 parts"),
    ],
    ids=["bomb", "entities", "deep", "damaged", "empty", "locked", "no book", "slip", "many"],
)
def test_a_hostile_document_ends_in_a_reason(tmp_path, monkeypatch, parts, expected):
    monkeypatch.setattr(sandbox, "CPU_SECONDS", 4)
    assert expected in reason(zipped(tmp_path / "a.zip", parts))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_a_book_that_is_a_bomb_ends_in_a_reason(tmp_path):
    assert "too large when unpacked" in reason(epub(tmp_path / "a.epub", [f"<p>{'a' * 10_000}</p>" * 3_000] * 6))


def test_a_zip_of_zips_that_overlap_or_are_locked_ends_in_a_reason(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w>words</w>")
    data = bytearray(inner.getvalue())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    (tmp_path / "a.docx").write_bytes(data)
    assert "password" in reason(tmp_path / "a.docx")
