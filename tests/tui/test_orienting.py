"""Finding one's way: the measure, progress, marks, the next unread article, and the place where reading went on."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from apps import running
from textual.pilot import Pilot

from store import marks
from store.collection import Collection, open_collection
from store.importing import import_paths
from store.purge import purge
from tui.app import OnRecord
from tui.describe import where
from tui.screens.reading import ReadingScreen
from tui.settings import Settings, load

pytestmark = pytest.mark.usefixtures("at_rest")

WORDS = "The ferry left Tarn at dawn and the mill at Umber opened its gates to the river. " * 6
TEXTS = {name: "\n\n".join(f"{name} {n}. {WORDS}" for n in range(1, 31)) for name in ("Alder", "Birch", "Cedar")}


class Reader:
    """The app on three articles of thirty paragraphs."""

    def __init__(self, app: OnRecord, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen))

    @property
    def title(self) -> str:
        assert self.screen.reading is not None
        return self.screen.reading.text.split()[0]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, true: Callable[[], object]) -> None:
        for _ in range(500):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("did not come true")

    async def told(self, words: str) -> None:
        await self.until(lambda: any(words in one.message for one in self.app._notifications))

    def below(self) -> str:
        return str(self.screen.query_one("#where").render())


Read = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def collection_path(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    collection = open_collection(tmp_path / "orienting.db")
    import_paths(collection, [tmp_path / f"{name}.txt" for name in TEXTS])
    collection.close()
    return tmp_path / "orienting.db"


@pytest.fixture
def read(collection_path: Path) -> Read:
    @asynccontextmanager
    async def reader(size: tuple[int, int] = (130, 40), settings: Settings | None = None) -> AsyncIterator[Reader]:
        collection = open_collection(collection_path)
        app = OnRecord(collection, settings or Settings())
        async with running(app, size) as pilot:
            found = Reader(app, pilot)
            await found.until(lambda: found.screen.article_list.source.count == 3)
            yield found
            await found.press("ctrl+q")

    return reader


async def test_the_measure_is_that_of_the_settings_and_a_key_changes_it(read: Read) -> None:
    async with read((160, 40), Settings(measure=60)) as reader:
        await reader.press("enter")
        page = reader.screen.page
        lines = page.row_of(len(TEXTS["Alder"]) - 1)
        assert page.measure == 60
        await reader.press("Z")
        assert page.measure == 70
        await reader.told("Lines of up to 70 columns")
        assert page.row_of(len(TEXTS["Alder"]) - 1) < lines
        await reader.press("Z", "Z", "Z", "Z")
        assert page.measure == 60


async def test_the_measure_is_remembered_for_the_next_start(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "own.toml"))
    async with read((160, 40), Settings(measure=60)) as reader:
        await reader.press("enter", "Z", "Z")
        await reader.told("Lines of up to 80 columns")
    assert load().measure == 80


async def test_where_the_list_alone_is_seen_nothing_is_said_of_the_page(read: Read) -> None:
    async with read((80, 24)) as reader:
        await reader.press("enter", "p", "p")
        assert "%" in reader.below()
        await reader.press("q")
        assert not reader.below()
        await reader.press("tab")
        assert "%" in reader.below()


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (300, 100)])
async def test_the_place_survives_every_change_of_size(read: Read, size: tuple[int, int]) -> None:
    async with read() as reader:
        await reader.press("enter", *("p" * 12), "w", "w")
        place = reader.screen.page.place
        await reader.pilot.resize_terminal(*size)
        await reader.pilot.pause()
        page = reader.screen.page
        assert page.place == place
        row = page.row_of(place) + len(page._header_rows)
        assert page.scroll_offset.y <= row < page.scroll_offset.y + page.size.height
        await reader.pilot.resize_terminal(130, 40)
        assert reader.screen.page.place == place


async def test_reading_goes_on_where_it_was_left_when_the_app_starts_again(read: Read) -> None:
    async with read() as reader:
        await reader.press("enter", *("p" * 9), "w", "w", "w")
        place, title = reader.screen.page.place, reader.title
        assert place > 4000
        assert reader.below().startswith("¶10/30 · 30% · ")
    async with read((80, 24)) as reader:
        await reader.press("enter")
        assert (reader.screen.page.place, reader.title) == (place, title)


async def test_progress_ends_at_the_end(read: Read) -> None:
    async with read() as reader:
        await reader.press("enter")
        assert reader.below() == "¶1/30 · 0% · 14 min left"
        await reader.press("G")
        assert reader.below() == "¶30/30 · 100% · the end"


def test_progress_of_nothing_is_empty() -> None:
    assert where(None, [], 0).plain == ""


async def test_the_next_unread_article_is_found_below_then_from_the_top(read: Read) -> None:
    async with read() as reader:
        await reader.press("j", "z")
        await reader.until(lambda: reader.screen.reading is not None)
        third = reader.title
        await reader.until(
            lambda: len(reader.app.collection.read.execute("SELECT 1 FROM reading WHERE read").fetchall()) == 1
        )
        await reader.press("z")
        await reader.until(lambda: reader.title != third)
        await reader.until(
            lambda: len(reader.app.collection.read.execute("SELECT 1 FROM reading WHERE read").fetchall()) == 2
        )
        await reader.press("z")
        await reader.until(
            lambda: len(reader.app.collection.read.execute("SELECT 1 FROM reading WHERE read").fetchall()) == 3
        )
        await reader.press("z")
        await reader.told("Every article listed here has been read.")


async def test_a_mark_is_set_gone_to_and_taken_away(read: Read) -> None:
    async with read() as reader:
        await reader.press("enter", "p", "p", "p", "apostrophe", "j")
        await reader.told("Mark j is here")
        place, title = reader.screen.page.place, reader.title
        await reader.press("q", "j", "enter", "p")
        await reader.until(lambda: reader.title != title)
        before = (reader.title, reader.screen.page.place)
        await reader.press("f2", "j")
        assert (reader.title, reader.screen.page.place) == (title, place)
        await reader.press("apostrophe", "apostrophe")
        assert (reader.title, reader.screen.page.place) == before
        await reader.press("apostrophe", "enter")
        assert (reader.title, reader.screen.page.place) == (title, place)
        await reader.press("apostrophe", "delete", "escape")
        await reader.until(lambda: marks.marks(reader.app.collection) == [])


async def test_letters_of_any_script_are_marks(read: Read) -> None:
    async with read() as reader:
        await reader.press("enter", "p", "э", "ж")
        await reader.told("Mark ж is here")
        assert [mark.letter for mark in marks.marks(reader.app.collection)] == ["ж"]


def test_a_mark_moves_and_goes_with_its_article(collection_path: Path) -> None:
    collection: Collection = open_collection(collection_path)
    try:
        (first, second, *_) = [row[0] for row in collection.read.execute("SELECT uid FROM article ORDER BY id")]
        marks.set_mark(collection, "a", first, 7)
        marks.set_mark(collection, "a", second, 9)
        marks.set_mark(collection, "b", first, 10**9)
        found = marks.marks(collection)
        assert [(mark.letter, mark.position) for mark in found] == [("a", 9), ("b", len(TEXTS["Alder"]))]
        purge(collection, second)
        assert [mark.letter for mark in marks.marks(collection)] == ["b"]
    finally:
        collection.close()


async def test_the_palette_finds_and_does_an_action(read: Read) -> None:
    async with read() as reader:
        await reader.press("ctrl+p", *"next", "space", *"unread")
        palette = reader.app.screen
        assert "Find an action" in str(palette.query_one("#box").border_title)
        await reader.press("ctrl+p")
        assert reader.app.screen is palette
        await reader.press("enter")
        await reader.until(lambda: reader.screen.reading is not None and reader.screen.page.has_focus)


async def test_keys_typed_ahead_of_a_dialog_leave_it_once(read: Read) -> None:
    async with read() as reader:
        await reader.press("enter", "p", "apostrophe")
        dialog = reader.app.screen
        dialog.dismiss("a")
        dialog.dismiss("b")
        await reader.told("Mark a is here")
        assert reader.app.screen is reader.screen
        assert [mark.letter for mark in marks.marks(reader.app.collection)] == ["a"]


async def test_no_mark_is_set_from_a_list_that_shows_nothing(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("q", "f")
        await app.type("zzzz ")
        await app.until(lambda: app.screen.article_list.source.count == 0)
        await app.press("enter", "apostrophe", "a")
        await app.says("open an article to set it")
        assert marks.marks(app.app.collection) == []
