"""Files of every format that importers read, made of invented articles."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LEAD = "VELDMAR, 3 June 2031 (Norrin Wire) – Chancellor Ilse Taverne of Norrin met President Oskar Belun."
QUOTE = "“We settled more than I had hoped,” she said. Числа: 12 пунктов, 𝟙𝟚."
BLOCK = "Both leaders recalled their talks of last winter and the plan for the shared waterways."
LINES = [LEAD, QUOTE, BLOCK, QUOTE, BLOCK]


def zipped(path: Path, parts: dict[str, str | bytes], stored: tuple[str, ...] = ()) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return path


def word(path: Path) -> Path:
    document = docx.Document()
    document.core_properties.title = "A file's name"
    document.core_properties.author = "Ivo Sandrel"
    document.add_heading("Locks will open", 0)
    for line in LINES:
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = "In a table."
    document.save(path)
    return path


ODT = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:tracked-changes><text:p>Struck out.</text:p></text:tracked-changes>
<text:h text:style-name="Title">Locks will open</text:h>{}<text:list><text:list-item><text:p>In a<text:s text:c="2"/>list.<text:note>
<text:note-body><text:p>A footnote.</text:p></text:note-body></text:note></text:p></text:list-item></text:list>
</office:text></office:body></office:document-content>"""
META = """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:creator>Ivo Sandrel</dc:creator><dc:language>en</dc:language>
</office:meta></office:document-meta>"""


def odt(path: Path) -> Path:
    body = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    return zipped(
        path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT.format(body), "meta.xml": META}
    )


CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'


def epub(path: Path, chapters: list[str]) -> Path:
    manifest = "".join(f'<item id="c{n}" href="c%20{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    about = (
        "<dc:title>The Umber Herald, 3 June</dc:title><dc:creator>Ivo Sandrel</dc:creator>"
        "<dc:date>2031-06-03T00:00:00Z</dc:date><dc:language>en</dc:language>"
    )
    package = (
        f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{about}</metadata>'
        f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package,
    }
    parts |= {f"OPS/c {n}.xhtml": f"<html><body>{chapter}</body></html>" for n, chapter in enumerate(chapters)}
    return zipped(path, parts, stored=("mimetype",))


def chapter(title: str, lines: list[str]) -> str:
    return f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines)


WORDS = "<p>The locks at Tarn will open.</p><p>The locks at Tarn will open.</p><p>“Yes,” she said.</p>"
WORDS_AS_LINES = ["The locks at Tarn will open.", "The locks at Tarn will open.", "“Yes,” she said."]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Umber Herald</title><link>https://herald.example/</link>
<item><title>Locks &amp;amp; ferries</title><link>https://herald.example/locks</link><dc:creator>Ivo Sandrel</dc:creator>
<pubDate>Tue, 03 Jun 2031 06:40:00 +0200</pubDate><description>Short.</description><content:encoded><![CDATA[{WORDS}]]></content:encoded></item>
<item><title>Ferries</title><link>https://herald.example/ferries</link><description>Only a summary.</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Umber Herald</title><entry><title type="html">Locks</title>
<link rel="self" href="https://herald.example/feed"/><link href="https://herald.example/locks"/><published>2031-06-03T06:40:00Z</published>
<author><name>Ivo Sandrel</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WORDS}</div></content>
</entry></feed>"""


NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf xml:lang="en"><head><docdata>
<date.issue norm="20310603T064000Z"/></docdata><pubdata name="Norrin Wire"/></head><body><body.head><hedline><hl1>Locks will
open</hl1></hedline><byline>By <person>Ivo Sandrel</person><byttl>Reporter</byttl></byline><dateline><location><city>Veldmar</city></location>
</dateline></body.head><body.content><p>The locks at Tarn will open.</p><p>The locks at Tarn will open.</p><p>“Yes,” she
said.</p></body.content></body></nitf>"""

NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem xml:lang="en"><itemMeta><provider><name>Norrin
Wire</name></provider><versionCreated>2031-06-03T06:40:00Z</versionCreated></itemMeta><contentMeta><headline>Locks will open</headline>
<by>Ivo Sandrel</by><located><name>Veldmar</name></located></contentMeta><contentSet><inlineXML contenttype="application/xhtml+html">
<html xmlns="http://www.w3.org/1999/xhtml"><body>{WORDS}</body></html></inlineXML></contentSet></newsItem><newsItem><itemMeta/>
</newsItem></itemSet></newsMessage>"""


def page(words: str) -> bytes:
    return f"<html><body><article><p>{words}</p><p>{words}</p></article></body></html>".encode()


def warc(compressed: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for name, kind, content, status in (
        ("one", "text/html; charset=utf-8", page("The locks at Tarn will open in spring."), "200 OK"),
        ("picture", "image/png", b"\x89PNG", "200 OK"),
        ("gone", "text/html", page("Not found."), "404 Not Found"),
        ("empty", "text/html", b"<html><body></body></html>", "200 OK"),
        ("two", "text/html", page("Ferries will sail again on Saturday, the harbour master said."), "200 OK"),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                f"https://herald.example/{name}", "response", io.BytesIO(content), http_headers=headers
            )
        )
    return out.getvalue()


LETTER = "VELDMAR, 3 June (Norrin Wire) – The locks will open.\n\nThe locks will open.\n\n“Yes,” she said. Шлюзы.\n"


def mail(
    text: str = LETTER, page: str = "", newsletter: bool = True, subject: str = "Locks will open – Шлюзы"
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"The Umber Herald" <news@umberherald.example>'
    message["To"] = "reader@example.org"
    message["Subject"] = subject
    message["Date"] = "Tue, 03 Jun 2031 06:40:00 +0200"
    if newsletter:
        message["List-Unsubscribe"] = "<https://umberherald.example/leave>"
    if text:
        message.set_content(text)
    if page:
        (message.add_alternative if text else message.set_content)(page, subtype="html")
    return message
