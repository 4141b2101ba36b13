"""The main job from the keyboard, in a real terminal: import, read, tag, copy, quit, start again, export."""

import base64
import csv
import re
import shutil
from pathlib import Path


def tag_quote(terminal, name: str, role: str) -> None:
    """Put the quotation under the cursor on record, said by a new speaker."""
    terminal.press("i")
    terminal.press("1")
    terminal.says("addressee")
    terminal.press(f"{name}\r")
    terminal.says("kind")
    terminal.press(f"{role}\r")
    terminal.says(f"❝ {name}, {role}, direct · ×2 here")


def search(terminal, words: str) -> None:
    """Go to the words in the article."""
    terminal.press("/")
    terminal.gone("v select")
    terminal.press(f"{words}\r")
    terminal.says("v select")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_main_job_from_import_to_export(terminal, river_talks: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    shutil.copy(river_talks, saved)
    out = tmp_path / "out"
    app = terminal("--db", str(tmp_path / "c.db"), XDG_CACHE_HOME=str(tmp_path / "cache"))
    app.says("Press I to import")
    app.press("I")
    app.says("file, folder")
    app.press(f"{saved}\r")
    app.says("1 added.")
    app.press("\r")
    app.says("≡47%")

    app.press("\r")
    app.says("¶1")
    app.press("}")
    app.says("again in ¶9–15")
    app.press("=")
    app.says("copy of ¶2–8")
    app.press("ppg}pp")
    app.says("We settled more")
    tag_quote(app, "Ilse Taverne", "Chancellor of Norrin")
    search(app, "some of it")
    tag_quote(app, "Pell Orrin", "Ambassador to Sutheria")
    app.press("q")
    app.gone("some of it")
    search(app, "a goal was set")
    app.press("v)3")
    app.says("beneficiary")
    app.press("Pell\r")
    app.says("On record: commitment, ×2 here")
    app.press("qg]")
    app.says("Ilse Taverne, Chancellor of Norrin, direct")
    app.press("y")
    app.says("Sent to the terminal")
    copied = (tmp_path / "cache" / "onrecord" / "copied.txt").read_text(encoding="utf-8")
    assert copied.startswith("“We settled more than I had hoped for.")
    assert copied.split("” — ")[1].startswith("Ilse Taverne, Chancellor of Norrin, Norrin Wire")
    sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", app.written)
    assert sent is not None
    assert base64.b64decode(sent[1]).decode() == copied
    assert app.quit() == 0

    app = terminal("--db", str(tmp_path / "c.db"))
    app.says("❝2  ⚑1")
    app.press("\r")
    app.says("Ilse Taverne, Chancellor of Norrin, direct · ×2 here")
    app.press("g")
    app.says("2 quotes · 1 commitment")
    app.press("E")
    app.says("Export as CSV")
    app.press("\x15")
    app.says("~/articles")
    app.press(f"{out}\r")
    app.until(lambda: (out / "commitments.csv").exists(), "the files")
    app.says("close")
    app.press("\r")
    assert app.quit() == 0

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
    app.says("articles ·")
    app.says("Norrin Wire")
    assert app.quit() == 0
    assert not list(tmp_path.glob("onrecord-demo-*"))


def test_a_terminal_that_cannot_draw_is_told(terminal, tmp_path: Path) -> None:
    app = terminal("--db", str(tmp_path / "c.db"), TERM="dumb")
    assert app.ended() == 1
    assert "TERM is dumb" in app.text


def test_without_colours_the_copy_has_its_bar(terminal, river_talks: Path, tmp_path: Path) -> None:
    app = terminal("--db", str(tmp_path / "c.db"), NO_COLOR="1")
    app.says("Press I to import")
    app.press("I")
    app.says("file, folder")
    app.press(f"{river_talks}\r")
    app.says("1 added.")
    app.press("\r")
    app.says("≡47%")
    app.press("\r")
    app.says("¶1")
    app.press("}=")
    app.says("┃ copy of ¶2–8")
    assert app.quit() == 0
