"""Other keyboard layouts, with the characters that they send coming through a pty."""

from collections.abc import Iterator

import pytest
from terminal import ONRECORD, Terminal

from store.collection import open_collection
from store.importing import import_paths
from tui.layouts import LAYOUTS, latin_key

ARTICLES = {
    "a.txt": "Ferries stop\n\nThe first ferry left Tarn at dawn. “We will be back,” said Ana Orrin.\n",
    "b.txt": "Mill opens\n\nThe mill at Umber opened its gates on Monday.\n",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    folder = tmp_path_factory.mktemp("layouts")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    collection = open_collection(folder / "layouts.db")
    import_paths(collection, [folder / name for name in ARTICLES])
    collection.close()
    with Terminal([*ONRECORD, "--db", str(folder / "layouts.db")], 130, 30) as app:
        app.shows("2 articles")
        app.shows("¶2")
        yield app


def typed(layout: str, keys: str) -> str:
    """The characters that a layout sends for QWERTY keys."""
    sent = {latin: char for char, latin in LAYOUTS[layout].items() if len(char) == 1}
    return "".join(sent.get(key, key) for key in keys)


@pytest.mark.parametrize("layout", ["russian", "ukrainian", "belarusian", "greek", "arabic"])
def test_the_same_keys_work(app: Terminal, layout: str) -> None:
    j, k, m, u = (typed(layout, key) for key in "jkmu")
    assert not (j + k + m + u).isascii()
    app.send(j + m)
    app.until(lambda: "★" in app.lines[3][:8] and "★" not in app.lines[1][:8], "the star")
    app.send(k)
    app.until(lambda: app.lines[1].startswith("▌"), "the cursor")
    app.send(u)
    app.hides("★")


@pytest.mark.parametrize("layout", ["russian", "greek", "arabic", "german", "french"])
def test_fields_take_the_characters_as_they_are(app: Terminal, layout: str) -> None:
    app.send("f")
    app.shows("words in title")
    words = "".join(char for char in LAYOUTS[layout] if len(char) == 1 and char.isalpha())[:12]
    app.send(words)
    app.until(lambda: any(words in line for line in app.lines[:3]) or layout == "arabic", words)
    app.shows("No article fits")
    app.send("\x1b")
    app.shows("2 articles")
    app.hides("No article fits")


@pytest.mark.parametrize(("layout", "two"), [("french", "é"), ("arabic", "٢")])
def test_digits_that_need_shift_or_are_other_digits_work(app: Terminal, layout: str, two: str) -> None:
    assert latin_key(two, (layout,)) == "2"
    app.send("\r")
    app.shows("2 speaker")
    app.send(typed(layout, "vw") + two)
    app.shows("type a name, an alias")
    app.send("\x07")
    app.hides("type a name, an alias")
    app.send("vq")
