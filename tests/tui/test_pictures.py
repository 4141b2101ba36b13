"""Every screen, at both sizes that it has to be comfortable at: it comes, says what it is for, and fits.

With ONRECORD_PICTURES=1 each is also compared with its picture, for a person to look at what changed: work that goes on
behind a dialog may show in the one picture and not in the other. After a wanted change:
`ONRECORD_PICTURES=1 pytest tests/tui/test_pictures.py --snapshot-update`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import store.samples
from store import articles, records, speakers
from store.collection import Collection, open_collection
from store.importing import import_paths
from store.passage_building import update_passages
from store.passages import look_for_pending
from tui.app import OnRecord
from tui.settings import Settings

SAMPLES = ("norrin-wire-gauge.txt", "norrin-wire-river-talks.txt", "vesti-umbera-port.txt")
SIZES = {"80x24": (80, 24), "160x50": (160, 50)}

TO_PAGE = (("", "Norrin Wire"), ("enter", "¶1"), ("g", "Chancellor Ilse"))
QUOTE = (*TO_PAGE, ("} p p i", "We settled"))

SCREENS = {
    "list": (("j", "⇄18%"),),
    "page": (*TO_PAGE, ("] ]", "Ilse Taverne, Chancellor of Norrin")),
    "selection": (*QUOTE, ("w", "We settled")),
    "copies-dimmed": (*TO_PAGE, ("} =", "copy of ¶2–8")),
    "copies-folded": (*TO_PAGE, ("} = d", "⋯ copy of")),
    "copies-highlighted": (*TO_PAGE, ("} = d d", "Copies are highlighted")),
    "search": (*TO_PAGE, ("slash l o c k s enter", "locks")),
    "quote": (*QUOTE, ("1", "addressee")),
    "new-speaker": (*QUOTE, ("1 A n n a enter", "kind")),
    "commitment": (*QUOTE, ("3", "beneficiary")),
    "note": (*QUOTE, ("t", "Note")),
    "article": (*TO_PAGE, ("A", "language")),
    "quotes": (("o", "Quotes: 2"),),
    "speakers": (("s", "Speakers: 3"),),
    "commitments": (("c", "Commitments: 1"),),
    "variants": (("V", "No copy waits"),),
    "import": (("I", "file, folder"),),
    "export": (("E", "Export"),),
    "help": (("question_mark", "Go one line down."),),
    "palette": (("ctrl+p", "Search"),),
}
"""By name the keys that lead to a screen, with the words that it shows once they are dealt with."""


def put_on_record(collection: Collection) -> None:
    """Two quotes, a mention and a commitment."""
    rows = articles.rows(collection, articles.ids(collection))
    uid, number = next((row.uid, row.id) for row in rows if row.title.startswith("Chancellor Ilse"))
    text = articles.open_reading(collection, number).text

    def put(kind: str, begins: str, ends: str, name: str, role: str, **fields: object) -> None:
        start = text.index(begins)
        span = ("content", start, text.index(ends, start) + len(ends))
        speaker, along = speakers.named(collection, name), []
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
    """A collection of some sample articles, with records."""
    path = tmp_path_factory.mktemp("pictures") / "demo.db"
    collection = open_collection(path)
    import_paths(collection, [Path(store.samples.__file__).with_name(name) for name in SAMPLES])
    look_for_pending(collection)
    update_passages(collection)  # or else it would come while the picture is taken, or after it
    put_on_record(collection)
    collection.close()
    return path


@pytest.fixture
def app(made: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[OnRecord]:
    """The app. What is suggested in an article is tested elsewhere; here it would change with every rule."""
    monkeypatch.setattr("store.suggestions.suggestions_for", lambda *_: [])
    monkeypatch.chdir("/")
    collection = open_collection(Path(shutil.copy(made, tmp_path)))
    yield OnRecord(collection, Settings())
    collection.close()


def shown(app: OnRecord) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def lead_to(app: OnRecord, pilot: Pilot[None], name: str) -> None:
    """Press the keys that lead to a screen, each once the words before it have come."""
    for keys, words in SCREENS[name]:
        await pilot.press(*keys.split())
        for _ in range(500):
            await pilot.pause(0.01)
            if words in shown(app):
                break
        else:
            raise AssertionError(f"{words!r} did not come:\n{shown(app)}")
    await app.workers.wait_for_complete()
    app.clear_notifications()
    for field in app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_comes_and_fits(app: OnRecord, name: str, size: str) -> None:
    width, height = SIZES[size]
    async with app.run_test(size=(width, height), notifications=True) as pilot:
        await lead_to(app, pilot, name)
        lines = shown(app).split("\n")
        assert len(lines) == height
        for widget in app.screen.query("#box, #keys, Footer"):
            assert app.screen.region.contains_region(widget.region), f"{widget} sticks out"


@pytest.mark.skipif("ONRECORD_PICTURES" not in os.environ, reason="pictures are compared with ONRECORD_PICTURES=1")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_looks_as_it_did(snap_compare, app: OnRecord, name: str, size: str) -> None:
    async def settle(pilot: Pilot[None]) -> None:
        await lead_to(app, pilot, name)

    assert snap_compare(app, terminal_size=SIZES[size], run_before=settle)
