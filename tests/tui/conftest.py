"""A bare app that shows one dialog, at both sizes that every screen has to be comfortable at; and the app itself."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from apps import running
from terminal import ONRECORD, Terminal
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

import store.samples
from store.collection import open_collection
from store.importing import import_paths
from store.passages import look_for_pending
from tui.app import OnRecord
from tui.settings import Settings

WAITING = object()


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, logs and the last words copied are the tests' own, not those of who runs them."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))
        for name in ("ONRECORD_DB", "ONRECORD_CONFIG", "NO_COLOR", "TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        yield


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is waited for until its messages are dealt with, not until the process has been idle for a while."""

    async def rest(*_: float) -> None:
        loop: Any = asyncio.get_running_loop()
        for _ in range(10_000):
            await asyncio.sleep(0)
            if not loop._ready:  # all that is left waits for a thread, a timer or a key
                return

    monkeypatch.setattr("textual.app.wait_for_idle", rest)
    monkeypatch.setattr("textual.pilot.wait_for_idle", rest)


class Shown:
    """A dialog on a bare app: keys go in, lines on the screen and the result come out."""

    def __init__(self, app: App[None], pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.result: Any = WAITING

    @property
    def open(self) -> bool:
        """Whether it has given no result yet."""
        return self.result is WAITING

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines)

    async def press(self, *keys: str) -> None:
        """Press keys and wait until they are dealt with and shown."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.pilot.pause()  # the first has the screen drawn, which may be laid out anew for it

    async def type(self, words: str) -> None:
        """Type words, a key a character."""
        names = {
            " ": "space",
            "-": "minus",
            ".": "full_stop",
            ",": "comma",
            "/": "slash",
            "~": "tilde",
            "$": "dollar_sign",
        }
        await self.press(*(names.get(char, char) for char in words))

    async def click(self, words: str, times: int = 1) -> None:
        """Click on the first place where the screen shows these words."""
        row = next(y for y, line in enumerate(self.lines) if words in line)
        await self.pilot.click(offset=(self.lines[row].index(words), row), times=times)
        await self.pilot.pause()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true, five seconds at most."""
        for _ in range(250):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"did not come true:\n{self.text}")


Show = Callable[..., AbstractAsyncContextManager[Shown]]


@pytest.fixture(params=[(80, 24), (160, 50)], ids=["80x24", "160x50"])
def show(request: pytest.FixtureRequest) -> Show:
    """Shows a dialog: `async with show(Dialog, *its_arguments) as shown: await shown.press("enter")`."""

    @asynccontextmanager
    async def shower(dialog: type[Screen[Any]], *args: Any, **options: Any) -> AsyncIterator[Shown]:
        app: App[None] = App()
        async with app.run_test(size=request.param) as pilot:
            shown = Shown(app, pilot)
            app.push_screen(dialog(*args, **options), lambda result: setattr(shown, "result", result))
            await pilot.pause()
            yield shown

    return shower


@pytest.fixture
def river_talks() -> Path:
    """An invented article: its lines 9 to 15 repeat its lines 2 to 8."""
    return Path(store.samples.__file__).with_name("norrin-wire-river-talks.txt")


class Opened(Shown):
    """The app on a collection."""

    app: OnRecord

    @property
    def screen(self) -> Any:
        """The screen on top."""
        return self.app.screen

    async def to_article(self, number: int = 0) -> None:
        """Open an article of the list on the page, by its place there, and wait until its repeats are shown."""
        await self.press(*["j"] * number, "enter")
        await self.until(lambda: self.app.screen.reading is not None)

    async def says(self, words: str) -> None:
        """Wait until the screen shows these words."""
        await self.until(lambda: words in self.text)


Open = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Opens the app: `async with opened(paths, size=(80, 24)) as app: await app.press("j")`.

    Every opening in a test is of the same collection, into which the files of the first are imported.
    """
    path = tmp_path / "collection.db"

    @asynccontextmanager
    async def opener(
        *files: Path, size: tuple[int, int] = (80, 24), read_only: bool = False, settings: Settings | None = None
    ) -> AsyncIterator[Opened]:
        collection = open_collection(path)
        if files:
            import_paths(collection, files)
            look_for_pending(collection)
        collection.read_only = read_only
        app = OnRecord(collection, settings or Settings())
        async with running(app, size) as pilot:
            yield Opened(app, pilot)

    return opener


@pytest.fixture(scope="module")
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Runs the command in a terminal: `terminal("--db", str(path), size=(80, 24), NO_COLOR="1")`."""
    begun: list[Terminal] = []

    def spawn(*arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> Terminal:
        begun.append(Terminal([*ONRECORD, *arguments], *size, environment))
        return begun[-1]

    yield spawn
    for one in begun:
        one.close()
