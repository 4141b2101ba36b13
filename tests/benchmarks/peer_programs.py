"""The terminal programs that the app is measured beside, each with what it needs to show the same text."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

WORDS = "the ferry left port at dawn and the mill on the river opened its gates to the miller of Tarn".split()

TEXT_AREA = """
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea

class Area(App):
    def compose(self):
        yield TextArea(Path(sys.argv[1]).read_text(), read_only=True, soft_wrap=True)

Area().run()
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program to start.

    Attributes:
        shows: Words of its first screen.
        opens: Keys that lead from there to the text, one after another.
        bar: Ours is to paint in at most so many times the time that it takes; None where no bar is set.
        reads: Whether it shows a text in which one can move.
    """

    name: str
    command: Sequence[str]
    shows: str
    opens: Sequence[str] = ()
    bar: float | None = None
    reads: bool = True


def text_of(characters: int) -> str:
    """Paragraphs of invented words, so many characters."""
    paragraph = " ".join(WORDS[(7 * n) % len(WORDS)] for n in range(90)).capitalize() + "."
    return "\n\n".join([paragraph] * (characters // (len(paragraph) + 2) + 1))[:characters]


def harlequin(command: str, text: str, folder: Path) -> Program:
    """A database shell on an empty database."""
    return Program("harlequin", [command, "--locale", "C"], "Query Editor", bar=0.4, reads=False)


def posting(command: str, text: str, folder: Path) -> Program:
    """A client for web services with no request saved."""
    return Program("posting", [command, "--collection", str(folder)], "Collection", bar=0.4, reads=False)


def frogmouth(command: str, text: str, folder: Path) -> Program:
    """A Markdown reader on the text."""
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return Program("frogmouth", [command, str(page)], "ferry", bar=0.6)


def newsboat(command: str, text: str, folder: Path) -> Program:
    """A feed reader whose only feed has the text as its only entry."""
    paragraphs = escape("".join(f"<p>{part}</p>" for part in text.split("\n\n")))
    (folder / "feed.xml").write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The ferry feed</title><link>http://tarn.invalid/</link>'
        f"<item><title>A long read</title><guid>1</guid><description>{paragraphs}</description></item></channel></rss>"
    )
    (folder / "urls").write_text(f"file://{folder / 'feed.xml'}\n")
    (folder / "config").write_text("bind-key j down\n")
    command_line = [command]
    for option, name in (("-u", "urls"), ("-c", "cache.db"), ("-C", "config")):
        command_line += [option, str(folder / name)]
    subprocess.run([*command_line, "-x", "reload"], check=True, capture_output=True, timeout=60)
    return Program("newsboat", command_line, "ferry feed", ["\r", "\r"])


def baca(command: str, text: str, folder: Path) -> Program:
    """A reader of EPUB books on the text as a book of one chapter."""
    book = folder / "book.epub"
    chapter = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        archive.writestr(
            "book.opf",
            '<package version="2.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The ferry</dc:title>'
            '<dc:identifier id="id">1</dc:identifier><dc:language>en</dc:language></metadata>'
            '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
            '<spine toc="ncx"><itemref idref="c"/></spine></package>',
        )
        archive.writestr(
            "toc.ncx",
            '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap><navPoint id="n" playOrder="1">'
            '<navLabel><text>One</text></navLabel><content src="c.xhtml"/></navPoint></navMap></ncx>',
        )
        archive.writestr(
            "c.xhtml",
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body>{chapter}</body></html>',
        )
    return Program("baca", [command, str(book)], "ferry")


MAKERS: dict[str, Callable[[str, str, Path], Program]] = {
    "harlequin": harlequin,
    "posting": posting,
    "frogmouth": frogmouth,
    "newsboat": newsboat,
    "baca": baca,
}


def text_area(text: str, folder: Path) -> Program:
    """Textual's own widget for long texts, on the text."""
    page = folder / "page.txt"
    page.write_text(text, encoding="utf-8")
    return Program("TextArea", [sys.executable, "-c", TEXT_AREA, str(page)], "ferry")


def installed(peers: Path) -> dict[str, str]:
    """The commands of the peers that are installed, as PEERS/NAME/bin/NAME or on the path."""
    found = {}
    for name in MAKERS:
        beside = peers / name / "bin" / name
        if command := str(beside) if beside.exists() else shutil.which(name):
            found[name] = command
    return found


def programs(peers: Path, text: str, folder: Path) -> list[Program]:
    """All that are installed, showing the text; their files are made in `folder`, which is made."""
    made = []
    for name, command in installed(peers).items():
        own = folder / name
        own.mkdir(parents=True)
        made.append(MAKERS[name](command, text, own))
    return [*made, text_area(text, folder)]
