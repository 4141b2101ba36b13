"""Every importer: all that its format says about an article comes along, whichever of the fields it has."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import producers
import pytest
from made_files import ATOM, LINES, META, NEWSML, NITF, ODT, RSS, WORDS, chapter, epub, mail, zipped
from made_lists import FILES
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store import importers, records
from store.collection import Collection
from store.importers import read
from store.importing import import_paths
from store.model import LabelledArticle, SavedArticle, SavedHighlight

Make = Callable[[Path], Path]
Said = dict[str, str | tuple[str, ...] | tuple[SavedHighlight, ...]]
FIELDS = ("title", "outlet", "author", "url", "published", "saved", "labels", "highlights", "language")
TAGS = ("river", "upper Tarn")
ADDRESS = "https://herald.example/locks"
DAY = "2031-06-05"
"""When it was saved."""

MARKED = (SavedHighlight("two new locks", "Since when?"),)


def said(title: str, **fields: str | tuple[str, ...] | tuple[SavedHighlight, ...]) -> Said:
    """All fields of an article, those not named empty."""
    none = {name: () if name in ("labels", "highlights") else "" for name in FIELDS}
    return none | {"title": title} | fields


HERALD = {"outlet": "The Umber Herald", "author": "Ivo Sandrel", "url": ADDRESS}
"""What most files say."""


def written(name: str, content: bytes | str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


OPEN_GRAPH = (
    '<meta property="og:title" content="Locks"><meta property="og:site_name" content="The Umber Herald">'
    f'<meta property="og:url" content="{ADDRESS}"><meta property="og:locale" content="en_GB">'
    '<meta property="article:author" content="Ivo Sandrel"><meta property="article:tag" content="river">'
    '<meta property="article:tag" content="upper Tarn"><meta property="article:published_time" content="2024-06-03T06:00Z">'
)
DUBLIN_CORE = "".join(
    f'<meta name="DC.{name}" content="{content}">'
    for name, content in (
        ("title", "Locks"),
        ("publisher", "The Umber Herald"),
        ("creator", "Ivo Sandrel"),
        ("identifier", ADDRESS),
        ("date", "2024-06-03"),
        ("subject", "river"),
        ("subject", "upper Tarn"),
        ("language", "en"),
    )
)
ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Locks",
    "publisher": {"@type": "Organization", "name": "The Umber Herald"},
    "author": {"@type": "Person", "name": "Ivo Sandrel"},
    "mainEntityOfPage": {"@id": ADDRESS},
    "datePublished": "2024-06-03T06:00:00Z",
    "keywords": list(TAGS),
    "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"},
}
SCHEMA = f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "url": "x"}, ARTICLE]})}</script>'
AMP = f'<link rel="canonical" href="{ADDRESS}">{SCHEMA.replace("mainEntityOfPage", "x")}'
BODY = (
    "<body><article>" + "<p>At Tarn two new locks will open in spring, the minister said.</p>" * 4 + "</article></body>"
)
SINGLEFILE = f"""<!DOCTYPE html> <html lang="en"><!--
 Page saved with SingleFile
 url: {ADDRESS}
 saved date: Thu Jun 05 2031 08:00:00 GMT+0200 (Central European Summer Time)
-->{{}}"""


def page(head: str, opening: str = "<html>") -> str:
    return f'{opening}<head><meta charset="utf-8">{head}</head>{BODY}</html>'


def snapshot() -> str:
    return (
        "From: <Saved by Blink>\r\nDate: Thu, 5 Jun 2031 06:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
        f"{page(OPEN_GRAPH)}\r\n--x--\r\n"
    )


def archived() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    content = io.BytesIO(page(OPEN_GRAPH).encode())
    about = {"WARC-Date": "2031-06-05T06:00:00Z"}
    record = writer.create_warc_record(ADDRESS, "response", content, http_headers=answer, warc_headers_dict=about)
    writer.write_record(record)
    return out.getvalue()


def word(folder: Path) -> Path:
    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.keywords, about.language = "Locks", "Ivo Sandrel", "river, upper Tarn", "en"
    document.add_paragraph("Two new locks.")
    paragraph = document.add_paragraph("At Tarn ")
    marked = paragraph.add_run("two new"), paragraph.add_run(" locks")
    paragraph.add_run(" will open.")
    document.add_comment(list(marked), text="Since when?", author="Ana")
    document.save(folder / "a.docx")
    return folder / "a.docx"


TOLD = "".join(f'<meta:keyword xmlns:meta="urn:x">{tag}</meta:keyword>' for tag in TAGS)
WRITER = '<meta:initial-creator xmlns:meta="urn:x">Ivo Sandrel</meta:initial-creator>'
COMMENTED = (
    '<text:p>At Tarn <office:annotation office:name="1"><text:p>Since when?</text:p></office:annotation>two <text:span>new'
    '</text:span> locks<office:annotation-end office:name="1"/> will open.<office:annotation><text:p>Ask.</text:p>'
    "</office:annotation></text:p>"
)


def open_document(folder: Path) -> Path:
    about = META.replace("Ivo Sandrel", "Somebody who changed it").replace(
        "<office:meta>", f"<office:meta>{TOLD}{WRITER}"
    )
    parts = {"content.xml": ODT.format(COMMENTED), "meta.xml": about}
    return zipped(folder / "a.odt", {"mimetype": "application/vnd.oasis.opendocument.text"} | parts)


def book(folder: Path) -> Path:
    path = epub(folder / "made.epub", [chapter("Locks", LINES)])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = "".join(f"<dc:subject>{tag}</dc:subject>" for tag in TAGS)
    told += f"<dc:publisher>The Umber Herald</dc:publisher><dc:source>{ADDRESS}</dc:source>"
    parts["OPS/book.opf"] = parts["OPS/book.opf"].replace(b"</metadata>", told.encode() + b"</metadata>")
    return zipped(folder / "a.epub", dict(parts), stored=("mimetype",))


PDF = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R/Lang(en)>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[7 0 R 8 0 R 9 0 R]>>
endobj
4 0 obj <</Length 92>> stream
BT /F 12 Tf 20 100 Td (At Tarn the ministry plans two new) Tj 0 -14 Td (locks for Umber.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier>> endobj
6 0 obj <</Title(Locks)/Author(Ivo Sandrel)/Keywords(river; upper Tarn)>> endobj
7 0 obj <</Type/Annot/Subtype/Highlight/Rect[20 80 280 112]/Contents(Since when?)
/QuadPoints[214 110 274 110 214 98 274 98 20 96 56 96 20 84 56 84]>> endobj
8 0 obj <</Type/Annot/Subtype/Text/Rect[300 100 320 120]/Contents(Ask.)>> endobj
9 0 obj <</Type/Annot/Subtype/Link/Rect[20 80 280 112]/Contents(No note.)>> endobj
trailer <</Root 1 0 R/Info 6 0 R>>
%%EOF
"""


def letter() -> bytes:
    message = mail(subject="Locks")
    message["Keywords"] = "river, upper Tarn"
    message["Content-Language"] = "en"
    message["Archived-At"] = f"<{ADDRESS}>"
    return message.as_bytes()


RSS_ENTRY = RSS.replace("<item><title>Locks", "<language>en</language><item><category>river</category><category>upper "
    "Tarn</category><title>Locks", 1)  # fmt: skip
TAKEN_OVER = RSS_ENTRY.replace("<pubDate>", "<source url='https://post.example/feed'>Umber Post</source><pubDate>")
ATOM_ENTRY = ATOM.replace(
    "<entry>", '<entry xml:lang="en"><category term="river"/><category term="2" label="upper Tarn"/>'
)
ATOM_OF_ONE = re.sub(r"(<author>.*</author>)(<content)", r"\2", ATOM_ENTRY).replace(
    "</title><entry", "</title><author><name>Ivo Sandrel</name></author><entry"
)
TOPICS = '<head><tobject><tobject.subject tobject.subject.type="Transport" tobject.subject.matter="upper Tarn"/></tobject><docdata>'
NITF_ITEM = NITF.replace("<head><docdata>", f'{TOPICS}<key-list><keyword key="river"/></key-list>')
SUBJECTS = (
    "<keyword>river</keyword><subject qcode='x:1'><name>upper Tarn</name></subject><language tag='en'/><headline>"
)
NEWSML_ITEM = NEWSML.replace('<newsItem xml:lang="en">', '<newsItem xml:lang="de">').replace("<headline>", SUBJECTS)
RTF = r"{\rtf1{\info{\title Locks}{\author Ivo Sandrel}{\keywords river, upper Tarn}}The locks will open.\par}"
FRONT = (
    f"---\ntitle: Locks\nsite: The Umber Herald\nauthor:\n  - '[[Ivo Sandrel]]'\nsource: {ADDRESS}\npublished: 2031-06-03\n"
    "created: 2031-06-05\ntags: [river, upper Tarn]\nlang: en\n---\n\nThe locks will open.\n"
)
BLOCK = (
    f"Title: Locks\nOutlet: The Umber Herald\nBy: Ivo Sandrel\nURL: {ADDRESS}\nDate: 3 June 2031\nLanguage: en\n"
    "Tags: river, upper Tarn\nSaved: 2031-06-05\n\nThe locks will open.\n"
)
LINE = {"title": "Locks", **HERALD, "published": "2031-06-03", "language": "en", "text": "The locks will open."}
LINE |= {"saved": "2031-06-05T08:00:00Z"}
TABLE = f"{','.join(LINE)},tags\n{','.join(LINE.values())},river;upper Tarn\n"
WALLABAG = {
    "title": "Locks",
    "domain_name": "herald.example",
    "published_by": ["Ivo Sandrel"],
    "url": ADDRESS,
    "published_at": "2031-06-03T06:40:00+0200",
    "created_at": "2031-06-05T06:40:00+0200",
    "tags": list(TAGS),
    "annotations": [{"quote": "two new locks", "text": "Since when?"}],
    "language": "en",
    "content": WORDS,
}
OMNIVORE = {
    "slug": "locks",
    "title": "Locks",
    "author": "Ivo Sandrel",
    "url": ADDRESS,
    "publishedAt": "2031-06-03T00:00:00.000Z",
    "savedAt": "2031-06-05T08:00:00.000Z",
    "labels": list(TAGS),
}


def omnivore(folder: Path) -> Path:
    parts: dict[str, str | bytes] = {"metadata_0_to_1.json": json.dumps([OMNIVORE]), "content/locks.html": WORDS}
    return zipped(folder / "a.zip", parts | {"highlights/locks.md": "> two new locks\n\nSince when?\n"})


def task(folder: Path) -> Path:
    region = {"value": {"start": 0, "end": 3, "text": "The", "labels": ["Quote"]}}
    whole = {"data": LINE | {"tags": ",".join(TAGS)}, "annotations": [{"result": [region]}]}
    return written("a.json", json.dumps([whole], indent=1))(folder)


def project(folder: Path) -> Path:
    source = '<TextSource guid="a" name="Locks" plainTextPath="internal://a.txt"/>'
    qde = f'<Project xmlns="urn:QDA-XML:project:1.0"><Sources>{source}</Sources></Project>'
    return zipped(folder / "a.qdpx", {"project.qde": qde, "sources/a.txt": "The locks will open."})


def annotated(folder: Path) -> Path:
    written("a.txt", BLOCK)(folder)
    return written("a.ann", "T1\tQuote 0 5\tTitle\n")(folder)


def wacz(folder: Path) -> Path:
    return zipped(folder / "a.wacz", {"archive/a.warc": archived()})


def listed(name: str) -> Make:
    return written(name, FILES[name])


WHOLE = said("Locks", **HERALD, published="2031-06-03", saved=DAY, labels=TAGS, language="en")
ON_PAGE = said("Locks", **HERALD, published="2024-06-03", labels=TAGS, language="en")
OF_AGENCY = said("Locks will open", outlet="Norrin Wire", author="Ivo Sandrel", published="2031-06-03", labels=TAGS)
OF_LIST = said("Locks will open", url=ADDRESS, saved=DAY, labels=("river", "locks"))
OF_DOCUMENT = said("Locks", author="Ivo Sandrel", labels=TAGS, language="en")
BOTH = {"author": "Ivo Sandrel, Ilse Taverne"}
REFERENCE = OF_LIST | HERALD | {"published": "2031-06-03", "language": "en"}
REFERENCE |= {"highlights": (SavedHighlight(note="Ask the ministry."),)}

SAID: dict[str, tuple[Make, Said]] = {
    "html (OpenGraph)": (written("a.html", page(OPEN_GRAPH)), ON_PAGE | {"language": "en-GB"}),
    "html (Dublin Core)": (written("a.html", page(DUBLIN_CORE)), ON_PAGE),
    "html (schema.org)": (written("a.html", page(SCHEMA)), ON_PAGE),
    "html (AMP)": (written("a.html", page(AMP, "<html amp lang='en'>")), ON_PAGE),
    "html (SingleFile)": (written("a.html", SINGLEFILE.format(page(OPEN_GRAPH, ""))), ON_PAGE | {"saved": DAY}),
    "mhtml": (written("a.mhtml", snapshot()), ON_PAGE | {"saved": DAY, "language": "en-GB"}),
    "warc": (written("a.warc", archived()), ON_PAGE | {"saved": DAY, "language": "en-GB"}),
    "wacz": (wacz, ON_PAGE | {"saved": DAY, "language": "en-GB"}),
    "feed (RSS)": (
        written("a.xml", RSS_ENTRY),
        said("Locks & ferries", **HERALD, published="2031-06-03", labels=TAGS, language="en"),
    ),
    "feed (taken over)": (
        written("a.xml", TAKEN_OVER),
        said(
            "Locks & ferries", **HERALD | {"outlet": "Umber Post"}, published="2031-06-03", labels=TAGS, language="en"
        ),
    ),
    "feed (Atom)": (written("a.atom", ATOM_ENTRY), WHOLE | {"saved": ""}),
    "feed (of one author)": (written("a.atom", ATOM_OF_ONE), WHOLE | {"saved": ""}),
    "newswire (NITF)": (written("a.xml", NITF_ITEM), OF_AGENCY | {"language": "en"}),
    "newswire (NewsML-G2)": (written("a.xml", NEWSML_ITEM), OF_AGENCY | {"language": "en"}),
    "docx": (
        word,
        OF_DOCUMENT
        | {
            "highlights": (SavedHighlight("two new locks", "Since when?", "\nTwo new locks.\nAt Tarn ", " will open."),)
        },
    ),
    "odt": (
        open_document,
        OF_DOCUMENT
        | {
            "title": "Locks will open",
            "highlights": (
                SavedHighlight(
                    "two new locks", "Since when?", "Locks will open\nAt Tarn ", " will open.\nIn a  list.\n"
                ),
                SavedHighlight(note="Ask."),
            ),
        },
    ),
    "rtf": (written("a.rtf", RTF), OF_DOCUMENT | {"language": ""}),
    "epub": (
        book,
        said("The Umber Herald, 3 June", **HERALD, published="2031-06-03", labels=TAGS, language="en"),
    ),
    "pdf": (written("a.pdf", PDF), OF_DOCUMENT | {"highlights": (*MARKED, SavedHighlight(note="Ask."))}),
    "mail": (
        written("a.eml", letter()),
        said("Locks", outlet="The Umber Herald", url=ADDRESS, published="2031-06-03", labels=TAGS, language="en"),
    ),
    "mbox": (
        written("a.mbox", b"From a b\n" + letter()),
        said("Locks", outlet="The Umber Herald", url=ADDRESS, published="2031-06-03", labels=TAGS, language="en"),
    ),
    "markdown": (written("a.md", FRONT), WHOLE),
    "text": (written("a.txt", BLOCK), WHOLE),
    "table": (written("a.csv", TABLE), WHOLE),
    "jsonl": (written("a.jsonl", json.dumps(LINE | {"tags": TAGS})), WHOLE),
    "json": (written("a.json", json.dumps(LINE | {"tags": "river, upper Tarn"}, indent=1)), WHOLE),
    "json (wallabag)": (
        written("a.json", json.dumps([WALLABAG], indent=1)),
        WHOLE | {"outlet": "herald.example", "highlights": MARKED},
    ),
    "omnivore": (omnivore, WHOLE | {"outlet": "", "language": "", "highlights": MARKED}),
    "pocket": (listed("part_000000.csv"), OF_LIST),
    "instapaper": (
        listed("instapaper-export.csv"),
        OF_LIST | {"labels": ("river", "locks", "Norrin"), "highlights": (SavedHighlight("two new locks"),)},
    ),
    "reader": (listed("reader.csv"), OF_LIST),
    "readwise": (
        listed("readwise-data.csv"),
        said(
            "Locks will open",
            author="Ivo Sandrel",
            highlights=(SavedHighlight("two new locks", 'Since when, "open"?\n#check'),),
        ),
    ),
    "zotero": (listed("zotero.csv"), REFERENCE | BOTH | {"labels": ("river", "locks", "trade")}),
    "ris": (listed("library.ris"), REFERENCE),
    "bibtex": (
        listed("library.bib"),
        REFERENCE | BOTH | {"title": "Locks Will open für Umber", "published": "2031-06", "language": "english"},
    ),
    "csljson": (listed("library.json"), REFERENCE | {"author": "Ivo Sandrel, Norrin Wire"}),
    "hypothesis": (
        listed("hypothesis.json"),
        said(
            "Locks will open",
            url=ADDRESS,
            highlights=(SavedHighlight("two new locks", "Since when?\n#to-check", "At Tarn ", "."),),
        ),
    ),
    "kindle": (listed("My Clippings.txt"), said("Locks will open", author="Ivo Sandrel", highlights=MARKED)),
    "bookmarks": (
        listed("bookmarks.html"),
        OF_LIST | {"labels": ("river", "locks", "Norrin"), "highlights": (SavedHighlight(note="Ask the ministry."),)},
    ),
    "labelstudio": (task, WHOLE),
    "doccano": (written("a.jsonl", json.dumps(LINE | {"tags": TAGS, "label": [[0, 3, "Quote"]]})), WHOLE),
    "qdpx": (project, said("Locks")),
    "brat": (annotated, WHOLE),
}


def article(path: Path) -> SavedArticle:
    """The first article of a file."""
    found = (item.article if isinstance(item, LabelledArticle) else item for item in read(path))
    return next(item for item in found if isinstance(item, SavedArticle))


@pytest.mark.parametrize("name", SAID)
def test_all_that_a_file_says_of_its_article(tmp_path, name):
    make, expected = SAID[name]
    found = article(make(tmp_path))
    assert {field: getattr(found, field) for field in FIELDS} == expected


def test_every_importer_is_asked():
    folder = Path(importers.__file__).parent
    reads = re.compile(r"^def (?:read|read_task|read_archive|entry|labelled)\(", re.MULTILINE)
    found = {path.stem for path in folder.glob("*.py") if reads.search(path.read_text(encoding="utf-8"))}
    assert found - {"__init__", "own", "packed", "sandbox"} == {name.partition(" ")[0] for name in SAID}


def test_labels_and_days_of_articles_of_any_format_are_kept(collection: Collection, tmp_path):
    files = [SAID[name][0](tmp_path) for name in ("html (SingleFile)", "text", "table")]
    for number, file in enumerate(files):
        file.write_text(file.read_text().replace(ADDRESS, f"{ADDRESS}/{number}"))
    assert import_paths(collection, files).added == 3
    assert import_paths(collection, files).already == 3
    labels = collection.read.execute("SELECT name, count(*) FROM label GROUP BY name ORDER BY name").fetchall()
    assert labels == [("river", 3), ("upper Tarn", 3)]
    assert collection.read.execute("SELECT saved, count(*) FROM listing GROUP BY saved").fetchall() == [(DAY, 3)]


@pytest.mark.parametrize("name", ["docx", "odt", "pdf"])
def test_what_is_marked_in_a_document_becomes_a_note_at_its_words(collection: Collection, tmp_path, name):
    path = SAID[name][0](tmp_path)
    for _ in range(2):
        import_paths(collection, [path])
        notes = {note.note: note.anchors[0] for note in records.list_records(collection, "note")}
        place = notes["Since when?"]
        assert (place.exact, place.needs_look) == ("two new locks", False)
        text = article(path).text
        assert place.start == text.index("two new locks")
        assert len(notes) == len(SAID[name][1]["highlights"])


@pytest.mark.skipif(not producers.WRITER, reason="LibreOffice Writer is not installed")
def test_a_comment_that_libreoffice_writes(tmp_path):
    found = article(producers.convert(word(tmp_path), "odt"))
    assert [(one.exact, one.note) for one in found.highlights] == [("two new locks", "Since when?")]
