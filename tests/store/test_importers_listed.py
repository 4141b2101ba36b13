"""Labels, the day of saving and the language, as each format holds them, come along with the article."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from made_files import ATOM, LINES, META, NEWSML, NITF, ODT, RSS, chapter, epub, mail, page, zipped
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.collection import Collection
from store.importers import read
from store.importing import import_paths
from store.model import SavedArticle

Make = Callable[[Path], Path]
TAGS = ("river", "upper Tarn")
SINGLEFILE = b"""<!DOCTYPE html> <html lang="en"><!--
 Page saved with SingleFile
 url: https://herald.example/locks
 saved date: Thu Jun 05 2031 08:00:00 GMT+0200 (Central European Summer Time)
--><head><meta name="keywords" content="river, upper Tarn"></head>"""
PDF = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 58>> stream
BT /F 12 Tf 20 100 Td (The locks at Tarn will open.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Keywords(river; upper Tarn)>> endobj
trailer <</Root 1 0 R/Info 6 0 R>>
%%EOF
"""


def written(name: str, content: bytes | str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


def saved_page() -> bytes:
    return SINGLEFILE + page("The locks at Tarn will open in spring.").removeprefix(b"<html>")


def snapshot() -> bytes:
    head = b"From: <Saved by Blink>\r\nDate: Thu, 5 Jun 2031 06:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    kind = (
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
    )
    return head + kind + page("The locks at Tarn will open in spring.") + b"\r\n--x--\r\n"


def archived() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    content = io.BytesIO(page("The locks at Tarn will open in spring."))
    about = {"WARC-Date": "2031-06-05T06:00:00Z"}
    record = writer.create_warc_record(
        "https://herald.example/one", "response", content, http_headers=answer, warc_headers_dict=about
    )
    writer.write_record(record)
    return out.getvalue()


def word(folder: Path) -> Path:
    document = docx.Document()
    document.core_properties.keywords = "river, upper Tarn"
    document.core_properties.language = "en"
    document.add_paragraph(LINES[0])
    document.save(folder / "a.docx")
    return folder / "a.docx"


def open_document(folder: Path) -> Path:
    told = "".join(f'<meta:keyword xmlns:meta="urn:x">{tag}</meta:keyword>' for tag in TAGS)
    parts = {"content.xml": ODT.format(""), "meta.xml": META.replace("<office:meta>", f"<office:meta>{told}")}
    return zipped(folder / "a.odt", {"mimetype": "application/vnd.oasis.opendocument.text"} | parts)


def book(folder: Path) -> Path:
    path = epub(folder / "made.epub", [chapter("Locks", LINES)])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = "".join(f"<dc:subject>{tag}</dc:subject>" for tag in TAGS).encode()
    parts["OPS/book.opf"] = parts["OPS/book.opf"].replace(b"</metadata>", told + b"</metadata>")
    return zipped(folder / "a.epub", dict(parts), stored=("mimetype",))


def letter() -> bytes:
    message = mail()
    message["Keywords"] = "river, upper Tarn"
    message["Content-Language"] = "en"
    return message.as_bytes()


SUBJECTS = "<keyword>river</keyword><subject qcode='x:1'><name>upper Tarn</name></subject><headline>"
NITF_TAGS = '<head><docdata><key-list><keyword key="river"/><keyword key="upper Tarn"/></key-list>'
ATOM_TAGS = '<entry xml:lang="en"><category term="river"/><category term="2" label="upper Tarn"/>'
RSS_TAGS = "<item><category>river</category><category>upper Tarn</category><title>Locks"
FRONT = "---\ntags: [river, upper Tarn]\nlang: en\ncreated: 2031-06-05\n---\n# Locks\n\nThe locks will open.\n"
BLOCK = "Title: Locks\nLanguage: en\nTags: river, upper Tarn\nSaved: 2031-06-05\n\nThe locks will open.\n"
TABLE = 'title,text,tags,saved,language\nLocks,The locks will open.,"river;upper Tarn",2031-06-05,en\n'
LINE = {"text": "The locks will open.", "tags": list(TAGS), "saved": "2031-06-05T08:00:00Z", "language": "en"}
RTF = r"{\rtf1{\info{\title Locks}{\keywords river, upper Tarn}}The locks will open.\par}"

DAY = "2031-06-05"
SAID: dict[str, tuple[Make, tuple[str, ...], str, str]] = {
    "SingleFile": (written("a.html", saved_page()), TAGS, DAY, "en"),
    "MHTML": (written("a.mhtml", snapshot()), (), DAY, ""),
    "WARC": (written("a.warc", archived()), (), DAY, ""),
    "RSS": (
        written("a.xml", RSS.replace("<item><title>Locks", f"<language>en</language>{RSS_TAGS}", 1)),
        TAGS,
        "",
        "en",
    ),
    "Atom": (written("a.atom", ATOM.replace("<entry>", ATOM_TAGS)), TAGS, "", "en"),
    "NITF": (written("a.xml", NITF.replace("<head><docdata>", NITF_TAGS)), TAGS, "", "en"),
    "NewsML-G2": (written("a.xml", NEWSML.replace("<headline>", SUBJECTS)), TAGS, "", "en"),
    "DOCX": (word, TAGS, "", "en"),
    "ODT": (open_document, TAGS, "", "en"),
    "RTF": (written("a.rtf", RTF), TAGS, "", ""),
    "EPUB": (book, TAGS, "", "en"),
    "PDF": (written("a.pdf", PDF), TAGS, "", ""),
    "mail": (written("a.eml", letter()), TAGS, "", "en"),
    "Markdown": (written("a.md", FRONT), TAGS, DAY, "en"),
    "text": (written("a.txt", BLOCK), TAGS, DAY, "en"),
    "CSV": (written("a.csv", TABLE), TAGS, DAY, "en"),
    "JSONL": (written("a.jsonl", json.dumps(LINE)), TAGS, DAY, "en"),
}


@pytest.mark.parametrize("name", SAID)
def test_what_a_file_says_besides_its_article(tmp_path, name):
    make, labels, saved, language = SAID[name]
    (article,) = (item for item in read(make(tmp_path)) if isinstance(item, SavedArticle))
    assert (article.labels, article.saved, article.language) == (labels, saved, language)


def test_labels_and_days_of_articles_of_any_format_are_kept(collection: Collection, tmp_path):
    files = [make(tmp_path) for make, *_ in (SAID["SingleFile"], SAID["text"], SAID["CSV"])]
    assert import_paths(collection, files).added == 3
    assert import_paths(collection, files).already == 3
    labels = collection.read.execute("SELECT name, count(*) FROM label GROUP BY name ORDER BY name").fetchall()
    assert labels == [("river", 3), ("upper Tarn", 3)]
    assert collection.read.execute("SELECT saved, count(*) FROM listing GROUP BY saved").fetchall() == [(DAY, 3)]
