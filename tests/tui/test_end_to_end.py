"""The main job from the keyboard, in a real terminal: import, read, tag, copy, quit, start again, export."""

import base64
import csv
import re
import shutil
from pathlib import Path


def tag_quote(terminal, name: str, role: str) -> None:
    """Put the quotation under the cursor on record, said by a new speaker."""
    terminal.send("i")
    terminal.send("1")
    terminal.shows("addressee")
    terminal.send(f"{name}\r")
    terminal.shows("kind")
    terminal.send(f"{role}\r")
    terminal.shows(f"❝ {name}, {role}, direct · 1 copy here")


def search(terminal, words: str) -> None:
    """Go to the words in the article."""
    terminal.send("/")
    terminal.hides("v select")
    terminal.send(f"{words}\r")
    terminal.shows("v select")


def quit_of(terminal) -> int:
    """Leave the app. Returns its exit code."""
    terminal.send("\x11")
    return terminal.ended()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_main_job_from_import_to_export(terminal, river_talks: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    shutil.copy(river_talks, saved)
    out = tmp_path / "out"
    app = terminal("--db", str(tmp_path / "c.db"), XDG_CACHE_HOME=str(tmp_path / "cache"))
    app.shows("Press I to import")
    app.send("I")
    app.shows("file, folder")
    app.send(f"{saved}\r")
    app.shows("1 added.")
    app.send("\r")
    app.shows("≡47%")

    app.send("\r")
    app.shows("¶1")
    app.send("}")
    app.shows("again in ¶9–15")
    app.send("=")
    app.shows("copy of ¶2–8")
    app.send("ppg}pp")
    app.shows("We settled more")
    tag_quote(app, "Ilse Taverne", "Chancellor of Norrin")
    search(app, "some of it")
    tag_quote(app, "Pell Orrin", "Ambassador to Sutheria")
    app.send("q")
    app.hides("some of it")
    search(app, "a goal was set")
    app.send("v)3")
    app.shows("beneficiary")
    app.send("Pell\r\r")  # taken, then saved
    app.shows("On record: commitment, 1 copy here")
    app.send("qg}pp")
    app.shows("Ilse Taverne, Chancellor of Norrin, direct")
    app.send("y")
    app.shows("Sent to the terminal")
    copied = (tmp_path / "cache" / "onrecord" / "copied.txt").read_text(encoding="utf-8")
    assert copied.startswith("“We settled more than I had hoped for.")
    assert copied.split("” — ")[1].startswith("Ilse Taverne, Chancellor of Norrin, Norrin Wire")
    sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", app.written)
    assert sent is not None
    assert base64.b64decode(sent[1]).decode() == copied
    assert quit_of(app) == 0

    app = terminal("--db", str(tmp_path / "c.db"))
    app.shows("❝2  ⚑1")
    app.send("\r")
    app.shows("Ilse Taverne, Chancellor of Norrin, direct · 1 copy here")
    app.send("g")
    app.shows("2 quotes · 1 commitment")
    app.send("E")
    app.shows("spreadsheets; a file a kind")
    app.send("\x15")
    app.shows("~/articles")
    app.send(f"{out}\r")
    app.until(lambda: (out / "commitments.csv").exists(), "the files")
    app.shows("close")
    app.send("\r")
    assert quit_of(app) == 0

    quotes = rows(out / "quotes.csv")
    assert [quote["speaker"] for quote in quotes] == ["Ilse Taverne", "Pell Orrin"]
    assert [quote["copies_here"] for quote in quotes] == ["1", "1"]
    text = river_talks.read_text(encoding="utf-8")
    for quote in quotes:
        assert quote["exact"] == text[int(quote["start"]) : int(quote["end"])]
    assert [(row["promisor"], row["copies_here"]) for row in rows(out / "commitments.csv")] == [("Pell Orrin", "1")]
    assert (tmp_path / "c.db").stat().st_mode & 0o777 == 0o600


def test_the_demo_opens_on_articles_and_leaves_nothing(terminal, tmp_path: Path) -> None:
    app = terminal("demo", TMPDIR=str(tmp_path))
    app.shows("articles ·")
    app.shows("Norrin Wire")
    assert quit_of(app) == 0
    assert not list(tmp_path.glob("onrecord-demo-*"))


def test_a_terminal_that_cannot_draw_is_told(terminal, tmp_path: Path) -> None:
    app = terminal("--db", str(tmp_path / "c.db"), TERM="dumb")
    assert app.ended() == 1
    assert "TERM is dumb" in app.text


def test_without_colours_the_copy_has_its_bar(terminal, river_talks: Path, tmp_path: Path) -> None:
    app = terminal("--db", str(tmp_path / "c.db"), NO_COLOR="1")
    app.shows("Press I to import")
    app.send("I")
    app.shows("file, folder")
    app.send(f"{river_talks}\r")
    app.shows("1 added.")
    app.send("\r")
    app.shows("≡47%")
    app.send("\r")
    app.shows("¶1")
    app.send("}=")
    app.shows("┃ copy of ¶2–8")
    assert quit_of(app) == 0
