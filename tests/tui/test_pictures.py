"""Every screen, at every size and in all colours that it has to be comfortable in: it comes, fits, and looks as it did.

How each looked is kept in `pictures/`, as text. After a wanted change: `pytest tests/tui/test_pictures.py --retake`,
and look at what `git diff` tells of them.
"""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from difflib import unified_diff
from pathlib import Path

import pytest
from apps import running
from picture import Picture, pictured, settle, take
from test_hostile_text import hostile_collection
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

import store.samples
from store import articles, records, speakers
from store.collection import Collection, open_collection
from store.importing import import_paths
from store.passage_building import update_passages
from store.passages import look_for_pending
from tui.app import OnRecord
from tui.settings import Settings
from tui.themes import THEMES

pytestmark = pytest.mark.usefixtures("at_rest")

PICTURES = Path(__file__).with_name("pictures")
SAMPLES = ("norrin-wire-gauge.txt", "norrin-wire-river-talks.txt", "vesti-umbera-port.txt")

TO_PAGE = (("", "Norrin Wire"), ("enter", "¶1"), ("g", "Chancellor Ilse"))
QUOTE = (*TO_PAGE, ("} p p i", "We settled"))

SCREENS = {
    "list": (("j", "⇄18%"),),
    "empty-filter": (("f z z z", "No article fits"),),
    "page": (*TO_PAGE, ("] ]", "Ilse Taverne, Chancellor of Norrin")),
    "selection": (*QUOTE, ("w", "We settled")),
    "copies-dimmed": (*TO_PAGE, ("} =", "copy of ¶2–8")),
    "copies-folded": (*TO_PAGE, ("} = d", "⋯ copy of")),
    "copies-highlighted": (*TO_PAGE, ("} = d d", "Copies are highlighted")),
    "search": (*TO_PAGE, ("slash", "words in this article"), ("l o c k s enter", "locks")),
    "quote": (*QUOTE, ("1", "addressee")),
    "new-speaker": (*QUOTE, ("1 A n n a enter", "kind")),
    "commitment": (*QUOTE, ("3", "beneficiary")),
    "note": (*QUOTE, ("t", "Note")),
    "mention": (*TO_PAGE, ("p v w 2", "these words")),
    "leave": (*QUOTE, ("3 tab x escape", "would be lost")),
    "marks": (*TO_PAGE, ("apostrophe", "Marks")),
    "concordance": (*QUOTE, ("escape K", "Concordance")),
    "diff": (*TO_PAGE, ("} D", "Copies")),
    "passages": (("W", "Passages: 2"),),
    "review": (("R", "No suggestion waits"),),
    "article": (*TO_PAGE, ("A", "language")),
    "quotes": (("o", "Quotes: 2"),),
    "speakers": (("s", "Speakers: 3"),),
    "speaker": (("s", "Speakers: 3"), ("enter", "Chancellor of Norrin")),
    "speaker-form": (("s", "Speakers: 3"), ("e", "in office")),
    "commitments": (("c", "Commitments: 1"),),
    "variants": (("V", "No copy waits"),),
    "import": (("I", "file, folder"),),
    "export": (("E", "Export"),),
    "help": (("question_mark", "Go one line down."),),
    "palette": (("ctrl+p", "Find an action"),),
}
GALLERY = {
    "gallery-list": (("", "Many hands"),),
    "gallery-page": (("enter", "¶1"), ("g", "Many hands")),
    "gallery-emoji": (("enter", "¶1"), ("G", "the end")),
    "hostile-page": (("G enter", "¶1"), ("g", "begins")),
    "hostile-quotes": (("o", "Quotes: 2"),),
    "hostile-speakers": (("s", "Speakers: 2"),),
}
"""By name the keys that lead to a screen, with the words that it shows once they are dealt with.

The gallery is a collection of text in many scripts, of emoji, of control, bidirectional and markup characters.
"""

TOUR = {"tour": (("", "1 of 6"), ("enter", "2 of 6"))}
WAYS = SCREENS | GALLERY | TOUR


def put_on_record(collection: Collection) -> None:
    """Two quotes, a mention and a commitment."""
    rows = articles.rows(collection, articles.ids(collection))
    uid, number = next((row.uid, row.id) for row in rows if row.title.startswith("Chancellor Ilse"))
    text = articles.open_reading(collection, number).text

    def put(kind: str, begins: str, ends: str, name: str, role: str, **fields: object) -> None:
        start = text.index(begins)
        span = ("content", start, text.index(ends, start) + len(ends))
        speaker, along = next(iter(speakers.meant(collection, name, uid)), None), []
        if speaker is None:
            speaker, along = speakers.new_speaker(name, role=role)
        owner = {"promisor": speaker} if kind == "commitment" else {"speaker": speaker, "role": role}
        records.tag(collection, kind, uid, [span], owner | fields, along=along)

    put("quote", "“We settled", "”", "Ilse Taverne", "Chancellor of Norrin")
    put("quote", "“Some of it", "”", "Pell Orrin", "Ambassador to Sutheria")
    put("mention", "Oskar Belun", "Belun", "Oskar Belun", "President of Sutheria")
    amount = {"quantity": 2e9, "unit": "USD", "deadline": "2027-06-03", "deadline_precision": "day"}
    put("commitment", "a goal was set", "years", "Pell Orrin", "", action="raise trade between both", **amount)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a collection of some sample articles, with records."""
    folder = tmp_path_factory.mktemp("samples")
    collection = open_collection(folder / "demo.db")
    import_paths(collection, [Path(store.samples.__file__).with_name(name) for name in SAMPLES])
    look_for_pending(collection)
    update_passages(collection)
    put_on_record(collection)
    collection.close()
    return folder


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the collection with the gallery."""
    folder = tmp_path_factory.mktemp("gallery")
    hostile_collection(folder / "demo.db")
    collection = open_collection(folder / "demo.db")
    import_paths(collection, [Path(__file__).parents[1] / "articles" / "gallery.txt"])
    look_for_pending(collection)
    update_passages(collection)
    collection.close()
    return folder


Begin = Callable[[str, tuple[int, int]], AbstractAsyncContextManager[Pilot[bool]]]


@pytest.fixture
def begin(made: Path, gallery: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Begin:
    """Begins the app and leads to a screen: `async with begin("help", (80, 24)) as pilot: …`.

    What is suggested in an article is tested elsewhere; here it would change with every rule.
    """
    monkeypatch.setattr("store.suggestions.suggestions_for", lambda *_: [])
    monkeypatch.setattr("store.suggesting.suggest_all", lambda *_: 0)
    monkeypatch.setattr("tui.screens.reading.LOOK_AFTER", 0)
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
    monkeypatch.chdir("/")

    @asynccontextmanager
    async def beginning(name: str, size: tuple[int, int]) -> AsyncIterator[Pilot[bool]]:
        folder = Path(shutil.copytree(gallery if name in GALLERY else made, tmp_path / "copy", dirs_exist_ok=True))
        collection = open_collection(folder / "demo.db")
        app = OnRecord(collection, Settings(), touring=name in TOUR)
        async with running(app, size) as pilot:
            for keys, words in WAYS[name]:
                await settle(pilot)
                await pilot.press(*keys.split())
                await comes(pilot, words)
            yield pilot

    return beginning


async def comes(pilot: Pilot[bool], words: str) -> None:
    """Wait until the screen shows these words."""
    for _ in range(1_000):
        await pilot.pause()
        if words in shown(pilot.app):
            return
        await pilot.pause(0.01)
    raise AssertionError(f"{words!r} did not come:\n{shown(pilot.app)}")


def shown(app: App[bool]) -> str:
    """What the screen shows."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def taken(pilot: Pilot[bool], size: tuple[int, int]) -> Picture:
    """The picture of the screen at a size, in which nothing sticks out."""
    app = pilot.app
    if app.size != size:
        await pilot.resize_terminal(*size)
    await settle(pilot)
    for widget in app.screen.query("#box, #keys, KeyBar"):
        assert app.screen.region.contains_region(widget.region), f"{widget} sticks out"
    picture = take(app)
    assert len(picture.lines) == pictured(app).height
    return picture


def compare(request: pytest.FixtureRequest, name: str, now: str) -> None:
    """Compare a picture with the one that is kept, or keep it."""
    path = PICTURES / f"{name}.txt"
    if request.config.getoption("--retake"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
        return
    assert path.exists(), f"There is no picture {path.name}: take it with --retake."
    kept = path.read_text(encoding="utf-8")
    changed = unified_diff(kept.splitlines(), now.splitlines(), "as it was", "as it is", n=1, lineterm="")
    assert kept == now, f"{path.name} looks otherwise; where that is wanted, take it anew with --retake:\n" + "\n".join(
        changed
    )


@pytest.mark.parametrize("name", WAYS)
async def test_a_screen_of_few_lines_looks_as_it_did_in_all_colours(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, begin: Begin, name: str
) -> None:
    async with begin(name, (80, 24)) as pilot:
        dark = await taken(pilot, (80, 24))
        parts = [dark.text("80x24, dark")]
        for theme in ("light", "colour-blind"):
            pilot.app.theme = THEMES[theme].name
            parts.append((await taken(pilot, (80, 24))).text(theme, dark))
        pilot.app.theme = THEMES["dark"].name
        larger = await taken(pilot, (120, 40))
    monkeypatch.setenv("NO_COLOR", "1")
    async with begin(name, (80, 24)) as pilot:
        parts.append((await taken(pilot, (80, 24))).text("no colour", dark))
    compare(request, f"{name}-80x24", "\n".join([*parts, larger.text("120x40")]))


@pytest.mark.parametrize("name", WAYS)
async def test_a_wide_screen_looks_as_it_did(request: pytest.FixtureRequest, begin: Begin, name: str) -> None:
    async with begin(name, (160, 50)) as pilot:
        parts = [(await taken(pilot, size)).text("x".join(map(str, size))) for size in ((160, 50), (200, 60))]
    compare(request, f"{name}-160x50", "\n".join(parts))
