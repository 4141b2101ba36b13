"""Hostile text on every surface: no sequence of it reaches the terminal, and nothing crashes.

The collection has the payloads in titles, outlets, authors, places, texts, names, roles, aliases, notes and fields.
Two sessions in a real terminal visit the surfaces; what they wrote is searched for the bytes of each payload.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from store import articles, records, speakers
from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.passages import look_for_pending

PAYLOADS = {
    "escape": "\x1bc",
    "csi": "\x1b[31;5m",
    "osc title": "\x1b]0;owned\x07",
    "osc 8": "\x1b]8;;e\x07",
    "osc 52": "\x1b]52;c;eA==\x07",
    "c1 csi": "\x9b31;5m",
    "c1 osc": "\x9d0;own\x9c",
    "nul": "\x00",
    "bidi override": "\u202e",
    "bidi isolate": "\u2066",
    "zero width": "\u200b",
    "bom": "\ufeff",
    "markup": "[/x]",
    "sic": "[sic]",
    "style": "[blink]",
}
HARMLESS = {"markup", "sic", "style"}
"""Payloads that are to be shown as they are: the terminal takes them for letters, only Textual's markup does not."""

NAMES = list(PAYLOADS)
HALVES = ("".join(PAYLOADS[name] for name in NAMES[:6]), "".join(PAYLOADS[name] for name in NAMES[6:]))
SIZE = (160, 50)


@dataclass
class Visit:
    """What a session wrote to its terminal, and what each surface showed."""

    written: bytes
    shown: dict[str, str]


def hostile_collection(path: Path) -> None:
    """A collection with one article and one of each record a half of the payloads, which stands everywhere."""
    collection = open_collection(path)
    for number, evil in enumerate(HALVES, 1):
        mark = f"{number}{evil}"
        words = f"“We paid{mark} 5 euros, or 6,” said Ann{mark} on Friday in the old hall by the river."
        text = f"{mark} begins.\n{words}\nSomething else{mark}.\n{words.replace('or 6', 'or 7')}"
        text = text.replace("\0", "")  # which no file brings into a text
        saved = SavedArticle(
            text, f"T{mark}", f"O{mark}", f"A{mark}", f"http://e/{mark}", f"P{mark}", f"2024-01-0{number}", "day"
        )
        import_items(collection, [saved])
        look_for_pending(collection)
        (row,) = [
            one for one in articles.rows(collection, articles.ids(collection)) if one.title.startswith(f"T{number}")
        ]
        start = text.index("“We")
        uid, along = speakers.new_speaker(f"S{mark}", "person", f"R{mark}", [f"L{mark}"])
        span = [("content", start, text.index("”") + 1)]
        fields = {"speaker": uid, "role": f"R{mark}", "addressee": f"D{mark}", "venue": f"V{mark}"}
        records.tag(collection, "quote", row.uid, span, fields, f"N{mark}", along)
        fields = {"promisor": uid, "action": f"C{mark}", "quantity": 5.0, "unit": f"U{mark}"}
        records.tag(collection, "commitment", row.uid, span, fields, f"M{mark}")
    collection.close()


def visit(terminal, path: Path, folder: Path) -> Visit:
    """Go through the surfaces of the app."""
    app = terminal("--db", str(path), size=SIZE)
    shown: dict[str, str] = {}

    def look(surface: str, keys: str, words: str, leave: str = "", gone: str = "") -> None:
        app.send(keys)
        app.shows(words)
        shown[surface] = app.text
        if leave:
            app.send(leave)
            app.hides(gone or words)

    app.shows("T1")
    look("list", "", "T2")
    for number in (1, 2):
        app.send("gj" if number == 1 else "gk")
        app.shows(f"T{number}")
        look(f"page {number}", "\r", "v select")
        app.send("g")
        look(f"detail {number}", "]", f"S{number}")
        look(f"quote form {number}", "e", "addressee", "\x07")
        look(f"note {number}", "t", "Note", "\x07")
        look(f"article form {number}", "A", "language", "\x07")
        look(f"search {number}", "/", "words in this article")
        app.hides("v select")
        app.send(f"\x1b[200~{HALVES[number - 1]}\x1b[201~")
        app.send("\r")
        app.shows("v select")
        app.send("q")
        look(f"copied {number}", "y", "Sent to the terminal")
        look(f"new quote {number}", "gp1", "addressee")
        app.send("S")
        app.shows(f"S{number}")
        shown[f"picker {number}"] = app.text
        app.send("\x07")
        app.hides("addressee")
        app.send("q")
        app.hides("v select")
    look("quotes", "o", "Quotes: 2", "q")
    look("speakers", "s", "Speakers: 2")
    look("speaker form", "e", "Wikidata", "\x07")
    app.send("q")
    app.hides("Speakers: 2")
    look("commitments", "c", "Commitments: 2", "q")
    look("variants", "V", "Variants: ", "q")
    look("help", "?", "Go one line down.", "\x1b")
    look("palette", "\x10", "Find an action", "\x1b")
    app.send("f")
    app.shows("words in title")
    app.send(f"\x1b[200~{HALVES[0]}{HALVES[1]}\x1b[201~")
    app.shows("No article fits")
    shown["filter"] = app.text
    app.send("\x1b")
    app.shows("2 articles")
    app.send("I")
    app.shows("file, folder")
    app.send(f"{folder}\r")
    app.shows("failed")
    app.shows("close")
    shown["import"] = app.text
    app.send("\r")
    app.hides("close")
    app.send("\x11")
    assert app.ended() == 0
    return Visit(bytes(app.written), shown)


@pytest.fixture(scope="module")
def visited(terminal, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    folder = tmp_path_factory.mktemp("hostile")
    bad = folder / f"F{HALVES[0]}.txt".replace("/", "").replace("\0", "")
    bad.write_bytes(b"\0\0\0")
    path = tmp_path_factory.mktemp("collection") / "c.db"
    hostile_collection(path)
    return visit(terminal, path, folder)


@pytest.mark.parametrize("name", sorted(PAYLOADS.keys() - HARMLESS))
def test_no_sequence_reaches_the_terminal(visited: Visit, name: str) -> None:
    payload = PAYLOADS[name].encode()
    at = visited.written.find(payload)
    assert at < 0, visited.written[max(0, at - 200) : at + 100]


SURFACES = {
    "list": "TOT",
    "page 1": "TOAP",
    "detail 1": "SR",
    "quote form 1": "SRDV",
    "speakers": "SRL",
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_brackets_are_shown_as_they_are(visited: Visit, surface: str, name: str) -> None:
    number = 1 + (NAMES.index(name) >= 6)
    text = visited.shown[surface.replace("1", str(number))]
    assert PAYLOADS[name] in text


@pytest.mark.parametrize("mark", ["␛", "␇", "␀", "\N{REPLACEMENT CHARACTER}"])
def test_what_was_replaced_is_seen(visited: Visit, mark: str) -> None:
    assert mark in "".join(visited.shown.values())
